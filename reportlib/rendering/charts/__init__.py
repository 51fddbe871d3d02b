"""Figures as SVG: bars, lines, dots, levels, parts of a whole, dated curves.

Each is drawn twice, for paper and for narrow screens.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from reportlib.rendering.charts.bars import bars
from reportlib.rendering.charts.curves import curve
from reportlib.rendering.charts.dots import dots
from reportlib.rendering.charts.levels import levels
from reportlib.rendering.charts.lines import lines, strip_sides
from reportlib.rendering.charts.paper import Drawing, drawn
from reportlib.rendering.charts.stacks import stacked

__all__ = ["DRAWN", "Drawing", "figure_of", "strip_sides"]

_DRAW = {
    "bars": bars,
    "line": lines,
    "dots": dots,
    "levels": levels,
    "stacked": stacked,
    "curve": curve,
}
DRAWN = frozenset(_DRAW)
"""Kinds of blocks that are drawn here; a funnel is made of the page's own shapes."""


def figure_of(piece: dict[str, Any]) -> Drawing:
    """Return the drawings of a figure; its ``anchor`` keeps its ids apart from the others'."""
    return _figure(json.dumps(piece, sort_keys=True))


@lru_cache(maxsize=64)
def _figure(written: str) -> Drawing:
    """The page and the paper of one document share the drawing."""
    piece = json.loads(written)
    draw = _DRAW[piece["kind"]]
    return drawn(str(piece["anchor"]), lambda narrow: draw(piece, narrow=narrow))
