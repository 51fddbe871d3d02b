"""Points at their real dates, each with its source; what is extrapolated is dashed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reportlib.rendering.charts.lines import apart, round_step, strip_sides
from reportlib.rendering.charts.paper import Margins, canvas, width_of
from reportlib.rendering.charts.words import STRONG, measured, wrapped, write
from reportlib.rendering.look import chart, color, tokens
from reportlib.wording import SHORT_MONTHS, integer

Record = dict[str, Any]
HEIGHT = 68.0
"""Of the whole drawing [mm]."""
TOP, BOTTOM = 9.0, 6.5
"""Room for the key above, for the dates below [mm]."""
BESIDE = 2.4
"""How far a second source's point stands from the first's, of the same day [mm]."""
EXTRAPOLATED = "extrapolation"
_Place = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class _Plot:
    """The scales of a plot, in days and units."""

    axes: Axes
    first: int
    mm_a_day: float
    mm_a_unit: float

    def place(self, mark: _Mark, side: tuple[float, float], half: float) -> _Place:
        """Where a word beside a mark stands: its middle and half its width [mm]."""
        x = (mark.day - self.first) * self.mm_a_day + (BESIDE if mark.other else 0.0)
        return x + side[0], (mark.value or 0.0) * self.mm_a_unit + side[1], half


@dataclass(frozen=True)
class _Mark:
    """A point on the drawing: where [days, units], and how it is told."""

    day: int
    value: float | None
    source: int | None
    guessed: bool
    other: bool
    """A second source of the same day."""


def curve(record: Record, *, narrow: bool) -> Figure:
    """Return the drawing of a ``curve`` record."""
    width = width_of(narrow=narrow)
    right = min(strip_sides(record)[1], 24.0 if narrow else 40.0)
    highest = _highest(record)
    left = 3.0 + measured(integer(highest))
    margins = Margins(left=left, right=right, top=TOP, bottom=BOTTOM)
    figure, axes = canvas(width, HEIGHT, margins)
    plot = _scaled(axes, record, highest, room=(width - left - right, HEIGHT - TOP - BOTTOM))
    _dates(plot, every=4 if narrow else 8)
    _band(plot, record)
    _lines(plot, record, right)
    _key(plot, record, narrow=narrow)
    return figure


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _highest(record: Record) -> float:
    numbers = [p["cell"]["value"] or 0.0 for one in record["series"] for p in one["points"]]
    return max([*numbers, *(b["high"] for b in record["band"])], default=0.0)


def _scaled(axes: Axes, record: Record, highest: float, *, room: tuple[float, float]) -> _Plot:
    """Round guide lines from zero; a little room before the first day and after the last."""
    days = [_day(p["date"]) for one in (*(s["points"] for s in record["series"]), record["band"])
            for p in one]  # fmt: skip
    spread = max(1, max(days) - min(days))
    first, last = min(days) - 0.03 * spread, max(days) + 0.03 * spread
    step = round_step(highest)
    top = max(1, math.ceil(highest / step)) * step
    axes.margins(0)
    axes.set_xlim(first, last)
    axes.set_ylim(0, top)
    ticks = [step * rank for rank in range(round(top / step) + 1)]
    axes.set_yticks(ticks, [integer(tick) for tick in ticks])
    return _Plot(axes=axes, first=min(days), mm_a_day=room[0] / (last - first),
                 mm_a_unit=room[1] / top)  # fmt: skip


def _dates(plot: _Plot, *, every: int) -> None:
    """Beginnings of years, or of months when less than two of them are in sight."""
    low, high = (date.fromordinal(round(edge)) for edge in plot.axes.get_xlim())
    starts = [date(year, 1, 1) for year in range(low.year + 1, high.year + 1)]
    labels = [str(one.year) for one in starts]
    if len(starts) < 2:
        months = range(low.year * 12 + low.month, high.year * 12 + high.month)
        starts = [date(m // 12, m % 12 + 1, 1) for m in months]
        labels = [f"{SHORT_MONTHS[one.month - 1]}\u00a0{one.year}" for one in starts]
        every = max(2, every // 2)
    pace = max(1, math.ceil(len(starts) / every))
    # A date at the very left would stand on the zero of the scale.
    ticks = [(one.toordinal(), label)
             for one, label in list(zip(starts, labels, strict=True))[::pace]
             if (one - low).days * plot.mm_a_day > measured(label) / 2]  # fmt: skip
    plot.axes.set_xticks([day for day, _ in ticks], [label for _, label in ticks], parse_math=False)


def _band(plot: _Plot, record: Record) -> None:
    if record["band"]:
        days = [_day(point["date"]) for point in record["band"]]
        low, high = ([point[end] for point in record["band"]] for end in ("low", "high"))
        shade = tokens()["color"]["seq"][1]
        plot.axes.fill_between(days, low, high, facecolor=shade, linewidth=0, zorder=1)


def _marks(series: Record) -> list[_Mark]:
    """The points of a series; one without number has no value and breaks the line."""
    marks: list[_Mark] = []
    for point in series["points"]:
        day, value = _day(point["date"]), point["cell"]["value"]
        other = any(mark.day == day and mark.value is not None for mark in marks)
        marks.append(_Mark(day, value, point["source"], point["extrapolated"], other))
    return marks


def _lines(plot: _Plot, record: Record, right: float) -> None:
    looks = ((color("accent"), chart("main_pt")), (color("quiet_line"), chart("quiet_pt")))
    every = [_marks(one) for one in record["series"]]
    taken = [plot.place(m, (0, 0), 1.6) for marks in every for m in marks if m.value is not None]
    together = list(zip(record["series"], every, looks, strict=False))
    ends = _ends(plot, every)
    for (one, marks, (ink, weight)), (day, height) in reversed(
        list(zip(together, ends, strict=True))
    ):
        _line(plot, marks, ink, weight)
        lines = wrapped(one["name"], right - 3, STRONG)
        write(plot.axes, "\n".join(lines), (day, height), (3.4, 0), color=ink, weight=STRONG)
        wide = max(measured(line, STRONG) for line in lines)
        x = (day - plot.first) * plot.mm_a_day + 3.4 + wide / 2
        taken += [(x, height * plot.mm_a_unit, wide / 2)]
    for marks in every:
        for mark in marks:
            _source(plot, mark, taken)


def _ends(plot: _Plot, every: list[list[_Mark]]) -> list[tuple[float, float]]:
    """Where the name of each series stands: at its last point; parted when they meet."""
    last = [next((m for m in reversed(marks) if m.value is not None and not m.other), None)
            for marks in every]  # fmt: skip
    days = [float(mark.day) if mark else float(plot.first) for mark in last]
    heights = [mark.value or 0.0 if mark else 0.0 for mark in last]
    if len(days) > 1 and abs(days[0] - days[1]) * plot.mm_a_day < 30:
        heights = apart(heights, (chart("line_mm") + 0.6) / plot.mm_a_unit)
    return list(zip(days, heights, strict=True))


def _line(plot: _Plot, marks: list[_Mark], ink: str, weight: float) -> None:
    """The line through the first source of each day: whole, then dashed where it is guessed."""
    for before, after in pairwise([mark for mark in marks if not mark.other]):
        if before.value is None or after.value is None:
            continue
        style: Any = (0, (3, 2)) if after.guessed else "solid"
        plot.axes.plot([before.day, after.day], [before.value, after.value], color=ink,
                       linewidth=weight, linestyle=style, clip_on=False, zorder=3)  # fmt: skip
    for mark in marks:
        if mark.value is None:
            continue
        hollow = mark.guessed or mark.other
        shift = BESIDE / plot.mm_a_day if mark.other else 0.0
        plot.axes.plot([mark.day + shift], [mark.value], "s" if mark.other else "o", clip_on=False,
                       markersize=weight * 1.2 + 2.6, markeredgecolor=ink, markeredgewidth=1.4,
                       zorder=4, markerfacecolor=color("paper") if hollow else ink)  # fmt: skip


def _source(plot: _Plot, mark: _Mark, taken: list[_Place]) -> None:
    """« [2] » by its point, at the first side where it touches no other word or point."""
    if mark.source is None or mark.value is None:
        return
    words = f"[{mark.source}]"
    half = measured(words) / 2 + 0.4
    sides = [(0.0, 4.0), (0.0, -4.0), (half + 2, 0.0), (-half - 2, 0.0), (half + 2, 3.2),
             (half + 2, -3.2), (-half - 2, 3.2), (-half - 2, -3.2), (0.0, 8.0),
             (0.0, -8.0)]  # fmt: skip
    lowest = chart("line_mm") / 2
    places = [(side, plot.place(mark, side, half)) for side in sides]
    free = [one for one in places if one[1][1] > lowest and not _meets(one[1], taken)]
    side, place = (free or places)[0]
    taken.append(place)
    shift = (side[0] + (BESIDE if mark.other else 0.0), side[1])
    ground = {"facecolor": color("paper"), "edgecolor": "none", "pad": 0.2}
    write(plot.axes, words, (mark.day, mark.value), shift, ha="center", color=color("muted"),
          bbox=ground, zorder=3.5)  # fmt: skip


def _meets(place: _Place, taken: list[_Place]) -> bool:
    x, y, half = place
    return any(
        abs(x - other) < half + width and abs(y - high) < chart("line_mm") - 0.3
        for other, high, width in taken
    )


def _key(plot: _Plot, record: Record, *, narrow: bool) -> None:
    """What is dashed and what is shaded, said above the plot."""
    points = [p for one in record["series"] for p in one["points"]]
    first, top = plot.axes.get_xlim()[0], plot.axes.get_ylim()[1]
    mm = 0.0
    height = top + 6.2 / plot.mm_a_unit
    how: Record = {"clip_on": False, "zorder": 4}
    if any(point["extrapolated"] for point in points):
        span = [first + x / plot.mm_a_day for x in (mm, mm + 7)]
        plot.axes.plot(span, [height] * 2, color=color("accent"), linestyle=(0, (3, 2)),
                       linewidth=chart("main_pt"), **how)  # fmt: skip
        write(plot.axes, EXTRAPOLATED, (first, height), (mm + 8.5, 0), color=color("muted"))
        mm += 8.5 + measured(EXTRAPOLATED) + 5
    if record["band"]:
        span = [first + x / plot.mm_a_day for x in (mm, mm + 7)]
        low, high = (height + side / plot.mm_a_unit for side in (-1.6, 1.6))
        plot.axes.fill_between(span, low, high, facecolor=tokens()["color"]["seq"][1],
                               edgecolor=color("rule_field"), linewidth=chart("guide_pt"),
                               **how)  # fmt: skip
        room = width_of(narrow=narrow) - mm - (12 if narrow else 40)
        name = wrapped(record["band_name"], max(20.0, room))[0]
        write(plot.axes, name, (first, height), (mm + 8.5, 0), color=color("muted"))
