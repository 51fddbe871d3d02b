"""French as it prints: no-break spaces before double punctuation, curly apostrophes, everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import nbformat
import pytest

from reportlib.blocks import MIME
from tests.bilans.conftest import Made

pytestmark = pytest.mark.xdist_group("bilans")
FAULTS = re.compile(r" [:;!?»%]|« |'|\d \d{3}\b|\.\.\.|(?<=\d)\.\d")
OWN = ("keywords", "markdown", "kind", "state")


def texts(value: Any) -> Iterator[str]:
    """Every text of a record; spans of one text are put end to end."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        if value and all(isinstance(v, list) and len(v) == 2 and v[1] in {"", "strong", "emph"}
                         for v in value):  # fmt: skip
            yield "".join(v[0] for v in value)
        else:
            for item in value:
                yield from texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in OWN:
                yield from texts(item)


@pytest.mark.parametrize("kind", ["region", "large", "small"])
def test_every_text_of_a_bilan_is_well_set(made: dict[str, Made], kind: str) -> None:
    notebook = nbformat.read(made[kind]["ipynb"], as_version=4)
    records = [
        output.data[MIME]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    ]
    assert len(records) > 5
    faulty = {
        text
        for record in records
        for text in texts(record)
        if FAULTS.search(re.sub(r"[\w ]+\.(csv|xlsx)|R\. ?\d[\d-]*", "", text))
    }
    assert faulty == set()


@pytest.mark.parametrize("text", ["l'an", "oui : non", "12 %", "1 234", "70.2", "« oui »"])
def test_a_badly_set_text_is_seen(text: str) -> None:
    assert FAULTS.search(text)
