"""Indicators on hours completed, by the last deposit of each month's certificate."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import certificats_realisation as regles
from reportlib.rules import ptp
from reportlib.settings import Settings


def realisees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Hours of the months of the period, one unit a file, month and kind of hour."""
    every = _nommes(dataset["certificats_realisation"])
    months = regles.mois_entiers(period)
    inside = every.loc[every["mois"].isin(months)]
    held = regles.derniers_depots(inside, period.end)
    said = regles.heures_totales(held).notna()
    long = _par_type(held.loc[said])
    ever = inside.loc[~inside["certificat"].isin(held["certificat"])]
    absent = ever.loc[ever["date_depot"].isna()]
    return Units(
        units(long, "cle", numerateur=long["heures"], par=("type_heure", "mois")),
        gathered(
            left_out(held.loc[~said], "certificat", "heures non renseignées"),
            left_out(absent, "certificat", "non déposé"),
        ),
    )


def au_prevu(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files of ``realisees``; all their hours up to the period's end, over those planned."""
    last = regles.derniers_depots(dataset["certificats_realisation"], period.end)
    hours = last.assign(heures=regles.heures_totales(last).astype(float)).dropna(subset="heures")
    inside = hours["mois"].isin(regles.mois_entiers(period))
    known = hours.loc[hours["mois"].le(f"{period.end:%Y-%m}")]
    done = known.groupby("id_dossier", as_index=False, observed=True).agg(heures=("heures", "sum"))
    planned = ptp.lignes_en_vigueur(dataset["dossiers_ptp"], period.end)
    active = (
        hours.loc[inside, ["id_dossier", "id_of"]]
        .drop_duplicates("id_dossier")
        .merge(done, on="id_dossier", validate="one_to_one")
        .merge(
            planned[["id_dossier", "heures_prevues"]],
            on="id_dossier",
            how="left",
            validate="one_to_one",
        )
    )
    said = active["heures_prevues"].gt(0).fillna(value=False).astype(bool)
    base = active.loc[said]
    return Units(
        units(
            base,
            "id_dossier",
            numerateur=base["heures"],
            denominateur=base["heures_prevues"].astype(float),
        ),
        gathered(left_out(active.loc[~said], "id_dossier", "heures prévues non renseignées")),
    )


def _nommes(deposits: pd.DataFrame) -> pd.DataFrame:
    """Deposits with ``certificat``, the name of the file and month that each is of."""
    return deposits.assign(certificat=deposits["id_dossier"] + "|" + deposits["mois"])


def _par_type(held: pd.DataFrame) -> pd.DataFrame:
    """Certificates, one row a kind of hour that each says."""
    kinds = [
        held.assign(type_heure=kind, heures=held[column], cle=held["certificat"] + "|" + kind)
        for kind, column in regles.HEURES.items()
    ]
    long = pd.concat(kinds, ignore_index=True)
    return long.loc[long["heures"].notna()].astype({"heures": float})


BA_16 = Indicator(
    id="BA-16",
    libelle="Heures réalisées",
    definition="Heures réalisées en centre, à distance et en stage.",
    formule="somme des heures du dernier dépôt de chaque dossier et mois",
    unite="heures",
    kind="somme",
    engagement="contexte",
    periode="mois entièrement dans la période, dépôts connus à sa fin",
    cas_limites="Heures de stage comprises. Rectificatif : les heures du dernier dépôt comptent. "
    "Certificat non déposé ou sans heures : à part.",
    visible_of="oui",
    source="Espace organisme de formation, « comptabiliser également les heures de stage » "
    "(R-CR-04)",
    origine="SEED",
    registres=("certificats_realisation",),
    principal="certificats_realisation",
    date_reference="mois",
    ventilations=("type_heure", "mois"),
    formula=realisees,
)

BA_16B = replace(
    BA_16,
    id="BA-16b",
    libelle="Heures réalisées rapportées aux heures prévues",
    definition="Part des heures prévues déjà réalisées, dossiers dont des heures sont déclarées "
    "dans la période.",
    formule="heures de tous les mois du dossier jusqu'à la fin de la période / heures_prevues",
    unite="%",
    kind="part",
    cas_limites="Dossier déclaré à 0 heure : dans la base. Heures prévues non renseignées : hors "
    "base, affichées. Plus d'heures que prévu : "
    "la part dépasse 100 %.",
    registres=("certificats_realisation", "dossiers_ptp"),
    ventilations=(),
    formula=au_prevu,
)

INDICATORS = (BA_16, BA_16B)
