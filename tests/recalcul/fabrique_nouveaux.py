"""Hypothesis strategies for the registers of follow-up, of prevention and of self-assessment."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.recalcul.tirages import (
    jour,
    jour_ou_vide,
    numerotees,
    organisme,
    organisme_ou_vide,
    oui_non_ou_vide,
    parmi,
)

DEPOTS = [
    date(2022, 2, 5),
    date(2022, 2, 6),
    date(2022, 3, 31),
    date(2022, 4, 1),
    date(2022, 7, 5),
    date(2022, 8, 31),
    date(2023, 1, 5),
    date(2023, 1, 6),
]
"""Days about the 5th of the next month and the end of the second month after (R-CR-02)."""
MOIS = ["2022-01", "2022-06", "2022-11", "2022-12", "2023-01"]
LEVIERS = st.sampled_from([None, "tutorat", "tutorat;mediation", "autre"])
dossier = st.sampled_from(["D0", "D1", "D2", "inconnu"])
dossier_ou_vide = st.sampled_from(["D0", "D1", "D2", "inconnu", None])
alerte_ou_vide = st.sampled_from(["id_alerte0", "id_alerte1", "id_alerte2", "inconnue", None])
heures = st.sampled_from([0.0, 7.5, 35.0, None])
petit = st.sampled_from([0, 1, 4, 12])
petit_ou_vide = st.sampled_from([0, 1, 4, 12, None])
campagne = st.sampled_from(["2021", "2022", "2023"])


def lignes(**colonnes: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A row."""
    return st.fixed_dictionaries(colonnes)


def sans_doublon(
    ligne: st.SearchStrategy[dict[str, Any]], *cle: str, maximum: int = 8
) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows of different keys; a row of no known organisation is a key of its own."""
    return st.lists(
        ligne, max_size=maximum, unique_by=lambda lue: tuple(str(lue[colonne]) for colonne in cle)
    )


NOUVEAUX = {
    "organismes": sans_doublon(
        lignes(id_of=organisme, departement=parmi("57", "67")), "id_of", maximum=4
    ),
    "alertes": numerotees(
        lignes(
            id_of=organisme_ou_vide,
            id_dossier=dossier_ou_vide,
            date_alerte=jour,
            date_evenement=jour_ou_vide,
            emetteur=st.sampled_from(["organisme", "organisme", "stagiaire", "cep"]),
            origine_evenement=parmi("organisme", "stagiaire", "inconnue"),
            type_evenement=st.sampled_from(["risque_rupture", "risque_rupture", "autre"]),
        ),
        "id_alerte",
    ),
    "participations": sans_doublon(
        lignes(
            id_atelier=st.sampled_from(["id_atelier0", "id_atelier1", "id_atelier2", "inconnu"]),
            id_of=organisme_ou_vide,
            nb_personnes=st.sampled_from([1, 3, None]),
        ),
        "id_atelier",
        "id_of",
    ),
    "certificats_realisation": sans_doublon(
        lignes(
            id_dossier=dossier,
            mois=st.sampled_from(MOIS),
            date_depot=st.sampled_from([*DEPOTS, None]),
            nature=parmi("initial", "rectificatif"),
            heures_centre=heures,
            heures_distance=heures,
            heures_stage=heures,
        ),
        "id_dossier",
        "mois",
        "date_depot",
        maximum=12,
    ),
    "avenants": numerotees(
        lignes(
            id_dossier=dossier,
            type_changement=st.sampled_from(
                ["calendrier", "deroulement", "report_fin", "modalite", "annulation_session"]
            ),
            date_demande=jour,
            date_effet=jour_ou_vide,
            valide_salarie=st.sampled_from([True, True, False, None]),
            valide_of=st.sampled_from([True, True, None]),
            valide_employeur=st.sampled_from([True, True, False]),
        ),
        "id_avenant",
    ),
    "controles": numerotees(
        lignes(
            id_of=organisme_ou_vide,
            id_dossier=dossier_ou_vide,
            date_controle=jour,
            motif=parmi(
                "programme",
                "alerte",
                "alerte",
                "communication",
                "inconnu",
                "verification_service_fait",
            ),
            id_alerte=alerte_ou_vide,
            themes=st.sampled_from([None, "suivi", "suivi;positionnement"]),
            resultat=parmi("conforme", "ecarts"),
        ),
        "id_controle",
    ),
    "temps_dialogue": sans_doublon(
        lignes(
            id_dialogue=st.sampled_from(["DI1", "DI2", "DI3"]),
            id_of=organisme_ou_vide,
            date_dialogue=jour,
            volet_qualitatif=oui_non_ou_vide,
            volet_quantitatif=st.sampled_from([True, True, False, None]),
            leviers=LEVIERS,
        ),
        "id_dialogue",
        "id_of",
    ),
    "demandes_bilan": numerotees(
        lignes(
            id_of=organisme_ou_vide,
            type_bilan=st.sampled_from(["annuel", "intermediaire"]),
            exercice=st.sampled_from([2021, 2022, None]),
            date_demande=jour_ou_vide,
            date_remise=jour_ou_vide,
        ),
        "id_demande",
    ),
    "communications": numerotees(
        lignes(id_of=organisme_ou_vide, date_constat=jour, conforme=st.sampled_from([True, False])),
        "id_communication",
    ),
    "suivi_parcours": numerotees(
        lignes(
            id_dossier=dossier,
            date_suivi=jour,
            etape=st.sampled_from(["intermediaire", "final"]),
            reajustement=oui_non_ou_vide,
        ),
        "id_suivi",
    ),
    "jurys_clea": sans_doublon(
        lignes(date_jury=jour, candidatures=petit_ou_vide, certifies=petit_ou_vide), "date_jury"
    ),
    "checklists": numerotees(
        lignes(
            id_dossier=dossier_ou_vide,
            id_of=organisme_ou_vide,
            date_passation=jour,
            freins=st.sampled_from([None, "logement", "logement;mobilite"]),
            rupture=oui_non_ou_vide,
        ),
        "id_checklist",
    ),
    "groupes_parole": numerotees(
        lignes(
            id_of=organisme_ou_vide,
            site=parmi("Site nord", "Site sud"),
            date_seance=jour,
            forme=parmi("permanence", "hotline"),
            nb_participants=petit_ou_vide,
            nb_participants_distincts=petit_ou_vide,
            nb_ruptures_participants=petit_ou_vide,
        ),
        "id_seance",
    ),
    "autoevaluations": sans_doublon(
        lignes(
            id_of=organisme_ou_vide,
            campagne=campagne,
            item=st.sampled_from(["A1", "A2", "C1", "M1", "O5"]),
            niveau=parmi("0", "1", "2", "3", "sans_objet"),
            preuve=parmi("Fiche de suivi"),
        ),
        "id_of",
        "campagne",
        "item",
        maximum=16,
    ),
    "bonnes_pratiques": sans_doublon(
        lignes(
            id_of=organisme_ou_vide,
            campagne=campagne,
            numero=st.sampled_from([1, 2, 10]),
            etat=st.sampled_from(["en_place", "en_projet", "absente", "sans_objet"]),
        ),
        "id_of",
        "campagne",
        "numero",
    ),
}
"""Register → its rows."""
