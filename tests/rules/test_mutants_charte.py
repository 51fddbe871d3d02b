# ruff: noqa: E501 - a seed is one line
"""Seeded mutants of the charter's rules: one sign changed, and its vectors must fail."""

from __future__ import annotations

import pytest

from reportlib.rules import alertes, charte, controles_alerte, engagements, suivi_conjoint
from tests.rules import (
    test_alertes,
    test_charte,
    test_controles_alerte,
    test_engagements,
    test_suivi_conjoint,
)
from tests.rules.mutants import Mutant, identifiants, temoins

V_CH_01 = "test_v_ch_01_from_the_signature_to_the_end_both_included"
V_CH_03 = "test_v_ch_03_denounced_on_a_day_inactive_from_that_day"
ENGAGED = "test_r_ch_01_engaged_at_least_one_day_of_the_period"
EVE = "test_r_ch_09_the_last_day_is_the_eve_of_the_denunciation"
DENOUNCED = "test_r_ch_09_denounced_in_the_period_while_it_was_running"
LISTED = "test_r_etat_03_listed_on_the_site_from_the_day_of_publication"
V_AL_01 = "test_v_al_01_to_07"
R_AL_03 = "test_r_al_03_at_its_bounds"
V_AL_08 = "test_v_al_08_from_ninety_days_before_to_the_day_itself"
R_CH_04 = "test_r_ch_04_same_organisation_and_same_formation"
TP_4 = "test_v_al_01_to_07_tp_4_needs_no_threshold"
PARTLY = "test_partly_kept_when_some_thresholds_are_reached_and_others_not"
UNSEEN = "test_what_is_not_seen_decides_nothing"
NO_OCCASION = "test_no_occasion_is_never_a_failure"
SEEDED = (
    (charte, test_charte, V_CH_01, 'signataires["date_signature"] <= jours', 'signataires["date_signature"] < jours'),
    (charte, test_charte, V_CH_01, "jours <= fins(", "jours < fins("),
    (charte, test_charte, "test_v_ch_02_a_signature_after_the_end_is_an_anomaly_never_active", 'signataires["date_signature"] > fins(', 'signataires["date_signature"] < fins('),
    (charte, test_charte, V_CH_03, 'signataires["date_denonciation"] <= jours', 'signataires["date_denonciation"] < jours'),
    (charte, test_charte, "test_v_ch_04_a_recorded_renewal_brings_its_own_end", "fillna(term)", "fillna(pd.Timestamp(charte.fin))"),
    (charte, test_charte, "test_v_ch_05_a_period_past_the_end_with_no_renewal_recorded", 'return "au_dela" if', 'return "echue" if'),
    (charte, test_charte, ENGAGED, "first <= pd.Timestamp(period.end)", "first < pd.Timestamp(period.end)"),
    (charte, test_charte, ENGAGED, "last >= pd.Timestamp(period.start)", "last > pd.Timestamp(period.start)"),
    (charte, test_charte, EVE, "pd.Timedelta(days=1)", "pd.Timedelta(days=0)"),
    (charte, test_charte, EVE, "during & (first <= last)", "during"),
    (charte, test_charte, DENOUNCED, "return period.contains(when) & running", "return when.notna() & running"),
    (charte, test_charte, "test_r_ch_09_a_denunciation_past_the_end_ends_nothing", "(when <= fins(signataires, charte))", "when.notna()"),
    (charte, test_charte, LISTED, "when > pd.Timestamp(fin)", "when >= pd.Timestamp(fin)"),
    (charte, test_charte, LISTED, "said & when.isna()", "when.isna()"),
    (alertes, test_alertes, V_AL_08, "before.between(0, delai)", 'before.between(0, delai, inclusive="left")'),
    (alertes, test_alertes, V_AL_08, "before.between(0, delai)", "before.abs().between(0, delai)"),
    (alertes, test_alertes, "test_v_al_09_a_change_of_modalities_announces_no_rupture", "return d_organisme(alertes) & risk", "return d_organisme(alertes)"),
    (alertes, test_alertes, "test_r_al_05_only_the_organisation_announces", "return d_organisme(alertes) & risk", "return risk"),
    (alertes, test_alertes, "test_r_al_01_who_alerts_is_not_where_the_event_comes_from", 'alertes["emetteur"].eq', 'alertes["origine_evenement"].eq'),
    (controles_alerte, test_controles_alerte, V_AL_01, "sender.eq(regles.ORGANISME)", "sender.notna()"),
    (controles_alerte, test_controles_alerte, V_AL_01, "(MOTIF_ALERTE, MOTIF_COMMUNICATION, MOTIF_INCONNU)", "(MOTIF_ALERTE, MOTIF_INCONNU)"),
    (controles_alerte, test_controles_alerte, V_AL_01, 'ground.eq(MOTIF_INCONNU) | (on_alert & lies["date_alerte"].isna())', 'on_alert & lies["date_alerte"].isna()'),
    (controles_alerte, test_controles_alerte, V_AL_01, 'return "non_mesurable" if non_verifiables else "tenu"', 'return "tenu"'),
    (controles_alerte, test_controles_alerte, R_AL_03, 'since < controles["date_controle"]', 'since <= controles["date_controle"]'),
    (controles_alerte, test_controles_alerte, R_AL_03, 'ground.eq(MOTIF_INCONNU) | (on_alert & lies["date_alerte"].isna())', "ground.eq(MOTIF_INCONNU)"),
    (controles_alerte, test_controles_alerte, "test_r_al_02_protects_the_organisation_s_alerts_only", "alertes.loc[regles.d_organisme(alertes), [", "alertes.loc[alertes.index >= 0, ["),
    (controles_alerte, test_controles_alerte, "test_r_etat_01_an_alert_of_after_the_period_is_not_known", 'connues(alertes["date_alerte"], fin).notna()', 'alertes["date_alerte"].notna()'),
    (suivi_conjoint, test_suivi_conjoint, "test_r_ch_04_less_than_thirty_days_apart", 'near["gap"] < pd', 'near["gap"] <= pd'),
    (suivi_conjoint, test_suivi_conjoint, R_CH_04, ".str.casefold()", ""),
    (suivi_conjoint, test_suivi_conjoint, R_CH_04, 'on=["id_of", "formation"]', 'on=["formation"]'),
    (suivi_conjoint, test_suivi_conjoint, "test_r_ch_04_two_rows_that_name_no_formation_are_not_the_same", 'subset=["formation", "id_of"]', 'subset=["id_of"]'),
    (suivi_conjoint, test_suivi_conjoint, "test_the_nearest_are_paired_and_a_row_once", 'order = ["gap", "date', 'order = ["date'),
    (engagements, test_engagements, "test_v_ch_05_past_the_term_every_engagement_waits_for_the_renewal", 'witness.etat == "reconduction"', 'witness.etat == "masque"'),
    (engagements, test_engagements, TP_4, 'if engagement.id == "TP-4":', 'if engagement.id == "TP-9":'),
    (engagements, test_engagements, TP_4, '("CH-26", "CH-26b")]', '("CH-26", "CH-26c")]'),
    (engagements, test_engagements, "test_a_threshold_is_reached_from_itself_on", "else value >= threshold", "else value > threshold"),
    (engagements, test_engagements, "test_findings_and_delays_are_kept_at_most", '"CH-10", "CH-12"', '"CH-12"'),
    (engagements, test_engagements, "test_a_gap_of_the_joint_count_is_read_without_its_sign", "abs(value) <= threshold", "value <= threshold"),
    (engagements, test_engagements, PARTLY, 'return "partiel" if any(reached) else "non_tenu"', 'return "non_tenu"'),
    (engagements, test_engagements, PARTLY, 'one.etat != "sans_objet"}', 'one.etat != ""}'),
    (engagements, test_engagements, UNSEEN, 'one.etat != "exact" or one.valeur is None', 'one.etat == "non_fourni"'),
    (engagements, test_engagements, NO_OCCASION, 'return "sans_objet"\n    return _juge', 'return "non_tenu"\n    return _juge'),
    (engagements, test_engagements, "test_without_a_threshold_the_raw_value_stands_alone", 'return "sans_seuil"', 'return "tenu"'),
)  # fmt: skip
MUTANTS = [Mutant(*seed) for seed in SEEDED]


@pytest.mark.parametrize("mutant", MUTANTS, ids=identifiants(MUTANTS))
def test_a_mutant_is_caught(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    assert mutant.attrape(monkeypatch)


@pytest.mark.parametrize("mutant", temoins(MUTANTS), ids=identifiants(temoins(MUTANTS)))
def test_a_copy_with_nothing_changed_is_not_caught(
    mutant: Mutant, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not mutant.sans_changement.attrape(monkeypatch)
