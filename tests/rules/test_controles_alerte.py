"""Controls after an alert: R-AL-02, R-AL-03, and the vectors V-AL-01 to V-AL-07."""

from __future__ import annotations

from datetime import date

import pytest

from reportlib.rules import controles_alerte
from tests.indicators.registres import register

FIN = date(2022, 12, 31)
ALERTE_OF = "L1 | A | D1 | 2022-03-01 | organisme"
ALERTE_STAGIAIRE = "L1 | A | D1 | 2022-03-01 | stagiaire"


def counts(alert: str, control: str) -> tuple[int, int, int, str]:
    """Breaches, to be checked, unverifiable, state of TP-4, for one alert and one control.

    ``control``: file, day, ground, alert.
    """
    head = "id_alerte | id_of | id_dossier | date_alerte | emetteur"
    alerts = register("alertes", f"{head}\n{alert}")
    head = "id_controle | id_of | id_dossier | date_controle | motif | id_alerte"
    controls = register("controles", f"{head}\nK1 | A | {control}")
    kind = controles_alerte.sortes(controles_alerte.rattaches(controls, alerts, FIN))
    breaches = int(kind.eq(controles_alerte.MANQUEMENT).sum())
    unverifiable = int(kind.eq(controles_alerte.NON_VERIFIABLE).sum())
    checked = int(controles_alerte.a_verifier(controls, alerts).sum())
    return breaches, checked, unverifiable, controles_alerte.etat_tp4(breaches, unverifiable)


@pytest.mark.parametrize(
    ("vector", "alert", "control", "expected"),
    [
        ("V-AL-01", ALERTE_OF, "D1 | 2022-03-20 | alerte | L1", (1, 0, 0, "non_tenu")),
        ("V-AL-02", ALERTE_OF, "D2 | 2022-03-20 | programme |", (0, 0, 0, "tenu")),
        ("V-AL-03", ALERTE_OF, "D1 | 2022-03-20 | programme |", (0, 1, 0, "tenu")),
        ("V-AL-04", ALERTE_OF, "D1 | 2022-03-20 | communication |", (0, 0, 0, "tenu")),
        ("V-AL-05", ALERTE_STAGIAIRE, "D1 | 2022-03-20 | alerte | L1", (0, 0, 0, "tenu")),
        ("V-AL-06", ALERTE_OF, "D1 | 2022-03-20 | alerte |", (0, 0, 1, "non_mesurable")),
        ("V-AL-07", ALERTE_OF, "D1 | 2022-03-20 | |", (0, 0, 1, "non_mesurable")),
    ],
)
def test_v_al_01_to_07(vector, alert, control, expected):
    assert counts(alert, control) == expected, vector


@pytest.mark.parametrize(
    ("control", "expected"),
    [
        ("D1 | 2022-03-20 | inconnu | L1", (0, 0, 1, "non_mesurable")),  # the ground is not known
        ("D1 | 2022-03-20 | alerte | L9", (0, 0, 1, "non_mesurable")),  # the alert is not known
        ("D9 | 2022-03-20 | alerte | L1", (1, 0, 0, "non_tenu")),  # the alert decides, not the file
        ("D1 | 2022-03-02 | programme |", (0, 1, 0, "tenu")),
        ("D1 | 2022-03-01 | programme |", (0, 0, 0, "tenu")),  # « antérieure »: before the day
        ("D1 | 2022-02-28 | signalement |", (0, 0, 0, "tenu")),
        ("   | 2022-03-20 | programme |", (0, 0, 0, "tenu")),
    ],
)
def test_r_al_03_at_its_bounds(control, expected):
    assert counts(ALERTE_OF, control) == expected


@pytest.mark.parametrize("sender", ["stagiaire", "employeur", "cep", "autre"])
def test_r_al_02_protects_the_organisation_s_alerts_only(sender):
    alert = f"L1 | A | D1 | 2022-03-01 | {sender}"
    assert counts(alert, "D1 | 2022-03-20 | alerte | L1")[0] == 0
    assert counts(alert, "D1 | 2022-03-20 | programme |")[1] == 0


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2022-12-31", (1, 0, 0, "non_tenu")), ("2023-01-01", (0, 0, 1, "non_mesurable"))],
)
def test_r_etat_01_an_alert_of_after_the_period_is_not_known(day, expected):
    alert = f"L1 | A | D1 | {day} | organisme"
    assert counts(alert, "D1 | 2022-12-31 | alerte | L1") == expected


@pytest.mark.parametrize(
    ("breaches", "unverifiable", "expected"),
    [(1, 1, "non_tenu"), (0, 1, "non_mesurable"), (0, 0, "tenu"), (2, 0, "non_tenu")],
)
def test_r_al_03_a_breach_comes_first_and_the_unverifiable_is_never_kept(
    breaches, unverifiable, expected
):
    assert controles_alerte.etat_tp4(breaches, unverifiable) == expected
