"""Figures of the blocks: bars, lines, dots. Numbers are written on the data."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reportlib.rendering.drawing import (
    POINT,
    Drawing,
    Margins,
    canvas,
    drawn,
    measured,
    say,
    width_of,
    wrapped,
)
from reportlib.rendering.look import color

Record = dict[str, Any]
QUIET_LINE = "#6B7680"
GRID = "#DDE3E7"
LABEL = 8.8
"""Size of the text of figures. [pt]"""
LINE = 4.0
"""Height of a line of labels. [mm]"""


def figure_of(record: Record) -> Drawing:
    """Return the drawings of a ``bars``, ``line`` or ``dots`` record."""
    draw = {"bars": _bars, "line": _lines, "dots": _dots}[record["kind"]]
    return drawn(str(record["anchor"]), lambda narrow: draw(record, narrow=narrow))


def shown(cell: Record) -> str:
    """Return the words of a cell."""
    return "".join(span[0] for span in cell["text"])


# --- bars -----------------------------------------------------------------------------------


def _bars(record: Record, *, narrow: bool) -> Figure:
    width = width_of(narrow=narrow)
    rows = [(bar, False) for bar in record["bars"]] + [(bar, True) for bar in record["apart"]]
    left = 0.4 if narrow else min(62.0, 4 + max(_label_width(bar) for bar, _ in rows))
    tail = max(_tail_width(bar) for bar, _ in rows) + 3
    labels = [wrapped(bar["label"], width - 1 if narrow else left - 3) for bar, _ in rows]
    heights = [_bar_height(lines, narrow=narrow) for lines in labels]
    gap = 3.4 if record["apart"] and record["bars"] else 0.0
    height = sum(heights) + gap + 1
    figure, axes = canvas(width, height, Margins(left=left, right=tail))
    room = width - left - tail
    top = max([float(bar["cell"]["value"] or 0) for bar, _ in rows] + [1.0])
    axes.set_xlim(0, top)
    axes.set_ylim(height - 1, 0)
    axes.axis("off")
    y = 0.0
    for (bar, apart), lines, tall in zip(rows, labels, heights, strict=True):
        if apart and gap:
            y, gap = y + gap, 0.0
        _one_bar(axes, bar, lines, _Place(y, tall, left, room / top, narrow, apart))
        y += tall
    axes.plot([0, 0], [0, y], color=color("ink"), lw=0.7, clip_on=False, marker="")
    return figure


class _Place:
    """Where a bar stands: top and height in mm, room of labels, mm a unit, and how it is drawn."""

    def __init__(self, y: float, tall: float, left: float, unit: float, *flags: bool) -> None:
        self.y, self.tall, self.left, self.unit = y, tall, left, unit
        self.narrow, self.apart = flags


def _one_bar(axes: Axes, bar: Record, lines: list[str], place: _Place) -> None:
    thick = 3.4
    middle = place.y + (place.tall - thick / 2 - 1.4 if place.narrow else place.tall / 2)
    value = bar["cell"]["value"]
    length = float(value) if value is not None else 9 / place.unit
    if value is None:
        look: Record = {"facecolor": "white", "edgecolor": color("withheld_line"),
                        "hatch": "/////", "linewidth": 0.6}  # fmt: skip
    else:
        look = {"color": color("context" if place.apart else "accent")}
    axes.add_patch(Rectangle((0, middle - thick / 2), length, thick, clip_on=False, **look))
    _bar_label(axes, lines, middle, place)
    number = shown(bar["cell"])
    italic = {"style": "italic", "color": color("muted")} if value is None else {"weight": 600}
    say(axes, number, (length, middle), (5, 0), **italic)
    if bar["share"]:
        after = 5 + measured(number, LABEL, 600) / POINT + 6
        say(axes, bar["share"], (length, middle), (after, 0), color=color("muted"))


def _bar_label(axes: Axes, lines: list[str], middle: float, place: _Place) -> None:
    start = place.y + 2.2 if place.narrow else middle - LINE * (len(lines) - 1) / 2
    shift = (3.0, 0.0) if place.narrow else (-place.left / POINT, 0.0)
    for index, line in enumerate(lines):
        say(axes, line, (0, start + index * LINE), shift, ha="left")


def _bar_height(lines: list[str], *, narrow: bool) -> float:
    if narrow:
        return LINE * len(lines) + 6.4
    return max(5.6, LINE * len(lines) + 1.8)


def _label_width(bar: Record) -> float:
    return measured(bar["label"], LABEL)


def _tail_width(bar: Record) -> float:
    """Room for the number and the share, after the longest bar."""
    share = measured(bar["share"], LABEL) + 4 if bar["share"] else 0.0
    return measured(shown(bar["cell"]), LABEL, 600) + share + 2


# --- lines ----------------------------------------------------------------------------------


def _lines(record: Record, *, narrow: bool) -> Figure:
    width = width_of(narrow=narrow)
    names = [series["name"] for series in record["series"]]
    right = max(measured(name, LABEL, 600) for name in names) + 5
    bottom = 6.0 if narrow else 2.0
    margins = Margins(left=strip_left(record) if not narrow else 9, right=max(right, 20.0),
                      top=4, bottom=bottom)  # fmt: skip
    figure, axes = canvas(width, 62 if narrow else 50, margins)
    values = [[float(c["value"] or 0) for c in s["cells"]] for s in record["series"]]
    step = _step(max(max(line) for line in values))
    top = (int(max(max(line) for line in values) // step) + 1) * step
    axes.set_ylim(0, top)
    axes.set_xlim(-0.5, len(record["labels"]) - 0.5)
    axes.set_yticks(range(0, top + 1, step))
    count = len(record["labels"])
    axes.set_xticks(
        list(range(0, count, 3 if narrow else 1)),
        record["labels"][::3] if narrow else [""] * count,
    )
    axes.margins(0)
    _draw_series(axes, record, values, top)
    return figure


def strip_left(record: Record) -> float:
    """Return the room at the left of a line chart and of its strip of numbers [mm]."""
    return max(20.0, 4 + max(measured(s["name"], LABEL, 600) for s in record["series"]))


def _draw_series(axes: Axes, record: Record, values: list[list[float]], top: int) -> None:
    looks = [(color("accent"), 2.2), (QUIET_LINE, 1.3)]
    ends = _spread([line[-1] for line in values], top * 0.09)
    order = list(zip(record["series"], values, ends, looks, strict=False))
    for series, line, end, (ink, weight) in reversed(order):
        axes.plot(range(len(line)), line, color=ink, lw=weight, marker="o",
                  markersize=weight * 2.1, clip_on=False, zorder=3)  # fmt: skip
        say(axes, series["name"], (len(line) - 1, end), (7, 0), color=ink, weight=600)


def _spread(values: list[float], least: float) -> list[float]:
    """Move labels apart, so that no two stand closer than ``least``."""
    order = sorted(range(len(values)), key=values.__getitem__)
    placed = list(values)
    for below, above in pairwise(order):
        lack = least - (placed[above] - placed[below])
        if lack > 0:
            placed[below] -= lack / 2
            placed[above] += lack / 2
    return placed


def _step(top: float) -> int:
    """Return a round step that gives three to five guide lines."""
    for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000):
        if top / step < 5:
            return step
    return int(10 ** len(str(int(top))))


# --- dots -----------------------------------------------------------------------------------


def _dots(record: Record, *, narrow: bool) -> Figure:
    width = width_of(narrow=narrow)
    pitch = 19.0 if narrow else 8.8
    margins = Margins(left=2 if narrow else 60, right=16 if narrow else 20, top=9, bottom=6)
    figure, axes = canvas(width, pitch * len(record["rows"]) + 15, margins)
    axes.set_xlim(0, 100)
    axes.margins(0)
    axes.set_ylim(len(record["rows"]) - 0.5, -0.5)
    axes.grid(axis="x")
    axes.grid(visible=False, axis="y")
    axes.spines["bottom"].set_visible(False)
    axes.set_yticks([])
    axes.set_xticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100\u00a0%"])
    tick = 0.13 if narrow else 0.24
    for index, row in enumerate(record["rows"]):
        y = index + 0.3 if narrow else float(index)
        axes.plot([0, 100], [y, y], color=GRID, lw=0.6, zorder=1)
        _pair(axes, row, y, tick)
        _dot_label(axes, row, y, narrow=narrow)
    _dots_key(axes, record, -0.98 if not narrow else -0.72, tick, narrow=narrow)
    return figure


def _pair(axes: Axes, row: Record, y: float, tick: float) -> None:
    """The two marks of a row, each number on its outer side."""
    own, region = row["own"]["value"], row["region"]["value"]
    higher = own is not None and (region is None or own >= region)
    if own is not None:
        if region is not None:
            axes.plot([own, region], [y, y], color=color("context"), lw=1.6, zorder=2)
        axes.plot([own], [y], "o", color=color("accent"), ms=8, zorder=4, clip_on=False)
        _beside(axes, row["own"], (own, y), right=higher, weight=600, color=color("accent"))
    if region is not None:
        axes.plot([region] * 2, [y - tick, y + tick], color=color("ink"), lw=2.2, zorder=5,
                  solid_capstyle="butt", clip_on=False)  # fmt: skip
        _beside(axes, row["region"], (region, y), right=not higher, color=color("ink"))


def _beside(axes: Axes, cell: Record, at: tuple[float, float], *, right: bool, **how: Any) -> None:
    """A number beside its mark, on a white ground that parts it from the guide lines."""
    ground = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
    shift = (8 if right else -8, 0)
    say(axes, shown(cell), at, shift, ha="left" if right else "right", bbox=ground, **how)


def _dot_label(axes: Axes, row: Record, y: float, *, narrow: bool) -> None:
    shift = 0.0 if narrow else -60 / POINT
    high, low = (28.0, 17.0) if narrow else (5.0, -5.6)
    say(axes, row["label"], (0, y), (shift, high), ha="left", weight=600)
    say(axes, row["base"], (0, y), (shift, low), ha="left", color=color("muted"))


def _dots_key(axes: Axes, record: Record, y: float, tick: float, *, narrow: bool) -> None:
    axes.plot([0], [y], "o", color=color("accent"), ms=8, clip_on=False)
    say(axes, record["own_name"], (0, y), (8, 0), weight=600, color=color("accent"))
    x = 46 if narrow else 33
    axes.plot([x, x], [y - tick, y + tick], color=color("ink"), lw=2.2,
              solid_capstyle="butt", clip_on=False)  # fmt: skip
    say(axes, record["region_name"], (x, y), (8, 0))
