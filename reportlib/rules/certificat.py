"""One certificate: how long it holds, and what is due when.

Sources: slides « Matinales de la Qualité » (« Validité du certificat : 3 ans »), decree n° 2020-894
of 22 July 2020, order of 6 June 2019 (art. 2) and of 24 July 2020, the ministry's questions and
answers (6.1); rules R-CYC-01 to R-CYC-06 and R-CYC-08. ``certificats`` says the same of a whole
register.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

from reportlib.errors import ParameterError
from reportlib.periods import add_months
from reportlib.wording import counted, day, typographed

Prereglage = Literal["reglementaire", "seed"]
Declare = Literal[
    "certifie", "en_cours", "non_engage", "repute", "suspendu", "retire", "refuse", "inconnu"
]
SEUILS: dict[Prereglage, date] = {
    "reglementaire": date(2021, 1, 1),
    "seed": date(2022, 1, 1),
}
"""A certificate obtained strictly before holds 4 years: decree n° 2020-894, or the slides as they
are written (R-CYC-02: they contradict each other)."""
ANNEES, ANNEES_DEROGATION = 3, 4
"""Validity (R-CYC-01, R-CYC-02). [years]"""
TOLERANCE = 1
"""Gap borne between the declared end and the computed one (R-CYC-03). [days]"""
SURVEILLANCE_DEBUT, SURVEILLANCE_FIN, SURVEILLANCE_FIN_DEROGATION = 14, 22, 28
"""From obtention to the bounds of the follow-up audit (R-CYC-04). [calendar months]"""
SEUIL_SURVEILLANCE = date(2021, 1, 1)
"""Obtained strictly before: the follow-up may wait for the 28th month (order of 24 July 2020)."""
OBLIGATION = date(2022, 1, 1)
"""From this day public and mutualised funds need the certification (R-CYC-08)."""


@dataclass(frozen=True, kw_only=True)
class Certificat:
    """A row of ``certificats_qualiopi``. Suspension, withdrawal and refusal have no date there.

    Raises
    ------
    ParameterError
        ``statut_declare`` is out of its list.
    """

    statut_declare: Declare = "inconnu"
    date_contrat: date | None = None
    date_obtention: date | None = None
    date_fin: date | None = None

    def __post_init__(self) -> None:
        """Refuse an unknown declared status."""
        _check(self.statut_declare, get_args(Declare), "Statut inconnu")


@dataclass(frozen=True, kw_only=True)
class Validite:
    """When a certificate ends, declared and computed, and what does not fit."""

    annees: int | None
    fin_calculee: date | None
    fin_declaree: date | None
    divergence: bool
    """The two presets give different lengths: obtained in 2021 (R-CYC-02)."""
    avertissements: tuple[str, ...]

    @property
    def fin(self) -> date | None:
        """Last day of validity: declared, else computed; None when neither is known."""
        return self.fin_declaree or self.fin_calculee

    @property
    def ecart(self) -> int | None:
        """Declared end less computed end [days]."""
        if self.fin_declaree is None or self.fin_calculee is None:
            return None
        return (self.fin_declaree - self.fin_calculee).days


@dataclass(frozen=True)
class Fenetre:
    """Days between which an audit falls, both included."""

    debut: date
    fin: date


@dataclass(frozen=True, kw_only=True)
class Delais:
    """How long before the end renewal is spoken of [calendar months] (R-CYC-05).

    Raises
    ------
    ParameterError
        A negative delay, or a limit earlier than the information.
    """

    alerte: int = 6
    """Our choice."""
    limite: int = 4
    """Three months to clear majors, one to check: ministry's questions and answers, 6.1."""

    def __post_init__(self) -> None:
        """Refuse delays out of order."""
        if not 0 <= self.limite <= self.alerte:
            text = (
                f"Délais de renouvellement : alerte {self.alerte} mois, limite {self.limite} mois. "
                "Attendu 0 ≤ limite ≤ alerte, par exemple 4 et 6."
            )
            raise ParameterError(typographed(text))


