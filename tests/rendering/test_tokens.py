"""One place for the look: nothing outside tokens.json holds a colour, nor a size of text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import matplotlib as mpl
import pytest

from reportlib.rendering.look import FOLDER, STYLE, css_variables, tokens

TEMPLATES = sorted((FOLDER / "templates").iterdir())
SOURCES = [*TEMPLATES, *sorted(FOLDER.rglob("*.py"))]
HEX = re.compile(r"(?<!&)#[0-9A-Fa-f]{6}\b|(?<!&)#[0-9A-Fa-f]{3}\b(?![0-9A-Za-z])")
SHADES = set(HEX.findall(json.dumps(tokens())))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_tokens_hold_the_shades() -> None:
    assert len(SHADES) >= 20


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.name)
def test_no_colour_elsewhere(path: Path) -> None:
    assert HEX.findall(read(path)) == []
    named = r"(?<![\w-])(white|black|red|green|blue|gr[ae]y|rgba?\(\d)(?![\w-])"
    assert re.findall(named, read(path)) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_no_size_of_text_elsewhere(path: Path) -> None:
    """Pages name a size of the tokens; paper too. A drawing's text has one size, in the style."""
    if path.name.startswith("fragment"):
        return  # in JupyterLab, beside code: relative to the notebook's own text
    sizes = re.findall(r"font-size:\s*([^;]+);", read(path))
    strange = [s for s in sizes if not re.match(r"var\(--(size|base)|clamp\(var|inherit|\{\{", s)]
    assert strange == []
    assert re.findall(r"\bfont:\s*[\d.]+", read(path)) == []
    assert re.findall(r"(?<!-)\bsize:\s*[\d.]+", read(path)) == []


def test_a_size_in_a_template_is_seen() -> None:
    assert re.findall(r"(?<!-)\bsize:\s*[\d.]+", "text(size: 9pt, x)") == ["size: 9"]


def style() -> dict[str, object]:
    with mpl.rc_context():
        mpl.style.use(STYLE)
        return {key: mpl.rcParams[key] for key in mpl.rcParams}


def told(line: str) -> tuple[str, str]:
    key, _, value = line.partition(":")
    return key.strip(), value.strip()


def test_the_style_of_figures_keeps_to_the_tokens() -> None:
    look = tokens()
    shades, sizes = look["color"], look["chart"]
    rules = dict(told(line) for line in read(STYLE).splitlines() if line and line[0] != "#")
    wanted = {
        "font.family": look["font"]["family"],
        "font.weight": str(look["font"]["weights"]["text"]),
        "axes.titleweight": str(look["font"]["weights"]["strong"]),
        "text.color": shades["ink"][1:],
        "axes.edgecolor": shades["muted"][1:],
        "axes.labelcolor": shades["muted"][1:],
        "xtick.color": shades["muted"][1:],
        "ytick.color": shades["muted"][1:],
        "grid.color": shades["grid"][1:],
        "hatch.color": shades["withheld_line"][1:],
        "grid.linewidth": str(sizes["guide_pt"]),
        "axes.linewidth": str(sizes["zero_pt"]),
        "hatch.linewidth": str(sizes["zero_pt"]),
    }
    wanted |= {key: str(sizes["label_pt"]) for key in rules if key.endswith(("size", "labelsize"))
               and not key.endswith(("major.size", "markersize"))}  # fmt: skip
    assert {key: rules[key] for key in wanted} == wanted
    cycle = re.findall(r"[0-9A-F]{6}", rules["axes.prop_cycle"])
    assert [f"#{shade}" for shade in cycle] == shades["cat"]


def test_every_shade_of_the_style_is_a_token() -> None:
    found = re.findall(r"\b[0-9A-F]{6}\b", read(STYLE))
    assert len(found) > 8
    assert {f"#{shade}" for shade in found} <= SHADES


def test_the_style_is_read_by_this_matplotlib() -> None:
    assert style()["svg.hashsalt"] == "reportlib"
    assert style()["svg.fonttype"] == "none"


def test_every_property_that_pages_use_is_made_of_tokens() -> None:
    made = set(re.findall(r"--([\w-]+):", css_variables()))
    local = {"pad", "length", "width", "running"}
    for path in TEMPLATES:
        used = set(re.findall(r"var\(--([\w-]+)", read(path)))
        assert used - local <= made, path.name


def contrast(one: str, two: str) -> float:
    def light(shade: str) -> float:
        parts = [int(shade[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("ink", "paper", 7), ("ink", "surface", 7), ("ink", "note_surface", 7),
        ("muted", "paper", 4.5), ("muted", "surface", 4.5), ("accent", "paper", 4.5),
        ("accent", "surface", 4.5), ("accent_dark", "paper", 4.5), ("quiet_line", "paper", 4.5),
        ("context", "paper", 3), ("rule_field", "paper", 3), ("note_rule", "note_surface", 3),
    ],
)  # fmt: skip
def test_words_and_marks_stand_out(text: str, ground: str, least: float) -> None:
    """Contrasts of WCAG 2.1: 4.5 for text, 3 for marks that mean something."""
    assert contrast(tokens()["color"][text], tokens()["color"][ground]) >= least
