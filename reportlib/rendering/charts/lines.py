"""Lines over months: each named at its end; the strip of numbers under it is its axis."""

from __future__ import annotations

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reportlib.rendering.charts.paper import Margins, canvas, width_of
from reportlib.rendering.charts.words import STRONG, measured, wrapped, write
from reportlib.rendering.look import chart, color
from reportlib.wording import integer

Record = dict[str, Any]
NAMES = 34.0
"""Room of a series' name at most [mm]."""
ROUND = (1, 2, 5)
HEIGHT, NARROW_HEIGHT = 50.0, 62.0
"""Of the whole drawing [mm]."""
ON_AXIS = 12
"""Points up to which the strip under the drawing names them; above, the drawing does."""


def lines(record: Record, *, narrow: bool) -> Figure:
    """Return the drawing of a ``line`` record; a point without number breaks its line."""
    width, height = width_of(narrow=narrow), NARROW_HEIGHT if narrow else HEIGHT
    named = narrow or len(record["labels"]) > ON_AXIS
    left, right = strip_sides(record)
    if narrow:
        left, right = 2.5 + measured(integer(_highest(record))), min(right, 24.0)
    bottom = 6.5 if named else 2.8
    margins = Margins(left=left, right=right, top=3, bottom=bottom)
    figure, axes = canvas(width, height, margins)
    _axes(axes, record, every=_every(len(record["labels"]), narrow=narrow) if named else 0)
    _series(axes, record, right, mm_a_unit=(height - 3 - bottom) / axes.get_ylim()[1])
    return figure


def strip_sides(record: Record) -> tuple[float, float]:
    """Return the room left and right of the plot, and of the strip's columns [mm]."""
    widest = max(min(NAMES, measured(one["name"], STRONG)) for one in record["series"])
    room = max(chart("side_mm"), widest + 4)
    return room, room


def _highest(record: Record) -> float:
    numbers = [cell["value"] for one in record["series"] for cell in one["cells"]]
    return max((number for number in numbers if number is not None), default=0.0)


def _axes(axes: Axes, record: Record, *, every: int) -> None:
    """Guide lines from zero at round numbers; ``every`` label of the points, or none."""
    step = round_step(_highest(record))
    top = max(1, math.ceil(_highest(record) / step)) * step
    count = len(record["labels"])
    axes.margins(0)
    axes.set_xlim(-0.5, count - 0.5)
    axes.set_ylim(0, top)
    ticks = [round(step * rank, 6) for rank in range(round(top / step) + 1)]
    axes.set_yticks(ticks, [integer(tick) for tick in ticks])
    named = range(0, count, every) if every else range(0)
    axes.set_xticks(list(named), [record["labels"][rank] for rank in named], parse_math=False)


def round_step(highest: float) -> int:
    """Return a round number that parts the height in five at most."""
    power = 10 ** max(0, math.floor(math.log10(max(1.0, highest))) - 1)
    return next(
        int(step * factor)
        for factor in (power, power * 10, power * 100)
        for step in ROUND
        if highest <= 5 * step * factor
    )


def _every(count: int, *, narrow: bool) -> int:
    return max(1, math.ceil(count / (4 if narrow else 12)))


def _series(axes: Axes, record: Record, right: float, *, mm_a_unit: float) -> None:
    looks = ((color("accent"), chart("main_pt")), (color("quiet_line"), chart("quiet_pt")))
    ends = apart([_end(one) for one in record["series"]], (chart("line_mm") + 0.6) / mm_a_unit)
    together = list(zip(record["series"], ends, looks, strict=False))
    for one, end, (ink, weight) in reversed(together):
        points = [math.nan if c["value"] is None else c["value"] for c in one["cells"]]
        how = {"color": ink, "linewidth": weight, "markersize": weight * 2.1}
        axes.plot(range(len(points)), points, marker="o", clip_on=False, zorder=3, **how)
        name = "\n".join(wrapped(one["name"], right - 3, STRONG))
        write(axes, name, (len(points) - 1, end), (2.6, 0), color=ink, weight=STRONG)


def _end(series: Record) -> float:
    """Height at which a line ends: its last number known."""
    known = [cell["value"] for cell in series["cells"] if cell["value"] is not None]
    return float(known[-1]) if known else 0.0


def apart(heights: list[float], least: float) -> list[float]:
    """Return the heights of two names, moved so that they do not touch."""
    if len(heights) < 2 or abs(heights[0] - heights[1]) >= least:
        return heights
    middle = max(sum(heights) / 2, least / 2)
    above = 1 if heights[0] >= heights[1] else -1
    return [middle + above * least / 2, middle - above * least / 2]
