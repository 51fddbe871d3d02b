"""A sheet of a known register as typed columns, with the faults and notes of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from reportlib.intake.cells import EMPTY, Cell, Outcome, Padded, Unread, as_text, is_blank, is_empty
from reportlib.intake.headers import Heading
from reportlib.intake.numbers import read_boolean
from reportlib.intake.recognition import Recognised
from reportlib.intake.rows import SortedRows, sort_rows
from reportlib.intake.sentences import sentence, shown
from reportlib.intake.values import convert
from reportlib.registers import IDENTIFICATION, Column, Register, registers, vocabulary

FILE, SHEET, LINE = "_fichier", "_feuille", "_ligne"
"""Where a row comes from; ``_ligne`` as the spreadsheet shows it."""
TOLD = "?"
"""Before the name of a column: what the row itself says of its organisation, « ?siret »."""
MADE_UP = "?fabrique"
"""True for a row whose own identifier was made up."""
_DTYPES = {"booleen": "boolean", "entier": "Int64", "decimal": "Float64"}


@dataclass(frozen=True)
class Fault:
    """Why a row is set aside: one cell, or the row itself."""

    column: str
    rule: str
    message: str
    header: str = ""


@dataclass(frozen=True)
class Note:
    """What was mended in a column, and in which rows of the table."""

    column: str
    text: str
    positions: tuple[int, ...]


@dataclass
class Table:
    """The rows of data of a sheet, or of a whole register once its sheets are put together.

    ``frame`` has a plain range index; ``faults`` and the notes' positions refer to it.
    """

    register: Register
    frame: pd.DataFrame
    faults: dict[int, list[Fault]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def fail(self, positions: Iterable[int], fault: Fault) -> None:
        """Add ``fault`` to rows."""
        for position in positions:
            self.faults.setdefault(int(position), []).append(fault)

    @property
    def sound(self) -> np.ndarray:
        """True for each row without fault so far."""
        sound = np.ones(len(self.frame), dtype=bool)
        sound[list(self.faults)] = False
        return sound


def read_table(sheet: Recognised) -> tuple[Table, SortedRows]:
    """Return the rows of a sheet as typed columns, all those of its register."""
    kinds = sort_rows(sheet)
    rows = [sheet.grid.rows[index] for index in kinds.data]
    table = Table(sheet.register, pd.DataFrame(index=pd.RangeIndex(len(rows))))
    series: dict[str, pd.Series] = {}
    for name, column in _wanted(sheet.register).items():
        position = sheet.heading.position(column.nom)
        cells = _cells(rows, position)
        if position in sheet.heading.ticks:
            cells = _ticked(rows, sheet.heading, column.nom)
        header = "" if position is None else sheet.heading.headers[position]
        series[name] = _typed(cells, column, header, table)
        if name == column.nom and column.cell_required:
            _require(series[name], column, header, table)
    _surplus(rows, sheet, table)
    index = table.frame.index
    series[FILE] = pd.Series(sheet.grid.file, index=index, dtype="str")
    series[SHEET] = pd.Series(sheet.grid.sheet, index=index, dtype="str")
    series[LINE] = pd.Series([row + 1 for row in kinds.data], index=index, dtype="Int64")
    table.frame = pd.DataFrame(series, index=index)
    return table, kinds


def joined(tables: Sequence[Table]) -> Table:
    """Return the tables of one register as one, in their order."""
    whole = Table(tables[0].register, pd.concat([t.frame for t in tables], ignore_index=True))
    start = 0
    for table in tables:
        whole.faults |= {start + position: found for position, found in table.faults.items()}
        whole.notes += [
            Note(n.column, n.text, tuple(start + p for p in n.positions)) for n in table.notes
        ]
        start += len(table.frame)
    return whole


def _wanted(register: Register) -> dict[str, Column]:
    """Return the columns to read, by the name that they take in the table.

    Where a register concerns an organisation, what a row says of it is kept apart (« ?siret »)
    until it is matched; ``id_of`` is then the organisation found.
    """
    wanted = {
        n: c for n, c in register.colonnes.items() if not (register.identifies and n == "id_of")
    }
    if register.identifies:
        organismes = registers()["organismes"].colonnes
        wanted |= {TOLD + name: organismes[name] for name in IDENTIFICATION}
    return wanted


def _cells(rows: Sequence[Sequence[Cell]], position: int | None) -> list[Cell]:
    """Return one cell a row; none where the sheet lacks the column, or the row stops before."""
    if position is None:
        return [None] * len(rows)
    if position < min(map(len, rows), default=0):
        return [row[position] for row in rows]
    return [row[position] if position < len(row) else None for row in rows]


def _ticked(rows: Sequence[Sequence[Cell]], heading: Heading, column: str) -> list[Cell]:
    """Return the list that several yes-or-no columns make, one text a row.

    A cell that is neither yes nor no goes into the list as it is, which then is refused.
    """
    gathered: list[list[str]] = [[] for _ in rows]
    for position, value in heading.ticks.items():
        if heading.columns[position] != column:
            continue
        for listed, cell in zip(gathered, _cells(rows, position), strict=True):
            said = EMPTY if is_empty(cell) else read_boolean(cell)
            if said.fault or said.value is True:
                listed.append(as_text(cell) if said.fault else value)
    return [";".join(listed) for listed in gathered]


def _typed(cells: Sequence[Cell], column: Column, header: str, table: Table) -> pd.Series:
    """Convert each distinct cell once, then spread the values; faults and notes go to ``table``."""
    codes, distinct = _distinct(cells)
    outcomes = [convert(cell, column) for cell in distinct]
    hidden = bool(column.donnee_personnelle) or _personal(column, header)
    if any(outcome.fault or outcome.note for outcome in outcomes):
        order = np.argsort(codes, kind="stable")
        places = np.split(order, np.cumsum(np.bincount(codes, minlength=len(distinct)))[:-1])
        for cell, outcome, positions in zip(distinct, outcomes, places, strict=True):
            if outcome.fault:
                table.fail(positions, _fault(cell, outcome, column, header, hidden=hidden))
            elif outcome.note:
                table.notes.append(Note(column.nom, outcome.note, tuple(positions.tolist())))
    return series_of([o.value for o in outcomes], column.type).take(codes).reset_index(drop=True)


def series_of(values: Sequence[object], kind: str) -> pd.Series:
    """Return values as a column of the type that the contract gives to ``kind``."""
    if kind == "date":
        return pd.Series(np.array(values, dtype="datetime64[D]").astype("datetime64[us]"))
    return pd.Series(values, dtype=_DTYPES.get(kind, "str"))


def _distinct(cells: Sequence[Cell]) -> tuple[np.ndarray, list[Cell]]:
    """Return each cell's code, and the distinct cells; 1, 1.0 and true are three."""
    keys: Sequence[object] = cells
    if _alike(set(map(type, cells))):
        keys = [(type(cell), cell) for cell in cells]
    firsts = dict(zip(reversed(keys), reversed(cells), strict=True))
    codes = {key: code for code, key in enumerate(firsts)}
    spread = np.fromiter(map(codes.__getitem__, keys), dtype=np.intp, count=len(cells))
    return spread, list(firsts.values())


