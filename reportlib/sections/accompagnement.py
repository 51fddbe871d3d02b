"""Chapter 4: workshops, organisations reached, presence at trainees' own bilans."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Cell, Column, Paragraph, Row, Table, text
from reportlib.sections.bilan import Bilan
from reportlib.sections.libelles import TRIMESTRES
from reportlib.sections.tournures import aside, chapter, left_out, missing, notes, soit, source
from reportlib.wording import Rich, agreed, counted, integer, listed, rich, typographed

REACHED = (("BA-09", "Organismes"), ("BA-09b", "Participants"))
"""What the table of workshops says beside their number, when participations are known."""
STEPS = (
    ("intermediaire", "en cours de parcours", "en cours de parcours"),
    ("final", "final", "finaux"),
)
"""Trainees' bilans: value of the register, singular, plural."""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: workshops by theme and quarter, meetings apart, trainees' bilans."""
    workshops: tuple[Block | None, ...] = (missing("ateliers"),)
    if bilan.provided("ateliers"):
        workshops = (_themes(bilan), _apart(bilan))
    reached = None if bilan.provided("participations") else missing("participations")
    present = (
        Paragraph(text=_present(bilan))
        if bilan.provided("suivi_parcours")
        else missing("suivi_parcours")
    )
    return chapter("L’accompagnement des organismes", *workshops, reached, present)


def _present(bilan: Bilan) -> Rich:
    """Presence at the bilans of trainees, and the adjustments that followed (BA-13)."""
    whole, adjusted = bilan.one("BA-13"), bilan.one("BA-13b")
    if not whole.count:
        return rich("Le pôle n’a participé{a} à aucun bilan de stagiaire.", a=aside(whole))
    found = bilan.figures.grouped("BA-13", "etape")
    parts = [counted(found[k].count, one, many) for k, one, many in STEPS if k in found]
    after = ""
    if adjusted.exact and adjusted.base:
        after = " Un réajustement a suivi {r} sur {b} où cette suite est renseignée" + soit(
            adjusted
        )
        after += "."
    return rich(
        "Le pôle a participé à **{n}**{a}, {p}." + after,
        n=counted(whole.count, "bilan de stagiaire", "bilans de stagiaires"),
        a=aside(whole),
        p=listed(parts),
        r=integer(adjusted.count),
        b=counted(adjusted.base, "bilan"),
    )


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

    reached = [
        (bilan.figures.grouped(identifier, "theme"), bilan.one(identifier), identifier, label)
        for identifier, label in REACHED
        if bilan.provided("participations")
    ]

    def came(theme: str) -> tuple[Cell, ...]:
        zero = bilan.figures.zero
        return tuple(
            by_theme.get(theme, zero(identifier, theme=theme)).cell
            for by_theme, _, identifier, _ in reached
        )

    rows = [
        Row(
            cells=(
                text(
                    "Thème non renseigné"
                    if f.group["theme"] == "non_renseigne"
                    else typographed(f.group["theme"])
                ),
                *(cell(theme=f.group["theme"], trimestre=q) for q in TRIMESTRES),
                f.cell,
                *came(f.group["theme"]),
            )
        )
        for f in themes
    ]
    totals = (
        *(cell(trimestre=q) for q in TRIMESTRES),
        whole.cell,
        *(total.cell for _, total, _, _ in reached),
    )
    rows.append(Row(cells=(text("Ensemble"), *totals), total=True))
    return Table(
        title="Ateliers animés, par thème et par trimestre",
        unit="Nombre d’ateliers réalisés, d’organismes venus et de participants"
        if reached
        else "Nombre d’ateliers réalisés",
        columns=(
            Column(label="Thème"),
            *(Column(label=label, kind="num", width_mm=15) for label in TRIMESTRES.values()),
            Column(label="Année", kind="num", width_mm=15),
            *(Column(label=label, kind="num", width_mm=23) for *_, label in reached),
        ),
        rows=tuple(rows),
        notes=notes(
            [whole, *(f for by_theme, total, *_ in reached for f in (*by_theme.values(), total))],
            *(_once(),) * bool(reached),
        ),
        source=source("ateliers", "participations") if reached else source("ateliers"),
    )


def _once() -> Rich:
    return rich("Un organisme venu à plusieurs ateliers compte une fois dans l’ensemble.")


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
