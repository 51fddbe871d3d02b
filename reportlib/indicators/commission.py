"""Indicators on files examined by the commission: volume, decisions, individualised paths."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, months, units
from reportlib.periods import Period
from reportlib.rules import charte, etat, ptp
from reportlib.settings import Settings

_APART = {
    "irrecevable": "irrecevable",
    "ajourne": "ajourné",
    "en_attente": "en attente",
    "abandon": "abandon",
}


def _examined(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Files that passed in the period at their last pass, with the decision in force at its end."""
    last = ptp.derniers_passages(dataset["dossiers_ptp"], period)
    state = etat.decisions(last, period.end)
    return last.assign(
        mois=months(last["date_commission"]),
        amenage=last["parcours_amenage"].map({True: "oui", False: "non"}).astype("str"),
        priorite=last["priorite"].astype("str"),
        decision=state["decision"],
        undated=state["etat_import"],
    )


def _undated(dataset: Dataset) -> pd.DataFrame:
    """Rows that say a decision and no date of commission."""
    dossiers = dataset["dossiers_ptp"]
    return dossiers.loc[dossiers["date_commission"].isna() & dossiers["decision_initiale"].notna()]


def examines(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files that passed in the period, one unit a file, read at its last pass of the period."""
    seen = _examined(dataset, period)
    return Units(
        units(
            seen.assign(decision=seen["decision_initiale"]),
            "id_dossier",
            par=("mois", "type_certification", "decision"),
        ),
        gathered(left_out(_undated(dataset), "id_dossier", "décision sans date de commission")),
    )


def accords(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files granted or refused at the period's end; granted in the numerator."""
    seen = _examined(dataset, period)
    decided = seen["decision"].isin(("accord", "refus"))
    base = seen.loc[decided]
    reason = seen["decision"].map(_APART).fillna("décision non renseignée")
    return Units(
        units(
            base,
            "id_dossier",
            numerateur=base["decision"].eq("accord"),
            etat_import=base["undated"],
            par=("mois", "type_certification", "amenage"),
        ),
        gathered(
            left_out(seen.loc[~decided], "id_dossier", reason.loc[~decided]),
            left_out(_undated(dataset), "id_dossier", "décision sans date de commission"),
        ),
    )


def certifications(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files granted at the period's end, one unit a file."""
    seen = _examined(dataset, period)
    granted = seen.loc[seen["decision"].eq("accord")]
    other = ptp.blocs_hors_priorite(
        granted.assign(priorite=pd.to_numeric(granted["priorite"]).astype("Int64"))
    )
    pointed = other.map({True: "bloc_hors_priorite_5", False: "aucun"}).astype("str")
    return Units(
        units(
            granted.assign(signalement=pointed),
            "id_dossier",
            etat_import=granted["undated"],
            par=("type_certification", "priorite", "signalement"),
        )
    )


def individualises(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files that passed in the period and say if the path is adapted; True in the numerator."""
    seen = _examined(dataset, period)
    signed = dataset["signataires"] if dataset.has("signataires") else None
    status = charte.statuts_au(seen["id_of"], seen["date_commission"], signed, settings.charte)
    said = seen["parcours_amenage"].notna()
    base = seen.assign(signataire=status).loc[said]
    return Units(
        units(
            base,
            "id_dossier",
            numerateur=base["parcours_amenage"].astype(float),
            par=("signataire", "amenagements", "mois"),
        ),
        gathered(left_out(seen.loc[~said], "id_dossier", "parcours aménagé non renseigné")),
    )


def organismes_actifs(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations with a file granted at the period's end, read at their last such pass."""
    seen = _examined(dataset, period)
    granted = seen.loc[seen["decision"].eq("accord")].sort_values(
        ["date_commission", "id_dossier"], kind="stable"
    )
    last = granted.dropna(subset="id_of").drop_duplicates("id_of", keep="last")
    dated = granted.loc[~granted["undated"], "id_of"]
    signed = dataset["signataires"] if dataset.has("signataires") else None
    status = charte.statuts_au(last["id_of"], last["date_commission"], signed, settings.charte)
    unknown = granted.loc[granted["id_of"].isna()]
    return Units(
        units(
            last.assign(signataire=status),
            "id_of",
            etat_import=~last["id_of"].isin(dated),
            par=("signataire",),
        ),
        gathered(left_out(unknown, "id_dossier", "organisme non identifié")),
    )


_commission = partial(
    Indicator,
    engagement="contexte",
    periode="date_commission dans la période, décision lue à sa fin",
    visible_of="oui",
    origine="AJOUT",
    registres=("dossiers_ptp",),
    principal="dossiers_ptp",
    date_reference="date_commission",
)

BA_02 = _commission(
    id="BA-02",
    libelle="Dossiers passés en commission",
    definition="Nombre de dossiers examinés dans la période.",
    formule="nombre de dossiers distincts ayant au moins un passage dans la période, lus à leur "
    "dernier passage de la période",
    unite="dossiers",
    kind="compte",
    periode="date_commission dans la période",
    cas_limites="Dossiers ajournés compris, et comptés à part par décision. Des dossiers déposés "
    "avant la période y figurent. Décision sans date de commission : comptée à part.",
    source="Espace organisme de formation, « passage du dossier PTP en Commission d'Instruction »",
    ventilations=("mois", "type_certification", "decision"),
    formula=examines,
)

BA_03 = _commission(
    id="BA-03",
    libelle="Taux d'accord",
    definition="Part des accords parmi les dossiers décidés.",
    formule="accords / (accords + refus) parmi les dossiers de BA-02, décision lue à la fin de la "
    "période",
    unite="%",
    kind="part",
    cas_limites="Irrecevables, ajournés, en attente et abandons hors base, affichés. Recours "
    "possible (2 mois, puis 2 mois de réponse) : valeur provisoire. Décision finale non datée : "
    "état à l'import.",
    source="Espace organisme de formation ; code du travail, R. 6323-14 à R. 6323-16 (R-ETAT-02)",
    ventilations=("mois", "type_certification", "amenage"),
    formula=accords,
)

BA_06 = _commission(
    id="BA-06",
    libelle="Dossiers par type de certification",
    definition="Dossiers accordés selon la certification visée : RNCP, bloc de compétences, "
    "répertoire spécifique.",
    formule="dossiers de BA-02 accordés à la fin de la période, par type_certification",
    unite="dossiers",
    kind="compte",
    cas_limites="Type non renseigné : à part. Bloc RNCP de priorité autre que 5 : signalé, compté "
    "(R-PTP-11). Décision finale non datée : état à l'import.",
    source="Espace organisme de formation, « finance uniquement les formations certifiantes »",
    origine="SEED",
    ventilations=("type_certification", "priorite", "signalement"),
    formula=certifications,
)

BA_07 = _commission(
    id="BA-07",
    libelle="Parcours individualisés",
    definition="Part des dossiers examinés dont le parcours est aménagé, tous organismes.",
    formule="dossiers avec parcours_amenage = oui / dossiers renseignés, à leur dernier passage de "
    "la période",
    unite="%",
    kind="part",
    engagement="commun",
    periode="date_commission dans la période",
    cas_limites="Non renseigné : hors base, effectif affiché. Dossier repassé : une fois. "
    "Plusieurs aménagements par dossier : leur somme dépasse le total.",
    source="Espace organisme de formation, « construire une ingénierie individualisée » ; taux "
    "ajouté",
    ventilations=("signataire", "amenagements", "mois"),
    multiples=("amenagements",),
    formula=individualises,
)

BA_21 = _commission(
    id="BA-21",
    libelle="Organismes actifs en PTP",
    definition="Organismes de formation avec au moins un dossier accordé.",
    formule="nombre d'organismes distincts de BA-02 avec un dossier accordé à la fin de la période",
    unite="OF",
    kind="organismes",
    cas_limites="Organisme non identifié : ses dossiers sont comptés à part. Signataire ou non : "
    "lu au dernier dossier accordé de l'organisme (notre choix), pour que les parts fassent le "
    "tout. Décision finale non datée : état à l'import. Moins de 5 organismes : « s » hors usage "
    "interne.",
    visible_of="region",
    source="Espace organisme de formation",
    ventilations=("signataire",),
    masque_of=True,
    formula=organismes_actifs,
)

INDICATORS = (BA_02, BA_03, BA_06, BA_07, BA_21)
