"""The simulated decision of an audit, read on a day, with the steps that led to it.

Sources: slides « Matinales de la Qualité », order of 6 June 2019 as amended on 31 May 2023; rules
R-NC-01 to R-NC-07. It points out; only the certifier pronounces.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from reportlib.errors import ParameterError
from reportlib.rules.non_conformites import (
    LIBELLES,
    MINEURES_POUR_UNE_MAJEURE,
    SANS_LEVEE,
    Audit,
    Decision,
    Etape,
    Gravite,
    Issue,
    NonConformite,
    gravite_minimale,
    limite,
)
from reportlib.wording import counted, day, listed, typographed


@dataclass(frozen=True)
class _Ecart:
    """A non-conformity as the rules hold it: severity, notification and clearing settled."""

    indicateur: int
    gravite: Gravite
    notification: date
    levee: date | None
    en_seance: bool = False

    @property
    def limite(self) -> date:
        """Last day of its action plan."""
        return limite(self.notification, self.gravite)

    def echu(self, jour: date) -> bool:
        """Return True when not cleared by the deadline, now over; later clearing undoes nothing."""
        return jour > self.limite and self.ouvert(self.limite)

    def ouvert(self, jour: date) -> bool:
        """Return True while it is not cleared, ``jour`` included."""
        return self.levee is None or self.levee > jour


@dataclass
class _Journal:
    """Steps written as the rules are gone through."""

    etapes: list[Etape] = field(default_factory=list)
    anomalies: list[str] = field(default_factory=list)

    def note(self, regle: str, phrase: str, *, anomalie: bool = False) -> None:
        """Write a step; an anomaly is a fault of what was typed, and is listed apart too."""
        self.etapes.append(Etape(regle, typographed(phrase)))
        if anomalie:
            self.anomalies.append(typographed(phrase))


def decision(audit: Audit, jour: date) -> Decision:
    """Return what the audit leads to, read on the evening of ``jour`` (R-NC-01 to R-NC-07).

    What is dated later than ``jour`` is not known yet. A non-conformity counts once an indicator,
    the most severe holding. A minor of the former audit not cleared by this one is a major of this
    one; where this audit writes the same indicator, its own dates hold. Five minors make one
    major, ten too; it is cleared once fewer than five are open (our choice). Clearing after the
    deadline changes nothing here (our choice): the certifier is to be asked.

    Raises
    ------
    ParameterError
        ``jour`` is before the audit.
    """
    if jour < audit.date_audit:
        raise ParameterError(
            f"Décision demandée au {day(jour)}, avant l’audit du {day(audit.date_audit)}. "
            "Donnez ce jour ou un jour suivant."
        )
    journal = _Journal()
    held = _retenus(audit, jour, journal)
    minors = [e for e in held if e.gravite == "mineure"]
    majors = [e for e in held if e.gravite == "majeure"]
    counts = f"{counted(len(minors), 'mineure')} et {counted(len(majors), 'majeure')}."
    journal.note("R-NC-02", counts)
    effective = [*majors, *_cumul(minors, journal)]
    pending = [e for e in effective if e.ouvert(jour) or e.echu(jour)]
    if effective and not pending:
        journal.note("R-NC-05", f"{_majeures(effective, 'levée')} dans le délai.")
    issue = _issue(audit, pending, jour, journal)
    return Decision(
        issue=issue,
        jour=jour,
        mineures=len(minors),
        majeures=len(majors),
        majeures_effectives=len(effective),
        limite_majeure=min((e.limite for e in pending), default=None),
        limite_mineure=min((e.limite for e in minors if e.ouvert(jour)), default=None),
        anomalies=tuple(journal.anomalies),
        risques=_risques(audit, held, pending, jour),
        trace=tuple(journal.etapes),
    )


def _retenus(audit: Audit, jour: date, journal: _Journal) -> list[_Ecart]:
    """One non-conformity an indicator, known on ``jour``, sorted by indicator."""
    repeated = _recidives(audit)
    for number in sorted(repeated):
        text = f"Mineure sur l’indicateur {number} non levée à cet audit : requalifiée majeure."
        journal.note("R-NC-04", text)
    known = [
        _ecart(nc, audit, journal)
        for nc in audit.non_conformites
        if (nc.date_notification or audit.date_audit) <= jour
    ]
    known = [replace(e, gravite="majeure") if e.indicateur in repeated else e for e in known]
    written = {e.indicateur for e in known}
    known += [
        _Ecart(number, "majeure", audit.date_audit, levee)
        for number, levee in repeated.items()
        if number not in written
    ]
    lifted = [e for e in known if e.en_seance and e.gravite == "mineure"]
    for ecart in lifted:
        text = f"Mineure sur l’indicateur {ecart.indicateur} levée en séance : non comptée."
        journal.note("R-NC-03", text)
    ranked = sorted((e for e in known if e not in lifted), key=lambda e: _pire(e, jour))
    worst = {e.indicateur: e for e in ranked}
    return [worst[number] for number in sorted(worst)]


def _recidives(audit: Audit) -> dict[int, date | None]:
    """Minors of the former audit not cleared by this one, with the day they were (R-NC-04)."""
    return {
        nc.indicateur: nc.date_levee
        for nc in audit.precedentes
        if not _majeure(nc)
        and not nc.levee_en_seance
        and (nc.date_levee is None or nc.date_levee > audit.date_audit)
    }


def _majeure(nc: NonConformite) -> bool:
    """Whether it is a major, one entered as a minor on a fundamental included (R-NC-01)."""
    return "majeure" in (nc.gravite, gravite_minimale(nc.indicateur))


def _ecart(nc: NonConformite, audit: Audit, journal: _Journal) -> _Ecart:
    """Settle severity and dates, and say what was wrong in them."""
    where = f"indicateur {nc.indicateur}"
    gravity: Gravite = nc.gravite
    if gravity == "mineure" and gravite_minimale(nc.indicateur) == "majeure":
        text = f"Mineure saisie sur l’{where}, fondamental : traitée comme majeure."
        journal.note("R-NC-01", text, anomalie=True)
        gravity = "majeure"
    notified = nc.date_notification
    if notified is None:
        notified = audit.date_audit
        text = f"Notification sans date ({where}) : la date de l’audit en tient lieu."
        journal.note("R-NC-04", text, anomalie=True)
    if nc.date_levee is not None and nc.date_levee < notified:
        text = f"Levée datée avant la notification ({where}) : dates à vérifier."
        journal.note("R-LEC-02", text, anomalie=True)
    cleared = audit.date_audit if nc.levee_en_seance else nc.date_levee
    return _Ecart(nc.indicateur, gravity, notified, cleared, nc.levee_en_seance)


def _pire(ecart: _Ecart, jour: date) -> tuple[bool, bool, bool, int]:
    """Sort key: the last one is the most severe of an indicator's."""
    return (
        ecart.gravite == "majeure",
        ecart.echu(jour),
        ecart.ouvert(jour),
        -ecart.limite.toordinal(),
    )


