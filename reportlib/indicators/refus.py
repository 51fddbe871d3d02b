"""Indicators on refusals of all grounds and the talk that follows, for all organisations."""

from __future__ import annotations

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import ptp, suites
from reportlib.settings import Settings


def par_critere(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Refusals of the period, one unit a file and ground, at the last such pass."""
    refused = suites.refus(dataset["dossiers_ptp"], period)
    ground = refused["motif_refus"].fillna("non_renseigne")
    pairs = (
        refused.assign(motif_refus=ground, couple=refused["id_dossier"] + "|" + ground)
        .sort_values(["couple", "date_commission"], kind="stable")
        .drop_duplicates("couple", keep="last")
    )
    return Units(units(pairs, "couple", par=("motif_refus",)))


def suivis_echange(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files refused on a criterion in the period; followed by a talk up to its end, or not."""
    refused = suites.refus(dataset["dossiers_ptp"], period)
    base = suites.premiers(refused.loc[ptp.sur_critere(refused["motif_refus"])])
    talks = suites.echanges_utiles(base, dataset["echanges_refus"], period.end)
    others = refused.loc[~refused["id_dossier"].isin(base["id_dossier"])]
    known = others["motif_refus"].isin(ptp.HORS_CRITERES)
    inadmissible = ptp.passages(dataset["dossiers_ptp"], period).loc[
        lambda rows: rows["decision_initiale"].eq("irrecevable")
    ]
    return Units(
        units(base, "id_dossier", numerateur=base["id_dossier"].isin(talks["id_dossier"])),
        gathered(
            left_out(others.loc[known], "id_dossier", "motif hors critères (budget, autre)"),
            left_out(others.loc[~known], "id_dossier", "motif non renseigné"),
            left_out(inadmissible, "id_dossier", "irrecevable"),
        ),
    )


BA_04 = Indicator(
    id="BA-04",
    libelle="Refus par critère",
    definition="Refus de la commission selon leur motif.",
    formule="nombre de couples distincts (id_dossier, motif_refus) des passages de la période avec "
    "decision_initiale = refus",
    unite="dossiers",
    kind="compte",
    engagement="contexte",
    periode="date_commission dans la période",
    cas_limites="« s » sous le seuil, avec masquage secondaire ; le total des refus n'est pas "
    "masqué. Refus budgétaire distinct d'un refus sur critère. Motif vide : non renseigné.",
    visible_of="oui",
    source="Espace organisme de formation, « refus de financement sur critères » ; charte "
    "d'engagement ; R. 6323-14",
    origine="SEED",
    registres=("dossiers_ptp",),
    principal="dossiers_ptp",
    date_reference="date_commission",
    ventilations=("motif_refus",),
    sensibles=("motif_refus",),
    formula=par_critere,
)

BA_05 = Indicator(
    id="BA-05",
    libelle="Refus sur critères suivis d'un échange",
    definition="Part des refus sur critères suivis d'un échange avec l'organisme.",
    formule="dossiers refusés sur critères suivis d'un échange, de la commission à la fin de la "
    "période / dossiers refusés sur critères",
    unite="%",
    kind="part",
    engagement="TPGE",
    periode="date_commission dans la période, échanges jusqu'à sa fin",
    cas_limites="Irrecevabilité, budget, autre motif et motif non renseigné : hors base, affichés. "
    "Échange antérieur à la commission : non compté. Aucun refus sur critères : s. o.",
    visible_of="oui",
    source="Espace organisme de formation, « Notre équipe contacte le prestataire de formation "
    "concerné lors d'un refus de financement sur critères » (R-PTP-04)",
    origine="SEED",
    registres=("dossiers_ptp", "echanges_refus"),
    principal="dossiers_ptp",
    date_reference="date_commission",
    formula=suivis_echange,
)

INDICATORS = (BA_04, BA_05)
