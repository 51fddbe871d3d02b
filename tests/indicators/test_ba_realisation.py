# ruff: noqa: E501 - a row of a register is one line
"""BA-15, BA-16 and BA-16b: certificates of completion and hours, on files followed by hand."""

from __future__ import annotations

from datetime import date

import pytest

from reportlib.indicators import certificats_mensuels, heures
from reportlib.periods import Period
from reportlib.settings import Choix, Settings
from tests.indicators.lecture import apart, importes, portees, remarque, valeurs
from tests.indicators.registres import dataset

# D1 runs from June to August 2022; D2 breaks in July; D3 is refused; D4's final decision is not
# dated; D5 has no dates; D6 is granted after the year; D7 runs to the end of the year.
DOSSIERS = """
id_dossier|id_of|date_commission|decision_initiale|decision_finale|date_debut |date_fin_prevue|date_rupture|heures_prevues
D1        |A    |2022-03-10     |accord           |               |2022-06-15 |2022-08-01     |            |400
D2        |A    |2022-03-10     |accord           |               |2022-06-01 |2022-12-31     |2022-07-01  |
D3        |A    |2022-03-10     |refus            |               |2022-06-01 |2022-12-31     |            |100
D4        |B    |2022-03-10     |refus            |accord         |2022-05-31 |2022-05-31     |            |0
D5        |B    |2022-03-10     |accord           |               |           |2022-12-31     |            |
D6        |B    |2023-01-10     |accord           |               |2022-06-01 |2022-12-31     |            |
D7        |     |2022-03-10     |accord           |               |2022-09-30 |2023-03-31     |            |200
D8        |A    |2022-03-10     |refus            |               |           |               |            |50
"""
CERTIFICATS = """
id_dossier|id_of|mois   |date_depot|nature      |heures_centre|heures_distance|heures_stage
D1        |A    |2022-06|2022-07-05|initial     |70           |10             |
D1        |A    |2022-06|2022-11-20|rectificatif|60           |10             |30
D1        |A    |2022-07|2022-08-06|initial     |100.5        |               |
D1        |A    |2022-08|2022-11-01|initial     |50           |               |
D2        |A    |2022-06|2022-08-31|initial     |20           |               |
D2        |A    |2022-07|2022-07-20|initial     |0            |0              |
D7        |     |2022-09|2022-10-05|initial     |5            |               |
D7        |     |2022-10|          |initial     |             |               |
D7        |     |2022-11|2023-01-02|initial     |80           |               |
D7        |     |2022-12|2022-12-20|initial     |             |               |
D8        |A    |2022-02|2022-03-01|initial     |0            |               |
D9        |     |2022-01|2022-02-01|initial     |             |               |12
"""
REGION = dataset(dossiers_ptp=DOSSIERS, certificats_realisation=CERTIFICATS)


def test_ba_15_in_time_over_expected():
    """D1: June in time, July late but accepted, August too late. D2: June accepted. D4: missing.

    D7: September and December in time; October (limit 31 December) and November are to come.
    """
    assert portees(certificats_mensuels.BA_15, REGION) == {
        "region": (3, 7),
        "A": (1, 4),
        "B": (0, 1),
        "non_attribue": (2, 2),
    }
    assert apart(certificats_mensuels.BA_15, REGION) == {
        "à venir": 2,
        "mois déclaré à 0 heure": 1,
        "dates du parcours non renseignées": 1,
    }


def test_ba_15_statuses_are_shares_of_all_that_was_expected():
    assert valeurs(certificats_mensuels.BA_15, REGION, "statut") == {
        "dans_delai": (3, 7),
        "hors_delai_accepte": (2, 7),
        "tardif": (1, 7),
        "manquant": (1, 7),
    }
    assert valeurs(certificats_mensuels.BA_15, REGION, "statut", of="B") == {
        "dans_delai": (0, 1),
        "hors_delai_accepte": (0, 1),
        "tardif": (0, 1),
        "manquant": (1, 1),
    }


def test_ba_15_by_month():
    assert valeurs(certificats_mensuels.BA_15, REGION, "mois") == {
        "2022-05": (0, 1),
        "2022-06": (1, 2),
        "2022-07": (0, 1),
        "2022-08": (0, 1),
        "2022-09": (1, 1),
        "2022-12": (1, 1),
    }


def test_ba_15_one_day_later_october_is_missing():
    period = Period(date(2022, 1, 1), date(2023, 1, 1))
    assert portees(certificats_mensuels.BA_15, REGION, period=period)["non_attribue"] == (2, 3)
    assert apart(certificats_mensuels.BA_15, REGION, period=period)["à venir"] == 1


def test_ba_15_the_limit_is_a_choice_of_the_team():
    other = Settings(choix=Choix(limite_certificat="5_m3"))
    with_d1 = dataset(
        dossiers_ptp=DOSSIERS,
        certificats_realisation=CERTIFICATS.replace("2022-11-01", "2022-11-05"),
    )
    table = certificats_mensuels.a_l_heure(with_d1, Period.year(2022), other).rows
    late = table.loc[table["cle"].eq("D1|2022-08") & table["numerateur_statut"], "statut"]
    assert late.tolist() == ["hors_delai_accepte"]
    assert portees(certificats_mensuels.BA_15, with_d1, settings=other)["region"] == (3, 7)


def test_ba_15_a_final_decision_with_no_date_is_an_import_state():
    assert importes(certificats_mensuels.BA_15, REGION) == 1  # D4


def test_ba_15_says_from_when_the_register_is_kept():
    early = ("|2022-01|", "|2022-02|")
    kept = [line for line in CERTIFICATS.splitlines() if not any(one in line for one in early)]
    started = "\n".join(kept)
    later = dataset(dossiers_ptp=DOSSIERS, certificats_realisation=started)
    assert remarque(certificats_mensuels.BA_15, later) == (
        "Le registre des certificats est tenu depuis juin 2022 ; les mois antérieurs comptent "
        "comme manquants."
    )
    assert portees(certificats_mensuels.BA_15, later)["region"] == (
        3,
        7,
    )  # D4's May is still expected
    assert remarque(certificats_mensuels.BA_15, REGION) == ""


def test_ba_16_hours_of_the_last_deposit_all_kinds():
    assert portees(heures.BA_16, REGION) == {"region": 287.5, "A": 270.5, "non_attribue": 17}
    assert valeurs(heures.BA_16, REGION, "type_heure") == {
        "centre": 235.5,
        "distance": 10,
        "stage": 42,
    }
    assert valeurs(heures.BA_16, REGION, "mois")["2022-06"] == 120
    assert apart(heures.BA_16, REGION) == {"heures non renseignées": 1, "non déposé": 1}


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2022, 6, 1), date(2022, 11, 19), 255.5),  # before D1's rectification
        (date(2022, 6, 1), date(2022, 11, 20), 275.5),
        (date(2022, 6, 2), date(2022, 11, 20), 155.5),  # June is not wholly inside
    ],
)
def test_ba_16_deposits_known_at_the_end_of_months_wholly_inside(start, end, expected):
    assert portees(heures.BA_16, REGION, period=Period(start, end))["region"] == expected


def test_ba_16b_all_the_hours_of_a_file_over_those_planned():
    found = portees(heures.BA_16B, REGION, period=Period.half_year(2022, 2))
    assert found == {"region": (255.5, 600), "A": (250.5, 400), "non_attribue": (5, 200)}
    year = portees(heures.BA_16B, REGION)
    assert year["region"] == (255.5, 650)  # D8 is declared with no hour
    assert apart(heures.BA_16B, REGION) == {"heures prévues non renseignées": 2}  # D2, D9
