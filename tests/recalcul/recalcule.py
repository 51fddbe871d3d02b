"""What a recomputed measure is: its kind, its rules, its breakdowns, the registers it reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Genre = Literal["compte", "part", "mediane", "organismes", "somme", "moyenne", "distincts"]
A_BASE: frozenset[Genre] = frozenset({"part", "mediane", "moyenne"})
"""Kinds that have no object when their base is empty (C-4)."""
REGIONAUX = frozenset({"ateliers", "certifications_nationales", "jurys_clea"})
"""Registers whose rows name no organisation at all."""


@dataclass(frozen=True)
class Recalcule:
    """A measure recomputed in SQL; ``ventilations`` begins with the total, if it has one."""

    id: str
    genre: Genre
    regles: str
    ventilations: tuple[tuple[str, ...], ...] = ((),)
    registres: tuple[str, ...] = ("dossiers_ptp",)
    multiples: frozenset[str] = frozenset()
    stock: bool = False
    """Read at the evening of the period's end, thus past the charter's term as soon as it is."""

    @property
    def sans_organisme(self) -> bool:
        """Whether its rows name no organisation at all, so that none is unattributed."""
        return set(self.registres) <= REGIONAUX

    @property
    def charte(self) -> bool:
        """Whether it counts signatories only (common rule 8)."""
        return self.id.startswith("CH")


def mesure(
    id_: str,
    genre: Genre,
    regles: str,
    par: str = "",
    registres: str = "dossiers_ptp",
    multiples: str = "",
) -> Recalcule:
    """Return a measure written in one line: ``par`` is « mois theme+trimestre », words apart.

    A measure without a total begins its ``par`` by « - ».
    """
    demandees = tuple(tuple(mot.split("+")) for mot in par.split() if mot != "-")
    totale: tuple[tuple[str, ...], ...] = () if par.startswith("-") else ((),)
    return Recalcule(
        id_,
        genre,
        regles,
        totale + demandees,
        tuple(registres.split()),
        frozenset(multiples.split()),
    )
