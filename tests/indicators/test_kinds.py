"""Kinds of the engine beyond counts: sums, means of groups, what several organisations share."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from reportlib.indicators import Units, explain, indicator, measure
from reportlib.periods import Period
from reportlib.settings import Settings
from tests.indicators.registres import dataset

YEAR = Period.year(2022)
ATELIERS = "\nid_atelier | date_atelier\nT1 | 2022-01-03\n"


def measured(kind, rows, *, par=()):
    """Figures of a made-up indicator of ``kind`` over ``rows``, a unit each, by scope."""
    units = pd.DataFrame(rows).assign(visible_of=True, etat_import=False)
    record = replace(
        indicator("BA-08"), kind=kind, ventilations=("part",), formula=lambda *_: Units(units)
    )
    data = dataset(ateliers=ATELIERS)
    figures = measure(record, data, YEAR, Settings(), par=par)
    return record, data, figures.set_index(["perimetre", "id_of"])


def unit(cle, of, above, base=1.0, groupe="", part="a"):
    named = {"cle": cle, "id_of": of, "groupe": groupe, "part": part}
    return named | {"numerateur": above, "denominateur": base}


def test_a_sum_adds_what_units_weigh():
    _, _, figures = measured("somme", [unit("a", "OF-1", 7.5), unit("b", "OF-2", 3.0)])
    assert figures.loc[("region", ""), "value"] == 10.5
    assert figures.loc[("organisme", "OF-1"), "value"] == 7.5
    assert pd.isna(figures.loc[("region", ""), "denominator"])


def test_a_mean_is_the_mean_of_its_groups_not_of_its_units():
    rows = [
        unit("a", "OF-1", 3, groupe="A1"),
        unit("b", "OF-2", 1, groupe="A1"),
        unit("c", "OF-1", 0, groupe="A2"),
        unit("d", "OF-1", 9, 0.0, groupe="A3"),  # no base: nobody's mean
    ]
    _, _, figures = measured("moyenne", rows)
    assert figures.loc[("region", ""), "value"] == pytest.approx((2 + 0) / 2)
    assert figures.loc[("organisme", "OF-1"), "value"] == pytest.approx(1.5)


def test_a_mean_without_base_has_no_object():
    _, _, figures = measured("moyenne", [unit("a", "OF-1", 0, 0.0, groupe="A1")])
    assert figures.loc[("region", ""), "state"] == "sans_objet"


def test_what_organisations_share_counts_once_for_the_region():
    rows = [
        unit("D1|OF-1", "OF-1", 1, groupe="D1", part="a"),
        unit("D1|OF-2", "OF-2", 1, groupe="D1", part="b"),
        unit("D2|OF-2", "OF-2", 1, groupe="D2", part="b"),
        unit("D3|OF-2", "OF-2", 0, groupe="D3", part="b"),
    ]
    record, data, figures = measured("distincts", rows)
    assert figures["value"].to_dict() == {
        ("region", ""): 2.0,
        ("organisme", "OF-1"): 1.0,
        ("organisme", "OF-2"): 2.0,
    }
    *_, by = measured("distincts", rows, par=("part",))
    regional = by.loc[[("region", "")]].set_index("part")["value"]
    assert regional.to_dict() == {"a": 1.0, "b": 2.0}
    shown = explain(record, data, YEAR, Settings()).units
    assert shown.loc[shown["numerateur"].gt(0), "groupe"].nunique() == 2


def test_an_empty_base_is_an_exact_zero():
    columns = ["cle", "id_of", "numerateur", "denominateur", "groupe", "part"]
    empty = {name: pd.Series(dtype="float64" if "ateur" in name else "str") for name in columns}
    for kind in ("somme", "distincts"):
        _, _, figures = measured(kind, empty)
        assert figures.loc[("region", ""), ["value", "state"]].tolist() == [0.0, "exact"]


def test_a_measure_is_found_by_its_letter():
    with pytest.raises(Exception, match="plus proche"):
        indicator("BA-08z")
