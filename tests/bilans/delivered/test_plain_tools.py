"""The notebooks run under plain papermill, from the root, without our command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat

from tests.bilans.conftest import ROOT


def test_plain_papermill_runs_the_region_notebook(tmp_path: Path) -> None:
    out = tmp_path / "out.ipynb"
    command = [
        *(sys.executable, "-m", "papermill", "--no-progress-bar"),
        *("notebooks/bilan_annuel_region.ipynb", str(out)),
        *("-f", "parameters/bilan_annuel_2023.yaml"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    last = nbformat.read(out, as_version=4).cells[-1]
    assert "'BA-08': 15" in last.outputs[0].data["text/plain"]
    assert "'BA-10': 56" in last.outputs[0].data["text/plain"]
