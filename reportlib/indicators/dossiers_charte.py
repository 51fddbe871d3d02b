"""Charter indicators on signatories' files: adapted paths, promoted and granted (TP-2, TP-7)."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import charte, etat, ptp
from reportlib.settings import Settings

_AMENAGEMENT = {True: "amenage", False: "non_amenage"}
_CONCERTATION = {True: "concertee", False: "non_concertee"}
_APART = {
    "irrecevable": "irrecevable",
    "ajourne": "ajourné",
    "en_attente": "en attente",
    "abandon": "abandon",
}


def _examined(dataset: Dataset, period: Period, settings: Settings) -> pd.DataFrame:
    """Files at their last pass of the period, of an organisation then a signatory.

    ``decision`` is the one in force at the period's end; ``undated`` marks one with no date.
    """
    last = ptp.derniers_passages(dataset["dossiers_ptp"], period)
    active = charte.signataires_au(
        last["id_of"], last["date_commission"], dataset["signataires"], settings.charte
    )
    ours = last.loc[active]
    state = etat.decisions(ours, period.end)
    return ours.assign(
        decision=state["decision"],
        undated=state["etat_import"],
        modalites=ours["amenagements"],
        amenagement=ours["parcours_amenage"].map(_AMENAGEMENT).astype("str"),
        concertation=ours["concertation_prealable"].map(_CONCERTATION).astype("str"),
    )


def individualises(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files of signatories that say if the path is adapted; adapted in the numerator."""
    seen = _examined(dataset, period, settings)
    said = seen["parcours_amenage"].notna()
    base = seen.loc[said]
    return Units(
        units(
            base.assign(etat_import_decision=base["undated"]),
            "id_dossier",
            numerateur=base["parcours_amenage"].astype(float),
            par=("modalites", "type_certification", "decision"),
        ),
        gathered(left_out(seen.loc[~said], "id_dossier", "parcours aménagé non renseigné")),
    )


def valorises(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Adapted files that say if the adaptation was promoted; promoted in the numerator."""
    seen = _examined(dataset, period, settings)
    adapted = seen.loc[seen["amenagement"].eq("amenage")]
    said = adapted["amenagement_valorise"].notna()
    base = adapted.loc[said]
    return Units(
        units(
            base,
            "id_dossier",
            numerateur=base["amenagement_valorise"].astype(float),
            par=("concertation",),
        ),
        gathered(left_out(adapted.loc[~said], "id_dossier", "valorisation non renseignée")),
    )


def accords(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files of signatories granted or refused at the period's end; granted in the numerator."""
    seen = _examined(dataset, period, settings)
    decided = seen["decision"].isin(("accord", "refus"))
    base, other = seen.loc[decided], seen.loc[~decided]
    reason = other["decision"].map(_APART).fillna("décision non renseignée")
    return Units(
        units(
            base,
            "id_dossier",
            numerateur=base["decision"].eq("accord"),
            etat_import=base["undated"],
            par=("amenagement", "concertation"),
        ),
        gathered(left_out(other, "id_dossier", reason)),
    )


_dossier = partial(
    Indicator,
    unite="%",
    kind="part",
    visible_of="oui",
    registres=("dossiers_ptp", "signataires"),
    principal="dossiers_ptp",
    date_reference="date_commission",
    charte=True,
)

CH_13 = _dossier(
    id="CH-13",
    libelle="Part d'individualisation dans les dossiers",
    definition="Part des dossiers de signataires passés en commission avec un parcours aménagé.",
    formule="dossiers avec parcours_amenage = oui / dossiers renseignés, organisme signataire "
    "actif à la date de commission",
    engagement="commun (TP-7)",
    periode="date_commission dans la période",
    cas_limites="Non renseigné : hors base, effectif affiché. Dossier repassé : une fois, à sa "
    "dernière commission de la période. Décision lue à la fin de la période ; sans date : état à "
    "l'import. La charte demande un regard qualitatif : le taux est ajouté.",
    source="Charte d'engagement, « un regard qualitatif sur la part d'individualisation dans les "
    "dossiers » (R-CH-08)",
    origine="AJOUT",
    ventilations=("modalites", "type_certification", "decision"),
    multiples=("modalites",),
    formula=individualises,
)

CH_14 = _dossier(
    id="CH-14",
    libelle="Aménagements valorisés en commission",
    definition="Part des dossiers aménagés présentés comme tels.",
    formule="dossiers aménagés avec amenagement_valorise = oui / dossiers aménagés renseignés",
    engagement="TPGE (TP-2)",
    periode="date_commission dans la période",
    cas_limites="Valorisation non renseignée : hors base, effectif affiché. Aucun dossier "
    "aménagé : s. o.",
    source="Charte d'engagement, « Valoriser en Commission paritaire d'instruction, les "
    "aménagements […] notamment ceux qui ont fait l'objet d'une concertation préalable »",
    origine="SEED",
    ventilations=("concertation",),
    formula=valorises,
)

CH_15 = _dossier(
    id="CH-15",
    libelle="Taux d'accord selon l'aménagement",
    definition="Part des accords parmi les dossiers décidés de signataires, aménagés ou non.",
    formule="accords / (accords + refus) dans chaque groupe, décision lue à la fin de la période",
    engagement="commun",
    periode="date_commission dans la période, décision lue à sa fin",
    cas_limites="Groupe de moins de 10 dossiers : effectifs seuls. Écart descriptif, jamais "
    "causal. Décision finale non datée : état à l'import. Aménagé concerté et non concerté : "
    "les deux ventilations croisées.",
    source="Charte d'engagement, levier à observer (R-ETAT-02)",
    origine="AJOUT",
    ventilations=("amenagement", "concertation"),
    formula=accords,
)

INDICATORS = (CH_13, CH_14, CH_15)
