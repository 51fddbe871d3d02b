"""Chapter 6: what organisations say, with their consent, and no name."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Paragraph, Verbatim, Verbatims
from reportlib.indicators.qualiopi_verbatims import verbatims_diffusables
from reportlib.rules.verbatims import COORDONNEES
from reportlib.sections.bilan import Bilan
from reportlib.sections.qualiopi_nombres import cite
from reportlib.sections.tournures import chapter, missing
from reportlib.wording import counted, rich

TITRE = "Paroles d’organismes"
REGISTRE = "enquete_qualiopi"


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: each text once, those that gave an address left out."""
    if not bilan.provided(REGISTRE):
        return chapter(TITRE, missing(REGISTRE))
    allowed = verbatims_diffusables(bilan.dataset, bilan.period)
    reached = allowed["verbatim"].str.contains(COORDONNEES, regex=False)
    said = allowed.loc[~reached].drop_duplicates(["verbatim"], keep="first")
    if said.empty:
        return chapter(TITRE, Paragraph(text=rich("Aucun témoignage n’est diffusable.")))
    items = tuple(
        Verbatim(words=cite(str(row["verbatim"])),
                 provenance=f"Organisme répondant, enquête de {row['campagne']}")
        for _, row in said.iterrows()
    )  # fmt: skip
    return chapter(TITRE, Verbatims(items=items), _kept(bilan, int(reached.sum())))


def _kept(bilan: Bilan, reached: int) -> Block:
    """What is printed, and what is not."""
    silent = sum(bilan.figures.left_out("QA-25").values())
    parts = ["Publiés avec l’accord des organismes, sans leur nom ; un même texte n’est montré "
             "qu’une fois."]  # fmt: skip
    if silent:
        parts.append("{n} sans accord de diffusion.")
    if reached:
        parts.append("{m} des coordonnées\u00a0: non montré{s}.")
    return Paragraph(
        text=rich(
            " ".join(parts),
            n=counted(silent, "commentaire reste", "commentaires restent"),
            m=counted(reached, "commentaire donnait", "commentaires donnaient"),
            s="" if reached == 1 else "s",
        )
    )
