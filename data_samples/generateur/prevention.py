"""Prevention of ruptures: check-lists before the entry, talk groups, good practices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from .contexte import GARDE, Contexte, Parcours, numbered
from .hasard import draw, draw_several, maybe, pick, stream
from .jours import EXTRACTION, day_of_year

Row = dict[str, object]
DEPUIS = date(2022, 1, 3)
CHECKLISTS = {"OF-0108": 0.3, "OF-0103": 0.42, "OF-0106": 0.25, "OF-0117": 0.3, "OF-0211": 0.8}
AILLEURS = 0.03
"""Share of the entries with a check-list, in the organisations that hold them, and elsewhere."""
FREINS = {
    "administratif": 20, "logement": 12, "mobilite": 24, "garde_enfants": 18, "ressources": 16,
    "numerique": 12, "langue": 5, "sante": 7, "autre": 6,
}  # fmt: skip
GROUPES = {
    "OF-0103": ("Site nord", "Site sud"),
    "OF-0106": ("Antenne A",),
    "OF-0117": ("Site principal", None),
    "OF-0192": ("Salle commune",),
}
"""Organisation → its sites, as the register of sessions names them."""
SEANCES, SANS_EFFECTIF = 8, "OF-0117"
"""Sessions a year and organisation; the organisation of which nobody counts the persons."""
PRESENTS = "_presents"
"""Persons at a session, known or not to the register; no column of it."""
FORMES = {"atelier_collectif": 46, "permanence": 34, "hotline": 10, "reseau": 8, None: 2}
PRATIQUES = {
    "2022": (
        "OF-0101", "OF-0103", "OF-0106", "OF-0110", "OF-0117", "OF-0122", "OF-0192", "OF-0211",
    ),
    "2023": (
        "OF-0101", "OF-0103", "OF-0106", "OF-0108", "OF-0110", "OF-0134", "OF-0185", "OF-0192",
        "OF-0211",
    ),
}  # fmt: skip
"""Campaign → organisations that answered."""
ETATS = {"en_place": 46, "en_projet": 24, "absente": 20, "sans_objet": 10}


def go_through(contexte: Contexte) -> list[Row]:
    """Return the check-lists, by day; each has its number."""
    rng = stream("checklists")
    rows: list[Row] = []
    for training in contexte.parcours:
        share = CHECKLISTS.get(training.id_of, AILLEURS)
        if DEPUIS <= training.debut <= EXTRACTION and rng.random() < share:
            rows += _passed(rng, training)
    for year in (2022, 2023, 2024):
        for _ in range(6):
            rows.append(_without_file(rng, contexte, year))
    rows = [row for row in rows if _before(row, EXTRACTION)]
    return numbered(rows, "id_checklist", "CHK-1001", "date_passation", "id_dossier")


def _before(row: Row, day: date) -> bool:
    """Whether a check-list was gone through by ``day``."""
    held = row["date_passation"]
    return isinstance(held, date) and held <= day


def _passed(rng: Random, training: Parcours) -> Iterable[Row]:
    """Yield one check-list, now and then two: before the entry, the day of it, or too late."""
    lead = draw(rng, {5: 20, 12: 30, 20: 24, 33: 12, 0: 5, -1: 3, -9: 6})
    row: Row = {
        "id_dossier": training.id_dossier,
        "id_of": training.id_of,
        "date_passation": training.debut - timedelta(days=lead),
        "freins": draw_several(rng, FREINS, draw(rng, {0: 26, 1: 40, 2: 24, 3: 10})),
        "prescripteur_alerte": maybe(rng, 0.3, 0.5),
        "rupture": None,
    }
    if lead in {0, -1}:
        row[GARDE] = True
    yield row
    if lead == 33 and rng.random() < 0.5:
        yield row | {"date_passation": training.debut - timedelta(days=6), "freins": ()}


def _without_file(rng: Random, contexte: Contexte, year: int) -> Row:
    """Draw a check-list of a trainee that no file of the register is known of."""
    return {
        "id_dossier": None,
        "id_of": contexte.one_organisation(rng).id_of,
        "date_passation": day_of_year(rng, year),
        "freins": draw_several(rng, FREINS, draw(rng, {0: 20, 1: 50, 2: 30})),
        "prescripteur_alerte": maybe(rng, 0.3, 0.5),
        "rupture": maybe(rng, 0.1, 0.7),
    }


def talk(contexte: Contexte) -> list[Row]:
    """Return the sessions of the talk groups, by day; each has its number."""
    rng = stream("groupes_parole")
    rows: list[Row] = []
    for id_of, sites in GROUPES.items():
        for year in (2022, 2023, 2024):
            held = [_session(rng, id_of, pick(rng, sites), year) for _ in range(SEANCES)]
            for site in sites:
                _add_up(rng, [row for row in held if row["site"] == site])
            rows += held
    return numbered(rows, "id_seance", "GP-301", "date_seance")


def _session(rng: Random, id_of: str, site: str | None, year: int) -> Row:
    """Draw one session; the number of those who came is not always written."""
    present = draw(rng, {0: 2, 4: 20, 6: 30, 8: 28, 11: 20})
    return {
        "id_of": id_of,
        "site": site,
        "date_seance": day_of_year(rng, year),
        "forme": draw(rng, FORMES),
        "nb_participants": present if rng.random() < 0.95 else None,
        PRESENTS: present,
    }


def _add_up(rng: Random, sessions: list[Row]) -> None:
    """Write the year's running totals of a site: distinct persons, and ruptures among them.

    Some sessions leave them blank; one organisation never writes any.
    """
    persons = ruptures = 0
    for row in sorted(sessions, key=lambda row: str(row["date_seance"])):
        present = int(str(row.pop(PRESENTS)))
        persons = max(present, persons + min(present, rng.randrange(4)))
        ruptures = min(persons, ruptures + draw(rng, {0: 80, 1: 20}))
        if row["id_of"] != SANS_EFFECTIF and rng.random() < 0.6:
            row["nb_participants_distincts"] = persons
            row["nb_ruptures_participants"] = ruptures


def practise(contexte: Contexte) -> list[Row]:
    """Return the good practices that organisations say they have, by campaign; some left blank."""
    rng = stream("bonnes_pratiques")
    known = {o.id_of for o in contexte.organismes}
    return [
        {"id_of": id_of, "campagne": campaign, "numero": number, "etat": draw(rng, ETATS)}
        for campaign, answering in PRATIQUES.items()
        for id_of in sorted(known & set(answering))
        for number in range(1, 11)
        if rng.random() < 0.95
    ]
