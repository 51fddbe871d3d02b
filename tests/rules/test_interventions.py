"""Order of an intervention: R-ACT-02."""

from __future__ import annotations

import pytest

from reportlib.rules import interventions
from tests.indicators.registres import register


@pytest.mark.parametrize(
    ("agreed", "called", "contacted", "without", "early"),
    [
        ("oui", "2023-03-01", "2023-03-01", False, False),
        ("oui", "2023-03-02", "2023-03-01", False, True),
        ("non", "2023-03-01", "2023-03-05", True, False),
        ("en_attente", "2023-03-02", "2023-03-01", True, True),
        ("", "2023-03-01", "2023-03-05", True, False),
        ("non", "2023-03-01", "", False, False),
        ("oui", "", "2023-03-05", False, False),
        ("non", "", "2023-03-05", True, False),
    ],
)
def test_r_act_02_call_then_agreement_then_contact(agreed, called, contacted, without, early):
    head = "id_intervention | accord_stagiaire | date_appel_stagiaire | date_contact_prestataire"
    rows = register("interventions", f"{head}\nI1 | {agreed} | {called} | {contacted}")
    assert interventions.contacts_sans_accord(rows).tolist() == [without]
    assert interventions.contacts_avant_appel(rows).tolist() == [early]
