"""Hypothesis strategies: small registers where everything falls on a boundary or is missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from tests.recalcul.fabrique_nouveaux import NOUVEAUX, alerte_ou_vide
from tests.recalcul.fabrique_qualiopi import QUALIOPI, des_audits
from tests.recalcul.registres import registres
from tests.recalcul.tirages import (
    JOURS,
    ORGANISMES,
    cause,
    decision,
    jour,
    jour_ou_vide,
    modalites,
    numerotees,
    organisme_ou_vide,
    oui_non_ou_vide,
    parmi,
)

passage = st.fixed_dictionaries(
    {
        "date_commission": jour_ou_vide,
        "date_depot": jour_ou_vide,
        "decision_initiale": decision,
        "decision_finale": parmi("accord", "refus"),
        "date_decision_finale": jour_ou_vide,
        "motif_refus": parmi(
            *["coherence_parcours"] * 4, "pertinence_parcours", "budget_priorites", "autre"
        ),
        "type_certification": parmi("rncp", "bloc_rncp", "rs"),
        "priorite": st.sampled_from([1, 5, None]),
        "parcours_amenage": oui_non_ou_vide,
        "amenagements": modalites,
        "concertation_prealable": oui_non_ou_vide,
        "amenagement_valorise": oui_non_ou_vide,
        "id_proposition": st.sampled_from([None, "id_proposition0", "id_proposition1"]),
        "heures_prevues": st.sampled_from([None, 0.0, 70.0, 140.0]),
        "positionnement_fourni": oui_non_ou_vide,
        "date_debut": jour_ou_vide,
        "date_fin_prevue": jour_ou_vide,
        "statut_parcours": parmi("en_cours", "acheve", "acheve", "rompu", "suspendu"),
        "date_rupture": jour_ou_vide,
        "cause_rupture": cause,
        "certification_obtenue": parmi("totale", "totale", "partielle", "non", "inconnue"),
        "date_resultat": jour_ou_vide,
    }
)
proposition = st.fixed_dictionaries(
    {
        "id_of": organisme_ou_vide,
        "date_contact": jour_ou_vide,
        "date_reception": jour,
        "formalisee_ecrit": st.sampled_from([True, True, False]),
        "modalites": modalites,
        "date_etude": jour_ou_vide,
        "date_retour": jour_ou_vide,
        "retour_ingenierie_financiere": oui_non_ou_vide,
        "permet_amenagement": parmi("oui", "non", "en_cours"),
        "source": parmi("tpge", "of"),
    }
)
intervention = st.fixed_dictionaries(
    {
        "id_of": organisme_ou_vide,
        "id_alerte": alerte_ou_vide,
        "date_ouverture": jour,
        "date_appel_stagiaire": jour_ou_vide,
        "date_contact_prestataire": jour_ou_vide,
        "leviers": st.sampled_from([None, "tutorat", "tutorat;mediation"]),
        "cause": cause,
        "accord_stagiaire": parmi("oui", "non", "en_attente"),
        "issue": parmi("maintien", "maintien_amenage", "rupture", "suspension", "en_cours"),
        "date_cloture": jour_ou_vide,
    }
)
atelier = st.fixed_dictionaries(
    {
        "date_atelier": jour,
        "theme": st.sampled_from(["Qualiopi", "Charte", None]),
        "modalite": parmi("visio"),
        "format": parmi("atelier", "webinaire", "rencontre_individuelle"),
        "statut": parmi("realise", "annule", "reporte"),
    }
)
signature = st.fixed_dictionaries(
    {
        "date_signature": st.sampled_from([*JOURS, *[date(2021, 9, 15)] * 16]),
        "date_fin": st.sampled_from([None, date(2022, 12, 31), date(2022, 6, 30)]),
        "date_denonciation": st.sampled_from([*JOURS, *[None] * 32]),
        "motif_denonciation": parmi("communication", "autre"),
        "publie_site": oui_non_ou_vide,
        "date_publication_site": jour_ou_vide,
    }
)
echange = st.fixed_dictionaries(
    {
        "id_dossier": st.sampled_from(["D0", "D1", "D2", "D3", "inconnu"]),
        "date_echange": jour,
        "motif_precise": oui_non_ou_vide,
        "attendus_partages": oui_non_ou_vide,
        "reponse_reflechie": oui_non_ou_vide,
        "id_dossier_suite": st.sampled_from([None, "D0", "D3", "inconnu"]),
    }
)


@st.composite
def dossiers(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Some files with up to three passages each, on different days; one organisation a file."""
    lignes = []
    for rang in range(draw(st.integers(0, 6))):
        id_of = draw(organisme_ou_vide)
        passages = draw(
            st.lists(passage, min_size=1, max_size=3, unique_by=lambda p: p["date_commission"])
        )
        lignes += [{"id_dossier": f"D{rang}", "id_of": id_of, **ligne} for ligne in passages]
    return lignes


SIGNATURES = st.lists(st.sampled_from(ORGANISMES), unique=True, max_size=3).flatmap(
    lambda signes: st.tuples(
        *(signature.map(lambda s, o=id_of: {"id_of": o, **s}) for id_of in signes)
    )
)
REGISTRES = {
    "signataires": SIGNATURES,
    "propositions": numerotees(proposition, "id_proposition", 12),
    "interventions": numerotees(intervention, "id_intervention"),
    "ateliers": numerotees(atelier, "id_atelier"),
    "dossiers_ptp": dossiers(),
    "echanges_refus": numerotees(echange, "id_echange", 8),
    **NOUVEAUX,
    **QUALIOPI,
}
INDIRECTS = ("certificats_realisation", "avenants", "suivi_parcours")
"""Registers whose organisation is that of the file (intake finds it)."""


def petits_registres(noms: Iterable[str]) -> st.SearchStrategy[dict[str, pd.DataFrame]]:
    """The registers ``noms``, small; all the others are there with no row."""
    tirage = st.fixed_dictionaries({nom: REGISTRES[nom] for nom in noms})
    return tirage.map(lambda lignes: registres(**des_audits(_rattachees(lignes))))


def _rattachees(lignes: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Give each row of an indirect register the organisation of its file, if that is known."""
    connus = {"D0": "OF1", "D1": "OF2"}
    if "dossiers_ptp" in lignes:
        connus = {ligne["id_dossier"]: ligne["id_of"] for ligne in lignes["dossiers_ptp"]}
    return {
        nom: [{**ligne, "id_of": connus.get(ligne["id_dossier"])} for ligne in tirees]
        if nom in INDIRECTS
        else list(tirees)
        for nom, tirees in lignes.items()
    }
