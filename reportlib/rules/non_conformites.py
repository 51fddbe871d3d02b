"""An audit and its non-conformities: records, deadlines, and what a decision is made of.

Sources: slides « Matinales de la Qualité » (« 5 mineures = 1 majeure = non délivrance de la
certification »), order of 6 June 2019 as amended on 31 May 2023; rules R-NC-01 to R-NC-09. The
certifier alone decides: a decision here is a simulation, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from reportlib.errors import ParameterError
from reportlib.periods import add_months
from reportlib.rules.rnq import indicateur
from reportlib.wording import typographed

TypeAudit = Literal["initial", "surveillance", "renouvellement", "extension", "complementaire"]
Gravite = Literal["mineure", "majeure"]
Issue = Literal["certifie", "en_attente_levee", "refus", "suspension", "non_renouvele"]

SIMULATION = "simulation, ne vaut pas décision du certificateur"
MINEURES_POUR_UNE_MAJEURE = 5
"""Minor non-conformities of one audit that make a major one (R-NC-03). [indicators]"""
DELAIS_MOIS: dict[Gravite, int] = {"mineure": 6, "majeure": 3}
"""From notification to the end of the action plan (R-NC-04, R-NC-05). [calendar months]"""
VERIFICATION_MOIS = 1
"""What the certifier has to check the evidence, since 2023 (R-NC-05). [calendar months]"""
SANS_LEVEE: dict[TypeAudit, Issue] = {
    "initial": "refus",
    "extension": "refus",
    "surveillance": "suspension",
    "complementaire": "suspension",
    "renouvellement": "non_renouvele",
}
"""Once the deadline is over (R-NC-06); extension, complementary and renewal are our reading."""
RANGS: dict[Issue, int] = {
    "certifie": 0,
    "en_attente_levee": 1,
    "refus": 2,
    "suspension": 2,
    "non_renouvele": 2,
}
"""From best to worst: a non-conformity on one more indicator never lowers a decision's rank."""
LIBELLES: dict[Issue, str] = {
    "certifie": "certifié",
    "en_attente_levee": "en attente de levée",
    "refus": "refus",
    "suspension": "suspension",
    "non_renouvele": "non renouvelé",
}


@dataclass(frozen=True, kw_only=True)
class NonConformite:
    """A non-conformity of an audit on one indicator, as its register says it.

    ``date_notification`` missing: the day of the audit stands in for it, with a notice.

    Raises
    ------
    ParameterError
        The indicator is not 1 to 32, or the severity is neither minor nor major.
    """

    indicateur: int
    gravite: Gravite
    date_notification: date | None = None
    date_levee: date | None = None
    levee_en_seance: bool = False

    def __post_init__(self) -> None:
        """Refuse a number that is no indicator, and an unknown severity."""
        indicateur(self.indicateur)
        _check(self.gravite, DELAIS_MOIS, "Gravité inconnue")


@dataclass(frozen=True, kw_only=True)
class Audit:
    """An audit, its non-conformities, and those of the audit before it (R-NC-04).

    Raises
    ------
    ParameterError
        The type of audit is unknown.
    """

    type_audit: TypeAudit
    date_audit: date
    non_conformites: tuple[NonConformite, ...] = ()
    precedentes: tuple[NonConformite, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an unknown type of audit."""
        _check(self.type_audit, SANS_LEVEE, "Type d’audit inconnu")


@dataclass(frozen=True)
class Etape:
    """One step of the reasoning: the rule and what it gave, in French."""

    regle: str
    phrase: str


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What the rules give on a day, and how; ``mention`` always goes with it."""

    issue: Issue
    jour: date
    mineures: int
    """Indicators with a minor non-conformity, those cleared at the audit left out. [indicators]"""
    majeures: int
    """Indicators with a major one, requalified ones included. [indicators]"""
    majeures_effectives: int
    """``majeures``, plus one for five minors or more (R-NC-03)."""
    limite_majeure: date | None
    """First deadline of the majors still to be cleared; None when there is none."""
    limite_mineure: date | None
    """First end of an action plan for the minors still to be cleared; None when none."""
    anomalies: tuple[str, ...]
    risques: tuple[str, ...]
    """What may cost a certificate already held (R-NC-07): pointed out, never pronounced."""
    trace: tuple[Etape, ...]
    mention: str = field(default=SIMULATION, init=False)

    @property
    def limite_verification(self) -> date | None:
        """Last day for the certifier to check evidence sent on the deadline (R-NC-05)."""
        limit = self.limite_majeure
        return None if limit is None else add_months(limit, VERIFICATION_MOIS)


def limite(notification: date, gravite: Gravite) -> date:
    """Return the last day of the action plan: 6 months for a minor, 3 for a major (C-2)."""
    return add_months(notification, DELAIS_MOIS[gravite])


def gravite_minimale(numero: int) -> Gravite:
    """Return the least severity on this indicator: « majeure » on a fundamental one (R-NC-01).

    Raises
    ------
    ParameterError
        ``numero`` is not between 1 and 32.
    """
    return "majeure" if indicateur(numero).fondamental else "mineure"


def absence_de_preuve(numero: int, notification: date) -> NonConformite:
    """Return the least non-conformity that missing evidence makes on the day (R-NC-08)."""
    return NonConformite(
        indicateur=numero, gravite=gravite_minimale(numero), date_notification=notification
    )


def ecart_du_sous_traitant(notification: date) -> NonConformite:
    """Return the major non-conformity on 27 that a subcontractor's breach makes (R-NC-09)."""
    return NonConformite(indicateur=27, gravite="majeure", date_notification=notification)


def _check(found: str, allowed: Iterable[str], complaint: str) -> None:
    """Refuse a word out of its list."""
    if found not in allowed:
        text = f"{complaint} : « {found} ». Attendu : {', '.join(allowed)}."
        raise ParameterError(typographed(text))
