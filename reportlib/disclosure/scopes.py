"""The figures of one scope as a table to watch, and what is withheld of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from reportlib.disclosure.breakdowns import Breakdown
from reportlib.disclosure.suppression import suppressed
from reportlib.disclosure.tables import ONLY, Key, Layer, Table
from reportlib.indicators import Indicator
from reportlib.indicators.record import BASED
from reportlib.settings import Confidentialite


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Rows of one scope: the region, what is not attributed, or one organisation."""

    indicator: Indicator
    rows: pd.DataFrame
    policy: Confidentialite
    own: bool = False
    """Whether these are the rows of the organisation that reads them."""

    @property
    def par(self) -> tuple[str, ...]:
        """The breakdowns: columns between ``id_of`` and ``numerator``."""
        columns = list(self.rows.columns)
        return tuple(columns[columns.index("id_of") + 1 : columns.index("numerator")])

    @property
    def breakdown(self) -> Breakdown:
        """The breakdown to watch: the sensitive one, else the first."""
        causes = [name for name in self.par if name in self.indicator.sensibles]
        return Breakdown(name=[*causes, *self.par, ONLY][0], persons=bool(causes), own=self.own)

    @property
    def other(self) -> str | None:
        """The second breakdown, if there is one."""
        return next((name for name in self.par if name != self.breakdown.name), None)

    @property
    def restricted(self) -> bool:
        """Whether the number itself is of other organisations, or of one ground of refusal."""
        return not self.own and (self.indicator.masque_of or self.indicator.sensible)

    @property
    def watched(self) -> bool:
        """Whether small numbers of the scope are withheld (R-CONF-03)."""
        return self.restricted or self.breakdown.persons

    @property
    def total_withheld(self) -> bool:
        """Whether the number of the whole scope is itself withheld, and so all of its cells."""
        if not self.restricted:
            return False
        return self.small(sum(self.base().values())) or (not self.par and bool(self._few()))

    def small(self, number: int) -> bool:
        """Whether a number is over 0 and under its threshold."""
        organisations = self.indicator.masque_of
        limit = self.policy.seuil_organismes if organisations else self.policy.seuil_personnes
        return 0 < number < limit

    def cells(self) -> list[Key]:
        """Return the cell of each row, in the order of the rows."""
        names = [self.breakdown.name, self.other]
        first, second = (
            self.rows[name] if name in self.par else [ONLY] * len(self.rows) for name in names
        )
        return list(zip(first, second, strict=True))

    def numbers(self, column: str) -> dict[Key, int]:
        """Return the numbers of a column by cell."""
        return dict(zip(self.cells(), self.rows[column].fillna(0).astype(int), strict=True))

    def base(self) -> dict[Key, int]:
        """Return the units of each cell: what is counted, or what a share divides by."""
        shared = self.indicator.kind in BASED and not self.indicator.repartition
        return self.numbers("denominator" if shared else "numerator")

    def layers(self) -> tuple[Layer, ...]:
        """Return the numbers that add up to published totals; none for medians and lists."""
        record = self.indicator
        listed = self.other is None and self.breakdown.name in record.multiples
        if record.kind in {"mediane", "moyenne", "distincts"} or listed:
            return ()
        if record.kind == "part" and not record.repartition:
            denominators = Layer(cells=self.numbers("denominator"), least=1)
            return (denominators, Layer(cells=self.numbers("numerator"), least=0))
        return (Layer(cells=self.numbers("numerator"), least=1),)

    def withheld(self, forced: Collection[Key] = ()) -> frozenset[Key]:
        """Return the cells to withhold: small ones, ``forced`` ones, and those that hide them.

        Raises
        ------
        ValueError
            More than two breakdowns: the sums of their sums are not watched. Two of a number of
            other organisations' acts: who contributes to a margin is not known from the cells.
        """
        if self.other is not None and self.restricted and self.indicator.masque_of:
            raise ValueError(f"{self.indicator.id}: one breakdown at a time, got {self.par}")
        if len(self.par) > 2:
            raise ValueError(f"{self.indicator.id}: at most two breakdowns, got {self.par}")
        if self.total_withheld:
            return frozenset(self.cells())
        primary = set(forced) | (self._small_cells() if self.watched else set())
        table = self.table()
        if table is None or not self.par:
            return frozenset(primary)
        return suppressed(table, primary) if primary or table.hidden_rows else frozenset()

    def table(self) -> Table | None:
        """Return the table to watch; None when nothing in it adds up."""
        layers = self.layers()
        if not layers or self.other is None:
            return Table(rows=self.breakdown, layers=layers) if layers else None
        sums = tuple(Layer(cells=_by_row(one.cells), least=one.least) for one in layers)
        hidden: frozenset[Key] = frozenset()
        if self.watched:
            margins = Table(rows=self.breakdown, layers=sums)
            small = {key for key in margins.keys if self._is_small(key, sums)}
            hidden = suppressed(margins, small)
        rows = frozenset(row for row, _ in hidden)
        return Table(rows=self.breakdown, layers=layers, two_way=True, hidden_rows=rows)

    def _small_cells(self) -> set[Key]:
        """Cells withheld for their own number."""
        watched = (Layer(cells=self.base(), least=1),)
        layers = watched if self.restricted else (*watched, *self.layers())
        small = {key for key in self.cells() if self._is_small(key, layers)}
        return small | self._few() if self.restricted else small

    def _few(self) -> set[Key]:
        """Cells of a number of other organisations' acts that too few of them make (QA-15)."""
        if not self.indicator.masque_of:
            return set()
        limit = self.policy.seuil_organismes
        contributors = self.numbers("contributors")
        return {key for key, number in contributors.items() if 0 < number < limit}

    def _is_small(self, key: Key, layers: Collection[Layer]) -> bool:
        """Whether a cell that is not public holds a small number."""
        public = self.breakdown.public(key[0])
        return not public and any(self.small(one.cells.get(key, 0)) for one in layers)


def _by_row(cells: Mapping[Key, int]) -> dict[Key, int]:
    """Cells summed over the columns."""
    sums: dict[Key, int] = {}
    for (row, _), number in cells.items():
        sums[row, ONLY] = sums.get((row, ONLY), 0) + number
    return sums
