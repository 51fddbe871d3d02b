"""A sheet as a grid of cells, whatever the file's format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlib.intake.cells import Cell, is_blank


@dataclass(frozen=True)
class Grid:
    """A sheet of a workbook, or a whole text file: ``rows[0]`` is row 1 of the spreadsheet."""

    file: str
    sheet: str
    """Empty for a text file."""
    rows: Sequence[Sequence[Cell]]
    hidden: bool = False

    @property
    def place(self) -> str:
        """« suivi.xlsx, feuille « Dossiers » », or the file alone: how messages name it."""
        return f"{self.file}, feuille «\u00a0{self.sheet}\u00a0»" if self.sheet else self.file

    @property
    def source(self) -> str:
        """« suivi.xlsx › Dossiers », or the file alone: what ``_source`` holds."""
        return f"{self.file} › {self.sheet}" if self.sheet else self.file


def trimmed(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return ``rows`` without the blank ones at the end, which are no row of the file."""
    last = len(rows)
    while last and all(is_blank(cell) for cell in rows[last - 1]):
        last -= 1
    return rows[:last]
