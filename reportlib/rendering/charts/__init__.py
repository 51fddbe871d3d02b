"""Figures as SVG: bars, lines, dots, levels, parts of a whole, dated curves.

Each has two sizes, for paper and for narrow screens.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlib.rendering.charts.bars import bars
from reportlib.rendering.charts.curves import curve
from reportlib.rendering.charts.dots import dots
from reportlib.rendering.charts.levels import levels
from reportlib.rendering.charts.lines import lines, strip_sides
from reportlib.rendering.charts.paper import NAMELESS, Drawn, drawn
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
_UNDRAWN = frozenset(
    ("anchor", "number", "rank", "word", "new_page", "bare", "numbers", "points", "strips",
     "left_mm", "right_mm", "width_mm", "title", "unit", "notes", "source", "alt")
)  # fmt: skip
"""What a page says beside a drawing: the same drawing whatever they are."""


@dataclass(frozen=True)
class Drawing:
    """One figure in two sizes, each drawn when it is first asked for."""

    written: str
    anchor: str

    @property
    def wide(self) -> str:
        """The drawing of paper and wide screens."""
        return self._named(narrow=False)

    @property
    def narrow(self) -> str:
        """The drawing of narrow screens."""
        return self._named(narrow=True)

    @property
    def height_mm(self) -> float:
        """Height of the wide drawing."""
        return _size(self.written, narrow=False).height_mm

    def _named(self, *, narrow: bool) -> str:
        return _size(self.written, narrow=narrow).svg.replace(NAMELESS, self.anchor)


def figure_of(piece: dict[str, Any]) -> Drawing:
    """Return the drawings of a figure; its ``anchor`` keeps its ids apart from the others'."""
    told = {name: value for name, value in piece.items() if name not in _UNDRAWN}
    return Drawing(json.dumps(told, sort_keys=True), str(piece["anchor"]))


@lru_cache(maxsize=128)
def _size(written: str, *, narrow: bool) -> Drawn:
    """A drawing of one size; the notebook, the page and the paper of one bilan share it."""
    piece = json.loads(written)
    return drawn(lambda: _DRAW[piece["kind"]](piece, narrow=narrow), "e" if narrow else "l")
