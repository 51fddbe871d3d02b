"""Alerts and information on a training (charter, OF-2), from the first signatures on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from .contexte import GARDE, Contexte, Parcours, numbered
from .hasard import draw, stream
from .jours import EXTRACTION, after, day_of_year, known, working_day

Row = dict[str, object]
DEPUIS = date(2021, 9, 15)
STAGIAIRE_SEUL = "OF-0221"
"""The signatory of which no alert is known but a trainee's."""
AUTRES = {2021: 14, 2022: 40, 2023: 38, 2024: 36}
"""Alerts tied to no rupture. [alerts]"""
LIMITES = (
    (90, "organisme", "risque_rupture"),
    (91, "organisme", "risque_rupture"),
    (0, "organisme", "risque_rupture"),
    (-1, "organisme", "risque_rupture"),
    (15, "organisme", "changement_modalites"),
)
"""Days before a rupture of 2022, sender, kind: the first and third alone announce it (R-AL-05)."""
JOURS_LIMITES = (
    ("OF-0211", date(2021, 10, 13)),
    ("OF-0211", date(2021, 10, 14)),
    ("OF-0168", date(2022, 10, 19)),
    ("OF-0168", date(2022, 10, 20)),
    ("OF-0160", date(2022, 12, 31)),
    ("OF-0160", date(2023, 1, 1)),
)
"""The day before and of a signature, before and of a denunciation, last of the charter and next."""
EMETTEURS = {"organisme": 68, "stagiaire": 16, "employeur": 6, "cep": 6, "autre": 4}
ORIGINES = {"organisme": 34, "stagiaire": 40, "autre": 9, "inconnue": 7, None: 10}
TYPES = {
    "risque_rupture": 30, "changement_modalites": 22, "changement_calendrier": 26,
    "annulation_session": 8, "autre": 14,
}  # fmt: skip


def alert(contexte: Contexte) -> list[Row]:
    """Return the alerts, by day; each has its number."""
    rng = stream("alertes")
    limits = _at_limits(contexte)
    taken = {row["id_dossier"] for row in limits}
    rows = [*limits, *_on_limit_days(), _of_a_trainee(contexte)]
    rows += _before_ruptures(rng, contexte, taken)
    rows += _others(rng, contexte)
    twin = next(r for r in rows if r["id_dossier"] and GARDE not in r)
    rows.append(twin | {"type_evenement": "annulation_session", GARDE: True})
    for row in rows:
        _followed(rng, row)
    return numbered(rows, "id_alerte", "AL-3001", "date_alerte", "id_dossier")


def _row(day: date, training: Parcours | None, sender: str, kind: str, **more: object) -> Row:
    """Return an alert; on no known file, ``more`` says of which organisation."""
    return {
        "id_of": training.id_of if training else None,
        "id_dossier": training.id_dossier if training else None,
        "date_alerte": day,
        "emetteur": sender,
        "type_evenement": kind,
    } | more


def _at_limits(contexte: Contexte) -> list[Row]:
    """Alert at the limits of the delay, on ruptures of 2022 of active signatories."""
    broken = [
        (p, p.rupture)
        for p in contexte.parcours
        if p.rupture
        and p.rupture.year == 2022
        and (p.rupture - p.debut).days >= 92
        and contexte.signataire(p.id_of, p.rupture - timedelta(days=91))
    ]
    return [
        _row(rupture - timedelta(days=days), training, sender, kind, **{GARDE: True})
        for (training, rupture), (days, sender, kind) in zip(broken, LIMITES, strict=False)
    ]


def _on_limit_days() -> list[Row]:
    """Alert on the limit days of an engagement, on no file."""
    return [
        _row(day, None, "organisme", "changement_calendrier", id_of=id_of, **{GARDE: True})
        for id_of, day in JOURS_LIMITES
    ]


def _of_a_trainee(contexte: Contexte) -> Row:
    """Return the one alert on ``STAGIAIRE_SEUL``, sent by a trainee in 2022."""
    training = next(p for p in contexte.parcours if p.id_of == STAGIAIRE_SEUL)
    day = working_day(max(training.debut + timedelta(days=20), date(2022, 2, 8)))
    inside = training if training.debut <= day <= training.dernier else None
    return _row(day, inside, "stagiaire", "risque_rupture", id_of=STAGIAIRE_SEUL, **{GARDE: True})


def _before_ruptures(rng: Random, contexte: Contexte, taken: set[object]) -> Iterable[Row]:
    """Yield alerts on files that broke: in time, too early, or after the rupture."""
    for training in contexte.parcours:
        if training.rupture is None or training.id_dossier in taken:
            continue
        chance = rng.random()
        signatory = contexte.signataire(training.id_of, training.rupture)
        share = 0.5 if signatory else 0.34
        if chance < share:
            lead = 3 + rng.randrange(80)
        elif chance < share + 0.08:
            lead = 92 + rng.randrange(50)
        elif chance < share + 0.15:
            lead = -1 - rng.randrange(20)
        else:
            continue
        day = working_day(training.rupture - timedelta(days=lead))
        kind = draw(rng, {"risque_rupture": 84, "changement_modalites": 9, "autre": 7})
        sender = draw(rng, EMETTEURS | {"organisme": 88})
        inside = max(training.debut, DEPUIS) <= day <= EXTRACTION
        if inside and training.id_of != STAGIAIRE_SEUL:
            yield _row(day, training, sender, kind)


def _others(rng: Random, contexte: Contexte) -> Iterable[Row]:
    """Yield alerts tied to no rupture, three out of four on a file under way."""
    silent = frozenset({STAGIAIRE_SEUL})
    for year, number in AUTRES.items():
        months = (10, 11, 12) if year == DEPUIS.year else tuple(range(1, 13))
        for _ in range(number):
            day = day_of_year(rng, year, months)
            training = contexte.one_training(rng, day, silent) if rng.random() < 0.75 else None
            id_of = training.id_of if training else contexte.one_organisation(rng, silent).id_of
            yield _row(day, training, draw(rng, EMETTEURS), draw(rng, TYPES), id_of=id_of)


def _followed(rng: Random, row: Row) -> None:
    """Say where the event comes from, when it happened, and what became of the alert."""
    day = row["date_alerte"]
    if not isinstance(day, date):
        raise TypeError("an alert without a day")
    row["origine_evenement"] = draw(rng, ORIGINES)
    if rng.random() < 0.65:
        row["date_evenement"] = day - timedelta(days=rng.randrange(13))
    treated = known(after(rng, day, 0, 14)) if rng.random() < 0.84 else None
    row["date_prise_en_charge"] = treated
    if treated is None:
        row["statut"] = draw(rng, {"ouverte": 60, "sans_suite": 25, None: 15})
    elif day.year == EXTRACTION.year:
        row["statut"] = draw(rng, {"en_cours": 35, "close": 60, None: 5})
    else:
        row["statut"] = draw(rng, {"close": 88, "sans_suite": 7, None: 5})
