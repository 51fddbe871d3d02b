"""Indicator on what follows a rupture: a new file."""

from __future__ import annotations

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import ptp, ruptures
from reportlib.settings import Settings


def suivies(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Paths broken in the period; followed by a new file by its end in the numerator.

    When no broken path is linked to another file, nobody recorded the links: no base, not 0 %.
    """
    files = dataset["dossiers_ptp"]
    held = ptp.lignes_en_vigueur(files, period.end)
    broken = held.loc[period.contains(held["date_rupture"])]
    filed = files.groupby("id_dossier", observed=True)["date_depot"].min()
    followed = ruptures.suivis(broken, dataset["echanges_refus"], filed, period.end)
    if not followed.any():
        return Units(
            units(broken.iloc[:0], "id_dossier"),
            gathered(left_out(broken, "id_dossier", "chaînage des dossiers non disponible")),
        )
    return Units(units(broken, "id_dossier", numerateur=followed))


RP_16 = Indicator(
    id="RP-16",
    libelle="Reprises après rupture",
    definition="Part des parcours rompus suivis d'un nouveau dossier.",
    formule="dossiers rompus dans la période qu'un échange, de la rupture à la fin de la période, "
    "relie à un autre dossier (id_dossier_suite) déposé au plus tard à cette fin / dossiers rompus",
    unite="%",
    kind="part",
    engagement="commun",
    periode="date_rupture dans la période, suite lue à sa fin",
    cas_limites="Interne. Aucun dossier rompu relié à un autre : chaînage non disponible, "
    "« s. o. » et non 0 %. Minimum : les liens sont rarement notés.",
    visible_of="non",
    source="« Sécurisation des parcours », « L'intervention post-rupture […] recherche de "
    "solutions » (R-RUP-05)",
    origine="AJOUT",
    registres=("dossiers_ptp", "echanges_refus"),
    principal="dossiers_ptp",
    date_reference="date_rupture",
    formula=suivies,
)

INDICATORS = (RP_16,)
