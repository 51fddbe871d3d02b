"""Chapter 7 of the charter's bilan: three zones that both parties fill in."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, FreeZone, Paragraph
from reportlib.rules.engagements import ENGAGEMENTS
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import hors_charte, terminee
from reportlib.sections.experimentation import REGARD
from reportlib.sections.tournures import chapter
from reportlib.sections.zones import restantes, zone
from reportlib.wording import rich, typographed

TITLE = "Regard qualitatif"
ZONES = (
    ("Ce qui a fonctionné", "Deux ou trois situations, sans nommer personne."),
    ("Ce qui reste à faire", "Par qui, et à quelle échéance."),
    ("Ce qu’il faut revoir dans la charte", "Les mots de la charte qu’il faudrait changer."),
)
KNOWN = (
    *(title for title, _ in ZONES),
    REGARD,
    *(name for one in ENGAGEMENTS for name in (one.id, one.libelle)),
)
"""Headings of the team's file that have a zone of their own."""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region."""
    return _chapter(bilan)


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation."""
    return Blocks() if hors_charte(bilan) else _chapter(bilan)


def _chapter(bilan: Bilan) -> Blocks:
    charter = rich(
        "À remplir par les deux parties. La charte le prévoit : « Son contenu sera revu à partir "
        "des observations menées par les deux parties »."
    )
    blocks: list[Block] = [Paragraph(text=charter)]
    short = bilan.organisme is not None or terminee(bilan)
    lines = 2 if short else 5
    for title, hint in ZONES:
        words = zone(bilan, title)
        blocks.append(
            FreeZone(
                title=title,
                hint="" if words else typographed(hint),
                lines=lines,
                markdown=words,
            )
        )
    if others := restantes(bilan, KNOWN):
        blocks.append(FreeZone(title="Autres observations", markdown=others))
    return chapter(TITLE, *blocks)
