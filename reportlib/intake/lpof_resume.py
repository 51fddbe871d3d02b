"""Opendatasoft's summary of the certifications, « Actions de formations/VAE », as four states."""

from __future__ import annotations

import numpy as np

from reportlib.intake.lpof_blocs import Cells
from reportlib.intake.lpof_cellules import EMPTY, FALSE, TRUE, States
from reportlib.intake.lpof_dispositions import ETATS, header_key

_RANGS = {
    "actionsdeformations": 0,
    "actionsdeformation": 0,
    "bilansdecompetences": 1,
    "vae": 2,
    "actionsdeformationsparapprentissage": 3,
    "actionsdeformationparapprentissage": 3,
}


def from_summary(cells: Cells) -> dict[str, States]:
    """Return the four states of each cell: `false` for a category that it does not name.

    An empty cell is no certification, empty in all four.
    """
    texts = cells.texts()
    distinct = {text: _states(text) for text in dict.fromkeys(texts)}
    table: States = np.array([distinct[text] for text in texts], dtype=np.int8).reshape(-1, 4)
    return dict(zip(ETATS, table.T, strict=True))


def _states(text: str) -> list[int]:
    """Return the four states of one summary."""
    named = {_RANGS.get(header_key(part), -1) for part in text.split("/")}
    return [EMPTY if not text.strip() else TRUE if rank in named else FALSE for rank in range(4)]
