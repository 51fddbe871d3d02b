"""The team's workbook, byte for byte the same each time."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .remise import Table

JOUR_FIXE = datetime(2025, 1, 15, 9, 0, 0)
"""Day of creation and of change written in the workbook: no clock."""
DATE_ZIP = (2025, 1, 15, 9, 0, 0)
LISEZ_MOI = (
    "Classeur de suivi du pôle qualité (région fictive).",
    "Un onglet par registre ; les exports de la commission sont à part, un fichier par année.",
    "Saisir une ligne par évènement, ne pas fusionner de cellules dans les tableaux.",
    "Les noms des stagiaires ont été retirés avant remise.",
)
GRAS, FOND = Font(bold=True), PatternFill("solid", fgColor="FFDDE6F0")


def write_workbook(path: Path, tables: list[Table], told: tuple[str, ...] = ()) -> None:
    """Write the sheets, then a sheet that is no register when there is something to tell."""
    book = Workbook()
    book.properties.creator = "Pôle qualité (région fictive)"
    book.properties.created = JOUR_FIXE
    first = book.active
    if first is not None:
        book.remove(first)
    for table in tables:
        _sheet(book.create_sheet(table.feuille.feuille), table)
    if told:
        readme = book.create_sheet("Lisez-moi")
        for number, sentence in enumerate(told, start=2):
            readme.cell(row=number, column=2, value=sentence)
        readme.merge_cells("B2:F2")
    content = BytesIO()
    book.save(content)
    path.write_bytes(_frozen(content.getvalue()))


def _sheet(sheet: Worksheet, table: Table) -> None:
    """Write one table: title merged above it, bold headers, true dates shown day first."""
    width = len(table.feuille.colonnes)
    numbers = [key for _, key in table.feuille.colonnes]
    for row, cells in enumerate(table.rangs, start=1):
        for column, value in enumerate(cells, start=1):
            if value in {"", None}:
                continue
            place = sheet.cell(row=row, column=column, value=value)
            if isinstance(value, datetime):
                place.number_format = "DD/MM/YYYY"
            elif isinstance(value, int) and numbers[column - 1] == "_siret":
                place.number_format = "0" * 14 if row % 3 == 0 else "0"
        if len(cells) == 1:
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
            sheet.cell(row=row, column=1).alignment = Alignment(wrap_text=True)
    for column in range(1, width + 1):
        head = sheet.cell(row=table.entete, column=column)
        head.font, head.fill = GRAS, FOND
        sheet.column_dimensions[get_column_letter(column)].width = 20
    sheet.freeze_panes = sheet.cell(row=table.entete + 1, column=1)


def _frozen(content: bytes) -> bytes:
    """Return the same workbook with fixed times and no compression: bytes depend on no library."""
    source, target = ZipFile(BytesIO(content)), BytesIO()
    stamp = JOUR_FIXE.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with ZipFile(target, "w", ZIP_STORED) as frozen:
        for name in sorted(source.namelist()):
            part = source.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, part)
            info = ZipInfo(name, DATE_ZIP)
            info.create_system = 0
            frozen.writestr(info, part)
    return target.getvalue()
