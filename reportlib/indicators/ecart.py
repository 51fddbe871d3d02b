"""One indicator beside the period before: two values and their gap (BA-25)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators import changements
from reportlib.indicators.changements import Changement
from reportlib.indicators.engine import measure
from reportlib.indicators.explanation import no_row, one_row
from reportlib.indicators.lost import reference_days
from reportlib.indicators.record import Indicator
from reportlib.periods import Period
from reportlib.settings import Settings

POINTS = "points"


@dataclass(frozen=True, kw_only=True)
class Ecart:
    """An indicator on two periods of the same length. For internal use: nothing is withheld."""

    indicator: Indicator
    period: Period
    avant: Period
    id_of: str | None
    """None: the region."""
    value: float | None
    """None unless ``state`` is ``exact``. [the indicator's unit]"""
    state: str
    value_avant: float | None
    state_avant: str
    """``non_fourni`` too when the register has no row up to the end of the earlier period."""
    changements: tuple[Changement, ...] = ()

    @property
    def difference(self) -> float | None:
        """Value less value before, not rounded; None when either misses [``unite``]."""
        if self.value is None or self.value_avant is None:
            return None
        return self.value - self.value_avant

    @property
    def unite(self) -> str:
        """Unit of the difference: points for a share."""
        return POINTS if self.indicator.kind == "part" else self.indicator.unite

    @property
    def relative(self) -> float | None:
        """The difference over the value before [%]; None for a share, or with no base or 0."""
        if self.indicator.kind == "part" or self.difference is None or not self.value_avant:
            return None
        return 100 * self.difference / self.value_avant

    @property
    def mention(self) -> str:
        """« changement de définition » or « de source »; nothing when both are the same."""
        return changements.mention(self.changements)


def ecart(
    indicator: Indicator,
    dataset: Dataset,
    period: Period,
    settings: Settings,
    id_of: str | None = None,
    *,
    connus: Sequence[Changement] | None = None,
) -> Ecart:
    """Return an indicator of the region, or of one organisation, beside the period before.

    Parameters
    ----------
    connus
        Changes to know of; those of ``changements.toml`` by default.
    """
    before = period.previous()
    value, state = _figure(indicator, dataset, period, settings, id_of)
    then, state_then = _figure(indicator, dataset, before, settings, id_of)
    return Ecart(
        indicator=indicator,
        period=period,
        avant=before,
        id_of=id_of,
        value=value,
        state=state,
        value_avant=then,
        state_avant=state_then,
        changements=changements.entre(indicator.id, before, period, connus),
    )


def couvre(indicator: Indicator, dataset: Dataset, period: Period) -> bool:
    """Return True when the register has a row up to the period's end: else its 0 means nothing."""
    if not all(dataset.has(register) for register in indicator.registres):
        return False
    if indicator.date_reference is None:
        return True
    dates = (indicator.date_reference, *indicator.dates_repli)
    days = reference_days(dataset[indicator.principal], *dates)
    return bool((days <= pd.Timestamp(period.end)).any())


def _figure(
    indicator: Indicator, dataset: Dataset, period: Period, settings: Settings, id_of: str | None
) -> tuple[float | None, str]:
    """The value of one scope and its state; a value that is not exact is None."""
    if not couvre(indicator, dataset, period):
        return None, "non_fourni"
    figures = measure(indicator, dataset, period, settings)
    rows = one_row(figures, id_of)
    if rows.empty:
        state = no_row(figures, indicator)
        return (0.0, state) if state == "exact" else (None, state)
    value, state = float(rows["value"].iloc[0]), str(rows["state"].iloc[0])
    return (None if pd.isna(value) or state != "exact" else value), state
