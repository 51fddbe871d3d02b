"""Family QA of the catalogue, each measure in one line."""

from __future__ import annotations

from tests.recalcul.recalcule import mesure

_CERTIFICATS = "certificats_qualiopi"
_FINANCES = "certificats_qualiopi dossiers_ptp"
_ENQUETE = "enquete_qualiopi"
_AUDITS = "audits_qualiopi"
_ECARTS = "audits_qualiopi non_conformites"
_CYCLE = "R-CYC-01, R-CYC-02, R-CYC-03, R-CYC-07"

LISTE = (
    mesure(
        "QA-01",
        "organismes",
        f"{_CYCLE}, R-ETAT-04",
        "categorie departement certificateur",
        f"{_CERTIFICATS} organismes",
        "categorie",
    ),
    mesure("QA-02", "organismes", "R-CYC-07", "departement", f"{_CERTIFICATS} organismes"),
    mesure("QA-03", "part", f"{_CYCLE}, R-ETAT-02, C-4", "", _FINANCES),
    mesure("QA-03b", "part", "R-ENQ-01, C-4", "", _ENQUETE),
    mesure("QA-04", "part", f"{_CYCLE}, R-ETAT-02, C-4", "", _FINANCES),
    mesure("QA-04b", "part", "R-ENQ-01, C-4", "", _ENQUETE),
    mesure("QA-09", "part", "R-ENQ-01", "avancement", _ENQUETE),
    mesure(
        "QA-11",
        "part",
        "R-ADO-09, R-CONF-03",
        "certificateur type_certificateur",
        f"{_ENQUETE} {_CERTIFICATS}",
    ),
    mesure(
        "QA-11b",
        "part",
        f"R-ADO-09, R-CONF-03, {_CYCLE}",
        "certificateur type_certificateur",
        _CERTIFICATS,
    ),
    mesure("QA-12", "part", "R-ENQ-02, C-4", "", _ENQUETE),
    mesure("QA-12b", "part", "R-AUD-06, C-4", "", _AUDITS),
    mesure("QA-13", "part", "R-ENQ-03", "choix", _ENQUETE),
    mesure("QA-14", "part", "R-ENQ-03", "critere", _ENQUETE),
    mesure(
        "QA-15",
        "compte",
        "R-RNQ-02, R-RNQ-05, R-RNQ-06, R-NC-01",
        "indicateur critere nature gravite type_audit",
        _ECARTS,
    ),
    mesure("QA-15b", "part", "R-RNQ-02, C-4", "indicateur critere", _ECARTS),
    mesure("QA-15c", "part", "C-4", "type_audit", _ECARTS),
    mesure(
        "QA-16",
        "compte",
        "R-NC-01, R-NC-03, R-NC-04, R-NC-05, R-NC-06",
        "type_audit decision type_audit+decision",
        _ECARTS,
    ),
    mesure("QA-17", "organismes", f"{_CYCLE}, R-CYC-05", "mois fin_lue", _CERTIFICATS),
    mesure("QA-17b", "organismes", f"{_CYCLE}, R-CYC-05", "mois fin_lue", _CERTIFICATS),
    mesure("QA-17c", "organismes", _CYCLE, "mois fin_lue", _CERTIFICATS),
    mesure(
        "QA-18", "organismes", f"{_CYCLE}, R-CYC-04", "surveillance", f"{_CERTIFICATS} {_AUDITS}"
    ),
    mesure("QA-19b", "moyenne", "R-AUD-01", "type_audit", _AUDITS),
    mesure("QA-20b", "moyenne", "R-COUT-01", "type_audit", _AUDITS),
    mesure("QA-21", "organismes", "R-CYC-07", "", _CERTIFICATS),
    mesure("QA-22", "organismes", "R-CYC-07, R-ETAT-04", "statut", _CERTIFICATS),
    mesure("QA-25", "compte", "R-ENQ-04", "", _ENQUETE),
)

FONCTIONS = dict.fromkeys(
    (
        "QA-05",
        "QA-06",
        "QA-07",
        "QA-08",
        "QA-10",
        "QA-19",
        "QA-20",
        "QA-23",
        "QA-24",
    ),
    "test_qualiopi_fonctions.py",
)
"""Measures that are no record but a function, and the test that recomputes each."""
