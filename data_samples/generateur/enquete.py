"""The survey on Qualiopi (two campaigns), and the real national series of certified bodies."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from .contexte import GARDE, Contexte
from .hasard import draw, draw_several, maybe, pick, stream
from .jours import working_day
from .qualiopi import CERTIFICATEURS

Row = dict[str, object]
SERIE = Path(__file__).with_name("serie_nationale.csv")
CAMPAGNES = {"2021": (date(2021, 6, 1), 38), "2023": (date(2023, 11, 6), 54)}
"""Campaign → its first day, how many organisations answered."""
AVANCEMENTS = {
    "2021": {"certifie": 34, "en_cours": 40, "non_engage": 14, "repute": 4, "ne_sait_pas": 8},
    "2023": {"certifie": 84, "en_cours": 6, "non_engage": 4, "repute": 3, "ne_sait_pas": 3},
}
CHOIX = {
    "secteur": 26, "experience": 22, "proximite": 18, "disponibilite": 26, "outils": 10,
    "tarif": 30, "autre": 5,
}  # fmt: skip
CRITERES = {"1": 10, "2": 14, "3": 10, "4": 8, "5": 12, "6": 30, "7": 16}
VARIANTES = {
    "Certificateur Boréal": "CERTIFICATEUR BOREAL",
    "Bureau Cairn": "Bureau Cairn (siège)",
}
VERBATIMS = (
    "Préparer les preuves tout au long de l'année plutôt que la veille.",
    "L'audit nous a aidés à clarifier nos pratiques.",
    "Le critère 6 demande un vrai travail d'équipe.",
    "Bien lire le guide de lecture avant de choisir un certificateur.",
    "Une démarche lourde pour une petite structure.",
)
A_BLOQUER = "Nous joindre au 00 00 00 00 00 ou à contact@organisme.example."
"""A consented comment that holds a number and an address, nobody's: never to be printed."""
DEUX_REPONSES = 5
"""Organisations that answered twice in a campaign: the last answer counts."""


def answer(contexte: Contexte) -> list[Row]:
    """Return the answers, by campaign and day."""
    rng = stream("enquete_qualiopi")
    rows: list[Row] = []
    for campaign, (first, number) in CAMPAGNES.items():
        answering = rng.sample(sorted(o.id_of for o in contexte.organismes), number)
        own = [_one(rng, campaign, id_of, first) for id_of in answering]
        for row in own[:DEUX_REPONSES]:
            row[GARDE] = True
            own.append(_again(rng, campaign, row))
        own[-1]["verbatim"], own[-1]["accord_diffusion"] = A_BLOQUER, True
        own.sort(key=lambda row: (str(row["date_reponse"]), str(row["id_of"])))
        rows += own
    undated = next(r for r in rows if r["campagne"] == "2023" and GARDE not in r)
    undated |= {"date_reponse": None, GARDE: True}
    return rows


def _one(rng: Random, campaign: str, id_of: str, first: date) -> Row:
    """Draw an answer; the questions on the audit are for the certified ones."""
    state = draw(rng, AVANCEMENTS[campaign])
    row: Row = {
        "campagne": campaign,
        "id_of": id_of,
        "date_reponse": working_day(first + timedelta(days=2 + rng.randrange(28))),
        "avancement": state,
    }
    if state == "certifie":
        name = draw(rng, {one[0]: one[2] for one in CERTIFICATEURS})
        written = VARIANTES.get(name, name) if rng.random() < 0.2 else name
        row |= {
            "certificateur": written if rng.random() < 0.9 else None,
            "duree_amenagee": maybe(rng, 0.32, 0.5),
            "choix_certificateur": draw_several(rng, CHOIX, draw(rng, {0: 8, 1: 40, 2: 36, 3: 16})),
            "criteres_difficultes": draw_several(
                rng, CRITERES, draw(rng, {0: 14, 1: 44, 2: 30, 3: 12})
            ),
        }
    if rng.random() < 0.34:
        row["verbatim"] = pick(rng, VERBATIMS)
        row["accord_diffusion"] = maybe(rng, 0.5, 0.3)
    return row


def _again(rng: Random, campaign: str, row: Row) -> Row:
    """Return a later answer of the same organisation, which says something else."""
    day = row["date_reponse"]
    if not isinstance(day, date):
        raise TypeError("an answer without a day")
    other = "certifie" if row["avancement"] != "certifie" else "en_cours"
    later = _one(rng, campaign, str(row["id_of"]), day) | {"avancement": other, GARDE: True}
    return later | {"date_reponse": day + timedelta(days=5 + rng.randrange(20))}


def national_series() -> list[Row]:
    """Return the published points of the national series: real figures, as they were published."""
    numbers = ("certifies", "en_cours", "opac", "datadock")
    with SERIE.open(encoding="utf-8", newline="") as lines:
        return [
            {
                "date": date.fromisoformat(line["date"]),
                "territoire": line["territoire"] or None,
                **{name: int(line[name]) if line[name] else None for name in numbers},
                "source": line["source"],
                "croissance_annoncee": Decimal(line["croissance_annoncee"])
                if line["croissance_annoncee"]
                else None,
                GARDE: True,
            }
            for line in csv.DictReader(lines)
        ]
