"""Family CH of the catalogue, each measure in one line."""

from __future__ import annotations

from dataclasses import replace

from tests.recalcul.recalcule import mesure

_SIGNATURES = "signataires organismes"
_PROPOSITIONS = "propositions signataires"
_DOSSIERS = "dossiers_ptp signataires"
_REFUS = "dossiers_ptp echanges_refus signataires"
_ALERTES = "alertes signataires"
_CONTROLES = "controles alertes signataires"
_DIALOGUES = "temps_dialogue signataires"

LISTE = (
    replace(
        mesure("CH-01", "organismes", "R-CH-01, R-CH-12", "departement", _SIGNATURES), stock=True
    ),
    mesure("CH-02", "compte", "R-CH-02, R-CH-12", "mois departement", _SIGNATURES),
    replace(mesure("CH-03", "part", "R-CH-01, R-ETAT-03", "", "signataires"), stock=True),
    mesure(
        "CH-04",
        "compte",
        "R-CH-01, R-CH-05, R-CH-12",
        "modalites trimestre",
        _PROPOSITIONS,
        "modalites",
    ),
    mesure(
        "CH-05", "compte", "R-CH-04, R-CH-12", "modalites trimestre", _PROPOSITIONS, "modalites"
    ),
    mesure("CH-06", "part", "R-CH-01, C-4", "departement", f"{_PROPOSITIONS} organismes"),
    mesure("CH-07", "compte", "R-CH-05", "modalites", _PROPOSITIONS, "modalites"),
    mesure("CH-08", "part", "R-CH-14, R-ETAT-01", "trimestre", _PROPOSITIONS),
    mesure("CH-09", "part", "R-CH-14, C-4", "trimestre retour", _PROPOSITIONS),
    mesure("CH-10", "mediane", "R-CH-14", "modalites", _PROPOSITIONS, "modalites"),
    mesure("CH-11", "part", "R-CH-14", "", _PROPOSITIONS),
    mesure("CH-12", "somme", "R-CH-04", "", _PROPOSITIONS),
    mesure(
        "CH-13",
        "part",
        "R-CH-08, R-ETAT-02",
        "modalites type_certification decision",
        _DOSSIERS,
        "modalites",
    ),
    mesure("CH-14", "part", "R-CH-01, C-4", "concertation", _DOSSIERS),
    mesure("CH-15", "part", "R-CH-01, R-ETAT-02", "amenagement concertation", _DOSSIERS),
    mesure("CH-16", "compte", "R-PTP-03, R-CH-12", "mois", _DOSSIERS),
    mesure("CH-17", "part", "R-CH-01, C-4", "mois", _REFUS),
    mesure("CH-18", "part", "R-CH-01, C-4", "volets", _REFUS, "volets"),
    mesure("CH-19", "mediane", "R-CH-01", "mois", _REFUS),
    mesure("CH-20", "part", "R-ETAT-01, R-ETAT-02, C-4", "suite", _REFUS),
    mesure("CH-21", "compte", "R-AL-01", "type_evenement origine_evenement mois", _ALERTES),
    mesure("CH-22", "compte", "R-AL-01", "origine_evenement", _ALERTES),
    mesure("CH-23", "compte", "R-AL-01", "type_evenement", _ALERTES),
    mesure("CH-24", "part", "R-CH-01, C-4", "departement", f"{_ALERTES} organismes"),
    mesure("CH-25", "part", "R-AL-05", "", "dossiers_ptp alertes signataires"),
    mesure("CH-26", "compte", "R-AL-02, R-AL-03", "", _CONTROLES),
    mesure("CH-26b", "compte", "R-AL-03", "", _CONTROLES),
    mesure("CH-26c", "compte", "R-AL-03, R-AL-04", "", _CONTROLES),
    mesure("CH-27", "compte", "R-AL-03", "", _CONTROLES),
    replace(
        mesure("CH-28", "part", "R-CH-06, R-CH-12", "", "demandes_bilan signataires"), stock=True
    ),
    mesure("CH-29", "part", "R-CH-07, C-4", "exercice", "demandes_bilan signataires"),
    mesure("CH-30", "distincts", "R-CH-08", "trimestre", _DIALOGUES),
    mesure("CH-30b", "part", "R-CH-08, C-4", "", _DIALOGUES),
    mesure("CH-30c", "part", "R-CH-08", "trimestre", _DIALOGUES),
    mesure("CH-31", "compte", "R-CH-08, R-ACT-03", "levier", f"interventions {_DIALOGUES}"),
    mesure("CH-32", "compte", "R-CH-09", "nature", "communications controles signataires"),
    mesure("CH-34", "part", "R-CH-13", "trimestre", f"dossiers_ptp {_PROPOSITIONS}"),
    mesure("CH-34b", "mediane", "R-CH-13", "trimestre", _PROPOSITIONS),
    mesure("CH-34c", "compte", "R-CH-05, R-CH-13", "trimestre", _PROPOSITIONS),
)
