"""The three bilans of `make bilan`, made once a session by the real command in a real process."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data_samples"
LARGE, SMALL = "OF-0108", "OF-0211"
NAMES = {
    "region": "bilan_annuel_region_2023",
    "large": f"bilan_annuel_organisme_2023_{LARGE}",
    "small": f"bilan_annuel_organisme_2023_{SMALL}",
}


@dataclass(frozen=True)
class Made:
    """The files of one bilan."""

    folder: Path
    name: str

    def __getitem__(self, ending: str) -> Path:
        """The file of an ending; the annex is the workbook."""
        return self.folder / f"{self.name}{'_annexe' if ending == 'xlsx' else ''}.{ending}"


def bilan(
    *words: str, cwd: Path = ROOT, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "reportlib", *words],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def render(folder: Path, *words: str, **kwargs: object) -> None:
    """Make one annual bilan in ``folder``; fail with what the command said."""
    done = bilan("rendre", "annuel", *words, "--sortie", str(folder), **kwargs)  # type: ignore[arg-type]
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """The region's bilan, a large organisation's, and one's with fewer than five files."""
    folder = tmp_path_factory.mktemp("bilans")
    own = ("--parametres", "parameters/bilan_organisme_2023.yaml")
    render(folder, "--parametres", "parameters/bilan_annuel_2023.yaml")
    render(folder, "--organisme", LARGE, *own)
    render(folder, "--organisme", SMALL, *own)
    return {kind: Made(folder, name) for kind, name in NAMES.items()}


def elsewhere(organismes: list[dict[str, str]]) -> dict[str, str]:
    """An organisation whose town the copies of the others may not name."""
    return next(o for o in organismes if o["id_of"] not in {LARGE, SMALL} and o["commune"])


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory, organismes: list[dict[str, str]]) -> Made:
    """The large organisation's bilan of another edition, where the team names another's town."""
    folder = tmp_path_factory.mktemp("autre_edition")
    words = folder / "observations.md"
    words.write_text(f"Comme à {elsewhere(organismes)['commune']}, on avance.", encoding="utf-8")
    own = ("--organisme", LARGE, "--parametres", "parameters/bilan_organisme_2023.yaml")
    render(folder, *own, "--edition", "2024-03-13", "--observations", str(words))
    return Made(folder, NAMES["large"])


@pytest.fixture
def registers(tmp_path: Path) -> Callable[[], Path]:
    """A copy of the sample's registers, to change."""

    def copied() -> Path:
        return Path(shutil.copytree(SAMPLE / "registres", tmp_path / "registres"))

    return copied


@pytest.fixture(scope="session")
def organismes() -> list[dict[str, str]]:
    """The organisations of the truth."""
    with (SAMPLE / "verite" / "organismes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
