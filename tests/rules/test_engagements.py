"""The table of engagements (CH-33): the order of reasons, thresholds, TP-4; V-CH-05."""

from __future__ import annotations

import pytest

from reportlib.rules import engagements
from reportlib.rules.engagements import ENGAGEMENTS, MESURES, Mesure

BY_ID = {one.id: one for one in ENGAGEMENTS}
HERE = {"CH-02": Mesure(etat="exact", valeur=3, effectif=3),
        "CH-01": Mesure(etat="exact", valeur=9, effectif=9)}  # fmt: skip
PAST = dict.fromkeys(HERE, Mesure(etat="reconduction"))
NOTHING = Mesure(etat="sans_objet")
ABSENT = Mesure(etat="non_fourni")


def share(value: float, base: float = 20) -> Mesure:
    return Mesure(etat="exact", valeur=value, effectif=base)


def count(number: float) -> Mesure:
    return Mesure(etat="exact", valeur=number, effectif=number)


def state(name: str, known: dict[str, Mesure], seuils: dict[str, float] | None = None) -> str:
    return engagements.etat(BY_ID[name], HERE | known, seuils or {})


def test_the_eleven_engagements_of_both_parties():
    assert [one.id for one in ENGAGEMENTS] == [
        "OF-1", "OF-2", "OF-3", "TP-1", "TP-2", "TP-3", "TP-4", "TP-5", "TP-6", "TP-7", "TP-8",
    ]  # fmt: skip
    assert {one.partie for one in ENGAGEMENTS if one.id.startswith("OF")} == {"OF"}
    assert {one.partie for one in ENGAGEMENTS if one.id.startswith("TP")} == {"TPGE"}
    assert {name for one in ENGAGEMENTS for name in one.occasions} <= set(MESURES)


@pytest.mark.parametrize("name", BY_ID)
def test_v_ch_05_past_the_term_every_engagement_waits_for_the_renewal(name):
    known = dict.fromkeys(MESURES, NOTHING) | PAST
    assert engagements.etat(BY_ID[name], known, {"CH-09": 80}) == "reconduction"


def test_r_ch_12_astride_the_term_only_what_is_read_at_its_end_waits():
    known = HERE | {"CH-01": Mesure(etat="reconduction"), "CH-03": NOTHING, "CH-29": share(50)}
    assert engagements.etat(BY_ID["TP-8"], known, {}) == "reconduction"
    assert engagements.etat(BY_ID["TP-6"], known, {}) == "sans_seuil"


@pytest.mark.parametrize(
    ("breaches", "unverifiable", "expected"),
    [
        (count(1), count(0), "non_tenu"),  # V-AL-01
        (count(0), count(0), "tenu"),  # V-AL-02 to V-AL-05
        (count(0), count(1), "non_mesurable"),  # V-AL-06, V-AL-07
        (count(1), count(4), "non_tenu"),
        (ABSENT, ABSENT, "non_mesurable"),
    ],
)
def test_v_al_01_to_07_tp_4_needs_no_threshold(breaches, unverifiable, expected):
    assert state("TP-4", {"CH-26": breaches, "CH-26b": unverifiable}) == expected


def test_without_a_threshold_the_raw_value_stands_alone():
    assert state("TP-6", {"CH-29": share(0)}) == "sans_seuil"
    assert state("OF-3", {"CH-32": count(0)}) == "sans_seuil"


@pytest.mark.parametrize(
    ("value", "expected"), [(79.9, "non_tenu"), (80.0, "tenu"), (100.0, "tenu")]
)
def test_a_threshold_is_reached_from_itself_on(value, expected):
    assert state("TP-6", {"CH-29": share(value)}, {"CH-29": 80}) == expected


@pytest.mark.parametrize(("value", "expected"), [(0, "tenu"), (1, "tenu"), (2, "non_tenu")])
def test_findings_and_delays_are_kept_at_most(value, expected):
    assert state("OF-3", {"CH-32": count(value)}, {"CH-32": 1}) == expected
    delay = {"CH-08": share(50), "CH-10": share(value)}
    assert state("TP-1", delay, {"CH-10": 1}) == expected


@pytest.mark.parametrize("gap", [-3, 3])
def test_a_gap_of_the_joint_count_is_read_without_its_sign(gap):
    known = {"CH-04": count(4), "CH-12": Mesure(etat="exact", valeur=gap, effectif=gap)}
    assert state("OF-1", known, {"CH-12": 2}) == "non_tenu"
    assert state("OF-1", known, {"CH-12": 3}) == "tenu"


@pytest.mark.parametrize(
    ("answered", "funded", "expected"),
    [(90, 60, "tenu"), (90, 40, "partiel"), (70, 60, "partiel"), (70, 40, "non_tenu"),
     (90, None, "tenu"), (None, 40, "non_tenu"), (None, None, "sans_objet")],
)  # fmt: skip
def test_partly_kept_when_some_thresholds_are_reached_and_others_not(answered, funded, expected):
    known = {
        "CH-08": share(100),
        "CH-09": NOTHING if answered is None else share(answered),
        "CH-11": NOTHING if funded is None else share(funded),
    }
    assert state("TP-1", known, {"CH-09": 80, "CH-11": 50}) == expected


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("OF-1", {"CH-04": count(0), "CH-13": NOTHING}),
        ("OF-2", {"CH-21": count(0), "CH-25": NOTHING}),
        ("TP-1", {"CH-08": NOTHING, "CH-10": NOTHING}),
        ("TP-2", {"CH-14": NOTHING}),
        ("TP-3", {"CH-16": count(0), "CH-17": NOTHING}),
        ("TP-5", {"CH-28": NOTHING}),
        ("TP-6", {"CH-29": NOTHING}),
        ("TP-7", {"CH-30": count(0), "CH-30b": NOTHING}),
        ("TP-8", {"CH-03": NOTHING}),
    ],
)
def test_no_occasion_is_never_a_failure(name, known):
    strict = dict.fromkeys(BY_ID[name].mesures, 1.0)
    assert state(name, known) == "sans_objet"
    assert state(name, known, strict) == "sans_objet"


def test_proposals_missing_while_files_passed_are_a_failure_of_the_user_s_threshold():
    known = {"CH-04": count(0), "CH-13": share(10)}
    assert state("OF-1", known, {"CH-04": 1}) == "non_tenu"


@pytest.mark.parametrize("name", BY_ID)
def test_no_register_nothing_to_measure(name):
    known = dict.fromkeys(BY_ID[name].mesures, ABSENT)
    assert state(name, known, dict.fromkeys(known, 1.0)) == "non_mesurable"


@pytest.mark.parametrize(
    "unseen", [ABSENT, Mesure(etat="masque"), Mesure(etat="exact", effectif=3)],
    ids=["not provided", "withheld", "median of three"],
)  # fmt: skip
def test_what_is_not_seen_decides_nothing(unseen):
    known = {"CH-08": share(90), "CH-10": unseen}
    assert state("TP-1", known, {"CH-08": 80, "CH-10": 30}) == "non_mesurable"
    assert state("TP-1", known, {"CH-08": 80}) == "tenu"


def test_a_withheld_number_is_an_occasion():
    known = {"CH-16": Mesure(etat="masque"), "CH-17": Mesure(etat="masque")}
    assert state("TP-3", known) == "sans_seuil"


def test_the_region_s_figures_do_not_decide_for_one_organisation():
    known = {"CH-04": count(2), "CH-13": share(50)}  # CH-06 is not for it
    assert state("OF-1", known, {"CH-06": 100}) == "sans_seuil"
