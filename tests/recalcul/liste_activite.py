"""Family BA of the catalogue, each measure in one line."""

from __future__ import annotations

from tests.recalcul.recalcule import mesure

_REFUS = "dossiers_ptp echanges_refus"
_SIGNATURES = "dossiers_ptp signataires"
_ATELIERS = "participations ateliers signataires"
_CERTIFICATS = "certificats_realisation dossiers_ptp"

LISTE = (
    mesure("BA-01", "compte", "C-1", "mois type_certification"),
    mesure("BA-02", "compte", "C-1", "mois type_certification decision"),
    mesure("BA-03", "part", "R-ETAT-02, C-4", "mois type_certification amenage"),
    mesure("BA-04", "compte", "R-PTP-05", "motif_refus"),
    mesure("BA-05", "part", "R-PTP-04, R-PTP-05", "", _REFUS),
    mesure("BA-06", "compte", "R-ETAT-02, R-PTP-11", "type_certification priorite signalement"),
    mesure(
        "BA-07",
        "part",
        "R-CH-01, R-CH-12",
        "signataire amenagements mois",
        _SIGNATURES,
        "amenagements",
    ),
    mesure("BA-08", "compte", "R-ACT-01", "theme trimestre modalite theme+trimestre", "ateliers"),
    mesure("BA-09", "organismes", "R-ACT-01, R-CH-12", "theme signataire", _ATELIERS),
    mesure("BA-09b", "somme", "R-ACT-01, R-CH-12", "theme signataire", _ATELIERS),
    mesure(
        "BA-10",
        "compte",
        "R-ACT-03, R-ACT-04, R-ETAT-03",
        "cause issue mois cause+issue",
        "interventions",
    ),
    mesure("BA-11", "part", "R-ACT-03, R-ETAT-03", "", "interventions"),
    mesure(
        "BA-12",
        "compte",
        "R-ACT-01, R-CH-12",
        "modalites signataire trimestre",
        "propositions signataires",
        "modalites",
    ),
    mesure("BA-13", "compte", "R-ACT-05", "etape", "suivi_parcours"),
    mesure("BA-13b", "part", "R-ACT-05, C-5", "etape", "suivi_parcours"),
    mesure(
        "BA-14",
        "compte",
        "R-CTL-01, R-CTL-02",
        "motif theme resultat",
        "controles alertes",
        "theme",
    ),
    mesure("BA-14b", "compte", "R-CTL-02", "", "controles"),
    mesure("BA-15", "part", "R-CR-01, R-CR-02, R-CR-03", "mois statut", _CERTIFICATS),
    mesure("BA-16", "somme", "R-CR-03, R-CR-04", "type_heure mois", _CERTIFICATS),
    mesure("BA-16b", "part", "R-CR-04", "", _CERTIFICATS),
    mesure("BA-17", "compte", "R-CAL-01, R-CAL-03", "type_changement", "avenants"),
    mesure("BA-17b", "part", "R-CAL-03", "type_changement", "avenants"),
    mesure("BA-17c", "part", "R-CAL-01", "type_changement", "avenants"),
    mesure("BA-18", "compte", "R-CAL-02", "mois", "avenants"),
    mesure("BA-19", "part", "R-PTP-09"),
    mesure("BA-20", "compte", "R-CLEA-01", "mois", "jurys_clea"),
    mesure("BA-20b", "part", "R-CLEA-01, C-5", "mois", "jurys_clea"),
    mesure("BA-21", "organismes", "R-ETAT-02, R-CH-12", "signataire", _SIGNATURES),
    mesure(
        "BA-22",
        "part",
        "R-CYC-01, R-CYC-02, R-CYC-07",
        "statut",
        "dossiers_ptp certificats_qualiopi",
    ),
    mesure("BA-23", "part", "R-ETAT-01, R-ETAT-03", "type_certification"),
    mesure("BA-24", "part", "R-ETAT-03", "type_certification resultat"),
    mesure("BA-27", "compte", "R-PTP-12", "etape mois", multiples="etape"),
)
