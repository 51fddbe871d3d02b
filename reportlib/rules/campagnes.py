"""Campaigns of self-assessment: when each took place, and the last answer of a period.

A campaign is a text of the team (« 2023 », « 2023-S1 », « Campagne 2023 »): its year, and its half
when it says one, place it. Source: registers ``autoevaluations`` and ``bonnes_pratiques``,
« période : campagne »; the reading of the text is our choice.
"""

from __future__ import annotations

import re
from functools import lru_cache

import pandas as pd

from reportlib.periods import Period

_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_HALF = re.compile(r"(?<![^\W_])S\s?([12])(?!\d)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def jours(campagne: str) -> Period | None:
    """Return the days of a campaign: its year, or half-year; None when no year can be read."""
    year = _YEAR.search(campagne)
    if year is None:
        return None
    half = _HALF.search(campagne)
    if half is None:
        return Period.year(int(year[1]))
    return Period.half_year(int(year[1]), int(half[1]))


def dates(campagnes: pd.Series) -> pd.DataFrame:
    """Return ``debut`` and ``fin`` of each campaign, missing when no year can be read."""
    known = {text: jours(text) for text in campagnes.dropna().unique()}
    starts = {text: when.start for text, when in known.items() if when is not None}
    ends = {text: when.end for text, when in known.items() if when is not None}
    return pd.DataFrame(
        {
            "debut": pd.to_datetime(campagnes.map(starts)),
            "fin": pd.to_datetime(campagnes.map(ends)),
        }
    ).astype("datetime64[us]")


def dans(campagnes: pd.Series, period: Period) -> pd.Series:
    """Return True for a campaign that the period touches."""
    when = dates(campagnes)
    touched = when["debut"].le(pd.Timestamp(period.end)) & when["fin"].ge(
        pd.Timestamp(period.start)
    )
    return touched.astype(bool)


def dernieres(reponses: pd.DataFrame, question: str) -> pd.DataFrame:
    """Return the last answer of each organisation to each ``question`` (AC-01, « la dernière »).

    Sorted by ``id_of`` and ``question``. Answers of no known organisation are all kept: two of them
    cannot be told to be of one.
    """
    when = dates(reponses["campagne"])
    ordered = reponses.assign(
        _fin=when["fin"], _debut=when["debut"], _qui=repondants(reponses)
    ).sort_values(["id_of", question, "_fin", "_debut", "campagne", "_qui"], kind="stable")
    last = ordered.drop_duplicates(["_qui", question], keep="last")
    return last.drop(columns=["_fin", "_debut", "_qui"]).reset_index(drop=True)


def repondants(reponses: pd.DataFrame) -> pd.Series:
    """Return who answered each row: the organisation, else the row's own place in its file."""
    place = reponses["_source"].astype("str") + ":" + reponses["_ligne"].astype("str")
    return reponses["id_of"].fillna(place)


def precedente(reponses: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the answers of each organisation's campaign just before the period (AC-06).

    The last one that ended before its first campaign of the period began; none for an organisation
    that did not answer in the period, or that nothing names.
    """
    when = dates(reponses["campagne"])
    inside = dans(reponses["campagne"], period)
    first = when["debut"].where(inside).groupby(reponses["id_of"]).transform("min")
    before = when["fin"].lt(first).astype(bool)
    last = when["fin"].where(before).groupby(reponses["id_of"]).transform("max")
    return reponses.loc[before & when["fin"].eq(last)]
