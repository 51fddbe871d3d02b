"""Notebooks written in the tests, cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

Writer = Callable[..., Path]


@pytest.fixture
def notebook(tmp_path: Path) -> Writer:
    """Return what writes a notebook: its declared parameters, then its code cells."""

    def write(declared: str, *cells: str, name: str = "carnet.ipynb", folder: str = ".") -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        first = [new_code_cell(declared, metadata={"tags": ["parameters"]})] if declared else []
        made = new_notebook(
            cells=[new_markdown_cell("# Essai"), *first, *(new_code_cell(cell) for cell in cells)],
            metadata={"kernelspec": {"name": "un-autre-noyau", "display_name": "?"}},
        )
        nbformat.write(made, path)
        return path

    return write


def outputs(executed: nbformat.NotebookNode) -> str:
    """All that the cells printed or returned, in order."""
    return "".join(
        output.get("text", "") or output.get("data", {}).get("text/plain", "")
        for cell in executed.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    )
