"""The account of each sheet: every row but the headers is kept, set aside or ignored (R-LEC-05)."""

from __future__ import annotations

import pandas as pd

from reportlib.intake.assembly import Assembled
from reportlib.intake.headers import Heading
from reportlib.intake.recognition import Recognised, Unrecognised
from reportlib.intake.records import ColumnReading, SheetReading
from reportlib.intake.rows import SortedRows
from reportlib.intake.tables import FILE, LINE, SHEET, Table
from reportlib.registers import vocabulary

UNKNOWN, PERSONAL = "colonne inconnue du registre", "colonne personnelle"
LEFT = "feuille écartée"


def sheet_reading(sheet: tuple[Recognised, Table, SortedRows], whole: Assembled) -> SheetReading:
    """Return the account of a sheet, each number counted where the rows ended up.

    Rows are counted in the grid, kept and set-aside ones in the register's frames, so that a row
    lost on the way breaks the balance.

    Raises
    ------
    UnbalancedReadingError
        A row was lost or counted twice.
    """
    one, _, kinds = sheet
    grid = one.grid
    ignored = {cause: [row + 1 for row in rows] for cause, rows in kinds.ignored.items()}
    for cause, rows in _here(whole.ignored, grid.file, grid.sheet).groupby("cause", sort=False):
        ignored[str(cause)] = [int(line) for line in rows[LINE]]
    return SheetReading(
        file=grid.file,
        sheet=grid.sheet,
        register=one.register.nom,
        recognised_by=one.by,
        header_row=one.heading.row + 1,
        columns=column_readings(one.heading),
        rows=len(grid.rows) - 1,
        kept=len(_here(whole.kept, grid.file, grid.sheet)),
        set_aside=len(_here(whole.aside, grid.file, grid.sheet)),
        ignored={cause: len(rows) for cause, rows in ignored.items()},
        ignored_rows={cause: tuple(rows) for cause, rows in ignored.items()},
    )


def unrecognised_reading(one: Unrecognised) -> SheetReading:
    """Return the account of a sheet of no register: all its rows are left alone."""
    count = len(one.grid.rows)
    return SheetReading(
        file=one.grid.file,
        sheet=one.grid.sheet,
        register=None,
        rows=count,
        ignored={LEFT: count} if count else {},
    )


def column_readings(heading: Heading) -> tuple[ColumnReading, ...]:
    """Return what became of each header; a column without header is said by its letter."""
    return tuple(
        ColumnReading(header=header, column=column, reason=_reason(header, column))
        for header, column in zip(heading.headers, heading.columns, strict=True)
        if header
    )


def _reason(header: str, column: str | None) -> str:
    """Why a column is left out."""
    if column is not None:
        return ""
    return PERSONAL if vocabulary().is_personal(header) else UNKNOWN


def _here(rows: pd.DataFrame, file: str, sheet: str) -> pd.DataFrame:
    """The rows of one sheet."""
    return rows[(rows[FILE] == file) & (rows[SHEET] == sheet)]
