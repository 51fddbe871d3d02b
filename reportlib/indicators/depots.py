"""Indicators on files filed: volume, prior assessment, the funnel of the cohort filed."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, joined, left_out, months, units
from reportlib.periods import Period
from reportlib.rules import etat, ptp
from reportlib.settings import Settings

ETAPES = ("depose", "passe", "decide", "accorde")
_UNDECIDED = {
    "irrecevable": "irrecevable",
    "ajourne": "ajourné",
    "en_attente": "en attente",
    "abandon": "abandon",
}


def _filed(dataset: Dataset, period: Period) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Files filed in the period, in their state at its end; and files with no date of filing."""
    dossiers = dataset["dossiers_ptp"]
    held = ptp.lignes_en_vigueur(
        dossiers.assign(
            date_depot=ptp.premiers_depots(dossiers), premier=ptp.premiers_passages(dossiers)
        ),
        period.end,
    )
    before = (held["premier"] < pd.Timestamp(period.start)).fillna(value=False).astype(bool)
    undated = held.loc[held["date_depot"].isna() & ~before]
    filed = held.loc[period.contains(held["date_depot"])]
    return filed.assign(mois=months(filed["date_depot"])), undated


def deposes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files by their oldest date of filing, one unit a file."""
    filed, undated = _filed(dataset, period)
    return Units(
        units(filed, "id_dossier", par=("mois", "type_certification")),
        gathered(left_out(undated, "id_dossier", "non daté")),
    )


def positionnes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files filed in the period whose prior assessment is said; True in the numerator."""
    filed, undated = _filed(dataset, period)
    said = filed["positionnement_fourni"].notna()
    base = filed.loc[said]
    return Units(
        units(base, "id_dossier", numerateur=base["positionnement_fourni"].astype(float)),
        gathered(
            left_out(filed.loc[~said], "id_dossier", "positionnement non renseigné"),
            left_out(undated, "id_dossier", "non daté"),
        ),
    )


def entonnoir(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files filed in the period, with the steps that each has reached at its end."""
    filed, undated = _filed(dataset, period)
    state = etat.decisions(filed, period.end)
    passed = filed["date_commission"].notna()
    decided = passed & state["decision"].isin(("accord", "refus"))
    granted = decided & state["decision"].eq("accord")
    steps = pd.DataFrame({"depose": True, "passe": passed, "decide": decided, "accorde": granted})
    cohort = filed.assign(etape=joined(steps), etat_import_etape=state["etat_import"] & decided)
    reason = state["decision"].map(_UNDECIDED).fillna("décision non renseignée")
    aside = reason.where(passed | state["decision"].eq("abandon"), "pas encore passé en commission")
    return Units(
        units(cohort, "id_dossier", par=("etape", "mois")),
        gathered(
            left_out(filed.loc[~decided], "id_dossier", aside.loc[~decided]),
            left_out(undated, "id_dossier", "non daté"),
        ),
    )


BA_01 = Indicator(
    id="BA-01",
    libelle="Dossiers PTP déposés",
    definition="Nombre de dossiers déposés dans la période.",
    formule="nombre de dossiers distincts dont la plus ancienne date_depot est dans la période",
    unite="dossiers",
    kind="compte",
    engagement="contexte",
    periode="date_depot dans la période",
    cas_limites="Dossier sans date de dépôt : compté à part. N'est la base ni de BA-02 ni de "
    "BA-03 : voir BA-27.",
    visible_of="oui",
    source="Charte d'engagement, « bilan annuel sur les PTP »",
    origine="AJOUT",
    registres=("dossiers_ptp",),
    principal="dossiers_ptp",
    date_reference="date_depot",
    ventilations=("mois", "type_certification"),
    formula=deposes,
)

BA_19 = Indicator(
    id="BA-19",
    libelle="Positionnements fournis",
    definition="Part des dossiers déposés avec un positionnement préalable.",
    formule="dossiers déposés avec positionnement_fourni = oui / dossiers déposés renseignés",
    unite="%",
    kind="part",
    engagement="OF",
    periode="date_depot dans la période",
    cas_limites="Positionnement non renseigné : hors base, effectif affiché.",
    visible_of="oui",
    source="Espace organisme de formation, « Le positionnement préalable est un élément "
    "indispensable » (R-PTP-09)",
    origine="SEED",
    registres=("dossiers_ptp",),
    principal="dossiers_ptp",
    date_reference="date_depot",
    formula=positionnes,
)

BA_27 = Indicator(
    id="BA-27",
    libelle="Entonnoir de la cohorte déposée",
    definition="Devenir, à la fin de la période, des dossiers déposés dans la période.",
    formule="dossiers de BA-01, dont passés en commission, dont décidés (accord ou refus), dont "
    "accordés, état lu à la fin de la période",
    unite="dossiers",
    kind="compte",
    engagement="contexte",
    periode="date_depot dans la période, état lu à sa fin",
    cas_limites="Étapes emboîtées par construction. Irrecevables, ajournés, en attente et abandons "
    "affichés à côté. BA-01, BA-02 et BA-03 gardent leurs propres dates et ne s'emboîtent pas. "
    "Décision finale non datée : état à l'import.",
    visible_of="oui",
    source="Charte d'engagement, « bilan annuel sur les PTP » (R-PTP-12)",
    origine="AJOUT",
    registres=("dossiers_ptp",),
    principal="dossiers_ptp",
    date_reference="date_depot",
    ventilations=("etape", "mois"),
    multiples=("etape",),
    formula=entonnoir,
)

INDICATORS = (BA_01, BA_19, BA_27)
