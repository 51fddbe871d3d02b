"""Certificates of completion: R-CR-01 to R-CR-06, V-CR-01 to V-CR-04, and their boundaries."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from reportlib.periods import Period
from reportlib.rules import certificats_realisation
from tests.indicators.registres import register

END = date(2024, 12, 31)


def status(month, deposited, end, limit="fin_m2"):
    """Status of one certificate."""
    months = pd.Series([month], dtype="str")
    first = pd.to_datetime(pd.Series([deposited], dtype="str")).astype("datetime64[us]")
    return certificats_realisation.statuts(months, first, end, limit).iloc[0]


@pytest.mark.parametrize(
    ("deposited", "expected"),
    [
        ("2024-02-05", "dans_delai"),
        ("2024-02-06", "hors_delai_accepte"),
        ("2024-03-31", "hors_delai_accepte"),
        ("2024-04-01", "tardif"),
        ("2024-01-15", "dans_delai"),
    ],
)
def test_v_cr_01_a_deposit_of_january(deposited, expected):
    assert status("2024-01", deposited, END) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (date(2024, 3, 1), "manquant"),
        (date(2024, 2, 29), "a_venir"),
        (date(2023, 12, 31), "a_venir"),
    ],
)
def test_v_cr_02_no_deposit_of_december_and_a_leap_february(end, expected):
    assert status("2023-12", None, end) == expected


@pytest.mark.parametrize(("month", "expected"), [("2023-09", "manquant"), ("2023-10", "a_venir")])
def test_r_etat_01_a_deposit_later_than_the_end_is_not_known(month, expected):
    assert status(month, "2024-01-10", date(2023, 12, 31)) == expected


@pytest.mark.parametrize(
    ("month", "limit", "expected"),
    [
        ("2023-12", "fin_m2", "2024-02-29"),
        ("2022-12", "fin_m2", "2023-02-28"),
        ("2023-11", "fin_m2", "2024-01-31"),
        ("2024-01", "fin_m2", "2024-03-31"),
        ("2024-01", "5_m3", "2024-04-05"),
        ("2023-11", "5_m3", "2024-02-05"),
    ],
)
def test_r_cr_02_the_limit_of_two_months(month, limit, expected):
    found = certificats_realisation.limites(pd.Series([month], dtype="str"), limit)
    assert f"{found.iloc[0]:%Y-%m-%d}" == expected


@pytest.mark.parametrize(
    ("deposited", "expected"),
    [("2024-04-05", "hors_delai_accepte"), ("2024-04-06", "tardif")],
)
def test_r_cr_02_the_other_reading_of_two_months(deposited, expected):
    assert status("2024-01", deposited, END, "5_m3") == expected


def test_r_cr_02_no_third_reading():
    with pytest.raises(ValueError, match="fin_m3"):
        certificats_realisation.limites(pd.Series(["2024-01"], dtype="str"), "fin_m3")


@pytest.mark.parametrize(
    ("month", "expected"), [("2023-12", "2024-01-05"), ("2024-02", "2024-03-05")]
)
def test_r_cr_01_expected_on_the_5th_of_the_month_after(month, expected):
    found = certificats_realisation.echeances(pd.Series([month], dtype="str"))
    assert f"{found.iloc[0]:%Y-%m-%d}" == expected


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        (date(2023, 4, 10), date(2026, 12, 31)),
        (date(2023, 12, 31), date(2026, 12, 31)),
        (date(2024, 1, 1), date(2027, 12, 31)),
    ],
)
def test_v_cr_03_papers_kept_three_years_from_the_end_of_the_year(paid, expected):
    assert certificats_realisation.conservation(paid) == expected


DEPOSITS = """
id_dossier|mois   |date_depot|nature      |heures_centre|heures_distance|heures_stage
D1        |2024-01|2024-02-05|initial     |100          |20             |35
D1        |2024-01|2024-04-10|rectificatif|90           |20             |35
D1        |2024-02|2024-03-20|rectificatif|7            |               |
D1        |2024-02|2024-03-20|initial     |9            |               |
D1        |2024-03|          |initial     |0            |0              |0
D2        |2024-01|2024-02-02|initial     |0            |               |
D2        |2024-02|2024-03-02|initial     |             |               |
D2        |2024-03|2024-04-02|initial     |0            |0              |0
D2        |2024-03|2024-04-20|rectificatif|14           |0              |0
"""


def test_v_cr_04_hours_of_work_placement_count():
    rows = register("certificats_realisation", DEPOSITS)
    total = certificats_realisation.heures_totales(rows)
    assert total.iloc[0] == 155
    assert pd.isna(total.iloc[6])  # nothing said is no 0


@pytest.mark.parametrize(
    ("end", "first", "hours"),
    [
        (date(2024, 2, 4), None, None),
        (date(2024, 2, 5), "2024-02-05", 155),
        (date(2024, 4, 9), "2024-02-05", 155),
        (date(2024, 4, 10), "2024-02-05", 145),
    ],
)
def test_r_cr_03_first_deposit_for_the_delay_last_for_the_hours(end, first, hours):
    rows = register("certificats_realisation", DEPOSITS).query("id_dossier == 'D1'")
    firsts = certificats_realisation.premiers_depots(rows, end).query("mois == '2024-01'")
    last = certificats_realisation.derniers_depots(rows, end).query("mois == '2024-01'")
    assert [f"{day:%Y-%m-%d}" for day in firsts["premier_depot"]] == ([first] if first else [])
    assert list(certificats_realisation.heures_totales(last)) == ([hours] if hours else [])


def test_r_cr_03_on_one_day_the_rectification_comes_after():
    rows = register("certificats_realisation", DEPOSITS)
    last = certificats_realisation.derniers_depots(rows, END).set_index(["id_dossier", "mois"])
    assert last.loc[("D1", "2024-02"), "heures_centre"] == 7


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (date(2024, 4, 19), [["D2", "2024-01"], ["D2", "2024-03"]]),
        (date(2024, 4, 20), [["D2", "2024-01"]]),
    ],
)
def test_r_cr_05_a_month_declared_with_no_hour_is_not_expected(end, expected):
    """A month that was not deposited, or whose hours are not said, declares nothing."""
    rows = register("certificats_realisation", DEPOSITS)
    assert certificats_realisation.sans_heure(rows, end).to_numpy().tolist() == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(date(2024, 2, 1), date(2024, 2, 29)), ["2024-02"]),
        (Period(date(2024, 2, 1), date(2024, 2, 28)), []),
        (Period(date(2023, 2, 1), date(2023, 2, 28)), ["2023-02"]),
        (Period(date(2023, 12, 2), date(2024, 2, 29)), ["2024-01", "2024-02"]),
    ],
)
def test_ba_15_months_wholly_in_the_period(period, expected):
    assert certificats_realisation.mois_entiers(period) == expected


@pytest.mark.parametrize(
    ("begun", "planned", "broken", "expected"),
    [
        ("2024-03-31", "2024-05-01", "", ["2024-03", "2024-04", "2024-05"]),
        ("2024-03-01", "2024-03-31", "", ["2024-03"]),
        ("2024-03-15", "2024-12-01", "2024-04-01", ["2024-03", "2024-04"]),
        ("2024-03-15", "2024-05-20", "2024-07-01", ["2024-03", "2024-04", "2024-05"]),
        ("2024-03-15", "2024-05-20", "2024-03-14", []),
        ("2024-03-15", "2024-05-20", "2024-03-15", ["2024-03"]),
        ("2023-11-01", "2024-01-01", "", ["2024-01"]),
        ("2024-06-30", "2025-01-31", "", ["2024-06"]),
        ("2024-07-01", "2025-01-31", "", []),
        ("", "2024-05-01", "", []),
        ("2024-03-01", "", "", []),
        ("2024-03-01", "", "2024-04-30", ["2024-03", "2024-04"]),
    ],
)
def test_ba_15_months_of_a_path_to_its_end_or_its_rupture(begun, planned, broken, expected):
    files = register(
        "dossiers_ptp",
        "id_dossier | date_debut | date_fin_prevue | date_rupture\n"
        f"D1 | {begun} | {planned} | {broken}",
    )
    found = certificats_realisation.mois_attendus(files, Period.half_year(2024, 1))
    assert found["mois"].tolist() == expected
