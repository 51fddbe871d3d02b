"""Families RP and AC of the catalogue, each measure in one line."""

from __future__ import annotations

from tests.recalcul.recalcule import mesure

_CHECKLISTS = "checklists dossiers_ptp"

LISTE = (
    mesure("RP-01", "compte", "R-RUP-01, R-LEC-04", "cause_rupture type_certification mois"),
    mesure("RP-02", "part", "R-ETAT-01, R-ETAT-03", "type_certification amenage parcours"),
    mesure("RP-03", "part", "R-ETAT-01"),
    mesure("RP-04", "part", "R-RUP-01", "- cause_rupture"),
    mesure("RP-05", "compte", "R-RUP-02", "", "checklists"),
    mesure("RP-06", "part", "R-RUP-02, R-ETAT-04", "", _CHECKLISTS),
    mesure("RP-06b", "part", "R-RUP-02", "", _CHECKLISTS),
    mesure("RP-07", "part", "R-RUP-07", "moment", _CHECKLISTS),
    mesure("RP-08", "compte", "R-CONF-03", "frein", "checklists"),
    mesure("RP-09", "compte", "R-RUP-05", "site forme", "groupes_parole"),
    mesure("RP-09b", "somme", "R-RUP-05, C-5", "site forme", "groupes_parole"),
    mesure("RP-10", "part", "R-RUP-03", "site", "groupes_parole"),
    mesure("RP-11", "compte", "R-RUP-01, R-ACT-03", "cause", "interventions"),
    mesure("RP-12", "part", "R-ACT-02", "", "interventions"),
    mesure("RP-12b", "part", "R-ACT-02", "", "interventions"),
    mesure("RP-12c", "compte", "R-ACT-02", "", "interventions"),
    mesure("RP-12d", "compte", "R-ACT-02", "", "interventions"),
    mesure("RP-13", "mediane", "R-ACT-03, R-AL-04", "mois", "alertes interventions"),
    mesure("RP-14", "mediane", "R-RUP-07", "", "alertes"),
    mesure("RP-15", "compte", "R-RUP-07", "pratique", "bonnes_pratiques"),
    mesure("RP-15b", "part", "R-RUP-07", "pratique", "bonnes_pratiques"),
    mesure("RP-16", "part", "R-RUP-05, R-ETAT-01", "", "dossiers_ptp echanges_refus"),
    mesure("AC-01", "part", "R-ACC-08", "", "autoevaluations"),
    mesure("AC-02", "moyenne", "R-ACC-01, R-ACC-05", "engagement", "autoevaluations"),
    mesure("AC-03", "moyenne", "R-ACC-08", "bloc", "autoevaluations"),
    mesure("AC-04", "part", "R-ACC-05", "bloc", "autoevaluations"),
    mesure("AC-06", "moyenne", "R-ACC-05", "item", "autoevaluations"),
    mesure("AC-07", "compte", "R-ACC-05", "item niveau", "autoevaluations"),
    mesure("AC-08", "part", "R-ACC-05", "bloc", "autoevaluations"),
)
