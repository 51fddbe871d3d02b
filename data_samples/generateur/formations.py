"""Trainings: real RNCP codes and titles, generic RS ones; a field of training each."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

CATALOGUE = Path(__file__).with_name("formations.csv")


@dataclass(frozen=True)
class Formation:
    """One certification that a file may aim at."""

    code: str
    intitule: str
    type: str
    domaine: str
    heures: int
    poids: float


def catalogue() -> tuple[Formation, ...]:
    """Return the trainings in the order of ``formations.csv``."""
    with CATALOGUE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Formation(
                line["code_certification"],
                line["intitule"],
                line["type"],
                line["domaine"],
                int(line["heures"]),
                float(line["poids"]),
            )
            for line in csv.DictReader(lines)
        )
