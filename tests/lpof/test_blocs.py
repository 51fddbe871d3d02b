"""Cutting says what the csv module says, whatever the cells and the size of blocks."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.intake import lpof_blocs
from reportlib.intake.lpof_blocs import OpenQuoteError, between, blocks

TEXTS = st.text(st.sampled_from('ab é;"\n,0'), max_size=8)
TABLES = st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=12)


def cut(content: bytes, width: int = 3) -> list[list[str]]:
    rows: list[list[str]] = []
    for block in blocks(io.BytesIO(content), b";", 2):
        columns = block.columns(width)
        rows += zip(*(columns[place].texts() for place in range(width)), strict=True)
    return [list(row) for row in rows]


@settings(deadline=None)
@given(
    table=TABLES, size=st.sampled_from([7, 16, 64, 1 << 20]), ending=st.sampled_from(["\n", "\r\n"])
)
def test_every_cell_is_read_as_it_was_written(
    table: list[list[str]], size: int, ending: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator=ending, quoting=csv.QUOTE_ALL).writerows(table)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lpof_blocs, "SIZE", size)
        patch.setattr(lpof_blocs, "FEW", 0)
        assert cut(out.getvalue().encode()) == table


@settings(deadline=None)
@given(st.lists(st.booleans(), max_size=300))
def test_running_parity(marks: list[bool]) -> None:
    quotes = np.array(marks, dtype=bool)
    odd = [sum(marks[: at + 1]) % 2 == 1 for at in range(len(marks))]
    assert between(quotes).tolist() == odd


def test_rows_of_another_width_are_told_apart() -> None:
    (block,) = blocks(io.BytesIO(b"a;b;c\n1;2\n\nx;y;z;t\n4;5;6\n"), b";", 2)
    assert block.widths.tolist() == [3, 2, 1, 4, 3]
    assert block.blank.tolist() == [False, False, True, False, False]
    assert block.columns(3).records.tolist() == [0, 4]
    assert block.columns(3)[2].texts() == ["c", "6"]


def test_last_row_without_line_feed() -> None:
    whole = list(blocks(io.BytesIO(b"a;b;c\n1;2;3"), b";", 2))
    assert [block.complete for block in whole] == [True, False]
    assert whole[-1].first_row == 3


def test_quote_never_closed() -> None:
    with pytest.raises(OpenQuoteError):
        list(blocks(io.BytesIO(b'a;"b;c\n1;2;3\n'), b";", 2))


def test_bytes_of_a_spreadsheet() -> None:
    assert cut("É;è;ç\n".encode("cp1252")) == [["É", "è", "ç"]]
