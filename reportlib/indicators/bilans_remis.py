"""Charter indicators on the bilans that Transitions Pro owes and hands over (TP-5, TP-6)."""

from __future__ import annotations

from functools import partial

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.signataires import engages_au_soir
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import charte, etat
from reportlib.settings import Settings


def intermediaires(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations of CH-01; that were handed an intermediate bilan by then in the numerator."""
    active = engages_au_soir(dataset, period, settings)
    demandes = dataset["demandes_bilan"]
    handed = etat.connues(demandes["date_remise"], period.end).notna()
    theirs = demandes.loc[handed & demandes["type_bilan"].eq("intermediaire"), "id_of"]
    return Units(units(active, "id_of", numerateur=active["id_of"].isin(theirs.dropna())))


def annuels(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Annual bilans that active signatories asked for in the period; handed over on top."""
    demandes = dataset["demandes_bilan"].loc[lambda rows: rows["type_bilan"].eq("annuel")]
    active = charte.signataires_au(
        demandes["id_of"], demandes["date_demande"], dataset["signataires"], settings.charte
    )
    inside = period.contains(demandes["date_demande"])
    base = demandes.loc[inside & active]
    undated = demandes["date_demande"].isna()
    return Units(
        units(
            base.assign(exercice=base["exercice"].astype("str")),
            "id_demande",
            numerateur=etat.connues(base["date_remise"], period.end).notna(),
            par=("exercice",),
        ),
        gathered(
            left_out(
                demandes.loc[inside & ~active],
                "id_demande",
                "organisme non signataire à cette date",
            ),
            left_out(demandes.loc[undated], "id_demande", "demande non datée"),
        ),
    )


_bilan = partial(
    Indicator,
    unite="%",
    kind="part",
    visible_of="oui",
    origine="SEED",
    registres=("demandes_bilan", "signataires"),
    charte=True,
)

CH_28 = _bilan(
    id="CH-28",
    libelle="Bilans intermédiaires remis",
    definition="Part des signataires actifs ayant reçu leur bilan intermédiaire.",
    formule="organismes de CH-01 avec un bilan de type_bilan = intermediaire et date_remise <= fin "
    "/ organismes de CH-01",
    engagement="TPGE (TP-5)",
    periode="stock au soir de la fin de la période",
    cas_limites="La charte ne fixe pas d'échéance : pas de retard calculé. Après le terme de la "
    "charte, base vide : s. o. (R-CH-12).",
    source="Charte d'engagement, « Réaliser un bilan intermédiaire sur la concrétisation des "
    "engagements pris de chaque partie » (R-CH-06)",
    principal="signataires",
    stock=True,
    formula=intermediaires,
)

CH_29 = _bilan(
    id="CH-29",
    libelle="Bilans annuels demandés et remis",
    definition="Part des demandes de bilan annuel honorées.",
    formule="demandes de la période remises à sa fin / demandes de la période, type_bilan = annuel",
    engagement="TPGE (TP-6)",
    periode="date_demande dans la période, remise lue à sa fin",
    cas_limites="Aucune demande : s. o. (l'engagement est « sur demande »), jamais 0 %. Demande "
    "non datée : à part. Signataire actif à la demande.",
    source="Charte d'engagement, « Produire un bilan annuel sur les PTP, sur demande de "
    "l'organisme de formation » (R-CH-07)",
    principal="demandes_bilan",
    date_reference="date_demande",
    ventilations=("exercice",),
    formula=annuels,
)

INDICATORS = (CH_28, CH_29)
