"""What the workbook holds and the page does not show: rules of calculation, controls."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from reportlib.blocks.record import Block


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What a number counts, and where the rule comes from."""

    id: str
    label: str
    definition: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Rules(Block):
    """Rows of the sheet « Règles »."""

    kind: ClassVar[str] = "rules"
    items: tuple[Rule, ...]


@dataclass(frozen=True, kw_only=True)
class Term:
    """A number of an equality, and its name."""

    name: str
    value: float


@dataclass(frozen=True, kw_only=True)
class Control:
    """An equality: ``whole`` is the sum of ``parts`` (one part: both are the same number)."""

    label: str
    whole: Term
    parts: tuple[Term, ...]

    @property
    def gap(self) -> float:
        """What the whole has more than its parts; 0 when the equality holds."""
        return self.whole.value - math.fsum(part.value for part in self.parts)

    @property
    def holds(self) -> bool:
        """Whether the equality holds, to the ninth decimal."""
        return math.isclose(self.gap, 0.0, abs_tol=1e-9)


@dataclass(frozen=True, kw_only=True)
class Controls(Block):
    """Rows of the sheet « Contrôles »; in strict rendering, each must hold."""

    kind: ClassVar[str] = "controls"
    items: tuple[Control, ...]
