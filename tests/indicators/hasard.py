"""Small made registers whose values hypothesis chooses."""

from __future__ import annotations

from random import Random

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.rules.etat import RESULTATS, STATUTS
from reportlib.rules.interventions import CAUSES, ISSUES
from reportlib.rules.ptp import DECISIONS, MOTIFS
from tests.indicators.hasard_suivi import DAYS, ORGANISATIONS, YES_NO, Row, suivi, suivi_later
from tests.indicators.registres import typed

LATER = ("2023-01-01", "2023-04-20", "2024-06-30")


def region(random: Random) -> Dataset:
    """Registers of a few rows each."""
    size = random.randint(0, 9)
    files = [_file(random, n) for n in range(size)]
    passes = [row for n in range(size) for row in _passes(random, f"D{n}", files[n])]
    names = [f"D{n}" for n in range(size)]
    return made(
        {
            "dossiers_ptp": passes,
            "echanges_refus": [_talk(random, n, names) for n in range(random.randint(0, 6))],
            "interventions": [_situation(random, n) for n in range(random.randint(0, 7))],
            "propositions": [_proposal(random, n) for n in range(random.randint(0, 7))],
            "ateliers": [_workshop(random, n) for n in range(random.randint(0, 4))],
            "signataires": [_signature(random, name) for name in ("A", "B", "C")],
            **suivi(random, names),
        }
    )


def made(rows: dict[str, list[Row]]) -> Dataset:
    """A dataset from rows of text."""
    return Dataset(frames={name: typed(name, lines) for name, lines in rows.items()})


def later_rows(random: Random, data: Dataset) -> dict[str, list[Row]]:
    """Rows that say nothing but what happens after 2022, some of them of known files."""
    known = sorted(set(data["dossiers_ptp"]["id_dossier"]))
    name = random.choice([*known, "D90"])
    new = dict.fromkeys(("date_depot", "date_debut", "date_fin_prevue"), "2023-04-20")
    passed: Row = {
        "id_dossier": name,
        "id_of": random.choice(ORGANISATIONS) if name == "D90" else _owner(data, name),
        "date_commission": "2024-06-30",
        "decision_initiale": random.choice(DECISIONS),
        "motif_refus": random.choice(MOTIFS),
        **(new if name == "D90" else {}),
    }
    day = random.choice(LATER)
    return {
        "dossiers_ptp": [passed],
        "echanges_refus": [{"id_echange": "E90", "id_dossier": name, "date_echange": day,
                            "motif_precise": "oui", "id_dossier_suite": "D1"}],
        "interventions": [{"id_intervention": "I90", "id_of": "A", "date_ouverture": day,
                           "issue": "rupture", "date_cloture": "2024-07-01"}],
        "propositions": [{"id_proposition": "P90", "id_of": "A", "date_reception": day,
                          "formalisee_ecrit": "oui", "date_etude": day, "date_retour": day}],
        "ateliers": [{"id_atelier": "T90", "date_atelier": day}],
        "signataires": [{"id_of": "D", "date_signature": day}],
        **suivi_later(day, name),
    }  # fmt: skip


def _owner(data: Dataset, name: str) -> str | None:
    files = data["dossiers_ptp"]
    owner = files.loc[files["id_dossier"].eq(name), "id_of"].iloc[0]
    return None if pd.isna(owner) else str(owner)


def _file(random: Random, _: int) -> Row:
    return {
        "id_of": random.choice(ORGANISATIONS),
        "type_certification": random.choice(("rncp", "bloc_rncp", None)),
        "priorite": random.choice(("1", "5", None)),
    }


def _passes(random: Random, name: str, whole: Row) -> list[Row]:
    days = random.sample(DAYS, random.randint(1, 3))
    return [
        {
            **whole,
            "id_dossier": name,
            "date_depot": random.choice(DAYS),
            "date_commission": day,
            "decision_initiale": random.choice((*DECISIONS, None)),
            "decision_finale": random.choice((None, None, "accord", "refus")),
            "date_decision_finale": random.choice(DAYS),
            "motif_refus": random.choice((*MOTIFS, None)),
            "parcours_amenage": random.choice(YES_NO),
            "concertation_prealable": random.choice(YES_NO),
            "amenagement_valorise": random.choice(YES_NO),
            "id_proposition": random.choice(("P0", "P1", None)),
            "amenagements": random.choice(("hybridation", "hybridation;modularisation", None)),
            "positionnement_fourni": random.choice(YES_NO),
            "date_debut": random.choice(DAYS),
            "date_fin_prevue": random.choice(DAYS),
            "statut_parcours": random.choice((*STATUTS, None)),
            "date_rupture": random.choice(DAYS),
            "cause_rupture": random.choice((*CAUSES, None)),
            "certification_obtenue": random.choice((*RESULTATS, None)),
            "date_resultat": random.choice(DAYS),
        }
        for day in days
    ]


def _talk(random: Random, number: int, names: list[str]) -> Row:
    return {
        "id_echange": f"E{number}",
        "id_dossier": random.choice([*names, "D99"]),
        "date_echange": random.choice(DAYS),
        "motif_precise": random.choice(YES_NO),
        "attendus_partages": random.choice(YES_NO),
        "reponse_reflechie": random.choice(YES_NO),
        "id_dossier_suite": random.choice([None, None, "D98", *names]),
    }


def _situation(random: Random, number: int) -> Row:
    return {
        "id_intervention": f"I{number}",
        "id_of": random.choice(ORGANISATIONS),
        "date_ouverture": random.choice(DAYS),
        "cause": random.choice((*CAUSES, None)),
        "accord_stagiaire": random.choice(("oui", "non", "en_attente", None)),
        "leviers": random.choice(("tutorat;mediation", "tutorat", None)),
        "issue": random.choice((*ISSUES, None)),
        "date_cloture": random.choice(DAYS),
    }


def _proposal(random: Random, number: int) -> Row:
    return {
        "id_proposition": f"P{number}",
        "id_of": random.choice(ORGANISATIONS),
        "date_reception": random.choice(DAYS),
        "formalisee_ecrit": random.choice(YES_NO),
        "modalites": random.choice(("hybridation", "hybridation;digitalisation", None)),
        "date_contact": random.choice(DAYS),
        "intitule_formation": random.choice(("Soins", None)),
        "date_etude": random.choice(DAYS),
        "date_retour": random.choice(DAYS),
        "retour_ingenierie_financiere": random.choice(YES_NO),
        "permet_amenagement": random.choice(("oui", "non", "en_cours", None)),
        "source": random.choice(("tpge", "of", None)),
    }


def _workshop(random: Random, number: int) -> Row:
    return {
        "id_atelier": f"T{number}",
        "date_atelier": random.choice(DAYS),
        "theme": random.choice(("Charte", None)),
        "format": random.choice(("atelier", "webinaire", None)),
        "statut": random.choice(("realise", "annule", None)),
    }


def _signature(random: Random, name: str) -> Row:
    return {
        "id_of": name,
        "date_signature": random.choice(DAYS[:-1]),
        "date_fin": random.choice((None, "2022-06-15")),
        "motif_denonciation": random.choice(("communication", None)),
        "publie_site": random.choice(YES_NO),
        "date_publication_site": random.choice(DAYS),
        "date_denonciation": random.choice((None, None, "2022-09-30", "2023-04-20")),
    }
