"""Days: the last day known to the registers, and the calendar of the commission."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from random import Random

from .hasard import draw

ANNEES = (2021, 2022, 2023, 2024)
EXTRACTION = date(2024, 12, 31)
"""The day of the export: nothing that happened later is written (planned days may be later)."""

MOIS_DE_DEPOT = {1: 9, 2: 8, 3: 10, 4: 9, 5: 9, 6: 8, 7: 6, 8: 3, 9: 9, 10: 11, 11: 10, 12: 8}
JEUDI = 3


def commissions() -> tuple[date, ...]:
    """Return the days of the commission: 2nd and 4th Thursdays, one only in August and December."""
    days: list[date] = []
    for year in ANNEES:
        for month in range(1, 13):
            first = date(year, month, 1)
            second = first + timedelta(days=(JEUDI - first.weekday()) % 7 + 7)
            fourth = second + timedelta(days=14)
            days += [fourth] if month == 8 else [second] if month == 12 else [second, fourth]
    return tuple(days)


COMMISSIONS = commissions()


def next_commission(day: date) -> date | None:
    """Return the first commission on ``day`` or later; None after the last one."""
    place = bisect_left(COMMISSIONS, day)
    return COMMISSIONS[place] if place < len(COMMISSIONS) else None


def working_day(day: date) -> date:
    """Return ``day``, or the Friday before when it falls on a week-end."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def day_of_year(rng: Random, year: int, months: tuple[int, ...] = tuple(range(1, 13))) -> date:
    """Return a working day of ``year``, months weighing as deposits do."""
    month = draw(rng, {m: MOIS_DE_DEPOT[m] for m in months})
    return working_day(date(year, month, 3 + rng.randrange(26)))


def after(rng: Random, day: date, least: int, most: int) -> date:
    """Return a working day ``least`` to ``most`` days after ``day``, never before it."""
    return max(day, working_day(day + timedelta(days=least + rng.randrange(most - least + 1))))


def known(day: date | None) -> date | None:
    """Return ``day`` when the export may know it, else None."""
    return day if day is not None and day <= EXTRACTION else None
