"""Changes asked for during a training, and presence of the team at the trainees' bilans."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from .contexte import GARDE, Contexte, Parcours, numbered
from .hasard import draw, maybe, stream
from .jours import EXTRACTION, after, day_of_year, known, working_day

Row = dict[str, object]
DEMANDES = {2021: 18, 2022: 46, 2023: 52, 2024: 50}
"""Changes asked for a year; 2021 from June on. [requests]"""
TYPES = {
    "calendrier": 38, "deroulement": 16, "report_fin": 20, "modalite": 14, "annulation_session": 12,
}  # fmt: skip
TROIS_PARTIES = ("calendrier", "deroulement", "report_fin")
"""Kinds that the trainee, the organisation and the employer all have to agree to (R-CAL-01)."""
PRESENCES = {2022: 22, 2023: 26, 2024: 24}
"""Presences at the trainees' bilans; none known before 2022. [presences]"""


def change(contexte: Contexte) -> list[Row]:
    """Return the changes asked for, by day; each has its number."""
    rng = stream("avenants")
    rows: list[Row] = []
    for year, number in DEMANDES.items():
        months = tuple(range(6, 13)) if year == 2021 else tuple(range(1, 13))
        asked = 0
        while asked < number:
            training = contexte.one_training(
                rng, day := day_of_year(rng, year, months), frozenset()
            )
            if training:
                rows.append(_asked(rng, training, day))
                asked += 1
    same_day = [r for r in rows if r["date_effet"] is not None][::40]
    for row in same_day:
        row |= {"date_effet": row["date_demande"], GARDE: True}
    _session(rng, contexte, rows)
    return numbered(rows, "id_avenant", "AV-401", "date_demande", "id_dossier")


def _asked(rng: Random, training: Parcours, day: date) -> Row:
    """Draw a request on a training under way."""
    kind = draw(rng, TYPES)
    lead = 3 + rng.randrange(45) if rng.random() < 0.84 else -1 - rng.randrange(20)
    row: Row = {
        "id_dossier": training.id_dossier,
        "id_of": training.id_of,
        "type_changement": kind,
        "date_demande": day,
        "date_effet": day + timedelta(days=lead) if rng.random() < 0.93 else None,
    }
    if kind not in TROIS_PARTIES:
        return row
    agreed = [maybe(rng, 0.9, 0.03) for _ in range(3)]
    row |= dict(zip(("valide_salarie", "valide_of", "valide_employeur"), agreed, strict=True))
    row["nouveau_calendrier"] = maybe(rng, 0.86, 0.06)
    row["nouveau_devis"] = maybe(rng, 0.3, 0.4)
    if (all(agreed) and rng.random() < 0.9) or rng.random() < 0.1:
        row["date_avenant"] = known(after(rng, day, 8, 40))
    return row


def _session(rng: Random, contexte: Contexte, rows: list[Row]) -> None:
    """Cancel one session of 2023 that several files of an organisation attend."""
    day = date(2023, 3, 7)
    attending = [
        p for p in contexte.parcours if p.id_of == "OF-0108" and p.debut <= day <= p.dernier
    ]
    rows += [
        {
            "id_dossier": training.id_dossier,
            "id_of": training.id_of,
            "type_changement": "annulation_session",
            "date_demande": day,
            "date_effet": day + timedelta(days=14),
            GARDE: True,
        }
        for training in rng.sample(attending, 5)
    ]


def accompany(contexte: Contexte) -> list[Row]:
    """Return the presences at the trainees' bilans, by day; each has its number."""
    rng = stream("suivi_parcours")
    rows: list[Row] = []
    for year, number in PRESENCES.items():
        for _ in range(number):
            day = day_of_year(rng, year)
            training = contexte.one_training(rng, day, frozenset())
            if training is None:
                continue
            step = draw(rng, {"intermediaire": 64, "final": 36})
            if step == "final" and not training.rupture and training.fin <= EXTRACTION:
                day = working_day(training.fin)
            rows.append(
                {
                    "id_dossier": training.id_dossier,
                    "id_of": training.id_of,
                    "date_suivi": day,
                    "etape": step,
                    "reajustement": maybe(rng, 0.26, 0.58),
                }
            )
    return numbered(rows, "id_suivi", "SUI-51", "date_suivi", "id_dossier")
