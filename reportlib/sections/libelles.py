"""What readers see for each value of the registers, in the order of the texts they come from."""

from __future__ import annotations

from reportlib.intake import lpof_territoires

TRIMESTRES = {"T1": "1er trim.", "T2": "2e trim.", "T3": "3e trim.", "T4": "4e trim."}

DEPARTEMENTS = {
    **{code: f"{name} ({code})" for code, name in lpof_territoires.DEPARTEMENTS.items()},
    "non_renseigne": "Département non renseigné",
}

MOTIFS_REFUS = {
    "coherence_parcours": "Cohérence du parcours",
    "pertinence_parcours": "Pertinence du parcours",
    "coherence_projet": "Cohérence du projet",
    "modalites_financement": "Modalités de financement",
    "perspectives_emploi": "Perspectives d’emploi",
    "conditions_acces": "Conditions d’accès",
    "qualite_prestataire": "Qualité du prestataire",
    "autre": "Autre motif",
    "non_renseigne": "Motif non renseigné",
    "budget_priorites": "Budget et priorités",
}
"""Grounds of refusal: charter, R. 6323-14, R. 6323-14-2 for the budget."""

CAUSES = {
    "construction_projet": "Construction du projet",
    "contenu_formation": "Contenu de la formation",
    "conditions_participation": "Conditions de participation",
    "imponderable": "Impondérable",
    "non_renseignee": "Cause non renseignée",
}
"""Causes of a rupture or of an intervention (R-RUP-01)."""

ISSUES = {
    "maintien": "Maintien",
    "maintien_amenage": "Maintien aménagé",
    "suspension": "Suspension",
    "rupture": "Rupture",
    "sans_suite": "Sans suite",
    "en_cours": "En cours",
    "non_renseigne": "Non renseignée",
}

CERTIFICATIONS = {
    "rncp": "Titre ou diplôme entier (RNCP)",
    "bloc_rncp": "Blocs de compétences (RNCP)",
    "rs": "Répertoire spécifique (RS)",
    "non_renseigne": "Type non renseigné",
}

MODALITES = {
    "amenagement": "Aménagement",
    "modularisation": "Modularisation",
    "multi_modalites": "Multi-modalités",
    "hybridation": "Hybridation",
    "innovation_pedagogique": "Innovation pédagogique",
    "digitalisation": "Digitalisation",
    "autre": "Autre modalité",
    "non_renseigne": "Modalité non renseignée",
}

ORIGINES = {
    "organisme": "Organisme",
    "stagiaire": "Stagiaire",
    "autre": "Autre",
    "inconnue": "Inconnue",
}
"""Where an event comes from: « soit de l’organisme soit du stagiaire » (charter)."""

LEVIERS = {
    "amenagement_calendrier": "Aménagement du calendrier",
    "changement_modalite": "Changement de modalité",
    "appui_pedagogique": "Appui pédagogique",
    "tutorat": "Tutorat",
    "mediation": "Médiation",
    "appui_social": "Appui social",
    "suspension": "Suspension",
    "changement_of": "Changement d’organisme",
    "autre": "Autre levier",
    "non_renseigne": "Levier non renseigné",
}

SIGNATURES = {
    "signataire": "Signataires de la charte",
    "non_signataire": "Non signataires",
    "reconduction_non_renseignee": "Reconduction non renseignée",
    "non_renseigne": "Organisme non reconnu",
}

STATUTS_CERTIFICAT = {
    "dans_delai": "À l’heure",
    "hors_delai_accepte": "Hors délai accepté",
    "tardif": "Tardif",
    "manquant": "Manquant",
}
"""Monthly certificates of completion (R-CR-02)."""

HEURES = {"centre": "en centre", "distance": "à distance", "stage": "en stage"}

CHANGEMENTS = {
    "calendrier": "Calendrier",
    "deroulement": "Déroulement",
    "report_fin": "Report de la fin",
    "modalite": "Modalité",
    "annulation_session": "Annulation de session",
    "non_renseigne": "Type non renseigné",
}

