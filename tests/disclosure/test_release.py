"""What each audience may see (R-CONF-02, R-CONF-03)."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.disclosure import recoverable, release
from reportlib.rules.rnq import criteres
from reportlib.settings import Confidentialite
from tests.disclosure.tables import CAUSES, figures, masked, record, shares, splits, states

POLICY = Confidentialite()
RUPTURES = record("RP-01")
INTERVENTIONS = record("BA-10")
REFUS = record("BA-04")


def by_cause(*numbers, unsaid=0, **options):
    cells = dict(zip([(cause,) for cause in CAUSES], numbers, strict=False))
    return figures(RUPTURES, ["cause_rupture"], cells | {("non_renseignee",): unsaid}, **options)


def to_region(table, indicator=RUPTURES, policy=POLICY):
    return release(table, indicator, audience="region", policy=policy)


@pytest.mark.parametrize(("number", "state"), [(1, "masque"), (4, "masque"), (5, "exact")])
def test_small_numbers_by_cause_are_withheld(number, state):
    released = states(to_region(by_cause(number, 9, 30)), ["cause_rupture"])
    assert released[CAUSES[0],] == state


def test_a_withheld_number_is_missing_and_never_zero():
    released = to_region(by_cause(3, 9, 30))
    row = released.loc[released["cause_rupture"].eq(CAUSES[0])].iloc[0]
    assert row[["numerator", "denominator", "value", "minimum", "maximum"]].isna().all()
    assert row["contributors"] == 0
    assert row["state"] == "masque"


def test_the_smallest_other_number_hides_a_single_small_one():
    assert masked(to_region(by_cause(3, 9, 30)), ["cause_rupture"]) == {(CAUSES[0],), (CAUSES[1],)}


def test_nothing_is_withheld_without_a_small_number():
    assert masked(to_region(by_cause(5, 9, 30, 0)), ["cause_rupture"]) == set()


def test_two_small_numbers_hide_each_other():
    assert masked(to_region(by_cause(1, 2, 30)), ["cause_rupture"]) == {(CAUSES[0],), (CAUSES[1],)}


def test_two_ones_do_not_since_a_withheld_number_is_at_least_one():
    expected = {(CAUSES[0],), (CAUSES[1],), (CAUSES[2],)}
    assert masked(to_region(by_cause(1, 1, 30)), ["cause_rupture"]) == expected


def test_a_single_small_cause_has_its_whole_breakdown_withheld():
    """Two ruptures in all, of one cause: said or not, the zeros of the others would say it."""
    assert masked(to_region(by_cause(2)), ["cause_rupture"]) == {(cause,) for cause in CAUSES}


def test_what_is_not_said_is_public_and_hides_nothing():
    """« La cause est renseignée pour 9 d'entre eux » gives the 3 others anyway."""
    released = states(to_region(by_cause(2, 7, unsaid=3)), ["cause_rupture"])
    assert released["non_renseignee",] == "exact"
    assert released[CAUSES[0],] == released[CAUSES[1],] == "masque"


def test_refusals_on_criteria_and_others_hide_inside_their_own_subtotal():
    """The base of BA-05 gives the refusals on criteria: 3 « budget » must hide with « autre »."""
    cells = {("coherence_projet",): 20, ("budget_priorites",): 3, ("autre",): 8}
    released = to_region(figures(REFUS, ["motif_refus"], cells), REFUS)
    assert masked(released, ["motif_refus"]) == {("budget_priorites",), ("autre",)}


def test_interne_sees_everything():
    table = by_cause(1, 2)
    released = release(table, RUPTURES, audience="interne", policy=POLICY)
    pd.testing.assert_frame_equal(released, table)


def test_the_total_is_never_withheld():
    """Acts of the team, and an organisation's own decisions (R-CONF-03)."""
    own = figures(RUPTURES, [], {(): 3}, perimetre="organisme", id_of="A")
    region = figures(RUPTURES, [], {(): 4})
    assert to_region(region)["state"].tolist() == ["exact"]
    copy = release(
        pd.concat([region, own]), RUPTURES, audience="organisme", policy=POLICY, id_of="A"
    )
    assert copy.set_index("perimetre").loc["organisme", "state"] == "exact"


def test_an_organisation_s_own_causes_are_withheld_from_it_too():
    own = by_cause(2, 7, perimetre="organisme", id_of="A")
    copy = release(own, RUPTURES, audience="organisme", policy=POLICY, id_of="A")
    assert masked(copy, ["cause_rupture"]) == {(CAUSES[0],), (CAUSES[1],)}


