"""Page, paper and annex of the annual bilans hold the same numbers, in the same order."""

from __future__ import annotations

import copy
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from reportlib.rendering.annex import annex
from reportlib.rendering.document import Document
from reportlib.rendering.html import html
from reportlib.rendering.pdf import pdf
from tests.bilans.conftest import LARGE, SMALL
from tests.bilans.in_process import Said, said
from tests.bilans.parity import Entry, of_annex, of_page, of_paper

pytestmark = pytest.mark.poppler
BILANS: dict[str, tuple[str, dict[str, str | int]]] = {
    "region": ("bilan_annuel_region", {}),
    "large": ("bilan_annuel_organisme", {"organisme": LARGE}),
    "small": ("bilan_annuel_organisme", {"organisme": SMALL}),
}


def bilan(kind: str) -> Said:
    notebook, parameters = BILANS[kind]
    return said(notebook, **parameters)


def lists(
    document: Document, paper: bytes, page: str, workbook: bytes, folder: Path
) -> dict[str, list[Entry]]:
    """The three lists, each read back from its file."""
    file = folder / "bilan.pdf"
    file.write_bytes(paper)
    return {
        "page": of_page(page, document),
        "paper": of_paper(file, document),
        "annex": of_annex(workbook, document),
    }


@pytest.mark.parametrize(("kind", "least"), [("region", 60), ("large", 25), ("small", 4)])
def test_three_files_one_list_of_numbers(kind: str, least: int, tmp_path: Path) -> None:
    one = bilan(kind)
    found = lists(one.document, one.pdf, one.html, one.annex, tmp_path)
    assert len(found["page"]) >= least
    assert all(numbers for _, _, numbers in found["page"] if _ == "tiles")
    assert found["paper"] == found["page"]
    assert found["annex"] == found["page"]


KINDS = ("table", "bars", "funnel")


def swapped(document: Document) -> tuple[Document, set[str]]:
    """The document with two unlike numbers changed for each other in a block of each kind."""
    pieces = copy.deepcopy(document.pieces)
    titles = {_swap(next(p for p in pieces if p["kind"] == kind)) for kind in KINDS}
    return replace(document, pieces=pieces), titles


def _swap(piece: dict[str, Any]) -> str:
    for first, second in pairwise(_places(piece)):
        if first["cell"]["text"] != second["cell"]["text"]:
            first["cell"], second["cell"] = second["cell"], first["cell"]
            return str(piece["title"])
    raise LookupError(piece["title"])


def _places(piece: dict[str, Any]) -> list[dict[str, Any]]:
    """What holds a cell under the name « cell », in the rows of a block."""
    if piece["kind"] in {"bars", "funnel"}:
        return [part for part in piece.get("bars", piece.get("steps", [])) if part["cell"]["text"]]
    holders = []
    for row in piece["rows"]:
        held = _Held(row["cells"], 1)
        holders.append(held)
    return holders  # type: ignore[return-value]


class _Held(dict[str, Any]):
    """A place of a row, read and written as « cell »."""

    def __init__(self, cells: list[Any], rank: int) -> None:
        super().__init__()
        self.cells, self.rank = cells, rank

    def __getitem__(self, key: str) -> Any:
        return self.cells[self.rank]

    def __setitem__(self, key: str, value: Any) -> None:
        self.cells[self.rank] = value


def test_two_numbers_swapped_in_one_file_are_seen(tmp_path: Path) -> None:
    """In each of the three files, against the page as it was: the blocks spoilt, and they alone."""
    one = bilan("region")
    other, titles = swapped(one.document)
    right = of_page(one.html, one.document)
    spoilt = lists(one.document, pdf(other), html(other), annex(other), tmp_path)
    for name, numbers in spoilt.items():
        assert len(numbers) == len(right), name
        wrong = {mine[0] for mine, its in zip(right, numbers, strict=True) if mine != its}
        assert wrong == titles, name
