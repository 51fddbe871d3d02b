"""Changes that a team makes to its workbook between two bilans."""

from __future__ import annotations

from collections import Counter
from copy import copy
from datetime import datetime
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

WORKBOOK = "Suivi pôle qualité.xlsx"


def change_workbook(folder: Path) -> None:
    """Add a workshop, take two interventions away, write one proposal twice, all of 2023."""
    path = folder / WORKBOOK
    book = openpyxl.load_workbook(path)
    add_workshop(book["Ateliers et rencontres"])
    remove_interventions(book["Interventions"], 2)
    repeat_proposal(book["Propositions d'ingénierie"])
    book.save(path)


def headers(sheet: Worksheet, first: str) -> tuple[int, dict[str, int]]:
    """The header row, found by its first header, and the column of each header."""
    for row in sheet.iter_rows():
        if str(row[0].value).strip() == first:
            return row[0].row, {str(c.value).strip(): c.column for c in row if c.value}
    raise LookupError(f"no header {first!r} in {sheet.title}")


def keyed_rows(sheet: Worksheet, start: int, date_column: int) -> dict[str, int]:
    """Key → row of the rows of 2023 whose key stands once in the sheet."""
    keys = Counter(str(sheet.cell(r, 1).value) for r in range(start + 1, sheet.max_row + 1))
    return {
        str(sheet.cell(r, 1).value): r
        for r in range(start + 1, sheet.max_row + 1)
        if isinstance(sheet.cell(r, date_column).value, datetime)
        and sheet.cell(r, date_column).value.year == 2023
        and keys[str(sheet.cell(r, 1).value)] == 1
    }


def add_workshop(sheet: Worksheet) -> None:
    start, columns = headers(sheet, "N° atelier")
    sheet.insert_rows(start + 1)
    new = {
        "N° atelier": "AT-999",
        "Date de l'atelier": datetime(2023, 6, 15),
        "Type de rencontre": "Atelier",
        "État": "Réalisé",
    }
    for header, value in new.items():
        sheet.cell(start + 1, columns[header], value)


def remove_interventions(sheet: Worksheet, number: int) -> None:
    start, columns = headers(sheet, "N° situation")
    rows = keyed_rows(sheet, start, columns["Date d’ouverture"])
    for row in sorted(list(rows.values())[:number], reverse=True):
        sheet.delete_rows(row)


def repeat_proposal(sheet: Worksheet) -> None:
    start, columns = headers(sheet, "N° proposition")
    row = next(iter(keyed_rows(sheet, start, columns["Étudiée le"]).values()))
    sheet.insert_rows(row + 1)
    for cell in sheet[row]:
        twin = sheet.cell(row + 1, cell.column, cell.value)
        twin.number_format = copy(cell.number_format)
