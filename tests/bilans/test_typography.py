"""French as it prints: no-break spaces before double punctuation, curly apostrophes, everywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.bilans.conftest import LARGE, SMALL
from tests.bilans.in_process import said

FAULTS = re.compile(r" [:;!?»%]|« |'|\d \d{3}\b|\.\.\.|(?<=\d)\.\d")
KEPT = r"[\w ]+\.(csv|xlsx)|R\. ?\d[\d-]*|\d\.\d-|, 6\.1\b"
"""Names of files, articles of the code, headings as a source numbers them."""
OWN = ("keywords", "markdown", "kind", "state", "ref")


def plain(record: dict[str, Any]) -> Any:
    """A record as a notebook stores it: lists for tuples."""
    return json.loads(json.dumps(record))


def texts(value: Any) -> Iterator[str]:
    """Every text of a record; spans of one text are put end to end."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        if value and all(isinstance(v, list) and len(v) == 2
                         and isinstance(v[1], str) and v[1] in {"", "strong", "emph"}
                         for v in value):  # fmt: skip
            yield "".join(v[0] for v in value)
        else:
            for item in value:
                yield from texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in OWN:
                yield from texts(item)


CLICHES = "data_samples/publics/cfa_datadock_qualiopi_2020_2021.csv"
BILANS: tuple[tuple[str, dict[str, str | int]], ...] = (
    ("bilan_annuel_region", {}),
    ("bilan_annuel_organisme", {"organisme": LARGE}),
    ("bilan_annuel_organisme", {"organisme": SMALL}),
    ("note_ruptures", {}),
    ("fiche_accompagnement", {"organisme": LARGE}),
    ("fiche_accompagnement", {"organisme": LARGE, "annee": 2022}),
    ("bilan_qualiopi", {"date": "2021-12-31", "liste": CLICHES}),
    ("bilan_qualiopi", {"date": "2023-12-31", "liste": CLICHES}),
    ("bilan_intermediaire_region", {}),
    ("bilan_intermediaire_organisme", {}),
)


@pytest.mark.parametrize(("notebook", "parameters"), BILANS)
def test_every_text_of_a_bilan_is_well_set(notebook: str, parameters: dict[str, str | int]) -> None:
    records = [plain(block.record()) for block in said(notebook, **parameters).blocks]
    assert len(records) > 5
    faulty = {
        text
        for record in records
        for text in texts(record)
        if FAULTS.search(re.sub(KEPT, "", text))
    }
    assert faulty == set()


@pytest.mark.parametrize("text", ["l'an", "oui : non", "12 %", "1 234", "70.2", "« oui »"])
def test_a_badly_set_text_is_seen(text: str) -> None:
    assert FAULTS.search(text)
