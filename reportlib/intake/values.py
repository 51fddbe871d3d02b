"""From a cell to the typed value that its column wants, or to the reason why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from reportlib.intake.cells import (
    CONTROL_NOTE,
    EMPTY,
    ERRORS,
    Cell,
    Outcome,
    Unread,
    as_text,
    cleaned,
    is_empty,
)
from reportlib.intake.dates import read_date, read_month
from reportlib.intake.identifiers import (
    read_certification,
    read_department,
    read_identifier,
    read_legal,
    read_nda,
)
from reportlib.intake.numbers import read_boolean, read_decimal, read_integer
from reportlib.registers import Column
from reportlib.registers.keys import empty_key, value_key

_STRONG = re.compile(r"[;/+\n\r]|\bet\b", re.IGNORECASE)
_FREE = re.compile(r"[;\n\r|]")
_FORMS = {
    "identifiant": read_identifier,
    "siret": lambda cell: read_legal(cell, "siret"),
    "siren": lambda cell: read_legal(cell, "siren"),
    "nda": read_nda,
    "departement": read_department,
    "certification": read_certification,
}


def convert(cell: Cell, column: Column) -> Outcome:
    """Return ``cell`` as ``column`` wants it: empty, a value, or a fault of the row."""
    if isinstance(cell, str) and cell.startswith("#") and cell.strip() in ERRORS:
        return Outcome(fault=Unread.ERROR.value)
    if isinstance(cell, Unread):
        return Outcome(fault=cell.value, rule="R-LEC-06" if cell is Unread.FORMULA else "R-LEC-02")
    if column.refuse_nc and isinstance(cell, str) and empty_key(cell) == "nc":
        empty = "" if column.cell_required else ", ou laissez vide"
        return Outcome(
            fault="« NC » peut dire non communiqué ou non-conformité : "
            f"écrivez {_choices(column)}{empty}"
        )
    if is_empty(cell) and not _allowed(cell, column):
        return EMPTY
    if column.forme in _FORMS:
        return _FORMS[column.forme](cell)
    if column.type == "date":
        return read_date(cell)
    if column.type == "mois":
        return read_month(cell)
    if column.type == "booleen":
        return read_boolean(cell)
    if column.type == "entier":
        return read_integer(cell, column)
    if column.type == "decimal":
        return read_decimal(cell, column)
    return _text(cell, column)


def _allowed(cell: Cell, column: Column) -> bool:
    """Whether a cell that looks empty writes a value of the list, as « sans objet » may."""
    return bool(column.valeurs) and value_key(as_text(cell)) in writings(column)


def _text(cell: Cell, column: Column) -> Outcome:
    """Return a text, one value of a list, or several."""
    if column.type == "enumere":
        return _one(as_text(cell), column)
    if column.type == "liste":
        return _several(_shown(cell), column)
    text, stripped = cleaned(as_text(cell))
    note = CONTROL_NOTE if stripped else ""
    if column.type == "liste_texte":
        parts = (cleaned(part)[0] for part in _FREE.split(as_text(cell)))
        text = ";".join(dict.fromkeys(part for part in parts if part))
    return Outcome(text or None, note=note)


def _shown(cell: Cell) -> str:
    """Return a list's text; « 1,3 » typed in a French spreadsheet is the number 1.3."""
    return as_text(cell).replace(".", ",") if isinstance(cell, float) else as_text(cell)


def _one(text: str, column: Column) -> Outcome:
    """Return the allowed value that ``text`` writes."""
    value = _by_case(text, column) or writings(column).get(value_key(text))
    if value is None:
        return Outcome(fault=f"{{valeur}} n’est pas une valeur admise : écrivez {_choices(column)}")
    return Outcome(value)


def _by_case(text: str, column: Column) -> str | None:
    """Return the value of a writing that only its case tells apart: « NCm », « NCM »."""
    bare = text.strip()
    return next((v for v, written in column.ecritures_casse.items() if bare in written), None)


def _several(text: str, column: Column) -> Outcome:
    """Return the allowed values that ``text`` lists, joined by « ; », in their order, each once.

    Separators: « ; », « / », « + », a line break, « et »; the comma only without any of them.
    """
    known = writings(column)
    if whole := known.get(value_key(text)):
        return Outcome(whole)
    parts = _STRONG.split(text) if _STRONG.search(text) else text.split(",")
    named = [part.strip() for part in parts if part.strip()]
    wrong = [part for part in named if value_key(part) not in known]
    if wrong or not named:
        return Outcome(
            fault=f"{{valeur}} n’est pas une liste de valeurs admises : écrivez "
            f"{_choices(column)}, séparées par « ; »"
        )
    return Outcome(";".join(dict.fromkeys(known[value_key(part)] for part in named)))


def _choices(column: Column) -> str:
    """« accord », « refus » ou « ajourne »."""
    quoted = [f"« {value} »" for value in column.valeurs]
    return " ou ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]


def writings(column: Column) -> Mapping[str, str]:
    """Return every known writing of the column's allowed values, by ``value_key``."""
    return _writings(column.nom, column.valeurs, tuple(column.ecritures.items()))


@lru_cache(maxsize=512)
def _writings(
    _name: str, values: tuple[str, ...], others: tuple[tuple[str, tuple[str, ...]], ...]
) -> Mapping[str, str]:
    known = {value_key(value): value for value in values}
    known |= {value_key(written): value for value, names in others for written in names}
    return MappingProxyType(known)
