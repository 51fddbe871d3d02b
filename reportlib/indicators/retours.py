"""Charter indicators on what Transitions Pro does of proposals: studied, answered (TP-1)."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.propositions import recues, suivies
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import etat
from reportlib.settings import Settings

DELAI_EN_COURS = 30
"""Days since reception under which a proposal with no answer is « en cours » (CH-09). [days]"""


def etudiees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Proposals of CH-04; studied up to the period's end in the numerator."""
    sent, apart = recues(dataset, period, settings)
    studied = etat.connues(sent["date_etude"], period.end).notna()
    return Units(
        units(sent, "id_proposition", numerateur=studied, par=("trimestre",)), gathered(apart)
    )


def repondues(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Proposals of CH-04; answered up to the period's end in the numerator."""
    sent, apart = recues(dataset, period, settings)
    answered = etat.connues(sent["date_retour"], period.end).notna()
    age = (pd.Timestamp(period.end) - sent["date_reception"]).dt.days
    state = pd.Series("sans_retour", index=sent.index, dtype="str")
    state = state.mask(age.lt(DELAI_EN_COURS), "en_cours").mask(answered, "retour_fait")
    return Units(
        units(
            sent.assign(retour=state),
            "id_proposition",
            numerateur=answered,
            par=("trimestre", "retour"),
        ),
        gathered(apart),
    )


def _answered(
    dataset: Dataset, period: Period, settings: Settings
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Answers of the period to written proposals of signatories, with ``delai`` [days]; apart."""
    propositions, reason = suivies(dataset, settings)
    inside = period.contains(propositions["date_retour"])
    days = (propositions["date_retour"] - propositions["date_reception"]).dt.days
    reason = reason.mask(days.lt(0), "délai négatif").mask(days.isna(), "non datée")
    aside = inside & reason.notna()
    return (
        propositions.assign(delai=days).loc[inside & reason.isna()],
        left_out(propositions.loc[aside], "id_proposition", reason.loc[aside]),
    )


def delais_retour(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Answers of the period to written proposals of signatories; days from reception."""
    timed, apart = _answered(dataset, period, settings)
    return Units(
        units(timed, "id_proposition", numerateur=timed["delai"], par=("modalites",)),
        gathered(apart),
    )


def financiers(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Answers of CH-10 that say whether they treat of funding; those that do on top."""
    timed, apart = _answered(dataset, period, settings)
    said = timed["retour_ingenierie_financiere"].notna()
    base = timed.loc[said]
    unsaid = left_out(timed.loc[~said], "id_proposition", "ingénierie financière non renseignée")
    return Units(
        units(
            base,
            "id_proposition",
            numerateur=base["retour_ingenierie_financiere"].astype(float),
        ),
        gathered(unsaid, apart),
    )


_retour = partial(
    Indicator,
    unite="%",
    kind="part",
    engagement="TPGE (TP-1)",
    visible_of="oui",
    origine="SEED",
    registres=("propositions", "signataires"),
    principal="propositions",
    charte=True,
)

CH_08 = _retour(
    id="CH-08",
    libelle="Propositions étudiées",
    definition="Part des propositions reçues étudiées par Transitions Pro.",
    formule="propositions de CH-04 avec date_etude jusqu'à la fin de la période / propositions de "
    "CH-04",
    periode="date_reception dans la période, étude lue à sa fin",
    cas_limites="Étude après la fin de la période : non étudiée à cette date. Date d'étude vide : "
    "non étudiée, même si un retour est daté.",
    source="Charte d'engagement, « Étudier les propositions d'ingénierie »",
    date_reference="date_reception",
    ventilations=("trimestre",),
    formula=etudiees,
)

CH_09 = _retour(
    id="CH-09",
    libelle="Propositions ayant reçu un retour",
    definition="Part des propositions reçues qui ont eu un retour.",
    formule="propositions de CH-04 avec date_retour jusqu'à la fin de la période / propositions de "
    "CH-04",
    periode="date_reception dans la période, retour lu à sa fin",
    cas_limites="Reçues depuis moins de 30 jours et sans retour : dans la base, affichées « en "
    "cours » à côté du taux.",
    source="Charte d'engagement, « faire un retour » (R-CH-14)",
    date_reference="date_reception",
    ventilations=("trimestre", "retour"),
    formula=repondues,
)

CH_10 = _retour(
    id="CH-10",
    libelle="Délai médian de retour",
    definition="Jours calendaires de la réception au retour, pour les retours faits dans la "
    "période.",
    formule="médiane(date_retour - date_reception) des propositions écrites de signataires dont le "
    "retour est dans la période",
    unite="jours",
    kind="mediane",
    periode="date_retour dans la période, quelle que soit la date de réception",
    cas_limites="Population différente de CH-09. Signataire actif à la réception. Moins de 5 "
    "retours : minimum et maximum, pas de médiane. Délai négatif : anomalie exclue.",
    source="Charte d'engagement, qui ne fixe pas de délai (R-CH-14)",
    origine="AJOUT",
    date_reference="date_retour",
    ventilations=("modalites",),
    multiples=("modalites",),
    formula=delais_retour,
)

CH_11 = _retour(
    id="CH-11",
    libelle="Retours traitant l'ingénierie financière",
    definition="Part des retours faits dans la période qui traitent le financement.",
    formule="retours de CH-10 avec retour_ingenierie_financiere = oui / retours de CH-10 "
    "renseignés",
    periode="date_retour dans la période, quelle que soit la date de réception",
    cas_limites="Même population que CH-10, renseignée ; vides hors base, effectif affiché.",
    source="Charte d'engagement, « notamment sur l'ingénierie financière et les possibles en la "
    "matière » (R-CH-14)",
    date_reference="date_retour",
    formula=financiers,
)

INDICATORS = (CH_08, CH_09, CH_10, CH_11)
