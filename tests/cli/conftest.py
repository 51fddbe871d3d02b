"""The command as users run it: a real process, in a folder of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from reportlib.cli import main

Done = subprocess.CompletedProcess[str]

REGION = """annee: int = 2023  # exercice du bilan
donnees: str = "registres"  # dossier des registres
part_minimale: float = 0.5  # plus petite part, de 0 à 1 (50 % = 0,5)
mode: Literal["court", "long"] = "court"  # longueur"""
ORGANISME = f'organisme: str = "OF-0001"  # identifiant\n{REGION}'
TITLE = """
from reportlib.blocks import Heading, Note, Title, Blocks
Blocks((
    Title(title=f"Bilan {annee}", subject="Région", period="2023", issuer="Émetteur", team="Équipe",
          identity=(("Version", "1"),), running="Bilan", footer="Sources", description="Essai"),
    Heading(level=2, text="Chapitre"),
    Note(title="Note", text=((f"{part_minimale} {mode}", ""),)),
))
"""


@pytest.fixture
def bilan(tmp_path: Path) -> Callable[..., Done]:
    """Return what runs ``bilan`` in the test's folder, as a process."""

    def run(*words: str, cwd: Path = tmp_path, **environment: str) -> Done:
        return subprocess.run(
            [sys.executable, "-m", "reportlib", *words],
            cwd=cwd,
            env={**os.environ, "COLUMNS": "80", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=240,
        )

    return run


@pytest.fixture
def ici(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Done]:
    """Return what ``bilan`` does in the test's folder, without a process of its own.

    For what it answers and writes; streams, signals, environment and start need ``bilan``.
    """

    def run(*words: str, cwd: Path = tmp_path, columns: int = 80) -> Done:
        stop = signal.getsignal(signal.SIGTERM)
        capfdbinary.readouterr()
        with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
            warnings.simplefilter("default")
            patch.chdir(cwd)
            patch.setenv("COLUMNS", str(columns))
            code = main(words)
        signal.signal(signal.SIGTERM, stop)
        out, err = (told.decode("utf-8") for told in capfdbinary.readouterr())
        return Done([*words], code, out, err)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., None]:
    """Return what writes the two notebooks of the annual bilan, found before the delivered ones."""

    def notebooks(*cells: str, region: str = REGION, organisme: str = ORGANISME) -> None:
        folder = tmp_path / "notebooks"
        folder.mkdir(exist_ok=True)
        first = "from typing import Literal\n"
        for name, declared in (("region", region), ("organisme", organisme)):
            parameters = new_code_cell(first + declared, metadata={"tags": ["parameters"]})
            made = new_notebook(cells=[parameters, *(new_code_cell(cell) for cell in cells)])
            nbformat.write(made, folder / f"bilan_annuel_{name}.ipynb")

    return notebooks


@pytest.fixture
def registres(tmp_path: Path) -> Path:
    """A small folder of registers: three organisations, one row that cannot be read."""
    folder = tmp_path / "registres"
    folder.mkdir()
    (folder / "organismes.csv").write_text(
        "Code OF;Raison sociale;SIRET;SIREN;Département;Alias;Humeur\n"
        "OF-0001;Atelier du Fleuve;73282932000074;732829320;67;ADF;bonne\n"
        "OF-0002;Atelier du Canal;;;67;;bonne\n"
        "OF-0003;École d'Été;;;;Summer;bonne\n"
        "OF-0004;Dernier;abc;;;;bonne\n",
        encoding="utf-8",
    )
    (folder / "ateliers.csv").write_text(
        "N° atelier;Date;Thème;Statut\n"
        "A1;05/03/2023;rupture;réalisé\n"
        "A2;99/99/2023;rupture;réalisé\n",
        encoding="utf-8",
    )
    return folder
