"""Cells of tables as ``bilan expliquer`` gives them: plain data, and the first rows only."""

from __future__ import annotations

from typing import Any

import pandas as pd

from reportlib.cli.terminal import say, wrapped
from reportlib.wording import counted

SHOWN = 40
"""Most rows of a table shown on a terminal; ``--json`` gives all."""


def plain(cell: Any) -> Any:
    """Return a cell as JSON has it: None when missing, an int when whole, a day « 2021-03-15 »."""
    if isinstance(cell, str | bool) or cell is None:
        return cell
    if pd.isna(cell):
        return None
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat())[:10]
    try:
        number = float(cell)
    except (TypeError, ValueError):
        return str(cell)
    return int(number) if number.is_integer() else number


def say_others(rows: int) -> None:
    """Print how many of ``rows`` are not shown, if any."""
    if rows > SHOWN:
        say(wrapped(f"… et {counted(rows - SHOWN, 'autre')}\u00a0: --json les donne.", 2))
