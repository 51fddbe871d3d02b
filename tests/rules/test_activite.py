"""Activity of the team: R-ACT-02, R-ACT-03, R-AL-04, R-RUP-01, defaults and expected cells."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from reportlib.rules import activite, interventions, ruptures
from reportlib.rules.attendus import attendue
from reportlib.rules.visibilite import visible_of
from tests.indicators.registres import register


@pytest.mark.parametrize(
    ("agreed", "visible"), [("oui", True), ("non", False), ("en_attente", False), ("", False)]
)
def test_r_act_03_only_what_the_trainee_agreed_to_is_visible(agreed, visible):
    rows = register("interventions", f"id_intervention | accord_stagiaire\nI1 | {agreed}")
    assert interventions.visibles(rows).tolist() == [visible]
    assert visible_of("interventions", rows).tolist() == [visible]


@pytest.mark.parametrize(
    ("sender", "visible"),
    [("organisme", True), ("employeur", True), ("stagiaire", False), (None, False)],
)
def test_r_al_04_an_alert_of_a_trainee_is_never_visible(sender, visible):
    rows = pd.DataFrame({"emetteur": pd.Series([sender], dtype="str")})
    assert visible_of("alertes", rows).tolist() == [visible]


def test_other_registers_are_all_visible():
    rows = register("ateliers", "id_atelier\nT1\nT2")
    assert visible_of("ateliers", rows).tolist() == [True, True]


@pytest.mark.parametrize(
    ("agreed", "called", "contacted", "fault"),
    [
        ("oui", "2023-03-01", "2023-03-01", False),
        ("oui", "2023-03-02", "2023-03-01", True),
        ("non", "2023-03-01", "2023-03-05", True),
        ("", "2023-03-01", "2023-03-05", True),
        ("non", "2023-03-01", "", False),
        ("oui", "", "2023-03-05", False),
    ],
)
def test_r_act_02_agreement_then_contact(agreed, called, contacted, fault):
    head = "id_intervention | accord_stagiaire | date_appel_stagiaire | date_contact_prestataire"
    rows = register("interventions", f"{head}\nI1 | {agreed} | {called} | {contacted}")
    without = interventions.contacts_sans_accord(rows)
    assert (without | interventions.contacts_avant_appel(rows)).tolist() == [fault]


def test_empty_cells_of_workshops_and_proposals_have_a_meaning():
    workshops = register(
        "ateliers", "id_atelier | format | statut\nT1 | |\nT2 | webinaire | annule"
    )
    assert activite.formats(workshops).tolist() == ["atelier", "webinaire"]
    assert activite.statuts(workshops).tolist() == ["realise", "annule"]
    proposals = register("propositions", "id_proposition | source\nP1 |\nP2 | of")
    assert activite.sources(proposals).tolist() == ["tpge", "of"]


@pytest.mark.parametrize(
    ("studied", "answered", "expected"),
    [
        ("2023-02-01", "2023-03-01", "2023-02-01"),
        ("", "2023-03-01", "2023-03-01"),
        ("2024-01-01", "2023-03-01", "2023-03-01"),
        ("2024-01-01", "2024-01-02", None),
        ("", "", None),
    ],
)
def test_ba_12_the_answer_stands_in_for_the_study(studied, answered, expected):
    head = "id_proposition | date_etude | date_retour"
    rows = register("propositions", f"{head}\nP1 | {studied} | {answered}")
    found = activite.dates_analyse(rows, date(2023, 12, 31)).iloc[0]
    assert (None if pd.isna(found) else f"{found:%Y-%m-%d}") == expected


def test_r_rup_01_four_causes_and_what_is_not_said():
    read = pd.Series(["imponderable", "non_renseignee", None], dtype="str")
    assert ruptures.causes(read).tolist() == ["imponderable", "non_renseignee", "non_renseignee"]
    assert ruptures.connues(ruptures.causes(read)).tolist() == [True, False, False]


def test_a_rupture_without_date_is_told_apart():
    head = "id_dossier | statut_parcours | date_rupture"
    rows = register("dossiers_ptp", f"{head}\nD1 | rompu |\nD2 | rompu | 2023-01-01\nD3 | |")
    assert ruptures.sans_date(rows).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("motif_refus", [True, False, False]),
        ("statut_parcours", [False, True, False]),
        ("cause_rupture", [False, True, False]),
        ("amenagements", [False, True, False]),
        ("decision_initiale", [True, True, False]),
        ("date_depot", [True, True, True]),
    ],
)
def test_ba_26_where_a_value_is_expected(column, expected):
    rows = register(
        "dossiers_ptp",
        """
        id_dossier | date_commission | decision_initiale | parcours_amenage | date_rupture
        D1 | 2023-01-10 | refus  | non |
        D2 | 2023-01-10 | accord | oui | 2023-05-01
        D3 |            |        |     |
        """,
    )
    assert attendue("dossiers_ptp", column, rows).tolist() == expected
