"""Ruptures: causes, and the cohort of those who entered.

Source: « Sécurisation des parcours » (four causes), rules R-RUP-01 and R-RUP-02.
"""

from __future__ import annotations

import pandas as pd

from reportlib.rules.interventions import CAUSES

NON_RENSEIGNEE = "non_renseignee"


def causes(read: pd.Series) -> pd.Series:
    """Return one cause a row; missing is said ``non_renseignee`` (R-RUP-01)."""
    return read.fillna(NON_RENSEIGNEE)


def connues(read: pd.Series) -> pd.Series:
    """Return True where the cause is one of the four of the typology."""
    return read.isin(CAUSES)


def sans_date(lignes: pd.DataFrame) -> pd.Series:
    """Return True for a path said broken with no date of rupture: counted apart (RP-01)."""
    return (
        lignes["statut_parcours"].eq("rompu").fillna(value=False).astype(bool)
        & lignes["date_rupture"].isna()
    )
