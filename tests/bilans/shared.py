"""Many copies of one year in one process: what is measured for all organisations, measured once.

Releasing, writing and laying out stay each copy's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from reportlib.dataset import Dataset
from reportlib.indicators import Indicator
from reportlib.periods import Period
from reportlib.sections import figures
from reportlib.settings import Settings


@contextmanager
def shared_measures() -> Iterator[None]:
    """Measure each indicator once for all the bilans of one dataset, one period, one settings."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("measure", "a_part"):
            patch.setattr(figures, name, _once(getattr(figures, name)))
        yield


def _once(real: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[tuple[object, ...], Any] = {}

    def measured(
        record: Indicator, dataset: Dataset, period: Period, settings: Settings, **others: Any
    ) -> Any:
        key = (record.id, id(dataset), period, repr(settings), repr(sorted(others.items())))
        if key not in known:
            known[key] = real(record, dataset, period, settings, **others)
        return known[key]

    return measured
