"""Joint count of the proposals: which ones both parties have, and which only one does.

Source: engagement charter, « Cet indicateur sera suivi conjointement » (R-CH-04). Two rows are the
same proposal when they are of one organisation and one formation, less than thirty days apart: the
register's own note on doubles, taken up here (our choice).
"""

from __future__ import annotations

import pandas as pd

ECART = 30
"""Two rows this far apart, or more, are two proposals. [days]"""
_WANTED = ["id_proposition", "id_of", "formation", "date_reception"]


def paires(declarees: pd.DataFrame, suivies: pd.DataFrame) -> pd.DataFrame:
    """Return ``id_declaree, id_suivie``, one row a proposal that both parties count.

    The nearest pairs first; a row is in one pair at most. A row that does not name its formation
    is in none.

    Parameters
    ----------
    declarees, suivies
        Proposals as the organisation and as Transitions Pro count them.
    """
    near = (
        _named(declarees)
        .merge(_named(suivies), on=["id_of", "formation"], suffixes=("_1", "_2"))
        .assign(gap=lambda both: (both["date_reception_1"] - both["date_reception_2"]).abs())
    )
    order = ["gap", "date_reception_1", "id_proposition_1", "id_proposition_2"]
    left = near.loc[near["gap"] < pd.Timedelta(days=ECART)].sort_values(order, kind="stable")
    kept = [left.iloc[:0]]
    while len(left):
        first = ~left.duplicated("id_proposition_1") & ~left.duplicated("id_proposition_2")
        best = left.loc[first]
        taken = left["id_proposition_1"].isin(best["id_proposition_1"])
        taken |= left["id_proposition_2"].isin(best["id_proposition_2"])
        kept.append(best)
        left = left.loc[~taken]
    found = pd.concat(kept, ignore_index=True)[["id_proposition_1", "id_proposition_2"]]
    return found.set_axis(["id_declaree", "id_suivie"], axis=1)


def non_appariees(declarees: pd.DataFrame, suivies: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that only one party has, with ``source`` (``of``, ``tpge``).

    Sorted by organisation, day, then proposal.
    """
    both = paires(declarees, suivies)
    parts = [
        declarees.loc[~declarees["id_proposition"].isin(both["id_declaree"])].assign(source="of"),
        suivies.loc[~suivies["id_proposition"].isin(both["id_suivie"])].assign(source="tpge"),
    ]
    return pd.concat(parts, ignore_index=True).sort_values(
        ["id_of", "date_reception", "id_proposition"], kind="stable", ignore_index=True
    )


def _named(propositions: pd.DataFrame) -> pd.DataFrame:
    """Proposals that name their formation, compared without case or outer spaces."""
    title = propositions["intitule_formation"].str.strip().str.casefold()
    return propositions.assign(formation=title)[_WANTED].dropna(subset=["formation", "id_of"])
