"""Blocks: to a record and back, immutable, the states of a number told apart."""

from __future__ import annotations

import dataclasses
import json

import pytest

from reportlib import blocks as b
from reportlib.blocks.tables import ABSENT
from reportlib.wording import rich

TABLE = b.Table(
    title="Un tableau",
    columns=(b.Column(label="Quoi"), b.Column(label="Combien", kind="num")),
    rows=(
        b.Row(cells=(b.text("zéro"), b.number("0", 0))),
        b.Row(cells=(b.text("masqué"), b.absent("masque"))),
    ),
    notes=(rich("Une **note**."),),
)
TILES = b.Tiles(items=(b.Tile(value="15", label="ateliers", base="réalisés", number=15.0),))


@pytest.mark.parametrize("block", [TABLE, TILES], ids=["table", "tiles"])
def test_a_record_gives_the_block_back(block: b.Block) -> None:
    assert b.from_record(json.loads(json.dumps(block.record()))) == block


def test_unknown_records_are_refused() -> None:
    with pytest.raises(ValueError, match="unknown block 'pie'"):
        b.from_record({"kind": "pie"})
    with pytest.raises(ValueError, match="unknown fields"):
        b.from_record({**TABLE.record(), "colour": "red"})


def test_blocks_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        TABLE.title = "autre"  # type: ignore[misc]


def test_the_four_absences_and_zero_are_written_differently() -> None:
    shown = {b.absent(state).text[0][0] for state in ABSENT} | {b.number("0", 0).text[0][0]}
    assert len(shown) == len(ABSENT) + 1


def test_plain_text_says_words_and_numbers_only() -> None:
    said = TABLE.as_text()
    assert "Un tableau" in said
    assert "zéro" in said
    assert "Une note." in said
    assert "exact" not in said.splitlines()
    assert "num" not in said.splitlines()


def test_the_bundle_of_a_notebook_carries_the_record() -> None:
    bundle = TABLE._repr_mimebundle_()
    assert bundle[b.MIME] == TABLE.record()
    assert bundle["text/plain"] == TABLE.as_text()
