"""AC-01 to AC-09 on a small region of 2022, worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.disclosure import release
from reportlib.indicators import accompagnement, autoevaluation, measure
from reportlib.indicators.lost import set_aside_rows
from tests.indicators.lecture import SETTINGS, YEAR, apart, portees, valeurs
from tests.indicators.registres import dataset

REPONSES = """
id_of | campagne | item | niveau | preuve
A     | 2022     | A1   | 3      | projet affiché
A     | 2022     | A2   | 0      |
A     | 2022     | A3   |        |
A     | 2022     | C1   | 1      |
A     | 2022     | M1   | 2      |
A     | 2021     | A1   | 1      |
A     | 2021     | A2   | 2      |
A     | 2021     | O1   | 2      |
B     | 2022-S1  | A1   | 0      |
B     | 2022-S2  | A1   | 2      | fiche
B     | 2022-S2  | O1   | 3      |
B     | 2020     | A1   | 3      |
      | 2022     | A1   | 3      |
"""
DATA = dataset(autoevaluations=REPONSES)


def means(record, *par):
    """Scope and values of ``par`` → mean."""
    table = measure(record, DATA, YEAR, SETTINGS, par=par)
    names = table["id_of"].where(table["perimetre"].eq("organisme"), table["perimetre"])
    keys = zip(names, *(table[name] for name in par), strict=True)
    return {" ".join(key): value for key, value in zip(keys, table["value"], strict=True)}


def test_ac_01_items_answered_out_of_18():
    assert portees(autoevaluation.AC_01, DATA) == {"region": (6, 36), "A": (4, 18), "B": (2, 18)}
    assert apart(autoevaluation.AC_01, DATA) == {"organisme inconnu": 1}


def test_ac_01_s_o_is_answered_and_out_of_every_mean():
    frame = DATA["autoevaluations"].astype({"niveau": "str"})
    frame.loc[2, "niveau"] = "s. o."
    told = dataset(autoevaluations=REPONSES)
    told = type(told)(frames={"autoevaluations": frame}, set_aside={})
    assert portees(autoevaluation.AC_01, told)["A"] == (5, 18)
    assert portees(autoevaluation.AC_02, told) == portees(autoevaluation.AC_02, DATA)


def test_ac_02_mean_of_the_levels_of_the_four_engagements():
    assert means(autoevaluation.AC_02) == pytest.approx(
        {"region": 2.0, "A": 1.5, "B": 2.0, "non_attribue": 3.0}
    )
    assert valeurs(autoevaluation.AC_02, DATA, "engagement") == {"A1": (8, 3), "A2": (0, 1)}


def test_ac_03_mean_of_the_means_of_the_items():
    # Region, block A: A1 is (3 + 2 + 3) / 3 and A2 is 0, hence 4 / 3; then C1, M1, O1.
    found = means(autoevaluation.AC_03, "bloc")
    assert found["region A"] == pytest.approx(4 / 3)
    assert found["A A"] == pytest.approx(1.5)
    assert (found["region C"], found["region M"], found["region O"]) == (1, 2, 3)
    assert "region V" not in found
    assert means(autoevaluation.AC_03)["region"] == pytest.approx((8 / 3 + 0 + 1 + 2 + 3) / 5)


def test_ac_04_items_at_the_greatest_level():
    assert portees(autoevaluation.AC_04, DATA) == {
        "region": (3, 7),
        "A": (1, 4),
        "B": (1, 2),
        "non_attribue": (1, 1),
    }
    assert valeurs(autoevaluation.AC_04, DATA, "bloc")["A"] == (2, 4)


def test_ac_05_priorities_by_block_then_level():
    found = accompagnement.points_prioritaires(DATA, YEAR, "A")
    assert found[["item", "bloc", "niveau"]].to_numpy().tolist() == [["A2", "A", 0], ["C1", "C", 1]]
    assert found["libelle"].iloc[0].startswith("fonction d’accompagnement")
    assert accompagnement.points_prioritaires(DATA, YEAR, "B").empty


def test_ac_06_the_gap_with_the_campaign_before():
    # A: A1 from 1 to 3, A2 from 2 to 0; O1 is not answered now. B answered in 2020, A1 from 3 to 2.
    assert portees(autoevaluation.AC_06, DATA) == {"region": (-1, 3), "A": (0, 2), "B": (-1, 1)}
    assert means(autoevaluation.AC_06, "item")["region A1"] == 0.5
    assert means(autoevaluation.AC_06, "item")["A A2"] == -2


def test_ac_07_organisations_at_each_level_of_each_item():
    table = measure(autoevaluation.AC_07, DATA, YEAR, SETTINGS, par=("item", "niveau"))
    region = table.loc[table["perimetre"].eq("region")]
    cells = zip(region["item"], region["niveau"], strict=True)
    assert dict(zip(cells, region["numerator"], strict=True)) == {
        ("A1", "2"): 1,
        ("A1", "3"): 2,
        ("A2", "0"): 1,
        ("C1", "1"): 1,
        ("M1", "2"): 1,
        ("O1", "3"): 1,
    }


def answers(organisations):
    lines = "".join(f"\nOF{n} | 2022 | A1 | 2" for n in range(organisations))
    return dataset(autoevaluations="id_of | campagne | item | niveau" + lines)


@pytest.mark.parametrize(("organisations", "state"), [(4, "masque"), (5, "exact")])
def test_r_conf_03_a_distribution_of_fewer_than_5_organisations_is_withheld(organisations, state):
    record = autoevaluation.AC_07
    table = measure(record, answers(organisations), YEAR, SETTINGS, par=("niveau",))
    shown = release(table, record, policy=SETTINGS.confidentialite, audience="region")
    assert shown.loc[shown["perimetre"].eq("region"), "state"].tolist() == [state]
    own = release(table, record, policy=SETTINGS.confidentialite, audience="organisme", id_of="OF0")
    assert own.loc[own["perimetre"].eq("organisme")].empty


def test_ac_08_proofs_among_levels_2_and_3_never_their_content():
    assert portees(autoevaluation.AC_08, DATA) == {
        "region": (2, 5),
        "A": (1, 2),
        "B": (1, 2),
        "non_attribue": (0, 1),
    }
    counted = autoevaluation.AC_08.formula(DATA, YEAR, SETTINGS)
    assert "preuve" not in counted.rows
    assert not counted.rows.astype("str").isin(["projet affiché", "fiche"]).any(axis=None)


def test_ac_09_levels_and_ruptures_stand_side_by_side():
    files = """
