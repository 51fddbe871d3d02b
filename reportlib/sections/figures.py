"""Released figures, looked up by indicator: what a chapter may show, and in what state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import pandas as pd

from reportlib.blocks import Cell, absent, number
from reportlib.blocks.tables import ABSENT, State
from reportlib.dataset import Dataset
from reportlib.disclosure import release, release_left_out
from reportlib.indicators import Indicator, a_part, indicator, measure
from reportlib.indicators.record import BASED
from reportlib.periods import Period
from reportlib.settings import Settings
from reportlib.wording import counted, decimal, integer, percent

Audience = Literal["interne", "region", "organisme"]
Scope = Literal["propre", "region"]

SMALL_BASE = 10
"""A percentage on fewer cases is given « à titre indicatif » (common rule 4). [cases]"""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One released number of one scope, and how it is written."""

    record: Indicator
    state: State
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    contributors: int = 0
    etat_import: int = 0
    lost: int = 0
    group: Mapping[str, str] = field(default_factory=dict)
    """Breakdown column → value; empty for the whole."""

    @property
    def exact(self) -> bool:
        """Whether there is a number to show."""
        return self.state == "exact"

    @property
    def count(self) -> int:
        """The number counted, 0 when there is none to show; for choices of wording only."""
        return round(self.numerator) if self.exact and self.numerator is not None else 0

    @property
    def base(self) -> int:
        """The base of a share, 0 when there is none to show."""
        return round(self.denominator) if self.exact and self.denominator is not None else 0

    @property
    def small(self) -> bool:
        """Whether a share rests on fewer than ten cases."""
        return self.exact and 0 < self.base < SMALL_BASE

    @property
    def shown(self) -> str:
        """The number as written: « 1 198 », « 70,2 % », « s », « s. o. », « n. f. »."""
        if not self.exact:
            return ABSENT[self.state][0]
        if self.record.kind == "part":
            return percent(self.value or 0.0)
        if self.record.kind == "mediane":
            return self._median()
        if self.record.kind == "moyenne":
            return decimal(self.value or 0.0)
        return _sum(self.numerator or 0.0)

    @property
    def cell(self) -> Cell:
        """The number as a cell of a count or median column."""
        if not self.exact:
            return absent(self.state)
        shown = self.shown if self.record.kind != "part" else _sum(self.numerator or 0.0)
        value = self.value if self.record.kind in {"mediane", "moyenne"} else self.numerator
        return number(shown, value or 0.0)

    @property
    def rate_cell(self) -> Cell:
        """The share as a cell of a column whose header says « en % »."""
        if not self.exact or self.value is None:
            return absent(self.state if not self.exact else "sans_objet")
        return number(decimal(self.value), self.value)

    @property
    def base_cell(self) -> Cell:
        """The base of a share as a cell."""
        if not self.exact and self.state != "sans_objet":
            return absent(self.state)
        return number(_sum(self.denominator or 0.0), self.denominator or 0.0)

    @property
    def set_aside(self) -> str:
        """« 2 lignes écartées », or nothing."""
        return counted(self.lost, "ligne écartée", "lignes écartées") if self.lost else ""

    def _median(self) -> str:
        """A median from five cases; the extremes under that."""
        if self.value is not None:
            return f"{decimal(self.value, 0 if float(self.value).is_integer() else 1)}"
        if self.minimum is None or self.maximum is None:
            return ABSENT["sans_objet"][0]
        return f"de {integer(self.minimum)} à {integer(self.maximum)}"


