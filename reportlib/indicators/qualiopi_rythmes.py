"""QA-23: the pace observed between two points, and the pace required to reach a target in time."""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.qualiopi_chiffres_cites import implicites
from reportlib.indicators.qualiopi_nationales import FRANCE, releves


def rythmes(
    dataset: Dataset, jour: date, cible: int, echeance: date, territoire: str = FRANCE
) -> pd.DataFrame:
    """Return the pace of each point of the series up to ``jour`` (R-ADO-08).

    Parameters
    ----------
    cible
        How many are to be certified. [organisations]
    echeance
        By which day.

    Returns
    -------
    pd.DataFrame
        ``date, certifies, jours_depuis, rythme`` (since the point before), ``rythme_implicite``
        (since the value that a quoted growth implies, where there is one), ``jours_restants``,
        ``requis`` (0 once the target is reached, missing on the deadline and after),
        ``state`` (``sans_objet`` when it is missing), ``source``. [organisations a day]
    """
    rows = releves(dataset, jour, territoire)
    counted = rows["certifies"].astype("Float64")
    since = rows["date"].diff().dt.days.astype("Float64")
    left = (pd.Timestamp(echeance) - rows["date"]).dt.days.astype("Int64")
    wanted = (cible - counted).clip(lower=0) / left.where(left.gt(0)).astype("Float64")
    found = pd.DataFrame(
        {
            "date": rows["date"],
            "certifies": rows["certifies"],
            "jours_depuis": since.astype("Int64"),
            "rythme": counted.diff() / since.where(since.gt(0)),
            "rythme_implicite": _implicites(dataset, jour, rows["date"]),
            "jours_restants": left,
            "requis": wanted,
            "source": rows["source"],
        }
    )
    late = left.le(0).fillna(value=False).astype(bool)
    return found.assign(state=late.map({True: "sans_objet", False: "exact"}).astype("str"))


def _implicites(dataset: Dataset, jour: date, dates: pd.Series) -> pd.Series:
    """Units a day since the value that a quoted growth implies, on the index of ``dates``."""
    implied = implicites(dataset, jour)
    own = implied.loc[implied["serie"].eq("certifies") & implied["state"].eq("exact")]
    if own.empty:
        return pd.Series(float("nan"), index=dates.index)
    days = (own["date"] - own["date_avant"]).dt.days
    pace = pd.Series((own["hausse"] / days).to_numpy(dtype=float), index=own["date"])
    return dates.map(pace).astype(float)
