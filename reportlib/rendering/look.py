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

_FACES = (("Regular", 400, "normal"), ("Italic", 400, "italic"), ("SemiBold", 600, "normal"))


@cache
def tokens() -> dict[str, Any]:
    """Return the design tokens: colours, sizes, spaces, widths."""
    return dict(json.loads((FOLDER / "tokens.json").read_text(encoding="utf-8")))


def color(name: str) -> str:
    """Return a colour of the tokens, as ``#RRGGBB``."""
    return str(tokens()["color"][name])


def chart(name: str) -> float:
    """Return a measure of the figures; its name ends with its unit, ``_mm`` or ``_pt``."""
    return float(tokens()["chart"][name])


@cache
def paper_fonts() -> tuple[Path, ...]:
    """Return the shipped fonts for paper and figures, in a fixed order."""
    return tuple(sorted(FONTS.glob("*.ttf")))


@cache
def font_faces() -> str:
    """Return the ``@font-face`` rules of the page, with the fonts inside."""
    family = tokens()["font"]["family"]
    rules = []
    for name, weight, slant in _FACES:
        font = FONTS / f"{family.replace(' ', '')}-{name}.woff2"
        code = base64.b64encode(font.read_bytes()).decode("ascii")
        rules.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{slant};'
            f'src:url("data:font/woff2;base64,{code}") format("woff2")}}'
        )
    return "\n".join(rules)


@cache
def css_variables(selector: str = ":root") -> str:
    """Return the tokens as CSS custom properties of ``selector``: ``--ink``, ``--size-h2``."""
    pairs = {**_colors(), **_sizes()}
    pairs["family"] = f'"{tokens()["font"]["family"]}", {tokens()["font"]["fallback"]}'
    pairs["strong"] = str(tokens()["font"]["weights"]["strong"])
    pairs["line-height"] = str(tokens()["html"]["line_height"])
    return f"{selector}{{" + "".join(f"--{name}:{value};" for name, value in pairs.items()) + "}"


def _colors() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for name, value in tokens()["color"].items():
        shades = {name: value} if isinstance(value, str) else _ranked(name, value)
        pairs |= {key.replace("_", "-"): shade for key, shade in shades.items()}
    return pairs


def _ranked(name: str, shades: list[str]) -> dict[str, str]:
    return {f"{name}-{rank}": shade for rank, shade in enumerate(shades, start=1)}


def _sizes() -> dict[str, str]:
    look = tokens()["html"]
    pairs = {f"size-{name}": f"{rem}rem" for name, rem in look["size_rem"].items()}
    pairs |= {f"space-{name}": f"{rem}rem" for name, rem in look["space_rem"].items()}
    pairs |= {name: f"{look[f'{name}_px']}px" for name in ("page", "main", "nav", "base")}
    pairs["measure"] = f"{look['measure_ch']}ch"
    return {name.replace("_", "-"): value for name, value in pairs.items()}
