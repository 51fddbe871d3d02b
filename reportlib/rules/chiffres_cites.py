"""What quoted figures imply, and whether they agree with one another.

Source: slides « Matinales de la Qualité » (« 10% de plus », « une augmentation de 1 000
certifiés », « 25% sont dans la démarche », « à moins de 9 mois de l'échéance »); rules R-ADO-01 to
R-ADO-06.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from reportlib.errors import ParameterError
from reportlib.periods import add_months
from reportlib.rules.adoption import Taux
from reportlib.wording import counted, decimal, integer, typographed

Lecture = Literal["arrondi", "troncature", "incoherent"]

JOURS_PAR_MOIS = 365.25 / 12
"""To say days as months. [days]"""


@dataclass(frozen=True, kw_only=True)
class Implicite:
    """The earlier value that a quoted growth implies, and the interval that rounding leaves."""

    valeur: float
    minimum: int
    maximum: int
    hausse: float
    """Growth that goes with ``valeur``. [units]"""
    hausse_min: int
    hausse_max: int

    @property
    def possible(self) -> bool:
        """Whether at least one whole number fits the quoted rate."""
        return self.minimum <= self.maximum


@dataclass(frozen=True, kw_only=True)
class Coherence:
    """A quoted growth against the computed one [units]."""

    annoncee: float
    calculee: float
    minimum: int
    maximum: int

    @property
    def ecart(self) -> float:
        """Distance between the quoted growth and the computed one [units]."""
        return abs(self.annoncee - self.calculee)

    @property
    def coherent(self) -> bool:
        """Whether rounding of the rate is enough to explain the distance (R-ADO-02)."""
        return self.minimum <= self.annoncee <= self.maximum

    @property
    def phrase(self) -> str:
        """« 1 000 annoncés, 755 calculés (de 721 à 789) : incohérent »."""
        bounds = f"de {integer(self.minimum)} à {integer(self.maximum)}"
        verdict = "cohérent" if self.coherent else "incohérent"
        return typographed(
            f"{integer(self.annoncee)} annoncés, {integer(self.calculee)} calculés ({bounds}) : "
            f"{verdict}"
        )


@dataclass(frozen=True, kw_only=True)
class Reste:
    """How long from a day to a deadline, and whether « moins de n mois » is true (R-ADO-06)."""

    jours: int
    mois: float
    """Days said as months, for display."""
    annonce: float
    """The n of « moins de n mois ». [months]"""
    vrai: bool
    """By calendar months: the day plus n months falls after the deadline."""

    @property
    def phrase(self) -> str:
        """« 292 jours, soit 9,6 mois : « moins de 9 mois » est faux »."""
        whole = self.annonce == int(self.annonce)
        quoted = integer(self.annonce) if whole else decimal(self.annonce)
        verdict = "vrai" if self.vrai else "faux"
        return typographed(
            f"{counted(self.jours, 'jour')}, soit {decimal(self.mois)} mois : "
            f"« moins de {quoted} mois » est {verdict}"
        )


def valeur_precedente(valeur: int, taux: float | str, decimales: int = 0) -> Implicite | None:
    """Return the value that grew by ``taux`` to make ``valeur``: value / (1 + rate) (R-ADO-01).

    Parameters
    ----------
    taux
        Growth as it is quoted. [%]
    decimales
        Figures after the decimal mark in the quotation: 0 for « 10 % ». The interval holds the
        whole numbers that the rounded rate allows, both ends included.

    Returns
    -------
    Implicite or None
        None (« s. o. ») when the rate, rounding included, may be −100 %.

    Raises
    ------
    ParameterError
        ``valeur`` is negative, or the rate below −100 %.
    """
    quoted = Fraction(str(taux))
    if valeur < 0 or quoted < -100:
        text = f"Valeur {valeur} et croissance {taux} % : attendu au moins 0 et −100 %."
        raise ParameterError(typographed(text))
    half = Fraction(1, 2 * 10**decimales)
    least = 1 + (quoted - half) / 100
    if least <= 0:
        return None
    low = math.ceil(valeur / (1 + (quoted + half) / 100))
    high = math.floor(valeur / least)
    before = valeur / (1 + quoted / 100)
    return Implicite(
        valeur=float(before),
        minimum=low,
        maximum=high,
        hausse=float(valeur - before),
        hausse_min=valeur - high,
        hausse_max=valeur - low,
    )


def coherence_hausse(
    valeur: int, taux: float | str, hausse_annoncee: float, decimales: int = 0
) -> Coherence | None:
    """Return a quoted growth against the one that the quoted rate implies (R-ADO-02, QA-07).

    None (« s. o. ») when the rate implies no earlier value.
    """
    implied = valeur_precedente(valeur, taux, decimales)
    if implied is None:
        return None
    return Coherence(
        annoncee=hausse_annoncee,
        calculee=implied.hausse,
        minimum=implied.hausse_min,
        maximum=implied.hausse_max,
    )


def lecture_du_taux(taux: Taux, annonce: float | str, decimales: int = 0) -> Lecture | None:
    """Return how a quoted percentage stands to the exact one (R-ADO-03).

    ``arrondi`` (to the nearest), ``troncature`` (cut, where rounding gives another figure), or
    ``incoherent``. None (« s. o. ») when the base is 0.
    """
    if taux.denominateur == 0:
        return None
    step = Fraction(1, 10**decimales)
    exact, quoted = Fraction(100 * taux.numerateur, taux.denominateur), Fraction(str(annonce))
    if abs(exact - quoted) <= step / 2:
        return "arrondi"
    return "troncature" if 0 <= exact - quoted < step else "incoherent"


def effectif_implicite(part: float | str, base: int) -> float:
    """Return the count that a quoted share of ``base`` makes, if that was the base (R-ADO-05).

    11.5 % in 2019 was another certification (Cnefop): never joined to Qualiopi's curve.
    """
    return float(Fraction(str(part)) * base / 100)


def reste_a_courir(jour: date, echeance: date, mois_annonces: float) -> Reste:
    """Return the time left, against « moins de ``mois_annonces`` mois » (R-ADO-06).

    A half month counts 15 days after the whole ones.
    """
    whole = math.floor(mois_annonces)
    days = (echeance - jour).days
    reached = (add_months(jour, whole) - jour).days + (mois_annonces - whole) * 30
    return Reste(jours=days, mois=days / JOURS_PAR_MOIS, annonce=mois_annonces, vrai=days < reached)


def en_demi_mois(jours: int) -> float:
    """Return days said to the nearest half month: 74 days are « 2 mois et demi » (R-ADO-06)."""
    return math.floor(2 * jours / JOURS_PAR_MOIS + 0.5) / 2
