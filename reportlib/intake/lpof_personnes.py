"""Names of natural persons among the names of the list: recognised, never shown."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from reportlib.intake.lpof_blocs import Cells

TITLES = ("monsieur ", "madame ", "mademoiselle ", "m. ", "mr ", "mme ", "mlle ", "ei ", "eirl ")
MARKS = (
    " ei",
    "(ei)",
    " e.i.",
    " eirl",
    "(eirl)",
    "entrepreneur individuel",
    "entreprise individuelle",
)
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
    begun = _HEADS[_pairs(cells.content, cells.start[two])]
    ended = _TAILS[_pairs(cells.content, cells.end[two] - 2)]
    slashed = cells.content[cells.end[two] - 1] == ord("/")
    found = np.zeros(len(cells.start), dtype=bool)
    found[two[begun]] = _titled(cells.at(two[begun]))
    doubtful = two[(ended | slashed) & ~found[two]]
    found[doubtful] = [is_person(name) for name in cells.at(doubtful).texts()]
    return found


def _titled(names: Cells) -> npt.NDArray[np.bool_]:
    """Tell which names begin with a title."""
    letters = np.ascontiguousarray(names.fixed(max(map(len, TITLES))).T) | np.uint8(0x20)
    found = np.zeros(len(names.start), dtype=bool)
    for title in TITLES:
        same = letters[: len(title)] == np.frombuffer(title.encode(), dtype=np.uint8)[:, None]
        found |= same.all(axis=0) & (names.sizes >= len(title))
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
    first, second = content[at].astype(np.uint16), content[at + 1]
    pairs: npt.NDArray[np.uint16] = (first << np.uint16(8)) | second | _LOWER
    return pairs


def _table(pairs: Iterable[str]) -> npt.NDArray[np.bool_]:
    """Mark, among all pairs of bytes, those given."""
    table = np.zeros(1 << 16, dtype=bool)
    for pair in pairs:
        table[int.from_bytes(pair.encode(), "big") | int(_LOWER)] = True
    return table


_HEADS = _table(title[:2] for title in TITLES)
_TAILS = _table(mark[-2:] for mark in MARKS)
"""Two letters that a title begins with, or a mark ends with: only then is a name looked at."""
