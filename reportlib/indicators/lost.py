"""Rows set aside at intake that could have counted: « 54, 2 lignes écartées »."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.aggregation import REGIONAL
from reportlib.indicators.record import Indicator
from reportlib.periods import Period
from reportlib.registers import register
from reportlib.rules import campagnes
from reportlib.rules.certificats_realisation import premiers_jours
from reportlib.rules.visibilite import visible_of


def set_aside_rows(indicator: Indicator, dataset: Dataset, period: Period) -> pd.DataFrame:
    """Return the rows of ``indicator.principal`` set aside that could have counted.

    Their reference date is in the period, or cannot be read. A date that is missing is taken as
    unreadable unless the control report names another column for the row.
    """
    aside = dataset.set_aside.get(indicator.principal)
    if aside is None:
        return pd.DataFrame(columns=["id_of", "motif"])
    if indicator.date_reference is None:
        return aside.loc[_of_the_campaign(aside, period)]
    dates = (indicator.date_reference, *indicator.dates_repli)
    when = reference_days(aside, *dates)
    if aside[list(dates)].notna().all(axis=None):
        return aside.loc[period.contains(when)]
    faulty = _faulty_columns(dataset, indicator.principal, aside)
    unread = when.isna() & faulty.isna()
    for column in dates:
        unread |= faulty.eq(column).fillna(value=False).astype(bool) & aside[column].isna()
    return aside.loc[period.contains(when) | unread]


def reference_days(rows: pd.DataFrame, column: str, *fallbacks: str) -> pd.Series:
    """Return the day that puts each row in a period; the first day of a month.

    ``fallbacks`` are read in order where ``column`` is missing.
    """
    days = premiers_jours(rows[column]) if rows[column].dtype == "str" else rows[column]
    for fallback in fallbacks:
        days = days.fillna(reference_days(rows, fallback))
    return days


def _of_the_campaign(aside: pd.DataFrame, period: Period) -> pd.Series:
    """True for a row of a campaign of the period, of no legible one, or of a register without."""
    if "campagne" not in aside:
        return pd.Series(data=True, index=aside.index)
    known = campagnes.dates(aside["campagne"])["debut"].notna()
    return ~known | campagnes.dans(aside["campagne"], period)


def _faulty_columns(dataset: Dataset, register: str, aside: pd.DataFrame) -> pd.Series:
    """The column that the control report blames for each row; missing when it is silent."""
    named = {
        (" › ".join(filter(None, (row.file, row.sheet))), row.row): row.column
        for row in dataset.report.set_aside
        if row.register == register
    }
    places = zip(aside["_source"], aside["_ligne"], strict=True)
    return pd.Series([named.get(place) for place in places], index=aside.index, dtype="str")


def lost_rows(
    indicator: Indicator, dataset: Dataset, period: Period, *, hide: bool
) -> pd.DataFrame:
    """Return ``perimetre, id_of, lost``: how many rows [rows] each scope may have lost.

    The region: all; an organisation: those attributed to it, and with ``hide`` visible to it;
    ``non_attribue``: those of no known organisation. A scope that lost none has no row, but the
    region.
    """
    aside = set_aside_rows(indicator, dataset, period)
    region = pd.DataFrame({"perimetre": ["region"], "id_of": [REGIONAL], "lost": [len(aside)]})
    if aside.empty or "id_of" not in aside:
        return region
    shown = aside.loc[visible_of(indicator.principal, aside)] if hide else aside
    owned = shown["id_of"].value_counts()
    organisations = pd.DataFrame({"perimetre": "organisme", "id_of": owned.index, "lost": owned})
    regional = register(indicator.principal).organisme == "aucun"
    orphans = 0 if regional else int(aside["id_of"].isna().sum())
    nobody = pd.DataFrame({"perimetre": ["non_attribue"], "id_of": [REGIONAL], "lost": [orphans]})
    kept = [region, *([] if organisations.empty else [organisations])]
    return pd.concat([*kept, *([nobody] if orphans else [])], ignore_index=True)
