"""Rows set aside at intake that could have counted: « 54, 2 lignes écartées »."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.aggregation import REGIONAL
from reportlib.indicators.record import Indicator
from reportlib.periods import Period
from reportlib.rules.visibilite import visible_of


def set_aside_rows(indicator: Indicator, dataset: Dataset, period: Period) -> pd.DataFrame:
    """Return the rows of ``indicator.principal`` set aside that could have counted.

    Their reference date is in the period, or cannot be read.
    """
    aside = dataset.set_aside.get(indicator.principal)
    if aside is None:
        return pd.DataFrame(columns=["id_of", "motif"])
    if indicator.date_reference is None:
        return aside.copy(deep=False)
    when = aside[indicator.date_reference]
    for column in indicator.dates_repli:
        when = when.fillna(aside[column])
    return aside.loc[period.contains(when) | when.isna()]


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
    owned = shown.dropna(subset=["id_of"]).groupby("id_of", as_index=False, observed=True)
    organisations = owned.agg(lost=("motif", "size")).assign(perimetre="organisme")
    orphans = int(aside["id_of"].isna().sum())
    nobody = pd.DataFrame({"perimetre": ["non_attribue"], "id_of": [REGIONAL], "lost": [orphans]})
    kept = [region, *([] if organisations.empty else [organisations])]
    return pd.concat([*kept, *([nobody] if orphans else [])], ignore_index=True)
