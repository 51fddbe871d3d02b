"""Cutting of a delimited file into cells, whole blocks at once, without one object a cell.

The list has 4.7 million cells, of which the counts need a third: cutting finds where cells begin
and end, and only those asked for are ever copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]

SIZE = 1 << 20
"""Bytes read at a time."""
ROOM = 1 << 24
"""Bytes of the largest array that the allocator is told of; above, it would not listen."""
FEW = 256
"""Below, cells are read one by one rather than from the whole block."""
QUOTE, LINE_FEED, RETURN, SPACE = b'"\n\r '


class OpenQuoteError(ValueError):
    """A quote is still open where the file ends: from there on, rows cannot be told."""


@dataclass(frozen=True)
class Block:
    """Consecutive records of the file."""

    content: Bytes
    """The records' bytes, each ended by a line feed."""
    ends: Places
    """Where each cell ends: the place of the separator or line feed after it."""
    last: Places
    """Index in ``ends`` of the last cell of each record."""
    first_row: int
    """Row of the first record, as the spreadsheet shows it (the header is row 1)."""
    complete: bool
    """False when the last record has no line feed in the file: a download may have been cut."""

    @cached_property
    def widths(self) -> Places:
        """Cells of each record."""
        return np.diff(self.last, prepend=-1)

    @cached_property
    def blank(self) -> npt.NDArray[np.bool_]:
        """True for each record that is an empty line."""
        alone = np.flatnonzero(self.widths == 1)
        starts = np.r_[0, self.ends[self.last[:-1]] + 1]
        blank = np.zeros(len(self.last), dtype=bool)
        for record in alone.tolist():
            blank[record] = not self.text(starts[record], self.ends[self.last[record]]).strip()
        return blank

    def text(self, start: int, end: int) -> str:
        """Return some bytes as text, those that are not UTF-8 shown as « � »."""
        return self.content[start:end].tobytes().decode("utf-8", "replace")

    def columns(self, width: int) -> Columns:
        """Return the cells of the records that have ``width`` of them."""
        whole = np.flatnonzero(self.widths == width)
        if len(whole) == len(self.last):
            ends = self.ends.reshape(-1, width)
        else:
            ends = self.ends[self.last[whole, None] - np.arange(width - 1, -1, -1)]
        before = np.r_[-1, self.ends[self.last[:-1]]][whole]
        return Columns(self.content, before + 1, np.ascontiguousarray(ends.T), whole)


@dataclass(frozen=True)
class Cells:
    """One column of a block: where each cell begins and ends, quotes left out."""

    content: Bytes
    start: Places
    end: Places

    @property
    def sizes(self) -> Places:
        """Bytes of each cell."""
        return self.end - self.start

    def fixed(self, width: int) -> Bytes:
        """Return the first ``width`` bytes of each cell, one row a cell, 0 after its end."""
        room = np.ndarray(
            shape=(len(self.content) - width + 1,),
            dtype=f"V{width}",
            buffer=self.content,
            strides=(1,),
        )
        taken = room[self.start].view(np.uint8).reshape(len(self.start), width)
        taken[np.arange(width) >= self.sizes[:, None]] = 0
        return taken

    def at(self, rows: Places) -> Cells:
        """Return some cells of the column."""
        return Cells(self.content, self.start[rows], self.end[rows])

    def trimmed(self) -> Cells:
        """Return the cells without the spaces that end them."""
        end = self.end
        while (spaced := (end > self.start) & (self.content[end - 1] == SPACE)).any():
            end = end - spaced
        return Cells(self.content, self.start, end)

    def texts(self) -> list[str]:
        """Return the cells as text, doubled quotes made single.

        Where bytes are no UTF-8, they are read as Windows-1252, which spreadsheets write.
        """
        if len(self.start) < FEW:
            spans = zip(self.start.tolist(), self.end.tolist(), strict=True)
            return [_decoded(self.content[a:b].tobytes()) for a, b in spans]
        # One character a byte, so that places stay right; most cells then need nothing more.
        raw = self.content.tobytes().decode("latin-1")
        spans = zip(self.start.tolist(), self.end.tolist(), strict=True)
        return [
            cell
            if (cell := raw[a:b]).isascii() and '"' not in cell
            else _decoded(cell.encode("latin-1"))
            for a, b in spans
        ]


