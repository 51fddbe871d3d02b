"""A logistic curve through a series of adoption, with an interval, and no further than a horizon.

Adoption with a deadline rises from a floor (organisations certified before the wave) to a ceiling:
value(t) = floor + (ceiling − floor) / (1 + exp(−speed × (t − middle))). Four numbers are read from
six points or more. The interval is that of one more published point, by the delta method: the
spread of the residuals and the uncertainty of the four numbers, times Student's t with as many
degrees of freedom as there are points beyond four. With few points it is wide: that is what they
say. Points published « environ » or dated to the month weigh as the others.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from reportlib.errors import ParameterError
from reportlib.wording import day, integer, typographed

Etat = Literal["ajuste", "trop_peu_de_points", "non_identifie"]
Vector = npt.NDArray[np.float64]
PARAMETRES = 4
"""Floor, ceiling, speed, middle."""
POINTS = PARAMETRES + 2
"""Least number of points: two more than the numbers that are read from them. [points]"""
HORIZON = 365
"""Furthest from the series that a value is given. [days]"""
NIVEAU = 0.95
"""Level of the interval."""
PAS = 10
"""Values are rounded to it, bounds outwards: an estimate has no units' digit. [organisations]"""
INCERTITUDE = 0.25
"""Standard error of the ceiling, as a part of it, past which the series does not tell it yet."""
ESSAIS = 2_000
"""Most evaluations of the curve from one start."""
_VITESSES = (2.0, 4.0, 8.0)
"""Speeds tried at the start; the best fit holds. [a year]"""
_AN = 365.25
METHODE = typographed(
    "Courbe logistique sur un socle, ajustée par moindres carrés ; intervalle à 95 % d'un point "
    "publié de plus (méthode delta, loi de Student)."
)


@dataclass(frozen=True, kw_only=True)
class Ajustement:
    """A fitted curve; without one, ``courbe`` is empty and ``etat`` says why.

    ``courbe``: ``date, valeur, minimum, maximum`` [organisations], ``extrapolation`` (True out of
    the days of the series).
    """

    etat: Etat
    points: int
    premier: date | None
    dernier: date | None
    courbe: pd.DataFrame
    socle: int | None = None
    plafond: int | None = None
    milieu: date | None = None
    ecart_type: int | None = None
    """Spread of the residuals. [organisations]"""
    methode: str = METHODE

    @property
    def phrase(self) -> str:
        """What the fit says, or why there is none, in French."""
        if self.etat == "trop_peu_de_points":
            return typographed(f"Ajustement non fait : {self.points} points, il en faut {POINTS}.")
        if self.plafond is None or self.milieu is None or self.ecart_type is None:
            return typographed("Ajustement non fait : la série ne dit pas encore son plafond.")
        return typographed(
            f"Ajustée sur {self.points} points, la courbe tend vers {integer(self.plafond)} "
            f"organismes et passe à mi-hauteur le {day(self.milieu)} ; écart-type des écarts : "
            f"{integer(self.ecart_type)} organismes."
        )


def ajustement(serie: pd.DataFrame, jours: Sequence[date], *, horizon: int = HORIZON) -> Ajustement:
    """Return the logistic curve of a series, read on ``jours``.

    Parameters
    ----------
    serie
        ``date`` and ``valeur``, one row a point, in any order; missing values are left out.
    horizon
        Furthest day from the series that may be asked for. [days]

    Raises
    ------
    ParameterError
        Two values for one day, or a day further than the horizon.
    """
    points = serie.dropna(subset=["date", "valeur"]).sort_values("date", kind="stable")
    _check_days(points, jours, horizon)
    bounds = _bornes(points)
    fitted = _ajuster(points) if len(points) >= POINTS else None
    if fitted is None:
        few = len(points) < POINTS
        return Ajustement(
            etat="trop_peu_de_points" if few else "non_identifie",
            points=len(points),
            premier=bounds[0],
            dernier=bounds[1],
            courbe=_lue(None, points, []),
        )
    floor, ceiling, _, middle = fitted.numbers
    return Ajustement(
        etat="ajuste",
        points=len(points),
        premier=bounds[0],
        dernier=bounds[1],
        courbe=_lue(fitted, points, jours),
        socle=_arrondi(floor),
        plafond=_arrondi(ceiling),
        milieu=fitted.origin + timedelta(days=round(middle * _AN)),
        ecart_type=_arrondi(fitted.spread),
    )


@dataclass(frozen=True)
class _Fit:
    """The four numbers, what is not known of them, and the spread of the residuals."""

    numbers: Vector
    covariance: Vector
    spread: float
    freedom: int
    origin: date


def _logistique(years: Vector, floor: float, ceiling: float, speed: float, middle: float) -> Vector:
    grown: Vector = 1 / (1 + np.exp(-np.clip(speed * (years - middle), -500, 500)))
    return floor + (ceiling - floor) * grown


