"""Chapter 5, what a cycle costs: the five items of the slides, in two readings."""

from __future__ import annotations

from decimal import Decimal

from reportlib.blocks import Cell, Column, Row, Table, text
from reportlib.rules.cout import ACCOMPAGNEMENT_CNEFOP, ACCOMPAGNEMENT_GENERAL, Cout, Tarifs, cout
from reportlib.sections.qualiopi_cycle import DIAPORAMA
from reportlib.sections.qualiopi_nombres import decimale, reference
from reportlib.wording import counted, rich, typographed


def indicatif() -> Table:
    """Return QA-20 over three years: a mere update for a Cnefop holder, and the general case."""
    low = cout(Tarifs(accompagnement=ACCOMPAGNEMENT_CNEFOP))
    usual = cout(Tarifs(accompagnement=ACCOMPAGNEMENT_GENERAL))
    rows = [
        Row(
            cells=(
                text(typographed(f"{one.numero}. {one.libelle} ({one.recurrence})")),
                _euros(one.montant, f"bas|{one.numero}"),
                _euros(other.montant, f"general|{one.numero}"),
            )
        )
        for one, other in zip(low.postes, usual.postes, strict=True)
    ]
    years = f"Total sur {counted(usual.annees, 'an')}"
    rows.append(_total(years, low, usual))
    rows.append(
        Row(
            cells=(
                text("Par an"),
                decimale(low.annualise, reference("QA-20", "bas", "an"), digits=2),
                decimale(usual.annualise, reference("QA-20", "general", "an"), digits=2),
            )
        )
    )
    return Table(
        title="Coût indicatif d’un cycle",
        unit="Euros hors taxes",
        columns=(
            Column(label="Poste"),
            Column(label="Simple mise à jour (Cnefop)", kind="num", width_mm=36),
            Column(label="Cas général", kind="num", width_mm=30),
        ),
        rows=tuple(rows),
        notes=(
            rich("{m} Un seul audit compté : la surveillance ne l’est pas. « n. v. » : temps "
                 "interne, non valorisé.", m=usual.mention),
        ),
        source=typographed(f"{DIAPORAMA}, « Les coûts de la certification »."),
        dense=True,
    )  # fmt: skip


def _euros(amount: Decimal | None, key: str) -> Cell:
    if amount is None:
        return text("n.\u00a0v.")
    return decimale(amount, reference("QA-20", *key.split("|")), digits=2)


def _total(label: str, low: Cout, usual: Cout) -> Row:
    return Row(
        cells=(
            text(label),
            decimale(low.total, reference("QA-20", "bas", "total"), digits=2),
            decimale(usual.total, reference("QA-20", "general", "total"), digits=2),
        ),
        total=True,
    )
