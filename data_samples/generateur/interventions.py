"""Situations in which the team stepped in: exactly the published 56 opened in 2023."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from .depots import Dossier
from .hasard import draw, draw_several, maybe, pick, stream
from .jours import EXTRACTION, after, day_of_year, known
from .organismes import Organisme
from .parcours import CAUSES
from .publies import figure

Row = dict[str, object]
SITUATIONS = {
    2021: 47,
    2022: 63,
    2023: int(figure("charte_interventions_risque_rupture")),
    2024: 65,
}
"""Situations opened; only 2023 is published. 2022 loses two lines at intake: 61. [situations]"""
ISSUES = {
    "maintien": 36, "maintien_amenage": 21, "rupture": 17, "en_cours": 9, "suspension": 6,
    "sans_suite": 6, None: 5,
}  # fmt: skip
LEVIERS = {
    "amenagement_calendrier": 26, "changement_modalite": 12, "appui_pedagogique": 20,
    "tutorat": 10, "mediation": 18, "appui_social": 8, "suspension": 5, "changement_of": 3,
    "autre": 4,
}  # fmt: skip
ACCORDS = {"oui": 66, "non": 12, "en_attente": 9, None: 13}


def step_in(dossiers: list[Dossier], organismes: tuple[Organisme, ...]) -> list[Row]:
    """Return the situations, by day of opening; each has its number."""
    rng = stream("interventions")
    trained = [d for d in dossiers if isinstance(d.parcours.get("date_debut"), date)]
    weights = {o.id_of: o.poids for o in organismes if o.poids}
    rows: list[Row] = []
    for year, number in SITUATIONS.items():
        months = tuple(range(3, 13)) if year == 2021 else tuple(range(1, 13))
        for _ in range(number):
            rows.append(_situation(rng, day_of_year(rng, year, months), trained, weights))
    rows.sort(key=lambda row: str(row["date_ouverture"]))
    return [{"id_intervention": f"INT-{2001 + i}"} | row for i, row in enumerate(rows)]


def _situation(rng: Random, opened: date, trained: list[Dossier], weights: dict[str, float]) -> Row:
    """Draw one situation, tied to a file under way two times out of three."""
    issue = draw(rng, ISSUES)
    dossier = _concerned(rng, opened, trained, issue) if rng.random() < 0.68 else None
    row: Row = {
        "id_of": dossier.id_of if dossier else draw(rng, weights),
        "id_dossier": dossier.id_dossier if dossier else None,
        "date_ouverture": opened,
        "cause": draw(rng, CAUSES | {None: 4}),
        "issue": issue,
    }
    row |= _procedure(rng, opened)
    if issue not in {"en_cours", None} and rng.random() < 0.94:
        closed = known(after(rng, opened, 12, 85))
        broken = dossier.parcours.get("date_rupture") if dossier and issue == "rupture" else None
        row["date_cloture"] = broken if isinstance(broken, date) else closed
        if row["date_cloture"] is None:
            row["issue"] = "en_cours"
    return row


def _concerned(
    rng: Random, opened: date, trained: list[Dossier], issue: str | None
) -> Dossier | None:
    """Choose a training under way on that day; one soon broken when the issue is a rupture."""
    soon = opened + timedelta(days=75)
    fit = []
    for dossier in trained:
        start, end = dossier.parcours["date_debut"], dossier.parcours["date_fin_prevue"]
        broken = dossier.parcours.get("date_rupture")
        if not (isinstance(start, date) and isinstance(end, date) and start <= opened <= end):
            continue
        near = isinstance(broken, date) and opened <= broken <= min(soon, EXTRACTION)
        whole = dossier.parcours["statut_parcours"] != "rompu"
        if near if issue == "rupture" else whole:
            fit.append(dossier)
    return pick(rng, fit) if fit else None


def _procedure(rng: Random, opened: date) -> Row:
    """Draw the ordered steps: call to the trainee, agreement, then the organisation (R-ACT-02)."""
    called = known(after(rng, opened, 0, 9)) if rng.random() < 0.92 else None
    agreed = draw(rng, ACCORDS) if called else "en_attente"
    contact = None
    if called and agreed == "oui" and rng.random() < 0.85:
        contact = known(after(rng, called, 0, 12))
    return {
        "date_appel_stagiaire": called,
        "diagnostic_fait": maybe(rng, 0.84, 0.08) if called else None,
        "accord_stagiaire": agreed,
        "date_contact_prestataire": contact,
        "leviers": draw_several(rng, LEVIERS, draw(rng, {0: 14, 1: 48, 2: 28, 3: 10})),
    }
