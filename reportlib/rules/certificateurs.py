"""Who delivers the certification: one name for its various writings, and accredited or label.

The names stand in ``certificateurs.csv`` with their sources: neither dated nor exhaustive. Source
of the two types: slides « Matinales de la Qualité » (27 accredited bodies, 7 labels, R-ADO-09).
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import pandas as pd

TYPES = ("accredite_cofrac", "instance_labellisation")
"""Accredited by Cofrac, or a label recognised by France compétences."""
AUTRES = "autres"
"""What bodies of too few organisations are gathered under (QA-11)."""
_MOT = "certification"
"""« Afnor » and « Afnor Certification » are one: this word ends many names and tells nothing."""


def cles(noms: pd.Series) -> pd.Series:
    """Return what two writings of one name share; missing where nothing is written.

    Lower case, no accent, each run of other signs one space, the last word « certification »
    dropped unless it is alone.
    """
    bare = noms.astype("str").str.normalize("NFKD").str.replace(r"[\u0300-\u036f]", "", regex=True)
    words = bare.str.lower().str.replace(r"[^0-9a-z]+", " ", regex=True).str.strip()
    short = words.str.replace(rf"(?<=\S) {_MOT}$", "", regex=True)
    return short.where(short.ne(""))


def rapproches(noms: pd.Series) -> pd.Series:
    """Return one name for all the writings of a body, on the same index.

    The name of the list where the list knows one; else the writing most often seen in ``noms``,
    the first in order of letters on a tie.
    """
    keys = cles(noms)
    written = pd.DataFrame({"cle": keys, "nom": noms.astype("str").str.strip()}).dropna()
    seen = written.groupby(["cle", "nom"], as_index=False, observed=True).size()
    first = seen.sort_values(["cle", "size", "nom"], ascending=[True, False, True], kind="stable")
    names = first.drop_duplicates("cle").set_index("cle")["nom"]
    known = _liste()["nom"]
    return keys.map(known).astype("str").fillna(keys.map(names).astype("str"))


def types(noms: pd.Series, declares: pd.DataFrame | None = None) -> pd.Series:
    """Return the type of each body as the list says it; missing where nothing tells.

    Parameters
    ----------
    declares
        Rows with ``certificateur`` and ``type_certificateur`` that speak for a body that the list
        does not know, where all of them agree.
    """
    keys = cles(noms)
    listed = keys.map(_liste()["type"]).astype("str")
    if declares is None:
        return listed
    told = pd.DataFrame(
        {"cle": cles(declares["certificateur"]), "type": declares["type_certificateur"]}
    )
    agreed = told.dropna().drop_duplicates().drop_duplicates("cle", keep=False)
    return listed.fillna(keys.map(agreed.set_index("cle")["type"]).astype("str"))


def regroupes(noms: pd.Series, organismes: pd.Series, seuil: int) -> pd.Series:
    """Return ``noms`` with those of fewer than ``seuil`` distinct organisations as « autres ».

    An unknown organisation (missing) counts for none.
    """
    pairs = pd.DataFrame({"nom": noms, "id_of": organismes}).dropna().drop_duplicates()
    enough = pairs["nom"].value_counts().loc[lambda counts: counts >= seuil].index
    return noms.where(noms.isin(enough) | noms.isna(), AUTRES)


@cache
def _liste() -> pd.DataFrame:
    """The list: ``nom`` and ``type`` by key."""
    text = files("reportlib.rules").joinpath("certificateurs.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    said = [
        (writing, row["nom"], row["type"])
        for row in csv.DictReader(lines)
        for writing in (row["nom"], *filter(None, row["autres"].split(";")))
    ]
    known = pd.DataFrame(said, columns=["ecriture", "nom", "type"], dtype="str")
    keyed = known.assign(cle=cles(known["ecriture"])).drop_duplicates("cle")
    return keyed.set_index("cle")[["nom", "type"]]
