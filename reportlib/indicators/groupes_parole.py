"""Indicators on groupes de parole: meetings, attendance, ruptures; numbers only (R-CONF-06)."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import groupes_parole
from reportlib.settings import Settings


def seances(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Meetings held in the period, one unit a meeting."""
    return Units(units(_held(dataset, period), "id_seance", par=("site", "forme")))


def participations(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Attendances of the meetings of the period, one unit a meeting of known attendance."""
    held = _held(dataset, period)
    known = held["nb_participants"].notna()
    base = held.loc[known]
    return Units(
        units(
            base,
            "id_seance",
            numerateur=base["nb_participants"].astype(float),
            par=("site", "forme"),
        ),
        gathered(left_out(held.loc[~known], "id_seance", "effectif inconnu")),
    )


def ruptures(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Distinct participants and, on top, those who broke off: one unit a site of an organisation.

    The unit is the last meeting of the period that gives both numbers, which add up all those
    before it.
    """
    held = _held(dataset, period)
    last = groupes_parole.derniers_cumuls(held)
    counted = units(
        last,
        "id_seance",
        numerateur=last["nb_ruptures_participants"].astype(float),
        par=("site",),
    )
    unknown = groupes_parole.sans_effectif(held)
    return Units(
        counted.assign(denominateur=last["nb_participants_distincts"].astype(float)),
        gathered(left_out(held.loc[unknown], "id_seance", "effectif inconnu")),
        "Le nombre de participants n'étant pas connu, aucun taux n'est calculé."
        if last.empty and not held.empty
        else "",
    )


def _held(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Meetings of the period."""
    rows = dataset["groupes_parole"]
    return rows.loc[period.contains(rows["date_seance"])]


RP_09 = Indicator(
    id="RP-09",
    libelle="Séances de groupes de parole",
    definition="Séances tenues dans la période.",
    formule="nombre de séances distinctes",
    unite="séances",
    kind="compte",
    engagement="OF",
    periode="date_seance dans la période",
    cas_limites="Effectifs seulement : aucun nom, aucun propos (R-CONF-06).",
    visible_of="oui",
    source="« Sécurisation des parcours », « Les groupes de parole ont été mis en place sur 3 "
    "sites » (R-RUP-04, R-RUP-05)",
    origine="SEED",
    registres=("groupes_parole",),
    principal="groupes_parole",
    date_reference="date_seance",
    ventilations=("site", "forme"),
    formula=seances,
)

RP_09B = replace(
    RP_09,
    id="RP-09b",
    libelle="Participations aux groupes de parole",
    definition="Somme des participants des séances de la période.",
    formule="somme de nb_participants des séances de RP-09",
    unite="participations",
    kind="somme",
    cas_limites="Des participations, pas des personnes : qui vient deux fois compte deux fois. "
    "Séance sans effectif : à part.",
    formula=participations,
)

RP_10 = replace(
    RP_09,
    id="RP-10",
    libelle="Ruptures parmi les participants",
    definition="Part des participants distincts aux groupes de parole qui ont rompu.",
    formule="nb_ruptures_participants / nb_participants_distincts, au dernier cumul connu de "
    "chaque site d'un organisme dans la période",
    unite="%",
    kind="part",
    engagement="commun",
    cas_limites="Les deux nombres sont des cumuls : le dernier de la période fait foi, ils ne "
    "s'additionnent pas d'une séance à l'autre. Effectif inconnu : non calculable, jamais 0 %. "
    "« s » sous le seuil. Ne démontre aucun effet (R-RUP-03).",
    visible_of="region",
    source="« Sécurisation des parcours », « Aucun des participants aux groupes de parole n'a "
    "rompu » (R-RUP-03)",
    ventilations=("site",),
    sensible=True,
    formula=ruptures,
)

INDICATORS = (RP_09, RP_09B, RP_10)
