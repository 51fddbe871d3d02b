"""What disclosure knows of a breakdown: its possible values, and the subtotals that are public.

A subtotal is public when another released number gives it: the ruptures of known cause (« la cause
est renseignée pour y d'entre eux », base of RP-04), the refusals on criteria (base of BA-05), the
non-conformities of a criterion, beside those of its indicators (QA-15). Withheld values must then
hide one another inside such a group.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from reportlib.rules.charte import STATUTS_SIGNATAIRE
from reportlib.rules.interventions import CAUSES
from reportlib.rules.ptp import CRITERE_CHARTE, CRITERES, HORS_CRITERES
from reportlib.rules.rnq import criteres
from reportlib.rules.suites import SUITES

REST = ""
"""Label of the row that stands for all the values of a breakdown that are not listed."""
UNSAID = ("non_renseigne", "non_renseignee")
"""What is not said is no cause and no ground: it is public, and hides nothing (R-RUP-01)."""

_GROUPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "cause": (CAUSES,),
    "cause_rupture": (CAUSES,),
    "motif_refus": (CRITERES, HORS_CRITERES),
    "signataire": ((*STATUTS_SIGNATAIRE, "non_renseigne"),),
    "suite": ((*SUITES, "sans_suite"),),
}


@dataclass(frozen=True, kw_only=True)
class Breakdown:
    """A breakdown of an indicator, as disclosure sees it."""

    name: str
    persons: bool = False
    """Whether its values are causes or grounds, so that what is not said is public."""
    own: bool = False
    """Whether the reader is the organisation that the table is of."""

    def public(self, label: str) -> bool:
        """Whether a value is published whatever its number, and so hides no other.

        What is not said; and, to the organisation itself, its refusals on the charter's ground,
        which are explained to it one by one (R-CONF-03, TP-3).
        """
        if self.own and label == CRITERE_CHARTE:
            return True
        return self.persons and label in UNSAID

    def known_elsewhere(self, label: str) -> bool:
        """Whether another released number bounds a value, so that it should not hide others.

        CH-16 counts the signatories' part of the refusals on the charter's ground.
        """
        return self.public(label) or label == CRITERE_CHARTE

    def group(self, label: str) -> str:
        """Return the group of a value, whose subtotal is public."""
        if self.public(label):
            return label
        return next((members[0] for members in self._closed() if label in members), REST)

    def members(self, group: str, observed: Collection[str]) -> tuple[str, ...]:
        """Return every value that a group may take: its closed list, or those seen and the rest."""
        if self.public(group):
            return (group,)
        for members in self._closed():
            if group == members[0]:
                return members
        seen = sorted(label for label in observed if self.group(label) == group)
        return (*seen, REST)

    def _closed(self) -> list[tuple[str, ...]]:
        """The closed lists of values, less those that are public."""
        return [
            tuple(label for label in members if not self.public(label))
            for members in _groups(self.name)
        ]


@cache
def _groups(name: str) -> tuple[tuple[str, ...], ...]:
    """The groups of a breakdown's values whose subtotals are public."""
    if name == "indicateur":
        return tuple(tuple(str(n) for n in criterion.indicateurs) for criterion in criteres())
    return _GROUPS.get(name, ())
