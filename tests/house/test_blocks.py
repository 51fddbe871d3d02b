"""Blocks: to a record and back, immutable, the states of a number told apart."""

from __future__ import annotations

import dataclasses
import json

import pytest

from reportlib import blocks as b
from reportlib.blocks.tables import ABSENT
from reportlib.wording import rich
from tests.rendering.demo import BLOCKS
from tests.rendering.demo_grids import CURVE, ENGAGEMENTS, GRIDS

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


@pytest.mark.parametrize("block", [TABLE, TILES, *BLOCKS, *GRIDS], ids=lambda b: b.kind)
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


def test_every_kind_of_block_has_its_example() -> None:
    from reportlib.blocks.record import _KINDS

    assert {block.kind for block in (*BLOCKS, *GRIDS)} == _KINDS.keys()


def test_engagements_and_points_read_as_lines() -> None:
    said = ENGAGEMENTS.as_text().splitlines()
    assert "58,3\u00a0% abouties, 7 sur 12" in said
    assert "reconduction non renseignée" in said
    assert "non_tenu" not in said
    points = CURVE.as_text().splitlines()
    assert "15\u00a0mars 2021\u00a0: 7\u202f549 [3]" in points
    assert "31\u00a0décembre 2021\u00a0: 18\u202f900 (extrapolation)" in points


def test_a_control_tells_its_gap() -> None:
    parts = (b.Term(name="gardées", value=0.1), b.Term(name="écartées", value=0.2))
    held = b.Control(label="x", whole=b.Term(name="lues", value=0.3), parts=parts)
    assert held.holds
    assert dataclasses.replace(held, whole=b.Term(name="lues", value=1.3)).gap == pytest.approx(1)
    assert not dataclasses.replace(held, whole=b.Term(name="lues", value=1.3)).holds
