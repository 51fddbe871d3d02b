"""Release of figures: the only place where a number may be withheld (R-CONF-02, R-CONF-03)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import pandas as pd

from reportlib.disclosure.masking import masked
from reportlib.disclosure.scopes import Scope
from reportlib.disclosure.tables import Key
from reportlib.indicators import Indicator
from reportlib.registers import register
from reportlib.rules.visibilite import FILTERED
from reportlib.settings import Confidentialite

Audience = Literal["interne", "region", "organisme"]
_SAID = ("non_fourni", "reconduction")
"""States that hold no number: every audience is told them."""


def release(
    figures: pd.DataFrame,
    indicator: Indicator,
    *,
    audience: Audience,
    policy: Confidentialite,
    id_of: str | None = None,
) -> pd.DataFrame:
    """Return the figures that an audience may see; a withheld one has the state ``masque``.

    A withheld number is missing, never 0. Nothing computes after this.

    Parameters
    ----------
    figures
        Result of ``measure``; for an organisation, of its copy (``copie="organisme"``).
    audience
        ``interne``: everything. ``region``: rows of the region and of no known organisation.
        ``organisme``: rows of ``id_of``, and those of the region where at least
        ``policy.seuil_organismes`` *other* organisations contribute.
    id_of
        The organisation whose copy it is; only with ``organisme``.

    Returns
    -------
    pd.DataFrame
        Same columns. Rows are added, all ``masque``, for the values at 0 of a breakdown that has
        to be withheld as a whole; the label "" stands for the values that have no list.

    Raises
    ------
    ValueError
        ``id_of`` misses for an organisation, or is given for another audience.
    """
    reader = id_of or ""
    if (audience == "organisme") != bool(reader):
        raise ValueError("an organisation's copy, and no other, names its id_of")
    if audience == "interne":
        return figures.copy(deep=False)
    region = _scope(figures, "region", indicator, policy)
    if audience == "region":
        orphans = _scope(figures, "non_attribue", indicator, policy)
        hidden = orphans.withheld(_leaving_few(region, orphans))
        return _stacked((masked(region, region.withheld()), masked(orphans, hidden)))
    own = _scope(figures, "organisme", indicator, policy, id_of=reader)
    beside = _beside(region, own) if indicator.visible_of != "non" else region.rows[:0]
    mine = masked(own, own.withheld()) if indicator.visible_of == "oui" else own.rows[:0]
    return _stacked((beside, mine))


def _scope(
    figures: pd.DataFrame,
    perimetre: str,
    indicator: Indicator,
    policy: Confidentialite,
    *,
    id_of: str = "",
) -> Scope:
    """The rows of one scope."""
    inside = figures["perimetre"].eq(perimetre) & figures["id_of"].eq(id_of)
    own = perimetre == "organisme"
    return Scope(indicator=indicator, rows=figures.loc[inside], policy=policy, own=own)


def _beside(region: Scope, own: Scope) -> pd.DataFrame:
    """The region's rows that may stand beside an organisation's own (R-CONF-02).

    A row with too few other contributors is left out; others are withheld when the total would
    give it back, or when taking its own number away leaves a small one. A register that knows no
    organisation (workshops) counts acts of the region, and is shown.
    """
    rows = region.rows
    keys = region.cells()
    others = _others(region, own)
    said = rows["state"].isin(_SAID)
    alone = register(region.indicator.principal).organisme == "aucun"
    enough = others.ge(region.policy.seuil_organismes) | said | alone
    few = {key for key, ok in zip(keys, enough, strict=True) if not ok}
    forced = few | _leaving_few(region, own)
    shown = masked(region, region.withheld(forced) | few)
    return shown.loc[enough.reindex(shown.index, fill_value=True)]


def _others(region: Scope, own: Scope) -> pd.Series:
    """Organisations of each of the region's rows, but the reader.

    Where the reader may have a unit that it cannot see, it is taken to have one.
    """
    counted = region.rows["contributors"]
    mine = {key for key, number in own.base().items() if number > 0}
    unseen = region.indicator.principal in FILTERED
    inside = [unseen or key in mine for key in region.cells()]
    return counted - pd.Series(inside, index=counted.index).astype(int)


def _leaving_few(whole: Scope, part: Scope) -> set[Key]:
    """The cells where taking a shown part away from the region leaves a small number."""
    if not whole.watched:
        return set()
    taken = part.base()
    return {
        key
        for key, number in whole.base().items()
        if taken.get(key, 0) and whole.small(number - taken[key])
    }


def _stacked(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Scopes one under the other."""
    return pd.concat(list(parts), ignore_index=True)