@pytest.mark.parametrize(("others", "shown"), [(4, False), (5, True)])
def test_five_others_must_contribute_beside_an_organisation(others, shown):
    taux = record("BA-03")
    region = shares(taux, [], {(): (30, 40)}).assign(contributors=others + 1)
    own = shares(taux, [], {(): (3, 4)}).assign(
        perimetre="organisme", id_of="A", contributors=others
    )
    table = pd.concat([region, own], ignore_index=True)
    copy = release(table, taux, audience="organisme", policy=POLICY, id_of="A")
    assert ("region" in set(copy["perimetre"])) is shown
    assert copy.loc[copy["perimetre"].eq("organisme"), "value"].tolist() == [75.0]


@pytest.mark.parametrize(("contributors", "shown"), [(4, False), (5, True)])
def test_five_others_when_the_organisation_itself_has_nothing(contributors, shown):
    taux = record("BA-03")
    region = shares(taux, [], {(): (30, 40)}).assign(contributors=contributors)
    copy = release(region, taux, audience="organisme", policy=POLICY, id_of="A")
    assert bool(len(copy)) is shown


def test_of_interventions_the_reader_may_have_one_that_it_cannot_see():
    region = figures(INTERVENTIONS, [], {(): 40}, contributors=5)
    copy = release(region, INTERVENTIONS, audience="organisme", policy=POLICY, id_of="A")
    assert copy.empty


def test_no_other_organisation_is_in_a_copy():
    rows = [
        figures(RUPTURES, [], {(): 9}, perimetre="organisme", id_of=name) for name in ("A", "B")
    ]
    copy = release(
        pd.concat([figures(RUPTURES, [], {(): 90}), *rows]),
        RUPTURES,
        audience="organisme",
        policy=POLICY,
        id_of="A",
    )
    assert copy["id_of"].tolist() == ["", "A"]


def test_a_region_s_row_left_out_is_not_given_back_by_the_total():
    """Two months: 8 files of 3 organisations, left out; the total would give them: both go."""
    depots = record("BA-01")
    cells = {("2023-01",): 8, ("2023-02",): 50}
    table = figures(depots, ["mois"], cells, contributors={("2023-01",): 3, ("2023-02",): 30})
    copy = release(table, depots, audience="organisme", policy=POLICY, id_of="A")
    assert states(copy, ["mois"]) == {("2023-02",): "masque"}


def test_a_region_s_cause_is_withheld_when_the_reader_s_own_leaves_a_small_number():
    region = by_cause(9, 30, 25)
    own = by_cause(6, 2, 0, perimetre="organisme", id_of="A")
    copy = release(
        pd.concat([region, own]), RUPTURES, audience="organisme", policy=POLICY, id_of="A"
    )
    shown = copy.loc[copy["perimetre"].eq("region") & copy["state"].eq("exact"), "cause_rupture"]
    assert shown.tolist() == [CAUSES[1]]  # 9 - 6 leaves 3; 25 is the smallest that hides it


@pytest.mark.parametrize(("number", "state"), [(4, "masque"), (5, "exact"), (0, "exact")])
def test_numbers_about_other_organisations_are_withheld(number, state):
    actifs = record("BA-21")
    assert to_region(figures(actifs, [], {(): number}), actifs)["state"].tolist() == [state]


def test_the_breakdown_of_active_organisations_hides_its_small_part():
    actifs = record("BA-21")
    table = figures(actifs, ["signataire"], {("signataire",): 3, ("non_signataire",): 40})
    assert masked(to_region(table, actifs), ["signataire"]) == {
        ("signataire",),
        ("non_signataire",),
    }


@pytest.mark.parametrize(("number", "state"), [(4, "masque"), (5, "exact")])
def test_refusals_on_the_charter_s_ground_are_withheld_for_the_region_only(number, state):
    refus = record("CH-16")
    region = figures(refus, [], {(): number})
    own = figures(refus, [], {(): number}, perimetre="organisme", id_of="A")
    assert to_region(region, refus)["state"].tolist() == [state]
    copy = release(pd.concat([region, own]), refus, audience="organisme", policy=POLICY, id_of="A")
    assert copy.loc[copy["id_of"].eq("A"), "state"].tolist() == ["exact"]


def test_a_share_that_would_give_back_its_small_base_goes_with_it():
    contactes = record("CH-17")
    released = to_region(shares(contactes, [], {(): (2, 3)}), contactes)
    assert released["state"].tolist() == ["masque"]
    assert released["value"].isna().all()


def test_shares_by_cause_are_withheld_with_their_numbers():
    parts = record("RP-04")
    cells = {(c,): (n, 14) for c, n in zip(CAUSES, (2, 12, 0, 0), strict=True)}
    released = to_region(shares(parts, ["cause_rupture"], cells), parts)
    assert masked(released, ["cause_rupture"]) == {(CAUSES[0],), (CAUSES[1],)}
    assert released["value"].notna().tolist() == released["state"].eq("exact").tolist()


