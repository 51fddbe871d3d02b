"""QA-25: the texts that consent allows to print, the names of organisations masked."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.qualiopi_lecture import repondants
from reportlib.periods import Period
from reportlib.rules.verbatims import verbatims


def verbatims_diffusables(
    dataset: Dataset, period: Period, nommables: Collection[str] = ()
) -> pd.DataFrame:
    """Return the quotations of the period's last answers that may be printed (R-ENQ-04).

    Parameters
    ----------
    nommables
        ``id_of`` whose consent covers the name of the organisation; none by default.

    Returns
    -------
    pd.DataFrame
        ``campagne, verbatim, id_of`` (missing unless in ``nommables``), in the order of the
        texts, so that it says nothing of who wrote them. Empty when the register is not provided.
    """
    if not dataset.has("enquete_qualiopi"):
        return pd.DataFrame(columns=["campagne", "verbatim", "id_of"], dtype="str")
    printed = verbatims(repondants(dataset, period), _denominations(dataset), nommables)
    return printed.sort_values(["verbatim", "campagne"], kind="stable", ignore_index=True)


def _denominations(dataset: Dataset) -> dict[str, list[str]]:
    """Name and other names of every organisation, by ``id_of``."""
    if not dataset.has("organismes"):
        return {}
    known = dataset["organismes"].set_index("id_of")
    names = pd.concat([known["denomination"], known["alias"].str.split(";").explode()]).dropna()
    return {str(key): list(own) for key, own in names.groupby(level=0)}
