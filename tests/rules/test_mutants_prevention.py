"""Seeded mutants of prevention, self-assessment and statistics: each must turn its test red."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from reportlib.indicators import autoevaluation, bonnes_pratiques, delais, procedure, reprises
from reportlib.indicators import check_lists as indicateurs_check_lists
from reportlib.indicators import groupes_parole as indicateurs_groupes
from reportlib.rules import (
    accompagnement,
    campagnes,
    check_lists,
    groupes_parole,
    ruptures,
    statistiques,
)
from tests.indicators import test_ac_autoevaluation, test_rp_prevention
from tests.rules import test_accompagnement, test_prevention, test_statistiques
from tests.rules_qualiopi.test_mutants import cas, mute

MUTANTS = [
    (
        ruptures,
        test_prevention.test_rp_03_present_at_least_one_day,
        "lt(pd.Timestamp(period.start))",
        "le(pd.Timestamp(period.start))",
    ),
    (
        ruptures,
        test_prevention.test_rp_03_present_at_least_one_day,
        "le(pd.Timestamp(period.end))",
        "lt(pd.Timestamp(period.end))",
    ),
    (
        ruptures,
        test_prevention.test_rp_03_present_at_least_one_day,
        "(begun & ~over) | ",
        "(begun & ~over) & ",
    ),
    (
        ruptures,
        test_prevention.test_r_rup_05_a_rupture_followed_by_a_new_file,
        "talk.ge(rompus",
        "talk.gt(rompus",
    ),
    (
        ruptures,
        test_prevention.test_r_rup_05_a_rupture_followed_by_a_new_file,
        'etat.connues(echanges["date_echange"], fin)',
        'echanges["date_echange"]',
    ),
    (
        check_lists,
        test_prevention.test_r_rup_07_a_check_list_by_the_day_of_entry,
        "given.gt(entrees",
        "given.ge(entrees",
    ),
    (
        check_lists,
        test_prevention.test_r_rup_07_a_check_list_by_the_day_of_entry,
        'premiere=("premiere", "min")',
        'premiere=("premiere", "max")',
    ),
    (
        check_lists,
        test_prevention.test_rp_08_obstacles_of_an_organisation_from_20_check_lists,
        "size.ge(FREINS_DES)",
        "size.gt(FREINS_DES)",
    ),
    (
        check_lists,
        test_prevention.test_r_rup_02_two_check_lists_are_one_trainee,
        'keep="last"',
        'keep="first"',
    ),
    (
        check_lists,
        test_prevention.test_r_rup_07_a_check_list_by_the_day_of_entry,
        'connues(checklists["date_passation"], fin)',
        'checklists["date_passation"]',
    ),
    (
        groupes_parole,
        test_prevention.test_r_rup_03_running_totals_are_not_added_up,
        'keep="last"',
        'keep="first"',
    ),
    (
        groupes_parole,
        test_prevention.test_r_rup_03_running_totals_are_not_added_up,
        ".notna().all(axis=1)",
        ".notna().any(axis=1)",
    ),
    (
        campagnes,
        test_accompagnement.test_the_last_campaign_and_the_one_before_it,
        'keep="last"',
        'keep="first"',
    ),
    (
        campagnes,
        test_accompagnement.test_the_last_campaign_and_the_one_before_it,
        'groupby(reponses["id_of"]).transform("max")',
        'groupby(reponses["id_of"]).transform("min")',
    ),
    (
        campagnes,
        test_accompagnement.test_a_campaign_belongs_to_the_periods_that_it_touches,
        "ge(\n        pd.Timestamp(period.start)",
        "gt(\n        pd.Timestamp(period.end)",
    ),
    (campagnes, test_accompagnement.test_a_campaign_says_when_it_was, "(?<!\\d)(20", "(20"),
    (
        accompagnement,
        test_accompagnement.test_a_block_with_fewer_than_half_of_its_items_is_partial,
        'lt(ordered["items"])',
        'le(ordered["items"])',
    ),
    (
        accompagnement,
        test_accompagnement.test_the_grid_has_18_items_an_organisation_that_answered,
        'joined["note"].notna() | apart',
        'joined["note"].notna()',
    ),
    (
        accompagnement,
        test_accompagnement.test_s_o_is_an_answer_and_no_level,
        "niveaux.mask(sans_objet(niveaux))",
        'niveaux.replace("s. o.", "0")',
    ),
    (
        statistiques,
        test_statistiques.test_under_10_in_a_group_there_are_counts_only,
        "self.base >= BASE_MIN",
        "self.base > BASE_MIN",
    ),
    (
        statistiques,
        test_statistiques.test_wilson_of_newcombe_s_four_examples,
        'method="wilson"',
        'method="exact"',
    ),
    (
        statistiques,
        test_statistiques.test_newcombe_s_interval_of_a_difference,
        "one - low_one, high_two - two",
        "high_one - one, two - low_two",
    ),
    (
        statistiques,
        test_statistiques.test_a_gap_turned_round_is_its_opposite,
        "self.bas <= 0 <= self.haut",
        "self.bas < 0",
    ),
    (
        statistiques,
        test_statistiques.test_no_correlation_under_20_organisations,
        "< CORRELATION_DES",
        "<= CORRELATION_DES",
    ),
    (statistiques, test_statistiques.test_no_correlation_under_20_organisations, ".rank()", ""),
    (
        statistiques,
        test_statistiques.test_a_share_without_a_base_is_missing_never_0,
        "if base == 0:",
        "if base < 0:",
    ),
    (
        indicateurs_check_lists,
        test_rp_prevention.test_rp_06_ruptures_of_those_given_one,
        'broken.fillna(given["rupture_dite"])',
        'given["rupture_dite"].fillna(broken)',
    ),
    (
        indicateurs_check_lists,
        test_rp_prevention.test_rp_06_ruptures_of_those_given_one,
        "etat_import=undated.loc[said],",
        "",
    ),
    (
        indicateurs_check_lists,
        test_rp_prevention.test_rp_06b_those_who_entered_without_one,
        "moment.eq(check_lists.SANS)",
        "moment.ne(check_lists.AVANT)",
    ),
    (
        indicateurs_check_lists,
        test_rp_prevention.test_rp_08_an_organisation_needs_20_check_lists,
        'visible_of=named["montrable"], ',
        "",
    ),
    (
        indicateurs_check_lists,
        test_rp_prevention.test_r_conf_03_few_obstacles_are_withheld_outside,
        'sensibles=("frein",),',
        "",
    ),
    (
        indicateurs_groupes,
        test_rp_prevention.test_rp_10_the_last_totals_of_each_site,
        "if last.empty and not held.empty",
        "if not held.empty",
    ),
    (
        indicateurs_groupes,
        test_rp_prevention.test_r_conf_03_a_rate_of_fewer_than_5_participants_is_withheld_outside,
        "sensible=True,",
        "",
    ),
    (
        indicateurs_groupes,
        test_rp_prevention.test_rp_09_meetings_and_attendance,
        'known = held["nb_participants"].notna()',
        'known = held["id_seance"].notna()',
    ),
    (
        procedure,
        test_rp_prevention.test_rp_12_the_call_then_the_agreement,
        'called = opened.loc[opened["date_appel_stagiaire"].notna()]',
        "called = opened",
    ),
    (
        procedure,
        test_rp_prevention.test_rp_12_the_call_then_the_agreement,
        'etat.connues(opened["date_appel_stagiaire"], period.end)',
        'opened["date_appel_stagiaire"]',
    ),
    (
        procedure,
        test_rp_prevention.test_rp_12_contacts_out_of_the_procedure,
        'visible_of="non"',
        'visible_of="oui"',
    ),
    (
        delais,
        test_rp_prevention.test_rp_13_an_organisation_sees_agreed_situations_of_its_own_alerts,
        'visible_of("alertes", seen) & agreed',
        'visible_of("alertes", seen)',
    ),
    (
        delais,
        test_rp_prevention.test_rp_13_an_organisation_sees_agreed_situations_of_its_own_alerts,
        'visible_of("alertes", seen) & agreed',
        "agreed",
    ),
    (
        delais,
        test_rp_prevention.test_rp_13_days_from_the_alert_to_the_first_call,
        '("date_appel", "min")',
        '("date_appel", "max")',
    ),
    (
        delais,
        test_rp_prevention.test_rp_14_days_from_the_event_to_the_organisation_s_alert,
        'etat.connues(sent["date_evenement"], period.end)',
        'sent["date_evenement"]',
    ),
    (
        delais,
        test_rp_prevention.test_rp_14_days_from_the_event_to_the_organisation_s_alert,
        "d_organisme(alerts)",
        'alerts["emetteur"].ne("cep")',
    ),
    (
        bonnes_pratiques,
        test_rp_prevention.test_rp_15b_out_of_ten_less_those_with_no_object,
        "base = grid.loc[~void]",
        'base = grid.loc[~void & grid["etat"].notna()]',
    ),
    (
        bonnes_pratiques,
        test_rp_prevention.test_rp_15b_out_of_ten_less_those_with_no_object,
        "base = grid.loc[~void]",
        "base = grid",
    ),
    (
        reprises,
        test_rp_prevention.test_rp_16_without_any_link_there_is_no_share,
        "if not followed.any():",
        "if False:",
    ),
    (
        autoevaluation,
        test_ac_autoevaluation.test_ac_01_s_o_is_answered_and_out_of_every_mean,
        'numerateur=keyed["repondu"]',
        'numerateur=keyed["note"].notna()',
    ),
    (
        autoevaluation,
        test_ac_autoevaluation.test_ac_03_mean_of_the_means_of_the_items,
        'counted.assign(groupe=rated["item"])',
        "counted",
    ),
    (
        autoevaluation,
        test_ac_autoevaluation.test_ac_06_the_gap_with_the_campaign_before,
        'pairs["note"] - pairs["note_avant"]',
        'pairs["note_avant"] - pairs["note"]',
    ),
    (
        autoevaluation,
        test_ac_autoevaluation.test_ac_08_proofs_among_levels_2_and_3_never_their_content,
        ".ge(accompagnement.PREUVE_DES)",
        ".gt(accompagnement.PREUVE_DES)",
    ),
    (
        autoevaluation,
        test_ac_autoevaluation.test_r_conf_03_a_distribution_of_fewer_than_5_organisations_is_withheld,
        "masque_of=True,",
        "",
    ),
    (
        autoevaluation,
        test_ac_autoevaluation.test_r_conf_03_a_distribution_of_fewer_than_5_organisations_is_withheld,
        'visible_of="region",',
        "",
    ),
    (
        ruptures,
        test_prevention.test_r_etat_01_a_new_file_filed_later_is_not_known_yet,
        "linked = known.loc[other & ~later]",
        "linked = known.loc[other]",
    ),
    (
        campagnes,
        test_accompagnement.test_the_last_campaign_and_the_one_before_it,
        'reponses["id_of"].fillna(place)',
        'reponses["id_of"].fillna("")',
    ),
]
"""The module changed, the test that must see it, the words, what they become."""
NAMES = [
    f"{module.__name__.removeprefix('reportlib.')}-{n}" for n, (module, *_) in enumerate(MUTANTS)
]


def rouge(test: Callable[..., None], module: ModuleType, changed: ModuleType) -> bool:
    """Whether a test, over all its cases, fails with ``changed`` in the place of ``module``."""
    tests, name = sys.modules[test.__module__], module.__name__.rsplit(".", 1)[-1]
    if getattr(tests, name) is not module:
        raise ValueError(f"{tests.__name__} does not test {module.__name__}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tests, name, changed)
        for arguments in cas(test):
            try:
                test(**arguments)
            except (Exception, pytest.fail.Exception):  # noqa: BLE001
                return True
    return False


@pytest.mark.parametrize(("module", "test", "avant", "apres"), MUTANTS, ids=NAMES)
def test_a_mutant_is_caught(module, test, avant, apres):
    assert rouge(test, module, mute(module, avant, apres))


@pytest.mark.parametrize(
    ("module", "test"),
    {test: (module, test) for module, test, _, _ in MUTANTS}.values(),
)
def test_a_copy_with_nothing_changed_is_not_caught(module, test):
    """Else a mutant could be caught for being a copy, not for what was changed."""
    head = "from __future__ import annotations"
    assert not rouge(test, module, mute(module, head, head))
