"""Rows on the boundary of each rule for 2022: prevention, answers, juries, certificates."""

from __future__ import annotations

from typing import Any

Lignes = list[dict[str, Any]]

CHECKLISTS: Lignes = [
    {
        "id_checklist": "K_jour",
        "id_dossier": "entree",
        "id_of": "OF1",
        "date_passation": "2022-06-10",
        "freins": "logement;mobilite",
    },
    {
        "id_checklist": "K_bis",
        "id_dossier": "entree",
        "id_of": "OF1",
        "date_passation": "2022-12-31",
    },
    {
        "id_checklist": "K_tard",
        "id_dossier": "annonce_90",
        "id_of": "OF3",
        "date_passation": "2023-01-01",
    },
    {
        "id_checklist": "K_hors_ptp",
        "id_dossier": "hors_ptp",
        "id_of": "OF3",
        "date_passation": "2022-03-01",
        "rupture": True,
    },
    {
        "id_checklist": "K_sans_dossier",
        "id_of": "OF3",
        "date_passation": "2022-03-01",
        "rupture": True,
    },
]
_SEANCE = {"id_of": "OF3", "site": "Site nord", "forme": "permanence"}
SEANCES: Lignes = [
    {
        "id_seance": "G1",
        "date_seance": "2022-01-01",
        "nb_participants": 6,
        "nb_participants_distincts": 6,
        "nb_ruptures_participants": 0,
        **_SEANCE,
    },
    {
        "id_seance": "G2",
        "date_seance": "2022-12-31",
        "nb_participants": 8,
        "nb_participants_distincts": 9,
        "nb_ruptures_participants": 1,
        **_SEANCE,
    },
    {"id_seance": "G3", "date_seance": "2023-01-01", "nb_participants": 4, **_SEANCE},
]
PRATIQUES: Lignes = [
    {"id_of": "OF1", "campagne": "2022", "numero": 1, "etat": "en_place"},
    {"id_of": "OF1", "campagne": "2022", "numero": 2, "etat": "sans_objet"},
    {"id_of": "OF1", "campagne": "2021", "numero": 3, "etat": "en_place"},
    {"campagne": "2022", "numero": 1, "etat": "en_place"},
]
_NIVEAUX = {
    "2020": {"A1": "3", "A2": "0"},
    "2021": {"A1": "1", "C1": "2"},
    "2022": {"A1": "3", "A2": "2", "A3": None, "A4": "sans_objet", "C1": "1", "V1": "2"},
}
REPONSES: Lignes = [
    {
        "id_of": "OF1",
        "campagne": campagne,
        "item": item,
        "niveau": niveau,
        "preuve": "Fiche de suivi" if item in {"A1", "C1"} else None,
    }
    for campagne, niveaux in _NIVEAUX.items()
    for item, niveau in niveaux.items()
]
REPONSES += [
    {"id_of": "OF3", "campagne": "2022", "item": "A1", "niveau": "0"},
    {"campagne": "2022", "item": "A1", "niveau": "3"},
]
JURYS: Lignes = [
    {"date_jury": "2022-01-01", "candidatures": 10, "certifies": 7},
    {"date_jury": "2022-12-31", "candidatures": 5},
]
QUALIOPI: Lignes = [
    {"id_of": "OF1", "statut_declare": "certifie", "date_obtention": "2019-06-01"},
    {"id_of": "OF3", "statut_declare": "repute"},
]
