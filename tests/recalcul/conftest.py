"""The two sets of registers compared: the truth, and the sample as the team hands it over."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path

import pytest

from reportlib.dataset import Dataset
from reportlib.periods import Period
from tests.recalcul.ecarts import Comparaison, Demande, comparer
from tests.recalcul.moteur import Recalcul
from tests.recalcul.plan import ANNEES, PLAN

ECHANTILLONS = Path(__file__).parents[2] / "data_samples"
VERITE = ECHANTILLONS / "verite"
CONFIDENTIELS = ("BA-10", "BA-11", "RP-11")
"""Indicators whose rows may be left out of an organisation's copy (R-ACT-03)."""


@cache
def donnees(nom: str) -> Dataset:
    """The registers of ``data_samples/<nom>``, read by reportlib."""
    return Dataset.read(ECHANTILLONS / nom)


@cache
def recalcul(nom: str) -> Recalcul:
    """The truth in DuckDB; for the sample, less the keys that its damages set aside."""
    degats = None if nom == "verite" else ECHANTILLONS / "degats.csv"
    return Recalcul().lire_verite(VERITE, degats)


@cache
def comparaison(nom: str, id_: str) -> Comparaison:
    """Every breakdown, year and scope of an indicator, code against SQL."""
    recalcule = PLAN[id_]
    copies = ("interne", "organisme") if id_ in CONFIDENTIELS else ("interne",)
    trouve = Comparaison()
    for annee, par, copie in product(ANNEES, recalcule.ventilations, copies):
        demande = Demande(recalcule=recalcule, periode=Period.year(annee), par=par, copie=copie)
        trouve.ajouter(comparer(demande, donnees(nom), recalcul(nom)))
    return trouve


@pytest.fixture(scope="session")
def comparaisons():
    """Callable (set of registers, indicator) to what was compared; computed once."""
    return comparaison


@pytest.fixture(scope="session")
def verite() -> Dataset:
    """The truth, read by reportlib."""
    return donnees("verite")


@pytest.fixture(scope="session")
def recalcul_verite() -> Recalcul:
    """The truth in DuckDB."""
    return recalcul("verite")
