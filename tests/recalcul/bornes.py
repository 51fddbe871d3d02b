"""Registers made by hand where each rule has a row on its boundary, for 2022."""

from __future__ import annotations

import pandas as pd

from tests.recalcul import bornes_prevention as prevention
from tests.recalcul import bornes_qualiopi as qualiopi
from tests.recalcul import bornes_suivi as suivi
from tests.recalcul.registres import registres

_ECRITE = {"formalisee_ecrit": True, "modalites": "amenagement;autre"}
_REFUS_CHARTE = {
    "id_of": "OF3",
    "decision_initiale": "refus",
    "motif_refus": "coherence_parcours",
}
_ACCORD = {"decision_initiale": "accord"}
_TENU = {"format": "atelier", "statut": "realise"}

SIGNATAIRES = [
    {"id_of": "OF1", "date_signature": "2022-01-01"},
    {"id_of": "OF2", "date_signature": "2021-09-15", "date_denonciation": "2022-05-10"},
    {"id_of": "OF3", "date_signature": "2021-09-15", "date_fin": "2022-12-31"},
]
PROPOSITIONS = [
    {"id_proposition": "P1", "id_of": "OF1", "date_reception": "2022-01-01", **_ECRITE},
    {"id_proposition": "P2", "id_of": "OF2", "date_reception": "2022-05-10", **_ECRITE},
    {"id_proposition": "P3", "id_of": "OF2", "date_reception": "2022-05-09", **_ECRITE},
    {
        "id_proposition": "P4",
        "id_of": "OF3",
        "date_reception": "2022-12-31",
        "date_retour": "2023-01-01",
        **_ECRITE,
    },
    {
        "id_proposition": "P5",
        "id_of": "OF3",
        "date_reception": "2022-02-01",
        "source": "of",
        **_ECRITE,
    },
    *(
        {
            "id_proposition": f"R{jours}",
            "id_of": "OF3",
            "date_reception": "2022-03-01",
            "date_retour": f"2022-03-{1 + jours:02}",
            **_ECRITE,
        }
        for jours in (0, 3, 10, 20)
    ),
]
DOSSIERS = [
    {"id_dossier": "veille", "id_of": "OF1", "date_commission": "2021-12-31", **_ACCORD},
    {"id_dossier": "debut", "id_of": "OF1", "date_commission": "2022-01-01", **_ACCORD},
    {"id_dossier": "fin", "id_of": "OF2", "date_commission": "2022-12-31", **_ACCORD},
    {"id_dossier": "lendemain", "id_of": "OF2", "date_commission": "2023-01-01", **_ACCORD},
    {
        "id_dossier": "repasse",
        "id_of": "OF1",
        "date_commission": "2022-03-10",
        "decision_initiale": "refus",
        "motif_refus": "budget_priorites",
    },
    {"id_dossier": "repasse", "id_of": "OF1", "date_commission": "2022-10-10", **_ACCORD},
    {
        "id_dossier": "ajourne",
        "id_of": "OF1",
        "date_commission": "2022-04-10",
        "decision_initiale": "ajourne",
    },
    {
        "id_dossier": "recours",
        "date_commission": "2022-05-12",
        "decision_initiale": "refus",
        "decision_finale": "accord",
        "date_decision_finale": "2022-12-31",
    },
    {
        "id_dossier": "recours_tardif",
        "id_of": "OF2",
        "date_commission": "2022-05-12",
        "decision_initiale": "refus",
        "decision_finale": "accord",
        "date_decision_finale": "2023-01-01",
    },
    {"id_dossier": "refus_avant", "date_commission": "2022-06-10", **_REFUS_CHARTE},
    {"id_dossier": "refus_jour", "date_commission": "2022-06-10", **_REFUS_CHARTE},
    {"id_dossier": "refus_apres_fin", "date_commission": "2022-06-10", **_REFUS_CHARTE},
    {
        "id_dossier": "rupture_fin",
        "id_of": "OF1",
        "date_debut": "2022-01-01",
        "date_rupture": "2022-12-31",
        "cause_rupture": "imponderable",
    },
    {
        "id_dossier": "rupture_lendemain",
        "id_of": "OF1",
        "date_debut": "2022-01-01",
        "date_rupture": "2023-01-01",
    },
]
ECHANGES = [
    {"id_echange": "E1", "id_dossier": "refus_avant", "date_echange": "2022-06-09"},
    {"id_echange": "E2", "id_dossier": "refus_jour", "date_echange": "2022-06-10"},
    {"id_echange": "E3", "id_dossier": "refus_apres_fin", "date_echange": "2023-01-01"},
]
ATELIERS = [
    {"id_atelier": "A1", "date_atelier": "2022-12-31", **_TENU},
    {"id_atelier": "A2", "date_atelier": "2022-03-31"},
    {"id_atelier": "A3", "date_atelier": "2022-04-01", "format": "webinaire"},
    {"id_atelier": "A4", "date_atelier": "2022-04-01", "statut": "annule"},
]
INTERVENTIONS = [
    {
        "id_intervention": f"I{rang}",
        "id_of": f"OF{1 + rang % 3}",
        "date_ouverture": "2022-06-30",
        "accord_stagiaire": accord,
        "issue": "maintien",
        "date_cloture": "2022-12-31",
    }
    for rang, accord in enumerate(["oui", "non", None, "oui"])
]
INTERVENTIONS.append(
    {
        "id_intervention": "I_dates_en_desordre",
        "id_of": "OF1",
        "date_ouverture": "2023-01-01",
        "accord_stagiaire": "oui",
        "issue": "rupture",
        "date_cloture": "2022-12-31",
    }
)


def registres_aux_bornes() -> dict[str, pd.DataFrame]:
    """All the registers of the slice."""
    return registres(
        organismes=[*suivi.ORGANISMES, *qualiopi.ORGANISMES],
        signataires=[*SIGNATAIRES, *suivi.SIGNATAIRES],
        propositions=[*PROPOSITIONS, *suivi.PROPOSITIONS],
        dossiers_ptp=[*DOSSIERS, *suivi.DOSSIERS],
        echanges_refus=[*ECHANGES, *suivi.ECHANGES],
        ateliers=ATELIERS,
        participations=suivi.PARTICIPATIONS,
        interventions=[*INTERVENTIONS, *suivi.INTERVENTIONS],
        alertes=suivi.ALERTES,
        controles=suivi.CONTROLES,
        temps_dialogue=suivi.DIALOGUES,
        demandes_bilan=suivi.DEMANDES,
        communications=suivi.COMMUNICATIONS,
        certificats_realisation=suivi.CERTIFICATS,
        avenants=suivi.AVENANTS,
        suivi_parcours=suivi.SUIVIS,
        jurys_clea=prevention.JURYS,
        certificats_qualiopi=[*prevention.QUALIOPI, *qualiopi.CERTIFICATS],
        audits_qualiopi=qualiopi.AUDITS,
        non_conformites=qualiopi.ECARTS,
        enquete_qualiopi=qualiopi.REPONSES,
        checklists=prevention.CHECKLISTS,
        groupes_parole=prevention.SEANCES,
        bonnes_pratiques=prevention.PRATIQUES,
        autoevaluations=prevention.REPONSES,
    )
