"""What hypothesis draws from: days on the boundaries, organisations, values or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from reportlib.periods import Period
from reportlib.settings import Charte
from tests.recalcul.plan import CHARTE

PERIODES = (
    Period.year(2022),
    Period.year(2023),
    Period.half_year(2022, 2),
    Period(date(2022, 7, 1), date(2023, 6, 30)),
    Period(date(2022, 12, 31), date(2022, 12, 31)),
)
"""The charter's last year, the year after, a half, a period across its end, a single day."""

_BORNES = [date(2022, 1, 1), date(2022, 6, 30), date(2022, 12, 31), date(2023, 6, 30)]
CHARTES = (
    CHARTE,
    Charte(fin=CHARTE.fin, reconduction=False),
    Charte(fin=CHARTE.fin, reconduction=True, fin_reconduction=date(2023, 6, 30)),
)
"""Renewal not recorded, recorded as none, recorded (R-CH-12)."""

JOURS = sorted({jour + timedelta(days=ecart) for jour in _BORNES for ecart in (-1, 0, 1, 9)})
ORGANISMES = ("OF1", "OF2", "OF3", "OF4")

jour = st.sampled_from(JOURS)
jour_ou_vide = st.sampled_from([*JOURS, *[None] * 4])
oui_non_ou_vide = st.sampled_from([True, False, None])
organisme = st.sampled_from(ORGANISMES)
organisme_ou_vide = st.sampled_from([*ORGANISMES, None])


def parmi(*valeurs: str) -> st.SearchStrategy[str | None]:
    """One of the values of an enumerated column, or nothing."""
    return st.sampled_from([*valeurs, None])


modalites = st.sampled_from(
    [None, "amenagement", "hybridation;amenagement", "modularisation;autre"]
)
cause = parmi("construction_projet", "imponderable", "non_renseignee")
decision = parmi(*["accord"] * 3, *["refus"] * 5, "ajourne", "irrecevable", "en_attente", "abandon")


def numerotees(
    lignes: st.SearchStrategy[dict[str, Any]], cle: str, maximum: int = 8
) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows with a key of their own."""
    return st.lists(lignes, max_size=maximum).map(lambda tirees: _numeroter(tirees, cle))


def _numeroter(lignes: Iterable[dict[str, Any]], cle: str) -> list[dict[str, Any]]:
    return [{cle: f"{cle}{rang}", **ligne} for rang, ligne in enumerate(lignes)]
