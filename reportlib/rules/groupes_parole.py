"""Groupes de parole: how the numbers of participants are read, meeting after meeting.

Source: register ``groupes_parole``, « cumul de la période, si connu » ; rules R-RUP-03, R-RUP-05,
R-CONF-06. Numbers only: no name, no word of a meeting is ever held.
"""

from __future__ import annotations

import pandas as pd

_SITE = ["id_of", "site"]
_CUMULS = ["nb_participants_distincts", "nb_ruptures_participants"]


def connus(seances: pd.DataFrame) -> pd.Series:
    """Return True for a meeting that gives both the distinct participants and their ruptures.

    A number that is not given is unknown, never 0 (R-RUP-03).
    """
    return seances[_CUMULS].notna().all(axis=1)


def derniers_cumuls(seances: pd.DataFrame) -> pd.DataFrame:
    """Return one row a site of an organisation: its last meeting that gives both numbers.

    They are running totals, so the last one holds those before it. Sorted by organisation and site;
    a missing site, or organisation, is one of its own.
    """
    return (
        seances.loc[connus(seances)]
        .sort_values([*_SITE, "date_seance", "id_seance"], kind="stable")
        .drop_duplicates(_SITE, keep="last")
    )


def sans_effectif(seances: pd.DataFrame) -> pd.Series:
    """Return True for the meetings of a site of an organisation that never gives both numbers."""
    known = connus(seances).groupby([seances[name] for name in _SITE], dropna=False)
    return ~known.transform("any").astype(bool)
