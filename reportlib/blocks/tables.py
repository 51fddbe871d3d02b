"""Tables: cells that hold a text and the number behind it, and the four states of a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from reportlib.blocks.record import Block
from reportlib.wording import Rich

State = Literal["exact", "masque", "sans_objet", "non_fourni", "reconduction"]

ABSENT: dict[State, tuple[str, str]] = {
    "masque": ("s", "nombre couvert par le secret"),
    "sans_objet": ("s.\u00a0o.", "sans objet"),
    "non_fourni": ("n.\u00a0f.", "donnée non fournie"),
    "reconduction": ("r.\u00a0n.\u00a0r.", "reconduction non renseignée"),
}
"""What is shown for each state that is no number, and what it means."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell: what is shown, the exact number behind it if any, and its state."""

    text: Rich = ()
    value: float | None = None
    """The number itself, unrounded, for the annex; None for a text or an absent number."""
    state: State = "exact"
    bar: float | None = None
    """Share from 0 to 1, drawn in a column of kind « bar » beside its number."""
    low: float | None = None
    high: float | None = None
    """Ends of the interval written with the number, for the annex; both or none."""
    ref: str = ""
    """What the number is (indicator, scope, breakdown, period): numbers of one ``ref`` are equal
    wherever they stand in a document."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its header, and what its cells are."""

    label: str
    kind: Literal["text", "num", "bar"] = "text"
    width_mm: float | None = None
    """Width on paper; None shares what is left. [mm]"""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row; its first cell is its header."""

    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, kw_only=True)
class Table(Block):
    """A table with its title, unit line, notes and source."""

    kind: ClassVar[str] = "table"
    title: str
    unit: str = ""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Rich, ...] = ()
    source: str = ""
    dense: bool = False
    long: bool = False
    """May break over pages, header repeated; starts on a new page in the PDF."""


def text(words: str, *, strong: bool = False) -> Cell:
    """Return a cell of plain words."""
    return Cell(text=((words, "strong" if strong else ""),) if words else ())


def number(shown: str, value: float) -> Cell:
    """Return a cell for an exact number and how it is written."""
    return Cell(text=((shown, ""),), value=float(value))


def interval(shown: str, value: float, low: float, high: float) -> Cell:
    """Return a cell for a number written with its interval: « 65,1 % [54,6 ; 74,3] »."""
    return Cell(text=((shown, ""),), value=float(value), low=float(low), high=float(high))


def absent(state: State) -> Cell:
    """Return the cell of a number that is withheld, not applicable or not provided."""
    return Cell(text=((ABSENT[state][0], "emph"),), state=state)


def share(part: float | None) -> Cell:
    """Return a bar cell for a share from 0 to 1; None is hatched."""
    return Cell(bar=part, state="exact" if part is not None else "masque")
