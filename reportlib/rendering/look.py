"""The look, read once: design tokens, fonts, templates. Nothing else holds a colour or a size."""

from __future__ import annotations

import base64
import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FONTS = FOLDER / "fonts"
TEMPLATES = FOLDER / "templates"
STYLE = FOLDER / "reportlib.mplstyle"


@cache
def tokens() -> dict[str, Any]:
    """Return the design tokens: colours, sizes, spaces, widths."""
    return dict(json.loads((FOLDER / "tokens.json").read_text(encoding="utf-8")))


def color(name: str) -> str:
    """Return a colour of the tokens, as ``#RRGGBB``."""
    return str(tokens()["color"][name])


@cache
def paper_fonts() -> tuple[Path, ...]:
    """Return the shipped fonts for paper and charts, in a fixed order."""
    return tuple(sorted(FONTS.glob("*.ttf")))


@cache
def font_faces() -> str:
    """Return the ``@font-face`` rules of the page, fonts embedded."""
    styles = (("Regular", 400, "normal"), ("Italic", 400, "italic"), ("SemiBold", 600, "normal"))
    rules = []
    for name, weight, slant in styles:
        code = base64.b64encode((FONTS / f"BilanSans-{name}.woff2").read_bytes()).decode("ascii")
        rules.append(
            f'@font-face{{font-family:"Bilan Sans";font-weight:{weight};font-style:{slant};'
            f'font-display:block;src:url(data:font/woff2;base64,{code}) format("woff2")}}'
        )
    return "\n".join(rules)


@cache
def css_variables() -> str:
    """Return the tokens as CSS custom properties."""
    look = tokens()
    pairs = {k.replace("_", "-"): v for k, v in look["color"].items() if isinstance(v, str)}
    for series in ("cat", "seq", "seq_text"):
        for index, value in enumerate(look["color"][series], start=1):
            pairs[f"{series.replace('_', '-')}-{index}"] = value
    pairs["family"] = f'"{look["font"]["family"]}", {look["font"]["fallback"]}'
    pairs["strong"] = look["font"]["weights"]["strong"]
    for name, size in look["html"]["size_rem"].items():
        pairs[f"size-{name}"] = f"{size}rem"
    return ":root{" + "".join(f"--{k}:{v};" for k, v in pairs.items()) + "}"
