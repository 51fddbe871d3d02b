"""Organisations: all invented; names, towns, numbers and turnovers are of nobody."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Literal

from .hasard import draw, quotas, stream

NOMS = Path(__file__).with_name("organismes_fictifs.csv")
SANS_DOSSIER, ECARTES = 11, 3
PAR_DEPARTEMENT = {
    "67": 24, "68": 17, "57": 17, "54": 17, "51": 13, "88": 10, "10": 8, "08": 6, "52": 5,
    "55": 4, "21": 1, "70": 1,
}  # fmt: skip
DEBUTS = ("Quor", "Zéph", "Brov", "Thyl", "Vax", "Drom", "Fyrm", "Glav", "Jorv", "Krem", "Nymb")
FINS = (
    "ambreuil", "ignolles", "ertouse", "olbecq", "undrigny", "ivraux", "estombe", "arguelle",
    "oncelune", "ebrisac", "aufloire", "ussandre",
)  # fmt: skip
COMPLEMENTS = ("sur-Vrille", "les-Brumes", "la-Vermeille", "en-Aurval", "sous-Nuée")

Role = Literal["ordinaire", "unique", "sans_dossier", "ecarte"]


@dataclass(frozen=True, kw_only=True)
class Organisme:
    """One fictitious organisation."""

    id_of: str
    denomination: str
    alias: tuple[str, ...]
    siren: str
    siret: str
    nda: str
    departement: str
    commune: str
    nb_sites: int
    ca_formation: Decimal
    categories: tuple[str, ...]
    domaines: tuple[str, ...]
    poids: float
    """Weight among the organisations of its department; 0: never a file."""
    role: Role

    def row(self) -> dict[str, object]:
        """Return the line of the register."""
        left_out = {"domaines", "poids", "role"}
        return {name: value for name, value in vars(self).items() if name not in left_out}


def luhn(digits: str) -> str:
    """Return the digit that makes ``digits`` followed by it valid by Luhn's key."""
    total = 0
    for rank, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if rank % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def numbers(rng: Random, taken: set[str], prefix: str = "099") -> tuple[str, str]:
    """Return a SIREN that begins with ``prefix`` and a SIRET of it, both valid by Luhn's key."""
    while True:
        body = f"{prefix}{rng.randrange(100000):05d}"
        if body not in taken:
            taken.add(body)
            break
    siren = body + luhn(body)
    establishment = siren + f"{10 + rng.randrange(90):04d}"
    return siren, establishment + luhn(establishment)


def build() -> tuple[Organisme, ...]:
    """Return the organisations, by ``id_of``; the first of a department is its largest."""
    rng = stream("organismes")
    with NOMS.open(encoding="utf-8", newline="") as lines:
        named = list(csv.DictReader(lines))
    departments = _departments(rng, len(named))
    towns = [f"{debut}{fin}" for debut in DEBUTS for fin in FINS]
    rng.shuffle(towns)
    roles = _roles(rng, departments)
    taken: set[str] = set()
    known = [(*numbers(rng, taken), _nda(rng)) for _ in named]
    turnovers = _turnovers(rng, "|".join("|".join(one) for one in known), len(named))
    ranks: dict[str, int] = {}
    built = []
    for i, line in enumerate(named):
        siren, siret, nda = known[i]
        department = departments[i]
        if roles[i] == "ordinaire":
            ranks[department] = ranks.get(department, 0) + 1
        built.append(
            Organisme(
                id_of=f"OF-{101 + i:04d}",
                denomination=line["denomination"],
                alias=(line["alias"],) if line["alias"] else (),
                siren=siren,
                siret=siret,
                nda=nda,
                departement=department,
                commune=f"{towns[i]}-{COMPLEMENTS[i % len(COMPLEMENTS)]}",
                nb_sites=draw(rng, {1: 70, 2: 15, 3: 8, 5: 5, 9: 2}),
                ca_formation=turnovers[i],
                categories=_categories(rng),
                domaines=tuple(line["domaines"].split(";")),
                poids=round(ranks[department] ** -1.3, 6) if roles[i] == "ordinaire" else 0.0,
                role=roles[i],
            )
        )
    return tuple(built)


def _departments(rng: Random, count: int) -> list[str]:
    """Deal the departments among the organisations."""
    dealt = [d for d, n in quotas(count, PAR_DEPARTEMENT).items() for _ in range(n)]
    rng.shuffle(dealt)
    return dealt


def _roles(rng: Random, departments: list[str]) -> list[Role]:
    """Choose who never has a file, who has a single one in 2023, who is set aside at intake.

    Only in departments with many organisations, and never the first met, which is the largest.
    """
    roles: list[Role] = ["ordinaire"] * len(departments)
    free = [
        i for i, d in enumerate(departments) if PAR_DEPARTEMENT[d] > 12 and d in departments[:i]
    ]
    chosen = rng.sample(free, SANS_DOSSIER + ECARTES + 1)
    for i in chosen[:SANS_DOSSIER]:
        roles[i] = "sans_dossier"
    for i in chosen[SANS_DOSSIER:-1]:
        roles[i] = "ecarte"
    roles[chosen[-1]] = "unique"
    return roles


def _nda(rng: Random) -> str:
    """Return a number of declaration: no department is 99."""
    return f"4499{rng.randrange(1_000_000, 10_000_000)}"


def _turnovers(rng: Random, identifiers: str, count: int) -> list[Decimal]:
    """Return unlike turnovers [€]: digits that no identifier holds, cents without a 0."""
    turnovers: list[Decimal] = []
    for euros in rng.sample(range(1_000_003, 9_999_999), 2 * count):
        if str(euros) not in identifiers and len(turnovers) < count:
            cents = 11 + 10 * rng.randrange(9) + rng.randrange(9)
            turnovers.append(Decimal(100 * euros + cents) / 100)
    return turnovers


def _categories(rng: Random) -> tuple[str, ...]:
    """Draw the kinds of actions; training comes first."""
    others = {"apprentissage": 0.35, "bilan": 0.2, "vae": 0.15}
    return ("formation", *(name for name, chance in others.items() if rng.random() < chance))
