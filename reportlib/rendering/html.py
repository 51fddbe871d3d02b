"""A document as one page: no script, no request, fonts embedded, everything described."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup, escape

from reportlib.blocks.tables import ABSENT
from reportlib.rendering.charts import figure_of, strip_left
from reportlib.rendering.document import Document, Piece
from reportlib.rendering.look import TEMPLATES, css_variables, font_faces
from reportlib.wording import typographed


def html(document: Document) -> str:
    """Return the page of a document: the same bytes for the same document."""
    template = environment().get_template("page.html.j2")
    return template.render(
        title=document.title,
        contents=list(document.chapters()),
        parts=_parts(document.pieces),
        style=Markup(style(document.title["running"])),  # noqa: S704 - our own style sheet
    )


@cache
def environment() -> jinja2.Environment:
    """Return the templates; everything that comes from data is escaped."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals |= {
        "absent": {state: meaning for state, (_, meaning) in ABSENT.items()},
        "svg": _svg,
        "strip_left": strip_left,
        "with_share": lambda piece: any(bar["share"] for bar in piece["bars"]),
    }
    return templates


def style(running: str = "") -> str:
    """Return the style sheet; ``running`` goes at the foot of printed pages."""
    quoted = typographed(running).replace("\\", "").replace('"', "").replace("<", "")
    rules = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    return f'{font_faces()}\n{css_variables()}\n:root{{--running:"{quoted}"}}\n{rules}'


def _parts(pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
    """Pieces grouped by chapter: what stands before the first has no heading."""
    parts: list[dict[str, Any]] = [{"heading": None, "pieces": []}]
    for piece in pieces:
        if piece["kind"] == "heading" and piece["level"] == 2:
            parts.append({"heading": piece, "pieces": []})
        elif piece["kind"] != "break":
            shown = {"nodes": [], **piece} if piece["kind"] == "free" else piece
            parts[-1]["pieces"].append(shown)
    return [part for part in parts if part["heading"] or part["pieces"]]


def _svg(piece: Piece, size: str) -> Markup:
    """The drawing of a figure for a size of screen, named by its alternative text."""
    drawing = getattr(figure_of(piece), size)
    opening = f'<svg class="{size}" role="img" aria-label="{escape(piece["alt"])}" '
    return Markup(drawing.replace("<svg ", opening, 1))  # noqa: S704 - drawn by matplotlib
