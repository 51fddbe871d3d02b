"""From a true value to the cell that a team would type: French dates, commas, synonyms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from random import Random

from .synonymes import BOOLEENS, MOIS, MOIS_COURTS, SYNONYMES, VIDES

Cell = str | int | float | date | None
INSECABLE = "\u00a0"
ORIGINE_EXCEL = date(1899, 12, 30)
VARIANTE, VIDE_TAPE = 0.12, 0.01
"""How often a variant is written; how often an empty cell holds a word for empty."""


@dataclass(frozen=True, kw_only=True)
class Maniere:
    """The manner of one file or sheet."""

    booleens: str = "oui_non"
    listes: str = " ; "
    excel: bool = False
    """True dates and numbers, as a workbook holds them; else text."""
    dates: tuple[str, ...] = ("barres",)
    """Writings of dates met in the file; the first is the usual one."""
    milliers: str = INSECABLE
    euro: str = f"{INSECABLE}€"
    priorite: str = "Priorité {}"
    mois: tuple[str, ...] = ("iso",)
    """Writings of months met in the file; the first is the usual one."""


def cell(kind: str, value: object, manner: Maniere, rng: Random) -> Cell:
    """Return the cell for a true value of that kind.

    Raises
    ------
    TypeError
        A value that its kind does not take.
    """
    kind, _, words = kind.partition(":")
    if value is None or value == ():
        return rng.choice(VIDES) if rng.random() < VIDE_TAPE else ""
    if isinstance(value, bool):
        return BOOLEENS[manner.booleens][0 if value else 1]
    if isinstance(value, date):
        return _day(value, manner, rng)
    if isinstance(value, tuple):
        if kind == "texte":
            return " ; ".join(value)
        return manner.listes.join(_word(words, item, rng) for item in value)
    if isinstance(value, Decimal):
        return float(value) if manner.excel else _number(value, kind, manner)
    if isinstance(value, int):
        if kind == "priorite":
            return manner.priorite.format(value)
        return value if manner.excel else str(value)
    if kind == "mois":
        return _month(str(value), manner, rng)
    if isinstance(value, str):
        return _word(words, value, rng) if kind == "enumere" else value
    raise TypeError(f"{kind}: no cell for {value!r}")


def _word(words: str, value: str, rng: Random) -> str:
    """Return the usual writing of a value, or now and then a variant."""
    writings = SYNONYMES[words][value]
    return rng.choice(writings) if rng.random() < VARIANTE else writings[0]


def _number(value: Decimal, kind: str, manner: Maniere) -> str:
    """« 1 234,50 », with « € » for amounts."""
    whole, _, cents = f"{value:.2f}".partition(".")
    groups = f"{int(whole):,}".replace(",", manner.milliers)
    if kind == "euros":
        return f"{groups},{cents}{manner.euro}"
    return groups if cents == "00" else f"{groups},{cents.rstrip('0')}"


def _day(day: date, manner: Maniere, rng: Random) -> Cell:
    """Write a day: a true date in a workbook, else text; now and then another writing."""
    style = manner.dates[0]
    if rng.random() < VARIANTE:
        style = rng.choice(manner.dates)
    return write_day(day, style)


def _month(month: str, manner: Maniere, rng: Random) -> str:
    """Write a month; now and then another way."""
    style = rng.choice(manner.mois) if rng.random() < VARIANTE else manner.mois[0]
    year, number = month.split("-")
    name, short = MOIS[int(number) - 1], MOIS_COURTS[int(number) - 1]
    writings = {
        "iso": month,
        "barres": f"{number}/{year}",
        "lettres": f"{name} {year}",
        "court": f"{short}-{year[2:]}",
        "jour": f"01/{number}/{year}",
    }
    return writings[style]


def write_day(day: date, style: str) -> Cell:
    """Return ``day`` in one of the French writings, as a date, or as Excel's serial number."""
    if style == "date":
        return datetime(day.year, day.month, day.day)
    if style == "serie":
        return (day - ORIGINE_EXCEL).days
    writings = {
        "barres": f"{day:%d/%m}/{day.year}",
        "courte": f"{day:%d/%m/%y}",
        "tirets": f"{day:%d-%m}-{day.year}",
        "points": f"{day:%d.%m}.{day.year}",
        "iso": day.isoformat(),
        "lettres": f"{day.day} {MOIS[day.month - 1]} {day.year}",
    }
    return writings[style]
