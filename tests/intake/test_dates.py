# ruff: noqa: E501 - a row of a table, a sentence, stay on one line
"""Days and months, in every accepted form and at every boundary."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib.intake.dates import EXCEL_ORIGIN, FORM, read_date, read_month
from reportlib.wording import MONTHS, SHORT_MONTHS

FIFTH = date(2024, 3, 5)


@pytest.mark.parametrize(
    "written",
    [
        "05/03/2024", "5/3/2024", "05/03/24", "5/3/24", "05-03-2024", "05.03.2024", "2024-03-05",
        "2024-03-05T14:30:00", "2024-03-05 00:00:00", "05/03/2024 14:30", "05/03/2024 14h30",
        "5 mars 2024", "05 MARS 2024", "mardi 5 mars 2024", "5-mars-24", "5 mars 24", "05-mars-2024",
        " 05/03/2024 ", "05/03/2024\u00a0", "45356", "45356,0", "45356.604", 45356, 45356.0, 45356.99,
        FIFTH, datetime(2024, 3, 5, 23, 59),
    ],
)  # fmt: skip
def test_one_day_in_every_form(written):
    assert read_date(written).value == FIFTH
    assert not read_date(written).note


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1er janvier 2024", date(2024, 1, 1)),
        ("1ER Août 2023", date(2023, 8, 1)),
        ("12 févr. 2024", date(2024, 2, 12)),
        ("12 déc. 2023", date(2023, 12, 12)),
        ("31/12/68", date(2068, 12, 31)),
        ("01/01/69", date(1969, 1, 1)),
        ("01/01/00", date(2000, 1, 1)),
        ("29/02/2024", date(2024, 2, 29)),
        ("01/01/1950", date(1950, 1, 1)),
        ("31/12/2100", date(2100, 12, 31)),
        ("03/04/2024", date(2024, 4, 3)),
    ],
)
def test_boundaries_of_days(written, day):
    assert read_date(written).value == day


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("12/25/2023", f"{{valeur}} semble une date à l’américaine, mois d’abord : {FORM}"),
        ("02-28-2022", f"{{valeur}} semble une date à l’américaine, mois d’abord : {FORM}"),
        ("29/02/2023", f"{{valeur}} n’existe pas au calendrier : {FORM}"),
        ("31/04/2024", f"{{valeur}} n’existe pas au calendrier : {FORM}"),
        ("00/01/2024", f"{{valeur}} n’existe pas au calendrier : {FORM}"),
        ("32/13/2024", f"{{valeur}} n’existe pas au calendrier : {FORM}"),
        ("2023-02-29", f"{{valeur}} n’existe pas au calendrier : {FORM}"),
        ("31/12/1949", f"{{valeur}} tombe hors des années 1950 à 2100 : {FORM}"),
        ("05/03/2101", f"{{valeur}} tombe hors des années 1950 à 2100 : {FORM}"),
        (datetime(1900, 1, 1), f"{{valeur}} tombe hors des années 1950 à 2100 : {FORM}"),
        ("05-03-24", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("24-03-05", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("2024/03/05", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("20240305", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("05/03-2024", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("05/03/2024 au 07/03/2024", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("2024-03-05T23:30:00Z", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("March 5, 2024", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("mars 24", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("2024", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        (2024.0, f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("18000", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        (1e9, f"{{valeur}} n’est pas une date lisible : {FORM}"),
        ("bientôt", f"{{valeur}} n’est pas une date lisible : {FORM}"),
        (True, f"{{valeur}} n’est pas une date lisible : {FORM}"),
        (time(12, 0), f"{{valeur}} n’est pas une date lisible : {FORM}"),
        (timedelta(days=3), f"{{valeur}} n’est pas une date lisible : {FORM}"),
    ],
)
def test_what_is_no_day(written, why):
    outcome = read_date(written)
    assert outcome.value is None
    assert outcome.fault == why


def test_a_month_alone_is_its_first_day_and_says_so():
    outcome = read_date("mars 2024")
    assert outcome.value == date(2024, 3, 1)
    assert outcome.note == "jour absent, lu le premier du mois"


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_written_in_any_form_reads_back(day):
    number = "1er" if day.day == 1 else str(day.day)
    long_month, short_month = MONTHS[day.month - 1], SHORT_MONTHS[day.month - 1]
    for written in (
        f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", f"{day:%d.%m.%Y}", f"{day.day}/{day.month}/{day.year}",
        day.isoformat(), f"{day}T00:00:00", f"{day:%d/%m/%Y} 08:15",
        f"{number} {long_month} {day.year}", f"{number} {long_month.upper()} {day.year}",
        f"{number} {short_month} {day.year}", f"{day.day}-{short_month}-{day.year}",
        (day - EXCEL_ORIGIN).days, float((day - EXCEL_ORIGIN).days), str((day - EXCEL_ORIGIN).days),
        day, datetime(day.year, day.month, day.day, 13, 5),
    ):  # fmt: skip
        assert read_date(written).value == day, written


@given(st.dates(min_value=date(1969, 1, 1), max_value=date(2068, 12, 31)))
def test_two_digits_of_year_read_back(day):
    assert read_date(f"{day:%d/%m/%y}").value == day


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31)))
def test_the_american_form_is_never_taken_for_another_day(day):
    outcome = read_date(f"{day:%m/%d/%Y}")
    if day.day > 12:
        assert outcome.value is None
    else:
        assert outcome.value == date(day.year, day.day, day.month)


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("2024-01", "2024-01"), ("01/2024", "2024-01"), ("1/2024", "2024-01"), ("janv-24", "2024-01"),
        ("janv.-24", "2024-01"), ("Janvier 2024", "2024-01"), ("15/01/2024", "2024-01"),
        (date(2024, 1, 31), "2024-01"), ("déc-68", "2068-12"), ("déc-69", "1969-12"),
    ],
)  # fmt: skip
def test_months(written, month):
    assert read_month(written).value == month


@pytest.mark.parametrize("written", ["13/2024", "2024", "T1 2024", "00/2024", "2024-13", ""])
def test_what_is_no_month(written):
    assert read_month(written).fault == (
        "{valeur} n’est pas un mois lisible : écrivez année-mois, par exemple 2024-03"
    )
