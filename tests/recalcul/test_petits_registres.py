"""Made registers, where hypothesis looks for a row on which the code and the SQL part."""

from __future__ import annotations

import os
from collections.abc import Mapping
from itertools import groupby

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.recalcul.ecarts import Demande, comparer
from tests.recalcul.fabrique import petits_registres
from tests.recalcul.moteur import Recalcul
from tests.recalcul.plan import NON_MONTRES, PLAN
from tests.recalcul.recalcule import Recalcule
from tests.recalcul.registres import jeu, registres
from tests.recalcul.tirages import CHARTES, PERIODES

EXEMPLES = int(os.environ.get("RECALCUL_EXEMPLES", "6"))
"""Registers drawn for each measure; a deeper search: ``RECALCUL_EXEMPLES=500``."""


def _groupes() -> Mapping[str, list[Recalcule]]:
    """The measures that read the same registers, compared on the same rows."""
    par_registres = sorted(PLAN.values(), key=lambda recalcule: sorted(recalcule.registres))
    return {
        "+".join(noms): list(mesures)
        for noms, mesures in groupby(par_registres, lambda recalcule: sorted(recalcule.registres))
    }


GROUPES = _groupes()


@pytest.fixture(scope="module")
def sql() -> Recalcul:
    return Recalcul()


@pytest.mark.parametrize("groupe", GROUPES)
def test_code_equals_sql_on_made_registers(groupe: str, sql: Recalcul) -> None:
    @settings(
        max_examples=EXEMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(
        tables=petits_registres(groupe.split("+")),
        periode=st.sampled_from(PERIODES),
        rang=st.integers(0, 11),
        copie=st.sampled_from(["interne", "organisme"]),
        charte=st.sampled_from(CHARTES),
    )
    def agrees(tables, periode, rang, copie, charte) -> None:
        sql.lire_tables(tables)
        donnees = jeu(tables)
        ecarts = []
        for recalcule in GROUPES[groupe]:
            par = recalcule.ventilations[rang % len(recalcule.ventilations)]
            demande = Demande(
                recalcule=recalcule,
                periode=periode,
                par=par,
                copie="interne" if recalcule.id in NON_MONTRES else copie,
                charte=charte,
            )
            ecarts += comparer(demande, donnees, sql).ecarts
        assert ecarts == []

    agrees()


@pytest.fixture(scope="module")
def vides() -> dict[str, pd.DataFrame]:
    """Every register is there, with no row."""
    return registres()


@pytest.mark.parametrize("recalcule", PLAN.values(), ids=PLAN)
def test_empty_registers_give_zero_or_no_value(
    recalcule: Recalcule, sql: Recalcul, vides: dict[str, pd.DataFrame]
) -> None:
    """A register that is there with no row gives 0, or « sans objet » (C-4, C-5)."""
    sql.lire_tables(vides)
    donnees = jeu(vides)
    for par in recalcule.ventilations:
        demande = Demande(recalcule=recalcule, periode=PERIODES[0], par=par)
        assert comparer(demande, donnees, sql).ecarts == []
