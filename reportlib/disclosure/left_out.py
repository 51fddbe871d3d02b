"""Release of what is left out of a base: counts by reason, for each audience."""

from __future__ import annotations

import pandas as pd

from reportlib.disclosure.release import Audience
from reportlib.indicators import Indicator
from reportlib.settings import Confidentialite


def release_left_out(
    counts: pd.DataFrame,
    indicator: Indicator,
    *,
    audience: Audience,
    policy: Confidentialite,
    id_of: str | None = None,
) -> pd.DataFrame:
    """Return the counts by reason that an audience may see.

    Parameters
    ----------
    counts
        Result of ``a_part``; for an organisation, of its copy.

    Returns
    -------
    pd.DataFrame
        ``perimetre, id_of, raison, nombre, state``. ``region``: the region's rows; where the
        indicator is of one ground of refusal, a count of 1 to 4 is ``masque`` and missing, since
        its reasons are grounds too. ``organisme``: its own rows only, never withheld.

    Raises
    ------
    ValueError
        ``id_of`` misses for an organisation, or is given for another audience.
    """
    reader = id_of or ""
    if (audience == "organisme") != bool(reader):
        raise ValueError("an organisation's copy, and no other, names its id_of")
    told = counts.assign(nombre=counts["nombre"].astype(float), state="exact")
    if audience == "interne":
        return told
    if audience == "organisme":
        own = told["perimetre"].eq("organisme") & told["id_of"].eq(reader)
        return told.loc[own].reset_index(drop=True)
    region = told.loc[told["perimetre"].eq("region")].reset_index(drop=True)
    few = region["nombre"].between(1, policy.seuil_personnes - 1) & indicator.sensible
    return region.assign(
        nombre=region["nombre"].mask(few), state=region["state"].mask(few, "masque")
    )
