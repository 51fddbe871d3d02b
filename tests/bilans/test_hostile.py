"""Names that are markup: HTML, Typst, Markdown, a spreadsheet, emoji, controls, length."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from tests.bilans.conftest import LARGE
from tests.bilans.in_process import said
from tests.bilans.pages import pdf_hidden, pdf_text, squeezed

HOSTILE = (
    '<script>alert(1)</script><b>Gras</b> & "Cie"',
    '#read("/etc/passwd") $x^2$ *étoile* #eval("1+1") @ref',
    "**Fort** //penché// [lien](http://127.0.0.1/) `code` ![image](x.png)",
    '=HYPERLINK("http://127.0.0.1/";"clic") +1 -1 @somme',
    "École \U0001f393 du \x07 Son",
    "Organisme à rallonge " * 14 + "fin",
)


class _Tags(HTMLParser):
    """Every element of a page, and its visible text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def renamed(folder: Path, name: str) -> None:
    """Give the large organisation another name in the register, as a spreadsheet would save it."""
    path = folder / "organismes.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    names = rows[0].index("Raison sociale")
    changed = next(row for row in rows if LARGE in row)
    changed[names] = name
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


@pytest.mark.poppler
@pytest.mark.parametrize(
    "name", HOSTILE, ids=["html", "typst", "markdown", "tableur", "emoji", "long"]
)
def test_a_hostile_name_is_plain_text(
    registers: Callable[[], Path], tmp_path: Path, name: str
) -> None:
    folder = registers()
    renamed(folder, name)
    plainly = said("bilan_annuel_organisme", organisme=LARGE)
    bilan = said("bilan_annuel_organisme", organisme=LARGE, donnees=str(folder))
    paper = tmp_path / "bilan.pdf"
    paper.write_bytes(bilan.pdf)

    wanted = squeezed(name.replace("\x07", "").replace("\U0001f393", "□"))
    page, plain = _Tags(), _Tags()
    page.feed(bilan.html)
    plain.feed(plainly.html)
    assert page.tags == plain.tags, "the name added or took away an element"
    assert wanted in squeezed("".join(page.text))

    assert wanted in squeezed(pdf_text(paper))
    assert "root:" not in pdf_hidden(paper)
    with pikepdf.open(paper) as pdf:
        assert wanted in squeezed(str(pdf.docinfo["/Title"]))
        assert len(pdf.pages) <= 5

    book = openpyxl.load_workbook(io.BytesIO(bilan.annex))
    assert wanted in squeezed(str(book["Sommaire"]["A2"].value))
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
