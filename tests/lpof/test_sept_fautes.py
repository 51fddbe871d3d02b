"""Seven bad public files, each by its name: a message that says what to do, or rows counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from data_samples.publics.lpof_fictive.degats import abimer
from reportlib.errors import DataError
from reportlib.intake.lpof import ListePublique, read_lpof

from .conftest import avis

Lire = Callable[..., ListePublique]


@pytest.mark.parametrize(
    ("faute", "nature", "dit"),
    [
        ("une colonne renommée", "colonne_renommee", "ressemble à"),
        ("une page d’erreur HTML enregistrée en .csv", "page_html", "page web"),
        ("un téléchargement tronqué", "tronquee", "interrompu"),
        ("des NDA en notation scientifique partout", "tableur", "notation scientifique"),
    ],
)
def test_a_file_that_cannot_be_counted_says_what_to_do(
    officielle: Path, tmp_path: Path, faute: str, nature: str, dit: str
) -> None:
    path = tmp_path / "lpof.csv"
    abimer(officielle, path, nature)
    with pytest.raises(DataError) as caught:
        read_lpof(path)
    message = str(caught.value).replace("\xa0", " ")
    assert dit in message, faute
    assert "échargez de nouveau la liste" in message, faute


@pytest.mark.parametrize(
    ("faute", "ligne", "compte", "gardees"),
    [
        ("un NIC à la place du SIRET", {"siret": "00074"}, "NIC à la place du SIRET, complété", 2),
        ("un NDA en notation scientifique", {"nda": "1.1755998875E10"}, "", 1),
        ("un SIREN de zéros", {"siren": "000000000", "siret": ""}, "000000000", 2),
        ("un zéro de tête perdu", {"siren": "5580121", "siret": ""}, "SIREN, zéro de tête", 2),
    ],
)
def test_a_row_is_kept_with_a_notice_or_set_aside_and_counted(
    lire: Lire, faute: str, ligne: dict[str, str], compte: str, gardees: int
) -> None:
    liste = lire(ligne, {})
    assert (liste.sheet.kept, liste.sheet.set_aside) == (gardees, 2 - gardees), faute
    if compte:
        assert avis(liste, compte) == (2,), faute
    else:
        assert "notation scientifique" in liste.report.set_aside[0].message


def test_a_spreadsheet_that_lost_zeros_gives_the_same_list(
    officielle: Path, listes: dict[str, ListePublique], tmp_path: Path
) -> None:
    path = tmp_path / "lpof.csv"
    abimer(officielle, path, "zeros_perdus")
    read, whole = read_lpof(path).organismes, listes["officielle"].organismes
    assert read[["nda", "siren", "certifie"]].equals(whole[["nda", "siren", "certifie"]])
