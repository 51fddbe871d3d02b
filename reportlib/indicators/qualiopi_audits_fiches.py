"""Records of the audits' indicators; their formulas stand in ``qualiopi_audits``."""

from __future__ import annotations

from functools import partial

from reportlib.indicators import qualiopi_audits as formules
from reportlib.indicators.record import Indicator
from reportlib.rules.non_conformites import SIMULATION

_Audits = partial(
    Indicator,
    engagement="contexte",
    periode="date_audit dans la période",
    visible_of="oui",
    principal="audits_qualiopi",
    date_reference="date_audit",
    masque_of=True,
)
_ECARTS = ("audits_qualiopi", "non_conformites")
_TOP_10 = "« Matinales de la Qualité », « Le Top 10 des Non conformités, selon l'Afnor » (R-RNQ-08)"

QA_12B = _Audits(
    id="QA-12b",
    libelle="Audits initiaux de durée aménagée",
    definition="Part des audits initiaux dont la durée a été aménagée.",
    formule="audits initiaux avec duree_amenagee = oui / audits initiaux renseignés",
    unite="%",
    kind="part",
    cas_limites="Seul l'audit initial peut l'être.",
    source="« Matinales de la Qualité », « Durée audit aménagée » ; arrêté du 6 juin 2019, "
    "article 10 (R-AUD-06)",
    origine="SEED",
    registres=("audits_qualiopi",),
    formula=formules.durees_amenagees,
)

QA_15 = Indicator(
    id="QA-15",
    libelle="Non-conformités par indicateur",
    definition="Non-conformités relevées par les audits de la période.",
    formule="nombre de couples (audit, indicateur) ayant une non-conformité connue à la fin de la "
    "période",
    unite="non-conformités",
    kind="compte",
    engagement="contexte",
    periode="date_audit dans la période",
    cas_limites="Un couple compte une fois. Mineure sur un indicateur fondamental : lue majeure, "
    "signalée. Audit inconnu, notification après la période : à part. Région : « s » sous cinq "
    "organismes hors usage interne. Top 10 Afnor de 2021 : repère daté.",
    visible_of="oui",
    source=_TOP_10,
    origine="SEED",
    registres=_ECARTS,
    principal="non_conformites",
    ventilations=("indicateur", "critere", "nature", "gravite", "type_audit"),
    masque_of=True,
    formula=formules.ecarts,
)

QA_15B = _Audits(
    id="QA-15b",
    libelle="Audits concernés, par indicateur",
    definition="Part des audits de la période ayant une non-conformité sur l'indicateur.",
    formule="audits ayant une non-conformité sur l'indicateur / audits de la période",
    unite="%",
    kind="part",
    cas_limites="Base : tous les audits, que l'indicateur s'applique ou non à l'organisme. La "
    "somme peut dépasser 100 %.",
    source=_TOP_10,
    origine="SEED",
    registres=_ECARTS,
    ventilations=("indicateur", "critere"),
    multiples=("indicateur", "critere"),
    repartition=True,
    formula=formules.audits_par_indicateur,
)

QA_15C = _Audits(
    id="QA-15c",
    libelle="Audits ayant au moins une non-conformité",
    definition="Part des audits de la période ayant au moins une non-conformité.",
    formule="audits ayant une non-conformité / audits de la période",
    unite="%",
    kind="part",
    cas_limites="Mineures et majeures ensemble ; celles qui sont levées en séance comprises.",
    source=_TOP_10,
    origine="SEED",
    registres=_ECARTS,
    ventilations=("type_audit",),
    formula=formules.audits_concernes,
)

QA_16 = _Audits(
    id="QA-16",
    libelle="Décisions simulées après audit",
    definition="Audits de la période selon la décision que donnent les règles, lue à sa fin.",
    formule="nombre d'audits par decision (règle R-NC-06)",
    unite="audits",
    kind="compte",
    cas_limites=f"{SIMULATION[0].upper()}{SIMULATION[1:]}. Cinq mineures : une majeure. Mineure "
    "de l'audit précédent non levée : majeure. Levée après le délai : sans effet ici.",
    source="« Matinales de la Qualité », « 5 mineures = 1 majeure = non délivrance » ; arrêté du "
    "6 juin 2019 modifié le 31 mai 2023",
    origine="SEED",
    registres=_ECARTS,
    ventilations=("type_audit", "decision"),
    formula=formules.decisions_simulees,
)

QA_19B = _Audits(
    id="QA-19b",
    libelle="Durée moyenne des audits",
    definition="Durée moyenne des audits de la période qui la renseignent.",
    formule="moyenne(duree_jours)",
    unite="jours",
    kind="moyenne",
    cas_limites="Durée observée, à côté de l'estimation du barème.",
    source="« Matinales de la Qualité », « 1.5- L'audit initial »",
    origine="AJOUT",
    registres=("audits_qualiopi",),
    ventilations=("type_audit",),
    formula=formules.durees,
)

QA_20B = _Audits(
    id="QA-20b",
    libelle="Coût moyen des audits",
    definition="Coût moyen des audits de la période qui le renseignent.",
    formule="moyenne(cout_ht)",
    unite="€ HT",
    kind="moyenne",
    cas_limites="Coût observé d'un audit, à côté de l'estimation du cycle.",
    source="« Matinales de la Qualité », « 1.3- Les coûts de la certification »",
    origine="AJOUT",
    registres=("audits_qualiopi",),
    ventilations=("type_audit",),
    formula=formules.couts,
)

INDICATORS: tuple[Indicator, ...] = (QA_12B, QA_15, QA_15B, QA_15C, QA_16, QA_19B, QA_20B)
