"""Changes of a path under way: which need three validations, which only a word beforehand.

A row of ``avenants`` is one request. Source: organisations' page, « Si la modification porte sur le
calendrier de formation ou sur le déroulement […] validé par les 3 parties : salarié, organisme de
formation, entreprise », « en amont »; rules R-CAL-01 to R-CAL-03.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from reportlib.rules.etat import connues

TROIS_VALIDATIONS = ("calendrier", "deroulement", "report_fin")
"""Changes by form and new calendar, agreed by three parties (R-CAL-01)."""
ANNULATION = "annulation_session"
VALIDATIONS = ("valide_salarie", "valide_of", "valide_employeur")
"""The three parties: employee, training organisation, employer."""


def a_trois_validations(demandes: pd.DataFrame) -> pd.Series:
    """Return True for a request that three parties must agree to (R-CAL-01)."""
    return demandes["type_changement"].isin(TROIS_VALIDATIONS)


def validations(demandes: pd.DataFrame) -> pd.Series:
    """Return what the three parties said: ``completes``, ``refusees`` or ``non_documentees``.

    A « non » of one makes ``refusees``; an empty cell, none being « non », ``non_documentees``. A
    request of a type that does not ask for them has no value.
    """
    said = demandes[list(VALIDATIONS)]
    agreed = said.fillna(value=False).astype(bool).all(axis=1)
    denied = (~said.fillna(value=True).astype(bool)).any(axis=1)
    found = np.select([agreed, denied], ["completes", "refusees"], default="non_documentees")
    state = pd.Series(found, index=demandes.index, dtype="str")
    return state.where(a_trois_validations(demandes))


def anticipees(demandes: pd.DataFrame) -> pd.Series:
    """Return True where the request came up to the day it takes effect; missing with no such day.

    Holds for every type: « en amont » (R-CAL-02, R-CAL-03). ``date_effet`` is announced in the
    request: it may be later than the period's end.
    """
    before = (demandes["date_demande"] <= demandes["date_effet"]).astype("boolean")
    return before.where(demandes["date_effet"].notna() & demandes["date_demande"].notna())


def sans_trois_validations(demandes: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return the amendments drawn up to ``fin`` without the three validations: an anomaly.

    For internal use (R-CAL-01, BA-17). A validation that is not documented is missing too.
    """
    drawn = connues(demandes["date_avenant"], fin).notna()
    lacking = a_trois_validations(demandes) & validations(demandes).ne("completes")
    return demandes.loc[drawn & lacking.fillna(value=False).astype(bool)]
