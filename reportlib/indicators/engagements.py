"""CH-33: the table of both parties' engagements, from the figures of one scope."""

from __future__ import annotations

from difflib import get_close_matches

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.errors import ParameterError
from reportlib.indicators.catalogue import indicator
from reportlib.indicators.engine import Copie, measure
from reportlib.indicators.record import BASED, Indicator
from reportlib.periods import Period
from reportlib.rules import engagements as regles
from reportlib.rules.engagements import Mesure
from reportlib.settings import Settings
from reportlib.wording import typographed


def engagements(
    dataset: Dataset,
    period: Period,
    settings: Settings,
    *,
    id_of: str | None = None,
    copie: Copie = "interne",
) -> pd.DataFrame:
    """Return the state of each engagement, for internal use: nothing is withheld.

    A copy for somebody else calls ``reportlib.rules.engagements.etat`` on its released figures.

    Parameters
    ----------
    id_of
        One organisation; None: the region.

    Returns
    -------
    pd.DataFrame
        ``engagement, partie, libelle, etat, mesures``, in the order of the charter; ``mesures``:
        ids of the figures looked at, joined by « ; ».

    Raises
    ------
    ParameterError
        A threshold is set on what is no measure of the table.
    """
    thresholds = settings.choix.seuils
    check_seuils(list(thresholds))
    known = {
        name: one
        for name in dict.fromkeys(regles.MESURES)
        if id_of is None or indicator(name).visible_of == "oui"
        for one in [_mesure(indicator(name), dataset, period, settings, id_of=id_of, copie=copie)]
    }
    return pd.DataFrame(
        [
            {
                "engagement": one.id,
                "partie": one.partie,
                "libelle": typographed(one.libelle),
                "etat": regles.etat(one, known, thresholds),
                "mesures": ";".join(name for name in one.mesures if name in known),
            }
            for one in regles.ENGAGEMENTS
        ]
    )


def check_seuils(names: list[str]) -> None:
    """Refuse a threshold on what is no measure of the table of engagements.

    Raises
    ------
    ParameterError
        The message names the nearest measure.
    """
    fixed = next(one for one in regles.ENGAGEMENTS if one.id == "TP-4").mesures
    measures = {name for one in regles.ENGAGEMENTS for name in one.mesures} - set(fixed)
    for name in names:
        if name in fixed:
            raise ParameterError(
                f"seuils : « {name} » n'a pas de seuil à fixer ; la charte le fixe à 0."
            )
        if name not in measures:
            near = get_close_matches(name.upper(), sorted(measures), n=1, cutoff=0.0)[0]
            raise ParameterError(
                f"seuils : « {name} » n'est pas une mesure du tableau des engagements. "
                f"La plus proche est « {near} »."
            )


def _mesure(
    record: Indicator,
    dataset: Dataset,
    period: Period,
    settings: Settings,
    *,
    id_of: str | None,
    copie: Copie,
) -> Mesure:
    """The figure of one scope; an organisation without unit has an exact 0, or no object."""
    figures = measure(record, dataset, period, settings, copie=copie)
    scope, owner = ("region", "") if id_of is None else ("organisme", id_of)
    region = figures.loc[figures["perimetre"].eq("region")].iloc[0]
    mine = figures.loc[figures["perimetre"].eq(scope) & figures["id_of"].eq(owner)]
    if region["state"] in {"non_fourni", "reconduction"}:
        return Mesure(etat=region["state"])
    if mine.empty:
        return Mesure(etat="sans_objet") if record.kind in BASED else Mesure(etat="exact", valeur=0)
    row = mine.iloc[0]
    base = row["denominator"] if record.kind in BASED else row["numerator"]
    value = None if pd.isna(row["value"]) else float(row["value"])
    return Mesure(etat=row["state"], valeur=value, effectif=float(base))
