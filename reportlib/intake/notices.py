"""Notices: what is worth a look and sets no row aside, one a sheet and a subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from reportlib.intake.cells import CONTROL_NOTE
from reportlib.intake.identifiers import RESTORED
from reportlib.intake.records import Notice
from reportlib.intake.sentences import rows_listed, sentence
from reportlib.intake.tables import FILE, LINE, SHEET, Table
from reportlib.registers import Register

_NOTE_RULES = {RESTORED: "R-LEC-07", CONTROL_NOTE: "R-LEC-02"}


def by_sheet(
    register: Register,
    frame: pd.DataFrame,
    concerned: np.ndarray,
    column: str,
    told: tuple[str, str],
) -> list[Notice]:
    """Return one notice for each sheet that has rows ``concerned``.

    Parameters
    ----------
    frame
        Rows with their file, sheet and line.
    concerned
        True for each row that the notice is about.
    told
        The rule, and a sentence where « {lignes} » stands for the rows.
    """
    if not concerned.any():
        return []
    rule, template = told
    return [
        Notice(
            register=register.nom,
            file=file,
            sheet=sheet,
            row=lines[0],
            column=column,
            rule=rule,
            message=sentence(template, lignes=rows_listed(lines)),
            rows=tuple(lines),
        )
        for file, sheet, lines in _places(frame[concerned])
    ]


def _places(rows: pd.DataFrame) -> Iterator[tuple[str, str, list[int]]]:
    """Give each sheet, and the lines of ``rows`` there."""
    for (file, sheet), found in rows.groupby([FILE, SHEET], sort=False):
        yield str(file), str(sheet), sorted(int(line) for line in found[LINE])


def of_notes(table: Table) -> list[Notice]:
    """Return the notices of what was mended in cells: one a sheet, a column and a kind."""
    gathered: dict[tuple[str, str], list[int]] = {}
    for note in table.notes:
        gathered.setdefault((note.column, note.text), []).extend(note.positions)
    found: list[Notice] = []
    for (column, text), positions in gathered.items():
        concerned = np.zeros(len(table.frame), dtype=bool)
        concerned[positions] = True
        rule = _NOTE_RULES.get(text, "R-LEC-02")
        template = f"Colonne « {column} », {text} : {{lignes}}."
        found += by_sheet(table.register, table.frame, concerned, column, (rule, template))
    return found


def of_sheet(register: str, place: Sequence[str], column: str, rule: str, message: str) -> Notice:
    """Return a notice about a whole sheet (``place``: its file, its name) or one of its columns."""
    file, sheet = place
    return Notice(
        register=register,
        file=file,
        sheet=sheet,
        row=None,
        column=column,
        rule=rule,
        message=message,
    )
