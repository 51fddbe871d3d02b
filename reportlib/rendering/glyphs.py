"""Characters that can be printed: controls are taken out, what the fonts lack becomes « □ »."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

from matplotlib.ft2font import FT2Font

from reportlib.rendering.look import paper_fonts

MISSING = "□"
_SPACES = {"\t": " ", "\n": " ", "\r": " ", "\u2028": " ", "\u2029": " ", "\x0b": " ", "\x0c": " "}
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
"""Controls, formats (bidirectional marks among them), surrogates, private use, unassigned."""


@cache
def known() -> frozenset[int]:
    """Return the code points that every shipped font can draw."""
    charts = [frozenset(FT2Font(str(path)).get_charmap()) for path in paper_fonts()]
    return frozenset.intersection(*charts)


def printable(text: str) -> tuple[str, frozenset[str]]:
    """Return ``text`` as it can be printed, and the characters that were replaced.

    Ligatures and compatibility forms are first composed (NFC); line ends and tabs become spaces.
    """
    if text.isascii() and text.isprintable():
        return text, frozenset()
    kept: list[str] = []
    lost: set[str] = set()
    for character in unicodedata.normalize("NFC", text):
        if character in _SPACES:
            kept.append(_SPACES[character])
        elif ord(character) in known():
            kept.append(character)
        elif unicodedata.category(character) == "Co":
            kept.append(MISSING)
            lost.add(character)
        elif unicodedata.category(character) not in _INVISIBLE:
            kept.append(MISSING)
            lost.add(character)
    return "".join(kept), frozenset(lost)


def cleaned(value: Any, lost: set[str]) -> Any:
    """Return a record with every text printable; replaced characters are added to ``lost``."""
    if isinstance(value, str):
        text, missing = printable(value)
        lost |= missing
        return text
    if isinstance(value, list | tuple):
        return [cleaned(item, lost) for item in value]
    if isinstance(value, dict):
        return {key: cleaned(item, lost) for key, item in value.items()}
    return value
