"""Indicators on ruptures: volume, share of a cohort, share of those present, causes."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, months, units
from reportlib.periods import Period
from reportlib.rules import etat, ptp
from reportlib.rules import ruptures as regles
from reportlib.rules.interventions import CAUSES
from reportlib.settings import Settings


def _broken(dataset: Dataset, period: Period) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Paths broken in the period by the row in force at its end; those broken with no date."""
    held = ptp.lignes_en_vigueur(dataset["dossiers_ptp"], period.end)
    broken = held.loc[period.contains(held["date_rupture"])]
    started = ~(held["date_debut"] > pd.Timestamp(period.end)).fillna(value=False).astype(bool)
    return (
        broken.assign(
            cause_rupture=regles.causes(broken["cause_rupture"]),
            mois=months(broken["date_rupture"]),
        ),
        held.loc[regles.sans_date(held) & started],
    )


def rompus(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Paths broken in the period, one unit a file."""
    broken, undated = _broken(dataset, period)
    return Units(
        units(broken, "id_dossier", par=("cause_rupture", "type_certification", "mois")),
        gathered(left_out(undated, "id_dossier", "rupture non datée")),
    )


def cohorte(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Paths entered in the period; broken by its end in the numerator."""
    held = ptp.lignes_en_vigueur(dataset["dossiers_ptp"], period.end)
    entered = held.loc[period.contains(held["date_debut"])]
    state = etat.parcours(entered, period.end)
    broken = etat.connues(entered["date_rupture"], period.end).notna()
    seen = entered.assign(
        parcours=state["parcours"],
        etat_import_parcours=state["etat_import"],
        amenage=entered["parcours_amenage"].map({True: "oui", False: "non"}).astype("str"),
    )
    running = state["parcours"].eq("en_cours").any()
    return Units(
        units(
            seen,
            "id_dossier",
            numerateur=broken,
            par=("type_certification", "amenage", "parcours"),
        ),
        remark="Valeur provisoire : des parcours de la cohorte sont encore en cours."
        if running
        else "",
    )


def par_cause(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Paths broken in the period for a known cause, each once beside each of the four causes."""
    broken, undated = _broken(dataset, period)
    said = regles.connues(broken["cause_rupture"])
    base = broken.loc[said].rename(columns={"cause_rupture": "vraie_cause"})
    crossed = base.merge(pd.DataFrame({"cause_rupture": list(CAUSES)}), how="cross")
    return Units(
        units(
            crossed,
            "id_dossier",
            numerateur=crossed["vraie_cause"].eq(crossed["cause_rupture"]),
            par=("cause_rupture",),
        ),
        gathered(
            left_out(broken.loc[~said], "id_dossier", "cause non renseignée"),
            left_out(undated, "id_dossier", "rupture non datée"),
        ),
    )


def en_flux(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Paths present at least one day of the period; broken in it in the numerator."""
    held = ptp.lignes_en_vigueur(dataset["dossiers_ptp"], period.end)
    base = held.loc[regles.presents(held, period)]
    begun = etat.connues(base["date_debut"], period.end).notna()
    endless = begun & etat.fins_de_parcours(base, period.end).isna()
    return Units(
        units(base, "id_dossier", numerateur=period.contains(base["date_rupture"])),
        remark="Parcours sans date de fin prévue : comptés comme encore présents."
        if endless.any()
        else "",
    )


RP_01 = Indicator(
    id="RP-01",
    libelle="Ruptures",
    definition="Parcours rompus dans la période.",
    formule="nombre de dossiers dont la date_rupture est dans la période",
    unite="dossiers",
    kind="compte",
    engagement="commun",
    periode="date_rupture dans la période",
    cas_limites="Rompu sans date : à part. Rupture annulée (reprise) : la dernière situation fait "
    "foi. Total de l'organisme jamais masqué ; par cause, « s » sous le seuil.",
    visible_of="oui",
    source="« Sécurisation des parcours », « Identifier, quantifier et comprendre les causes des "
    "ruptures »",
    origine="SEED",
    registres=("dossiers_ptp",),
    principal="dossiers_ptp",
    date_reference="date_rupture",
    ventilations=("cause_rupture", "type_certification", "mois"),
    sensibles=("cause_rupture",),
    formula=rompus,
)

RP_02 = Indicator(
    id="RP-02",
    libelle="Taux de rupture par cohorte",
    definition="Part des entrés de la période qui ont rompu à ce jour.",
    formule="rompus à la fin de la période parmi les dossiers dont la date_debut est dans la "
    "période / entrés",
    unite="%",
    kind="part",
    engagement="commun",
    periode="date_debut dans la période, rupture lue à sa fin",
    cas_limites="Cohorte non close : valeur provisoire, part encore en cours affichée (ventilation "
    "par état du parcours, état à l'import).",
    visible_of="oui",
    source="« Sécurisation des parcours », logique de cohorte (25 ruptures sur 353)",
    origine="SEED",
    registres=("dossiers_ptp",),
    principal="dossiers_ptp",
    date_reference="date_debut",
    ventilations=("type_certification", "amenage", "parcours"),
    formula=cohorte,
)

RP_03 = Indicator(
    id="RP-03",
    libelle="Taux de rupture en flux",
    definition="Ruptures de la période rapportées aux parcours présents au moins un jour.",
    formule="ruptures de RP-01 / dossiers dont la date_debut est au plus la fin de la période, et "
    "dont la fin (date_rupture connue, sinon date_fin_prevue) est au moins son début",
    unite="%",
    kind="part",
    engagement="commun",
    periode="au moins un jour de parcours dans la période",
    cas_limites="Autre base que RP-02 : ne pas les comparer. Sans date de fin prévue ni rupture : "
    "encore présent. Rompu dans la période sans date de début : présent.",
    visible_of="oui",
    source="notre choix : rapport de RP-01 aux parcours présents",
    origine="AJOUT",
    registres=("dossiers_ptp",),
    principal="dossiers_ptp",
    formula=en_flux,
)

RP_04 = Indicator(
    id="RP-04",
    libelle="Ruptures par cause",
    definition="Part de chacune des quatre causes parmi les ruptures dont la cause est connue.",
    formule="ruptures de RP-01 de cette cause / ruptures de RP-01 de cause renseignée",
    unite="%",
    kind="part",
    engagement="commun",
    periode="date_rupture dans la période",
    cas_limites="Cause non renseignée : hors base, affichée. « s » sous le seuil hors usage "
    "interne, avec masquage secondaire.",
    visible_of="oui",
    source="« Sécurisation des parcours », « des ruptures liées à la construction du projet […] au "
    'contenu même […] aux conditions de participation […] "impondérables" » (R-RUP-01)',
    origine="SEED",
    registres=("dossiers_ptp",),
    principal="dossiers_ptp",
    date_reference="date_rupture",
    ventilations=("cause_rupture",),
    sensibles=("cause_rupture",),
    repartition=True,
    formula=par_cause,
)

INDICATORS = (RP_01, RP_02, RP_03, RP_04)
