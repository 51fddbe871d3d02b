"""Sentences of the reading: French typography for our words, values of files untouched."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stdnum.fr import nir

from reportlib.intake.cells import cleaned
from reportlib.wording import counted, listed, typographed

LONGEST = 40
"""A value is cut beyond this in a message. [characters]"""

_PERSONAL = re.compile(r"[\w.+-]+@[\w-]|(?:\+33|\b0)\s*[1-9](?:[\s.-]*\d{2}){4}\b")
_SOCIAL = re.compile(r"[12][\d\s.]{12,20}")


def sentence(template: str, **values: object) -> str:
    """Return ``template`` in French typography, then ``values`` put in as they are."""
    return typographed(template).format(**values)


def shown(value: str, *, hidden: bool = False) -> str:
    """« value » as a message may show it: cut when long, not at all when it may be personal.

    A value that holds an e-mail address, a telephone or a social security number is never shown,
    whatever its column.
    """
    if hidden or looks_personal(value):
        return sentence("La valeur (non montrée)")
    flat = cleaned(value)[0]
    cut = flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
    return sentence("« {cut} »", cut=cut)


def looks_personal(value: str) -> bool:
    """Whether ``value`` holds an e-mail address, a French telephone or a social security number."""
    return bool(_PERSONAL.search(value)) or is_social_number(value)


def is_social_number(value: str) -> bool:
    """Whether ``value`` is a social security number (NIR): 15 digits whose key is right."""
    match = _SOCIAL.fullmatch(value.strip())
    return bool(match) and bool(nir.is_valid(re.sub(r"\D", "", value)))


def rows_listed(rows: Sequence[int], most: int = 5) -> str:
    """« ligne 4 », « lignes 4, 7 et 9 », « 12 lignes, dont 4, 7, 9, 12 et 15 »."""
    if len(rows) == 1:
        return sentence("ligne {row}", row=rows[0])
    numbers = listed([str(row) for row in rows[:most]])
    if len(rows) <= most:
        return f"lignes {numbers}"
    return f"{counted(len(rows), 'ligne')}, dont {numbers}"
