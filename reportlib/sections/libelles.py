"""What readers see for each value of the registers, in the order of the texts they come from."""

from __future__ import annotations

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

STATUTS_QUALIOPI = {
    "certifie": "Certifié",
    "repute": "Réputé certifié",
    "en_cours": "Démarche en cours",
    "non_engage": "Non engagé",
    "expire": "Certificat expiré",
    "suspendu": "Certification suspendue",
    "retire": "Certification retirée",
    "refuse": "Certification refusée",
    "inconnu": "Statut inconnu",
}

SURVEILLANCES = {
    "faite": "faite",
    "a_venir": "à venir",
    "ouverte": "ouverte",
    "bientot_close": "close dans moins de deux mois",
    "depassee": "passée sans audit connu",
    "a_verifier": "à vérifier : audits non fournis",
}
"""Where the window of the follow-up audit stands (R-CYC-04)."""

EVENEMENTS = {
    "risque_rupture": "risque de rupture",
    "changement_modalites": "changement de modalités",
    "changement_calendrier": "changement de calendrier",
    "annulation_session": "annulation de session",
    "autre": "autre événement",
    "non_renseigne": "type non renseigné",
}
"""What an alert is of."""

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


VENTILATIONS: dict[str, tuple[str, dict[str, str]]] = {
    "cause": ("cause", CAUSES),
    "cause_rupture": ("cause", CAUSES),
    "issue": ("issue", ISSUES),
    "levier": ("levier", LEVIERS),
    "modalites": ("modalité", MODALITES),
    "mois": ("mois", {}),
    "motif_refus": ("motif de refus", MOTIFS_REFUS),
    "origine_evenement": ("origine de l’événement", ORIGINES),
    "signataire": ("signature", SIGNATURES),
    "resultat": ("suite du contrôle", RESULTATS_CONTROLE),
    "statut": ("statut", STATUTS_CERTIFICAT | STATUTS_QUALIOPI),
    "surveillance": ("fenêtre de surveillance", SURVEILLANCES),
    "theme": ("thème", THEMES_CONTROLE),
    "trimestre": ("trimestre", {}),
    "type_changement": ("changement", CHANGEMENTS),
    "type_evenement": ("événement", EVENEMENTS),
    "type_heure": ("type d’heures", HEURES),
    "type_certification": ("type de certification", CERTIFICATIONS),
}
"""Breakdown → how it is called, and the labels of its values."""


def named(par: str, value: str | None = None) -> str:
    """Return how a breakdown is called, or the label of one of its values.

    Several breakdowns are given joined by « , ». A value without a label is shown as it is, its
    underscores as spaces.
    """
    if value is None:
        each = (VENTILATIONS.get(name, (name, {}))[0] for name in par.split(", "))
        return " et ".join(each).replace("_", " ")
    unsaid = {"non_renseigne": "non renseigné", "non_renseignee": "non renseignée"}
    labels = unsaid | VENTILATIONS.get(par, ("", {}))[1]
    return labels.get(value, value.replace("_", " "))
