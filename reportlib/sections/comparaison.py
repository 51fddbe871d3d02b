"""The organisation's numbers beside the region's: one form of table for all its chapters."""

from __future__ import annotations

from reportlib.blocks import Blocks, Cell, Column, Row, Table, absent, share, text
from reportlib.rules.statistiques import BASE_MIN, taux
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.tournures import notes, source
from reportlib.wording import Rich, decimal, rich, typographed

RATES = (
    ("BA-03", "Dossiers accordés, parmi les décidés"),
    ("BA-07", "Parcours individualisés, parmi les renseignés"),
    ("BA-19", "Positionnements fournis, parmi les renseignés"),
    ("BA-15", "Certificats à l’heure, parmi les attendus"),
)
"""Indicator and label of each rate of the first page."""
ALONE = ("BA-10",)
"""Not set beside the region's: only what the trainee agreed to is counted in a copy."""

Measures = tuple[tuple[str, str], ...]
"""Indicator and label of each row, in order."""


def organisme(bilan: Bilan) -> Blocks:
    """Return the table of an organisation's rates beside the region's."""
    if bilan.bref or not bilan.provided("dossiers_ptp"):
        return Blocks()
    read = tuple(n for n in ("dossiers_ptp", "certificats_realisation") if bilan.provided(n))
    return Blocks((beside(bilan, "Vos repères et ceux de la région", RATES, read),))


def beside(
    bilan: Bilan, title: str, measures: Measures, registers: tuple[str, ...], *others: Rich
) -> Table:
    """Return counts and rates of the organisation, each with its interval and the region's."""
    own = [bilan.one(identifier) for identifier, _ in measures]
    regions = {i: bilan.region(i) for i, _ in measures if i not in ALONE}
    rows = tuple(
        _row(label, figure, regions.get(identifier))
        for (identifier, label), figure in zip(measures, own, strict=True)
    )
    small = any(figure.small for figure in own)
    return Table(
        title=title,
        unit=typographed("Taux et intervalle à 95 % en % ; la région comprend votre organisme"),
        columns=(
            Column(label="Ce qui est compté"),
            Column(label="Nombre", kind="num", width_mm=15),
            Column(label="sur", kind="num", width_mm=12),
            Column(label="Taux", kind="num", width_mm=13),
            Column(label="0 à 100\u00a0%", kind="bar", width_mm=21),
            Column(label="Intervalle", width_mm=26),
            Column(label="Région", kind="num", width_mm=15),
        ),
        rows=rows,
        notes=notes(
            [*own, *(figure for figure in regions.values() if not figure.exact)],
            *(_few(),) * small,
            *others,
        ),
        source=source(*registers),
    )


def _row(label: str, own: Figure, region: Figure | None) -> Row:
    """A count has no base and no rate: their cells stay empty."""
    if own.record.kind != "part":
        none, there = Cell(), Cell() if region is None else region.cell
        return Row(cells=(text(label), own.cell, none, none, none, none, there))
    there = Cell() if region is None else region.rate_cell
    if not own.exact or own.small or own.value is None:
        gone = absent(own.state if not own.exact else "sans_objet")
        rate = (gone, share(None), Cell())
    else:
        rate = (own.rate_cell, share(own.value / 100), _interval(own))
    return Row(cells=(text(label), own.cell, own.base_cell, *rate, there))


def _interval(own: Figure) -> Cell:
    """« 53,7 à 69,7 »: words, beside the rate itself."""
    around = taux(own.count, own.base)
    if around.bas is None or around.haut is None:
        return absent("sans_objet")
    return text(f"{decimal(around.bas)}\u00a0à\u00a0{decimal(around.haut)}")


def _few() -> Rich:
    return rich(f"Moins de {BASE_MIN} cas : le nombre seul est donné, sans taux (s. o.).")
