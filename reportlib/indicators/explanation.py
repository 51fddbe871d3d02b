"""Where a figure comes from: the record, the numbers, the rows counted and those left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.aggregation import NOBODY, REGIONAL, broken_down
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
    par: Mapping[str, str]
    """Breakdown → the value looked at; empty for the whole."""
    numerator: float
    denominator: float
    value: float
    state: str
    units: pd.DataFrame
    """One row a unit: ``cle, id_of, role, numerateur, denominateur, etat_import, source, ligne``,
    ``groupe`` where the kind has one, then a column a breakdown, lists joined by « ; »; ``role``
    is « compté », « numérateur et base » or « base »."""
    left_out: pd.DataFrame
    """One row a unit left out: ``cle, id_of, raison, source, ligne``."""
    set_aside: pd.DataFrame
    """Rows of ``indicator.principal`` set aside that could have counted, with ``motif``."""
    remark: str
    """Sentence to print under the number, or nothing."""


def explain(  # noqa: PLR0913 - one argument a thing that a figure is of
    indicator: Indicator,
    dataset: Dataset,
    period: Period,
    settings: Settings,
    *,
    id_of: str | None = None,
    copie: Copie = "interne",
    par: Mapping[str, str] | None = None,
) -> Explanation:
    """Return where the figure of the region, or of one organisation, comes from.

    With a register not provided, every frame is empty and ``state`` is ``non_fourni``.

    Parameters
    ----------
    par
        Breakdown → value, for one number of a broken-down table; a value that no unit takes is an
        exact 0. What is left out or set aside has no breakdown, and is that of the whole.

    Raises
    ------
    ParameterError
        A breakdown that the indicator does not have.
    """
    group = dict(par or {})
    figures = measure(indicator, dataset, period, settings, par=tuple(group), copie=copie)
    figure = one_row(figures, id_of, group)
    state = str(figure["state"].iloc[0]) if len(figure) else no_row(figures, indicator)
    numbers = {
        name: float(figure[name].iloc[0]) if len(figure) else _empty(name, state)
        for name in ("numerator", "denominator", "value")
    }
    if state == "non_fourni":
        counted, apart, said = _nothing(), _nothing(), ""
    else:
        found = indicator.formula(dataset, period, settings)
        counted = _of(_taking(found.rows, indicator, group), id_of, copie)
        apart = _of(found.left_out, id_of, copie)
        said = remark(found, indicator, dataset, when=period, settings=settings)
    return Explanation(
        indicator=indicator,
        period=period,
        id_of=id_of,
        par=group,
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


def one_row(
    figures: pd.DataFrame, id_of: str | None, group: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Return the row of one scope and one value of each breakdown of ``figures``, or none.

    Parameters
    ----------
    id_of
        None: the region.
    group
        Breakdown → value, for figures broken down.
    """
    scope = "region" if id_of is None else "organisme"
    mine = figures["perimetre"].eq(scope) & figures["id_of"].eq(id_of or REGIONAL)
    for name, value in (group or {}).items():
        mine &= figures[name].eq(value) | figures["state"].eq("non_fourni")
    return figures.loc[mine]


def _taking(rows: pd.DataFrame, indicator: Indicator, group: Mapping[str, str]) -> pd.DataFrame:
    """The units that take a value of each breakdown, numerators as there; all without any."""
    if not group:
        return rows
    units = broken_down(rows, indicator, list(group))
    for name, value in group.items():
        units = units.loc[units[name].eq(value)]
    named = {"numerator": "numerateur", "denominator": "denominateur"}
    shown = units.rename(columns=named).assign(id_of=units["id_of"].mask(units["id_of"].eq(NOBODY)))
    return shown if "groupe" in rows else shown.drop(columns="groupe")


def _empty(number: str, state: str) -> float:
    """What a scope without any unit has: an exact 0, or a share of an empty base."""
    counted = {"exact": ("numerator", "value"), "sans_objet": ("numerator", "denominator")}
    return 0.0 if number in counted.get(state, ()) else float("nan")


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
    carried = ("groupe", *_ORIGIN, *indicator.ventilations)
    wanted = [*_SHOWN, *(name for name in carried if name in once)]
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
