"""Indicators on changes of a path under way: requests, notice, validations, cancelled sessions."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, months, units
from reportlib.periods import Period
from reportlib.rules import avenants
from reportlib.settings import Settings


def _demandes(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Requests of the period, one row a request."""
    return dataset["avenants"].loc[lambda rows: period.contains(rows["date_demande"])]


def demandes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Requests of the period, one unit a request."""
    return Units(units(_demandes(dataset, period), "id_avenant", par=("type_changement",)))


def anticipees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Requests whose day of effect is known; made up to that day in the numerator."""
    asked = _demandes(dataset, period)
    early = avenants.anticipees(asked)
    known = early.notna()
    return Units(
        units(
            asked.loc[known],
            "id_avenant",
            numerateur=early.loc[known].astype(float),
            par=("type_changement",),
        ),
        gathered(left_out(asked.loc[~known], "id_avenant", "date d'effet non renseignée")),
    )


def validees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Requests that three parties must agree to; agreed by all three in the numerator."""
    asked = _demandes(dataset, period)
    needed = avenants.a_trois_validations(asked)
    base = asked.loc[needed]
    said = avenants.validations(base)
    undocumented = said.eq("non_documentees").any()
    return Units(
        units(
            base,
            "id_avenant",
            numerateur=said.eq("completes"),
            par=("type_changement",),
        ),
        gathered(left_out(asked.loc[~needed], "id_avenant", "trois validations non exigées")),
        "Une validation non documentée ne compte pas comme donnée." if undocumented else "",
    )


def annules(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files touched by a cancelled session in the period, one unit a file."""
    asked = _demandes(dataset, period)
    cancelled = asked.loc[asked["type_changement"].eq(avenants.ANNULATION)]
    named = cancelled.assign(mois=months(cancelled["date_demande"])).sort_values(
        ["id_dossier", "date_demande", "id_avenant"], kind="stable"
    )
    lists = named.groupby("id_dossier", as_index=False, observed=True).agg(
        mois=("mois", lambda values: ";".join(sorted(set(values))))
    )
    touched = (
        named.drop_duplicates("id_dossier")
        .drop(columns="mois")
        .merge(lists, on="id_dossier", validate="one_to_one")
    )
    return Units(units(touched, "id_dossier", par=("mois",)))


BA_17 = Indicator(
    id="BA-17",
    libelle="Changements de calendrier, de déroulement et avenants",
    definition="Demandes de changement d'un parcours en cours, tous types.",
    formule="nombre de demandes (id_avenant) par type",
    unite="demandes",
    kind="compte",
    engagement="commun",
    periode="date_demande dans la période",
    cas_limites="Tous types : calendrier, déroulement, report de fin, modalité, annulation de "
    "session. Dossier inconnu : compté dans la région, attribué à aucun organisme.",
    visible_of="oui",
    source="Espace organisme de formation, « Si la modification porte sur le calendrier de "
    "formation ou sur le déroulement » (R-CAL-01 à R-CAL-03)",
    origine="SEED",
    registres=("avenants",),
    principal="avenants",
    date_reference="date_demande",
    ventilations=("type_changement",),
    formula=demandes,
)

BA_17B = replace(
    BA_17,
    id="BA-17b",
    libelle="Changements demandés en amont",
    definition="Part des changements demandés au plus tard le jour où ils prennent effet.",
    formule="demandes avec date_demande ≤ date_effet / demandes dont la date d'effet est connue",
    unite="%",
    kind="part",
    cas_limites="Tous types. Date d'effet non renseignée : hors base, affichée. La date d'effet "
    "est annoncée par la demande : elle peut suivre la fin de la période.",
    formula=anticipees,
)

BA_17C = replace(
    BA_17,
    id="BA-17c",
    libelle="Changements validés par les trois parties",
    definition="Part des changements de calendrier, de déroulement ou de fin validés par le "
    "salarié, l'organisme et l'entreprise.",
    formule="demandes avec trois validations / demandes de type calendrier, deroulement ou "
    "report_fin",
    unite="%",
    kind="part",
    cas_limites="Modalité et annulation de session hors base (R-CAL-01). Validation vide : non "
    "documentée, dans la base, ne suffit pas. Avenant établi sans trois validations : anomalie "
    "listée en interne.",
    formula=validees,
)

BA_18 = replace(
    BA_17,
    id="BA-18",
    libelle="Annulations de session",
    definition="Dossiers PTP touchés par une annulation de session.",
    formule="nombre de dossiers distincts avec une demande de type annulation_session",
    unite="dossiers",
    engagement="OF",
    cas_limites="Une session peut toucher plusieurs dossiers ; les registres n'identifient pas la "
    "session : les sessions ne sont pas comptées. Dossier touché deux fois : compté une fois, et "
    "une fois par mois.",
    source="Espace organisme de formation, « En cas d'annulation de session de formation » "
    "(R-CAL-02)",
    ventilations=("mois",),
    multiples=("mois",),
    formula=annules,
)

INDICATORS = (BA_17, BA_17B, BA_17C, BA_18)
