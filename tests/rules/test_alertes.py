"""Alerts: R-AL-01, R-AL-05, and the vectors V-AL-08 and V-AL-09."""

from __future__ import annotations

import pytest

from reportlib.rules import alertes
from tests.indicators.registres import register

HEAD = "id_alerte | id_dossier | date_alerte | emetteur | origine_evenement | type_evenement"


def alert(day: str, *, sender="organisme", kind="risque_rupture", file="D1", origin=""):
    return register("alertes", f"{HEAD}\nL1 | {file} | {day} | {sender} | {origin} | {kind}")


def announced(day: str, rupture: str = "2022-06-30", delay: int = 90, **said: str) -> bool:
    broken = register("dossiers_ptp", f"id_dossier | date_rupture\nD1 | {rupture}")
    return bool(alertes.annoncees(broken, alert(day, **said), delay).iloc[0])


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2022-04-01", True), ("2022-03-31", False), ("2022-06-30", True), ("2022-07-01", False)],
)
def test_v_al_08_from_ninety_days_before_to_the_day_itself(day, expected):
    assert announced(day) is expected


def test_v_al_09_a_change_of_modalities_announces_no_rupture():
    assert not announced("2022-06-15", kind="changement_modalites")


@pytest.mark.parametrize(
    ("delay", "day", "expected"),
    [(0, "2022-06-30", True), (0, "2022-06-29", False), (30, "2022-05-31", True),
     (30, "2022-05-30", False)],
)  # fmt: skip
def test_r_al_05_the_delay_is_the_user_s(delay, day, expected):
    assert announced(day, delay=delay) is expected


@pytest.mark.parametrize(("day", "expected"), [("2024-02-29", True), ("2024-02-28", False)])
def test_r_al_05_counts_the_29th_of_february(day, expected):
    assert announced(day, rupture="2024-05-29") is expected


@pytest.mark.parametrize("sender", ["stagiaire", "employeur", "cep", "autre"])
def test_r_al_05_only_the_organisation_announces(sender):
    assert not announced("2022-06-15", sender=sender)


@pytest.mark.parametrize("file", ["", "D2"])
def test_r_al_05_another_file_or_none_announces_nothing(file):
    assert not announced("2022-06-15", file=file)


def test_several_alerts_on_one_file_announce_it_once():
    lines = [f"L{n} | D1 | 2022-06-1{n} | organisme | | risque_rupture" for n in range(3)]
    broken = register("dossiers_ptp", "id_dossier | date_rupture\nD1 | 2022-06-30\nD2 | 2022-06-30")
    rows = register("alertes", "\n".join([HEAD, *lines]))
    assert alertes.annoncees(broken, rows, 90).tolist() == [True, False]


@pytest.mark.parametrize(
    ("origin", "expected"),
    [("stagiaire", "stagiaire"), ("organisme", "organisme"), ("", "inconnue")],
)
def test_r_al_01_who_alerts_is_not_where_the_event_comes_from(origin, expected):
    rows = alert("2022-06-15", origin=origin)
    assert alertes.d_organisme(rows).tolist() == [True]
    assert alertes.origines(rows).tolist() == [expected]
