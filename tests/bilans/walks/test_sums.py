"""Parts add up to wholes: breakdowns, organisations, months, before disclosure; rows of tables."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pytest

from reportlib.dataset import Dataset
from reportlib.indicators import indicator
from reportlib.indicators.record import Indicator
from reportlib.periods import Period
from reportlib.sections.figures import Figures
from reportlib.settings import Settings
from tests.bilans.conftest import SAMPLE
from tests.bilans.recueil import CAS, Cas
from tests.bilans.shared import Remembered
from tests.bilans.walks.refs import parsed

YEARS = (2021, 2022, 2023, 2024)
ADDED = ("compte", "somme", "part")
"""Kinds whose numbers add up; the others count an organisation or a meeting once."""
NUMBERS = ("numerator", "denominator")


def used() -> list[tuple[str, tuple[str, ...]]]:
    """Indicator and breakdowns of every table of every bilan."""
    found: set[tuple[str, tuple[str, ...]]] = set()
    for case in CAS:
        for one in vars(case.said().bilan).values():
            if isinstance(one, Figures):
                found |= {(name, tuple(par)) for name, *par in one._released}
    return sorted(found)


def summed(table: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Sums of the numbers by scope."""
    named = {name: f"{name}_parts" for name in NUMBERS}
    sums = table.groupby(keys, as_index=False)[list(NUMBERS)].sum()
    return sums.rename(columns=named)


def gaps(whole: pd.DataFrame, parts: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Rows of ``whole`` that their parts do not make."""
    joined = whole.merge(summed(parts, keys), on=keys, how="left").fillna(0.0)
    off = pd.Series(data=False, index=joined.index)
    for name in NUMBERS:
        off |= (joined[name] - joined[f"{name}_parts"]).abs() > 1e-6
    return joined.loc[off]


def added(record: Indicator, par: tuple[str, ...] = ()) -> bool:
    """Whether the parts of a breakdown are the whole, no unit in two of them."""
    several = set(par) & set(record.multiples)
    return record.kind in ADDED and not several and not (par and record.repartition)


@pytest.mark.parametrize("year", YEARS)
def test_breakdowns_and_organisations_add_up(year: int, remembered: Remembered) -> None:
    dataset, period, settings = Dataset.read(SAMPLE / "registres"), Period.year(year), Settings()
    seen = 0
    for name, par in used():
        record = indicator(name)
        if not added(record, par):
            continue
        whole = remembered.measure(record, dataset, period, settings)
        if whole["state"].isin(["non_fourni", "reconduction"]).any():
            continue
        if par:
            parts = remembered.measure(record, dataset, period, settings, par=par)
            assert gaps(whole, parts, ["perimetre", "id_of"]).empty, (name, par)
        elif "groupe" not in (
            alone := remembered.record(record).formula(dataset, period, settings).rows
        ):
            region = whole.loc[whole["perimetre"].eq("region")].assign(_all=0)
            others = whole.loc[whole["perimetre"].ne("region")].assign(_all=0)
            if not alone["id_of"].eq("").any():
                assert gaps(region, others, ["_all"]).empty, name
        seen += 1
    assert seen > 60


def test_months_and_quarters_are_the_year(remembered: Remembered) -> None:
    """A month that is asked for by itself is the month of the year's table."""
    dataset, settings = Dataset.read(SAMPLE / "registres"), Settings()
    for name in ("BA-01", "BA-10", "CH-21"):
        record = indicator(name)
        year = remembered.measure(record, dataset, Period.year(2022), settings, par=("mois",))
        march = Period.parse("01/03/2022-31/03/2022")
        alone = remembered.measure(record, dataset, march, settings)
        keys = ["perimetre", "id_of"]
        one = year.loc[year["mois"].eq("2022-03"), [*keys, "numerator"]]
        kept = alone.loc[alone["numerator"].gt(0), [*keys, "numerator"]]
        joined = one.merge(kept, on=keys, how="outer", suffixes=("", "_alone"))
        assert len(joined) > 0
        assert joined["numerator"].eq(joined["numerator_alone"]).all(), name


def test_a_part_that_is_lost_is_seen(remembered: Remembered) -> None:
    dataset, period, settings = Dataset.read(SAMPLE / "registres"), Period.year(2022), Settings()
    record = indicator("BA-02")
    whole = remembered.measure(record, dataset, period, settings)
    parts = remembered.measure(record, dataset, period, settings, par=("mois",))
    assert len(gaps(whole, parts.iloc[1:], ["perimetre", "id_of"])) > 0


# --- tables ---------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Sum:
    """A total of a table, and the cells above it."""

    where: str
    total: float
    parts: tuple[float, ...]

    @property
    def holds(self) -> bool:
        """Whether the cells make the total."""
        return math.isclose(self.total, math.fsum(self.parts), abs_tol=1e-9)


def totals(case: Cas) -> Iterator[Sum]:
    """Every total of a count that has all its cells, none withheld."""
    for block in case.said().blocks:
        record = block.record()
        if record["kind"] == "table":
            yield from _totals(record)


def _totals(table: dict[str, Any]) -> Iterator[Sum]:
    """A column's total is checked where its cells are values of one breakdown of one number."""
    totals = [row["cells"] for row in table["rows"] if row["total"]]
    others = [row["cells"] for row in table["rows"] if not row["total"]]
    if len(totals) != 1 or len(others) < 2:
        return
    for rank, total in enumerate(totals[0]):
        cells = [row[rank] for row in others]
        if _adds_up(total, cells):
            parts = tuple(float(cell["value"]) for cell in cells)
            where = f"{table['title']} / {table['columns'][rank]['label']}"
            yield Sum(where=where, total=float(total["value"]), parts=parts)


def _adds_up(total: dict[str, Any], cells: list[dict[str, Any]]) -> bool:
    every = [total, *cells]
    if any(cell["state"] != "exact" or cell["value"] is None for cell in every):
        return False
    refs = [parsed(cell["ref"]) for cell in every]
    named = [ref for ref in refs if ref is not None]
    if len(named) < len(every) or any(ref.part == "taux" for ref in named):
        return False
    whole, *parts = named
    record = indicator(whole.id)
    same = {(ref.id, ref.scope, ref.when, ref.part) for ref in named}
    names = {tuple(name for name, _ in ref.group) for ref in parts}
    inner = names.pop() if len(names) == 1 else ()
    return len(same) == 1 and len(inner) == len(whole.group) + 1 and added(record, inner)


def test_rows_of_tables_make_their_totals() -> None:
    found = [one for case in CAS for one in totals(case)]
    assert len(found) > 20
    assert [one for one in found if not one.holds] == []


def test_a_row_that_is_lost_is_seen() -> None:
    one = next(one for case in CAS for one in totals(case) if one.parts[0])
    assert not Sum(where=one.where, total=one.total, parts=one.parts[1:]).holds
