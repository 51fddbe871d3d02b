"""Deposits: which organisation, which day, which certification."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from random import Random

from .formations import Formation, catalogue
from .hasard import draw, quotas, stream
from .jours import day_of_year
from .organismes import Organisme
from .publies import shares_of_departments, shares_of_fields

DEPOTS = {2020: 240, 2021: 1775, 2022: 1805, 2023: 1795, 2024: 1765}
"""Files deposited a year; 2020 gives only those that the commission saw in 2021. [files]"""
AFFINITE = 14.0
"""How much likelier a file of an organisation is in one of its fields than in another."""
DEPOTS_UNIQUES = ((2021, 3), (2021, 9), (2022, 4), (2023, 3), (2024, 5))
"""Year and month of the few files of the organisation with a single one in 2023."""


@dataclass(kw_only=True)
class Passage:
    """A file's passage before the commission."""

    jour: date
    nature: str
    """What was planned before the decision: « decide », or the decision itself."""
    decision: str = ""
    motif: str | None = None
    decision_finale: str | None = None
    date_decision_finale: date | None = None
    depot: date | None = None
    """Day of deposit written on this passage, when the file was deposited anew."""

    def decision_at(self, day: date) -> str:
        """Return the decision in force on ``day``: R-ETAT-02; undated appeals always count."""
        dated = self.date_decision_finale
        if self.decision_finale and (dated is None or dated <= day):
            return self.decision_finale
        return self.decision


@dataclass(kw_only=True)
class Dossier:
    """A file: deposited once, seen by the commission zero to three times."""

    id_dossier: str = ""
    id_of: str
    depot: date
    formation: Formation
    type_certification: str
    priorite: int | None
    passages: list[Passage] = field(default_factory=list)
    simple: bool = False
    """Whether it is to be decided at its first passage."""
    attente: bool = False
    """Whether the export of the year of deposit has it too, not yet seen."""
    colonnes: dict[str, object] = field(default_factory=dict)
    """Values of the columns on the training itself, for all its lines."""
    parcours: dict[str, object] = field(default_factory=dict)
    """Values of the columns on what followed an accord, for its last line."""


def deposit(organismes: tuple[Organisme, ...]) -> list[Dossier]:
    """Return the files of all years, numbered by day of deposit."""
    rng = stream("depots")
    dossiers: list[Dossier] = []
    for year, total in DEPOTS.items():
        counts = _files_by_organisation(rng, organismes, year, total)
        fields = _fields_by_organisation(rng, organismes, counts)
        for organisme in organismes:
            for i, domaine in enumerate(fields[organisme.id_of]):
                dossiers.append(_file(rng, organisme, domaine, year, i))
    dossiers.sort(key=lambda d: d.depot)
    numbers: Counter[int] = Counter()
    for dossier in dossiers:
        numbers[dossier.depot.year] += 1
        dossier.id_dossier = f"PTP-{dossier.depot.year}-{numbers[dossier.depot.year]:04d}"
    return dossiers


def _files_by_organisation(
    rng: Random, organismes: tuple[Organisme, ...], year: int, total: int
) -> dict[str, int]:
    """Share the year's files among departments, as published, then within each."""
    single = sum(y == year for y, _ in DEPOTS_UNIQUES)
    counts = {o.id_of: single if o.role == "unique" else 0 for o in organismes}
    for department, files in quotas(total - single, shares_of_departments()).items():
        weights = {
            o.id_of: o.poids * (0.75 + rng.random() / 2)
            for o in organismes
            if o.departement == department and o.poids
        }
        counts.update(quotas(files, weights))
    return counts


def _fields_by_organisation(
    rng: Random, organismes: tuple[Organisme, ...], counts: dict[str, int]
) -> dict[str, list[str]]:
    """Deal the year's fields of training, as published, to those that teach them if possible."""
    left = quotas(sum(counts.values()), shares_of_fields())
    dealt: dict[str, list[str]] = {o.id_of: [] for o in organismes}
    turns = [o for o in organismes for _ in range(counts[o.id_of])]
    rng.shuffle(turns)
    for organisme in turns:
        weights = {
            d: n * (AFFINITE if d in organisme.domaines else 1.0) for d, n in left.items() if n
        }
        domaine = draw(rng, weights)
        left[domaine] -= 1
        dealt[organisme.id_of].append(domaine)
    return dealt


def _file(rng: Random, organisme: Organisme, domaine: str, year: int, rank: int) -> Dossier:
    """Draw one file."""
    formation = draw(rng, {f: f.poids for f in catalogue_of(domaine)})
    kind = formation.type
    if kind == "rncp" and rng.random() < 0.11:
        kind = "bloc_rncp"
    months = tuple(range(1, 13)) if year > 2020 else (11, 12)
    single = organisme.role == "unique"
    if single:
        months = tuple(m for y, m in DEPOTS_UNIQUES if y == year)[rank : rank + 1]
    return Dossier(
        id_of=organisme.id_of,
        depot=day_of_year(rng, year, months),
        formation=formation,
        type_certification=kind,
        priorite=5 if kind == "bloc_rncp" else draw(rng, {1: 30, 2: 25, 3: 20, 4: 12, None: 13}),
        simple=single,
    )


CATALOGUE = catalogue()


def catalogue_of(domaine: str) -> list[Formation]:
    """Return the trainings of a field."""
    return [f for f in CATALOGUE if f.domaine == domaine]
