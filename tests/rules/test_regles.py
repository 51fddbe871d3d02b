"""Every vector has a test, every rule is listed, and ``docs/regles.md`` says where they are."""

from __future__ import annotations

import pytest

from tests.rules import tableau

KNOWN = tableau.entries()


@pytest.fixture(scope="module")
def named() -> dict[str, list[tuple[str, str]]]:
    return tableau.tests()


def test_each_vector_is_named_by_a_test(named):
    assert [one.id for one in KNOWN if one.id.startswith("V-") and not named.get(one.id)] == []


def test_the_list_is_whole_and_without_doubles():
    ids = [one.id for one in KNOWN]
    assert len(ids) == len(set(ids)) == 205
    assert sum(one.startswith("V-") for one in ids) == 63
    families = {}
    for one in ids:
        families.setdefault(one[:-3], []).append(int(one[-2:]))
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in families.values())
    assert all(one.enonce and one.section[1:3] == ". " for one in KNOWN)


def test_no_module_and_no_test_names_a_rule_that_is_not_listed(named):
    ids = {one.id for one in KNOWN}
    assert (set(tableau.modules()) | set(named)) - ids == set()


def test_the_page_is_up_to_date(request):
    fresh = tableau.page()
    if request.config.getoption("--update-golden"):
        tableau.PAGE.write_text(fresh, encoding="utf-8")
        pytest.skip("rewrote docs/regles.md: read the diff before you commit it")
    assert tableau.PAGE.read_text(encoding="utf-8") == fresh


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("R-XX-01", {"R-XX-01"}),
        ("R-XX-02 to R-XX-04", {"R-XX-02", "R-XX-03", "R-XX-04"}),
        ("R-XX-02 to 04.", {"R-XX-02", "R-XX-03", "R-XX-04"}),
        ("R-XX-01, R-XX-03 à R-XX-05", {"R-XX-01", "R-XX-03", "R-XX-04", "R-XX-05"}),
        ("R-XX-01\nto R-XX-02, R-YY-07", {"R-XX-01", "R-XX-02", "R-YY-07"}),
        ("R-XX-01 and 2023", {"R-XX-01"}),
        ("CH-01, BA-03", set()),
    ],
)
def test_ids_written_in_a_text(text, found):
    assert tableau.ids_in(text) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("test_v_xx_03_five", {"V-XX-03"}),
        ("test_r_xx_01_to_03_and_08_items", {"R-XX-01", "R-XX-02", "R-XX-03", "R-XX-08"}),
        ("test_for_xx_01", set()),
    ],
)
def test_ids_said_by_the_name_of_a_test(name, found):
    assert tableau.ids_of(name) == found


def test_a_test_that_asserts_nothing_names_nothing():
    """The seeded defect: a vector's test emptied, or renamed, is no longer counted."""
    full = 'CASES = ["V-XX-02"]\n\n\ndef test_v_xx_01_a(case=CASES):\n    assert case\n'
    assert dict(tableau.tests_of(full)) == {"test_v_xx_01_a": {"V-XX-01", "V-XX-02"}}
    assert dict(tableau.tests_of(full.replace("assert case", "case()"))) == {}
    assert dict(tableau.tests_of(full.replace("v_xx_01", "x"))) == {"test_x_a": {"V-XX-02"}}
