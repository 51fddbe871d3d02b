"""Indicators on the self-assessment of the support of trainees: completeness, levels, proofs."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, sans_organisme, units
from reportlib.periods import Period
from reportlib.rules import accompagnement, campagnes
from reportlib.settings import Settings


def completude(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """The 18 items of each organisation that answered; a level or « s. o. » in the numerator."""
    grid = accompagnement.grille(dataset["autoevaluations"], period)
    keyed = grid.assign(cle=grid["id_of"].astype("str") + "|" + grid["item"].astype("str"))
    return Units(units(keyed, "cle", numerateur=keyed["repondu"]), _unnamed(dataset, period))


def niveaux_engagements(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Levels given to the engagements A1 to A4, one unit an organisation and engagement."""
    rated = _rated(dataset, period)
    base = rated.loc[rated["item"].isin(accompagnement.engagements())]
    return Units(
        units(base.assign(engagement=base["item"]), "cle", numerateur=base["note"], par=_A)
    )


def niveaux(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Levels given to the items, in groups of one item: a block's mean is the mean of means."""
    rated = _rated(dataset, period)
    counted = units(rated, "cle", numerateur=rated["note"], par=("bloc",))
    return Units(counted.assign(groupe=rated["item"]))


def effectifs(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Items with a level; the greatest one in the numerator."""
    rated = _rated(dataset, period)
    done = rated["note"].eq(accompagnement.EFFECTIF).astype(bool)
    return Units(units(rated, "cle", numerateur=done, par=("bloc",)))


def progression(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Items with a level now and at the campaign before; the gap, one unit an item."""
    before = accompagnement.reponses_precedentes(dataset["autoevaluations"], period)
    pairs = _rated(dataset, period).merge(
        before[["id_of", "item", "note"]].dropna(),
        on=["id_of", "item"],
        suffixes=("", "_avant"),
        validate="one_to_one",
    )
    gap = pairs["note"] - pairs["note_avant"]
    return Units(units(pairs, "cle", numerateur=gap, par=("item",)))


def distribution(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Levels given, one unit an organisation and item, counted by item and level."""
    rated = _rated(dataset, period)
    level = rated["note"].astype("Int64").astype("str")
    return Units(units(rated.assign(niveau=level), "cle", par=("item", "niveau")))


def preuves(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Items of level 2 or 3; those with a proof in the numerator. Its content is never carried."""
    rated = _rated(dataset, period)
    base = rated.loc[rated["note"].ge(accompagnement.PREUVE_DES).astype(bool)]
    return Units(units(base, "cle", numerateur=base["preuve"].notna(), par=("bloc",)))


def _rated(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Last answers of the period that are a level, « s. o. » and blanks out, with their key."""
    said = accompagnement.reponses(dataset["autoevaluations"], period)
    rated = said.loc[said["note"].notna()]
    key = campagnes.repondants(rated) + "|" + rated["item"]
    return rated.assign(note=rated["note"].astype(float), cle=key)


def _unnamed(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Answers of the period of no known organisation: they cannot be put together."""
    rows = dataset["autoevaluations"]
    return gathered(sans_organisme(rows.loc[campagnes.dans(rows["campagne"], period)]))


_A = ("engagement",)

AC_01 = Indicator(
    id="AC-01",
    libelle="Items renseignés",
    definition="Part des 18 items auxquels l'organisme a répondu.",
    formule="items avec un niveau ou « s. o. » / 18, par organisme ayant répondu",
    unite="%",
    kind="part",
    engagement="OF",
    periode="campagnes de la période",
    cas_limites="Plusieurs réponses : la dernière. Organisme inconnu : à part. Outil facultatif : "
    "qui n'a rien répondu n'est pas dans la base.",
    visible_of="oui",
    source="charte de l'accompagnement, quatre listes et la mission (R-ACC-01 à R-ACC-08)",
    origine="AJOUT",
    registres=("autoevaluations",),
    principal="autoevaluations",
    formula=completude,
)

AC_02 = replace(
    AC_01,
    id="AC-02",
    libelle="Niveau moyen par engagement",
    definition="Niveau moyen des engagements A1 à A4.",
    formule="moyenne des niveaux renseignés, de 0 à 3",
    unite="0 à 3",
    kind="moyenne",
    cas_limites="« s. o. » et vide : hors moyenne. L'échelle est notre choix (R-ACC-05).",
    source="charte de l'accompagnement, « Cet engagement se traduira par » (R-ACC-01)",
    origine="SEED",
    ventilations=_A,
    formula=niveaux_engagements,
)

AC_03 = replace(
    AC_02,
    id="AC-03",
    libelle="Niveau moyen par bloc",
    definition="Niveau moyen des engagements, composantes, mission, vigilances et objectifs.",
    formule="moyenne des moyennes d'items, par bloc, de 0 à 3",
    cas_limites="« s. o. » et vide : hors moyenne. Bloc à moins de la moitié de ses items : "
    "« partiel ».",
    source="charte de l'accompagnement, quatre listes et la mission (R-ACC-01 à R-ACC-08)",
    origine="AJOUT",
    ventilations=("bloc",),
    formula=niveaux,
)

AC_04 = replace(
    AC_01,
    id="AC-04",
    libelle="Items effectifs",
    definition="Part des items au niveau 3, « effectif ».",
    formule="items au niveau 3 / items ayant un niveau",
    cas_limites="« s. o. » et vide : hors base. Base nulle : « s. o. ».",
    source="charte de l'accompagnement ; échelle : notre choix (R-ACC-05)",
    ventilations=("bloc",),
    formula=effectifs,
)

AC_06 = replace(
    AC_02,
    id="AC-06",
    libelle="Progression",
    definition="Écart moyen de niveau avec la campagne précédente.",
    formule="moyenne de niveau(N) - niveau(N-1), items ayant un niveau aux deux campagnes",
    unite="points de niveau",
    periode="campagnes de la période, et la dernière de l'organisme avant elles",
    cas_limites="Item sans niveau à l'une des deux campagnes : exclu.",
    source="charte de l'accompagnement, « Optimiser la qualité de l'accompagnement » (R-ACC-04)",
    origine="AJOUT",
    ventilations=("item",),
    formula=progression,
)

AC_07 = replace(
    AC_01,
    id="AC-07",
    libelle="Distribution régionale par item",
    definition="Organismes à chaque niveau de chaque item.",
    formule="nombre de couples organisme et item, par item et niveau de 0 à 3",
    unite="réponses",
    kind="compte",
    engagement="contexte",
    cas_limites="Moins de 5 organismes : « s ». « s. o. » et vide : non comptés.",
    visible_of="region",
    ventilations=("item", "niveau"),
    masque_of=True,
    formula=distribution,
)

AC_08 = replace(
    AC_04,
    id="AC-08",
    libelle="Preuves fournies",
    definition="Part des items de niveau 2 ou 3 appuyés d'une preuve.",
    formule="items avec un élément de preuve / items de niveau 2 ou 3",
    cas_limites="Le contenu de la preuve n'est jamais imprimé. Base nulle : « s. o. ».",
    source="charte de l'accompagnement ; diaporama Qualiopi, « L'absence de preuve […] » (R-NC-08)",
    formula=preuves,
)

INDICATORS = (AC_01, AC_02, AC_03, AC_04, AC_06, AC_07, AC_08)
