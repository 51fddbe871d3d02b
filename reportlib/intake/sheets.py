"""Notices about a sheet as a whole: columns left out, hidden sheet, columns without header."""

from __future__ import annotations

from reportlib.intake.accounts import PERSONAL, column_readings
from reportlib.intake.cells import Unread, is_blank
from reportlib.intake.notices import of_sheet
from reportlib.intake.recognition import Recognised
from reportlib.intake.records import Notice
from reportlib.intake.sentences import sentence


def column_notices(one: Recognised) -> list[Notice]:
    """Return a notice for each column left out, by name, and for a hidden sheet."""
    place = (one.grid.file, one.grid.sheet)
    name = one.register.nom
    found: list[Notice] = []
    if one.grid.hidden:
        message = sentence(
            "La feuille est masquée dans le classeur : elle est lue comme les autres."
        )
        found.append(of_sheet(name, place, "", "R-LEC-09", message))
    for reading in column_readings(one.heading):
        if reading.reason == PERSONAL:
            message = sentence(
                "Colonne personnelle « {header} » retirée à la lecture : aucune de ses valeurs "
                "n’est gardée ni montrée ; supprimez-la du fichier.",
                header=reading.header,
            )
            found.append(of_sheet(name, place, "", "R-LEC-10", message))
        elif reading.reason:
            message = sentence(
                "Colonne « {header} » inconnue du registre, laissée de côté ; pour la lire, "
                "donnez-lui un en-tête connu, ou nommez sa colonne dans sources.yaml.",
                header=reading.header,
            )
            found.append(of_sheet(name, place, "", "R-LEC-09", message))
    if letters := _headless(one):
        message = sentence(
            "Colonne sans en-tête, laissée de côté : {letters}. Donnez-lui un en-tête pour la "
            "lire.",
            letters=", ".join(letters),
        )
        found.append(of_sheet(name, place, "", "R-LEC-09", message))
    return found


def _headless(one: Recognised) -> list[str]:
    """Return the letters of the columns that hold values under the header row, and no header."""
    headers = one.heading.headers
    below = one.grid.rows[one.heading.row + 1 :]
    blank = {p for p, header in enumerate(headers) if not header}
    held = {
        p
        for row in below
        for p in blank
        if p < len(row) and row[p] is not Unread.MERGED and not is_blank(row[p])
    }
    return [_letter(p) for p in sorted(held)]


def _letter(position: int) -> str:
    """« A » for 0, « AA » for 26."""
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
