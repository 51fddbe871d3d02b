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
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from reportlib.rendering.look import STYLE, paper_fonts, tokens

MM = 1 / 25.4
"""Inches in a millimetre."""
POINT = 25.4 / 72
"""Millimetres in a point."""

_LOCK = threading.Lock()


@dataclass(frozen=True, kw_only=True)
class Margins:
    """Room around the plot [mm]."""

    left: float = 0.4
    right: float = 0.4
    top: float = 0.5
    bottom: float = 0.5


@dataclass(frozen=True)
class Drawing:
    """One figure drawn twice: for paper and wide screens, for narrow screens."""

    wide: str
    narrow: str


def drawn(key: str, draw: Callable[[bool], Figure]) -> Drawing:
    """Return both drawings of a figure; ``draw`` takes whether the drawing is narrow.

    ``key`` prefixes ids, so that several figures fit in one page.
    """
    with _LOCK, mpl.rc_context():
        _ready()
        style.use(STYLE)
        return Drawing(_svg(draw(False), f"{key}l"), _svg(draw(True), f"{key}e"))


def canvas(width: float, height: float, margins: Margins) -> tuple[Figure, Axes]:
    """Return a figure and its axes; widths and margins are in millimetres, never autolayout."""
    figure = Figure(figsize=(width * MM, height * MM))
    FigureCanvasSVG(figure)
    axes = figure.add_axes(
        (
            margins.left / width,
            margins.bottom / height,
            1 - (margins.left + margins.right) / width,
            1 - (margins.top + margins.bottom) / height,
        )
    )
    return figure, axes


def width_of(*, narrow: bool) -> float:
    """Return the width of a drawing [mm]."""
    return float(tokens()["chart"]["narrow_mm" if narrow else "wide_mm"])


def wrapped(text: str, room: float, size: float = 8.8, weight: int = 400) -> list[str]:
    """Return ``text`` on lines that fit in ``room`` millimetres; a word too long is cut."""
    lines: list[str] = []
    for word in text.split(" "):
        line = f"{lines[-1]} {word}" if lines else word
        if lines and measured(line, size, weight) <= room:
            lines[-1] = line
            continue
        while measured(word, size, weight) > room and len(word) > 1:
            cut = next(
                n for n in range(len(word) - 1, 0, -1) if measured(word[:n], size, weight) <= room
            )
            lines.append(word[:cut])
            word = word[cut:]  # noqa: PLW2901 - what is left of the word
        lines.append(word)
    return lines


@cache
def measured(text: str, size: float, weight: int = 400) -> float:
    """Return the width of ``text`` [mm]."""
    if not text.strip():
        return 0.0
    _ready()
    family = tokens()["font"]["family"]
    properties = FontProperties(family=family, weight=weight)
    path = TextPath((0, 0), text.replace("$", "S"), size=size, prop=properties)
    return float(path.get_extents().width) * POINT


def plain_text(text: str) -> str:
    """Return ``text`` as matplotlib prints it: a dollar never starts a formula."""
    return text.replace("$", r"\$")


def say(axes: Axes, text: str, at: tuple[float, float], shift: tuple[float, float] = (0, 0),
        **how: Any) -> None:  # fmt: skip
    """Write ``text`` at a place of the plot, moved by points, never clipped."""
    options = {"va": "center", "annotation_clip": False, **how}
    axes.annotate(plain_text(text), at, shift, textcoords="offset points", **options)


@cache
def _ready() -> None:
    """Give matplotlib the shipped fonts."""
    for path in paper_fonts():
        font_manager.fontManager.addfont(str(path))


def _svg(figure: Figure, key: str) -> str:
    buffer = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(buffer, format="svg", metadata=nothing)
    text = buffer.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>\s*", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->\s*", "", text, flags=re.DOTALL)
    used = set(re.findall(r"(?:href=\"#|url\(#)([\w.-]+)", text))
    text = re.sub(r' id="([^"]*)"', lambda m: m[0] if m[1] in used else "", text)
    for name in sorted(used):
        for before, after in ((' id="', '"'), ('href="#', '"'), ("url(#", ")")):
            text = text.replace(f"{before}{name}{after}", f"{before}{key}-{name}{after}")
    return text.strip()
