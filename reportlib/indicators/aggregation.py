"""From units to sums, shares, means, medians by scope and breakdown; nothing is withheld."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from reportlib.indicators.record import NOT_ADDITIVE, Indicator
from reportlib.rules.statistiques import MEDIANE_DES

REGIONAL = ""
"""``id_of`` of what belongs to the region as such."""
MISSING = {"cause": "non_renseignee", "cause_rupture": "non_renseignee"}
"""What a missing breakdown value is called, where it is not « non_renseigne »."""
NOBODY = "\u001f"
"""Stands for a missing ``id_of`` while units are summed."""
_SUMS = ["numerator", "denominator", "etat_import"]
_SCOPES = {"region": 0, "organisme": 1, "non_attribue": 2}


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
    units = broken_down(rows, indicator, names)
    owners = _summed(units, indicator, ["id_of", *names])
    known = owners["id_of"].ne(REGIONAL) & owners["id_of"].ne(NOBODY)
    base = owners.loc[known & owners["denominator"].gt(0), ["id_of", *names]]
    own = owners.loc[known]
    if hide and not units["visible_of"].all():
        seen = _summed(units.loc[units["visible_of"]], indicator, ["id_of", *names])
        own = seen.loc[seen["id_of"].ne(REGIONAL) & seen["id_of"].ne(NOBODY)]
    nobody = owners.loc[owners["id_of"].eq(NOBODY) & (indicator.kind != "organismes")]
    region = _region(units, owners, indicator, names)
    parts = [
        region.assign(perimetre="region", id_of=REGIONAL),
        own.assign(perimetre="organisme"),
        nobody.assign(perimetre="non_attribue", id_of=REGIONAL),
    ]
    table = pd.concat([part for part in parts if len(part)], ignore_index=True)
    return table.assign(contributors=_contributors(table, base, names))


def with_lost(table: pd.DataFrame, lost: pd.DataFrame, par: Sequence[str]) -> pd.DataFrame:
    """Return ``table`` with ``lost``, the rows set aside of each scope, in order of scope.

    Without breakdown, a scope that lost rows and has no unit gets a row at 0, so that its 0 is
    never read without what is missing.
    """
    scopes = ["perimetre", "id_of"]
    rows = dict(zip(_keys(lost, scopes), lost["lost"].tolist(), strict=True))
    told = list(_keys(table, scopes))
    known = table.assign(lost=[rows.get(scope, 0) for scope in told])
    silent = [] if par else sorted(rows.keys() - set(told))
    if not silent:
        return known
    zeros = {"numerator": 0.0, "denominator": 0.0, "contributors": 0, "etat_import": 0}
    added = pd.DataFrame(silent, columns=scopes, dtype="str").assign(
        **zeros, lost=[rows[scope] for scope in silent]
    )
    joined = pd.concat([known, added], ignore_index=True)
    return (
        joined.assign(_scope=joined["perimetre"].map(_SCOPES))
        .sort_values(["_scope", "id_of"], kind="stable", ignore_index=True)
        .drop(columns="_scope")
    )


def valued(table: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Return ``table`` with ``value``: the count or sum, the share, the mean, the median from 5 on.

    A share or mean with a denominator of 0 is missing; so is the denominator of a count.
    """
    nan = float("nan")
    if indicator.kind == "part":
        base = table["denominator"].where(table["denominator"].gt(0))
        return table.assign(value=100 * table["numerator"] / base, minimum=nan, maximum=nan)
    if indicator.kind == "mediane":
        enough = table["denominator"].ge(MEDIANE_DES)
        return table.assign(value=table["median"].where(enough), numerator=table["denominator"])
    if indicator.kind == "moyenne":
        return table.assign(value=table["mean"], minimum=nan, maximum=nan)
    return table.assign(value=table["numerator"], denominator=nan, minimum=nan, maximum=nan)


