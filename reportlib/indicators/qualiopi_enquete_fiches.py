"""Records of the survey's indicators; their formulas stand in ``qualiopi_enquete``."""

from __future__ import annotations

from functools import partial

from reportlib.indicators import qualiopi_enquete as formules
from reportlib.indicators.record import Indicator

_S2 = "« Matinales de la Qualité », « État des lieux sur nos OF financés »"

_Enquete = partial(
    Indicator,
    unite="%",
    kind="part",
    engagement="contexte",
    periode="réponses de la période, la dernière de chaque organisme",
    visible_of="region",
    origine="SEED",
    registres=("enquete_qualiopi",),
    principal="enquete_qualiopi",
    date_reference="date_reponse",
    masque_of=True,
)

QA_03B = _Enquete(
    id="QA-03b",
    libelle="Taux de certification déclaré par les répondants",
    definition="Part des répondants de l'enquête qui se déclarent certifiés.",
    formule="répondants dont l'avancement est certifie / répondants",
    cas_limites="Base : les répondants, qui ne sont pas tous les organismes. 56 sur 86 dans le "
    "diaporama.",
    source=f"{_S2}, « Base : 86 organismes qui ont répondu » (R-ENQ-01)",
    formula=formules.certifies,
)

QA_04B = _Enquete(
    id="QA-04b",
    libelle="Part des répondants dans la démarche",
    definition="Part des répondants de l'enquête qui se déclarent certifiés ou en cours.",
    formule="répondants dont l'avancement est certifie ou en_cours / répondants",
    cas_limites="Base : les répondants, qui ne sont pas tous les organismes.",
    source=f"{_S2} (R-ENQ-01, R-ADO-07)",
    formula=formules.demarche,
)

QA_09 = _Enquete(
    id="QA-09",
    libelle="Avancement Qualiopi des répondants",
    definition="Répartition des répondants selon l'avancement de leur démarche.",
    formule="répondants de cet avancement / répondants",
    cas_limites="Dernière réponse de la période par organisme ; réponse sans organisme connu : "
    "comptée seule.",
    source=f"{_S2}, « Avancement Qualiopi, Base : 86 organismes qui ont répondu »",
    ventilations=("avancement",),
    repartition=True,
    formula=formules.avancements,
)

QA_11 = _Enquete(
    id="QA-11",
    libelle="Certificateurs et instances des répondants",
    definition="Répartition des répondants certifiés par certificateur, et selon qu'il est "
    "accrédité ou instance de labellisation.",
    formule="répondants certifiés de ce certificateur / répondants certifiés qui le nomment",
    cas_limites="Écritures variantes rapprochées. Moins de cinq organismes : « autres », et « s » "
    "si le groupe reste sous le seuil. Certificateur inconnu de la liste : type non renseigné.",
    source=f"{_S2}, « Certificateur / instance, Base : 56 » (R-ADO-09)",
    ventilations=("certificateur", "type_certificateur"),
    repartition=True,
    formula=formules.certificateurs_cites,
)

QA_11B = Indicator(
    id="QA-11b",
    libelle="Certificateurs et instances des organismes certifiés",
    definition="Répartition des organismes certifiés (QA-01) par certificateur et par type.",
    formule="organismes certifiés de ce certificateur / organismes certifiés qui en ont un de "
    "renseigné",
    unite="%",
    kind="part",
    engagement="contexte",
    periode="stock au soir de la fin de période",
    cas_limites="Comme QA-11.",
    visible_of="region",
    source=f"{_S2}, « Certificateur / instance »",
    origine="SEED",
    registres=("certificats_qualiopi",),
    principal="certificats_qualiopi",
    ventilations=("certificateur", "type_certificateur"),
    repartition=True,
    masque_of=True,
    stock=True,
    formula=formules.certificateurs_tenus,
)

QA_12 = _Enquete(
    id="QA-12",
    libelle="Durée d'audit aménagée, selon les répondants",
    definition="Part des répondants certifiés dont l'audit a eu une durée aménagée.",
    formule="oui / (oui + non) parmi les répondants certifiés",
    cas_limites="Base : les certifiés qui répondent à la question.",
    source=f"{_S2}, « Durée audit aménagée »",
    formula=formules.durees_amenagees,
)

QA_13 = _Enquete(
    id="QA-13",
    libelle="Raisons du choix du certificateur",
    definition="Part des répondants certifiés qui citent chaque raison.",
    formule="répondants certifiés citant la raison / répondants certifiés ayant répondu",
    cas_limites="Plusieurs réponses possibles : la somme peut dépasser 100 %.",
    source=f"{_S2}, « Choix du certificateur » (R-ENQ-03)",
    ventilations=("choix",),
    multiples=("choix",),
    repartition=True,
    formula=formules.raisons,
)

QA_14 = _Enquete(
    id="QA-14",
    libelle="Critères difficiles",
    definition="Part des répondants certifiés qui citent chaque critère du référentiel.",
    formule="répondants certifiés citant le critère / répondants certifiés ayant répondu",
    cas_limites="Plusieurs réponses possibles : la somme peut dépasser 100 %.",
    source=f"{_S2}, « Critères et difficultés rencontrées » (R-ENQ-03)",
    ventilations=("critere",),
    multiples=("critere",),
    repartition=True,
    formula=formules.criteres,
)

QA_25 = Indicator(
    id="QA-25",
    libelle="Témoignages diffusables",
    definition="Réponses dont le commentaire peut être publié.",
    formule="réponses avec un verbatim et accord_diffusion = oui",
    unite="verbatims",
    kind="compte",
    engagement="contexte",
    periode="réponses de la période, la dernière de chaque organisme",
    cas_limites="Accord vide : non. Le nom d'un organisme n'est imprimé que si l'accord le couvre.",
    visible_of="region",
    source="« Matinales de la Qualité », « ont fait l'objet d'un accord de diffusion » (R-ENQ-04)",
    origine="SEED",
    registres=("enquete_qualiopi",),
    principal="enquete_qualiopi",
    date_reference="date_reponse",
    formula=formules.temoignages,
)

INDICATORS: tuple[Indicator, ...] = (
    QA_03B, QA_04B, QA_09, QA_11, QA_11B, QA_12, QA_13, QA_14, QA_25,
)  # fmt: skip
