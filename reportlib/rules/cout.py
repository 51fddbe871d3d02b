"""What a certification costs over a cycle and a year: five items, indicative.

Source: slides « Matinales de la Qualité », « 1.3- Les coûts de la certification » (June 2021, euros
before tax); rules R-COUT-01 and R-COUT-02. A minimum, averages and a general case are added up: the
total is an order of magnitude, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from reportlib.errors import ParameterError
from reportlib.wording import decimal, typographed

Recurrence = Literal["une fois", "par cycle", "par audit", "par an"]

ANNEES = 3
"""Over which the slides spread the costs; they speak of 4 the page before. [years]"""
AUDITS = 1
"""Audits of a cycle as the slides count them: the follow-up is not counted. [audits]"""
ACCOMPAGNEMENT_GENERAL = Decimal(3000)
"""« Généralement », on site, medium-sized provider. [euros before tax]"""
ACCOMPAGNEMENT_CNEFOP = Decimal(500)
"""« Démarre à », a mere update for a Cnefop holder. [euros before tax]"""
MENTION = typographed(
    "Ordre de grandeur : le dossier est un minimum, l’audit et la redevance des moyennes, "
    "l’accompagnement un cas général (diaporama de juin 2021)."
)
NON_VALORISE = "non valorisé"
CENTIME = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class Tarifs:
    """Unit prices, in euros before tax; ``mise_en_conformite`` is internal time, None: not valued.

    Raises
    ------
    ParameterError
        A negative price.
    """

    mise_en_conformite: Decimal | None = None
    accompagnement: Decimal = ACCOMPAGNEMENT_GENERAL
    dossier: Decimal = Decimal(900)
    """A minimum."""
    audit: Decimal = Decimal(500)
    """An average, travel included. [euros before tax an audit]"""
    redevance: Decimal = Decimal(250)
    """An average. [euros before tax a year]"""

    def __post_init__(self) -> None:
        """Refuse a negative price."""
        prices = (self.accompagnement, self.dossier, self.audit, self.redevance)
        if any(price < 0 for price in (*prices, self.mise_en_conformite or 0)):
            raise ParameterError("Tarifs de certification : attendu des montants positifs ou nuls.")


@dataclass(frozen=True, kw_only=True)
class Poste:
    """One of the five items; ``montant`` None: not valued. Euros before tax over the cycle."""

    numero: int
    libelle: str
    montant: Decimal | None
    recurrence: Recurrence

    @property
    def texte(self) -> str:
        """« 3 000,00 € », or « non valorisé »."""
        return NON_VALORISE if self.montant is None else f"{decimal(float(self.montant), 2)}\u00a0€"


@dataclass(frozen=True, kw_only=True)
class Cout:
    """The five items over a cycle. Euros before tax."""

    postes: tuple[Poste, ...]
    annees: int
    audits: int
    mention: str = field(default=MENTION, init=False)

    @property
    def total(self) -> Decimal:
        """Sum of the items that are valued."""
        return sum((p.montant for p in self.postes if p.montant is not None), Decimal(0))

    @property
    def annualise(self) -> Decimal:
        """Total a year, to the cent, halves up."""
        return (self.total / self.annees).quantize(CENTIME, rounding=ROUND_HALF_UP)

    @property
    def a_renouveler(self) -> Decimal:
        """What comes back with the next cycle: items 2 to 5 (R-COUT-02)."""
        again = (p.montant for p in self.postes if p.recurrence != "une fois")
        return sum((amount for amount in again if amount is not None), Decimal(0))


def cout(tarifs: Tarifs | None = None, *, annees: int = ANNEES, audits: int = AUDITS) -> Cout:
    """Return the cost of a cycle: support + file + audits × n + fee × years (R-COUT-01).

    Raises
    ------
    ParameterError
        Less than one year, or a negative number of audits.
    """
    if annees < 1 or audits < 0:
        text = f"Cycle de {annees} ans et {audits} audits : attendu au moins un an et zéro audit."
        raise ParameterError(typographed(text))
    prices = tarifs or Tarifs()
    items: tuple[tuple[str, Decimal | None, Recurrence], ...] = (
        ("Mise en conformité (temps interne)", prices.mise_en_conformite, "une fois"),
        ("Accompagnement, dont audit à blanc", prices.accompagnement, "par cycle"),
        ("Certification (dossier)", prices.dossier, "par cycle"),
        ("Audit, déplacement compris", prices.audit * audits, "par audit"),
        ("Redevance annuelle", prices.redevance * annees, "par an"),
    )
    return Cout(
        postes=tuple(
            Poste(numero=number, libelle=label, montant=amount, recurrence=again)
            for number, (label, amount, again) in enumerate(items, start=1)
        ),
        annees=annees,
        audits=audits,
    )
