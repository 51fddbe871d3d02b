"""Many bilans in one process: what is measured for all organisations is measured once.

Releasing, writing and laying out stay each copy's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any

import pandas as pd
import pytest

from reportlib.dataset import Dataset
from reportlib.indicators import Indicator, Units, engine, explanation
from reportlib.periods import Period
from reportlib.sections import figures
from reportlib.settings import Settings

Measure = Callable[..., pd.DataFrame]


class Remembered:
    """The engine, asked once for the same registers, period, choices, breakdowns and copy."""

    def __init__(self) -> None:
        """Keep the engine as it is."""
        self._measure: Measure = engine.measure
        self._figures: dict[tuple[object, ...], pd.DataFrame] = {}
        self._units: dict[tuple[object, ...], Units] = {}

    def measure(
        self,
        record: Indicator,
        dataset: Dataset,
        period: Period,
        settings: Settings,
        *,
        par: Any = (),
        copie: Any = "interne",
    ) -> pd.DataFrame:
        """As ``engine.measure``."""
        key = (*self._key(record, dataset, period, settings), *par, copie)
        if key not in self._figures:
            self._figures[key] = self._measure(
                self.record(record), dataset, period, settings, par=par, copie=copie
            )
        return self._figures[key].copy(deep=False)

    def left_out(self, record: Indicator, *which: Any, **others: Any) -> pd.DataFrame:
        """As ``explanation.a_part``."""
        return explanation.a_part(self.record(record), *which, **others)

    @cache  # noqa: B019 - one object a session
    def record(self, record: Indicator) -> Indicator:
        """The indicator, its units built once."""

        def units(dataset: Dataset, period: Period, settings: Settings) -> Units:
            key = self._key(record, dataset, period, settings)
            if key not in self._units:
                self._units[key] = record.formula(dataset, period, settings)
            return self._units[key]

        return replace(record, formula=units)

    @staticmethod
    def _key(
        record: Indicator, dataset: Dataset, period: Period, settings: Settings
    ) -> tuple[object, ...]:
        files = tuple(file.fingerprint for file in dataset.report.files)
        rows = tuple((name, len(frame)) for name, frame in dataset.frames.items())
        return (record.id, files, rows, period, repr(settings))


@contextmanager
def shared_measures() -> Iterator[Remembered]:
    """Let bilans and explanations share what the engine gives; it is as it was afterwards."""
    known = Remembered()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figures, "measure", known.measure)
        patch.setattr(figures, "a_part", known.left_out)
        patch.setattr(explanation, "measure", known.measure)
        yield known
