"""Indicators: records beside pure formulas, and one engine that sums their units.

``(Dataset, Period, Settings) -> figures`` for the region and every organisation in one pass;
nothing is withheld here (see ``reportlib.disclosure``).
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.catalogue import catalogue, indicator
from reportlib.indicators.completude import completude
from reportlib.indicators.ecart import Ecart, couvre, ecart
from reportlib.indicators.engine import measure
from reportlib.indicators.explanation import Explanation, a_part, explain
from reportlib.indicators.record import Indicator, Units
from reportlib.periods import Period
from reportlib.settings import Settings

__all__ = [
    "Ecart",
    "Explanation",
    "Indicator",
    "Units",
    "a_part",
    "catalogue",
    "completude",
    "couvre",
    "ecart",
    "explain",
    "indicateurs",
    "indicator",
    "measure",
]


def indicateurs(
    ids: str | Sequence[str],
    dataset: Dataset,
    periode: str | Period,
    *,
    par: Sequence[str] = (),
    settings: Settings | None = None,
) -> pd.DataFrame:
    """Return the figures of one or several indicators, for internal use: nothing is withheld.

    Parameters
    ----------
    ids
        « BA-03 », or several of them.
    periode
        « 2023 », « 2023-S1 », « 01/03/2022-31/12/2022 », or a ``Period``.
    settings
        Defaults to the charter and thresholds that reportlib ships.

    Returns
    -------
    pd.DataFrame
        The tables of ``measure``, one under the other.

    Raises
    ------
    ParameterError
        An id, the period or a breakdown is unknown.
    """
    wanted = [ids] if isinstance(ids, str) else list(ids)
    period = periode if isinstance(periode, Period) else Period.parse(periode)
    chosen = settings or Settings()
    tables = [measure(indicator(name), dataset, period, chosen, par=par) for name in wanted]
    return pd.concat(tables, ignore_index=True)
