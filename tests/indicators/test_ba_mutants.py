# ruff: noqa: E501 - a seed is one line
"""Seeded mutants of the year's indicators: each must turn a case worked out by hand red."""

from __future__ import annotations

import pytest

from reportlib.indicators import (
    ateliers_participation,
    bilans_stagiaires,
    calendrier,
    certificats_mensuels,
    controles,
    couverture,
    heures,
    jurys,
)
from tests.indicators import (
    test_ba_ateliers,
    test_ba_calendrier,
    test_ba_couverture,
    test_ba_ecart,
    test_ba_realisation,
    test_ba_suivis,
)
from tests.rules.mutants import Mutant, identifiants, temoins

BA_25 = "test_ba_25_two_values_and_their_gap"
BA_25_CHANGES = "test_ba_25_a_change_between_the_two_periods_is_said"
BA_09 = "test_ba_09_an_organisation_counts_once"
BA_09B = "test_ba_09b_persons_one_when_not_said_unknown_organisations_apart"
BA_15 = "test_ba_15_in_time_over_expected"
BA_17B = "test_ba_17b_up_to_the_day_it_takes_effect"
BA_17C = "test_ba_17c_three_validations_of_three_types"
BA_22 = "test_ba_22_certified_or_deemed_so_among_those_financed"
SEEDED = (
    (ateliers_participation, test_ba_ateliers, BA_09, 'held = seen.loc[seen["raison"].isna()]\n    known', "held = seen\n    known"),
    (ateliers_participation, test_ba_ateliers, BA_09B, ".fillna(1).astype", ".fillna(0).astype"),
    (ateliers_participation, test_ba_ateliers, BA_09B, 'seen["id_of"].fillna(place)', 'seen["id_of"].fillna("")'),
    (bilans_stagiaires, test_ba_suivis, "test_ba_13b_an_adjustment_not_said_is_out_of_the_base", "base = seen.loc[said]", "base = seen.fillna({'reajustement': False})"),
    (controles, test_ba_suivis, "test_ba_14_checks_without_those_of_service_done", "base = done.loc[~service]", "base = done"),
    (controles, test_ba_suivis, "test_ba_14_a_copy_never_shows_the_check_on_a_trainee_s_alert", 'visible_of=base["montrable"]', "visible_of=True"),
    (controles, test_ba_suivis, "test_ba_14_a_result_has_no_date", "etat_import_resultat=", "etat_import_motif="),
    (jurys, test_ba_suivis, "test_ba_20b_certified_over_candidates_never_a_mean_of_rates", 'denominateur=base["candidatures"]', 'denominateur=base["certifies"]'),
    (jurys, test_ba_suivis, "test_ba_20_juries_and_months_without_one", "clea.mois_sans_jury(held, period) if len(held)", "period.months if len(held)"),
    (certificats_mensuels, test_ba_realisation, BA_15, "base = due.loc[~idle & ~waiting]", "base = due.loc[~waiting]"),
    (certificats_mensuels, test_ba_realisation, BA_15, 'state["decision"].eq("accord")', 'state["decision"].notna()'),
    (certificats_mensuels, test_ba_realisation, BA_15, '.eq("dans_delai")', '.ne("manquant")'),
    (certificats_mensuels, test_ba_realisation, "test_ba_15_the_limit_is_a_choice_of_the_team", "settings.choix.limite_certificat", '"fin_m2"'),
    (certificats_mensuels, test_ba_realisation, "test_ba_15_says_from_when_the_register_is_kept", ">= kept.min()", "<= kept.min()"),
    (heures, test_ba_realisation, "test_ba_16_hours_of_the_last_deposit_all_kinds", "regles.derniers_depots(inside, period.end)", "inside"),
    (heures, test_ba_realisation, "test_ba_16b_all_the_hours_of_a_file_over_those_planned", 'known = hours.loc[hours["mois"].le(f"{period.end:%Y-%m}")]', "known = hours.loc[inside]"),
    (calendrier, test_ba_calendrier, BA_17B, "known = early.notna()", "known = early.eq(True)"),
    (calendrier, test_ba_calendrier, BA_17C, "base = asked.loc[needed]", "base = asked"),
    (calendrier, test_ba_calendrier, BA_17C, 'said.eq("completes")', 'said.ne("refusees")'),
    (calendrier, test_ba_calendrier, "test_ba_18_files_touched_once_and_once_a_month", 'named.drop_duplicates("id_dossier")', "named"),
    (couverture, test_ba_couverture, BA_22, '("certifie", "repute")', '("certifie", "")'),
    (couverture, test_ba_couverture, "test_ba_22_four_years_are_a_choice_of_the_team", "seuil(settings)", "seuil(Settings())"),
    (couverture, test_ba_couverture, "test_ba_22_what_is_not_dated", '| undated', "& undated"),
    (test_ba_ecart.ecart, test_ba_ecart, BA_25, "or not self.value_avant", "or self.value_avant is None"),
    (test_ba_ecart.ecart, test_ba_ecart, BA_25, 'kind == "part" or self.difference', 'kind == "" or self.difference'),
    (test_ba_ecart.ecart, test_ba_ecart, BA_25, "return self.value - self.value_avant", "return self.value_avant - self.value"),
    (test_ba_ecart.ecart, test_ba_ecart, BA_25, "if not couvre(indicator, dataset, period):", "if not indicator.registres:"),
    (test_ba_ecart.ecart, test_ba_ecart, "test_a_register_covers_by_the_dates_read_where_the_first_is_missing", "(indicator.date_reference, *indicator.dates_repli)", "(indicator.date_reference,)"),
    (test_ba_ecart.ecart, test_ba_ecart, BA_25_CHANGES, "changements.entre(indicator.id, before, period, connus)", "changements.entre(indicator.id, period, period, connus)"),
)  # fmt: skip
"""The module changed, the tests, the one that sees it, the words, what they become."""
MUTANTS = [Mutant(*seed) for seed in SEEDED]


@pytest.mark.parametrize("mutant", MUTANTS, ids=identifiants(MUTANTS))
def test_a_mutant_is_caught(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    assert mutant.attrape(monkeypatch)


@pytest.mark.parametrize("mutant", temoins(MUTANTS), ids=identifiants(temoins(MUTANTS)))
def test_a_copy_with_nothing_changed_is_not_caught(
    mutant: Mutant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a mutant could be caught for being a copy, not for what was changed."""
    assert not mutant.sans_changement.attrape(monkeypatch)
