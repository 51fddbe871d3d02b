"""Growths and marks that sources quote, with their words (R-ADO-01, R-ADO-02, R-ADO-05)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlib.indicators.qualiopi_nationales import FRANCE, Serie

_DIAPORAMA = "« Matinales de la Qualité », Transitions Pro Occitanie, juin 2021"


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A growth that a source announces between two days, with the words that say it."""

    serie: Serie
    date_avant: date
    date: date
    taux: str
    """Growth as it is written. [%]"""
    hausse: int | None
    """Growth in number, when the same source gives one. [organisations]"""
    citation: str
    source: str
    territoire: str = FRANCE

    @property
    def decimales(self) -> int:
        """Figures after the decimal mark of the quoted rate."""
        return len(self.taux.partition(".")[2])


@dataclass(frozen=True, kw_only=True)
class Repere:
    """A single figure that belongs to no series, and is never joined to one."""

    annee: int
    valeur: float
    unite: str
    base: str
    mention: str
    citation: str
    source: str


CITATIONS = (
    Citation(
        serie="certifies",
        date_avant=date(2020, 12, 31),
        date=date(2021, 3, 15),
        taux="10",
        hausse=1000,
        citation="8 304 certifiés soit 10% de plus par rapport au 31 /12/20 ; une augmentation de "
        "1 000 certifiés en 2 mois et demi",
        source=_DIAPORAMA,
    ),
    Citation(
        serie="en_cours",
        date_avant=date(2020, 12, 31),
        date=date(2021, 3, 15),
        taux="25",
        hausse=None,
        citation="5 860 en cours de certification, soit 25% de plus par rapport au 31/12/20",
        source=_DIAPORAMA,
    ),
)
"""What the slides announce (R-ADO-01, R-ADO-02)."""

REPERE_CNEFOP = Repere(
    annee=2019,
    valeur=11.5,
    unite="%",
    base="prestataires référençables sur Datadock",
    mention="certification Cnefop, et non Qualiopi : repère à part, jamais relié à la courbe",
    citation="Pour rappel en 2019 : seulement 11.5 % des prestataires référençables sur Datadock "
    "avaient une certification validée par le Cnefop",
    source=_DIAPORAMA,
)
"""QA-08 (R-ADO-05)."""
