"""Workshops and meetings: exactly the published 15 workshops in 2023."""

from __future__ import annotations

from random import Random

from .hasard import draw, pick, stream
from .jours import day_of_year
from .publies import figure

Row = dict[str, object]
THEMES = (
    "Construire une ingénierie individualisée",
    "Le positionnement préalable",
    "Saisir le certificat de réalisation",
    "Prévenir les ruptures de parcours",
    "Les attendus de la commission",
    "Parcours mixtes et à distance",
    "Préparer l'audit de surveillance",
)
TENUS = {2021: 9, 2022: 12, 2023: int(figure("charte_ateliers_animes")), 2024: 14}
"""Workshops held; only 2023 is published, the others are ours. [workshops]"""
AUTRES = (
    ("webinaire", "realise", 4),
    ("groupe_de_travail", "realise", 2),
    ("rencontre_individuelle", "realise", 2),
    ("atelier", "annule", 2),
    ("atelier", "reporte", 1),
    ("webinaire", "annule", 1),
)
"""What never counts as a workshop held, each year: kind, state, number."""


def animate() -> list[Row]:
    """Return the workshops and meetings, by day; each has its number."""
    rng = stream("ateliers")
    rows: list[Row] = []
    for year, held in TENUS.items():
        rows += [_one(rng, year, "atelier", "realise") for _ in range(held)]
        for kind, state, number in AUTRES:
            rows += [_one(rng, year, kind, state) for _ in range(number)]
    rows.sort(key=lambda row: str(row["date_atelier"]))
    numbered = [{"id_atelier": f"AT-{101 + i}"} | row for i, row in enumerate(rows)]
    _leave_blank(rng, numbered)
    return numbered


def _one(rng: Random, year: int, kind: str, state: str) -> Row:
    """Draw one workshop or meeting."""
    enrolled = 1 if kind == "rencontre_individuelle" else 6 + rng.randrange(16)
    if kind == "webinaire":
        enrolled += 20
    present = max(1, enrolled - rng.randrange(5)) if state == "realise" else None
    return {
        "date_atelier": day_of_year(rng, year),
        "theme": pick(rng, THEMES),
        "format": kind,
        "modalite": "visio"
        if kind == "webinaire"
        else draw(rng, {"presentiel": 6, "visio": 3, "mixte": 2}),
        "statut": state,
        "nb_inscrits": enrolled,
        "nb_participants": present,
    }


def _leave_blank(rng: Random, rows: list[Row]) -> None:
    """Blank some kinds and states out of 2023: they then mean « atelier » and « realise »."""
    free = [
        row
        for row in rows
        if (row["format"], row["statut"]) == ("atelier", "realise")
        and not str(row["date_atelier"]).startswith("2023")
    ]
    for row, column in zip(
        rng.sample(free, 5), ("format", "statut", "format", "statut", "theme"), strict=True
    ):
        row[column] = None
