"""Indicators on the procedure of an intervention: the call, the agreement, then the contact."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import units
from reportlib.periods import Period
from reportlib.rules import etat, interventions
from reportlib.settings import Settings
from reportlib.wording import counted


def appels(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Situations opened in the period; the trainee called by its end in the numerator."""
    opened = _opened(dataset, period)
    called = opened["date_appel_stagiaire"].notna()
    shown = interventions.visibles(opened)
    return Units(units(opened, "id_intervention", numerateur=called, visible_of=shown))


def accords(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Situations of RP-12 with a call; agreed by the trainee in the numerator."""
    opened = _opened(dataset, period)
    called = opened.loc[opened["date_appel_stagiaire"].notna()]
    silent = int(called["accord_stagiaire"].isna().sum())
    agreed = interventions.visibles(called)
    return Units(
        units(called, "id_intervention", numerateur=agreed, visible_of=agreed),
        remark=f"Accord non documenté : {counted(silent, 'situation')}." if silent else "",
    )


def contacts_sans_accord(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Situations opened in the period where the provider was contacted without agreement."""
    opened = _opened(dataset, period)
    faulty = opened.loc[interventions.contacts_sans_accord(opened)]
    return Units(units(faulty, "id_intervention", visible_of=False))


def contacts_avant_appel(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Situations opened in the period where the provider was contacted before the trainee."""
    opened = _opened(dataset, period)
    faulty = opened.loc[interventions.contacts_avant_appel(opened)]
    return Units(units(faulty, "id_intervention", visible_of=interventions.visibles(faulty)))


def _opened(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Situations opened in the period; a call or a contact after its end is not known yet."""
    rows = dataset["interventions"]
    opened = rows.loc[period.contains(rows["date_ouverture"])]
    return opened.assign(
        date_appel_stagiaire=etat.connues(opened["date_appel_stagiaire"], period.end),
        date_contact_prestataire=etat.connues(opened["date_contact_prestataire"], period.end),
    )


RP_12 = Indicator(
    id="RP-12",
    libelle="Situations avec appel au stagiaire",
    definition="Part des situations où le stagiaire a été appelé.",
    formule="situations avec date_appel_stagiaire / situations ouvertes dans la période",
    unite="%",
    kind="part",
    engagement="TPGE",
    periode="date_ouverture dans la période, appel lu à sa fin",
    cas_limites="Interne. Appel postérieur à la période : pas encore connu.",
    visible_of="non",
    source="Espace organisme de formation, « dans un premier temps par un échange téléphonique "
    "avec le stagiaire […] avec l'accord de l'apprenant » (R-ACT-02)",
    origine="SEED",
    registres=("interventions",),
    principal="interventions",
    date_reference="date_ouverture",
    formula=appels,
)

RP_12B = replace(
    RP_12,
    id="RP-12b",
    libelle="Accord du stagiaire parmi les appelés",
    definition="Part des situations avec appel où le stagiaire a donné son accord.",
    formule="situations avec accord_stagiaire = oui / situations avec date_appel_stagiaire",
    cas_limites="Interne. Accord vide : « non documenté », dans la base, dit sous le chiffre.",
    formula=accords,
)

RP_12C = replace(
    RP_12,
    id="RP-12c",
    libelle="Contacts du prestataire sans accord",
    definition="Situations où le prestataire a été contacté sans l'accord du stagiaire.",
    formule="nombre de situations avec date_contact_prestataire et sans accord_stagiaire = oui",
    unite="situations",
    kind="compte",
    periode="date_ouverture dans la période, contact lu à sa fin",
    cas_limites="Interne. Cible : 0. Accord vide ou en attente : sans accord.",
    formula=contacts_sans_accord,
)

RP_12D = replace(
    RP_12C,
    id="RP-12d",
    libelle="Contacts du prestataire avant l'appel",
    definition="Situations où le prestataire a été contacté avant le stagiaire.",
    formule="nombre de situations avec date_contact_prestataire < date_appel_stagiaire",
    cas_limites="Interne. Cible : 0. Le même jour : dans l'ordre. Sans date d'appel : non compté.",
    formula=contacts_avant_appel,
)

INDICATORS = (RP_12, RP_12B, RP_12C, RP_12D)