def test_one_way_and_two_way_tables_withhold_the_same_causes():
    cells = {
        (CAUSES[0], "maintien"): 2,
        (CAUSES[1], "maintien"): 10,
        (CAUSES[1], "rupture"): 8,
        (CAUSES[2], "maintien"): 20,
        (CAUSES[2], "rupture"): 30,
    }
    par = ["cause", "issue"]
    table = figures(INTERVENTIONS, par, cells)
    released = to_region(table, INTERVENTIONS)
    assert recoverable(table, released, INTERVENTIONS, POLICY) == []
    assert (CAUSES[0], "maintien") in masked(released, par)
    assert len(masked(released, par)) >= 2


def test_states_without_a_number_reach_every_audience():
    absent = figures(RUPTURES, [], {(): 0}).assign(
        state="non_fourni", numerator=float("nan"), value=float("nan"), contributors=0
    )
    for audience, name in [("region", None), ("organisme", "A")]:
        out = release(absent, RUPTURES, audience=audience, policy=POLICY, id_of=name)
        assert out["state"].tolist() == ["non_fourni"]


def test_workshops_are_an_act_of_the_region_alone():
    ateliers = record("BA-08")
    table = figures(ateliers, [], {(): 15}, contributors=0)
    copy = release(table, ateliers, audience="organisme", policy=POLICY, id_of="A")
    assert copy["value"].tolist() == [15.0]


def test_a_regional_indicator_shows_no_own_row():
    own = figures(record("RP-11"), ["cause"], {(CAUSES[0],): 9}, perimetre="organisme", id_of="A")
    copy = release(own, record("RP-11"), audience="organisme", policy=POLICY, id_of="A")
    assert copy.empty


@pytest.mark.parametrize(("audience", "id_of"), [("organisme", None), ("region", "A")])
def test_only_an_organisation_s_copy_names_it(audience, id_of):
    with pytest.raises(ValueError, match="id_of"):
        release(by_cause(9), RUPTURES, audience=audience, policy=POLICY, id_of=id_of)


def test_the_threshold_is_a_parameter():
    released = to_region(by_cause(8, 12, 40), policy=Confidentialite(seuil_personnes=10))
    assert masked(released, ["cause_rupture"]) == {(CAUSES[0],), (CAUSES[1],)}


def primary_only(table, policy=POLICY):
    """A release that forgets secondary suppression."""
    small = table["numerator"].between(1, policy.seuil_personnes - 1)
    return table.assign(state=table["state"].mask(small, "masque"))


def test_the_attack_catches_a_release_that_forgets_secondary_suppression():
    table = by_cause(3, 9, 30)
    assert recoverable(table, primary_only(table), RUPTURES, POLICY) == [
        ("region", "", "cell", CAUSES[0], "")
    ]
    assert recoverable(table, to_region(table), RUPTURES, POLICY) == []


@settings(max_examples=120, deadline=None)
@given(numbers=st.lists(st.integers(0, 9), min_size=4, max_size=4), unsaid=st.integers(0, 6))
def test_a_reader_who_tries_everything_finds_no_withheld_cause(numbers, unsaid):
    table = by_cause(*numbers, unsaid=unsaid)
    if table.empty:
        return
    released = states(to_region(table), ["cause_rupture"])
    true = dict(zip(CAUSES, numbers, strict=True))
    hidden = [c for c in CAUSES if released.get((c,)) == "masque"]
    whole = len(hidden) == len(CAUSES)
    for cause in CAUSES:
        if 0 < true[cause] < 5:
            assert cause in hidden
        if true[cause] == 0 and not whole:
            assert cause not in hidden
    if not any(0 < n < 5 for n in numbers):
        assert not hidden
    left = sum(true[c] for c in hidden)
    ways = list(splits(left, len(hidden), 0 if whole else 1))
    for place, cause in enumerate(hidden):
        if true[cause]:
            assert len({way[place] for way in ways}) > 1, cause


@settings(max_examples=80, deadline=None)
@given(
    numbers=st.lists(st.lists(st.integers(0, 8), min_size=3, max_size=3), min_size=3, max_size=3),
    unsaid=st.lists(st.integers(0, 4), min_size=3, max_size=3),
)
def test_nothing_withheld_by_cause_and_issue_can_be_worked_out(numbers, unsaid):
    issues = ("maintien", "rupture", "suspension")
    lines = zip((*CAUSES[:3], "non_renseignee"), (*numbers, unsaid), strict=True)
    cells = {
        (cause, issue): n for cause, line in lines for issue, n in zip(issues, line, strict=True)
    }
    table = figures(INTERVENTIONS, ["cause", "issue"], cells)
    if table.empty:
        return
    released = to_region(table, INTERVENTIONS)
    hidden = masked(released, ["cause", "issue"])
    assert {key for key, n in cells.items() if 0 < n < 5 and key[0] in CAUSES} <= hidden
    assert not any(cause == "non_renseignee" for cause, _ in hidden)
    assert recoverable(table, released, INTERVENTIONS, POLICY) == []


