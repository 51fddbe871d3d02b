"""Support of trainees (R-ACC-01 to R-ACC-08) and campaigns: items, last answers, partial blocks."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.periods import Period
from reportlib.registers import registers
from reportlib.rules import accompagnement, campagnes
from tests.indicators.registres import register

YEAR = Period.year(2022)


def codes(letter):
    return [one.code for one in accompagnement.items() if one.bloc == letter]


def test_r_acc_01_to_04_and_08_eighteen_items_in_five_blocks():
    assert len(accompagnement.items()) == 18
    assert accompagnement.engagements() == ("A1", "A2", "A3", "A4")  # R-ACC-01
    assert codes("C") == ["C1", "C2", "C3", "C4"]  # R-ACC-02
    assert codes("V") == ["V1", "V2", "V3", "V4"]  # R-ACC-03
    assert codes("O") == ["O1", "O2", "O3", "O4", "O5"]  # R-ACC-04
    assert codes("M") == ["M1"]  # R-ACC-08
    assert [one.bloc for one in accompagnement.items()] == [*"AAAACCCCMVVVVOOOOO"]


def test_the_items_are_those_of_the_register():
    known = registers()["autoevaluations"].colonnes["item"].valeurs
    assert tuple(one.code for one in accompagnement.items()) == known


def test_r_acc_05_the_scale_and_what_the_tool_is_not():
    assert list(accompagnement.echelle()) == [0, 1, 2, 3]
    assert accompagnement.echelle()[3] == "effectif"
    assert "n’est pas un engagement de la charte" in accompagnement.charte()["mention"]


def test_r_acc_06_no_content_of_an_interview_is_a_column():
    columns = set(registers()["autoevaluations"].colonnes)
    assert columns == {"id_of", "campagne", "item", "niveau", "preuve"}
    assert "aucun contenu d’entretien" in accompagnement.charte()["tension"]


def test_r_acc_07_resources_may_be_shared():
    assert "groupement" in accompagnement.charte()["mutualisation"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("Campagne 2022", "2022-01-01", "2022-12-31"),
        ("2022-S1", "2022-01-01", "2022-06-30"),
        ("S2 2022", "2022-07-01", "2022-12-31"),
        ("Tests 2 de 2022", "2022-01-01", "2022-12-31"),
        ("printemps", None, None),
        ("20222", None, None),
        ("12022", None, None),
    ],
)
def test_a_campaign_says_when_it_was(text, start, end):
    when = campagnes.dates(pd.Series([text, None], dtype="str"))
    assert when["debut"].iloc[0] is pd.NaT if start is None else True
    assert str(when["debut"].iloc[0])[:10] == (start or "NaT")
    assert str(when["fin"].iloc[0])[:10] == (end or "NaT")
    assert when.iloc[1].isna().all()


@pytest.mark.parametrize(
    ("text", "period", "inside"),
    [
        ("2022", YEAR, True),
        ("2021", YEAR, False),
        ("2023", YEAR, False),
        ("2022", Period.half_year(2022, 1), True),
        ("2022-S2", Period.half_year(2022, 1), False),
        ("2022-S1", YEAR, True),
        ("?", YEAR, False),
    ],
)
def test_a_campaign_belongs_to_the_periods_that_it_touches(text, period, inside):
    assert campagnes.dans(pd.Series([text], dtype="str"), period).tolist() == [inside]


ANSWERS = """
id_of | campagne | item | niveau
A     | 2022-S1  | A1   | 1
A     | 2022-S2  | A1   | 3
A     | 2021     | A1   | 0
A     | 2022-S1  | A2   | 2
A     | 2022-S1  | C1   |
B     | 2022-S2  | A1   | 2
      | 2022-S2  | A3   | 2
