"""The charter: R-CH-01, R-CH-02, R-CH-09, R-CH-12 and the vectors V-CH-01 to V-CH-05."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from reportlib.periods import Period
from reportlib.rules import charte
from reportlib.settings import Charte
from tests.indicators.registres import register

DEFAULT = Charte()
RENEWED = Charte(reconduction=True, fin_reconduction=date(2024, 12, 31))
NOT_RENEWED = Charte(reconduction=False)


def signature(signed: str, denounced: str = "", end: str = "", name: str = "A") -> pd.DataFrame:
    text = "id_of | date_signature | date_fin | date_denonciation"
    return register("signataires", f"{text}\n{name} | {signed} | {end} | {denounced}")


def active(signatures: pd.DataFrame, day: str, agreed: Charte = DEFAULT) -> bool:
    days = pd.Series([pd.Timestamp(day)] * len(signatures))
    return bool(charte.actives(signatures, days, agreed).any())


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2021-09-14", False), ("2021-09-15", True), ("2022-12-31", True), ("2023-01-01", False)],
)
def test_v_ch_01_from_the_signature_to_the_end_both_included(day, expected):
    assert active(signature("2021-09-15"), day) is expected


def test_v_ch_02_a_signature_after_the_end_is_an_anomaly_never_active():
    late = signature("2023-02-01")
    assert charte.tardives(late, DEFAULT).tolist() == [True]
    assert not any(active(late, day) for day in ("2022-12-31", "2023-02-01", "2024-01-01"))


@pytest.mark.parametrize(("day", "expected"), [("2022-05-09", True), ("2022-05-10", False)])
def test_v_ch_03_denounced_on_a_day_inactive_from_that_day(day, expected):
    assert active(signature("2021-09-15", denounced="2022-05-10"), day) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2023-01-31", False), ("2023-02-01", True), ("2024-12-31", True), ("2025-01-01", False)],
)
def test_v_ch_04_a_recorded_renewal_brings_its_own_end(day, expected):
    signed = signature("2023-02-01")
    assert charte.tardives(signed, RENEWED).tolist() == [False]
    assert active(signed, day, RENEWED) is expected


def test_v_ch_05_a_period_past_the_end_with_no_renewal_recorded():
    assert charte.situation(Period.year(2023), signature("2021-09-15"), DEFAULT) == "au_dela"


@pytest.mark.parametrize(
    ("period", "agreed", "expected"),
    [
        ("2022", DEFAULT, "couverte"),
        ("01/07/2022-30/06/2023", DEFAULT, "a_cheval"),
        ("01/01/2023-01/01/2023", DEFAULT, "au_dela"),
        ("2023", NOT_RENEWED, "echue"),
        ("2023", RENEWED, "couverte"),
        ("2024-S2", RENEWED, "couverte"),
        ("01/12/2024-31/01/2025", RENEWED, "a_cheval"),
        ("2025", RENEWED, "echue"),
    ],
)
def test_r_ch_12_where_the_period_stands(period, agreed, expected):
    assert charte.situation(Period.parse(period), signature("2021-09-15"), agreed) == expected


def test_r_ch_12_without_any_signature_the_charter_still_has_its_end():
    nobody = signature("2021-09-15").iloc[:0]
    assert charte.situation(Period.year(2022), nobody, DEFAULT) == "couverte"
    assert charte.situation(Period.year(2023), nobody, DEFAULT) == "au_dela"


def test_r_ch_01_a_written_end_holds_and_a_renewal_does_not_revive_an_earlier_one():
    early = signature("2021-09-15", end="2022-06-30")
    assert active(early, "2022-06-30")
    assert not active(early, "2022-07-01")
    assert not active(early, "2023-03-01", RENEWED)


def test_r_ch_12_a_renewal_carries_a_signature_written_with_the_charter_s_end():
    assert active(signature("2021-09-15", end="2022-12-31"), "2023-03-01", RENEWED)


def test_r_ch_12_a_written_end_past_the_charter_s_covers_the_period():
    longer = signature("2021-09-15", end="2023-12-31")
    assert charte.situation(Period.year(2023), longer, DEFAULT) == "couverte"


def statuses(days: list[str], agreed: Charte = DEFAULT) -> list[str]:
    organisations = pd.Series(["A", "B"] * len(days), dtype="str")
    when = pd.Series([day for day in days for _ in "AB"], dtype="datetime64[us]")
    found = charte.statuts_au(organisations, when, signature("2021-09-15"), agreed)
    return found.tolist()


def test_r_ch_01_the_status_is_read_on_the_day_of_the_event():
    assert statuses(["2021-09-14", "2021-09-15"]) == [
        "non_signataire", "non_signataire", "signataire", "non_signataire",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("agreed", "expected"),
    [
        (DEFAULT, ["reconduction_non_renseignee", "reconduction_non_renseignee"]),
        (NOT_RENEWED, ["non_signataire", "non_signataire"]),
        (RENEWED, ["signataire", "non_signataire"]),
    ],
)
def test_r_ch_12_past_the_end_the_status_waits_for_the_renewal(agreed, expected):
    assert statuses(["2023-01-01"], agreed) == expected


def test_an_unknown_organisation_or_register_has_no_status():
    nobody = pd.Series([None], dtype="str")
    day = pd.Series([pd.Timestamp("2022-01-01")])
    assert charte.statuts_au(nobody, day, signature("2021-09-15"), DEFAULT).isna().all()
    assert charte.statuts_au(pd.Series(["A"]), day, None, DEFAULT).isna().all()


def test_two_signatures_of_one_organisation_count_it_once():
    twice = pd.concat([signature("2021-09-15"), signature("2022-01-10")], ignore_index=True)
    events = pd.Series(["A", "B"], index=[7, 3], dtype="str")
    days = pd.Series(pd.to_datetime(["2022-02-01"] * 2), index=[7, 3])
    found = charte.signataires_au(events, days, twice, DEFAULT)
    assert found.to_dict() == {7: True, 3: False}


def engaged(signatures: pd.DataFrame, period: str, agreed: Charte = DEFAULT) -> bool:
    return bool(charte.engagees(signatures, Period.parse(period), agreed).any())


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("01/01/2021-14/09/2021", False),
        ("01/01/2021-15/09/2021", True),
        ("31/12/2022-31/12/2023", True),
        ("01/01/2023-31/12/2023", False),
    ],
)
def test_r_ch_01_engaged_at_least_one_day_of_the_period(period, expected):
    assert engaged(signature("2021-09-15"), period) is expected


@pytest.mark.parametrize(
    ("denounced", "period", "expected"),
    [
        ("2022-03-01", "01/03/2022-31/12/2022", False),
        ("2022-03-01", "28/02/2022-31/12/2022", True),
        ("2024-03-01", "29/02/2024-31/12/2024", True),  # the eve of 1 March in a leap year
        ("2024-03-01", "01/03/2024-31/12/2024", False),
        ("2021-09-15", "01/01/2021-31/12/2022", False),  # denounced on the day of its signature
    ],
)
def test_r_ch_09_the_last_day_is_the_eve_of_the_denunciation(denounced, period, expected):
    assert engaged(signature("2021-09-15", denounced=denounced), period, RENEWED) is expected


def test_r_ch_02_a_late_signature_is_engaged_on_no_day():
    assert not engaged(signature("2023-02-01"), "01/01/2020-31/12/2030")


@pytest.mark.parametrize(
    ("denounced", "expected"),
    [
        ("2022-01-01", True),
        ("2022-12-31", True),
        ("2021-12-31", False),
        ("2023-01-01", False),
        ("", False),
    ],
)
def test_r_ch_09_denounced_in_the_period_while_it_was_running(denounced, expected):
    signed = signature("2021-09-15", denounced=denounced)
    assert charte.denoncees(signed, Period.year(2022), DEFAULT).tolist() == [expected]


def test_r_ch_09_a_denunciation_past_the_end_ends_nothing():
    over = signature("2021-09-15", denounced="2022-07-01", end="2022-06-30")
    assert charte.denoncees(over, Period.year(2022), DEFAULT).tolist() == [False]


@pytest.mark.parametrize(
    ("said", "day", "expected"),
    [
        ("oui", "2022-12-31", (True, False, False)),
        ("oui", "2023-01-01", (False, False, False)),
        ("oui", "", (True, True, False)),
        ("non", "2022-01-01", (False, False, False)),
        ("", "", (False, False, True)),
    ],
)
def test_r_etat_03_listed_on_the_site_from_the_day_of_publication(said, day, expected):
    rows = register(
        "signataires", f"id_of | publie_site | date_publication_site\nA | {said} | {day}"
    )
    found = charte.publiees(rows, date(2022, 12, 31)).iloc[0]
    assert (found["publie"], found["non_datee"], found["vide"]) == expected
