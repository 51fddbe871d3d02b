"""Charter indicators on the proposals of signatories: sent, fruitful, answered (OF-1, TP-1)."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, quarters, units
from reportlib.periods import Period
from reportlib.rules import activite, charte, etat
from reportlib.settings import Settings

DELAI_EN_COURS = 30
"""Days since reception under which a proposal with no answer is « en cours » (CH-09). [days]"""


def _written(dataset: Dataset, settings: Settings) -> tuple[pd.DataFrame, pd.Series]:
    """Proposals, and why each is no written proposal of an active signatory (missing: it is one).

    The signature is read on the day of reception (R-CH-01); R-CH-05 wants the writing.
    """
    propositions = dataset["propositions"]
    active = charte.signataires_au(
        propositions["id_of"],
        propositions["date_reception"],
        dataset["signataires"],
        settings.charte,
    )
    written = propositions["formalisee_ecrit"].fillna(value=False).astype(bool)
    reason = pd.Series(index=propositions.index, dtype="str")
    reason = reason.mask(~active, "organisme non signataire à cette date")
    reason = reason.mask(~written, "contact sans écrit")
    reason = reason.mask(
        activite.sources(propositions).eq("of"), "déclarée par l'organisme (suivi conjoint)"
    )
    return propositions, reason


def _received(
    dataset: Dataset, period: Period, settings: Settings
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Proposals of CH-04, and those received in the period that are not."""
    propositions, reason = _written(dataset, settings)
    inside = period.contains(propositions["date_reception"])
    seen = propositions.assign(trimestre=quarters(propositions["date_reception"]))
    aside = inside & reason.notna()
    return (
        seen.loc[inside & reason.isna()],
        left_out(propositions.loc[aside], "id_proposition", reason.loc[aside]),
    )


def emises(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Written proposals of active signatories received in the period, one unit a proposal."""
    sent, apart = _received(dataset, period, settings)
    return Units(units(sent, "id_proposition", par=("modalites", "trimestre")), gathered(apart))


def abouties(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Proposals of CH-04 that led to an adapted path; an undated answer, so an import state."""
    sent, apart = _received(dataset, period, settings)
    led = sent["permet_amenagement"].eq("oui").fillna(value=False).astype(bool)
    said = {"non": "sans aménagement", "en_cours": "en cours"}
    reason = sent["permet_amenagement"].map(said).fillna("suite non renseignée")
    return Units(
        units(sent.loc[led], "id_proposition", etat_import=True, par=("modalites", "trimestre")),
        gathered(left_out(sent.loc[~led], "id_proposition", reason.loc[~led]), apart),
    )


def repondues(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Proposals of CH-04; answered up to the period's end in the numerator."""
    sent, apart = _received(dataset, period, settings)
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


def delais_retour(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Answers of the period to written proposals of signatories; days from reception."""
    propositions, reason = _written(dataset, settings)
    inside = period.contains(propositions["date_retour"])
    days = (propositions["date_retour"] - propositions["date_reception"]).dt.days
    reason = reason.mask(days.lt(0), "délai négatif").mask(days.isna(), "non datée")
    timed, aside = inside & reason.isna(), inside & reason.notna()
    return Units(
        units(
            propositions.loc[timed],
            "id_proposition",
            numerateur=days.loc[timed],
            par=("modalites",),
        ),
        gathered(left_out(propositions.loc[aside], "id_proposition", reason.loc[aside])),
    )


CH_04 = Indicator(
    id="CH-04",
    libelle="Propositions d'ingénierie individualisée émises",
    definition="Propositions écrites reçues des signataires (indicateur de la charte, lecture "
    "large).",
    formule="nombre de propositions distinctes, formalisee_ecrit = oui, organisme signataire actif "
    "à la date de réception",
    unite="propositions",
    kind="compte",
    engagement="OF (OF-1)",
    periode="date_reception dans la période",
    cas_limites="Contact sans écrit : compté à part. Ligne déclarée par l'organisme (suivi "
    "conjoint) exclue ; source vide : Transitions Pro.",
    visible_of="oui",
    source="Charte d'engagement, « nombre de propositions émanant de l'organisme de formation vers "
    "Transitions Pro Grand Est qui permettent ces parcours aménagés » (R-CH-04, R-CH-05)",
    origine="SEED",
    registres=("propositions", "signataires"),
    principal="propositions",
    date_reference="date_reception",
    ventilations=("modalites", "trimestre"),
    multiples=("modalites",),
    charte=True,
    formula=emises,
)

CH_05 = Indicator(
    id="CH-05",
    libelle="Propositions ayant permis un parcours aménagé",
    definition="Propositions abouties (lecture stricte de la même phrase de la charte).",
    formule="propositions de CH-04 avec permet_amenagement = oui",
    unite="propositions",
    kind="compte",
    engagement="OF (OF-1)",
    periode="date_reception dans la période",
    cas_limites="En cours ou vide : à part, effectif affiché. La suite donnée n'est pas datée : "
    "état à l'import.",
    visible_of="oui",
    source="Charte d'engagement, « qui permettent ces parcours aménagés » (R-CH-04)",
    origine="SEED",
    registres=("propositions", "signataires"),
    principal="propositions",
    date_reference="date_reception",
    ventilations=("modalites", "trimestre"),
    multiples=("modalites",),
    charte=True,
    formula=abouties,
)

CH_09 = Indicator(
    id="CH-09",
    libelle="Propositions ayant reçu un retour",
    definition="Part des propositions reçues qui ont eu un retour.",
    formule="propositions de CH-04 avec date_retour jusqu'à la fin de la période / propositions de "
    "CH-04",
    unite="%",
    kind="part",
    engagement="TPGE (TP-1)",
    periode="date_reception dans la période, retour lu à sa fin",
    cas_limites="Reçues depuis moins de 30 jours et sans retour : dans la base, affichées « en "
    "cours » à côté du taux.",
    visible_of="oui",
    source="Charte d'engagement, « faire un retour » (R-CH-14)",
    origine="SEED",
    registres=("propositions", "signataires"),
    principal="propositions",
    date_reference="date_reception",
    ventilations=("trimestre", "retour"),
    charte=True,
    formula=repondues,
)

CH_10 = Indicator(
    id="CH-10",
    libelle="Délai médian de retour",
    definition="Jours calendaires de la réception au retour, pour les retours faits dans la "
    "période.",
    formule="médiane(date_retour - date_reception) des propositions écrites de signataires dont le "
    "retour est dans la période",
    unite="jours",
    kind="mediane",
    engagement="TPGE (TP-1)",
    periode="date_retour dans la période, quelle que soit la date de réception",
    cas_limites="Population différente de CH-09. Signataire actif à la réception. Moins de 5 "
    "retours : minimum et maximum, pas de médiane. Délai négatif : anomalie exclue.",
    visible_of="oui",
    source="Charte d'engagement, qui ne fixe pas de délai (R-CH-14)",
    origine="AJOUT",
    registres=("propositions", "signataires"),
    principal="propositions",
    date_reference="date_retour",
    ventilations=("modalites",),
    multiples=("modalites",),
    charte=True,
    formula=delais_retour,
)

INDICATORS = (CH_04, CH_05, CH_09, CH_10)
