"""Seeded defects of the SQL of Qualiopi: each must turn the comparison red."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.periods import Period
from tests.recalcul.bornes import registres_aux_bornes
from tests.recalcul.ecarts import Demande, comparer
from tests.recalcul.moteur import Recalcul
from tests.recalcul.mutations_qualiopi import QUALIOPI
from tests.recalcul.plan import PLAN
from tests.recalcul.registres import jeu

EN_2022 = Period.year(2022)


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return registres_aux_bornes()


@pytest.fixture(scope="module")
def juste(tables) -> Recalcul:
    """The SQL with no defect."""
    return Recalcul().lire_tables(tables)


@pytest.mark.parametrize(("id_", "mutation"), QUALIOPI.values(), ids=QUALIOPI)
def test_a_defect_in_a_rule_is_seen(id_, mutation, tables, juste) -> None:
    """In the total or in a breakdown; without the defect ``test_defauts_semes`` sees nothing."""
    du_socle = mutation[0].startswith("socle/")
    faux = Recalcul(mutation).lire_tables(tables) if du_socle else juste.fausse(mutation)
    demandes = (
        Demande(recalcule=PLAN[id_], periode=EN_2022, par=par) for par in PLAN[id_].ventilations
    )
    assert any(comparer(demande, jeu(tables), faux).ecarts for demande in demandes)
