"""What falls due: certificates near their end, follow-up audits to plan (R-CYC-04, R-CYC-05)."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.qualiopi_lecture import seuil, situation
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, months, sans_organisme, units
from reportlib.periods import Period
from reportlib.rules import certificats
from reportlib.settings import Settings
from reportlib.wording import agreed, counted

A_PREVOIR = ("ouverte", "bientot_close", "depassee", "a_verifier")
"""States of a follow-up window that call for something (QA-18)."""
_LECTURES = {
    "reglementaire": "trois ans (décret n° 2020-894)",
    "seed": "quatre ans (diaporama de 2021)",
}


def _dates(dataset: Dataset, period: Period, settings: Settings) -> pd.DataFrame:
    """Organisations with their end, its month, and whether it is declared or computed."""
    held = situation(dataset, period.end, settings)
    read = pd.Series("calculee", index=held.index, dtype="str")
    read = read.mask(held["divergence"], "calculee_divergente").mask(
        held["date_fin"].notna(), "declaree"
    )
    return held.assign(mois=months(held["fin"]), fin_lue=read)


def _divergence(held: pd.DataFrame, settings: Settings) -> str:
    """The sentence on ends that the two readings of the four years put a year apart."""
    number = int((held["fin_lue"].eq("calculee_divergente") & held["statut"].ne("retire")).sum())
    if not number:
        return ""
    verb = agreed(number, "a été obtenu", "ont été obtenus")
    return (
        f"{counted(number, 'certificat')} sans date de fin déclarée {verb} en 2021 : trois ou "
        "quatre ans selon les sources ; lecture retenue : "
        f"{_LECTURES[settings.choix.derogation_4_ans]}, à vérifier."
    )


def _counted(base: pd.DataFrame, dataset: Dataset, remark: str) -> Units:
    """Organisations of ``base`` as units, with the breakdowns of due dates."""
    rows = units(base, "id_of", etat_import=base["etat_import"], par=("mois", "fin_lue"))
    return Units(rows, sans_organisme(dataset["certificats_qualiopi"]), remark)


def a_echeance(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Certified organisations whose certificate ends within the months of information (QA-17)."""
    held = _dates(dataset, period, settings)
    near = held["statut"].eq("certifie") & (held["information"] <= pd.Timestamp(period.end))
    return _counted(held.loc[near], dataset, _divergence(held, settings))


def limite_passee(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Those of QA-17 whose last safe day for the renewal audit is over (QA-17b)."""
    held = _dates(dataset, period, settings)
    late = held["statut"].eq("certifie") & (held["derniere_date_sure"] < pd.Timestamp(period.end))
    return _counted(held.loc[late], dataset, _divergence(held, settings))


def expires(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations whose last certificate is over, and that have no other (QA-17c)."""
    held = _dates(dataset, period, settings)
    return _counted(held.loc[held["statut"].eq("expire")], dataset, _divergence(held, settings))


def surveillances(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Certified organisations whose follow-up window is open or over without an audit (QA-18)."""
    held = situation(dataset, period.end, settings)
    audits = dataset["audits_qualiopi"] if dataset.has("audits_qualiopi") else None
    state = certificats.surveillances(held, audits, period.end, seuil(settings))
    due = held.assign(surveillance=state).loc[state.isin(A_PREVOIR)]
    undated = held.loc[held["statut"].eq("certifie") & held["date_obtention"].isna()]
    return Units(
        units(due, "id_of", etat_import=due["etat_import"], par=("surveillance",)),
        gathered(
            left_out(undated, "id_of", "date d'obtention absente"),
            sans_organisme(dataset["certificats_qualiopi"]),
        ),
        ""
        if audits is not None
        else "Registre des audits non fourni : les fenêtres ouvertes ou passées sont à vérifier.",
    )


_Echeance = partial(
    Indicator,
    unite="organismes",
    kind="organismes",
    engagement="contexte",
    periode="stock au soir de la fin de période",
    visible_of="oui",
    registres=("certificats_qualiopi",),
    principal="certificats_qualiopi",
    masque_of=True,
    stock=True,
)
_SOURCE = (
    "Espace organisme de formation, « Date de fin de certificat » ; « Matinales de la Qualité », "
    "« Validité du certificat : 3 ans » ; questions et réponses du ministère, 6.1 (R-CYC-05)"
)

QA_17 = _Echeance(
    id="QA-17",
    libelle="Certificats arrivant à échéance",
    definition="Organismes certifiés dont le certificat finit dans les six mois (délai réglable).",
    formule="organismes certifiés avec fin - alerte_renouvellement_mois <= fin de période <= fin "
    "du certificat",
    cas_limites="Date déclarée avant date calculée. Obtention en 2021 sans date déclarée : trois "
    "ou quatre ans selon les sources, signalé. Expirés à part (QA-17c).",
    source=_SOURCE,
    origine="SEED",
    ventilations=("mois", "fin_lue"),
    formula=a_echeance,
)

QA_17B = _Echeance(
    id="QA-17b",
    libelle="Certificats dont la dernière date sûre d'audit est passée",
    definition="Organismes de QA-17 à moins de quatre mois de la fin (délai réglable) : un audit "
    "de renouvellement pourrait ne plus laisser le temps de lever une majeure.",
    formule="organismes certifiés avec fin - limite_renouvellement_mois < fin de période",
    cas_limites="Comme QA-17.",
    source=_SOURCE,
    origine="SEED",
    ventilations=("mois", "fin_lue"),
    formula=limite_passee,
)

QA_17C = _Echeance(
    id="QA-17c",
    libelle="Certificats expirés",
    definition="Organismes dont le dernier certificat est fini et qui n'en ont pas d'autre.",
    formule="organismes dont la situation est expire",
    cas_limites="À part de QA-17. Obtention en 2021 sans date déclarée : signalé.",
    source=_SOURCE,
    origine="SEED",
    ventilations=("mois", "fin_lue"),
    formula=expires,
)

QA_18 = _Echeance(
    id="QA-18",
    libelle="Audits de surveillance à prévoir",
    definition="Organismes certifiés dont la fenêtre de surveillance, du 14e au 22e mois (28e pour "
    "une obtention avant 2021), est ouverte ou passée sans audit.",
    formule="organismes certifiés sans audit de surveillance depuis l'obtention, fenêtre ouverte, "
    "close dans deux mois, ou dépassée",
    cas_limites="Registre des audits absent : à vérifier, et non dépassée. Date d'obtention "
    "absente : à part.",
    source="Arrêté du 6 juin 2019, article 2 ; arrêté du 24 juillet 2020 (R-CYC-04)",
    origine="AJOUT",
    ventilations=("surveillance",),
    formula=surveillances,
)

INDICATORS: tuple[Indicator, ...] = (QA_17, QA_17B, QA_17C, QA_18)
