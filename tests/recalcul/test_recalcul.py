"""Every measure, breakdown, year and scope: the code equals an independent recomputation."""

from __future__ import annotations

from importlib import import_module

import pytest

from reportlib.indicators import Indicator, catalogue
from tests.recalcul.plan import FAMILLES, FONCTIONS, PLAN

SANS_MATIERE = frozenset({"RP-12d", "RP-13", "RP-16"})
"""Measures of which the truth has no case; rows on the boundaries exercise them."""


@pytest.mark.parametrize("id_", PLAN)
def test_code_equals_sql_on_the_truth(id_: str, comparaisons) -> None:
    trouve = comparaisons("verite", id_)
    assert trouve.ecarts == []
    assert trouve.compares > 0


@pytest.mark.parametrize("id_", PLAN)
def test_code_equals_sql_on_the_dirtied_sample(id_: str, comparaisons) -> None:
    trouve = comparaisons("registres", id_)
    assert trouve.ecarts == []
    assert trouve.compares > 0 or id_ in SANS_MATIERE


@pytest.mark.parametrize("id_", PLAN)
def test_the_truth_exercises_the_measure(id_: str, comparaisons) -> None:
    """An equality of zeros would prove nothing: at least one year has units."""
    assert (comparaisons("verite", id_).non_nuls > 0) != (id_ in SANS_MATIERE)


@pytest.fixture(scope="module")
def fiches() -> dict[str, Indicator]:
    """The records of the recomputed families."""
    return {id_: fiche for id_, fiche in catalogue().items() if id_.startswith(FAMILLES)}


def test_every_record_of_the_catalogue_is_recomputed(fiches) -> None:
    assert set(fiches) == set(PLAN)


def test_a_record_is_recomputed_as_what_it_is(fiches) -> None:
    assert {id_: fiche.kind for id_, fiche in fiches.items()} == {
        id_: recalcule.genre for id_, recalcule in PLAN.items()
    }
    assert {id_ for id_, fiche in fiches.items() if fiche.charte} == {
        id_ for id_, recalcule in PLAN.items() if recalcule.charte
    }


def test_every_breakdown_of_the_catalogue_is_recomputed(fiches) -> None:
    prevues = {
        id_: {nom for par in recalcule.ventilations for nom in par}
        for id_, recalcule in PLAN.items()
    }
    assert {id_: set(fiche.ventilations) - prevues[id_] for id_, fiche in fiches.items()} == {
        id_: set() for id_ in fiches
    }


def test_every_measure_without_record_has_a_test_of_its_own() -> None:
    for id_, module in FONCTIONS.items():
        assert id_ not in PLAN
        recalculees = import_module(f"tests.recalcul.{module.removesuffix('.py')}").RECALCULEES
        assert id_ in recalculees
