"""The headline numbers of a bilan, as plain figures: what the last cell of a notebook checks."""

from __future__ import annotations

from reportlib.sections.bilan import Bilan

HEADLINES = ("BA-01", "BA-02", "BA-03", "BA-07", "BA-08", "BA-10", "BA-12", "BA-21", "RP-01")
OWN = ("BA-01", "BA-02", "BA-03", "BA-07", "BA-10", "BA-12", "RP-01")


def region(bilan: Bilan) -> dict[str, int | None]:
    """Return the numerators of the region's key figures; None when there is no number."""
    return _numerators(bilan, HEADLINES)


def organisme(bilan: Bilan) -> dict[str, int | None]:
    """Return the numerators of an organisation's key figures."""
    return _numerators(bilan, OWN)


def _numerators(bilan: Bilan, identifiers: tuple[str, ...]) -> dict[str, int | None]:
    figures = {identifier: bilan.one(identifier) for identifier in identifiers}
    return {identifier: f.count if f.exact else None for identifier, f in figures.items()}
