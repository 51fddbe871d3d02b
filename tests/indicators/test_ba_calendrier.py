# ruff: noqa: E501 - a row of a register is one line
"""BA-17, BA-17b, BA-17c and BA-18: changes of a path under way."""

from __future__ import annotations

from reportlib.indicators import calendrier
from tests.indicators.lecture import apart, portees, remarque, valeurs
from tests.indicators.registres import dataset

AVENANTS = """
id_avenant|id_dossier|id_of|type_changement   |date_demande|date_effet|valide_salarie|valide_of|valide_employeur
V1        |D1        |A    |calendrier        |2022-01-01  |2022-01-01|oui           |oui      |oui
V2        |D1        |A    |deroulement       |2022-05-02  |2022-05-01|oui           |oui      |
V3        |D2        |B    |report_fin        |2022-12-31  |2023-02-01|oui           |non      |oui
V4        |D2        |B    |modalite          |2022-06-01  |          |              |         |
V5        |D3        |B    |annulation_session|2022-06-01  |2022-06-10|              |         |
V6        |D3        |B    |annulation_session|2022-06-20  |2022-06-10|              |         |
V7        |D3        |B    |annulation_session|2022-07-01  |2022-07-05|              |         |
V8        |D9        |     |annulation_session|2022-07-02  |2022-07-05|              |         |
V9        |D1        |A    |calendrier        |2021-12-31  |2022-01-05|oui           |oui      |oui
VA        |D1        |A    |annulation_session|2023-01-01  |2023-01-05|              |         |
"""
REGION = dataset(avenants=AVENANTS)


def test_ba_17_requests_of_every_type():
    assert portees(calendrier.BA_17, REGION) == {"region": 8, "A": 2, "B": 5, "non_attribue": 1}
    assert valeurs(calendrier.BA_17, REGION, "type_changement") == {
        "calendrier": 1,
        "deroulement": 1,
        "report_fin": 1,
        "modalite": 1,
        "annulation_session": 4,
    }


def test_ba_17b_up_to_the_day_it_takes_effect():
    found = portees(calendrier.BA_17B, REGION)
    assert found == {"region": (5, 7), "A": (1, 2), "B": (3, 4), "non_attribue": (1, 1)}
    assert apart(calendrier.BA_17B, REGION) == {"date d’effet non renseignée": 1}
    assert valeurs(calendrier.BA_17B, REGION, "type_changement")["annulation_session"] == (3, 4)


def test_ba_17c_three_validations_of_three_types():
    assert portees(calendrier.BA_17C, REGION) == {"region": (1, 3), "A": (1, 2), "B": (0, 1)}
    assert apart(calendrier.BA_17C, REGION) == {"trois validations non exigées": 5}
    assert remarque(calendrier.BA_17C, REGION) == (
        "Une validation non documentée ne compte pas comme donnée."
    )
    documented = dataset(
        avenants=AVENANTS.replace("|oui           |oui      |\n", "|oui|oui|non\n")
    )
    assert remarque(calendrier.BA_17C, documented) == ""


def test_ba_18_files_touched_once_and_once_a_month():
    assert portees(calendrier.BA_18, REGION) == {"region": 2, "B": 1, "non_attribue": 1}
    assert valeurs(calendrier.BA_18, REGION, "mois") == {"2022-06": 1, "2022-07": 2}