@dataclass(frozen=True)
class Figures:
    """All the released figures of one bilan, for one period; measured once, on demand."""

    dataset: Dataset
    period: Period
    settings: Settings
    audience: Audience
    id_of: str = ""

    @cached_property
    def _absences(self) -> dict[tuple[str, ...], State]:
        """The region's state of each figure measured: a lapsed charter counts nothing, not 0."""
        return {}

    @cached_property
    def _released(self) -> dict[tuple[str, ...], pd.DataFrame]:
        return {}

    def one(self, identifier: str, *, scope: Scope = "propre") -> Figure:
        """Return the whole number of an indicator.

        ``scope`` « region » asks for the regional value beside the organisation's: masked when
        fewer than five other organisations contribute (R-CONF-02).
        """
        record = indicator(identifier)
        rows = self._scoped(identifier, (), scope)
        if rows.empty:
            return self._nothing(record, scope)
        return _figure(record, rows.iloc[0], ())

    def by(self, identifier: str, *par: str, scope: Scope = "propre") -> list[Figure]:
        """Return an indicator by one or two breakdowns, in the order of the engine."""
        record = indicator(identifier)
        rows = self._scoped(identifier, par, scope)
        rows = rows[rows["state"] != "non_fourni"]
        for column in par:
            rows = rows[rows[column] != ""]
        return [_figure(record, row, par) for _, row in rows.iterrows()]

    def grouped(self, identifier: str, par: str, *, scope: Scope = "propre") -> dict[str, Figure]:
        """Return the same, by the value of one breakdown."""
        return {f.group[par]: f for f in self.by(identifier, par, scope=scope)}

    def zero(self, identifier: str, **group: str) -> Figure:
        """Return the exact 0 of a breakdown value that no unit takes."""
        return Figure(
            record=indicator(identifier), state="exact", value=0.0, numerator=0.0, group=group
        )

    def left_out(self, identifier: str) -> dict[str, int]:
        """Return what is left out of the base of an indicator: reason → units."""
        record = indicator(identifier)
        if not self.provided(*record.registres):
            return {}
        own = self.audience == "organisme"
        apart = a_part(
            record,
            self.dataset,
            self.period,
            self.settings,
            copie="organisme" if own else "interne",
        )
        released = release_left_out(
            apart,
            record,
            audience=self.audience,
            policy=self.settings.confidentialite,
            id_of=self.id_of or None,
        )
        wanted = released["id_of"].eq(self.id_of) if own else released["perimetre"].eq("region")
        shown = released.loc[wanted & released["nombre"].notna(), ["raison", "nombre"]]
        return {str(reason): int(number) for reason, number in shown.to_numpy()}

    def provided(self, *registers: str) -> bool:
        """Whether every register is in the files read."""
        return all(self.dataset.has(name) for name in registers)

    def covered(self, identifier: str) -> bool:
        """Whether the register has a row up to the end of the period: else its 0 means nothing."""
        record = indicator(identifier)
        if not self.provided(*record.registres):
            return False
        if record.date_reference is None:
            return True
        dates = self.dataset[record.principal][record.date_reference]
        return bool((dates <= pd.Timestamp(self.period.end)).any())

    def _scoped(self, identifier: str, par: tuple[str, ...], scope: Scope) -> pd.DataFrame:
        rows = self._measured(identifier, par)
        own = self.audience == "organisme" and scope == "propre"
        wanted = "organisme" if own else "region"
        return rows[(rows["perimetre"] == wanted) | (rows["state"] == "non_fourni")]

    def _measured(self, identifier: str, par: tuple[str, ...]) -> pd.DataFrame:
        key = (identifier, *par)
        if key not in self._released:
            record = indicator(identifier)
            figures = measure(
                record,
                self.dataset,
                self.period,
                self.settings,
                par=par,
                copie="organisme" if self.audience == "organisme" else "interne",
            )
            self._absences[key] = figures.loc[figures["perimetre"] == "region", "state"].iloc[0]
            self._released[key] = release(
                figures,
                record,
                audience=self.audience,
                policy=self.settings.confidentialite,
                id_of=self.id_of or None,
            )
        return self._released[key]

    def _nothing(self, record: Indicator, scope: Scope) -> Figure:
        """No row: the organisation has no unit (an exact 0), or the region may not be shown."""
        if scope == "region":
            return Figure(record=record, state="masque")
        if self._absences[(record.id,)] == "reconduction":
            return Figure(record=record, state="reconduction")
        if record.kind not in BASED:
            return Figure(record=record, state="exact", value=0.0, numerator=0.0)
        return Figure(record=record, state="sans_objet", numerator=0.0, denominator=0.0)


def _sum(number: float) -> str:
    """A count as an integer; a sum that is none (hours) with one decimal."""
    return integer(number) if float(number).is_integer() else decimal(number)


def _figure(record: Indicator, row: pd.Series, par: tuple[str, ...]) -> Figure:
    """One row of released figures."""
    numbers = {
        name: None if pd.isna(row[name]) else float(row[name])
        for name in ("value", "numerator", "denominator", "minimum", "maximum")
    }
    return Figure(
        record=record,
        state=row["state"],
        **numbers,
        contributors=int(row["contributors"]),
        etat_import=int(row["etat_import"]),
        lost=int(row["lost"]),
        group={name: str(row[name]) for name in par},
    )
