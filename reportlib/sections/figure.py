"""One released number of one scope: its state, how it is written, and what names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from reportlib.blocks import Cell, absent, number, text
from reportlib.blocks.tables import ABSENT, State
from reportlib.indicators import Indicator
from reportlib.indicators.record import BASED
from reportlib.rules.statistiques import BASE_MIN
from reportlib.settings import Confidentialite
from reportlib.wording import counted, decimal, integer, percent

Scope = Literal["propre", "region"]
Part = Literal["nombre", "taux", "base"]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One released number of one scope, and how it is written."""

    record: Indicator
    state: State
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    contributors: int = 0
    etat_import: int = 0
    lost: int = 0
    group: Mapping[str, str] = field(default_factory=dict)
    """Breakdown column → value; empty for the whole."""
    scope: Scope = "propre"
    when: str = ""
    """The period's label, « 2023 »."""
    policy: Confidentialite = field(default_factory=Confidentialite)
    """What the withheld are withheld by."""

    def ref(self, part: Part = "nombre") -> str:
        """Return what names this number in a document: « BA-03|propre||2023|taux »."""
        group = ";".join(f"{name}={value}" for name, value in self.group.items())
        return "|".join((self.record.id, self.scope, group, self.when, part))

    @property
    def part(self) -> Part:
        """Which of its numbers the figure is known by: a share by its rate, a count by itself."""
        return "taux" if self.record.kind in BASED else "nombre"

    @property
    def exact(self) -> bool:
        """Whether there is a number to show."""
        return self.state == "exact"

    @property
    def count(self) -> int:
        """The number counted, 0 when there is none to show; for choices of wording only."""
        return round(self.numerator) if self.exact and self.numerator is not None else 0

    @property
    def base(self) -> int:
        """The base of a share, 0 when there is none to show."""
        return round(self.denominator) if self.exact and self.denominator is not None else 0

    @property
    def few(self) -> str:
        """Whom a withheld number is too few of: « de 1 à 4 personnes » (R-CONF-03)."""
        if self.record.masque_of:
            return f"de moins de {self.policy.seuil_organismes} organismes"
        return f"de 1 à {self.policy.seuil_personnes - 1} personnes"

    @property
    def small(self) -> bool:
        """Whether a share rests on fewer than ten cases."""
        return self.exact and 0 < self.base < BASE_MIN

    @property
    def shown(self) -> str:
        """The number as written: « 1 198 », « 70,2 % », « s », « s. o. », « n. f. »."""
        if not self.exact:
            return ABSENT[self.state][0]
        if self.record.kind == "part":
            return percent(self.value or 0.0)
        if self.record.kind == "mediane":
            return self._median()
        if self.record.kind == "moyenne":
            return decimal(self.value or 0.0)
        return _sum(self.numerator or 0.0)

    @property
    def cell(self) -> Cell:
        """The number as a cell of a count or median column."""
        part: Part = "nombre" if self.record.kind == "part" else self.part
        if not self.exact:
            return replace(absent(self.state), ref=self.ref(part))
        shown = self.shown if self.record.kind != "part" else _sum(self.numerator or 0.0)
        value = self.value if part == "taux" else self.numerator
        if part == "taux" and value is None:  # the extremes of a median: two numbers, not one
            return replace(text(shown), ref=self.ref(part))
        return replace(number(shown, value or 0.0), ref=self.ref(part))

    @property
    def rate_cell(self) -> Cell:
        """The share as a cell of a column whose header says « en % »."""
        ref = self.ref("taux")
        if not self.exact or self.value is None:
            return replace(absent(self.state if not self.exact else "sans_objet"), ref=ref)
        return replace(number(decimal(self.value), self.value), ref=ref)

    @property
    def base_cell(self) -> Cell:
        """The base of a share as a cell."""
        ref = self.ref("base")
        if not self.exact and self.state != "sans_objet":
            return replace(absent(self.state), ref=ref)
        return replace(number(_sum(self.denominator or 0.0), self.denominator or 0.0), ref=ref)

    @property
    def set_aside(self) -> str:
        """« 2 lignes écartées », or nothing."""
        return counted(self.lost, "ligne écartée", "lignes écartées") if self.lost else ""

    def _median(self) -> str:
        """A median from five cases; the extremes under that."""
        if self.value is not None:
            return f"{decimal(self.value, 0 if float(self.value).is_integer() else 1)}"
        if self.minimum is None or self.maximum is None:
            return ABSENT["sans_objet"][0]
        return f"de {integer(self.minimum)} à {integer(self.maximum)}"


def _sum(number: float) -> str:
    """A count as an integer; a sum that is none (hours) with one decimal."""
    return integer(number) if float(number).is_integer() else decimal(number)
