"""The engine: from the units of a formula to figures, for all scopes in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.errors import ParameterError
from reportlib.indicators import aggregation
from reportlib.indicators.lost import lost_rows
from reportlib.indicators.record import BASED, Indicator, Units
from reportlib.periods import Period
from reportlib.rules import charte
from reportlib.settings import Settings
from reportlib.wording import day, typographed

Copie = Literal["interne", "organisme"]
MEASURES = (
    "numerator",
    "denominator",
    "value",
    "minimum",
    "maximum",
    "unit",
    "state",
    "contributors",
    "etat_import",
    "lost",
)


def measure(
    indicator: Indicator,
    dataset: Dataset,
    period: Period,
    settings: Settings,
    *,
    par: Sequence[str] = (),
    copie: Copie = "interne",
) -> pd.DataFrame:
    """Return the figures of an indicator for the region and every organisation, in one pass.

    Parameters
    ----------
    par
        Breakdowns, among ``indicator.ventilations``. Without any, a unit counts once.
    copie
        ``organisme``: units that an organisation may not see are dropped from its own rows before
        any computation (R-ACT-03, R-CONF-04); the region's rows are unchanged.

    Returns
    -------
    pd.DataFrame
        ``id, perimetre, id_of, *par``, then ``MEASURES``. One row a scope and value of ``par``:
        the region (always at least one row; with ``par`` and nothing to break down, its ``par``
        are ""), then organisations by ``id_of``, then ``non_attribue``. An organisation has a row
        when it has a unit, or (without ``par``) a row set aside. ``lost`` is the scope's, the same
        on each of its rows. A denominator is missing for a count. [``unit``]

    Raises
    ------
    ParameterError
        ``par`` is no breakdown of the indicator.
    """
    names = list(par)
    _check_breakdowns(indicator, names)
    if not all(dataset.has(register) for register in indicator.registres):
        return _absent(indicator, names)
    counted = indicator.formula(dataset, period, settings)
    table = aggregation.by_scope(counted.rows, indicator, names, hide=copie == "organisme")
    lost = lost_rows(indicator, dataset, period, hide=copie == "organisme")
    figures = aggregation.valued(aggregation.with_lost(table, lost, names), indicator)
    figures = _stated(figures, indicator, dataset, period, settings)
    return figures.assign(id=indicator.id, unit=indicator.unite)[
        ["id", "perimetre", "id_of", *names, *MEASURES]
    ]


def remark(
    counted: Units, indicator: Indicator, dataset: Dataset, *, when: Period, settings: Settings
) -> str:
    """Return the sentence to print under the number: the formula's own, and the charter's term."""
    said = [counted.remark] if counted.remark else []
    if indicator.charte:
        said.extend(_about_the_term(dataset, when, settings))
    return " ".join(typographed(sentence) for sentence in said)


def _about_the_term(dataset: Dataset, period: Period, settings: Settings) -> list[str]:
    """What the charter's term does to the period (R-CH-12)."""
    agreed = settings.charte
    stand = charte.situation(period, dataset["signataires"], agreed)
    if stand == "couverte":
        return []
    end = day(agreed.terme)
    if stand == "echue" or agreed.reconduction is not None:
        return [f"La charte a pris fin le {end}."]
    return [
        f"La charte est conclue jusqu'au {end} ; reconduction non renseignée : "
        "les événements postérieurs ne sont pas comptés."
    ]


def _check_breakdowns(indicator: Indicator, par: list[str]) -> None:
    """Refuse a breakdown that the indicator does not have."""
    unknown = [name for name in par if name not in indicator.ventilations]
    if unknown:
        raise ParameterError(
            f"{indicator.id} n'a pas de ventilation « {unknown[0]} ». "
            f"Ventilations : {', '.join(indicator.ventilations) or 'aucune'}."
        )


def _absent(indicator: Indicator, par: list[str]) -> pd.DataFrame:
    """The one row of an indicator whose register is not provided: « donnée non fournie » (C-5)."""
    nan = float("nan")
    row: dict[str, object] = {"id": indicator.id, "perimetre": "region", "id_of": ""}
    row |= dict.fromkeys(par, "")
    row |= dict.fromkeys(("numerator", "denominator", "value", "minimum", "maximum"), nan)
    row |= {"unit": indicator.unite, "state": "non_fourni"}
    row |= {"contributors": 0, "etat_import": 0, "lost": 0}
    return pd.DataFrame([row])


def _stated(
    figures: pd.DataFrame,
    indicator: Indicator,
    dataset: Dataset,
    period: Period,
    settings: Settings,
) -> pd.DataFrame:
    """Say of each figure whether it is exact, has no object, or waits for the charter's renewal."""
    without_base = indicator.kind in BASED
    empty = figures["denominator"].eq(0) & without_base
    state = pd.Series("exact", index=figures.index, dtype="str").mask(empty, "sans_objet")
    when = Period(period.end, period.end) if indicator.stock else period
    past = indicator.charte and (
        charte.situation(when, dataset["signataires"], settings.charte) == "au_dela"
    )
    if past and not without_base:
        blank = {name: float("nan") for name in ("numerator", "denominator", "value")}
        return figures.assign(state="reconduction", **blank)
    return figures.assign(state=state)