"""


def test_the_last_answer_of_the_period_counts():
    rows = register("autoevaluations", ANSWERS)
    said = accompagnement.reponses(rows, YEAR)
    assert dict(
        zip(said["id_of"].fillna("?") + said["item"], said["note"].fillna(-1), strict=True)
    ) == {
        "AA1": 3,
        "AA2": 2,
        "AC1": -1,
        "BA1": 2,
        "?A3": 2,
    }
    first = accompagnement.reponses(rows, Period.half_year(2022, 1))
    assert first.loc[first["item"].eq("A1"), "note"].tolist() == [1]


def test_the_last_campaign_and_the_one_before_it():
    rows = register("autoevaluations", ANSWERS).iloc[:3]
    assert campagnes.dernieres(rows, "item")["campagne"].tolist() == ["2022-S2"]
    assert campagnes.dernieres(rows.iloc[::-1], "item")["campagne"].tolist() == ["2022-S2"]
    older = pd.concat([rows, rows.iloc[[2]].assign(campagne="2019")])
    assert campagnes.precedente(older, YEAR)["campagne"].tolist() == ["2021"]
    nobody = register("autoevaluations", ANSWERS).iloc[[6, 6]].assign(_ligne=[8, 9])
    assert len(campagnes.dernieres(nobody, "item")) == 2
    assert campagnes.precedente(older.assign(id_of=float("nan")), YEAR).empty


def test_the_campaign_before_is_the_last_one_before_the_period():
    rows = register("autoevaluations", ANSWERS)
    assert accompagnement.reponses_precedentes(rows, YEAR)["note"].tolist() == [0]
    half = accompagnement.reponses_precedentes(rows, Period.half_year(2022, 2))
    assert half["item"].tolist() == ["A1", "A2", "C1"]
    assert accompagnement.reponses_precedentes(rows, Period.year(2021)).empty
    assert accompagnement.reponses_precedentes(rows, Period.year(2025)).empty


def test_s_o_is_an_answer_and_no_level():
    levels = pd.Series(["3", "s. o.", "sans_objet", None], dtype="str")
    assert accompagnement.notes(levels).fillna(-1).tolist() == [3, -1, -1, -1]
    assert accompagnement.sans_objet(levels).tolist() == [False, True, True, False]
    numbers = pd.Series([0, None], dtype="Int64")
    assert accompagnement.notes(numbers).fillna(-1).tolist() == [0, -1]
    assert accompagnement.sans_objet(numbers).tolist() == [False, False]


def test_the_grid_has_18_items_an_organisation_that_answered():
    rows = register("autoevaluations", ANSWERS).astype({"niveau": "str"})
    rows.loc[4, "niveau"] = "s. o."
    grid = accompagnement.grille(rows, YEAR)
    assert grid.groupby("id_of").size().to_dict() == {"A": 18, "B": 18}
    assert grid.loc[grid["repondu"], "item"].tolist() == ["A1", "A2", "C1", "A1"]
    assert grid["note"].notna().sum() == 3


@pytest.mark.parametrize(
    ("answered", "partial"),
    [(["A1"], True), (["A1", "A2"], False), (["A1", "A2", "A3", "A4"], False)],
)
def test_a_block_with_fewer_than_half_of_its_items_is_partial(answered, partial):
    lines = "".join(f"\nA | 2022 | {item} | 0" for item in answered)
    rows = register("autoevaluations", "id_of | campagne | item | niveau" + lines)
    found = accompagnement.blocs(rows, YEAR)
    assert found["bloc"].tolist() == ["A", "C", "M", "V", "O"]
    assert found["repondus"].tolist() == [len(answered), 0, 0, 0, 0]
    assert found["items"].tolist() == [4, 4, 1, 4, 5]
    assert found["partiel"].tolist() == [partial, True, True, True, True]


@pytest.mark.parametrize(("answered", "partial"), [(2, True), (3, False)])
def test_half_of_five_items_is_three(answered, partial):
    lines = "".join(f"\nA | 2022 | O{n + 1} | 1" for n in range(answered))
    rows = register("autoevaluations", "id_of | campagne | item | niveau" + lines)
    assert accompagnement.blocs(rows, YEAR)["partiel"].iloc[-1] == partial
