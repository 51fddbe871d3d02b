"""Identifiers: their lost zeros restored with a note, their damage by spreadsheets refused."""

from __future__ import annotations

import re

from stdnum.fr import siren, siret

from reportlib.intake.cells import CONTROL_NOTE, Cell, Outcome, Padded, as_text, cleaned
from reportlib.intake.sentences import is_social_number
from reportlib.registers.keys import words

MOST_ZEROS = 3
"""Leading zeros restored at most to a SIREN, SIRET or NDA; our choice. [digits]"""
EXACT_BELOW = 1e15
"""A spreadsheet keeps 15 digits: beyond, a number has lost some."""
RESTORED = "zéro de tête rétabli"

_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?\s*e\s*\+\s*\d+|\d+[.,]\d+\s*e\s*\d+", re.IGNORECASE)
_NDA = re.compile(r"\d{11}|\d{4}P\d{6}")
_CODE = re.compile(r"(RNCP|RS)(?:N)?(\d{1,5})(?:(BC)(\d{1,2}))?")
_DEPARTMENTS = frozenset(
    [f"{n:02d}" for n in range(1, 96)]
    + ["2A", "2B", "971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988"]
)
_NAMES = {
    "ardennes": "08", "aube": "10", "marne": "51", "haute marne": "52", "meurthe et moselle": "54",
    "meuse": "55", "moselle": "57", "bas rhin": "67", "haut rhin": "68", "vosges": "88",
}  # fmt: skip
_LEGAL = {
    "siret": (14, siret, "14 chiffres, par exemple 732 829 320 00074"),
    "siren": (9, siren, "9 chiffres, par exemple 732 829 320"),
}
DAMAGED = (
    "{valeur} est en notation scientifique : le tableur a abîmé ce numéro, qui n’est pas "
    "réparable ; mettez la colonne au format texte et recopiez le numéro d’origine"
)
_DAMAGE = Outcome(fault=DAMAGED, rule="R-LEC-07")


def read_identifier(cell: Cell) -> Outcome:
    """Return an identifier of the team's as text: « D-12 », « 00123 » when the format shows it."""
    text, stripped = cleaned(as_text(cell))
    if _damaged(cell, text):
        return _DAMAGE
    if is_social_number(text):
        return Outcome(
            fault="La valeur (non montrée) est un numéro de sécurité sociale : "
            "remplacez-le par un numéro de dossier interne"
        )
    note = RESTORED if isinstance(cell, Padded) else CONTROL_NOTE if stripped else ""
    return Outcome(text, note=note)


def read_legal(cell: Cell, form: str) -> Outcome:
    """Return a SIRET or a SIREN: spaces out, zeros restored, length and Luhn key checked."""
    length, checker, wanted = _LEGAL[form]
    written = cleaned(as_text(cell))[0]
    if _damaged(cell, written):
        return _DAMAGE
    digits = re.sub(r"[\s.\-_]", "", written)
    name = form.upper()
    if not _whole(cell, digits) or not _restorable(digits, length):
        return Outcome(fault=f"{{valeur}} n’est pas un numéro {name} : attendu {wanted}")
    padded = digits.zfill(length)
    if not int(padded):
        return Outcome(
            fault=f"{{valeur}} est une suite de zéros : attendu un numéro {name} de {wanted}"
        )
    if not checker.is_valid(padded):
        return Outcome(
            fault=f"{{valeur}} n’est pas un numéro {name} valide (clé de contrôle fausse) : "
            "vérifiez-le sur l’avis de situation de l’organisme"
        )
    return Outcome(padded, note=_restored(cell, digits, length))


def read_nda(cell: Cell) -> Outcome:
    """Return a declaration number: 11 digits, or 4 digits, « P », 6 digits; it has no check key."""
    written = cleaned(as_text(cell))[0]
    if _damaged(cell, written):
        return _DAMAGE
    text = re.sub(r"[\s.\-_]", "", written).upper()
    padded = text.zfill(11) if _whole(cell, text) and _restorable(text, 11) else text
    if not _NDA.fullmatch(padded) or not padded.strip("0"):
        return Outcome(
            fault="{valeur} n’est pas un numéro de déclaration d’activité : "
            "attendu 11 chiffres, par exemple 44 67 01234 67"
        )
    return Outcome(padded, note=_restored(cell, text, 11))


def read_department(cell: Cell) -> Outcome:
    """Return a department's code of two or three characters; « 8 » and 8.0 are « 08 », noted."""
    text = cleaned(as_text(cell))[0].upper()
    if name := _NAMES.get(words(text)):
        return Outcome(name)
    padded = text.zfill(2) if text.isdigit() else text
    if padded not in _DEPARTMENTS:
        return Outcome(
            fault="{valeur} n’est pas un code de département : attendu deux caractères, "
            "par exemple 08"
        )
    return Outcome(padded, note=_restored(cell, text, 2))


def read_certification(cell: Cell) -> Outcome:
    """Return a code of the national registers, « RNCP34441 » or « RS5252 »."""
    text = re.sub(r"[\W_]+", "", cleaned(as_text(cell))[0]).upper()
    if found := _CODE.fullmatch(text):
        return Outcome(f"{found[1]}{found[2]}{found[3] or ''}{found[4] or ''}")
    return Outcome(
        fault="{valeur} n’est pas un code de certification : attendu par exemple RNCP34441 "
        "ou RS5252"
    )


def _damaged(cell: Cell, text: str) -> bool:
    """Whether a spreadsheet put the identifier in scientific notation, or lost last digits."""
    if isinstance(cell, float):
        return abs(cell) >= EXACT_BELOW
    return bool(_SCIENTIFIC.fullmatch(text))


def _whole(cell: Cell, digits: str) -> bool:
    """Whether ``digits`` are digits only, and come from no number with decimals."""
    if isinstance(cell, float) and not cell.is_integer():
        return False
    return digits.isascii() and digits.isdigit()


def _restorable(digits: str, length: int) -> bool:
    """Whether only a few leading zeros are missing."""
    return length - MOST_ZEROS <= len(digits) <= length


def _restored(cell: Cell, digits: str, length: int) -> str:
    """Say that zeros were restored, by us or by the cell's format."""
    return RESTORED if len(digits) < length or isinstance(cell, Padded) else ""
