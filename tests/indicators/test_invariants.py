"""What no register may break: order, duplicates, the future, sums, and inputs left as they were."""

from __future__ import annotations

from random import Random

import pandas as pd
import pandas.testing as pdt
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reportlib.dataset import Dataset
from reportlib.indicators import a_part, catalogue, explain, indicator, measure
from reportlib.periods import Period
from reportlib.settings import Settings
from tests.indicators.hasard import later_rows, region
from tests.indicators.registres import typed

YEAR = Period.year(2022)
SETTINGS = Settings()
MADE = set(region(Random(0)).frames)
"""Registers that are made up here."""
NAMES = sorted(name for name, one in catalogue().items() if set(one.registres) <= MADE)
SINGLE = [
    (name, par)
    for name in NAMES
    for par in indicator(name).ventilations
    if par not in indicator(name).multiples and not indicator(name).repartition
]
"""Breakdowns where a unit has one value."""
SHARED = ("BA-08", "CH-30", "CH-30c")
"""Acts of the region, and meetings of several organisations: the region is not their sum."""
FEW = settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # a whole region takes minutes to shrink
    suppress_health_check=[HealthCheck.too_slow],
)
RANDOM = st.randoms(use_true_random=False)


def tables(data: Dataset, name: str) -> list[pd.DataFrame]:
    """The figures of an indicator, whole and by each breakdown, and what it leaves out."""
    record = indicator(name)
    pars = [(), *((par,) for par in record.ventilations)]
    found = [measure(record, data, YEAR, SETTINGS, par=par) for par in pars]
    left_out = a_part(record, data, YEAR, SETTINGS)
    return [*found, left_out.sort_values(["id_of", "raison"], ignore_index=True)]


def check_same(first: Dataset, second: Dataset, name: str) -> None:
    for one, other in zip(tables(first, name), tables(second, name), strict=True):
        pdt.assert_frame_equal(one, other, check_dtype=False)


def changed(data: Dataset, change) -> Dataset:
    return Dataset(frames={name: change(name, data[name]) for name in data.frames})


@FEW
@given(name=st.sampled_from(NAMES), random=RANDOM)
def test_the_order_of_rows_changes_nothing(name: str, random: Random):
    data = region(random)

    def shuffled(_: str, rows: pd.DataFrame) -> pd.DataFrame:
        places = list(range(len(rows)))
        random.shuffle(places)
        return rows.iloc[places].reset_index(drop=True)

    check_same(data, changed(data, shuffled), name)


@FEW
@given(name=st.sampled_from(NAMES), random=RANDOM)
def test_exact_duplicates_change_nothing(name: str, random: Random):
    data = region(random)
    twice = changed(data, lambda _, rows: pd.concat([rows, rows], ignore_index=True))
    check_same(data, twice, name)


@FEW
@given(name=st.sampled_from(NAMES), random=RANDOM)
def test_what_happens_after_the_period_changes_nothing(name: str, random: Random):
    """A bilan of 2022 made again in 2024 gives the same numbers (R-ETAT-01)."""
    data = region(random)
    more = later_rows(random, data)

    def followed(register: str, rows: pd.DataFrame) -> pd.DataFrame:
        return pd.concat([rows, typed(register, more[register])], ignore_index=True)

    check_same(data, changed(data, followed), name)


@FEW
@given(name=st.sampled_from(NAMES), random=RANDOM)
def test_how_late_a_later_date_is_changes_nothing(name: str, random: Random):
    data = region(random)
    end = pd.Timestamp(YEAR.end)

    def delayed(_: str, rows: pd.DataFrame) -> pd.DataFrame:
        days = rows.select_dtypes("datetime").columns
        moved = {day: rows[day].mask(rows[day] > end, rows[day] + pd.Timedelta(days=400))
                 for day in days}  # fmt: skip
        return rows.assign(**moved)

    check_same(data, changed(data, delayed), name)


