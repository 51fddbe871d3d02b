"""The team's own words, parted by their headings: which zone of a bilan each part fills."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from reportlib.sections.bilan import Bilan
from reportlib.wording import Rich, typographed

_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_MARKS = re.compile(r"(\*\*|__|^[ \t]*(?:[-*+]|\d+[.)])[ \t]+|^[ \t]*>[ \t]?)", re.MULTILINE)


def zones(markdown: str) -> dict[str, str]:
    """Return the parts of a Markdown text under its « ## » headings: key → words.

    The key is the heading as ``cle`` gives it; "" for what comes before the first heading. Two
    headings of one key: both parts, in order. A part without words is left out.
    """
    first, *parts = _HEADING.split(markdown)
    found: dict[str, list[str]] = {"": [first.strip()]}
    for heading, words in zip(parts[::2], parts[1::2], strict=True):
        found.setdefault(cle(heading), []).append(words.strip())
    joined = {key: "\n\n".join(filter(None, words)) for key, words in found.items()}
    return {key: words for key, words in joined.items() if words}


def cle(heading: str) -> str:
    """Return a heading without accents, case or signs: « Ce qu’il faut revoir » → one key."""
    letters = unicodedata.normalize("NFKD", heading)
    plain = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


def zone(bilan: Bilan, *titles: str) -> str:
    """Return the team's words under the first of ``titles`` that it wrote, or nothing."""
    written = zones(bilan.edition.observations)
    return next((written[cle(title)] for title in titles if cle(title) in written), "")


def restantes(bilan: Bilan, titles: Iterable[str]) -> str:
    """Return the words under no known title, with their headings: nothing written is lost."""
    known = {cle(title) for title in titles}
    first, *parts = _HEADING.split(bilan.edition.observations)
    kept = [first.strip()]
    for heading, words in zip(parts[::2], parts[1::2], strict=True):
        if cle(heading) not in known and words.strip():
            kept.append(f"## {heading}\n\n{words.strip()}")
    return "\n\n".join(filter(None, kept))


def en_ligne(words: str) -> Rich:
    """Return Markdown words as one plain paragraph, for a cell: marks of lists and of bold gone."""
    plain = " ".join(_MARKS.sub("", words).split())
    return ((typographed(plain), ""),) if plain else ()
