"""Periods: bounds included, months, what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.periods import Period, add_months


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-S1", date(2023, 1, 1), date(2023, 6, 30)),
        ("S2 2023", date(2023, 7, 1), date(2023, 12, 31)),
        ("01/03/2022-31/12/2022", date(2022, 3, 1), date(2022, 12, 31)),
        ("2022-03-01//2022-12-31", date(2022, 3, 1), date(2022, 12, 31)),
    ],
)
def test_forms_that_are_read(text: str, start: date, end: date) -> None:
    assert Period.parse(text) == Period(start, end)


@pytest.mark.parametrize(
    "text", ["", "23", "2023-S3", "31/02/2022-31/12/2022", "l'an 2023", "1789"]
)
def test_forms_that_are_refused(text: str) -> None:
    with pytest.raises(ParameterError):
        Period.parse(text)


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(ParameterError, match="avant de commencer"):
        Period(date(2023, 1, 2), date(2023, 1, 1))


def test_bounds_are_included_and_missing_dates_are_out() -> None:
    days = pd.Series(pd.to_datetime(["2022-12-31", "2023-01-01", "2023-12-31", "2024-01-01", None]))
    assert Period.year(2023).contains(days).tolist() == [False, True, True, False, False]


def test_the_year_before_a_leap_year() -> None:
    assert Period.year(2024).previous() == Period.year(2023)
    half = Period.half_year(2024, 1).previous()
    assert (half.end, (half.end - half.start).days) == (date(2023, 12, 31), 181)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2021, 11, 30), 3, date(2022, 2, 28)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2021, 3, 15), -3, date(2020, 12, 15)),
        (date(2022, 1, 31), 1, date(2022, 2, 28)),
    ],
)
def test_calendar_months(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.integers(-200, 200))
def test_months_never_leave_the_wanted_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved + timedelta(days=1)).day == 1


@given(st.dates(date(1995, 1, 1), date(2090, 1, 1)), st.integers(0, 900))
def test_months_of_a_period_cover_it(start: date, length: int) -> None:
    period = Period(start, start + timedelta(days=length))
    assert period.months[0] == f"{period.start:%Y-%m}"
    assert period.months[-1] == f"{period.end:%Y-%m}"
    assert len(set(period.months)) == len(period.months)
