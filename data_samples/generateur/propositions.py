"""Propositions of individualised pathways: exactly the published 3 studied in 2023."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from random import Random

from .depots import CATALOGUE, Dossier
from .hasard import draw, draw_several, maybe, pick, stream
from .jours import after, day_of_year
from .organismes import Organisme
from .parcours import MODALITES
from .signataires import active

Row = dict[str, object]


@dataclass(frozen=True)
class Lot:
    """Like propositions of a year: received in which months, written or not, and then what."""

    year: int
    number: int
    months: tuple[int, ...] = tuple(range(1, 11))
    ecrit: bool = True
    suite: str = "etudiee"
    """« etudiee » (studied, answered), « retour_seul » (answered, study not dated), « attente »."""
    source: str | None = "tpge"


LOTS = (
    Lot(2021, 6, months=(9, 10)),
    Lot(2021, 2, ecrit=False, suite="attente", source=None),
    Lot(2022, 15),
    Lot(2022, 1, months=(11,), suite="etudiee_2023"),
    Lot(2022, 1, months=(4,), suite="retour_seul", source=None),
    Lot(2022, 3, ecrit=False, suite="attente"),
    Lot(2022, 3, suite="attente", source="of"),
    Lot(2023, 2, months=(2, 3, 4, 5, 9)),
    Lot(2023, 2, ecrit=False, suite="attente"),
    Lot(2023, 1, months=(6,), suite="attente", source="of"),
    Lot(2023, 1, months=(12,), suite="etudiee_2024"),
    Lot(2024, 7, months=(1, 2, 3, 4, 5, 6, 9)),
    Lot(2024, 1, months=(11,), suite="attente", source=None),
    Lot(2024, 1, ecrit=False, suite="attente"),
)
"""Year by year; only the 3 studied in 2023 are published (one of them received in 2022)."""


def propose(
    organismes: tuple[Organisme, ...], signatures: list[Row], dossiers: list[Dossier]
) -> list[Row]:
    """Return the propositions, by day of reception; each has its number.

    Those that came to something are written on one or two later files of the organisation.
    """
    rng = stream("propositions")
    rows = [_received(rng, lot, organismes, signatures) for lot in LOTS for _ in range(lot.number)]
    rows.sort(key=lambda row: str(row["date_reception"]))
    numbered = [{"id_proposition": f"PROP-{301 + i}"} | row for i, row in enumerate(rows)]
    for row in numbered:
        if row["permet_amenagement"] == "oui":
            _carry(rng, row, dossiers)
    return numbered


def _received(
    rng: Random, lot: Lot, organismes: tuple[Organisme, ...], signatures: list[Row]
) -> Row:
    """Draw one proposition; up to the end of the charter, four out of five are signatories'."""
    received = day_of_year(rng, lot.year, lot.months)
    signing = [o for o in organismes if o.poids and active(signatures, o.id_of, received)]
    pool = signing if signing and rng.random() < 0.85 else [o for o in organismes if o.poids]
    organisme = draw(rng, {o: sqrt(o.poids) for o in pool})
    titles = [f.intitule for f in CATALOGUE if f.domaine in organisme.domaines and f.type == "rncp"]
    early = received - timedelta(days=6 + rng.randrange(50))
    row: Row = {
        "id_of": organisme.id_of,
        "date_contact": early if lot.ecrit and rng.random() < 0.7 else None,
        "date_reception": received,
        "formalisee_ecrit": lot.ecrit,
        "modalites": draw_several(rng, MODALITES, draw(rng, {1: 55, 2: 35, 3: 10})),
        "intitule_formation": pick(rng, titles) if rng.random() < 0.9 else None,
        "permet_amenagement": None if lot.suite == "attente" else "en_cours",
        "source": lot.source,
    }
    if lot.suite != "attente":
        row |= _studied(rng, lot, received)
    return row


def _studied(rng: Random, lot: Lot, received: date) -> Row:
    """Draw the study, the answer, and what came of it."""
    year = int(lot.suite[-4:]) if lot.suite[-4:].isdigit() else lot.year
    studied = after(rng, received, 6, 35)
    if studied.year != year:
        studied = date(year, 1, 16 if year == 2023 else 18)
    answered = after(rng, studied, 2, 21)
    return {
        "date_etude": None if lot.suite == "retour_seul" else studied,
        "date_retour": answered,
        "retour_ingenierie_financiere": maybe(rng, 0.6, 0.3),
        "permet_amenagement": draw(rng, {"oui": 60, "non": 18, "en_cours": 14, None: 8}),
    }


def _carry(rng: Random, row: Row, dossiers: list[Dossier]) -> None:
    """Write the proposition on later files of its organisation."""
    first = row["date_retour"]
    if not isinstance(first, date):
        return
    later = [
        d
        for d in dossiers
        if d.id_of == row["id_of"] and first < d.depot < first + timedelta(days=200)
    ]
    for dossier in rng.sample(later, min(len(later), 1 + rng.randrange(2))):
        dossier.colonnes["parcours_amenage"] = True
        dossier.colonnes["amenagements"] = row["modalites"]
        dossier.colonnes["concertation_prealable"] = True
        dossier.colonnes["id_proposition"] = row["id_proposition"]
