"""QA-24: how many of the 32 indicators apply, by profile, as a table of the rules (R-RNQ-04)."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from reportlib.rules.rnq import criteres, fondamentaux, ponderables
from reportlib.rules.rnq_profils import Profil, indicateurs_applicables, indicateurs_audites

_FORMATION = frozenset({"formation"})


@dataclass(frozen=True, kw_only=True)
class ProfilNomme:
    """A profile as it prints, and the source of its count."""

    nom: str
    profil: Profil
    source: str


_DIAPORAMA = "« Matinales de la Qualité », « Types d’actions / Nb total indicateurs »"
_GUIDE = "guide de lecture du ministère, V9"
PROFILS = (
    ProfilNomme(nom="Action de formation", profil=Profil(categories=_FORMATION), source=_DIAPORAMA),
    ProfilNomme(
        nom="Action de formation + AFEST",
        profil=Profil(categories=_FORMATION, afest=True),
        source=_DIAPORAMA,
    ),
    ProfilNomme(
        nom="Action de formation certifiante",
        profil=Profil(categories=_FORMATION, certifiante=True),
        source=_DIAPORAMA,
    ),
    ProfilNomme(
        nom="Action de formation certifiante, avec stage",
        profil=Profil(categories=_FORMATION, certifiante=True, stage=True),
        source=f"{_GUIDE}, indicateur 28",
    ),
    ProfilNomme(
        nom="Action en alternance",
        profil=Profil(categories=_FORMATION, certifiante=True, alternance=True),
        source=_DIAPORAMA,
    ),
    ProfilNomme(
        nom="Bilan de compétences", profil=Profil(categories=frozenset({"bilan"})), source=_GUIDE
    ),
    ProfilNomme(
        nom="Validation des acquis de l’expérience",
        profil=Profil(categories=frozenset({"vae"})),
        source=_GUIDE,
    ),
    ProfilNomme(
        nom="Formation par apprentissage",
        profil=Profil(categories=frozenset({"apprentissage"})),
        source=_GUIDE,
    ),
)
"""The profiles of the slides, and those that the reading guide adds."""


def comptes(profil: Profil) -> dict[str, int]:
    """Return the counts of a profile [indicators].

    ``indicateurs`` (those that apply), ``c1`` to ``c7`` (by criterion), ``fondamentaux``,
    ``ponderables``, ``audites_cnefop`` (looked at by a Cnefop holder's initial audit).
    """
    applicable = indicateurs_applicables(profil)
    reduced = Profil(**{**vars(profil), "cnefop": True})
    by_criterion = {f"c{c.numero}": len(applicable & set(c.indicateurs)) for c in criteres()}
    return {
        "indicateurs": len(applicable),
        **by_criterion,
        "fondamentaux": len(applicable & fondamentaux()),
        "ponderables": len(applicable & ponderables()),
        "audites_cnefop": len(indicateurs_audites(reduced)),
    }


def profils() -> pd.DataFrame:
    """Return QA-24: one row a profile, ``profil``, the counts of ``comptes``, ``source``."""
    rows = [{"profil": one.nom, **comptes(one.profil), "source": one.source} for one in PROFILS]
    return pd.DataFrame(rows)