def _cumul(minors: list[_Ecart], journal: _Journal) -> list[_Ecart]:
    """The major that five minors make: from the fifth notification, until four are left open."""
    needed = MINEURES_POUR_UNE_MAJEURE
    if len(minors) < needed:
        return []
    numbers = listed([str(e.indicateur) for e in minors])
    journal.note("R-NC-03", f"{counted(len(minors), 'mineure')} ({numbers}) : une majeure.")
    notified = sorted(e.notification for e in minors)[needed - 1]
    cleared = sorted(e.levee or date.max for e in minors)[len(minors) - needed]
    return [_Ecart(0, "majeure", notified, None if cleared == date.max else cleared)]


def _issue(audit: Audit, pending: list[_Ecart], jour: date, journal: _Journal) -> Issue:
    """The worst of what the majors not cleared in time lead to (R-NC-06)."""
    late = [e for e in pending if e.echu(jour)]
    for ecart in late:
        if ecart.levee is not None and ecart.levee <= jour:
            text = (
                f"Levée le {day(ecart.levee)}, après la limite du {day(ecart.limite)} : "
                "sans effet ici, à faire confirmer par le certificateur."
            )
            journal.note("R-NC-06", text)
    if late:
        first = min(e.limite for e in late)
        issue = SANS_LEVEE[audit.type_audit]
        text = f"{_majeures(late, 'non levée')} au {day(first)}, délai échu : {LIBELLES[issue]}."
    elif pending:
        first = min(e.limite for e in pending)
        issue = "en_attente_levee"
        open_ones = _majeures(pending, "non levée")
        text = f"{open_ones}, délai ouvert jusqu’au {day(first)} : {LIBELLES[issue]}."
    else:
        issue = "certifie"
        text = f"Aucune majeure effective à lever : {LIBELLES[issue]}."
    journal.note("R-NC-06", text)
    return issue


def _majeures(ecarts: list[_Ecart], levee: str) -> str:
    """« 2 majeures effectives non levées »."""
    return counted(len(ecarts), f"majeure effective {levee}", f"majeures effectives {levee}s")


def _risques(
    audit: Audit, held: list[_Ecart], pending: list[_Ecart], jour: date
) -> tuple[str, ...]:
    """What the slides say may suspend or withdraw a certificate; none before a first one."""
    if audit.type_audit == "initial":
        return ()
    majors = [e for e in held if e.gravite == "majeure"]
    minors = [e for e in held if e.gravite == "mineure"]
    before = {nc.indicateur for nc in audit.precedentes}
    again = sorted(before & {e.indicateur for e in held})
    unsolved = [n for n in audit.precedentes if _majeure(n) and n.date_levee is None]
    found = {
        "Gravité : au moins une majeure": bool(majors),
        "Nombre : cinq mineures ou plus": len(minors) >= MINEURES_POUR_UNE_MAJEURE,
        f"Récurrence : {listed([str(n) for n in again])}": bool(again),
        "Majeure non levée sous trois mois": any(e.echu(jour) for e in pending),
        "Mineure déjà détectée sans action efficace": bool(_recidives(audit)),
        "Majeure de l’audit précédent sans date de levée": bool(unsolved),
    }
    return tuple(typographed(text) for text, held_true in found.items() if held_true)
