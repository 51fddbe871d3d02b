"""``bilan qualiopi simuler``: what the rules make of non-conformities, step by step.

A simulation, which says so; no register is read, no clock, and no pandas is imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from reportlib.cli.qualiopi import TYPES, facts
from reportlib.cli.terminal import document, say, wrapped
from reportlib.errors import ParameterError, UsageError
from reportlib.wording import counted, day, typographed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlib.rules.non_conformites import Decision, Gravite, NonConformite, TypeAudit

SOURCE = (
    "« Matinales de la Qualité », juin 2021, « 5 mineures = 1 majeure = non délivrance de la "
    "certification » ; arrêté du 6 juin 2019 modifié le 31 mai 2023"
)
SANS_DATE = date(2001, 1, 1)
"""Stands for the audit's day when none is given: only delays are then said, never a date."""


@dataclass(frozen=True, kw_only=True)
class Ecarts:
    """Non-conformities as the command line gives them, by number of indicator."""

    mineures: Sequence[int] = ()
    majeures: Sequence[int] = ()
    en_seance: Sequence[int] = ()
    precedentes: Sequence[int] = ()
    """Minors of the audit before, not cleared."""
    levees: Sequence[tuple[int, date]] = ()


def simuler(
    ecarts: Ecarts, *, type_audit: TypeAudit, audit: date | None, jour: date | None, as_json: bool
) -> int:
    """Print what the rules make of an audit's non-conformities (R-NC-01 to R-NC-07).

    Raises
    ------
    ParameterError
        An indicator that is none, twice the same, or a clearing of what was not found.
    UsageError
        A day that needs the date of the audit.
    """
    from reportlib.rules.audit import decision
    from reportlib.rules.non_conformites import Audit

    if audit is None and (jour is not None or ecarts.levees):
        raise UsageError("--jour et --levee demandent la date de l'audit : --audit 10/06/2021.")
    when = audit or SANS_DATE
    held = Audit(
        type_audit=type_audit,
        date_audit=when,
        non_conformites=_non_conformites(ecarts, when),
        precedentes=tuple(_une(n, "mineure", when) for n in ecarts.precedentes),
    )
    made = decision(held, jour or when)
    if as_json:
        document(_decision(made, type_audit, dated=audit is not None))
    else:
        _montrer(made, type_audit, dated=audit is not None)
    return 0


def _non_conformites(ecarts: Ecarts, when: date) -> tuple[NonConformite, ...]:
    """The audit's non-conformities, each indicator once."""
    written = [(n, "mineure") for n in ecarts.mineures] + [(n, "majeure") for n in ecarts.majeures]
    numbers = [number for number, _ in written]
    if twice := sorted({n for n in numbers if numbers.count(n) > 1}):
        raise ParameterError(f"Indicateur {twice[0]} donné deux fois : gardez la plus grave.")
    cleared = dict(ecarts.levees)
    if stray := sorted({*cleared, *ecarts.en_seance} - set(numbers)):
        raise ParameterError(
            f"Levée de l'indicateur {stray[0]}, qui n'a ni --mineure ni --majeure."
        )
    at_once = set(ecarts.en_seance)
    return tuple(
        _une(n, gravity, when, cleared.get(n), en_seance=n in at_once)  # type: ignore[arg-type]
        for n, gravity in written
    )


def _une(
    numero: int,
    gravite: Gravite,
    when: date,
    levee: date | None = None,
    *,
    en_seance: bool = False,
) -> NonConformite:
    from reportlib.rules.non_conformites import NonConformite

    return NonConformite(
        indicateur=numero,
        gravite=gravite,
        date_notification=when,
        date_levee=levee,
        levee_en_seance=en_seance,
    )


def _montrer(made: Decision, type_audit: TypeAudit, *, dated: bool) -> None:
    """Print a simulated decision for people."""
    from reportlib.rules.non_conformites import LIBELLES, VERIFICATION_MOIS

    read = f", lue le {day(made.jour)}" if dated else ", le jour de l’audit"
    audit = f"audit {TYPES[type_audit]}{read}"
    say(wrapped(f"Décision simulée\u00a0: {LIBELLES[made.issue]} ({audit})"), "")
    found = counted(made.majeures_effectives, "majeure effective", "majeures effectives")
    rows = [("Comptes", f"{counted(made.mineures, 'mineure')}, {found}")]
    if made.limite_majeure is not None:
        check = f"{VERIFICATION_MOIS}\u00a0mois de vérification par le certificateur"
        rows.append(("Majeures", f"{_plan('majeure', made.limite_majeure, dated=dated)}, {check}"))
    if made.limite_mineure is not None:
        rows.append(("Mineures", _plan("mineure", made.limite_mineure, dated=dated)))
    rows += [("Anomalie", text) for text in made.anomalies]
    rows += [("Risque", text) for text in made.risques]
    rows += _etapes(made, dated=dated)
    rows.append(("Source", SOURCE))
    say(facts(rows), "", wrapped(f"{made.mention[0].upper()}{made.mention[1:]}."))


def _plan(gravite: Gravite, limite: date, *, dated: bool) -> str:
    """By when an action plan is due: a day, or a delay when the audit has no date."""
    from reportlib.rules.non_conformites import DELAIS_MOIS

    if dated:
        return f"plan d’action mis en œuvre le {day(limite)} au plus tard"
    return f"plan d’action mis en œuvre dans les {DELAIS_MOIS[gravite]} mois de la notification"


def _etapes(made: Decision, *, dated: bool) -> list[tuple[str, str]]:
    """The steps that led to a decision; without the audit's day, the last one holds no date."""
    from reportlib.rules.non_conformites import LIBELLES

    steps = [(step.regle, step.phrase) for step in made.trace]
    if dated or made.limite_majeure is None:
        return steps
    found = counted(made.majeures_effectives, "majeure effective", "majeures effectives")
    last = f"{found} à lever, délai ouvert\u00a0: {LIBELLES[made.issue]}."
    return [*steps[:-1], (steps[-1][0], last)]


def _decision(made: Decision, type_audit: TypeAudit, *, dated: bool) -> dict[str, Any]:
    """A simulated decision as plain data; without the audit's day, deadlines are ``null``."""

    def iso(when: date | None) -> str | None:
        return when.isoformat() if dated and when is not None else None

    return {
        "decision": made.issue,
        "type_audit": type_audit,
        "jour": iso(made.jour),
        "mineures": made.mineures,
        "majeures": made.majeures,
        "majeures_effectives": made.majeures_effectives,
        "limite_majeure": iso(made.limite_majeure),
        "limite_verification": iso(made.limite_verification),
        "limite_mineure": iso(made.limite_mineure),
        "anomalies": list(made.anomalies),
        "risques": list(made.risques),
        "etapes": [{"regle": r, "phrase": said} for r, said in _etapes(made, dated=dated)],
        "source": typographed(SOURCE),
        "mention": made.mention,
    }
