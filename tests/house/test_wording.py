"""French as it prints: numbers, dates, plurals, marks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib import wording as w

NB, NN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, "0"), (1234, f"1{NN}234"), (-5, "\u22125"), (1234567, f"1{NN}234{NN}567")],
)
def test_integers(number: int, shown: str) -> None:
    assert w.integer(number) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [(65.05, "65,1"), (65.04, "65,0"), (0.25, "0,3"), (-0.25, "\u22120,3"), (-0.04, "0,0")],
)
def test_decimals_round_half_up(number: float, shown: str) -> None:
    assert w.decimal(number) == shown


@pytest.mark.parametrize(
    ("gap", "shown"),
    [
        (4.2, f"+{NB}4,2{NB}points"),
        (1.0, f"+{NB}1,0{NB}point"),
        (-2.0, f"\u2212{NB}2,0{NB}points"),
        (0.0, f"0,0{NB}point"),
    ],
)
def test_points(gap: float, shown: str) -> None:
    assert w.points(gap) == shown


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        (0, "aucune alerte"),
        (1, f"1{NB}alerte"),
        (2, f"2{NB}alertes"),
        (1500, f"1{NN}500{NB}alertes"),
    ],
)
def test_plurals(n: int, shown: str) -> None:
    assert w.counted(n, "alerte", none="aucune alerte") == shown


def test_first_of_the_month_is_an_ordinal() -> None:
    assert w.day(date(2024, 1, 1)) == f"1er{NB}janvier 2024"
    assert w.day(date(2024, 3, 12)) == f"12{NB}mars 2024"


def test_a_period_names_its_year_once() -> None:
    shown = w.span_of_days(date(2023, 1, 1), date(2023, 12, 31))
    assert shown == f"du 1er{NB}janvier au 31{NB}décembre 2023"
    assert w.span_of_days(date(2022, 7, 1), date(2023, 6, 30)).count("20") == 2


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("l'an : 12 % !", f"l’an{NB}: 12{NB}%{NB}!"),
        ("« oui » ; (non)", f"«{NB}oui{NB}»{NB}; (non)"),
        ("déjà\u00a0: bien", f"déjà{NB}: bien"),
    ],
)
def test_typography(written: str, shown: str) -> None:
    assert w.typographed(written) == shown


@given(st.text())
def test_typography_twice_changes_nothing_more(text: str) -> None:
    once = w.typographed(text)
    assert w.typographed(once) == once


@given(st.text())
def test_values_are_never_read_as_marks(value: str) -> None:
    spans = w.rich("De **{x}** à //{x}//.", x=value)
    assert w.plain(spans) == f"De {value} à {value}."
    assert [style for text, style in spans if text == value != ""] in (
        [],
        ["strong", "emph"],
    ) or value in {"De ", " à ", "."}


def test_lists() -> None:
    assert w.listed([]) == ""
    assert w.listed(["a"]) == "a"
    assert w.listed(["a", "b", "c"]) == "a, b et c"