@FEW
@given(name=st.sampled_from([n for n in NAMES if n not in SHARED]), random=RANDOM)
def test_organisations_and_what_is_not_attributed_make_the_region(name: str, random: Random):
    table = measure(indicator(name), region(random), YEAR, SETTINGS)
    whole = table["perimetre"].eq("region")
    for column in ("numerator", "denominator"):
        assert table.loc[whole, column].sum() == table.loc[~whole, column].sum()


@FEW
@given(case=st.sampled_from(SINGLE), random=RANDOM)
def test_the_parts_of_a_breakdown_make_the_whole(case: tuple[str, str], random: Random):
    name, par = case
    data = region(random)
    whole = measure(indicator(name), data, YEAR, SETTINGS)
    parts = measure(indicator(name), data, YEAR, SETTINGS, par=(par,))
    keys = ["perimetre", "id_of"]
    for column in ("numerator", "denominator"):
        summed = parts.groupby(keys, observed=True)[column].sum()
        pdt.assert_series_equal(
            summed.sort_index(), whole.set_index(keys)[column].fillna(0).sort_index(),
            check_dtype=False, check_index_type=False,
        )  # fmt: skip


@FEW
@given(random=RANDOM)
def test_shares_of_one_whole_add_up_to_it(random: Random):
    record = indicator("RP-04")
    parts = measure(record, region(random), YEAR, SETTINGS, par=record.ventilations)
    for _, rows in parts.groupby(["perimetre", "id_of"], observed=True):
        if rows["denominator"].gt(0).any():
            assert set(rows["denominator"]) == {rows["numerator"].sum()}


@FEW
@given(name=st.sampled_from(NAMES), random=RANDOM)
def test_a_base_of_zero_has_no_object_and_never_a_zero(name: str, random: Random):
    record = indicator(name)
    for par in [(), *((par,) for par in record.ventilations)]:
        table = measure(record, region(random), YEAR, SETTINGS, par=par)
        if record.kind == "part":
            empty = table["denominator"].eq(0)
            assert table.loc[empty, "value"].isna().all()
            assert table["state"].eq("sans_objet").equals(empty)
            assert table.loc[~empty, "value"].between(0, 100).all()
        if record.kind != "somme":
            assert (table["numerator"].fillna(0) >= 0).all()


@FEW
@given(name=st.sampled_from(NAMES), random=RANDOM)
def test_no_formula_changes_its_registers(name: str, random: Random):
    data = region(random)
    before = {register: rows.copy(deep=True) for register, rows in data.frames.items()}
    tables(data, name)
    explain(indicator(name), data, YEAR, SETTINGS, id_of="A", copie="organisme")
    for register, rows in data.frames.items():
        pdt.assert_frame_equal(rows, before[register])


@FEW
@given(name=st.sampled_from(NAMES), random=RANDOM)
def test_an_organisation_s_copy_never_holds_more_than_the_internal_one(name: str, random: Random):
    data = region(random)
    keys = ["perimetre", "id_of"]
    inside = measure(indicator(name), data, YEAR, SETTINGS).set_index(keys)
    copy = measure(indicator(name), data, YEAR, SETTINGS, copie="organisme").set_index(keys)
    assert set(copy.index) <= set(inside.index)
    both = inside.loc[copy.index]
    assert (copy["numerator"].fillna(0) <= both["numerator"].fillna(0)).all()
    pdt.assert_frame_equal(
        inside.loc[inside.index.get_level_values(0) == "region"],
        copy.loc[copy.index.get_level_values(0) == "region"],
    )


@FEW
@given(name=st.sampled_from(NAMES), random=RANDOM)
def test_explain_gives_the_units_behind_the_number(name: str, random: Random):
    record, data = indicator(name), region(random)
    found = explain(record, data, YEAR, SETTINGS)
    counted = found.units["role"].isin(("compté", "numérateur et base"))
    if record.kind in {"compte", "part", "organismes"} and record.id not in SHARED:
        assert counted.sum() == found.numerator
    if record.kind == "part" and record.id not in SHARED:
        assert len(found.units) == found.denominator
    assert not found.units["cle"].duplicated().any()
