"""Every indicator on the small region of 2022, worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.indicators import a_part, catalogue, indicator, measure
from reportlib.periods import Period
from reportlib.settings import Settings
from tests.indicators.cas_2022 import region_2022

YEAR = Period.year(2022)
SETTINGS = Settings()
REGION = region_2022()


def figures(name, *par, copie="interne"):
    return measure(indicator(name), REGION, YEAR, SETTINGS, par=par, copie=copie)


def number(row):
    """(numerator, denominator) of a share, the number of a count, as whole numbers."""
    if pd.isna(row["denominator"]):
        return int(row["numerator"])
    return int(row["numerator"]), int(row["denominator"])


def scopes(table):
    """« region », « A »… → number."""
    names = table["id_of"].where(table["perimetre"].eq("organisme"), table["perimetre"])
    return {name: number(row) for name, (_, row) in zip(names, table.iterrows(), strict=True)}


def parts(name, par):
    """Value of a breakdown → number, for the region."""
    table = figures(name, par)
    region = table.loc[table["perimetre"].eq("region")]
    return {row[par]: number(row) for _, row in region.iterrows()}


def apart(name):
    """Reason → units left out, for the region."""
    table = a_part(indicator(name), REGION, YEAR, SETTINGS)
    region = table.loc[table["perimetre"].eq("region")]
    return dict(zip(region["raison"], region["nombre"], strict=True))


def undated(name):
    return int(figures(name)["etat_import"].iloc[0])


EXPECTED = {
    # Filed in 2022: all but D01 (2021). D12 is filed in 2022 though it passes in 2023.
    "BA-01": {"region": 11, "A": 2, "B": 3, "C": 2, "D": 2, "E": 1, "non_attribue": 1},
    # Passed in 2022: D01 to D08, D10, D11; D03 twice, counted once; D12 passes in 2023.
    "BA-02": {"region": 10, "A": 3, "B": 3, "C": 2, "D": 1, "non_attribue": 1},
    # Granted: D01, D02 (appeal of 1 July), D05, D07 (appeal, no date), D10, D11. Refused: D03, D04.
    "BA-03": {"region": (6, 8), "A": (2, 3), "B": (1, 2), "C": (1, 1), "D": (1, 1),
              "non_attribue": (1, 1)},
    # D02, D03, D04, D07 for the path; D03 again for the budget.
    "BA-04": {"region": 5, "A": 3, "B": 1, "C": 1},
    # Followed by a talk: D02, D03 (4 May; 1 April was before the commission), D04. D07: in 2023.
    "BA-05": {"region": (3, 4), "A": (2, 2), "B": (1, 1), "C": (0, 1)},
    "BA-06": {"region": 6, "A": 2, "B": 1, "C": 1, "D": 1, "non_attribue": 1},
    # Said at the last pass: all ten but D08. Adapted: D01, D04, D10.
    "BA-07": {"region": (3, 9), "A": (1, 3), "B": (1, 3), "C": (0, 1), "D": (1, 1),
              "non_attribue": (0, 1)},
    "BA-08": {"region": 2},  # T1, and T2 whose format and status are empty
    "BA-10": {"region": 5, "A": 2, "B": 1, "C": 1, "D": 1},  # I5 was opened in 2021
    "BA-11": {"region": (2, 3), "A": (2, 3)},  # closed in 2022: I1, I5 kept on; I2 broken
    "BA-12": {"region": 4, "A": 1, "B": 2, "C": 1},  # P1, P4, P5; P3 by its answer
    # Said: D02, D05, D06, D07, D09, D10, D11 yes; D03 no. D04, D08, D12 do not say.
    "BA-19": {"region": (7, 8), "A": (1, 2), "B": (2, 2), "C": (1, 1), "D": (2, 2),
              "E": (0, 0), "non_attribue": (1, 1)},
    "BA-21": {"region": 4, "A": 1, "B": 1, "C": 1, "D": 1},  # D11's organisation is unknown
    # Ends of 2022: D01, D05 completed; D02, D11 broken; D07 broken with no date, planned 31/12.
    "BA-23": {"region": (2, 5), "A": (1, 2), "B": (1, 1), "C": (0, 1), "non_attribue": (0, 1)},
    "BA-24": {"region": (1, 1), "A": (1, 1)},  # D05's result is of 2023
    "BA-27": {"region": 11, "A": 2, "B": 3, "C": 2, "D": 2, "E": 1, "non_attribue": 1},
    "CH-04": {"region": 3, "A": 2, "B": 1},  # P1, P2, P4
    "CH-05": {"region": 1, "A": 1},  # P1
    "CH-09": {"region": (2, 3), "A": (1, 2), "B": (1, 1)},  # P1, P4 answered, P2 not yet
    "CH-10": {"region": (3, 3), "A": (2, 2), "B": (1, 1)},  # P1, P4, and P7 received in 2021
    "CH-16": {"region": 3, "A": 2, "C": 1},  # D02, D03, D07; B had not signed on 12 May
    "CH-17": {"region": (2, 3), "A": (2, 2), "C": (0, 1)},
    "CH-18": {"region": (1, 3), "A": (1, 2), "C": (0, 1)},  # D02 by its two talks
    "CH-19": {"region": (2, 2), "A": (2, 2)},
    "CH-20": {"region": (1, 3), "A": (1, 2), "C": (0, 1)},  # D02 → D03
    "RP-01": {"region": 2, "A": 1, "non_attribue": 1},  # D02, D11
    # Entered in 2022: D01, D02, D05, D07, D10, D11. Broken: D02, D11 (D07 has no date).
    "RP-02": {"region": (2, 6), "A": (1, 2), "B": (0, 1), "C": (0, 1), "D": (0, 1),
              "non_attribue": (1, 1)},
    "RP-04": {"region": (2, 2), "A": (1, 1), "non_attribue": (1, 1)},
    "RP-11": {"region": 5, "A": 2, "B": 1, "C": 1, "D": 1},
}  # fmt: skip


def test_every_indicator_of_this_region_is_in_the_catalogue():
    assert set(EXPECTED) <= set(catalogue())


@pytest.mark.parametrize("name", EXPECTED)
def test_the_region_and_every_organisation(name):
    found = {
        scope: value
        for scope, value in scopes(figures(name)).items()
        if EXPECTED[name].get(scope) or value not in {0, (0, 0)}
    }
    expected = {s: v for s, v in EXPECTED[name].items() if v != (0, 0)}
    assert found == expected


@pytest.mark.parametrize(
    ("name", "par", "expected"),
    [
        ("BA-01", "mois", {"2022-01": 1, "2022-02": 2, "2022-03": 1, "2022-04": 1, "2022-05": 1,
                           "2022-06": 2, "2022-08": 1, "2022-10": 1, "2022-12": 1}),
        ("BA-02", "mois", {"2022-02": 1, "2022-03": 1, "2022-04": 1, "2022-05": 1, "2022-06": 1,
                           "2022-09": 2, "2022-10": 2, "2022-11": 1}),
        ("BA-02", "type_certification", {"rncp": 7, "bloc_rncp": 2, "rs": 1}),
        ("BA-02", "decision", {"accord": 4, "refus": 4, "ajourne": 1, "irrecevable": 1}),
        ("BA-03", "type_certification", {"rncp": (4, 5), "bloc_rncp": (2, 2), "rs": (0, 1)}),
        ("BA-04", "motif_refus", {"coherence_parcours": 4, "budget_priorites": 1}),
        ("BA-06", "type_certification", {"rncp": 4, "bloc_rncp": 2}),
        ("BA-06", "priorite", {"1": 1, "2": 2, "3": 2, "5": 1}),
        ("BA-06", "signalement", {"aucun": 5, "bloc_hors_priorite_5": 1}),  # D10
        # B on 12 May and D are no signatories; D11 has no organisation to ask of.
        ("BA-07", "signataire", {"signataire": (1, 6), "non_signataire": (2, 2),
                                 "non_renseigne": (0, 1)}),
        ("BA-08", "theme", {"Positionnement": 2}),
        ("BA-08", "trimestre", {"T1": 1, "T2": 1}),
        ("BA-10", "cause", {"imponderable": 2, "contenu_formation": 2, "non_renseignee": 1}),
        # I3 is closed in 2023: still going on at the end of 2022.
        ("BA-10", "issue", {"maintien": 2, "rupture": 1, "suspension": 1, "en_cours": 1}),
        ("BA-12", "modalites", {"hybridation": 2, "digitalisation": 1, "amenagement": 1,
                                "autre": 1}),
        ("BA-12", "signataire", {"signataire": 4}),  # P3 is dated by its answer of 10 June
        ("BA-21", "signataire", {"signataire": 3, "non_signataire": 1}),
        ("BA-27", "etape", {"depose": 11, "passe": 9, "decide": 7, "accorde": 5}),
        ("CH-04", "modalites", {"hybridation": 2, "digitalisation": 1, "modularisation": 1}),
        ("CH-09", "retour", {"retour_fait": (2, 2), "en_cours": (0, 1)}),  # P2, 16 days old
        ("CH-18", "volets", {"motif_precise": (1, 2), "attendus_partages": (1, 1),
                             "reponse_reflechie": (1, 1), "aucun": (0, 1)}),
        ("CH-20", "suite", {"refusee": (1, 1), "sans_suite": (0, 2)}),
        ("RP-01", "cause_rupture", {"imponderable": 1, "construction_projet": 1}),
        ("RP-02", "parcours", {"acheve": (0, 2), "rompu": (2, 3), "en_cours": (0, 1)}),
        ("RP-04", "cause_rupture", {"construction_projet": (1, 2), "imponderable": (1, 2),
                                    "contenu_formation": (0, 2),
                                    "conditions_participation": (0, 2)}),
        ("RP-11", "cause", {"imponderable": 2, "contenu_formation": 2, "non_renseignee": 1}),
    ],
)  # fmt: skip
def test_breakdowns_of_the_region(name, par, expected):
    assert parts(name, par) == expected


def test_adaptations_name_several_values_and_their_sum_passes_the_total():
    found = parts("BA-07", "amenagements")
    assert {k: n for k, (n, _) in found.items()} == {
        "hybridation": 2,
        "modularisation": 1,
        "non_renseigne": 1,  # D04 is adapted and does not say how
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("BA-01", {}),
        ("BA-03", {"ajourné": 1, "irrecevable": 1}),
        ("BA-05", {"irrecevable": 1}),
        ("BA-07", {"parcours aménagé non renseigné": 1}),
        ("BA-08", {"webinaire": 1, "annulé": 1}),
        ("BA-11", {"suspension": 1, "en cours": 1, "issue non datée": 1}),
        ("BA-12", {"non analysée": 1}),  # P2; P6 is the organisation's own count
        ("BA-19", {"positionnement non renseigné": 3}),
        ("BA-21", {"organisme non identifié": 1}),
        ("BA-23", {}),
        ("BA-24", {"résultat pas encore connu": 1}),
        ("BA-27", {"ajourné": 1, "irrecevable": 1, "pas encore passé en commission": 2}),
        ("CH-04", {"organisme non signataire à cette date": 1, "contact sans écrit": 1,
                   "déclarée par l’organisme (suivi conjoint)": 1}),
        ("CH-17", {"échange antérieur à la commission": 1}),
        ("CH-19", {"sans échange": 1, "échange antérieur à la commission": 1}),
        ("RP-01", {"rupture non datée": 1}),
        ("RP-04", {"rupture non datée": 1}),
    ],
)  # fmt: skip
def test_what_is_left_out_and_why(name, expected):
    assert apart(name) == expected


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("BA-03", 1),  # D07's appeal has no date
        ("BA-06", 1),
        ("BA-21", 1),  # C rests on D07 alone
        ("BA-23", 3),  # D01, D05, and D07's rupture with no date
        ("BA-24", 1),  # completed, by a status that is not dated
        ("CH-05", 1),  # what came of a proposal is never dated
        ("BA-10", 0),
        ("BA-01", 0),
    ],
)
def test_values_without_a_date_are_counted(name, units):
    assert undated(name) == units


def test_a_breakdown_that_is_not_dated_is_marked_where_it_is_shown():
    table = figures("BA-10", "issue").set_index(["perimetre", "issue"])["etat_import"]
    assert table["region", "maintien"] == 1  # I6
    assert table["region", "rupture"] == 0


def test_medians_under_five_cases_give_the_least_and_the_greatest():
    for name, least, greatest in [("CH-10", 30, 35), ("CH-19", 10, 20)]:
        region = figures(name).iloc[0]
        assert pd.isna(region["value"])
        assert (region["minimum"], region["maximum"]) == (least, greatest)


def test_an_organisation_s_copy_holds_what_its_trainees_agreed_to():
    copy = scopes(figures("BA-10", copie="organisme"))
    assert copy == {"region": 5, "A": 1, "B": 1, "D": 1}  # I2 and I4 are not agreed to
    assert scopes(figures("BA-11", copie="organisme"))["A"] == (2, 2)


def test_others_contribute_beside_each_organisation():
    table = figures("BA-02").set_index("perimetre")["contributors"]
    assert table["region"] == 4
    assert table["organisme"].tolist() == [3, 3, 3, 3]


def test_values_are_shares_of_the_base():
    region = figures("BA-03").iloc[0]
    assert region["value"] == 75.0
    assert region["unit"] == "%"
