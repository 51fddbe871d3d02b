"""Reading of a folder of registers: files, sheets, rows, and the record of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from reportlib.errors import DataError
from reportlib.intake import deduction
from reportlib.intake.accounts import sheet_reading, unrecognised_reading
from reportlib.intake.assembly import Assembled, assemble, published, verified
from reportlib.intake.files import TEXTS, Folder, FolderFile, read_files
from reportlib.intake.grids import Grid
from reportlib.intake.guide import Guide, check_sheets, read_guide
from reportlib.intake.notices import of_sheet
from reportlib.intake.organisations import Directory
from reportlib.intake.recognition import Recognised, Unrecognised, recognise
from reportlib.intake.records import ControlReport, Notice, Reading, SourceFile
from reportlib.intake.rows import SortedRows
from reportlib.intake.sentences import sentence
from reportlib.intake.sheets import column_notices
from reportlib.intake.tables import FILE, LINE, SHEET, Table, read_table
from reportlib.intake.texts import read_text
from reportlib.intake.workbooks import read_workbook
from reportlib.registers import register, registers
from reportlib.registers.schema import validated

Sheet = tuple[Recognised, Table, SortedRows]


def read_folder(folder: Path) -> Reading:
    """Return every register found in ``folder``.

    Raises
    ------
    DataError
        A fault of a file (R-LEC-01): one message says which, what is wanted, and an example.
    """
    return read(read_files(folder))


def read(folder: Folder) -> Reading:
    """Return every register of files already in memory; the same bytes give the same reading."""
    guide = read_guide(folder.guide, tuple(one.name for one in folder.files))
    found = _recognised(folder, guide)
    recognised = [one for one in found if isinstance(one, Recognised)]
    others = [one for one in found if isinstance(one, Unrecognised)]
    sheets: list[Sheet] = [(one, *read_table(one)) for one in recognised]
    assembled = _assembled(sheets, guide)
    frames = {name: one.kept for name, one in assembled.items()}
    readings = [sheet_reading(sheet, assembled[sheet[0].register.nom]) for sheet in sheets]
    readings += [unrecognised_reading(one) for one in others]
    rank = {(one.grid.file, one.grid.sheet): index for index, one in enumerate(found)}
    report = ControlReport(
        files=tuple(_source(one) for one in _all_files(folder)),
        sheets=tuple(sorted(readings, key=lambda r: rank[r.file, r.sheet])),
        set_aside=tuple(row for one in assembled.values() for row in one.rows_aside),
        notices=(
            *_folder_notices(folder, others),
            *(notice for one in recognised for notice in column_notices(one)),
            *(notice for one in assembled.values() for notice in one.notices),
            *(notice for one in assembled.values() for notice in verified(one, frames)),
        ),
    )
    kept = {name: published(one.register, one.kept) for name, one in assembled.items()}
    aside = {name: published(one.register, one.aside, "motif") for name, one in assembled.items()}
    return Reading({n: validated(register(n), rows) for n, rows in kept.items()}, aside, report)


def _recognised(folder: Folder, guide: Guide) -> list[Recognised | Unrecognised]:
    """Return the sheets, in the order of the files; each file must hold one of a known register."""
    found: list[Recognised | Unrecognised] = []
    for one in folder.files:
        grids = _grids(one)
        check_sheets(guide, one.name, [grid.sheet for grid in grids])
        sheets = [recognise(grid, guide.entry(grid)) for grid in grids]
        known = [sheet for sheet in sheets if isinstance(sheet, Recognised)]
        if not known and not any(getattr(sheet, "harmless", False) for sheet in sheets):
            raise DataError(_no_register(one.name))
        _check_rows(one, known)
        found += sheets
    if not any(isinstance(one, Recognised) for one in found):
        raise DataError(_no_register(folder.name))
    return found


def _grids(one: FolderFile) -> Sequence[Grid]:
    """Return the sheets of a file."""
    return [read_text(one)] if one.suffix in TEXTS else read_workbook(one)


def _no_register(place: str) -> str:
    """Say that a file, or a folder, holds no register to read."""
    return sentence(
        "{name} : aucun registre reconnu. Donnez au fichier ou à sa feuille le nom d’un registre, "
        "par exemple « {title} », avec une ligne d’en-têtes connus, ou sortez ce fichier du "
        "dossier.",
        name=place,
        title=register("propositions").feuilles[0],
    )


def _check_rows(one: FolderFile, known: Sequence[Recognised]) -> None:
    """Refuse a file whose sheets have headers and not a single row (R-LEC-01)."""
    if known and all(len(s.grid.rows) <= s.heading.row + 1 and not s.entry.vide for s in known):
        raise DataError(
            sentence(
                "{name} : les en-têtes sont suivis d’aucune ligne. Vérifiez l’export ; si le "
                "registre est vraiment vide, écrivez-le dans sources.yaml, par exemple "
                "« {example} ».",
                name=one.name,
                example=f"- {{fichier: {one.name}, vide: true}}",
            )
        )


def _assembled(sheets: Sequence[Sheet], guide: Guide) -> dict[str, Assembled]:
    """Return each register found, those that others refer to first."""
    assembled: dict[str, Assembled] = {}
    given = any(one.register.nom == "organismes" for one, _, _ in sheets)
    organismes = _nobody() if given else deduction.deduced([table for _, table, _ in sheets])
    directory = Directory.of(organismes)
    if len(organismes):
        assembled["organismes"] = _deduced(organismes)
    for name in registers():
        tables = [table for one, table, _ in sheets if one.register.nom == name]
        if not tables:
            continue
        frames = {known: done.kept for known, done in assembled.items()}
        assembled[name] = assemble(tables, directory, frames, guide)
        if name == "organismes":
            directory = Directory.of(assembled[name].kept)
    return assembled


def _deduced(organismes: pd.DataFrame) -> Assembled:
    """Return the organisations deduced from the other registers as a register read."""
    return Assembled(
        register=register("organismes"),
        kept=organismes,
        aside=organismes.iloc[:0].assign(motif=pd.Series(dtype="str")),
        ignored=organismes.iloc[:0][[FILE, SHEET, LINE]].assign(cause=pd.Series(dtype="str")),
        rows_aside=(),
        notices=(deduction.notice(organismes),),
    )


def _nobody() -> pd.DataFrame:
    """An empty register of organisations."""
    return pd.DataFrame({name: pd.Series(dtype="str") for name in register("organismes").colonnes})


def _all_files(folder: Folder) -> list[FolderFile]:
    """The files that the reading depends on, by name."""
    return [*folder.files, *([folder.guide] if folder.guide else [])]


def _source(one: FolderFile) -> SourceFile:
    """A file as reports name it."""
    return SourceFile(name=one.name, fingerprint=one.fingerprint[:8])


def _folder_notices(folder: Folder, others: Sequence[Unrecognised]) -> list[Notice]:
    """Return the notices of what was left alone: other files, sheets of no register."""
    found = [
        of_sheet("", (name, ""), "", "R-LEC-09", sentence("Ni classeur ni texte : laissé de côté."))
        for name in folder.left
    ]
    for one in others:
        if one.reason:
            message = sentence(
                "Feuille laissée de côté : {reason}.", reason=sentence("{r}", r=one.reason)
            )
            found.append(of_sheet("", (one.grid.file, one.grid.sheet), "", "R-LEC-09", message))
    return found
