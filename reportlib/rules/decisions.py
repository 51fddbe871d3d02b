"""The simulated decisions of a whole register of audits on a day, in one pass.

Same rules as ``audit`` (R-NC-01 to R-NC-06), held equal by test. The former audit of an audit is
its organisation's latest one strictly before it. A simulation: only the certifier pronounces.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from reportlib.rules.non_conformites import (
    DELAIS_MOIS,
    MINEURES_POUR_UNE_MAJEURE,
    SANS_LEVEE,
)
from reportlib.rules.rnq import fondamentaux

_JAMAIS = pd.Timestamp.max.as_unit("us")
"""Stands for the day of what is not cleared, while sorting."""
_ECARTS = ["id_audit", "indicateur", "gravite", "notification", "levee"]


def gravites(non_conformites: pd.DataFrame) -> pd.Series:
    """Return the severity that holds: on a fundamental indicator, always major (R-NC-01)."""
    fundamental = non_conformites["indicateur"].isin(fondamentaux())
    return non_conformites["gravite"].mask(fundamental, "majeure")


def decisions(audits: pd.DataFrame, non_conformites: pd.DataFrame, jour: date) -> pd.DataFrame:
    """Return what each audit known on ``jour`` leads to, one row an audit, on its index.

    Parameters
    ----------
    audits
        Rows of ``audits_qualiopi``; those dated after ``jour`` are left out.
    non_conformites
        Rows of the register of the same name, one an audit and an indicator.

    Returns
    -------
    pd.DataFrame
        ``id_audit, id_of, type_audit, date_audit``, ``mineures``, ``majeures``,
        ``majeures_effectives`` [indicators], ``decision``, ``limite`` (first deadline of what is
        still to be cleared, missing when nothing is).
    """
    today = pd.Timestamp(jour)
    seen = audits.loc[audits["date_audit"] <= today]
    held = _retenus(seen, non_conformites, today)
    minors = held.loc[held["gravite"].eq("mineure")]
    majors = held.loc[held["gravite"].eq("majeure")]
    effective = pd.concat([majors, _cumuls(minors)], ignore_index=True)
    effective = effective.assign(
        echu=_echus(effective, today), ouvert=_ouverts(effective["levee"], today)
    )
    pending = effective.loc[effective["echu"] | effective["ouvert"]]
    limits = _limites(pending).groupby(pending["id_audit"], observed=True).min()
    late = seen["id_audit"].isin(pending.loc[pending["echu"], "id_audit"])
    waits = seen["id_audit"].isin(pending["id_audit"])
    refused = seen["type_audit"].map(SANS_LEVEE).astype("str")
    issue = np.select([late, waits], [refused, "en_attente_levee"], default="certifie")
    return seen[["id_audit", "id_of", "type_audit", "date_audit"]].assign(
        mineures=_nombres(seen, minors),
        majeures=_nombres(seen, majors),
        majeures_effectives=_nombres(seen, effective),
        decision=pd.Series(issue, index=seen.index, dtype="str"),
        limite=limits.reindex(seen["id_audit"]).set_axis(seen.index),
    )


def precedents(audits: pd.DataFrame) -> pd.Series:
    """Return the ``id_audit`` of the organisation's latest audit strictly before each one."""
    known = audits.dropna(subset=["id_of", "date_audit"])[["id_audit", "id_of", "date_audit"]]
    days = known.sort_values(["date_audit", "id_audit"], kind="stable").drop_duplicates(
        ["id_of", "date_audit"], keep="last"
    )
    before = days.assign(
        avant=days.groupby("id_of", observed=True)["id_audit"].shift(),
    )[["id_of", "date_audit", "avant"]]
    joined = known.merge(before, on=["id_of", "date_audit"], how="left", validate="many_to_one")
    former = joined.set_index("id_audit")["avant"]
    return former.reindex(audits["id_audit"]).set_axis(audits.index)


def _retenus(
    audits: pd.DataFrame, non_conformites: pd.DataFrame, today: pd.Timestamp
) -> pd.DataFrame:
    """One non-conformity an audit and an indicator, known on the day, the most severe holding."""
    own = non_conformites.merge(
        audits[["id_audit", "date_audit"]], on="id_audit", validate="many_to_one"
    )
    settled = _regles(own)
    known = settled.loc[settled["notification"] <= today]
    again = _recidives(audits, non_conformites)
    keys = ["id_audit", "indicateur"]
    repeated = _cles(known, keys).isin(_cles(again, keys))
    known = known.assign(gravite=known["gravite"].mask(repeated, "majeure"))
    added = again.loc[~_cles(again, keys).isin(_cles(known, keys))]
    lifted = known["en_seance"] & known["gravite"].eq("mineure")
    every = pd.concat([known.loc[~lifted, _ECARTS], added[_ECARTS]], ignore_index=True)
    return _pires(every, today)


