"""How teams write the values of the later registers: the usual writing first, then variants."""

from __future__ import annotations

_ORGANISME = ("OF", "Organisme de formation", "Centre")
_STAGIAIRE = ("Stagiaire", "Apprenant", "Bénéficiaire")
_AVANCEMENT = {
    "certifie": ("Certifié", "Obtenu", "Oui"),
    "en_cours": ("En cours", "Contrat signé"),
    "non_engage": ("Non engagé",),
    "repute": ("Réputé", "Dispensé", "Enseignement supérieur"),
}
_ITEMS = "A1 A2 A3 A4 C1 C2 C3 C4 M1 V1 V2 V3 V4 O1 O2 O3 O4 O5"

SYNONYMES_SUITE: dict[str, dict[str, tuple[str, ...]]] = {
    "emetteur": {
        "organisme": _ORGANISME,
        "stagiaire": _STAGIAIRE,
        "employeur": ("Employeur", "Entreprise"),
        "cep": ("CEP", "Conseil en évolution professionnelle"),
        "autre": ("Autre",),
    },
    "origine": {
        "organisme": _ORGANISME,
        "stagiaire": _STAGIAIRE,
        "autre": ("Autre", "AUTRE"),
        "inconnue": ("Inconnue", "Non connue"),
    },
    "type_evenement": {
        "risque_rupture": ("Risque de rupture", "RISQUE DE RUPTURE"),
        "changement_modalites": ("Changement de modalités", "Changement de modalité"),
        "changement_calendrier": ("Changement de calendrier",),
        "annulation_session": ("Annulation de session", "Session annulée"),
        "autre": ("Autre",),
    },
    "statut_alerte": {
        "ouverte": ("Ouverte",),
        "en_cours": ("En cours",),
        "close": ("Close", "Clôturée"),
        "sans_suite": ("Sans suite",),
    },
    "motif_controle": {
        "programme": ("Programmé", "Contrôle programmé"),
        "alerte": ("Alerte", "Sur alerte"),
        "communication": ("Communication",),
        "signalement": ("Signalement", "Sur signalement"),
        "verification_service_fait": ("Vérification du service fait", "Service fait"),
        "autre": ("Autre",),
        "inconnu": ("Inconnu",),
    },
    "themes": {
        "positionnement": ("Positionnement",),
        "suivi": ("Suivi", "Suivi du parcours"),
        "methodes_pedagogiques": ("Méthodes pédagogiques",),
        "amenagements": ("Aménagements", "Aménagement"),
        "autre": ("Autre",),
    },
    "resultat_controle": {
        "conforme": ("Conforme", "CONFORME"),
        "reajustements": ("Réajustements", "Réajustement"),
        "clarifications": ("Clarifications",),
        "ecarts": ("Écarts", "Écarts constatés"),
        "en_cours": ("En cours",),
    },
    "nature_certificat": {"initial": ("Initial", "Non"), "rectificatif": ("Rectificatif", "Oui")},
    "type_changement": {
        "calendrier": ("Calendrier", "Changement de date", "Dates"),
        "deroulement": ("Déroulement", "Déroulement de la formation"),
        "report_fin": ("Report de fin", "Date de fin décalée"),
        "modalite": ("Modalité", "Changement de modalité"),
        "annulation_session": ("Annulation de session", "Session annulée", "Annulation"),
    },
    "type_bilan": {
        "intermediaire": ("Intermédiaire", "Bilan intermédiaire"),
        "annuel": ("Annuel", "Bilan annuel"),
    },
    "etape": {
        "intermediaire": ("Intermédiaire", "Bilan intermédiaire"),
        "final": ("Final", "Bilan final"),
    },
    "freins": {
        "administratif": ("Administratif",),
        "logement": ("Logement", "logement"),
        "mobilite": ("Mobilité", "Transport"),
        "garde_enfants": ("Garde d'enfants", "Garde d’enfants"),
        "ressources": ("Ressources",),
        "numerique": ("Numérique",),
        "langue": ("Langue",),
        "sante": ("Santé",),
        "autre": ("Autre",),
    },
    "forme": {
        "atelier_collectif": ("Atelier collectif",),
        "permanence": ("Permanence", "PERMANENCE"),
        "hotline": ("Hotline",),
        "reseau": ("Réseau", "En réseau"),
    },
    "item": {item: (item, item.lower()) for item in _ITEMS.split()},
    "niveau": {**{level: (level,) for level in "0123"}, "sans_objet": ("s. o.", "SO")},
    "etat_pratique": {
        "en_place": ("En place", "en place"),
        "en_projet": ("En projet",),
        "absente": ("Absente",),
        "sans_objet": ("s. o.", "SO"),
    },
    "type_certificateur": {
        "accredite_cofrac": ("Accrédité Cofrac", "Certificateur accrédité"),
        "instance_labellisation": ("Instance de labellisation",),
    },
    "statut_qualiopi": _AVANCEMENT
    | {
        "suspendu": ("Suspendu",),
        "retire": ("Retiré",),
        "refuse": ("Refusé",),
        "inconnu": ("Inconnu",),
    },
    "avancement": _AVANCEMENT | {"ne_sait_pas": ("Je ne sais pas", "NSP")},
    "type_audit": {
        "initial": ("Initial", "Audit initial"),
        "surveillance": ("Surveillance", "Audit de surveillance"),
        "renouvellement": ("Renouvellement",),
        "extension": ("Extension",),
        "complementaire": ("Complémentaire", "Audit complémentaire"),
    },
    "gravite": {
        "mineure": ("Mineure", "NCm", "NC mineure", "min"),
        "majeure": ("Majeure", "NCM", "NC majeure", "maj"),
    },
    "choix_certificateur": {
        "secteur": ("Secteur", "Connaissance du secteur"),
        "experience": ("Expérience",),
        "proximite": ("Proximité",),
        "disponibilite": ("Disponibilité",),
        "outils": ("Outils",),
        "tarif": ("Tarif", "Prix"),
        "autre": ("Autre",),
    },
    "criteres": {str(n): (str(n), f"Critère {n}", f"C{n}") for n in range(1, 8)},
}
"""List → value of the register → writings met."""
