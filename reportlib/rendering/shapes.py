"""Blocks whose parts do not fit together: no mode of rendering can draw them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from reportlib.blocks.engagements import KEPT
from reportlib.blocks.tables import ABSENT
from reportlib.wording import plain

Piece = dict[str, Any]
SERIES, POINTS = 2, 2
"""A line chart has two series at most (accent and quiet), and a line needs two points."""
HEAT_COLUMNS, PARTS, GRADES = 14, 5, 10
"""Most columns of a heat map, parts of a bar that print apart without colour, units of a scale."""
PERSONAL = re.compile(r"@|(?:\d[ .\u00a0\u202f-]?){9,}")
"""What would name somebody in words quoted: an address, a number of nine digits or more."""


def misfit(piece: Piece) -> str:
    """Return what is wrong with a block's parts, or nothing."""
    fits = _SHAPES.get(piece["kind"])
    return (fits(piece) if fits else "") or _cells_misfit(piece)


def cells(value: Any) -> Iterator[Piece]:
    """Yield the cells of a record, depth first: what holds a text, a number and its state."""
    if isinstance(value, dict):
        if {"text", "value", "state"} <= value.keys():
            yield value
        else:
            for item in value.values():
                yield from cells(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from cells(item)


def _cells_misfit(piece: Piece) -> str:
    for cell in cells(piece):
        shown = plain(tuple((words, "") for words, _ in cell["text"]))
        ends = (cell["low"], cell["high"])
        if cell["state"] != "exact" and (cell["value"], *ends) != (None, None, None):
            return f"la cellule « {shown} » n’est pas montrée et porte encore son nombre"
        if cell["state"] in ABSENT and cell["text"] and shown != ABSENT[cell["state"]][0]:
            return f"la cellule « {shown} » n’a pas le signe de son état ({cell['state']})"
        if ends != (None, None) and (None in ends or cell["value"] is None or ends[0] > ends[1]):
            return f"l’intervalle de « {shown} » n’a pas deux bornes en ordre et un nombre"
    return ""


def _table_shape(piece: Piece) -> str:
    if not piece["columns"] or not piece["rows"]:
        return "il n’a pas de colonne ou pas de ligne"
    wide = len(piece["columns"])
    wrong = [n for n, row in enumerate(piece["rows"], start=1) if len(row["cells"]) != wide]
    if wrong:
        return f"sa ligne {wrong[0]} n’a pas {wide} cellules"
    if piece["columns"][0]["kind"] == "bar":
        return "sa première colonne nomme les lignes, ce ne peut pas être une barre"
    heads = [plain(row["cells"][0]["text"]).strip() for row in piece["rows"]]
    return "" if all(heads) else f"la première cellule de sa ligne {heads.index('') + 1} est vide"


def _heat_shape(piece: Piece) -> str:
    rows = [*piece["rows"], *([piece["total"]] if piece["total"] else [])]
    wide = len(piece["columns"])
    if not 1 <= wide <= HEAT_COLUMNS or not piece["rows"]:
        return f"il lui faut des lignes, et de 1 à {HEAT_COLUMNS} colonnes"
    if not all(name.strip() for name in (*piece["columns"], piece["corner"], *_labels(rows))):
        return "une ligne ou une colonne n’a pas de nom"
    wrong = [n for n, row in enumerate(rows, start=1) if len(row["cells"]) != wide]
    if wrong:
        return f"sa ligne {wrong[0]} n’a pas {wide} cellules"
    if len({row["total"] is None for row in rows}) > 1:
        return "toutes ses lignes ont un total, ou aucune"
    low = [c for row in rows for c in row["cells"] if c["value"] is not None and c["value"] < 0]
    return "ses nombres sont positifs ou nuls" if low else ""


def _engagements_shape(piece: Piece) -> str:
    rows = [row for party in piece["parties"] for row in party["engagements"]]
    if not rows or not all(party["engagements"] for party in piece["parties"]):
        return "une partie n’a aucun engagement"
    if not all(party["name"].strip() for party in piece["parties"]) or not all(_labels(rows)):
        return "une partie ou un engagement n’a pas de nom"
    unknown = {row["state"] for row in rows} - KEPT.keys()
    return f"l’état « {unknown.pop()} » est inconnu" if unknown else ""


def _labels(rows: list[Piece]) -> list[str]:
    return [str(row["label"]).strip() for row in rows]


def _bars_shape(piece: Piece) -> str:
    return "" if piece["bars"] or piece["apart"] else "il n’a aucune barre"


def _steps_shape(piece: Piece) -> str:
    return "" if piece["steps"] else "il n’a aucune étape"


def _rows_shape(piece: Piece) -> str:
    return "" if piece["rows"] else "il n’a aucune ligne"


def _levels_shape(piece: Piece) -> str:
    if not piece["rows"]:
        return "il n’a aucune ligne"
    most = piece["maximum"]
    if not 1 <= most <= GRADES:
        return f"son échelle va de 0 à {GRADES} au plus"
    marks = [row[one] for row in piece["rows"] for one in ("own", "region") if row[one]]
    out = [c for c in marks if c["value"] is not None and not 0 <= c["value"] <= most]
    return f"un nombre sort de l’échelle de 0 à {most}" if out else ""


def _stacked_shape(piece: Piece) -> str:
    wide = len(piece["parts"])
    if not 2 <= wide <= PARTS or not all(name.strip() for name in piece["parts"]):
        return f"il lui faut de 2 à {PARTS} parts, chacune avec son nom"
    if not piece["rows"]:
        return "il n’a aucune ligne"
    if any(len(row["cells"]) != wide for row in piece["rows"]):
        return f"une ligne n’a pas {wide} cellules"
    low = [c for c in cells(piece) if c["value"] is not None and c["value"] < 0]
    return "une part est négative" if low else ""


def _line_shape(piece: Piece) -> str:
    points, series = len(piece["labels"]), piece["series"]
    if not 1 <= len(series) <= SERIES:
        return f"une figure a une ou deux courbes, celle-ci {len(series)}"
    lengths = {len(piece["full_labels"]), *(len(one["cells"]) for one in series)}
    if points < POINTS or lengths != {points}:
        return f"ses courbes n’ont pas toutes les {points} points de ses repères, deux au moins"
    return ""


def _curve_shape(piece: Piece) -> str:
    series = piece["series"]
    if not 1 <= len(series) <= SERIES:
        return f"une figure a une ou deux courbes, celle-ci {len(series)}"
    if len({p["date"] for p in series[0]["points"]}) < POINTS:
        return "sa première courbe n’a pas deux dates"
    days = [[p["date"] for p in one] for one in (*(s["points"] for s in series), piece["band"])]
    try:
        _ = [date.fromisoformat(day) for each in days for day in each]
    except ValueError as exc:
        return f"une date ne se lit pas ({exc})"
    if any(each != sorted(each) for each in days):
        return "ses points ne sont pas dans l’ordre des dates"
    points = [p for one in series for p in one["points"]]
    if any(len({(p["date"], p["source"]) for p in one["points"]}) < len(one["points"])
           for one in series):  # fmt: skip
        return "une courbe a deux points d’un même jour et d’une même source"
    named = range(1, len(piece["sources"]) + 1)
    if any(p["source"] not in named and not (p["extrapolated"] and p["source"] is None)
           for p in points):  # fmt: skip
        return "un point n’a pas de source"
    low = [p for p in points if p["cell"]["value"] is not None and p["cell"]["value"] < 0]
    return "un point est négatif" if low or any(b["low"] > b["high"] for b in piece["band"]) else ""


def _tiles_shape(piece: Piece) -> str:
    kept = [t for t in piece["items"] if t["state"] != "exact" and t["number"] is not None]
    if kept:
        return f"« {kept[0]['label']} » n’est pas montré et porte encore son nombre"
    return "" if piece["items"] and 1 <= piece["columns"] <= 6 else "il lui faut 1 à 6 colonnes"


def _verbatims_shape(piece: Piece) -> str:
    for item in piece["items"]:
        if not item["words"].strip() or not item["provenance"].strip():
            return "une citation n’a pas de mots ou pas de provenance"
        if PERSONAL.search(item["words"]) or PERSONAL.search(item["provenance"]):
            return "une citation porte une adresse ou un long numéro, qui désignerait quelqu’un"
    return "" if piece["items"] else "il n’a aucune citation"


def _letter_shape(piece: Piece) -> str:
    said = piece["subject"].strip() and piece["recipient"] and piece["paragraphs"]
    return "" if said else "une lettre a un destinataire, un objet et des paragraphes"


def _checklist_shape(piece: Piece) -> str:
    return "" if piece["title"].strip() and piece["items"] else "il n’a pas de titre ou aucun point"


_SHAPES: dict[str, Callable[[Piece], str]] = {
    "table": _table_shape,
    "heat": _heat_shape,
    "engagements": _engagements_shape,
    "bars": _bars_shape,
    "funnel": _steps_shape,
    "dots": _rows_shape,
    "levels": _levels_shape,
    "stacked": _stacked_shape,
    "line": _line_shape,
    "curve": _curve_shape,
    "tiles": _tiles_shape,
    "verbatims": _verbatims_shape,
    "letter": _letter_shape,
    "checklist": _checklist_shape,
}
