"""Seeded mutants of the rules of a year: one sign changed, and its vectors must fail."""

from __future__ import annotations

import pytest

from reportlib.rules import (
    avenants,
    certificats_realisation,
    clea,
    controles,
    interventions,
    ptp,
    recours,
)
from tests.rules import (
    test_avenants,
    test_certificats_realisation,
    test_controles,
    test_interventions,
    test_recours,
)
from tests.rules.mutants import Mutant, identifiants, temoins

V_CR_01 = "test_v_cr_01_a_deposit_of_january"
V_CR_02 = "test_v_cr_02_no_deposit_of_december_and_a_leap_february"
R_CR_02 = "test_r_cr_02_the_limit_of_two_months"
R_CR_03 = "test_r_cr_03_first_deposit_for_the_delay_last_for_the_hours"
R_CR_05 = "test_r_cr_05_a_month_declared_with_no_hour_is_not_expected"
V_CR_04 = "test_v_cr_04_hours_of_work_placement_count"
BA_15 = "test_ba_15_months_of_a_path_to_its_end_or_its_rupture"
CERTIFICATS = [
    (V_CR_01, "_QUATRE_JOURS = pd.Timedelta(days=4)", "_QUATRE_JOURS = pd.Timedelta(days=5)"),
    (V_CR_01, "known <= echeances(mois)", "known < echeances(mois)"),
    (V_CR_01, "known <= end", "known < end"),
    (V_CR_02, "end < pd.Timestamp(fin)", "end <= pd.Timestamp(fin)"),
    (R_CR_02, "third - pd.Timedelta(days=1)", "third"),
    (R_CR_02, 'if limite == "5_m3" else', 'if limite == "fin_m2" else'),
    (R_CR_03, 'premier_depot=("date_depot", "min")', 'premier_depot=("date_depot", "max")'),
    (R_CR_03, '.drop_duplicates(CLE, keep="last")', '.drop_duplicates(CLE, keep="first")'),
    (
        "test_r_cr_03_on_one_day_the_rectification_comes_after",
        '[*CLE, "date_depot", "_rang"]',
        '[*CLE, "date_depot"]',
    ),
    (V_CR_04, "sum(axis=1, min_count=1)", "sum(axis=1)"),
    (V_CR_04, '"stage": "heures_stage",', ""),
    (R_CR_05, "heures_totales(last).eq(0)", "heures_totales(last).le(14)"),
    (
        "test_ba_15_months_wholly_in_the_period",
        "last <= pd.Timestamp(period.end)",
        "first <= pd.Timestamp(period.end)",
    ),
    (BA_15, 'crossed["date_debut"] <= last', 'crossed["date_debut"] < first'),
    (BA_15, 'crossed["_fin"] >= first', 'crossed["_fin"] > first'),
    (BA_15, "loc[running & ordered]", "loc[running]"),
    (
        "test_r_etat_01_a_deposit_later_than_the_end_is_not_known",
        "known = connues(premiers, fin)",
        "known = premiers",
    ),
    (
        "test_v_cr_03_papers_kept_three_years_from_the_end_of_the_year",
        "dernier_paiement.year + CONSERVATION_ANS",
        "dernier_paiement.year + 2",
    ),
]
R_CAL_01 = "test_r_cal_01_three_parties_agree"
AVENANTS = [
    (R_CAL_01, '"deroulement", "report_fin")', '"deroulement")'),
    (R_CAL_01, ".all(axis=1)", ".any(axis=1)"),
    (R_CAL_01, "said.fillna(value=True)", "said.fillna(value=False)"),
    (
        "test_r_cal_02_r_cal_03_beforehand_holds_for_every_type",
        'demandes["date_demande"] <= demandes["date_effet"]',
        'demandes["date_demande"] < demandes["date_effet"]',
    ),
    (
        "test_r_cal_01_an_amendment_without_them_is_an_anomaly",
        'connues(demandes["date_avenant"], fin)',
        'demandes["date_avenant"]',
    ),
]
R_CTL_02 = "test_r_ctl_02_service_done_is_no_quality"
R_AL_04 = "test_r_al_04_a_check_never_tells_a_trainee_s_alert"
CONTROLES = [
    (R_CTL_02, ".fillna(MOTIF_INCONNU)", '.fillna("programme")'),
    (R_CTL_02, "return motifs(controles).eq(SERVICE_FAIT)", "return motifs(controles).ne('')"),
    (R_AL_04, "return ~on_alert\n", "return ~on_alert | True\n"),
    (R_AL_04, 'visible_of("alertes", alertes)', 'alertes["id_alerte"].notna()'),
]
R_PTP_06 = "test_r_ptp_06_a_refusal_that_may_still_change"
RECOURS = [
    (R_PTP_06, "(last > pd.Timestamp(fin))", "(last >= pd.Timestamp(fin))"),
    (R_PTP_06, 'passes["date_decision_finale"] <= ', 'passes["date_decision_finale"] < '),
    (R_PTP_06, "DateOffset(months=REPONSE_MOIS)", "DateOffset(months=1)"),
    (
        "test_r_ptp_06_two_months_then_two_months",
        "add_months(envoi, RECOURS_MOIS)",
        "add_months(envoi, 3)",
    ),
    ("test_r_ptp_06_only_a_refusal_is_appealed_against", '.eq("refus")', ".isna()"),
]
R_PTP_07 = "test_v_ptp_01_r_ptp_07_rights_open_six_months"
PTP = [
    (R_PTP_07, "jour <= droits_cdd", "jour < droits_cdd"),
    (R_PTP_07, "DROITS_CDD_MOIS = 6", "DROITS_CDD_MOIS = 7"),
    (
        "test_r_ptp_02_r_ptp_03_the_charter_s_ground_is_of_the_path",
        '"coherence_parcours": "2"',
        '"coherence_parcours": "1"',
    ),
    (
        "test_r_ptp_01_every_type_of_the_register_is_certifying",
        '("rncp", "bloc_rncp", "rs")',
        '("rncp", "rs")',
    ),
]
R_ACT_02 = "test_r_act_02_call_then_agreement_then_contact"
INTERVENTIONS = [
    (R_ACT_02, ".notna() & ~visibles", ".isna() & ~visibles"),
    (R_ACT_02, '< situations["date_appel_stagiaire"]', '<= situations["date_appel_stagiaire"]'),
]
CLEA = [
    ("test_r_clea_01_months_without_a_jury", "mois_entiers(period)", "period.months"),
    ("test_r_clea_01_twelve_in_a_year", "if month not in held", "if month in held"),
]
_SEEDED = (
    (certificats_realisation, test_certificats_realisation, CERTIFICATS),
    (avenants, test_avenants, AVENANTS),
    (controles, test_controles, CONTROLES),
    (recours, test_recours, RECOURS),
    (ptp, test_recours, PTP),
    (interventions, test_interventions, INTERVENTIONS),
    (clea, test_controles, CLEA),
)
MUTANTS = [Mutant(module, tests, *words) for module, tests, seeds in _SEEDED for words in seeds]


@pytest.mark.parametrize("mutant", MUTANTS, ids=identifiants(MUTANTS))
def test_a_mutant_is_caught(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    assert mutant.attrape(monkeypatch)


@pytest.mark.parametrize("mutant", temoins(MUTANTS), ids=identifiants(temoins(MUTANTS)))
def test_a_copy_with_nothing_changed_is_not_caught(
    mutant: Mutant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a mutant could be caught for being a copy, not for what was changed."""
    assert not mutant.sans_changement.attrape(monkeypatch)
