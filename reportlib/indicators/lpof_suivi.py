"""Several dated copies of the list: who became certified, who lost it, who came and left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

Cle = Literal["siren", "nda"]
MOUVEMENTS = {
    "nouveau_certifie": "déjà dans la liste, certifié depuis la copie précédente",
    "entre_certifie": "absent de la copie précédente, certifié dans celle-ci",
    "perdu": "certifié dans la copie précédente, toujours dans la liste, plus certifié",
    "sorti_certifie": "certifié dans la copie précédente, absent de celle-ci",
}
"""What can change the number of certified from one copy to the next."""


@dataclass(frozen=True)
class Copie:
    """A copy of the list and its day."""

    jour: date
    organismes: pd.DataFrame
    """The frame of ``read_lpof``, with certifications."""


def parcours(copies: Sequence[Copie], cle: Cle = "siren") -> pd.DataFrame:
    """Return the state of each organisation in each copy.

    Columns: ``organisme`` (its SIREN, else its declaration number), ``jour``, ``certifie``,
    ``mouvement`` (one of ``MOUVEMENTS``, else empty). One row an organisation and a copy that
    holds it, or that is the first to hold it no more. Sorted by organisation and day.

    Parameters
    ----------
    copies
        In any order; each day once.
    cle
        « siren »: an organisation may have several declarations, and is certified when one is;
        « nda »: each declaration, followed through a change of number where the list tells the
        earlier one.

    Raises
    ------
    ValueError
        Two copies of one day, or a copy that does not tell certifications.
    """
    ordered = sorted(copies, key=lambda copy: copy.jour)
    if len({copy.jour for copy in ordered}) < len(ordered):
        raise ValueError("two copies of one day")
    if any(copy.organismes["certifie"].isna().any() for copy in ordered):
        raise ValueError("a copy does not tell certifications")
    states: list[pd.Series] = []
    for copy in ordered:
        renamed = _followed(copy.organismes, states[-1].index) if cle == "nda" and states else None
        states.append(_certified(copy.organismes, cle, renamed))
    empty = pd.Series(dtype=bool)
    steps = [
        _step(before, after, copy.jour)
        for before, after, copy in zip([empty, *states], states, ordered, strict=False)
    ]
    if not steps:
        return pd.DataFrame(columns=["organisme", "jour", "certifie", "mouvement"])
    return pd.concat(steps).sort_values(["organisme", "jour"], ignore_index=True)


def serie(copies: Sequence[Copie], cle: Cle = "siren") -> pd.DataFrame:
    """Return one row a copy: organisations, certified, and what moved since the copy before.

    Columns: ``jour``, ``organismes``, ``certifies``, then one a movement of ``MOUVEMENTS``,
    missing in the first copy. certifies = those before + nouveau + entré − perdu − sorti.
    """
    moves = parcours(copies, cle)
    present = moves[moves["mouvement"] != "sorti_certifie"]
    days = sorted(copy.jour for copy in copies)
    rows = pd.DataFrame({"jour": days})
    rows["organismes"] = [int((present["jour"] == day).sum()) for day in days]
    rows["certifies"] = [int(present.loc[present["jour"] == day, "certifie"].sum()) for day in days]
    for name in MOUVEMENTS:
        counted = [
            int(((moves["jour"] == day) & (moves["mouvement"] == name)).sum()) for day in days
        ]
        rows[name] = pd.array([pd.NA, *counted[1:]], dtype="Int64")
    return rows


def _followed(organismes: pd.DataFrame, earlier: pd.Index) -> pd.Series:
    """Return the name under which each declaration was known: an earlier number gone since."""
    told = organismes.dropna(subset=["ndas_precedents"])
    numbers = told.set_index("nda")["ndas_precedents"].str.split(";").explode()
    gone = earlier.difference(pd.Index(organismes["nda"]))
    known = numbers[numbers.isin(gone) & ~numbers.index.isin(earlier)]
    return known[~known.index.duplicated() & ~known.duplicated()]


def _certified(organismes: pd.DataFrame, cle: Cle, renamed: pd.Series | None) -> pd.Series:
    """Return whether each organisation of a copy is certified, by its name."""
    if cle == "siren":
        names = organismes["siren"].fillna(organismes["nda"])
    elif renamed is not None and len(renamed):
        names = organismes["nda"].map(renamed).fillna(organismes["nda"])
    else:
        names = organismes["nda"]
    states = pd.DataFrame({"organisme": names, "certifie": organismes["certifie"].astype(bool)})
    return states.groupby("organisme", observed=True)["certifie"].any()


def _step(before: pd.Series, after: pd.Series, day: date) -> pd.DataFrame:
    """Return the organisations of a copy, and the certified that left since the one before."""
    left = before.index[before.to_numpy(dtype=bool)].difference(after.index)
    names = after.index.append(left)
    held = np.r_[after.to_numpy(dtype=bool), np.zeros(len(left), dtype=bool)]
    known = names.isin(before.index)
    was = before.reindex(names, fill_value=False).to_numpy(dtype=bool)
    gone = np.arange(len(names)) >= len(after)
    moves = np.select(
        [gone, held & ~was & known, held & ~known, ~held & was],
        ["sorti_certifie", "nouveau_certifie", "entre_certifie", "perdu"],
        default="",
    )
    return pd.DataFrame({"organisme": names, "jour": day, "certifie": held, "mouvement": moves})