id_dossier | id_of | date_debut | date_rupture
D1         | A     | 2022-01-10 | 2022-06-01
D2         | A     | 2022-01-10 |
D3         | C     | 2022-01-10 |
"""
    both = dataset(autoevaluations=REPONSES, dossiers_ptp=files)
    found = accompagnement.accompagnement_et_ruptures(both, YEAR, SETTINGS)
    assert found.to_dict("records") == [
        {"id_of": "A", "niveau": 1.5, "reponses": 2, "rompus": 1, "entres": 2, "taux": 50.0}
    ]


@pytest.mark.parametrize(("organisations", "told"), [(19, False), (20, True)])
def test_ac_09_no_correlation_under_20_organisations(organisations, told):
    beside = pd.DataFrame(
        {"niveau": range(organisations), "taux": range(organisations, 0, -1)}, dtype="float"
    )
    found = accompagnement.liaison(beside)
    assert (found == pytest.approx(-1)) if told else (found is None)


def test_a_campaign_s_own_rows_are_its_losses():
    aside = """
id_of | campagne | item
A     | 2022     | A1
A     | 2021     | A1
A     | ?        | A2
"""
    data = dataset(set_aside={"autoevaluations": aside}, autoevaluations=REPONSES)
    rows = set_aside_rows(autoevaluation.AC_01, data, YEAR)
    assert rows["campagne"].tolist() == ["2022", "?"]


def test_an_empty_register_gives_no_share_and_no_mean():
    empty = dataset(autoevaluations="id_of")
    for record in autoevaluation.INDICATORS:
        wanted = "exact" if record.kind == "compte" else "sans_objet"
        assert measure(record, empty, YEAR, SETTINGS).iloc[0]["state"] == wanted
        for name in record.ventilations:
            assert measure(record, empty, YEAR, SETTINGS, par=(name,))["numerator"].tolist() == [0]
