"""What readers see for each value of the Qualiopi registers."""

from __future__ import annotations

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

AVANCEMENTS = {
    "certifie": "Certifié",
    "en_cours": "En cours",
    "non_engage": "Non engagé",
    "repute": "Réputé satisfaire à l’obligation",
    "ne_sait_pas": "Ne sait pas",
}
"""How far a respondent says that it is (QA-09)."""

TYPES_CERTIFICATEUR = {
    "accredite_cofrac": "Certificateur accrédité (Cofrac)",
    "instance_labellisation": "Instance de labellisation",
    "non_renseigne": "Type non connu",
}
"""What certifies (QA-11)."""

CHOIX_CERTIFICATEUR = {
    "secteur": "Connaissance du secteur",
    "experience": "Expérience",
    "proximite": "Proximité",
    "disponibilite": "Disponibilité",
    "outils": "Outils",
    "tarif": "Tarif",
    "autre": "Autre raison",
}
"""Why a certifier was chosen (QA-13)."""

TYPES_AUDIT = {
    "initial": "Initial",
    "surveillance": "Surveillance",
    "renouvellement": "Renouvellement",
    "extension": "Extension",
    "complementaire": "Complémentaire",
}

NATURES = {"fondamental": "Indicateurs fondamentaux", "ponderable": "Indicateurs pondérables"}
"""Whether a non-conformity may be minor (QA-15)."""
