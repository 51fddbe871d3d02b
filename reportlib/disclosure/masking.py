"""Making numbers missing: the state ``masque``, printed « s »."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from reportlib.disclosure.scopes import Scope
from reportlib.disclosure.tables import Key

NUMBERS = ("numerator", "denominator", "value", "minimum", "maximum")


def masked(scope: Scope, hidden: Collection[Key]) -> pd.DataFrame:
    """Return the rows of a scope with the ``hidden`` cells withheld.

    A withheld row loses every number, that of organisations and of import states included, and
    keeps ``lost``, which is the scope's. A withheld cell that has no row gets one, so that it is
    not read as 0.
    """
    rows, inside = scope.rows, set(hidden)
    if rows.empty or not inside:
        return rows
    keys = scope.cells()
    flags = pd.Series([key in inside for key in keys], index=rows.index)
    flags &= rows["state"].isin(("exact", "sans_objet"))
    missing = inside - set(keys)
    added = _rows(scope, sorted(missing))
    whole = pd.concat([rows, added]) if missing else rows
    flags = flags.reindex(whole.index, fill_value=True)
    blank = {name: whole[name].mask(flags) for name in NUMBERS}
    zero = {name: whole[name].mask(flags, 0) for name in ("contributors", "etat_import")}
    return whole.assign(state=whole["state"].mask(flags, "masque"), **blank, **zero).sort_values(
        list(scope.par), kind="stable"
    )


def _rows(scope: Scope, keys: list[Key]) -> pd.DataFrame:
    """Rows for cells that have none, beside those of the scope."""
    first = scope.rows.iloc[[0] * len(keys)]
    columns = {scope.breakdown.name: [row for row, _ in keys]}
    if scope.other is not None:
        columns[scope.other] = [column for _, column in keys]
    start = int(scope.rows.index.max()) + 1
    return first.assign(**columns).set_axis(range(start, start + len(keys)), axis=0)
