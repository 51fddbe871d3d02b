"""The joint count of proposals: the organisation's less Transitions Pro's, and what differs."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.propositions import ecrites
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import activite, suivi_conjoint
from reportlib.settings import Settings

_LISTED = ["id_of", "id_proposition", "date_reception", "intitule_formation", "source"]


def _counted(
    dataset: Dataset, period: Period, settings: Settings
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rows of both counts, of organisations that gave theirs; those of the others.

    ``declaree``: True for a row of the organisation's own count.
    """
    propositions, reason = ecrites(dataset, settings)
    inside = period.contains(propositions["date_reception"])
    declared = activite.sources(propositions).eq("of")
    counted = propositions.assign(declaree=declared)
    held = inside & reason.isna()
    given = propositions["id_of"].isin(propositions.loc[held & declared, "id_of"])
    return counted.loc[held & given], counted.loc[held & ~given]


def ecarts(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Written proposals of both counts: 1 in the organisation's, -1 in Transitions Pro's."""
    both, alone = _counted(dataset, period, settings)
    return Units(
        units(both, "id_proposition", numerateur=both["declaree"].map({True: 1.0, False: -1.0})),
        gathered(left_out(alone, "id_proposition", "décompte de l'organisme non fourni")),
    )


def ecarts_suivi(
    dataset: Dataset, period: Period, settings: Settings, *, id_of: str | None = None
) -> pd.DataFrame:
    """Return the proposals that only one of both parties counts (R-CH-04).

    Parameters
    ----------
    id_of
        One organisation, for its own copy; None: all of them, for internal use.

    Returns
    -------
    pd.DataFrame
        ``id_of, id_proposition, date_reception, intitule_formation, source``; ``source``: ``of``
        or ``tpge``, the party that has the row. Only of organisations that gave their count.
        Empty without the registers.
    """
    if not all(dataset.has(name) for name in CH_12.registres):
        return pd.DataFrame(columns=_LISTED)
    both, _ = _counted(dataset, period, settings)
    rows = both if id_of is None else both.loc[both["id_of"].eq(id_of)]
    once = rows.drop_duplicates("id_proposition")
    mine = once["declaree"]
    return suivi_conjoint.non_appariees(once.loc[mine], once.loc[~mine])[_LISTED]


CH_12 = Indicator(
    id="CH-12",
    libelle="Écarts du suivi conjoint",
    definition="Différence entre le décompte de l'organisme et celui de Transitions Pro.",
    formule="par organisme : nombre de propositions de source = of, moins nombre de source = tpge, "
    "aux conditions de CH-04",
    unite="propositions",
    kind="somme",
    engagement="commun",
    periode="date_reception dans la période",
    cas_limites="Organisme sans aucune ligne « of » à ces conditions dans la période : « décompte "
    "de l'organisme non fourni », à part, et non un écart négatif. La région additionne les "
    "écarts des organismes : ils peuvent se compenser.",
    visible_of="oui",
    source="Charte d'engagement, « Cet indicateur sera suivi conjointement » (R-CH-04)",
    origine="SEED",
    registres=("propositions", "signataires"),
    principal="propositions",
    date_reference="date_reception",
    charte=True,
    formula=ecarts,
)

INDICATORS = (CH_12,)
