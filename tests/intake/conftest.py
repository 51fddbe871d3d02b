"""Folders of registers made on the spot, as a team would hand them over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from reportlib.intake.reading import read_folder
from reportlib.intake.records import Reading, SheetReading

ORGANISMES = """\
id_of;denomination;siret;siren;nda;alias
OF-1;Centre Alpha;732 829 320 00074;732829320;44 67 01234 67;AFA
OF-2;Institut Bêta;;;41570123457;
OF-3;Institut Gamma;;;;AFA
"""


class Folder:
    """A folder being filled; ``read`` reads it as it stands."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def text(self, name: str, content: str, encoding: str = "utf-8") -> Folder:
        """Write a text file as it is given, line ends included."""
        (self.place / name).write_bytes(content.encode(encoding))
        return self

    def bytes(self, name: str, content: bytes) -> Folder:
        """Write a file's bytes."""
        (self.place / name).write_bytes(content)
        return self

    def workbook(self, name: str, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Folder:
        """Write a workbook, a list of rows a sheet."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        book.save(self.place / name)
        return self

    def organismes(self) -> Folder:
        """Write Alpha (SIRET, SIREN, NDA), Bêta (NDA) and Gamma, which shares an alias of Alpha."""
        return self.text("organismes.csv", ORGANISMES)

    def read(self) -> Reading:
        """Return the reading of the folder."""
        return read_folder(self.place)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder named « registres »."""
    place = tmp_path / "registres"
    place.mkdir()
    return Folder(place)


def sheet_of(reading: Reading, file: str, sheet: str = "") -> SheetReading:
    """The account of one sheet."""
    return next(s for s in reading.report.sheets if (s.file, s.sheet) == (file, sheet))


def notices_of(reading: Reading, rule: str, column: str | None = None) -> list[str]:
    """The messages of the notices of a rule."""
    return [
        n.message
        for n in reading.report.notices
        if n.rule == rule and (column is None or n.column == column)
    ]


def spaced(text: str) -> str:
    """``text`` with ordinary spaces: what is asserted is the words, the typography has its test."""
    return text.replace("\u00a0", " ")
