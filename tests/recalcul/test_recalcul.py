"""Every indicator, breakdown, year and scope: the code equals an independent recomputation."""

from __future__ import annotations

from datetime import date

import pytest

from tests.recalcul.plan import ANNEES, PLAN

pytestmark = pytest.mark.xdist_group("recalcul")


@pytest.mark.parametrize("id_", PLAN)
def test_code_equals_sql_on_the_truth(id_: str, comparaisons) -> None:
    trouve = comparaisons("verite", id_)
    assert trouve.ecarts == []
    assert trouve.compares > 0


@pytest.mark.parametrize("id_", PLAN)
def test_code_equals_sql_on_the_dirtied_sample(id_: str, comparaisons) -> None:
    trouve = comparaisons("registres", id_)
    assert trouve.ecarts == []
    assert trouve.compares > 0


@pytest.mark.parametrize("id_", PLAN)
def test_the_truth_exercises_the_indicator(id_: str, recalcul_verite) -> None:
    """An equality of zeros would prove nothing: at least one year has units."""
    par = PLAN[id_].ventilations[0]
    periodes = [(date(annee, 1, 1), date(annee, 12, 31)) for annee in ANNEES]
    assert any(
        recalcul_verite.mesure(PLAN[id_], periode, par)["numerator"].sum() for periode in periodes
    )
