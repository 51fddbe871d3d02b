"""Note on ruptures, end of chapter 1: from an event to its alert, from it to the first call."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Paragraph
from reportlib.rules.statistiques import Mediane
from reportlib.sections.bilan import Bilan
from reportlib.sections.documents import manque
from reportlib.sections.figure import Figure
from reportlib.sections.statistiques import phrase_mediane
from reportlib.sections.tournures import left_out
from reportlib.wording import Rich, joined, rich

DELAIS = (
    ("RP-14", "Signalement, de l’événement à l’alerte de l’organisme"),
    ("RP-13", "Réaction, de l’alerte au premier appel au stagiaire"),
)


def region(bilan: Bilan) -> Blocks:
    """Return both delays of the year's alerts in one paragraph, or what is missing for them."""
    shown = [(label, bilan.one(i)) for i, label in DELAIS if not manque(bilan, i)]
    lines = [manque(bilan, identifier) for identifier, _ in DELAIS]
    said = joined(_said(bilan, label, figure) for label, figure in shown)
    blocks: list[Block] = [Paragraph(text=said)] if said else []
    missing = {line.text: line for line in lines if line}
    return Blocks((*blocks, *missing.values()))


def _said(bilan: Bilan, label: str, figure: Figure) -> Rich:
    """Return the label of a delay, its median, and what could not be timed."""
    apart = left_out(bilan.figures.left_out(figure.record.id))
    return rich(
        "**{label}** : {middle}" + (" ; hors mesure : {apart}." if apart else "."),
        label=label,
        middle=_middle(figure),
        apart=apart,
    )


def _middle(figure: Figure) -> str:
    if not figure.exact:
        return figure.shown if figure.state != "sans_objet" else phrase_mediane(_NONE, "jour")
    return phrase_mediane(
        Mediane(
            cas=figure.base,
            valeur=figure.value,
            minimum=figure.minimum,
            maximum=figure.maximum,
        ),
        "jour",
    )


_NONE = Mediane(cas=0, valeur=None, minimum=None, maximum=None)
