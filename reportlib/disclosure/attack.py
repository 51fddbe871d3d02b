"""The attack that audits a release: what a reader can still work out of what was withheld."""

from __future__ import annotations

import pandas as pd

from reportlib.disclosure.scopes import Scope
from reportlib.disclosure.tables import Key, Table
from reportlib.indicators import Indicator
from reportlib.settings import Confidentialite


def recoverable(
    figures: pd.DataFrame,
    released: pd.DataFrame,
    indicator: Indicator,
    policy: Confidentialite,
) -> list[tuple[str, ...]]:
    """Return the withheld numbers that a reader can work out: scope, organisation and cell.

    The reader knows every total, the margins that are published, that a withheld number is at
    least 1 unless its whole group is withheld, and how sums are made. What the published margins
    give by themselves is not the table's doing, and is not returned.

    Parameters
    ----------
    figures
        The true figures, that ``released`` comes from.
    """
    found: list[tuple[str, ...]] = []
    for key, rows in released.groupby(["perimetre", "id_of"], observed=True):
        perimetre, id_of = map(str, key)
        true = figures.loc[figures["perimetre"].eq(perimetre) & figures["id_of"].eq(id_of)]
        own = perimetre == "organisme"
        scope = Scope(indicator=indicator, rows=true, policy=policy, own=own)
        shown = Scope(indicator=indicator, rows=rows, policy=policy, own=own)
        table = scope.table() if scope.par else None
        if table is None or scope.total_withheld:
            continue
        states = zip(shown.cells(), rows["state"], strict=True)
        visible = {cell for cell, state in states if state != "masque"}
        hidden = {*scope.cells(), *shown.cells()} - visible
        margins_alone = table.exposed(hidden | _all_cells(table))
        found += [(perimetre, id_of, *name) for name in table.exposed(hidden) - margins_alone]
    return sorted(found)


def _all_cells(table: Table) -> set[Key]:
    """Every cell that is not public, zeros included."""
    groups = {table.rows.group(row) for row, _ in table.keys if not table.rows.public(row)}
    return {key for group in groups for key in table.group_keys(group)}
