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

    Sorted by ``id_of`` and ``question``. Answers of no known organisation are dropped: several of
    them cannot be told to be one's or several's.
    """
    when = dates(reponses["campagne"])
    ordered = reponses.assign(_fin=when["fin"], _debut=when["debut"]).dropna(subset=["id_of"])
    return (
        ordered.sort_values(["id_of", question, "_fin", "_debut", "campagne"], kind="stable")
        .drop_duplicates(["id_of", question], keep="last")
        .drop(columns=["_fin", "_debut"])
        .reset_index(drop=True)
    )


def precedente(reponses: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Return the answers of the campaign just before the period; none when there is none.

    The one whose end is the last before the period's campaigns begin (AC-06, « campagne
    précédente »); when no answer is in the period, there is nothing to come before.
    """
    inside = dans(reponses["campagne"], period)
    when = dates(reponses["campagne"])
    before = when["fin"].lt(when.loc[inside, "debut"].min()).astype(bool) & ~inside
    last = when.loc[before, "fin"].max()
    return reponses.loc[before & when["fin"].eq(last)]
