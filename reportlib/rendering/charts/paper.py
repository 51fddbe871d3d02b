"""The paper of a figure: a canvas in millimetres, and its SVG without date, chance or loose ids."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager, style
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from reportlib.rendering.look import STYLE, chart, color, paper_fonts

INCH = 25.4
"""Millimetres in an inch."""
POINT = INCH / 72
"""Millimetres in a point."""

_LOCK = threading.Lock()


@dataclass(frozen=True, kw_only=True)
class Margins:
    """Room around the plot, for labels [mm]."""

    left: float = 0.4
    right: float = 0.4
    top: float = 0.5
    bottom: float = 0.5


NAMELESS = "\ue000"
"""Stands for a figure's anchor in its ids: no text has this sign, which no font draws."""


@dataclass(frozen=True)
class Drawn:
    """One figure drawn in one size."""

    svg: str
    height_mm: float


def drawn(draw: Callable[[], Figure], size: str) -> Drawn:
    """Return the drawing that ``draw`` makes; its ids begin with ``NAMELESS`` and ``size``.

    matplotlib's settings are the process's: they are set for the time of drawing, one at a time.
    """
    register_fonts()
    with _LOCK, mpl.rc_context():
        style.use(STYLE)
        figure = draw()
        height = float(figure.get_size_inches()[1]) * INCH
        return Drawn(_svg(figure, f"{NAMELESS}-{size}"), height)


@cache
def register_fonts() -> None:
    """Give matplotlib the shipped fonts."""
    for path in paper_fonts():
        font_manager.fontManager.addfont(str(path))


def width_of(*, narrow: bool) -> float:
    """Return the width of a drawing [mm]."""
    return chart("narrow_mm" if narrow else "wide_mm")


def canvas(width: float, height: float, margins: Margins) -> tuple[Figure, Axes]:
    """Return a figure of this size and its axes inside the margins; no automatic layout [mm]."""
    figure = Figure(figsize=(width / INCH, height / INCH))
    FigureCanvasSVG(figure)
    plot = (
        margins.left / width,
        margins.bottom / height,
        1 - (margins.left + margins.right) / width,
        1 - (margins.top + margins.bottom) / height,
    )
    return figure, figure.add_axes(plot)


def sheet(width: float, height: float) -> tuple[Figure, Axes]:
    """Return a figure whose axes are the paper itself: millimetres, from the upper left corner."""
    figure, axes = canvas(width, height, Margins(left=0, right=0, top=0, bottom=0))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    return figure, axes


def hatched() -> dict[str, Any]:
    """Return the look of a shape that stands for a number that is not shown."""
    return {
        "facecolor": color("withheld_ground"),
        "edgecolor": color("withheld_line"),
        "hatch": "/////",
        "linewidth": chart("guide_pt"),
    }


def _svg(figure: Figure, key: str) -> str:
    """The SVG element alone; ``key`` begins every id left, so that figures share a page."""
    buffer = io.StringIO()
    undated = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(buffer, format="svg", metadata=undated)
    written = buffer.getvalue()
    element = written[written.index("<svg") :]
    for unwanted in (r"<metadata>.*?</metadata>", r"<style[^>]*>.*?</style>", r"<!--.*?-->"):
        element = re.sub(unwanted, "", element, flags=re.DOTALL)
    element = re.sub(r"<defs>\s*</defs>", "", element)
    called = set(re.findall(r"(?:href=\"#|url\(#)([\w.-]+)", element))
    element = re.sub(r' id="([^"]*)"', lambda m: m[0] if m[1] in called else "", element)
    element = re.sub(
        r'(id="|href="#|url\(#)([\w.-]+)',
        lambda m: f"{m[1]}{key}-{m[2]}" if m[2] in called else m[0],
        element,
    )
    # Said once on the element: the style sheet taken out said it for every page element.
    return re.sub(r"\s*\n\s*", "\n", element).strip().replace(
        "<svg ", '<svg stroke-linejoin="round" ', 1
    )  # fmt: skip
