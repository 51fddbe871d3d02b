"""The delivered notebooks: no outputs but the check cell's, no logic."""

from __future__ import annotations

import ast
import runpy
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
CLEAN = runpy.run_path(str(ROOT / "outils" / "nettoyer_notebooks.py"))
LOGIC = (
    ast.FunctionDef,
    ast.ClassDef,
    ast.For,
    ast.While,
    ast.If,
    ast.BinOp,
    ast.Compare,
    ast.Lambda,
    ast.ListComp,
    ast.DictComp,
)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_stripping_changes_nothing(path: Path) -> None:
    kept = path.read_text(encoding="utf-8")
    assert CLEAN["written"](CLEAN["stripped"](nbformat.reads(kept, as_version=4))) == kept


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_notebook_holds_no_logic(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            found = [n for n in ast.walk(ast.parse(cell.source)) if isinstance(n, LOGIC)]
            unions = "parameters" in cell.metadata.get("tags", [])
            assert not found or unions, cell.source


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_the_last_cell_is_checked(path: Path) -> None:
    last = nbformat.read(path, as_version=4).cells[-1]
    assert "nbval-check-output" in last.metadata.tags
    assert last.execution_count == 1
    assert last.outputs, "a check cell without its output checks nothing"
