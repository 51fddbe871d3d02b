"""What both formats need to know about a table: aligned commas, signs with their meaning, width."""

from __future__ import annotations

import re
from typing import Any

from reportlib.blocks.tables import ABSENT
from reportlib.rendering.charts.paper import POINT
from reportlib.rendering.charts.words import STRONG, TEXT, measured, shown
from reportlib.rendering.checks import Piece
from reportlib.rendering.look import chart, tokens

NUMBER = re.compile(r"[+\u2212]?[\u00a0\u202f]?\d[\d\u00a0\u202f]*(?:,(\d+))?")
LONG_WORD = 24
"""Letters that no French word of these tables has."""
NARROW = 34
"""Letters side by side, in the longest words of a table's columns, on the narrowest screen."""
NONE: Piece = {"text": [["s.\u00a0o.", "emph"]], "value": None, "state": "sans_objet", "bar": None}


def table(piece: Piece) -> Piece:
    """Return the columns and rows of a table with their widths, paddings and meanings."""
    kinds = [column["kind"] for column in piece["columns"]]
    columns = [
        {
            **column,
            "share": _share(column["width_mm"]),
            "after_number": rank > 0 and column["kind"] != "num" and kinds[rank - 1] == "num",
        }
        for rank, column in enumerate(piece["columns"])
    ]
    pads = [_pads(piece["rows"], rank, kind) for rank, kind in enumerate(kinds)]
    rows = [
        {**row, "cells": [{**with_meaning(cell), "pad": pads[rank][number]}
                          for rank, cell in enumerate(row["cells"])]}
        for number, row in enumerate(piece["rows"])
    ]  # fmt: skip
    return {"columns": columns, "rows": rows, **fit(columns, rows)}


def fit(columns: list[Piece], rows: list[Piece]) -> Piece:
    """Return whether a table scrolls on a narrow screen, and whether its words break anywhere."""
    longest = [
        max(
            _longest(column["label"]),
            *(_longest(shown(row["cells"][rank]), whole=column["kind"] == "num") for row in rows),
        )
        for rank, column in enumerate(columns)
    ]
    narrow = sum(min(length, LONG_WORD) for length in longest) <= NARROW
    return {"wide": len(columns) > 3 or not narrow, "loose": max(longest) > LONG_WORD}


def _longest(text: str, *, whole: bool = False) -> int:
    """Letters of the longest word, or of the whole text: numbers stay on one line."""
    return len(text) if whole else max((len(word) for word in text.split()), default=0)


def _share(width_mm: float | None) -> float | None:
    """Share of a table's width that a column takes on screen [%]."""
    return None if width_mm is None else round(100 * width_mm / tokens()["pdf"]["text_width_mm"], 1)


def with_meaning(cell: Piece) -> Piece:
    """Return the cell with what its sign means: « nombre couvert par le secret » for « s »."""
    return {**cell, "meaning": ABSENT[cell["state"]][1] if cell["state"] in ABSENT else ""}


def _pads(rows: list[Piece], rank: int, kind: str) -> list[float]:
    """Room at the right of each number of a column, so that its commas align [em]."""
    texts = [shown(row["cells"][rank]) for row in rows]
    matches = [NUMBER.fullmatch(text) if kind == "num" else None for text in texts]
    digits = [len(match[1] or "") if match else None for match in matches]
    most = max((count for count in digits if count is not None), default=0)
    return [
        0.0 if count is None else _missing(most, count, STRONG if row["total"] else TEXT)
        for count, row in zip(digits, rows, strict=True)
    ]


def _missing(most: int, count: int, weight: int) -> float:
    em = chart("label_pt") * POINT
    comma = measured(",", weight) if most and not count else 0.0
    return round((comma + measured("0", weight) * (most - count)) / em, 3)


def worded(item: Any) -> Piece:
    """Return the cell of a text or of a cell; an empty text is « s. o. »."""
    if isinstance(item, str):
        return {"text": [[item, ""]], "meaning": ""} if item else with_meaning(NONE)
    return with_meaning(item)
