"""Names of natural persons among the names of the list: recognised, never shown."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reportlib.intake.lpof_blocs import Cells

TITLES = (b"monsieur ", b"madame ", b"mademoiselle ", b"m. ", b"mr ", b"mme ", b"mlle ", b"ei ", b"eirl ")
MARKS = (b" ei", b"(ei)", b" e.i.", b" eirl", b"(eirl)", b"entrepreneur individuel", b"entreprise individuelle")
"""What an individual enterprise writes beside its name (law of 14 February 2022)."""
SLASH = ord("/")
_LOWER = np.uint8(0x20)
"""The bit that tells a small letter; the other signs above all have it."""


def natural_persons(names: Cells) -> npt.NDArray[np.bool_]:
    """Tell which names are a natural person's, as far as a name can tell.

    « Monsieur … », « … EI », or « NOM*USAGE/PRÉNOMS/ » as the register of companies writes it. An
    individual enterprise that trades under a name of its own is not recognised: the list has no
    column of legal form.
    """
    cells = names.trimmed()
    longest = max(map(len, TITLES))
    heads = cells.fixed(longest) | _LOWER
    found = np.zeros(len(cells.start), dtype=bool)
    for title in TITLES:
        found |= (heads[:, : len(title)] == np.frombuffer(title, dtype=np.uint8)).all(axis=1)
    for mark in MARKS:
        long = np.flatnonzero(cells.sizes >= len(mark))
        tails = Cells(cells.content, cells.end[long] - len(mark), cells.end[long]).fixed(len(mark))
        found[long] |= ((tails | _LOWER) == np.frombuffer(mark, dtype=np.uint8)).all(axis=1)
    slashed = np.flatnonzero((cells.sizes > 2) & (cells.content[cells.end - 1] == SLASH))
    registered = [name.count("/") > 1 for name in cells.at(slashed).texts("latin-1")]
    found[slashed] |= np.array(registered, dtype=bool)
    return found
