"""What a file, a path, a situation is worth at the evening of the period (rules R-ETAT-01 to 04).

A date later than ``fin`` is ignored, and with it the value that it dates. A value with no date of
change is an « état à l'import »: it is read, and marked.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

STATUTS = ("non_demarre", "en_cours", "acheve", "rompu", "suspendu", "annule")
RESULTATS = ("totale", "partielle", "non", "non_presente", "inconnue")


def connues(dates: pd.Series, fin: date) -> pd.Series:
    """Return ``dates`` with those later than ``fin`` made missing (R-ETAT-01)."""
    return dates.where(dates <= pd.Timestamp(fin))


def decisions(passes: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return the decision in force of each pass, and whether it is an import state (R-ETAT-02).

    Parameters
    ----------
    passes
        Passes with ``date_commission`` up to ``fin``, one row a file.

    Returns
    -------
    pd.DataFrame
        Same index. ``decision``: ``decision_finale`` when dated up to ``fin``, else
        ``decision_initiale``; a final decision with no date that differs from the first is read,
        and marked in ``etat_import``.
    """
    first, final = passes["decision_initiale"], passes["decision_finale"]
    when = passes["date_decision_finale"]
    dated = connues(when, fin).notna() & final.notna()
    undated = when.isna() & final.notna() & (final.ne(first).fillna(value=True).astype(bool))
    return pd.DataFrame({"decision": final.where(dated | undated, first), "etat_import": undated})


def parcours(lignes: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return the state of each path at ``fin``, and whether it is an import state (R-ETAT-03).

    Returns
    -------
    pd.DataFrame
        Same index. ``parcours``: ``rompu`` when ``date_rupture`` is up to ``fin``;
        ``non_demarre`` when ``date_debut`` is later; ``en_cours`` when the rupture is dated later;
        else ``statut_parcours`` as read, marked in ``etat_import`` (missing stays missing).
    """
    end = pd.Timestamp(fin)
    rupture = lignes["date_rupture"]
    broken = (rupture <= end).fillna(value=False).astype(bool)
    unstarted = ~broken & (lignes["date_debut"] > end).fillna(value=False).astype(bool)
    read = lignes["statut_parcours"]
    later = ~broken & ~unstarted & read.eq("rompu").fillna(value=False) & rupture.notna()
    later = later.astype(bool)
    state = read.mask(broken, "rompu").mask(unstarted, "non_demarre").mask(later, "en_cours")
    undated = ~broken & ~unstarted & ~later & read.notna()
    return pd.DataFrame({"parcours": state, "etat_import": undated})


def fins_de_parcours(lignes: pd.DataFrame, fin: date) -> pd.Series:
    """Return the day each path ends: ``date_rupture`` known at ``fin``, else ``date_fin_prevue``.

    Source: BA-23, « fin de parcours ».
    """
    return connues(lignes["date_rupture"], fin).fillna(lignes["date_fin_prevue"])


def resultats(lignes: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return the result of the certification known at ``fin`` (R-ETAT-03).

    Returns
    -------
    pd.DataFrame
        Same index. ``resultat``: ``certification_obtenue``, missing where ``date_resultat`` is
        later than ``fin``; ``etat_import``: read with no date; ``a_venir``: dated later.
    """
    when = lignes["date_resultat"]
    later = (when > pd.Timestamp(fin)).fillna(value=False).astype(bool)
    result = lignes["certification_obtenue"].mask(later)
    return pd.DataFrame(
        {"resultat": result, "etat_import": result.notna() & when.isna(), "a_venir": later}
    )


def issues(situations: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return the outcome of each situation at ``fin``: ``issue`` holds from ``date_cloture``.

    Returns
    -------
    pd.DataFrame
        Same index. ``issue``: ``en_cours`` when closed later than ``fin``; as read otherwise, and
        then marked in ``etat_import`` when it has no closing date (R-ETAT-03, R-ETAT-04).
    """
    closed = situations["date_cloture"]
    later = (closed > pd.Timestamp(fin)).fillna(value=False).astype(bool)
    issue = situations["issue"].mask(later, "en_cours")
    return pd.DataFrame({"issue": issue, "etat_import": issue.notna() & closed.isna()})
