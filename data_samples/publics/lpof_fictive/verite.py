"""Truth of a list: its counts, made from what was drawn, never from what a reader read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from .tirage import CATEGORIES, Liste

COLONNES = ("ventilation", "modalite", "organismes", "certifies", *CATEGORIES)
BORNES = (
    ("0", 0, 0),
    ("1", 1, 1),
    ("2", 2, 2),
    ("3-10", 3, 10),
    ("11-50", 11, 50),
    ("51+", 51, 10**9),
)
Row = tuple[str | int, ...]


def comptages(liste: Liste) -> list[Row]:
    """Return one row a value of each breakdown, empty values left out."""
    size = np.full(len(liste), "", dtype="U5")
    for name, low, high in BORNES:
        size[(liste.formateurs >= low) & (liste.formateurs <= high)] = name
    crossed = np.char.add(np.char.add(liste.region, "|"), size)
    breakdowns = {
        "ensemble": np.full(len(liste), "ensemble"),
        "region": liste.region,
        "departement": liste.departement,
        "taille": size,
        "specialite": liste.specialites[:, 0].astype("U3"),
        "region_taille": crossed,
    }
    return [row for name, values in breakdowns.items() for row in _of(liste, name, values)]


def _of(liste: Liste, name: str, values: np.ndarray) -> Iterable[Row]:
    """Give the counts of one breakdown."""
    for value in np.unique(values[values != ""]).tolist():
        inside = values == value
        held = liste.categories[inside]
        yield (
            name,
            value,
            int(inside.sum()),
            int(liste.certifie[inside].sum()),
            *held.sum(axis=0).tolist(),
        )


def ecrire_table(chemin: Path, headers: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Write a small table: UTF-8, comma."""
    with chemin.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(list(headers))
        writer.writerows(rows)


def ecrire_verite(liste: Liste, pieges: Mapping[str, int], dossier: Path) -> None:
    """Write the counts of the list and the numbers of its traps."""
    ecrire_table(dossier / "verite_comptages.csv", COLONNES, comptages(liste))
    ecrire_table(dossier / "verite_pieges.csv", ("piege", "lignes"), pieges.items())
