"""Dataset: the registers as immutable typed frames, with the record of where each row comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from reportlib.intake.records import ControlReport
from reportlib.intake.reading import read_folder


@dataclass(frozen=True)
class Dataset:
    """What the team's registers say, once read, converted and checked.

    A register that no file provides is absent: « donnée non fournie », never 0. Each frame has the
    columns of its TOML, and ``id_of`` (missing: the row belongs to no known organisation), then
    ``_source`` (file and sheet) and ``_ligne`` (row in that sheet).
    """

    frames: Mapping[str, pd.DataFrame]
    """Kept rows of each register, typed, in the order of the files."""
    set_aside: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    """Rows set aside: the same columns, read where they could be, and ``motif`` (why)."""
    report: ControlReport = field(default_factory=ControlReport)

    def __post_init__(self) -> None:
        """Freeze both mappings."""
        object.__setattr__(self, "frames", MappingProxyType(dict(self.frames)))
        object.__setattr__(self, "set_aside", MappingProxyType(dict(self.set_aside)))

    @classmethod
    def read(cls, folder: str | Path) -> Dataset:
        """Return the registers of ``folder``; read once for the same files' contents.

        Raises
        ------
        DataError
            A fault of a file (R-LEC-01): the message says which and what is wanted.
        """
        reading = read_folder(Path(folder))
        return cls(reading.frames, reading.set_aside, reading.report)

    def has(self, register: str) -> bool:
        """Whether a file provides ``register``, be it with no row."""
        return register in self.frames

    def __getitem__(self, register: str) -> pd.DataFrame:
        """Return the kept rows of ``register``; a change to the result stays with the caller."""
        return self.frames[register].copy(deep=False)
