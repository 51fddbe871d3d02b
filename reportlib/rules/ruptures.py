"""Ruptures: causes, the cohort of those who entered, those present, and what follows a rupture.

Source: « Sécurisation des parcours » (four causes), rules R-RUP-01 and R-RUP-02.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportlib.periods import Period
from reportlib.rules import etat
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


def presents(lignes: pd.DataFrame, period: Period) -> pd.Series:
    """Return True for a path present at least one day of the period (RP-03).

    It began by the period's end, and ended (rupture known then, else planned end) from its first
    day on; a path with no end at all is still there. Broken in the period, it was present even
    with no date of entry.
    """
    begun = lignes["date_debut"].le(pd.Timestamp(period.end)).astype(bool)
    over = etat.fins_de_parcours(lignes, period.end).lt(pd.Timestamp(period.start)).astype(bool)
    return (begun & ~over) | period.contains(lignes["date_rupture"])


def suivis(rompus: pd.DataFrame, echanges: pd.DataFrame, depots: pd.Series, fin: date) -> pd.Series:
    """Return True for a broken path that a talk links to a new file (RP-16).

    The talk is dated from the rupture to ``fin`` and names another file, not filed later than
    ``fin``.

    Parameters
    ----------
    depots
        First day of filing of each file, by ``id_dossier``; a file that is not there, or has no
        day, is taken as the talk says it.
    """
    known = echanges.assign(date_echange=etat.connues(echanges["date_echange"], fin))
    filed = depots.reindex(known["id_dossier_suite"]).set_axis(known.index)
    later = filed.gt(pd.Timestamp(fin)).astype(bool)
    other = known["id_dossier_suite"].ne(known["id_dossier"]).fillna(value=False).astype(bool)
    linked = known.loc[other & ~later].dropna(
        subset=["id_dossier", "id_dossier_suite", "date_echange"]
    )
    last = linked.groupby("id_dossier", observed=True)["date_echange"].max()
    talk = last.reindex(rompus["id_dossier"]).set_axis(rompus.index)
    return talk.ge(rompus["date_rupture"]).astype(bool)
