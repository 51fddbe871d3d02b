"""From units to sums, shares and medians by scope and breakdown; vectorised, nothing withheld."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from reportlib.indicators.record import Indicator

MEDIAN_FROM = 5
"""Least number of cases for a median; fewer give the least and the greatest. [cases]"""
REGIONAL = ""
"""``id_of`` of what belongs to the region as such."""
MISSING = {"cause": "non_renseignee", "cause_rupture": "non_renseignee"}
"""What a missing breakdown value is called, where it is not « non_renseigne »."""
_SCOPES = {"region": 0, "organisme": 1, "non_attribue": 2}
_NUMBERS = ("numerator", "denominator", "minimum", "maximum", "etat_import")


def by_scope(
    rows: pd.DataFrame, indicator: Indicator, par: Sequence[str], *, hide: bool
) -> pd.DataFrame:
    """Return one row a scope and value of ``par``: sums and contributors.

    Parameters
    ----------
    rows
        Units of a formula.
    hide
        Drop from the organisations' rows the units that they may not see.
    """
    names = list(par)
    units = _broken_down(rows, indicator, names)
    known = units["id_of"].notna() & units["id_of"].ne(REGIONAL)
    own = units.loc[known & units["visible_of"]] if hide else units.loc[known]
    nobody = units["id_of"].isna() & (indicator.kind != "organismes")
    table = pd.concat(
        [
            _region(units, indicator, names),
            _summed(own, indicator, ["id_of", *names]).assign(perimetre="organisme"),
            _summed(units.loc[nobody], indicator, names).assign(
                perimetre="non_attribue", id_of=REGIONAL
            ),
        ],
        ignore_index=True,
    )
    return _with_contributors(table, units.loc[known], names)


def with_lost(table: pd.DataFrame, lost: pd.DataFrame, par: Sequence[str]) -> pd.DataFrame:
    """Return ``table`` with ``lost``, the rows set aside of each scope, in order of scope.

    Without breakdown, a scope that lost rows and has no unit gets a row at 0, so that its 0 is
    never read without what is missing.
    """
    keys = ["perimetre", "id_of"]
    names = list(par)
    joined = table.merge(lost, on=keys, how="left" if names else "outer", validate="many_to_one")
    zeros = {"numerator": 0.0, "denominator": 0.0, "contributors": 0, "etat_import": 0, "lost": 0}
    joined = joined.fillna(zeros).astype({"contributors": int, "etat_import": int, "lost": int})
    return (
        joined.assign(_scope=joined["perimetre"].map(_SCOPES))
        .sort_values(["_scope", "id_of", *names], kind="stable", ignore_index=True)
        .drop(columns="_scope")
    )


def _broken_down(rows: pd.DataFrame, indicator: Indicator, par: list[str]) -> pd.DataFrame:
    """One row a unit and value of ``par``, lists exploded; the numerator wins when both appear."""
    wanted = rows
    for name in par:
        if name in indicator.multiples:
            wanted = wanted.assign(**{name: wanted[name].str.split(";")}).explode(name)
        wanted = wanted.assign(**{name: wanted[name].fillna(MISSING.get(name, "non_renseigne"))})
        if f"etat_import_{name}" in wanted:
            undated = wanted["etat_import"] | wanted[f"etat_import_{name}"]
            wanted = wanted.assign(etat_import=undated)
    return wanted.sort_values("numerateur", kind="stable").drop_duplicates(
        ["cle", *par], keep="last"
    )


def _summed(units: pd.DataFrame, indicator: Indicator, keys: list[str]) -> pd.DataFrame:
    """Numerator, denominator and the rest by ``keys``; one row when there is no key."""
    grouped = units.assign(_all=0).groupby(["_all", *keys], as_index=False, observed=True)
    table = grouped.agg(
        numerator=("numerateur", "sum"),
        denominator=("denominateur", "sum"),
        etat_import=("etat_import", "sum"),
    )
    if indicator.kind == "mediane":
        spread = grouped.agg(
            median=("numerateur", "median"),
            minimum=("numerateur", "min"),
            maximum=("numerateur", "max"),
        )
        table = table.merge(spread, on=["_all", *keys], validate="one_to_one").assign(
            numerator=lambda t: t["denominator"]
        )
    if indicator.kind == "organismes":
        table = table.assign(numerator=grouped.agg(n=("id_of", "nunique"))["n"].astype(float))
    return table.drop(columns="_all")


def _region(units: pd.DataFrame, indicator: Indicator, par: list[str]) -> pd.DataFrame:
    """The region's rows; one row at 0 when there is no unit at all."""
    table = _summed(units, indicator, par)
    if table.empty:
        zero: dict[str, object] = dict.fromkeys(par, "")
        zero |= {"numerator": 0.0, "denominator": 0.0, "etat_import": 0}
        table = pd.DataFrame([zero])
    return table.assign(perimetre="region", id_of=REGIONAL)


def _with_contributors(table: pd.DataFrame, units: pd.DataFrame, par: list[str]) -> pd.DataFrame:
    """Distinct organisations of the region's base; on an organisation's row, the others."""
    base = units.loc[units["denominateur"].gt(0)].assign(_all=0)
    keys = ["_all", *par]
    region = base.groupby(keys, as_index=False, observed=True).agg(
        contributors=("id_of", "nunique")
    )
    mine = base[[*keys, "id_of"]].drop_duplicates().assign(_mine=1)
    joined = (
        table.assign(_all=0)
        .merge(region, on=keys, how="left", validate="many_to_one")
        .merge(mine, on=[*keys, "id_of"], how="left", validate="many_to_one")
    )
    others = joined["contributors"].fillna(0) - joined["_mine"].fillna(0)
    return joined.assign(contributors=others).drop(columns=["_all", "_mine"])


def valued(table: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Return ``table`` with ``value``: the count, the share, the median from 5 cases on.

    A share with a denominator of 0 is missing; so is the denominator of a count.
    """
    filled = table.reindex(columns=list(dict.fromkeys([*table.columns, *_NUMBERS])))
    if indicator.kind == "part":
        base = filled["denominator"].where(filled["denominator"].gt(0))
        return filled.assign(value=100 * filled["numerator"] / base)
    if indicator.kind == "mediane":
        enough = filled["denominator"].ge(MEDIAN_FROM)
        medians = filled.reindex(columns=["median"])["median"].astype(float)
        return filled.assign(value=medians.where(enough))
    return filled.assign(value=filled["numerator"], denominator=float("nan"))
