"""What the self-assessment shows beside its indicators: priorities, and ruptures on the side."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.autoevaluation import AC_02
from reportlib.indicators.engine import measure
from reportlib.indicators.ruptures import RP_02
from reportlib.periods import Period
from reportlib.rules import accompagnement, statistiques
from reportlib.settings import Settings


def reponses(dataset: Dataset, period: Period, id_of: str) -> pd.DataFrame:
    """Return what an organisation answered to each of the 18 items, in their order.

    Returns
    -------
    pd.DataFrame
        ``item, bloc, libelle, niveau, sans_objet, repondu``; ``niveau`` is missing for « s. o. »
        and for no answer. No row for an organisation that did not answer. [``niveau``: 0 to 3]
    """
    grid = accompagnement.grille(dataset["autoevaluations"], period)
    mine = grid.loc[grid["id_of"].eq(id_of)].set_index("item")
    order = [one.code for one in accompagnement.items() if one.code in mine.index]
    labels = [one.libelle for one in accompagnement.items() if one.code in mine.index]
    answers = mine.loc[order].reset_index()
    said = answers.assign(
        libelle=pd.Series(labels, dtype="str"), niveau=answers["note"].astype("Int64")
    )
    return said[["item", "bloc", "libelle", "niveau", "sans_objet", "repondu"]]


def blocs(dataset: Dataset, period: Period, id_of: str) -> pd.DataFrame:
    """Return how much of each block an organisation answered: ``bloc, repondus, items, partiel``.

    No row for an organisation that did not answer. [items]
    """
    every = accompagnement.blocs(dataset["autoevaluations"], period)
    mine = every.loc[every["id_of"].eq(id_of)]
    return mine[["bloc", "repondus", "items", "partiel"]].reset_index(drop=True)


def points_prioritaires(dataset: Dataset, period: Period, id_of: str) -> pd.DataFrame:
    """Return the items that an organisation rated 0 or 1 (AC-05).

    Returns
    -------
    pd.DataFrame
        ``item, bloc, libelle, niveau``, in the order of the blocks, the lowest level first.
        [``niveau``: 0 to 3]
    """
    grid = accompagnement.grille(dataset["autoevaluations"], period)
    low = grid["note"].le(accompagnement.PRIORITAIRE).fillna(value=False).astype(bool)
    mine = grid.loc[grid["id_of"].eq(id_of) & low]
    places = {letter: place for place, letter in enumerate(accompagnement.BLOCS)}
    labels = {one.code: one.libelle for one in accompagnement.items()}
    return (
        mine.assign(
            libelle=mine["item"].map(labels).astype("str"),
            niveau=mine["note"].astype("Int64"),
            _place=mine["bloc"].map(places),
        )
        .sort_values(["_place", "niveau", "item"], kind="stable", ignore_index=True)
        .loc[:, ["item", "bloc", "libelle", "niveau"]]
    )


def accompagnement_et_ruptures(
    dataset: Dataset, period: Period, settings: Settings
) -> pd.DataFrame:
    """Return each organisation's level and its rate of rupture, side by side (AC-09).

    Two facts of a same period: neither explains the other.

    Returns
    -------
    pd.DataFrame
        ``id_of, niveau, reponses, rompus, entres, taux``, one row an organisation that has both,
        by ``id_of``: AC-02 [0 to 3] on ``reponses`` levels, RP-02 [%] on ``entres`` files.
        Internal: what an organisation may read of it is its own row.
    """
    level = measure(AC_02, dataset, period, settings).rename(
        columns={"value": "niveau", "denominator": "reponses"}
    )
    rate = measure(RP_02, dataset, period, settings).rename(
        columns={"numerator": "rompus", "denominator": "entres", "value": "taux"}
    )
    levels = level.loc[level["perimetre"].eq("organisme"), ["id_of", "niveau", "reponses"]]
    rates = rate.loc[rate["perimetre"].eq("organisme"), ["id_of", "rompus", "entres", "taux"]]
    return levels.merge(rates, on="id_of", validate="one_to_one").dropna(ignore_index=True)


def liaison(beside: pd.DataFrame) -> float | None:
    """Return the rank correlation of ``niveau`` and ``taux``; None under 20 organisations (AC-09).

    Parameters
    ----------
    beside
        Rows of ``accompagnement_et_ruptures``.
    """
    known = beside.dropna(subset=["niveau", "taux"])
    return statistiques.correlation(known["niveau"].tolist(), known["taux"].tolist())
