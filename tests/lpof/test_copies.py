"""Copies read together: each with its day, each day once, each telling certifications."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportlib.errors import DataError
from reportlib.intake.lpof import read_lpof
from reportlib.intake.lpof_copies import read_copies


@pytest.fixture
def publics(root: Path) -> Path:
    return root / "data_samples" / "publics"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["liste.csv"], "la date de la copie est inconnue"),
        (["a_2024-05-31.csv", "b_20240531.csv"], "sont datées du 31"),
    ],
)
def test_copies_that_make_no_series(
    publics: Path, tmp_path: Path, names: list[str], told: str
) -> None:
    for name in names:
        shutil.copy(publics / "lpof_opendatasoft_la_poste_2024-05.csv", tmp_path / name)
    with pytest.raises(DataError, match=told):
        read_copies(tmp_path / name for name in names)


def test_a_copy_of_before_2022_tells_no_certification(dossier: Path) -> None:
    with pytest.raises(DataError, match="ne dit pas les certifications"):
        read_copies([dossier / "lpof_2025-10-01_avant_2022_attestee.csv"])


@pytest.mark.parametrize(
    ("name", "day"),
    [("20200925_public_ofs.csv", "2020-09-25"), ("lpof-2021.12.31.csv", "2021-12-31"),
     ("lpof_20210231.csv", "None"), ("lpof_2022-04.csv", "None"), ("120210101234.csv", "None")],
)  # fmt: skip
def test_day_told_by_the_name(publics: Path, tmp_path: Path, name: str, day: str) -> None:
    shutil.copy(publics / "lpof_enregistrement_2022-04.csv", tmp_path / name)
    assert str(read_lpof(tmp_path / name).date) == day
