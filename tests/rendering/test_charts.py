"""Drawings: their scale, their words, what is not shown, nothing that changes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from reportlib.blocks import Bar, BarChart, DotChart, LineChart, Series, absent, number
from reportlib.rendering.charts import figure_of, strip_sides
from reportlib.rendering.charts.words import LINES, measured, wrapped
from reportlib.rendering.layout import told
from reportlib.rendering.look import tokens
from tests.rendering.demo import BARS, DOTS, FUNNEL, HOSTILE, LINE

Figure = BarChart | LineChart | DotChart
FIGURES = (BARS, LINE, DOTS)
SVG = "{http://www.w3.org/2000/svg}"


def piece(figure: Figure, anchor: str = "bloc-9") -> dict[str, Any]:
    return {**figure.record(), "anchor": anchor}


def both(figure: Figure) -> tuple[str, str]:
    drawing = figure_of(piece(figure))
    return drawing.wide, drawing.narrow


def written(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in etree.fromstring(svg).iter(f"{SVG}text")]


def widths(svg: str, shade: str) -> list[float]:
    """Widths of the filled rectangles of a shade [points]."""
    found = []
    for path in etree.fromstring(svg).iter(f"{SVG}path"):
        if shade.lower() in path.get("style", ""):
            xs = [float(x) for x in re.findall(r"[ML] ([\d.]+)", path.get("d", ""))]
            found.append(max(xs) - min(xs))
    return found


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.kind)
def test_drawings_have_the_width_of_paper_and_of_a_narrow_screen(figure: Figure) -> None:
    for svg, name in zip(both(figure), ("wide_mm", "narrow_mm"), strict=True):
        width = float(str(etree.fromstring(svg).get("width"))[:-2])
        assert width == pytest.approx(tokens()["chart"][name] * 72 / 25.4, abs=0.01)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.kind)
def test_drawings_hold_no_date_style_or_loose_id(figure: Figure) -> None:
    for svg in both(figure):
        assert not re.search(r"<(metadata|style|!--)|Date|matplotlib", svg)
        ids = re.findall(r' id="([^"]+)"', svg)
        called = re.findall(r'(?:href="#|url\(#)([\w.-]+)', svg)
        assert set(ids) == set(called)
        assert len(ids) == len(set(ids))
        assert all(name.startswith("bloc-9-") for name in ids)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.kind)
def test_words_stay_words(figure: Figure) -> None:
    for svg in both(figure):
        assert len(written(svg)) >= 6
        assert "Bilan Sans" in svg


def test_bars_are_in_proportion() -> None:
    accent, grey = tokens()["color"]["accent"], tokens()["color"]["context"]
    for svg in both(BARS):
        bars = widths(svg, accent)
        assert bars[0] / bars[1] == pytest.approx(61 / 44, rel=0.001)
        assert bars[2] == pytest.approx(0, abs=0.01)
        assert widths(svg, grey)[0] / bars[0] == pytest.approx(118 / 61, rel=0.001)


def test_numbers_and_shares_are_written_beside_bars() -> None:
    for svg in both(BARS):
        words = written(svg)
        assert {"61", "30,0\u00a0%", "44", "21,7\u00a0%", "s", "0", "118"} <= set(words)


def test_a_withheld_bar_has_a_length_of_its_own() -> None:
    """Nine millimetres, whatever the others measure: nothing can be read from it."""
    hidden = Bar(label="b", cell=absent("masque"))
    for value in (1, 10, 40_000):
        bars = (Bar(label="a", cell=number(str(value), value)), hidden)
        for svg in both(replace(BARS, bars=bars, apart=())):
            assert widths(svg, "url(#") == pytest.approx([9 * 72 / 25.4], abs=0.01)
            assert "s" in written(svg)


def test_bars_of_zero_and_bars_of_nothing_are_drawn() -> None:
    for cells in ((number("0", 0),), (absent("masque"), absent("non_fourni"))):
        bars = tuple(Bar(label=f"barre {i}", cell=cell) for i, cell in enumerate(cells))
        assert all(written(svg) for svg in both(replace(BARS, bars=bars, apart=())))


def test_long_labels_wrap_and_say_when_they_are_cut() -> None:
    wide, _ = both(BARS)
    label = BARS.bars[1].label
    lines = [words for words in written(wide) if len(words) > 1 and words in label]
    assert len(lines) >= 3
    assert " ".join(lines) == label
    assert wrapped("mot " * 200, 30)[-1].endswith("…")
    assert len(wrapped("mot" * 200, 30)) == LINES
    assert all(measured(line) <= 30 for line in wrapped("mot " * 200, 30))


def test_dollars_are_no_formula() -> None:
    bars = (Bar(label="$x^2$ et $\\frac{1}{2}$", cell=number("$1$", 1)),)
    for svg in both(replace(BARS, bars=bars, apart=())):
        assert "$x^2$ et $\\frac{1}{2}$" in written(svg)
        assert "$1$" in written(svg)


@pytest.mark.parametrize("words", [HOSTILE[0], HOSTILE[1], HOSTILE[4]])
def test_hostile_words_are_escaped(words: str) -> None:
    bars = (Bar(label=words, cell=number("1", 1)),)
    for svg in both(replace(BARS, bars=bars, apart=())):
        assert "<script" not in svg
        assert words.replace(" ", "") == "".join(written(svg)).replace(" ", "")[:-1]


def test_a_point_without_number_breaks_the_line() -> None:
    accent = tokens()["color"]["accent"].lower()
    wide, _ = both(LINE)
    (line,) = re.findall(rf'<path d="([^"]+)"[^>]*style="fill: none; stroke: {accent}', wide)
    assert line.count("M") == 2
    assert line.count("L") == 11 - 2


def test_lines_are_named_at_their_end() -> None:
    for svg in both(LINE):
        assert {"Examinés", "Accordés"} <= set(written(svg))


@pytest.mark.parametrize("names", [("a", "b"), ("Dossiers examinés en commission", "Accordés")])
def test_the_strip_stands_under_the_points(names: tuple[str, str]) -> None:
    series = tuple(replace(one, name=name) for one, name in zip(LINE.series, names, strict=True))
    laid = told(piece(replace(LINE, series=series)))
    left, right = strip_sides(piece(replace(LINE, series=series)))
    assert (laid["left_mm"], laid["right_mm"]) == (left, right)
    step = (tokens()["chart"]["wide_mm"] - left - right) / 12 * 72 / 25.4
    wide, _ = both(replace(LINE, series=series))
    places = re.findall(r'<use[^>]* x="([\d.]+)"', wide)
    points = sorted({round(float(x), 1) for x in places})
    middle = left * 72 / 25.4 + step / 2
    assert points[0] == pytest.approx(middle, abs=0.2)
    assert points[-1] == pytest.approx(middle + 11 * step, abs=0.2)


@pytest.mark.parametrize("count", [2, 12, 13, 36])
def test_lines_of_any_length(count: int) -> None:
    cells = tuple(number(str(n), n) for n in range(count))
    labels = tuple(f"m{n}" for n in range(count))
    one = Series(name="x", cells=cells, total=number("9", 9))
    figure = replace(LINE, labels=labels, full_labels=labels, series=(one,))
    assert all(written(svg) for svg in both(figure))
    strips = told(piece(figure))["strips"]
    assert [label for strip in strips for label in strip["labels"]] == list(labels)
    assert [strip["last"] for strip in strips] == [False] * (len(strips) - 1) + [True]


@pytest.mark.parametrize("highest", [0, 1, 3, 7, 49, 50, 51, 999, 1000, 123456])
def test_guide_lines_are_round_and_hold_the_highest(highest: int) -> None:
    cells = (number("0", 0), number("x", highest))
    one = Series(name="x", cells=cells, total=number("9", 9))
    figure = replace(LINE, labels=("a", "b"), full_labels=("a", "b"), series=(one,))
    wide, _ = both(figure)
    ticks = [w.replace("\u202f", "") for w in written(wide)]
    steps = sorted({int(tick) for tick in ticks if tick.isdigit()})
    assert steps[0] == 0
    assert steps[-1] >= highest
    assert 2 <= len(steps) <= 6


def test_marks_stand_at_their_rate() -> None:
    wide, _ = both(DOTS)
    accent = tokens()["color"]["accent"].lower()
    places = re.findall(rf'<use [^>]*x="([\d.]+)"[^>]*fill: {accent}', wide)
    discs = [float(x) * 25.4 / 72 for x in places]
    span = tokens()["chart"]["wide_mm"] - 62 - 14.5
    wanted = [62 + span * rate / 100 for rate in (75.0, 2.6, 100.0)]
    assert discs[:3] == pytest.approx(wanted, abs=0.1)


def test_an_absent_rate_has_no_mark_and_its_reason_stays() -> None:
    wide, narrow = both(DOTS)
    for svg in (wide, narrow):
        assert "non montré\u00a0: base de 6 parcours" in written(svg)
        assert written(svg).count("78,9\u00a0%") == 1


def test_numbers_of_every_figure_are_in_its_table() -> None:
    for figure, columns, rows in ((BARS, 3, 5), (LINE, 3, 13), (DOTS, 4, 5), (FUNNEL, 3, 4)):
        table = told({**figure.record(), "anchor": "x"})["numbers"]
        assert len(table["columns"]) == columns
        assert len(table["rows"]) == rows
        assert all(len(row["cells"]) == columns for row in table["rows"])
        assert all(cell["text"] for row in table["rows"] for cell in row["cells"])
