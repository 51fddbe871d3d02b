"""The last page of the team's own copy: what to check before handing a bilan over."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, CheckItem, CheckList, PageBreak
from reportlib.registers import registers
from reportlib.sections.bilan import Bilan
from reportlib.sections.tournures import NAMES, chapter
from reportlib.wording import counted, integer, listed, rich, typographed


def controles(bilan: Bilan) -> Blocks:
    """Return the checks before handing over, for the team alone."""
    if not bilan.interne:
        return Blocks()
    checks: tuple[Block, ...] = (
        CheckList(
            title="À cocher avant de remettre le bilan",
            hint="Usage interne : à refaire sur l’exemplaire remis, édité sans ce paramètre.",
            items=tuple(
                CheckItem(text=rich("{t}", t=typographed(words)), detail=rich("{d}", d=detail))
                if detail
                else CheckItem(text=rich("{t}", t=typographed(words)))
                for words, detail in _items(bilan)
            ),
        ),
    )
    return Blocks((PageBreak(), *chapter("Annexe E. Contrôles avant remise", *checks)))


def _items(bilan: Bilan) -> tuple[tuple[str, str], ...]:
    """What to check, and what the files say of it."""
    return (
        (
            "Période, périmètre, version et édition corrects ; fichiers nommés, empreintes "
            "affichées",
            typographed(f"Version {bilan.edition.shown_version} ; {bilan.edition.shown_date}."),
        ),
        ("Aucun nom de personne ; aucun numéro de dossier dans un exemplaire d’organisme", ""),
        ("Tuiles, tableaux et classeur : mêmes nombres", "Vérifié à l’édition du bilan."),
        ("Chaque pourcentage a sa base ; aucun « 0 % » sur une base nulle", ""),
        (
            "Sections « donnée non fournie » relues : oubli de fichier, ou vrai vide",
            _absent(bilan),
        ),
        (
            "Lignes des fichiers = gardées + mises à l’écart + ignorées ; anomalies traitées ou "
            "acceptées",
            _lines(bilan),
        ),
        (
            "Exemplaires d’organismes : mention de confidentialité, aucune donnée d’un autre "
            "organisme, alertes et interventions filtrées, « s » conformes",
            "",
        ),
        ("Nombres venus d’ailleurs (autre région, national) présentés comme tels", ""),
    )


def _absent(bilan: Bilan) -> str:
    """Registers that no file provides."""
    gone = [NAMES.get(name, name) for name in registers() if not bilan.provided(name)]
    return typographed(
        f"Registres non fournis : {listed(gone)}." if gone else "Tous les registres sont fournis."
    )


def _lines(bilan: Bilan) -> str:
    """Rows set aside and remarks of the reading."""
    report = bilan.dataset.report
    aside = counted(len(report.set_aside), "ligne mise à l’écart", "lignes mises à l’écart")
    return typographed(
        f"{aside} ; {integer(len(report.notices))} avis de lecture : voir « bilan verifier »."
    )