def _alike(kinds: set[type]) -> bool:
    """Whether two cells of different types may be equal: 1 and true, a text and padded digits."""
    return len(kinds & {bool, int, float}) > 1 or kinds >= {str, Padded}


def _fault(cell: Cell, outcome: Outcome, column: Column, header: str, *, hidden: bool) -> Fault:
    """Build the fault of one cell, its value shown when it may be."""
    value = "" if isinstance(cell, Unread) else shown(as_text(cell), hidden=hidden)
    message = sentence(outcome.fault.replace("{valeur}", "{{valeur}}"))
    return Fault(column.nom, outcome.rule, f"{message.replace('{valeur}', value)}.", header)


def _personal(column: Column, header: str) -> bool:
    """Whether a known column's header looks personal too; an organisation's name is no person's."""
    return column.nom not in {"denomination", "alias"} and vocabulary().is_personal(header)


def _require(values: pd.Series, column: Column, header: str, table: Table) -> None:
    """Set aside the rows whose required cell is empty."""
    empty = [
        position
        for position in np.flatnonzero(values.isna()).tolist()
        if all(fault.column != column.nom for fault in table.faults.get(position, ()))
    ]
    message = sentence(
        "La cellule « {header} » est vide, alors qu’elle est requise : {wanted}.",
        header=header,
        wanted=sentence(wanted_form(column)),
    )
    table.fail(empty, Fault(column.nom, "R-LEC-02", message, header))


def wanted_form(column: Column) -> str:
    """Say what a cell of ``column`` wants, with an example."""
    if column.type == "date":
        return "écrivez une date, par exemple 05/03/2024"
    if column.type == "booleen":
        return "écrivez « oui » ou « non »"
    if column.valeurs:
        return f"écrivez par exemple « {column.valeurs[0]} »"
    return f"écrivez par exemple « {column.exemple} »"


def _surplus(rows: Sequence[Sequence[Cell]], sheet: Recognised, table: Table) -> None:
    """Set aside the rows of a text file with more cells than headers: a separator slipped in."""
    if sheet.grid.sheet:
        return
    width = len(sheet.heading.headers)
    over = [
        position
        for position, row in enumerate(rows)
        if len(row) > width and not all(map(is_blank, row[width:]))
    ]
    table.fail(over, Fault("", "R-LEC-02", f"{sentence(Unread.SURPLUS.value)}."))
