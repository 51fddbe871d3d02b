"""What holds at the period's end: R-ETAT-01 to R-ETAT-04, V-ETAT-01 and V-ETAT-02."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from reportlib.rules import etat
from tests.indicators.registres import register

END_2022, END_2023 = date(2022, 12, 31), date(2023, 12, 31)


def passes(final: str, dated: str) -> pd.DataFrame:
    head = (
        "id_dossier | date_commission | decision_initiale | decision_finale | date_decision_finale"
    )
    return register("dossiers_ptp", f"{head}\nD1 | 2022-05-12 | refus | {final} | {dated}")


def decision(rows: pd.DataFrame, fin: date) -> tuple[str, bool]:
    found = etat.decisions(rows, fin).iloc[0]
    return found["decision"], bool(found["etat_import"])


def test_v_etat_01_an_appeal_holds_from_its_own_date():
    appealed = passes("accord", "2023-02-20")
    assert decision(appealed, END_2022) == ("refus", False)
    assert decision(appealed, END_2023) == ("accord", False)


def test_v_etat_02_an_appeal_without_date_is_read_and_marked():
    assert decision(passes("accord", ""), END_2022) == ("accord", True)


@pytest.mark.parametrize(
    ("final", "dated", "expected"),
    [
        ("", "", ("refus", False)),
        ("refus", "", ("refus", False)),  # same as the first one: nothing rests on it
        ("", "2022-09-01", ("refus", False)),
        ("accord", "2022-12-31", ("accord", False)),
        ("accord", "2023-01-01", ("refus", False)),
    ],
)
def test_r_etat_02_final_decisions_at_their_boundaries(final, dated, expected):
    assert decision(passes(final, dated), END_2022) == expected


def path(**cells: str) -> pd.DataFrame:
    names = ["id_dossier", "date_debut", "date_rupture", "statut_parcours"]
    values = {"id_dossier": "D1"} | cells
    line = " | ".join(values.get(name, "") for name in names)
    return register("dossiers_ptp", " | ".join(names) + "\n" + line)


@pytest.mark.parametrize(
    ("cells", "state", "undated"),
    [
        ({"date_rupture": "2022-12-31", "statut_parcours": "acheve"}, "rompu", False),
        ({"date_rupture": "2023-01-01", "statut_parcours": "rompu"}, "en_cours", False),
        ({"date_debut": "2023-01-01", "statut_parcours": "en_cours"}, "non_demarre", False),
        ({"date_debut": "2022-12-31", "statut_parcours": "en_cours"}, "en_cours", True),
        ({"statut_parcours": "acheve"}, "acheve", True),
        ({"statut_parcours": "rompu"}, "rompu", True),
    ],
)
def test_r_etat_03_the_state_of_a_path(cells, state, undated):
    found = etat.parcours(path(**cells), END_2022).iloc[0]
    assert (found["parcours"], bool(found["etat_import"])) == (state, undated)


def test_r_etat_03_a_path_without_any_word_has_no_state():
    found = etat.parcours(path(date_debut="2022-03-01"), END_2022).iloc[0]
    assert pd.isna(found["parcours"])
    assert not found["etat_import"]


@pytest.mark.parametrize(
    ("result", "dated", "expected", "undated", "later"),
    [
        ("totale", "2022-12-31", "totale", False, False),
        ("totale", "2023-01-01", None, False, True),
        ("partielle", "", "partielle", True, False),
        ("", "", None, False, False),
    ],
)
def test_r_etat_03_a_result_holds_from_its_date(result, dated, expected, undated, later):
    head = "id_dossier | certification_obtenue | date_resultat"
    found = etat.resultats(register("dossiers_ptp", f"{head}\nD1|{result}|{dated}"), END_2022)
    row = found.iloc[0]
    assert (None if pd.isna(row["resultat"]) else row["resultat"]) == expected
    assert (bool(row["etat_import"]), bool(row["a_venir"])) == (undated, later)


@pytest.mark.parametrize(
    ("issue", "closed", "expected", "undated"),
    [
        ("maintien", "2022-12-31", "maintien", False),
        ("rupture", "2023-01-01", "en_cours", False),
        ("maintien", "", "maintien", True),
    ],
)
def test_r_etat_03_an_outcome_holds_from_the_closing_date(issue, closed, expected, undated):
    head = "id_intervention | date_ouverture | issue | date_cloture"
    rows = register("interventions", f"{head}\nI1 | 2022-03-01 | {issue} | {closed}")
    found = etat.issues(rows, END_2022).iloc[0]
    assert (found["issue"], bool(found["etat_import"])) == (expected, undated)


@pytest.mark.parametrize(
    ("broken", "planned", "expected"),
    [
        ("2022-06-01", "2022-12-01", "2022-06-01"),
        ("2023-06-01", "2023-12-01", "2023-12-01"),
        ("", "2022-12-01", "2022-12-01"),
        ("", "", None),
    ],
)
def test_a_path_ends_with_its_rupture_or_as_planned(broken, planned, expected):
    head = "id_dossier | date_rupture | date_fin_prevue"
    rows = register("dossiers_ptp", f"{head}\nD1 | {broken} | {planned}")
    found = etat.fins_de_parcours(rows, END_2022).iloc[0]
    assert (None if pd.isna(found) else f"{found:%Y-%m-%d}") == expected
