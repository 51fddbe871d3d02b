"""QA-03 to QA-08 and QA-23 on the national series: real figures, vectors of the slides."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from reportlib.indicators.qualiopi_chiffres_cites import (
    controles,
    implicites,
    valeurs_en_presence,
)
from reportlib.indicators.qualiopi_citations import REPERE_CNEFOP
from reportlib.indicators.qualiopi_nationales import (
    contradictions,
    evolutions,
    points,
    taux_nationaux,
)
from reportlib.indicators.qualiopi_rythmes import rythmes
from tests.indicators.registres import dataset

FIN = date(2021, 12, 31)
SERIE = """
date       | territoire | certifies | en_cours | opac  | datadock | source | croissance_annoncee
2020-12-31 |            | 7500      |          |       |          | P11    |
2021-03-15 | France     | 8304      | 5860     | 80000 | 55000    | S2     | 10
2021-06-15 | France     | 10712     | 9331     |       |          | SOFAC  |
2021-09-30 | France     | 15551     | 12347    |       | 0        | DGEFP  | 45.2
2022-02-01 | Centre     | 771       |          | 3016  |          | DREETS |
2022-05-30 | France     | 37697     |          |       |          | ICPF   |
"""
DATA = dataset(certifications_nationales=SERIE)
NONE = dataset(organismes="id_of\nA")


def test_points_carry_date_territory_unit_and_source() -> None:
    found = points(DATA, FIN)
    assert len(found) == 4 + 3 + 3 + 1 + 2
    assert set(found["territoire"]) == {"France"}
    assert found["unite"].eq("organismes").all()
    assert found["source"].notna().all()
    assert not found["ecarte"].any()
    assert points(DATA, territoire="Centre")["valeur"].tolist() == [771, 3016]
    assert points(NONE).empty


def test_contradictions_stand_side_by_side_and_are_computed_on_nowhere() -> None:
    clash = """
