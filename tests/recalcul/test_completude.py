"""BA-26: the share of cells filled, where a cell is expected, counted by DuckDB in the files."""

from __future__ import annotations

from datetime import date
from math import isclose

import duckdb
import pytest

from reportlib.indicators import completude
from reportlib.periods import Period
from tests.recalcul.conftest import VERITE
from tests.recalcul.moteur import CLES

RECALCULEES = ("BA-26",)
TROIS_VALIDATIONS = "type_changement IN ('calendrier', 'deroulement', 'report_fin')"
ACCORDE = "coalesce(decision_finale, decision_initiale) = 'accord'"
AMENAGE = "parcours_amenage = 'true'"
DEPOSE = "date_depot IS NOT NULL"
CERTIFIE = "avancement = 'certifie'"
DELIVRE = "statut_declare IN ('certifie', 'suspendu', 'retire')"
ATTENDUES = {
    "signataires": {
        "date_denonciation": "date_denonciation IS NOT NULL OR motif_denonciation IS NOT NULL",
        "motif_denonciation": "date_denonciation IS NOT NULL",
        "date_publication_site": "publie_site = 'true'",
    },
    "propositions": {"retour_ingenierie_financiere": "date_retour IS NOT NULL"},
    "alertes": {"date_prise_en_charge": "statut IN ('en_cours', 'close')"},
    "interventions": {
        "date_contact_prestataire": "accord_stagiaire = 'oui'",
        "date_cloture": "issue <> 'en_cours'",
    },
    "dossiers_ptp": {
        "decision_initiale": "date_commission IS NOT NULL",
        "decision_finale": "date_decision_finale IS NOT NULL",
        "date_decision_finale": "decision_finale IS NOT NULL",
        "motif_refus": "decision_initiale = 'refus'",
        "amenagements": AMENAGE,
        "concertation_prealable": AMENAGE,
        "amenagement_valorise": AMENAGE,
        "date_debut": ACCORDE,
        "date_fin_prevue": ACCORDE,
        "statut_parcours": ACCORDE,
        "montant_accorde": ACCORDE,
        "date_rupture": "statut_parcours = 'rompu'",
        "cause_rupture": "statut_parcours = 'rompu'",
        "certification_obtenue": "statut_parcours = 'acheve'",
        "date_resultat": "certification_obtenue IN ('totale', 'partielle', 'non', 'non_presente')",
    },
    "certificats_realisation": dict.fromkeys(
        ("nature", "heures_centre", "heures_distance", "heures_stage"), DEPOSE
    ),
    "avenants": dict.fromkeys(
        (
            "valide_salarie",
            "valide_of",
            "valide_employeur",
            "nouveau_calendrier",
            "nouveau_devis",
            "date_avenant",
        ),
        TROIS_VALIDATIONS,
    ),
    "controles": {"id_alerte": "motif = 'alerte'"},
    "demandes_bilan": {"date_demande": "type_bilan = 'annuel'"},
    "certificats_qualiopi": {
        "numero": DELIVRE,
        "date_obtention": DELIVRE,
        "date_fin": DELIVRE,
        "categories": DELIVRE,
        "type_certificateur": "certificateur IS NOT NULL",
    },
    "enquete_qualiopi": {
        "certificateur": CERTIFIE,
        "duree_amenagee": CERTIFIE,
        "choix_certificateur": CERTIFIE,
        "criteres_difficultes": CERTIFIE,
        "accord_diffusion": "verbatim IS NOT NULL",
    },
}
"""Columns expected on some rows only, read in the data dictionary; the others: on every row."""


def compter(registre: str, ou: str = "true") -> dict[str, tuple[int, int]]:
    """Filled cells, and rows where they are expected, of each column."""
    place = VERITE / f"{registre}.csv"
    lu = f"read_csv('{place}', header = true, all_varchar = true, nullstr = '') WHERE {ou}"
    base = duckdb.connect(":memory:", config={"threads": 1})
    colonnes = list(base.execute(f"SELECT * FROM {lu} LIMIT 0").df().columns)
    comptes = [
        f"count({nom}) FILTER (WHERE {condition}), count(*) FILTER (WHERE {condition})"
        for nom in colonnes
        for condition in [ATTENDUES.get(registre, {}).get(nom, "true")]
    ]
    nombres = base.execute(f"SELECT {', '.join(comptes)} FROM {lu}").fetchone() or ()
    return dict(zip(colonnes, zip(nombres[::2], nombres[1::2], strict=True), strict=True))


def verifier(trouves, attendus: dict[str, tuple[int, int]]) -> None:
    lignes = trouves.set_index("colonne")
    for colonne, (pleines, attendues) in attendus.items():
        ligne = lignes.loc[colonne]
        assert (ligne["renseignees"], ligne["lignes"]) == (pleines, attendues), colonne
        if attendues:
            assert isclose(ligne["part"], 100 * pleines / attendues), colonne


@pytest.mark.parametrize("registre", CLES)
def test_ba_26_filled_cells_over_those_expected(registre, verite) -> None:
    """« non vides / lignes »."""
    verifier(completude(verite, registre), compter(registre))


@pytest.mark.parametrize(
    ("registre", "jour"),
    [("avenants", "date_demande"), ("controles", "date_controle"), ("alertes", "date_alerte")],
)
def test_ba_26_over_the_rows_of_a_year(registre, jour, verite) -> None:
    annee = Period(date(2022, 1, 1), date(2022, 12, 31))
    dans_l_annee = f"{jour} BETWEEN '2022-01-01' AND '2022-12-31'"
    verifier(completude(verite, registre, annee), compter(registre, dans_l_annee))
