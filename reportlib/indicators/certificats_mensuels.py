"""Indicator on monthly certificates of completion: how many were deposited in time."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import certificats_realisation as regles
from reportlib.rules import etat, ptp
from reportlib.settings import Settings
from reportlib.wording import month


def a_l_heure(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Certificates expected of the months of the period, one unit a file and month.

    In the numerator when deposited by the 5th of the month after. Each unit stands beside each of
    the four statuses, of which it has one: a status is a share of all that was expected.
    """
    granted = _accordes(dataset["dossiers_ptp"], period)
    undated = granted["date_debut"].isna() | etat.fins_de_parcours(granted, period.end).isna()
    deposits = dataset["certificats_realisation"]
    due = _avec_statut(regles.mois_attendus(granted, period), deposits, period, settings)
    idle = due["sans_heure"]
    waiting = ~idle & due["vrai_statut"].eq(regles.A_VENIR)
    base = due.loc[~idle & ~waiting]
    crossed = base.merge(pd.DataFrame({"statut": list(regles.STATUTS)}), how="cross")
    crossed = crossed.assign(numerateur_statut=crossed["vrai_statut"].eq(crossed["statut"]))
    return Units(
        units(
            crossed,
            "cle",
            numerateur=crossed["vrai_statut"].eq("dans_delai"),
            etat_import=crossed["undated"],
            par=("mois", "statut"),
        ),
        gathered(
            left_out(due.loc[waiting], "cle", "à venir"),
            left_out(due.loc[idle], "cle", "mois déclaré à 0 heure"),
            left_out(granted.loc[undated], "id_dossier", "dates du parcours non renseignées"),
        ),
        _tenu_depuis(deposits, base),
    )


def _accordes(dossiers: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Files granted at the period's end, one row a file; ``undated``: the decision is not."""
    held = ptp.lignes_en_vigueur(dossiers, period.end)
    passed = held.loc[held["date_commission"].notna()]
    state = etat.decisions(passed, period.end)
    return passed.assign(undated=state["etat_import"]).loc[state["decision"].eq("accord")]


def _avec_statut(
    expected: pd.DataFrame, deposits: pd.DataFrame, period: Period, settings: Settings
) -> pd.DataFrame:
    """Expected certificates with ``cle``, and ``vrai_statut``, ``sans_heure`` at the end."""
    first = regles.premiers_depots(deposits, period.end)
    idle = regles.sans_heure(deposits, period.end).assign(sans_heure=True)
    seen = expected.merge(first, on=regles.CLE, how="left", validate="one_to_one").merge(
        idle, on=regles.CLE, how="left", validate="one_to_one"
    )
    return seen.assign(
        cle=seen["id_dossier"] + "|" + seen["mois"],
        sans_heure=seen["sans_heure"].eq(other=True).fillna(value=False).astype(bool),
        vrai_statut=regles.statuts(
            seen["mois"],
            seen["premier_depot"],
            period.end,
            settings.choix.limite_certificat,
        ),
    )


def _tenu_depuis(deposits: pd.DataFrame, base: pd.DataFrame) -> str:
    """The sentence to print when months were expected before the register's own first one."""
    kept = deposits["mois"].dropna()
    if base.empty or kept.empty or base["mois"].min() >= kept.min():
        return ""
    return (
        f"Le registre des certificats est tenu depuis {month(kept.min())} ; les mois antérieurs "
        "comptent comme manquants."
    )


BA_15 = Indicator(
    id="BA-15",
    libelle="Certificats de réalisation à l'heure",
    definition="Part des certificats mensuels attendus déposés au plus tard le 5 du mois suivant.",
    formule="certificats dont le premier dépôt est au plus tard le 5 de M+1 / certificats attendus "
    "(dossiers accordés, mois du parcours jusqu'à la fin ou la rupture)",
    unite="%",
    kind="part",
    engagement="OF",
    periode="mois entièrement dans la période, état lu à sa fin",
    cas_limites="Sans dépôt et limite pas encore passée : à venir, hors base. La limite d'un dépôt "
    "tardif est un choix (fin de M+2, ou 5 de M+3 ; R-CR-02). Rectificatif : le premier dépôt "
    "compte. Mois déclaré à 0 heure : non attendu. Parcours sans dates : à part. Décision finale "
    "non datée : état à l'import. Total de l'organisme jamais masqué.",
    visible_of="oui",
    source="Espace organisme de formation, « pour le 5 de chaque mois […] 2 mois maximum » "
    "(R-CR-01 à R-CR-03)",
    origine="SEED",
    registres=("certificats_realisation", "dossiers_ptp"),
    principal="certificats_realisation",
    date_reference="mois",
    ventilations=("mois", "statut"),
    repartition=True,
    formula=a_l_heure,
)

INDICATORS = (BA_15,)
