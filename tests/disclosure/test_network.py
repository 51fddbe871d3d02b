"""The network finds exactly what trying every possible table finds."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.disclosure.breakdowns import Breakdown
from reportlib.disclosure.network import Arc, determined
from reportlib.disclosure.tables import Layer, Table
from tests.disclosure.tables import splits


def arc(name: str, tail: str, head: str, value: int, least: int = 1) -> Arc:
    return Arc(name=(name,), tail=(tail,), head=(head,), value=value, least=least)


@pytest.mark.parametrize(
    ("numbers", "least", "found"),
    [
        ([3], 1, True),  # alone in its sum
        ([2, 7], 1, False),
        ([1, 1], 1, True),  # at least 1 each, 2 in all
        ([1, 1], 0, False),
        ([1, 2], 1, False),  # 1 + 2 or 2 + 1
        ([1, 1, 1], 1, True),
        ([2, 0, 0], 0, False),
    ],
)
def test_numbers_of_one_sum(numbers, least, found):
    arcs = [arc(str(i), "group", "all", n, least) for i, n in enumerate(numbers)]
    assert bool(determined(arcs)) is found


def test_a_cycle_of_four_cells_hides_each_of_them():
    cells = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]
    arcs = [arc(r + c, "row" + r, "column" + c, 2) for r, c in cells]
    assert determined(arcs) == set()
    assert determined(arcs[:3]) == {("ax",), ("ay",), ("bx",)}


def test_two_cells_of_different_rows_and_columns_hide_nothing():
    arcs = [arc("ax", "rowa", "columnx", 2), arc("by", "rowb", "columny", 2)]
    assert determined(arcs) == {("ax",), ("by",)}


def possible(grid, hidden, least):
    """Every table that has the sums of ``grid`` and its shown cells."""
    rows, columns = range(len(grid)), range(len(grid[0]))
    choices = []
    for r in rows:
        free = [c for c in columns if (r, c) in hidden]
        left = sum(grid[r][c] for c in free)
        filled = []
        for values in splits(left, len(free), least):
            line = list(grid[r])
            for c, value in zip(free, values, strict=True):
                line[c] = value
            filled.append(line)
        choices.append(filled)
    sums = [sum(line[c] for line in grid) for c in columns]
    return [
        table
        for table in product(*choices)
        if all(sum(line[c] for line in table) == sums[c] for c in columns)
    ]


def possible_by_columns(grid, hidden, hidden_rows, least):
    """Every table that has the columns' sums of ``grid``, its shown cells and its shown rows."""
    rows, columns = range(len(grid)), range(len(grid[0]))
    choices = []
    for c in columns:
        free = [r for r in rows if (r, c) in hidden]
        filled = []
        for values in splits(sum(grid[r][c] for r in free), len(free), least):
            stack = [grid[r][c] for r in rows]
            for r, value in zip(free, values, strict=True):
                stack[r] = value
            filled.append(stack)
        choices.append(filled)
    tables = [[list(line) for line in zip(*chosen, strict=True)] for chosen in product(*choices)]
    return [
        table
        for table in tables
        if all(
            sum(table[r]) >= least if r in hidden_rows else sum(table[r]) == sum(grid[r])
            for r in rows
        )
    ]


grids = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 3), min_size=width, max_size=width), min_size=1, max_size=3
    )
)


@settings(max_examples=150, deadline=None)
@given(grid=grids, least=st.integers(0, 1), draw=st.data())
def test_the_network_finds_what_trying_every_table_finds(grid, least, draw):
    cells = [
        (r, c) for r, line in enumerate(grid) for c, value in enumerate(line) if value >= least
    ]
    hidden = draw.draw(st.sets(st.sampled_from(cells))) if cells else set()
    numbers = {
        (f"r{r}", f"c{c}"): value for r, line in enumerate(grid) for c, value in enumerate(line)
    }
    table = Table(
        rows=Breakdown(name="autre"), layers=(Layer(cells=numbers, least=least),), two_way=True
    )
    found = table.exposed({(f"r{r}", f"c{c}") for r, c in hidden})
    tables = possible(grid, hidden, least)
    certain = {
        ("cell", f"r{r}", f"c{c}")
        for r, c in hidden
        if grid[r][c] > 0 and len({t[r][c] for t in tables}) == 1
    }
    assert found == certain


@settings(max_examples=100, deadline=None)
@given(grid=grids, draw=st.data())
def test_rows_whose_margin_is_withheld_leave_more_possible_tables(grid, draw):
    """Causes under one heading: their total is public, the margin of some of them is not."""
    causes = ("construction_projet", "contenu_formation", "conditions_participation")
    full = [r for r, line in enumerate(grid) if sum(line) > 0]
    cells = [(r, c) for r, line in enumerate(grid) for c, value in enumerate(line) if value]
    hidden = draw.draw(st.sets(st.sampled_from(cells))) if cells else set()
    rows = draw.draw(st.sets(st.sampled_from(full))) if full else set()
    numbers = {
        (causes[r], f"c{c}"): value for r, line in enumerate(grid) for c, value in enumerate(line)
    }
    table = Table(
        rows=Breakdown(name="cause", persons=True),
        layers=(Layer(cells=numbers, least=1),),
        two_way=True,
        hidden_rows=frozenset(causes[r] for r in rows),
    )
    found = table.exposed({(causes[r], f"c{c}") for r, c in hidden})
    tables = possible_by_columns(grid, hidden, rows, 1)
    certain = {
        ("cell", causes[r], f"c{c}") for r, c in hidden if len({t[r][c] for t in tables}) == 1
    } | {("row", causes[r]) for r in rows if len({sum(t[r]) for t in tables}) == 1}
    assert found == certain
