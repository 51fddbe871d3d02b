"""Names of natural persons among the names of the list: recognised, never shown."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reportlib.intake.lpof_blocs import Cells

TITLES = ("monsieur ", "madame ", "mademoiselle ", "m. ", "mr ", "mme ", "mlle ", "ei ", "eirl ")
MARKS = (" ei", "(ei)", " e.i.", " eirl", "(eirl)", "entrepreneur individuel", "entreprise individuelle")
"""What an individual enterprise writes beside its name (law of 14 February 2022)."""
_LOWER = np.uint16(0x2020)
"""The bits that tell two small letters from two capitals; the other signs here have them set."""


def natural_persons(names: Cells) -> npt.NDArray[np.bool_]:
    """Tell which names are a natural person's, as far as a name can tell.

    « Monsieur … », « … EI », or « NOM*USAGE/PRÉNOMS/ » as the register of companies writes it. An
    individual enterprise that trades under a name of its own is not recognised: the list has no
    column of legal form.
    """
    cells = names.trimmed()
    two = np.flatnonzero(cells.sizes >= 2)
    begun = np.isin(_pairs(cells.content, cells.start[two]), _HEADS)
    ended = np.isin(_pairs(cells.content, cells.end[two] - 2), _TAILS)
    slashed = cells.content[cells.end[two] - 1] == ord("/")
    found = np.zeros(len(cells.start), dtype=bool)
    doubtful = two[begun | ended | slashed]
    found[doubtful] = [is_person(name) for name in cells.at(doubtful).texts()]
    return found


def is_person(name: str) -> bool:
    """Whether one name is a natural person's."""
    folded = name.casefold().strip()
    return (
        folded.startswith(TITLES)
        or folded.endswith(MARKS)
        or (folded.endswith("/") and folded.count("/") > 1)
    )


def _pairs(content: npt.NDArray[np.uint8], at: npt.NDArray[np.int64]) -> npt.NDArray[np.uint16]:
    """Return the two bytes at each place as one number, letters made small."""
    return (content[at].astype(np.uint16) << 8 | content[at + 1]) | _LOWER


_HEADS = np.array([ord(t[0]) << 8 | ord(t[1]) for t in TITLES], dtype=np.uint16) | _LOWER
_TAILS = np.array([ord(m[-2]) << 8 | ord(m[-1]) for m in MARKS], dtype=np.uint16) | _LOWER
"""Two letters that a title begins with, or a mark ends with: only then is a name looked at."""
