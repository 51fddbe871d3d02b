"""The scale of audit lengths as data: read from TOML, so that a user may bring another.

The delivered ``bareme_audit.toml`` holds only the cells that a source establishes (R-AUD-06,
R-AUD-07); an absent cell is unknown, never 0.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Any

from reportlib.errors import ParameterError
from reportlib.places import locate
from reportlib.rules.non_conformites import SANS_LEVEE
from reportlib.rules.rnq import CATEGORIES
from reportlib.wording import typographed

DELIVERED = Path(__file__).with_name("bareme_audit.toml")
PAS = 0.5
"""Lengths are computed by the half-day (R-AUD-01). [days]"""


@dataclass(frozen=True, kw_only=True)
class Total:
    """A length known as a whole for a single-site provider of exactly these categories [days]."""

    categories: frozenset[str]
    jours: float


@dataclass(frozen=True, kw_only=True)
class Tranche:
    """A line of the scale: for these audits, from ``ca_min`` up to, not including, ``ca_max``.

    Turnovers in euros before tax, of the activity as a provider; lengths in days; None: unknown.
    """

    audits: tuple[str, ...]
    amenagee: bool
    ca_min: float
    ca_max: float | None = None
    base: float | None = None
    formation: float | None = None
    bilan: float | None = None
    vae: float | None = None
    apprentissage: float | None = None
    site: float | None = None
    totaux: tuple[Total, ...] = ()
    source: str

    def cellule(self, nom: str) -> float | None:
        """Return the length of ``base``, ``site`` or a category; None when unknown [days]."""
        cell: float | None = getattr(self, nom)
        return cell

    def total(self, categories: frozenset[str]) -> float | None:
        """Return the length known as a whole for exactly these categories, or None [days]."""
        return next((t.jours for t in self.totaux if t.categories == categories), None)


@dataclass(frozen=True, kw_only=True)
class Bareme:
    """A scale: its name, its sources, its lines."""

    nom: str
    source: str
    tranches: tuple[Tranche, ...]
    supplement_nouvel_entrant: float | None = None
    """Added to a new entrant's follow-up audit since 2023 (R-AUD-05). [days]"""

    def tranche(self, audit: str, ca: float, *, amenagee: bool) -> Tranche | None:
        """Return the line for this audit and turnover, or None when no line covers them."""
        for line in self.tranches:
            covers = audit in line.audits and line.amenagee == amenagee
            if covers and line.ca_min <= ca and (line.ca_max is None or ca < line.ca_max):
                return line
        return None


def lire_bareme(path: str | Path = DELIVERED) -> Bareme:
    """Return the scale written in ``path``; the delivered one by default.

    Raises
    ------
    ParameterError
        The file is missing or no TOML, a key is unknown or missing, a length is not a multiple of
        half a day, an audit or a category is unknown, two lines cover the same turnover.
    """
    place = locate(path)
    try:
        content = tomllib.loads(place.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise ParameterError(typographed(f"{place.name} : TOML illisible ({exc}).")) from None
    _check_keys(content, Bareme, place.name)
    lines = tuple(
        _tranche(line, f"{place.name}, tranche {rank}")
        for rank, line in enumerate(content.pop("tranches"), start=1)
    )
    scale = Bareme(tranches=lines, **content)
    _check_length(scale.supplement_nouvel_entrant, place.name)
    _check_overlaps(scale, place.name)
    return scale


def _tranche(content: dict[str, Any], place: str) -> Tranche:
    """One line, checked."""
    _check_keys(content, Tranche, place)
    totals = []
    for described in content.pop("totaux", []):
        _check_keys(described, Total, place)
        _check_words(described["categories"], CATEGORIES, place)
        _check_length(described["jours"], place)
        total = Total(categories=frozenset(described["categories"]), jours=described["jours"])
        totals.append(total)
    _check_words(content["audits"], tuple(SANS_LEVEE), place)
    if not isinstance(content["amenagee"], bool):
        raise ParameterError(typographed(f"{place} : « amenagee » vaut true ou false."))
    for name in ("base", "site", *CATEGORIES):
        _check_length(content.get(name), place)
    for name in ("ca_min", "ca_max"):
        _check_turnover(content.get(name), place)
    return Tranche(**{**content, "audits": tuple(content["audits"]), "totaux": tuple(totals)})


def _check_keys(content: Mapping[str, Any], record: type, place: str) -> None:
    """Refuse keys that the record lacks, and missing ones that it requires."""
    known = [f.name for f in fields(record)]
    required = [f.name for f in fields(record) if f.default is MISSING]
    for key in content:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f" Vouliez-vous dire « {near[0]} » ?" if near else ""
            raise ParameterError(typographed(f"{place} : clé inconnue « {key} ».{hint}"))
    for key in required:
        if key not in content:
            raise ParameterError(typographed(f"{place} : clé manquante « {key} »."))


def _check_words(found: object, allowed: tuple[str, ...], place: str) -> None:
    """Refuse a list that is empty, or holds a word out of ``allowed``."""
    words = found if isinstance(found, list) else []
    wrong = [str(word) for word in words if word not in allowed]
    if not words or wrong:
        text = f"{place} : « {', '.join(wrong) or found} ». Attendu : {', '.join(allowed)}."
        raise ParameterError(typographed(text))


def _check_length(found: object, place: str) -> None:
    """Refuse a length that is no multiple of half a day; None is allowed."""
    number = found if isinstance(found, int | float) and not isinstance(found, bool) else -1
    if found is not None and (number < 0 or number % PAS):
        text = f"{place} : durée « {found} ». Attendu un multiple de 0,5, par exemple 1.5."
        raise ParameterError(typographed(text))


def _check_turnover(found: object, place: str) -> None:
    """Refuse a bound that is no positive number; None is allowed."""
    number = found if isinstance(found, int | float) and not isinstance(found, bool) else -1
    if found is not None and number < 0:
        text = f"{place} : chiffre d’affaires « {found} ». Attendu un nombre, par exemple 150000."
        raise ParameterError(typographed(text))


def _check_overlaps(scale: Bareme, place: str) -> None:
    """Refuse two lines that cover the same turnover of the same audit."""
    kinds = {(audit, line.amenagee) for line in scale.tranches for audit in line.audits}
    for audit, reduced in sorted(kinds):
        lines = [t for t in scale.tranches if audit in t.audits and t.amenagee == reduced]
        lines = sorted(lines, key=lambda t: t.ca_min)
        for low, high in pairwise(lines):
            if low.ca_max is None or low.ca_max > high.ca_min:
                text = f"{place} : deux tranches couvrent {high.ca_min:.0f} € (audit {audit})."
                raise ParameterError(typographed(text))
