"""How teams write the values: the usual writing first, then variants."""

from __future__ import annotations

from .synonymes_suite import SYNONYMES_SUITE

_CAUSES = {
    "construction_projet": ("Construction du projet", "Orientation", "projet non abouti"),
    "contenu_formation": ("Contenu de la formation", "Pédagogie", "NIVEAU"),
    "conditions_participation": ("Conditions de participation", "Garde d'enfants", "Logement"),
    "imponderable": ("Impondérable", "Déménagement", "Force majeure"),
    "non_renseignee": ("Non renseignée",),
}
_MODALITES = {
    "amenagement": ("Aménagement", "Allègement", "aménagé"),
    "modularisation": ("Modularisation", "Par blocs", "modulaire"),
    "multi_modalites": ("Multi-modalités", "Multimodal"),
    "hybridation": ("Hybridation", "Hybride", "blended"),
    "innovation_pedagogique": ("Innovation pédagogique", "Innovation"),
    "digitalisation": ("Digitalisation", "À distance", "FOAD"),
    "autre": ("Autre",),
}

SYNONYMES: dict[str, dict[str, tuple[str, ...]]] = {
    "decision": {
        "accord": ("Accord", "Accordé", "Favorable", "ACCORD", "avis favorable"),
        "refus": ("Refus", "Refusé", "Défavorable", "REFUS", "Rejeté"),
        "irrecevable": ("Irrecevable", "IRRECEVABLE"),
        "ajourne": ("Ajourné", "Reporté", "Complément demandé"),
        "en_attente": ("En attente", "en_attente"),
        "abandon": ("Abandon", "abandon"),
    },
    "motif_refus": {
        "coherence_parcours": (
            "Cohérence du parcours",
            "Parcours non cohérent",
            "Le parcours de formation envisagé ne semble pas cohérent au regard du projet "
            "professionnel",
        ),
        "pertinence_parcours": ("Pertinence du parcours", "Parcours non pertinent"),
        "coherence_projet": ("Cohérence du projet", "projet non cohérent"),
        "modalites_financement": ("Modalités financement", "modalites_financement"),
        "perspectives_emploi": ("Perspectives d'emploi", "Débouchés", "PERSPECTIVES D’EMPLOI"),
        "conditions_acces": ("Conditions accès", "conditions_acces"),
        "qualite_prestataire": ("Qualité prestataire", "qualite_prestataire"),
        "budget_priorites": ("Budget", "Enveloppe épuisée", "Ordre de priorité"),
        "autre": ("Autre", "AUTRE"),
        "non_renseigne": ("Non renseigné",),
    },
    "type_certification": {
        "rncp": ("RNCP", "rncp"),
        "bloc_rncp": ("Bloc RNCP", "bloc_rncp", "BLOC RNCP"),
        "rs": ("RS",),
    },
    "modalites": _MODALITES,
    "cause": _CAUSES,
    "statut_parcours": {
        "non_demarre": ("Non démarré",),
        "en_cours": ("En cours", "en cours"),
        "acheve": ("Achevé", "ACHEVÉ"),
        "rompu": ("Rompu", "rompu"),
        "suspendu": ("Suspendu",),
        "annule": ("Annulé",),
    },
    "certification_obtenue": {
        "totale": ("Totale", "totale"),
        "partielle": ("Partielle",),
        "non": ("Non", "NON"),
        "non_presente": ("Non présenté",),
        "inconnue": ("Inconnue",),
    },
    "motif_denonciation": {
        "communication": ("Communication",),
        "volonte_of": ("Volonté OF",),
        "autre": ("Autre",),
    },
    "oui_non_en_cours": {
        "oui": ("Oui", "oui"),
        "non": ("Non", "NON"),
        "en_cours": ("En cours",),
    },
    "source": {"tpge": ("TPGE", "tpge"), "of": ("OF",)},
    "accord": {
        "oui": ("Oui", "oui", "OUI"),
        "non": ("Non", "non"),
        "en_attente": ("En attente",),
    },
    "leviers": {
        "amenagement_calendrier": ("Aménagement calendrier",),
        "changement_modalite": ("Changement modalité",),
        "appui_pedagogique": ("Appui pédagogique", "appui pédagogique"),
        "tutorat": ("Tutorat",),
        "mediation": ("Médiation", "médiation"),
        "appui_social": ("Appui social",),
        "suspension": ("Suspension",),
        "changement_of": ("Changement OF",),
        "autre": ("Autre",),
    },
    "issue": {
        "maintien": ("Maintien", "Maintenu", "Poursuite"),
        "maintien_amenage": ("Maintien aménagé",),
        "suspension": ("Suspension",),
        "rupture": ("Rupture", "Abandon", "Arrêt"),
        "en_cours": ("En cours",),
        "sans_suite": ("Sans suite",),
    },
    "format": {
        "atelier": ("Atelier", "ATELIER"),
        "webinaire": ("Webinaire", "webinaire"),
        "groupe_de_travail": ("Groupe de travail",),
        "rencontre_individuelle": ("Rencontre individuelle",),
    },
    "modalite": {
        "presentiel": ("Présentiel", "présentiel"),
        "visio": ("Visio", "VISIO"),
        "mixte": ("Mixte",),
    },
    "statut_atelier": {
        "realise": ("Réalisé", "Tenu", "Oui"),
        "annule": ("Annulé", "Non"),
        "reporte": ("Reporté",),
    },
    "categories": {
        "formation": ("Formation",),
        "bilan": ("Bilan",),
        "vae": ("VAE",),
        "apprentissage": ("Apprentissage",),
    },
    **SYNONYMES_SUITE,
}
"""List → value of the register → writings met."""

BOOLEENS: dict[str, tuple[str, str]] = {
    "oui_non": ("Oui", "Non"),
    "OUI_NON": ("OUI", "NON"),
    "o_n": ("O", "N"),
    "x": ("x", "non"),
    "vrai_faux": ("Vrai", "Faux"),
    "1_0": ("1", "0"),
    "coche": ("✓", "non"),
}
"""Manner → how « oui » and « non » are written; unknown is left empty."""

VIDES = ("-", "NR", "n/a", "?", "s.o.")
"""What some type in a cell to say that it is empty."""
MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
MOIS_COURTS = (
    "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc",
)  # fmt: skip
