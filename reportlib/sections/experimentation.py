"""Chapter 4 of the charter's bilan: proposals, individualised files, the commission, refusals."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, FreeZone, Heading, Paragraph
from reportlib.sections import apres_refus, individualisation_charte, propositions_charte
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import DEDUIT, hors_charte, rien_compte, terminee
from reportlib.sections.tournures import chapter
from reportlib.sections.zones import zone
from reportlib.wording import typographed

TITLE = f"Expérimentation : l’individualisation{DEDUIT}"
REGARD = "Regard qualitatif sur la part d’individualisation"


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region."""
    return _chapter(bilan)


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation, from its own rows."""
    return Blocks() if hors_charte(bilan) else _chapter(bilan)


def _chapter(bilan: Bilan) -> Blocks:
    title = typographed(TITLE)
    if terminee(bilan):
        return chapter(title, Paragraph(text=rien_compte(bilan)), _regard(bilan))
    return chapter(
        title,
        Heading(text="Propositions"),
        *propositions_charte.blocks(bilan),
        Heading(text="Part d’individualisation dans les dossiers"),
        *individualisation_charte.part_amenagee(bilan),
        _regard(bilan),
        Heading(text="Valorisation en commission"),
        *individualisation_charte.valorisation(bilan),
        Heading(text="Après un refus"),
        *apres_refus.blocks(bilan),
    )


def _regard(bilan: Bilan) -> Block:
    """The charter asks for words on this share; the number is our addition (R-CH-08)."""
    words = zone(bilan, REGARD, "Regard qualitatif")
    return FreeZone(
        title=REGARD,
        hint="" if words else "Ce que les deux parties en disent, au-delà du nombre.",
        lines=1 if bilan.organisme else 2,
        markdown=words,
    )
