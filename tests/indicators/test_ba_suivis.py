"""BA-13 (trainees' reviews), BA-14 (checks), BA-20 (CléA juries)."""

from __future__ import annotations

import pytest

from reportlib.indicators import bilans_stagiaires, controles, jurys
from tests.indicators.lecture import apart, importes, portees, remarque, valeurs
from tests.indicators.registres import dataset

REGION = dataset(
    suivi_parcours="""
    id_suivi | id_dossier | id_of | date_suivi | etape         | reajustement
    S1       | D1         | A     | 2022-01-01 | intermediaire | oui
    S2       | D1         | A     | 2022-12-31 | final         | non
    S3       | D2         | B     | 2022-06-01 | intermediaire |
    S4       | D9         |       | 2022-06-01 | final         | oui
    S5       | D1         | A     | 2021-12-31 | final         | oui
    S6       | D1         | A     | 2023-01-01 | final         | oui
    """,
    controles="""
    id_controle | id_of | date_controle | motif   | id_alerte | themes             | resultat
    C1 | A | 2022-01-01 | programme                 |    | positionnement;suivi | conforme
    C2 | A | 2022-12-31 |                           |    | suivi                |
    C3 | A | 2022-03-01 | alerte                    | A1 |                      | ecarts
    C4 | A | 2022-03-02 | alerte                    | A2 | suivi                | ecarts
    C5 | B | 2022-03-03 | verification_service_fait |    | suivi                | conforme
    C6 | B | 2023-01-01 | programme                 |    | suivi                | conforme
    """,
    alertes="id_alerte | emetteur\nA1 | organisme\nA2 | stagiaire",
    jurys_clea="""
    date_jury  | candidatures | certifies
    2022-01-20 | 10           | 8
    2022-02-17 | 5            | 0
    2022-04-14 | 0            | 0
    2022-05-12 | 7            |
    2022-12-31 | 3            | 3
    2023-01-12 | 9            | 9
    """,
)


def test_ba_13_presences_of_the_period():
    assert portees(bilans_stagiaires.BA_13, REGION) == {
        "region": 4,
        "A": 2,
        "B": 1,
        "non_attribue": 1,
    }
    assert valeurs(bilans_stagiaires.BA_13, REGION, "etape") == {"intermediaire": 2, "final": 2}


def test_ba_13b_an_adjustment_not_said_is_out_of_the_base():
    found = portees(bilans_stagiaires.BA_13B, REGION)
    assert found == {"region": (2, 3), "A": (1, 2), "non_attribue": (1, 1)}
    assert apart(bilans_stagiaires.BA_13B, REGION) == {"réajustement non renseigné": 1}
    by_step = valeurs(bilans_stagiaires.BA_13B, REGION, "etape")
    assert by_step == {"intermediaire": (1, 1), "final": (1, 2)}


def test_ba_14_checks_without_those_of_service_done():
    assert portees(controles.BA_14, REGION) == {"region": 4, "A": 4}
    assert portees(controles.BA_14B, REGION) == {"region": 1, "B": 1}
    assert apart(controles.BA_14, REGION) == {"contrôle de service fait": 1}


@pytest.mark.parametrize(
    ("par", "expected"),
    [
        ("motif", {"programme": 1, "inconnu": 1, "alerte": 2}),
        ("theme", {"positionnement": 1, "suivi": 3, "non_renseigne": 1}),
        ("resultat", {"conforme": 1, "ecarts": 2, "non_renseigne": 1}),
    ],
)
def test_ba_14_by_motive_theme_and_result(par, expected):
    assert valeurs(controles.BA_14, REGION, par) == expected


def test_ba_14_a_result_has_no_date():
    assert importes(controles.BA_14, REGION) == 0
    assert importes(controles.BA_14, REGION, "resultat") == 3


def test_ba_14_a_copy_never_shows_the_check_on_a_trainee_s_alert():
    assert portees(controles.BA_14, REGION, copie="organisme")["A"] == 3


def test_ba_20_juries_and_months_without_one():
    assert portees(jurys.BA_20, REGION) == {"region": 5}
    assert remarque(jurys.BA_20, REGION) == (
        "Mois sans jury : mars 2022, juin 2022, juillet 2022, août 2022, septembre 2022, "
        "octobre 2022 et novembre 2022."
    )
    assert valeurs(jurys.BA_20, REGION, "mois")["2022-04"] == 1


def test_ba_20b_certified_over_candidates_never_a_mean_of_rates():
    assert portees(jurys.BA_20B, REGION) == {"region": (11, 18)}
    assert apart(jurys.BA_20B, REGION) == {"effectifs non renseignés": 1}
    assert valeurs(jurys.BA_20B, REGION, "mois") == {
        "2022-01": (8, 10),
        "2022-02": (0, 5),
        "2022-04": (0, 0),
        "2022-12": (3, 3),
    }


def test_ba_20_no_jury_at_all_is_a_zero_without_a_list():
    empty = dataset(jurys_clea="date_jury | candidatures\n2023-01-12 | 9")
    assert portees(jurys.BA_20, empty) == {"region": 0}
    assert remarque(jurys.BA_20, empty) == ""
