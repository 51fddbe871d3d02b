"""What all the walks share: a figure is measured once for all the bilans of a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bilans.shared import Remembered, shared_measures


@pytest.fixture(scope="session")
def remembered() -> Remembered:
    """The engine, asked once for the same registers, period, choices, breakdowns and copy."""
    return Remembered()


@pytest.fixture(scope="module", autouse=True)
def shared(remembered: Remembered) -> Iterator[None]:
    """The bilans of a module of walks ask that engine; those of another folder do not."""
    with shared_measures(remembered):
        yield
