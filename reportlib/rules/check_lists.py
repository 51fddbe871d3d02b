"""Check-lists before the entry in training, and who was given one.

Source: « Sécurisation des parcours » (353 trainees to whom a check-list was given, 25 ruptures),
rules R-RUP-02, R-RUP-07 (practice 2, « avant l'entrée en formation (check-list) »); register
``checklists``.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportlib.periods import Period
from reportlib.rules.etat import connues

AVANT, TARDIVE, SANS = "avant", "tardive", "sans"
FREINS_DES = 20
"""Least number of check-lists of an organisation for its obstacles to be shown (RP-08)."""


def stagiaires(checklists: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return one row a trainee (file) given a check-list in the period: the last one (RP-05).

    Sorted by ``id_dossier``. Column ``rupture_dite``: the register's own ``rupture``, over all the
    check-lists of the trainee in the period: True as soon as one says so, missing when none says.
    """
    inside = checklists.loc[period.contains(checklists["date_passation"])]
    given = inside.dropna(subset=["id_dossier"])
    said = given.groupby("id_dossier", as_index=False, observed=True).agg(
        rupture_dite=("rupture", "max")
    )
    last = given.sort_values(
        ["id_dossier", "date_passation", "id_checklist"], kind="stable"
    ).drop_duplicates("id_dossier", keep="last")
    return last.merge(said, on="id_dossier", validate="one_to_one")


def premieres(checklists: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return ``id_dossier, premiere``: the day of each file's first check-list known at ``fin``."""
    known = checklists.assign(premiere=connues(checklists["date_passation"], fin))
    return (
        known.dropna(subset=["id_dossier", "premiere"])
        .groupby("id_dossier", as_index=False, observed=True)
        .agg(premiere=("premiere", "min"))
    )


def moments(entrees: pd.DataFrame, checklists: pd.DataFrame, fin: date) -> pd.Series:
    """Return when the check-list of each entry was given (RP-07).

    ``avant``: up to the day of entry, included; ``tardive``: after it, up to ``fin``; ``sans``:
    none known at ``fin``.
    """
    first = premieres(checklists, fin).set_index("id_dossier")["premiere"]
    given = first.reindex(entrees["id_dossier"]).set_axis(entrees.index)
    late = given.gt(entrees["date_debut"]).astype(bool)
    moment = pd.Series(AVANT, index=entrees.index, dtype="str")
    return moment.mask(late, TARDIVE).mask(given.isna(), SANS)


def montrables(passations: pd.DataFrame) -> pd.Series:
    """Return True for the rows of an organisation with at least ``FREINS_DES`` check-lists (RP-08).

    Parameters
    ----------
    passations
        One row a check-list of the period.
    """
    size = passations.groupby("id_of", observed=True)["id_checklist"].transform("size")
    return size.ge(FREINS_DES).fillna(value=False).astype(bool)
