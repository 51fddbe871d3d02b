"""What an .ods holds and its reader does not give: formulas not computed, errors, percents."""

from __future__ import annotations

import html
import io
import re
import zipfile

from reportlib.intake.cells import Cell, Unread, as_percent

_TABLE = re.compile(r"<table:table\s([^>]*)>(.*?)</table:table>", re.DOTALL)
_PART = re.compile(
    r"<table:table-row\b([^>]*)>|"
    r"<table:(?:covered-)?table-cell\b([^>]*?)(/>|>(.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)
_NAME = re.compile(r'table:name="([^"]*)"')
_NUMBER = re.compile(r'office:value="([^"]*)"')
_REPEATED = re.compile(r'table:number-(?:rows|columns)-repeated="(\d+)"')


def marked_in_ods(content: bytes, sheet: str) -> dict[tuple[int, int], Cell]:
    """Return what the cells of ``sheet`` are to be read as, by (row, column) from 0."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "content.xml" not in archive.namelist():
            return {}
        xml = archive.read("content.xml").decode("utf-8", errors="replace")
    for attributes, body in _TABLE.findall(xml):
        name = _NAME.search(attributes)
        if name and html.unescape(name[1]) == sheet:
            return _marks(body)
    return {}


def _marks(body: str) -> dict[tuple[int, int], Cell]:
    """Walk rows and cells, both of which may stand for several alike."""
    marks: dict[tuple[int, int], Cell] = {}
    row, next_row, column = 0, 0, 0
    for found in _PART.finditer(body):
        if found[1] is not None:
            row, next_row, column = next_row, next_row + _times(found[1]), 0
            continue
        attributes, inside, times = found[2], found[4] or "", _times(found[2])
        mark = _mark(attributes, inside)
        if mark is not None:
            marks |= {
                (r, c): mark for r in range(row, next_row) for c in range(column, column + times)
            }
        column += times
    return marks


def _mark(attributes: str, inside: str) -> Cell:
    """Return what one cell is to be read as; None: as the reader does."""
    if 'calcext:value-type="error"' in attributes:
        return Unread.ERROR
    if 'value-type="percentage"' in attributes and (number := _NUMBER.search(attributes)):
        return as_percent(number[1])
    stored = "office:value-type=" in attributes or "<text:p" in inside
    return Unread.FORMULA if "table:formula=" in attributes and not stored else None


def _times(attributes: str) -> int:
    """Return how many rows or cells a tag stands for."""
    repeated = _REPEATED.search(attributes)
    return int(repeated[1]) if repeated else 1
