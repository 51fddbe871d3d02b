"""Small datasets written as text tables, typed as intake types them.

``dataset(dossiers_ptp="…")``: the first line names the columns, cells are separated by « | », an
empty cell is missing. Columns that a table does not write are missing. ``id_of`` of
``echanges_refus`` comes from its file, as intake finds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd
from pandas.api.extensions import ExtensionArray as Array

from reportlib.dataset import Dataset
from reportlib.registers import registers

TYPES: Mapping[str, Mapping[str, str]] = {
    name: {column: one.type for column, one in known.colonnes.items()} | {"id_of": "texte"}
    for name, known in registers().items()
}
"""Register → column → type, as the dictionary says them; every frame has an ``id_of``."""
_DTYPES = {"entier": "Int64", "decimal": "Float64"}
"""Type → dtype where it is neither a day nor a boolean; others are ``str``."""
_BOOLEANS = {"oui": True, "non": False}


def typed(register: str, rows: list[dict[str, str | None]]) -> pd.DataFrame:
    """Rows of text as a frame of ``register``, with the types of the dictionary."""
    columns = {
        name: _column(kind, tuple(row.get(name) or None for row in rows))
        for name, kind in TYPES[register].items()
    }
    columns["_source"] = _column("texte", (f"{register}.csv",) * len(rows))
    columns["_ligne"] = pd.array(range(2, len(rows) + 2), dtype="Int64")
    return pd.DataFrame(columns)


@lru_cache(maxsize=8192)
def _column(kind: str, cells: tuple[str | None, ...]) -> Array:
    """Cells of text as the values of a type; remembered, as the frame that takes them copies them.

    Most columns of small tables say nothing, and mutants read the same tables again.
    """
    if kind == "date":
        days = pd.to_datetime(pd.Series(cells, dtype="str"), format="%Y-%m-%d")
        return days.astype("datetime64[us]").array
    if kind == "booleen":
        return pd.array([_BOOLEANS.get(cell or "") for cell in cells], dtype="boolean")
    values: Array = pd.Series(cells, dtype="str").astype(_DTYPES.get(kind, "str")).array
    return values


def rows_of(text: str) -> list[dict[str, str | None]]:
    """The lines of a text table as rows."""
    lines = [line for line in text.strip("\n").splitlines() if line.strip()]
    head, *body = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [dict(zip(head, cells, strict=True)) for cells in body]


def register(name: str, text: str) -> pd.DataFrame:
    """A frame of the register ``name`` from a text table."""
    return typed(name, rows_of(text))


def dataset(set_aside: Mapping[str, str] | None = None, **tables: str) -> Dataset:
    """A dataset from text tables; ``set_aside`` maps a register to its rows, all with a motif."""
    frames = {name: register(name, text) for name, text in tables.items()}
    aside = {
        name: register(name, text).assign(motif="valeur illisible")
        for name, text in (set_aside or {}).items()
    }
    return Dataset(frames=frames, set_aside=aside)


def complete(data: Dataset) -> Dataset:
    """The same with every other register of the dictionary, empty: a file with headers only."""
    empty = {name: typed(name, []) for name in TYPES if not data.has(name)}
    return Dataset(frames={**data.frames, **empty}, set_aside=data.set_aside, report=data.report)
