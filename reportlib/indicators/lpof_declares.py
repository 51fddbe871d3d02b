"""Numbers that organisations declare: medians, and values beyond reason, told and never mended."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from reportlib.indicators.lpof import Ventilation, taille
from reportlib.wording import typographed

FORMATEURS_PLAUSIBLES = 10_000
"""Trainers beyond which a number is told as doubtful; our choice. [personnes]"""
STAGIAIRES_PLAUSIBLES = 500_000
"""Trainees beyond which a number is told as doubtful; our choice: the largest networks declare
fewer. [personnes]"""
_CODES = {"region": "code_region", "departement": "departement", "specialite": "specialite_1"}


def medianes(
    organismes: pd.DataFrame,
    colonne: Literal["formateurs", "stagiaires", "stagiaires_confies"],
    *par: Ventilation,
) -> pd.DataFrame:
    """Return the median of a declared number [personnes], one row a value of the breakdowns.

    Columns: one a breakdown, ``organismes`` (those that declare the number), ``mediane``. A mean
    would say nothing: one organisation declared 375 438 trainers.
    """
    known = organismes.dropna(subset=[colonne])
    keys = {
        name: taille(known["formateurs"]) if name == "taille" else known[_CODES[name]]
        for name in par
    }
    values = pd.DataFrame(keys | {"valeur": known[colonne].astype("Float64")})
    if not par:
        middle = values["valeur"].median()
        counts = {"organismes": [len(values)], "mediane": [middle]}
        return pd.DataFrame(counts).astype({"organismes": "Int64", "mediane": "Float64"})
    grouped = values.groupby(list(par), as_index=False, observed=True)
    rows = grouped.agg(organismes=("valeur", "size"), mediane=("valeur", "median"))
    return rows.astype({"organismes": "Int64", "mediane": "Float64"})


def aberrants(organismes: pd.DataFrame) -> pd.DataFrame:
    """Return the declared numbers beyond reason, which stay as they are in the list.

    Columns: ``nda``, ``colonne``, ``valeur`` [personnes], ``raison``, ``_ligne``; one row a number,
    in the order of the file.
    """
    found = [
        _told(organismes, "formateurs", organismes["formateurs"] > FORMATEURS_PLAUSIBLES,
              "plus de 10 000 formateurs déclarés"),
        _told(organismes, "stagiaires", organismes["stagiaires"] > STAGIAIRES_PLAUSIBLES,
              "plus de 500 000 stagiaires déclarés"),
        _told(organismes, "stagiaires_confies",
              organismes["stagiaires_confies"] > organismes["stagiaires"],
              "plus de stagiaires confiés que de stagiaires"),
    ]  # fmt: skip
    return pd.concat(found).sort_values(["_ligne", "colonne"], ignore_index=True)


def _told(organismes: pd.DataFrame, column: str, doubtful: pd.Series, reason: str) -> pd.DataFrame:
    """Return the doubtful values of one column."""
    rows = organismes.loc[doubtful.fillna(value=False), ["nda", column, "_ligne"]]
    told = rows.rename(columns={column: "valeur"}).assign(
        colonne=column, raison=typographed(reason)
    )
    return told[["nda", "colonne", "valeur", "raison", "_ligne"]]
