"""Charter indicators on controls that follow an alert: breaches, unverifiable, to check (TP-4)."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Formula, Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import charte
from reportlib.rules import controles_alerte as regles
from reportlib.rules.visibilite import visible_of
from reportlib.settings import Settings

_APART = {
    regles.NON_VERIFIABLE: "non vérifiable",
    regles.ALERTE_STAGIAIRE: "alerte d'un autre émetteur",
    regles.ALERTE_AUTRE: "alerte d'un autre émetteur",
}


def _sorted(dataset: Dataset, period: Period, settings: Settings) -> pd.DataFrame:
    """Controls of the period with what they are to TP-4, of organisations then signatories.

    The signature is read on the day of the alert, on that of the control when the alert is not
    known (CH-26); the organisation is the alert's, else the control's.
    """
    inside = dataset["controles"].loc[lambda rows: period.contains(rows["date_controle"])]
    linked = regles.rattaches(inside, dataset["alertes"], period.end)
    owner = linked["id_of_alerte"].fillna(linked["id_of"])
    when = linked["date_alerte"].fillna(linked["date_controle"])
    active = charte.signataires_au(owner, when, dataset["signataires"], settings.charte)
    seen = linked.assign(id_of=owner, sorte=regles.sortes(linked))
    return seen.loc[active]


def _counting(sorte: str) -> Formula:
    """The formula that counts the controls of one sort, one unit a control."""

    def counted(dataset: Dataset, period: Period, settings: Settings) -> Units:
        seen = _sorted(dataset, period, settings)
        ours = seen.loc[seen["sorte"].eq(sorte)]
        shown = sorte != regles.ALERTE_STAGIAIRE
        return Units(units(ours, "id_controle", visible_of=shown))

    return counted


def manquements(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Controls on an organisation's alert, one unit a control; the unverifiable ones apart."""
    seen = _sorted(dataset, period, settings)
    apart = seen.loc[seen["sorte"].isin(list(_APART))]
    unverifiable = apart["sorte"].eq(regles.NON_VERIFIABLE)
    return Units(
        units(seen.loc[seen["sorte"].eq(regles.MANQUEMENT)], "id_controle"),
        gathered(
            left_out(
                apart,
                "id_controle",
                apart["sorte"].map(_APART),
                visible_of=unverifiable | visible_of("alertes", apart),
            )
        ),
    )


def a_verifier(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Controls on another ground, on the file of an earlier alert of an organisation."""
    inside = dataset["controles"].loc[lambda rows: period.contains(rows["date_controle"])]
    active = charte.signataires_au(
        inside["id_of"], inside["date_controle"], dataset["signataires"], settings.charte
    )
    pointed = regles.a_verifier(inside, dataset["alertes"])
    return Units(units(inside.loc[active & pointed], "id_controle", visible_of=False))


_controle = partial(
    Indicator,
    unite="contrôles",
    kind="compte",
    engagement="TPGE (TP-4)",
    periode="date_controle dans la période",
    visible_of="oui",
    source="Charte d'engagement, « Ne pas réaliser de contrôle sur des situations d'alertes "
    "émanant de l'organisme de formation » (R-AL-02, R-AL-03)",
    origine="SEED",
    registres=("controles", "alertes", "signataires"),
    principal="controles",
    date_reference="date_controle",
    charte=True,
)

CH_26 = _controle(
    id="CH-26",
    libelle="Contrôles sur alerte d'un organisme",
    definition="Manquements à la garantie de non-contrôle des alertes.",
    formule="nombre de contrôles de motif = alerte rattachés à une alerte d'emetteur = organisme",
    cas_limites="Cible : 0. Signataire actif à la date de l'alerte (du contrôle si l'alerte est "
    "inconnue). Quelle que soit l'origine de l'événement. Non vérifiables : à part (CH-26b), et "
    "l'engagement n'est alors pas dit tenu. Alerte reçue après la fin de la période : inconnue.",
    formula=manquements,
)

CH_26B = _controle(
    id="CH-26b",
    libelle="Contrôles non vérifiables",
    definition="Contrôles dont on ne sait pas s'ils suivent l'alerte d'un organisme.",
    formule="nombre de contrôles de motif vide ou inconnu, ou de motif = alerte sans alerte connue",
    cas_limites="Sans manquement, au moins un non vérifiable : engagement « non vérifiable », "
    "jamais « tenu ».",
    formula=_counting(regles.NON_VERIFIABLE),
)

CH_26C = _controle(
    id="CH-26c",
    libelle="Contrôles sur alerte d'un stagiaire",
    definition="Contrôles faits à la suite de l'alerte d'un stagiaire.",
    formule="nombre de contrôles de motif = alerte rattachés à une alerte d'emetteur = stagiaire",
    cas_limites="Pas un manquement. Usage interne seulement (R-AL-04).",
    visible_of="non",
    formula=_counting(regles.ALERTE_STAGIAIRE),
)

CH_27 = _controle(
    id="CH-27",
    libelle="Contrôles à vérifier après alerte",
    definition="Contrôles d'un autre motif sur le dossier d'une alerte.",
    formule="nombre de contrôles hors motifs alerte, communication et inconnu, sur le même dossier "
    "qu'une alerte d'organisme antérieure",
    cas_limites="Liste interne seulement ; « à vérifier », pas un manquement. Antérieure : avant "
    "le jour du contrôle. Signataire actif à la date du contrôle.",
    visible_of="non",
    origine="AJOUT",
    formula=a_verifier,
)

INDICATORS = (CH_26, CH_26B, CH_26C, CH_27)
