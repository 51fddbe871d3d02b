"""Departments and regions of the list, from postal codes and region codes, with their notices."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reportlib.intake.lpof_anomalies import Anomalies, Rows
from reportlib.intake.lpof_blocs import Cells
from reportlib.intake.lpof_cellules import EMPTY, read_counts
from reportlib.intake.lpof_dispositions import header_key
from reportlib.intake.lpof_territoires import REGION_OF, REGIONS, departments_by_postal_code

Places = npt.NDArray[np.int16]
_CODES = np.isin(np.arange(1000), [int(code) for code in REGIONS])
_NAMES = {header_key(name): int(code) for code, name in REGIONS.items()}


def departments(cells: Cells, rows: Rows, anomalies: Anomalies) -> Places:
    """Return the department of each postal code, as its index; -1 where there is none."""
    codes = read_counts(cells)
    _, table = departments_by_postal_code()
    known: Places = table[np.clip(codes, 0, 99_999)]
    known[(codes < 1_000) | (codes > 99_999)] = -1
    restored = (known >= 0) & (codes < 10_000) & (cells.sizes < 5)
    anomalies.note("code_postal_zero", rows[restored])
    anomalies.note("code_postal_inconnu", rows[(codes != EMPTY) & (known < 0)])
    return known


def regions(cells: Cells, rows: Rows, anomalies: Anomalies) -> Places:
    """Return region codes as whole numbers, -1 where the file gives none that is known."""
    codes = read_counts(cells)
    known = (codes >= 0) & (codes < 1000) & _CODES[np.clip(codes, 0, 999)]
    anomalies.note("region_zero", rows[known & (codes < 10) & (cells.sizes == 1)])
    anomalies.note("region_inconnue", rows[~known & (codes != EMPTY)])
    return np.where(known, codes, -1).astype(np.int16)


def named_regions(cells: Cells) -> Places:
    """Return region codes from regions' names, -1 where the name is not known."""
    return np.array([_NAMES.get(header_key(name), -1) for name in cells.texts()], dtype=np.int16)


def deduced_regions(known: Places, rows: Rows, anomalies: Anomalies) -> Places:
    """Return the region of each department, -1 where there is none: said in a notice."""
    codes = [int(REGION_OF.get(name, -1)) for name in departments_by_postal_code()[0]]
    deduced = np.array([*codes, -1], dtype=np.int16)[known]
    anomalies.note("region_deduite", rows[deduced >= 0])
    return deduced
