"""The detail of the charter by organisation, for the team alone: never in a copy (🔒)."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd

from reportlib.blocks import Blocks, Cell, Column, Paragraph, Row, Table, absent, number, text
from reportlib.indicators import indicator, measure
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import rien_compte, terminee
from reportlib.sections.tournures import absente, chapter
from reportlib.wording import integer, rich

COLUMNS = (
    ("CH-04", "numerator", "Propositions"),
    ("CH-05", "numerator", "dont aménagement"),
    ("CH-13", "denominator", "Dossiers renseignés"),
    ("CH-13", "numerator", "dont aménagés"),
    ("CH-16", "numerator", "Refus (cohérence)"),
    ("CH-17", "numerator", "dont contactés"),
    ("CH-21", "numerator", "Alertes"),
    ("CH-30", "numerator", "Dialogue"),
)
"""Indicator, which of its numbers, header."""


def annexe(bilan: Bilan) -> Blocks:
    """Return the annex of the team's own copy; nothing in any other."""
    if not bilan.interne:
        return Blocks()
    title = "Annexe D. Détail par organisme (interne)"
    if gone := absente(bilan, "signataires", "organismes"):
        return chapter(title, gone)
    if terminee(bilan):
        return chapter(title, Paragraph(text=rien_compte(bilan)))
    found = {name: _own(bilan, name) for name, _, _ in COLUMNS}
    seen = sorted({id_of for figures in found.values() for id_of in figures.index})
    if not seen:
        none = rich("Aucun organisme n’a d’événement de la charte dans la période.")
        return chapter(title, Paragraph(text=none))
    named = bilan.dataset["organismes"].drop_duplicates("id_of").set_index("id_of")["denomination"]
    rows = tuple(
        Row(cells=(text(_name(named, id_of)), *(_cell(bilan, found, id_of, c) for c in COLUMNS)))
        for id_of in seen
    )
    table = Table(
        title="Événements de la charte, par organisme",
        unit="Usage interne\u00a0: ne pas remettre. Par identifiant, sans classement",
        columns=(
            Column(label="Organisme"),
            *(Column(label=h, kind="num", width_mm=17) for _, _, h in COLUMNS),
        ),
        rows=rows,
        dense=True,
        long=True,
    )
    return chapter(title, table)


def _own(bilan: Bilan, identifier: str) -> pd.DataFrame:
    """The figures of each organisation, none withheld: indexed by ``id_of``."""
    record = indicator(identifier)
    figures = measure(record, bilan.dataset, bilan.period, bilan.settings, copie="interne")
    return figures.loc[figures["perimetre"].eq("organisme")].set_index("id_of")


def _cell(
    bilan: Bilan, found: dict[str, pd.DataFrame], id_of: str, column: tuple[str, str, str]
) -> Cell:
    identifier, part, _ = column
    ref = f"{identifier}|{id_of}||{bilan.period.label}|{part}"
    if not bilan.provided(*indicator(identifier).registres):
        return replace(absent("non_fourni"), ref=ref)
    figures = found[identifier]
    if id_of not in figures.index:
        return replace(number("0", 0.0), ref=ref)
    value = float(figures[part].astype("float64").loc[id_of])
    if math.isnan(value):
        return replace(absent("sans_objet"), ref=ref)
    return replace(number(integer(value), value), ref=ref)


def _name(named: pd.Series, id_of: str) -> str:
    return f"{id_of} {str(named.get(id_of, '')).replace(chr(39), '’')}".strip()
