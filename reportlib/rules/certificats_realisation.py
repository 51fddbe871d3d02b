"""Monthly certificates of completion: months expected, first deposit, status, hours.

A row of ``certificats_realisation`` is one deposit of the certificate of a month of a path; a row
with no ``date_depot`` was not deposited. Source: organisations' page, « pour le 5 de chaque mois »,
« 2 mois maximum pour saisir le certificat de réalisation du mois écoulé », « comptabiliser
également les heures de stage »; rules R-CR-01 to R-CR-06.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from reportlib.periods import Period
from reportlib.rules.etat import connues, fins_de_parcours

CLE = ["id_dossier", "mois"]
"""What a certificate is of: a file, and a month of its path."""
A_VENIR = "a_venir"
STATUTS = ("dans_delai", "hors_delai_accepte", "tardif", "manquant")
"""Statuses of a certificate that is due; ``a_venir`` is not due yet (R-CR-03)."""
HEURES = {
    "centre": "heures_centre",
    "distance": "heures_distance",
    "stage": "heures_stage",
}
"""Kind of hour → column; hours of work placement count (R-CR-04). [heures]"""
LIMITES = ("fin_m2", "5_m3")
"""Readings of « 2 mois maximum »: the last day of the second month after, or the 5th of the third
(R-CR-02; the documents leave it open)."""
_QUATRE_JOURS = pd.Timedelta(days=4)
"""From the first of a month to its 5th."""
_RANGS = {"initial": 1, "rectificatif": 2}
"""Order of the deposits of one day, by nature."""
CONSERVATION_ANS = 3
"""From the end of the year of the last payment (R-CR-06). [years]"""


def premiers_jours(mois: pd.Series) -> pd.Series:
    """Return the first day of each month « YYYY-MM »; missing stays missing."""
    days: pd.Series = pd.to_datetime(mois, format="%Y-%m")
    return days.astype("datetime64[us]")


def echeances(mois: pd.Series) -> pd.Series:
    """Return the day each certificate is expected: the 5th of the month after (R-CR-01)."""
    return premiers_jours(mois) + pd.DateOffset(months=1) + _QUATRE_JOURS


def limites(mois: pd.Series, limite: str) -> pd.Series:
    """Return the last day on which a late deposit is accepted (R-CR-02).

    Parameters
    ----------
    limite
        ``fin_m2`` or ``5_m3``.

    Raises
    ------
    ValueError
        ``limite`` is neither.
    """
    if limite not in LIMITES:
        raise ValueError(f"limit of a certificate: {limite!r}, wanted one of {LIMITES}")
    third = premiers_jours(mois) + pd.DateOffset(months=3)
    return third + _QUATRE_JOURS if limite == "5_m3" else third - pd.Timedelta(days=1)


def mois_entiers(period: Period) -> list[str]:
    """Return the months wholly inside the period, as « YYYY-MM », in order."""
    names = pd.Series(period.months, dtype="str")
    first = premiers_jours(names)
    last = first + pd.DateOffset(months=1) - pd.Timedelta(days=1)
    inside = (first >= pd.Timestamp(period.start)) & (last <= pd.Timestamp(period.end))
    return list(names.loc[inside])


def mois_attendus(dossiers: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return one row a file and month of its path, for the months wholly in the period (BA-15).

    From the month of ``date_debut`` to that of the end (rupture known at the period's end, else
    ``date_fin_prevue``), both included. A file with no start or no end has no row. Sorted by file
    and month, with every column of ``dossiers``.
    """
    begun = dossiers.assign(_fin=fins_de_parcours(dossiers, period.end))
    months = pd.DataFrame({"mois": pd.Series(mois_entiers(period), dtype="str")})
    crossed = begun.merge(months, how="cross")
    first = premiers_jours(crossed["mois"])
    last = first + pd.DateOffset(months=1) - pd.Timedelta(days=1)
    running = (crossed["date_debut"] <= last) & (crossed["_fin"] >= first)
    ordered = crossed["date_debut"] <= crossed["_fin"]
    return (
        crossed.loc[running & ordered]
        .drop(columns="_fin")
        .sort_values(CLE, kind="stable", ignore_index=True)
    )


def depots_connus(depots: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return the deposits made up to ``fin``; later ones are not known yet (R-ETAT-01)."""
    return depots.loc[connues(depots["date_depot"], fin).notna()]


def premiers_depots(depots: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return ``id_dossier, mois, premier_depot``: the first deposit up to ``fin`` (R-CR-03).

    A rectification never makes a certificate late: the first deposit counts, whatever its nature.
    """
    known = depots_connus(depots, fin).groupby(CLE, as_index=False, observed=True)
    return known.agg(premier_depot=("date_depot", "min"))


def derniers_depots(depots: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return the last deposit up to ``fin`` of each file and month, whose hours hold (R-CR-03).

    On one same day, the rectification comes after the first deposit, and a deposit of no said
    nature before both. Sorted by file and month.
    """
    known = depots_connus(depots, fin)
    ranked = known.assign(_rang=known["nature"].map(_RANGS).fillna(0))
    return (
        ranked.sort_values([*CLE, "date_depot", "_rang"], kind="stable")
        .drop_duplicates(CLE, keep="last")
        .drop(columns="_rang")
    )


def heures_totales(depots: pd.DataFrame) -> pd.Series:
    """Return centre + distance + stage of each row [heures] (R-CR-04); missing if none is said."""
    total: pd.Series = depots[list(HEURES.values())].sum(axis=1, min_count=1)
    return total.astype("Float64")


def sans_heure(depots: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return ``id_dossier, mois`` declared with 0 hour at ``fin``: not expected (R-CR-05).

    The last deposit decides; a month that was not deposited declares nothing.
    """
    last = derniers_depots(depots, fin)
    return last.loc[heures_totales(last).eq(0).fillna(value=False).astype(bool), CLE]


def statuts(mois: pd.Series, premiers: pd.Series, fin: date, limite: str) -> pd.Series:
    """Return the status of each certificate on the evening of ``fin`` (R-CR-03).

    ``dans_delai`` up to the 5th of the month after, ``hors_delai_accepte`` up to the limit,
    ``tardif`` beyond; with no deposit, ``manquant`` once the limit is past, else ``a_venir``.

    Parameters
    ----------
    premiers
        First deposit of each, beside ``mois``; one later than ``fin`` is not known yet.
    """
    known = connues(premiers, fin)
    end = limites(mois, limite)
    steps = [
        ("dans_delai", known <= echeances(mois)),
        ("hors_delai_accepte", known <= end),
        ("tardif", known.notna()),
        ("manquant", end < pd.Timestamp(fin)),
    ]
    found = np.select(
        [condition.to_numpy(dtype=bool) for _, condition in steps],
        [status for status, _ in steps],
        default=A_VENIR,
    )
    return pd.Series(found, index=mois.index, dtype="str")


def conservation(dernier_paiement: date) -> date:
    """Return the last day to keep the papers: 3 years from the end of that year (R-CR-06)."""
    return date(dernier_paiement.year + CONSERVATION_ANS, 12, 31)
