"""Forms under which two writings are the same: headers, values, names of organisations, sheets.

Every comparison of text in the reading of registers goes through one of these functions, so that
« N° dossier », « n°dossier » and « No DOSSIER » are one header everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NUMBER_SIGN = re.compile(r"\bn\s*[°º]|\bno\b\.?|[°º№]", re.IGNORECASE)
_NOT_WORD = re.compile(r"[\W_]+")
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_DIGITS = re.compile(r"\d+")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u02bc\u02b9\u2019\u2018\u2032", "'"))


def folded(text: str) -> str:
    """Return ``text`` without case nor accents, apostrophes made one; the rest is kept."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))


def words(text: str) -> str:
    """Return the words of ``text``, folded, one space between; what is no letter or digit parts."""
    return _NOT_WORD.sub(" ", folded(text)).strip()


@lru_cache(maxsize=65536)
def header_key(text: str, units: frozenset[str] = frozenset()) -> str:
    """Return the form under which two headers are the same.

    « n° », « nº », « no » and « ° » become « n »; apostrophes and punctuation become spaces;
    parentheses that hold a unit (``units``, already in the form of ``unit_key``) are dropped.
    """
    spaced = _NUMBER_SIGN.sub(" n ", text)
    if units:
        spaced = _PARENTHESES.sub(lambda m: " " if unit_key(m[1]) in units else m[0], spaced)
    return _NUMBER_SIGN.sub("n", words(spaced))


def unit_key(text: str) -> str:
    """Return the form under which two units are the same: « € » and « % » are kept."""
    return re.sub(r"\s+", " ", folded(text)).strip()


@lru_cache(maxsize=65536)
def value_key(text: str) -> str:
    """Return the form under which two written values of a list are the same."""
    return words(text)


def empty_key(text: str) -> str:
    """Return the form under which « s. o. », « S.O. » and « so » are the same empty cell."""
    return re.sub(r"[\s.]+", "", folded(text))


def name_key(text: str) -> str:
    """Return the form under which two names of organisations are the same.

    No case, accent, punctuation or space: « A.F.T. - Metz » is « AFT Metz ».
    """
    return _NOT_WORD.sub("", folded(text))


def sheet_key(text: str) -> str:
    """Return the words of a sheet's or a file's name, years and numbers left out."""
    return words(_DIGITS.sub(" ", text))
