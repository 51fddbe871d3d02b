"""Words that the reading knows in every register: empty cells, booleans, totals, persons."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from reportlib.registers.keys import empty_key, folded, header_key, unit_key, words
from reportlib.registers.loading import RegisterError

PLACE = Path(__file__).with_name("lecture.toml")


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The lists of ``lecture.toml``, each already in the form under which it is compared."""

    vides: frozenset[str]
    oui: frozenset[str]
    non: frozenset[str]
    totaux: frozenset[str]
    notes: frozenset[str]
    unites: frozenset[str]
    personnelles: frozenset[str]

    def header_key(self, text: str) -> str:
        """Return the form under which two headers are the same, units left out."""
        return header_key(text, self.unites)

    def is_personal(self, header: str) -> bool:
        """Whether ``header`` looks like a personal column: it holds one of their words."""
        wanted = f" {self.header_key(header)} "
        return any(f" {word} " in wanted for word in self.personnelles)


@cache
def vocabulary() -> Vocabulary:
    """Return the words of ``lecture.toml``.

    Raises
    ------
    RegisterError
        A list is missing, or unknown.
    """
    content = tomllib.loads(PLACE.read_text(encoding="utf-8"))
    known = {f.name for f in fields(Vocabulary)}
    if wrong := sorted(known ^ content.keys()):
        raise RegisterError(f"{PLACE.name} : liste manquante ou inconnue « {wrong[0]} ».")
    return Vocabulary(
        vides=frozenset(map(empty_key, content["vides"])),
        oui=frozenset(map(_mark, content["oui"])),
        non=frozenset(map(_mark, content["non"])),
        totaux=frozenset(map(words, content["totaux"])),
        notes=frozenset(word for w in content["notes"] if (word := words(w))),
        unites=frozenset(map(unit_key, content["unites"])),
        personnelles=frozenset(map(header_key, content["personnelles"])),
    )


def _mark(text: str) -> str:
    """A boolean writing, folded; ticks are kept, as they are no word."""
    return folded(text).strip()
