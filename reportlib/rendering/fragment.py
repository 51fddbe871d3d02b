"""One block as HTML, for the display of a notebook in JupyterLab.

Importing this module lets JupyterLab draw the blocks.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from markupsafe import Markup

from reportlib.blocks import on_display
from reportlib.rendering.checks import CAPTIONED, GRIDS, UNSEEN
from reportlib.rendering.faults import Faults
from reportlib.rendering.glyphs import cleaned
from reportlib.rendering.html import drawing, pages, style_sheet
from reportlib.rendering.layout import told
from reportlib.rendering.look import css_variables
from reportlib.rendering.prose import flat, nodes


def fragment(record: dict[str, Any]) -> str:
    """Return the HTML of one block, on its own: no number, no font inside, the wide drawing."""
    kind = record["kind"]
    piece = {**record, "anchor": "bloc", "number": "", "rank": ""}
    if kind == "free":
        written = nodes(record["markdown"], "", Faults(strict=False))
        piece["nodes"] = [flat(node) for node in written]
    if kind in CAPTIONED:
        piece["word"] = "Tableau" if kind in GRIDS else "Figure"
    page = pages().get_template("fragment.html.j2")
    return page.render(piece=told(cleaned(piece)), style=_style(), svg=_wide, unseen=UNSEEN)


def install() -> None:
    """Let JupyterLab draw the blocks with ``fragment``."""
    on_display(fragment)


def _wide(piece: dict[str, Any]) -> Markup:
    return drawing(piece, ("wide",))


@cache
def _style() -> Markup:
    sheet = css_variables(".bilan") + style_sheet("fragment.css.j2").replace("\n", "")
    return Markup(sheet)  # noqa: S704 - our own style sheet


install()
