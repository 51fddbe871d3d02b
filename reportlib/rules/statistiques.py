"""Shares with their uncertainty, gaps, exact test: records that never over-read a small sample.

Under ``BASE_MIN`` cases a group is told by its counts only; an interval is never a proof of cause.
Sources: rule « moins de 10 dans la base » of the catalogue; Wilson's score interval; Newcombe's
hybrid score interval (method 10) of a difference; Fisher's exact test. The choice of the methods is
ours. ``scipy.stats`` is imported inside the functions: it costs time that few bilans need.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

BASE_MIN = 10
"""Least base of a share that is read without a warning (catalogue, rule 4). [cases]"""
MEDIANE_DES = 5
"""Least number of cases for a median (catalogue, rule 4). [cases]"""
CORRELATION_DES = 20
"""Least number of organisations for a correlation (AC-09). [organisations]"""
NIVEAU = 0.95
"""Level of confidence of the intervals."""


@dataclass(frozen=True, kw_only=True)
class Taux:
    """A share and its Wilson interval, in percent; ``part`` and bounds are None without a base."""

    numerateur: int
    base: int
    part: float | None
    bas: float | None
    haut: float | None

    @property
    def lisible(self) -> bool:
        """Whether the base is large enough to be read as a share, without the warning."""
        return self.base >= BASE_MIN


@dataclass(frozen=True, kw_only=True)
class Ecart:
    """The gap between two shares, first less second, in points [points].

    ``points``, its bounds and ``p`` (Fisher, two-sided) are None when one of the groups has fewer
    than ``BASE_MIN`` cases: counts only.
    """

    premier: Taux
    second: Taux
    points: float | None
    bas: float | None
    haut: float | None
    p: float | None

    @property
    def lisible(self) -> bool:
        """Whether both groups are large enough to be compared."""
        return self.points is not None

    @property
    def compatible_avec_zero(self) -> bool:
        """Whether « no gap at all » stays among the values that the interval holds."""
        return self.bas is None or self.haut is None or self.bas <= 0 <= self.haut


@dataclass(frozen=True, kw_only=True)
class Mediane:
    """A median from ``MEDIANE_DES`` cases on, in the unit of its values; else the two ends."""

    cas: int
    valeur: float | None
    minimum: float | None
    maximum: float | None


def taux(numerateur: int, base: int) -> Taux:
    """Return the share of ``numerateur`` in ``base`` with its Wilson interval at 95 % [percent].

    A base of 0 gives no share (C-4).

    Raises
    ------
    ValueError
        ``numerateur`` is not between 0 and ``base``.
    """
    if not 0 <= numerateur <= base:
        raise ValueError(f"{numerateur} of {base} is no share")
    if base == 0:
        return Taux(numerateur=0, base=0, part=None, bas=None, haut=None)
    from scipy.stats import binomtest

    around = binomtest(numerateur, base).proportion_ci(NIVEAU, method="wilson")
    return Taux(
        numerateur=numerateur,
        base=base,
        part=100 * numerateur / base,
        bas=100 * float(around.low),
        haut=100 * float(around.high),
    )


def ecart(premier: Taux, second: Taux) -> Ecart:
    """Return the gap between two shares, with Newcombe's interval and Fisher's test.

    Groups under ``BASE_MIN`` are not compared.
    """
    if not (premier.lisible and second.lisible):
        return Ecart(premier=premier, second=second, points=None, bas=None, haut=None, p=None)
    one, low_one, high_one = _bounds(premier)
    two, low_two, high_two = _bounds(second)
    gap = one - two
    return Ecart(
        premier=premier,
        second=second,
        points=gap,
        bas=gap - math.hypot(one - low_one, high_two - two),
        haut=gap + math.hypot(high_one - one, two - low_two),
        p=fisher(
            (premier.numerateur, premier.base - premier.numerateur),
            (second.numerateur, second.base - second.numerateur),
        ),
    )


def fisher(premier: tuple[int, int], second: tuple[int, int]) -> float:
    """Return the two-sided p-value of Fisher's exact test of a 2 × 2 table, from 0 to 1.

    Parameters
    ----------
    premier, second
        Cases with and without the event, in each group.
    """
    import numpy as np
    from scipy.stats import fisher_exact

    return min(1.0, float(fisher_exact(np.array([premier, second])).pvalue))


def correlation(premiers: Sequence[float], seconds: Sequence[float]) -> float | None:
    """Return Spearman's rank correlation of pairs; None under 20 of them, or without any spread.

    Source: AC-09, « jamais de corrélation sous 20 OF ».

    Raises
    ------
    ValueError
        The two lists do not have the same length.
    """
    if len(premiers) != len(seconds):
        raise ValueError("pairs are wanted: the two lists differ in length")
    if len(premiers) < CORRELATION_DES or len(set(premiers)) == 1 or len(set(seconds)) == 1:
        return None
    ranks = pd.DataFrame({"premier": premiers, "second": seconds}).rank()
    return float(ranks["premier"].corr(ranks["second"]))


def _bounds(share: Taux) -> tuple[float, float, float]:
    """The share and its two bounds, known to be there."""
    if share.part is None or share.bas is None or share.haut is None:
        raise ValueError("a share without a base has no bounds")
    return share.part, share.bas, share.haut
