"""The joint count of proposals: R-CH-04, which rows only one party has."""

from __future__ import annotations

import pytest

from reportlib.rules import suivi_conjoint
from tests.indicators.registres import register

HEAD = "id_proposition | id_of | date_reception | intitule_formation"


def rows(*lines: str):
    return register("propositions", "\n".join([HEAD, *lines]))


def pairs(declared: list[str], held: list[str]) -> list[tuple[str, str]]:
    found = suivi_conjoint.paires(rows(*declared), rows(*held))
    return sorted(found.itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("day", "same"),
    [("2022-03-30", True), ("2022-03-31", False), ("2022-01-31", True), ("2022-01-30", False)],
)
def test_r_ch_04_less_than_thirty_days_apart(day, same):
    found = pairs([f"S1 | A | {day} | Soins"], ["P1 | A | 2022-03-01 | Soins"])
    assert found == ([("S1", "P1")] if same else [])


def test_r_ch_04_the_29th_of_february_counts():
    assert pairs(["S1 | A | 2024-02-10 | Soins"], ["P1 | A | 2024-03-10 | Soins"])
    assert not pairs(["S1 | A | 2024-02-10 | Soins"], ["P1 | A | 2024-03-11 | Soins"])


@pytest.mark.parametrize(
    ("declared", "same"),
    [
        ("S1 | A | 2022-03-05 | SOINS ", True),
        ("S1 | B | 2022-03-05 | Soins", False),
        ("S1 | A | 2022-03-05 | Vente", False),
        ("S1 | A | 2022-03-05 |", False),
    ],
)
def test_r_ch_04_same_organisation_and_same_formation(declared, same):
    assert bool(pairs([declared], ["P1 | A | 2022-03-01 | Soins"])) is same


def test_r_ch_04_two_rows_that_name_no_formation_are_not_the_same():
    assert pairs(["S1 | A | 2022-03-05 |"], ["P1 | A | 2022-03-01 |"]) == []


def test_the_nearest_are_paired_and_a_row_once():
    declared = ["S1 | A | 2022-03-10 | Soins", "S2 | A | 2022-03-12 | Soins"]
    held = ["P1 | A | 2022-03-11 | Soins", "P2 | A | 2022-03-25 | Soins"]
    assert pairs(declared, held) == [("S1", "P1"), ("S2", "P2")]
    assert pairs(declared, held[:1]) == [("S1", "P1")]
    assert pairs(["S3 | A | 2022-03-01 | Soins", *declared[1:]], held[:1]) == [("S2", "P1")]


def test_what_one_party_only_has_is_listed_with_its_party():
    declared = rows("S1 | A | 2022-03-10 | Soins", "S2 | A | 2022-05-12 | Vente")
    held = rows("P1 | A | 2022-03-11 | Soins", "P2 | A | 2022-04-25 | Soins")
    alone = suivi_conjoint.non_appariees(declared, held)
    assert list(zip(alone["id_proposition"], alone["source"], strict=True)) == [
        ("P2", "tpge"),
        ("S2", "of"),
    ]
