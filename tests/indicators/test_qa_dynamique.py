"""The logistic curve: covers what was held back, says when it cannot, the same bytes each time."""

from __future__ import annotations

import inspect
import sys
from datetime import date, timedelta
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.indicators import qualiopi_dynamique as dynamique
from reportlib.indicators.lpof_datadock import serie_datadock
from reportlib.intake.lpof_datadock import read_datadock

LARGEUR = 0.15
"""Widest half-interval that still says something, as a part of the value."""


@pytest.fixture(scope="module")
def serie(root: Path) -> pd.DataFrame:
    """The real national series of certified organisations, as the sample carries it."""
    path = root / "data_samples" / "verite" / "certifications_nationales.csv"
    rows = pd.read_csv(path, parse_dates=["date"])
    france = rows.loc[rows["territoire"].fillna("France").eq("France")]
    return france[["date", "certifies"]].rename(columns={"certifies": "valeur"})


def covers(module: ModuleType, points: pd.DataFrame) -> bool:
    """Whether the curve of all points but the last holds it, in an interval that says something."""
    ordered = points.sort_values("date")
    last = ordered.iloc[-1]
    fitted = module.ajustement(ordered.iloc[:-1], [last["date"].date()])
    if fitted.etat != "ajuste":
        return False
    one = fitted.courbe.iloc[0]
    sharp = one["maximum"] - one["minimum"] <= 2 * LARGEUR * one["valeur"]
    return bool(sharp and one["minimum"] <= last["valeur"] <= one["maximum"])


def mutant(before: str, after: str) -> ModuleType:
    source = inspect.getsource(dynamique)
    assert source.count(before) == 1
    name = "qualiopi_dynamique_mutant"
    spec = spec_from_loader(name, loader=None)
    assert spec is not None
    module = module_from_spec(spec)
    sys.modules[name] = module
    exec(compile(source.replace(before, after), name, "exec"), module.__dict__)
    return module


def test_the_interval_covers_the_last_real_point_held_back(serie: pd.DataFrame) -> None:
    assert len(serie) >= dynamique.POINTS + 1
    assert covers(dynamique, serie)
    fitted = dynamique.ajustement(serie.sort_values("date").iloc[:-1], [date(2024, 4, 1)])
    assert fitted.courbe["extrapolation"].tolist() == [True]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("np.sqrt(fit.spread**2 + of_curve)", "0.01 * fit.spread"),
        ("student.ppf((1 + NIVEAU) / 2, fit.freedom)", "0.1"),
        ("floor + (ceiling - floor) * grown", "floor + ceiling * grown * 0.5"),
    ],
    ids=["only a spread", "hardly a level", "another curve"],
)
def test_an_interval_too_narrow_is_seen(serie: pd.DataFrame, before: str, after: str) -> None:
    assert not covers(mutant(before, after), serie)


def test_derivatives_are_those_of_the_curve() -> None:
    """Against differences: the delta method rests on them."""
    numbers = np.array([7_000.0, 44_000.0, 4.0, 1.0])
    years = np.linspace(0, 3, 7)
    steps = np.diag(1e-6 * numbers)
    for rank, step in enumerate(steps):
        above = dynamique._logistique(years, *(numbers + step))
        below = dynamique._logistique(years, *(numbers - step))
        slope = (above - below) / (2 * step[rank])
        assert np.allclose(
            dynamique._gradient(years, numbers)[:, rank], slope, rtol=1e-4, atol=1e-3
        )


@pytest.mark.parametrize("seed", range(3))
def test_dates_in_disorder_are_seen(serie: pd.DataFrame, seed: int) -> None:
    ordered = serie.sort_values("date", ignore_index=True)
    turned = np.random.default_rng(seed).permutation(len(ordered) - 1)
    values = [*ordered["valeur"].to_numpy()[turned], ordered["valeur"].iloc[-1]]
    assert not covers(dynamique, ordered.assign(valeur=values))


