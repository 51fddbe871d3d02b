"""Chapter 9: this year beside the year before (BA-25)."""

from __future__ import annotations

from reportlib.blocks import Blocks, Cell, Column, Row, Table, absent, number, text
from reportlib.indicators import indicator
from reportlib.indicators.changements import Changement, entre, mention
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.tournures import chapter, notes
from reportlib.wording import Rich, day, rich, signed, typographed

COMPARED = (
    "BA-01",
    "BA-02",
    "BA-03",
    "BA-07",
    "BA-08",
    "BA-10",
    "BA-12",
    "BA-19",
    "BA-21",
    "RP-01",
    "BA-23",
    "BA-24",
    "BA-15",
    "BA-17",
    "BA-14",
    "BA-22",
    "BA-20",
)
"""Indicators set beside the year before, in the order of the chapters."""


REMARKED = ("BA-15",)
"""Those whose remark, in the year before, bears on the gap."""


def region(bilan: Bilan) -> Blocks:
    """Return the table of the two years and the gap, in points for rates."""
    rows, shown = [], []
    changed: list[Changement] = []
    for identifier in COMPARED:
        found = entre(identifier, bilan.before.period, bilan.period)
        changed += found
        now, then = bilan.one(identifier), bilan.before.one(identifier)
        covered = bilan.before.covered(identifier)
        shown += [now, *([then] if covered else [])]
        rows.append(_row(now, then, mention(found), covered=covered))
    before, period = bilan.before.period, bilan.period
    said = any(one.state == "non_fourni" for one in shown)
    unprovided = not said and not all(bilan.before.covered(i) for i in COMPARED)
    table = Table(
        title=f"De {before.label} à {period.label}",
        unit="Écart en points pour les taux",
        columns=(
            Column(label="Indicateur"),
            Column(label="Unité", width_mm=26),
            Column(label=before.label, kind="num", width_mm=24),
            Column(label=period.label, kind="num", width_mm=24),
            Column(label="Écart", kind="num", width_mm=24),
        ),
        rows=tuple(rows),
        notes=notes(
            shown,
            *((rich("n. f. : donnée non fournie."),) if unprovided else ()),
            *(_change(one) for one in changed),
            *_remarks(bilan),
            rich("L’écart est calculé avant l’arrondi. Il décrit, sans dire la cause."),
        ),
        source="registres nommés sous les tableaux des chapitres.",
        dense=True,
    )
    return chapter("Évolution", table)


def _row(now: Figure, then: Figure, changed: str, *, covered: bool) -> Row:
    """One indicator; ``changed`` says what sets the two years apart."""
    label = f"{now.record.libelle} ({changed})" if changed else now.record.libelle
    rate = now.record.kind == "part"
    unit = "%" if rate else now.record.unite
    before = (then.rate_cell if rate else then.cell) if covered else absent("non_fourni")
    after = now.rate_cell if rate else now.cell
    return Row(cells=(text(label), text(unit), before, after, _gap(before, after, rate)))


def _remarks(bilan: Bilan) -> tuple[Rich, ...]:
    """What the year before calls for, under a row: a register that began during it."""
    before = bilan.before.period.label
    return tuple(
        rich(
            "{libelle}, {annee} : {remarque}",
            libelle=indicator(identifier).libelle,
            annee=before,
            remarque=typographed(said[:1].lower() + said[1:]),
        )
        for identifier in COMPARED
        if identifier in REMARKED
        and bilan.before.covered(identifier)
        and (said := bilan.before.remark(identifier))
    )


def _change(one: Changement) -> Rich:
    """What changed, and from when, as a note of the table."""
    return rich(
        "{libelle} : {mention} depuis le {jour}. {motif}",
        libelle=indicator(one.indicateur).libelle,
        mention=mention([one]),
        jour=day(one.depuis),
        motif=one.motif,
    )


def _gap(before: Cell, after: Cell, rate: bool) -> Cell:
    """The difference of two released numbers; not applicable when either is absent."""
    if before.value is None or after.value is None:
        return absent("sans_objet")
    gap = after.value - before.value
    return number(signed(gap, 1 if rate else 0), gap)
