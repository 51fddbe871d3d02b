"""What intake says of its work: files, sheets, columns, rows kept, set aside, ignored, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd


class UnbalancedReadingError(RuntimeError):
    """Rows were lost or counted twice: a defect of the reading, never of a file (R-LEC-05)."""


@dataclass(frozen=True, kw_only=True)
class SourceFile:
    """A file read: shown by name and the first 8 characters of its SHA-256, never by date."""

    name: str
    fingerprint: str


@dataclass(frozen=True, kw_only=True)
class ColumnReading:
    """A column of a sheet, as found, and the register's column that it became."""

    header: str
    column: str | None
    """The register's column; None when left out."""
    reason: str = ""
    """Why it was left out: « colonne inconnue du registre » or « colonne personnelle »."""


@dataclass(frozen=True, kw_only=True)
class SetAsideRow:
    """A row set aside, with what the analyst needs to mend it; never a personal value."""

    register: str
    file: str
    sheet: str
    row: int
    """Row number as the spreadsheet shows it (1 is the first row)."""
    column: str
    rule: str
    """« R-LEC-02 »…"""
    message: str
    """What was found and what is wanted, with an example: one French sentence."""
    header: str = ""
    """The column's header in the file; empty when the file lacks it, or the fault is the row's."""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something worth a look that sets no row aside: orphan, restored zero, odd order of dates."""

    register: str
    file: str
    sheet: str
    row: int | None
    """The first row concerned; None: the whole sheet or file."""
    column: str
    rule: str
    message: str
    rows: tuple[int, ...] = ()
    """Every row concerned, in order."""


@dataclass(frozen=True, kw_only=True)
class SheetReading:
    """One sheet, or CSV file: its rows but headers = kept + set aside + ignored (R-LEC-05)."""

    file: str
    sheet: str
    register: str | None
    """None when the sheet has no known header."""
    recognised_by: str = ""
    """« sources.yaml », « nom de feuille », « nom de fichier » or « colonnes »."""
    header_row: int | None = None
    columns: tuple[ColumnReading, ...] = ()
    rows: int = 0
    """Rows of the sheet, the header row left out."""
    kept: int = 0
    set_aside: int = 0
    ignored: dict[str, int] = field(default_factory=dict)
    """Cause → rows: « titre », « total », « note », « ligne vide », « doublon exact »,
    « version remplacée » (R-LEC-04), « feuille écartée » (a sheet of no register)."""
    ignored_rows: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Cause → row numbers, for the analyst who wants to look."""

    def __post_init__(self) -> None:
        """Refuse a count that loses a row: no such record can be made."""
        if self.rows != self.kept + self.set_aside + sum(self.ignored.values()):
            raise UnbalancedReadingError(
                f"{self.file} › {self.sheet}: {self.rows} rows, but {self.kept} kept, "
                f"{self.set_aside} set aside, ignored {self.ignored}"
            )


@dataclass(frozen=True, kw_only=True)
class ControlReport:
    """The whole reading: what `bilan verifier` shows, and the method note of a bilan."""

    files: tuple[SourceFile, ...] = ()
    sheets: tuple[SheetReading, ...] = ()
    set_aside: tuple[SetAsideRow, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Reading:
    """Result of the intake of a folder; ``Dataset`` wraps it."""

    frames: dict[str, pd.DataFrame]
    set_aside: dict[str, pd.DataFrame]
    report: ControlReport
