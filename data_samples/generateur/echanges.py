"""Exchanges with the organisation after a refusal (TP-3)."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from .commissions import refusals
from .depots import Dossier, Passage
from .hasard import draw, maybe, stream
from .jours import after, known
from .signataires import active

Row = dict[str, object]
CHARTE = "coherence_parcours"
HORS_CRITERES = frozenset({"budget_priorites", "autre", "non_renseigne"})
INCONNUS = ("PTP-2022-9901", "PTP-2023-9902")
"""Numbers of files that no register knows."""


def exchange(dossiers: list[Dossier], signatures: list[Row]) -> list[Row]:
    """Return the exchanges, by day; each has its number."""
    rng = stream("echanges")
    later = _Later(dossiers)
    rows: list[Row] = []
    for dossier in dossiers:
        for passage in refusals(dossier):
            charter = passage.motif == CHARTE and active(signatures, dossier.id_of, passage.jour)
            if rng.random() < _chance(passage, charter=charter):
                rows += _contacts(rng, dossier, passage, later)
    for number in INCONNUS:
        day = rows[rng.randrange(len(rows))]["date_echange"]
        rows.append({"id_dossier": number, "date_echange": day, "motif_precise": True})
    rows.sort(key=lambda row: (str(row["date_echange"]), str(row["id_dossier"])))
    return [{"id_echange": f"ECH-{1001 + i}"} | row for i, row in enumerate(rows)]


def _chance(passage: Passage, *, charter: bool) -> float:
    """Return how likely a refusal is to be talked over: most so on the charter's ground."""
    if charter:
        return 0.78
    if passage.motif == CHARTE:
        return 0.38
    return 0.02 if passage.motif in HORS_CRITERES else 0.14


class _Later:
    """The files deposited later by the same organisation, each offered once."""

    def __init__(self, dossiers: list[Dossier]) -> None:
        self.of: dict[str, list[Dossier]] = {}
        self.taken: set[str] = set()
        for dossier in dossiers:
            self.of.setdefault(dossier.id_of, []).append(dossier)

    def next(self, dossier: Dossier, rng: Random, passage: Passage) -> str | None:
        """Return a file deposited 20 to 200 days after the refusal; None without one."""
        first = passage.jour + timedelta(days=20 + rng.randrange(60))
        for other in self.of[dossier.id_of]:
            in_time = first <= other.depot <= first + timedelta(days=140)
            if in_time and other.id_dossier not in self.taken:
                self.taken.add(other.id_dossier)
                return other.id_dossier
        return None


def _contacts(rng: Random, dossier: Dossier, passage: Passage, later: _Later) -> list[Row]:
    """Draw one to three exchanges on a refusal; what each covers adds up."""
    rows: list[Row] = []
    day = passage.jour
    for rank in range(draw(rng, {1: 74, 2: 21, 3: 5})):
        day = after(rng, day, 4, 42 if rank == 0 else 30)
        if known(day) is None:
            break
        rows.append(
            {
                "id_dossier": dossier.id_dossier,
                "date_echange": day,
                "motif_precise": maybe(rng, 0.86, 0.06),
                "attendus_partages": maybe(rng, 0.72, 0.12),
                "reponse_reflechie": maybe(rng, 0.58, 0.2),
            }
        )
    if rows and passage.motif == CHARTE and rng.random() < 0.3:
        rows[-1]["id_dossier_suite"] = later.next(dossier, rng, passage)
    return rows
