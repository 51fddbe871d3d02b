"""What both formats need to know about a piece before they draw it, told once for both.

Rules of tables: commas align, absent numbers carry their meaning; a figure comes with the table
of its numbers; a long table begins a page.
"""

from __future__ import annotations

from reportlib.rendering import grids, numbers, tables
from reportlib.rendering.checks import Piece
from reportlib.rendering.document import Document

LONG_FACT = 60
"""Letters from which a fact of the title block takes what is left of a row."""
_TOLD = {
    "table": tables.table,
    "heat": grids.heat,
    "engagements": grids.engagements,
    "line": numbers.line,
    "bars": numbers.bars,
    "dots": numbers.dots,
    "funnel": numbers.funnel,
    "levels": numbers.levels,
    "stacked": numbers.stacked,
    "curve": numbers.curve,
}


def laid_out(document: Document) -> tuple[Piece, list[Piece]]:
    """Return the title block and the pieces, with what drawing needs."""
    pieces = [told(piece) for piece in document.pieces]
    for index, piece in enumerate(pieces):
        if piece["kind"] == "table" and piece["long"]:
            _first_of_page(pieces, index)["new_page"] = True
        if piece["kind"] == "method":
            piece["bare"] = index > 0 and _announces(pieces[index - 1], piece)
    return {**document.title, "facts": _facts(document.title)}, pieces


def told(piece: Piece) -> Piece:
    """Return one piece with what drawing needs."""
    extra = _TOLD[piece["kind"]](piece) if piece["kind"] in _TOLD else {}
    return {"new_page": False, "bare": False, **piece, **extra}


def _first_of_page(pieces: list[Piece], index: int) -> Piece:
    """The headings right above a long table go with it."""
    while index and pieces[index - 1]["kind"] == "heading":
        index -= 1
    return pieces[index]


def _announces(before: Piece, piece: Piece) -> bool:
    """Whether the heading right above already says the label: « Annexe C. Méthode »."""
    return before["kind"] == "heading" and str(before["text"]).endswith(piece["title"])


def _facts(title: Piece) -> list[list[list[str]]]:
    """Label and value, in rows: four short ones side by side, or three and a long one.

    In a compact document a long one has a row of its own, and fewer lines.
    """
    short = [pair for pair in title["identity"] if len(pair[1]) <= LONG_FACT]
    long = [pair for pair in title["identity"] if len(pair[1]) > LONG_FACT]
    rows = [short[first : first + 4] for first in range(0, len(short), 4)]
    if rows and long and len(rows[-1]) < 4 and not title["compact"]:
        rows[-1].append(long.pop(0))
    return rows + [[pair] for pair in long]
