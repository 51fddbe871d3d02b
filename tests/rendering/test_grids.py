"""Heat map, engagements, levels, parts, curve: shades, places, words; what strict mode refuses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree, html

from reportlib.blocks import (
    Block,
    Cell,
    Control,
    Controls,
    Dated,
    Dates,
    Engagement,
    HeatRow,
    Level,
    Measured,
    Party,
    Row,
    StackRow,
    Term,
    Tile,
    Tiles,
    Verbatim,
    Verbatims,
    absent,
    number,
    text,
)
from reportlib.blocks.engagements import KEPT
from reportlib.errors import RenderingError
from reportlib.rendering.charts import figure_of
from reportlib.rendering.document import from_blocks
from reportlib.rendering.layout import told
from reportlib.rendering.look import tokens
from tests.rendering.conftest import Drawn
from tests.rendering.demo import TABLE, TITLE, records
from tests.rendering.demo_grids import (
    CHECKLIST,
    CONTROLS,
    CURVE,
    ENGAGEMENTS,
    HEAT,
    INTERVALS,
    LETTER,
    LEVELS,
    STACKED,
    VERBATIMS,
    count,
)
from tests.rendering.page_rules import words
from tests.rendering.paper import elements
from tests.rendering.test_charts import widths, written

POINT = 72 / 25.4


def piece(block: Block) -> dict[str, Any]:
    return {**block.record(), "anchor": "bloc-9"}


def both(block: Block) -> tuple[str, str]:
    drawing = figure_of(piece(block))
    return drawing.wide, drawing.narrow


# --- heat map -------------------------------------------------------------------------------------


def heat_of(*values: float | Cell) -> dict[str, Any]:
    cells = tuple(v if isinstance(v, Cell) else number(str(v), v) for v in values)
    names = tuple(f"c{rank}" for rank in range(len(cells)))
    block = replace(HEAT, columns=names, rows=(HeatRow(label="a", cells=cells),), total=None)
    return told(block.record())


@pytest.mark.parametrize(
    ("values", "shades", "key"),
    [
        ((0, 1, 2, 3, 4), [1, 2, 3, 4, 5], ["0", "1", "2", "3", "4"]),
        ((0, 3, 4, 12), [1, 2, 3, 5], ["0", "1 à 3", "4 à 6", "7 à 9", "10 à 12"]),
        ((2, 7), [2, 5], ["1 ou 2", "3 ou 4", "5 ou 6", "7 ou 8"]),
        ((0, 0), [1, 1], ["0"]),
        ((1,), [2], ["1"]),
        ((0.5, 7.5), [2, 5], ["jusqu’à 2", "plus de 2 à 4", "plus de 4 à 6", "plus de 6 à 8"]),
        ((40, 1000), [2, 5], ["1 à 300", "301 à 600", "601 à 900", "901 à 1 200"]),
    ],
)  # fmt: skip
def test_shades_follow_numbers(
    values: tuple[float, ...], shades: list[int], key: list[str]
) -> None:
    laid = heat_of(*values)
    assert [cell["shade"] for cell in laid["rows"][0]["cells"]] == shades
    shown = [one["words"].replace("\u00a0", " ").replace("\u202f", " ") for one in laid["key"]]
    assert shown == key


def test_a_cell_without_number_has_no_shade_and_its_sign_is_in_the_key() -> None:
    laid = heat_of(3, absent("masque"), absent("non_fourni"))
    assert [cell["shade"] for cell in laid["rows"][0]["cells"]][1:] == [0, 0]
    assert [sign.partition("\u00a0: ")[0] for sign in laid["signs"]] == ["s", "n.\u00a0f."]


def test_the_page_darkens_numbers_and_hatches_the_rest(grids: Drawn) -> None:
    table = html.document_fromstring(grids.page).xpath("//table[contains(@class, 'heat')]")[0]
    numbers = {words(td) for td in table.iter("td") if "seq-" in td.get("class", "")}
    hatched = {words(td) for td in table.iter("td") if "hatched" in td.get("class", "")}
    assert numbers == {str(n) for n in range(13) if n != 4}
    assert hatched == {"s", "s. o.", "n. f.", "r. n. r."}


def test_shades_are_text_that_stands_out() -> None:
    shades = tokens()["color"]
    assert len(shades["seq"]) == len(shades["seq_text"]) == 5


# --- engagements ----------------------------------------------------------------------------------


def test_each_state_has_its_own_shape_and_word(grids: Drawn) -> None:
    tree = html.document_fromstring(grids.page)
    cells = tree.xpath("//table[contains(@class, 'engagements')]//td[@class='state']")
    told_states = {cell.find("i").get("class"): words(cell) for cell in cells}
    assert told_states == {f"mark {state}": KEPT[state] for state in KEPT}
    rules = re.findall(r"\.mark[^{]*\{[^}]*\}", grids.page)
    assert not [rule for rule in rules if re.search(r"var\(--(?!ink|paper)", rule)]


def test_an_empty_observation_is_a_frame_to_write_in(grids: Drawn) -> None:
    tree = html.document_fromstring(grids.page)
    blanks = tree.xpath("//table[contains(@class, 'engagements')]//td[@class='blank']")
    assert len(blanks) == 7
    assert all(words(blank) == "" for blank in blanks)


def test_parties_head_their_rows_on_paper_too(grids: Drawn) -> None:
    found = elements(grids.pdf)
    heads = [e for e in found if e["tag"] == "TH" and "TBody" in e["above"]]
    rows = [e for e in found if e["tag"] == "TR" and "TBody" in e["above"]]
    assert len(heads) == len(rows)
    assert {scope for e in heads for scope in e["scopes"]} == {"Row"}


@pytest.mark.poppler
def test_eleven_engagements_hold_on_one_page(tmp_path: Any) -> None:
    """As many as the charter has, four measures in each of the first four; and their note."""
    measures = tuple(Measured(label="propositions reçues", cell=count(n),
                              base="12 organismes") for n in range(4))  # fmt: skip
    rows = tuple(
        Engagement(label=f"Engagement numéro {n} de la charte", who="OF", period="2022 et 2023",
                   state="sans_seuil", measures=measures[: 4 if n < 4 else 2])
        for n in range(11)
    )  # fmt: skip
    parties = (Party(name="Une", engagements=rows[:3]), Party(name="Autre", engagements=rows[3:]))
    from reportlib.rendering.pdf import pdf
    from tests.rendering.paper import text_of

    paper = tmp_path / "un.pdf"
    block = replace(ENGAGEMENTS, parties=parties)
    paper.write_bytes(pdf(from_blocks(records((TITLE, block)))))
    pages = [" ".join(page.split()) for page in text_of(paper).split("\f")[:-1]]
    assert [page.count("sans seuil") for page in pages if "sans seuil" in page] == [12]


# --- figures --------------------------------------------------------------------------------------


@pytest.mark.parametrize("block", [LEVELS, STACKED, CURVE], ids=lambda b: b.kind)
def test_drawings_are_as_wide_as_paper_and_hold_no_loose_id(block: Block) -> None:
    for svg, name in zip(both(block), ("wide_mm", "narrow_mm"), strict=True):
        width = float(str(etree.fromstring(svg).get("width"))[:-2])
        assert width == pytest.approx(tokens()["chart"][name] * POINT, abs=0.01)
        ids = re.findall(r' id="([^"]+)"', svg)
        assert set(ids) == set(re.findall(r'(?:href="#|url\(#)([\w.-]+)', svg))
        assert all(name.startswith("bloc-9-") for name in ids)


def test_levels_end_where_the_scale_ends() -> None:
    accent, tint = tokens()["color"]["accent"], tokens()["color"]["tint"]
    rows = tuple(Level(label=f"b{n}", own=number(str(n), n)) for n in range(4))
    for svg in both(replace(LEVELS, rows=rows)):
        bars, (track, *_) = widths(svg, accent)[-4:], widths(svg, tint)
        assert [bar / track for bar in bars] == pytest.approx([0, 1 / 3, 2 / 3, 1], abs=0.001)


def test_stacked_parts_are_in_proportion() -> None:
    accent, light = tokens()["color"]["accent"], tokens()["color"]["seq"][2]
    row = StackRow(label="a", cells=(count(30), count(10)))
    for svg in both(replace(STACKED, parts=("un", "deux"), rows=(row,))):
        gap = 0.7 * POINT
        first, second = widths(svg, accent)[-1] + gap, widths(svg, light)[-1] + gap
        assert first / second == pytest.approx(3, rel=0.001)


def test_a_hidden_part_says_nothing_of_its_size() -> None:
    """The parts known keep their proportion; what is hidden has one length."""
    for value in (1, 1000):
        row = StackRow(label="a", cells=(count(value), absent("masque"), count(value)))
        for svg in both(replace(STACKED, parts=("un", "deux", "trois"), rows=(row,))):
            assert widths(svg, "url(#")[-1] == pytest.approx((12 - 0.7) * POINT, abs=0.01)


def test_every_number_of_a_bar_is_written_in_it_or_below() -> None:
    for svg in both(STACKED):
        said = " ".join(written(svg)).replace("\u00a0", " ")
        for share in ("65,1 %", "20,9 %", "8,1 %", "4,7 %", "1,2 %", "0,0 %", "n. f.", "r. n. r."):
            assert share in said


def test_a_curve_stands_at_its_dates() -> None:
    """Twice the days, twice the way; the point without number breaks the line."""
    points = (Dated(date="2020-01-01", cell=count(1), source=1),
              Dated(date="2020-01-11", cell=count(2), source=1),
              Dated(date="2020-01-31", cell=count(3), source=1))  # fmt: skip
    wide, _ = both(replace(CURVE, series=(Dates(name="a", points=points),), band=()))
    accent = tokens()["color"]["accent"].lower()
    xs = [float(x) for x in re.findall(rf'<use [^>]*x="([\d.]+)"[^>]*fill: {accent}', wide)]
    assert (xs[2] - xs[1]) / (xs[1] - xs[0]) == pytest.approx(2, rel=0.001)
    broken = (points[0], replace(points[1], cell=absent("masque")), points[2])
    lone, _ = both(replace(CURVE, series=(Dates(name="a", points=broken),), band=()))
    line = rf'<path d="[^"]+"[^>]*style="fill: none; stroke: {accent}'
    assert len(re.findall(line, wide)) == 2
    assert re.findall(line, lone) == []


def test_what_is_guessed_is_dashed_hollow_and_said() -> None:
    for svg in both(CURVE):
        assert "extrapolation" in written(svg)
        assert "stroke-dasharray" in svg
        assert written(svg).count("[2]") >= 1
    table = told(piece(CURVE))["points"]
    said = [["".join(span[0] for span in cell["text"]) for cell in row["cells"]]
            for row in table["rows"]]  # fmt: skip
    assert ["15\u00a0mars 2021", "8\u202f304", "5\u202f860", "[2] deuxième diaporama"] in said
    assert ["15\u00a0mars 2021", "7\u202f549", "", "[3] liste publique"] in said
    assert [row[-1] for row in said].count("extrapolation") == 2


# --- what strict rendering refuses ----------------------------------------------------------------

LOW = number("−1", -1)
LIE = Cell(text=(("s", "emph"),), value=3.0, state="masque")
SWAPPED = Cell(text=(("n. f.", "emph"),), state="masque")
POINTS = CURVE.series[0].points
NOT_HELD = Control(label="x", whole=Term(name="a", value=3), parts=(Term(name="b", value=2),))


def table_with(cell: Cell) -> Block:
    return replace(TABLE, rows=(Row(cells=(text("x"), cell, *TABLE.rows[0].cells[2:])),))


REFUSED: tuple[tuple[str, Block], ...] = (
    ("porte encore son nombre", table_with(LIE)),
    ("n’a pas le signe de son état", table_with(SWAPPED)),
    ("deux bornes en ordre", table_with(Cell(text=(("1", ""),), value=1.0, low=2.0, high=1.0))),
    ("deux bornes en ordre", table_with(Cell(text=(("1", ""),), value=1.0, low=1.0))),
    ("porte encore son nombre", Tiles(items=(
        Tile(value="s", label="x", base="", number=2.0, state="masque"),))),
    ("de 1 à 14 colonnes", replace(HEAT, columns=())),
    ("sa ligne 1 n’a pas 11 cellules", replace(HEAT, columns=HEAT.columns[:11])),
    ("ont un total, ou aucune", replace(HEAT, total=HeatRow(label="x", cells=HEAT.rows[0].cells))),
    ("n’a pas de nom", replace(HEAT, corner=" ")),
    ("positifs", replace(HEAT, columns=("a",), rows=(HeatRow(label="x", cells=(LOW,)),),
                         total=None)),
    ("aucun engagement", replace(ENGAGEMENTS, parties=())),
    ("n’a pas de nom", replace(ENGAGEMENTS, parties=(
        replace(ENGAGEMENTS.parties[0], name=" "),))),
    ("aucune ligne", replace(LEVELS, rows=())),
    ("sort de l’échelle de 0 à 3", replace(LEVELS, rows=(Level(label="x", own=count(4)),))),
    ("sort de l’échelle", replace(LEVELS, rows=(
        Level(label="x", own=count(1), region=count(9)),))),
    ("de 2 à 5 parts", replace(STACKED, parts=("a",))),
    ("n’a pas 5 cellules", replace(STACKED, rows=(StackRow(label="x", cells=(count(1),)),))),
    ("une part est négative", replace(STACKED, parts=("a", "b"), rows=(
        StackRow(label="x", cells=(LOW, count(1))),))),
    ("n’est pas décrite", replace(STACKED, alt="")),
    ("deux dates", replace(CURVE, series=(Dates(name="a", points=POINTS[:1]),))),
    ("ordre des dates", replace(CURVE, series=(Dates(name="a", points=POINTS[1::-1]),))),
    ("ne se lit pas", replace(CURVE, series=(Dates(name="a", points=(
        POINTS[0], replace(POINTS[1], date="2021-02-30"))),))),
    ("un point n’a pas de source", replace(CURVE, sources=("a",))),
    ("même source", replace(CURVE, series=(Dates(name="a", points=(*POINTS[:2], POINTS[1])),))),
    ("est négatif", replace(CURVE, series=(Dates(name="a", points=(
        POINTS[0], replace(POINTS[1], cell=LOW))),))),
    ("aucune citation", Verbatims(items=())),
    ("pas de provenance", Verbatims(items=(Verbatim(words="x", provenance=""),))),
    ("désignerait quelqu’un", Verbatims(items=(
        Verbatim(words="écrire à qualite@example.org", provenance="un organisme"),))),
    ("désignerait quelqu’un", Verbatims(items=(
        Verbatim(words="x", provenance="SIRET 732 829 320 00074"),))),
    ("un destinataire", replace(LETTER, recipient=())),
    ("aucun point", replace(CHECKLIST, items=())),
    ("n’est pas tenu", Controls(items=(NOT_HELD,))),
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "block"), REFUSED, ids=[f"{rank} {said}" for rank, (said, _) in enumerate(REFUSED)]
)
def test_strict_rendering_refuses(said: str, block: Block) -> None:
    with pytest.raises(RenderingError, match=said):
        from_blocks(records((TITLE, VERBATIMS, block)))


def test_what_is_sound_is_drawn() -> None:
    sound = (TITLE, HEAT, ENGAGEMENTS, LEVELS, STACKED, CURVE, VERBATIMS, LETTER, CHECKLIST,
             CONTROLS, INTERVALS)  # fmt: skip
    document = from_blocks(records(sound))
    assert [(p["word"], p["rank"]) for p in document.pieces if "rank" in p] == [
        ("Tableau", 1), ("Tableau", 2), ("Figure", 1), ("Figure", 2), ("Figure", 3),
        ("Tableau", 3),
    ]  # fmt: skip
    assert [p["kind"] for p in document.annexed] == ["controls"]


# --- one number, one value ------------------------------------------------------------------------


def named(cell: Cell) -> Block:
    return table_with(replace(cell, ref="BA-02|2023"))


@pytest.mark.parametrize("other", [number("12", 12.4), absent("masque"), number("13", 13)])
def test_a_number_has_one_value_in_a_document(other: Cell) -> None:
    tile = Tile(value="12", label="dossiers", base="", number=12.0, ref="BA-02|2023")
    tiles = Tiles(items=(tile,))
    assert from_blocks(records((TITLE, tiles, named(number("12", 12)))))
    with pytest.raises(RenderingError, match=r"BA-02\|2023.*n’a qu’une valeur"):
        from_blocks(records((TITLE, tiles, named(other))))
    lenient = from_blocks(records((TITLE, tiles, named(other))), strict=False)
    assert len(lenient.notices) == 1
