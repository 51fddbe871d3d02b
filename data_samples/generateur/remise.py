"""Handing over: where each line stands in its file, what surrounds the table, who is damaged."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .colonnes import COLONNES
from .degats import Atteinte, Degat, Ligne
from .ecriture import Cell, cell
from .entetes import Feuille

PERSONNELLES = {
    "_telephone", "_remarques", "_stagiaire", "_portable", "_beneficiaire", "_mail", "_candidat",
    "_prenom", "_naissance", "_referent", "_notes", "_adresse",
}  # fmt: skip
"""Columns that would hold a person's data."""


@dataclass(frozen=True, kw_only=True)
class Decor:
    """What surrounds and cuts a table, and is no line of it."""

    avant: tuple[str, ...] = ()
    """Lines above the headers; an empty text is a blank line."""
    vides: tuple[int, ...] = ()
    """Blank lines: after how many lines of the table."""
    total: str = ""
    """Label of the last line of the table; the number of lines stands in the last column."""
    notes: tuple[str, ...] = ()
    """Lines below the table, each after a blank one."""


@dataclass(frozen=True)
class Table:
    """The cells of a file or sheet, row by row, and the damages in it."""

    feuille: Feuille
    rangs: list[list[Cell]]
    entete: int
    """Row of the headers, 1 first."""
    degats: list[Degat]


def lay_out(sheet: Feuille, lines: list[Ligne], decor: Decor, rng: Random) -> Table:
    """Return the table, its rows in place."""
    rows: list[list[Cell]] = []
    damages: list[Degat] = []

    def put(cells: list[Cell], nature: str = "", line: Ligne | None = None) -> None:
        rows.append(cells)
        if line is not None:
            damages.extend(Degat.of(_place(sheet), len(rows), line))
        elif nature:
            harm = Atteinte("", nature, "ignoree", "ligne hors du tableau")
            damages.append(Degat(sheet.registre, "", sheet.fichier, sheet.feuille, len(rows), harm))

    for above in decor.avant:
        put([above] if above else [], "titre" if above else "ligne_vide")
    put([header for header, _ in sheet.colonnes])
    header = len(rows)
    damages.extend(_columns(sheet, header))
    for rank, line in enumerate(lines):
        put(_cells(sheet, line, rng), line=line)
        if rank + 1 in decor.vides:
            put([], "ligne_vide")
    if decor.total:
        count: list[Cell] = [""] * (len(sheet.colonnes) - 2)
        put([decor.total, *count, str(len(lines))], "total")
    for note in decor.notes:
        put([], "ligne_vide")
        put([note], "note")
    return Table(sheet, rows, header, damages)


def _place(sheet: Feuille) -> tuple[str, str]:
    return sheet.fichier, sheet.feuille


def _cells(sheet: Feuille, line: Ligne, rng: Random) -> list[Cell]:
    """Return the cells of a line: typed as they are, or written from its content."""
    constants, kinds = dict(sheet.constantes), COLONNES[sheet.registre]
    cells: list[Cell] = []
    for _, key in sheet.colonnes:
        if key in line.tapees:
            cells.append(line.tapees[key])
        elif key in constants:
            cells.append(constants[key])
        else:
            cells.append(cell(kinds[key], line.ecrit.get(key), sheet.maniere, rng))
    return cells


def _columns(sheet: Feuille, header: int) -> list[Degat]:
    """Return the personal and unknown columns, both left out at intake with a notice."""
    names = {key: name for name, key in sheet.colonnes}
    return [
        Degat(
            sheet.registre,
            "",
            sheet.fichier,
            sheet.feuille,
            header,
            Atteinte(
                names[key],
                "colonne_personnelle" if key in PERSONNELLES else "colonne_inconnue",
                "notee",
                "colonne laissée de côté à la lecture",
            ),
        )
        for key, _ in sheet.constantes
    ]
