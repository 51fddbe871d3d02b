"""What both formats need to know about a piece before they draw it, told once for both.

Rules of tables: commas align, absent numbers carry their meaning; a figure comes with the table
of its numbers; a long table begins a page.
"""

from __future__ import annotations

import re
from typing import Any

from reportlib.blocks.tables import ABSENT
from reportlib.rendering.charts import strip_sides
from reportlib.rendering.charts.lines import ON_AXIS
from reportlib.rendering.charts.paper import POINT
from reportlib.rendering.charts.words import STRONG, TEXT, measured, shown
from reportlib.rendering.checks import Piece
from reportlib.rendering.document import Document
from reportlib.rendering.look import chart, tokens

NUMBER = re.compile(r"[+\u2212]?[\u00a0\u202f]?\d[\d\u00a0\u202f]*(?:,(\d+))?")
LONG_FACT = 60
"""Letters from which a fact of the title block takes what is left of a row."""
LONG_WORD = 24
"""Letters that no French word of these tables has."""
NARROW = 34
"""Letters side by side, in the longest words of a table's columns, on the narrowest screen."""
NONE: Piece = {"text": [["s.\u00a0o.", "emph"]], "value": None, "state": "sans_objet", "bar": None}


def laid_out(document: Document) -> tuple[Piece, list[Piece]]:
    """Return the title block and the pieces, with what drawing needs."""
    pieces = [told(piece) for piece in document.pieces]
    for index, piece in enumerate(pieces):
        if piece["kind"] == "table" and piece["long"]:
            _first_of_page(pieces, index)["new_page"] = True
        if piece["kind"] == "method":
            piece["bare"] = index > 0 and _announces(pieces[index - 1], piece)
    return {**document.title, "facts": _facts(document.title)}, pieces


def told(piece: Piece) -> Piece:
    """Return one piece with what drawing needs."""
    add = {"table": _table, "line": _line, "bars": _bars, "dots": _dots, "funnel": _funnel}
    extra = add[piece["kind"]](piece) if piece["kind"] in add else {}
    return {"new_page": False, "bare": False, **piece, **extra}


def _first_of_page(pieces: list[Piece], index: int) -> Piece:
    """The headings right above a long table go with it."""
    while index and pieces[index - 1]["kind"] == "heading":
        index -= 1
    return pieces[index]


def _announces(before: Piece, piece: Piece) -> bool:
    """Whether the heading right above already says the label: « Annexe C. Méthode »."""
    return before["kind"] == "heading" and str(before["text"]).endswith(piece["title"])


def _facts(title: Piece) -> list[list[list[str]]]:
    """Label and value, in rows: four short ones side by side, or three and a long one."""
    short = [pair for pair in title["identity"] if len(pair[1]) <= LONG_FACT]
    long = [pair for pair in title["identity"] if len(pair[1]) > LONG_FACT]
    rows = [short[first : first + 4] for first in range(0, len(short), 4)]
    if rows and long and len(rows[-1]) < 4:
        rows[-1].append(long.pop(0))
    return rows + [[pair] for pair in long]


# --- tables -----------------------------------------------------------------------------------


def _table(piece: Piece) -> Piece:
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
    return {"columns": columns, "rows": rows, **_fit(columns, rows)}


def _fit(columns: list[Piece], rows: list[Piece]) -> Piece:
    """Whether a table scrolls on a narrow screen, and whether its words break anywhere."""
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


# --- numbers of figures -----------------------------------------------------------------------


def _numbers(
    columns: list[tuple[str, str]], rows: list[list[Any]], *, total: bool = False
) -> Piece:
    """A table of a figure's numbers: columns as label and kind, the first cell of a row a text."""
    named = [{"label": label, "kind": kind} for label, kind in columns]
    cells = [[_cell(item) for item in row] for row in rows]
    last = len(rows) - 1
    told_rows = [{"cells": c, "total": total and rank == last} for rank, c in enumerate(cells)]
    return {"numbers": {"columns": named, "rows": told_rows, **_fit(named, told_rows)}}


def _cell(item: Any) -> Piece:
    if isinstance(item, str):
        return {"text": [[item, ""]], "meaning": ""} if item else with_meaning(NONE)
    return with_meaning(item)


def _bars(piece: Piece) -> Piece:
    every = [*piece["bars"], *piece["apart"]]
    columns = [(piece["category"] or "Intitulé", "text"), (piece["measure"] or "Nombre", "num")]
    rows = [[bar["label"], bar["cell"]] for bar in every]
    if any(bar["share"] for bar in every):
        columns.append(("Part", "num"))
        rows = [[*row, bar["share"]] for row, bar in zip(rows, every, strict=True)]
    return _numbers(columns, rows)


def _funnel(piece: Piece) -> Piece:
    columns = [("Étape", "text"), ("Nombre", "num"), ("Part de l’étape précédente", "num")]
    rows = [[step["label"], step["cell"], step["share"]] for step in piece["steps"]]
    highest = max((step["cell"]["value"] or 0.0 for step in piece["steps"]), default=0.0)
    steps = [
        {**step, "cell": with_meaning(step["cell"]),
         "length": None if step["cell"]["value"] is None
         else round(step["cell"]["value"] / (highest or 1.0), 4)}
        for step in piece["steps"]
    ]  # fmt: skip
    return {**_numbers(columns, rows), "steps": steps}


def _dots(piece: Piece) -> Piece:
    columns = [("Taux", "text"), (piece["own_name"], "num"), (piece["region_name"], "num"),
               ("Base", "text")]  # fmt: skip
    return _numbers(
        columns, [[row["label"], row["own"], row["region"], row["base"]] for row in piece["rows"]]
    )


def _line(piece: Piece) -> Piece:
    """The numbers of a line chart, and its strips: twelve points each, under the points."""
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
