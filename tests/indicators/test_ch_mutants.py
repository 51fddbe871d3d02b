# ruff: noqa: E501 - a seed is one line
"""Seeded mutants of the charter's indicators: each must change the case worked out by hand."""

from __future__ import annotations

import pytest

from reportlib.indicators import (
    alertes,
    bilans_remis,
    communications,
    contacts,
    controles_charte,
    dossiers_charte,
    measure,
    propositions,
    rencontres,
    retours,
    signataires,
    suivi_conjoint,
)
from tests.indicators.test_ch_region import EXPECTED, REGION, SETTINGS, YEAR, scopes
from tests.rules_qualiopi.test_mutants import mute

SEEDED = (
    (signataires, "CH-01", "charte.actives(signed, evening, settings.charte)", 'signed["date_signature"] <= evening'),
    (signataires, "CH-02", 'period.contains(rows["date_signature"])', 'rows["date_signature"].notna()'),
    (signataires, "CH-03", 'numerateur=active["publie"]', 'numerateur=active["vide"]'),
    (signataires, "CH-06", "charte.engagees(signed, period, settings.charte)", 'signed["date_denonciation"].isna()'),
    (propositions, "CH-06", 'numerateur=base["id_of"].isin(sent["id_of"])', "numerateur=1.0"),
    (propositions, "CH-07", "reason = reason.mask(~active", "reason = reason.mask(active & ~active"),
    (retours, "CH-08", 'etat.connues(sent["date_etude"], period.end).notna()', 'sent["date_etude"].notna()'),
    (retours, "CH-11", "base = timed.loc[said]", "base = timed.assign(retour_ingenierie_financiere=said)"),
    (suivi_conjoint, "CH-12", "{True: 1.0, False: -1.0}", "{True: -1.0, False: 1.0}"),
    (suivi_conjoint, "CH-12", "propositions.loc[held & declared", "propositions.loc[inside & declared"),
    (suivi_conjoint, "CH-12", "held & given], counted", "held], counted"),
    (dossiers_charte, "CH-13", "ours = last.loc[active]", "ours = last"),
    (dossiers_charte, "CH-14", 'seen.loc[seen["amenagement"].eq("amenage")]', 'seen.fillna({"amenagement_valorise": False})'),
    (dossiers_charte, "CH-15", 'isin(("accord", "refus"))', 'isin(("accord", "ajourne"))'),
    (alertes, "CH-21", "seen.loc[theirs & active], left_out", "seen.loc[active], left_out"),
    (alertes, "CH-21", "seen.loc[theirs & active], left_out", "seen.loc[theirs], left_out"),
    (alertes, "CH-25", "base = broken.loc[active]", "base = broken"),
    (controles_charte, "CH-26", 'linked["date_alerte"].fillna(linked["date_controle"])', 'linked["date_controle"]'),
    (controles_charte, "CH-27", "inside.loc[active & pointed]", "inside.loc[active]"),
    (bilans_remis, "CH-28", 'etat.connues(demandes["date_remise"], period.end).notna()', 'demandes["date_remise"].notna()'),
    (bilans_remis, "CH-29", "demandes.loc[inside & active]", "demandes.loc[inside]"),
    (rencontres, "CH-30", "assign(groupe=met[\"groupe\"]),\n", "assign(groupe=met[\"cle\"]),\n"),
    (rencontres, "CH-30c", 'value=False) & met["volet', 'value=False) | met["volet'),
    (rencontres, "CH-31", "situations.loc[active & agreed]", "situations.loc[active]"),
    (communications, "CH-32", "found.loc[active & period", "found.loc[period"),
    (contacts, "CH-34", 'dated["delai"].ge(0) & ~late', 'dated["delai"].ge(0)'),
    (contacts, "CH-34", 'dated["delai"].ge(0) & ~late', "~late"),
    (contacts, "CH-34b", "timed = dated.loc[~after]", "timed = dated"),
    (contacts, "CH-34c", 'etat.connues(propositions["date_contact"], period.end)', 'propositions["date_contact"]'),
    (contacts, "CH-34c", 'contact.fillna(propositions["date_reception"])', 'propositions["date_reception"]'),
)  # fmt: skip


@pytest.mark.parametrize(
    ("module", "name", "avant", "apres"), SEEDED, ids=[f"{s[1]}-{n}" for n, s in enumerate(SEEDED)]
)
def test_a_mutant_changes_the_case(module, name, avant, apres, monkeypatch):
    copy = mute(module, avant, apres)
    monkeypatch.setattr(propositions, "engages_un_jour", getattr(copy, "engages_un_jour", None)
                        or propositions.engages_un_jour)  # fmt: skip
    records = [*copy.INDICATORS, *propositions.INDICATORS]
    record = next(one for one in records if one.id == name)
    assert scopes(measure(record, REGION, YEAR, SETTINGS)) != EXPECTED[name]


@pytest.mark.parametrize("module", sorted({s[0] for s in SEEDED}, key=lambda m: m.__name__))
def test_a_copy_with_nothing_changed_gives_the_case(module):
    first = next(avant for one, _, avant, _ in SEEDED if one is module)
    for record in mute(module, first, first).INDICATORS:
        if record.id in EXPECTED:
            assert scopes(measure(record, REGION, YEAR, SETTINGS)) == EXPECTED[record.id]
