"""Changes of a path under way: R-CAL-01, R-CAL-02, R-CAL-03."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from reportlib.rules import avenants
from tests.indicators.registres import register

HEAD = "id_avenant|type_changement|valide_salarie|valide_of|valide_employeur|date_avenant"
CONTACT_EN_AMONT = ("modalite", "annulation_session")
"""Changes that a contact beforehand is enough for (R-CAL-02, R-CAL-03)."""


@pytest.mark.parametrize(
    ("kind", "agreed", "expected"),
    [
        ("calendrier", ("oui", "oui", "oui"), "completes"),
        ("deroulement", ("oui", "oui", "oui"), "completes"),
        ("report_fin", ("oui", "oui", "oui"), "completes"),
        ("calendrier", ("oui", "oui", "non"), "refusees"),
        ("calendrier", ("non", "", ""), "refusees"),
        ("calendrier", ("oui", "oui", ""), "non_documentees"),
        ("calendrier", ("", "", ""), "non_documentees"),
        ("modalite", ("oui", "oui", "oui"), None),
        ("annulation_session", ("", "", ""), None),
    ],
)
def test_r_cal_01_three_parties_agree(kind, agreed, expected):
    rows = register("avenants", f"{HEAD}\nV1|{kind}|{'|'.join(agreed)}|")
    found = avenants.validations(rows).iloc[0]
    assert (None if pd.isna(found) else found) == expected
    assert avenants.a_trois_validations(rows).tolist() == [expected is not None]


@pytest.mark.parametrize("kind", [*avenants.TROIS_VALIDATIONS, *CONTACT_EN_AMONT])
@pytest.mark.parametrize(
    ("effect", "expected"),
    [("2024-02-29", False), ("2024-03-01", True), ("2024-03-02", True), ("", None)],
)
def test_r_cal_02_r_cal_03_beforehand_holds_for_every_type(kind, effect, expected):
    rows = register(
        "avenants",
        f"id_avenant|type_changement|date_demande|date_effet\nV1|{kind}|2024-03-01|{effect}",
    )
    found = avenants.anticipees(rows).iloc[0]
    assert (None if pd.isna(found) else bool(found)) is expected


@pytest.mark.parametrize(
    ("kind", "last", "drawn", "expected"),
    [
        ("calendrier", "", "2024-06-30", True),
        ("calendrier", "non", "2024-06-30", True),
        ("calendrier", "oui", "2024-06-30", False),
        ("calendrier", "", "2024-07-01", False),
        ("calendrier", "", "", False),
        ("modalite", "", "2024-06-30", False),
    ],
)
def test_r_cal_01_an_amendment_without_them_is_an_anomaly(kind, last, drawn, expected):
    rows = register("avenants", f"{HEAD}\nV1|{kind}|oui|oui|{last}|{drawn}")
    found = avenants.sans_trois_validations(rows, date(2024, 6, 30))
    assert bool(len(found)) is expected


def test_the_types_are_those_of_the_register_once_each():
    from reportlib.registers import register as dictionary

    known = dictionary("avenants").colonnes["type_changement"].valeurs
    assert sorted(known) == sorted((*avenants.TROIS_VALIDATIONS, *CONTACT_EN_AMONT))
