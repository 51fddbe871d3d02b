"""What is recomputed: every measure of the catalogue, written from its text alone."""

from __future__ import annotations

from datetime import date

from reportlib.settings import Charte
from tests.recalcul import liste_activite, liste_charte, liste_prevention, liste_qualiopi

ANNEES = (2021, 2022, 2023, 2024)
CHARTE = Charte(fin=date(2022, 12, 31))
"""« conclue jusqu'au 31 décembre 2022 » (charte d'engagement); renewal not recorded."""
FAMILLES = ("CH", "BA", "RP", "AC", "QA")

PLAN = {
    recalcule.id: recalcule
    for recalcule in (
        *liste_activite.LISTE,
        *liste_prevention.LISTE,
        *liste_charte.LISTE,
        *liste_qualiopi.LISTE,
    )
}
FONCTIONS = {
    "CH-33": "test_engagements.py",
    "AC-05": "test_fonctions.py",
    "AC-09": "test_fonctions.py",
    "BA-25": "test_fonctions.py",
    "BA-26": "test_completude.py",
    **liste_qualiopi.FONCTIONS,
}
"""Measures that are no record but a function, and the test that recomputes each."""
NON_MONTRES = frozenset(
    {"CH-26c", "CH-27", "RP-12", "RP-12b", "RP-12c", "RP-12d", "RP-16", "QA-22"}
)
"""« Montrable à un OF : non »: no figure of an organisation's copy is asked of them."""
