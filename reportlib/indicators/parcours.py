"""Indicators on paths that end: completed, and led to the certification."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import etat, ptp
from reportlib.settings import Settings

_APART = {
    "suspendu": "suspendu",
    "annule": "annulé",
    "en_cours": "encore en cours",
    "non_demarre": "non démarré",
}


def _ended(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Paths whose end is in the period, one row a file, with their state at the period's end."""
    held = ptp.lignes_en_vigueur(dataset["dossiers_ptp"], period.end)
    state = etat.parcours(held, period.end)
    return held.assign(parcours=state["parcours"], undated=state["etat_import"]).loc[
        period.contains(etat.fins_de_parcours(held, period.end))
    ]


def acheves(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Paths completed or broken whose end is in the period; completed in the numerator."""
    ended = _ended(dataset, period)
    closed = ended["parcours"].isin(("acheve", "rompu"))
    base = ended.loc[closed]
    reason = ended["parcours"].map(_APART).fillna("statut non renseigné")
    return Units(
        units(
            base,
            "id_dossier",
            numerateur=base["parcours"].eq("acheve"),
            etat_import=base["undated"],
            par=("type_certification",),
        ),
        gathered(left_out(ended.loc[~closed], "id_dossier", reason.loc[~closed])),
    )


def certifies(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Completed paths whose result is known at the period's end; full certification on top."""
    ended = _ended(dataset, period)
    done = ended.loc[ended["parcours"].eq("acheve")]
    result = etat.resultats(done, period.end)
    known = result["resultat"].isin(("totale", "partielle", "non", "non_presente"))
    base = done.assign(resultat=result["resultat"]).loc[known]
    reason = result["a_venir"].map({True: "résultat pas encore connu", False: "résultat inconnu"})
    return Units(
        units(
            base,
            "id_dossier",
            numerateur=base["resultat"].eq("totale"),
            etat_import=base["undated"] | result.loc[known, "etat_import"],
            par=("type_certification", "resultat"),
        ),
        gathered(left_out(done.loc[~known], "id_dossier", reason.loc[~known])),
    )


_parcours = partial(
    Indicator,
    unite="%",
    kind="part",
    visible_of="oui",
    origine="AJOUT",
    registres=("dossiers_ptp",),
    principal="dossiers_ptp",
    date_reference="date_rupture",
    dates_repli=("date_fin_prevue",),
)

BA_23 = _parcours(
    id="BA-23",
    libelle="Parcours achevés",
    definition="Part des parcours terminés sans rupture.",
    formule="achevés / (achevés + rompus) parmi les parcours dont la fin est dans la période",
    engagement="commun",
    periode="fin de parcours (date_rupture, sinon date_fin_prevue) dans la période",
    cas_limites="Suspendus et annulés hors base, affichés. Statut du parcours non daté, hors "
    "rupture : état à l'import.",
    source="Espace organisme de formation, « poursuivre son parcours » (R-ETAT-03)",
    ventilations=("type_certification",),
    formula=acheves,
)

BA_24 = _parcours(
    id="BA-24",
    libelle="Certifications obtenues",
    definition="Part des parcours achevés menés à la certification.",
    formule="totale / (totale + partielle + non + non présentée) parmi les achevés de BA-23",
    engagement="OF",
    periode="fin de parcours dans la période, résultat lu à sa fin",
    cas_limites="Résultat inconnu ou vide : hors base, affiché ; résultat daté après la période : "
    "pas encore connu ; statut du parcours ou résultat non daté : état à l'import. Total de "
    "l'organisme jamais masqué.",
    source="Espace organisme de formation, « amener la personne à se présenter à la "
    "certification » (R-ETAT-03)",
    ventilations=("type_certification", "resultat"),
    formula=certifies,
)

INDICATORS = (BA_23, BA_24)
