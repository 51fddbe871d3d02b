"""How far the certification has spread: rates with a named base, growth, pace.

Source: slides « Matinales de la Qualité » (figures of 15 March 2021); rules R-ADO-03, R-ADO-04 and
R-ADO-07 to R-ADO-10. Their figures are outside marks, never the region's own data (C-6): they are
arguments here. ``chiffres_cites`` checks them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlib.errors import ParameterError
from reportlib.wording import integer, percent

CERTIFICATEURS_ACCREDITES = 27
"""Accredited bodies in June 2021, as the slides say (R-ADO-09). [bodies]"""
INSTANCES_DE_LABELLISATION = {"formation": 4, "bilan et vae": 1, "quatre catégories": 2}
"""Labels that deliver the certification too, by scope, January 2021 (R-ADO-09). [bodies]"""
DUREE_DEMARCHE_MOIS = (2, 6)
"""How long the whole takes, « en général » (R-ADO-10). [months]"""


@dataclass(frozen=True, kw_only=True)
class Taux:
    """A percentage with its base, which is always printed (R-ADO-07, C-3)."""

    numerateur: int
    denominateur: int
    base: str

    def __post_init__(self) -> None:
        """Refuse a rate that does not name its base, and negative counts.

        Raises
        ------
        ParameterError
            ``base`` is empty, or a count is negative.
        """
        if not self.base.strip() or min(self.numerateur, self.denominateur) < 0:
            text = "Un taux nomme sa base et porte sur des effectifs positifs ou nuls."
            raise ParameterError(text)

    @property
    def valeur(self) -> float | None:
        """The percentage; None (« s. o. ») when the base is 0 [%] (C-4)."""
        if self.denominateur == 0:
            return None
        return 100 * self.numerateur / self.denominateur

    @property
    def texte(self) -> str:
        """« 25,8 % (14 164 sur 55 000 référençables Datadock) », or « s. o. (sur 0 …) »."""
        counts = f"{integer(self.numerateur)} sur {integer(self.denominateur)} {self.base}"
        share = "s.\u00a0o." if self.valeur is None else percent(self.valeur)
        return f"{share} ({counts})"


@dataclass(frozen=True, kw_only=True)
class Evolution:
    """From one point of a series to the next (QA-05)."""

    difference: int
    taux: float | None
    """Growth; None when the first value is 0. [%]"""
    jours: int

    @property
    def rythme(self) -> float | None:
        """Units a day; None for two points of the same day (R-ADO-08)."""
        return self.difference / self.jours if self.jours else None


def evolution(avant: int, jour_avant: date, apres: int, jour_apres: date) -> Evolution:
    """Return the growth between two points of a series (QA-05).

    Raises
    ------
    ParameterError
        The second point is before the first.
    """
    days = (jour_apres - jour_avant).days
    if days < 0:
        raise ParameterError("Évolution : le second point précède le premier.")
    rate = 100 * (apres - avant) / avant if avant else None
    return Evolution(difference=apres - avant, taux=rate, jours=days)


def rythme_requis(cible: int, valeur: int, jour: date, echeance: date) -> float | None:
    """Return what is needed a day to reach ``cible``; 0 once reached (R-ADO-08, QA-23).

    None (« s. o. ») on the deadline and after.
    """
    days = (echeance - jour).days
    return max(cible - valeur, 0) / days if days > 0 else None
