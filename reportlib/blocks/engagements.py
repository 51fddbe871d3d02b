"""The table of both parties' engagements: measures with their base, a state in a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from reportlib.blocks.record import Block
from reportlib.blocks.tables import Cell
from reportlib.wording import Rich, plain

Kept = Literal[
    "tenu",
    "partiel",
    "non_tenu",
    "non_mesurable",
    "non_verifiable",
    "sans_objet",
    "sans_seuil",
    "reconduction",
]
Who = Literal["OF", "TPGE", "commun"]

KEPT: dict[Kept, str] = {
    "tenu": "tenu",
    "partiel": "partiel",
    "non_tenu": "non tenu",
    "non_mesurable": "non mesurable",
    "non_verifiable": "non vérifiable",
    "sans_objet": "sans objet",
    "sans_seuil": "sans seuil",
    "reconduction": "reconduction non renseignée",
}
"""The word of each state; beside it stands a shape, never a colour of judgement."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A measure of an engagement, one line of its cell: « 12 propositions, sur 40 dossiers »."""

    label: str
    cell: Cell
    base: str = ""


@dataclass(frozen=True, kw_only=True)
class Engagement:
    """A row: what was promised, what was measured, whether it was kept."""

    label: str
    who: Who
    measures: tuple[Measured, ...]
    period: str
    state: Kept
    observation: Rich = ()
    """Words of both parties; empty, the cell is a frame to write in."""

    def lines(self) -> Iterator[str]:
        """Yield the words of the row, a measure a line."""
        yield f"{self.label} ({self.who})"
        for one in self.measures:
            said = " ".join((plain(one.cell.text), one.label))
            yield ", ".join(part for part in (said, one.base) if part)
        yield from (words for words in (self.period, KEPT[self.state]) if words)
        if self.observation:
            yield plain(self.observation)


@dataclass(frozen=True, kw_only=True)
class Party:
    """The engagements of one party, under its name."""

    name: str
    engagements: tuple[Engagement, ...]


@dataclass(frozen=True, kw_only=True)
class Engagements(Block):
    """The central table of the charter's bilan, on one page."""

    kind: ClassVar[str] = "engagements"
    title: str
    unit: str = ""
    parties: tuple[Party, ...]
    notes: tuple[Rich, ...] = ()
    source: str = ""
