"""Released figures, looked up by indicator: what a chapter may show, and in what state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import pandas as pd

from reportlib.blocks.tables import State
from reportlib.dataset import Dataset
from reportlib.disclosure import release, release_left_out
from reportlib.indicators import Indicator, a_part, couvre, indicator, measure
from reportlib.indicators.record import BASED, Formula, Units
from reportlib.periods import Period
from reportlib.sections.figure import Figure, Scope
from reportlib.settings import Settings

Audience = Literal["interne", "region", "organisme"]


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
    def _records(self) -> dict[str, Indicator]:
        """Indicators whose formula is asked once."""
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
        return self._figure(record, rows.iloc[0], (), scope)

    def by(self, identifier: str, *par: str, scope: Scope = "propre") -> list[Figure]:
        """Return an indicator by one or two breakdowns, in the order of the engine."""
        record = indicator(identifier)
        rows = self._scoped(identifier, par, scope)
        rows = rows[rows["state"] != "non_fourni"]
        for column in par:
            rows = rows[rows[column] != ""]
        return [self._figure(record, row, par, scope) for _, row in rows.iterrows()]

    def grouped(self, identifier: str, par: str, *, scope: Scope = "propre") -> dict[str, Figure]:
        """Return the same, by the value of one breakdown."""
        return {f.group[par]: f for f in self.by(identifier, par, scope=scope)}

    def zero(self, identifier: str, **group: str) -> Figure:
        """Return the exact 0 of a breakdown value that no unit takes."""
        return replace(self._bare(indicator(identifier), 0.0), group=group)

    def left_out(self, identifier: str) -> dict[str, int]:
        """Return what is left out of the base of an indicator: reason → units."""
        record = indicator(identifier)
        if not self.provided(*record.registres):
            return {}
        own = self.audience == "organisme"
        apart = a_part(
            self._once(identifier),
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
        return couvre(indicator(identifier), self.dataset, self.period)

    def remark(self, identifier: str) -> str:
        """Return the sentence that the period calls for under an indicator, or nothing.

        It is of the whole region: a chapter of an organisation's copy prints only one that tells
        nothing of the others.
        """
        record = indicator(identifier)
        if not self.provided(*record.registres):
            return ""
        return self._once(identifier).formula(self.dataset, self.period, self.settings).remark

    def _once(self, identifier: str) -> Indicator:
        """Return the indicator; breakdowns, remark and what is left out share the same units."""
        if identifier not in self._records:
            record = indicator(identifier)
            self._records[identifier] = replace(record, formula=_remembered(record.formula))
        return self._records[identifier]

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
                self._once(identifier),
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
            return replace(self._bare(record, None), state="masque", scope=scope)
        if self._absences[(record.id,)] == "reconduction":
            return replace(self._bare(record, None), state="reconduction")
        if record.kind not in BASED:
            return self._bare(record, 0.0)
        return replace(self._bare(record, None), state="sans_objet", numerator=0.0, denominator=0.0)

    def _bare(self, record: Indicator, number: float | None) -> Figure:
        """A figure of the period that no row gives."""
        return Figure(
            record=record,
            state="exact",
            value=number,
            numerator=number,
            when=self.period.label,
            policy=self.settings.confidentialite,
        )

    def _figure(
        self, record: Indicator, row: pd.Series, par: tuple[str, ...], scope: Scope
    ) -> Figure:
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
            scope=scope,
            when=self.period.label,
            policy=self.settings.confidentialite,
        )


def _remembered(formula: Formula) -> Formula:
    """Return a formula of one bilan, asked once."""
    known: list[Units] = []

    def units(dataset: Dataset, period: Period, settings: Settings) -> Units:
        if not known:
            known.append(formula(dataset, period, settings))
        return known[0]

    return units
