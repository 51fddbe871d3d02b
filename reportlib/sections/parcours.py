"""Chapter 4 of an organisation's copy: its alerts, ruptures, interventions, paths achieved."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks
from reportlib.sections.bilan import Bilan
from reportlib.sections.comparaison import beside
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import CAUSES, EVENEMENTS, libelle
from reportlib.sections.tournures import absente, chapter, notes, sorted_by_size
from reportlib.wording import Rich, day, rich, typographed

COUNTED = (
    ("CH-21", "Alertes que vous avez émises"),
    ("BA-10", "Interventions, avec l’accord du stagiaire"),
    ("RP-01", "Parcours rompus dans l’année"),
    ("BA-23", "Parcours achevés, parmi achevés et rompus"),
    ("BA-24", "Certifications obtenues, parmi les connues"),
    ("RP-02", "Parcours rompus, parmi les entrés de l’année"),
)
"""Indicator and label of each row, in order."""
TITLE = "Vos parcours, en nombres"


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter: one table of counts and rates, causes under it, what is missing."""
    if bilan.bref:
        return Blocks()
    read = tuple(n for n in ("dossiers_ptp", "alertes", "interventions") if bilan.provided(n))
    blocks: list[Block | None] = []
    if read:
        said = (*_causes(bilan), *notes(_withheld(bilan)), *_alerts(bilan), *_cohort(bilan))
        blocks.append(beside(bilan, TITLE, COUNTED, read, *said))
    blocks.append(absente(bilan, "dossiers_ptp", "alertes", "signataires", "interventions"))
    return chapter("Vos parcours dans le temps", *blocks)


def _alerts(bilan: Bilan) -> tuple[Rich, ...]:
    """What the alerts are of, and those that are not counted; a trainee's leaves no trace."""
    if not bilan.provided("alertes", "signataires"):
        return ()
    lines = []
    kinds = sorted_by_size(bilan.figures.by("CH-21", "type_evenement"), "type_evenement")
    if kinds:
        parts = [f"{libelle(EVENEMENTS, f.group['type_evenement'])} ({f.shown})" for f in kinds]
        lines.append(rich("Vos alertes : {p}.", p=", ".join(parts)))
    if apart := bilan.figures.left_out("CH-21"):
        said = ", ".join(f"{n} ({reason})" for reason, n in sorted(apart.items()))
        lines.append(rich("Hors de ce compte : {s}.", s=typographed(said)))
    return tuple(lines)


def _causes(bilan: Bilan) -> tuple[Rich, ...]:
    """Ruptures by cause, « s » under the threshold: most are withheld in a copy."""
    found = bilan.figures.grouped("RP-01", "cause_rupture")
    said = [
        f"{libelle(CAUSES, cause).lower()}, {found[cause].shown}"
        for cause in CAUSES
        if cause in found
    ]
    if not said:
        return ()
    return (rich("Ruptures par cause : {s}.", s=typographed(" ; ".join(said))),)


def _withheld(bilan: Bilan) -> tuple[Figure, ...]:
    """A cause that is withheld, so that the sign is explained under the table."""
    causes = bilan.figures.by("RP-01", "cause_rupture")
    return tuple(figure for figure in causes if figure.state == "masque")[:1]


def _cohort(bilan: Bilan) -> tuple[Rich, ...]:
    """The last row is read while some paths go on."""
    if not bilan.one("RP-02").base:
        return ()
    said = "Dernière ligne : taux provisoire au {f}, des parcours sont encore en cours."
    return (rich(said, f=day(bilan.period.end)),)
