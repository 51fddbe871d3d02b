"""The sample as committed: truth, damages, raw cells; read once."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

Row = dict[str, str]
Cells = list[list[object]]


@pytest.fixture(scope="session")
def sample(root: Path) -> Path:
    """The folder of the sample."""
    return root / "data_samples"


def table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="session")
def truth(sample: Path) -> dict[str, list[Row]]:
    """The truth tables, by register."""
    return {path.stem: table(path) for path in sorted((sample / "verite").glob("*.csv"))}


@pytest.fixture(scope="session")
def damages(sample: Path) -> list[Row]:
    """The list of damages."""
    return table(sample / "degats.csv")


@pytest.fixture(scope="session")
def raw(sample: Path) -> Callable[[str, str], Cells]:
    """Cells of a file and sheet, row 1 first, as a spreadsheet numbers them."""
    read: dict[tuple[str, str], Cells] = {
        (path.name, ""): csv_cells(path) for path in (sample / "registres").glob("*.csv")
    }
    for path in (sample / "registres").glob("*.xlsx"):
        for sheet in openpyxl.load_workbook(path):
            rows = sheet.iter_rows(values_only=True)
            read[path.name, sheet.title] = [["" if v is None else v for v in row] for row in rows]
    return lambda name, sheet: read[name, sheet]


def csv_cells(path: Path) -> Cells:
    utf8 = path.read_bytes().startswith(b"\xef\xbb\xbf")
    encoding = "utf-8-sig" if utf8 else "cp1252"
    with path.open(encoding=encoding, newline="") as lines:
        return [list(row) for row in csv.reader(lines, delimiter=";")]
