"""A document on paper: PDF/UA-1 and PDF/A-2a through Typst, in process, from data alone."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst

from reportlib.errors import RenderingError
from reportlib.rendering.charts import figure_of, strip_left
from reportlib.rendering.document import Document, Piece
from reportlib.rendering.look import FONTS, TEMPLATES, tokens
from reportlib.rendering.rowheads import with_row_headers

STANDARDS = ["ua-1", "a-2a"]
MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""The date written in every PDF, as PDF/A wants one: no clock is read (convention C-7)."""
DRAWN = {"bars", "line", "dots"}


def pdf(document: Document) -> bytes:
    """Return the PDF of a document: the same bytes for the same document.

    Starts threads (Typst's): never call it in a process that will fork.

    Raises
    ------
    RenderingError
        Typst refuses the document; its own words are given.
    """
    data = {"title": document.title, "pieces": [_prepared(p) for p in document.pieces]}
    inputs = {"document": _json(data), "look": _json(tokens())}
    with tempfile.TemporaryDirectory() as nothing:
        # The root is an empty folder: no file can be read from the page's own source.
        try:
            made = cast(Any, typst).compile(
                _source(),
                root=nothing,
                font_paths=[str(FONTS)],
                ignore_system_fonts=True,
                sys_inputs=inputs,
                pdf_standards=STANDARDS,
                timestamp=int(MOMENT.timestamp()),
            )
        except typst.TypstError as exc:
            raise RenderingError(f"Le PDF n’a pas pu être composé\u00a0: {exc}") from exc
    return with_row_headers(bytes(made))


def _prepared(piece: Piece) -> Piece:
    """A figure carries its drawing; a line chart the room at the left of its strip."""
    if piece["kind"] not in DRAWN:
        return piece
    extra: Piece = {"svg": figure_of(piece).wide}
    if piece["kind"] == "line":
        extra["strip_left"] = strip_left(piece)
    return {**piece, **extra}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@cache
def _source() -> bytes:
    return Path(TEMPLATES / "bilan.typ").read_bytes()
