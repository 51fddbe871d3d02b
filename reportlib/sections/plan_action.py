"""Self-assessment sheet, chapter 3: priorities, the plan of action, ruptures on the side."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from reportlib.blocks import Block, Blocks, Column, FreeZone, Paragraph, Row, Table, text
from reportlib.indicators import accompagnement
from reportlib.rules.accompagnement import echelle
from reportlib.sections.bilan import Bilan
from reportlib.sections.documents import manque
from reportlib.sections.fiche_accompagnement import vierge
from reportlib.sections.reponses import niveau
from reportlib.sections.statistiques import phrase_correlation
from reportlib.sections.tournures import chapter, soit, source
from reportlib.wording import Rich, agreed, counted, day, decimal, listed, rich, typographed

ROOMY = 4
"""Up to so many priorities, the frame has more lines. Our choice, for two pages."""
TABLED = 7
"""Over so many priorities, they are listed on a line: the items stand just above. Our choice."""
ZONES = (
    ("Nos points prioritaires", "Items de niveau 0 ou 1, bloc par bloc.", 5),
    ("Notre plan d’action", "Qui fait quoi, avec quels moyens, pour quelle date.", 9),
    ("Ce que nous pouvons mettre en commun", "Dans un groupement ou un réseau d’organismes.", 3),
)
"""What a sheet without answers leaves room for: title, hint, lines."""


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter: priorities with room for an action, a frame, ruptures beside."""
    title = "Vos points prioritaires et votre plan d’action"
    if vierge(bilan):
        return chapter(
            "Votre plan d’action",
            *(FreeZone(title=name, hint=hint, lines=lines) for name, hint, lines in ZONES),
        )
    who = bilan.organisme
    points = accompagnement.points_prioritaires(
        bilan.dataset, bilan.period, who.id_of if who else ""
    )
    rows = points.to_dict("records")
    if not rows:
        none = rich("Aucun item n’est au niveau 0 ou 1 : aucun point prioritaire.")
        return chapter(title, Paragraph(text=none), _frame(5), *_ruptures(bilan))
    shown = _table(bilan, rows) if len(rows) <= TABLED else _line(rows)
    lines = 3 if len(rows) <= ROOMY or len(rows) > TABLED else 1
    return chapter(title, shown, _frame(lines), *_ruptures(bilan))


def _table(bilan: Bilan, rows: Sequence[Mapping[Hashable, Any]]) -> Block:
    return Table(
        title="Points prioritaires",
        unit=typographed(
            f"{counted(len(rows), 'item')} de niveau 0 ({echelle()[0]}) ou 1 ({echelle()[1]}), "
            "par bloc, le niveau le plus bas d'abord"
        ),
        columns=(
            Column(label="Item", width_mm=11),
            Column(label="Point prioritaire", width_mm=76),
            Column(label="Niveau", kind="num", width_mm=14),
            Column(label="Action prévue"),
            Column(label="Échéance", width_mm=24),
        ),
        rows=tuple(
            Row(
                cells=(
                    text(str(row["item"])),
                    text(str(row["libelle"])),
                    niveau(bilan, str(row["item"]), int(str(row["niveau"]))),
                    text(""),
                    text(""),
                )
            )
            for row in rows
        ),
        source=source("autoevaluations"),
    )


def _line(rows: Sequence[Mapping[Hashable, Any]]) -> Block:
    """Many priorities, on a line: « A1 (1), A4 (0) »."""
    return Paragraph(
        text=rich(
            "**{n}** de niveau 0 ou 1, par bloc, le niveau le plus bas d’abord : {each}.",
            n=counted(len(rows), "item"),
            each=listed([f"{row['item']}\u00a0({row['niveau']})" for row in rows]),
        )
    )


def _frame(lines: int) -> Block:
    return FreeZone(
        title="Notre plan d’action",
        hint="Qui fait quoi, avec quels moyens ; ce qui peut être mis en commun dans un "
        "groupement ou un réseau d’organismes.".replace(" ;", "\u00a0;"),
        lines=lines,
    )


def _ruptures(bilan: Bilan) -> tuple[Block, ...]:
    """The level of the engagements beside the cohort's ruptures: two facts, no link (AC-09)."""
    if line := manque(bilan, "RP-02"):
        return (line,)
    level, cohort = bilan.one("AC-02"), bilan.one("RP-02")
    if not level.exact or not cohort.exact or level.value is None:
        return ()
    beside = accompagnement.accompagnement_et_ruptures(bilan.dataset, bilan.period, bilan.settings)
    link = phrase_correlation(accompagnement.liaison(beside), len(beside))
    return (Paragraph(text=(*_facts(bilan), (f" {link}", ""))),)


def _facts(bilan: Bilan) -> Rich:
    level, cohort = bilan.one("AC-02"), bilan.one("RP-02")
    return rich(
        "**Accompagnement et ruptures.** Niveau moyen des engagements A1 à A4 : {l} ({b}). "
        "Cohorte : sur {e} en formation, {n} au {d}{share}. Deux faits de la même période : l’un "
        "n’explique pas l’autre.",
        l=decimal(level.value or 0.0),
        b=counted(level.base, "niveau donné", "niveaux donnés"),
        e=counted(cohort.base, "parcours entré", "parcours entrés"),
        n=counted(
            cohort.count,
            agreed(cohort.count, "est rompu", "sont rompus"),
            "sont rompus",
            none="aucun n’est rompu",
        ),
        d=day(bilan.period.end),
        share=soit(cohort),
    )
