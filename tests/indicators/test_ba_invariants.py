"""What no register of the year may break: order, duplicates, the future, sums, inputs."""

from __future__ import annotations

from random import Random

import pandas as pd
import pandas.testing as pdt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.dataset import Dataset
from reportlib.indicators import explain, indicator, measure
from tests.indicators.hasard_annuel import annuel, plus_tard
from tests.indicators.lecture import SETTINGS, YEAR
from tests.indicators.test_invariants import FEW, check_same

NAMES = (
    "BA-09", "BA-09b", "BA-13", "BA-13b", "BA-14", "BA-14b", "BA-15", "BA-16", "BA-16b",
    "BA-17", "BA-17b", "BA-17c", "BA-18", "BA-20", "BA-20b", "BA-22",
)  # fmt: skip
REGIONAL = ("BA-20", "BA-20b")
"""Juries belong to the region: nobody's share of it."""
FEWER = settings(FEW, max_examples=4)
NAMED = st.sampled_from(NAMES)
RANDOM = st.randoms(use_true_random=False)


def changed(data: Dataset, change) -> Dataset:
    return Dataset(frames={name: change(data[name]) for name in data.frames})


@FEWER
@given(name=NAMED, random=RANDOM)
def test_the_order_of_rows_and_exact_duplicates_change_nothing(name: str, random: Random):
    data = annuel(random)

    def shuffled(rows: pd.DataFrame) -> pd.DataFrame:
        places = [*range(len(rows)), *range(len(rows))]
        random.shuffle(places)
        return rows.iloc[places].reset_index(drop=True)

    check_same(data, changed(data, shuffled), name)


@FEWER
@given(name=NAMED, random=RANDOM)
def test_what_happens_after_the_period_changes_nothing(name: str, random: Random):
    data = annuel(random)
    check_same(data, plus_tard(random, data), name)


@pytest.mark.parametrize("name", NAMES)
def test_parts_make_the_whole_and_organisations_make_the_region(name: str):
    record = indicator(name)
    data = annuel(Random(name))
    before = {register: data[register].copy() for register in data.frames}
    whole = measure(record, data, YEAR, SETTINGS)
    region = whole["perimetre"].eq("region")
    for column in ("numerator", "denominator"):
        if name not in REGIONAL:
            assert whole.loc[region, column].sum() == whole.loc[~region, column].sum()
    for par in record.ventilations:
        parts = measure(record, data, YEAR, SETTINGS, par=(par,))
        check_parts(record, whole, parts, par)
    for register, rows in before.items():
        pdt.assert_frame_equal(data[register], rows)


def check_parts(record, whole: pd.DataFrame, parts: pd.DataFrame, par: str) -> None:
    """Parts add up, but for lists (at least the whole) and shares of one whole (its base)."""
    keys = ["perimetre", "id_of"]
    summed = parts.groupby(keys, observed=True)[["numerator", "denominator"]].sum().add_suffix("_p")
    both = whole.set_index(keys)[["numerator", "denominator"]].fillna(0).join(summed)
    both = both.fillna(0)
    if par == "statut" and record.repartition:
        assert both["numerator_p"].eq(both["denominator"]).all()
        assert parts["denominator"].isin([0, *both["denominator"]]).all()
    elif par in record.multiples:
        assert both["numerator_p"].ge(both["numerator"]).all()
    else:
        assert both["numerator_p"].eq(both["numerator"]).all()
        assert both["denominator_p"].eq(both["denominator"]).all()


@pytest.mark.parametrize("name", NAMES)
def test_explain_gives_the_units_behind_the_number(name: str):
    data = annuel(Random(name))
    found = explain(indicator(name), data, YEAR, SETTINGS)
    if found.units.empty:
        assert found.numerator == 0
    else:
        assert found.units["numerateur"].sum() == found.numerator
        assert not found.units["cle"].duplicated().any()
    if indicator(name).kind == "part":
        assert found.units["denominateur"].sum() == found.denominator
