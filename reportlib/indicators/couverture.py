"""Indicator on the Qualiopi certification of the organisations that are financed."""

from __future__ import annotations

from reportlib.dataset import Dataset
from reportlib.indicators.commission import organismes_actifs
from reportlib.indicators.qualiopi_lecture import seuil
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import units
from reportlib.periods import Period
from reportlib.rules.certificats import en_vigueur
from reportlib.settings import Settings

COUVERTS = ("certifie", "repute")
"""Statuses that cover an organisation: certified, or deemed to have met the obligation."""


def couverts(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations active in the period (BA-21); certified or deemed so at its end on top."""
    active = organismes_actifs(dataset, period, settings)
    held = en_vigueur(dataset["certificats_qualiopi"], period.end, seuil(settings))
    known = held[["id_of", "statut", "etat_import"]].rename(columns={"etat_import": "undated"})
    seen = active.rows.drop(columns=["numerateur", "signataire"]).merge(
        known, on="id_of", how="left", validate="one_to_one"
    )
    undated = seen["undated"].eq(other=True).fillna(value=False).astype(bool)
    seen = seen.assign(statut=seen["statut"].fillna("inconnu"))
    return Units(
        units(
            seen,
            "id_of",
            numerateur=seen["statut"].isin(COUVERTS),
            etat_import=seen["etat_import"] | undated,
            par=("statut",),
        ),
        active.left_out,
    )


BA_22 = Indicator(
    id="BA-22",
    libelle="Couverture Qualiopi des OF financés",
    definition="Part des organismes actifs en PTP certifiés Qualiopi ou réputés l'être.",
    formule="organismes de BA-21 certifiés ou réputés au soir de la fin de période / organismes de "
    "BA-21",
    unite="%",
    kind="part",
    engagement="contexte",
    periode="statut lu au soir de la fin de période",
    cas_limites="Statut inconnu, ou organisme sans certificat au registre : dans la base, affiché. "
    "Réputés au numérateur, à part dans la ventilation. Suspension et retrait non datés, décision "
    "finale non datée : état à l'import. Moins de 5 organismes : « s » hors usage interne.",
    visible_of="oui",
    source="Espace organisme de formation, « Pour déposer votre certificat Qualiopi » ; diaporama "
    "« Matinales de la Qualité » (R-CYC-07)",
    origine="AJOUT",
    registres=("certificats_qualiopi", "dossiers_ptp"),
    principal="certificats_qualiopi",
    ventilations=("statut",),
    masque_of=True,
    formula=couverts,
)

INDICATORS = (BA_22,)
