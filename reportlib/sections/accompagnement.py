"""Chapter 4: workshops and the support of organisations."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Cell, Column, Paragraph, Row, Table, text
from reportlib.sections.bilan import Bilan
from reportlib.sections.tournures import chapter, left_out, missing, notes, source
from reportlib.wording import agreed, counted, rich, typographed

QUARTERS = (("T1", "1er trim."), ("T2", "2e trim."), ("T3", "3e trim."), ("T4", "4e trim."))


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: workshops by theme and quarter, meetings apart, what is missing."""
    title = "L’accompagnement des organismes"
    workshops: tuple[Block | None, ...] = (missing("ateliers"),)
    if bilan.provided("ateliers"):
        workshops = (_themes(bilan), _apart(bilan))
    return chapter(title, *workshops, missing("participations"), missing("suivi_parcours"))


def _themes(bilan: Bilan) -> Block:
    whole = bilan.one("BA-08")
    if not whole.count:
        return Paragraph(text=rich("Aucun atelier n’a été animé dans l’année."))
    found = {
        tuple(f.group.values()): f
        for par in (("theme", "trimestre"), ("trimestre",))
        for f in bilan.figures.by("BA-08", *par)
    }
    themes = sorted(
        bilan.figures.by("BA-08", "theme"),
        key=lambda f: (f.group["theme"] == "non_renseigne", -f.count, f.group["theme"]),
    )

    def cell(**group: str) -> Cell:
        return found.get(tuple(group.values()), bilan.figures.zero("BA-08", **group)).cell

    rows = [
        Row(
            cells=(
                text(
                    "Thème non renseigné"
                    if f.group["theme"] == "non_renseigne"
                    else typographed(f.group["theme"])
                ),
                *(cell(theme=f.group["theme"], trimestre=q) for q, _ in QUARTERS),
                f.cell,
            )
        )
        for f in themes
    ]
    totals = (*(cell(trimestre=q) for q, _ in QUARTERS), whole.cell)
    rows.append(Row(cells=(text("Ensemble"), *totals), total=True))
    return Table(
        title="Ateliers animés, par thème et par trimestre",
        unit="Nombre d’ateliers réalisés",
        columns=(
            Column(label="Thème"),
            *(Column(label=label, kind="num", width_mm=19) for _, label in QUARTERS),
            Column(label="Année", kind="num", width_mm=20),
        ),
        rows=tuple(rows),
        notes=notes([whole]),
        source=source("ateliers"),
    )


def _apart(bilan: Bilan) -> Block | None:
    out = bilan.figures.left_out("BA-08")
    said = left_out(out)
    if not said:
        return None
    total = sum(out.values())
    return Paragraph(
        text=rich(
            "À part, hors de ce total : {o}. {n} {v} pas comptée{s} comme atelier.",
            o=said,
            n=counted(total, "rencontre", "rencontres"),
            v=agreed(total, "n’est", "ne sont"),
            s=agreed(total, "", "s"),
        )
    )
