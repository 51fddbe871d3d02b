"""What a file says of its training: individualisation, dates, hours, rupture, certification."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from .commissions import accord_day
from .depots import Dossier
from .hasard import draw, draw_several, maybe, stream
from .jours import EXTRACTION, known, working_day

AMENAGES = {2020: 0.12, 2021: 0.13, 2022: 0.16, 2023: 0.19, 2024: 0.21}
"""Share of individualised files by year of deposit; signatories: a little more. Ours."""
MODALITES = {
    "amenagement": 34, "modularisation": 20, "multi_modalites": 14, "hybridation": 16,
    "innovation_pedagogique": 4, "digitalisation": 10, "autre": 2,
}  # fmt: skip
CAUSES = {
    "construction_projet": 22, "contenu_formation": 20, "conditions_participation": 28,
    "imponderable": 18, "non_renseignee": 12,
}  # fmt: skip
RESULTATS = {"totale": 89, "partielle": 4, "non": 3, "non_presente": 2, "inconnue": 2}
"""So that about 91 % of the known results are a whole certification, as published for 2022."""
ROMPUS, SUSPENDUS, ANNULES = 0.075, 0.01, 0.03
ROMPUS_SANS_DATE = 4
HEURES_PAR_SEMAINE = 30


def follow(dossiers: list[Dossier], signataires: set[object]) -> None:
    """Fill in the columns on the training, and what followed for the accorded files."""
    rng = stream("parcours")
    for dossier in dossiers:
        dossier.colonnes = _individualised(rng, dossier, dossier.id_of in signataires)
        accord = accord_day(dossier)
        if accord is not None:
            dossier.parcours = _trained(rng, dossier, accord)
    broken = [d for d in dossiers if d.parcours.get("statut_parcours") == "rompu"]
    for dossier in rng.sample(broken, ROMPUS_SANS_DATE):
        dossier.parcours["date_rupture"] = None


def _individualised(rng: Random, dossier: Dossier, signatory: bool) -> dict[str, object]:
    """Draw whether the pathway is individualised, how, and what was said of it."""
    share = AMENAGES[dossier.depot.year] + (0.05 if signatory else -0.02)
    amenage = maybe(rng, share, 0.92 - share)
    row: dict[str, object] = {
        "parcours_amenage": amenage,
        "positionnement_fourni": maybe(rng, 0.86, 0.06),
    }
    if amenage:
        count = draw(rng, {0: 5, 1: 60, 2: 28, 3: 7})
        row["amenagements"] = draw_several(rng, MODALITES, count)
        row["concertation_prealable"] = maybe(rng, 0.55, 0.33)
        row["amenagement_valorise"] = maybe(rng, 0.62, 0.26)
    return row


def _trained(rng: Random, dossier: Dossier, accord: date) -> dict[str, object]:
    """Draw what followed an accord, as far as the day of the export knows it."""
    whole = dossier.formation.heures * (85 + rng.randrange(31)) / 100
    if dossier.type_certification == "bloc_rncp":
        whole *= 0.35
    halves = max(70, round(whole * 2))
    euros = 6000 + halves * 10 + rng.randrange(9000)
    row: dict[str, object] = {
        "heures_prevues": Decimal(halves) / 2,
        "montant_accorde": Decimal(euros * 100 + draw(rng, {0: 70, 50: 20, 35: 10})) / 100,
    }
    if rng.random() < ANNULES:
        return row | {"statut_parcours": "annule"}
    start = accord + timedelta(days=15 + rng.randrange(110))
    start += timedelta(days=-start.weekday() % 7)
    weeks = max(2, halves // 2 // HEURES_PAR_SEMAINE)
    end = start + timedelta(days=7 * weeks - 3)
    row |= {"date_debut": start, "date_fin_prevue": end}
    if start > EXTRACTION:
        return row | {"statut_parcours": "non_demarre"}
    return row | _ended(rng, start, end)


def _ended(rng: Random, start: date, end: date) -> dict[str, object]:
    """Draw how a training under way goes on: rupture, suspension, end, certification."""
    chance = rng.random()
    if chance < ROMPUS:
        length = (end - start).days
        broken = working_day(start + timedelta(days=5 + int(length * rng.random() * 0.8)))
        if known(broken):
            cause = draw(rng, CAUSES)
            return {"statut_parcours": "rompu", "date_rupture": broken, "cause_rupture": cause}
        return {"statut_parcours": "en_cours"}
    if chance < ROMPUS + SUSPENDUS:
        return {"statut_parcours": "suspendu"}
    if end > EXTRACTION:
        return {"statut_parcours": "en_cours" if rng.random() < 0.95 else None}
    row: dict[str, object] = {"statut_parcours": "acheve"}
    result = working_day(end + timedelta(days=10 + rng.randrange(80)))
    if known(result) and rng.random() < 0.95:
        row["certification_obtenue"] = draw(rng, RESULTATS)
        row["date_resultat"] = result if rng.random() < 0.94 else None
    return row
