"""Chapter 4 of an organisation's copy: its alerts, ruptures, interventions, paths achieved."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Cell, Column, Paragraph, Row, Table, absent, text
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import SMALL_BASE, Figure
from reportlib.sections.libelles import CAUSES, EVENEMENTS, libelle
from reportlib.sections.tournures import chapter, missing, notes, soit, sorted_by_size, source
from reportlib.wording import Rich, counted, day, rich, typographed

COUNTED = (
    ("CH-21", "Alertes que vous avez émises"),
    ("BA-10", "Interventions menées avec l’accord du stagiaire"),
    ("RP-01", "Parcours rompus dans l’année"),
    ("BA-23", "Parcours achevés dans l’année, parmi les achevés et les rompus"),
    ("BA-24", "Certifications obtenues en totalité, parmi les résultats connus"),
    ("RP-02", "Parcours rompus parmi ceux entrés en formation dans l’année"),
)
"""Indicator and label of each row, in order."""
ALONE = ("BA-10",)
"""Not set beside the region's: only what the trainee agreed to is counted in a copy."""


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter: one table of counts and rates, ruptures by cause, what is missing."""
    if bilan.bref:
        return Blocks()
    gone = [
        name
        for name in ("dossiers_ptp", "alertes", "signataires", "interventions")
        if not bilan.provided(name)
    ]
    blocks: list[Block | None] = [_table(bilan), _causes(bilan), _cohort(bilan)]
    if gone:
        blocks.append(missing(*gone))
    return chapter("Vos parcours dans le temps", *blocks)


def _table(bilan: Bilan) -> Table:
    figures = [bilan.one(identifier) for identifier, _ in COUNTED]
    regions = [bilan.region(identifier) for identifier, _ in COUNTED if identifier not in ALONE]
    beside = {figure.record.id: figure for figure in regions}
    rows = tuple(
        _row(label, own, beside.get(identifier))
        for (identifier, label), own in zip(COUNTED, figures, strict=True)
    )
    small = any(figure.small for figure in figures)
    return Table(
        title="Vos parcours, en nombres",
        unit=typographed(
            "Taux en % ; région : nombre ou taux de tous les organismes, le vôtre compris"
        ),
        columns=(
            Column(label="Ce qui est compté"),
            Column(label="Nombre", kind="num", width_mm=18),
            Column(label="sur", kind="num", width_mm=16),
            Column(label="Taux", kind="num", width_mm=16),
            Column(label="Région", kind="num", width_mm=18),
        ),
        rows=rows,
        notes=notes(
            [*figures, *regions],
            *((rich(f"Sous {SMALL_BASE} cas, le taux n’est pas donné (s. o.)."),) if small else ()),
            *_alerts(bilan),
        ),
        source=source("dossiers_ptp", "alertes", "interventions"),
    )


def _row(label: str, own: Figure, region: Figure | None) -> Row:
    """A count has no rate and no base: their cells are left empty."""
    if own.record.kind != "part":
        beside = Cell() if region is None else region.cell
        return Row(cells=(text(label), own.cell, Cell(), Cell(), beside))
    rate = absent("sans_objet") if own.small else own.rate_cell
    beside = Cell() if region is None else region.rate_cell
    return Row(cells=(text(label), own.cell, own.base_cell, rate, beside))


def _alerts(bilan: Bilan) -> tuple[Rich, ...]:
    """What the alerts are of, and those that are not counted; a trainee's leaves no trace."""
    if not bilan.provided("alertes", "signataires"):
        return ()
    lines = []
    kinds = sorted_by_size(bilan.figures.by("CH-21", "type_evenement"), "type_evenement")
    if kinds:
        parts = [f"{libelle(EVENEMENTS, f.group['type_evenement'])} ({f.shown})" for f in kinds]
        lines.append(rich("Vos alertes : {p}.", p=", ".join(parts)))
    if apart := bilan.figures.left_out("CH-21"):
        said = ", ".join(f"{n} ({reason})" for reason, n in sorted(apart.items()))
        lines.append(rich("Hors de ce compte : {s}.", s=typographed(said)))
    return tuple(lines)


def _causes(bilan: Bilan) -> Block | None:
    """Ruptures by cause, one row: most are withheld in a copy."""
    whole = bilan.one("RP-01")
    if not whole.count:
        return None
    found = bilan.figures.grouped("RP-01", "cause_rupture")
    columns = [k for k in CAUSES if k in found]
    return Table(
        title="Vos ruptures, par cause",
        unit="Nombre de parcours rompus dans l’année",
        columns=(
            Column(label="Cause"),
            *(Column(label=libelle(CAUSES, k), kind="num", width_mm=27) for k in columns),
        ),
        rows=(Row(cells=(text("Ruptures"), *(found[k].cell for k in columns))),),
        notes=notes(found.values()),
        source=source("dossiers_ptp"),
    )


def _cohort(bilan: Bilan) -> Block | None:
    """The rate of those who entered in the year, with its interval: provisional."""
    cohort = bilan.one("RP-02")
    if not cohort.exact or not cohort.base:
        return None
    return Paragraph(
        text=rich(
            "Sur {b} en formation dans l’année, {n} au {f}" + soit(cohort) + ". Ce taux est "
            "provisoire : des parcours sont encore en cours.",
            b=counted(cohort.base, "parcours entré", "parcours entrés"),
            n=counted(cohort.count, "est rompu", "sont rompus", none="aucun n’est rompu"),
            f=day(bilan.period.end),
        )
    )
