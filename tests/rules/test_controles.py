"""Checks: R-CTL-02, and what R-AL-04 hides of them; CléA: R-CLEA-01."""

from __future__ import annotations

from datetime import date

import pytest

from reportlib.periods import Period
from reportlib.registers import registers
from reportlib.rules import clea, controles
from tests.indicators.registres import register

ALERTS = """
id_alerte | emetteur
A1        | organisme
A2        | stagiaire
A3        |
"""


@pytest.mark.parametrize(
    ("motive", "read", "service"),
    [
        ("programme", "programme", False),
        ("verification_service_fait", "verification_service_fait", True),
        ("", "inconnu", False),
    ],
)
def test_r_ctl_02_service_done_is_no_quality(motive, read, service):
    rows = register("controles", f"id_controle | motif\nC1 | {motive}")
    assert controles.motifs(rows).tolist() == [read]
    assert controles.de_service_fait(rows).tolist() == [service]


def test_r_ctl_02_audits_are_another_register():
    assert "audits_qualiopi" in registers()
    assert "audit" not in registers()["controles"].colonnes["motif"].valeurs


@pytest.mark.parametrize(
    ("motive", "alert", "shown", "without_register"),
    [
        ("alerte", "A1", True, False),
        ("alerte", "A2", False, False),
        ("alerte", "A3", False, False),
        ("alerte", "A9", False, False),
        ("alerte", "", False, False),
        ("programme", "", True, True),
        ("programme", "A2", True, True),
        ("", "", True, True),
    ],
)
def test_r_al_04_a_check_never_tells_a_trainee_s_alert(motive, alert, shown, without_register):
    rows = register("controles", f"id_controle | motif | id_alerte\nC1 | {motive} | {alert}")
    alerts = register("alertes", ALERTS)
    assert controles.montrables(rows, alerts).tolist() == [shown]
    assert controles.montrables(rows, None).tolist() == [without_register]


JURIES = register("jurys_clea", "date_jury\n2024-02-01\n2024-02-29\n2024-04-30")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period.half_year(2024, 1), ["2024-01", "2024-03", "2024-05", "2024-06"]),
        (Period(date(2024, 3, 2), date(2024, 6, 1)), ["2024-05"]),
        (Period(date(2024, 2, 1), date(2024, 2, 29)), []),
    ],
)
def test_r_clea_01_months_without_a_jury(period, expected):
    assert clea.mois_sans_jury(JURIES, period) == expected


def test_r_clea_01_twelve_in_a_year():
    held = JURIES.loc[period_of(2024).contains(JURIES["date_jury"])]
    months = held["date_jury"].dt.month.nunique()
    assert len(clea.mois_sans_jury(held, period_of(2024))) == 12 - months


def period_of(year: int) -> Period:
    """A whole year."""
    return Period.year(year)
