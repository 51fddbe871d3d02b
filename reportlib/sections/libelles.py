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

SIGNATURES = {
    "signataire": "Signataires de la charte",
    "non_signataire": "Non signataires",
    "reconduction_non_renseignee": "Reconduction non renseignée",
}

PLURIELS = {
    "abandon": "abandons",
    "ajourné": "ajournés",
    "annulé": "annulés",
    "groupe de travail": "groupes de travail",
    "irrecevable": "irrecevables",
    "non daté": "non datés",
    "pas encore passé en commission": "pas encore passés en commission",
    "rencontre individuelle": "rencontres individuelles",
    "reporté": "reportés",
    "suspendu": "suspendus",
    "webinaire": "webinaires",
}
"""Why a unit is left out of a base: plurals of the reasons that have one."""


def libelle(labels: dict[str, str], value: str) -> str:
    """Return the label of ``value``; a value without one is shown as it is."""
    return labels.get(value, value)


VENTILATIONS: dict[str, tuple[str, dict[str, str]]] = {
    "cause": ("cause", CAUSES),
    "cause_rupture": ("cause", CAUSES),
    "issue": ("issue", ISSUES),
    "modalites": ("modalité", MODALITES),
    "mois": ("mois", {}),
    "motif_refus": ("motif de refus", MOTIFS_REFUS),
    "signataire": ("signature", SIGNATURES),
    "theme": ("thème", {}),
    "trimestre": ("trimestre", {}),
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
