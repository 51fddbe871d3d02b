"""CSV and text files: encoding, separator, records."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from reportlib.errors import DataError
from reportlib.intake.cells import Cell
from reportlib.intake.files import FolderFile
from reportlib.intake.grids import Grid, trimmed
from reportlib.intake.sentences import sentence

SEPARATORS = (";", "\t", ",")
"""The usual one first: it wins a tie."""
SAMPLE = 60
"""Records looked at to find the separator. [records]"""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LATIN9_ONLY = frozenset(b"\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe")
"""Bytes that are € Š š Ž ž Œ œ Ÿ in Latin-9, and rare signs in Windows-1252."""
_BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def read_text(one: FolderFile) -> Grid:
    """Return the records of a text file as a grid; a quoted line break stays inside its cell.

    Raises
    ------
    DataError
        The bytes are no text, or a quote is never closed.
    """
    text = _decoded(one)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text = first.strip()[4], rest
    else:
        separator = _separator(text)
    try:
        rows: list[list[Cell]] = [list(r) for r in _records(text, separator)]
    except csv.Error as exc:
        raise DataError(
            sentence(
                "{name} : un guillemet ouvert n’est pas refermé, ou est suivi d’un texte sans "
                "séparateur ({exc}). Doublez les guillemets à l’intérieur d’une cellule, par "
                'exemple "Atelier ""Qualité""", ou enregistrez le fichier en .xlsx.',
                name=one.name,
                exc=exc,
            )
        ) from None
    return Grid(one.name, "", trimmed(rows))


def _decoded(one: FolderFile) -> str:
    """Return the text of a file, its encoding found from its bytes."""
    content = one.content
    encoding = next((name for mark, name in _BOMS if content.startswith(mark)), None)
    text = None
    if not content.startswith(_BINARY):
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding or _guessed(content))
    if text is None:
        raise DataError(
            sentence(
                "{name} : ce n’est pas un fichier texte lisible. Enregistrez-le au format "
                "« CSV UTF-8 » ou .xlsx, puis relancez.",
                name=one.name,
            )
        )
    return text


def _guessed(content: bytes) -> str:
    """Return the encoding of bytes without mark: UTF-16, UTF-8, Windows-1252 or Latin-9."""
    head = content[:4000]
    if len(head) >= 4 and head.count(0) > len(head) // 4:
        return "utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    present = frozenset(content)
    if not present & frozenset(range(0x80, 0xA0)) and present & _LATIN9_ONLY:
        return "iso8859-15"
    return "cp1252"


def _separator(text: str) -> str:
    """Return the separator that cuts most records into the same number of cells."""
    return max(SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> tuple[float, int]:
    """Rate a separator: share of records of the commonest width, then that width."""
    try:
        widths = [len(r) for r in islice(_records(text, separator), SAMPLE) if any(r)]
    except csv.Error:
        return (0.0, 0)
    several = Counter(width for width in widths if width > 1)
    if not several:
        return (0.0, 0)
    width, records = max(several.items(), key=lambda item: (item[1], item[0]))
    return (records / len(widths), width)


def _records(text: str, separator: str) -> Iterator[list[str]]:
    """Return the records, a quote that is never closed being an error rather than one huge cell."""
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
