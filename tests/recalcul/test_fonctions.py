"""Measures that a function answers: points to work on, two facts side by side, change."""

from __future__ import annotations

from datetime import date
from math import isnan

import pandas as pd
import pytest

from reportlib.indicators import indicator
from reportlib.indicators.accompagnement import accompagnement_et_ruptures, points_prioritaires
from reportlib.indicators.ecart import ecart
from reportlib.periods import Period
from reportlib.settings import Settings
from tests.recalcul.plan import CHARTE, PLAN

RECALCULEES = ("AC-05", "AC-09", "BA-25")
SETTINGS = Settings(charte=CHARTE)
COHORTES = (2022, 2023, 2024)
"""Years with answers in the truth."""

PRIORITAIRES = """
    SELECT id_of, item, bloc, niveau FROM reponses
    WHERE niveau IN (0, 1) AND id_of IS NOT NULL
    ORDER BY id_of, position(bloc IN 'ACMVO'), niveau, item
"""


def bornes(annee: int) -> tuple[date, date]:
    return date(annee, 1, 1), date(annee, 12, 31)


@pytest.mark.parametrize("annee", COHORTES)
def test_ac_05_items_rated_0_or_1_by_block_then_level(annee, verite, recalcul_verite) -> None:
    """« liste triée (bloc, niveau) »."""
    attendus: dict[str, list[tuple[str, str, int]]] = {}
    for id_of, *point in recalcul_verite.poser(bornes(annee)).lignes(PRIORITAIRES):
        attendus.setdefault(id_of, []).append(tuple(point))
    assert attendus
    for id_of in verite["organismes"]["id_of"]:
        points = points_prioritaires(verite, Period.year(annee), id_of)
        trouves = points[["item", "bloc", "niveau"]].itertuples(index=False, name=None)
        assert list(trouves) == attendus.get(id_of, [])


def _organismes(sql, id_: str, annee: int) -> pd.DataFrame:
    lignes = sql.mesure(PLAN[id_], bornes(annee)).query("perimetre == 'organisme'")
    return lignes.set_index("id_of")[["numerator", "denominator", "value"]].astype("float64")


@pytest.mark.parametrize("annee", COHORTES)
def test_ac_09_level_beside_rate_of_those_who_have_both(annee, verite, recalcul_verite) -> None:
    niveaux = _organismes(recalcul_verite, "AC-02", annee)
    ruptures = _organismes(recalcul_verite, "RP-02", annee)
    attendu = niveaux.join(ruptures, how="inner", suffixes=("_ac", "_rp")).sort_index()
    trouve = accompagnement_et_ruptures(verite, Period.year(annee), SETTINGS).set_index("id_of")
    assert list(trouve.index) == list(attendu.index)
    colonnes = ["niveau", "reponses", "rompus", "entres", "taux"]
    noms = ["value_ac", "denominator_ac", "numerator_rp", "denominator_rp", "value_rp"]
    for nom, attendue in zip(colonnes, noms, strict=True):
        assert trouve[nom].astype("float64").tolist() == pytest.approx(attendu[attendue].tolist())


def _valeur(sql, id_: str, annee: int, id_of: str | None) -> float | None:
    """The value of the SQL; a count with no row is 0, anything else is nothing."""
    lignes = sql.mesure(PLAN[id_], bornes(annee))
    perimetre = "region" if id_of is None else "organisme"
    ici = lignes[(lignes["perimetre"] == perimetre) & (lignes["id_of"] == (id_of or ""))]
    if ici.empty:
        return 0.0 if PLAN[id_].genre in {"compte", "somme"} else None
    valeur = ici["value"].astype("float64").iloc[0]
    return None if isnan(valeur) else valeur


@pytest.mark.parametrize("id_of", [None, "OF-0103"])
@pytest.mark.parametrize("id_", ["BA-02", "BA-03", "BA-11", "BA-16", "RP-02", "RP-14"])
def test_ba_25_value_now_less_value_before(id_, id_of, verite, recalcul_verite) -> None:
    """« valeur(N) - valeur(N-1), en points pour les taux » ; « Base N-1 nulle » : rien."""
    trouve = ecart(indicator(id_), verite, Period.year(2024), SETTINGS, id_of)
    valeur, avant = (_valeur(recalcul_verite, id_, annee, id_of) for annee in (2024, 2023))
    assert (trouve.value, trouve.value_avant) == pytest.approx((valeur, avant))
    difference = None if valeur is None or avant is None else valeur - avant
    assert trouve.difference == pytest.approx(difference)
    assert (trouve.unite == "points") == (PLAN[id_].genre == "part")
    if PLAN[id_].genre == "part" or difference is None or not avant:
        assert trouve.relative is None
    else:
        assert trouve.relative == pytest.approx(100 * difference / avant)


def test_ba_25_a_year_before_any_row_is_not_provided(verite) -> None:
    """« Base N-1 absente » : a year without data reads as one, never as 0."""
    trouve = ecart(indicator("BA-02"), verite, Period.year(2019), SETTINGS)
    assert (trouve.value, trouve.state_avant, trouve.difference) == (None, "non_fourni", None)
