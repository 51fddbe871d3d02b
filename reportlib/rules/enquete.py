"""The survey « État des lieux Qualiopi »: bases, single and multiple answers, response rate.

Source: slides « Matinales de la Qualité », « État des lieux sur nos OF financés » (June 2021);
rules R-ENQ-01 to R-ENQ-03; register's note (the last answer of an organisation holds). A row is one
answer of one organisation to one campaign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from reportlib.errors import ParameterError
from reportlib.wording import typographed


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question of the survey, as a chart of the slides shows it (R-ENQ-02)."""

    titre: str
    colonne: str
    base: Literal["repondants", "certifies"]
    multiple: bool
    """Several answers may be ticked: shares may add up to more than 100 %, and no pie."""


QUESTIONS = (
    Question(titre="Avancement Qualiopi", colonne="avancement", base="repondants", multiple=False),
    Question(
        titre="Certificateur / instance", colonne="certificateur", base="certifies", multiple=False
    ),
    Question(
        titre="Durée audit aménagée", colonne="duree_amenagee", base="certifies", multiple=False
    ),
    Question(
        titre="Choix du certificateur",
        colonne="choix_certificateur",
        base="certifies",
        multiple=True,
    ),
    Question(
        titre="Critères et difficultés rencontrées",
        colonne="criteres_difficultes",
        base="certifies",
        multiple=True,
    ),
)
"""Six charts in the slides, two of the same title: five questions."""


@dataclass(frozen=True)
class Repartition:
    """Shares of a question: ``lignes`` has one row a value, the most cited first.

    Columns: ``modalite``, ``numerator`` (respondents who ticked it), ``denominator`` (respondents
    of the base who answered the question), ``part`` [%], missing when nobody answered.
    """

    question: Question
    lignes: pd.DataFrame
    sans_reponse: int
    """Respondents of the base who left the question blank. [respondents]"""

    @property
    def somme(self) -> float | None:
        """Sum of the shares; None when nobody answered [%]."""
        shares = self.lignes["part"].dropna()
        return float(shares.sum()) if len(shares) else None

    @property
    def depasse_100(self) -> bool:
        """Whether respondents gave more answers than they are: to be said beside the chart."""
        return bool(self.lignes["numerator"].sum() > self.lignes["denominator"].max())


def dernieres_reponses(reponses: pd.DataFrame) -> pd.DataFrame:
    """Return one row an organisation and a campaign, its last answer by ``date_reponse``.

    An undated answer is older than a dated one; an answer with no organisation stands alone. The
    order of the rows is kept.
    """
    rows = reponses[["campagne", "id_of", "date_reponse"]].assign(rang=range(len(reponses)))
    known = rows.loc[rows["id_of"].notna()]
    last = known.sort_values("date_reponse", kind="stable", na_position="first").drop_duplicates(
        ["campagne", "id_of"], keep="last"
    )
    kept = rows["id_of"].isna() | rows["rang"].isin(last["rang"])
    return reponses.loc[kept.to_numpy(dtype=bool)]


def question(colonne: str) -> Question:
    """Return the question that a column of the register answers.

    Raises
    ------
    ParameterError
        No question of the survey has this column.
    """
    known = {q.colonne: q for q in QUESTIONS}
    if colonne not in known:
        text = f"Question inconnue : « {colonne} ». Attendu : {', '.join(known)}."
        raise ParameterError(typographed(text))
    return known[colonne]


def repartition(reponses: pd.DataFrame, colonne: str, modalites: Sequence[str] = ()) -> Repartition:
    """Return how a campaign's respondents answered one question (R-ENQ-01, R-ENQ-03).

    Parameters
    ----------
    reponses
        One row a respondent (``dernieres_reponses``).
    modalites
        Values to show even when nobody ticked them; they come in this order when they tie.

    Notes
    -----
    A share is those who ticked / those of the base who answered the question. A value ticked
    twice in a cell counts once. Values of a multiple question are joined by « ; ».
    """
    asked = question(colonne)
    base = reponses if asked.base == "repondants" else certifies(reponses)
    answers = _ecrites(base[colonne].reset_index(drop=True)).dropna()
    separate = answers.str.split(";") if asked.multiple else answers
    ticked = separate.explode().str.strip()
    pairs = pd.DataFrame({"repondant": ticked.index, "modalite": ticked.to_numpy()})
    counts = pairs.loc[pairs["modalite"].ne("")].drop_duplicates()["modalite"].value_counts()
    order = list(dict.fromkeys([*modalites, *sorted(counts.index)]))
    lines = pd.DataFrame({"modalite": pd.Series(order, dtype="str")}).assign(
        numerator=lambda t: t["modalite"].map(counts).fillna(0).astype("int64"),
        denominator=len(answers),
    )
    lines = lines.assign(
        part=100 * lines["numerator"] / lines["denominator"].where(lines["denominator"] > 0)
    )
    return Repartition(
        asked,
        lines.sort_values("numerator", ascending=False, kind="stable", ignore_index=True),
        len(base) - len(answers),
    )


def certifies(reponses: pd.DataFrame) -> pd.DataFrame:
    """Return the respondents who say that they are certified, the base of most questions."""
    return reponses.loc[reponses["avancement"].eq("certifie").fillna(value=False).astype(bool)]


def taux_de_reponse(repondants: int, interroges: int | None) -> float | None:
    """Return the response rate; None (« s. o. ») when nobody knows how many were asked [%].

    The slides do not say it: 86 answers out of an unknown number (R-ENQ-01).

    Raises
    ------
    ParameterError
        More answers than organisations asked.
    """
    if not interroges:
        return None
    if repondants > interroges:
        text = f"{repondants} répondants pour {interroges} interrogés : nombres à vérifier."
        raise ParameterError(typographed(text))
    return 100 * repondants / interroges


def _ecrites(answers: pd.Series) -> pd.Series:
    """Answers as text: booleans as « oui » and « non », blanks as missing."""
    if pd.api.types.is_bool_dtype(answers.dtype):
        return answers.astype("object").map({True: "oui", False: "non"}).astype("str")
    words = answers.astype("str").str.strip()
    return words.where(words.ne(""))
