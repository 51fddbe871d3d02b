"""One register, from its sheets to kept rows, rows set aside and rows ignored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reportlib.intake import attribution, checks, identity
from reportlib.intake.guide import Guide
from reportlib.intake.notices import of_notes
from reportlib.intake.organisations import Directory
from reportlib.intake.records import Notice, SetAsideRow
from reportlib.intake.sentences import sentence
from reportlib.intake.tables import FILE, LINE, SHEET, Fault, Table, joined
from reportlib.registers import Register

DUPLICATE, REPLACED = "doublon exact", "version remplacée"


@dataclass(frozen=True)
class Assembled:
    """A register read: three frames whose rows are those of its sheets, each once."""

    register: Register
    kept: pd.DataFrame
    """With the columns of ``FILE``, ``SHEET`` and ``LINE``, dropped by ``published``."""
    aside: pd.DataFrame
    """The same, and ``motif``."""
    ignored: pd.DataFrame
    """File, sheet, line and ``cause`` of the rows that repeat another."""
    rows_aside: tuple[SetAsideRow, ...]
    notices: tuple[Notice, ...]


def assemble(
    tables: Sequence[Table], directory: Directory, frames: Mapping[str, pd.DataFrame], guide: Guide
) -> Assembled:
    """Return a register, its sheets put together, its rows identified and compared.

    Parameters
    ----------
    tables
        The sheets of the register, in the order of the files.
    frames
        Kept rows of the registers that this one refers to.
    """
    table = joined(tables)
    table.frame, notices = identity.with_identifiers(table)
    told = attribution.attribute(table, directory, frames)
    table.frame = table.frame.assign(id_of=told.id_of)
    settled = identity.settle(table, told.identity, guide)
    kept = table.sound & ~settled.ignored & ~settled.replaced
    notices += of_notes(table)
    notices += attribution.notices(table, told, kept)
    aside = [_row_aside(table, position) for position in sorted(table.faults)]
    return Assembled(
        register=table.register,
        kept=table.frame[kept].reset_index(drop=True),
        aside=_set_aside(table, aside),
        ignored=_ignored(table.frame, settled),
        rows_aside=tuple(aside),
        notices=tuple(notices),
    )


def verified(one: Assembled, frames: Mapping[str, pd.DataFrame]) -> list[Notice]:
    """Return the notices of what does not go together in the kept rows, none of which is dropped.

    Parameters
    ----------
    frames
        Kept rows of every register read.
    """
    return [
        *checks.orders(one.register, one.kept, frames),
        *checks.coherences(one.register, one.kept),
        *checks.limits(one.register, one.kept),
        *checks.shared(one.register, one.kept),
        *checks.references(one.register, one.kept, frames),
        *identity.probable_duplicates(one.register, one.kept),
    ]


def published(register: Register, rows: pd.DataFrame, *more: str) -> pd.DataFrame:
    """Return rows as all others see them: the register's columns, ``id_of``, file and line.

    One of ``more`` may bear the name of a column: « motif » is then why a row is set aside.
    """
    source = rows[FILE].where(rows[SHEET] == "", rows[FILE] + " › " + rows[SHEET])
    named = list(dict.fromkeys([*register.colonnes, "id_of"]))
    wanted = list(dict.fromkeys([*named, "_source", LINE, *more]))
    return rows.assign(_source=source)[wanted].reset_index(drop=True)


def _row_aside(table: Table, position: int) -> SetAsideRow:
    """Return the record of a row set aside: its first fault, and which other cells to mend."""
    faults = _in_order(table.register, table.faults[position])
    first = faults[0]
    place = table.frame.iloc[position]
    others = list(
        dict.fromkeys(f.header or f.column for f in faults[1:] if f.column != first.column)
    )
    return SetAsideRow(
        register=table.register.nom,
        file=place[FILE],
        sheet=place[SHEET],
        row=int(place[LINE]),
        column=first.column,
        rule=first.rule,
        message=first.message + _also(others),
        header=first.header,
    )


def _in_order(register: Register, faults: list[Fault]) -> list[Fault]:
    """Faults of the row itself first, then in the order of the register's columns."""
    ranks = {name: index for index, name in enumerate(["", *register.colonnes])}
    organisation = ranks.get("id_of", len(ranks))
    return sorted(faults, key=lambda fault: ranks.get(fault.column, organisation))


def _also(headers: list[str]) -> str:
    """Name the other cells to mend, so that the file is corrected once."""
    if not headers:
        return ""
    named = ", ".join(f"«\u00a0{header}\u00a0»" for header in headers)
    return " " + sentence("À revoir aussi : {named}.", named=named)


def _set_aside(table: Table, rows: Sequence[SetAsideRow]) -> pd.DataFrame:
    """Return the rows set aside, read where they could be, with why."""
    positions = sorted(table.faults)
    why = pd.Series([row.message for row in rows], index=positions, dtype="str")
    return table.frame.iloc[positions].assign(motif=why).reset_index(drop=True)


def _ignored(frame: pd.DataFrame, settled: identity.Settled) -> pd.DataFrame:
    """Return where the repeated rows stand, and the cause."""
    causes = np.where(settled.ignored, DUPLICATE, np.where(settled.replaced, REPLACED, ""))
    places = frame[[FILE, SHEET, LINE]].assign(cause=pd.Series(causes, dtype="str"))
    repeated: pd.DataFrame = places[causes != ""].reset_index(drop=True)
    return repeated