def _regles(own: pd.DataFrame) -> pd.DataFrame:
    """Non-conformities with their severity, notification and clearing settled."""
    at_once = own["levee_en_seance"].fillna(value=False).astype(bool)
    return own.assign(
        gravite=gravites(own),
        notification=own["date_notification"].fillna(own["date_audit"]),
        levee=own["date_levee"].mask(at_once, own["date_audit"]),
        en_seance=at_once,
    )


def _recidives(audits: pd.DataFrame, non_conformites: pd.DataFrame) -> pd.DataFrame:
    """Minors of the former audit not cleared by this one: majors of this one (R-NC-04)."""
    pairs = audits[["id_audit", "date_audit"]].assign(avant=precedents(audits)).dropna()
    at_once = non_conformites["levee_en_seance"].fillna(value=False).astype(bool)
    minors = non_conformites.loc[gravites(non_conformites).eq("mineure") & ~at_once]
    before = minors.rename(columns={"id_audit": "avant"})
    found = pairs.merge(before, on="avant", validate="many_to_many")
    open_still = ~(found["date_levee"] <= found["date_audit"])
    kept = found.loc[open_still]
    return kept.assign(gravite="majeure", notification=kept["date_audit"], levee=kept["date_levee"])


def _pires(ecarts: pd.DataFrame, today: pd.Timestamp) -> pd.DataFrame:
    """The most severe row of each audit and indicator."""
    ranked = ecarts.assign(
        majeure=ecarts["gravite"].eq("majeure"),
        echu=_echus(ecarts, today),
        ouvert=_ouverts(ecarts["levee"], today),
        limite=_limites(ecarts),
    ).sort_values(
        ["majeure", "echu", "ouvert", "limite"], ascending=[True, True, True, False], kind="stable"
    )
    return ranked.drop_duplicates(["id_audit", "indicateur"], keep="last")[_ECARTS]


def _cumuls(minors: pd.DataFrame) -> pd.DataFrame:
    """The major that five minors of an audit make, from the fifth one until four are left open."""
    needed = MINEURES_POUR_UNE_MAJEURE
    audit = minors["id_audit"]
    many = audit.map(audit.value_counts()).ge(needed)
    enough = minors.loc[many].assign(fin=lambda t: t["levee"].fillna(_JAMAIS))
    fifth = _rang(enough.sort_values("notification", kind="stable"), needed)
    last = _rang(enough.sort_values("fin", ascending=False, kind="stable"), needed)
    return (
        fifth[["id_audit", "notification"]]
        .merge(last[["id_audit", "levee"]], on="id_audit", validate="one_to_one")
        .assign(indicateur=0, gravite="majeure")[_ECARTS]
    )


def _rang(rows: pd.DataFrame, rank: int) -> pd.DataFrame:
    """The row of that rank of each audit, in the order of ``rows``."""
    return rows.loc[rows.groupby("id_audit", observed=True).cumcount().eq(rank - 1)]


def _limites(ecarts: pd.DataFrame) -> pd.Series:
    """Last day of each action plan (R-NC-04, R-NC-05, C-2)."""
    plus = {kind: pd.DateOffset(months=months) for kind, months in DELAIS_MOIS.items()}
    late = ecarts["notification"] + plus["mineure"]
    return late.mask(ecarts["gravite"].eq("majeure"), ecarts["notification"] + plus["majeure"])


def _echus(ecarts: pd.DataFrame, today: pd.Timestamp) -> pd.Series:
    """Whether each was not cleared by its deadline, now over."""
    limits = _limites(ecarts)
    return (today > limits) & ~(ecarts["levee"] <= limits)


def _ouverts(levees: pd.Series, today: pd.Timestamp) -> pd.Series:
    """Whether each is not cleared on the day."""
    return ~(levees <= today)


def _cles(rows: pd.DataFrame, columns: list[str]) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(rows[columns])


def _nombres(audits: pd.DataFrame, ecarts: pd.DataFrame) -> pd.Series:
    """How many rows of ``ecarts`` each audit has. [indicators]."""
    return audits["id_audit"].map(ecarts["id_audit"].value_counts()).fillna(0).astype("int64")
