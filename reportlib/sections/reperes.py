"""The headline numbers of a bilan, as plain figures: what the last cell of a notebook checks."""

from __future__ import annotations

from reportlib.sections.bilan import Bilan
from reportlib.sections.qualiopi_nombres import declaree

HEADLINES = ("BA-01", "BA-02", "BA-03", "BA-07", "BA-08", "BA-10", "BA-12", "BA-21", "RP-01")
RUPTURES = ("RP-01", "RP-02", "RP-03", "RP-05", "RP-06", "RP-08", "RP-09", "RP-10", "RP-15b")
ACCOMPAGNEMENT = ("AC-01", "AC-03", "AC-04", "AC-08")
OWN = ("BA-01", "BA-02", "BA-03", "BA-07", "BA-10", "BA-12", "RP-01")

CHARTE = ("CH-01", "CH-04", "CH-05", "CH-09", "CH-13", "CH-17", "CH-21", "CH-26", "CH-30")
CHARTE_PROPRE = ("CH-04", "CH-05", "CH-09", "CH-13", "CH-17", "CH-21", "CH-26", "CH-30")
QUALIOPI = (
    "QA-01",
    "QA-02",
    "QA-03",
    "QA-03b",
    "QA-04",
    "QA-09",
    "QA-15",
    "QA-16",
    "QA-17",
    "QA-18",
)
DECLAREES = ("QA-03b",)
"""Shares of the survey's respondents among them: withheld as in the pages (R-CONF-03)."""


def region(bilan: Bilan) -> dict[str, int | None]:
    """Return the numerators of the region's key figures; None when there is no number."""
    return _numerators(bilan, HEADLINES)


def organisme(bilan: Bilan) -> dict[str, int | None]:
    """Return the numerators of an organisation's key figures."""
    return _numerators(bilan, OWN)


def charte_region(bilan: Bilan) -> dict[str, int | None]:
    """Return the numerators of the key figures of the charter's bilan."""
    return _numerators(bilan, CHARTE)


def charte_organisme(bilan: Bilan) -> dict[str, int | None]:
    """Return the same for one organisation."""
    return _numerators(bilan, CHARTE_PROPRE)


def ruptures(bilan: Bilan) -> dict[str, int | None]:
    """Return the numerators of the note on ruptures."""
    return _numerators(bilan, RUPTURES)


def accompagnement(bilan: Bilan) -> dict[str, int | None]:
    """Return the numerators of an organisation's self-assessment."""
    return _numerators(bilan, ACCOMPAGNEMENT)


def qualiopi(bilan: Bilan) -> dict[str, int | None]:
    """Return the numerators of the Qualiopi report's key figures."""
    figures = {one: declaree(bilan, one) if one in DECLAREES else bilan.one(one)
               for one in QUALIOPI}  # fmt: skip
    return {one: figure.count if figure.exact else None for one, figure in figures.items()}


def _numerators(bilan: Bilan, identifiers: tuple[str, ...]) -> dict[str, int | None]:
    figures = {identifier: bilan.one(identifier) for identifier in identifiers}
    return {identifier: f.count if f.exact else None for identifier, f in figures.items()}
