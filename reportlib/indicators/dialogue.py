"""Charter indicators on refusals for the path's coherence, and the talk that follows (TP-3)."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, joined, left_out, months, units
from reportlib.periods import Period
from reportlib.rules import charte, ptp, suites
from reportlib.settings import Settings


def _refused(
    dataset: Dataset, period: Period, settings: Settings
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Files of CH-16 at their first such refusal of the period, and those counted apart."""
    refused = suites.refus(dataset["dossiers_ptp"], period)
    active = charte.signataires_au(
        refused["id_of"], refused["date_commission"], dataset["signataires"], settings.charte
    )
    ours = refused.loc[active]
    base = suites.premiers(ours.loc[ours["motif_refus"].eq(ptp.CRITERE_CHARTE)])
    others = ours.loc[~ours["id_dossier"].isin(base["id_dossier"])]
    unsaid = others["motif_refus"].isna() | others["motif_refus"].eq("non_renseigne")
    near = others["motif_refus"].eq("pertinence_parcours")
    return base.assign(mois=months(base["date_commission"])), gathered(
        left_out(others.loc[unsaid], "id_dossier", "motif non renseigné"),
        left_out(others.loc[near], "id_dossier", "motif « pertinence du parcours »"),
    )


def refuses(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files of active signatories refused on the charter's criterion, one unit a file."""
    base, apart = _refused(dataset, period, settings)
    return Units(units(base, "id_dossier", par=("mois",)), apart)


def contactes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files of CH-16; followed by a talk from the commission to the period's end on top."""
    base, _ = _refused(dataset, period, settings)
    talks = dataset["echanges_refus"]
    useful = suites.echanges_utiles(base, talks, period.end)
    early = suites.echanges_prematures(base, talks)
    return Units(
        units(
            base,
            "id_dossier",
            numerateur=base["id_dossier"].isin(useful["id_dossier"]),
            par=("mois",),
        ),
        gathered(left_out(early, "id_echange", "échange antérieur à la commission")),
    )


def complets(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files of CH-16; with the three parts of the contact done, over all talks, on top."""
    base, _ = _refused(dataset, period, settings)
    useful = suites.echanges_utiles(base, dataset["echanges_refus"], period.end)
    done = suites.volets_faits(useful).reindex(base["id_dossier"], fill_value=False)
    done = done.set_axis(base.index)
    return Units(
        units(
            base.assign(volets=joined(done).fillna("aucun")),
            "id_dossier",
            numerateur=done.all(axis=1),
            par=("volets",),
        )
    )


def delais_contact(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files of CH-16 followed by a talk; days from the commission to the first one."""
    base, _ = _refused(dataset, period, settings)
    talks = dataset["echanges_refus"]
    first = suites.echanges_utiles(base, talks, period.end).drop_duplicates("id_dossier")
    timed = base.merge(
        first[["id_dossier", "date_echange"]], on="id_dossier", validate="one_to_one"
    )
    days = (timed["date_echange"] - timed["date_commission"]).dt.days
    silent = base.loc[~base["id_dossier"].isin(first["id_dossier"])]
    return Units(
        units(timed, "id_dossier", numerateur=days, par=("mois",)),
        gathered(
            left_out(silent, "id_dossier", "sans échange"),
            left_out(
                suites.echanges_prematures(base, talks),
                "id_echange",
                "échange antérieur à la commission",
            ),
        ),
    )


def suivis_depot(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files of CH-16; followed by a new file up to the period's end on top."""
    base, _ = _refused(dataset, period, settings)
    useful = suites.echanges_utiles(base, dataset["echanges_refus"], period.end)
    next_files = suites.dossiers_suite(useful, dataset["dossiers_ptp"], period.end)
    seen = base.merge(next_files, on="id_dossier", how="left", validate="one_to_one")
    followed = seen["suite"].notna()
    undated = seen["suite_non_datee"].fillna(value=False).astype(bool)
    return Units(
        units(
            seen.assign(suite=seen["suite"].fillna("sans_suite")),
            "id_dossier",
            numerateur=followed,
            etat_import=followed & undated,
            par=("suite",),
        )
    )


_refus = partial(
    Indicator,
    engagement="TPGE (TP-3)",
    periode="date_commission dans la période, échanges jusqu'à sa fin",
    visible_of="oui",
    registres=("dossiers_ptp", "echanges_refus", "signataires"),
    principal="dossiers_ptp",
    date_reference="date_commission",
    ventilations=("mois",),
    sensible=True,
    charte=True,
)

CH_16 = _refus(
    id="CH-16",
    libelle="Refus sur le critère de cohérence du parcours",
    definition="Dossiers de signataires refusés au motif que la charte nomme.",
    formule="nombre de dossiers distincts ayant, dans la période, un passage avec "
    "decision_initiale = refus et motif_refus = coherence_parcours",
    unite="dossiers",
    kind="compte",
    engagement="contexte",
    periode="date_commission dans la période",
    cas_limites="Motif non renseigné et pertinence du parcours : à part. Décision inversée en "
    "recours ou au passage suivant : reste un refus. Région : « s » sous le seuil hors usage "
    "interne ; le sien n'est pas masqué.",
    source="Charte d'engagement, « Le parcours de formation envisagé ne semble pas cohérent au "
    "regard du projet professionnel » (R-PTP-03)",
    origine="SEED",
    registres=("dossiers_ptp", "signataires"),
    formula=refuses,
)

CH_17 = _refus(
    id="CH-17",
    libelle="Refus suivis d'un contact",
    definition="Part des refus de CH-16 suivis d'au moins un échange.",
    formule="dossiers de CH-16 avec un échange, de la commission à la fin de la période / "
    "dossiers de CH-16",
    unite="%",
    kind="part",
    cas_limites="Échange antérieur à la commission : anomalie, non compté. Aucun refus : s. o., "
    "et non 100 %.",
    source="Charte d'engagement, « Contacteur [sic] et échanger avec l'interlocuteur du dossier "
    "PTP concerné lors d'un refus »",
    origine="SEED",
    formula=contactes,
)

CH_18 = _refus(
    id="CH-18",
    libelle="Contacts complets",
    definition="Part des refus de CH-16 dont les trois volets du contact sont faits.",
    formule="dossiers de CH-16 avec motif précisé, attendus partagés et réponse réfléchie, "
    "cumulés sur les échanges / dossiers de CH-16",
    unite="%",
    kind="part",
    cas_limites="Volet vide : non documenté, ne suffit pas à être complet.",
    source="Charte d'engagement, « préciser le motif […] partager les attendus […] réfléchir "
    "ensemble »",
    origine="SEED",
    ventilations=("volets",),
    multiples=("volets",),
    formula=complets,
)

CH_19 = _refus(
    id="CH-19",
    libelle="Délai médian de contact après refus",
    definition="Jours de la commission au premier échange qui la suit.",
    formule="médiane(premier date_echange - date_commission) des dossiers de CH-16 suivis d'un "
    "échange",
    unite="jours",
    kind="mediane",
    cas_limites="Moins de 5 cas : minimum et maximum. Échange antérieur à la commission : exclu "
    "et signalé. Refus sans échange : à part.",
    source="Charte d'engagement, qui ne fixe aucun délai",
    origine="AJOUT",
    formula=delais_contact,
)

CH_20 = _refus(
    id="CH-20",
    libelle="Refus suivis d'un nouveau dossier",
    definition="Part des refus de CH-16 suivis d'un dépôt adapté.",
    formule="dossiers de CH-16 dont un échange nomme un dossier suivant déposé avant la fin de la "
    "période / dossiers de CH-16",
    unite="%",
    kind="part",
    engagement="commun",
    periode="date_commission dans la période, suites jusqu'à sa fin",
    cas_limites="Suite non décidée : à part dans la ventilation par suite, hors taux d'accord. "
    "Dépôt de la suite non daté : état à l'import.",
    source="Charte d'engagement, « une réponse plus adaptée sur le dossier et sur les prochaines "
    "propositions »",
    origine="AJOUT",
    ventilations=("suite",),
    formula=suivis_depot,
)

INDICATORS = (CH_16, CH_17, CH_18, CH_19, CH_20)
