"""Which organisation a row speaks of: by id_of, SIRET, SIREN, NDA or name (R-LEC-08)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np
import pandas as pd

from reportlib.intake.sentences import sentence
from reportlib.intake.tables import TOLD, Fault, Table
from reportlib.registers import IDENTIFICATION
from reportlib.registers.keys import name_key

TOLD_COLUMNS = tuple(TOLD + name for name in IDENTIFICATION)
NOBODY = "?" + "|" * (len(TOLD_COLUMNS) - 1)
"""What ``identity`` holds for a row that says nothing of its organisation."""
Candidates = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Directory:
    """The known organisations, by each of the five identifications."""

    by: Mapping[str, Candidates]
    """Identification → value (names in the form of ``name_key``) → ``id_of`` that it may be."""

    @classmethod
    def of(cls, organismes: pd.DataFrame) -> Directory:
        """Return the directory of the kept rows of ``organismes``; a name may be an alias."""
        by: dict[str, Candidates] = {}
        for column in ("id_of", "siret", "siren", "nda"):
            pairs = organismes[[column, "id_of"]].dropna().to_numpy().tolist()
            by[column] = _gathered(pairs)
        named = organismes[["denomination", "id_of"]].dropna().to_numpy().tolist()
        aliases = organismes[["alias", "id_of"]].dropna().to_numpy().tolist()
        named += [[alias, id_of] for several, id_of in aliases for alias in several.split(";")]
        by["denomination"] = _gathered([[name_key(name), id_of] for name, id_of in named])
        return cls(by)

    def find(self, told: tuple[str | None, ...]) -> Match:
        """Return the organisation that five identifications, any of them missing, designate."""
        sets = []
        for column, value in zip(IDENTIFICATION, told, strict=True):
            if value is not None:
                key = name_key(value) if column == "denomination" else value
                sets.append((column, self.by[column].get(key, frozenset())))
        if not sets:
            return Match(state="absent")
        known = [(column, ids) for column, ids in sets if ids]
        if not known:
            return Match(state="inconnu")
        common = reduce(frozenset.intersection, (ids for _, ids in known))
        if not common:
            return Match(state="contradictoire")
        if len(common) > 1:
            return Match(state="ambigu")
        by_name = all(column == "denomination" for column, _ in known)
        return Match(next(iter(common)), "nom seul" if by_name else "reconnu")


@dataclass(frozen=True)
class Match:
    """What a row's identifications give."""

    id_of: str | None = None
    state: str = "inconnu"
    """« reconnu », « nom seul », « absent » (nothing told), « inconnu », « ambigu » or
    « contradictoire »."""


def _gathered(pairs: list[list[str]]) -> Candidates:
    """Gather the organisations of each key; an empty key designates nobody."""
    gathered: dict[str, set[str]] = {}
    for key, id_of in pairs:
        if key:
            gathered.setdefault(key, set()).add(id_of)
    return {key: frozenset(ids) for key, ids in gathered.items()}


def matched(table: Table, directory: Directory) -> tuple[pd.Series, pd.Series]:
    """Return ``id_of`` (missing: no known organisation) and the state of each row's match.

    Each distinct set of identifications is looked up once.
    """
    told = table.frame[list(TOLD_COLUMNS)]
    groups = told.groupby(list(TOLD_COLUMNS), dropna=False, sort=False).ngroup().to_numpy()
    _, firsts = np.unique(groups, return_index=True)
    matches = [
        directory.find(tuple(None if pd.isna(value) else str(value) for value in values))
        for values in told.iloc[firsts].itertuples(index=False)
    ]
    found = pd.Series([m.id_of for m in matches], dtype="str").take(groups)
    states = pd.Series([m.state for m in matches], dtype="str").take(groups)
    return found.reset_index(drop=True), states.reset_index(drop=True)


def told_of(table: Table) -> pd.Series:
    """Return what each row says of its organisation, as one text, to tell orphans apart."""
    others = table.frame[list(TOLD_COLUMNS[1:])]
    return table.frame[TOLD_COLUMNS[0]].str.cat(others, sep="|", na_rep="")


def refuse_contradictions(table: Table, states: pd.Series) -> None:
    """Set aside the rows whose identifications designate different organisations."""
    table.fail(
        np.flatnonzero(states == "contradictoire"),
        Fault(
            "id_of",
            "R-LEC-08",
            sentence(
                "Les identifiants de la ligne désignent des organismes différents : gardez ceux du "
                "bon organisme, par exemple son seul SIRET."
            ),
        ),
    )
