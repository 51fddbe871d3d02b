"""The organisation's rates beside the region's: shapes tell them apart, bases are written."""

from __future__ import annotations

from reportlib.blocks import Blocks, Cell, DotChart, DotRow, absent, number
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import SMALL_BASE, Figure
from reportlib.sections.tournures import notes, source
from reportlib.wording import counted, integer, percent, rich, typographed

RATES = (
    ("BA-03", "Taux d’accord", "dossier", "décidés"),
    ("BA-07", "Parcours individualisés", "dossier", "renseignés"),
    ("BA-19", "Positionnements fournis", "dossier", "renseignés"),
    ("BA-23", "Parcours achevés", "parcours", "achevés ou rompus"),
    ("BA-24", "Certifications obtenues", "certification", "résultats connus"),
    ("BA-15", "Certificats à l’heure", "certificat", "attendus"),
)
"""Indicator, label, noun counted, what the base is."""


def organisme(bilan: Bilan) -> Blocks:
    """Return the figure of an organisation's rates beside the region's."""
    if bilan.bref or not bilan.provided("dossiers_ptp"):
        return Blocks()
    rows, said, figures = [], [], []
    for identifier, label, noun, whole in RATES:
        own, region = bilan.one(identifier), bilan.region(identifier)
        if not (own.exact or region.exact):
            continue
        row = DotRow(label=label, base=_base(own, noun, whole), own=_dot(own), region=_rate(region))
        rows.append(row)
        figures.append(own)
        said.append(_said(label, row))
    if not rows:
        return Blocks()
    chart = DotChart(
        title="Vos repères et ceux de la région",
        unit=typographed("En % ; la base de chaque taux est écrite sous son nom"),
        rows=tuple(rows),
        alt=typographed("Vos taux et ceux de la région. " + " ".join(said)),
        notes=notes(
            figures,
            rich(
                f"Un taux dont la base est inférieure à {SMALL_BASE} n’est pas montré. "
                "La région comprend votre organisme."
            ),
        ),
        source=source(
            *(name for name in ("dossiers_ptp", "certificats_realisation") if bilan.provided(name))
        ),
    )
    return Blocks((chart,))


def _dot(own: Figure) -> Cell:
    return absent("sans_objet") if own.small else _rate(own)


def _rate(figure: Figure) -> Cell:
    if not figure.exact or figure.value is None:
        return absent(figure.state if not figure.exact else "sans_objet")
    return number(percent(figure.value), figure.value)


def _base(own: Figure, noun: str, whole: str) -> str:
    if not own.exact:
        return "aucun cas dans l’année"
    if own.small:
        return typographed(f"non montré : {integer(own.count)} sur {integer(own.base)} {whole}")
    plural = noun if noun.endswith("s") else f"{noun}s"
    return f"{counted(own.count, noun, plural)} sur {integer(own.base)} {whole}"


def _said(label: str, row: DotRow) -> str:
    own = row.own.text[0][0] if row.own.value is not None else row.base
    region = row.region.text[0][0] if row.region.value is not None else "non montré"
    return f"{label} : votre organisme, {own} ; région, {region}."
