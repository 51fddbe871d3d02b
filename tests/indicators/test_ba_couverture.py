"""BA-22: which of the organisations financed are certified at the period's end."""

from __future__ import annotations

import pytest

from reportlib.indicators import couverture
from reportlib.settings import Choix, Settings
from tests.indicators.lecture import apart, importes, portees, valeurs
from tests.indicators.registres import dataset

DOSSIERS = """
id_dossier|id_of|date_commission|decision_initiale|decision_finale
D1|A|2022-02-10|accord|
D2|B|2022-02-10|accord|
D3|C|2022-02-10|accord|
D4|D|2022-02-10|accord|
D5|E|2022-02-10|accord|
D6|F|2022-02-10|refus|accord
D7|G|2022-02-10|refus|
D8| |2022-02-10|accord|
"""
CERTIFICATS = """
id_of|statut_declare|date_obtention|date_fin
A    |certifie      |2022-12-31    |
B    |certifie      |2019-12-31    |2022-12-30
B    |certifie      |2022-06-01    |2025-05-31
C    |repute        |              |
D    |suspendu      |2021-06-01    |2024-05-31
E    |certifie      |2023-01-01    |
G    |certifie      |2021-06-01    |
"""
REGION = dataset(dossiers_ptp=DOSSIERS, certificats_qualiopi=CERTIFICATS)


def test_ba_22_certified_or_deemed_so_among_those_financed():
    assert portees(couverture.BA_22, REGION) == {
        "region": (3, 6),
        **dict.fromkeys(("A", "B", "C"), (1, 1)),
        **dict.fromkeys(("D", "E", "F"), (0, 1)),
    }
    assert apart(couverture.BA_22, REGION) == {"organisme non identifié": 1}


def test_ba_22_by_status_those_deemed_apart():
    assert valeurs(couverture.BA_22, REGION, "statut") == {
        "certifie": (2, 2),
        "repute": (1, 1),
        "suspendu": (0, 1),
        "inconnu": (0, 2),
    }


def test_ba_22_what_is_not_dated():
    assert importes(couverture.BA_22, REGION) == 3  # C deemed, D suspended, F granted undated


@pytest.mark.parametrize(("choice", "expected"), [("reglementaire", (0, 1)), ("seed", (1, 1))])
def test_ba_22_four_years_are_a_choice_of_the_team(choice, expected):
    data = dataset(
        dossiers_ptp="id_dossier|id_of|date_commission|decision_initiale\nD1|A|2024-06-10|accord",
        certificats_qualiopi="id_of|statut_declare|date_obtention\nA|certifie|2021-03-15",
    )
    from reportlib.periods import Period

    found = portees(
        couverture.BA_22,
        data,
        period=Period.year(2024),
        settings=Settings(choix=Choix(derogation_4_ans=choice)),
    )
    assert found["region"] == expected
