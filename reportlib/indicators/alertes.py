"""Charter indicators on alerts raised by signatories, and the ruptures they announce (OF-2)."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.signataires import engages_un_jour
from reportlib.indicators.units import gathered, left_out, months, units
from reportlib.periods import Period
from reportlib.rules import alertes as regles
from reportlib.rules import charte, ptp
from reportlib.rules.visibilite import visible_of
from reportlib.settings import Settings

_NOT_SIGNED = "organisme non signataire à cette date"


def _raised(
    dataset: Dataset, period: Period, settings: Settings
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Alerts of CH-21, and those of the period that are not.

    A trainee's alert is never in an organisation's copy, left out or not (R-AL-04).
    """
    alertes = dataset["alertes"].loc[lambda rows: period.contains(rows["date_alerte"])]
    active = charte.signataires_au(
        alertes["id_of"], alertes["date_alerte"], dataset["signataires"], settings.charte
    )
    theirs = regles.d_organisme(alertes)
    seen = alertes.assign(
        origine_evenement=regles.origines(alertes), mois=months(alertes["date_alerte"])
    )
    reason = pd.Series(_NOT_SIGNED, index=alertes.index, dtype="str")
    reason = reason.mask(~theirs, "émise par un autre que l'organisme")
    apart = alertes.loc[~(theirs & active)]
    return seen.loc[theirs & active], left_out(
        apart,
        "id_alerte",
        reason.loc[apart.index],
        visible_of=visible_of("alertes", apart),
    )


def emises(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Alerts raised by active signatories in the period, one unit an alert."""
    raised, apart = _raised(dataset, period, settings)
    return Units(
        units(raised, "id_alerte", par=("type_evenement", "origine_evenement", "mois")),
        gathered(apart),
    )


def auteurs(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Signatories active a day of the period; with an alert of CH-21 in the numerator."""
    base = engages_un_jour(dataset, period, settings)
    raised, _ = _raised(dataset, period, settings)
    return Units(
        units(base, "id_of", numerateur=base["id_of"].isin(raised["id_of"]), par=("departement",)),
        remark="Un organisme sans événement n'a rien à alerter.",
    )


def annoncees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Signatories' paths broken in the period; announced by an alert of risk in the numerator."""
    held = ptp.lignes_en_vigueur(dataset["dossiers_ptp"], period.end)
    broken = held.loc[period.contains(held["date_rupture"])]
    active = charte.signataires_au(
        broken["id_of"], broken["date_rupture"], dataset["signataires"], settings.charte
    )
    base = broken.loc[active]
    delay = settings.choix.delai_alerte_rupture
    raised, _ = _raised(dataset, period, settings)
    nameless = raised.loc[regles.de_risque(raised) & raised["id_dossier"].isna()]
    return Units(
        units(
            base,
            "id_dossier",
            numerateur=regles.annoncees(base, dataset["alertes"], delay),
        ),
        gathered(left_out(nameless, "id_alerte", "alerte sans dossier, non rapprochée")),
        f"Alerte de risque de rupture dans les {delay} jours qui précèdent la rupture.",
    )


_alerte = partial(
    Indicator,
    unite="alertes",
    kind="compte",
    engagement="OF (OF-2)",
    periode="date_alerte dans la période",
    visible_of="oui",
    source="Charte d'engagement, « Émettre une alerte ou informer Transitions Pro Grand Est » "
    "(R-AL-01)",
    origine="SEED",
    registres=("alertes", "signataires"),
    principal="alertes",
    date_reference="date_alerte",
    charte=True,
)

CH_21 = _alerte(
    id="CH-21",
    libelle="Alertes émises par les organismes",
    definition="Alertes et informations venant des signataires.",
    formule="nombre d'alertes distinctes, emetteur = organisme, organisme signataire actif à la "
    "date de l'alerte",
    cas_limites="Plus d'alertes n'est ni bon ni mauvais. Alerte d'un autre émetteur : à part ; "
    "celle d'un stagiaire n'est jamais montrée à l'organisme, décompte compris (R-AL-04).",
    ventilations=("type_evenement", "origine_evenement", "mois"),
    formula=emises,
)

CH_22 = _alerte(
    id="CH-22",
    libelle="Alertes selon l'origine de l'événement",
    definition="Alertes selon que l'événement vient de l'organisme ou du stagiaire.",
    formule="alertes de CH-21 par origine_evenement",
    cas_limites="Origine vide : inconnue. L'origine de l'événement n'est pas l'émetteur.",
    source="Charte d'engagement, « Ces évènements peuvent émaner soit de l'organisme soit du "
    "stagiaire » (R-AL-01)",
    ventilations=("origine_evenement",),
    formula=emises,
)

CH_23 = _alerte(
    id="CH-23",
    libelle="Alertes selon le type d'événement",
    definition="Alertes selon la nature de l'événement.",
    formule="alertes de CH-21 par type_evenement",
    cas_limites="Un type par alerte.",
    source="Charte d'engagement, « (risque de rupture, changement de modalités…) »",
    ventilations=("type_evenement",),
    formula=emises,
)

CH_24 = _alerte(
    id="CH-24",
    libelle="Organismes ayant alerté",
    definition="Part des signataires auteurs d'au moins une alerte.",
    formule="organismes distincts de CH-21 / organismes signataires actifs au moins un jour de la "
    "période",
    unite="%",
    kind="part",
    cas_limites="Un organisme sans événement n'a rien à alerter. Aucun signataire actif : s. o. "
    "Moins de 5 organismes : « s » hors usage interne.",
    visible_of="region",
    origine="AJOUT",
    principal="signataires",
    date_reference=None,
    ventilations=("departement",),
    masque_of=True,
    formula=auteurs,
)

CH_25 = _alerte(
    id="CH-25",
    libelle="Ruptures précédées d'une alerte",
    definition="Part des ruptures annoncées par une alerte de risque de rupture.",
    formule="dossiers de signataires rompus dans la période, avec une alerte de l'organisme, de "
    "type risque_rupture, de N jours avant la rupture à son jour / dossiers rompus",
    unite="%",
    kind="part",
    periode="date_rupture dans la période",
    cas_limites="N : paramètre delai_alerte_rupture, 90 jours par défaut (notre choix), bornes "
    "incluses. Signataire actif à la rupture. Alerte sans dossier : non rapprochée, effectif "
    "affiché ; aucune rupture : s. o.",
    source="Charte d'engagement, « venant impacter le parcours du stagiaire (risque de "
    "rupture…) » (R-AL-05)",
    origine="AJOUT",
    registres=("dossiers_ptp", "alertes", "signataires"),
    principal="dossiers_ptp",
    date_reference="date_rupture",
    formula=annoncees,
)

INDICATORS = (CH_21, CH_22, CH_23, CH_24, CH_25)