@dataclass(frozen=True)
class Renouvellement:
    """Two days before the end: from when to inform, and the last safe day for the audit."""

    information: date
    derniere_date_sure: date


def seuil_derogation(prereglage: str) -> date:
    """Return the threshold of a preset, ``reglementaire`` or ``seed`` (R-CYC-02).

    Raises
    ------
    ParameterError
        No such preset.
    """
    _check(prereglage, SEUILS, "Préréglage inconnu")
    return {str(name): start for name, start in SEUILS.items()}[prereglage]


def annees(obtention: date, seuil: date = SEUILS["reglementaire"]) -> int:
    """Return how long a certificate holds: 4 when obtained strictly before ``seuil`` [years]."""
    return ANNEES_DEROGATION if obtention < seuil else ANNEES


def fin_calculee(obtention: date, seuil: date = SEUILS["reglementaire"]) -> date:
    """Return the theoretical last day: obtention + n years − 1 day (R-CYC-03)."""
    return add_months(obtention, 12 * annees(obtention, seuil)) - timedelta(days=1)


def diverge(obtention: date) -> bool:
    """Return True when the presets give different lengths (R-CYC-02)."""
    return len({annees(obtention, seuil) for seuil in SEUILS.values()}) > 1


def validite(certificat: Certificat, seuil: date = SEUILS["reglementaire"]) -> Validite:
    """Return the end of a certificate and its warnings; the declared end prevails (R-CYC-02).

    An extension audit comes at any time of the cycle and prolongs nothing (R-CYC-06): only the
    obtention counts.
    """
    obtained = certificat.date_obtention
    bare = Validite(
        annees=None if obtained is None else annees(obtained, seuil),
        fin_calculee=None if obtained is None else fin_calculee(obtained, seuil),
        fin_declaree=certificat.date_fin,
        divergence=obtained is not None and diverge(obtained),
        avertissements=(),
    )
    if obtained is None:
        return bare
    return replace(bare, avertissements=_avertissements(bare, obtained))


def fenetre_surveillance(obtention: date) -> Fenetre:
    """Return the days of the follow-up audit: 14 to 22 months on, or 28 (R-CYC-04)."""
    waits = obtention < SEUIL_SURVEILLANCE
    last = SURVEILLANCE_FIN_DEROGATION if waits else SURVEILLANCE_FIN
    return Fenetre(add_months(obtention, SURVEILLANCE_DEBUT), add_months(obtention, last))


def renouvellement(fin: date, delais: Delais | None = None) -> Renouvellement:
    """Return the two days of renewal before the end ``fin`` (R-CYC-05)."""
    delais = delais or Delais()
    return Renouvellement(add_months(fin, -delais.alerte), add_months(fin, -delais.limite))


def _avertissements(bare: Validite, obtention: date) -> tuple[str, ...]:
    """What the dates call for: presets that differ, a declared end that does not fit."""
    said = []
    declared, gap = bare.fin_declaree, bare.ecart
    if bare.divergence:
        kept = "la date de fin déclarée fait foi" if declared else f"{bare.annees} ans retenus"
        said.append(
            f"Obtention le {day(obtention)} : {ANNEES} ans selon le décret n°\u00a02020-894, "
            f"{ANNEES_DEROGATION} ans selon le diaporama de 2021 ; {kept}, à vérifier."
        )
    if declared is not None and declared < obtention:
        said.append("Fin déclarée avant l’obtention : dates à vérifier.")
    elif declared is not None and gap is not None and 0 < abs(gap) <= TOLERANCE:
        said.append("Fin déclarée à un jour de la fin calculée : écart toléré.")
    elif declared is not None and gap is not None and gap and not bare.divergence:
        said.append(
            f"Fin déclarée le {day(declared)}, à {counted(abs(gap), 'jour')} de la fin calculée : "
            "la date déclarée fait foi."
        )
    return tuple(typographed(text) for text in said)


def _check(found: str, allowed: Iterable[str], complaint: str) -> None:
    """Refuse a word out of its list."""
    if found not in allowed:
        text = f"{complaint} : « {found} ». Attendu : {', '.join(allowed)}."
        raise ParameterError(typographed(text))
