"""What all the walks share: a figure is measured once for all the bilans of a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bilans.shared import Remembered, shared_measures


@pytest.fixture(scope="session", autouse=True)
def remembered() -> Iterator[Remembered]:
    """The engine, asked once for the same registers, period, choices, breakdowns and copy."""
    with shared_measures() as known:
        yield known
