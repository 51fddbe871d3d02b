"""Faults of a file: one message that says what was found and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from data_samples.publics.lpof_fictive.degats import abimer
from reportlib.errors import DataError
from reportlib.intake.lpof import ListePublique, read_lpof

from .conftest import LIGNES, avis

NBSP = "\xa0"


def refused(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        read_lpof(path)
    assert caught.value.exit_code == 11
    return str(caught.value).replace(NBSP, " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("nature", "told"),
    [
        ("page_html", "une page web, sans doute une page d’erreur"),
        ("tronquee", "interrompu"),
        ("colonne_renommee", "« certif. VAE » ressemble à « certifications.VAE »"),
        ("tableur", "3 998 lignes sur 4 000 ne peuvent pas être comptées"),
    ],
)
def test_damaged_files(officielle: Path, tmp_path: Path, nature: str, told: str) -> None:
    path = tmp_path / "lpof.csv"
    abimer(officielle, path, nature)
    message = refused(path)
    assert message.startswith("lpof.csv")
    assert told in message
    assert "échargez de nouveau la liste" in message


def test_a_spreadsheet_in_scientific_notation_names_the_cause(
    officielle: Path, tmp_path: Path
) -> None:
    path = tmp_path / "lpof.csv"
    abimer(officielle, path, "tableur")
    message = refused(path)
    assert "notation scientifique" in message
    assert "sans l’ouvrir dans un tableur" in message


def test_a_spreadsheet_that_lost_zeros_is_mended(
    officielle: Path, listes: dict[str, ListePublique], tmp_path: Path
) -> None:
    path = tmp_path / "lpof.csv"
    abimer(officielle, path, "zeros_perdus")
    liste, whole = read_lpof(path), listes["officielle"]
    columns = ["nda", "siren", "code_region", "departement", "certifie", "actions_formation", "vae"]
    assert liste.organismes[columns].equals(whole.organismes[columns])
    overseas = whole.organismes["nda"].str.startswith("0")
    assert len(avis(liste, "outre-mer")) == overseas.sum()
    lost = whole.organismes["siren"].str.startswith("0", na=False)
    assert len(avis(liste, "SIREN, zéro de tête rétabli")) == lost.sum()
    assert lost.sum() > 0


def test_a_spreadsheet_that_saved_in_windows_encoding(
    officielle: Path, listes: dict[str, ListePublique], tmp_path: Path
) -> None:
    path = tmp_path / "lpof.csv"
    abimer(officielle, path, "windows")
    liste = read_lpof(path)
    assert liste.specialites == listes["officielle"].specialites
    assert avis(liste, "Windows-1252")


@pytest.mark.parametrize("cut", [1, 2, 30, 200])
def test_a_last_row_cut_anywhere_is_a_download_cut(
    officielle: Path, tmp_path: Path, cut: int
) -> None:
    path = tmp_path / "lpof.csv"
    content = officielle.read_bytes()
    path.write_bytes(content[: len(content) - 1 - cut])
    assert "téléchargement a" in refused(path)


def test_a_last_row_that_only_lacks_its_line_feed_is_read(officielle: Path, tmp_path: Path) -> None:
    path = tmp_path / "lpof.csv"
    path.write_bytes(officielle.read_bytes()[:-1])
    liste = read_lpof(path)
    assert liste.sheet.kept == LIGNES
    assert avis(liste, "ne finit pas par un retour à la ligne") == (LIGNES + 1,)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "le fichier est vide"),
        (b"\xef\xbb\xbf\n", "le fichier est vide"),
        (b"PK\x03\x04rest", "est un classeur"),
        (b"%PDF-1.7\n", "document PDF"),
        (b"\x1f\x8brest", "fichier compressé"),
        ("numeroDeclarationActivite".encode("utf-16"), "UTF-16"),
        (b'{"results": []}\n', "du JSON"),
        (b"annee,effectif\n2021,3\n", "aucune colonne de la liste publique"),
    ],
)
def test_what_is_no_list(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "lpof.csv"
    path.write_bytes(content)
    assert told in refused(path)


def test_a_header_alone(officielle: Path, tmp_path: Path) -> None:
    path = tmp_path / "lpof.csv"
    path.write_bytes(officielle.read_bytes().split(b"\n")[0] + b"\n")
    assert "téléchargement a été interrompu" in refused(path)
    path.write_bytes(officielle.read_bytes().split(b"\n")[0])
    assert "pas de ligne après l’en-tête" in refused(path)


def test_no_file(tmp_path: Path) -> None:
    assert "ne s’ouvre pas" in refused(tmp_path / "absent.csv")


def test_a_quote_never_closed(officielle: Path, tmp_path: Path) -> None:
    path = tmp_path / "lpof.csv"
    path.write_bytes(officielle.read_bytes() + b'"44670673567;\n')
    assert "guillemet" in refused(path)


def test_commas_for_separators(
    officielle: Path, listes: dict[str, ListePublique], tmp_path: Path
) -> None:
    import csv

    path = tmp_path / "lpof.csv"
    with officielle.open(encoding="utf-8", newline="") as lines, path.open("w", newline="") as out:
        csv.writer(out).writerows(csv.reader(lines, delimiter=";"))
    assert read_lpof(path).organismes.equals(listes["officielle"].organismes)


def test_fingerprint_and_balance(officielle: Path, listes: dict[str, ListePublique]) -> None:
    import hashlib

    report = listes["officielle"].report
    assert report.files[0].fingerprint == hashlib.sha256(officielle.read_bytes()).hexdigest()[:8]
    sheet = report.sheets[0]
    assert sheet.rows == sheet.kept == LIGNES
