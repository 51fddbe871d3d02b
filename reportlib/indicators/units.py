"""Building of units: the rows that a formula counts, and those that it leaves out, with why."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from reportlib.wording import typographed

Mark = pd.Series | bool
Weight = pd.Series | float
LEFT_OUT_COLUMNS = ("cle", "id_of", "raison", "visible_of", "_source", "_ligne")
INCONNU = "organisme inconnu"
"""Why a row of no known organisation is left out of what is counted by organisation."""
_ORIGIN = ("_source", "_ligne")


def units(  # noqa: PLR0913 - one argument a column of a unit
    rows: pd.DataFrame,
    cle: str,
    *,
    numerateur: Weight = 1.0,
    denominateur: Weight = 1.0,
    visible_of: Mark = True,
    etat_import: Mark = False,
    par: Sequence[str] = (),
) -> pd.DataFrame:
    """Return ``rows`` as the units of a base.

    Parameters
    ----------
    rows
        One row a unit, with ``id_of`` and the columns of ``par``.
    cle
        The column that names a unit.
    numerateur
        1 (or True) where the unit is in the numerator; its weight there, or a median's value.
    denominateur
        What the unit weighs in the base.
    par
        Breakdown columns to carry, with their ``etat_import_…`` and ``numerateur_…`` columns when
        there are some.
    """
    named = [f"{mark}_{name}" for name in par for mark in ("etat_import", "numerateur")]
    marks = [name for name in named if name in rows]
    built = pd.DataFrame(
        {
            "cle": rows[cle].astype("str"),
            "id_of": rows["id_of"],
            "numerateur": numerateur,
            "denominateur": denominateur,
            "visible_of": visible_of,
            "etat_import": etat_import,
        },
        index=rows.index,
    ).astype({"numerateur": float, "denominateur": float, "visible_of": bool, "etat_import": bool})
    carried = [*par, *marks, *(name for name in _ORIGIN if name in rows)]
    return pd.concat([built, rows[carried]], axis=1)


def left_out(
    rows: pd.DataFrame, cle: str, raison: str | pd.Series, *, visible_of: Mark = True
) -> pd.DataFrame:
    """Return ``rows`` as units left out of a base, with the reason (French, as it prints)."""
    reason = raison.map(typographed) if isinstance(raison, pd.Series) else typographed(raison)
    built = pd.DataFrame(
        {
            "cle": rows[cle].astype("str"),
            "id_of": rows["id_of"],
            "raison": reason,
            "visible_of": visible_of,
        },
        index=rows.index,
    ).astype({"raison": "str", "visible_of": bool})
    origin = {name: rows[name] for name in _ORIGIN if name in rows}
    return built.assign(**origin)


def places(rows: pd.DataFrame) -> pd.Series:
    """Return where each row stands, « fichier › feuille|ligne », as a key."""
    return rows["_source"].astype("str") + "|" + rows["_ligne"].astype("str")


def sans_organisme(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of no known organisation as left out, named by their place in the files."""
    orphans = rows.loc[rows["id_of"].isna()]
    return left_out(orphans.assign(cle=places(orphans)), "cle", INCONNU)


def gathered(*parts: pd.DataFrame) -> pd.DataFrame:
    """Return several ``left_out`` frames as one, a unit and a reason once."""
    full = [part for part in parts if not part.empty]
    if not full:
        return pd.DataFrame(columns=list(LEFT_OUT_COLUMNS))
    return (
        pd.concat(full, ignore_index=True).drop_duplicates(["cle", "raison"]).reset_index(drop=True)
    )


def months(dates: pd.Series) -> pd.Series:
    """Return « YYYY-MM » of each date; missing stays missing."""
    month: pd.Series = dates.dt.strftime("%Y-%m")
    return month.astype("str")


def quarters(dates: pd.Series) -> pd.Series:
    """Return « T1 » to « T4 » of each date; missing stays missing."""
    quarter: pd.Series = dates.dt.quarter.map({1: "T1", 2: "T2", 3: "T3", 4: "T4"})
    return quarter.astype("str")


def joined(flags: pd.DataFrame) -> pd.Series:
    """Return the names of the True columns of each row, joined by « ; », as a list is held."""
    pieces = [flags[name].map({True: name, False: ""}) for name in flags.columns]
    text = pieces[0]
    for piece in pieces[1:]:
        glue = (text.ne("") & piece.ne("")).map({True: ";", False: ""})
        text = text + glue + piece
    return text.where(text.ne("")).astype("str")
