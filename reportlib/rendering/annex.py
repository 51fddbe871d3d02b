"""The annex of a bilan, an Excel workbook: a sheet a table and a figure, numbers as numbers."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reportlib.rendering.checks import Piece
from reportlib.rendering.document import Document
from reportlib.rendering.look import tokens
from reportlib.rendering.workbook.formats import number_format
from reportlib.rendering.workbook.ledger import controls, rules
from reportlib.rendering.workbook.sheets import Line, Sheet, Shown, sheets, words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

CONTENTS = "Sommaire"
MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""A workbook must say when it was made: a fixed day, no clock is read (convention C-7)."""
INERT = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
    "remove_timezone": True,
}
"""What comes from data is text or a number, never a formula nor a link."""
HEAD = 4
"""Row of the headers, from 1: title, unit and a blank one stand above."""
NARROWEST, WIDEST = 9, 60
"""Widths of a column [letters]."""
LEADING = ("=", "+", "-", "@", "\t", "\r", "\u2212")
"""Signs that a spreadsheet could take for a formula once the cell is edited or saved as text."""
LONGEST, HEADER = 32_767, 240
"""Letters that a cell holds, that a header of ours does (a table's holds 255)."""


def annex(document: Document) -> bytes:
    """Return the workbook of a document: the same bytes for the same document.

    A contents sheet, a sheet a group of key figures, table or figure, in order, then « Règles »
    and « Contrôles ». Absent numbers are the words of the page, « s », « s. o. », « n. f. »,
    « r. n. r. »; nothing is merged, no formula is written.
    """
    from xlsxwriter import Workbook

    content = io.BytesIO()
    workbook = Workbook(content, INERT)
    workbook.set_properties(_properties(document.title))
    writer = _Writer(workbook)
    ledger = [*sheets(document), rules(document), controls(document)]
    for sheet in (_contents(document, ledger), *ledger):
        writer.write(sheet)
    workbook.close()
    return content.getvalue()


def _properties(title: Piece) -> dict[str, Any]:
    return {
        "title": f"{title['title']}, annexe",
        "subject": title["subject"],
        "author": title["issuer"],
        "comments": title["description"],
        "created": MOMENT,
    }


def _contents(document: Document, ledger: list[Sheet]) -> Sheet:
    title = document.title
    facts = [f"{label}\u00a0: {value}" for label, value in title["identity"]]
    signs = "s\u00a0: couvert par le secret ; s. o.\u00a0: sans objet ; n. f.\u00a0: non fourni ; "
    signs += "r. n. r.\u00a0: reconduction non renseignée. Aucun de ces signes ne vaut 0."
    return Sheet(
        name=CONTENTS,
        title=f"{title['title']}, annexe",
        unit=", ".join(part for part in (title["subject"], title["period"]) if part),
        columns=("Feuille", "Titre", "Unité", "Lignes"),
        lines=tuple(
            (words(one.name), words(one.title), words(one.unit), Shown(value=len(one.lines)))
            for one in ledger
        ),
        notes=(*facts, signs, title["footer"]),
    )


class _Writer:
    """Writes sheets with the look of the bilans."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        look = tokens()
        self.base = {"font_name": "Calibri", "font_size": 11, "valign": "top",
                     "font_color": look["color"]["ink"]}  # fmt: skip
        self.muted = {"font_color": look["color"]["muted"]}
        self.accent = {"font_color": look["color"]["accent"]}
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def look(self, **how: Any) -> Any:
        """Return the format of these properties, made once."""
        key = tuple(sorted({**self.base, **how}.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format(dict(key))
        return self.formats[key]

    def write(self, sheet: Sheet) -> None:
        """Write one sheet: title, unit, headers, rows, notes."""
        page = self.workbook.add_worksheet(sheet.name)
        self._text(page, 0, 0, sheet.title, bold=True, font_size=14, **self.accent)
        self._text(page, 1, 0, sheet.unit, **self.muted)
        lines = sheet.lines or (tuple(words("aucune ligne") for _ in sheet.columns),)
        self._table(page, sheet, lines)
        for rank, line in enumerate(lines, start=HEAD):
            for column, cell in enumerate(line):
                self._cell(page, rank, column, cell)
        for rank, note in enumerate(sheet.notes, start=HEAD + len(lines) + 1):
            self._text(page, rank, 0, note, **self.muted)
        for column, width in enumerate(_widths(sheet.columns, lines)):
            page.set_column(column, column, width)
        page.freeze_panes(HEAD, 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEAD - 1)

    def _table(self, page: Worksheet, sheet: Sheet, lines: tuple[Line, ...]) -> None:
        """Declare the table, so that a screen reader says the header of each cell."""
        number = re.sub(r"\W", "_", sheet.name)
        page.add_table(HEAD - 1, 0, HEAD - 1 + len(lines), len(sheet.columns) - 1, {
            "name": f"T_{number}", "style": None, "autofilter": False,
            "columns": [{"header": label, "header_format": self.look(
                bold=True, bottom=1, text_wrap=True)} for label in _unlike(sheet.columns)],
        })  # fmt: skip

    def _cell(self, page: Worksheet, row: int, column: int, cell: Shown) -> None:
        form = number_format(cell)
        if form is not None and cell.value is not None:
            page.write_number(row, column, cell.value, self.look(num_format=form))
        else:
            self._text(page, row, column, cell.text, text_wrap=True)

    def _text(self, page: Worksheet, row: int, column: int, text: str, **how: Any) -> None:
        if text:
            quoted = {"quote_prefix": True} if text.startswith(LEADING) else {}
            page.write_string(row, column, text[:LONGEST], self.look(**how, **quoted))


def _unlike(labels: tuple[str, ...]) -> list[str]:
    """Headers, no two alike: a table wants it so, whatever their case."""
    seen: dict[str, int] = {}
    unlike = []
    for whole in labels:
        label = whole[:HEADER]
        key = label.casefold()
        seen[key] = seen.get(key, 0) + 1
        unlike.append(label if seen[key] == 1 else f"{label} ({seen[key]})")
    return unlike


def _widths(columns: tuple[str, ...], lines: tuple[Line, ...]) -> list[int]:
    """Widths that hold the longest word of a header and most of what stands below [letters]."""
    widths = []
    for column, label in enumerate(columns):
        longest = max((len(line[column].text) for line in lines), default=0)
        header = max((len(word) for word in label.split()), default=0)
        widths.append(min(WIDEST, max(NARROWEST, longest + 2, header + 2)))
    return widths
