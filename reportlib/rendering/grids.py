"""What both formats need to know about grids: shades of a heat map, words of an engagement."""

from __future__ import annotations

import math

from reportlib.blocks.engagements import KEPT
from reportlib.blocks.tables import ABSENT
from reportlib.rendering.checks import Piece
from reportlib.rendering.tables import fit, with_meaning
from reportlib.wording import integer

SHADES = 4
"""Shades of the numbers over 0; 0 has the lightest, the first of five."""
STEPS = (1, 2, 3, 4, 5, 6, 8, 10)
"""Round widths of a shade, times a power of ten."""


def heat(piece: Piece) -> Piece:
    """Return the rows with the shade of each cell, and the key."""
    numbers = [c["value"] for row in piece["rows"] for c in row["cells"] if c["value"] is not None]
    step = _step(max(numbers, default=0.0))
    rows = [_row(row, step, ground=True) for row in piece["rows"]]
    total = _row(piece["total"], step, ground=False) if piece["total"] else None
    every = [*rows, *([total] if total else [])]
    names = [
        piece["corner"],
        *piece["columns"],
        *([piece["total_label"]] if _totals(piece) else []),
    ]
    columns = [
        {"label": name, "kind": "num" if rank else "text"} for rank, name in enumerate(names)
    ]
    lines = [{"cells": [{"text": [[row["label"], ""]]}, *row["cells"],
                        *([row["total"]] if row["total"] else [])]} for row in every]  # fmt: skip
    return {
        "rows": rows,
        "total": total,
        "totals": _totals(piece),
        "key": _key(numbers, step),
        "signs": _signs(piece),
        **fit(columns, lines),
    }


def _totals(piece: Piece) -> bool:
    return piece["rows"][0]["total"] is not None


def _row(row: Piece, step: int, *, ground: bool) -> Piece:
    cells = [{**with_meaning(c), "shade": _shade(c, step) if ground else 0} for c in row["cells"]]
    return {**row, "cells": cells, "total": with_meaning(row["total"]) if row["total"] else None}


def _shade(cell: Piece, step: int) -> int:
    """From 1 to 5; 0 for a cell without number, which is hatched."""
    if cell["value"] is None:
        return 0
    return 1 + min(SHADES, math.ceil(round(float(cell["value"]) / step, 9)))


def _step(highest: float) -> int:
    """The smallest round number of which four make the highest number or more."""
    wanted = max(1.0, highest / SHADES)
    power = int(10 ** math.floor(math.log10(wanted)))
    return next(step * power for step in STEPS if step * power >= wanted)


def _key(numbers: list[float], step: int) -> list[Piece]:
    """The shades that are used, from the lightest: rank and bounds in words."""
    whole = all(float(n).is_integer() for n in numbers)
    used = max((math.ceil(round(n / step, 9)) for n in numbers), default=0)
    bounds = [{"shade": 1, "words": "0"}] if 0 in numbers else []
    for rank in range(1, used + 1):
        low, high = (rank - 1) * step + 1, rank * step
        words = _whole(low, high) if whole else _between(low - 1, high)
        bounds.append({"shade": rank + 1, "words": words})
    return bounds


def _whole(low: int, high: int) -> str:
    """« 3 », « 1 ou 2 », « 3 à 5 »."""
    if low == high:
        return integer(low)
    glue = "ou" if high == low + 1 else "à"
    return f"{integer(low)}\u00a0{glue}\u00a0{integer(high)}"


def _between(low: int, high: int) -> str:
    """« jusqu’à 50 », « plus de 50 à 100 »."""
    if low == 0:
        return f"jusqu’à\u00a0{integer(high)}"
    return f"plus de\u00a0{integer(low)} à\u00a0{integer(high)}"


def _signs(piece: Piece) -> list[str]:
    """« s : nombre couvert par le secret », for each sign that a cell bears."""
    every = [*piece["rows"], *([piece["total"]] if piece["total"] else [])]
    states = {c["state"] for row in every for c in (*row["cells"], row["total"]) if c}
    return [f"{ABSENT[state][0]}\u00a0: {ABSENT[state][1]}" for state in ABSENT if state in states]


def engagements(piece: Piece) -> Piece:
    """Return the parties with the words of each state and the meaning of each measure's sign."""
    parties = [
        {**party, "engagements": [_engagement(row) for row in party["engagements"]]}
        for party in piece["parties"]
    ]
    return {"parties": parties, "wide": True, "loose": False}


def _engagement(row: Piece) -> Piece:
    return {
        **row,
        "word": KEPT[row["state"]],
        "measures": [{**one, "cell": with_meaning(one["cell"])} for one in row["measures"]],
    }
