"""Self-assessment of the support of trainees: 18 items in five blocks, from 0 to 3.

Source: « Charte de l'accompagnement » of an unnamed Region and its organisations, not a charter of
Transitions Pro Grand Est; rules R-ACC-01 to R-ACC-08. The facts stand in ``accompagnement.toml``;
the scale is proposed by us (R-ACC-05). No content of an interview is ever held (R-ACC-06).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from reportlib.periods import Period
from reportlib.rules import campagnes

_DELIVERED = Path(__file__).with_name("accompagnement.toml")
BLOCS = ("A", "C", "M", "V", "O")
EFFECTIF = 3
"""Level of an item that is effective (AC-04)."""
PREUVE_DES = 2
"""Least level from which a proof is looked for (AC-08)."""
PRIORITAIRE = 1
"""Greatest level of an item that is a priority (AC-05)."""
SANS_OBJET = frozenset({"s. o.", "s.o.", "sans_objet", "sans objet"})
"""Writings of an item that has no object for the organisation: answered, out of any mean."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One of the 18 items; ``bloc`` is its letter."""

    code: str
    bloc: str
    libelle: str


@cache
def charte() -> Mapping[str, Any]:
    """Return the facts of the package's file as they are written."""
    return MappingProxyType(tomllib.loads(_DELIVERED.read_text(encoding="utf-8")))


@cache
def items() -> tuple[Item, ...]:
    """Return the 18 items, block by block (R-ACC-01 to R-ACC-04, R-ACC-08).

    Raises
    ------
    ValueError
        The package's file is damaged: other blocks, an item that does not bear its block's letter.
    """
    blocks = charte()["blocs"]
    if tuple(blocks) != BLOCS:
        raise ValueError("accompagnement.toml: the blocks are not A, C, M, V, O")
    found = tuple(
        Item(code=code, bloc=letter, libelle=text)
        for letter, block in blocks.items()
        for code, text in block["items"].items()
    )
    if any(one.code[0] != one.bloc for one in found):
        raise ValueError("accompagnement.toml: an item stands in another block")
    return found


@cache
def echelle() -> Mapping[int, str]:
    """Return the four levels and their labels, from 0 to 3 (R-ACC-05, our choice)."""
    return MappingProxyType({int(level): text for level, text in charte()["echelle"].items()})


@cache
def engagements() -> tuple[str, ...]:
    """Return the codes of the four engagements, A1 to A4 (R-ACC-01)."""
    return tuple(one.code for one in items() if one.bloc == "A")


def notes(niveaux: pd.Series) -> pd.Series:
    """Return the level of each answer, from 0 to 3; missing for « s. o. » and no answer."""
    return pd.to_numeric(niveaux.mask(sans_objet(niveaux)), errors="coerce").astype("Float64")


def sans_objet(niveaux: pd.Series) -> pd.Series:
    """Return True where the answer is « s. o. »; a column of numbers cannot hold one."""
    return niveaux.astype("str").isin(list(SANS_OBJET))


def reponses(autoevaluations: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the last answer of the period of each organisation to each item, with its ``bloc``."""
    inside = campagnes.dans(autoevaluations["campagne"], period)
    return _lues(campagnes.dernieres(autoevaluations.loc[inside], "item"))


def reponses_precedentes(autoevaluations: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the answers of the campaign just before the period's (AC-06)."""
    before = campagnes.precedente(autoevaluations, period)
    return _lues(campagnes.dernieres(before, "item"))


def grille(autoevaluations: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the 18 items of each known organisation that answered: one row an item.

    Returns
    -------
    pd.DataFrame
        ``id_of, item, bloc, note, sans_objet, repondu, preuve, _source, _ligne``. ``note``: level
        from 0 to 3, missing for « s. o. » and where nothing is answered; ``repondu``: a level or
        « s. o. » (AC-01).
    """
    kept = ["id_of", "item", "note", "sans_objet", "preuve", "_source", "_ligne"]
    said = reponses(autoevaluations, period).dropna(subset=["id_of"])[kept]
    asked = pd.DataFrame(
        {"item": [one.code for one in items()], "bloc": [one.bloc for one in items()]}, dtype="str"
    )
    every = said[["id_of"]].drop_duplicates().merge(asked, how="cross")
    joined = every.merge(said, on=["id_of", "item"], how="left", validate="one_to_one")
    apart = joined["sans_objet"].eq(True).fillna(value=False).astype(bool)
    return joined.assign(sans_objet=apart, repondu=joined["note"].notna() | apart)


def blocs(autoevaluations: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return how much of each block each organisation answered.

    Returns
    -------
    pd.DataFrame
        ``id_of, bloc, repondus, items, partiel``, by organisation and in the order of the blocks.
        ``partiel``: fewer than half of the items have a level or « s. o. » (AC-03). [items]
    """
    answered = grille(autoevaluations, period)
    ranks = {letter: place for place, letter in enumerate(BLOCS)}
    counted = answered.groupby(["id_of", "bloc"], as_index=False, observed=True).agg(
        repondus=("repondu", "sum"), items=("item", "size")
    )
    placed = counted.assign(_place=counted["bloc"].map(ranks))
    ordered = placed.sort_values(["id_of", "_place"], ignore_index=True).drop(columns="_place")
    return ordered.assign(partiel=(2 * ordered["repondus"]).lt(ordered["items"]))


def _lues(answers: pd.DataFrame) -> pd.DataFrame:
    """``answers`` with ``bloc``, ``note`` (0 to 3) and ``sans_objet``; other items dropped."""
    letters = {one.code: one.bloc for one in items()}
    known = answers.loc[answers["item"].isin(list(letters))]
    return known.assign(
        bloc=known["item"].map(letters).astype("str"),
        note=notes(known["niveau"]),
        sans_objet=sans_objet(known["niveau"]),
    )
