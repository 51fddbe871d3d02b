"""Appeals and conditions of a PTP file: R-PTP-01, R-PTP-02, R-PTP-03, R-PTP-06, R-PTP-07, 08."""

from __future__ import annotations

from datetime import date

import pytest

from reportlib.registers import register as dictionary
from reportlib.rules import ptp, recours
from tests.indicators.registres import register


@pytest.mark.parametrize(
    ("sent", "lodged", "answered"),
    [
        (date(2023, 5, 12), date(2023, 7, 12), date(2023, 9, 12)),
        (date(2023, 12, 31), date(2024, 2, 29), date(2024, 4, 29)),
        (date(2022, 12, 31), date(2023, 2, 28), date(2023, 4, 28)),
    ],
)
def test_r_ptp_06_two_months_then_two_months(sent, lodged, answered):
    assert recours.limite_recours(sent) == lodged
    assert recours.limite_reponse(lodged) == answered


@pytest.mark.parametrize(
    ("commission", "final", "decided", "expected"),
    [
        ("2023-09-01", "", "", True),
        ("2023-08-31", "", "", False),  # answered by 31 December at the latest
        ("2023-12-20", "", "", True),
        ("2023-10-10", "accord", "2023-12-31", False),
        ("2023-10-10", "refus", "2023-12-31", False),
        ("2023-10-10", "accord", "2024-01-01", True),
        ("2023-10-10", "accord", "", False),  # read as it is, R-ETAT-02
    ],
)
def test_r_ptp_06_a_refusal_that_may_still_change(commission, final, decided, expected):
    passes = register(
        "dossiers_ptp",
        "id_dossier|date_commission|decision_initiale|decision_finale|date_decision_finale\n"
        f"D1|{commission}|refus|{final}|{decided}",
    )
    assert recours.revisables(passes, date(2023, 12, 31)).tolist() == [expected]


@pytest.mark.parametrize("decision", ["accord", "irrecevable", "ajourne", ""])
def test_r_ptp_06_only_a_refusal_is_appealed_against(decision):
    passes = register(
        "dossiers_ptp",
        f"id_dossier | date_commission | decision_initiale\nD1 | 2023-12-20 | {decision}",
    )
    assert recours.revisables(passes, date(2023, 12, 31)).tolist() == [False]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2023, 6, 30), True), (date(2023, 12, 30), True), (date(2023, 12, 31), False)],
)
def test_v_ptp_01_r_ptp_07_rights_open_six_months(day, expected):
    assert ptp.droits_cdd_ouverts(date(2023, 6, 30), day) is expected


@pytest.mark.parametrize(
    ("ended", "last"),
    [
        (date(2023, 8, 31), date(2024, 2, 29)),
        (date(2022, 8, 31), date(2023, 2, 28)),
        (date(2024, 2, 29), date(2024, 8, 29)),
    ],
)
def test_r_ptp_07_to_the_end_of_february(ended, last):
    assert ptp.droits_cdd(ended) == last


def test_r_ptp_01_every_type_of_the_register_is_certifying():
    known = dictionary("dossiers_ptp").colonnes["type_certification"].valeurs
    assert sorted(known) == sorted(ptp.CERTIFIANTES)


def test_r_ptp_02_r_ptp_03_the_charter_s_ground_is_of_the_path():
    assert ptp.CRITERES_LEGAUX[ptp.CRITERE_CHARTE] == "2"
    assert ptp.CRITERES_LEGAUX["coherence_projet"] == "1"
    assert set(ptp.CRITERES_LEGAUX) < set(ptp.CRITERES)
    assert not set(ptp.CRITERES_LEGAUX) & set(ptp.HORS_CRITERES)


def test_r_ptp_08_an_organisation_needs_no_nda():
    nda = dictionary("organismes").colonnes["nda"]
    assert not nda.cell_required
    assert "nda" not in dictionary("organismes").cle
