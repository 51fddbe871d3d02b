"""The HTML of a notebook's blocks, drawn after the run: the page and the paper share the drawings.

The kernel of ``bilan rendre`` draws nothing and loads no drawing library.
"""

from __future__ import annotations

import copy

from nbformat import NotebookNode

from reportlib.blocks import MIME
from reportlib.rendering.fragment import fragment


def shown(notebook: NotebookNode) -> NotebookNode:
    """Return ``notebook`` with the HTML of every block that has none; the one given stays."""
    dressed = copy.deepcopy(notebook)
    for cell in dressed.cells:
        for output in cell.get("outputs", ()):
            bundle = output.get("data", {})
            if MIME in bundle and "text/html" not in bundle:
                bundle["text/html"] = fragment(bundle[MIME])
    return dressed
