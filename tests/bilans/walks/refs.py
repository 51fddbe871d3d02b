"""Numbers of a bilan by what names them, and the same numbers from the rows that explain them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from reportlib.indicators import Explanation, Indicator, catalogue, explain
from reportlib.periods import Period
from reportlib.sections.bilan import Bilan
from tests.bilans.in_process import Said
from tests.bilans.shared import Remembered

SCOPES = ("propre", "region")
PARTS = ("nombre", "taux", "base", "reste")
"""« reste »: the units of a base that are not in its numerator."""


@dataclass(frozen=True, kw_only=True)
class Ref:
    """« BA-03|propre|mois=2023-02|2023|taux », taken apart."""

    id: str
    scope: str
    group: tuple[tuple[str, str], ...]
    when: str
    part: str


def parsed(text: str) -> Ref | None:
    """A number of an indicator; None for one that a function gives, or a chapter by itself."""
    parts = text.split("|")
    if parts[0] not in catalogue() or len(parts) != 5:
        return None
    pairs = [pair.partition("=") for pair in parts[2].split(";") if pair]
    group = tuple((name, value) for name, _, value in pairs)
    known = {name for name, _ in group} <= set(catalogue()[parts[0]].ventilations)
    if parts[1] not in SCOPES or parts[4] not in PARTS or not known:
        return None
    return Ref(id=parts[0], scope=parts[1], group=group, when=parts[3], part=parts[4])


def shown(one: Said) -> dict[str, float]:
    """Ref → the exact number beside it, of every cell and tile."""
    found: dict[str, float] = {}
    for block in one.blocks:
        for held in _held(block.record()):
            number = held.get("value") if "bar" in held else held.get("number")
            if held["state"] == "exact" and isinstance(number, int | float):
                found[held["ref"]] = float(number)
    return found


def _held(value: Any) -> Iterator[dict[str, Any]]:
    """Every part of a record that is named."""
    if isinstance(value, dict):
        if value.get("ref"):
            yield value
        for item in value.values():
            yield from _held(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _held(item)


def explained(ref: Ref, bilan: Bilan, known: Remembered) -> Explanation:
    """What `bilan expliquer` says of a number, for the reader of the bilan."""
    own = bilan.organisme if ref.scope == "propre" else None
    return explain(
        known.record(catalogue()[ref.id]),
        bilan.dataset,
        Period.parse(ref.when),
        bilan.settings,
        id_of=own.id_of if own else None,
        copie="organisme" if bilan.organisme else "interne",
        par=dict(ref.group),
    )


def from_rows(explanation: Explanation, part: str) -> float:
    """The number again, from the rows alone, kind by kind."""
    record, units = explanation.indicator, explanation.units
    if record.kind == "part" and explanation.id_of is None and _grouped(units):
        units = units.sort_values("numerateur").drop_duplicates("groupe", keep="last")
    base = math.fsum(units["denominateur"].astype(float))
    if part == "base":
        return base
    if part == "reste":
        return base - _count(record, units)
    if part == "taux":
        return _rate(record, units)
    return _count(record, units)


def _grouped(units: pd.DataFrame) -> bool:
    return "groupe" in units and bool(units["groupe"].fillna("").ne("").any())


def _count(record: Indicator, units: pd.DataFrame) -> float:
    above = units.loc[units["numerateur"].gt(0)]
    if record.kind == "organismes":
        return float(above["id_of"].nunique())
    if record.kind == "distincts":
        return float(above["groupe"].nunique()) if len(above) else 0.0
    return float(math.fsum(units["numerateur"].astype(float)))


def _rate(record: Indicator, units: pd.DataFrame) -> float:
    if record.kind == "mediane":
        return float(units["numerateur"].median())
    if record.kind == "moyenne":
        groups = units.groupby(units["groupe"] if "groupe" in units else units["role"])
        sums = groups[["numerateur", "denominateur"]].sum()
        based = sums.loc[sums["denominateur"].gt(0)]
        return float((based["numerateur"] / based["denominateur"]).mean())
    top = math.fsum(units["numerateur"].astype(float))
    return 100 * top / math.fsum(units["denominateur"].astype(float))
