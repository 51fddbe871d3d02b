"""Dataset: the registers as immutable typed frames, and where each row comes from."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from reportlib.intake.files import Folder, read_files
from reportlib.intake.reading import read
from reportlib.intake.records import ControlReport, Reading
from reportlib.places import locate

REMEMBERED = 4
"""Folders whose reading is kept in memory, the latest used."""


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
        """Return the registers of ``folder``; read once for the same names and bytes of its files.

        A relative path is looked for as ``places.locate`` does.

        Raises
        ------
        DataError
            A fault of a file (R-LEC-01): the message says which and what is wanted.
        ParameterError
            No such folder.
        """
        reading = _remembered(read_files(locate(folder)))
        return cls(_own(reading.frames), _own(reading.set_aside), reading.report)

    def has(self, register: str) -> bool:
        """Whether a file provides ``register``, be it with no row."""
        return register in self.frames

    def __getitem__(self, register: str) -> pd.DataFrame:
        """Return the kept rows of ``register``; a change to the result stays with the caller."""
        return self.frames[register].copy(deep=False)


_readings: OrderedDict[str, Reading] = OrderedDict()
"""Fingerprint of a folder → its reading, the latest used last."""


def _remembered(folder: Folder) -> Reading:
    """Return the reading of files already in memory, made anew when a name or a byte changed."""
    key = folder.fingerprint
    if key not in _readings:
        _readings[key] = read(folder)
        if len(_readings) > REMEMBERED:
            _readings.popitem(last=False)
    _readings.move_to_end(key)
    return _readings[key]


def _own(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return frames of the caller's own: a change to one never reaches what is remembered."""
    return {name: rows.copy(deep=False) for name, rows in frames.items()}
