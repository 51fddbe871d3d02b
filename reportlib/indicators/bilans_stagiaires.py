"""Indicators on the team's presence at the trainees' reviews (not the charter's own review)."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.settings import Settings


def _suivis(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Reviews attended in the period, one row a presence."""
    return dataset["suivi_parcours"].loc[lambda rows: period.contains(rows["date_suivi"])]


def presences(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Reviews attended in the period, one unit a presence."""
    return Units(units(_suivis(dataset, period), "id_suivi", par=("etape",)))


def reajustes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Reviews attended that say if the path was adjusted; adjusted in the numerator."""
    seen = _suivis(dataset, period)
    said = seen["reajustement"].notna()
    base = seen.loc[said]
    return Units(
        units(base, "id_suivi", numerateur=base["reajustement"].astype(float), par=("etape",)),
        gathered(left_out(seen.loc[~said], "id_suivi", "réajustement non renseigné")),
    )


BA_13 = Indicator(
    id="BA-13",
    libelle="Présence aux bilans des stagiaires",
    definition="Bilans intermédiaires et finaux des stagiaires suivis par le pôle.",
    formule="nombre de présences (id_suivi) par étape",
    unite="présences",
    kind="compte",
    engagement="TPGE",
    periode="date_suivi dans la période",
    cas_limites="Bilans des stagiaires, à ne pas confondre avec le bilan intermédiaire de la "
    "charte. Dossier inconnu : compté dans la région, attribué à aucun organisme.",
    visible_of="oui",
    source="Espace organisme de formation, « Notre équipe peut être présente lors des bilans "
    "intermédiaires et finaux » (R-ACT-05)",
    origine="SEED",
    registres=("suivi_parcours",),
    principal="suivi_parcours",
    date_reference="date_suivi",
    ventilations=("etape",),
    formula=presences,
)

BA_13B = replace(
    BA_13,
    id="BA-13b",
    libelle="Bilans des stagiaires suivis d'un réajustement",
    definition="Part des bilans suivis où le parcours a été réajusté.",
    formule="présences avec reajustement = oui / présences renseignées",
    unite="%",
    kind="part",
    cas_limites="Réajustement non renseigné : hors base, effectif affiché.",
    formula=reajustes,
)

INDICATORS = (BA_13, BA_13B)
