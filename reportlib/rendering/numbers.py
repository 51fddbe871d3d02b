"""The table of a figure's numbers: what the drawing says, for those who read rather than look."""

from __future__ import annotations

from datetime import date
from typing import Any

from reportlib.rendering.charts import strip_sides
from reportlib.rendering.charts.lines import ON_AXIS
from reportlib.rendering.checks import Piece
from reportlib.rendering.look import chart
from reportlib.rendering.tables import fit, with_meaning, worded
from reportlib.rendering.tables import table as laid_table
from reportlib.wording import day

BLANK: Piece = {"text": [], "value": None, "state": "exact", "bar": None}
"""A cell that says nothing: a series without a point at this date."""


def _numbers(
    columns: list[tuple[str, str]], rows: list[list[Any]], *, total: bool = False
) -> Piece:
    """A table of a figure's numbers: columns as label and kind, the first cell of a row a text."""
    named = [{"label": label, "kind": kind} for label, kind in columns]
    cells = [[worded(item) for item in row] for row in rows]
    last = len(rows) - 1
    told_rows = [{"cells": c, "total": total and rank == last} for rank, c in enumerate(cells)]
    return {"numbers": {"columns": named, "rows": told_rows, **fit(named, told_rows)}}


def bars(piece: Piece) -> Piece:
    """Return label, number, share."""
    every = [*piece["bars"], *piece["apart"]]
    columns = [(piece["category"] or "Intitulé", "text"), (piece["measure"] or "Nombre", "num")]
    rows = [[bar["label"], bar["cell"]] for bar in every]
    if any(bar["share"] for bar in every):
        columns.append(("Part", "num"))
        rows = [[*row, _share(bar)] for row, bar in zip(rows, every, strict=True)]
    return _numbers(columns, rows)


def _share(part: Piece) -> Any:
    """The share of a bar or step; a number that is not shown has the same sign for its share."""
    if part["share"]:
        return {**BLANK, "text": [[part["share"], ""]], "value": part["rate"]}
    return part["cell"] if part["cell"]["state"] != "exact" else ""


def funnel(piece: Piece) -> Piece:
    """Return steps with the length of their bars, as a share of the highest."""
    columns = [("Étape", "text"), ("Nombre", "num"), ("Part de l’étape précédente", "num")]
    rows = [[step["label"], step["cell"], _share(step)] for step in piece["steps"]]
    highest = max((step["cell"]["value"] or 0.0 for step in piece["steps"]), default=0.0)
    steps = [
        {**step, "cell": with_meaning(step["cell"]),
         "length": None if step["cell"]["value"] is None
         else round(step["cell"]["value"] / (highest or 1.0), 4)}
        for step in piece["steps"]
    ]  # fmt: skip
    return {**_numbers(columns, rows), "steps": steps}


def dots(piece: Piece) -> Piece:
    """Return both rates and the base of each row."""
    columns = [("Taux", "text"), (piece["own_name"], "num"), (piece["region_name"], "num"),
               ("Base", "text")]  # fmt: skip
    return _numbers(
        columns, [[row["label"], row["own"], row["region"], row["base"]] for row in piece["rows"]]
    )


def line(piece: Piece) -> Piece:
    """Return the numbers of a line chart, and its strips: twelve points each, under the points."""
    series = list(reversed(piece["series"]))
    columns = [("Mois", "text"), *((one["name"], "num") for one in series)]
    rows: list[list[Any]] = [
        [label, *(one["cells"][rank] for one in series)]
        for rank, label in enumerate(piece["full_labels"])
    ]
    rows.append(["Total", *(one["total"] for one in series)])
    left, right = strip_sides(piece)
    return {**_numbers(columns, rows, total=True), "strips": _strips(piece, series),
            "left_mm": left, "right_mm": right, "width_mm": chart("wide_mm")}  # fmt: skip


def _strips(piece: Piece, series: list[Piece]) -> list[Piece]:
    count = len(piece["labels"])
    starts = range(0, count, ON_AXIS)
    return [
        {
            "labels": piece["labels"][start : start + ON_AXIS],
            "blanks": min(ON_AXIS, count) - len(piece["labels"][start : start + ON_AXIS]),
            "last": start + ON_AXIS >= count,
            "rows": [
                {
                    "name": one["name"],
                    "cells": [with_meaning(c) for c in one["cells"][start : start + ON_AXIS]],
                    "total": with_meaning(one["total"]),
                }
                for one in series
            ],
        }
        for start in starts
    ]


def levels(piece: Piece) -> Piece:
    """Return own means, the region's when one row has it, the base when one row has it."""
    columns = [(piece["category"] or "Intitulé", "text"), (piece["own_name"], "num")]
    rows = [[row["label"], row["own"]] for row in piece["rows"]]
    if any(row["region"] for row in piece["rows"]):
        columns.append((piece["region_name"], "num"))
        rows = [[*told, row["region"] or ""]
                for told, row in zip(rows, piece["rows"], strict=True)]  # fmt: skip
    return _numbers(*_with_base(columns, rows, piece["rows"]))


def stacked(piece: Piece) -> Piece:
    """Return a column a part, and the base when one row has it."""
    columns = [(piece["category"] or "Intitulé", "text"), *((one, "num") for one in piece["parts"])]
    rows = [[row["label"], *row["cells"]] for row in piece["rows"]]
    return _numbers(*_with_base(columns, rows, piece["rows"]))


def _with_base(
    columns: list[tuple[str, str]], rows: list[list[Any]], told: list[Piece]
) -> tuple[list[tuple[str, str]], list[list[Any]]]:
    if not any(row["base"] for row in told):
        return columns, rows
    based = [[*row, one["base"]] for row, one in zip(rows, told, strict=True)]
    return [*columns, ("Base", "text")], based


def curve(piece: Piece) -> Piece:
    """Return the points as a table under the drawing: dates, a column a series, sources."""
    series = piece["series"]
    places: dict[tuple[str, int, bool], list[Piece]] = {}
    for rank, one in enumerate(series):
        for point in one["points"]:
            key = (point["date"], point["source"] or 0, point["extrapolated"])
            row = places.setdefault(key, [BLANK] * len(series))
            row[rank] = point["cell"]
    columns = [
        {"label": "Date", "kind": "text", "width_mm": 34.0},
        *({"label": one["name"], "kind": "num", "width_mm": 32.0} for one in series),
        {"label": "Source", "kind": "text", "width_mm": None},
    ]
    rows = [
        {"cells": [_said(day(date.fromisoformat(when))), *cells,
                   _said(_origin(piece, source, guessed=guessed))], "total": False}
        for (when, source, guessed), cells in sorted(places.items(), key=lambda one: one[0][0])
    ]  # fmt: skip
    return {"points": {**laid_table({"columns": columns, "rows": rows}), "dense": True}}


def _said(words: str) -> Piece:
    return {**BLANK, "text": [[words, ""]]}


def _origin(piece: Piece, source: int, *, guessed: bool) -> str:
    """« [2] diaporama du 15 mars 2021 », « extrapolation »."""
    named = f"[{source}] {piece['sources'][source - 1]}" if source else ""
    return ", ".join(part for part in ("extrapolation" if guessed else "", named) if part)
