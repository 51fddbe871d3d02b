"""Changes of definition or of source: two periods on both sides of one are not alike (BA-25)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from reportlib.errors import ParameterError
from reportlib.periods import Period
from reportlib.wording import listed, typographed

PLACE = Path(__file__).with_name("changements.toml")
NATURES = {"definition": "changement de définition", "source": "changement de source"}
"""Nature of a change → how it is said beside a gap."""
_KEYS = {"indicateur", "depuis", "nature", "motif"}


@dataclass(frozen=True, kw_only=True)
class Changement:
    """One change of an indicator, from a day on."""

    indicateur: str
    depuis: date
    """First day counted the new way."""
    nature: str
    """One of ``NATURES``."""
    motif: str
    """What changed, a French sentence."""


@cache
def changements() -> tuple[Changement, ...]:
    """Return the changes that reportlib knows of, in the order of their file.

    Raises
    ------
    ParameterError
        An entry of the file is not of the form that its head shows.
    """
    return lus(PLACE.read_text(encoding="utf-8"))


def lus(text: str) -> tuple[Changement, ...]:
    """Return the changes that a TOML text writes.

    Raises
    ------
    ParameterError
        The text is no TOML, or an entry lacks a key, has another, or an unknown nature.
    """
    try:
        entries = tomllib.loads(text).get("changements", [])
    except tomllib.TOMLDecodeError as exc:
        raise ParameterError(typographed(f"{PLACE.name} : TOML illisible ({exc}).")) from None
    return tuple(_one(entry) for entry in entries)


def entre(
    indicateur: str,
    avant: Period,
    apres: Period,
    connus: Sequence[Changement] | None = None,
) -> tuple[Changement, ...]:
    """Return the changes of an indicator that set two periods apart.

    Those that begin after the first day of the earlier period, and up to the last of the later.
    ``connus`` stands for the file's, in tests.
    """
    known = changements() if connus is None else connus
    return tuple(
        one
        for one in known
        if one.indicateur == indicateur and avant.start < one.depuis <= apres.end
    )


def mention(found: Sequence[Changement]) -> str:
    """Return what to say beside a gap: « changement de définition »; nothing without a change."""
    natures = [words for nature, words in NATURES.items() if any(c.nature == nature for c in found)]
    return listed(natures) if natures else ""


def _one(entry: dict[str, Any]) -> Changement:
    """One entry of the file."""
    day = entry.get("depuis")
    dated = isinstance(day, date) and not isinstance(day, datetime)
    if set(entry) != _KEYS or not dated or entry["nature"] not in NATURES:
        message = (
            f"{PLACE.name} : un changement s'écrit avec {', '.join(sorted(_KEYS))}, une date sans "
            f"heure et une nature parmi {', '.join(NATURES)} ; trouvé {entry}."
        )
        raise ParameterError(typographed(message))
    return Changement(**entry)
