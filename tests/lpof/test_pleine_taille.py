"""The list at full size: its counts are its truth, and within rounding of what was published."""

from __future__ import annotations

from pathlib import Path

import pytest

from data_samples.publics.generer_lpof import generer
from data_samples.publics.lpof_fictive.agregats import CODES
from reportlib.indicators.lpof import CATEGORIES, Ventilation, adoption
from reportlib.intake.lpof import ListePublique, read_lpof

from .conftest import table

pytestmark = pytest.mark.lent
NOMBRES = ["organismes", "certifies", *CATEGORIES]
PAR: tuple[Ventilation, ...] = ("region", "departement", "taille", "specialite")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pleine")


@pytest.fixture(scope="module")
def liste(place: Path) -> ListePublique:
    return read_lpof(generer(place)["officielle"])


def test_counts_are_the_truth(place: Path, liste: ListePublique) -> None:
    truth = {
        (row["ventilation"], row["modalite"]): [int(row[name]) for name in NOMBRES]
        for row in table(place / "verite_comptages.csv")
        if row["ventilation"] in PAR
    }
    found = {
        (par, row[par]): [int(row[name]) for name in NOMBRES]
        for par in PAR
        for _, row in adoption(liste.organismes, par).iterrows()
    }
    assert found == truth
    assert (liste.sheet.rows, liste.sheet.kept) == (154_107, 154_107)


def test_rates_are_the_published_ones(root: Path, liste: ListePublique) -> None:
    published = {
        (row["champ"], row["modalite"]): row["valeur"]
        for row in table(root / "data_samples" / "publics" / "lpof_agregats_2025-10.csv")
        if row["indicateur"] == "taux_certification_actions_de_formation"
    }
    whole = adoption(liste.organismes)
    regions = adoption(liste.organismes, "region").set_index("region")
    middle = adoption(liste.organismes, "region", "taille").set_index(["region", "taille"])
    rates = 100 * regions["actions_formation"] / regions["organismes"]
    of_middle = 100 * middle["actions_formation"] / middle["organismes"]
    assert (
        pytest.approx(float(published["toutes tailles", "France"]), abs=0.05)
        == 100 * 43_834 / 154_107
    )
    assert int(whole["actions_formation"].iloc[0]) == 43_834
    grand_est = regions.loc["44", ["actions_formation", "organismes"]].tolist()
    assert grand_est == [2_506, 8_386]
    for name, code in CODES.items():
        wanted = float(published["toutes tailles", name])
        assert rates[code] == pytest.approx(wanted, abs=0.0501)
        # The organisation of 375 438 trainers left its size class.
        assert of_middle[code, "3-10"] == pytest.approx(
            float(published["3-10 formateurs", name]), abs=0.0501
        )


def test_true_alone_misses_1_227_certified(liste: ListePublique) -> None:
    assert int(adoption(liste.organismes)["certifies"].iloc[0]) == 45_061
    assert 45_061 - int(liste.organismes["actions_formation"].sum()) == 1_227
