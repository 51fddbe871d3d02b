"""Identifiers with right keys: declaration numbers, SIREN, SIRET; whole arrays at once."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from .agregats import CODES

PREFIXES = Path(__file__).parents[1] / "nda_prefixes_regions.csv"


def luhn_digit(digits: np.ndarray) -> np.ndarray:
    """Return the key of each row of ``digits`` (one column a digit, the key left out)."""
    doubled = digits.copy()
    doubled[:, -1::-2] *= 2
    return (-(doubled // 10 + doubled % 10).sum(axis=1)) % 10


def as_digits(numbers: np.ndarray, width: int) -> np.ndarray:
    """Return whole numbers as rows of ``width`` digits."""
    return numbers[:, None] // 10 ** np.arange(width - 1, -1, -1, dtype=np.int64) % 10


def sirens(rng: np.random.Generator, count: int) -> np.ndarray:
    """Return ``count`` distinct SIREN as whole numbers, each with its key; 2 % begin with 0."""
    stems = rng.choice(89_000_000, size=count, replace=False).astype(np.int64) + 10_000_000
    small = rng.random(count) < 0.02
    stems[small] = rng.choice(9_000_000, size=int(small.sum()), replace=False) + 1_000_000
    return stems * 10 + luhn_digit(as_digits(stems, 8))


def sirets(siren: np.ndarray, rank: np.ndarray) -> np.ndarray:
    """Return the SIRET of establishment ``rank`` (1 to 9999) of each SIREN."""
    stems = siren * 10_000 + rank
    return stems * 10 + luhn_digit(as_digits(stems, 13))


def prefixes() -> dict[str, tuple[list[str], list[float]]]:
    """Return the prefixes of declaration numbers of each region, with their observed weight."""
    found: dict[str, tuple[list[str], list[float]]] = {code: ([], []) for code in CODES.values()}
    with PREFIXES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            code = CODES.get(
                row["region_majoritaire_lpof_2025"], row["region_majoritaire_lpof_2025"]
            )
            found[code][0].append(row["prefixe_nda"])
            found[code][1].append(float(row["nb_of_extrait"]))
    return found


def ndas(rng: np.random.Generator, regions: np.ndarray, departments: Sequence[str]) -> np.ndarray:
    """Return a distinct declaration number a row: prefix, department, sequence, department.

    Parameters
    ----------
    regions
        Region code of each row.
    departments
        Department of each row, two or three characters.
    """
    known = prefixes()
    heads = np.empty(len(regions), dtype="U2")
    for code in np.unique(regions):
        where = np.flatnonzero(regions == code)
        names, weights = known[str(code)]
        heads[where] = rng.choice(names, size=len(where), p=np.array(weights) / sum(weights))
    middle = np.array([d.replace("A", "0").replace("B", "0")[:2] for d in departments])
    tail = np.array([d.replace("A", "0").replace("B", "0")[-2:] for d in departments])
    stems = np.char.add(heads, middle)
    sequence = np.char.zfill(_ranks(stems).astype("U5"), 5)
    return np.char.add(np.char.add(stems, sequence), tail)


def _ranks(stems: np.ndarray) -> np.ndarray:
    """Return the rank of each row among those of the same stem, from 1."""
    order = np.argsort(stems, kind="stable")
    starts = np.flatnonzero(np.r_[True, stems[order][1:] != stems[order][:-1]])
    sizes = np.diff(np.r_[starts, len(stems)])
    ranks = np.empty(len(stems), dtype=np.int64)
    ranks[order] = np.arange(len(stems)) - np.repeat(starts, sizes) + 1
    return ranks
