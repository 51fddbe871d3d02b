"""Truth tables: UTF-8, comma, ISO dates, true/false, lists « ; », empty when missing."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

from .colonnes import CLES, COLONNES

Row = dict[str, object]


def text(value: object) -> str:
    """Return a value as the truth tables write it.

    Raises
    ------
    TypeError
        A value of another type: the tables would depend on Python's own writing.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, str | int):
        return str(value)
    raise TypeError(f"no writing for {value!r}")


def key(registre: str, row: Row) -> str:
    """Return the key of a line, its parts joined by « | »."""
    return "|".join(text(row.get(column)) for column in CLES[registre])


def write(folder: Path, tables: dict[str, list[Row]]) -> None:
    """Write one CSV file a register."""
    folder.mkdir(parents=True, exist_ok=True)
    for registre, rows in tables.items():
        columns = list(COLONNES[registre])
        lines = ([text(row.get(column)) for column in columns] for row in rows)
        write_csv(folder / f"{registre}.csv", columns, lines)


def write_csv(path: Path, header: list[str], lines: Iterable[list[str]]) -> None:
    """Write a table: UTF-8, comma, line feeds."""
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)
