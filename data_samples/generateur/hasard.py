"""Chance, seeded: each table has its own stream, so that changing one table leaves the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import TypeVar

GRAINE = "region-fictive-2021-2024"
Key = TypeVar("Key")


def stream(name: str) -> Random:
    """Return the random stream of a table; a text seed is hashed alike on every Python."""
    return Random(f"{GRAINE}/{name}")


def quotas(total: int, weights: Mapping[Key, float]) -> dict[Key, int]:
    """Share ``total`` whole units by weight, largest remainders first; the sum is ``total``.

    In fractions: the sum of floats is not the same on every Python.
    """
    parts = {key: Fraction(weight) for key, weight in weights.items()}
    whole = sum(parts.values(), Fraction(0))
    exact = {key: total * part / whole for key, part in parts.items()}
    shares = {key: int(value) for key, value in exact.items()}
    order = sorted(exact, key=lambda key: shares[key] - exact[key])
    for key in order[: total - sum(shares.values())]:
        shares[key] += 1
    return shares


def draw(rng: Random, weights: Mapping[Key, float]) -> Key:
    """Return one key, by weight."""
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def draw_several(rng: Random, weights: Mapping[Key, float], count: int) -> tuple[Key, ...]:
    """Return ``count`` different keys, by weight, in the order drawn."""
    left = dict(weights)
    taken: list[Key] = []
    while left and len(taken) < count:
        key = draw(rng, left)
        taken.append(key)
        del left[key]
    return tuple(taken)


def maybe(rng: Random, yes: float, no: float) -> bool | None:
    """Return True with probability ``yes``, False with ``no``, else None (not filled in)."""
    chance = rng.random()
    if chance < yes:
        return True
    return False if chance < yes + no else None


def pick(rng: Random, values: Sequence[Key]) -> Key:
    """Return one of ``values``."""
    return values[rng.randrange(len(values))]