@dataclass(frozen=True)
class Columns:
    """The cells of the records of the expected width."""

    content: Bytes
    begins: Places
    """Where each record begins."""
    ends: Places
    """One row a column of the file, one column a record."""
    records: Places
    """Index of each record in its block."""

    def __len__(self) -> int:
        """Records."""
        return len(self.begins)

    def __getitem__(self, column: int) -> Cells:
        """Return one column, the quotes around its cells and a carriage return left out."""
        start = self.begins if column == 0 else self.ends[column - 1] + 1
        end = self.ends[column]
        if column == len(self.ends) - 1:
            end = end - ((end > start) & (self.content[end - 1] == RETURN))
        wrapped = (end - start >= 2) & (self.content[start] == QUOTE)
        return Cells(self.content, start + wrapped, end - wrapped)


def between(quotes: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Mark the bytes that have an odd number of quotes up to them, themselves included.

    A running parity, 64 bytes at a time: within a word by doubling shifts, then from word to word.
    """
    packed = np.packbits(quotes, bitorder="little")
    words = np.zeros(-(-len(packed) // 8), dtype="<u8")
    words.view(np.uint8)[: len(packed)] = packed
    for shift in (1, 2, 4, 8, 16, 32):
        words ^= words << np.uint64(shift)
    odd = np.logical_xor.accumulate(words >> np.uint64(63) != 0)
    words[1:][odd[:-1]] ^= np.uint64(0xFFFF_FFFF_FFFF_FFFF)
    marks = np.unpackbits(words.view(np.uint8), count=len(quotes), bitorder="little")
    return marks.view(np.bool_)


def _decoded(cell: bytes) -> str:
    """Return one cell as text."""
    try:
        text = cell.decode("utf-8")
    except UnicodeDecodeError:
        text = cell.decode("cp1252", "replace")
    return text.replace('""', '"')


def is_utf8(content: bytes) -> bool:
    """Whether bytes are UTF-8, a character cut at their end aside."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as exc:
        return exc.start > len(content) - 4
    return True


def keep_memory() -> None:
    """Have the allocator keep the memory of a block for the next one.

    Once it has seen a large array freed, glibc asks the system for no new pages at each block:
    two thirds of the time spent in the system go.
    """
    np.empty(ROOM, dtype=np.uint8)


def blocks(stream: BinaryIO, separator: bytes, first_row: int) -> Iterator[Block]:
    """Give the records of ``stream``, which stands after the header, block by block.

    A line feed or a separator between quotes parts nothing.

    Raises
    ------
    OpenQuoteError
        The file ends between quotes.
    """
    rest, row, padding = b"", first_row, bytes(64)
    keep_memory()
    while piece := stream.read(SIZE) or rest:
        ended = piece is rest
        held = rest + (b"" if ended else piece)
        missing = ended and not held.endswith(b"\n")
        content = np.frombuffer(held + (b"\n" if missing else b"") + padding, dtype=np.uint8)
        block, used = _block(content, separator[0], (row, not missing))
        if ended and used < len(held):
            raise OpenQuoteError
        rest = held[used:]
        if block is not None:
            row += len(block.last)
            yield block


def _block(content: Bytes, separator: int, place: tuple[int, bool]) -> tuple[Block | None, int]:
    """Cut the whole records of ``content``; return also how many bytes they take."""
    feeds = content == LINE_FEED
    parts = content == separator
    parts |= feeds
    quotes = content == QUOTE
    if quotes.any():
        parts &= ~between(quotes)
    ends = np.flatnonzero(parts)
    last = np.flatnonzero(feeds[ends])
    if not len(last):
        return None, 0
    ends = ends[: last[-1] + 1]
    return Block(content, ends, last, *place), int(ends[-1]) + 1
