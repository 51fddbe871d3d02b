"""Series of the dated snapshots of apprenticeship establishments (Datadock, Qualiopi)."""

from __future__ import annotations

import pandas as pd


def serie_datadock(etablissements: pd.DataFrame) -> pd.DataFrame:
    """Return one row a snapshot: establishments, those referenceable, those certified.

    Columns: ``jour``, ``lignes`` (rows of the snapshot), ``etablissements`` (distinct SIRET, the
    fictitious one left out), ``referencables``, ``part_referencables`` [%], ``certifies`` (label
    Qualiopi), ``eduform`` (label of the ministry of education, apart), ``part_certifies`` [%], and
    ``etat``: non_fourni where the snapshot had no column of labels (numbers are missing, not 0).

    Parameters
    ----------
    etablissements
        The frame of ``read_datadock``. A SIRET written on several rows counts once; it is
        referenceable, or certified, when one of its rows says so.
    """
    known = etablissements.dropna(subset=["siret"])
    marks = known.assign(
        referencable=known["referencable"].eq("oui"),
        qualiopi=known["label"].eq("qualiopi"),
        eduform=known["label"].eq("eduform"),
    )
    single = marks.groupby(["jour", "siret"], as_index=False, observed=True)[
        ["referencable", "qualiopi", "eduform", "label_fourni"]
    ].any()
    rows = single.groupby("jour", as_index=False, observed=True).agg(
        etablissements=("siret", "size"), referencables=("referencable", "sum"),
        certifies=("qualiopi", "sum"), eduform=("eduform", "sum"), fourni=("label_fourni", "any"),
    )  # fmt: skip
    sizes = etablissements.groupby("jour", as_index=False, observed=True).size()
    rows = rows.merge(sizes.rename(columns={"size": "lignes"}), on="jour", validate="1:1")
    numbers = ["lignes", "etablissements", "referencables", "certifies", "eduform"]
    rows = rows.astype(dict.fromkeys(numbers, "Int64"))
    told = rows["fourni"].astype(bool)
    rows = rows.assign(
        certifies=rows["certifies"].where(told),
        eduform=rows["eduform"].where(told),
        etat=told.map({True: "exact", False: "non_fourni"}),
    )
    shares = {
        f"part_{name}": (100 * rows[name] / rows["etablissements"]).astype("Float64")
        for name in ("referencables", "certifies")
    }
    order = ["jour", "lignes", "etablissements", "referencables", "part_referencables", "certifies",
             "eduform", "part_certifies", "etat"]  # fmt: skip
    return rows.assign(**shares)[order]
