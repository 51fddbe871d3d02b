"""Which organisation words name: id, SIRET, SIREN, NDA, name, alias; never a list of all."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.cli.organismes import SHOWN, id_of
from reportlib.dataset import Dataset
from reportlib.errors import ParameterError

ORGANISMES = pd.DataFrame(
    [
        ("OF-0001", "Atelier du Fleuve", "73282932000074", "732829320", "44540000001", "ADF;Rives"),
        ("OF-0002", "Atelier du Canal", "73282932000082", "732829320", None, None),
        ("OF-0003", "École d'Été", None, None, None, "Summer"),
        ("OF-0004", "Centre Nord", None, None, None, None),
        ("OF-0005", "Centre Nord", None, None, None, "ADF 2"),
        ("732829320", "Nom de nombre", None, None, None, None),
    ],
    columns=["id_of", "denomination", "siret", "siren", "nda", "alias"],
    dtype="str",
)
DATASET = Dataset({"organismes": ORGANISMES})


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("OF-0001", "OF-0001"),
        (" OF-0001 ", "OF-0001"),
        ("73282932000082", "OF-0002"),
        ("732 829 320 00082", "OF-0002"),
        ("44540000001", "OF-0001"),
        ("atelier  DU fleuve", "OF-0001"),
        ("ecole d ete", "OF-0003"),
        ("École d’Été", "OF-0003"),
        ("Rives", "OF-0001"),
        ("adf", "OF-0001"),
        ("732829320", "732829320"),
        ("ATELIER-DU-FLEUVE", "OF-0001"),
    ],
)
def test_an_organisation_is_found(words, found):
    assert id_of(DATASET, words) == found


def refusal(words: str, dataset: Dataset = DATASET) -> str:
    with pytest.raises(ParameterError) as refused:
        id_of(dataset, words)
    return str(refused.value)


def test_a_name_of_several_asks_for_the_id():
    assert refusal("centre nord") == (
        "« centre nord » désigne 2 organismes par son nom : Centre Nord (OF-0004), Centre Nord "
        "(OF-0005). "
        "Donnez l'identifiant."
    )


def test_a_siren_of_several_asks_for_the_id():
    two = Dataset({"organismes": ORGANISMES.iloc[:2]})
    assert refusal("732829320", two).startswith(
        "« 732829320 » désigne 2 organismes par son SIREN :"
    )


def test_the_nearest_names_are_told():
    assert refusal("Atelier du Fleuv") == (
        "Aucun organisme ne correspond à « Atelier du Fleuv ». Noms proches : Atelier du Fleuve "
        "(OF-0001), Atelier du Canal (OF-0002). Donnez son identifiant, son SIRET ou son nom, "
        "tels qu'ils sont dans le registre des organismes."
    )


@pytest.mark.parametrize("words", ["zzzzzz", "", "*", "é", "99999999999999"])
def test_words_like_no_name_tell_no_name(words):
    assert refusal(words) == (
        f"Aucun organisme ne correspond à « {words} ». Donnez son identifiant, son SIRET ou son "
        "nom, tels qu'ils sont dans le registre des organismes."
    )


def test_never_more_than_a_few_names():
    many = ORGANISMES.iloc[[3] * 40].assign(id_of=[f"OF-{n}" for n in range(40)])
    dataset = Dataset({"organismes": many.reset_index(drop=True)})
    for words in ("Centre Nord", "Centre Nor"):
        assert refusal(words, dataset).count("OF-") <= SHOWN


def test_a_row_set_aside_is_said():
    aside = ORGANISMES.iloc[[2]].assign(
        _source="organismes.csv", _ligne=7, motif="« abc » n’est pas un SIRET."
    )
    dataset = Dataset({"organismes": ORGANISMES.drop(index=2)}, {"organismes": aside})
    for words in ("OF-0003", "ecole d'ete"):
        assert refusal(words, dataset) == (
            f"La ligne de « {words} » est mise à l'écart (organismes.csv, ligne 7). "
            "« abc » n’est pas un SIRET."
        )


def test_without_the_register_nothing_is_found():
    assert refusal("OF-0001", Dataset({})).startswith("Le registre des organismes n'est pas fourni")
