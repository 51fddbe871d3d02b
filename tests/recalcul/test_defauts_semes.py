"""Seeded defects: each must turn the comparison red, or the comparison would prove nothing."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.dataset import Dataset
from reportlib.periods import Period
from tests.recalcul.bornes import registres_aux_bornes
from tests.recalcul.ecarts import Demande, comparer
from tests.recalcul.moteur import Recalcul
from tests.recalcul.plan import PLAN
from tests.recalcul.registres import jeu

EN_2022 = Period.year(2022)
DOSSIERS = "socle/3_dossiers.sql"
REGLES = "socle/2_regles.sql"

MUTATIONS = {
    "initial decision instead of the final one": (
        "BA-03",
        (REGLES, "finale IS NULL THEN initiale", "true THEN initiale"),
    ),
    "final decision read before its date": (
        "BA-03",
        (REGLES, "jour_finale IS NULL OR jour_finale <= getvariable('fin')", "true"),
    ),
    "adjourned files in the denominator": (
        "BA-03",
        ("BA-03.sql", "IN ('accord', 'refus')", "IN ('accord', 'refus', 'ajourne')"),
    ),
    "first passage instead of the last": (
        "BA-03",
        (DOSSIERS, "date_commission DESC) = 1", "date_commission) = 1"),
    ),
    "first day of the period left out": (
        "BA-02",
        (REGLES, "jour BETWEEN", "jour - 1 BETWEEN"),
    ),
    "last day of the period left out": (
        "BA-02",
        (REGLES, "jour BETWEEN", "jour + 1 BETWEEN"),
    ),
    "last day of the period left out of the ruptures": (
        "RP-02",
        ("RP-02.sql", "date_rupture <= ", "date_rupture < "),
    ),
    "budget refusals among the criteria": (
        "BA-05",
        ("BA-05.sql", "'coherence_parcours',", "'coherence_parcours', 'budget_priorites',"),
    ),
    "webinars counted as workshops": (
        "BA-08",
        ("BA-08.sql", "AND coalesce(format, 'atelier') = 'atelier'", ""),
    ),
    "an empty status does not count": (
        "BA-08",
        ("BA-08.sql", "coalesce(statut, 'realise') = 'realise'", "statut = 'realise'"),
    ),
    "signature active from the day after": (
        "CH-04",
        (REGLES, "signature.date_signature <= jour", "signature.date_signature < jour"),
    ),
    "still active on the day of denunciation": (
        "CH-04",
        (REGLES, "jour < signature.date_denonciation", "jour <= signature.date_denonciation"),
    ),
    "the organisation's own count added": (
        "CH-04",
        (DOSSIERS, "coalesce(source, 'tpge') = 'tpge'", "true"),
    ),
    "answers after the end of the period": (
        "CH-09",
        ("CH-09.sql", "date_retour <= getvariable('fin')", "date_retour IS NOT NULL"),
    ),
    "median shown from four": (
        "CH-10",
        ("agregats/mediane.sql", ">= 5", ">= 4"),
    ),
    "exchange before the refusal counted": (
        "CH-17",
        (DOSSIERS, "BETWEEN r.date_refus AND", "BETWEEN r.date_refus - 30 AND"),
    ),
    "exchange after the end counted": (
        "CH-17",
        (DOSSIERS, "AND getvariable('fin');", "AND DATE '2099-12-31';"),
    ),
    "an organisation counts among the others": (
        "BA-02",
        ("agregats/contributeurs.sql", "{par} id_of FROM", "{par} id_of || ' ' FROM"),
    ),
}


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return registres_aux_bornes()


@pytest.fixture(scope="module")
def juste(tables) -> Recalcul:
    """The SQL with no defect."""
    return Recalcul().lire_tables(tables)


def en_2022(id_: str, **autres: object) -> Demande:
    return Demande(recalcule=PLAN[id_], periode=EN_2022, **autres)


@pytest.mark.parametrize("id_", PLAN)
def test_no_defect_no_difference(id_: str, tables, juste) -> None:
    for par in PLAN[id_].ventilations:
        assert comparer(en_2022(id_, par=par), jeu(tables), juste).ecarts == []


@pytest.mark.parametrize(("id_", "mutation"), MUTATIONS.values(), ids=MUTATIONS)
def test_a_defect_in_a_rule_is_seen(id_: str, mutation: tuple[str, str, str], tables) -> None:
    faux = Recalcul(mutation).lire_tables(tables)
    assert comparer(en_2022(id_), jeu(tables), faux).ecarts


def test_an_intervention_without_agreement_in_the_copy_is_seen(tables, juste) -> None:
    visibles = "(visible_of OR getvariable('copie') = 'interne')"
    faux = Recalcul(("agregats/portees.sql", visibles, "true")).lire_tables(tables)
    demande = en_2022("BA-10", copie="organisme")
    assert comparer(demande, jeu(tables), juste).ecarts == []
    assert comparer(demande, jeu(tables), faux).ecarts


def _avec(verite: Dataset, registre: str, lignes: pd.DataFrame) -> Dataset:
    return Dataset({**verite.frames, registre: lignes})


def test_a_row_of_the_truth_moved_to_the_next_year_is_seen(verite, recalcul_verite) -> None:
    dossiers = verite["dossiers_ptp"]
    jours = dossiers["date_commission"]
    deplace = dossiers.index == dossiers.index[EN_2022.contains(jours)][0]
    faux = dossiers.assign(date_commission=jours.mask(deplace, jours + pd.DateOffset(years=1)))
    assert comparer(en_2022("BA-02"), verite, recalcul_verite).ecarts == []
    assert comparer(en_2022("BA-02"), _avec(verite, "dossiers_ptp", faux), recalcul_verite).ecarts


def test_an_organisation_taken_for_another_is_seen_though_the_region_agrees(
    verite, recalcul_verite
) -> None:
    interventions = verite["interventions"]
    retenues = EN_2022.contains(interventions["date_ouverture"]) & interventions["id_of"].notna()
    organismes = interventions.loc[retenues, "id_of"]
    premier = organismes.iloc[0]
    autre = organismes[organismes != premier].iloc[0]
    ici = interventions.index == organismes.index[0]
    faux = interventions.assign(id_of=interventions["id_of"].mask(ici, autre))
    ecarts = comparer(
        en_2022("BA-10"), _avec(verite, "interventions", faux), recalcul_verite
    ).ecarts
    assert any(f"organisme {premier} numerator" in ecart for ecart in ecarts)
    assert not any("region numerator" in ecart for ecart in ecarts)


def test_a_row_counted_twice_is_seen(verite, recalcul_verite) -> None:
    ateliers = verite["ateliers"]
    doubles = ateliers.assign(id_atelier=ateliers["id_atelier"] + "bis")
    faux = pd.concat([ateliers, doubles], ignore_index=True)
    assert comparer(en_2022("BA-08"), _avec(verite, "ateliers", faux), recalcul_verite).ecarts
