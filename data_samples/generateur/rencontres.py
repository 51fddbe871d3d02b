"""Who came to the workshops, times of dialogue (TP-7), bilans asked for and handed over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from .contexte import GARDE, Contexte, numbered
from .hasard import draw, draw_several, maybe, pick, stream
from .interventions import LEVIERS
from .jours import after, day_of_year, known

Row = dict[str, object]
SANS_DOSSIER = "OF-0192"
"""A signatory that never had a file, but takes part in everything."""
PRESENTS_DEPUIS = 2022
ANNULES_TOUT_DE_MEME = 2
"""Participations written on workshops that were cancelled: they never count."""
RENCONTRES = {2021: (3, 0), 2022: (13, 4), 2023: (7, 2), 2024: (5, 2)}
"""Meetings with one organisation, and with several, a year. [meetings]"""
OBSERVATIONS = (
    "Parcours individualisés à mieux documenter",
    "Point sur les indicateurs de la charte",
    "Calendriers transmis plus tôt",
    "Bilan partagé, rien à signaler",
)
TERME = date(2022, 12, 31)
ANNUELS = {2022: 12, 2023: 14, 2024: 12}
"""Bilans asked for a year. [requests]"""


def attend(contexte: Contexte) -> list[Row]:
    """Return one line an organisation and workshop, by workshop; none before 2022."""
    rng = stream("participations")
    rows: list[Row] = []
    cancelled = 0
    for workshop in contexte.tables["ateliers"]:
        day, present = workshop["date_atelier"], workshop.get("nb_participants")
        if not isinstance(day, date) or day.year < PRESENTS_DEPUIS:
            continue
        if isinstance(present, int):
            rows += _present(rng, contexte, workshop["id_atelier"], present)
        elif cancelled < ANNULES_TOUT_DE_MEME and workshop["statut"] == "annule":
            cancelled += 1
            rows += _present(rng, contexte, workshop["id_atelier"], 1)
    idle = [r for r in rows if r["nb_personnes"] == 3]
    for row in (idle[0], idle[-1]):
        row |= {"id_of": SANS_DOSSIER, GARDE: True}
    return rows


def _present(rng: Random, contexte: Contexte, workshop: object, present: int) -> Iterable[Row]:
    """Yield the organisations present, never more persons than the workshop had."""
    wanted = draw(rng, {1: 8, 3: 22, 4: 26, 5: 24, 6: 20}) if present > 1 else 1
    left, seen = present, {SANS_DOSSIER}
    for _ in range(min(wanted, present)):
        organisme = contexte.one_organisation(rng, frozenset(seen))
        seen.add(organisme.id_of)
        persons = min(left, draw(rng, {1: 60, 2: 28, 3: 12}))
        left -= persons
        if persons:
            told = None if persons == 1 and rng.random() < 0.2 else persons
            yield {"id_atelier": workshop, "id_of": organisme.id_of, "nb_personnes": told}


def meet(contexte: Contexte) -> list[Row]:
    """Return one line an organisation and meeting, by day; a shared one has one number."""
    rng = stream("temps_dialogue")
    meetings = [
        (day_of_year(rng, year, (10, 11, 12) if year == 2021 else tuple(range(1, 13))), several)
        for year, numbers in RENCONTRES.items()
        for several, number in enumerate(numbers)
        for _ in range(number)
    ]
    meetings.append((date(2021, 10, 26), 0))
    rows: list[Row] = []
    for rank, (day, several) in enumerate(sorted(meetings)):
        signing = contexte.signataires(min(day, TERME))
        guests = rng.sample(signing, min(len(signing), 3 + rng.randrange(3) if several else 1))
        codes = sorted(o.id_of for o in guests)
        if day == date(2021, 10, 26):
            codes = ["OF-0103"]
        elif several and rank % 2 and SANS_DOSSIER not in codes:
            codes = sorted([*codes, SANS_DOSSIER])
        rows += _meeting(rng, f"DIA-{61 + rank}", day, codes)
    return rows


def _meeting(rng: Random, number: str, day: date, codes: list[str]) -> Iterable[Row]:
    """Yield the lines of one meeting: the same but for the organisation and its levers."""
    shared: Row = {
        "date_dialogue": day,
        "volet_qualitatif": maybe(rng, 0.82, 0.1),
        "volet_quantitatif": maybe(rng, 0.7, 0.2),
        "observations": pick(rng, OBSERVATIONS) if rng.random() < 0.6 else None,
    }
    keep = {GARDE: True} if len(codes) > 1 else {}
    for code in codes:
        levers = draw_several(rng, LEVIERS, draw(rng, {0: 20, 1: 45, 2: 25, 3: 10}))
        yield {"id_dialogue": number, "id_of": code} | shared | {"leviers": levers} | keep


def ask(contexte: Contexte) -> list[Row]:
    """Return the bilans asked for or handed over; each has its number."""
    rng = stream("demandes_bilan")
    rows = [*_intermediate(rng, contexte), *_yearly(rng, contexte)]
    for row in rows:
        row["_jour"] = row["date_demande"] or row["date_remise"]
    return numbered(rows, "id_demande", "DEM-201", "_jour")


def _intermediate(rng: Random, contexte: Contexte) -> Iterable[Row]:
    """Yield the intermediate bilans of the charter: most in 2022, one the last day, one after."""
    limits = [TERME, date(2023, 1, 9)]
    for organisme in contexte.signataires(TERME):
        if organisme.id_of != SANS_DOSSIER and rng.random() > 0.62:
            continue
        limit = limits.pop(0) if limits else None
        asked = day_of_year(rng, 2022, (5, 6, 9, 10)) if rng.random() < 0.3 else None
        row: Row = {
            "id_of": organisme.id_of,
            "type_bilan": "intermediaire",
            "exercice": 2022 if rng.random() < 0.85 else None,
            "date_demande": asked,
            "date_remise": limit or day_of_year(rng, 2022, (11, 12)),
        }
        if limit or organisme.id_of == SANS_DOSSIER:
            row[GARDE] = True
        yield row


def _yearly(rng: Random, contexte: Contexte) -> Iterable[Row]:
    """Yield the yearly bilans asked for: handed over the same day, late, next year or never."""
    for year, number in ANNUELS.items():
        for rank in range(number):
            asked = day_of_year(rng, year, (2, 3, 4, 5, 6, 9) if rank else (12,))
            signing = contexte.signataires(min(asked, TERME))
            chosen = rng.choice(signing) if rng.random() < 0.8 else contexte.one_organisation(rng)
            given = known(after(rng, asked, 10, 90)) if rank and rng.random() < 0.74 else None
            if rank == 0:
                given = known(asked + timedelta(days=40))
            elif rank == 1:
                given = asked
            row: Row = {
                "id_of": chosen.id_of,
                "type_bilan": "annuel",
                "exercice": year - 1,
                "date_demande": asked,
                "date_remise": given,
            }
            if rank < 2:
                row[GARDE] = True
            yield row
