"""What the control report adds up and says in words, for its page and for the terminal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlib.intake.records import ControlReport, Notice, SetAsideRow, SheetReading
from reportlib.registers import registers
from reportlib.wording import counted, integer, listed

RECOGNISED = {
    "sources.yaml": "par sources.yaml",
    "nom de feuille": "par le nom de la feuille",
    "nom de fichier": "par le nom du fichier",
    "colonnes": "par ses colonnes",
}
"""How a sheet was recognised → how it is said."""

_LINES = re.compile(r"\blignes?[ \u00a0]\d|\d[ \u00a0]lignes\b")

_FEW_ROWS = 6
"""Most row numbers written in full for one message. Our choice."""


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Rows of a sheet or of several: ``rows`` = ``kept`` + ``set_aside`` + ``ignored``. [rows]."""

    rows: int
    kept: int
    set_aside: int
    ignored: dict[str, int]
    """Cause → rows, most frequent first."""

    @property
    def all_ignored(self) -> int:
        """Rows ignored, whatever the cause. [rows]."""
        return sum(self.ignored.values())

    @property
    def causes(self) -> str:
        """« ligne vide : 2, total : 1 », empty when nothing was ignored."""
        return ", ".join(f"{cause}\u00a0: {integer(n)}" for cause, n in self.ignored.items())


@dataclass(frozen=True, kw_only=True)
class Remark:
    """The same remark on several rows of a sheet."""

    file: str
    sheet: str
    column: str
    rule: str
    message: str
    rows: tuple[int, ...]
    """Row numbers as the spreadsheet shows them; none: the remark is on the whole sheet."""

    @property
    def said(self) -> str:
        """The message, then the rule that it comes from."""
        return f"{self.message} [{self.rule}]" if self.rule else self.message

    @property
    def own_lines(self) -> str:
        """The same, or nothing when the message already names its lines."""
        return "" if _LINES.search(self.message) else self.lines

    @property
    def lines(self) -> str:
        """« 4, 7 et 9 », « 4, 7, 9, 12, 15, 18 et 30 autres », « — » for the whole sheet."""
        shown = [str(row) for row in self.rows[:_FEW_ROWS]]
        rest = len(self.rows) - len(shown)
        if rest:
            shown.append(counted(rest, "autre"))
        return listed(shown) or "—"


def counts(sheets: Iterable[SheetReading]) -> Counts:
    """Return the rows of ``sheets``, added up."""
    read = list(sheets)
    ignored: Counter[str] = Counter()
    for sheet in read:
        ignored.update(sheet.ignored)
    return Counts(
        rows=sum(sheet.rows for sheet in read),
        kept=sum(sheet.kept for sheet in read),
        set_aside=sum(sheet.set_aside for sheet in read),
        ignored=dict(sorted(ignored.items(), key=lambda item: (-item[1], item[0]))),
    )


def by_register(report: ControlReport) -> dict[str, list[SheetReading]]:
    """Return the sheets of each register that was found, in the order of the dictionary."""
    found: dict[str, list[SheetReading]] = {}
    for name in registers():
        if sheets := [sheet for sheet in report.sheets if sheet.register == name]:
            found[name] = sheets
    return found


def unknown_sheets(report: ControlReport) -> list[SheetReading]:
    """Return the sheets in which nothing was recognised."""
    return [sheet for sheet in report.sheets if sheet.register is None]


def not_provided(report: ControlReport) -> list[str]:
    """Return the registers that no file provides: « donnée non fournie », never 0."""
    return [name for name in registers() if name not in by_register(report)]


def remarks(rows: Sequence[SetAsideRow | Notice], register: str) -> list[Remark]:
    """Return what is said of the rows of ``register``, each sentence once, in the files' order."""
    grouped: dict[tuple[str, str, str, str, str], list[int]] = {}
    for row in rows:
        if row.register == register:
            key = (row.file, row.sheet, row.column, row.rule, row.message)
            grouped.setdefault(key, []).extend([] if row.row is None else [row.row])
    return [
        Remark(
            file=key[0],
            sheet=key[1],
            column=key[2],
            rule=key[3],
            message=key[4],
            rows=tuple(sorted(numbers)),
        )
        for key, numbers in grouped.items()
    ]


def recognised(sheet: SheetReading) -> str:
    """« reconnue par le nom de la feuille, en-têtes en ligne 3 »."""
    how = RECOGNISED.get(sheet.recognised_by, f"par {sheet.recognised_by}")
    headers = f", en-têtes en ligne {sheet.header_row}" if sheet.header_row else ""
    return f"reconnue {how}{headers}"


def reading(column: str | None, reason: str) -> str:
    """« reconnue comme date_depot », « ignorée : colonne personnelle »."""
    if column is not None:
        return f"reconnue comme {column}"
    return f"ignorée\u00a0: {reason}" if reason else "ignorée"


def place(file: str, sheet: str) -> str:
    """« bilan 2023.xlsx › Ateliers », or the file alone for a CSV."""
    return f"{file} › {sheet}" if sheet and sheet != file else file