def broken_down(rows: pd.DataFrame, indicator: Indicator, par: list[str]) -> pd.DataFrame:
    """One row a unit and value of ``par``, lists exploded; the numerator wins when both appear."""
    wanted = rows.assign(id_of=rows["id_of"].fillna(NOBODY))
    for name in par:
        if name in indicator.multiples:
            wanted = wanted.assign(**{name: wanted[name].str.split(";")}).explode(name)
        said = wanted[name].astype("str").fillna(MISSING.get(name, "non_renseigne"))
        wanted = wanted.assign(**{name: said})
        if f"etat_import_{name}" in wanted:
            undated = wanted["etat_import"] | wanted[f"etat_import_{name}"]
            wanted = wanted.assign(etat_import=undated)
        if f"numerateur_{name}" in wanted:
            wanted = wanted.assign(numerateur=wanted[f"numerateur_{name}"])
    if "groupe" not in wanted:
        wanted = wanted.assign(groupe="")
    once = wanted.sort_values("numerateur", kind="stable")
    if not once["cle"].is_unique:
        once = once.drop_duplicates(["cle", *par], keep="last")
    return once.rename(columns={"numerateur": "numerator", "denominateur": "denominator"})


def _summed(units: pd.DataFrame, indicator: Indicator, keys: list[str]) -> pd.DataFrame:
    """Sums of units by ``keys``, and the spread of their values for a median."""
    grouped = units.groupby(keys, as_index=False, observed=True)
    table = grouped[_SUMS].sum()
    if indicator.kind == "moyenne":
        return table.merge(_means(units, keys), on=keys, how="left", validate="one_to_one")
    if indicator.kind == "distincts":
        return _distinct(table, units, keys)
    if indicator.kind != "mediane":
        return table
    values = grouped["numerator"]
    return table.assign(
        median=values.median()["numerator"].astype(float),
        minimum=values.min()["numerator"].astype(float),
        maximum=values.max()["numerator"].astype(float),
    )


def _means(units: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """``mean`` by ``keys``: the mean of the means of the groups that have a base."""
    sums = units.groupby([*keys, "groupe"], as_index=False, observed=True)[_SUMS].sum()
    based = sums.loc[sums["denominator"].gt(0)]
    each = based.assign(mean=based["numerator"] / based["denominator"])
    return each.groupby(keys, as_index=False, observed=True)[["mean"]].mean()


def _distinct(table: pd.DataFrame, units: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """``table`` with the number of distinct groups above zero for its numerator."""
    named = units.loc[units["numerator"].gt(0)]
    groups = named.groupby(keys, as_index=False, observed=True).agg(groups=("groupe", "nunique"))
    joined = table.merge(groups, on=keys, how="left", validate="one_to_one")
    return joined.assign(numerator=joined["groups"].fillna(0.0).astype(float)).drop(
        columns="groups"
    )


def _region(
    units: pd.DataFrame, owners: pd.DataFrame, indicator: Indicator, par: list[str]
) -> pd.DataFrame:
    """The region's rows; one row at 0 when there is no unit at all."""
    if owners.empty:
        zero: dict[str, object] = dict.fromkeys(par, "")
        zero |= {"numerator": 0.0, "denominator": 0.0, "etat_import": 0}
        nan = float("nan")
        return pd.DataFrame([zero | dict.fromkeys(("median", "mean", "minimum", "maximum"), nan)])
    shared = indicator.kind == "part" and units["groupe"].ne("").any()
    if shared:
        units = units.sort_values("numerator", kind="stable").drop_duplicates(
            ["groupe", *par], keep="last"
        )
    if shared or indicator.kind in NOT_ADDITIVE:
        return _summed(units.assign(_all=0), indicator, ["_all", *par]).drop(columns="_all")
    if indicator.kind == "organismes":
        known = owners.loc[owners["id_of"].ne(NOBODY) & owners["numerator"].gt(0)]
        owners = known.assign(numerator=1.0)
    if not par:
        return pd.DataFrame({name: [owners[name].sum()] for name in _SUMS})
    return owners.groupby(par, as_index=False, observed=True)[_SUMS].sum()


def _contributors(table: pd.DataFrame, base: pd.DataFrame, par: list[str]) -> list[int]:
    """Distinct organisations of the region's base; on an organisation's row, the others.

    ``base`` holds each organisation once a value of ``par`` where it has a unit in the base.
    """
    mine = set(_keys(base, ["id_of", *par]))
    present = Counter(tuple(values) for _, *values in mine)
    return [
        present[tuple(values)] - ((id_of, *values) in mine)
        for id_of, *values in _keys(table, ["id_of", *par])
    ]


def _keys(rows: pd.DataFrame, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The values of ``columns``, row by row."""
    return zip(*(rows[name].tolist() for name in columns), strict=True)
