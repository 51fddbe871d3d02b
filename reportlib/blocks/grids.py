"""A grid of numbers whose ground darkens with them: months by status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reportlib.blocks.record import Block
from reportlib.blocks.tables import Cell
from reportlib.wording import Rich


@dataclass(frozen=True, kw_only=True)
class HeatRow:
    """A row of the grid: its name, a cell a column, and the total when there is one."""

    label: str
    cells: tuple[Cell, ...]
    total: Cell | None = None


@dataclass(frozen=True, kw_only=True)
class HeatMap(Block):
    """A table with the number in each cell, and a ground in five shades that prints in grey.

    A cell without number is hatched and keeps its sign. Totals have no ground.
    """

    kind: ClassVar[str] = "heat"
    title: str
    unit: str = ""
    corner: str
    """Header of the first column: what rows are."""
    columns: tuple[str, ...]
    """Headers, short: « janv. »; fourteen at most."""
    rows: tuple[HeatRow, ...]
    total: HeatRow | None = None
    """Last row, of totals."""
    total_label: str = "Total"
    measure: str = "Nombre"
    """What the shades of the key count."""
    notes: tuple[Rich, ...] = ()
    source: str = ""
