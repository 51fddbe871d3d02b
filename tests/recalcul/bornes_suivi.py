"""Rows on the boundary of each rule for 2022: charter, follow-up of files, prevention, items."""

from __future__ import annotations

from typing import Any

Lignes = list[dict[str, Any]]

SIGNATAIRES: Lignes = [
    {"id_of": "OF5", "date_signature": "2022-08-01", "date_fin": "2022-06-30"},
    {
        "id_of": "OF6",
        "date_signature": "2021-09-15",
        "date_denonciation": "2022-01-01",
        "motif_denonciation": "communication",
    },
    {
        "id_of": "OF7",
        "date_signature": "2022-02-01",
        "publie_site": True,
        "date_publication_site": "2023-01-01",
    },
    {"id_of": "OF8", "date_signature": "2022-02-01", "publie_site": True},
]
ORGANISMES: Lignes = [{"id_of": "OF1", "departement": "57"}, {"id_of": "OF3", "departement": "67"}]
_RECUE = {"id_of": "OF3", "date_reception": "2022-04-10", "formalisee_ecrit": True}
PROPOSITIONS: Lignes = [
    {"id_proposition": "etude", "date_etude": "2023-01-01", **_RECUE},
    {"id_proposition": "contact_jour", "date_contact": "2022-04-10", **_RECUE},
    {"id_proposition": "contact_depot", "date_contact": "2022-04-09", **_RECUE},
    {"id_proposition": "contact_apres", "date_contact": "2022-04-11", **_RECUE},
    {
        "id_proposition": "financement",
        "date_retour": "2022-05-10",
        "retour_ingenierie_financiere": True,
        "permet_amenagement": "oui",
        **_RECUE,
        "id_of": "OF1",
    },
    *(
        {
            "id_proposition": f"sans_ecrit_{source}",
            "id_of": "OF3",
            "date_reception": "2023-01-10",
            "date_contact": "2022-12-31",
            "formalisee_ecrit": False,
            "source": source,
        }
        for source in ("tpge", "of")
    ),
]
_AMENAGE = {"id_of": "OF3", "date_commission": "2022-09-10", "parcours_amenage": True}
_ROMPU = {"id_of": "OF3", "date_debut": "2022-01-10", "date_rupture": "2022-06-30"}
_LONG = {"id_of": "OF3", "date_debut": "2021-11-15", "date_fin_prevue": "2022-12-31"}
DOSSIERS: Lignes = [
    {
        "id_dossier": "depot_1",
        "id_of": "OF3",
        "date_depot": "2022-04-08",
        "id_proposition": "contact_depot",
    },
    {
        "id_dossier": "amenage",
        "amenagement_valorise": True,
        "decision_initiale": "accord",
        **_AMENAGE,
    },
    {"id_dossier": "sans_valeur", "decision_initiale": "ajourne", **_AMENAGE},
    {
        "id_dossier": "non_dit",
        "id_of": "OF3",
        "date_commission": "2022-09-10",
        "decision_initiale": "refus",
    },
    {"id_dossier": "annonce_90", **_ROMPU},
    {"id_dossier": "annonce_91", **_ROMPU},
    {
        "id_dossier": "mensuel",
        "date_commission": "2021-10-10",
        "decision_initiale": "accord",
        "heures_prevues": 100.0,
        **_LONG,
    },
    {"id_dossier": "sans_fin", "id_of": "OF2", "date_debut": "2021-11-15"},
    {
        "id_dossier": "entree",
        "id_of": "OF1",
        "date_depot": "2022-01-01",
        "positionnement_fourni": True,
        "date_debut": "2022-06-10",
        "date_fin_prevue": "2022-12-10",
        "statut_parcours": "acheve",
        "certification_obtenue": "totale",
        "date_resultat": "2022-12-31",
    },
]
ECHANGES: Lignes = [
    {
        "id_echange": "reprise",
        "id_dossier": "annonce_90",
        "date_echange": "2022-06-30",
        "id_dossier_suite": "suite",
    },
    {
        "id_echange": "avant_rupture",
        "id_dossier": "annonce_91",
        "date_echange": "2022-06-29",
        "id_dossier_suite": "suite",
    },
]
_DE_L_OF = {"id_of": "OF3", "emetteur": "organisme", "type_evenement": "risque_rupture"}
ALERTES: Lignes = [
    {
        "id_alerte": "a90",
        "id_dossier": "annonce_90",
        "date_alerte": "2022-04-01",
        "date_evenement": "2022-03-30",
        **_DE_L_OF,
    },
    {"id_alerte": "a91", "id_dossier": "annonce_91", "date_alerte": "2022-03-31", **_DE_L_OF},
    {
        "id_alerte": "a_stagiaire",
        "id_of": "OF3",
        "date_alerte": "2022-05-01",
        "date_evenement": "2022-04-01",
        "emetteur": "stagiaire",
        "type_evenement": "autre",
    },
]
_CONTROLE = {"id_of": "OF3", "date_controle": "2022-06-10"}
CONTROLES: Lignes = [
    {"id_controle": "sur_alerte", "motif": "alerte", "id_alerte": "a90", **_CONTROLE},
    {"id_controle": "sur_stagiaire", "motif": "alerte", "id_alerte": "a_stagiaire", **_CONTROLE},
    {"id_controle": "sans_alerte", "motif": "alerte", **_CONTROLE},
    {"id_controle": "sans_motif", "themes": "suivi;autre", **_CONTROLE},
    {"id_controle": "pieces", "motif": "verification_service_fait", **_CONTROLE},
    {"id_controle": "communication", "motif": "communication", **_CONTROLE},
    {
        "id_controle": "jour_meme",
        "id_of": "OF3",
        "id_dossier": "annonce_90",
        "date_controle": "2022-04-01",
        "motif": "programme",
    },
    {
        "id_controle": "lendemain",
        "id_of": "OF3",
        "id_dossier": "annonce_90",
        "date_controle": "2022-04-02",
        "motif": "programme",
    },
]
INTERVENTIONS: Lignes = [
    {
        "id_intervention": f"procedure_{rang}",
        "id_alerte": "a90",
        "id_of": "OF3",
        "date_ouverture": "2022-04-05",
        "date_appel_stagiaire": appel,
        "accord_stagiaire": accord,
        "date_contact_prestataire": contact,
        "leviers": "tutorat",
    }
    for rang, (appel, accord, contact) in enumerate(
        [
            ("2022-04-06", "oui", "2022-04-06"),
            ("2022-04-09", "non", "2022-04-10"),
            ("2022-04-12", "oui", "2022-04-11"),
            ("2023-01-01", None, None),
        ]
    )
]
DIALOGUES: Lignes = [
    {
        "id_dialogue": "commun",
        "id_of": id_of,
        "date_dialogue": "2022-12-31",
        "volet_qualitatif": True,
        "volet_quantitatif": quantitatif,
        "leviers": "tutorat;mediation",
    }
    for id_of, quantitatif in (("OF1", None), ("OF3", None), ("OF4", True))
]
DEMANDES: Lignes = [
    {
        "id_demande": f"{genre}_{remise}",
        "id_of": id_of,
        "type_bilan": genre,
        "date_demande": "2022-12-31",
        "date_remise": remise,
    }
    for genre in ("annuel", "intermediaire")
    for id_of, remise in (("OF1", "2022-12-31"), ("OF3", "2023-01-01"))
]
COMMUNICATIONS: Lignes = [
    {"id_communication": "C1", "id_of": "OF3", "date_constat": "2022-12-31", "conforme": False},
    {"id_communication": "C2", "id_of": "OF3", "date_constat": "2022-12-31", "conforme": True},
]
PARTICIPATIONS: Lignes = [
    {"id_atelier": "A1", "id_of": "OF1", "nb_personnes": 3},
    {"id_atelier": "A1", "id_of": "OF3"},
    {"id_atelier": "A4", "id_of": "OF4", "nb_personnes": 2},
]
_MENSUEL = {"id_dossier": "mensuel", "id_of": "OF3", "nature": "initial"}
CERTIFICATS: Lignes = [
    {"mois": "2022-01", "date_depot": "2022-02-05", "heures_centre": 30.0, **_MENSUEL},
    {"mois": "2022-02", "date_depot": "2022-03-06", "heures_stage": 12.0, **_MENSUEL},
    {
        "mois": "2022-02",
        "date_depot": "2022-09-01",
        "heures_stage": 8.0,
        **_MENSUEL,
        "nature": "rectificatif",
    },
    {"mois": "2022-03", "date_depot": "2022-05-31", "heures_distance": 7.0, **_MENSUEL},
    {"mois": "2022-04", "date_depot": "2022-07-01", "heures_centre": 7.0, **_MENSUEL},
    {"mois": "2022-05", "date_depot": "2022-06-01", "heures_centre": 0.0, **_MENSUEL},
]
AVENANTS: Lignes = [
    {
        "id_avenant": f"AV{rang}",
        "id_dossier": "mensuel",
        "id_of": "OF3",
        "type_changement": genre,
        "date_demande": "2022-06-30",
        "date_effet": effet,
        "valide_salarie": True,
        "valide_of": True,
        "valide_employeur": employeur,
    }
    for rang, (genre, effet, employeur) in enumerate(
        [
            ("calendrier", "2022-06-30", True),
            ("report_fin", "2022-06-29", None),
            ("modalite", None, False),
            ("annulation_session", "2022-07-30", None),
            ("annulation_session", "2022-07-30", None),
        ]
    )
]
SUIVIS: Lignes = [
    {
        "id_suivi": f"S{rang}",
        "id_dossier": "mensuel",
        "id_of": "OF3",
        "date_suivi": "2022-12-31",
        "etape": "final",
        "reajustement": reajustement,
    }
    for rang, reajustement in enumerate([True, False, None])
]
