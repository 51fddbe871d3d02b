"""Seeded defects: each must turn the comparison red, or the comparison would prove nothing."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.dataset import Dataset
from reportlib.periods import Period
from tests.recalcul.bornes import registres_aux_bornes
from tests.recalcul.ecarts import Demande, comparer
from tests.recalcul.moteur import Recalcul
from tests.recalcul.mutations import MUTATIONS
from tests.recalcul.mutations_suivi import SUIVI
from tests.recalcul.plan import PLAN
from tests.recalcul.registres import jeu

EN_2022 = Period.year(2022)
DEFAUTS = MUTATIONS | SUIVI


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


@pytest.mark.parametrize("id_", PLAN)
def test_the_boundaries_exercise_the_measure(id_: str, juste) -> None:
    """A row of the boundaries is counted, or there would be nothing to compare."""
    comptes = en_2022(id_, par=PLAN[id_].ventilations[0]).recalculer(juste)
    assert comptes["numerator"].abs().sum() > 0 or PLAN[id_].genre == "part"
    assert len(comptes)


def faux_recalcul(mutation: tuple[str, str, str], tables, juste: Recalcul) -> Recalcul:
    """The SQL with a defect, over the same registers."""
    if mutation[0].startswith("socle/"):
        return Recalcul(mutation).lire_tables(tables)
    return juste.fausse(mutation)


@pytest.mark.parametrize(("id_", "mutation"), DEFAUTS.values(), ids=DEFAUTS)
def test_a_defect_in_a_rule_is_seen(
    id_: str, mutation: tuple[str, str, str], tables, juste
) -> None:
    par = PLAN[id_].ventilations[0]
    faux = faux_recalcul(mutation, tables, juste)
    assert comparer(en_2022(id_, par=par), jeu(tables), faux).ecarts


def test_an_intervention_without_agreement_in_the_copy_is_seen(tables, juste) -> None:
    visibles = "(visible_of OR getvariable('copie') = 'interne')"
    faux = juste.fausse(("agregats/portees.sql", visibles, "true"))
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
