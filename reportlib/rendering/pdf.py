"""A document on paper: PDF/UA-1 and PDF/A-2a through Typst, in process, from data alone."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from typing import Any, cast

import typst

from reportlib.blocks.tables import ABSENT
from reportlib.errors import RenderingError
from reportlib.rendering.charts import DRAWN, figure_of
from reportlib.rendering.checks import Piece
from reportlib.rendering.document import Document
from reportlib.rendering.layout import laid_out
from reportlib.rendering.look import FONTS, TEMPLATES, tokens
from reportlib.rendering.tagging import finished

STANDARDS = ("ua-1", "a-2a")
MOMENT = 946_684_800
"""2000-01-01, in seconds: Typst asks for a date; ``finished`` takes it out (convention C-7)."""
RUNNING, ISSUER, FOOTER = 80, 40, 260
"""Letters that the head and foot of a page hold; longer texts are cut, with « … »."""


def pdf(document: Document) -> bytes:
    """Return the PDF of a document: the same bytes for the same document.

    Typst starts threads: never call this in a process that will fork.

    Raises
    ------
    RenderingError
        Typst refuses the document; its own words are given.
    """
    title, pieces = laid_out(document)
    told = {"title": _title(title), "pieces": [_on_paper(piece) for piece in pieces]}
    inputs = {"document": _json(told), "look": _json(tokens())}
    with tempfile.TemporaryDirectory() as nothing:
        # The root is an empty folder: whatever the data say, there is no file to read.
        try:
            composed = cast(Any, typst).compile(
                _template(),
                root=nothing,
                font_paths=[str(FONTS)],
                ignore_system_fonts=True,
                sys_inputs=inputs,
                pdf_standards=list(STANDARDS),
                timestamp=MOMENT,
            )
        except typst.TypstError as exc:
            raise RenderingError(f"Le PDF n’a pas pu être composé\u00a0: {exc}") from exc
    return finished(bytes(composed))


def _title(title: Piece) -> Piece:
    parts = (title["title"], title["subject"])
    return {
        **title,
        "full": ", ".join(part for part in parts if part),
        "by": " · ".join(part for part in (title["issuer"], title["team"]) if part),
        "running": _cut(title["running"], RUNNING),
        "publisher": _cut(title["issuer"], ISSUER),
        "footer": _cut(title["footer"], FOOTER),
    }


def _on_paper(piece: Piece) -> Piece:
    if piece["kind"] == "tiles":
        return {**piece, "items": [_with_meaning(tile) for tile in piece["items"]]}
    if piece["kind"] in DRAWN:
        figure = figure_of(piece)
        return {**piece, "svg": figure.wide, "height_mm": figure.height_mm}
    return piece


def _with_meaning(tile: Piece) -> Piece:
    return {**tile, "meaning": ABSENT[tile["state"]][1] if tile["state"] in ABSENT else ""}


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1]}…"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@cache
def _template() -> bytes:
    """The template's parts, in the order of their names."""
    return b"\n".join(part.read_bytes() for part in sorted(TEMPLATES.glob("*.typ")))
