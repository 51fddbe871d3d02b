"""The notebooks run under plain papermill, from the root, without our command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat

from tests.bilans.conftest import ROOT, SMALL


def test_plain_papermill_runs_a_notebook(tmp_path: Path) -> None:
    out = tmp_path / "out.ipynb"
    command = [
        *(sys.executable, "-m", "papermill", "--no-progress-bar"),
        *("notebooks/bilan_annuel_organisme.ipynb", str(out)),
        *("-f", "parameters/bilan_organisme_2023.yaml", "-p", "organisme", SMALL),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    last = nbformat.read(out, as_version=4).cells[-1]
    assert "'BA-01': 2" in last.outputs[0].data["text/plain"]
    assert "'BA-02': 3" in last.outputs[0].data["text/plain"]
