"""A cell as files give it, and the marks put where a file's cell would wrongly read as empty."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache

from reportlib.registers import vocabulary
from reportlib.registers.keys import empty_key


class Unread(Enum):
    """A cell whose value the file does not hold; its row is set aside, with this reason."""

    FORMULA = (
        "La cellule contient une formule sans valeur enregistrée : ouvrez le fichier dans le "
        "tableur, enregistrez-le, puis relancez"
    )
    ERROR = (
        "La cellule contient une erreur de formule (#N/A, #REF!…) : corrigez la formule, "
        "ou écrivez la valeur"
    )
    MERGED = (
        "La cellule est fusionnée avec une autre : défusionnez-les et écrivez la valeur dans "
        "chacune"
    )
    SURPLUS = (
        "La ligne compte plus de cellules que d’en-têtes : mettez entre guillemets le texte qui "
        "contient le séparateur"
    )


class Padded(str):
    """The digits of a number that its cell's format shows with leading zeros (« 00123 »)."""

    __slots__ = ()


Cell = str | float | int | bool | date | datetime | time | timedelta | Unread | None
"""What a file gives; an empty cell is « » or None."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A cell once converted: a value, or why not; and what is worth a notice."""

    value: object = None
    """None: empty, or not readable."""
    fault: str = ""
    """Why the row is set aside; « {valeur} » stands for the value, shown or not."""
    note: str = ""
    """What was mended on the way: « zéro de tête rétabli »."""
    rule: str = "R-LEC-02"
    """The rule that a fault breaks."""


EMPTY = Outcome()

LONGEST_EMPTY = 12
"""No writing of an empty cell is longer. [characters]"""

ERRORS = frozenset(
    [
        *("#N/A", "#REF!", "#VALEUR!", "#VALUE!", "#DIV/0!", "#NOM?", "#NAME?", "#NUL!", "#NULL!"),
        *("#NOMBRE!", "#NUM!"),
    ]
)
"""What a spreadsheet exports as text for a formula at fault."""

CONTROL_NOTE = "caractères de contrôle retirés"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\ufeff\u202a-\u202e\u2066-\u2069]"
)
_SPACES = re.compile(r"\s+")


def cleaned(text: str) -> tuple[str, bool]:
    """Return ``text`` on one line with single ordinary spaces, and whether control characters went.

    Everything else is data and stays: letters of any script, emoji, markup of any language.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(), False
    visible = _INVISIBLE.sub("", text)
    composed = unicodedata.normalize("NFC", _SPACES.sub(" ", visible)).strip()
    return composed, visible != text


def as_text(cell: Cell) -> str:
    """Return what the spreadsheet shows of ``cell``, near enough for a message or a text column."""
    if isinstance(cell, bool):
        return "VRAI" if cell else "FAUX"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e16:
        return str(int(cell))
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell)


def as_percent(number: str) -> Cell:
    """Return « 12.5 % » for the 0.125 that a cell's format shows so; None when it is no number.

    A workbook stores 29 % as 0.28999999999999998, the same double as 0.29: the shorter writing is
    the one that was typed.
    """
    try:
        share = Decimal(repr(float(number))) * 100
    except ValueError:
        return None
    return f"{share.normalize():f} %" if share.is_finite() else None


def is_blank(cell: Cell) -> bool:
    """Whether ``cell`` holds nothing at all, be it spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def is_empty(cell: Cell) -> bool:
    """Whether ``cell`` says nothing: blank, « - », « NR », « sans objet », « NC »."""
    if is_blank(cell):
        return True
    if not isinstance(cell, str) or len(cell) > LONGEST_EMPTY:
        return False
    if cell.lstrip()[0].casefold() not in _empty_initials():
        return False
    return empty_key(cell) in vocabulary().vides


@cache
def _empty_initials() -> frozenset[str]:
    """First letters of the writings of an empty cell: most cells are told apart by theirs alone."""
    return frozenset(key[:1] for key in vocabulary().vides if key)
