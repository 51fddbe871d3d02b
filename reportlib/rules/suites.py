"""What follows a refusal: the talks with the organisation, and the new file.

Source: engagement charter (« préciser le motif », « partager les attendus », « réfléchir
ensemble »), organisations' page; rules R-PTP-03, R-PTP-04; indicators CH-16 to CH-20, BA-05.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportlib.periods import Period
from reportlib.rules.ptp import passages

VOLETS = ("motif_precise", "attendus_partages", "reponse_reflechie")
"""The three parts of a complete contact, (a), (b), (c) of the charter."""


def refus(dossiers: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the passes of the period whose first decision is a refusal.

    A refusal later reversed by an appeal or another pass stays a refusal (CH-16).
    """
    seen = passages(dossiers, period)
    return seen.loc[seen["decision_initiale"].eq("refus")]


def premiers(refused: pd.DataFrame) -> pd.DataFrame:
    """Return one row a file: its first refusal among ``refused``, from which a talk can follow."""
    return refused.sort_values(["id_dossier", "date_commission"], kind="stable").drop_duplicates(
        "id_dossier"
    )


def echanges_utiles(refused: pd.DataFrame, echanges: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return the talks that follow a refusal, from the day of the commission to ``fin`` included.

    A talk before the commission is an anomaly, left out (CH-17); one after ``fin`` is not known
    yet (R-ETAT-01). One row a talk: columns of ``echanges`` and ``date_commission``, sorted by
    file and day.

    Parameters
    ----------
    refused
        One row a file, with the ``date_commission`` of its refusal.
    """
    pairs = echanges.merge(
        refused[["id_dossier", "date_commission"]], on="id_dossier", validate="many_to_one"
    )
    inside = (pairs["date_echange"] >= pairs["date_commission"]) & (
        pairs["date_echange"] <= pd.Timestamp(fin)
    )
    return pairs.loc[inside.fillna(value=False).astype(bool)].sort_values(
        ["id_dossier", "date_echange"], kind="stable", ignore_index=True
    )


def volets_faits(talks: pd.DataFrame) -> pd.DataFrame:
    """Return, by ``id_dossier``, whether each part was done, over all the talks of the file.

    A part that no talk documents is not done.
    """
    done = talks[["id_dossier"]].assign(
        **{part: talks[part].fillna(value=False).astype(bool) for part in VOLETS}
    )
    return done.groupby("id_dossier", observed=True)[list(VOLETS)].any()
