"""What a declared parameter may hold: from its annotation, and from what people write."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TypeGuard

TYPES = {
    "int": "un nombre entier",
    "float": "un nombre",
    "str": "un texte",
    "bool": "oui ou non",
    "date": "une date écrite AAAA-MM-JJ, par exemple 2023-12-31",
}
"""Each type that an annotation may name, and how it is said."""

Value = int | float | str | bool | None
"""What a parameter holds; a date is its text, ``AAAA-MM-JJ``."""

_YES = frozenset({"oui", "o", "vrai", "true", "1"})
_NO = frozenset({"non", "n", "faux", "false", "0"})


@dataclass(frozen=True, kw_only=True)
class Kind:
    """The values that an annotation allows: types, or a closed list, or nothing."""

    types: tuple[str, ...] = ()
    """Of ``TYPES``, in the order of the annotation."""
    choices: tuple[Value, ...] = ()
    """Values of ``Literal[...]``."""
    optional: bool = False
    """Whether ``None`` is allowed."""

    def holds(self, value: object) -> TypeGuard[Value]:
        """Whether ``value``, already of its type, is allowed; 1 is no ``bool``, True no ``int``."""
        if value is None:
            return self.optional
        if any(type(value) is type(choice) and value == choice for choice in self.choices):
            return True
        return any(_is(value, name) for name in self.types)

    def from_text(self, text: str) -> Value:
        """Return the value that ``text`` says, as typed on a command line.

        An empty text is ``None`` where nothing is allowed.

        Raises
        ------
        ValueError
            The text says no allowed value; the message is not meant for people.
        """
        if self.optional and not text.strip():
            return None
        for choice in self.choices:
            if text.strip() == written(choice):
                return choice
        for name in self.types:
            value = _from_text(text, name)
            if value is not None:
                return value
        raise ValueError(f"{text!r} is not {self}")

    def __str__(self) -> str:
        """Say what is wanted, in French: « un nombre entier, ou rien »."""
        words = [TYPES[name] for name in self.types]
        if self.choices:
            shown = ", ".join(f"« {written(choice)} »" for choice in self.choices)
            words.insert(0, f"une de ces valeurs : {shown}")
        return ", ou ".join([*words, "rien"] if self.optional else words)


def written(value: Value) -> str:
    """Return ``value`` as people write it: « oui », « 2023 », « 0.5 », a text as it is."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return str(value)


def is_day(text: str) -> bool:
    """Whether ``text`` is a day of the calendar, written ``AAAA-MM-JJ`` exactly."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is(value: object, name: str) -> bool:
    """Whether ``value`` is of the type called ``name``."""
    if isinstance(value, bool) or name == "bool":
        return isinstance(value, bool) and name == "bool"
    if name == "int":
        return isinstance(value, int)
    if name == "float":
        return isinstance(value, int | float) and math.isfinite(value)
    if name == "date":
        return isinstance(value, str) and is_day(value)
    return isinstance(value, str)


def _from_text(text: str, name: str) -> Value:
    """Return the value of the type called ``name`` that ``text`` says, or None."""
    bare = text.strip()
    if name == "str":
        return text
    if name == "bool":
        return True if bare.lower() in _YES else False if bare.lower() in _NO else None
    if name == "date":
        return bare if is_day(bare) else None
    try:
        value = int(bare) if name == "int" else float(bare.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
