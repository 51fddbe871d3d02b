"""Dated copies: certified, newly certified, lost; the movements explain the stock."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_samples.publics.generer_lpof import generer_copies
from reportlib.indicators.lpof_suivi import MOUVEMENTS, Copie, parcours, serie
from reportlib.intake.lpof import ListePublique
from reportlib.intake.lpof_copies import read_copies

from .conftest import table

Etats = dict[str, bool]


def copie(
    day: int,
    etats: Etats,
    *,
    siren: dict[str, str] | None = None,
    avant: dict[str, str] | None = None,
) -> Copie:
    names = list(etats)
    return Copie(
        date(2025, 1, day),
        pd.DataFrame(
            {
                "nda": pd.Series(names, dtype="str"),
                "siren": pd.Series([(siren or {}).get(n) for n in names], dtype="str"),
                "ndas_precedents": pd.Series([(avant or {}).get(n) for n in names], dtype="str"),
                "certifie": pd.Series(list(etats.values()), dtype="boolean"),
            }
        ),
    )


@pytest.fixture(scope="module")
def dossier_copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("copies")
    generer_copies(place, lignes=1500, copies=3)
    return place


@pytest.fixture(scope="module")
def copies(dossier_copies: Path) -> list[Copie]:
    read = read_copies(sorted(dossier_copies.glob("lpof_*.csv"), reverse=True))
    return [Copie(liste.date, liste.organismes) for liste in read if liste.date]


def test_copies_are_in_order_of_day(copies: list[Copie]) -> None:
    assert [copy.jour for copy in copies] == [date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1)]


@pytest.mark.parametrize("cle", ["siren", "nda"])
def test_movements_are_the_truth(dossier_copies: Path, copies: list[Copie], cle: str) -> None:
    rows = serie(copies, cle).set_index("jour")
    truth = {
        (row["jour"], row["mouvement"]): int(row["organismes"])
        for row in table(dossier_copies / "verite_mouvements.csv")
        if row["mouvement"] in MOUVEMENTS
    }
    found = {
        (day.isoformat(), name): int(rows.loc[day, name])
        for day in rows.index[1:]
        for name in MOUVEMENTS
    }
    assert found == truth


def test_by_hand() -> None:
    first = copie(1, {"A": True, "B": True, "C": False, "D": True})
    second = copie(2, {"A": True, "B": False, "C": True, "E": True, "F": False})
    rows = serie([second, first]).set_index("jour")
    assert rows["organismes"].tolist() == [4, 5]
    assert rows["certifies"].tolist() == [3, 3]
    moves = rows.loc[date(2025, 1, 2), list(MOUVEMENTS)].tolist()
    assert moves == [1, 1, 1, 1]
    assert rows.loc[date(2025, 1, 1), list(MOUVEMENTS)].isna().all()
    path = parcours([first, second]).set_index(["organisme", "jour"])["mouvement"]
    assert path["D", date(2025, 1, 2)] == "sorti_certifie"
    assert path["B", date(2025, 1, 2)] == "perdu"


def test_an_organisation_of_two_declarations_is_certified_when_one_is() -> None:
    held = {"A1": "A", "A2": "A"}
    first = copie(1, {"A1": True, "A2": False}, siren=held)
    second = copie(2, {"A1": False, "A2": True}, siren=held)
    assert serie([first, second])["certifies"].tolist() == [1, 1]
    by_declaration = serie([first, second], "nda").iloc[1]
    assert (by_declaration["nouveau_certifie"], by_declaration["perdu"]) == (1, 1)


def test_a_change_of_number_is_no_loss() -> None:
    first = copie(1, {"A": True, "B": True})
    second = copie(2, {"A9": True, "B9": False}, avant={"A9": "A", "B9": "B"})
    third = copie(3, {"A99": True, "B9": True}, avant={"A99": "A;A9"})
    rows = serie([first, second, third], "nda")
    assert rows["organismes"].tolist() == [2, 2, 2]
    assert rows.loc[1, list(MOUVEMENTS)].tolist() == [0, 0, 1, 0]


def test_what_cannot_be_followed_is_refused(listes: dict[str, ListePublique]) -> None:
    one = copie(1, {"A": True})
    with pytest.raises(ValueError, match="two copies of one day"):
        serie([one, one])
    silent = Copie(date(2020, 9, 25), listes["avant_2022_attestee"].organismes)
    with pytest.raises(ValueError, match="does not tell certifications"):
        serie([silent, one])
    assert serie([one])["certifies"].tolist() == [1]
    assert parcours([]).empty


ETATS = st.dictionaries(st.sampled_from("ABCDEFGH"), st.booleans(), max_size=8)


@settings(max_examples=50, deadline=None)
@given(st.lists(ETATS, min_size=1, max_size=4), st.sampled_from(["siren", "nda"]))
def test_movements_explain_the_stock(states: list[Etats], cle: str) -> None:
    rows = serie([copie(day, held) for day, held in enumerate(states, start=1)], cle)
    assert rows["certifies"].tolist() == [sum(held.values()) for held in states]
    gains = rows["nouveau_certifie"] + rows["entre_certifie"]
    net = (gains - rows["perdu"] - rows["sorti_certifie"]).iloc[1:].tolist()
    assert net == rows["certifies"].diff().iloc[1:].astype(int).tolist()
