"""Strip the notebooks of outputs, save the check cell's; `--verifier` only says which."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[1]
CHECKED = "nbval-check-output"


def stripped(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return ``notebook`` without outputs, counts or traces of a machine, save the check cell's."""
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict(
            {"tags": cell.metadata["tags"]} if cell.metadata.get("tags") else {}
        )
        if cell.cell_type != "code":
            continue
        if CHECKED in cell.metadata.get("tags", []):
            cell.execution_count = 1
            for output in cell.outputs:
                output.execution_count = 1
        else:
            cell.outputs, cell.execution_count = [], None
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        }
    )
    return notebook


def written(notebook: nbformat.NotebookNode) -> str:
    """Return the notebook as it is kept in the repository."""
    return nbformat.writes(notebook, version=4) + "\n"


def main() -> int:
    """Strip every notebook under ``notebooks/``; under `--verifier`, exit 1 if one would change."""
    check = "--verifier" in sys.argv[1:]
    changed = []
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        before = path.read_text(encoding="utf-8")
        after = written(stripped(nbformat.reads(before, as_version=4)))
        if after != before:
            changed.append(path.name)
            if not check:
                path.write_text(after, encoding="utf-8")
    print("\n".join(f"{'à nettoyer' if check else 'nettoyé'} : {name}" for name in changed))
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
