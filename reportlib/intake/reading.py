"""Reading of a folder of registers."""

from __future__ import annotations

from pathlib import Path

from reportlib.intake.records import Reading


def read_folder(folder: Path) -> Reading:
    """Return every register found in ``folder``."""
    raise NotImplementedError(folder)
