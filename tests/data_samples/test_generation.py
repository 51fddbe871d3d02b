"""The generator gives back what is committed, on any machine and at any hour."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

CLASSEURS = tuple(
    Path("registres") / name
    for name in (
        "Suivi pôle qualité.xlsx",
        "Prévention des ruptures.xlsx",
        "Suivi Qualiopi.xlsx",
        "Enquête Qualiopi.xlsx",
    )
)


@pytest.fixture(scope="session")
def again(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("encore")
    subprocess.run([sys.executable, sample / "generer.py", folder], check=True, timeout=60)
    return folder


def test_every_csv_comes_back_byte_for_byte(sample: Path, again: Path) -> None:
    made = {p.relative_to(again): p.read_bytes() for p in again.rglob("*.csv")}
    assert len(made) == 36
    for path, content in made.items():
        assert content == (sample / path).read_bytes(), path


def test_no_file_is_left_that_the_generator_does_not_make(sample: Path, again: Path) -> None:
    for folder in ("verite", "registres"):
        kept = {p.name for p in (sample / folder).iterdir()}
        assert kept == {p.name for p in (again / folder).iterdir()}


@pytest.mark.parametrize("classeur", CLASSEURS, ids=lambda path: path.stem)
def test_workbook_comes_back_cell_for_cell(sample: Path, again: Path, classeur: Path) -> None:
    kept, made = (openpyxl.load_workbook(folder / classeur) for folder in (sample, again))
    assert kept.sheetnames == made.sheetnames
    for one, other in zip(kept, made, strict=True):
        assert one.dimensions == other.dimensions
        assert str(one.merged_cells) == str(other.merged_cells)
        for row, same in zip(one.iter_rows(), other.iter_rows(), strict=True):
            for cell, twin in zip(row, same, strict=True):
                assert (cell.value, cell.number_format) == (twin.value, twin.number_format)


@pytest.mark.parametrize("classeur", CLASSEURS, ids=lambda path: path.stem)
def test_workbook_carries_no_clock_and_no_compression(again: Path, classeur: Path) -> None:
    with ZipFile(again / classeur) as parts:
        assert {info.date_time for info in parts.infolist()} == {(2025, 1, 15, 9, 0, 0)}
        assert {info.compress_type for info in parts.infolist()} == {0}
        assert parts.read("docProps/core.xml").count(b"2025-01-15T09:00:00Z") == 2


def test_no_file_passes_a_mebibyte_but_the_largest_truth_table(sample: Path) -> None:
    sizes = {p.name: p.stat().st_size for p in sample.rglob("*") if p.is_file()}
    heavy = {name for name, size in sizes.items() if size > 2**20}
    assert heavy <= {"dossiers_ptp.csv"}


def test_exports_are_in_the_encodings_that_they_are_said_to_be(sample: Path) -> None:
    for name in ("organismes", "Autoévaluations"):
        assert (sample / f"registres/{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    for pattern, word in (("Export*.csv", "décision"), ("Certificats*.csv", "dossier")):
        for path in (sample / "registres").glob(pattern):
            content = path.read_bytes()
            with pytest.raises(UnicodeDecodeError):
                content.decode("utf-8")
            assert word in content.decode("cp1252").casefold()
