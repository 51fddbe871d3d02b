"""The annex: numbers as numbers, words as words, nothing that runs, nobody named, same bytes."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from lxml import html
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportlib.blocks import Bar, Row, Table, Tile, Tiles, absent, number, text
from reportlib.rendering.annex import annex
from reportlib.rendering.document import from_blocks
from reportlib.rendering.workbook.formats import number_format
from reportlib.rendering.workbook.sheets import Shown
from tests.bilans.parity import shown
from tests.conftest import ROOT
from tests.rendering.conftest import Drawn
from tests.rendering.demo import BARS, BLOCKS, HOSTILE, TABLE, TITLE, hostile_blocks, records
from tests.rendering.demo_grids import (
    ENGAGEMENTS,
    GRIDS,
    HEAT,
    INTERVALS,
    LEVELS,
    STACKED,
    hostile_grids,
)
from tests.rendering.page_rules import words
from tests.rendering.paper import squeezed

Grid = list[list[Any]]


@pytest.fixture(scope="module")
def content() -> bytes:
    return annex(from_blocks(records((*BLOCKS, *GRIDS[1:]))))


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(sheet: Worksheet) -> Grid:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def table(sheet: Worksheet) -> Grid:
    """Headers and rows, inside the declared table."""
    (area,) = sheet.tables.values()
    return [[cell.value for cell in row] for row in sheet[area.ref]]


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


def test_a_sheet_a_table_a_figure_and_the_ledger(book: Workbook) -> None:
    assert book.sheetnames == [
        "Sommaire", "Chiffres clés", "Figure 1", "Figure 2", "Tableau 1", "Figure 3", "Figure 4",
        "Tableau 2", "Tableau 3", "Tableau 4", "Figure 5", "Figure 6", "Figure 7", "Tableau 5",
        "Règles", "Contrôles",
    ]  # fmt: skip
    contents = table(book["Sommaire"])
    assert [row[0] for row in contents[1:]] == book.sheetnames[1:]
    assert [row[3] for row in contents[1:]] == [
        len(table(book[name])) - 1 for name in book.sheetnames[1:]
    ]


def test_each_sheet_is_titled_headed_frozen_and_unmerged(book: Workbook) -> None:
    for sheet in book:
        assert sheet["A1"].value
        assert sheet.freeze_panes == "B5"
        assert not sheet.merged_cells.ranges
        head = table(sheet)[0]
        assert all(head)
        assert len({label.casefold() for label in head}) == len(head)
        assert all(sheet.column_dimensions["A"].width >= 9 for _ in head)


def test_numbers_are_numbers_unrounded_and_shown_in_french(book: Workbook) -> None:
    sheet = book["Tableau 3"]
    (cell,) = [c for row in sheet.iter_rows() for c in row if c.value == 58.333]
    assert cell.number_format == '#,##0.0"\u00a0%"'
    heat = table(book["Tableau 4"])
    assert heat[1] == ["À l’heure", 6, 7, 9, 8, 9, 11, 5, 0, 6, 10, 12, 9, 92]
    assert heat[3][5:7] == ["s", "s"]
    assert heat[4][-3:] == ["r.\u00a0n.\u00a0r.", "n.\u00a0f.", "n.\u00a0f."]


def test_an_interval_is_three_numbers(book: Workbook) -> None:
    told = table(book["Tableau 5"])
    assert told[0] == ["Question", "Part", "Part, borne basse", "Part, borne haute"]
    assert told[1][1:] == [65.116, 54.6, 74.3]
    assert told[3][1:] == ["s", "s", "s"]


def test_a_curve_gives_points_sources_and_the_fit(book: Workbook) -> None:
    told = table(book["Figure 7"])
    assert ["Certifiés", "15\u00a0mars 2021", 7549, "liste publique", "non", None, None] in told
    assert ["Certifiés", "31\u00a0décembre 2021", 18900, None, "oui", None, None] in told
    assert told[-1][-2:] == [15000, 23500]


def test_shares_of_bars_are_numbers_and_a_hidden_bar_has_no_share() -> None:
    bars = (Bar(label="a", cell=number("2", 2), share="66,7\u00a0%", rate=200 / 3),
            Bar(label="b", cell=absent("masque")))  # fmt: skip
    made = annex(from_blocks(records((TITLE, replace(BARS, bars=bars, apart=())))))
    told = table(openpyxl.load_workbook(io.BytesIO(made))["Figure 1"])
    assert told[1:] == [["a", 2, 200 / 3], ["b", "s", "s"]]


def test_rules_and_controls_stand_in_their_sheets(book: Workbook) -> None:
    told = table(book["Règles"])
    assert told[1] == ["EX-01", "Dossiers examinés", "Passages en commission de la période.",
                       "Règle d’exemple"]  # fmt: skip
    assert told[-1][1:3] == ["Méthode", "Un nombre de 1 à 4 personnes n’est pas publié."]
    (control,) = table(book["Contrôles"])[1:]
    assert control[0] == "Dossiers\u00a0: lignes lues"
    assert (control[1], control[3], control[5:]) == (1300, 1300, [0, "égal"])


def test_a_number_in_two_places_is_controlled() -> None:
    ref = "BA-02|2023"
    cell = replace(number("12", 12), ref=ref)
    blocks = (
        TITLE,
        Tiles(items=(Tile(value="12", label="dossiers", base="", number=12.0, ref=ref),)),
        replace(TABLE, rows=(Row(cells=(text("x"), cell, *TABLE.rows[0].cells[2:])),)),
    )
    made = annex(from_blocks(records(blocks)))
    (told,) = table(openpyxl.load_workbook(io.BytesIO(made))["Contrôles"])[1:]
    assert told == ["dossiers (BA-02|2023)", 12, "Chiffres clés, dossiers", 12, "Tableau 1", 0,
                    "égal"]  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "value", "form"),
    [
        ("1\u202f234", 1234, "#,##0"),
        ("65,1\u00a0%", 65.116, '#,##0.0"\u00a0%"'),
        ("+\u00a04,2\u00a0points", 4.2,
         '"+\u00a0"#,##0.0"\u00a0points";"−\u00a0"#,##0.0"\u00a0points";#,##0.0"\u00a0points"'),
        ("−\u00a05", -5.0, '"+\u00a0"#,##0;"−\u00a0"#,##0;#,##0'),
        ("14,5", 14.5, "#,##0.0"),
        ("0,5", 0.45, "#,##0.0"),
        ("93,3\u00a0% des déposés", 93.302, '#,##0.0"\u00a0% des déposés"'),
        ("de 3 à 7", 0.0, None),
        ("12", 13.0, None),
        ("s", None, None),
        ("", 5.0, "#,##0"),
    ],
)  # fmt: skip
def test_formats(shown: str, value: float | None, form: str | None) -> None:
    """A number that its words do not say stays words: « de 3 à 7 » is no 0."""
    assert number_format(Shown(text=shown, value=value)) == form


# --- nothing runs ---------------------------------------------------------------------------------


def test_hostile_texts_are_inert_strings() -> None:
    blocks = [*hostile_blocks(), *hostile_grids(HOSTILE[3])]
    content = annex(from_blocks(records(blocks)))
    written = parts(content)
    for name, xml in written.items():
        if name.startswith("xl/worksheets/"):
            assert "<f>" not in xml
            assert "<hyperlink" not in xml
    assert not [name for name in written if re.search(r"vba|external|connections|drawing", name)]
    assert 'TargetMode="External"' not in "".join(written.values())
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [cell for cell in cells if cell.data_type == "f"]
    risky = [cell for cell in cells if str(cell.value)[0] in "=+-@" and cell.data_type == "s"]
    inside = [cell for cell in risky if cell.row != 4]
    assert len(inside) > 5
    assert all(cell.quotePrefix for cell in inside)


def test_a_formula_would_be_seen() -> None:
    """The search above can fail: a table whose words are given as a formula."""
    import xlsxwriter

    kept = io.BytesIO()
    workbook = xlsxwriter.Workbook(kept, {"in_memory": True})
    workbook.add_worksheet().write("A1", HOSTILE[3])
    workbook.close()
    assert "<f>" in parts(kept.getvalue())["xl/worksheets/sheet1.xml"]


# --- nobody, no clock -----------------------------------------------------------------------------


def test_its_properties_name_the_issuer_and_no_clock(content: bytes) -> None:
    told = parts(content)["docProps/core.xml"]
    assert re.findall(r"<dc:creator>(.*?)<", told) == [TITLE.issuer]
    assert re.findall(r"<cp:lastModifiedBy>(.*?)<", told) == [TITLE.issuer]
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", told)) == {"2000-01-01T00:00:00Z"}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert {info.date_time[0] for info in packed.infolist()} == {1980}


ELSEWHERE = """
import hashlib
from reportlib.rendering.annex import annex
from reportlib.rendering.document import from_blocks
from tests.rendering.demo import records
from tests.rendering.demo_grids import GRIDS
print(hashlib.sha256(annex(from_blocks(records(GRIDS)))).hexdigest())
"""


def test_same_bytes_in_another_process() -> None:
    world = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Auckland", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], env=world, capture_output=True, text=True, check=True
    )
    here = hashlib.sha256(annex(from_blocks(records(GRIDS)))).hexdigest()
    assert done.stdout.strip() == here
    other = (replace(TITLE, period="Une autre"), *GRIDS[1:])
    assert hashlib.sha256(annex(from_blocks(records(other)))).hexdigest() != here


def test_a_document_without_table_has_its_ledger() -> None:
    document = from_blocks(records((TITLE, BLOCKS[5])))
    book = openpyxl.load_workbook(io.BytesIO(annex(document)))
    assert book.sheetnames == ["Sommaire", "Règles", "Contrôles"]


def test_many_key_figures_and_long_words() -> None:
    tiles = Tiles(items=(Tile(value="1", label="x" * 40_000, base="", number=1.0),))
    other = Table(title="T" * 300, columns=TABLE.columns, rows=TABLE.rows)
    book = openpyxl.load_workbook(io.BytesIO(annex(from_blocks(records((TITLE, tiles, tiles, other))))))  # fmt: skip # noqa: E501
    assert book.sheetnames[1:4] == ["Chiffres clés", "Chiffres clés 2", "Tableau 1"]
    assert len(table(book["Chiffres clés"])[1][0]) == 32_767


# --- the page says the same -----------------------------------------------------------------------


def on_page(tree: Any, piece: dict[str, Any]) -> list[str]:
    """The numbers of a grid or figure on the page, row by row; text columns are left out."""
    name = piece["anchor"] + {"heat": "", "engagements": "", "table": "", "curve": "-points"}.get(
        piece["kind"], "-nombres"
    )
    (caption,) = tree.xpath(f"//caption[@id='{name}']")
    wanted = {
        "engagements": ".//span[@class='measure']/b",
        "heat": "./tbody/tr/td",
    }.get(piece["kind"], "./tbody/tr/td[contains(@class, 'num')]")
    return [squeezed(words(cell)) for cell in caption.getparent().xpath(wanted)]


def in_annex(sheet: Worksheet, piece: dict[str, Any]) -> list[str]:
    """The same numbers, as a French workbook shows them."""
    (area,) = sheet.tables.values()
    lines = [[shown(cell) for cell in row] for row in sheet[area.ref]]
    head, body = lines[0], lines[1:]
    if piece["kind"] == "engagements":
        kept = [head.index("Valeur")]
    elif piece["kind"] == "table":
        kept = [1]
    else:
        kept = [rank for rank, label in enumerate(head) if rank and label != "Base"]
    return [squeezed(line[rank]) for line in body for rank in kept]


def same_numbers(page: str, workbook: bytes, document: Any) -> list[str]:
    """Titles of blocks whose numbers differ between a page and a workbook."""
    tree = html.document_fromstring(page)
    opened = openpyxl.load_workbook(io.BytesIO(workbook))
    blocks = [p for p in document.pieces if "rank" in p and p["kind"] != "curve"]
    differ = []
    for piece in blocks:
        told_page = on_page(tree, piece)
        if piece["title"] == INTERVALS.title:
            told_page = [number.partition("[")[0] for number in told_page]
        assert len(told_page) >= 3
        if told_page != in_annex(opened[f"{piece['word']} {piece['rank']}"], piece):
            differ.append(piece["title"])
    return differ


def test_page_and_annex_say_the_same_of_every_new_block(grids: Drawn) -> None:
    assert same_numbers(grids.page, annex(grids.document), grids.document) == []


@pytest.mark.parametrize("title", [HEAT.title, ENGAGEMENTS.title, LEVELS.title, STACKED.title])
def test_two_numbers_swapped_are_seen(grids: Drawn, title: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(annex(grids.document)))
    (sheet,) = [sheet for sheet in book if sheet["A1"].value == title]
    numbers = [c for row in sheet.iter_rows(min_row=5) for c in row if c.data_type == "n"]
    first = numbers[0]
    second = next(cell for cell in numbers if cell.value not in (first.value, None))
    first.value, second.value = second.value, first.value
    spoilt = io.BytesIO()
    book.save(spoilt)
    assert same_numbers(grids.page, spoilt.getvalue(), grids.document) == [title]