def _gradient(years: Vector, numbers: Vector) -> Vector:
    """Derivatives of the curve by each number, one row a day."""
    floor, ceiling, speed, middle = numbers
    grown = _logistique(years, 0.0, 1.0, speed, middle)
    slope = (ceiling - floor) * grown * (1 - grown)
    return np.column_stack([1 - grown, grown, slope * (years - middle), -slope * speed])


def _ajuster(points: pd.DataFrame) -> _Fit | None:
    """The best fit of several starts; None when the series does not tell its four numbers."""
    origin = points["date"].iloc[0].date()
    years = _annees(points["date"], origin)
    values = points["valeur"].to_numpy(dtype=float)
    tried = [one for speed in _VITESSES if (one := _essai(years, values, speed)) is not None]
    if not tried:
        return None
    numbers, covariance = min(tried, key=lambda one: _residus(years, values, one[0]))
    freedom = len(values) - PARAMETRES
    spread = float(np.sqrt(_residus(years, values, numbers) / freedom))
    fit = _Fit(numbers, covariance, spread, freedom, origin)
    return fit if _identifie(fit) else None


def _essai(years: Vector, values: Vector, speed: float) -> tuple[Vector, Vector] | None:
    """Numbers and covariance from one start; None when it leads nowhere."""
    from scipy.optimize import OptimizeWarning, curve_fit

    half = (values.min() + values.max()) / 2
    middle = float(years[int(np.argmax(values >= half))])
    start = (values.min(), values.max(), speed, middle)
    with warnings.catch_warnings():
        warnings.simplefilter("error", OptimizeWarning)
        try:
            found, covariance = curve_fit(_logistique, years, values, p0=start, maxfev=ESSAIS)
        except (RuntimeError, OptimizeWarning):
            return None
    return np.asarray(found, dtype=float), np.asarray(covariance, dtype=float)


def _residus(years: Vector, values: Vector, numbers: Vector) -> float:
    """Sum of the squares of what the curve misses."""
    return float(np.square(values - _logistique(years, *numbers)).sum())


def _identifie(fit: _Fit) -> bool:
    """Whether the numbers make sense, and the ceiling is known well enough to be told."""
    floor, ceiling, speed, _ = fit.numbers
    if not np.isfinite(fit.covariance).all():
        return False
    errors = np.sqrt(np.clip(np.diag(fit.covariance), 0, None))
    rising = speed > 0 and ceiling > floor >= -2 * errors[0]
    return bool(rising and errors[1] <= INCERTITUDE * ceiling)


def _lue(fit: _Fit | None, points: pd.DataFrame, jours: Sequence[date]) -> pd.DataFrame:
    """The curve on the days asked for, in order."""
    days = pd.Series(pd.to_datetime(sorted(set(jours))), dtype="datetime64[us]")
    if fit is None:
        empty = pd.Series(dtype="int64")
        flags = pd.Series(dtype="bool")
        return pd.DataFrame(
            {"date": days, "valeur": empty, "minimum": empty, "maximum": empty,
             "extrapolation": flags}
        )  # fmt: skip
    from scipy.stats import t as student

    years = _annees(days, fit.origin)
    values = _logistique(years, *fit.numbers)
    gradient = _gradient(years, fit.numbers)
    of_curve = np.einsum("ij,jk,ik->i", gradient, fit.covariance, gradient)
    wide = student.ppf((1 + NIVEAU) / 2, fit.freedom) * np.sqrt(fit.spread**2 + of_curve)
    low, high = np.clip(values - wide, 0, None), values + wide
    inside = days.between(points["date"].iloc[0], points["date"].iloc[-1])
    return pd.DataFrame(
        {
            "date": days,
            "valeur": (np.round(values / PAS) * PAS).astype("int64"),
            "minimum": (np.floor(low / PAS) * PAS).astype("int64"),
            "maximum": (np.ceil(high / PAS) * PAS).astype("int64"),
            "extrapolation": ~inside,
        }
    )


def _check_days(points: pd.DataFrame, jours: Sequence[date], horizon: int) -> None:
    """Refuse two values for one day, and days too far from the series."""
    if points["date"].duplicated().any():
        text = "Série d'adoption : deux valeurs pour un même jour. Gardez une source par jour."
        raise ParameterError(typographed(text))
    first, last = _bornes(points)
    if first is None or last is None:
        return
    reach = timedelta(days=horizon)
    far = [one for one in jours if not first - reach <= one <= last + reach]
    if far:
        raise ParameterError(
            typographed(
                f"Le {day(far[0])} est au-delà de l'horizon de {horizon} jours autour de la "
                f"série, qui va du {day(first)} au {day(last)}."
            )
        )


def _bornes(points: pd.DataFrame) -> tuple[date | None, date | None]:
    """First and last day of the series."""
    if points.empty:
        return None, None
    return points["date"].iloc[0].date(), points["date"].iloc[-1].date()


def _annees(days: pd.Series, origin: date) -> Vector:
    since = (days - pd.Timestamp(origin)).dt.days
    return np.asarray(since.to_numpy() / _AN, dtype=np.float64)


def _arrondi(number: float) -> int:
    return int(round(number / PAS) * PAS)
