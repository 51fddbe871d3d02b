"""Many bilans in one process: what is measured for all organisations is measured once.

Releasing, writing and laying out stay each copy's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
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
    """The engine, asked once for the same rows, period, choices, breakdowns and copy."""

    def __init__(self) -> None:
        """Keep the engine as it is."""
        self._measure: Measure = engine.measure
        self._read: Callable[..., Dataset] = Dataset.read
        self._datasets: dict[tuple[tuple[str, str], ...], Dataset] = {}
        self._figures: dict[tuple[object, ...], pd.DataFrame] = {}
        self._units: dict[tuple[object, ...], Units] = {}
        self._contents: dict[int, tuple[Dataset, int]] = {}

    def read(self, folder: str | Path) -> Dataset:
        """As ``Dataset.read``; the same object for the same files."""
        dataset = self._read(folder)
        files = tuple((file.name, file.fingerprint) for file in dataset.report.files)
        return self._datasets.setdefault(files, dataset)

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

    def record(self, record: Indicator) -> Indicator:
        """The indicator, its units built once."""

        def units(dataset: Dataset, period: Period, settings: Settings) -> Units:
            key = self._key(record, dataset, period, settings)
            if key not in self._units:
                self._units[key] = record.formula(dataset, period, settings)
            return self._units[key]

        return replace(record, formula=units)

    def _key(
        self, record: Indicator, dataset: Dataset, period: Period, settings: Settings
    ) -> tuple[object, ...]:
        return (record.id, self._content(dataset), period, repr(settings))

    def _content(self, dataset: Dataset) -> int:
        """One number for what the registers say; the dataset is kept: its id stays its own."""
        if id(dataset) not in self._contents:
            rows = [
                (kind, name, _content(frame))
                for kind, frames in (("kept", dataset.frames), ("aside", dataset.set_aside))
                for name, frame in frames.items()
            ]
            files = tuple(file.fingerprint for file in dataset.report.files)
            self._contents[id(dataset)] = (dataset, hash((files, *rows)))
        return self._contents[id(dataset)][1]


def _content(frame: pd.DataFrame) -> int:
    """One number for the cells of a frame, in their order."""
    cells = pd.util.hash_pandas_object(frame, index=False).to_numpy().tobytes()
    return hash((*frame.columns, cells))


@contextmanager
def shared_measures(known: Remembered) -> Iterator[None]:
    """Let bilans and explanations share what the engine gives; it is as it was afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Dataset, "read", known.read)
        patch.setattr(figures, "measure", known.measure)
        patch.setattr(figures, "a_part", known.left_out)
        patch.setattr(explanation, "measure", known.measure)
        yield
