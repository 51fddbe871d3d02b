"""Figures as data: rendering draws them; every number of a figure is in its record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reportlib.blocks.record import Block
from reportlib.blocks.tables import Cell
from reportlib.wording import Rich


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of a funnel, with its share of the step before."""

    label: str
    cell: Cell
    share: str = ""
    """« 93,3 % des déposés »; empty for the first step."""
    rate: float | None = None
    """The share itself, unrounded, for the annex. [%]"""


@dataclass(frozen=True, kw_only=True)
class Funnel(Block):
    """Nested steps of one cohort, from one zero line."""

    kind: ClassVar[str] = "funnel"
    title: str
    unit: str = ""
    steps: tuple[Step, ...]
    alt: str
    notes: tuple[Rich, ...] = ()
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A bar: its label, its number, its share of the base."""

    label: str
    cell: Cell
    share: str = ""
    rate: float | None = None
    """The share itself, unrounded, for the annex. [%]"""


@dataclass(frozen=True, kw_only=True)
class BarChart(Block):
    """Horizontal bars, sorted by the one who builds the block; ``apart`` stand below, in grey.

    A withheld bar is hatched and carries « s ».
    """

    kind: ClassVar[str] = "bars"
    title: str
    unit: str = ""
    category: str
    """Header of the labels, in the table of the figure's numbers."""
    measure: str
    """Header of the numbers, in that table."""
    bars: tuple[Bar, ...]
    apart: tuple[Bar, ...] = ()
    tight: bool = False
    """Rows closer on paper, same letters: for a document of few pages."""
    alt: str
    notes: tuple[Rich, ...] = ()
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Series:
    """A line: a cell a point, and the total at its end."""

    name: str
    cells: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True, kw_only=True)
class LineChart(Block):
    """Lines over months: four points at least, two series at most, the first the main one.

    ``labels`` are short (axis), ``full_labels`` are read aloud (table of numbers).
    """

    kind: ClassVar[str] = "line"
    title: str
    unit: str = ""
    labels: tuple[str, ...]
    full_labels: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    notes: tuple[Rich, ...] = ()
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class DotRow:
    """A rate of the organisation beside the region's; either may be absent: the row says why."""

    label: str
    base: str
    """« 27 dossiers sur 36 décidés », or why the rate is not shown."""
    own: Cell
    region: Cell


@dataclass(frozen=True, kw_only=True)
class DotChart(Block):
    """Rates from 0 to 100 %, the organisation's beside the region's."""

    kind: ClassVar[str] = "dots"
    title: str
    unit: str = ""
    own_name: str = "Votre organisme"
    region_name: str = "Région"
    rows: tuple[DotRow, ...]
    alt: str
    notes: tuple[Rich, ...] = ()
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Level:
    """A mean on the scale, the region's beside it; either may be absent."""

    label: str
    own: Cell
    region: Cell | None = None
    base: str = ""
    """« 4 réponses sur 4 », or why nothing is shown."""


@dataclass(frozen=True, kw_only=True)
class Levels(Block):
    """Bars on a scale with an end, from 0 to ``maximum``; the region is a tick on each."""

    kind: ClassVar[str] = "levels"
    title: str
    unit: str = ""
    category: str
    maximum: int = 3
    """The scale's end, graduated by ones: ten at most. [unit of the measure]"""
    own_name: str = "Votre organisme"
    region_name: str = "Région"
    rows: tuple[Level, ...]
    alt: str
    notes: tuple[Rich, ...] = ()
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class StackRow:
    """A whole and its parts, in the order of the block's ``parts``."""

    label: str
    cells: tuple[Cell, ...]
    base: str = ""
    """« 86 organismes »."""


@dataclass(frozen=True, kw_only=True)
class StackedBar(Block):
    """Parts of a whole: every bar is as long, its parts in proportion to their numbers.

    Five parts at most, told apart in grey. A part without number is a hatched end of fixed length.
    """

    kind: ClassVar[str] = "stacked"
    title: str
    unit: str = ""
    category: str
    parts: tuple[str, ...]
    rows: tuple[StackRow, ...]
    alt: str
    notes: tuple[Rich, ...] = ()
    source: str = ""
