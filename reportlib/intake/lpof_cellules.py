"""Cells of the list as typed columns: states, numbers, dates, codes; whole blocks at once.

What a column of bytes cannot read by its plain form is read once a distinct writing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt

from reportlib.intake.lpof_blocs import Cells, Places
from reportlib.intake.numbers import read_boolean

EMPTY, FALSE, TRUE, UNREAD = -1, 0, 1, -2
"""States of a cell that says yes, no, or nothing."""
ZERO = ord("0")
SLASH, DASH = ((ord(sign) - ZERO) % 256 for sign in "/-")
_TRUE, _FALS = (int.from_bytes(word, "little") for word in (b"true", b"fals"))
NO_DAY = np.datetime64("NaT", "D")
LONGEST = 24
"""Bytes of a cell that are looked at, where its plain form is shorter."""

Integers = npt.NDArray[np.int64]
States = npt.NDArray[np.int8]
Days = npt.NDArray[np.datetime64]


def digits_of(cells: Cells, width: int) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    """Return the first digits of cells (above 9: no digit), and whether a cell is ``width`` digits.

    One row a place, one column a cell: what follows works place by place.
    """
    digits = np.ascontiguousarray(cells.fixed(width).T) - np.uint8(ZERO)
    return digits, (cells.sizes == width) & (digits < 10).all(axis=0)


def by_writing(
    cells: Cells, rows: Places, read: Callable[[str], int], result: npt.NDArray[np.generic]
) -> None:
    """Put in ``result`` what ``read`` says of each distinct writing found in ``rows``."""
    some = cells.at(rows)
    writings = some.fixed(LONGEST).view(f"S{LONGEST}").ravel()
    distinct, which = np.unique(writings, return_inverse=True)
    read_once = [read(writing.decode("utf-8", "replace").strip()) for writing in distinct.tolist()]
    result[rows] = np.array(read_once, dtype=result.dtype)[which]


def read_states(cells: Cells) -> States:
    """Return TRUE, FALSE, EMPTY or UNREAD for each cell: « true », « false », nothing.

    A spreadsheet's « VRAI », « FAUX », « oui », « 1 » say the same.
    """
    states = np.full(len(cells.start), EMPTY, dtype=np.int8)
    told = np.flatnonzero(cells.sizes > 0)
    some = cells.at(told)
    sizes, begun = some.sizes, some.fixed(4).view("<u4").ravel()
    states[told] = UNREAD
    states[told[(begun == _TRUE) & (sizes == 4)]] = TRUE
    fals = told[(begun == _FALS) & (sizes == 5)]
    states[fals[cells.content[cells.start[fals] + 4] == ord("e")]] = FALSE
    if len(other := np.flatnonzero(states == UNREAD)):
        by_writing(cells, other, _state, states)
    return states


def _state(writing: str) -> int:
    """Return the state that a writing says."""
    if not writing:
        return EMPTY
    truth = read_boolean(writing).value
    return UNREAD if truth is None else TRUE if truth else FALSE


def read_counts(cells: Cells) -> Integers:
    """Return whole numbers, EMPTY where nothing is written, UNREAD where no number is."""
    sizes, plain = cells.sizes, cells.sizes <= 9
    short = np.zeros(len(cells.start), dtype=np.int32)
    digits = np.ascontiguousarray(cells.fixed(int(sizes[plain].max(initial=1))).T)
    for place, letter in enumerate(digits):
        inside = place < sizes
        figure = letter - np.uint8(ZERO)
        short = np.where(inside, short * np.int32(10) + figure, short)
        plain &= ~inside | (figure < 10)
    counts = np.where(plain, short, UNREAD).astype(np.int64)
    counts[sizes == 0] = EMPTY
    if len(other := np.flatnonzero(counts == UNREAD)):
        by_writing(cells, other, _count, counts)
    return counts


def _count(writing: str) -> int:
    """Return the number that a writing says: « 1 234 », « 12.0 »; never a negative one."""
    bare = "".join(writing.split()).removesuffix(".0").removesuffix(",0")
    if not bare:
        return EMPTY
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 13 else UNREAD


def read_days(cells: Cells) -> tuple[Days, Places]:
    """Return days, NaT where none is written or readable, and the rows that are not readable.

    « 22/04/2022 » as the list writes it, « 2022-04-22 » as a spreadsheet may.
    """
    digits, _ = digits_of(cells, 10)
    slashed = (digits[2] == SLASH) & (digits[5] == SLASH)
    dashed = (digits[4] == DASH) & (digits[7] == DASH)
    figures = digits[[6, 7, 8, 9, 3, 4, 0, 1]]
    if dashed.any():
        figures = np.where(dashed, digits[[0, 1, 2, 3, 5, 6, 8, 9]], figures)
    plain = (slashed | dashed) & (figures < 10).all(axis=0)
    plain &= (cells.sizes == 10) | (dashed & (cells.sizes > 10))
    days, real = _calendar(np.where(plain, figures, np.uint8(1)).astype(np.int32))
    days[~(plain & real)] = NO_DAY
    return days, np.flatnonzero((cells.sizes > 0) & ~(plain & real))


def _calendar(figures: npt.NDArray[np.int32]) -> tuple[Days, npt.NDArray[np.bool_]]:
    """Return the days of eight figures, year first, and whether the calendar has them."""
    year = ((figures[0] * 10 + figures[1]) * 10 + figures[2]) * 10 + figures[3]
    month = figures[4] * 10 + figures[5]
    day = figures[6] * 10 + figures[7]
    real = (year >= 1900) & (month >= 1) & (month <= 12) & (day >= 1)
    at = np.where(real, (year - 1900) * 12 + month - 1, 0)
    firsts, lengths = _months()
    return firsts[at] + (day - 1), real & (day <= lengths[at])


@cache
def _months() -> tuple[Days, npt.NDArray[np.int64]]:
    """Return the first day and the length of every month from January 1900 to December 9999."""
    months = np.arange(np.datetime64("1900-01"), np.datetime64("10000-02"))
    firsts = months.astype("M8[D]")
    return firsts[:-1], np.diff(firsts).astype(np.int64)
