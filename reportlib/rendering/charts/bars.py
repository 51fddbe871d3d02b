"""Horizontal bars: labels flush left, the number at the end, no axis but the zero line."""

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
    wrapped,
    write,
)
from reportlib.rendering.look import chart, color

Record = dict[str, Any]
LABELS = 64.0
"""Room of labels at most, on paper [mm]."""
GAP = 4.0
"""Between label and zero line [mm]."""
HATCHED = 9.0
"""Length of the bar of a number that is not shown, whatever the number [mm]."""
BREATH = 3.4
"""Above the bars that stand apart [mm]."""


@dataclass(frozen=True, kw_only=True)
class _Scale:
    """Where bars begin, and millimetres a unit."""

    zero: float
    unit: float
    narrow: bool

    def length(self, cell: Record) -> float:
        return HATCHED if cell["value"] is None else max(0.0, cell["value"]) * self.unit


def bars(record: Record, *, narrow: bool) -> Figure:
    """Return the drawing of a ``bars`` record."""
    width = width_of(narrow=narrow)
    shown_bars = [*record["bars"], *record["apart"]]
    zero = _zero(shown_bars, narrow=narrow)
    room = width - 2 if narrow else zero - GAP
    labels = [wrapped(bar["label"], room) for bar in shown_bars]
    tight = bool(record.get("tight"))
    heights = [_row_height(lines, narrow=narrow, tight=tight) for lines in labels]
    parted = BREATH if record["apart"] and record["bars"] else 0.0
    figure, axes = sheet(width, sum(heights) + parted + 1)
    scale = _Scale(zero=zero, unit=_unit(shown_bars, width - zero), narrow=narrow)
    top = 0.5
    for rank, (bar, lines, height) in enumerate(zip(shown_bars, labels, heights, strict=True)):
        apart = rank >= len(record["bars"])
        if apart and parted:
            top, parted = top + parted, 0.0
        _label(axes, lines, top, height, scale)
        _bar(axes, bar, _middle(top, height, narrow=narrow), scale, apart=apart)
        top += height
    line: Record = {"color": color("ink"), "linewidth": chart("zero_pt"), "solid_capstyle": "butt"}
    axes.plot([zero, zero], [0, top + 0.5], **line)
    return figure


def _zero(shown_bars: list[Record], *, narrow: bool) -> float:
    if narrow:
        return 0.4
    widest = max(measured(bar["label"]) for bar in shown_bars)
    return min(LABELS, max(34.0, widest + GAP))


def _unit(shown_bars: list[Record], room: float) -> float:
    """The longest scale at which every bar leaves room for its own number."""
    units = [
        (room - _tail(bar)) / bar["cell"]["value"]
        for bar in shown_bars
        if bar["cell"]["value"] is not None and bar["cell"]["value"] > 0
    ]
    return max(0.0, min(units, default=0.0))


def _tail(bar: Record) -> float:
    share = 2.4 + measured(bar["share"]) if bar["share"] else 0.0
    return 2 + measured(shown(bar["cell"]), STRONG) + share + 0.6


def _row_height(lines: list[str], *, narrow: bool, tight: bool) -> float:
    if narrow:
        return chart("line_mm") * len(lines) + chart("bar_mm") + 3.2
    if tight:
        return chart("line_mm") * len(lines) + 0.7
    return max(chart("row_mm"), chart("line_mm") * len(lines) + 1.8)


def _middle(top: float, height: float, *, narrow: bool) -> float:
    """The middle of a bar: of its row, or under its label on narrow screens."""
    return top + height - chart("bar_mm") / 2 - 1.8 if narrow else top + height / 2


def _label(axes: Axes, lines: list[str], top: float, height: float, scale: _Scale) -> None:
    pitch = chart("line_mm")
    free = 0.0 if scale.narrow else (height - pitch * len(lines)) / 2
    for rank, line in enumerate(lines):
        write(axes, line, (1.6 if scale.narrow else 0.2, top + free + pitch * (rank + 0.5)))


def _bar(axes: Axes, bar: Record, middle: float, scale: _Scale, *, apart: bool) -> None:
    cell, thick = bar["cell"], chart("bar_mm")
    length = scale.length(cell)
    look: Record = {"facecolor": color("context" if apart else "accent")}
    if cell["value"] is None:
        look = hatched()
    axes.add_patch(Rectangle((scale.zero, middle - thick / 2), length, thick, **look))
    end = scale.zero + length + 2
    write(axes, shown(cell), (end, middle), **number_look(cell))
    if bar["share"]:
        after = end + measured(shown(cell), STRONG) + 2.4
        write(axes, bar["share"], (after, middle), color=color("muted"))
