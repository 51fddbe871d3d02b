"""Secondary suppression: withhold a few more, until no withheld number can be worked out.

Greedy and deterministic: of the numbers that share a sum with an exposed one, the smallest goes
first, then the first by label. When none is left, the whole group goes, zeros included: a group
with a single value would say it, and this is the only case where a 0 is withheld.
"""

from __future__ import annotations

from collections.abc import Collection

from reportlib.disclosure.network import Node
from reportlib.disclosure.tables import Key, Table


def suppressed(table: Table, primary: Collection[Key]) -> frozenset[Key]:
    """Return the cells to withhold: ``primary``, and those that hide them.

    A row whose margin is withheld with its whole group has all its cells withheld too. What the
    margins alone determine cannot be hidden here, and stays withheld for form.
    """
    hidden = set(primary)
    for group in {table.rows.group(row) for row in table.hidden_rows}:
        rows = {row for row, _ in table.group_keys(group)}
        if rows <= table.hidden_rows:
            hidden |= table.group_keys(group)
    while more := _more(table, hidden):
        hidden |= more
    return frozenset(hidden)


def _more(table: Table, hidden: set[Key]) -> set[Key]:
    """One more cell, or a group, for the first number that can be worked out; or nothing."""
    found = sorted(table.exposed(hidden))
    free = {key for key in table.keys - hidden if not table.rows.known_elsewhere(key[0])}
    for name in found:
        if near := {key for key in free if _shares_a_sum(table, key, name)}:
            return {_smallest(table, near)}
        if rest := table.group_keys(table.rows.group(name[1])) - hidden:
            return rest
    return {_smallest(table, free)} if found and free and table.two_way else set()


def _shares_a_sum(table: Table, key: Key, name: Node) -> bool:
    """Whether a cell is in a published sum with the number called ``name``."""
    row, column = name[1], name[2] if name[0] == "cell" else None
    if not table.two_way:
        return table.rows.group(key[0]) == table.rows.group(row)
    return key[0] == row or key[1] == column


def _smallest(table: Table, keys: Collection[Key]) -> Key:
    """The cell of the smallest number, then the first by label."""
    return min(keys, key=lambda key: (table.value(key), key))
