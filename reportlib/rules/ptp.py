"""PTP files: passes before the commission, the row in force, the decision, the grounds of refusal.

A row of ``dossiers_ptp`` is one pass of a file before the commission, or its filing while it has
not passed. Sources: register's notes on history (R-LEC-04), sections J and T of the rules.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from reportlib.periods import Period, add_months

DECISIONS = ("accord", "refus", "irrecevable", "ajourne", "en_attente", "abandon")
CRITERES = (
    "coherence_parcours",
    "pertinence_parcours",
    "coherence_projet",
    "modalites_financement",
    "perspectives_emploi",
    "conditions_acces",
    "qualite_prestataire",
)
"""Grounds that are criteria of the commission (R-PTP-04; R. 6323-14, « refus sur critères »)."""
HORS_CRITERES = ("budget_priorites", "autre")
"""Grounds of refusal that are no criterion: budget (R-PTP-05), and other."""
MOTIFS = (*CRITERES, *HORS_CRITERES, "non_renseigne")
CRITERE_CHARTE = "coherence_parcours"
"""« Le parcours de formation envisagé ne semble pas cohérent… » (charter; R-PTP-03)."""
PRIORITE_DES_BLOCS = 5
"""Blocks of competences are « la priorité 5 » (organisations' page; R-PTP-11)."""

DROITS_CDD_MOIS = 6
"""Rights stay open after the last fixed-term contract (R-PTP-07). [calendar months]"""
CERTIFIANTES = ("rncp", "bloc_rncp", "rs")
"""Only certifying courses are financed: RNCP, its blocks, the specific list (R-PTP-01)."""
CRITERES_LEGAUX = {
    "coherence_projet": "1",
    "pertinence_parcours": "2",
    "coherence_parcours": "2",
    "modalites_financement": "2",
    "perspectives_emploi": "3",
}
"""Ground → item of article R. 6323-14, which all hold together (R-PTP-02). The charter's ground is
of the path, item 2, not of the project, item 1 (R-PTP-03)."""

_ALL_DAYS = 10_000_000
"""More than any date has. [days]"""
_DATED_BY_COMMISSION = (
    "date_commission",
    "decision_initiale",
    "decision_finale",
    "date_decision_finale",
    "motif_refus",
)


def passages(dossiers: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the passes of the period: rows whose ``date_commission`` is inside (C-1)."""
    return dossiers.loc[period.contains(dossiers["date_commission"])]


def derniers_passages(dossiers: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return one row a file that passed in the period: its last pass of the period (BA-02).

    Sorted by ``id_dossier``.
    """
    passed = passages(dossiers, period)
    return _last_by_file(passed, _days(passed["date_commission"]))


def lignes_en_vigueur(dossiers: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return one row a file: what holds at the evening of ``fin`` (R-LEC-04, R-ETAT-01).

    The row of the last ``date_commission`` up to ``fin``; else the row without commission; else
    the first later pass, with its commission, decisions and ground made missing, since they are
    not known yet at ``fin``. Sorted by ``id_dossier``.
    """
    commission = dossiers["date_commission"]
    known = (commission <= pd.Timestamp(fin)).fillna(value=False).astype(bool)
    waiting = commission.isna()
    days = _days(commission)
    rank = known.to_numpy(dtype="int64") * 2 + waiting.to_numpy(dtype="int64")
    held = _last_by_file(dossiers, rank * _ALL_DAYS + np.where(known, days, -days))
    later = (held["date_commission"] > pd.Timestamp(fin)).fillna(value=False).astype(bool)
    blanked = {name: held[name].mask(later) for name in _DATED_BY_COMMISSION if name in held}
    return held.assign(**blanked)


def _days(dates: pd.Series) -> np.ndarray:
    """Days since 1970; 0 where the date is missing."""
    return (dates - pd.Timestamp(1970, 1, 1)).dt.days.fillna(0.0).to_numpy(dtype="int64")


def _last_by_file(rows: pd.DataFrame, order: np.ndarray) -> pd.DataFrame:
    """Return the row of each file that comes last in ``order``, by ``id_dossier``.

    Of equal ones, the last as they stand. Numbers and letters of fixed width are what numpy sorts;
    a column of text takes ten times as long.
    """
    ranked = rows.iloc[np.argsort(order, kind="stable")]
    last = ranked.loc[~ranked["id_dossier"].duplicated(keep="last").to_numpy()]
    return last.iloc[np.argsort(last["id_dossier"].to_numpy(dtype="U"), kind="stable")]


def premiers_depots(dossiers: pd.DataFrame) -> pd.Series:
    """Return, on each row, the oldest ``date_depot`` of its file over all its rows.

    Missing when no row of the file has one. Source: register's note, « la plus ancienne du
    dossier fait foi ».
    """
    return dossiers.groupby("id_dossier", observed=True, sort=False)["date_depot"].transform("min")


def premiers_passages(dossiers: pd.DataFrame) -> pd.Series:
    """Return, on each row, the first ``date_commission`` of its file; missing when it has none."""
    grouped = dossiers.groupby("id_dossier", observed=True, sort=False)
    return grouped["date_commission"].transform("min")


def sur_critere(motifs: pd.Series) -> pd.Series:
    """Return True for a ground that is one of the commission's criteria (R-PTP-04)."""
    return motifs.isin(CRITERES)


def blocs_hors_priorite(lignes: pd.DataFrame) -> pd.Series:
    """Return True for a RNCP block of a priority other than 5: pointed out, kept (R-PTP-11).

    A block whose priority is missing is not pointed out.
    """
    other = lignes["priorite"].ne(PRIORITE_DES_BLOCS).fillna(value=False).astype(bool)
    return lignes["type_certification"].eq("bloc_rncp") & other & lignes["priorite"].notna()


def droits_cdd(fin_contrat: date) -> date:
    """Return the last day of rights after a fixed-term contract: its end + 6 months (R-PTP-07)."""
    return add_months(fin_contrat, DROITS_CDD_MOIS)


def droits_cdd_ouverts(fin_contrat: date, jour: date) -> bool:
    """Return True when rights are open on ``jour``, the last day included (R-PTP-07)."""
    return jour <= droits_cdd(fin_contrat)
