"""Characters that can be printed: controls are taken out, what the fonts lack becomes « □ ».

The same for both formats, so that a page and its paper never differ. Typst would refuse them.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from typing import Any

from matplotlib.ft2font import FT2Font

from reportlib.rendering.look import paper_fonts
from reportlib.wording import counted

MISSING = "□"
UNSEEN = {"Cc", "Cf", "Cs", "Cn"}
"""Unicode categories without a shape: controls, marks of direction, surrogates, unassigned."""


@cache
def known() -> frozenset[str]:
    """Return the characters that every shipped font can draw."""
    charts = [frozenset(FT2Font(str(path)).get_charmap()) for path in paper_fonts()]
    drawn = {chr(point) for point in frozenset.intersection(*charts)}
    return frozenset(c for c in drawn if unicodedata.category(c) not in UNSEEN)


def printable(text: str, lost: Counter[str] | None = None) -> str:
    """Return ``text`` as it can be printed; the characters replaced are counted in ``lost``.

    Letters and accents written apart are composed first (NFC). Line ends, tabs and rare spaces
    become a space; what has no shape, marks of direction included, goes without a trace.
    """
    if text.isascii() and text.isprintable():
        return text
    kept: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        if character in known():
            kept.append(character)
        elif character.isspace():
            kept.append(" ")
        elif not _unseen(character):
            kept.append(MISSING)
            if lost is not None:
                lost[character] += 1
    return "".join(kept)


def cleaned(value: Any, lost: Counter[str] | None = None) -> Any:
    """Return a record, or a part of one, with every text printable."""
    if isinstance(value, str):
        return printable(value, lost)
    if isinstance(value, list | tuple):
        return [cleaned(item, lost) for item in value]
    if isinstance(value, dict):
        return {key: cleaned(item, lost) for key, item in value.items()}
    return value


def notices(lost: Counter[str]) -> tuple[str, ...]:
    """Return a sentence for each character that was replaced, in the order of code points."""
    return tuple(
        f"Le caractère U+{ord(character):04X} manque aux polices\u00a0: «\u00a0{MISSING}\u00a0» le "
        f"remplace, {counted(times, 'fois', 'fois')}."
        for character, times in sorted(lost.items())
    )


def _unseen(character: str) -> bool:
    """Also the selectors of variants, which follow emoji."""
    return unicodedata.category(character) in UNSEEN or "\ufe00" <= character <= "\ufe0f"
