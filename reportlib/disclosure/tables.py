"""A table of one scope as disclosure sees it: cells, margins, what can be worked out of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from reportlib.disclosure.breakdowns import Breakdown
from reportlib.disclosure.network import Arc, Node, determined

Label = str
Key = tuple[Label, Label]
"""A cell: row and column. A one-way table has the one column ``ONLY``."""
ONLY = ""


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One additive number of a table: a count, the numerator or the denominator of a share."""

    cells: Mapping[Key, int]
    """The cells that hold something; the others are 0."""
    least: int
    """What a reader knows of a withheld cell: at least this."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A one-way or two-way table; its margins are published, but for ``hidden_rows``."""

    rows: Breakdown
    """The breakdown under watch: causes, grounds, other organisations."""
    layers: tuple[Layer, ...]
    two_way: bool = False
    hidden_rows: frozenset[Label] = frozenset()
    """Rows whose margin the one-way table of ``rows`` withholds."""

    @property
    def keys(self) -> set[Key]:
        """Cells over 0 in some layer."""
        return {key for layer in self.layers for key, n in layer.cells.items() if n > 0}

    def value(self, key: Key) -> int:
        """Return the greatest number of a cell over the layers."""
        return max(layer.cells.get(key, 0) for layer in self.layers)

    def group_keys(self, group: str) -> set[Key]:
        """Return every cell that a group may have, zeros included."""
        observed = {row for row, _ in self.keys}
        columns = {column for _, column in self.keys}
        return {(row, column) for row in self.rows.members(group, observed) for column in columns}

    def whole(self, group: str, hidden: Collection[Key]) -> bool:
        """Whether a whole group is withheld, so that a reader cannot tell which cells are 0."""
        return self.group_keys(group) <= set(hidden)

    def exposed(self, hidden: Collection[Key]) -> set[Node]:
        """Return what a reader can work out, as ``("cell", row, column)`` or ``("row", row)``."""
        return {
            name for layer in self.layers for name in determined(self._arcs(layer, set(hidden)))
        }

    def _arcs(self, layer: Layer, hidden: set[Key]) -> list[Arc]:
        """The withheld numbers of one layer, each between the two sums that it belongs to."""
        cells = [
            Arc(
                name=("cell", row, column),
                tail=("row", row) if self.two_way else ("group", self.rows.group(row)),
                head=("column", column),
                value=layer.cells.get((row, column), 0),
                least=0 if self.whole(self.rows.group(row), hidden) else layer.least,
            )
            for row, column in hidden
        ]
        return cells + [self._margin(row, layer) for row in self.hidden_rows]

    def _margin(self, row: Label, layer: Layer) -> Arc:
        """The withheld margin of a row."""
        group = self.rows.group(row)
        observed = {label for label, _ in self.keys}
        whole = set(self.rows.members(group, observed)) <= self.hidden_rows
        return Arc(
            name=("row", row),
            tail=("group", group),
            head=("row", row),
            value=sum(n for (label, _), n in layer.cells.items() if label == row),
            least=0 if whole else layer.least,
        )
