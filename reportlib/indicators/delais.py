"""Indicators on the time that an alert takes: from the event to it, from it to the trainee."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, months, units
from reportlib.periods import Period
from reportlib.rules import etat, interventions
from reportlib.rules.alertes import d_organisme
from reportlib.rules.visibilite import visible_of
from reportlib.settings import Settings


def reaction(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Alerts of the period whose trainee was called by its end; days from alert to first call."""
    alerts = dataset["alertes"]
    received = alerts.loc[period.contains(alerts["date_alerte"])].drop_duplicates("id_alerte")
    first = _premiers_appels(dataset["interventions"], period)
    seen = received.assign(mois=months(received["date_alerte"])).merge(
        first, on="id_alerte", how="left", validate="one_to_one"
    )
    agreed = seen["accord"].eq(True).fillna(value=False).astype(bool)
    shown = visible_of("alertes", seen) & agreed
    called = seen["date_appel"].notna()
    timed = seen.loc[called]
    linked = seen["accord"].notna()
    reason = linked.map({True: "sans appel", False: "sans intervention"})
    return Units(
        units(
            timed,
            "id_alerte",
            numerateur=(timed["date_appel"] - timed["date_alerte"]).dt.days,
            visible_of=shown.loc[called],
            par=("mois",),
        ),
        gathered(
            left_out(
                seen.loc[~called], "id_alerte", reason.loc[~called], visible_of=shown.loc[~called]
            )
        ),
    )


def signalement(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Alerts sent by organisations in the period; days from the event to the alert."""
    alerts = dataset["alertes"]
    sent = alerts.loc[period.contains(alerts["date_alerte"]) & d_organisme(alerts)]
    event = etat.connues(sent["date_evenement"], period.end)
    known = event.notna()
    days = (sent["date_alerte"] - event).dt.days
    return Units(
        units(sent.loc[known], "id_alerte", numerateur=days.loc[known]),
        gathered(left_out(sent.loc[~known], "id_alerte", "événement non daté")),
    )


def _premiers_appels(situations: pd.DataFrame, period: Period) -> pd.DataFrame:
    """``id_alerte, date_appel, accord``: the first call known at the period's end, by alert.

    ``accord``: agreed by the trainee in every situation of the alert; missing without any.
    """
    linked = situations.assign(
        date_appel=etat.connues(situations["date_appel_stagiaire"], period.end),
        accord=interventions.visibles(situations),
    ).dropna(subset=["id_alerte"])
    return linked.groupby("id_alerte", as_index=False, observed=True).agg(
        date_appel=("date_appel", "min"), accord=("accord", "all")
    )


RP_13 = Indicator(
    id="RP-13",
    libelle="Délai de réaction",
    definition="Temps entre une alerte et le premier appel au stagiaire.",
    formule="médiane de date_appel_stagiaire - date_alerte",
    unite="jours",
    kind="mediane",
    engagement="TPGE",
    periode="date_alerte dans la période, appel lu à sa fin",
    cas_limites="Moins de 5 cas : minimum et maximum. Alerte sans intervention, ou intervention "
    "sans appel : à part. Organisme : seulement avec l'accord du stagiaire.",
    visible_of="oui",
    source="« Sécurisation des parcours », bonne pratique 6, « RÉACTIVITÉ » (R-RUP-07)",
    origine="AJOUT",
    registres=("alertes", "interventions"),
    principal="alertes",
    date_reference="date_alerte",
    ventilations=("mois",),
    formula=reaction,
)

RP_14 = replace(
    RP_13,
    id="RP-14",
    libelle="Délai de signalement",
    definition="Temps entre un événement et l'alerte de l'organisme.",
    formule="médiane de date_alerte - date_evenement, alertes dont l'émetteur est l'organisme",
    engagement="OF (OF-2)",
    periode="date_alerte dans la période",
    cas_limites="Moins de 5 cas : minimum et maximum. Date d'événement vide : à part. Alerte avant "
    "l'événement : délai négatif, gardé.",
    source='« Sécurisation des parcours », « signalement de rupture "en temps réel" (après '
    "relances) » (R-RUP-07)",
    registres=("alertes",),
    ventilations=(),
    formula=signalement,
)

INDICATORS = (RP_13, RP_14)
