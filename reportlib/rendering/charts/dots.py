"""Two rates a row, from 0 to 100 %: a disc for the organisation, a tick for the region.

Shapes tell them apart, not colours; each number stands on the outer side of its mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reportlib.rendering.charts.paper import sheet, width_of
from reportlib.rendering.charts.words import (
    STRONG,
    measured,
    number_look,
    shown,
    stacked_lines,
    wrapped,
    write,
)
from reportlib.rendering.look import chart, color

Record = dict[str, Any]
Lines = list[str]
LABELS = 62.0
"""Room of labels on paper [mm]."""
SIDES = 14.5
"""Room on both sides of the scale, for the number of a mark at its end [mm]."""
KEY, SCALE = 8.0, 6.0
"""Height of the key above, of the graduations below [mm]."""
RATES = (0, 25, 50, 75, 100)
TICK = 2.3
"""Half the height of the region's tick [mm]."""


@dataclass(frozen=True, kw_only=True)
class _Plot:
    """The scale: where 0 and 100 % stand, and whether labels are above their row [mm]."""

    zero: float
    hundred: float
    narrow: bool

    def at(self, rate: float) -> float:
        return self.zero + (self.hundred - self.zero) * min(100.0, max(0.0, rate)) / 100


def dots(record: Record, *, narrow: bool) -> Figure:
    """Return the drawing of a ``dots`` record."""
    width = width_of(narrow=narrow)
    plot = _Plot(zero=SIDES if narrow else LABELS, hundred=width - SIDES, narrow=narrow)
    labels = [_words(row, _room(row, plot, width)) for row in record["rows"]]
    heights = [_row_height(words, narrow=narrow) for words in labels]
    figure, axes = sheet(width, KEY + sum(heights) + SCALE)
    top = KEY
    for row, words, height in zip(record["rows"], labels, heights, strict=True):
        middle = top + (height - 4.2 if narrow else height / 2)
        _guides(axes, plot, (middle - 3.2, middle + 3.2) if narrow else (top, top + height))
        _labels(axes, words, top, height, narrow=narrow)
        _row(axes, row, middle, plot)
        top += height
    _graduations(axes, plot, top)
    _key(axes, record, plot)
    return figure


def _room(row: Record, plot: _Plot, width: float) -> float:
    """Room of a row's labels: on paper, up to the number of its first mark."""
    if plot.narrow:
        return width - 0.4
    rates = [cell["value"] for cell in (row["own"], row["region"]) if cell["value"] is not None]
    return min(plot.zero - 6, min((plot.at(rate) for rate in rates), default=plot.zero) - SIDES)


def _words(row: Record, room: float) -> tuple[Lines, Lines]:
    return wrapped(row["label"], room, STRONG), wrapped(row["base"], room)


def _row_height(words: tuple[Lines, Lines], *, narrow: bool) -> float:
    tall = chart("line_mm") * sum(len(lines) for lines in words)
    return tall + (9.4 if narrow else 1.8)


def _labels(axes: Axes, words: tuple[Lines, Lines], top: float, height: float, *,
            narrow: bool) -> None:  # fmt: skip
    pitch = chart("line_mm")
    count = sum(len(lines) for lines in words)
    start = top + (0.6 if narrow else (height - pitch * count) / 2)
    looks: tuple[Record, Record] = ({"weight": STRONG}, {"color": color("muted")})
    stacked_lines(axes, list(zip(words, looks, strict=True)), (0.2, start))


def _guides(axes: Axes, plot: _Plot, span: tuple[float, float]) -> None:
    look: Record = {"color": color("grid"), "linewidth": chart("guide_pt"), "zorder": 0}
    for rate in RATES:
        axes.plot([plot.at(rate)] * 2, span, **look)


def _graduations(axes: Axes, plot: _Plot, bottom: float) -> None:
    for rate in RATES:
        words = f"{rate}\u00a0%" if rate in {0, 100} else str(rate)
        write(axes, words, (plot.at(rate), bottom + 3.2), ha="center", color=color("muted"))


def _row(axes: Axes, row: Record, y: float, plot: _Plot) -> None:
    axes.plot([plot.zero, plot.hundred], [y, y], color=color("grid"), linewidth=chart("guide_pt"),
              zorder=0)  # fmt: skip
    own, region = row["own"]["value"], row["region"]["value"]
    own_right = own is not None and (region is None or own >= region)
    if own is not None and region is not None:
        ends = [plot.at(own), plot.at(region)]
        axes.plot(ends, [y, y], color=color("context"), linewidth=chart("quiet_pt"), zorder=1)
    if own is not None:
        _disc(axes, plot.at(own), y)
        _number(axes, row["own"], plot.at(own), y, right=own_right)
    if region is not None:
        _tick(axes, plot.at(region), y)
        _number(axes, row["region"], plot.at(region), y, right=not own_right, plain=True)


def _number(axes: Axes, cell: Record, x: float, y: float, *, right: bool,
            plain: bool = False) -> None:  # fmt: skip
    look = {"color": color("ink")} if plain else number_look(cell, color("accent"))
    shift = (2.6 if right else -2.6, 0.0)
    write(axes, shown(cell), (x, y), shift, ha="left" if right else "right", **look)


def _disc(axes: Axes, x: float, y: float) -> None:
    axes.plot([x], [y], "o", color=color("accent"), markersize=chart("dot_pt"), zorder=3)


def _tick(axes: Axes, x: float, y: float) -> None:
    """A tick longer than the disc is wide, so that it still shows on it."""
    how: Record = {"color": color("ink"), "linewidth": chart("tick_pt"), "solid_capstyle": "butt"}
    axes.plot([x, x], [y - TICK, y + TICK], zorder=4, **how)


def _key(axes: Axes, record: Record, plot: _Plot) -> None:
    """The names, beside the very marks."""
    y, x = 3.0, 1.6 if plot.narrow else plot.zero
    _disc(axes, x, y)
    own = wrapped(record["own_name"], 46.0, STRONG)[0]
    write(axes, own, (x, y), (2.6, 0), weight=STRONG, color=color("accent"))
    x += measured(own, STRONG) + 9
    _tick(axes, x, y)
    write(axes, wrapped(record["region_name"], 40.0)[0], (x, y), (2.4, 0))
