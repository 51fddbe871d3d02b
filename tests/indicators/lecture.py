"""Figures of a record as plain numbers, to set beside what was worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators import Indicator, a_part, measure
from reportlib.indicators.engine import Copie
from reportlib.periods import Period
from reportlib.settings import Settings

YEAR = Period.year(2022)
SETTINGS = Settings()
Number = float | tuple[float, float]


def number(row: Mapping[str, float]) -> Number:
    """(numerator, denominator) of a share, the number of a count or sum."""
    if pd.isna(row["denominator"]):
        return float(row["numerator"])
    return float(row["numerator"]), float(row["denominator"])


def portees(
    record: Indicator,
    data: Dataset,
    *,
    period: Period = YEAR,
    settings: Settings = SETTINGS,
    copie: Copie = "interne",
) -> dict[str, Number]:
    """« region », « A »… → number."""
    table = measure(record, data, period, settings, copie=copie)
    names = table["id_of"].where(table["perimetre"].eq("organisme"), table["perimetre"])
    return dict(zip(names, [number(row) for _, row in table.iterrows()], strict=True))


def valeurs(
    record: Indicator, data: Dataset, par: str, *, of: str = "", period: Period = YEAR
) -> dict[str, Number]:
    """Value of a breakdown → number, for the region or one organisation."""
    table = measure(record, data, period, SETTINGS, par=(par,))
    wanted = table["perimetre"].eq("organisme" if of else "region") & table["id_of"].eq(of)
    return {str(row[par]): number(row) for _, row in table.loc[wanted].iterrows()}


def apart(
    record: Indicator, data: Dataset, *, period: Period = YEAR, settings: Settings = SETTINGS
) -> dict[str, int]:
    """Reason → units left out, for the region."""
    table = a_part(record, data, period, settings)
    region = table.loc[table["perimetre"].eq("region")]
    return dict(zip(region["raison"], region["nombre"].astype(int), strict=True))


def remarque(record: Indicator, data: Dataset, *, period: Period = YEAR) -> str:
    """The sentence of the formula."""
    return record.formula(data, period, SETTINGS).remark


def importes(record: Indicator, data: Dataset, par: str = "") -> float:
    """Units of the region that rest on a value with no date."""
    table = measure(record, data, YEAR, SETTINGS, par=(par,) if par else ())
    return float(table.loc[table["perimetre"].eq("region"), "etat_import"].sum())