date       | territoire | certifies | source
2022-05-30 | France     | 37697     | ICPF
2022-05-30 |            | 38000     | Autre
"""
    data = dataset(set_aside={"certifications_nationales": clash},
                   certifications_nationales=SERIE.replace("2022-05-30", "2022-05-01"))  # fmt: skip
    found = contradictions(data)
    assert found["valeur"].tolist() == [37697, 37697, 38000]
    assert found["source"].tolist() == ["ICPF", "ICPF", "Autre"]
    assert found["ecarte"].tolist() == [False, True, True]
    assert set(evolutions(data, date(2023, 1, 1))["apres"].dropna()) == {
        8304, 10712, 15551, 37697, 9331, 12347, 20043, 27898,
    }  # fmt: skip
    assert contradictions(DATA).empty
    assert contradictions(NONE).empty


def test_qa_03_and_04_on_each_named_base() -> None:
    found = taux_nationaux(DATA, date(2021, 6, 1))
    march = found.loc[found["date"].eq("2021-03-15")].set_index(["id", "base"])
    assert march["value"].round(1).to_dict() == {
        ("QA-03", "prestataires déclarés (OPAC)"): 10.4,
        ("QA-03", "référençables sur Datadock"): 15.1,
        ("QA-04", "prestataires déclarés (OPAC)"): 17.7,
        ("QA-04", "référençables sur Datadock"): 25.8,
    }
    assert march["numerator"].tolist() == [8304, 8304, 14164, 14164]


def test_qa_03_bases_that_a_source_gives_in_words_go_with_its_own_point() -> None:
    found = taux_nationaux(DATA, date(2023, 1, 1))
    quoted = found.loc[found["base"].str.contains("près de") & found["state"].eq("exact")]
    assert quoted["value"].round(1).tolist() == [24.2, 27.3, 32.7, 48.9]
    assert quoted["source"].str.contains("base").all()
    assert not found["base"].str.strip().eq("").any()
    centre = taux_nationaux(DATA, date(2023, 1, 1), "Centre")
    assert set(centre["base"]) == {"prestataires déclarés (OPAC)", "référençables sur Datadock"}
    assert centre["value"].round(1).dropna().tolist() == [25.6]


def test_qa_03_never_borrows_the_base_of_another_day() -> None:
    found = taux_nationaux(DATA, FIN)
    latest = found.loc[found["date"].eq("2021-09-30") & ~found["base"].str.contains("près de")]
    latest = latest.set_index(["id", "base"])
    states = latest["state"].to_dict()
    assert states["QA-03", "prestataires déclarés (OPAC)"] == "non_fourni"
    assert states["QA-03", "référençables sur Datadock"] == "sans_objet"
    assert latest["value"].isna().all()
    assert taux_nationaux(NONE, FIN).empty


def test_qa_05_from_one_point_to_the_next() -> None:
    found = evolutions(DATA, FIN)
    march = found.loc[found["serie"].eq("certifies") & found["date"].eq("2021-03-15")]
    assert march["difference"].tolist() == [804]
    assert march["jours"].tolist() == [74]
    assert march["taux"].round(1).tolist() == [10.7]
    june = found.loc[found["serie"].eq("total") & found["date"].eq("2021-06-15")]
    assert june[["avant", "apres"]].to_numpy().tolist() == [[14164, 20043]]
    assert len(found) == 3 + 2 + 2


def test_qa_05_no_rate_from_zero() -> None:
    text = "date|certifies|source\n2020-01-01|0|X\n2020-02-01|5|X"
    found = evolutions(dataset(certifications_nationales=text), FIN)
    assert found["difference"].tolist() == [5]
    assert found["taux"].isna().all()


def test_qa_06_implied_values_with_what_rounding_allows() -> None:
    found = implicites(DATA, date(2021, 6, 1))
    columns = ["implicite", "minimum", "maximum", "hausse"]
    assert found["serie"].tolist() == ["certifies", "en_cours"]
    assert found[columns].astype(float).round().to_numpy().tolist() == [
        [7549, 7515, 7583, 755],
        [4688, 4670, 4706, 1172],
    ]
    published = found.loc[found["serie"].eq("certifies"), ["publie", "source_publiee"]]
    assert published.to_numpy().tolist() == [[7500, "P11"]]


def test_qa_06_a_growth_of_the_register_that_no_quotation_speaks_for() -> None:
    found = implicites(DATA, FIN)
    other = found.loc[found["date"].eq(pd.Timestamp("2021-09-30"))].iloc[0]
    assert (other["taux"], other["date_avant"]) == (45.2, pd.Timestamp("2021-06-15"))
    assert other["minimum"] <= 10712 <= other["maximum"]
    assert len(found) == 3


def test_qa_06_a_growth_of_minus_one_hundred_has_no_object() -> None:
    text = "date|certifies|source|croissance_annoncee\n2020-01-01|9|X|\n2020-02-01|0|X|-100"
    found = implicites(dataset(certifications_nationales=text), FIN)
    assert found["state"].tolist() == ["sans_objet"]
    assert found["implicite"].isna().all()


def test_qa_07_one_thousand_against_755() -> None:
    found = controles(DATA, FIN).iloc[0]
    assert (found["annoncee"], round(found["calculee"])) == (1000, 755)
    assert (found["minimum"], found["maximum"]) == (721, 789)
    assert (found["etat"], round(found["ecart"])) == ("incohérent", 245)
    assert controles(DATA, date(2021, 3, 14)).empty
    assert controles(NONE, FIN).empty


def test_what_sources_say_of_one_number_stands_side_by_side() -> None:
    found = valeurs_en_presence(DATA, FIN)
    december = found.loc[found["date"].eq("2020-12-31") & found["serie"].eq("certifies")]
    assert december["lecture"].tolist() == [
        "publiée", "déduite du taux annoncé", "déduite de la hausse annoncée",
    ]  # fmt: skip
    assert december["valeur"].round().tolist() == [7500, 7549, 7304]
    assert december["source"].str.len().gt(0).all()
    assert valeurs_en_presence(NONE, FIN).empty


def test_qa_08_stands_apart() -> None:
    assert (REPERE_CNEFOP.annee, REPERE_CNEFOP.valeur) == (2019, 11.5)
    assert "Datadock" in REPERE_CNEFOP.base
    assert not points(DATA)["date"].dt.year.eq(2019).any()


def test_qa_23_observed_and_required() -> None:
    found = rythmes(DATA, FIN, 55_000, date(2022, 1, 1)).set_index("date")
    one = found.loc[pd.Timestamp("2021-03-15")]
    assert one["jours_restants"] == 292
    assert round(one["requis"], 1) == 159.9
    assert round(one["rythme_implicite"], 1) == 10.2
    assert round(one["rythme"], 1) == 10.9
    assert one["source"] == "S2"


@pytest.mark.parametrize(
    ("echeance", "cible", "requis"),
    [(date(2021, 3, 15), 55_000, None), (date(2021, 3, 16), 55_000, 46_696),
     (date(2021, 3, 16), 8_000, 0)],
)  # fmt: skip
def test_qa_23_at_the_deadline_and_past_the_target(
    echeance: date, cible: int, requis: float | None
) -> None:
    one = rythmes(DATA, date(2021, 4, 1), cible, echeance).iloc[-1]
    assert (None if pd.isna(one["requis"]) else one["requis"]) == requis
    assert one["state"] == ("sans_objet" if requis is None else "exact")
    assert rythmes(NONE, FIN, 1, FIN).empty
