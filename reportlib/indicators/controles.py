"""Indicators on checks: those of quality, and apart from them those of service done."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import controles as regles
from reportlib.settings import Settings


def _faits(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Checks of the period, with their motive and whether their organisation may see them."""
    done = dataset["controles"].loc[lambda rows: period.contains(rows["date_controle"])]
    alertes = dataset["alertes"] if dataset.has("alertes") else None
    return done.assign(
        motif=regles.motifs(done),
        theme=done["themes"],
        etat_import_resultat=done["resultat"].notna(),
        montrable=regles.montrables(done, alertes),
    )


def de_qualite(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Quality checks of the period, one unit a check; those of service done left out."""
    done = _faits(dataset, period)
    service = regles.de_service_fait(done)
    base = done.loc[~service]
    return Units(
        units(
            base,
            "id_controle",
            visible_of=base["montrable"],
            par=("motif", "theme", "resultat"),
        ),
        gathered(left_out(done.loc[service], "id_controle", "contrôle de service fait")),
    )


def de_service_fait(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Checks of service done in the period, one unit a check."""
    done = _faits(dataset, period)
    return Units(units(done.loc[regles.de_service_fait(done)], "id_controle"))


BA_14 = Indicator(
    id="BA-14",
    libelle="Contrôles qualité",
    definition="Contrôles qualité menés par Transitions Pro, et leurs suites.",
    formule="nombre de contrôles, motif autre que verification_service_fait",
    unite="contrôles",
    kind="compte",
    engagement="TPGE",
    periode="date_controle dans la période",
    cas_limites="Contrôles de service fait et audits de certificateurs jamais additionnés "
    "(R-CTL-02). Motif vide : inconnu. Résultat non daté : état à l'import. Plusieurs thèmes par "
    "contrôle : leur somme dépasse le total. Organisme : sans les contrôles sur l'alerte d'un "
    "stagiaire (notre choix, R-AL-04).",
    visible_of="oui",
    source="Espace organisme de formation, « Les contrôles menés sont axés sur l'échange […] "
    "permettent des réajustements, des clarifications » (R-CTL-01)",
    origine="SEED",
    registres=("controles",),
    principal="controles",
    date_reference="date_controle",
    ventilations=("motif", "theme", "resultat"),
    multiples=("theme",),
    formula=de_qualite,
)

BA_14B = replace(
    BA_14,
    id="BA-14b",
    libelle="Contrôles de service fait",
    definition="Contrôles portant sur les pièces : factures, relevés de dépenses, certificats.",
    formule="nombre de contrôles, motif = verification_service_fait",
    cas_limites="Jamais additionnés aux contrôles qualité ni aux audits (R-CTL-02).",
    source="Diaporama « Matinales de la Qualité », contrôle de service fait (R-CTL-02)",
    ventilations=(),
    multiples=(),
    formula=de_service_fait,
)

INDICATORS = (BA_14, BA_14B)
