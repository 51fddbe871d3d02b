"""The national series of adoption: points as they were published, rates with a named base.

A row of ``certifications_nationales`` is one point: a day, a territory, a source. Figures of
different sources are never merged: two that differ for one month stand side by side (C-6).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from reportlib.dataset import Dataset

Serie = Literal["certifies", "en_cours", "total", "opac", "datadock"]
FRANCE = "France"
"""Territory of a point that names none."""
UNITE = "organismes"
BASES = {
    "opac": "prestataires déclarés (OPAC)",
    "datadock": "référençables sur Datadock",
}
"""Bases that a point of the series may carry, as they print."""
SERIES: tuple[Serie, ...] = ("certifies", "en_cours", "total", "opac", "datadock")
_REGISTRE = "certifications_nationales"


@dataclass(frozen=True, kw_only=True)
class BaseCitee:
    """A base that the source of a point gives with it, in words, and no column holds (R-ADO-07)."""

    date: date
    """Day of the point that it goes with."""
    effectif: int
    nom: str
    source: str


BASES_CITEES = (
    BaseCitee(
        date=date(2020, 12, 31),
        effectif=31_000,
        nom="organismes payés sur fonds mutualisés en 2019 (« près de 31 000 »)",
        source="Centre Inffo, 22 janvier 2021",
    ),
    BaseCitee(
        date=date(2021, 9, 30),
        effectif=57_000,
        nom="organismes visés (« près de 57 000 »)",
        source="Info Social RH, 2021, d’après la DGEFP",
    ),
    BaseCitee(
        date=date(2022, 5, 30),
        effectif=115_449,
        nom="prestataires déclarés en juin 2022 (« près de 115 449 »)",
        source="Blog formation entreprise, 2022",
    ),
)
"""Bases of the country met in the sources of the series."""


def releves(dataset: Dataset, jour: date | None = None, territoire: str = FRANCE) -> pd.DataFrame:
    """Return the points of a territory up to ``jour``, one row a day, in order.

    Columns of the register, and ``total`` (certified and on the way, missing when either is). No
    row when the register is not provided.
    """
    if not dataset.has(_REGISTRE):
        return _avec_total(pd.DataFrame(columns=[*SERIES[:2], *SERIES[3:], "date", "source"]))
    rows = _lus(dataset[_REGISTRE], jour)
    mine = rows.loc[rows["territoire"].eq(territoire)]
    return mine.sort_values("date", kind="stable", ignore_index=True)


def points(
    dataset: Dataset, jour: date | None = None, territoire: str | None = None
) -> pd.DataFrame:
    """Return every figure published up to ``jour``, one row a point and a series.

    Returns
    -------
    pd.DataFrame
        ``date, territoire, serie, valeur, unite, source, ecarte``, by territory, series and day.
        ``ecarte``: the row was set aside at reading (its key in conflict with another); it is
        shown, and nothing is computed on it.
    """
    columns = ["date", "territoire", "serie", "valeur", "unite", "source", "ecarte"]
    if not dataset.has(_REGISTRE):
        return pd.DataFrame(columns=columns)
    kept = _lus(dataset[_REGISTRE], jour).assign(ecarte=False)
    aside = dataset.set_aside.get(_REGISTRE)
    parts = [kept] if aside is None else [kept, _lus(aside, jour).assign(ecarte=True)]
    rows = pd.concat([part for part in parts if len(part)] or [kept], ignore_index=True)
    if territoire is not None:
        rows = rows.loc[rows["territoire"].eq(territoire)]
    long = rows.melt(
        id_vars=["date", "territoire", "source", "ecarte"],
        value_vars=list(SERIES),
        var_name="serie",
        value_name="valeur",
    ).dropna(subset=["valeur", "date"])
    order = ["territoire", "serie", "date", "valeur", "source"]
    return long.sort_values(order, kind="stable", ignore_index=True).assign(unite=UNITE)[columns]


def contradictions(dataset: Dataset, jour: date | None = None) -> pd.DataFrame:
    """Return the points of one territory, series and month that do not say the same number.

    Columns of ``points``, and ``mois``; the rows of one contradiction are side by side.
    """
    read = points(dataset, jour)
    if read.empty:
        return read.assign(mois=pd.Series(dtype="str"))
    dated = read.assign(mois=read["date"].dt.strftime("%Y-%m").astype("str"))
    keys = ["territoire", "serie", "mois"]
    several = dated.groupby(keys, observed=True)["valeur"].transform("nunique").gt(1)
    return dated.loc[several].sort_values([*keys, "date", "valeur"], ignore_index=True)


def taux_nationaux(dataset: Dataset, jour: date, territoire: str = FRANCE) -> pd.DataFrame:
    """Return QA-03 and QA-04 for each point that carries a base, and the latest point (R-ADO-03).

    Returns
    -------
    pd.DataFrame
        ``id, date, territoire, base, numerator, denominator, value, state, source``. ``value`` [%]
        is missing (``sans_objet``) when the base is 0, and (``non_fourni``) when the point does not
        carry the base or those on the way: a base of another day is never used.
    """
    rows = releves(dataset, jour, territoire)
    latest = rows["date"].eq(rows["date"].max())
    parts = [
        _sur(rows.loc[rows[column].notna() | latest], name, base, column)
        for name in _NUMERATEURS
        for column, base in BASES.items()
    ]
    if territoire == FRANCE:
        parts += [_sur_citee(rows, name, one) for name in _NUMERATEURS for one in BASES_CITEES]
    return _parts(pd.concat(parts, ignore_index=True).assign(territoire=territoire))


def evolutions(dataset: Dataset, jour: date, territoire: str = FRANCE) -> pd.DataFrame:
    """Return QA-05: from each point to the next that carries the same series.

    Returns
    -------
    pd.DataFrame
        ``serie, date_avant, date, avant, apres, difference, taux, jours, source_avant, source``;
        ``taux`` [%] is missing when the earlier value is 0.
    """
    rows = releves(dataset, jour, territoire)
    parts = [_suites(rows, name) for name in SERIES[:3]]
    return pd.concat(parts, ignore_index=True)


_NUMERATEURS: dict[str, Serie] = {"QA-03": "certifies", "QA-04": "total"}


def _sur(rows: pd.DataFrame, name: str, base: str, column: str) -> pd.DataFrame:
    """Points beside a base that one of their columns holds."""
    return pd.DataFrame(
        {
            "id": name,
            "date": rows["date"],
            "base": base,
            "numerator": rows[_NUMERATEURS[name]].astype("Float64"),
            "denominator": rows[column].astype("Float64"),
            "source": rows["source"],
        }
    )


def _sur_citee(rows: pd.DataFrame, name: str, one: BaseCitee) -> pd.DataFrame:
    """The point of a day beside the base that its source gives in words."""
    same = rows.loc[rows["date"].eq(pd.Timestamp(one.date))]
    sized = same.assign(effectif=pd.Series(one.effectif, index=same.index, dtype="Int64"))
    return _sur(sized, name, one.nom, "effectif").assign(
        source=same["source"] + f" ; base : {one.source}"
    )


def _lus(rows: pd.DataFrame, jour: date | None) -> pd.DataFrame:
    """Points up to the day, their territory said, with the total."""
    seen = rows if jour is None else rows.loc[rows["date"] <= pd.Timestamp(jour)]
    return _avec_total(seen.assign(territoire=seen["territoire"].fillna(FRANCE).str.strip()))


def _avec_total(rows: pd.DataFrame) -> pd.DataFrame:
    numbers = {name: rows[name].astype("Int64") for name in SERIES if name != "total"}
    typed = rows.assign(**numbers, date=rows["date"].astype("datetime64[us]"))
    return typed.assign(total=typed["certifies"] + typed["en_cours"])


def _parts(rows: pd.DataFrame) -> pd.DataFrame:
    """``value`` and ``state`` of shares."""
    base = rows["denominator"].where(rows["denominator"].gt(0))
    told = rows["numerator"].notna() & rows["denominator"].notna()
    empty = rows["denominator"].eq(0).fillna(value=False).astype(bool)
    state = told.map({True: "exact", False: "non_fourni"}).mask(empty, "sans_objet").astype("str")
    share = (100 * rows["numerator"] / base).astype("Float64")
    columns = ["id", "date", "territoire", "base", "numerator", "denominator", "value", "state",
               "source"]  # fmt: skip
    ordered = rows.assign(value=share, state=state)[columns]
    return ordered.sort_values(["id", "base", "date"], kind="stable", ignore_index=True)


def _suites(rows: pd.DataFrame, serie: Serie) -> pd.DataFrame:
    """Each point of a series beside the one before it."""
    told = rows.loc[rows[serie].notna(), ["date", serie, "source"]]
    before = told.shift()
    found = pd.DataFrame(
        {
            "serie": serie,
            "date_avant": before["date"],
            "date": told["date"],
            "avant": before[serie].astype("Int64"),
            "apres": told[serie].astype("Int64"),
            "source_avant": before["source"],
            "source": told["source"],
        }
    ).dropna(subset=["date_avant"])
    base = found["avant"].where(found["avant"].gt(0)).astype("Float64")
    return found.assign(
        difference=found["apres"] - found["avant"],
        taux=100 * (found["apres"] - found["avant"]) / base,
        jours=(found["date"] - found["date_avant"]).dt.days.astype("Int64"),
    )
