"""Rows of the list that share a declaration number: exact duplicates, and conflicts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from reportlib.intake.lpof_anomalies import Anomalies

Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Sorted:
    """The rows of the file that could be cut into cells."""

    kept: pd.DataFrame
    refused: pd.DataFrame
    """Rows set aside, with ``motif``; those that could not be cut have their number only."""
    repeated: int
    """Exact duplicates of a kept row, left out (R-LEC-03)."""


def shared_keys(keys: npt.NDArray[np.int64], rows: pd.Series, anomalies: Anomalies) -> Marks:
    """Mark the rows, none set aside, whose declaration number is on another row too."""
    sound = ~rows.isin(list(anomalies.fatal)).to_numpy(dtype=bool)
    shared = np.zeros(len(keys), dtype=bool)
    shared[sound] = pd.Series(keys[sound]).duplicated(keep=False).to_numpy()
    return shared


def sort_rows(frame: pd.DataFrame, shared: Marks, anomalies: Anomalies) -> Sorted:
    """Part the rows of ``frame``, all its columns read, into kept, set aside and repeated."""
    repeated = np.zeros(len(frame), dtype=bool)
    if shared.any():
        contents = [name for name in frame.columns if name != "_ligne"]
        at, rows = np.flatnonzero(shared), frame[shared]
        again = rows.duplicated(contents).to_numpy()
        single = rows.loc[~again, "nda"]
        clash = rows["nda"].isin(single[single.duplicated()]).to_numpy(dtype=bool)
        anomalies.refuse("cle_en_conflit", rows.loc[clash, "_ligne"], rows.loc[clash, "nda"])
        repeated[at[again & ~clash]] = True
    refused = frame["_ligne"].isin(list(anomalies.fatal)).to_numpy(dtype=bool)
    left = refused | repeated
    kept = frame[~left].reset_index(drop=True) if left.any() else frame
    return Sorted(kept, _refused(frame[refused], anomalies), int(repeated.sum()))


def _refused(rows: pd.DataFrame, anomalies: Anomalies) -> pd.DataFrame:
    """Return the rows set aside, with those that could not be cut into cells."""
    known = set(rows["_ligne"])
    others = pd.DataFrame({"_ligne": [row for row in anomalies.fatal if row not in known]})
    uncut = others.reindex(columns=rows.columns).astype(rows.dtypes)
    every = pd.concat([rows, uncut]).sort_values("_ligne", ignore_index=True)
    motifs = [anomalies.fatal[int(row)][0] for row in every["_ligne"]]
    return every.assign(motif=pd.Series(motifs, index=every.index, dtype="str"))
