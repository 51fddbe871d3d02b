"""Made registers, where hypothesis looks for a row on which the code and the SQL part."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.recalcul.ecarts import Demande, comparer
from tests.recalcul.fabrique import CHARTES, PERIODES, petits_registres
from tests.recalcul.moteur import Recalcul
from tests.recalcul.plan import PLAN, Recalcule
from tests.recalcul.registres import jeu, registres

EXEMPLES = int(os.environ.get("RECALCUL_EXEMPLES", "6"))
"""Registers drawn for each indicator; a deeper search: ``RECALCUL_EXEMPLES=500``."""


@pytest.fixture(scope="module")
def sql() -> Recalcul:
    return Recalcul()


@pytest.mark.parametrize("recalcule", PLAN.values(), ids=PLAN)
def test_code_equals_sql_on_made_registers(recalcule: Recalcule, sql: Recalcul) -> None:
    @settings(
        max_examples=EXEMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(
        tables=petits_registres(recalcule.registres),
        periode=st.sampled_from(PERIODES),
        par=st.sampled_from(recalcule.ventilations),
        copie=st.sampled_from(["interne", "organisme"]),
        charte=st.sampled_from(CHARTES),
    )
    def agrees(tables, periode, par, copie, charte) -> None:
        sql.lire_tables(tables)
        demande = Demande(recalcule=recalcule, periode=periode, par=par, copie=copie, charte=charte)
        assert comparer(demande, jeu(tables), sql).ecarts == []

    agrees()


@pytest.mark.parametrize("recalcule", PLAN.values(), ids=PLAN)
def test_empty_registers_give_zero_or_no_value(recalcule: Recalcule, sql: Recalcul) -> None:
    """A register that is there with no row gives 0, or « sans objet » (C-4, C-5)."""
    vides = registres()
    sql.lire_tables(vides)
    for par in recalcule.ventilations:
        demande = Demande(recalcule=recalcule, periode=PERIODES[0], par=par)
        assert comparer(demande, jeu(vides), sql).ecarts == []
