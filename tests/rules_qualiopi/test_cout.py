"""R-COUT-01 and R-COUT-02: five items, a cycle, a year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.rules import cout
from reportlib.rules.cout import ACCOMPAGNEMENT_CNEFOP, ACCOMPAGNEMENT_GENERAL, Tarifs


def totaux(accompagnement: int, annees: int, audits: int) -> tuple[Decimal, Decimal]:
    prices = Tarifs(accompagnement=Decimal(accompagnement))
    got = cout.cout(prices, annees=annees, audits=audits)
    return got.total, got.annualise


# Vectors of the rules


def test_v_cout_01_reading_of_the_slides_average() -> None:
    assert totaux(3000, 3, 1) == (Decimal(5150), Decimal("1716.67"))


def test_v_cout_02_reading_of_the_slides_low() -> None:
    assert totaux(500, 3, 1) == (Decimal(2650), Decimal("883.33"))


def test_v_cout_03_two_audits() -> None:
    assert totaux(3000, 3, 2) == (Decimal(5650), Decimal("1883.33"))


def test_v_cout_04_two_audits_low() -> None:
    assert totaux(500, 3, 2) == (Decimal(3150), Decimal("1050.00"))


def test_v_cout_05_four_years() -> None:
    assert totaux(3000, 4, 1) == (Decimal(5400), Decimal("1350.00"))


def test_v_cout_06_four_years_low() -> None:
    assert totaux(500, 4, 1) == (Decimal(2900), Decimal("725.00"))


# Boundaries of our own


def test_the_defaults_are_the_reading_of_the_slides() -> None:
    assert (ACCOMPAGNEMENT_GENERAL, ACCOMPAGNEMENT_CNEFOP) == (3000, 500)
    got = cout.cout()
    assert (got.total, got.annees, got.audits) == (5150, 3, 1)
    assert "Ordre de grandeur" in got.mention


def test_r_cout_01_internal_time_is_valued_or_said_not_to_be() -> None:
    plain = cout.cout().postes[0]
    assert (plain.montant, plain.texte) == (None, "non valorisé")
    valued = cout.cout(Tarifs(mise_en_conformite=Decimal(4200)))
    assert (valued.total, valued.postes[0].texte) == (9350, "4\u202f200,00\u00a0€")
    assert cout.cout(Tarifs(mise_en_conformite=Decimal(0))).postes[0].texte == "0,00\u00a0€"


def test_r_cout_02_items_2_to_5_come_back() -> None:
    got = cout.cout(Tarifs(mise_en_conformite=Decimal(4200)))
    assert got.a_renouveler == 5150
    assert [p.numero for p in got.postes if p.recurrence != "une fois"] == [2, 3, 4, 5]


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ParameterError, match="au moins un an"):
        cout.cout(annees=0)
    with pytest.raises(ParameterError, match="au moins un an"):
        cout.cout(audits=-1)
    with pytest.raises(ParameterError, match="positifs"):
        Tarifs(redevance=Decimal(-1))
    with pytest.raises(ParameterError, match="positifs"):
        Tarifs(mise_en_conformite=Decimal(-1))


@given(st.integers(0, 10_000), st.integers(1, 10), st.integers(0, 5))
def test_the_total_is_the_sum_of_the_items(support: int, years: int, audits: int) -> None:
    got = cout.cout(Tarifs(accompagnement=Decimal(support)), annees=years, audits=audits)
    assert got.total == support + 900 + 500 * audits + 250 * years
    assert abs(got.annualise * years - got.total) <= Decimal("0.005") * years
