"""Where a figure comes from: the record, the numbers, the rows counted and those left out."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.aggregation import REGIONAL
from reportlib.indicators.engine import Copie, measure, remark
from reportlib.indicators.lost import set_aside_rows
from reportlib.indicators.record import BASED, Indicator
from reportlib.periods import Period
from reportlib.rules.visibilite import visible_of
from reportlib.settings import Settings

_SHOWN = ("cle", "id_of", "role", "numerateur", "denominateur", "etat_import")
_ORIGIN = {"_source": "source", "_ligne": "ligne"}


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """A figure and all that it rests on. For internal use: it holds keys of files."""

    indicator: Indicator
    period: Period
    id_of: str | None
    """None: the region."""
    numerator: float
    denominator: float
    value: float
    state: str
    units: pd.DataFrame
    """One row a unit: ``cle, id_of, role, numerateur, denominateur, etat_import, source, ligne``,
    and ``groupe`` where the kind has one; ``role`` is « compté », « numérateur et base » or
    « base »."""
    left_out: pd.DataFrame
    """One row a unit left out: ``cle, id_of, raison, source, ligne``."""
    set_aside: pd.DataFrame
    """Rows of ``indicator.principal`` set aside that could have counted, with ``motif``."""
    remark: str
    """Sentence to print under the number, or nothing."""


def explain(
    indicator: Indicator,
    dataset: Dataset,
    period: Period,
    settings: Settings,
    *,
    id_of: str | None = None,
    copie: Copie = "interne",
) -> Explanation:
    """Return where the figure of the region, or of one organisation, comes from.

    With a register not provided, every frame is empty and ``state`` is ``non_fourni``.
    """
    figures = measure(indicator, dataset, period, settings, copie=copie)
    scope = "region" if id_of is None else "organisme"
    mine = figures["perimetre"].eq(scope) & figures["id_of"].eq(id_of or REGIONAL)
    figure = figures.loc[mine]
    nan = float("nan")
    numbers = {
        name: float(figure[name].iloc[0]) if len(figure) else nan
        for name in ("numerator", "denominator", "value")
    }
    state = str(figure["state"].iloc[0]) if len(figure) else no_row(figures, indicator)
    if state == "non_fourni":
        counted, apart, said = _nothing(), _nothing(), ""
    else:
        found = indicator.formula(dataset, period, settings)
        counted = _of(found.rows, id_of, copie)
        apart = _of(found.left_out, id_of, copie)
        said = remark(found, indicator, dataset, when=period, settings=settings)
    return Explanation(
        indicator=indicator,
        period=period,
        id_of=id_of,
        **numbers,
        state=state,
        units=_units_shown(counted, indicator),
        left_out=apart.rename(columns=_ORIGIN).drop(columns="visible_of", errors="ignore"),
        set_aside=_aside_of(indicator, dataset, period, id_of=id_of, copie=copie),
        remark=said,
    )


def a_part(
    indicator: Indicator,
    dataset: Dataset,
    period: Period,
    settings: Settings,
    *,
    copie: Copie = "interne",
) -> pd.DataFrame:
    """Return how many units each scope leaves out of the base, by reason, in one pass.

    Returns
    -------
    pd.DataFrame
        ``perimetre, id_of, raison, nombre``; the region first, then organisations; no row where
        nothing is left out, or where a register is not provided. [units]
    """
    columns = ["perimetre", "id_of", "raison", "nombre"]
    if not all(dataset.has(register) for register in indicator.registres):
        return pd.DataFrame(columns=columns)
    apart = indicator.formula(dataset, period, settings).left_out
    if apart.empty:
        return pd.DataFrame(columns=columns)
    own = apart.loc[apart["visible_of"]] if copie == "organisme" else apart
    region = apart.groupby(["raison"], as_index=False, observed=True).agg(nombre=("cle", "nunique"))
    each = (
        own.loc[own["id_of"].notna() & own["id_of"].ne(REGIONAL)]
        .groupby(["id_of", "raison"], as_index=False, observed=True)
        .agg(nombre=("cle", "nunique"))
    )
    parts = [region.assign(perimetre="region", id_of=REGIONAL), each.assign(perimetre="organisme")]
    return pd.concat([part for part in parts if len(part)], ignore_index=True)[columns]


def no_row(figures: pd.DataFrame, indicator: Indicator) -> str:
    """The state of an organisation that has no row: the region's absence, or its own emptiness."""
    region = str(figures.loc[figures["perimetre"].eq("region"), "state"].iloc[0])
    if region in {"non_fourni", "reconduction"}:
        return region
    return "sans_objet" if indicator.kind in BASED else "exact"


def _nothing() -> pd.DataFrame:
    """Units of a register that is not provided."""
    return pd.DataFrame(columns=["cle", "id_of", "visible_of"])


def _of(rows: pd.DataFrame, id_of: str | None, copie: Copie) -> pd.DataFrame:
    """The rows of one organisation that the copy may hold, or all of them for the region."""
    if id_of is None:
        return rows
    own = rows.loc[rows["id_of"].eq(id_of)]
    return own.loc[own["visible_of"].astype(bool)] if copie == "organisme" else own


def _units_shown(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """One row a unit, with its role in the figure."""
    if rows.empty:
        return pd.DataFrame(columns=[*_SHOWN, "source", "ligne"])
    once = rows.sort_values("numerateur", kind="stable").drop_duplicates("cle", keep="last")
    above = once["numerateur"].gt(0).map({True: "numérateur et base", False: "base"})
    role = above if indicator.kind == "part" else "compté"
    wanted = [*_SHOWN, *(name for name in ("groupe", *_ORIGIN) if name in once)]
    return (
        once.assign(role=role)[wanted].rename(columns=_ORIGIN).sort_values("cle", ignore_index=True)
    )


def _aside_of(
    indicator: Indicator, dataset: Dataset, period: Period, *, id_of: str | None, copie: Copie
) -> pd.DataFrame:
    """Rows set aside that could have counted in the scope."""
    rows = set_aside_rows(indicator, dataset, period)
    if id_of is None or rows.empty:
        return rows
    own = rows.loc[rows["id_of"].eq(id_of)]
    return own.loc[visible_of(indicator.principal, own)] if copie == "organisme" else own
