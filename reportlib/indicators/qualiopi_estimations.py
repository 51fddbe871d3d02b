"""QA-19 and QA-20: how long an organisation's audits last, and what its cycle costs, as estimates.

Estimates for the organisation itself: its turnover is confidential, and leaves this module as a
length only. Beside them stand the lengths and prices that its audits say (QA-19b, QA-20b).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.errors import ParameterError
from reportlib.indicators.qualiopi_lecture import situation
from reportlib.rules import cout as couts
from reportlib.rules.bareme_audit import Bareme
from reportlib.rules.duree_audit import BaremeNonDocumente, Demande, Duree, duree
from reportlib.rules.non_conformites import TypeAudit
from reportlib.settings import Settings
from reportlib.wording import typographed

ESTIMES: tuple[TypeAudit, ...] = ("initial", "surveillance", "renouvellement")
"""Audits of a cycle, in order."""


@dataclass(frozen=True, kw_only=True)
class DureeEstimee:
    """The length of one audit; without one, ``message`` says why (never a number made up)."""

    type_audit: TypeAudit
    duree: Duree | None
    message: str = ""


@dataclass(frozen=True, kw_only=True)
class CoutEstime:
    """The cost of a cycle, and how many of the organisation's audits told their price."""

    cout: couts.Cout
    audits_connus: int
    """0: the price of an audit is the average of the slides. [audits]"""


def durees_estimees(
    dataset: Dataset, id_of: str, jour: date, settings: Settings, bareme: Bareme | None = None
) -> tuple[DureeEstimee, ...]:
    """Return the length of each audit of the cycle of an organisation (QA-19, R-AUD-01).

    Turnover, sites and categories come from ``organismes``; Cnefop and new entrant from its
    certificate on ``jour``. An empty number of sites is one.

    Raises
    ------
    ParameterError
        ``organismes`` does not know ``id_of``.
    """
    row = _organisme(dataset, id_of)
    missing = [name for name in ("ca_formation", "categories") if pd.isna(row[name])]
    if missing:
        text = f"Non estimée : {' et '.join(_DITES[name] for name in missing)}."
        return tuple(
            DureeEstimee(type_audit=kind, duree=None, message=typographed(text)) for kind in ESTIMES
        )
    held = _certificat(dataset, id_of, jour, settings)
    asked = Demande(
        type_audit="initial",
        ca=float(row["ca_formation"]),
        categories=frozenset(str(row["categories"]).split(";")),
        nb_sites=1 if pd.isna(row["nb_sites"]) else int(row["nb_sites"]),
        cnefop=held["cnefop"],
        nouvel_entrant=held["nouvel_entrant"],
    )
    return tuple(_estimee(replace(asked, type_audit=kind), bareme) for kind in ESTIMES)


def cout_estime(
    dataset: Dataset,
    id_of: str,
    jour: date,
    tarifs: couts.Tarifs | None = None,
    *,
    annees: int = couts.ANNEES,
    audits: int = couts.AUDITS,
) -> CoutEstime:
    """Return the cost of a cycle of an organisation (QA-20, R-COUT-01). Euros before tax.

    The price of an audit is the mean of those that its audits up to ``jour`` tell; without any,
    that of ``tarifs``.
    """
    prices = _prix(dataset, id_of, jour)
    told = tarifs or couts.Tarifs()
    if len(prices):
        mean = Decimal(str(round(float(prices.mean()), 2)))
        told = replace(told, audit=mean)
    return CoutEstime(
        cout=couts.cout(told, annees=annees, audits=audits), audits_connus=len(prices)
    )


_DITES = {
    "ca_formation": "chiffre d'affaires de formation non renseigné",
    "categories": "catégories d'actions non renseignées",
}


def _estimee(asked: Demande, bareme: Bareme | None) -> DureeEstimee:
    try:
        return DureeEstimee(type_audit=asked.type_audit, duree=duree(asked, bareme))
    except BaremeNonDocumente as exc:
        return DureeEstimee(type_audit=asked.type_audit, duree=None, message=_sans_ca(exc))


def _sans_ca(exc: BaremeNonDocumente) -> str:
    """Why the scale gives nothing, the organisation's turnover left out."""
    reason = str(exc).partition("(")[2].partition(")")[0]
    return typographed(f"Barème non documenté : {reason}.")


def _organisme(dataset: Dataset, id_of: str) -> pd.Series:
    """The organisation's row."""
    rows = dataset["organismes"] if dataset.has("organismes") else pd.DataFrame({"id_of": []})
    mine = rows.loc[rows["id_of"].eq(id_of)]
    if mine.empty:
        raise ParameterError(typographed(f"Aucun organisme « {id_of} » dans le registre."))
    return mine.iloc[0]


def _certificat(dataset: Dataset, id_of: str, jour: date, settings: Settings) -> dict[str, bool]:
    """What the certificate on the day says of Cnefop and new entrant; blank is no."""
    flags = ("cnefop", "nouvel_entrant")
    if not dataset.has("certificats_qualiopi"):
        return dict.fromkeys(flags, False)
    held = situation(dataset, jour, settings)
    mine = held.loc[held["id_of"].eq(id_of)]
    return {name: bool(mine[name].fillna(value=False).any()) for name in flags}


def _prix(dataset: Dataset, id_of: str, jour: date) -> pd.Series:
    """Prices of the organisation's audits up to the day [euros before tax]."""
    if not dataset.has("audits_qualiopi"):
        return pd.Series(dtype="Float64")
    audits = dataset["audits_qualiopi"]
    mine = audits["id_of"].eq(id_of) & (audits["date_audit"] <= pd.Timestamp(jour))
    return audits.loc[mine, "cout_ht"].dropna()
