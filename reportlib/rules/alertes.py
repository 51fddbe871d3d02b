"""Alerts on a path: who raises them, where the event comes from, which ruptures they announce.

Source: engagement charter, « Émettre une alerte ou informer […] d'événements venant impacter le
parcours du stagiaire (risque de rupture, changement de modalités...) »; rules R-AL-01, R-AL-05.
"""

from __future__ import annotations

import pandas as pd

ORGANISME = "organisme"
STAGIAIRE = "stagiaire"
RISQUE = "risque_rupture"
INCONNUE = "inconnue"


def d_organisme(alertes: pd.DataFrame) -> pd.Series:
    """Return True for an alert raised by the organisation, whatever the event's origin (R-AL-01).

    ``emetteur`` says who alerts; ``origine_evenement`` says where the event comes from.
    """
    return alertes["emetteur"].eq(ORGANISME).fillna(value=False).astype(bool)


def origines(alertes: pd.DataFrame) -> pd.Series:
    """Return the origin of each event; missing is said ``inconnue`` (CH-22)."""
    return alertes["origine_evenement"].fillna(INCONNUE)


def de_risque(alertes: pd.DataFrame) -> pd.Series:
    """Return True for an organisation's alert of a risk of rupture: one that can announce it."""
    risk = alertes["type_evenement"].eq(RISQUE).fillna(value=False).astype(bool)
    return d_organisme(alertes) & risk


def annoncees(ruptures: pd.DataFrame, alertes: pd.DataFrame, delai: int) -> pd.Series:
    """Return True for a rupture that an alert announces (R-AL-05, our choice).

    An organisation's alert of a risk of rupture, on the same file, from ``delai`` days before the
    rupture to its day, both included. An alert that names no file announces nothing.

    Parameters
    ----------
    ruptures
        One row a file, with its ``date_rupture``.
    delai
        ``delai_alerte_rupture``. [days]
    """
    raised = alertes.loc[de_risque(alertes), ["id_dossier", "date_alerte"]].dropna()
    pairs = ruptures[["id_dossier", "date_rupture"]].merge(
        raised, on="id_dossier", validate="many_to_many"
    )
    before = (pairs["date_rupture"] - pairs["date_alerte"]).dt.days
    return ruptures["id_dossier"].isin(pairs.loc[before.between(0, delai), "id_dossier"])
