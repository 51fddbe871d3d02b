"""Hypothesis strategies: small registers where everything falls on a boundary or is missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from reportlib.periods import Period
from reportlib.settings import Charte
from tests.recalcul.plan import CHARTE
from tests.recalcul.registres import registres

PERIODES = (
    Period.year(2022),
    Period.year(2023),
    Period.half_year(2022, 2),
    Period(date(2022, 7, 1), date(2023, 6, 30)),
    Period(date(2022, 12, 31), date(2022, 12, 31)),
)
"""The charter's last year, the year after, a half, a period across its end, a single day."""

_BORNES = [date(2022, 1, 1), date(2022, 6, 30), date(2022, 12, 31), date(2023, 6, 30)]
CHARTES = (
    CHARTE,
    Charte(fin=CHARTE.fin, reconduction=False),
    Charte(fin=CHARTE.fin, reconduction=True, fin_reconduction=date(2023, 6, 30)),
)
"""Renewal not recorded, recorded as none, recorded (R-CH-12)."""

JOURS = sorted({jour + timedelta(days=ecart) for jour in _BORNES for ecart in (-1, 0, 1, 9)})
ORGANISMES = ("OF1", "OF2", "OF3", "OF4")

jour = st.sampled_from(JOURS)
jour_ou_vide = st.sampled_from([*JOURS, *[None] * 4])
oui_non_ou_vide = st.sampled_from([True, False, None])
organisme_ou_vide = st.sampled_from([*ORGANISMES, None])


def parmi(*valeurs: str) -> st.SearchStrategy[str | None]:
    """One of the values of an enumerated column, or nothing."""
    return st.sampled_from([*valeurs, None])


modalites = st.sampled_from(
    [None, "amenagement", "hybridation;amenagement", "modularisation;autre"]
)
cause = parmi("construction_projet", "imponderable", "non_renseignee")
decision = parmi(*["accord"] * 3, *["refus"] * 5, "ajourne", "irrecevable", "en_attente", "abandon")

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
        "date_reception": jour,
        "formalisee_ecrit": st.sampled_from([True, True, False]),
        "modalites": modalites,
        "date_etude": jour_ou_vide,
        "date_retour": jour_ou_vide,
        "permet_amenagement": parmi("oui", "non", "en_cours"),
        "source": parmi("tpge", "of"),
    }
)
intervention = st.fixed_dictionaries(
    {
        "id_of": organisme_ou_vide,
        "date_ouverture": jour,
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
        "format": parmi("atelier", "webinaire", "rencontre_individuelle"),
        "statut": parmi("realise", "annule", "reporte"),
    }
)
signature = st.fixed_dictionaries(
    {
        "date_signature": st.sampled_from([*JOURS, *[date(2021, 9, 15)] * 16]),
        "date_fin": st.sampled_from([None, date(2022, 12, 31), date(2022, 6, 30)]),
        "date_denonciation": st.sampled_from([*JOURS, *[None] * 32]),
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


def numerotees(
    lignes: st.SearchStrategy[dict[str, Any]], cle: str, maximum: int = 8
) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows with a key of their own."""
    return st.lists(lignes, max_size=maximum).map(lambda tirees: _numeroter(tirees, cle))


def _numeroter(lignes: Iterable[dict[str, Any]], cle: str) -> list[dict[str, Any]]:
    return [{cle: f"{cle}{rang}", **ligne} for rang, ligne in enumerate(lignes)]


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
}


def petits_registres(noms: Iterable[str]) -> st.SearchStrategy[dict[str, pd.DataFrame]]:
    """The registers ``noms``, small; all the others are there with no row."""
    tirage = st.fixed_dictionaries({nom: REGISTRES[nom] for nom in noms})
    return tirage.map(lambda lignes: registres(**lignes))
