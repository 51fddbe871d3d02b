"""One block as HTML, for the display of a notebook in JupyterLab."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markupsafe import escape

from reportlib.blocks import on_display
from reportlib.rendering.document import CAPTIONED
from reportlib.rendering.glyphs import cleaned
from reportlib.rendering.html import environment
from reportlib.rendering.look import TEMPLATES, css_variables


def fragment(record: dict[str, Any]) -> str:
    """Return the HTML of one block, with the look of the bilan and the fonts of the machine."""
    kind = record["kind"]
    piece = {**cleaned(record, set()), "anchor": "bloc", "rank": "–", "nodes": []}
    if kind == "free" and piece["markdown"]:
        piece["nodes"] = [{"type": "p", "spans": [[piece["markdown"], "", ""]]}]
    piece["word"] = CAPTIONED.get(kind, "")
    if kind == "title":
        inner = _title(piece)
    elif kind == "break":
        inner = "<hr>"
    else:
        blocks: Any = environment().get_template("blocks.html.j2").module
        inner = str(blocks.draw(piece))
    return f'<div class="bilan-bloc"><style>{_style()}</style>{inner}</div>'


def install() -> None:
    """Let JupyterLab draw the blocks with ``fragment``."""
    on_display(fragment)


def _title(piece: dict[str, Any]) -> str:
    lines = (piece["subject"], piece["period"])
    return f"<h1>{escape(piece['title'])}</h1>" + "".join(f"<p>{escape(x)}</p>" for x in lines)


@cache
def _style() -> str:
    """The style sheet, held to the block: rules of the whole page are left out."""
    rules = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    kept = rules[: rules.index("@media")]
    scoped = re.sub(r"(^|})\s*([^{}@]+)\{", _scope, kept)
    variables = css_variables().replace(":root", ".bilan-bloc")
    return variables + scoped + ".bilan-bloc svg.narrow{display:none}.bilan-bloc{max-width:51rem}"


def _scope(match: re.Match[str]) -> str:
    selectors = [s.strip() for s in match[2].split(",")]
    inner = [s for s in selectors if s.split(" ")[0] not in {"html", "body"}]
    named = ",".join(f".bilan-bloc {s}" for s in inner) or ".bilan-bloc .jamais"
    return f"{match[1]}{named}{{"


install()
