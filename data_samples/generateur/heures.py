"""Certificates of hours done, month by month, for the organisations that type them in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from .contexte import GARDE, Contexte, Parcours, add_months, last_of_month
from .hasard import draw, stream
from .jours import EXTRACTION, known, working_day

Row = dict[str, object]
PREMIERE_ANNEE = 2022
ORGANISMES = (
    "OF-0103", "OF-0106", "OF-0108", "OF-0113", "OF-0148", "OF-0160", "OF-0168", "OF-0185",
    "OF-0211", "OF-0221",
)  # fmt: skip
"""The organisations whose certificates the export holds to its end."""
ANNEES_DE_TOUS = range(2022, 2024)
"""The years that every organisation typed in; the export of 2024 holds the first ones only."""
A_L_HEURE = {"OF-0108": 0.82, "OF-0103": 0.6, "OF-0106": 0.74}
RYTHMES = {
    "centre": (100, 0, 0), "centre_stage": (70, 0, 30), "mixte": (60, 25, 15),
    "distance": (10, 80, 10),
}  # fmt: skip
"""Kind of training → shares of hours at the centre, at a distance, in a company [%]."""


@dataclass(frozen=True)
class Mois:
    """One month of a training: its first and last days under way, and its hours."""

    premier: date
    demi_heures: int

    @property
    def nom(self) -> str:
        """Return « 2024-01 »."""
        return f"{self.premier:%Y-%m}"


def certify(contexte: Contexte) -> list[Row]:
    """Return one line a deposit, by file and month."""
    rng = stream("certificats_realisation")
    rows: list[Row] = []
    for training in contexte.parcours:
        if training.id_of in ORGANISMES and training.debut <= EXTRACTION:
            rows += _typed(rng, training, range(PREMIERE_ANNEE, EXTRACTION.year + 1))
    everybody = stream("certificats_realisation de tous")
    for training in contexte.parcours:
        if training.id_of not in ORGANISMES and training.id_of:
            rows += _typed(everybody, training, ANNEES_DE_TOUS)
    _limits(rows)
    return rows


def _typed(rng: Random, training: Parcours, years: range) -> Iterable[Row]:
    """Yield the deposits of a training in those years."""
    shares = draw(rng, dict.fromkeys(RYTHMES.values(), 1))
    for month in _months(training):
        if month.premier.year in years:
            yield from _deposits(rng, training, month, shares)


def _months(training: Parcours) -> Iterable[Mois]:
    """Yield the months of a training up to the export, its hours shared by days."""
    whole = (training.fin - training.debut).days + 1
    halves = int((training.heures or Decimal(35 * whole) / 7) * 2)
    first, last = training.debut.replace(day=1), min(training.dernier, EXTRACTION)
    while first <= last:
        days = (min(last_of_month(first), last) - max(first, training.debut)).days + 1
        yield Mois(first, halves * days // whole)
        first = add_months(first, 1)


def _deposits(
    rng: Random, training: Parcours, month: Mois, shares: tuple[int, int, int]
) -> Iterable[Row]:
    """Yield the deposits of a month: none, one, or a first one put right later."""
    chance = rng.random()
    day = _day(rng, training.id_of, month)
    if day is None or chance < 0.03:
        return
    row: Row = {"id_dossier": training.id_dossier, "mois": month.nom, "id_of": training.id_of}
    if chance < 0.04:
        yield row | {"nature": None}
        return
    done = 0 if chance < 0.06 else max(1, month.demi_heures * (92 + rng.randrange(9)) // 100)
    row |= {"date_depot": day, "nature": "initial" if rng.random() < 0.94 else None}
    yield row | _hours(done, shares)
    again = known(day + timedelta(days=4 + rng.randrange(40)))
    if chance > 0.975 and again:
        yield (
            row | _hours(max(1, done - 7), shares) | {"date_depot": again, "nature": "rectificatif"}
        )


def _day(rng: Random, id_of: str, month: Mois) -> date | None:
    """Draw the day of deposit: by the 5th, within two months, later; None after the export."""
    next_month = add_months(month.premier, 1)
    chance, on_time = rng.random(), A_L_HEURE.get(id_of, 0.7)
    if chance < on_time:
        return known(next_month + timedelta(days=rng.randrange(5)))
    if chance < on_time + 0.02:
        return known(last_of_month(add_months(next_month, 1)))
    if chance < 0.96:
        return known(working_day(next_month + timedelta(days=7 + rng.randrange(48))))
    return known(add_months(next_month, 2) + timedelta(days=rng.randrange(60)))


def _hours(halves: int, shares: tuple[int, int, int]) -> Row:
    """Share half-hours among centre, distance and company; nothing where nothing is done."""
    away, company = (halves * share // 100 for share in shares[1:])
    return {
        "heures_centre": Decimal(halves - away - company) / 2,
        "heures_distance": Decimal(away) / 2 if shares[1] else None,
        "heures_stage": Decimal(company) / 2 if shares[2] else None,
    }


def _limits(rows: list[Row]) -> None:
    """Deposit four certificates of OF-0108 for 01/2024 on the limit days (V-CR-01), one later."""
    days = (
        date(2024, 2, 5),
        date(2024, 2, 6),
        date(2024, 3, 31),
        date(2024, 4, 1),
        date(2024, 4, 5),
    )
    files = [
        row
        for row in rows
        if row["id_of"] == "OF-0108" and row["mois"] == "2024-01" and row["nature"] == "initial"
    ]
    several = [row["id_dossier"] for row in rows if row["mois"] == "2024-01"]
    single = [
        row for row in files if several.count(row["id_dossier"]) == 1 and row["heures_centre"]
    ]
    for row, day in zip(single, days, strict=False):
        row |= {"date_depot": day, GARDE: True}
