"""Indicators on the ten good practices that organisations declare."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import left_out, sans_organisme, units
from reportlib.periods import Period
from reportlib.rules import bonnes_pratiques, campagnes
from reportlib.settings import Settings

SANS_REPONSE = "sans_reponse"
"""Not « absente »: the organisation left the line blank (RP-15)."""
ETATS = (*bonnes_pratiques.ETATS, SANS_REPONSE)


def en_place(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Practices in place by the last answer of the period, one unit an organisation and number."""
    declared = bonnes_pratiques.declarations(dataset["bonnes_pratiques"], period)
    number = declared["numero"].astype("str")
    seen = declared.assign(pratique=number, cle=campagnes.repondants(declared) + "|" + number)
    base = seen.loc[seen["etat"].eq("en_place").fillna(value=False).astype(bool)]
    return Units(units(base, "cle", par=("pratique",)))


def part_en_place(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """The ten practices of each organisation that answered, those with no object out."""
    grid = _grid(dataset, period)
    void = grid["etat"].eq("sans_objet").fillna(value=False).astype(bool)
    base = grid.loc[~void]
    done = base["etat"].eq("en_place").fillna(value=False).astype(bool)
    silent = base["etat"].isna().any()
    return Units(
        units(base, "cle", numerateur=done, par=("pratique",)),
        pd.concat(
            [left_out(grid.loc[void], "cle", "sans objet"), _unnamed(dataset, period)],
            ignore_index=True,
        ),
        "Des pratiques sans réponse restent dans la base : elles ne sont pas dites absentes."
        if silent
        else "",
    )


def etats(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Return how many organisations stand where on each practice (RP-15).

    Returns
    -------
    pd.DataFrame
        ``numero``, one column of ``ETATS`` each, ``organismes``: their sum, those that answered
        the grid and are known. Ten rows, 1 to 10. [organisations]
    """
    grid = bonnes_pratiques.grille(dataset["bonnes_pratiques"], period)
    said = grid["etat"].fillna(SANS_REPONSE)
    counted = pd.crosstab(grid["numero"].astype("int64"), said)
    numbers = pd.Index(range(1, bonnes_pratiques.NOMBRE + 1), name="numero")
    whole = counted.reindex(index=numbers, columns=list(ETATS), fill_value=0).astype("int64")
    whole.columns.name = None
    return whole.assign(organismes=whole.sum(axis=1)).reset_index()


def _grid(dataset: Dataset, period: Period) -> pd.DataFrame:
    """The ten practices of each organisation that answered, with their key."""
    grid = bonnes_pratiques.grille(dataset["bonnes_pratiques"], period)
    number = grid["numero"].astype("str")
    return grid.assign(pratique=number, cle=grid["id_of"].astype("str") + "|" + number)


def _unnamed(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Declarations of the period of no known organisation: they cannot be put together."""
    rows = dataset["bonnes_pratiques"]
    return sans_organisme(rows.loc[campagnes.dans(rows["campagne"], period)])


RP_15 = Indicator(
    id="RP-15",
    libelle="Bonnes pratiques en place",
    definition="Bonnes pratiques de prévention des ruptures déclarées en place.",
    formule="nombre de pratiques dont la dernière déclaration de la période a etat = en_place",
    unite="pratiques",
    kind="compte",
    engagement="OF",
    periode="campagnes de la période",
    cas_limites="Non répondu n'est pas « absente ». Charte d'origine au stade de projet.",
    visible_of="oui",
    source="« Sécurisation des parcours », « 1- FLUIDITÉ […] 10- PROXIMITÉ » (R-RUP-07)",
    origine="SEED",
    registres=("bonnes_pratiques",),
    principal="bonnes_pratiques",
    ventilations=("pratique",),
    formula=en_place,
)

RP_15B = replace(
    RP_15,
    id="RP-15b",
    libelle="Part des bonnes pratiques en place",
    definition="Part des dix bonnes pratiques, hors sans objet, déclarées en place.",
    formule="pratiques en place / (10 - sans objet), par organisme ayant répondu",
    unite="%",
    kind="part",
    cas_limites="Sans objet : hors base, à part. Non répondu : dans la base, ce n'est pas "
    "« absente ». Organisme inconnu : à part. Charte d'origine au stade de projet.",
    formula=part_en_place,
)

INDICATORS = (RP_15, RP_15B)
