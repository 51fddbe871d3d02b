"""A document as one page: no script, no request, fonts inside, everything described."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from reportlib.blocks.tables import ABSENT
from reportlib.rendering.charts import figure_of
from reportlib.rendering.checks import FIGURES, Piece
from reportlib.rendering.document import Document
from reportlib.rendering.layout import laid_out
from reportlib.rendering.look import TEMPLATES, css_variables, font_faces, tokens


def html(document: Document) -> str:
    """Return the page of a document, one file; the same bytes for the same document."""
    title, pieces = laid_out(document)
    page = pages().get_template("page.html.j2")
    return page.render(
        title=title,
        chapters=list(document.chapters()),
        parts=_parts(pieces),
        style=Markup(_style(title["running"])),  # noqa: S704 - our own style sheet
    )


@cache
def pages() -> jinja2.Environment:
    """Return the templates of pages; everything that comes from data is escaped."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals |= {
        "absent": {state: meaning for state, (_, meaning) in ABSENT.items()},
        "figures": FIGURES,
        "svg": drawing,
    }
    templates.filters["sentence"] = as_sentence
    return templates


def as_sentence(words: str) -> str:
    """« Recours en cours. »: the words, closed by a full stop unless something closes them."""
    return words if not words or words.endswith((".", "!", "?", "…", ":")) else f"{words}."


def drawing(piece: Piece, sizes: tuple[str, ...] = ("wide", "narrow")) -> Markup:
    """Return the drawings of a figure, one a size of screen; their frame carries the words."""
    figure, font = figure_of(piece), tokens()["font"]
    family = f"'{font['family']}'"
    families = f"{family}, {font['fallback']}".replace('"', "'")
    drawn = (
        getattr(figure, size)
        .replace("<svg ", f'<svg class="{size}" aria-hidden="true" ', 1)
        .replace(family, families)
        for size in sizes
    )
    return Markup("\n".join(drawn))  # noqa: S704 - drawn by matplotlib, which escapes its texts


def style_sheet(name: str) -> str:
    """Return a style sheet of the templates, with the tokens it names."""
    sheets = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=False,  # noqa: S701 - a style sheet, made of the tokens alone
        undefined=jinja2.StrictUndefined,
    )
    rules = sheets.get_template(name).render(look=tokens())
    return re.sub(r"\s*/\*.*?\*/\s*|\n\s*", "\n", rules, flags=re.DOTALL).strip()


@cache
def _fixed_style() -> str:
    return "\n".join((font_faces(), css_variables(), style_sheet("page.css.j2")))


def _style(running: str) -> str:
    """The style sheet; ``running`` is printed at the foot of pages, kept to harmless letters."""
    harmless = re.sub(r'[\\"<>\n]', "", running)
    return f'{_fixed_style()}\n:root{{--running:"{harmless}"}}'


def _parts(pieces: list[Piece]) -> list[dict[str, Any]]:
    """Pieces grouped by chapter; those before the first chapter have no heading."""
    parts: list[dict[str, Any]] = [{"heading": None, "pieces": []}]
    for piece in pieces:
        if piece["kind"] == "heading" and piece["level"] == 2:
            parts.append({"heading": piece, "pieces": []})
        elif piece["kind"] != "break":
            parts[-1]["pieces"].append(piece)
    return [part for part in parts if part["heading"] or part["pieces"]]
