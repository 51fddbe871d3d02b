"""Quoted figures against one another: what a growth implies, and whether two quotations agree.

QA-06 and QA-07. What the slides say stands in ``qualiopi_citations``; the register's own
``croissance_annoncee`` [%] is read where no quotation speaks for its point.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.qualiopi_citations import CITATIONS, Citation
from reportlib.indicators.qualiopi_nationales import releves
from reportlib.rules.chiffres_cites import coherence_hausse, valeur_precedente

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


def valeurs_en_presence(dataset: Dataset, jour: date) -> pd.DataFrame:
    """Return what sources say of one number, side by side: published, and implied by growths.

    Returns
    -------
    pd.DataFrame
        ``serie, territoire, date, lecture, valeur, minimum, maximum, source``, one row a reading,
        for each earlier value that a quotation bears on; the bounds are those of rounding. Nothing
        is chosen among them.
    """
    implied = implicites(dataset, jour)
    known = implied.loc[implied["state"].eq("exact")].assign(date=implied["date_avant"])
    published = known.dropna(subset=["publie"]).assign(lecture="publiée")
    published = published.assign(
        valeur=published["publie"],
        minimum=published["publie"],
        maximum=published["publie"],
        source=published["source_publiee"],
    )
    rate = known.assign(lecture="déduite du taux annoncé", valeur=known["implicite"])
    counted = controles(dataset, jour)
    number = counted.assign(
        date=counted["date_avant"],
        lecture="déduite de la hausse annoncée",
        valeur=counted["valeur"] - counted["annoncee"],
    )
    number = number.assign(minimum=number["valeur"], maximum=number["valeur"])
    columns = ["serie", "territoire", "date", "lecture", "valeur", "minimum", "maximum", "source"]
    parts = [part[columns] for part in (published, rate, number) if len(part)]
    if not parts:
        return pd.DataFrame(columns=columns)
    return pd.concat(parts, ignore_index=True).sort_values(
        ["serie", "date"], kind="stable", ignore_index=True
    )


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
