"""What an .xlsx holds and its reader does not give: formulas without value, errors, formats.

The reader gives an empty cell for a formula without stored value and for « #N/A », 8.0 for a
« 08 » shown by the format « 00 », and 0.12 for a « 12 % » shown by the format « 0 % ». The sheet's
XML is scanned for these only, when it has any.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator

from reportlib.intake.cells import Cell, Padded, Unread, as_percent

_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\b([^>]*)>")
_STYLES = re.compile(r"<(?:\w+:)?cellXfs\b[^>]*>(.*?)</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(r"<(?:\w+:)?xf\b([^>]*)>")
_PART = re.compile(
    r"<(?:\w+:)?row\b([^>]*)>|<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL
)
_VALUE = re.compile(r"<(?:\w+:)?v\b[^>]*>([^<]*)</(?:\w+:)?v>")
_FORMULA = re.compile(r"<(?:\w+:)?f\b")
_PLACE = re.compile(r"([A-Z]+)(\d+)")
_ZEROS = re.compile(r"0{2,}")
_LITERAL = re.compile(r'"[^"]*"|\\.')
"""What a format shows as it is: « 0" %" » makes no percentage."""
PERCENT = -1
"""Stands for the format of a percentage, among numbers of digits."""
_BUILT_IN_PERCENT = ("9", "10")
"""Formats « 0 % » and « 0,00 % », which no workbook describes."""


def marked_in_xlsx(content: bytes, sheet: str) -> dict[tuple[int, int], Cell]:
    """Return what the cells of ``sheet`` are to be read as, by (row, column) from 0."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return {}
        part = _part_of(archive, sheet)
        if part is None:
            return {}
        formats = _formats(archive)
        xml = archive.read(part).decode("utf-8", errors="replace")
    if not (formats or _FORMULA.search(xml) or 't="e"' in xml):
        return {}
    return dict(_marks(xml, formats))


def _marks(xml: str, formats: dict[str, int]) -> Iterator[tuple[tuple[int, int], Cell]]:
    """Give each cell that is to be read otherwise than the reader does."""
    row = column = -1
    for found in _PART.finditer(xml):
        if found[1] is not None:
            number = _attributes(found[1]).get("r")
            row, column = (int(number) - 1 if number else row + 1), -1
            continue
        cell = _attributes(found[2])
        place = _PLACE.fullmatch(cell.get("r", ""))
        row, column = (int(place[2]) - 1, _column(place[1])) if place else (row, column + 1)
        mark = _mark(cell, found[3] or "", formats)
        if mark is not None:
            yield (row, column), mark


def _mark(cell: dict[str, str], body: str, formats: dict[str, int]) -> Cell:
    """Return what one cell is to be read as; None: as the reader does."""
    kind = cell.get("t", "n")
    if kind == "e":
        return Unread.ERROR
    value = _VALUE.search(body)
    written = value[1].strip() if value else ""
    if _FORMULA.search(body) and not written and kind != "str":
        return Unread.FORMULA
    width = formats.get(cell.get("s", ""), 0)
    if kind == "n" and width == PERCENT and written:
        return as_percent(written)
    if kind == "n" and width and written.removesuffix(".0").isdigit():
        digits = written.removesuffix(".0")
        return Padded(digits.zfill(width)) if len(digits) < width else None
    return None


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """Return the name of the part that holds ``sheet``."""
    relations = {
        one.get("Id", ""): one.get("Target", "")
        for one in map(_attributes, _RELATION.findall(_read(archive, "xl/_rels/workbook.xml.rels")))
    }
    for one in map(_attributes, _SHEET.findall(_read(archive, "xl/workbook.xml"))):
        if one.get("name") == sheet:
            identifier = next((v for k, v in one.items() if k.endswith(":id")), "")
            target = relations.get(identifier, "")
            part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            return part if part in archive.namelist() else None
    return None


def _formats(archive: zipfile.ZipFile) -> dict[str, int]:
    """Return the digits shown by each style of zeros only (« 00000 »), PERCENT for those in %."""
    xml = _read(archive, "xl/styles.xml")
    shown = dict.fromkeys(_BUILT_IN_PERCENT, PERCENT)
    for one in map(_attributes, _FORMAT.findall(xml)):
        first = one.get("formatCode", "").split(";")[0]
        zeros = re.sub(r"[\\\"\s]|\[[^\]]*\]", "", first)
        if "%" in _LITERAL.sub("", first):
            shown[one.get("numFmtId", "")] = PERCENT
        elif _ZEROS.fullmatch(zeros):
            shown[one.get("numFmtId", "")] = len(zeros)
    block = _STYLES.search(xml)
    styles = [_attributes(text) for text in _STYLE.findall(block[1])] if block else []
    return {
        str(index): shown[style["numFmtId"]]
        for index, style in enumerate(styles)
        if style.get("numFmtId") in shown
    }


def _read(archive: zipfile.ZipFile, part: str) -> str:
    """Return a part's text, empty when the archive lacks it."""
    return (
        archive.read(part).decode("utf-8", errors="replace") if part in archive.namelist() else ""
    )


def _attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag."""
    return {name: html.unescape(a or b) for name, a, b in _ATTRIBUTE.findall(text)}


def _column(letters: str) -> int:
    """Return the column's number from 0: « A » is 0, « AA » 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
