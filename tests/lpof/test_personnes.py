"""Names of natural persons: marked, counted, never kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data_samples.publics.lpof_fictive.degats import avec_lignes_abimees
from reportlib.intake.lpof import ListePublique, read_lpof
from reportlib.intake.lpof_personnes import is_person

Lire = Callable[..., ListePublique]


def cell(liste: ListePublique, column: str) -> object:
    return liste.organismes[column].astype(object).iloc[0]


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Monsieur EXEMPLE", True),
        ("MADAME EXEMPLE", True),
        ("M. EXEMPLE", True),
        ("EXEMPLE EI", True),
        ("EXEMPLE*EXEMPLE/EXEMPLE /", True),
        ("EXEMPLE (entrepreneur individuel)", False),
        ("EXEMPLE ENTREPRENEUR INDIVIDUEL", True),
        ("MADAMEX FORMATION", False),
        ("MONSIEURS & CO", False),
        ("FORMATION ET REI", False),
        ("CENTRE A/B", False),
        ("", False),
    ],
)
def test_natural_persons_are_marked_and_never_named(lire: Lire, name: str, person: bool) -> None:
    liste = lire({"denomination": name})
    assert cell(liste, "personne_physique") is person
    assert is_person(name) is person
    shown = cell(liste, "denomination")
    assert pd.isna(shown) if person or not name else shown == name


def test_no_name_of_a_person_is_kept_anywhere(
    listes: dict[str, ListePublique], officielle: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "lpof.csv"
    avec_lignes_abimees(officielle, damaged)
    for liste in (*listes.values(), read_lpof(damaged)):
        everything = liste.organismes.to_csv() + liste.set_aside.to_csv() + repr(liste.report)
        assert "Madame EXEMPLE" not in everything
        assert "Monsieur EXEMPLE" not in everything
    assert listes["officielle"].organismes["personne_physique"].sum() > 500
