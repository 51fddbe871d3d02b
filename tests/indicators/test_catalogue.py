"""The catalogue: every record is whole, sourced, and says what its formula gives."""

from __future__ import annotations

import re

import pytest

from reportlib.indicators import catalogue, indicator
from reportlib.indicators.page import FAMILIES, page
from reportlib.indicators.record import UNIT_COLUMNS
from reportlib.periods import Period
from reportlib.settings import Settings
from tests.indicators.cas_2022 import region_2022
from tests.indicators.registres import TYPES, complete

NAMES = sorted(catalogue())
WANTED = {
    "BA-01", "BA-02", "BA-03", "BA-04", "BA-05", "BA-06", "BA-07", "BA-08", "BA-10", "BA-11",
    "BA-12", "BA-19", "BA-21", "BA-23", "BA-24", "BA-27", "RP-01", "RP-02", "RP-04", "RP-11",
    "CH-04", "CH-05", "CH-09", "CH-10", "CH-16", "CH-17", "CH-18", "CH-19", "CH-20",
}  # fmt: skip


def test_the_slice_is_whole():
    assert set(NAMES) >= WANTED


def test_the_catalogue_is_sorted_and_a_change_to_it_stays_with_the_caller():
    first = catalogue()
    assert list(first) == NAMES
    first.clear()
    assert list(catalogue()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_record_is_whole(name):
    record = indicator(name)
    assert record.id == name
    assert name[:2] in FAMILIES
    for words in (record.libelle, record.definition, record.formule, record.unite, record.source):
        assert words.strip()
    assert record.principal in record.registres
    assert set(record.multiples) <= set(record.ventilations)
    assert set(record.sensibles) <= set(record.ventilations)
    assert (record.kind == "part") == (record.unite == "%")
    assert record.charte == name.startswith("CH")
    for column in (record.date_reference, *record.dates_repli):
        assert column is None or column in TYPES[record.principal]


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_a_record_have_french_typography(name):
    record = indicator(name)
    for words in (record.libelle, record.definition, record.cas_limites, record.source):
        assert "'" not in words
        assert not re.search(r"(?<=\S) [;:!?»%](?=\s|$)", words)
        assert not re.search(r"« ", words)


@pytest.mark.parametrize("name", NAMES)
def test_units_have_the_columns_that_the_record_promises(name):
    record = indicator(name)
    found = record.formula(complete(region_2022()), Period.year(2022), Settings())
    assert {*UNIT_COLUMNS, *record.ventilations} <= set(found.rows.columns)
    assert {"cle", "id_of", "raison", "visible_of"} <= set(found.left_out.columns)
    assert found.rows["cle"].notna().all()


def test_the_page_of_the_documentation_is_up_to_date(root, request):
    path = root / "docs" / "indicateurs.md"
    if request.config.getoption("--update-golden"):
        path.write_text(page(), encoding="utf-8", newline="\n")
        pytest.skip("rewrote docs/indicateurs.md: read the diff before you commit it")
    assert path.read_text(encoding="utf-8") == page()
