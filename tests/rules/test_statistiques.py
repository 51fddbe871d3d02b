"""Statistics: published examples, an independent computation, what few cases may not say."""

from __future__ import annotations

import subprocess
import sys
from math import comb, sqrt
from statistics import NormalDist

import pytest
from scipy.stats import spearmanr

from reportlib.rules import statistiques
from reportlib.sections import statistiques as phrases

Z = NormalDist().inv_cdf(0.975)


def wilson(successes: int, cases: int) -> tuple[float, float]:
    """Wilson's interval written out, in percent."""
    share = successes / cases
    middle = (share + Z**2 / (2 * cases)) / (1 + Z**2 / cases)
    half = Z * sqrt(share * (1 - share) / cases + Z**2 / (4 * cases**2)) / (1 + Z**2 / cases)
    return 100 * (middle - half), 100 * (middle + half)


def hypergeometric(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Fisher's two-sided p: the tables of same margins no more likely than the one seen."""
    events, one, whole = first[0] + second[0], sum(first), sum(first) + sum(second)
    lowest = max(0, events - sum(second))
    weights = {
        n: comb(one, n) * comb(whole - one, events - n) for n in range(lowest, min(events, one) + 1)
    }
    seen = weights[first[0]]
    return sum(w for w in weights.values() if w <= seen) / sum(weights.values())


@pytest.mark.parametrize(
    ("successes", "cases", "low", "high"),
    [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.0, 16.11), (1, 29, 0.61, 17.18)],
)
def test_wilson_of_newcombe_s_four_examples(successes, cases, low, high):
    """Newcombe, « Two-sided confidence intervals for the single proportion », 1998, method 3."""
    found = statistiques.taux(successes, cases)
    assert (round(found.bas, 2), round(found.haut, 2)) == (low, high)


@pytest.mark.parametrize("cases", [1, 2, 9, 10, 37, 353])
def test_wilson_is_the_formula_written_out(cases):
    for successes in {0, 1, cases // 2, cases - 1, cases}:
        found = statistiques.taux(successes, cases)
        low, high = wilson(successes, cases)
        assert found.part == pytest.approx(100 * successes / cases)
        assert found.bas == pytest.approx(low, abs=1e-9)
        assert found.haut == pytest.approx(high, abs=1e-9)
        assert found.bas <= found.part + 1e-9 <= found.haut + 2e-9


def test_a_share_without_a_base_is_missing_never_0():
    nothing = statistiques.taux(0, 0)
    assert (nothing.part, nothing.bas, nothing.haut) == (None, None, None)


@pytest.mark.parametrize(("successes", "cases"), [(3, 2), (-1, 5), (1, 0)])
def test_what_is_no_share_is_refused(successes, cases):
    with pytest.raises(ValueError, match="is no share"):
        statistiques.taux(successes, cases)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 5.24, 33.39),
        ((9, 10), (3, 10), 17.05, 80.90),
        ((5, 56), (0, 29), -3.81, 19.26),
        ((0, 10), (0, 20), -16.11, 27.75),
        ((10, 10), (0, 20), 67.91, 100.0),
    ],
)
def test_newcombe_s_interval_of_a_difference(first, second, low, high):
    """Newcombe, « Interval estimation for the difference […] », 1998, method 10."""
    gap = statistiques.ecart(statistiques.taux(*first), statistiques.taux(*second))
    assert gap.points == pytest.approx(100 * (first[0] / first[1] - second[0] / second[1]))
    assert (round(gap.bas, 2), round(gap.haut, 2)) == (low, high)
    assert gap.compatible_avec_zero == (low <= 0 <= high)


def test_a_gap_turned_round_is_its_opposite():
    one, two = statistiques.taux(12, 40), statistiques.taux(5, 31)
    there, back = statistiques.ecart(one, two), statistiques.ecart(two, one)
    assert back.points == pytest.approx(-there.points)
    assert (back.bas, back.haut) == pytest.approx((-there.haut, -there.bas))
    assert back.p == pytest.approx(there.p)
    less = statistiques.ecart(statistiques.taux(48, 80), statistiques.taux(56, 70))
    assert not less.compatible_avec_zero


@pytest.mark.parametrize(
    ("first", "second", "p"),
    [
        ((6, 2), (1, 4), 0.10256410256410257),
        ((8, 2), (1, 5), 0.034965034965034965),
        ((3, 1), (1, 3), 34 / 70),
    ],
)
def test_fisher_of_published_examples(first, second, p):
    """The documentation of ``scipy.stats.fisher_exact``, and Fisher's lady tasting tea."""
    assert statistiques.fisher(first, second) == pytest.approx(p)


