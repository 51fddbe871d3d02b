"""Quoted figures against one another: what a growth implies, and whether two quotations agree.

QA-06, QA-07 and QA-08. What the slides say stands here with its words; the register's own
``croissance_annoncee`` [%] is read where no quotation speaks for its point.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.qualiopi_nationales import FRANCE, Serie, releves
from reportlib.rules.chiffres_cites import coherence_hausse, valeur_precedente

_DIAPORAMA = "« Matinales de la Qualité », Transitions Pro Occitanie, juin 2021"


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A growth that a source announces between two days, with the words that say it."""

    serie: Serie
    date_avant: date
    date: date
    taux: str
    """Growth as it is written. [%]"""
    hausse: int | None
    """Growth in number, when the same source gives one. [organisations]"""
    citation: str
    source: str
    territoire: str = FRANCE

    @property
    def decimales(self) -> int:
        """Figures after the decimal mark of the quoted rate."""
        return len(self.taux.partition(".")[2])


@dataclass(frozen=True, kw_only=True)
class Repere:
    """A single figure that belongs to no series, and is never joined to one."""

    annee: int
    valeur: float
    unite: str
    base: str
    mention: str
    citation: str
    source: str


CITATIONS = (
    Citation(
        serie="certifies",
        date_avant=date(2020, 12, 31),
        date=date(2021, 3, 15),
        taux="10",
        hausse=1000,
        citation="8 304 certifiés soit 10% de plus par rapport au 31 /12/20 ; une augmentation de "
        "1 000 certifiés en 2 mois et demi",
        source=_DIAPORAMA,
    ),
    Citation(
        serie="en_cours",
        date_avant=date(2020, 12, 31),
        date=date(2021, 3, 15),
        taux="25",
        hausse=None,
        citation="5 860 en cours de certification, soit 25% de plus par rapport au 31/12/20",
        source=_DIAPORAMA,
    ),
)
"""What the slides announce (R-ADO-01, R-ADO-02)."""

REPERE_CNEFOP = Repere(
    annee=2019,
    valeur=11.5,
    unite="%",
    base="prestataires référençables sur Datadock",
    mention="certification Cnefop, et non Qualiopi : repère à part, jamais relié à la courbe",
    citation="Pour rappel en 2019 : seulement 11.5 % des prestataires référençables sur Datadock "
    "avaient une certification validée par le Cnefop",
    source=_DIAPORAMA,
)
"""QA-08 (R-ADO-05)."""

_POINT = ("serie", "territoire", "date_avant", "date", "valeur", "taux", "source")


def implicites(dataset: Dataset, jour: date) -> pd.DataFrame:
    """Return QA-06: the earlier value that each quoted growth implies, as rounding allows.

    Returns
    -------
    pd.DataFrame
        ``serie, territoire, date_avant, date, valeur, taux`` [%], ``source``, then ``implicite``,
        ``minimum``, ``maximum``, ``hausse``, ``hausse_min``, ``hausse_max`` [organisations],
        ``publie`` (the earlier value as another point publishes it, missing when none does),
        ``source_publiee`` and ``state``: ``sans_objet`` when the growth is −100 %.
    """
    rows = [_implicite(dataset, one, value) for one, value in _lues(dataset, jour)]
    columns = [*_POINT, "implicite", "minimum", "maximum", "hausse", "hausse_min", "hausse_max",
               "publie", "source_publiee", "state"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def controles(dataset: Dataset, jour: date) -> pd.DataFrame:
    """Return QA-07: growths announced in number against the one that their rate implies.

    Returns
    -------
    pd.DataFrame
        Columns of the quotation, ``annoncee``, ``calculee``, ``minimum``, ``maximum``, ``ecart``
        [organisations], ``coherent``, ``etat``, ``phrase``, ``citation``. Internal use.
    """
    rows = []
    for one, value in _lues(dataset, jour):
        if one.hausse is None:
            continue
        check = coherence_hausse(value, one.taux, one.hausse, one.decimales)
        if check is None:
            continue
        rows.append(
            _point(one, value)
            | {
                "annoncee": check.annoncee,
                "calculee": check.calculee,
                "minimum": check.minimum,
                "maximum": check.maximum,
                "ecart": check.ecart,
                "coherent": check.coherent,
                "etat": "cohérent" if check.coherent else "incohérent",
                "phrase": check.phrase,
                "citation": one.citation,
            }
        )
    columns = [*_POINT, "annoncee", "calculee", "minimum", "maximum", "ecart", "coherent", "etat",
               "phrase", "citation"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _lues(dataset: Dataset, jour: date) -> list[tuple[Citation, int]]:
    """Quotations whose point the register holds, with the value of the point."""
    points = releves(dataset, jour)
    own = _du_registre(points)
    found = []
    for one in (*CITATIONS, *own):
        value = points.loc[points["date"].eq(pd.Timestamp(one.date)), one.serie].dropna()
        if len(value):
            found.append((one, int(value.iloc[0])))
    return found


def _du_registre(points: pd.DataFrame) -> list[Citation]:
    """Growths of the register on points that no quotation speaks for, since the point before."""
    if "croissance_annoncee" not in points:
        return []
    dated = points.assign(avant=points["date"].shift())
    told = dated.dropna(subset=["croissance_annoncee", "avant"])
    known = {one.date for one in CITATIONS if one.serie == "certifies"}
    rows = zip(
        told["avant"].dt.date.tolist(),
        told["date"].dt.date.tolist(),
        told["croissance_annoncee"].astype(float).tolist(),
        told["source"].tolist(),
        strict=True,
    )
    return [
        Citation(
            serie="certifies",
            date_avant=before,
            date=when,
            taux=f"{rate:g}",
            hausse=None,
            citation="",
            source=source,
        )
        for before, when, rate, source in rows
        if when not in known
    ]


def _implicite(dataset: Dataset, one: Citation, value: int) -> dict[str, object]:
    """One row of QA-06."""
    implied = valeur_precedente(value, one.taux, one.decimales)
    before = releves(dataset, one.date_avant)
    told = before.loc[before["date"].eq(pd.Timestamp(one.date_avant))].dropna(subset=[one.serie])
    published: dict[str, object] = {
        "publie": float(told[one.serie].iloc[0]) if len(told) else float("nan"),
        "source_publiee": told["source"].iloc[0] if len(told) else "",
    }
    if implied is None:
        return _point(one, value) | published | {"state": "sans_objet"}
    return (
        _point(one, value)
        | {
            "implicite": implied.valeur,
            "minimum": implied.minimum,
            "maximum": implied.maximum,
            "hausse": implied.hausse,
            "hausse_min": implied.hausse_min,
            "hausse_max": implied.hausse_max,
            "state": "exact",
        }
        | published
    )


def _point(one: Citation, value: int) -> dict[str, object]:
    return {
        "serie": one.serie,
        "territoire": one.territoire,
        "date_avant": pd.Timestamp(one.date_avant),
        "date": pd.Timestamp(one.date),
        "valeur": value,
        "taux": float(one.taux),
        "source": one.source,
    }
