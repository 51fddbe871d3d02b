"""The ten good practices against ruptures, their causes and tools: facts of ``prevention.toml``.

Source: « Sécurisation des parcours » (a draft charter, another region); rules R-RUP-01, R-RUP-04
to R-RUP-08. Marks from outside, never prefilled as our own figures (C-6).
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

_DELIVERED = Path(__file__).with_name("prevention.toml")
NOMBRE = 10
"""Practices of the grid (R-RUP-07)."""
ETATS = ("en_place", "en_projet", "absente", "sans_objet")
PORTEURS = ("organisme", "prescripteur", "financeur")


@dataclass(frozen=True, kw_only=True)
class Pratique:
    """One of the ten good practices; ``porteurs`` is deduced by us (R-RUP-07)."""

    numero: int
    nom: str
    contenu: str
    porteurs: tuple[str, ...]
    parente: str
    """A kinship with an engagement of the charter (R-RUP-08), or ""."""


@dataclass(frozen=True, kw_only=True)
class Repere:
    """What the experiment counted: a mark of another region, no target (R-RUP-02, R-RUP-03)."""

    check_lists: int
    """Trainees to whom a check-list was given. [persons]"""
    ruptures: int
    lecture: str
    avertissement: str
    groupes: str


@cache
def prevention() -> Mapping[str, Any]:
    """Return the facts of the package's file as they are written."""
    return MappingProxyType(tomllib.loads(_DELIVERED.read_text(encoding="utf-8")))


@cache
def pratiques() -> tuple[Pratique, ...]:
    """Return the ten practices, in order.

    Raises
    ------
    ValueError
        The package's file is damaged: numbers not 1 to 10, an unknown bearer.
    """
    found = tuple(
        Pratique(**{"parente": ""} | row | {"porteurs": tuple(row["porteurs"])})
        for row in prevention()["pratiques"]
    )
    if [one.numero for one in found] != list(range(1, NOMBRE + 1)):
        raise ValueError("prevention.toml: practices are not numbered 1 to 10")
    if not {who for one in found for who in one.porteurs} <= set(PORTEURS):
        raise ValueError("prevention.toml: unknown bearer of a practice")
    return found


@cache
def causes() -> Mapping[str, str]:
    """Return the label of each cause of rupture, in the order of the source (R-RUP-01)."""
    rows = prevention()["causes"]
    return MappingProxyType({row["cle"]: row["libelle"] for row in rows})


@cache
def repere() -> Repere:
    """Return what the experiment counted."""
    return Repere(**prevention()["repere"])


def declarations(bonnes_pratiques: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the last declaration of the period of each organisation on each practice."""
    inside = campagnes.dans(bonnes_pratiques["campagne"], period)
    return campagnes.dernieres(bonnes_pratiques.loc[inside], "numero")


def grille(bonnes_pratiques: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the ten practices of each known organisation that answered: one row a practice.

    Returns
    -------
    pd.DataFrame
        ``id_of, numero, etat, _source, _ligne``; ``etat`` is missing where the organisation did
        not answer, which is not « absente » (RP-15).
    """
    said = declarations(bonnes_pratiques, period).dropna(subset=["id_of"])[
        ["id_of", "numero", "etat", "_source", "_ligne"]
    ]
    numbers = pd.DataFrame({"numero": pd.array(range(1, NOMBRE + 1), dtype="Int64")})
    every = said[["id_of"]].drop_duplicates().merge(numbers, how="cross")
    return every.merge(said, on=["id_of", "numero"], how="left", validate="one_to_one")