@pytest.mark.parametrize(
    ("first", "second"), [((25, 328), (40, 310)), ((0, 12), (5, 20)), ((7, 3), (7, 3))]
)
def test_fisher_is_the_sum_of_hypergeometric_weights(first, second):
    found = statistiques.fisher(first, second)
    assert found == pytest.approx(hypergeometric(first, second), rel=1e-9)
    assert 0 <= found <= 1


@pytest.mark.parametrize(("first", "second", "compared"), [(10, 10, 1), (9, 40, 0), (40, 9, 0)])
def test_under_10_in_a_group_there_are_counts_only(first, second, compared):
    gap = statistiques.ecart(statistiques.taux(2, first), statistiques.taux(3, second))
    assert gap.lisible == bool(compared)
    told = (gap.points, gap.bas, gap.haut, gap.p)
    assert all(one is not None for one in told) if compared else told == (None,) * 4
    assert (gap.premier.numerateur, gap.second.numerateur) == (2, 3)
    words = phrases.phrase_ecart(gap)
    assert ("points" in words) == bool(compared)
    assert ("pas comparés" in words) != bool(compared)


def test_under_10_a_share_is_told_by_its_counts():
    nine, ten = statistiques.taux(3, 9), statistiques.taux(3, 10)
    assert (nine.lisible, ten.lisible) == (False, True)
    assert phrases.phrase_taux(nine) == (
        "3 sur 9\u00a0; moins de 10 dans la base\u00a0: à lire en nombres"
    )
    assert "30,0\u00a0%" in phrases.phrase_taux(ten)
    assert phrases.avertissement(ten) == ""


def test_a_share_says_its_base_and_its_interval():
    assert phrases.phrase_taux(statistiques.taux(25, 353)) == (
        "25 sur 353, soit 7,1\u00a0% (intervalle à 95\u00a0%\u00a0: de 4,8\u00a0% à 10,2\u00a0%)"
    )
    assert phrases.phrase_taux(statistiques.taux(0, 0)).startswith("s. o.")


def test_a_gap_says_when_no_gap_stays_possible():
    clear = statistiques.ecart(statistiques.taux(56, 70), statistiques.taux(48, 80))
    unclear = statistiques.ecart(statistiques.taux(5, 56), statistiques.taux(0, 29))
    assert "reste possible" not in phrases.phrase_ecart(clear)
    assert "reste possible" in phrases.phrase_ecart(unclear)
    assert "+\u00a020,0\u00a0points" in phrases.phrase_ecart(clear)
    assert "p\u00a0=\u00a00,013" in phrases.phrase_ecart(clear)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("la check-list", "un effet de la check-list."),
        ("les groupes de parole", "un effet des groupes de parole."),
        ("l'accompagnement", "un effet de l’accompagnement."),
        ("le suivi", "un effet du suivi."),
    ],
)
def test_no_rate_proves_an_effect(what, words):
    assert phrases.sans_effet(what) == (
        "Ces taux décrivent la période\u00a0; ils ne démontrent pas " + words
    )


def test_a_median_in_words():
    few = statistiques.Mediane(cas=4, valeur=None, minimum=1.0, maximum=8.0)
    enough = statistiques.Mediane(cas=5, valeur=1.5, minimum=1.0, maximum=9.0)
    none = statistiques.Mediane(cas=0, valeur=None, minimum=None, maximum=None)
    assert phrases.phrase_mediane(few, "jour") == (
        "de 1 à 8\u00a0jours (4\u00a0cas\u00a0: pas de médiane sous 5)"
    )
    assert phrases.phrase_mediane(enough, "jour") == "médiane\u00a0: 1,5\u00a0jour (5\u00a0cas)"
    assert phrases.phrase_mediane(none, "jour").startswith("s. o.")


def test_no_correlation_under_20_organisations():
    rising = [float(n) for n in range(20)]
    assert statistiques.correlation(rising[:19], rising[:19]) is None
    assert statistiques.correlation(rising, [n**2 for n in rising]) == pytest.approx(1)
    assert statistiques.correlation(rising, rising[::-1]) == pytest.approx(-1)
    assert statistiques.correlation(rising, [1.0] * 20) is None
    ties = [n // 3 * (-1) ** n for n in range(20)]
    assert statistiques.correlation(rising, ties) == pytest.approx(
        spearmanr(rising, ties).statistic
    )
    assert "20 organismes" in phrases.phrase_correlation(None, 19)
    assert "égales" in phrases.phrase_correlation(None, 20)
    assert "pas une cause" in phrases.phrase_correlation(-0.4, 20)
    with pytest.raises(ValueError, match="differ in length"):
        statistiques.correlation(rising, rising[:19])


def test_reading_the_module_does_not_load_scipy():
    code = "import sys, reportlib.rules.statistiques; print('scipy' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
