"""Parts of a whole: bars of one length, apart even without colour, numbers inside or below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reportlib.rendering.charts.paper import hatched, sheet, width_of
from reportlib.rendering.charts.words import (
    STRONG,
    measured,
    number_look,
    shown,
    stacked_lines,
    wrapped,
    write,
)
from reportlib.rendering.look import chart, color, tokens

Record = dict[str, Any]
LABELS, LABELS_LEAST = 58.0, 34.0
"""Room of labels on paper, at most and at least [mm]."""
THICK = 6.0
"""Thickness of a bar [mm]."""
GAP = 0.7
"""Between two parts [mm]."""
HATCHED = 12.0
"""Length of a part whose number is not shown [mm]."""
SWATCH = 5.0
"""Length of a part's sample in the key [mm]."""


@dataclass(frozen=True, kw_only=True)
class _Row:
    """A row laid out: its words, and the numbers that its bar cannot hold."""

    label: list[str]
    base: list[str]
    segments: list[tuple[int, float]]
    """Rank of a part and its length [mm]."""
    below: list[str]


def stacked(record: Record, *, narrow: bool) -> Figure:
    """Return the drawing of a ``stacked`` record."""
    width = width_of(narrow=narrow)
    zero = 0.4 if narrow else _zero(record)
    rows = [_row(row, record, width - zero - 0.4, narrow=narrow) for row in record["rows"]]
    key = _key_lines(record["parts"], width - zero)
    heights = [_height(row, narrow=narrow) for row in rows]
    start = chart("row_mm") * len(key) + 2
    figure, axes = sheet(width, start + sum(heights))
    _key(axes, record["parts"], key, zero)
    top = start
    for row, told, height in zip(record["rows"], rows, heights, strict=True):
        _draw(axes, row, told, (zero, top), narrow=narrow)
        top += height
    return figure


def _zero(record: Record) -> float:
    widest = max(measured(row["label"], STRONG) for row in record["rows"])
    based = max(measured(row["base"]) for row in record["rows"])
    return min(LABELS, max(LABELS_LEAST, widest + 5, based + 5))


def _row(row: Record, record: Record, room: float, *, narrow: bool) -> _Row:
    cells = row["cells"]
    known = [cell["value"] for cell in cells if cell["value"] is not None]
    free = room - HATCHED * (len(cells) - len(known))
    scale = free / sum(known) if sum(known) else 0.0
    segments = [(rank, HATCHED if c["value"] is None else c["value"] * scale)
                for rank, c in enumerate(cells)]  # fmt: skip
    outside = [
        f"{record['parts'][rank]}\u00a0: {shown(cells[rank])}"
        for rank, length in segments
        if not _fits(cells[rank], length)
    ]
    labels = room if narrow else LABELS - 5
    return _Row(
        label=wrapped(row["label"], labels, STRONG),
        base=wrapped(row["base"], labels) if row["base"] else [],
        segments=[(rank, length) for rank, length in segments if length > 0],
        below=wrapped(" · ".join(outside), room) if outside else [],
    )


def _fits(cell: Record, length: float) -> bool:
    return measured(shown(cell), STRONG) + 1.2 + GAP <= length


def _height(row: _Row, *, narrow: bool) -> float:
    pitch = chart("line_mm")
    words = pitch * (len(row.label) + len(row.base))
    bar = THICK + pitch * len(row.below) + (0.8 if row.below else 0)
    return words + bar + 4.6 if narrow else max(words, bar) + 3.6


def _draw(axes: Axes, row: Record, told: _Row, at: tuple[float, float], *, narrow: bool) -> None:
    zero, top = at
    pitch = chart("line_mm")
    words: list[tuple[list[str], Record]] = [
        (told.label, {"weight": STRONG}),
        (told.base, {"color": color("muted")}),
    ]
    tall = pitch * (len(told.label) + len(told.base))
    shift = 0.0 if narrow or tall > THICK else (THICK - tall) / 2
    stacked_lines(axes, words, (0.2, top + shift))
    low = top + tall + 0.8 if narrow else top
    x = zero
    for rank, length in told.segments:
        cell = row["cells"][rank]
        look = hatched() if cell["value"] is None else _ground(rank)
        size = max(0.2, length - GAP)
        axes.add_patch(Rectangle((x, low), size, THICK, **look))
        if _fits(cell, length):
            _inside(axes, cell, rank, (x + size / 2, low + THICK / 2))
        x += length
    stacked_lines(axes, [(told.below, {"color": color("muted")})], (zero, low + THICK + 0.8))


def _inside(axes: Axes, cell: Record, rank: int, at: tuple[float, float]) -> None:
    """A number in its part; on a pattern, a plain ground parts it from the marks."""
    look = number_look(cell, _ink(rank))
    if cell["value"] is None or "hatch" in _ground(rank):
        ground = color("paper") if cell["value"] is None else _ground(rank)["facecolor"]
        look["bbox"] = {"facecolor": ground, "edgecolor": "none", "pad": 1.0}
    write(axes, shown(cell), at, ha="center", **look)


def _ground(rank: int) -> Record:
    """Five looks whose neighbours stand apart in print: dark, light, blank, dark, dotted."""
    shades = tokens()["color"]
    edge: Record = {"edgecolor": color("rule_field"), "linewidth": chart("guide_pt")}
    looks: tuple[Record, ...] = (
        {"facecolor": color("accent")},
        {"facecolor": shades["seq"][2]},
        {"facecolor": shades["seq"][0], **edge},
        {"facecolor": shades["cat"][2]},
        {"facecolor": shades["cat"][4], "hatch": "..", **edge},
    )
    return looks[rank]


def _ink(rank: int) -> str:
    return color("paper") if rank in {0, 3} else color("ink")


def _key_lines(parts: list[str], room: float) -> list[list[tuple[int, str, float]]]:
    """Ranks and names of parts on lines that fit, each with its place from the left [mm]."""
    lines: list[list[tuple[int, str, float]]] = [[]]
    x = 0.0
    for rank, part in enumerate(parts):
        name = wrapped(part, room - SWATCH - 3)[0]
        wide = SWATCH + 1.6 + measured(name) + 6
        if lines[-1] and x + wide - 6 > room:
            lines.append([])
            x = 0.0
        lines[-1].append((rank, name, x))
        x += wide
    return lines


def _key(
    axes: Axes, parts: list[str], lines: list[list[tuple[int, str, float]]], zero: float
) -> None:
    for number, line in enumerate(lines):
        middle = chart("row_mm") * number + 2.4
        for rank, name, x in line:
            swatch = Rectangle((zero + x, middle - 1.7), SWATCH, 3.4, **_ground(rank))
            axes.add_patch(swatch)
            write(axes, name, (zero + x + SWATCH + 1.6, middle))
