"""Self-assessment sheet, chapter 2: the 18 items answered, or the sheet to fill in."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

from reportlib.blocks import Block, Blocks, Cell, Column, Row, Table, absent, number, text
from reportlib.indicators import accompagnement
from reportlib.rules.accompagnement import charte, echelle, items
from reportlib.sections.bilan import Bilan
from reportlib.sections.documents import manque
from reportlib.sections.fiche_accompagnement import vierge
from reportlib.sections.figure import Figure
from reportlib.sections.profil import echelle_en_mots
from reportlib.sections.tournures import chapter, notes, source
from reportlib.wording import rich, signed, typographed

_COMPARED = "\u00a0; écart en points de niveau avec votre campagne précédente"
BOX = "☐"
"""What one ticks on paper."""


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter: each item with its level and its gap, or with boxes to tick."""
    if vierge(bilan):
        return chapter("Vos 18 items à renseigner", _blank())
    return chapter("Vos 18 items", _answers(bilan))


def niveau(bilan: Bilan, item: str, level: int) -> Cell:
    """Return the level of an item, « 2 », under the name of its number."""
    shown = number(str(level), level)
    return replace(shown, ref=f"AC-05|propre|item={item}|{bilan.annee}|niveau")


def _answers(bilan: Bilan) -> Block:
    who = bilan.organisme
    said = accompagnement.reponses(bilan.dataset, bilan.period, who.id_of if who else "")
    gaps = {} if manque(bilan, "AC-06") else bilan.figures.grouped("AC-06", "item")
    rows = [
        Row(
            cells=(
                text(row["item"]),
                text(row["libelle"]),
                _level(bilan, row),
                text(_words(row)),
                *([_gap(gaps.get(row["item"]))] if gaps else []),
            )
        )
        for row in said.to_dict("records")
    ]
    return Table(
        title="Niveau de chaque item",
        unit=f"De 0 à 3{_COMPARED if gaps else ''}",
        columns=(
            Column(label="Item", width_mm=11),
            Column(label="Ce que vous avez évalué"),
            Column(label="Niveau", kind="num", width_mm=15),
            Column(label="En mots", width_mm=26),
            *([Column(label="Écart", kind="num", width_mm=15)] if gaps else []),
        ),
        rows=tuple(rows),
        notes=notes(
            list(gaps.values()),
            rich(
                "« – » : sans réponse, ou sans niveau à l’une des deux campagnes."
                if gaps
                else "« – » : sans réponse. Aucune campagne précédente à laquelle comparer."
            ),
        ),
        source=source("autoevaluations"),
        dense=True,
    )


def _level(bilan: Bilan, row: Mapping[Hashable, Any]) -> Cell:
    """The level, « s. o. », or a dash where nothing is answered."""
    if row["sans_objet"]:
        return absent("sans_objet")
    if not row["repondu"]:
        return text("–")
    return niveau(bilan, str(row["item"]), int(str(row["niveau"])))


def _words(row: Mapping[Hashable, Any]) -> str:
    if row["sans_objet"]:
        return "sans objet"
    return echelle()[int(str(row["niveau"]))] if row["repondu"] else "sans réponse"


def _gap(figure: Figure | None) -> Cell:
    """The gap of an item, with its sign; a dash where it is at one campaign only."""
    if figure is None or not figure.exact or figure.value is None:
        return text("–")
    return replace(figure.cell, text=((signed(figure.value), ""),))


def _blank() -> Block:
    """The 18 items with a box a level, and one for the proof: to fill in on paper."""
    blocks = charte()["blocs"].items()
    names = ", ".join(f"{key}\u00a0{bloc['nom'].lower()}" for key, bloc in blocks)
    levels = (*(str(level) for level in echelle()), "s. o.".replace(" ", "\u00a0"))
    rows = tuple(
        Row(
            cells=(
                text(one.code),
                text(typographed(one.libelle)),
                *(text(BOX) for _ in levels),
                text(BOX),
            )
        )
        for one in items()
    )
    return Table(
        title="Grille des 18 items",
        unit=typographed(f"Un niveau par item : {echelle_en_mots()}, s. o. sans objet"),
        columns=(
            Column(label="Item", width_mm=11),
            Column(label="À évaluer"),
            *(Column(label=level, width_mm=10) for level in levels),
            Column(label="Preuve", width_mm=16),
        ),
        rows=rows,
        notes=(
            rich(
                "{names}. « Preuve » : cochez si un élément de preuve existe ; n’en joignez pas.",
                names=f"Blocs\u00a0: {names}",
            ),
        ),
        source=typographed(f"{charte()['source']} ; échelle proposée par nous."),
    )
