"""An indicator is a record beside its formula: formulas give units, one engine sums them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.periods import Period
from reportlib.settings import Settings

Kind = Literal["compte", "part", "mediane", "organismes", "somme", "moyenne", "distincts"]
BASED: frozenset[str] = frozenset({"part", "mediane", "moyenne"})
"""Kinds that have no object when their base is empty; the others are then an exact 0."""
NOT_ADDITIVE: frozenset[str] = frozenset({"mediane", "moyenne", "distincts"})
"""Kinds whose regional number cannot be had from the sums of the organisations."""
Visibility = Literal["oui", "region", "non"]

UNIT_COLUMNS = ("cle", "id_of", "numerateur", "denominateur", "visible_of", "etat_import")


@dataclass(frozen=True)
class Units:
    """The units that an indicator looks at: one row a unit of its base.

    Columns of ``rows``: ``cle`` (key of the unit: a file, a workshop…), ``id_of`` (missing: not
    attributed), ``numerateur`` and ``denominateur`` (1.0 or 0.0; a median has its value in
    ``numerateur``), ``visible_of`` (False: never in an organisation's copy, counts included),
    ``etat_import`` (True: rests on a value with no date of change, R-ETAT-04), then one column a
    breakdown. A breakdown that takes several values holds them joined by « ; ». An ``id_of`` that
    is "" belongs to the region as such (a workshop), and is nobody's missing. A column
    ``etat_import_<breakdown>`` marks the units whose value of that breakdown is not dated; a column
    ``numerateur_<breakdown>`` is the numerator where that breakdown is asked for (a unit set beside
    each of its values, of which it has one).
    ``groupe``, for three kinds: a mean is the mean of its groups' means, « distincts » counts the
    groups that a unit of the numerator names, once a scope; a share whose units share a group (a
    meeting of several organisations) counts it once for the region, and once for each of them.
    ``_source`` and ``_ligne`` name the row that decides.
    """

    rows: pd.DataFrame
    left_out: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame(columns=["cle", "id_of", "raison", "visible_of"])
    )
    """Units looked at and left out of the base: ``cle``, ``id_of``, ``raison``, ``visible_of``."""
    remark: str = ""
    """A sentence to print under the number, when the period calls for one."""


Formula = Callable[[Dataset, Period, Settings], Units]


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """A record of the catalogue; tables, charts, docs and the command line read its words here."""

    id: str
    libelle: str
    definition: str
    formule: str
    unite: str
    kind: Kind
    engagement: str
    periode: str
    cas_limites: str
    visible_of: Visibility
    source: str
    origine: Literal["SEED", "AJOUT"]
    registres: tuple[str, ...]
    """Registers without which the indicator is « donnée non fournie »."""
    principal: str
    """The register whose rows are counted: rows set aside there are said beside the number."""
    date_reference: str | None = None
    """The column of ``principal`` that puts a row in a period; None: any row."""
    dates_repli: tuple[str, ...] = ()
    """Columns read where ``date_reference`` is missing, in order."""
    ventilations: tuple[str, ...] = ()
    multiples: tuple[str, ...] = ()
    """Breakdowns where a unit takes several values: their sum may pass the total."""
    sensibles: tuple[str, ...] = ()
    """Breakdowns withheld under the threshold (R-CONF-03): cause, ground of refusal, obstacle."""
    sensible: bool = False
    """Whether the number itself is of persons of one ground of refusal: its regional base is
    withheld under the threshold; an organisation's own never is (R-CONF-03)."""
    repartition: bool = False
    """Whether the values of a breakdown are shares of one same whole, the denominator of each."""
    masque_of: bool = False
    """Whether the regional number itself counts other organisations, thus is withheld under 5."""
    charte: bool = False
    """Counts signatories only: past the charter's end, « reconduction non renseignée »."""
    stock: bool = False
    """Read at the evening of the period's end, not over its days: a period that only straddles the
    charter's end is past it (R-CH-12)."""
    formula: Formula = field(repr=False, compare=False)
