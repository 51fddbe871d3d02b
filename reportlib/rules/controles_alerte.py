"""No control on an organisation's alert: breaches, what cannot be verified, what is to be checked.

Source: engagement charter, « Ne pas réaliser de contrôle sur des situations d'alertes émanant de
l'organisme de formation » (TP-4); rules R-AL-02, R-AL-03. It is the one threshold that the charter
fixes: 0.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import pandas as pd

from reportlib.rules import alertes as regles
from reportlib.rules.controles import MOTIF_ALERTE, MOTIF_INCONNU, motifs
from reportlib.rules.etat import connues

MOTIF_COMMUNICATION = "communication"
MANQUEMENT = "manquement"
NON_VERIFIABLE = "non_verifiable"
ALERTE_STAGIAIRE = "alerte_stagiaire"
ALERTE_AUTRE = "alerte_autre"
HORS_ALERTE = "hors_alerte"
EtatTP4 = Literal["tenu", "non_tenu", "non_mesurable"]


def rattaches(controles: pd.DataFrame, alertes: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return the controls with the alert that each names, as known at ``fin``.

    Returns
    -------
    pd.DataFrame
        Same rows and index; added ``emetteur`` and ``date_alerte`` (missing: the alert is unknown,
        or later than ``fin``, R-ETAT-01) and ``id_of_alerte``.
    """
    known = alertes.loc[connues(alertes["date_alerte"], fin).notna()]
    named = known[["id_alerte", "emetteur", "date_alerte", "id_of"]].drop_duplicates("id_alerte")
    found = controles.merge(
        named.rename(columns={"id_of": "id_of_alerte"}),
        on="id_alerte",
        how="left",
        validate="many_to_one",
    )
    return found.set_axis(controles.index)


def sortes(lies: pd.DataFrame) -> pd.Series:
    """Return what each control is to the guarantee of TP-4 (R-AL-03).

    ``manquement``: on an organisation's alert, whatever the event's origin (R-AL-02);
    ``non_verifiable``: no known ground, or on an alert that is not known; ``alerte_stagiaire``,
    ``alerte_autre``: on somebody else's alert; ``hors_alerte``: any other ground.

    Parameters
    ----------
    lies
        Result of ``rattaches``.
    """
    ground, sender = motifs(lies), lies["emetteur"]
    on_alert = ground.eq(MOTIF_ALERTE)
    unknown = ground.eq(MOTIF_INCONNU) | (on_alert & lies["date_alerte"].isna())
    kind = pd.Series(HORS_ALERTE, index=lies.index, dtype="str").mask(on_alert, ALERTE_AUTRE)
    kind = kind.mask(on_alert & sender.eq(regles.STAGIAIRE), ALERTE_STAGIAIRE)
    kind = kind.mask(on_alert & sender.eq(regles.ORGANISME), MANQUEMENT)
    return kind.mask(unknown, NON_VERIFIABLE)


def a_verifier(controles: pd.DataFrame, alertes: pd.DataFrame) -> pd.Series:
    """Return True for a control to be checked: another ground, on the file of an earlier alert.

    Grounds ``alerte``, ``communication`` (legitimate, R-CH-09) and ``inconnu`` are out; the alert
    is an organisation's and comes before the day of the control (R-AL-03).
    """
    other = ~motifs(controles).isin((MOTIF_ALERTE, MOTIF_COMMUNICATION, MOTIF_INCONNU))
    raised = alertes.loc[regles.d_organisme(alertes), ["id_dossier", "date_alerte"]].dropna()
    first = raised.groupby("id_dossier", observed=True)["date_alerte"].min()
    since = first.reindex(controles["id_dossier"]).set_axis(controles.index)
    return other & (since < controles["date_controle"]).fillna(value=False).astype(bool)


def etat_tp4(manquements: int, non_verifiables: int) -> EtatTP4:
    """Return the state of TP-4: one breach, not kept; else one unverifiable, « non vérifiable »."""
    if manquements:
        return "non_tenu"
    return "non_mesurable" if non_verifiables else "tenu"
