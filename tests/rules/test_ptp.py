"""PTP files: R-PTP-04, R-PTP-07, R-PTP-11, R-LEC-04, V-PTP-01, and what follows a refusal."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from reportlib.periods import Period
from reportlib.rules import ptp, suites
from tests.indicators.registres import register

END = date(2022, 12, 31)

HISTORY = """
id_dossier | date_depot | date_commission | decision_initiale | id_of
D1 | 2022-01-05 | 2022-05-12 | refus   | A
D1 | 2022-01-03 | 2022-09-10 | accord  | A
D1 |            | 2023-02-01 | abandon | A
D2 | 2022-11-02 |            |         | B
D2 | 2022-11-04 | 2023-01-15 | accord  | B
D3 | 2022-12-04 | 2023-03-15 | refus   | C
D3 | 2022-12-05 | 2023-02-15 | ajourne | C
"""


def test_v_ptp_01_rights_of_a_fixed_term_worker():
    assert ptp.droits_cdd(date(2023, 6, 30)) == date(2023, 12, 30)


def test_r_lec_04_the_last_pass_up_to_the_end_holds():
    held = ptp.lignes_en_vigueur(register("dossiers_ptp", HISTORY), END)
    found = held.set_index("id_dossier")[["date_commission", "decision_initiale"]]
    assert found.loc["D1", "decision_initiale"] == "accord"
    assert found.loc["D2"].isna().all()  # the row that has not passed
    assert found.loc["D3"].isna().all()  # first later pass, what it says not known yet


@pytest.mark.parametrize(
    ("day", "decision"), [("2022-05-11", None), ("2022-05-12", "refus"), ("2022-09-10", "accord")]
)
def test_r_lec_04_at_the_day(day, decision):
    held = ptp.lignes_en_vigueur(register("dossiers_ptp", HISTORY), date.fromisoformat(day))
    found = held.set_index("id_dossier").loc["D1", "decision_initiale"]
    assert (None if pd.isna(found) else found) == decision


def test_the_oldest_filing_of_all_rows_counts():
    rows = register("dossiers_ptp", HISTORY)
    oldest = rows.assign(premier=ptp.premiers_depots(rows)).groupby("id_dossier")["premier"].first()
    assert oldest["D1"] == pd.Timestamp("2022-01-03")


def test_ba_02_one_row_a_file_at_its_last_pass_of_the_period():
    last = ptp.derniers_passages(register("dossiers_ptp", HISTORY), Period.year(2022))
    assert last[["id_dossier", "decision_initiale"]].to_numpy().tolist() == [["D1", "accord"]]


@pytest.mark.parametrize(
    ("ground", "expected"),
    [
        ("coherence_parcours", True),
        ("pertinence_parcours", True),
        ("coherence_projet", True),
        ("modalites_financement", True),
        ("perspectives_emploi", True),
        ("conditions_acces", True),
        ("qualite_prestataire", True),
        ("budget_priorites", False),
        ("autre", False),
        ("non_renseigne", False),
        (None, False),
    ],
)
def test_r_ptp_04_refusals_on_criteria(ground, expected):
    assert bool(ptp.sur_critere(pd.Series([ground], dtype="str")).iloc[0]) is expected


@pytest.mark.parametrize(
    ("kind", "priority", "expected"),
    [
        ("bloc_rncp", "4", True),
        ("bloc_rncp", "5", False),
        ("bloc_rncp", "", False),
        ("rncp", "4", False),
        ("", "4", False),
    ],
)
def test_r_ptp_11_a_block_of_another_priority_is_pointed_out(kind, priority, expected):
    head = "id_dossier | type_certification | priorite"
    rows = register("dossiers_ptp", f"{head}\nD1 | {kind} | {priority}")
    assert ptp.blocs_hors_priorite(rows).tolist() == [expected]


REFUSED = register("dossiers_ptp", "id_dossier | date_commission\nD1 | 2022-05-12\nD2 | 2022-06-10")


@pytest.mark.parametrize(
    ("day", "useful", "early"),
    [
        ("2022-05-11", False, True),
        ("2022-05-12", True, False),
        ("2022-12-31", True, False),
        ("2023-01-01", False, False),
    ],
)
def test_ch_17_a_talk_follows_from_the_commission_to_the_end(day, useful, early):
    talks = register("echanges_refus", f"id_echange | id_dossier | date_echange\nE1 | D1 | {day}")
    assert bool(len(suites.echanges_utiles(REFUSED, talks, END))) is useful
    assert bool(len(suites.echanges_prematures(REFUSED, talks))) is early


def test_ch_18_the_parts_of_a_contact_add_up_over_its_talks():
    talks = register(
        "echanges_refus",
        """
        id_echange|id_dossier|date_echange|motif_precise|attendus_partages|reponse_reflechie
        E1 | D1 | 2022-05-20 | oui | non |
        E2 | D1 | 2022-05-30 |     | oui | oui
        E3 | D2 | 2022-06-20 | oui |     | oui
        """,
    )
    done = suites.volets_faits(talks).all(axis=1)
    assert done.to_dict() == {"D1": True, "D2": False}


@pytest.mark.parametrize(
    ("filed", "passed", "decision", "expected"),
    [
        ("2022-09-01", "2022-11-10", "accord", ("accordee", False)),
        ("2022-09-01", "2022-11-10", "refus", ("refusee", False)),
        ("2022-09-01", "2022-11-10", "ajourne", ("non_decidee", False)),
        ("2022-09-01", "2023-01-10", "accord", ("non_decidee", False)),
        ("2022-12-31", "", "", ("non_decidee", False)),
        ("2023-01-01", "", "", None),
        ("", "2022-11-10", "accord", ("accordee", True)),
    ],
)
def test_ch_20_what_became_of_the_new_file(filed, passed, decision, expected):
    files = register(
        "dossiers_ptp",
        "id_dossier | date_depot | date_commission | decision_initiale\n"
        f"S1 | {filed} | {passed} | {decision}",
    )
    talks = register(
        "echanges_refus", "id_echange|id_dossier|date_echange|id_dossier_suite\nE1|D1|2022-06-01|S1"
    )
    found = suites.dossiers_suite(talks, files, END)
    assert [tuple(row) for row in found[["suite", "suite_non_datee"]].to_numpy().tolist()] == (
        [expected] if expected else []
    )


def test_ch_20_a_new_file_that_no_register_knows_is_taken_as_read():
    files = register("dossiers_ptp", "id_dossier | date_depot\nD9 | 2022-01-01")
    talks = register(
        "echanges_refus", "id_echange|id_dossier|date_echange|id_dossier_suite\nE1|D1|2022-06-01|S1"
    )
    found = suites.dossiers_suite(talks, files, END)
    assert found.to_numpy().tolist() == [["D1", "non_decidee", True]]
