"""Where organisations stand on the evening of the period: certified, under way, exempt, stopped."""

from __future__ import annotations

from functools import partial

from reportlib.dataset import Dataset
from reportlib.indicators import commission
from reportlib.indicators.qualiopi_lecture import situation
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import sans_organisme, units
from reportlib.periods import Period
from reportlib.settings import Settings

INCIDENTS = ("suspendu", "retire", "refuse")
"""Statuses of QA-22."""
DEMARCHE = ("certifie", "en_cours")
"""Certified, or under contract with a certifier (QA-04)."""


def _au_statut(dataset: Dataset, period: Period, settings: Settings, *statuts: str) -> Units:
    """Organisations whose status on the evening of the period is one of ``statuts``."""
    held = situation(dataset, period.end, settings)
    base = held.loc[held["statut"].isin(statuts)]
    base = base.assign(certificateur=base["nom_certificateur"])
    return Units(
        units(
            base,
            "id_of",
            etat_import=base["etat_import"],
            par=("categorie", "departement", "certificateur", "statut"),
        ),
        sans_organisme(dataset["certificats_qualiopi"]),
    )


def certifies(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations certified on the evening of the period, once each (QA-01)."""
    return _au_statut(dataset, period, settings, "certifie")


def en_cours(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations with a contract and no certificate (QA-02)."""
    return _au_statut(dataset, period, settings, "en_cours")


def reputes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations that the law exempts (QA-21)."""
    return _au_statut(dataset, period, settings, "repute")


def incidents(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations suspended, withdrawn or refused (QA-22)."""
    return _au_statut(dataset, period, settings, *INCIDENTS)


def _finances(dataset: Dataset, period: Period, settings: Settings, *statuts: str) -> Units:
    """Organisations paid in the period; those whose status is one of ``statuts`` on top."""
    paid = commission.organismes_actifs(dataset, period, settings)
    held = situation(dataset, period.end, settings).set_index("id_of")
    known = held["statut"].reindex(paid.rows["id_of"]).set_axis(paid.rows.index)
    word = held["etat_import"].reindex(paid.rows["id_of"], fill_value=False)
    inside = known.isin(statuts)
    rows = paid.rows.assign(
        numerateur=inside.astype(float),
        etat_import=paid.rows["etat_import"] | (inside & word.set_axis(paid.rows.index)),
    )
    return Units(rows.astype({"etat_import": bool}), paid.left_out)


def part_certifies(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations paid in the period; certified on its evening on top (QA-03)."""
    return _finances(dataset, period, settings, "certifie")


def part_demarche(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations paid in the period; certified or under contract on top (QA-04)."""
    return _finances(dataset, period, settings, *DEMARCHE)


_Stock = partial(
    Indicator,
    unite="organismes",
    kind="organismes",
    engagement="contexte",
    periode="stock au soir de la fin de période",
    visible_of="region",
    origine="SEED",
    registres=("certificats_qualiopi",),
    principal="certificats_qualiopi",
    masque_of=True,
    stock=True,
)

QA_01 = _Stock(
    id="QA-01",
    libelle="Organismes certifiés",
    definition="Organismes dont un certificat Qualiopi est valide au soir de la fin de période.",
    formule="organismes distincts dont le certificat en vigueur a le statut certifie",
    cas_limites="Plusieurs certificats : compté une fois, le plus récent valide fait foi. Sans "
    "date d'obtention : état à l'import. Réputés à part (QA-21).",
    source="« Matinales de la Qualité », « 8\u202f304 certifiés » (R-CYC-07)",
    ventilations=("categorie", "departement", "certificateur"),
    multiples=("categorie",),
    formula=certifies,
)

QA_02 = _Stock(
    id="QA-02",
    libelle="Organismes en cours de certification",
    definition="Organismes ayant signé un contrat avec un certificateur, sans certificat.",
    formule="organismes distincts dont la situation est en_cours",
    cas_limites="Certifié et en cours (transfert, extension) : certifié. Contrat non daté : état "
    "à l'import.",
    source="« Matinales de la Qualité », « 5\u202f860 en cours de certification », « (ayant signé "
    "un contrat) »",
    ventilations=("departement",),
    formula=en_cours,
)

QA_21 = _Stock(
    id="QA-21",
    libelle="Établissements réputés certifiés",
    definition="Établissements d'enseignement supérieur dispensés de la certification.",
    formule="organismes distincts déclarés repute",
    cas_limites="Ajoutés à part, jamais parmi les certifiés. Statut non daté : état à l'import.",
    source="« Matinales de la Qualité », « réputés avoir satisfait à l'obligation » (L. 6316-4)",
    formula=reputes,
)

QA_22 = Indicator(
    id="QA-22",
    libelle="Suspensions, retraits et refus",
    definition="Organismes dont le certificat est suspendu ou retiré, ou a été refusé.",
    formule="organismes distincts dont la situation est suspendu, retire ou refuse",
    unite="organismes",
    kind="organismes",
    engagement="contexte",
    periode="stock au soir de la fin de période",
    cas_limites="Statut non daté : état à l'import. Région : nombre seul, « s » sous le seuil hors "
    "usage interne.",
    visible_of="non",
    source="« Matinales de la Qualité », « Une certification peut être suspendue ou retirée »",
    origine="SEED",
    registres=("certificats_qualiopi",),
    principal="certificats_qualiopi",
    ventilations=("statut",),
    masque_of=True,
    stock=True,
    formula=incidents,
)

_Part = partial(
    Indicator,
    unite="%",
    kind="part",
    engagement="contexte",
    visible_of="region",
    origine="SEED",
    masque_of=True,
)
_FINANCES = partial(
    _Part,
    periode="dossiers passés en commission dans la période, statut lu au soir de sa fin",
    registres=("certificats_qualiopi", "dossiers_ptp"),
    principal="certificats_qualiopi",
    cas_limites="La base est toujours écrite ; base nulle : s. o. Organisme absent du registre des "
    "certificats : non certifié dans ce décompte.",
    source="« Matinales de la Qualité », « 80\u202f000 OPAC (NDA) dont 55\u202f000 référençables "
    "sur Datadock » (R-ADO-07)",
)

QA_03 = _FINANCES(
    id="QA-03",
    libelle="Taux de certification des organismes financés",
    definition="Part des organismes ayant un dossier accordé dans la période qui sont certifiés.",
    formule="organismes certifiés (QA-01) parmi les organismes financés / organismes financés",
    formula=part_certifies,
)

QA_04 = _FINANCES(
    id="QA-04",
    libelle="Part des organismes financés dans la démarche",
    definition="Part des organismes ayant un dossier accordé dans la période qui sont certifiés ou "
    "en cours de certification.",
    formule="organismes certifiés ou en cours parmi les organismes financés / organismes financés",
    formula=part_demarche,
)

INDICATORS: tuple[Indicator, ...] = (QA_01, QA_02, QA_03, QA_04, QA_21, QA_22)
