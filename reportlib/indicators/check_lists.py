"""Indicators on check-lists before the entry: who was given one, what followed, obstacles."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import check_lists, etat, ptp
from reportlib.settings import Settings


def passees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Trainees (files) given a check-list in the period, one unit a file."""
    given = check_lists.stagiaires(dataset["checklists"], period)
    return Units(units(given, "id_dossier"), _unnamed(dataset, period))


def rompus(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Trainees of RP-05; broken by the period's end in the numerator.

    A file of ``dossiers_ptp`` is read there; another by the check-list's own word, which no date
    holds (R-ETAT-04), and which is not known when it is empty.
    """
    given = check_lists.stagiaires(dataset["checklists"], period)
    known = _broken(dataset, period).reindex(given["id_dossier"])
    broken = known.set_axis(given.index).astype("boolean")
    undated = broken.isna() & given["rupture_dite"].notna()
    ended = broken.fillna(given["rupture_dite"])
    said = ended.notna()
    return Units(
        units(
            given.loc[said],
            "id_dossier",
            numerateur=ended.loc[said].astype(float),
            etat_import=undated.loc[said],
        ),
        gathered(
            left_out(given.loc[~said], "id_dossier", "rupture ou non : inconnu"),
            _unnamed(dataset, period),
        ),
    )


def sans_check_list(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files entered in the period with no check-list known at its end; broken on top."""
    entered = _entered(dataset, period)
    moment = check_lists.moments(entered, dataset["checklists"], period.end)
    base = entered.loc[moment.eq(check_lists.SANS)]
    broken = etat.connues(base["date_rupture"], period.end).notna()
    return Units(units(base, "id_dossier", numerateur=broken))


def couverture(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Files entered in the period; a check-list by the day of entry in the numerator."""
    entered = _entered(dataset, period)
    moment = check_lists.moments(entered, dataset["checklists"], period.end)
    return Units(
        units(
            entered.assign(moment=moment),
            "id_dossier",
            numerateur=moment.eq(check_lists.AVANT),
            par=("moment",),
        )
    )


def freins(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Obstacles noted by the check-lists of the period, one unit a check-list and obstacle."""
    rows = dataset["checklists"]
    inside = rows.loc[period.contains(rows["date_passation"])]
    shown = inside.assign(montrable=check_lists.montrables(inside))
    each = (
        shown.assign(frein=shown["freins"].str.split(";"))
        .explode("frein", ignore_index=True)
        .dropna(subset=["frein"])
    )
    named = each.assign(cle=each["id_checklist"].astype("str") + "|" + each["frein"].astype("str"))
    return Units(units(named, "cle", visible_of=named["montrable"], par=("frein",)))


def _entered(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Files whose entry is in the period, by the row in force at its end."""
    held = ptp.lignes_en_vigueur(dataset["dossiers_ptp"], period.end)
    return held.loc[period.contains(held["date_debut"])]


def _broken(dataset: Dataset, period: Period) -> pd.Series:
    """Whether each PTP file is broken at the period's end, by ``id_dossier``; none without them."""
    if not dataset.has("dossiers_ptp"):
        return pd.Series(dtype="boolean")
    held = ptp.lignes_en_vigueur(dataset["dossiers_ptp"], period.end).set_index("id_dossier")
    return etat.connues(held["date_rupture"], period.end).notna()


def _unnamed(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Check-lists of the period with no file: nobody knows whether two are of one trainee."""
    rows = dataset["checklists"]
    inside = period.contains(rows["date_passation"]) & rows["id_dossier"].isna()
    return left_out(rows.loc[inside], "id_checklist", "sans numéro de dossier")


RP_05 = Indicator(
    id="RP-05",
    libelle="Stagiaires avec check-list",
    definition="Stagiaires à qui une check-list de sécurisation a été administrée.",
    formule="nombre de dossiers distincts ayant une date_passation dans la période",
    unite="stagiaires",
    kind="compte",
    engagement="OF",
    periode="date_passation dans la période",
    cas_limites="Deux passations : un stagiaire, l'organisme de la dernière. Sans numéro de "
    "dossier : à part, deux passations pouvant être d'une même personne.",
    visible_of="oui",
    source="« Sécurisation des parcours », « Sur l'ensemble des 353 stagiaires ayant administré "
    "une check-list » (R-RUP-02)",
    origine="SEED",
    registres=("checklists",),
    principal="checklists",
    date_reference="date_passation",
    formula=passees,
)

RP_06 = replace(
    RP_05,
    id="RP-06",
    libelle="Taux de rupture avec check-list",
    definition="Part des stagiaires ayant eu une check-list dans la période qui ont rompu.",
    formule="rompus à la fin de la période parmi les stagiaires de RP-05 / stagiaires de RP-05",
    unite="%",
    kind="part",
    engagement="commun",
    periode="date_passation dans la période, rupture lue à sa fin",
    cas_limites="Rupture lue dans les dossiers PTP ; hors PTP, dans la check-list, sans date : "
    "état à l'import ; vide : à part. La comparaison avec RP-06b décrit, elle ne démontre pas "
    "d'effet.",
    source="« Sécurisation des parcours », « on compte 25 ruptures soit 7% » (R-RUP-02)",
    formula=rompus,
)

RP_06B = replace(
    RP_06,
    id="RP-06b",
    libelle="Taux de rupture sans check-list",
    definition="Part des entrés de la période sans check-list connue qui ont rompu.",
    formule="rompus à la fin de la période parmi les entrés sans check-list / dossiers dont la "
    "date_debut est dans la période, sans check-list connue à sa fin",
    periode="date_debut dans la période, rupture et check-list lues à sa fin",
    cas_limites="Sert à décrire, à côté de RP-06 : ceux qui ont eu une check-list ne sont pas "
    "tirés au sort, l'écart ne démontre pas d'effet.",
    origine="AJOUT",
    registres=("dossiers_ptp", "checklists"),
    principal="dossiers_ptp",
    date_reference="date_debut",
    formula=sans_check_list,
)

RP_07 = replace(
    RP_06B,
    id="RP-07",
    libelle="Couverture de la check-list",
    definition="Part des entrées en formation précédées d'une check-list.",
    formule="entrées ayant une date_passation au plus tard à leur date_debut / dossiers dont la "
    "date_debut est dans la période",
    engagement="OF",
    periode="date_debut dans la période, check-list lue à sa fin",
    cas_limites="Le jour de l'entrée compte. Passation après l'entrée : « tardive », dans la base "
    "mais pas au numérateur.",
    source="« Sécurisation des parcours », bonne pratique 2, « avant l'entrée en formation "
    "(check-list) » (R-RUP-07)",
    origine="SEED",
    ventilations=("moment",),
    formula=couverture,
)

RP_08 = replace(
    RP_05,
    id="RP-08",
    libelle="Freins repérés",
    definition="Freins périphériques notés dans les check-lists.",
    formule="nombre de freins notés par les check-lists de la période",
    unite="freins",
    engagement="contexte",
    cas_limites="Une check-list peut noter plusieurs freins. Région seulement, « s » sous le seuil "
    "hors usage interne ; jamais pour un organisme de moins de 20 check-lists.",
    visible_of="region",
    source="charte de l'accompagnement, « lever les différents freins périphériques » ; "
    "« Sécurisation des parcours », « absence de logement »",
    origine="AJOUT",
    ventilations=("frein",),
    sensibles=("frein",),
    formula=freins,
)

INDICATORS = (RP_05, RP_06, RP_06B, RP_07, RP_08)
