"""Small registers made by hand, as typed frames of the shape that intake gives."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.registers import registers
from tests.recalcul.moteur import CLES
from tests.recalcul.recalcule import REGIONAUX

_DTYPES = {
    "date": "datetime64[us]",
    "booleen": "boolean",
    "entier": "Int64",
    "decimal": "Float64",
}
"""Type of the data dictionary → dtype, where it is not ``str``."""

COLONNES: dict[str, dict[str, str]] = {
    nom: {"id_of": "str"}
    | {colonne: _DTYPES.get(une.type, "str") for colonne, une in registre.colonnes.items()}
    for nom, registre in registers().items()
    if nom in CLES
}
"""Register → column → dtype; every frame has an ``id_of``."""


def table(registre: str, lignes: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return the rows as a typed frame; a column that a row does not give is missing."""
    typee = pd.DataFrame(
        {
            nom: pd.Series([ligne.get(nom) for ligne in lignes], dtype=genre)
            for nom, genre in COLONNES[registre].items()
        }
    )
    if registre in REGIONAUX:
        typee = typee.assign(id_of=pd.Series("", index=typee.index, dtype="str"))
    return typee.assign(
        _source=pd.Series([f"{registre}.xlsx › Feuille 1"] * len(typee), dtype="str"),
        _ligne=pd.Series(range(2, len(typee) + 2), dtype="Int64"),
    )


def registres(**lignes: Sequence[Mapping[str, Any]]) -> dict[str, pd.DataFrame]:
    """Return all the registers of the slice; one that is not given is there, with no row."""
    donnees = {nom: table(nom, donnees) for nom, donnees in lignes.items()}
    return {nom: donnees[nom] if nom in donnees else _vide(nom) for nom in COLONNES}


@cache
def _vide(registre: str) -> pd.DataFrame:
    return table(registre, ())


def lire_verite(dossier: Path) -> dict[str, pd.DataFrame]:
    """Return the truth tables as typed frames, the rows of no known organisation included."""
    return {nom: table(nom, _lignes(dossier / f"{nom}.csv")) for nom in COLONNES}


def _lignes(place: Path) -> list[dict[str, Any]]:
    """Rows of a truth table: empty is missing, true and false are logical."""
    sens = {"": None, "true": True, "false": False}
    with place.open(encoding="utf-8", newline="") as ouvert:
        return [
            {nom: sens.get(valeur, valeur) for nom, valeur in ligne.items()}
            for ligne in csv.DictReader(ouvert)
        ]


def jeu(tables: Mapping[str, pd.DataFrame]) -> Dataset:
    """Return the registers as a dataset, as if read without a fault."""
    return Dataset(tables)
