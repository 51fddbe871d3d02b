"""Dated points, each with the number of its source: what a series of months cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from reportlib.blocks.record import Block
from reportlib.blocks.tables import Cell
from reportlib.wording import Rich, day, plain


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A number at its date.

    Two points of one day are two sources that disagree: both are shown side by side, and the line
    goes through the first.
    """

    date: str
    """ISO: « 2021-03-15 »; rendering writes it in French."""
    cell: Cell
    source: int | None = None
    """Rank in the block's ``sources``, from 1; None for a computed point (an extrapolation)."""
    extrapolated: bool = False

    def lines(self) -> Iterator[str]:
        """Yield the point in words: « 15 mars 2021 : 8 304 [2] »."""
        mark = f" [{self.source}]" if self.source else ""
        guessed = " (extrapolation)" if self.extrapolated else ""
        when = day(date.fromisoformat(self.date))
        yield f"{when}\u00a0: {plain(self.cell.text)}{mark}{guessed}"


@dataclass(frozen=True, kw_only=True)
class Dates:
    """A series: its name, its points in the order of their dates."""

    name: str
    points: tuple[Dated, ...]


@dataclass(frozen=True, kw_only=True)
class BandPoint:
    """The interval of a fit at a date."""

    date: str
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Curve(Block):
    """One or two series over real dates, the first the main one; from 0.

    What is extrapolated is dashed, hollow, and said in words. ``band`` is the interval of the fit
    of the first series, drawn behind it.
    """

    kind: ClassVar[str] = "curve"
    title: str
    unit: str = ""
    series: tuple[Dates, ...]
    sources: tuple[str, ...]
    """What each number between brackets names."""
    band: tuple[BandPoint, ...] = ()
    band_name: str = "Intervalle de l’ajustement"
    alt: str
    notes: tuple[Rich, ...] = ()
    source: str = ""
