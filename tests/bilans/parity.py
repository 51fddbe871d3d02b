"""The numbers that a reader finds in a page, on its paper and in its annex, as three lists.

Only the order of blocks and the words of rows come from the document; each number is read back
from the file. A row gives its label and its numbers put end to end, without spaces.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import openpyxl
from lxml import html
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from reportlib.rendering.checks import FIGURES
from reportlib.rendering.document import Document
from reportlib.rendering.layout import told
from tests.rendering.page_rules import words
from tests.rendering.paper import Node, squeezed, structure

Entry = tuple[str, str, str]
"""Title of a block, label of a row, numbers of the row."""
DRAWN = ("tiles", "table", "heat", *FIGURES)
TABLES = ("table", "heat")


def pieces(document: Document) -> list[dict[str, Any]]:
    """What holds numbers in the annual bilans, in order."""
    unknown = {p["kind"] for p in document.pieces} & {"engagements", "curve"}
    assert unknown == set(), "these need their own reading"
    return [piece for piece in document.pieces if piece["kind"] in DRAWN]


def columns(piece: dict[str, Any]) -> list[str]:
    """The kinds of a block's columns."""
    if piece["kind"] == "heat":
        totals = piece["rows"][0]["total"] is not None
        return ["text"] + ["num"] * (len(piece["columns"]) + totals)
    laid = piece if piece["kind"] == "table" else told(piece)["numbers"]
    return [column["kind"] for column in laid["columns"]]


def labels(piece: dict[str, Any]) -> list[str]:
    """The labels of a figure's rows."""
    rows = told(piece)["numbers"]["rows"]
    return [squeezed("".join(span[0] for span in row["cells"][0]["text"])) for row in rows]


def entry(piece: dict[str, Any], cells: list[str], kinds: list[str]) -> Entry:
    """A row; a drawing leaves out the share of a bar that has none, which tables give as a sign."""
    if piece["kind"] in {"bars", "funnel"} and len(cells) > 2 and not re.search(r"\d", cells[2]):
        cells = [*cells[:2], ""]
    kept = [cell for cell, kind in zip(cells, kinds, strict=True) if kind == "num"]
    return piece["title"], squeezed(cells[0]), squeezed("".join(kept))


# --- the page -------------------------------------------------------------------------------------


def of_page(page: str, document: Document) -> list[Entry]:
    tree = html.document_fromstring(page)
    tiles = iter(tree.xpath("//ul[contains(@class, 'tiles')]"))
    return [found for piece in pieces(document) for found in _on_page(tree, piece, tiles)]


def _on_page(tree: Any, piece: dict[str, Any], tiles: Iterator[Any]) -> Iterator[Entry]:
    if piece["kind"] == "tiles":
        for item in next(tiles).iter("li"):
            value, label = (words(item.find_class(name)[0]) for name in ("value", "label"))
            yield "tiles", squeezed(label), squeezed(value)
        return
    name = piece["anchor"] + ("" if piece["kind"] in TABLES else "-nombres")
    (caption,) = tree.xpath(f"//caption[@id='{name}']")
    for row in caption.getparent().xpath("./tbody/tr"):
        yield entry(piece, [words(cell) for cell in row], columns(piece))


# --- the paper ------------------------------------------------------------------------------------


def of_paper(paper: Path, document: Document) -> list[Entry]:
    tree = structure(paper)
    drawn = iter([*tree.find("Figure", "Table")])
    said = [squeezed(p.all_words()) for p in tree.find("P")]
    return [found for piece in pieces(document) for found in _on_paper(piece, drawn, said)]


def _on_paper(piece: dict[str, Any], drawn: Iterator[Node], said: list[str]) -> Iterator[Entry]:
    if piece["kind"] == "tiles":
        for tile in piece["items"]:
            label = squeezed(tile["label"])
            yield "tiles", label, said[said.index(label) - 1]
        return
    node = next(drawn)
    if piece["kind"] in TABLES:
        for row in _body(node):
            yield entry(piece, row, columns(piece))
    elif piece["kind"] == "line":
        strip = _body(next(drawn))
        points = zip(*(row[1:] for row in strip), strict=True)
        for label, numbers in zip(labels(piece), points, strict=True):
            yield piece["title"], label, squeezed("".join(numbers))
    else:
        yield from _in_drawing(piece, squeezed(node.all_words()))


def _body(table: Node) -> list[list[str]]:
    rows = [row for body in table.find("TBody") for row in body.find("TR")]
    return [[cell.all_words() for cell in row.find("TH", "TD")] for row in rows]


def _in_drawing(piece: dict[str, Any], said: str) -> Iterator[Entry]:
    """A drawing's words come label, numbers, label, numbers: the labels part them."""
    bases = [squeezed(row["base"]) for row in piece.get("rows", ())]
    names = labels(piece)
    place = said.index(names[0])
    for rank, label in enumerate(names):
        start = said.index(label, place) + len(label)
        last = rank + 1 == len(names)
        place = len(said) if last else said.index(names[rank + 1], start)
        numbers = said[start:place]
        if bases:
            numbers = numbers.replace(bases[rank], "", 1)
            if last:  # the scale, then the key
                numbers = numbers.partition("0%2550")[0]
        yield piece["title"], label, numbers


# --- the annex ------------------------------------------------------------------------------------


def of_annex(content: bytes, document: Document) -> list[Entry]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheets = [s for s in book if s.title not in {"Sommaire", "Règles", "Contrôles"}]
    pairs = zip(pieces(document), sheets, strict=True)
    return [found for piece, sheet in pairs for found in _in_annex(piece, sheet)]


def _in_annex(piece: dict[str, Any], sheet: Worksheet) -> Iterator[Entry]:
    (area,) = sheet.tables.values()
    for row in [*sheet[area.ref]][1:]:
        cells = [shown(cell) for cell in row]
        if piece["kind"] == "tiles":
            yield "tiles", squeezed(cells[0]), squeezed(cells[1])
        else:
            kinds = [kind for kind in columns(piece) if kind != "bar"]
            assert sheet["A1"].value == piece["title"]
            yield entry(piece, cells, kinds)


def shown(cell: Cell) -> str:
    """A cell as a French workbook shows it: its number, rounded by its own format."""
    value = cell.value
    if not isinstance(value, int | float):
        return "" if value is None else str(value)
    forms = str(cell.number_format).split(";")
    form = forms[0] if value > 0 or len(forms) < 3 else forms[1 if value < 0 else 2]
    parts = re.fullmatch(r'(?:"(.*?)")?#,##0(\.0*(#*))?(?:"(.*?)")?', form)
    assert parts, form
    digits, spare = len(parts[2] or ".") - 1, len(parts[3] or "")
    rounded = abs(Decimal(repr(float(value)))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    while spare and str(rounded).endswith("0"):
        digits, spare = digits - 1, spare - 1
        rounded = rounded.quantize(Decimal(1).scaleb(-digits))
    return f"{parts[1] or ''}{str(rounded).replace('.', ',')}{parts[4] or ''}"
