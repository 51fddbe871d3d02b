"""The two sets of registers compared: the truth, and the sample as the team hands it over."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reportlib.dataset import Dataset
from tests.recalcul.annees import comparer_annees
from tests.recalcul.ecarts import Comparaison
from tests.recalcul.moteur import Recalcul
from tests.recalcul.plan import ANNEES, PLAN
from tests.recalcul.registres import jeu, lire_verite

ECHANTILLONS = Path(__file__).parents[2] / "data_samples"
VERITE = ECHANTILLONS / "verite"
CONFIDENTIELS = ("BA-10", "BA-11", "RP-11")
"""Indicators whose rows may be left out of an organisation's copy (R-ACT-03)."""


@cache
def donnees(nom: str) -> Dataset:
    """The sample as reportlib reads it; the truth as it is, which intake has no part in."""
    if nom == "verite":
        return jeu(lire_verite(VERITE))
    return Dataset.read(ECHANTILLONS / nom)


@cache
def recalcul(nom: str) -> Recalcul:
    """The truth in DuckDB; for the sample, less the keys that its damages set aside."""
    degats = None if nom == "verite" else ECHANTILLONS / "degats.csv"
    return Recalcul().lire_verite(VERITE, degats)


@cache
def comparaison(nom: str, id_: str) -> Comparaison:
    """Every breakdown, year and scope of a measure, code against SQL."""
    if nom != "verite":
        return comparer_annees(PLAN[id_], ANNEES, donnees(nom), recalcul(nom), ensemble=True)
    copies = ("interne", "organisme") if id_ in CONFIDENTIELS else ("interne",)
    return comparer_annees(PLAN[id_], ANNEES, donnees(nom), recalcul(nom), copies=copies)


@pytest.fixture(scope="session")
def comparaisons():
    """Callable (set of registers, indicator) to what was compared; computed once."""
    return comparaison


@pytest.fixture(scope="session")
def verite() -> Dataset:
    """The truth, as typed frames."""
    return donnees("verite")


@pytest.fixture(scope="session")
def recalcul_verite() -> Recalcul:
    """The truth in DuckDB."""
    return recalcul("verite")
