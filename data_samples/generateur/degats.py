"""Damages: what was done to which line, and the list of them that goes with the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Literal

from .ecriture import Cell
from .verite import Row, key, write_csv

Effet = Literal["ecartee", "ignoree", "non_attribuee", "notee"]
COLONNES_DEGATS = [
    "registre", "cle", "fichier", "feuille", "ligne", "colonne", "nature", "effet", "detail",
]  # fmt: skip
NOMMEES = {
    "_siret": "siret", "_siren": "siren", "_nda": "nda", "_nom": "denomination", "_code": "id_of",
}  # fmt: skip
"""Columns that name the organisation, as the list of damages calls them."""


@dataclass(frozen=True)
class Atteinte:
    """One damage to one line: where, what, and what becomes of the line at intake."""

    colonne: str
    nature: str
    effet: Effet
    detail: str


@dataclass
class Ligne:
    """One line to hand over: its true content, cells typed otherwise, damages."""

    registre: str
    vrai: Row
    ecrit: Row
    """Content that the cells are written from; differs from ``vrai`` in a conflicting copy."""
    tapees: dict[str, Cell] = field(default_factory=dict)
    """Column → cell typed as it is, whatever the content."""
    atteintes: list[Atteinte] = field(default_factory=list)

    def damage(
        self, colonne: str, nature: str, effet: Effet, detail: str, typed: Cell = None
    ) -> None:
        """Note a damage; with ``typed``, put that in the cell."""
        if typed is not None:
            self.tapees[colonne] = typed
        self.atteintes.append(Atteinte(colonne, nature, effet, detail))

    @property
    def intact(self) -> bool:
        """Whether nothing was done to the line yet."""
        return not self.atteintes


@dataclass(frozen=True)
class Degat:
    """One line of the list of damages."""

    registre: str
    cle: str
    fichier: str
    feuille: str
    ligne: int
    atteinte: Atteinte

    @classmethod
    def of(cls, place: tuple[str, str], number: int, line: Ligne) -> Iterable[Degat]:
        """Yield the damages of ``line``, which stands at row ``number`` of a file and sheet."""
        for harm in line.atteintes:
            yield cls(line.registre, key(line.registre, line.vrai), *place, number, harm)


def lines(registre: str, rows: Iterable[Row]) -> list[Ligne]:
    """Return undamaged lines."""
    return [Ligne(registre, row, row) for row in rows]


class Tirage:
    """Chooses lines to damage, each once."""

    def __init__(self, rng: Random, candidates: list[Ligne]) -> None:
        self.rng = rng
        self.candidates = candidates

    def one(self, fits: Callable[[Row], bool]) -> Ligne:
        """Return an intact line that fits.

        Raises
        ------
        IndexError
            None fits: the region changed too much for this damage.
        """
        return self.rng.choice([c for c in self.candidates if c.intact and fits(c.vrai)])


def copy_exact(
    table: list[Ligne],
    line: Ligne,
    place: int | None = None,
    detail: str = "copie d'une autre ligne, même contenu",
) -> None:
    """Insert an exact copy of ``line`` just after it, or at ``place``; it will be ignored."""
    twin = Ligne(line.registre, line.vrai, line.ecrit, dict(line.tapees))
    twin.damage("", "doublon_exact", "ignoree", detail)
    table.insert(_index(table, line) + 1 if place is None else place, twin)


def copy_conflicting(table: list[Ligne], line: Ligne, column: str, value: object) -> None:
    """Insert a copy of ``line`` that differs in a column: both will be set aside."""
    twin = Ligne(line.registre, line.vrai, line.ecrit | {column: value}, dict(line.tapees))
    for one in (line, twin):
        one.damage(column, "cle_en_conflit", "ecartee", "deux lignes de même clé diffèrent ici")
    table.insert(_index(table, line) + 1, twin)


def _index(table: list[Ligne], line: Ligne) -> int:
    """Return the place of ``line`` itself, not of an equal one."""
    return next(i for i, other in enumerate(table) if other is line)


def losses(tables: Iterable[list[Ligne]]) -> dict[str, set[str]]:
    """Return the first part of the keys that intake sets aside, by register."""
    lost: dict[str, set[str]] = {}
    for line in (line for table in tables for line in table):
        if any(harm.effet == "ecartee" for harm in line.atteintes):
            number = key(line.registre, line.vrai).partition("|")[0]
            lost.setdefault(line.registre, set()).add(number)
    return lost


def write_damages(path: Path, damages: Iterable[Degat]) -> None:
    """Write the list, in the order of files, sheets and rows."""
    write_csv(
        path,
        COLONNES_DEGATS,
        (
            [
                d.registre,
                d.cle,
                d.fichier,
                d.feuille,
                str(d.ligne),
                NOMMEES.get(d.atteinte.colonne, d.atteinte.colonne),
                d.atteinte.nature,
                d.atteinte.effet,
                d.atteinte.detail,
            ]
            for d in damages
        ),
    )
