"""How long an audit lasts: exact where the scale is known, an explicit error where it is not.

Sources: slides « Matinales de la Qualité », « 1.5- L'audit initial » and its two examples; order of
6 June 2019 (art. 6 and 10); public pages of certifiers; rules R-AUD-01 to R-AUD-08.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import isqrt

from reportlib.errors import ParameterError
from reportlib.rules.bareme_audit import Bareme, lire_bareme
from reportlib.rules.non_conformites import TypeAudit
from reportlib.rules.rnq import CATEGORIES
from reportlib.wording import agreed, decimal, integer, typographed

ECHANTILLONNES: tuple[TypeAudit, ...] = ("initial", "renouvellement")
"""Audits whose number of sites follows the square root (R-AUD-02)."""


class BaremeNonDocumente(ParameterError):
    """The length asked for rests on a cell that no source establishes (R-AUD-07)."""


@dataclass(frozen=True, kw_only=True)
class Demande:
    """What the length of an audit depends on (R-AUD-01).

    ``categories`` of an extension are those added. ``nb_sites`` counts the sites to sample from;
    whether the head function is one of them is the caller's to say (R-AUD-04: unsettled).

    Raises
    ------
    ParameterError
        A negative turnover, no site, more sites audited than sites, no category or an unknown one.
    """

    type_audit: TypeAudit
    ca: float
    """Turnover of the activity as a provider. [euros before tax]"""
    categories: frozenset[str]
    nb_sites: int = 1
    sites_audites: int | None = None
    """Sites that the audit visits, where it does not follow the square root. [sites]"""
    cnefop: bool = False
    """Holder, on the day of the request, of a certification or label that Cnefop recognised."""
    nouvel_entrant: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if not self.ca >= 0:
            raise ParameterError(
                typographed(f"Chiffre d’affaires « {self.ca} » : attendu un nombre positif ou nul.")
            )
        if not 0 <= (self.sites_audites or 0) <= self.nb_sites or self.nb_sites < 1:
            raise ParameterError(
                typographed(
                    f"Sites : {self.sites_audites} audités sur {self.nb_sites}. "
                    "Attendu au moins un site, et pas plus de sites audités que de sites."
                )
            )
        if not self.categories or self.categories - set(CATEGORIES):
            found = ", ".join(sorted(self.categories)) or "aucune"
            text = f"Catégories « {found} ». Attendu parmi : {', '.join(CATEGORIES)}."
            raise ParameterError(typographed(text))

    @property
    def amenagee(self) -> bool:
        """Whether the length is the reduced one: a Cnefop holder's initial audit (R-AUD-06)."""
        return self.cnefop and self.type_audit == "initial"


@dataclass(frozen=True, kw_only=True)
class Duree:
    """A length and what it is made of, all in days but ``sites``."""

    jours: float
    base: float | None
    """None when only the total is established, for a single site."""
    categories: tuple[tuple[str, float], ...]
    sites: int
    """Sites visited. [sites]"""
    jours_par_site: float
    supplement: float
    amenagee: bool
    source: str

    @property
    def phrase(self) -> str:
        """« 1,5 + 0,5 + 0,5 + 0,5 + 4 × 0,5 = 5 jours »."""
        terms = [] if self.base is None else [_nombre(self.base)]
        terms += [_nombre(length) for _, length in self.categories]
        terms += [f"{self.sites} × {_nombre(self.jours_par_site)}"] if self.sites else []
        terms += [_nombre(self.supplement)] if self.supplement else []
        total = f"{_nombre(self.jours)} {agreed(self.jours, 'jour', 'jours')}"
        return f"{' + '.join(terms)} = {total}" if len(terms) > 1 else total


def sites_echantillonnes(nb_sites: int) -> int:
    """Return √n to the nearest whole number; 0 for a single site [sites] (R-AUD-02, R-AUD-03).

    Exact: √n is never half-way, and exceeds r + ½ as soon as n exceeds r² + r.

    Raises
    ------
    ParameterError
        No site.
    """
    if nb_sites < 1:
        raise ParameterError(typographed(f"Sites : « {nb_sites} ». Attendu au moins un site."))
    if nb_sites == 1:
        return 0
    root = isqrt(nb_sites)
    return root + (nb_sites > root * root + root)


