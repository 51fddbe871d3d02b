"""Workbooks: Excel's and LibreOffice's sheets, read by calamine, and what it cannot see, marked."""

from __future__ import annotations

import io
import zipfile
import zlib

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from reportlib.errors import DataError
from reportlib.intake.cells import Cell, Unread, is_blank
from reportlib.intake.files import FolderFile
from reportlib.intake.grids import Grid, trimmed
from reportlib.intake.ods_cells import marked_in_ods
from reportlib.intake.sentences import sentence
from reportlib.intake.xlsx_cells import marked_in_xlsx

Marks = dict[tuple[int, int], Cell]
"""(row, column) counted from 0 → what the cell is to be read as."""


def read_workbook(one: FolderFile) -> list[Grid]:
    """Return the sheets of a workbook, in its order, chart sheets left out.

    Formulas without a stored value, error values and cells hidden under a merge, which would all
    read as empty, are marked ``Unread``.

    Raises
    ------
    DataError
        The file is no workbook, is damaged or is protected by a password.
    """
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(one.content))
        grids = [
            _grid(
                one,
                workbook.get_sheet_by_index(index),
                hidden=meta.visible != SheetVisibleEnum.Visible,
            )
            for index, meta in enumerate(workbook.sheets_metadata)
            if meta.typ == SheetTypeEnum.WorkSheet
        ]
    except PasswordError:
        raise DataError(
            sentence(
                "{name} : le classeur est protégé par un mot de passe. "
                "Enregistrez-le sans mot de passe, puis relancez.",
                name=one.name,
            )
        ) from None
    except (CalamineError, zipfile.BadZipFile, zlib.error):
        raise DataError(
            sentence(
                "{name} : ce n’est pas un classeur lisible. Ouvrez-le dans le tableur et "
                "enregistrez-le au format .xlsx, puis relancez.",
                name=one.name,
            )
        ) from None
    return grids


def _grid(one: FolderFile, sheet: CalamineSheet, *, hidden: bool) -> Grid:
    """Build the grid of a sheet, from its cell A1 on."""
    rows: list[list[Cell]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    marks = _merged(sheet, rows)
    if one.content.startswith(b"PK"):
        marks |= marked_in_ods(one.content, sheet.name) or marked_in_xlsx(one.content, sheet.name)
    for (row, column), mark in marks.items():
        _put(rows, row, column, mark)
    return Grid(one.name, sheet.name, trimmed(rows), hidden)


def _merged(sheet: CalamineSheet, rows: list[list[Cell]]) -> Marks:
    """Mark the cells under a merge that holds a value: they would read as empty."""
    marks: Marks = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or []:
        if top >= len(rows) or left >= len(rows[top]) or is_blank(rows[top][left]):
            continue
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                if (row, column) != (top, left) and is_blank(rows[row][column]):
                    marks[row, column] = Unread.MERGED
    return marks


def _put(rows: list[list[Cell]], row: int, column: int, mark: Cell) -> None:
    """Put ``mark`` in the grid, grown when the reader stopped before this cell."""
    while len(rows) <= row:
        rows.append([])
    rows[row].extend([""] * (column + 1 - len(rows[row])))
    rows[row][column] = mark
