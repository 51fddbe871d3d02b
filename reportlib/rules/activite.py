"""Activity of the quality team: which workshops count, when a proposal was studied.

Source: organisations' page, « notre pôle a animé 15 ateliers », « analyser 3 propositions
d'ingénieries »; rules R-ACT-01, R-ACT-04; registers' notes.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportlib.rules.etat import connues


def formats(ateliers: pd.DataFrame) -> pd.Series:
    """Return the format of each row, missing read as ``atelier`` (register's note)."""
    return ateliers["format"].fillna("atelier")


def statuts(ateliers: pd.DataFrame) -> pd.Series:
    """Return the status of each row, missing read as ``realise`` (register's note)."""
    return ateliers["statut"].fillna("realise")


def sources(propositions: pd.DataFrame) -> pd.Series:
    """Return who declared each proposal, missing read as ``tpge`` (register's note)."""
    return propositions["source"].fillna("tpge")


def dates_analyse(propositions: pd.DataFrame, fin: date) -> pd.Series:
    """Return the day each proposal was studied, as known at ``fin`` (BA-12).

    ``date_etude``; missing, ``date_retour`` stands in for it. A date later than ``fin`` is ignored
    (R-ETAT-01).
    """
    return connues(propositions["date_etude"], fin).fillna(
        connues(propositions["date_retour"], fin)
    )
