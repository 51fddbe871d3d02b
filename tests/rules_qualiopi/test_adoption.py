"""R-ADO-01 to R-ADO-10: rates with a base, implied values, coherence of quoted figures, pace."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.rules import adoption, chiffres_cites
from reportlib.rules.adoption import Taux

MARS, ECHEANCE = date(2021, 3, 15), date(2022, 1, 1)
DECEMBRE = date(2020, 12, 31)


def part(numerateur: int, base: int) -> float | None:
    valeur = Taux(numerateur=numerateur, denominateur=base, base="essai").valeur
    return valeur if valeur is None else round(valeur, 2)


def test_r_ado_01_certified_at_the_end_of_2020() -> None:
    got = chiffres_cites.valeur_precedente(8304, 10)
    assert got is not None
    assert round(got.valeur, 1) == 7549.1
    assert (got.minimum, got.maximum) == (7515, 7583)


def test_r_ado_01_in_progress_at_the_end_of_2020() -> None:
    got = chiffres_cites.valeur_precedente(5860, 25)
    assert got is not None
    assert (got.valeur, got.minimum, got.maximum, got.possible) == (4688.0, 4670, 4706, True)


def test_r_ado_02_the_quoted_thousand_does_not_fit_the_quoted_ten_percent() -> None:
    got = chiffres_cites.coherence_hausse(8304, 10, 1000)
    assert got is not None
    assert (round(got.calculee), got.minimum, got.maximum) == (755, 721, 789)
    assert (round(got.ecart), got.coherent) == (245, False)
    assert got.phrase.replace("\u202f", " ").replace("\u00a0", " ") == (
        "1 000 annoncés, 755 calculés (de 721 à 789) : incohérent"
    )


@pytest.mark.parametrize(
    ("annoncee", "coherent"), [(720, False), (721, True), (755, True), (789, True), (790, False)]
)
def test_r_ado_02_tolerance_is_the_rounding_of_the_rate(annoncee: int, coherent: bool) -> None:
    got = chiffres_cites.coherence_hausse(8304, 10, annoncee)
    assert got is not None
    assert got.coherent is coherent


def test_r_ado_02_a_thousand_more_would_be_13_7_percent() -> None:
    got = adoption.evolution(7304, DECEMBRE, 8304, MARS)
    assert got.taux is not None
    assert (round(got.taux, 1), got.difference, got.jours) == (13.7, 1000, 74)


def test_r_ado_03_and_04_shares_of_both_bases() -> None:
    assert part(8304 + 5860, 55_000) == 25.75
    assert part(8304 + 5860, 80_000) == 17.7
    assert [part(8304, 55_000), part(8304, 80_000)] == [15.1, 10.38]
    assert [part(5860, 55_000), part(5860, 80_000)] == [10.65, 7.33]
    assert part(55_000, 80_000) == 68.75
    whole = adoption.evolution(12_237, DECEMBRE, 14_164, MARS)
    assert whole.taux is not None
    assert round(whole.taux, 1) == 15.7


@pytest.mark.parametrize(
    ("annonce", "decimales", "lecture"),
    [(25, 0, "troncature"), (26, 0, "arrondi"), ("25.8", 1, "arrondi"), (24, 0, "incoherent")],
)
def test_r_ado_03_how_a_quoted_share_reads(
    annonce: float | str, decimales: int, lecture: str
) -> None:
    taux = Taux(numerateur=14_164, denominateur=55_000, base="référençables Datadock")
    assert chiffres_cites.lecture_du_taux(taux, annonce, decimales) == lecture


def test_r_ado_05_cnefop_in_2019() -> None:
    assert chiffres_cites.effectif_implicite("11.5", 55_000) == 6325


@pytest.mark.parametrize(
    ("jour", "jours", "mois", "vrai"),
    [(MARS, 292, 9.6, False), (date(2021, 6, 8), 207, 6.8, True)],
)
def test_r_ado_06_less_than_nine_months(jour: date, jours: int, mois: float, vrai: bool) -> None:
    got = chiffres_cites.reste_a_courir(jour, ECHEANCE, 9)
    assert (got.jours, round(got.mois, 1), got.vrai) == (jours, mois, vrai)


def test_r_ado_06_said_in_words() -> None:
    said = chiffres_cites.reste_a_courir(MARS, ECHEANCE, 9).phrase.replace("\u00a0", " ")
    assert said == "292 jours, soit 9,6 mois : « moins de 9 mois » est faux"
    half = chiffres_cites.reste_a_courir(date(2021, 6, 8), ECHEANCE, 6.5)
    assert "moins de 6,5 mois" in half.phrase
    assert not half.vrai


def test_r_ado_06_boundaries() -> None:
    assert not chiffres_cites.reste_a_courir(date(2021, 4, 1), ECHEANCE, 9).vrai
    assert chiffres_cites.reste_a_courir(date(2021, 4, 2), ECHEANCE, 9).vrai
    assert chiffres_cites.en_demi_mois(74) == 2.5
    assert chiffres_cites.en_demi_mois((MARS - DECEMBRE).days) == 2.5


def test_r_ado_07_a_rate_names_its_base() -> None:
    with pytest.raises(ParameterError, match="nomme sa base"):
        Taux(numerateur=1, denominateur=2, base=" ")
    with pytest.raises(ParameterError, match="positifs"):
        Taux(numerateur=-1, denominateur=2, base="OF")
    assert part(3, 0) is None
    said = Taux(numerateur=14_164, denominateur=55_000, base="référençables Datadock").texte
    assert said == "25,8\u00a0% (14\u202f164 sur 55\u202f000 référençables Datadock)"
    assert Taux(numerateur=0, denominateur=0, base="OF").texte == "s.\u00a0o. (0 sur 0 OF)"


def test_r_ado_08_observed_and_needed_pace() -> None:
    observed = adoption.evolution(7549, DECEMBRE, 8304, MARS).rythme
    needed = adoption.rythme_requis(55_000, 8304, MARS, ECHEANCE)
    assert (observed, needed) == (755 / 74, 46_696 / 292)
    assert (round(755 / 74, 1), round(46_696 / 292, 1)) == (10.2, 159.9)


def test_r_ado_08_deadline_over_or_target_reached() -> None:
    assert adoption.rythme_requis(55_000, 8304, ECHEANCE, ECHEANCE) is None
    assert adoption.rythme_requis(55_000, 8304, date(2022, 1, 2), ECHEANCE) is None
    assert adoption.rythme_requis(8304, 8304, MARS, ECHEANCE) == 0
    assert adoption.rythme_requis(10, 9, date(2021, 12, 31), ECHEANCE) == 1
    assert adoption.evolution(1, MARS, 2, MARS).rythme is None


def test_r_ado_09_and_10_outside_marks() -> None:
    assert sum(adoption.INSTANCES_DE_LABELLISATION.values()) == 7
    assert adoption.CERTIFICATEURS_ACCREDITES == 27
    assert adoption.DUREE_DEMARCHE_MOIS == (2, 6)


def test_what_gives_no_value() -> None:
    assert chiffres_cites.valeur_precedente(8304, -100) is None
    assert chiffres_cites.coherence_hausse(8304, "-99.6", 5) is None
    assert chiffres_cites.lecture_du_taux(Taux(numerateur=1, denominateur=0, base="OF"), 10) is None
    assert adoption.evolution(0, DECEMBRE, 5, MARS).taux is None
    impossible = chiffres_cites.valeur_precedente(1, 10)
    assert impossible is not None
    assert not impossible.possible
    with pytest.raises(ParameterError, match="-101"):
        chiffres_cites.valeur_precedente(8304, -101)
    with pytest.raises(ParameterError, match="précède"):
        adoption.evolution(1, MARS, 2, DECEMBRE)


@given(st.integers(1, 100_000), st.integers(0, 300_000), st.integers(0, 2))
def test_the_true_earlier_value_is_in_the_interval(before: int, after: int, digits: int) -> None:
    rate = Fraction(100 * (after - before), before)
    quoted = round(rate, digits)
    got = chiffres_cites.valeur_precedente(after, str(float(quoted)), digits)
    if got is None:
        assert quoted - Fraction(1, 2 * 10**digits) <= -100
    else:
        assert got.minimum <= before <= got.maximum
        assert got.hausse_min <= after - before <= got.hausse_max


@given(st.integers(0, 50_000), st.integers(1, 50_000), st.integers(0, 2))
def test_a_rounded_share_reads_as_rounded(counted: int, base: int, digits: int) -> None:
    exact = Fraction(100 * counted, base)
    taux = Taux(numerateur=counted, denominateur=base, base="OF")
    assert (
        chiffres_cites.lecture_du_taux(taux, str(float(round(exact, digits))), digits) == "arrondi"
    )
