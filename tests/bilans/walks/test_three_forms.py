"""Every bilan is drawn strict in its three forms, and the three hold the same numbers.

Their order is looked at in ``test_parity``, on the annual bilans.
"""

from __future__ import annotations

import copy
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import html as lxml_html

from reportlib.rendering.annex import annex
from reportlib.rendering.checks import FIGURES
from reportlib.rendering.document import Document
from reportlib.rendering.html import html
from reportlib.rendering.pdf import pdf
from tests.bilans.parity import shown
from tests.bilans.recueil import BIG, CAS, FEW, Cas
from tests.bilans.tagged import words
from tests.rendering.paper import Node, structure

FIRSTS = [
    next(c for c in CAS if c.notebook == name and c.organisme in {"", BIG})
    for name in dict.fromkeys(case.notebook for case in CAS)
]
"""A case of each notebook."""
NUMBER = re.compile(r"\d[\d\u202f\u00a0]*(?:,\d+)?")


@pytest.mark.parametrize("case", CAS, ids=str)
def test_every_bilan_is_drawn_strict(case: Cas) -> None:
    one = case.said()
    assert one.html.lower().startswith("<!doctype html>")
    assert one.pdf.startswith(b"%PDF-")
    assert len(openpyxl.load_workbook(io.BytesIO(one.annex)).sheetnames) > 1
    visible = " ".join(_main(one.html).split())
    assert not re.search(r"\b(nan|NaN|None|inf|<NA>)\b", visible)


def _main(page: str) -> str:
    tree = lxml_html.document_fromstring(page)
    for gone in tree.xpath("//style|//script"):
        gone.drop_tree()
    return " ".join(tree.itertext())


def told(document: Document) -> list[str]:
    """The numbers of a document's cells."""
    texts = ("".join(span[0] for span in cell["text"]) for cell in held(document.pieces))
    return [one for text in texts for one in numbers(text)]


def numbers(text: str) -> list[str]:
    return [re.sub(r"\D$", "", re.sub(r"[\u202f\u00a0]", "", one)) for one in NUMBER.findall(text)]


def forms(document: Document, folder: Path) -> dict[str, list[str]]:
    """The numbers of a document in each form, in reading order."""
    paper = folder / "bilan.pdf"
    paper.write_bytes(pdf(document))
    book = openpyxl.load_workbook(io.BytesIO(annex(document)))
    cells = [shown(c) for sheet in book for row in sheet.iter_rows() for c in row]
    return {
        "page": numbers(_main(html(document))),
        "paper": numbers(" ".join(words(paper))),
        "annex": [one for cell in cells for one in numbers(cell)],
    }


def _spaced(node: Node) -> str:
    """The words of a structure tree, those of two elements apart."""
    return " ".join(part if isinstance(part, str) else _spaced(part) for part in node.parts)


def lacking(wanted: list[str], found: list[str]) -> Counter[str]:
    """The numbers that are not there as often as they should be."""
    return Counter(wanted) - Counter(found)


def spoilt(document: Document) -> Document:
    """The same with another number in one of its cells."""
    pieces = copy.deepcopy(document.pieces)
    cell = next(cell for cell in held(pieces) if cell["value"])
    cell["text"], cell["value"] = [["987\u202f654", ""]], 987654.0
    return replace(document, pieces=pieces)


def held(piece: Any) -> Iterator[dict[str, Any]]:
    """Every cell that holds a number, in the order of the record."""
    if isinstance(piece, dict):
        if {"text", "value", "state"} <= piece.keys() and piece["value"] is not None:
            yield piece
        for item in piece.values():
            yield from held(item)
    elif isinstance(piece, list | tuple):
        for item in piece:
            yield from held(item)


@pytest.mark.poppler
@pytest.mark.parametrize("case", FIRSTS, ids=str)
def test_the_three_forms_hold_the_same_numbers(case: Cas, tmp_path: Path) -> None:
    """Each number of a cell is in each form as often; one that is changed is missed in all.

    On paper a drawing may leave a number to its shape: there, grids and tables alone.
    """
    document = case.said().document
    grids = replace(document, pieces=[p for p in document.pieces if p["kind"] not in FIGURES])
    found = forms(document, tmp_path)
    for form, seen in found.items():
        part = grids if form == "paper" else document
        assert len(told(part)) >= 10
        assert lacking(told(part), seen) == Counter(), form
        assert lacking(told(spoilt(part)), seen), form


@pytest.mark.poppler
def test_the_paper_is_read_as_poppler_reads_it(tmp_path: Path) -> None:
    """On a short one: poppler takes a minute for the longest."""
    case = next(c for c in CAS if c.notebook == "bilan_annuel_organisme" and c.organisme == FEW)
    paper = tmp_path / "bilan.pdf"
    paper.write_bytes(case.said().pdf)
    found = Counter(numbers(" ".join(words(paper))))
    assert found.total() >= 10
    assert found == Counter(numbers(_spaced(structure(paper))))
