"""The frame of the list: its columns and their types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from reportlib.intake.lpof_cellules import EMPTY, TRUE
from reportlib.intake.lpof_dispositions import ETATS
from reportlib.intake.lpof_lecture import JOURS, NOMBRES, Arrays, Words
from reportlib.intake.lpof_territoires import DEPARTEMENTS, REGIONS

COLONNES: dict[str, str] = {
    "nda": "numéro de déclaration d’activité, clé de la liste",
    "ndas_precedents": "numéros antérieurs, séparés par « ; »",
    "siren": "neuf chiffres, clé vérifiée",
    "siret": "quatorze chiffres, clé vérifiée",
    "denomination": "vide pour une personne physique",
    "personne_physique": "la dénomination est celle d’une personne",
    "ville": "commune de l’adresse",
    "code_region": "code Insee de la région",
    "departement": "du code postal ; vide quand le code l’est",
    "certifie": "l’une des quatre certifications est renseignée ; vide : le fichier ne le dit pas",
    "actions_formation": "vrai : certifié pour cette catégorie ; faux : pour une "
    "autre ; vide : non certifié",
    "bilans_competences": "de même",
    "vae": "de même",
    "apprentissage": "de même",
    "cfa": "déclaré comme CFA (fichiers d’avant décembre 2021)",
    "etranger": "représente en France un organisme étranger",
    "date_declaration": "dernier bilan pédagogique et financier",
    "debut_exercice": "premier jour de l’exercice déclaré",
    "fin_exercice": "dernier jour de l’exercice déclaré",
    "specialite_1": "code NSF à trois chiffres de la première spécialité",
    "specialite_2": "de la deuxième",
    "specialite_3": "de la troisième",
    "stagiaires": "déclarés [personnes]",
    "stagiaires_confies": "dont confiés par un autre organisme [personnes]",
    "formateurs": "déclarés [personnes]",
    "_ligne": "ligne du fichier, telle que le tableur la montre",
}
"""Every column of the frame, whatever the layout: a column that the file lacks is all missing."""
COMPTAGES = (
    "code_region",
    "departement",
    "certifie",
    *ETATS,
    "specialite_1",
    "formateurs",
    "_ligne",
)
"""The columns that counts need: reading them alone takes half the time of reading all."""
Marks = npt.NDArray[np.bool_]


def assembled(
    blocks: Sequence[Arrays], words: Words, *, wanted: frozenset[str], certified: bool
) -> pd.DataFrame:
    """Return the rows of all blocks as one typed frame, in the order of the file.

    Parameters
    ----------
    wanted
        Columns to give, among ``COLONNES``.
    certified
        Whether the file tells certifications.
    """
    size = sum(len(block["_ligne"]) for block in blocks)
    held: dict[str, npt.NDArray[Any]] = {}
    if certified and "certifie" in wanted:
        states = [joined(blocks, name) for name in ETATS]
        held["certifie"] = np.logical_or.reduce([s != EMPTY for s in states if s is not None])
        held |= {
            name: state for name, state in zip(ETATS, states, strict=True) if state is not None
        }
    names = [name for name in COLONNES if name in wanted]
    series = {
        name: _series(
            name, held.pop(name, None) if name in held else joined(blocks, name), size, words
        )
        for name in names
    }
    return pd.DataFrame(series, copy=False)


def label_of(code: int) -> str:
    """Return a specialty's code as text."""
    return f"{code:03d}"


def joined(blocks: Sequence[Arrays], name: str) -> npt.NDArray[Any] | None:
    """Return one column of all blocks, which let go of it: memory holds a column once."""
    if name not in blocks[0]:
        return None
    return np.concatenate([block.pop(name) for block in blocks])


def _series(name: str, values: npt.NDArray[Any] | None, size: int, words: Words) -> pd.Series:
    """Return a column in its type; a column that the file lacks is all missing."""
    if name in NOMBRES or name == "_ligne":
        numbers = np.full(size, EMPTY) if values is None else values
        return pd.Series(pd.arrays.IntegerArray(numbers.astype(np.int64), numbers < 0))
    if name in JOURS:
        days = np.full(size, "NaT", dtype="M8[D]") if values is None else values
        return pd.Series(days.astype("M8[us]"))
    if name in {"certifie", "personne_physique", "etranger", "cfa", *ETATS}:
        return _truths(values, size)
    if name in {
        "ville",
        "departement",
        "code_region",
        "specialite_1",
        "specialite_2",
        "specialite_3",
    }:
        return _categories(name, values, size, words)
    return _texts(values, size)


def _truths(values: npt.NDArray[Any] | None, size: int) -> pd.Series:
    """Return states as nullable truths; plain marks are never missing."""
    if values is None:
        return pd.Series(pd.arrays.BooleanArray(np.zeros(size, bool), np.ones(size, bool)))
    missing = np.zeros(size, dtype=bool) if values.dtype == bool else values < 0
    return pd.Series(pd.arrays.BooleanArray(values == TRUE, missing))


def _categories(name: str, values: npt.NDArray[Any] | None, size: int, words: Words) -> pd.Series:
    """Return codes as categories, in the order of the codes."""
    codes = np.full(size, -1) if values is None else values
    if name == "ville":
        return _categorical(codes, list(words.villes))
    if name == "departement":
        return _categorical(codes, list(DEPARTEMENTS))
    labels = (
        list(REGIONS) if name == "code_region" else [label_of(code) for code in range(100, 1000)]
    )
    places = np.full(1001, -1, dtype=np.int16)
    places[[int(label) for label in labels]] = np.arange(len(labels))
    return _categorical(places[codes], labels)


def _categorical(codes: npt.NDArray[Any], labels: Sequence[str]) -> pd.Series:
    """Return a column of categories; code -1 is missing."""
    return pd.Series(pd.Categorical.from_codes(codes, pd.Index(list(labels), dtype="str")))


def _texts(values: npt.NDArray[Any] | None, size: int) -> pd.Series:
    """Return texts, missing where they are empty."""
    if values is None:
        return pd.Series(np.full(size, np.nan, dtype=object), dtype="str")
    if values.dtype == object:
        return pd.Series(values, dtype="str")
    width, letters = values.dtype.itemsize, values.tobytes().decode("ascii")
    texts = np.empty(size, dtype=object)
    texts[:] = [letters[at : at + width] for at in range(0, size * width, width)]
    texts[values == b""] = np.nan
    return pd.Series(texts, dtype="str")
