"""Self-assessments of the charter of accompaniment, and the monthly CléA juries."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from .contexte import Contexte
from .hasard import draw, pick, stream
from .jours import JEUDI

Row = dict[str, object]
ITEMS = (
    "A1", "A2", "A3", "A4", "C1", "C2", "C3", "C4", "M1", "V1", "V2", "V3", "V4",
    "O1", "O2", "O3", "O4", "O5",
)  # fmt: skip
CAMPAGNES = {
    "2022": ("OF-0101", "OF-0103", "OF-0106", "OF-0117", "OF-0192", "OF-0211", "OF-0134"),
    "2023": (
        "OF-0101", "OF-0103", "OF-0106", "OF-0108", "OF-0113", "OF-0117", "OF-0192", "OF-0211",
        "OF-0185",
    ),
    "2024": ("OF-0103", "OF-0108", "OF-0192", "OF-0211"),
}  # fmt: skip
"""Campaign → organisations that answered; fewer than five answered the last one."""
PREUVES = (
    "Livret d'accueil",
    "Fiche de suivi",
    "Compte rendu de bilan",
    "Convention de partenariat",
)
A_EGALITE = "OF-0211"
"""Its levels of 2023 are all alike but two: a tie among its priorities."""
SANS_JURY = ((2023, 8),)
"""Months without a jury; none is known before 2022."""
SANS_RESULTAT, SANS_CANDIDAT = (2024, 12), (2022, 8)


def assess(contexte: Contexte) -> list[Row]:
    """Return one line an answer, by campaign and organisation; some items are not answered."""
    rng = stream("autoevaluations")
    known = {o.id_of for o in contexte.organismes}
    rows: list[Row] = []
    for campaign, answering in CAMPAGNES.items():
        for id_of in sorted(known & set(answering)):
            ease = rng.randrange(3) + int(campaign) - 2022
            rows += [_answer(rng, campaign, id_of, item, ease) for item in ITEMS]
    return rows


def _answer(rng: Random, campaign: str, id_of: str, item: str, ease: int) -> Row:
    """Draw one answer, « s. o. » now and then; a proof goes with the higher levels."""
    levels: dict[str | None, int] = {
        "0": 8, "1": 24, "2": 30 + 6 * ease, "3": 16 + 8 * ease, None: 6, "sans_objet": 4,
    }  # fmt: skip
    level = draw(rng, levels)
    if (id_of, campaign) == (A_EGALITE, "2023"):
        level = "1" if item in {"C4", "V4"} else "2"
    proof = pick(rng, PREUVES) if level in {"2", "3"} and rng.random() < 0.6 else None
    return {"id_of": id_of, "campagne": campaign, "item": item, "niveau": level, "preuve": proof}


def judge() -> list[Row]:
    """Return the juries of 2022 to 2024, one a month but one: the third Thursday."""
    rng = stream("jurys_clea")
    rows: list[Row] = []
    for year in (2022, 2023, 2024):
        for month in range(1, 13):
            if (year, month) in SANS_JURY:
                continue
            first = date(year, month, 1)
            day = first + timedelta(days=(JEUDI - first.weekday()) % 7 + 14)
            candidates = 8 + rng.randrange(15)
            certified: int | None = candidates - rng.randrange(5)
            if (year, month) == SANS_RESULTAT:
                certified = None
            elif (year, month) == SANS_CANDIDAT:
                candidates, certified = 0, 0
            rows.append({"date_jury": day, "candidatures": candidates, "certifies": certified})
    return rows
