"""Days and months in all the forms that French files hold; never the American one."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from reportlib.intake.cells import Cell, Outcome
from reportlib.registers.keys import folded

FIRST_YEAR, LAST_YEAR = 1950, 2100
"""Years of a plausible day; our choice, against typing faults such as 0203 or 2203. [years]"""
PIVOT = 68
"""Two-digit years up to this are 20xx, above 19xx."""
EXCEL_ORIGIN = date(1899, 12, 30)
FORM = "écrivez jour/mois/année, par exemple 05/03/2024"

_MONTHS = {
    "janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "mar": 3,
    "avril": 4, "avr": 4, "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "aout": 8, "septembre": 9,
    "sept": 9, "sep": 9, "octobre": 10, "oct": 10, "novembre": 11, "nov": 11,
    "decembre": 12, "dec": 12,
}  # fmt: skip
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_HOUR = r"(?:[ t]+\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?"
_NUMERIC = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){_HOUR}")
_SHORT = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/(\d{{2}}){_HOUR}")
_ISO = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}}){_HOUR}")
_WORDS = re.compile(rf"{_WEEKDAY}(\d{{1,2}})(?:er)?[ -]({_NAME})\.?[ -](\d{{4}}|\d{{2}})")
_MONTH = re.compile(rf"({_NAME})\.?[ -](\d{{4}})")
_SHORT_MONTH = re.compile(rf"({_NAME})\.?[ -](\d{{2}})")
_NUMERIC_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")


def read_date(cell: Cell) -> Outcome:
    """Return the day that ``cell`` says, as a ``date``.

    ``JJ/MM/AAAA``, ``JJ/MM/AA``, ``JJ-MM-AAAA``, ``JJ.MM.AAAA``, ISO, « 5 mars 2024 »,
    « mars 2024 » (its first day, with a note), Excel's serial number; an hour is left out.
    """
    if isinstance(cell, datetime):
        return _checked(cell.date())
    if isinstance(cell, date):
        return _checked(cell)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return _refused()
    if not isinstance(cell, str):
        return _serial(float(cell))
    return _written(" ".join(folded(cell).split()))


def read_month(cell: Cell) -> Outcome:
    """Return the month that ``cell`` says, as « AAAA-MM »: 01/2024, janv-24, or any day of it."""
    if isinstance(cell, str):
        text = " ".join(folded(cell).split())
        for form, month, year in ((_NUMERIC_MONTH, 1, 2), (_ISO_MONTH, 2, 1)):
            if found := form.fullmatch(text):
                return _month(int(found[year]), int(found[month]))
        if found := _SHORT_MONTH.fullmatch(text):
            return _month(_century(found[2]), _MONTHS[found[1]])
    day = read_date(cell)
    if not isinstance(day.value, date):
        return Outcome(
            fault="{valeur} n’est pas un mois lisible : écrivez année-mois, par exemple 2024-03"
        )
    return _month(day.value.year, day.value.month)


def _written(text: str) -> Outcome:
    """Return the day written as ``text``, already folded."""
    if found := _NUMERIC.fullmatch(text):
        return _day(int(found[4]), int(found[3]), int(found[1]))
    if found := _SHORT.fullmatch(text):
        return _day(_century(found[3]), int(found[2]), int(found[1]))
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _WORDS.fullmatch(text):
        return _day(_century(found[3]), _MONTHS[found[2]], int(found[1]))
    if found := _MONTH.fullmatch(text):
        first = _day(int(found[2]), _MONTHS[found[1]], 1)
        return Outcome(first.value, first.fault, "jour absent, lu le premier du mois")
    if _SERIAL.fullmatch(text):
        return _serial(float(text.replace(",", ".")))
    return _refused()


def _day(year: int, month: int, day: int) -> Outcome:
    """Return a day of the calendar, or say why it is none."""
    if month > 12 >= day:
        return Outcome(fault=f"{{valeur}} semble une date à l’américaine, mois d’abord : {FORM}")
    try:
        return _checked(date(year, month, day))
    except ValueError:
        return Outcome(fault=f"{{valeur}} n’existe pas au calendrier : {FORM}")


def _checked(day: date) -> Outcome:
    """Refuse a day of an implausible year."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return Outcome(date(day.year, day.month, day.day))
    return Outcome(fault=f"{{valeur}} tombe hors des années {FIRST_YEAR} à {LAST_YEAR} : {FORM}")


def _serial(number: float) -> Outcome:
    """Return the day of Excel's serial number; the part after the comma is the hour."""
    first = (date(FIRST_YEAR, 1, 1) - EXCEL_ORIGIN).days
    last = (date(LAST_YEAR, 12, 31) - EXCEL_ORIGIN).days
    if first <= number < last + 1:
        return Outcome(EXCEL_ORIGIN + timedelta(days=int(number)))
    return _refused()


def _month(year: int, month: int) -> Outcome:
    """Return « AAAA-MM », or say that it is no month."""
    if 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR:
        return Outcome(f"{year:04d}-{month:02d}")
    return Outcome(
        fault="{valeur} n’est pas un mois lisible : écrivez année-mois, par exemple 2024-03"
    )


def _century(digits: str) -> int:
    """Return the year that two or four digits say."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return 2000 + year if year <= PIVOT else 1900 + year


def _refused() -> Outcome:
    return Outcome(fault=f"{{valeur}} n’est pas une date lisible : {FORM}")
