"""Charter indicators on the proposals of signatories: sent, fruitful, by form (OF-1)."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.signataires import engages_un_jour
from reportlib.indicators.units import gathered, left_out, quarters, units
from reportlib.periods import Period
from reportlib.rules import activite, charte
from reportlib.settings import Settings


def ecrites(dataset: Dataset, settings: Settings) -> tuple[pd.DataFrame, pd.Series]:
    """Return every proposal, and why it is no written one of an active signatory.

    A missing reason: it is one. The signature is read on the day of reception (R-CH-01); R-CH-05
    wants the writing. Whoever counts the row: see ``suivies``.
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
    return propositions, reason.mask(~written, "contact sans écrit")


def suivies(dataset: Dataset, settings: Settings) -> tuple[pd.DataFrame, pd.Series]:
    """Return the same, with rows that the organisation declares left out too (R-CH-04)."""
    propositions, reason = ecrites(dataset, settings)
    declared = activite.sources(propositions).eq("of")
    return propositions, reason.mask(declared, "déclarée par l'organisme (suivi conjoint)")


def recues(
    dataset: Dataset, period: Period, settings: Settings
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the proposals of CH-04 with their quarter, and those of the period left out."""
    propositions, reason = suivies(dataset, settings)
    inside = period.contains(propositions["date_reception"])
    seen = propositions.assign(trimestre=quarters(propositions["date_reception"]))
    aside = inside & reason.notna()
    return (
        seen.loc[inside & reason.isna()],
        left_out(propositions.loc[aside], "id_proposition", reason.loc[aside]),
    )


def emises(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Written proposals of active signatories received in the period, one unit a proposal."""
    sent, apart = recues(dataset, period, settings)
    return Units(units(sent, "id_proposition", par=("modalites", "trimestre")), gathered(apart))


def abouties(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Proposals of CH-04 that led to an adapted path; an undated answer, so an import state."""
    sent, apart = recues(dataset, period, settings)
    led = sent["permet_amenagement"].eq("oui").fillna(value=False).astype(bool)
    said = {"non": "sans aménagement", "en_cours": "en cours"}
    reason = sent["permet_amenagement"].map(said).fillna("suite non renseignée")
    return Units(
        units(sent.loc[led], "id_proposition", etat_import=True, par=("modalites", "trimestre")),
        gathered(left_out(sent.loc[~led], "id_proposition", reason.loc[~led]), apart),
    )


def auteurs(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Signatories active a day of the period; with a proposal of CH-04 in the numerator."""
    base = engages_un_jour(dataset, period, settings)
    sent, _ = recues(dataset, period, settings)
    return Units(
        units(base, "id_of", numerateur=base["id_of"].isin(sent["id_of"]), par=("departement",))
    )


_proposition = partial(
    Indicator,
    kind="compte",
    unite="propositions",
    engagement="OF (OF-1)",
    periode="date_reception dans la période",
    visible_of="oui",
    source="Charte d'engagement, « nombre de propositions émanant de l'organisme de formation vers "
    "Transitions Pro Grand Est qui permettent ces parcours aménagés » (R-CH-04, R-CH-05)",
    origine="SEED",
    registres=("propositions", "signataires"),
    principal="propositions",
    date_reference="date_reception",
    multiples=("modalites",),
    charte=True,
)

CH_04 = _proposition(
    id="CH-04",
    libelle="Propositions d'ingénierie individualisée émises",
    definition="Propositions écrites reçues des signataires (indicateur de la charte, lecture "
    "large).",
    formule="nombre de propositions distinctes, formalisee_ecrit = oui, organisme signataire actif "
    "à la date de réception",
    cas_limites="Contact sans écrit : compté à part. Ligne déclarée par l'organisme (suivi "
    "conjoint) exclue ; source vide : Transitions Pro.",
    ventilations=("modalites", "trimestre"),
    formula=emises,
)

CH_05 = _proposition(
    id="CH-05",
    libelle="Propositions ayant permis un parcours aménagé",
    definition="Propositions abouties (lecture stricte de la même phrase de la charte).",
    formule="propositions de CH-04 avec permet_amenagement = oui",
    cas_limites="En cours ou vide : à part, effectif affiché. La suite donnée n'est pas datée : "
    "état à l'import.",
    source="Charte d'engagement, « qui permettent ces parcours aménagés » (R-CH-04)",
    ventilations=("modalites", "trimestre"),
    formula=abouties,
)

CH_06 = _proposition(
    id="CH-06",
    libelle="Organismes ayant proposé",
    definition="Part des signataires auteurs d'au moins une proposition.",
    formule="organismes distincts de CH-04 / organismes signataires actifs au moins un jour de la "
    "période",
    unite="%",
    kind="part",
    cas_limites="Aucun signataire actif : s. o. Moins de 5 organismes : « s » hors usage interne.",
    visible_of="region",
    origine="AJOUT",
    principal="signataires",
    date_reference=None,
    ventilations=("departement",),
    multiples=(),
    masque_of=True,
    formula=auteurs,
)

CH_07 = _proposition(
    id="CH-07",
    libelle="Propositions par modalité",
    definition="Répartition des propositions par forme d'individualisation.",
    formule="propositions de CH-04 par valeur de modalites",
    cas_limites="Plusieurs modalités par proposition : leur somme dépasse CH-04.",
    source="Charte d'engagement, « aménagement, modularisation, multi-modalités, hybridation, "
    "innovation pédagogique, digitalisation… »",
    ventilations=("modalites",),
    formula=emises,
)

INDICATORS = (CH_04, CH_05, CH_06, CH_07)
