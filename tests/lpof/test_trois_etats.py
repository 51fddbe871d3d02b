"""True, false, empty: an organisation is certified when any of the four is filled in."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.indicators.lpof import CATEGORIES, adoption, categories
from reportlib.intake.lpof_cellules import EMPTY, FALSE, TRUE
from reportlib.intake.lpof_colonnes import COMPTAGES, assembled
from reportlib.intake.lpof_lecture import Words

STATES = st.lists(st.tuples(*[st.sampled_from([TRUE, FALSE, EMPTY])] * 4), min_size=1, max_size=30)
NAMES = list(CATEGORIES)


def frame(states: list[tuple[int, ...]]) -> pd.DataFrame:
    """The frame that a file with these states gives."""
    columns = np.array(states, dtype=np.int8).T
    rows = np.arange(len(states), dtype=np.int64)
    block = {"_ligne": rows + 2, "code_region": np.where(rows % 2 == 0, 44, 11)}
    return assembled(
        [block | dict(zip(NAMES, columns, strict=True))],
        Words(),
        wanted=frozenset(COMPTAGES),
        certified=True,
    )


@settings(max_examples=40, deadline=None)
@given(STATES)
def test_certified_is_any_filled_in(states: list[tuple[int, ...]]) -> None:
    whole = adoption(frame(states)).iloc[0]
    assert whole["certifies"] == sum(any(s != EMPTY for s in row) for row in states)
    assert [whole[name] for name in NAMES] == [
        sum(row[place] == TRUE for row in states) for place in range(4)
    ]


@settings(max_examples=40, deadline=None)
@given(STATES)
def test_no_category_passes_the_certified(states: list[tuple[int, ...]]) -> None:
    whole = adoption(frame(states)).iloc[0]
    assert max(whole[name] for name in NAMES) <= whole["certifies"] <= whole["organismes"]
    assert 0 <= whole["part"] <= 100
    assert (categories(frame(states), "certifies")["part"].dropna() <= 100).all()


@settings(max_examples=40, deadline=None)
@given(STATES)
def test_regions_add_up(states: list[tuple[int, ...]]) -> None:
    counted, whole = adoption(frame(states), "region"), adoption(frame(states)).iloc[0]
    for name in ("organismes", "certifies", *NAMES):
        assert counted[name].sum() == whole[name]


@settings(max_examples=40, deadline=None)
@given(STATES, st.data())
def test_filling_in_one_cell_never_loses_a_certified(
    states: list[tuple[int, ...]], data: st.DataObject
) -> None:
    row, place = data.draw(st.integers(0, len(states) - 1)), data.draw(st.integers(0, 3))
    value = data.draw(st.sampled_from([TRUE, FALSE]))
    filled = [list(r) for r in states]
    filled[row][place] = value
    before = adoption(frame(states))["certifies"].iloc[0]
    after = adoption(frame([tuple(r) for r in filled]))["certifies"].iloc[0]
    assert before <= after <= before + 1


@settings(max_examples=40, deadline=None)
@given(STATES)
def test_true_alone_never_counts_more(states: list[tuple[int, ...]]) -> None:
    organismes = frame(states)
    assert organismes["actions_formation"].sum() <= organismes["certifie"].sum()
