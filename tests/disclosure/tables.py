"""Small tables of figures, as ``measure`` gives them, and a reader who tries every possibility."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from reportlib.indicators import Indicator, indicator

CAUSES = ("construction_projet", "contenu_formation", "conditions_participation", "imponderable")
Cells = Mapping[tuple[str, ...], int]


def figures(
    record: Indicator,
    par: Sequence[str],
    cells: Cells,
    *,
    perimetre: str = "region",
    id_of: str = "",
    contributors: int | Mapping[tuple[str, ...], int] = 20,
) -> pd.DataFrame:
    """Figures of a count, a row a cell over 0; ``contributors`` for all or for each."""
    rows = [
        {
            "id": record.id,
            "perimetre": perimetre,
            "id_of": id_of,
            **dict(zip(par, labels, strict=True)),
            "numerator": float(number),
            "denominator": float("nan"),
            "value": float(number),
            "minimum": float("nan"),
            "maximum": float("nan"),
            "unit": record.unite,
            "state": "exact",
            "contributors": contributors
            if isinstance(contributors, int)
            else contributors.get(labels, 0),
            "etat_import": 0,
            "lost": 0,
        }
        for labels, number in cells.items()
        if number > 0 or not par
    ]
    return pd.DataFrame(rows)


def shares(record: Indicator, par: Sequence[str], cells: Mapping[tuple[str, ...], tuple[int, int]]):
    """Figures of a share: numerator and denominator of each cell."""
    table = figures(record, par, {key: max(den, 1) for key, (_, den) in cells.items()})
    numerators = [float(num) for num, _ in cells.values()]
    denominators = [float(den) for _, den in cells.values()]
    return table.assign(
        numerator=numerators,
        denominator=denominators,
        value=[100 * n / d if d else float("nan") for n, d in cells.values()],
    )


def states(released: pd.DataFrame, par: Sequence[str]) -> dict[tuple[str, ...], str]:
    """The state of each cell of a release."""
    keys = zip(*(released[name] for name in par), strict=True)
    return dict(zip(keys, released["state"], strict=True))


def masked(released: pd.DataFrame, par: Sequence[str]) -> set[tuple[str, ...]]:
    """The withheld cells of a release."""
    return {key for key, state in states(released, par).items() if state == "masque"}


def record(name: str, **changes: object) -> Indicator:
    """An indicator of the catalogue, with changes for a test."""
    return replace(indicator(name), **changes)  # type: ignore[arg-type]


def splits(total: int, parts: int, least: int):
    """Every way to write ``total`` as a sum of ``parts`` whole numbers of at least ``least``."""
    if parts == 0:
        if total == 0:
            yield ()
        return
    if parts == 1:
        if total >= least:
            yield (total,)
        return
    for first in range(least, total - least * (parts - 1) + 1):
        for rest in splits(total - first, parts - 1, least):
            yield (first, *rest)
