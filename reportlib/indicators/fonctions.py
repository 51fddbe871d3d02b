"""Numbers that no single indicator gives: what each rests on, and its terms for a period."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.accompagnement import accompagnement_et_ruptures, points_prioritaires
from reportlib.indicators.completude import completude
from reportlib.indicators.engagements import engagements
from reportlib.indicators.qualiopi_chiffres_cites import controles, implicites
from reportlib.indicators.qualiopi_citations import REPERE_CNEFOP
from reportlib.indicators.qualiopi_enquete import taux_de_reponse
from reportlib.indicators.qualiopi_estimations import cout_estime, durees_estimees
from reportlib.indicators.qualiopi_nationales import evolutions, releves
from reportlib.indicators.qualiopi_profils import profils
from reportlib.periods import Period
from reportlib.settings import Settings

Tableau = Callable[[Dataset, Period, Settings, str], pd.DataFrame]
"""Registers, period, choices, ``id_of`` ("" for the region) → the terms, one row each."""


@dataclass(frozen=True, kw_only=True)
class Fonction:
    """A number made of others: its rule in words, and where its terms are read."""

    id: str
    libelle: str
    definition: str
    formule: str
    termes: str
    """What its terms are, and how to follow each one down to its rows."""
    source: str
    registres: tuple[str, ...] = ()
    """Registers without which there is no term."""
    un_organisme: bool = False
    """Whether it is of one organisation only."""
    tableau: Tableau | None = field(default=None, repr=False, compare=False)
    """None: what is asked beside the registers (an indicator, a target) decides of the terms."""


def _engagements(dataset: Dataset, period: Period, settings: Settings, id_of: str) -> pd.DataFrame:
    return engagements(dataset, period, settings, id_of=id_of or None)


def _beside(dataset: Dataset, period: Period, settings: Settings, id_of: str) -> pd.DataFrame:
    both = accompagnement_et_ruptures(dataset, period, settings)
    return both.loc[both["id_of"].eq(id_of)] if id_of else both


def _filled(dataset: Dataset, period: Period, settings: Settings, id_of: str) -> pd.DataFrame:
    return pd.concat(
        [
            completude(dataset, name, period).assign(registre=name)
            for name in sorted(dataset.frames)
        ],
        ignore_index=True,
    )[["registre", "colonne", "renseignees", "lignes", "part"]]


def _cnefop(dataset: Dataset, period: Period, settings: Settings, id_of: str) -> pd.DataFrame:
    return pd.DataFrame([{**vars(REPERE_CNEFOP), "annee": str(REPERE_CNEFOP.annee)}])


def _answers(dataset: Dataset, period: Period, settings: Settings, id_of: str) -> pd.DataFrame:
    told = taux_de_reponse(dataset, period)
    return pd.DataFrame([{"repondants": told.repondants, "interroges": "inconnu"}])


def _lengths(dataset: Dataset, period: Period, settings: Settings, id_of: str) -> pd.DataFrame:
    found = durees_estimees(dataset, id_of, period.end, settings)
    return pd.DataFrame(
        [
            {"type_audit": one.type_audit, "calcul": one.duree.phrase if one.duree else one.message}
            for one in found
        ]
    )


def _costs(dataset: Dataset, period: Period, settings: Settings, id_of: str) -> pd.DataFrame:
    cost = cout_estime(dataset, id_of, period.end).cout
    return pd.DataFrame([vars(poste) for poste in cost.postes])


_NATIONALES = ("certifications_nationales",)
_MATINALES = "« Matinales de la Qualité », Transitions Pro Occitanie, juin 2021"
_SERIE = "les relevés de la série nationale, chacun avec sa source"

FONCTIONS = (
    Fonction(
        id="AC-05",
        libelle="Points prioritaires",
        definition="Items de l’autoévaluation de niveau 0 ou 1.",
        formule="liste triée par bloc, puis par niveau",
        termes="les réponses de la campagne ; bilan expliquer AC-03 --par bloc=A en donne "
        "les lignes",
        source="ajout",
        registres=("autoevaluations",),
        un_organisme=True,
        tableau=lambda dataset, period, _settings, id_of: points_prioritaires(
            dataset, period, id_of
        ),
    ),
    Fonction(
        id="AC-09",
        libelle="Accompagnement et ruptures",
        definition="Le niveau d’accompagnement et le taux de rupture de chaque organisme.",
        formule="deux valeurs côte à côte ; aucune corrélation sous 20 organismes",
        termes="AC-02 et RP-02 ; bilan expliquer les suit l’un et l’autre",
        source="« Anticiper les ruptures et agir en prévention afin de limiter les abandons »",
        registres=("autoevaluations", "dossiers_ptp"),
        tableau=_beside,
    ),
    Fonction(
        id="BA-25",
        libelle="Évolution par rapport à la période précédente",
        definition="La variation d’un indicateur entre deux périodes de même longueur.",
        formule="valeur de la période − valeur de la précédente, en points pour un taux",
        termes="l’indicateur nommé à côté de l’écart, à chacune des deux périodes ; bilan "
        "expliquer les suit l’un après l’autre",
        source="ajout",
    ),
    Fonction(
        id="BA-26",
        libelle="Complétude des données",
        definition="La part renseignée de chaque colonne des registres.",
        formule="cellules renseignées / lignes de la période où la colonne est attendue",
        termes="les lignes gardées de chaque registre ; bilan verifier les compte",
        source="ajout",
        tableau=_filled,
    ),
    Fonction(
        id="CH-33",
        libelle="Tableau des engagements",
        definition="L’état de OF-1 à OF-3 et de TP-1 à TP-8.",
        formule="tenu, partiel, non_tenu, non_mesurable, sans_objet ou sans_seuil, d’après les "
        "mesures de chaque engagement et les seuils de parameters/choix.yaml",
        termes="les mesures nommées à chaque ligne ; bilan expliquer les suit une à une",
        source="« la concrétisation des engagements pris de chaque partie »",
        tableau=_engagements,
    ),
    Fonction(
        id="QA-05",
        libelle="Évolution depuis le point précédent",
        definition="La variation de la série nationale entre deux relevés.",
        formule="v2 − v1 ; v2 / v1 − 1",
        termes=_SERIE,
        source="« soit 10% de plus par rapport au 31 /12/20 »",
        registres=_NATIONALES,
        tableau=lambda dataset, period, _settings, _id_of: evolutions(dataset, period.end),
    ),
    Fonction(
        id="QA-06",
        libelle="Valeur implicite précédente",
        definition="La valeur d’avant, déduite d’une croissance annoncée.",
        formule="v2 / (1 + croissance), entre les bornes de l’arrondi",
        termes="le relevé et la croissance que sa source annonce",
        source=_MATINALES,
        registres=_NATIONALES,
        tableau=lambda dataset, period, _settings, _id_of: implicites(dataset, period.end),
    ),
    Fonction(
        id="QA-07",
        libelle="Contrôle de cohérence des chiffres cités",
        definition="L’écart entre la hausse annoncée et la hausse calculée.",
        formule="|hausse annoncée − (v2 − valeur implicite)|",
        termes="la citation et le relevé sur lequel elle porte ; bilan expliquer QA-06 donne "
        "la valeur implicite",
        source="« Une augmentation de 1 000 certifiés en 2 mois et demi »",
        registres=_NATIONALES,
        tableau=lambda dataset, period, _settings, _id_of: controles(dataset, period.end),
    ),
    Fonction(
        id="QA-08",
        libelle="Part antérieurement certifiée Cnefop",
        definition="Un repère de 2019, sur une autre certification.",
        formule="valeur citée, jamais reliée à la courbe",
        termes="la phrase de la source",
        source=_MATINALES,
        tableau=_cnefop,
    ),
    Fonction(
        id="QA-10",
        libelle="Taux de réponse",
        definition="Répondants sur organismes interrogés.",
        formule="répondants / interrogés ; sans objet tant que le nombre d’interrogés est inconnu",
        termes="les réponses de la campagne (bilan expliquer QA-09 en donne les lignes), et le "
        "nombre d’interrogés, donné en paramètre du bilan",
        source="ajout",
        registres=("enquete_qualiopi",),
        tableau=_answers,
    ),
    Fonction(
        id="QA-19",
        libelle="Durée d’audit estimée",
        definition="La durée de chaque audit du cycle d’un organisme, d’après le barème.",
        formule="base + catégories + sites + suppléments (R-AUD-01)",
        termes="le chiffre d’affaires de formation, les catégories et les sites du registre des "
        "organismes",
        source=_MATINALES,
        registres=("organismes",),
        un_organisme=True,
        tableau=_lengths,
    ),
    Fonction(
        id="QA-20",
        libelle="Coût estimé sur le cycle et par an",
        definition="Les cinq postes de coût d’un cycle.",
        formule="mise en conformité + accompagnement + dossier + audits + redevance (R-COUT-01)",
        termes="les prix des audits connus de l’organisme, sinon ceux du diaporama ; bilan "
        "expliquer QA-20b donne les audits",
        source=_MATINALES,
        registres=("organismes",),
        un_organisme=True,
        tableau=_costs,
    ),
    Fonction(
        id="QA-23",
        libelle="Rythme nécessaire à l’échéance",
        definition="Les certifications par jour restant, à côté du rythme observé.",
        formule="(cible − certifiés) / jours restants ; la cible et l’échéance sont des "
        "paramètres du bilan",
        termes=_SERIE,
        source=_MATINALES,
        registres=_NATIONALES,
        tableau=lambda dataset, period, _settings, _id_of: releves(dataset, period.end)[
            ["date", "certifies", "en_cours", "source"]
        ],
    ),
    Fonction(
        id="QA-24",
        libelle="Indicateurs du référentiel applicables",
        definition="Le nombre d’indicateurs qui s’appliquent à chaque profil.",
        formule="taille de l’ensemble que donne la règle R-RNQ-04",
        termes="le référentiel ; bilan qualiopi profil en donne la liste",
        source="« Nb total indicateurs »",
        tableau=lambda _dataset, _period, _settings, _id_of: profils(),
    ),
)


def fonction(name: str) -> Fonction | None:
    """Return the number called ``name`` that is made of others; None when there is none."""
    return next((one for one in FONCTIONS if one.id == name), None)
