"""What follows a refusal: the talks with the organisation, and the new file.

Source: engagement charter (« préciser le motif », « partager les attendus », « réfléchir
ensemble »), organisations' page; rules R-PTP-03, R-PTP-04; indicators CH-16 to CH-20, BA-05.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportlib.periods import Period
from reportlib.rules.etat import decisions
from reportlib.rules.ptp import lignes_en_vigueur, passages, premiers_depots

VOLETS = ("motif_precise", "attendus_partages", "reponse_reflechie")
"""The three parts of a complete contact, (a), (b), (c) of the charter."""
_SUITES = {"accord": "accordee", "refus": "refusee"}
SUITES = ("accordee", "refusee", "non_decidee")


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


def echanges_prematures(refused: pd.DataFrame, echanges: pd.DataFrame) -> pd.DataFrame:
    """Return the talks dated before the refusal that they should follow: an anomaly (CH-17)."""
    pairs = echanges.merge(
        refused[["id_dossier", "date_commission"]], on="id_dossier", validate="many_to_one"
    )
    early = pairs["date_echange"] < pairs["date_commission"]
    return pairs.loc[early.fillna(value=False).astype(bool)]


def volets_faits(talks: pd.DataFrame) -> pd.DataFrame:
    """Return, by ``id_dossier``, whether each part was done, over all the talks of the file.

    A part that no talk documents is not done.
    """
    done = talks[["id_dossier"]].assign(
        **{part: talks[part].fillna(value=False).astype(bool) for part in VOLETS}
    )
    return done.groupby("id_dossier", observed=True)[list(VOLETS)].any()


def dossiers_suite(talks: pd.DataFrame, dossiers: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return what became, at ``fin``, of the new file that the talks name (CH-20).

    Returns
    -------
    pd.DataFrame
        ``id_dossier, suite, suite_non_datee``, one row a refused file that has a new file filed up
        to ``fin``. ``suite``: ``accordee``, ``refusee`` or ``non_decidee``, the best one when
        there are several. ``suite_non_datee``: the new file has no date of filing, so that it is
        taken as read (R-ETAT-04).
    """
    held = lignes_en_vigueur(dossiers.assign(date_depot=premiers_depots(dossiers)), fin)
    passed = held["date_commission"].notna()
    decided = decisions(held, fin)["decision"].map(_SUITES).where(passed).fillna("non_decidee")
    state = held.assign(suite=decided)[["id_dossier", "date_depot", "suite"]]
    pairs = (
        talks[["id_dossier", "id_dossier_suite"]]
        .dropna()
        .drop_duplicates()
        .merge(
            state.rename(columns={"id_dossier": "id_dossier_suite"}),
            on="id_dossier_suite",
            how="left",
            validate="many_to_one",
        )
    )
    filed = pairs.loc[~(pairs["date_depot"] > pd.Timestamp(fin)).fillna(value=False).astype(bool)]
    best = filed.assign(
        suite=filed["suite"].fillna("non_decidee"), suite_non_datee=filed["date_depot"].isna()
    )
    rank = best["suite"].map({name: place for place, name in enumerate(SUITES)})
    return (
        best.assign(_rank=rank)
        .sort_values(["id_dossier", "_rank", "suite_non_datee"], kind="stable")
        .drop_duplicates("id_dossier")[["id_dossier", "suite", "suite_non_datee"]]
    )