THEMES_CONTROLE = {
    "suivi": "Suivi des stagiaires",
    "amenagements": "Aménagements",
    "positionnement": "Positionnement",
    "methodes_pedagogiques": "Méthodes pédagogiques",
    "autre": "Autre thème",
    "non_renseigne": "Thème non renseigné",
}

RESULTATS_CONTROLE = {
    "conforme": "Conforme",
    "clarifications": "Clarifications",
    "reajustements": "Réajustements",
    "ecarts": "Écarts",
    "en_cours": "En cours",
    "non_renseigne": "Non renseigné",
}

EVENEMENTS = {
    "risque_rupture": "risque de rupture",
    "changement_modalites": "changement de modalités",
    "changement_calendrier": "changement de calendrier",
    "annulation_session": "annulation de session",
    "autre": "autre événement",
    "non_renseigne": "type non renseigné",
}
"""What an alert is of."""

ETAPES = {
    "depose": "Déposés",
    "passe": "Passés en commission",
    "decide": "Décidés",
    "accorde": "Accordés",
}
"""Nested steps of the cohort of files (BA-27)."""

DECISIONS = {
    "accord": "Accord",
    "refus": "Refus",
    "ajourne": "Ajourné",
    "irrecevable": "Irrecevable",
    "abandon": "Abandon",
    "en_attente": "En attente",
}

CONCERTATIONS = {
    "concertee": "Après concertation préalable",
    "non_concertee": "Sans concertation préalable",
    "non_renseigne": "Concertation non renseignée",
}
"""Whether the adaptation was agreed on before the file (CH-15)."""

FREINS = {
    "administratif": "Administratif",
    "logement": "Logement",
    "mobilite": "Mobilité",
    "garde_enfants": "Garde d’enfants",
    "ressources": "Ressources",
    "numerique": "Numérique",
    "langue": "Langue",
    "sante": "Santé",
    "autre": "Autre",
}
"""Obstacles that a check-list names (RP-08)."""

FORMES = {
    "atelier_collectif": "Ateliers collectifs",
    "permanence": "Permanences",
    "hotline": "Ligne d’appel",
    "reseau": "Travail de réseau",
    "non_renseigne": "Forme non renseignée",
}
"""Forms of the groupes de parole (RP-09)."""

AMENAGES = {
    "amenage": "Aménagé",
    "non_amenage": "Non aménagé",
    "non_renseigne": "Aménagement non renseigné",
}
"""Whether a path is individualised (CH-15)."""

SUITES = {"accordee": "Nouvel accord"}
"""What a new file after a refusal came to (CH-20)."""

ETATS_PRATIQUE = {
    "en_projet": "En projet",
    "absente": "Absente",
    "sans_reponse": "Sans réponse",
    "sans_objet": "Sans objet",
}
"""States of a good practice beside « en place », which is a figure (RP-15b)."""

PLURIELS = {
    "abandon": "abandons",
    "ajourné": "ajournés",
    "annulé": "annulés",
    "groupe de travail": "groupes de travail",
    "irrecevable": "irrecevables",
    "en cours": "en cours",
    "sans accord du stagiaire": "sans accord du stagiaire",
    "sans aménagement": "sans aménagement",
    "signature après la fin de la charte": "signatures après la fin de la charte",
    "suite non renseignée": "suites non renseignées",
    "non daté": "non datés",
    "pas encore passé en commission": "pas encore passés en commission",
    "rencontre individuelle": "rencontres individuelles",
    "reporté": "reportés",
    "suspendu": "suspendus",
    "webinaire": "webinaires",
    "cause non renseignée": "causes non renseignées",
    "effectif inconnu": "effectifs inconnus",
    "événement non daté": "événements non datés",
    "organisme inconnu": "organismes inconnus",
    "rupture non datée": "ruptures non datées",
    "décision non renseignée": "décisions non renseignées",
    "décision sans date de commission": "décisions sans date de commission",
    "positionnement non renseigné": "positionnements non renseignés",
}
"""Why a unit is left out of a base: plurals of the reasons that have one."""


def libelle(labels: dict[str, str], value: str) -> str:
    """Return the label of ``value``; a value without one is shown as it is."""
    return labels.get(value, value)