def test_an_organisation_sees_its_refusals_on_the_charter_s_ground():
    """CH-16 tells it their number, so they cannot hide another ground."""
    cells = {("coherence_parcours",): 3, ("coherence_projet",): 2, ("conditions_acces",): 9}
    own = figures(REFUS, ["motif_refus"], cells, perimetre="organisme", id_of="A")
    copy = release(own, REFUS, audience="organisme", policy=POLICY, id_of="A")
    assert masked(copy, ["motif_refus"]) == {("coherence_projet",), ("conditions_acces",)}


def test_in_the_region_the_charter_s_ground_hides_no_other():
    """CH-16 gives at least the part of the signatories."""
    cells = {("coherence_parcours",): 12, ("coherence_projet",): 1, ("conditions_acces",): 90}
    released = to_region(figures(REFUS, ["motif_refus"], cells), REFUS)
    assert masked(released, ["motif_refus"]) == {("coherence_projet",), ("conditions_acces",)}


def test_what_is_not_attributed_does_not_give_back_a_small_number_of_the_others():
    region = by_cause(8, 30, 25)
    orphans = by_cause(6, 9, 7, perimetre="non_attribue")
    released = to_region(pd.concat([region, orphans]))
    held = released.loc[released["perimetre"].eq("non_attribue")]
    assert (CAUSES[0],) in masked(held, ["cause_rupture"])  # 8 - 6 leaves 2
    assert masked(released.loc[released["perimetre"].eq("region")], ["cause_rupture"]) == set()


@settings(max_examples=80, deadline=None)
@given(
    numbers=st.lists(st.integers(0, 30), min_size=3, max_size=4),
    contributors=st.lists(st.integers(0, 9), min_size=4, max_size=4),
    own=st.lists(st.integers(0, 6), min_size=4, max_size=4),
    breakdown=st.sampled_from(["mois", "cause_rupture"]),
)
def test_nothing_left_out_of_a_copy_can_be_worked_out(numbers, contributors, own, breakdown):
    """Region's rows with too few others are left out, and no total gives them back."""
    months = [f"2023-{month:02d}" for month in range(1, 5)]
    labels = [(label,) for label in (months if breakdown == "mois" else CAUSES)]
    cells = dict(zip(labels, numbers, strict=False))
    mine = {key: min(n, cells.get(key, 0)) for key, n in zip(labels, own, strict=True)}
    others = dict(zip(labels, contributors, strict=True))
    whole = {key: n + (mine[key] > 0) for key, n in others.items()}
    region = figures(RUPTURES, [breakdown], cells, contributors=whole)
    rows = figures(
        RUPTURES, [breakdown], mine, perimetre="organisme", id_of="A", contributors=others
    )
    if region.empty:
        return
    table = pd.concat([region, rows], ignore_index=True)
    copy = release(table, RUPTURES, audience="organisme", policy=POLICY, id_of="A")
    assert recoverable(table, copy, RUPTURES, POLICY) == []
    shown = copy.loc[copy["perimetre"].eq("region") & copy["state"].eq("exact"), breakdown]
    assert all(others[label,] >= 5 for label in shown)


def test_indicators_hide_one_another_inside_their_criterion():
    """QA-15 by criterion is published too: its total less the indicators shown is never one."""
    counts = {"1": 3, "2": 17, "3": 20, "4": 4, "5": 22, "6": 24}
    table = figures(record("QA-15"), ["indicateur"], {(one,): n for one, n in counts.items()})
    hidden = {label for (label,) in masked(to_region(table, record("QA-15")), ["indicateur"])}
    assert {"1", "4"} <= hidden
    for criterion in criteres():
        inside = hidden & {str(number) for number in criterion.indicateurs}
        assert len(inside) != 1, f"criterion {criterion.numero} gives {inside} back"


def test_acts_of_other_organisations_are_released_by_one_breakdown_at_a_time():
    """Few may stand behind a margin that no cell tells: two one-way tables would give it back."""
    nc = record("QA-15")
    cells = {("1", "majeure"): 9, ("1", "mineure"): 9, ("2", "majeure"): 9}
    table = figures(nc, ["indicateur", "gravite"], cells)
    with pytest.raises(ValueError, match="one breakdown at a time"):
        to_region(table, nc)