def test_the_order_of_the_rows_does_not_matter_and_bytes_are_the_same(serie: pd.DataFrame) -> None:
    days = [date(2022, 1, 1), date(2024, 12, 31)]
    first = dynamique.ajustement(serie, days)
    again = dynamique.ajustement(serie.iloc[::-1], days[::-1])
    assert first.courbe.to_csv() == again.courbe.to_csv()
    assert first.phrase == again.phrase
    assert (first.courbe[["valeur", "minimum", "maximum"]] % dynamique.PAS).eq(0).all(axis=None)
    assert first.courbe["extrapolation"].tolist() == [False, True]


def test_never_beyond_the_horizon(serie: pd.DataFrame) -> None:
    last = serie["date"].max().date()
    assert len(dynamique.ajustement(serie, [last + timedelta(days=365)]).courbe) == 1
    with pytest.raises(ParameterError, match="au-delà de l’horizon de 365 jours"):
        dynamique.ajustement(serie, [last + timedelta(days=366)])
    with pytest.raises(ParameterError, match="horizon de 30 jours"):
        dynamique.ajustement(serie, [last + timedelta(days=31)], horizon=30)


def test_two_values_for_one_day_are_refused(serie: pd.DataFrame) -> None:
    with pytest.raises(ParameterError, match="deux valeurs pour un même jour"):
        dynamique.ajustement(pd.concat([serie, serie.iloc[:1]]), [])


def test_few_points_give_no_curve_and_say_so(serie: pd.DataFrame) -> None:
    fitted = dynamique.ajustement(serie.sort_values("date").iloc[:5], [date(2022, 1, 1)])
    assert fitted.etat == "trop_peu_de_points"
    assert fitted.courbe.empty
    assert "5 points, il en faut 6" in fitted.phrase
    assert dynamique.ajustement(serie.iloc[:0], [date(2022, 1, 1)]).etat == "trop_peu_de_points"


def test_the_three_snapshots_of_apprenticeship_are_no_series_to_fit(root: Path) -> None:
    known = read_datadock(root / "data_samples/publics/cfa_datadock_qualiopi_2020_2021.csv")
    snapshots = serie_datadock(known.etablissements)
    points = snapshots.rename(columns={"jour": "date", "certifies": "valeur"})
    points = points.assign(date=pd.to_datetime(points["date"]))
    fitted = dynamique.ajustement(points, [date(2021, 12, 31)])
    assert (fitted.etat, fitted.points) == ("trop_peu_de_points", 2)


def test_a_rise_that_has_not_bent_does_not_tell_its_ceiling() -> None:
    days = pd.date_range("2020-01-01", periods=8, freq="91D")
    rising = pd.DataFrame({"date": days, "valeur": 1000 * np.exp(0.5 * np.arange(8))})
    fitted = dynamique.ajustement(rising, [date(2021, 12, 31)])
    assert fitted.etat == "non_identifie"
    assert "ne dit pas encore son plafond" in fitted.phrase


@settings(max_examples=12, deadline=None)
@given(
    st.integers(0, 8_000), st.integers(20_000, 60_000), st.floats(2, 6), st.integers(300, 700),
    st.integers(0, 10_000),
)  # fmt: skip
def test_a_curve_of_known_numbers_is_found_again(
    floor: int, rise: int, speed: float, middle: int, seed: int
) -> None:
    days = np.linspace(0, 1_100, 12).round()
    noise = np.random.default_rng(seed).normal(0, 50, size=12)
    grown = 1 / (1 + np.exp(-speed * (days - middle) / 365.25))
    points = pd.DataFrame(
        {
            "date": pd.Timestamp("2020-12-31") + pd.to_timedelta(days, unit="D"),
            "valeur": floor + rise * grown + noise,
        }
    )
    fitted = dynamique.ajustement(points, [date(2024, 3, 1)])
    assert fitted.etat == "ajuste"
    assert fitted.plafond is not None
    assert abs(fitted.plafond - floor - rise) < 0.1 * (floor + rise)
