"""How readers see a breakdown and its values where a number is named in full."""

from __future__ import annotations

from reportlib.rules import non_conformites
from reportlib.sections.libelles import (
    AMENAGES,
    CAUSES,
    CERTIFICATIONS,
    CHANGEMENTS,
    CONCERTATIONS,
    DECISIONS,
    DEPARTEMENTS,
    ETAPES,
    ETATS_PRATIQUE,
    EVENEMENTS,
    FORMES,
    FREINS,
    HEURES,
    ISSUES,
    LEVIERS,
    MODALITES,
    MOTIFS_REFUS,
    ORIGINES,
    RESULTATS_CONTROLE,
    SIGNATURES,
    STATUTS_CERTIFICAT,
    SUITES,
    THEMES_CONTROLE,
    TRIMESTRES,
)
from reportlib.sections.libelles_qualiopi import (
    AVANCEMENTS,
    CHOIX_CERTIFICATEUR,
    NATURES,
    STATUTS_QUALIOPI,
    SURVEILLANCES,
    TYPES_AUDIT,
    TYPES_CERTIFICATEUR,
)
from reportlib.wording import month

_DECISIONS_AUDIT: dict[str, str] = dict(non_conformites.LIBELLES.items())
VENTILATIONS: dict[str, tuple[str, dict[str, str]]] = {
    "amenagement": ("aménagement", AMENAGES),
    "amenagements": ("aménagement", MODALITES),
    "avancement": ("avancement", AVANCEMENTS),
    "cause": ("cause", CAUSES),
    "cause_rupture": ("cause", CAUSES),
    "choix": ("raison du choix", CHOIX_CERTIFICATEUR),
    "concertation": ("concertation", CONCERTATIONS),
    "critere": ("critère", {}),
    "decision": ("décision", _DECISIONS_AUDIT | DECISIONS),
    "departement": ("département", DEPARTEMENTS),
    "etape": ("étape", ETAPES),
    "etat": ("état", ETATS_PRATIQUE),
    "forme": ("forme", FORMES),
    "frein": ("frein", FREINS),
    "issue": ("issue", ISSUES),
    "levier": ("levier", LEVIERS),
    "modalites": ("modalité", MODALITES),
    "mois": ("mois", {}),
    "motif_refus": ("motif de refus", MOTIFS_REFUS),
    "nature": ("nature de l’indicateur", NATURES),
    "origine_evenement": ("origine de l’événement", ORIGINES),
    "resultat": ("suite du contrôle", RESULTATS_CONTROLE),
    "signataire": ("signature", SIGNATURES),
    "statut": ("statut", STATUTS_CERTIFICAT | STATUTS_QUALIOPI),
    "suite": ("suite", SUITES),
    "surveillance": ("fenêtre de surveillance", SURVEILLANCES),
    "theme": ("thème", THEMES_CONTROLE),
    "trimestre": ("trimestre", TRIMESTRES),
    "type_audit": ("type d’audit", TYPES_AUDIT),
    "type_certificateur": ("type de certificateur", TYPES_CERTIFICATEUR),
    "type_certification": ("type de certification", CERTIFICATIONS),
    "type_changement": ("changement", CHANGEMENTS),
    "type_evenement": ("événement", EVENEMENTS),
    "type_heure": ("type d’heures", HEURES),
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
    if par == "mois" and value[:4].isdigit():
        return month(value)
    labels = unsaid | VENTILATIONS.get(par, ("", {}))[1]
    return labels.get(value, value.replace("_", " "))
