"""Words of a figure: how wide they are, on how many lines they fit, how they are written."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from reportlib.rendering.charts.paper import POINT, register_fonts
from reportlib.rendering.look import chart, color, tokens
from reportlib.wording import plain

STRONG = int(tokens()["font"]["weights"]["strong"])
TEXT = int(tokens()["font"]["weights"]["text"])
LINES = 4
"""Lines that a label may take; what is longer ends with « … »: the table of numbers has it all."""


def shown(cell: dict[str, Any]) -> str:
    """Return the words of a cell."""
    return plain(tuple((words, "") for words, _ in cell["text"]))


@lru_cache(maxsize=4096)
def measured(text: str, weight: int = TEXT) -> float:
    """Return the width of ``text`` at the size of figures, from the font's own widths [mm]."""
    if not text:
        return 0.0
    register_fonts()
    font = FontProperties(family=tokens()["font"]["family"], weight=weight, size=chart("label_pt"))
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width) * POINT


def wrapped(text: str, room: float, weight: int = TEXT) -> list[str]:
    """Return ``text`` on lines that fit in ``room`` millimetres, ``LINES`` at most.

    Lines part at spaces; a word wider than the room is cut where it must.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measured(longer, weight) <= room:
            lines[-1] = longer
        else:
            lines += _cut(word, room, weight)
    if len(lines) <= LINES:
        return lines
    last = lines[LINES - 1]
    while last and measured(f"{last}…", weight) > room:
        last = last[:-1]
    return [*lines[: LINES - 1], f"{last}…"]


def write(axes: Axes, text: str, at: tuple[float, float], shift: tuple[float, float] = (0, 0),
          **how: Any) -> None:  # fmt: skip
    """Write ``text`` at a place moved by millimetres, never clipped, never a formula."""
    options = {"va": "center", "color": color("ink"), "annotation_clip": False, **how}
    points = (shift[0] / POINT, shift[1] / POINT)
    axes.annotate(text, at, points, textcoords="offset points", parse_math=False, **options)


def stacked_lines(
    axes: Axes, groups: Sequence[tuple[list[str], dict[str, Any]]], at: tuple[float, float]
) -> None:
    """Write groups of lines one under the other from a place [mm], each group in its look."""
    rank = 0.5
    for lines, look in groups:
        for line in lines:
            write(axes, line, (at[0], at[1] + chart("line_mm") * rank), **look)
            rank += 1


def number_look(cell: dict[str, Any], ink: str | None = None) -> dict[str, Any]:
    """Return how a number is written: strong, or italic and muted when it is no number."""
    if cell["state"] != "exact":
        return {"style": "italic", "color": color("muted")}
    return {"weight": STRONG, "color": ink or color("ink")}


def _cut(word: str, room: float, weight: int) -> list[str]:
    pieces: list[str] = []
    while len(word) > 1 and len(pieces) < LINES and measured(word, weight) > room:
        fits = bisect(range(1, len(word)), room, key=lambda n: measured(word[:n], weight))
        pieces.append(word[: max(1, fits)])
        word = word[max(1, fits) :]
    return [*pieces, word]
