"""Bars on a scale that has an end: the track is the whole scale, a tick says the region."""

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
from reportlib.rendering.look import chart, color

Record = dict[str, Any]
Lines = list[str]
LABELS = 62.0
"""Room of labels on paper [mm]."""
NUMBERS = 30.0
"""Room of both columns of numbers, at the right [mm]."""
OWN, ASIDE = 13.0, 29.4
"""Where both columns end, from the end of the scale [mm]."""
KEY, SCALE = 8.0, 6.0
"""Height of the key above, of the graduations below [mm]."""
THICK, TICK = 4.2, 3.0
"""Thickness of a bar, half the height of the region's tick [mm]."""
HATCHED = 9.0
"""Length of the bar of a number that is not shown [mm]."""


@dataclass(frozen=True, kw_only=True)
class _Plot:
    """The scale: where it begins and ends [mm], and its end in units."""

    zero: float
    end: float
    most: int
    narrow: bool

    def at(self, value: float) -> float:
        return self.zero + (self.end - self.zero) * value / self.most


def levels(record: Record, *, narrow: bool) -> Figure:
    """Return the drawing of a ``levels`` record."""
    width = width_of(narrow=narrow)
    plot = _Plot(zero=1.0 if narrow else LABELS, end=width - NUMBERS, most=record["maximum"],
                 narrow=narrow)  # fmt: skip
    room = width - 1 if narrow else LABELS - 5
    words = [_words(row, room) for row in record["rows"]]
    heights = [_height(one, narrow=narrow) for one in words]
    figure, axes = sheet(width, KEY + sum(heights) + SCALE)
    top = KEY
    for row, lines, height in zip(record["rows"], words, heights, strict=True):
        middle = top + (height - THICK / 2 - 2.6 if narrow else height / 2)
        _labels(axes, lines, top, height, narrow=narrow)
        _row(axes, row, middle, plot)
        top += height
    _graduations(axes, plot, top)
    _key(axes, record, plot)
    return figure


def _words(row: Record, room: float) -> tuple[Lines, Lines]:
    base = wrapped(row["base"], room) if row["base"] else []
    return wrapped(row["label"], room, STRONG), base


def _height(words: tuple[Lines, Lines], *, narrow: bool) -> float:
    tall = chart("line_mm") * sum(len(lines) for lines in words)
    return tall + THICK + 4.4 if narrow else max(tall + 2.4, 8.4)


def _labels(axes: Axes, words: tuple[Lines, Lines], top: float, height: float, *,
            narrow: bool) -> None:  # fmt: skip
    tall = chart("line_mm") * sum(len(lines) for lines in words)
    start = top + (0.4 if narrow else (height - tall) / 2)
    looks: tuple[Record, Record] = ({"weight": STRONG}, {"color": color("muted")})
    stacked_lines(axes, list(zip(words, looks, strict=True)), (0.2, start))


def _row(axes: Axes, row: Record, y: float, plot: _Plot) -> None:
    own, region = row["own"], row["region"]
    low = y - THICK / 2
    track = Rectangle((plot.zero, low), plot.end - plot.zero, THICK, facecolor=color("tint"))
    axes.add_patch(track)
    for grade in range(1, plot.most):
        axes.plot([plot.at(grade)] * 2, [low, low + THICK], color=color("paper"),
                  linewidth=chart("quiet_pt"), zorder=2)  # fmt: skip
    if own["value"] is None:
        axes.add_patch(Rectangle((plot.zero, low), HATCHED, THICK, **hatched()))
    else:
        size = plot.at(own["value"]) - plot.zero
        axes.add_patch(
            Rectangle((plot.zero, low), size, THICK, facecolor=color("accent"), zorder=3)
        )
    axes.plot([plot.zero] * 2, [low - 1, low + THICK + 1], color=color("ink"),
              linewidth=chart("zero_pt"), zorder=4)  # fmt: skip
    write(axes, shown(own), (plot.end + OWN, y), ha="right", **number_look(own, color("accent")))
    if region:
        if region["value"] is not None:
            _tick(axes, plot.at(region["value"]), y)
        look = number_look(region) if region["value"] is None else {"color": color("ink")}
        write(axes, shown(region), (plot.end + ASIDE, y), ha="right", **look)


def _tick(axes: Axes, x: float, y: float) -> None:
    """A tick taller than the bar, with a light edge: it shows on the bar and beside it."""
    for ink, weight in ((color("paper"), 2.4), (color("ink"), 1.0)):
        axes.plot([x, x], [y - TICK, y + TICK], color=ink, linewidth=chart("tick_pt") * weight,
                  solid_capstyle="butt", zorder=5)  # fmt: skip


def _graduations(axes: Axes, plot: _Plot, bottom: float) -> None:
    for grade in range(plot.most + 1):
        write(axes, str(grade), (plot.at(grade), bottom + 2.6), ha="center", color=color("muted"))


def _key(axes: Axes, record: Record, plot: _Plot) -> None:
    """The names, beside the very marks; on paper the marks again, above the columns of numbers."""
    y, x = 3.0, plot.zero
    regional = any(row["region"] for row in record["rows"])
    room = (plot.end - plot.zero) / 2 - 9 if not plot.narrow else 30.0
    own = wrapped(record["own_name"], room, STRONG)[0]
    _swatch(axes, x, y)
    write(axes, own, (x, y), (6.6, 0), weight=STRONG, color=color("accent"))
    if regional:
        x += measured(own, STRONG) + 13
        _tick(axes, x, y - 0.2)
        write(axes, wrapped(record["region_name"], room)[0], (x, y), (2.4, 0))
    if not plot.narrow:
        _swatch(axes, plot.end + OWN - 5, y)
        if regional:
            _tick(axes, plot.end + ASIDE - 1, y - 0.2)


def _swatch(axes: Axes, x: float, y: float) -> None:
    axes.add_patch(Rectangle((x, y - 1.7), 5, 3.4, facecolor=color("accent")))
