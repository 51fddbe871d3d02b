"""Indicators on the juries of the CléA certificate; they belong to the region as such."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.aggregation import REGIONAL
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, months, units
from reportlib.periods import Period
from reportlib.rules import clea
from reportlib.settings import Settings
from reportlib.wording import listed, month


def _jurys(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Juries of the period, one row a jury, named after its day."""
    held = dataset["jurys_clea"].loc[lambda rows: period.contains(rows["date_jury"])]
    return held.assign(
        id_of=pd.Series(REGIONAL, index=held.index, dtype="str"),
        cle=held["date_jury"].dt.strftime("%Y-%m-%d"),
        mois=months(held["date_jury"]),
    )


def tenus(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Juries of the period, one unit a jury."""
    held = _jurys(dataset, period)
    empty = clea.mois_sans_jury(held, period) if len(held) else []
    said = f"Mois sans jury : {listed([month(one) for one in empty])}." if empty else ""
    return Units(units(held, "cle", par=("mois",)), remark=said)


def certifies(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Juries that say both numbers, each weighing its candidates; certified in the numerator."""
    held = _jurys(dataset, period)
    said = held["candidatures"].notna() & held["certifies"].notna()
    base = held.loc[said]
    return Units(
        units(
            base,
            "cle",
            numerateur=base["certifies"].astype(float),
            denominateur=base["candidatures"].astype(float),
            par=("mois",),
        ),
        gathered(left_out(held.loc[~said], "cle", "effectifs non renseignés")),
    )


BA_20 = Indicator(
    id="BA-20",
    libelle="Jurys CléA",
    definition="Jurys paritaires CléA tenus.",
    formule="nombre de jurys",
    unite="jurys",
    kind="compte",
    engagement="TPGE",
    periode="date_jury dans la période",
    cas_limites="12 attendus par an ; mois sans jury listés, sans jugement.",
    visible_of="region",
    source="Espace organisme de formation, « Les membres du jury paritaire se réunissent chaque "
    "mois » (R-CLEA-01)",
    origine="SEED",
    registres=("jurys_clea",),
    principal="jurys_clea",
    date_reference="date_jury",
    ventilations=("mois",),
    formula=tenus,
)

BA_20B = replace(
    BA_20,
    id="BA-20b",
    libelle="Candidats certifiés CléA",
    definition="Part des candidatures présentées aux jurys CléA qui ont été certifiées.",
    formule="somme des certifiés / somme des candidatures",
    unite="%",
    kind="part",
    cas_limites="Jury dont un des deux effectifs manque : hors base, affiché. Aucune valeur de "
    "référence dans les documents.",
    formula=certifies,
)

INDICATORS = (BA_20, BA_20B)
