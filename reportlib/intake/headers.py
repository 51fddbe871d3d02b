"""Headers: which column of a register each one is, and the row where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportlib.errors import DataError
from reportlib.intake.cells import Cell, is_blank
from reportlib.intake.grids import Grid
from reportlib.intake.guide import IGNORE, NONE, Entry
from reportlib.intake.sentences import sentence
from reportlib.registers import IDENTIFICATION, Column, Register, registers, vocabulary
from reportlib.wording import listed

LEAST = 2
"""A row of headers recognises at least this many."""
DEEPEST = 200
"""Rows looked at, from the top, to find the headers. [rows]"""


@dataclass(frozen=True)
class Heading:
    """The header row of a sheet: where it stands, and what each of its columns is."""

    row: int
    """Counted from 0."""
    headers: tuple[str, ...]
    columns: tuple[str | None, ...]
    """The register's column, or one that identifies the organisation; None: left out."""
    ticks: Mapping[int, str] = field(default_factory=dict)
    """Position of a yes-or-no column → the value that it adds to the list of its column."""

    def position(self, column: str) -> int | None:
        """Return where ``column`` stands in the sheet."""
        return self.columns.index(column) if column in self.columns else None

    @property
    def known(self) -> set[str]:
        """The columns found."""
        return {column for column in self.columns if column is not None}


@cache
def column_names(register: str) -> Mapping[str, tuple[str, str]]:
    """Return the column of each known header of ``register``, by ``header_key``.

    Beside it stands the value that a yes-or-no header adds to a list, else nothing. The register's
    own headers come first, then, where it concerns an organisation, those that identify one.
    """
    described = registers()[register]
    sources: list[Column] = list(described.colonnes.values())
    if described.identifies:
        sources += [registers()["organismes"].colonnes[name] for name in IDENTIFICATION]
    names: dict[str, tuple[str, str]] = {}
    for column in sources:
        for header in (column.nom, *column.entetes):
            names.setdefault(vocabulary().header_key(header), (column.nom, ""))
        for header, value in column.coches.items():
            names.setdefault(vocabulary().header_key(header), (column.nom, value))
    return names


def find_heading(grid: Grid, register: Register, entry: Entry) -> Heading | None:
    """Return the first row that holds two known headers of ``register``; None without one."""
    for index, row in enumerate(grid.rows[:DEEPEST]):
        heading = _heading(index, row, register, entry)
        if sum(column is not None for column in heading.columns) >= LEAST:
            return heading
    return None


def any_header(grid: Grid, register: Register, entry: Entry) -> bool:
    """Whether a row of the sheet holds even one header of ``register``."""
    rows = enumerate(grid.rows[:DEEPEST])
    return any(_heading(index, row, register, entry).known for index, row in rows)


def check_heading(grid: Grid, heading: Heading, register: Register) -> None:
    """Refuse a sheet where two headers are one column, or where a required column is absent.

    Raises
    ------
    DataError
        A fault of the file (R-LEC-01).
    """
    _refuse_doubles(grid, heading, register)
    _refuse_gaps(grid, heading, register)


def _refuse_doubles(grid: Grid, heading: Heading, register: Register) -> None:
    """Refuse two headers that are one column; yes-or-no columns of one list are no doubles."""
    for column in sorted(heading.known):
        places = [p for p, name in enumerate(heading.columns) if name == column]
        same = [heading.headers[p] for p in places]
        if len({heading.ticks.get(p, "") for p in places}) < len(places) or (
            len(places) > 1 and any(p not in heading.ticks for p in places)
        ):
            raise DataError(
                sentence(
                    "{place} : les en-têtes {headers} désignent la même colonne « {column} » du "
                    "registre « {register} ». Gardez-en un, ou écrivez dans sources.yaml lequel "
                    "ignorer, par exemple « {example} ».",
                    place=grid.place,
                    headers=" et ".join(f"«\u00a0{h}\u00a0»" for h in same),
                    column=column,
                    register=register.nom,
                    example=f"{same[-1]}: {IGNORE}",
                )
            )


def _refuse_gaps(grid: Grid, heading: Heading, register: Register) -> None:
    """Refuse a sheet that lacks a required column."""
    if missing := missing_columns(heading, register):
        one = len(missing) == 1
        raise DataError(
            sentence(
                "{place} : {subject} {names}, {required} dans le registre « {register} », "
                "{absent}. Ajoutez-{them} avec un en-tête connu, par exemple « {example} », ou "
                "écartez la feuille dans sources.yaml (« {none} »).",
                place=grid.place,
                subject="la colonne" if one else "les colonnes",
                names=listed([f"«\u00a0{name}\u00a0»" for name in missing]),
                required="requise" if one else "requises",
                register=register.nom,
                absent="est absente" if one else "sont absentes",
                them="la" if one else "les",
                example=_described(missing[0], register).entetes[0],
                none=f"registre: {NONE}",
            )
        )


def missing_columns(heading: Heading, register: Register) -> list[str]:
    """Return the required columns that the sheet lacks; one that identifies counts for all five."""
    missing = [
        c.nom
        for c in register.colonnes.values()
        if c.obligation == "O" and c.nom not in heading.known
    ]
    if register.organisme == "direct" and not heading.known & set(IDENTIFICATION):
        missing.append("id_of")
    return missing


def _described(name: str, register: Register) -> Column:
    """The column whose header is given as an example: a name is the commonest identification."""
    return (
        registers()["organismes"].colonnes["denomination"]
        if name == "id_of"
        else register.colonnes[name]
    )


def _heading(index: int, row: Sequence[Cell], register: Register, entry: Entry) -> Heading:
    """Read a row as headers."""
    names = column_names(register.nom)
    key = vocabulary().header_key
    told = {key(header): column for header, column in entry.entetes.items()}
    headers = tuple(
        "" if is_blank(c) or not isinstance(c, str) else " ".join(c.split()) for c in row
    )
    found = [_column(key(h), told, names) if h else (None, "") for h in headers]
    ticks = {position: value for position, (_, value) in enumerate(found) if value}
    return Heading(index, headers, tuple(column for column, _ in found), ticks)


def _column(
    key: str, told: Mapping[str, str], names: Mapping[str, tuple[str, str]]
) -> tuple[str | None, str]:
    """Return the column of a header: what the guide says, else what the register knows."""
    if key in told:
        return (None if told[key] == IGNORE else told[key]), ""
    return names.get(key, (None, ""))