def site_nouveau(sites: Iterable[str], precedents: Iterable[str]) -> bool:
    """Return True when a follow-up visits at least one site that the audit before did not.

    Source: R-AUD-05.
    """
    return not set(sites) <= set(precedents)


def duree(demande: Demande, bareme: Bareme | None = None) -> Duree:
    """Return the length of an audit: base + categories + sites [days] (R-AUD-01).

    A renewal lasts as long as an initial audit (R-AUD-08). ``bareme`` missing: the delivered one.

    Raises
    ------
    BaremeNonDocumente
        A cell, the sampling or the line itself is not established: nothing is made up.
    """
    scale = bareme or _livre()
    line = scale.tranche(demande.type_audit, demande.ca, amenagee=demande.amenagee)
    if line is None:
        raise _inconnu(demande, "aucune tranche ne couvre ce cas")
    sites = _sites(demande)
    needed = ["base", *_ordered(demande.categories), *(["site"] if sites else [])]
    unknown = [name for name in needed if line.cellule(name) is None]
    extra = _supplement(demande, scale)
    total = line.total(demande.categories) if demande.nb_sites == 1 else None
    if unknown and total is None:
        raise _inconnu(demande, f"cellule non établie : {', '.join(unknown)}")
    cells = {} if unknown else {name: line.cellule(name) or 0.0 for name in needed}
    return Duree(
        jours=_somme(cells, sites, total) + extra,
        base=cells.get("base"),
        categories=tuple((c, cells[c]) for c in _ordered(demande.categories) if c in cells),
        sites=sites,
        jours_par_site=cells.get("site", 0.0),
        supplement=extra,
        amenagee=demande.amenagee,
        source=line.source,
    )


@cache
def _livre() -> Bareme:
    """The delivered scale, read once."""
    return lire_bareme()


def _somme(cells: dict[str, float], sites: int, total: float | None) -> float:
    """Base, categories and sites where cells are known, else the total known as a whole."""
    if not cells:
        return total or 0.0
    return sum(length * (sites if name == "site" else 1) for name, length in cells.items())


def _sites(demande: Demande) -> int:
    """Sites visited: as told, else sampled; sampling is only known for two kinds of audit."""
    if demande.nb_sites == 1:
        return 0
    if demande.sites_audites is not None:
        return demande.sites_audites
    if demande.type_audit not in ECHANTILLONNES:
        raise _inconnu(demande, "nombre de sites audités à donner (sites_audites)")
    return sites_echantillonnes(demande.nb_sites)


def _supplement(demande: Demande, scale: Bareme) -> float:
    """What a new entrant's follow-up audit adds (R-AUD-05)."""
    if not demande.nouvel_entrant or demande.type_audit != "surveillance":
        return 0.0
    if scale.supplement_nouvel_entrant is None:
        raise _inconnu(demande, "cellule non établie : supplement_nouvel_entrant")
    return scale.supplement_nouvel_entrant


def _ordered(categories: frozenset[str]) -> list[str]:
    """Categories in the order of the standard."""
    return [category for category in CATEGORIES if category in categories]


def _inconnu(demande: Demande, why: str) -> BaremeNonDocumente:
    """The error, with the case and the way out."""
    kind = "aménagée" if demande.amenagee else "ordinaire"
    return BaremeNonDocumente(
        typographed(
            f"Barème non documenté : audit {demande.type_audit}, durée {kind}, "
            f"chiffre d’affaires {integer(demande.ca)} €, "
            f"catégories {', '.join(_ordered(demande.categories))} ({why}). "
            "Chargez un barème complet pour obtenir cette durée."
        )
    )


def _nombre(days: float) -> str:
    """« 1,5 », « 5 »."""
    return integer(days) if days == int(days) else decimal(days)
