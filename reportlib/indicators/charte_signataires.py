"""The charter on the days of a bilan: where the period stands, who signs, since when.

Source: engagement charter; rules R-CH-01, R-CH-11 (what of a signatory is public), R-CH-12.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.signataires import engages_au_soir
from reportlib.periods import Period
from reportlib.rules import charte
from reportlib.rules.charte import Situation
from reportlib.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One organisation's latest signature known at the end of a period."""

    signee: date
    fin: date
    denoncee: date | None
    engagee: bool
    """Whether the organisation was a signatory at least one day of the period."""


def situation(dataset: Dataset, period: Period, settings: Settings) -> Situation:
    """Return how the period stands to the charter's term; by the term alone without signatures."""
    if dataset.has("signataires"):
        return charte.situation(period, dataset["signataires"], settings.charte)
    none = pd.DataFrame({"date_fin": pd.Series(dtype="datetime64[us]")})
    return charte.situation(period, none, settings.charte)


def liste_publique(dataset: Dataset, period: Period, settings: Settings) -> pd.DataFrame:
    """Return the signatories active at the evening of the period's end, as the public list is.

    Returns
    -------
    pd.DataFrame
        ``denomination``, ``commune`` (missing: not known), and nothing else (R-CH-11); sorted by
        name, accents and case aside. Empty without the registers.
    """
    if not (dataset.has("signataires") and dataset.has("organismes")):
        return pd.DataFrame(columns=["denomination", "commune"])
    active = engages_au_soir(dataset, period, settings)
    named = dataset["organismes"].drop_duplicates("id_of")
    found = named.loc[named["id_of"].isin(active["id_of"]), ["denomination", "commune"]]
    return found.sort_values("denomination", key=_unaccented, kind="stable", ignore_index=True)


def signature(dataset: Dataset, period: Period, settings: Settings, id_of: str) -> Signature | None:
    """Return the organisation's latest signature up to the period's end; None if it has none.

    A signature after its own end is an anomaly, never active, and is not given (R-CH-02).
    """
    if not dataset.has("signataires"):
        return None
    signed = dataset["signataires"]
    known = signed["date_signature"] <= pd.Timestamp(period.end)
    late = charte.tardives(signed, settings.charte)
    mine = signed.loc[signed["id_of"].eq(id_of) & known.fillna(value=False).astype(bool) & ~late]
    if mine.empty:
        return None
    last = mine.sort_values("date_signature", kind="stable").tail(1)
    row = last.iloc[0]
    denounced = row["date_denonciation"]
    seen = pd.notna(denounced) and denounced <= pd.Timestamp(period.end)
    return Signature(
        signee=row["date_signature"].date(),
        fin=charte.fins(last, settings.charte).iloc[0].date(),
        denoncee=denounced.date() if seen else None,
        engagee=bool(charte.engagees(mine, period, settings.charte).any()),
    )


def _unaccented(names: pd.Series) -> pd.Series:
    """Names as they are sorted: no accent, no case."""
    letters = names.str.normalize("NFKD").str.encode("ascii", "ignore").str.decode("ascii")
    return letters.str.casefold()
