"""Numbers of the Qualiopi report that no figure gives: how they are written and named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from reportlib.blocks import Cell, absent, number
from reportlib.blocks.tables import ABSENT, State
from reportlib.indicators.qualiopi_nationales import FRANCE, points
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.wording import Rich, counted, decimal, integer, joined, rich, typographed

SERIES = {
    "certifies": ("certifié", "certifiés"),
    "en_cours": ("organisme en cours", "organismes en cours"),
    "total": ("organisme dans la démarche", "organismes dans la démarche"),
    "opac": ("prestataire déclaré", "prestataires déclarés"),
    "datadock": ("organisme référençable", "organismes référençables"),
}
"""Series of the national points, singular and plural."""


def reference(*parts: str) -> str:
    """Return what names a function's result: « QA-01|national|certifies|2021-03-15|nombre »."""
    return "|".join(parts)


def nationale(identifier: str, serie: str, jour: date, part: str = "nombre") -> str:
    """Return what names a number of the national series."""
    return reference(identifier, "national", serie, jour.isoformat(), part)


def entier(value: object, ref: str, state: State = "non_fourni") -> Cell:
    """Return a count as a cell; missing, the cell of ``state``."""
    if pd.isna(value):  # type: ignore[call-overload]
        return replace(absent(state), ref=ref)
    return replace(number(integer(float(str(value))), float(str(value))), ref=ref)


def decimale(value: object, ref: str, state: State = "non_fourni", digits: int = 1) -> Cell:
    """Return a rate or a mean as a cell; missing, the cell of ``state``."""
    if pd.isna(value):  # type: ignore[call-overload]
        return replace(absent(state), ref=ref)
    return replace(number(decimal(float(str(value)), digits), float(str(value))), ref=ref)


def cite(words: str) -> str:
    """Return a source's words as they print: French signs, thousands bound."""
    return typographed(re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "\u202f", words))


def courte(source: str) -> str:
    """Return a source without its quotation, which stands in full in the annex."""
    return cite(re.split(r" : «| ; ", source, maxsplit=1)[0])


def remarques(figures: Sequence[Figure], *others: Rich) -> tuple[Rich, ...]:
    """Return the notes of a table as one paragraph: states, rows lost, then ``others``.

    Parameters
    ----------
    figures
        The numbers shown: each sign that stands for one is explained.
    """
    states = {figure.state: figure for figure in figures if not figure.exact}
    said = [
        rich("//{s}// : {w}.", s=ABSENT[state][0], w=_meant(figure))
        for state, figure in states.items()
    ]
    undated = max((figure.etat_import for figure in figures), default=0)
    if undated:
        said.append(
            rich("État à l’import : {n} sans date de changement.", n=counted(undated, "cas", "cas"))
        )
    if lost := max((figure.lost for figure in figures), default=0):
        verb = "manque" if lost == 1 else "manquent"
        said.append(
            rich("{n} {v} ici.", v=verb, n=counted(lost, "ligne écartée", "lignes écartées"))
        )
    whole = [*said, *others]
    return (joined(whole),) if whole else ()


def _meant(figure: Figure) -> str:
    """What the sign that stands for a number means."""
    if figure.state != "masque":
        return ABSENT[figure.state][1]
    most = figure.policy.seuil_organismes - 1
    return f"nombre de 1 à {most}, ou retenu pour qu’on ne le retrouve pas par différence"


def bases(figures: Sequence[Figure]) -> int:
    """Return the base that the figures of one question share, 0 when none shows it."""
    return max((figure.base for figure in figures), default=0)


def couvert(number: float, bilan: Bilan) -> bool:
    """Whether a count of organisations is too small to be shown (R-CONF-03)."""
    return 0 < number < bilan.settings.confidentialite.seuil_organismes


def declaree(bilan: Bilan, identifier: str) -> Figure:
    """Return a share of the survey's respondents, withheld on few organisations (R-CONF-03).

    Its count is, or what its base leaves: who says « certified » among those who answer is known
    by difference from who does not.
    """
    figure = bilan.one(identifier)
    few = couvert(figure.count, bilan) or couvert(figure.base - figure.count, bilan)
    return tu(figure) if few else figure


def tu(figure: Figure) -> Figure:
    """Return the figure without its number, covered by secrecy."""
    return replace(figure, state="masque", value=None, numerator=None, denominator=None)


@dataclass(frozen=True)
class Sources:
    """The sources of the national points, each with its rank in the report."""

    names: tuple[str, ...]

    def rank(self, name: str) -> int:
        """Return the rank of a source, from 1; that of its point when a base is added to it."""
        return self.names.index(name.split(" ; base : ", maxsplit=1)[0]) + 1

    def mark(self, name: str) -> str:
        """Return « [2] »."""
        return f"[{self.rank(name)}]"


def sources_nationales(bilan: Bilan) -> Sources:
    """Return the sources of the points of the country up to the end of the period, by day."""
    read = points(bilan.dataset, bilan.period.end, FRANCE).sort_values("date", kind="stable")
    return Sources(tuple(dict.fromkeys(read["source"])))
