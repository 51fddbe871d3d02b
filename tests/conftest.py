"""Shared by all tests: places, and what a missing tool of the machine means."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[1]
TOOLS = {
    "chromium": ("chromium", "apt-get install chromium"),
    "java": ("javac", "apt-get install default-jdk-headless libjaxb-java"),
    "poppler": ("pdftotext", "apt-get install poppler-utils"),
    "faketime": ("faketime", "apt-get install faketime"),
}

settings.register_profile("sans_delai", deadline=None)
settings.load_profile("sans_delai")  # a busy machine is slow, not wrong: no deadline on an example

gc.set_threshold(50_000, 20, 100)
"""Bilans that are kept are not looked through again and again: 7 % of a worker's time."""

GROUPS = {
    "tests/bilans/delivered/": "delivered",
    "tests/bilans/": "bilans",
    "tests/cli/": "cli",
    "tests/data_samples/": "data_samples",
    "tests/lpof/": "lpof",
    "tests/recalcul/": "recalcul",
    "tests/rendering/": "rendering",
}
"""Tests of a folder that share something dear → run by one worker, so that it is made once."""


class GroupedByFolder(LoadScopeScheduling):
    """Tests one by one to whoever is free, but for the folders of ``GROUPS``.

    xdist's own groups rest on a private field that this pytest no longer reads.
    """

    def _split_scope(self, nodeid: str) -> str:
        return next((name for path, name in GROUPS.items() if nodeid.startswith(path)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> GroupedByFolder:
    """Let ``-n 2`` keep the groups together."""
    return GroupedByFolder(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the golden tables, then read the diff"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a tool that is not here, and say what to install; in CI, fail instead."""
    for item in items:
        for marker, (command, remedy) in TOOLS.items():
            if item.get_closest_marker(marker) and shutil.which(command) is None:
                reason = f"{command} is not installed: {remedy}"
                if os.environ.get("CI"):
                    raise pytest.UsageError(f"in CI nothing is skipped; {reason}")
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture
def ctrl_c_is_heard() -> Iterator[None]:
    """Let children hear Ctrl-C, which a shell makes its background jobs deaf to."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT
