"""What is printed: lines that fit the terminal, columns that align, progress, never a colour."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlib.cli.francais import spaced
from reportlib.errors import OutputError

NARROWEST, WIDEST = 40, 100
"""Bounds of a line. [characters] Longer lines are hard to read; shorter ones cut every word."""

_FALLBACK = {"\u202f": " ", "\u00a0": " ", "’": "'", "…": "...", "›": ">", "→": "->", "−": "-"}
"""For a terminal that has no such letter (Windows' code pages, ``LC_ALL=C``)."""


def prepare() -> None:
    """Let both streams print anything: a letter that the terminal lacks becomes its nearest."""
    codecs.register_error("bilan", _nearest)
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="bilan")


def say(*lines: str) -> None:
    """Print lines for people, as they are but for control characters."""
    with _sent():
        for line in lines:
            print(clean(line))


def complain(message: str) -> None:
    """Print an error on stderr, wrapped."""
    for line in message.split("\n"):
        print(wrapped(clean(spaced(line))), file=sys.stderr)


def document(content: dict[str, Any]) -> None:
    """Print one JSON document on stdout, in UTF-8 whatever the terminal, and nothing else."""
    import json

    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    with _sent():
        sys.stdout.flush()
        sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))


def flush() -> None:
    """Send what was printed.

    Raises
    ------
    OutputError
        It cannot be written: a full disk behind ``> fichier``.
    """
    with _sent():
        if sys.stdout is not None:  # closed by the caller
            sys.stdout.flush()


def forget() -> None:
    """Let what is still to be printed go nowhere, so that Python's own exit finds no fault."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _sent() -> Iterator[None]:
    """Say that stdout cannot be written; a closed pipe is another matter, left to ``main``."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as exc:
        forget()
        raise OutputError(f"La sortie standard ne peut pas être écrite : {exc.strerror}.") from exc


def width() -> int:
    """Return the room that a line has: [characters]."""
    columns = shutil.get_terminal_size((WIDEST, 24)).columns
    return max(NARROWEST, min(columns, WIDEST))


def wrapped(text: str, indent: int = 0, hang: int = 0) -> str:
    """Return ``text`` on as many lines as it needs; no-break spaces hold, long names stay whole."""
    return textwrap.fill(
        text,
        width=width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def aligned(rows: Iterable[Sequence[str]], indent: int = 2, right: Sequence[int] = ()) -> str:
    """Return rows as columns; those of ``right`` are flush right, the last one wraps.

    A first column wider than half of the line takes a line of its own.
    """
    lines = [[clean(cell) for cell in row] for row in rows]
    if not lines:
        return ""
    most = width() // 2
    sizes = [min(max(_size(row[i]) for row in lines), most) for i in range(len(lines[0]) - 1)]
    return "\n".join(_line(row, sizes, indent, right) for row in lines)


def clean(text: str) -> str:
    """Return ``text`` without control characters: a cell of a file cannot drive the terminal."""
    return "".join(
        letter if letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cf"} else "□"
        for letter in text
    )


class Progress:
    """What is being done: one line that counts on a terminal, plain lines elsewhere; on stderr."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.live = sys.stderr.isatty()
        self.open = False

    def step(self, words: str) -> None:
        """Say what starts now."""
        self._print(f"{self.label} : {words}")

    def cells(self, done: int, total: int) -> None:
        """Say how many cells of the notebook are done; on a terminal only."""
        if self.live:
            self._print(f"{self.label} : cellule {done} sur {total}")

    def end(self) -> None:
        """Leave the line."""
        if self.open:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self.open = False

    def _print(self, text: str) -> None:
        line = clean(spaced(text))
        if self.live:
            shown = line[: shutil.get_terminal_size().columns - 1]
            print(f"\r\x1b[K{shown}", end="", file=sys.stderr, flush=True)
            self.open = True
        else:
            print(line, file=sys.stderr, flush=True)


def _line(row: Sequence[str], sizes: Sequence[int], indent: int, right: Sequence[int]) -> str:
    """One row; cells before the last are padded, the last wraps under itself."""
    start = " " * indent
    for index, (cell, size) in enumerate(zip(row, sizes, strict=False)):
        pad = " " * max(0, size - _size(cell))
        start += (pad + cell if index in right else cell + pad) + "  "
    column = indent + sum(size + 2 for size in sizes)
    lead = f"{start.rstrip()}\n{' ' * column}" if _size(start) > column else start
    body = textwrap.wrap(
        row[-1], max(20, width() - column), break_long_words=False, break_on_hyphens=False
    )
    return (lead + ("\n" + " " * column).join(body)).rstrip()


def _size(text: str) -> int:
    """Columns that ``text`` takes: wide letters two, marks none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(_near(letter) for letter in letters), error.end


def _near(letter: str) -> str:
    if letter in _FALLBACK:
        return _FALLBACK[letter]
    bare = unicodedata.normalize("NFD", letter)[0]
    return bare if bare.isascii() else "?"
