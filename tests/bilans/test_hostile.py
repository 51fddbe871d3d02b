"""Names that are markup: HTML, Typst, Markdown, a spreadsheet, emoji, controls, length."""

from __future__ import annotations

import csv
import io
import shutil
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from tests.bilans.conftest import LARGE, SAMPLE
from tests.bilans.in_process import Said, said
from tests.bilans.pages import pdf_hidden, pdf_text, squeezed
from tests.bilans.shared import Remembered, shared_measures

HOSTILE = {
    "html": '<script>alert(1)</script><b>Gras</b> & "Cie"',
    "typst": '#read("/etc/passwd") $x^2$ *étoile* #eval("1+1") @ref',
    "markdown": "**Fort** //penché// [lien](http://127.0.0.1/) `code` ![image](x.png)",
    "tableur": '=HYPERLINK("http://127.0.0.1/";"clic") +1 -1 @somme',
    "emoji": "École \U0001f393 du \x07 Son",
    "long": "Organisme à rallonge " * 14 + "fin",
}
OWNERS = dict(
    zip(HOSTILE, ("OF-0117", "OF-0109", "OF-0114", "OF-0107", "OF-0115", LARGE), strict=True)
)
"""Who bears each name, all in one register; the longest name on the longest copy."""


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


def renamed(folder: Path, names: dict[str, str]) -> None:
    """Give organisations other names in the register, as a spreadsheet would save it."""
    path = folder / "organismes.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    column = rows[0].index("Raison sociale")
    for id_of, name in names.items():
        next(row for row in rows if id_of in row)[column] = name
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Said, Said]]:
    """Kind of name → the copy of who bears it, and the same under its own name."""
    folder = tmp_path_factory.mktemp("noms") / "registres"
    shutil.copytree(SAMPLE / "registres", folder)
    renamed(folder, {OWNERS[kind]: name for kind, name in HOSTILE.items()})
    notebook = "bilan_annuel_organisme"
    with shared_measures(Remembered()):
        return {
            kind: (
                said(notebook, organisme=id_of, donnees=str(folder)),
                said(notebook, organisme=id_of),
            )
            for kind, id_of in OWNERS.items()
        }


@pytest.mark.poppler
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_name_is_plain_text(
    copies: dict[str, tuple[Said, Said]], tmp_path: Path, kind: str
) -> None:
    name, (bilan, plainly) = HOSTILE[kind], copies[kind]
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
