"""Small registers made by hand, as typed frames of the shape that intake gives."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from reportlib.dataset import Dataset

_TEXTE, _DATE, _OUI_NON, _ENTIER, _DECIMAL = "str", "datetime64[us]", "boolean", "Int64", "Float64"

COLONNES: dict[str, dict[str, str]] = {
    "organismes": {
        "id_of": _TEXTE,
        "denomination": _TEXTE,
        "nda": _TEXTE,
        "siret": _TEXTE,
        "siren": _TEXTE,
        "departement": _TEXTE,
        "commune": _TEXTE,
        "nb_sites": _ENTIER,
        "ca_formation": _DECIMAL,
        "categories": _TEXTE,
        "alias": _TEXTE,
    },
    "signataires": {
        "id_of": _TEXTE,
        "date_signature": _DATE,
        "date_fin": _DATE,
        "version_charte": _TEXTE,
        "date_denonciation": _DATE,
        "motif_denonciation": _TEXTE,
        "publie_site": _OUI_NON,
        "date_publication_site": _DATE,
    },
    "propositions": {
        "id_proposition": _TEXTE,
        "id_of": _TEXTE,
        "date_contact": _DATE,
        "date_reception": _DATE,
        "formalisee_ecrit": _OUI_NON,
        "modalites": _TEXTE,
        "intitule_formation": _TEXTE,
        "date_etude": _DATE,
        "date_retour": _DATE,
        "retour_ingenierie_financiere": _OUI_NON,
        "permet_amenagement": _TEXTE,
        "source": _TEXTE,
    },
    "interventions": {
        "id_intervention": _TEXTE,
        "id_alerte": _TEXTE,
        "id_of": _TEXTE,
        "id_dossier": _TEXTE,
        "date_ouverture": _DATE,
        "date_appel_stagiaire": _DATE,
        "diagnostic_fait": _OUI_NON,
        "cause": _TEXTE,
        "accord_stagiaire": _TEXTE,
        "date_contact_prestataire": _DATE,
        "leviers": _TEXTE,
        "issue": _TEXTE,
        "date_cloture": _DATE,
    },
    "ateliers": {
        "id_atelier": _TEXTE,
        "date_atelier": _DATE,
        "theme": _TEXTE,
        "format": _TEXTE,
        "modalite": _TEXTE,
        "statut": _TEXTE,
        "nb_inscrits": _ENTIER,
        "nb_participants": _ENTIER,
    },
    "dossiers_ptp": {
        "id_dossier": _TEXTE,
        "id_of": _TEXTE,
        "date_depot": _DATE,
        "date_commission": _DATE,
        "decision_initiale": _TEXTE,
        "decision_finale": _TEXTE,
        "date_decision_finale": _DATE,
        "motif_refus": _TEXTE,
        "type_certification": _TEXTE,
        "code_certification": _TEXTE,
        "priorite": _ENTIER,
        "parcours_amenage": _OUI_NON,
        "amenagements": _TEXTE,
        "concertation_prealable": _OUI_NON,
        "amenagement_valorise": _OUI_NON,
        "id_proposition": _TEXTE,
        "positionnement_fourni": _OUI_NON,
        "date_debut": _DATE,
        "date_fin_prevue": _DATE,
        "heures_prevues": _DECIMAL,
        "statut_parcours": _TEXTE,
        "date_rupture": _DATE,
        "cause_rupture": _TEXTE,
        "certification_obtenue": _TEXTE,
        "date_resultat": _DATE,
        "montant_accorde": _DECIMAL,
    },
    "echanges_refus": {
        "id_echange": _TEXTE,
        "id_dossier": _TEXTE,
        "date_echange": _DATE,
        "motif_precise": _OUI_NON,
        "attendus_partages": _OUI_NON,
        "reponse_reflechie": _OUI_NON,
        "id_dossier_suite": _TEXTE,
        "id_of": _TEXTE,
    },
}


def table(registre: str, lignes: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return the rows as a typed frame; a column that a row does not give is missing."""
    typee = pd.DataFrame(
        {
            nom: pd.Series([ligne.get(nom) for ligne in lignes], dtype=genre)
            for nom, genre in COLONNES[registre].items()
        }
    )
    return typee.assign(
        _source=pd.Series([f"{registre}.xlsx › Feuille 1"] * len(typee), dtype="str"),
        _ligne=pd.Series(range(2, len(typee) + 2), dtype="Int64"),
    )


def registres(**lignes: Sequence[Mapping[str, Any]]) -> dict[str, pd.DataFrame]:
    """Return all the registers of the slice; one that is not given is there, with no row."""
    donnees = {nom: table(nom, donnees) for nom, donnees in lignes.items()}
    return {nom: donnees[nom] if nom in donnees else _vide(nom) for nom in COLONNES}


@cache
def _vide(registre: str) -> pd.DataFrame:
    return table(registre, ())


def lire_verite(dossier: Path) -> dict[str, pd.DataFrame]:
    """Return the truth tables as typed frames, the rows of no known organisation included."""
    return {nom: table(nom, _lignes(dossier / f"{nom}.csv")) for nom in COLONNES}


def _lignes(place: Path) -> list[dict[str, Any]]:
    """Rows of a truth table: empty is missing, true and false are logical."""
    sens = {"": None, "true": True, "false": False}
    with place.open(encoding="utf-8", newline="") as ouvert:
        return [
            {nom: sens.get(valeur, valeur) for nom, valeur in ligne.items()}
            for ligne in csv.DictReader(ouvert)
        ]


def jeu(tables: Mapping[str, pd.DataFrame]) -> Dataset:
    """Return the registers as a dataset, as if read without a fault."""
    return Dataset(tables)
