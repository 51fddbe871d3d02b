"""Numbers as French files write them, and the truths of yes or no."""

from __future__ import annotations

import math
import re

from reportlib.intake.cells import Cell, Outcome, as_text
from reportlib.registers import Column, vocabulary
from reportlib.registers.keys import folded, words

LARGEST = 1e12
"""Beyond this a number is a typing fault; our choice."""

_SIGN = str.maketrans("\u2212\u2013\u00a0\u202f\u2009", "--   ")
_GROUPED = re.compile(r"([+-]?\d{1,3}(?: \d{3})+)((?:,\d+)?)", re.ASCII)
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_UNITS = {
    "€": ("€", "eur", "euro", "euros"),
    "h": ("h", "heure", "heures"),
    "%": ("%",),
    "j": ("j", "jour", "jours"),
    "": (),
}
_RANK = re.compile(
    r"(?:priorite|rang|p|indicateur|ind\.?|bonne pratique)?\s*(?:n\s*[°o]?)?\s*(\d+)"
)


def read_decimal(cell: Cell, column: Column) -> Outcome:
    """Return the number that ``cell`` says, in the column's unit.

    « 1 234,50 € », « 1234.5 », « 12 % »; the comma is decimal, and so is a lone point.
    """
    number = _number(cell, column.unite)
    wanted = "un nombre, par exemple 1 234,50"
    return _bounded(number, column, wanted)


def read_integer(cell: Cell, column: Column) -> Outcome:
    """Return the whole number that ``cell`` says; « Priorité 5 » is 5 in a column of ranks.

    So are « Ind. 12 » 12 and « Bonne pratique 3 » 3.
    """
    if column.forme == "rang" and isinstance(cell, str):
        rank = _RANK.fullmatch(folded(cell).strip())
        number = float(rank[1]) if rank else None
    else:
        number = _number(cell, column.unite)
    whole = number if number is not None and number.is_integer() else None
    outcome = _bounded(whole, column, _whole_wanted(column))
    return Outcome(int(outcome.value)) if isinstance(outcome.value, float) else outcome


def _whole_wanted(column: Column) -> str:
    """« un nombre entier de 1 à 32 », « un nombre entier, par exemple 2023 »."""
    if column.minimum is not None and column.maximum is not None:
        return f"un nombre entier de {column.minimum} à {column.maximum}"
    return f"un nombre entier, par exemple {column.exemple or '12'}"


def read_boolean(cell: Cell) -> Outcome:
    """Return the truth that ``cell`` says: oui/non, o/n, vrai/faux, x, 1/0, ✓."""
    if isinstance(cell, bool):
        return Outcome(cell)
    written = folded(as_text(cell)).strip() if isinstance(cell, str | int | float) else "?"
    known = vocabulary()
    for key in (written, words(written)):
        if key in known.oui:
            return Outcome(value=True)
        if key in known.non:
            return Outcome(value=False)
    return Outcome(fault="{valeur} n’est ni oui ni non : écrivez « oui » ou « non »")


def _number(cell: Cell, unit: str) -> float | None:
    """Return a finite number, None when there is none to read."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell) if math.isfinite(cell) else None
    if not isinstance(cell, str):
        return None
    text = " ".join(cell.translate(_SIGN).casefold().split())
    for suffix in _UNITS.get(unit, ()):
        if text.endswith(suffix):
            text = text.removesuffix(suffix).strip()
            break
    if grouped := _GROUPED.fullmatch(text):
        text = grouped[1].replace(" ", "") + grouped[2]
    return float(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None


def _bounded(number: float | None, column: Column, wanted: str) -> Outcome:
    """Refuse what is no number, out of the column's bounds or steps, or beyond reason."""
    if number is None or abs(number) > LARGEST:
        return Outcome(fault=f"{{valeur}} n’est pas un nombre lisible : attendu {wanted}")
    least, most = column.minimum, column.maximum
    if least is not None and number < least:
        bound = f", au moins {least}" if most is None else ""
        return Outcome(fault=f"{{valeur}} est sous le minimum : attendu {wanted}{bound}")
    if most is not None and number > most:
        bound = f", au plus {most}" if least is None else ""
        return Outcome(fault=f"{{valeur}} dépasse le maximum : attendu {wanted}{bound}")
    if column.pas is not None and not (number / column.pas).is_integer():
        step, example = (f"{n:g}".replace(".", ",") for n in (column.pas, 3 * column.pas))
        return Outcome(
            fault=f"{{valeur}} n’est pas un multiple de {step} : attendu par exemple {example}"
        )
    return Outcome(number + 0.0)
