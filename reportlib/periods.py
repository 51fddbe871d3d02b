"""Periods: a year, a half-year, free dates. The only place that reads their text."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from reportlib.errors import ParameterError

if TYPE_CHECKING:
    import pandas as pd

EXAMPLES = "« 2023 », « 2023-S1 » ou « 01/03/2022-31/12/2022 »"
_HALF = re.compile(r"(?:(\d{4})\s*[- ]\s*S([12])|S([12])\s*[- ]\s*(\d{4}))", re.IGNORECASE)
_FREE = re.compile(r"(\S+?)\s*(?:-|–|au|/{2})\s*(\d{2}/\d{2}/\d{4}|\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, order=True)
class Period:
    """Days from ``start`` to ``end``, both included (convention C-1)."""

    start: date
    end: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.end < self.start:
            raise ParameterError(
                f"La période finit ({self.end:%d/%m/%Y}) avant de commencer "
                f"({self.start:%d/%m/%Y}). Écrivez-la, par exemple, {EXAMPLES}."
            )

    @classmethod
    def year(cls, year: int) -> Period:
        """Return the calendar year.

        Raises
        ------
        ParameterError
            ``year`` is not between 1990 and 2100.
        """
        if not 1990 <= year <= 2100:
            raise ParameterError(
                f"« {year} » n'est pas une année attendue : de 1990 à 2100, par exemple 2023."
            )
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def half_year(cls, year: int, half: int) -> Period:
        """Return the first (1) or second (2) half of a calendar year."""
        whole = cls.year(year)
        if half == 1:
            return cls(whole.start, date(year, 6, 30))
        return cls(date(year, 7, 1), whole.end)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period that ``text`` says.

        Raises
        ------
        ParameterError
            The text is none of the known forms.
        """
        wanted = text.strip()
        if re.fullmatch(r"\d{4}", wanted):
            return cls.year(int(wanted))
        if half := _HALF.fullmatch(wanted):
            year, number = (half[1], half[2]) if half[1] else (half[4], half[3])
            return cls.half_year(int(year), int(number))
        if free := _FREE.fullmatch(wanted):
            return cls(_day(free[1], text), _day(free[2], text))
        raise ParameterError(f"« {text} » n'est pas une période. Écrivez-la {EXAMPLES}.")

    @property
    def is_year(self) -> bool:
        """Whether the period is a whole calendar year."""
        return self == Period(date(self.start.year, 1, 1), date(self.start.year, 12, 31))

    @property
    def label(self) -> str:
        """« 2023 » for a year, else both dates, for file names and column heads."""
        if self.is_year:
            return str(self.start.year)
        return f"{self.start:%d/%m/%Y}-{self.end:%d/%m/%Y}"

    @property
    def months(self) -> list[str]:
        """The months touched by the period, as ``YYYY-MM``, in order."""
        first, last = (12 * one.year + one.month - 1 for one in (self.start, self.end))
        return [f"{rank // 12:04}-{rank % 12 + 1:02}" for rank in range(first, last + 1)]

    def previous(self) -> Period:
        """Return the period of the same length just before: the year before for a year."""
        if self.is_year:
            return Period.year(self.start.year - 1)
        days = self.end - self.start
        end = self.start - timedelta(days=1)
        return Period(end - days, end)

    def contains(self, dates: pd.Series) -> pd.Series:
        """Return True for each date inside, bounds included; False where the date is missing."""
        import pandas as pd

        inside = (dates >= pd.Timestamp(self.start)) & (dates <= pd.Timestamp(self.end))
        return inside.fillna(value=False).astype(bool)


def add_months(day: date, months: int) -> date:
    """Return ``day`` plus calendar ``months``, held to the last day of the month (convention C-2).

    30/11/2021 + 3 months is 28/02/2022. Source: ``regles``, C-2.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _day(text: str, whole: str) -> date:
    """A day written ``JJ/MM/AAAA`` or ``AAAA-MM-JJ``."""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ParameterError(f"« {whole} » n'est pas une période. Écrivez-la {EXAMPLES}.") from None
