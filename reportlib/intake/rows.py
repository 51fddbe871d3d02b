"""Rows of a sheet: which are data, and why the others are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportlib.intake.cells import Cell, Padded, Unread, as_text, is_blank
from reportlib.intake.headers import Heading
from reportlib.intake.recognition import Recognised
from reportlib.intake.values import convert
from reportlib.registers import IDENTIFICATION, Column, Register, registers, vocabulary
from reportlib.registers.keys import folded, words

LONG, SHORT = 8, 3
"""From so many words a lone text is a note, in a column of texts, of identifiers. [words]

Our choice: a lone name may be a row that lost its other cells, and is then set aside.
"""

_SIGNS = frozenset("*([")
_NUMBERS = re.compile(r"( \d+)+$")


@dataclass(frozen=True)
class SortedRows:
    """The rows of a sheet, but its header row, by what they are; numbers are counted from 0."""

    data: tuple[int, ...]
    ignored: dict[str, tuple[int, ...]]
    """« titre », « total », « note », « ligne vide » → rows."""


def sort_rows(sheet: Recognised) -> SortedRows:
    """Return what each row of the sheet is; all of them but the header row, each once."""
    sorter = _Sorter(sheet.heading, sheet.register)
    data: list[int] = []
    ignored: dict[str, list[int]] = {}
    for index, row in enumerate(sheet.grid.rows):
        if index == sheet.heading.row:
            continue
        if index < sheet.heading.row:
            cause = "ligne vide" if all(_nothing(cell) for cell in row) else "titre"
        else:
            cause = sorter.cause(row)
        if cause:
            ignored.setdefault(cause, []).append(index)
        else:
            data.append(index)
    return SortedRows(tuple(data), {cause: tuple(rows) for cause, rows in ignored.items()})


class _Sorter:
    """Says why a row under the headers is no data; « » when it is."""

    def __init__(self, heading: Heading, register: Register) -> None:
        self.heading = heading
        self.columns: dict[int, Column] = {}
        organismes = registers()["organismes"].colonnes
        for position, name in enumerate(heading.columns):
            if name is not None:
                self.columns[position] = register.colonnes.get(name) or organismes[name]
        self.required = [p for p, c in self.columns.items() if _required(c, register)]
        self.identifying = (
            [p for p, c in self.columns.items() if c.nom in IDENTIFICATION]
            if register.organisme == "direct"
            else []
        )

    def cause(self, row: Sequence[Cell]) -> str:
        """Return « titre », « total », « note », « ligne vide », or « » for a row of data."""
        if self._plain(row):
            return ""
        start = next((p for p, cell in enumerate(row) if not _nothing(cell)), None)
        if start is None:
            return "ligne vide"
        first = "" if isinstance(row[start], Unread) else as_text(row[start])
        if self._repeats_headers(row, start, first):
            return "titre"
        if _is_total(first, alone=True):
            return "total"
        lone = all(_nothing(cell) for cell in row[start + 1 :])
        if self._complete(row):
            return "note" if lone and ":" in first and _begins_note(first) else ""
        if _is_total(first, alone=False) or any(
            isinstance(cell, str) and _is_total(cell, alone=True) for cell in row
        ):
            return "total"
        if _begins_note(first) or (lone and self._lone_text(row, start)):
            return "note"
        return self._unconcerned(row)

    def _plain(self, row: Sequence[Cell]) -> bool:
        """Whether the row is data at first sight, as most are: complete, and begins like no other.

        A quick answer only: False says nothing.
        """
        if not row or not _filled(row[0]) or len(row) < len(self.heading.headers):
            return False
        if self.identifying and not any(_filled(row[p]) for p in self.identifying):
            return False
        if not all(_filled(row[p]) for p in self.required):
            return False
        first = row[0]
        if not isinstance(first, str):
            return True
        known = vocabulary()
        return first != self.heading.headers[0] and folded(first.lstrip()[:1]) not in (
            _initials(known.totaux) | _initials(known.notes) | _SIGNS
        )

    def _complete(self, row: Sequence[Cell]) -> bool:
        """Whether every required cell holds something."""
        held = all(p < len(row) and not _nothing(row[p]) for p in self.required)
        named = not self.identifying or any(
            p < len(row) and not _nothing(row[p]) for p in self.identifying
        )
        return held and named

    def _repeats_headers(self, row: Sequence[Cell], start: int, first: str) -> bool:
        """Whether the row is the header row again, as on each page of a print."""
        headers = self.heading.headers
        if start >= len(headers) or " ".join(first.split()) != headers[start]:
            return False
        pairs = [(as_text(c), h) for c, h in zip(row, headers, strict=False) if not _nothing(c)]
        return len(pairs) > 1 and all(" ".join(text.split()) == header for text, header in pairs)

    def _lone_text(self, row: Sequence[Cell], start: int) -> bool:
        """Whether the only cell of the row is a text that its column could not take as a value."""
        cell, column = row[start], self.columns.get(start)
        if not isinstance(cell, str) or isinstance(cell, Padded):
            return False
        count = len(cell.split())
        if column is None or _spread(row):
            return True
        if column.type in {"texte", "liste_texte"} and column.forme in {"", "identifiant"}:
            return count >= (SHORT if column.forme else LONG)
        return count > 1 and bool(convert(cell, column).fault)

    def _unconcerned(self, row: Sequence[Cell]) -> str:
        """Return « » when the row holds something in a known column, else what it is."""
        filled = [p for p, cell in enumerate(row) if not _nothing(cell)]
        if any(p in self.columns for p in filled):
            return ""
        return "note" if any(isinstance(row[p], str) for p in filled) else "ligne vide"


def _required(column: Column, register: Register) -> bool:
    """Whether an empty cell of ``column`` would set the row aside in ``register``."""
    return column.nom in register.colonnes and column.cell_required


def _nothing(cell: Cell) -> bool:
    """Whether a cell holds nothing of its own: blank, or under a merge."""
    return cell is Unread.MERGED or is_blank(cell)


def _filled(cell: Cell) -> bool:
    """Whether a cell plainly holds something; a quick answer, False says nothing."""
    return bool(cell) and not isinstance(cell, Unread) and cell != " "


def _spread(row: Sequence[Cell]) -> bool:
    """Whether a cell of the row is merged over its neighbours."""
    return any(cell is Unread.MERGED for cell in row)


def _is_total(text: str, *, alone: bool) -> bool:
    """Whether ``text`` is a word of total, followed by numbers only, or by anything."""
    if len(text) > 60 or text.lstrip()[:1].casefold() not in _initials(vocabulary().totaux):
        return False
    key = words(text)
    if _NUMBERS.sub("", key) in vocabulary().totaux:
        return True
    return not alone and any(key.startswith(f"{total} ") for total in vocabulary().totaux)


def _begins_note(text: str) -> bool:
    """Whether ``text`` begins as notes do: « * », « (1) », « NB », « Source : »."""
    if re.match(r"\s*(\*|\(\d\)|\[\d\])", text):
        return True
    if folded(text.lstrip()[:1]) not in _initials(vocabulary().notes):
        return False
    key = f"{words(text[:60])} "
    return any(key.startswith(f"{word} ") for word in vocabulary().notes)


@cache
def _initials(known: frozenset[str]) -> frozenset[str]:
    """First letters of known words: most cells are told apart by theirs alone."""
    return frozenset(word[:1] for word in known)
