"""Chapter 5 of the charter's bilan: alerts, ruptures announced, no control on alert, levers."""

from __future__ import annotations

from reportlib.blocks import (
    Block,
    Blocks,
    Cell,
    Column,
    Heading,
    HeatMap,
    HeatRow,
    Paragraph,
    Row,
    Table,
    text,
)
from reportlib.sections import alertes_suites
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import DEDUIT, compte, hors_charte, rien_compte, sur, terminee
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import EVENEMENTS, ORIGINES, libelle
from reportlib.sections.tournures import absente, aside, chapter, notes, source
from reportlib.wording import Rich, month_name, rich, typographed

TITLE = f"Sécurisation : les alertes{DEDUIT}"
MONTHS_SHOWN = 13
"""Most months of a grid: one column is the total. [months]"""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region."""
    return _chapter(bilan)


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation: the alerts that it sent, no one else's (R-AL-04)."""
    return Blocks() if hors_charte(bilan) else _chapter(bilan)


def _chapter(bilan: Bilan) -> Blocks:
    title = typographed(TITLE)
    activity = alertes_suites.activite(bilan)
    if terminee(bilan):
        return chapter(title, Paragraph(text=rien_compte(bilan)), activity)
    return chapter(
        title,
        *_alertes(bilan),
        Heading(text="Ruptures annoncées"),
        *alertes_suites.ruptures(bilan),
        Heading(text="Pas de contrôle sur alerte"),
        *alertes_suites.controles(bilan),
        Heading(text="Leviers et activité du pôle"),
        *alertes_suites.leviers(bilan),
        activity,
    )


def _alertes(bilan: Bilan) -> tuple[Block | None, ...]:
    if gone := absente(bilan, "alertes", "signataires"):
        return (gone,)
    sent = bilan.one("CH-21")
    said = Paragraph(text=_emises(bilan, sent))
    if not sent.count:
        return (said,)
    many = len(bilan.period.months) <= MONTHS_SHOWN and bilan.organisme is None
    return (said, _mois(bilan, sent) if many else None, _origines(bilan, sent))


def _emises(bilan: Bilan, sent: Figure) -> Rich:
    """How many alerts, by how many organisations: neither more nor fewer is better."""
    if bilan.organisme:
        if not sent.count:
            return rich("Votre organisme n’a émis aucune alerte{a} dans la période.", a=aside(sent))
        return rich(
            "Votre organisme a émis **{n}** dans la période.",
            n=compte(sent, "alerte", "alertes"),
        )
    if not sent.count:
        return rich("Les organismes n’ont émis aucune alerte{a} dans la période.", a=aside(sent))
    senders = bilan.one("CH-24")
    if not senders.exact:
        return rich("Les organismes ont émis **{n}**.", n=compte(sent, "alerte", "alertes"))
    return rich(
        "**{n}**, de {k}. Un organisme sans événement n’a rien à signaler : ce nombre ne se lit "
        "pas comme un retard.",
        n=compte(sent, "alerte émise", "alertes émises"),
        k=sur(senders, "signataire", "signataires"),
    )


def _mois(bilan: Bilan, sent: Figure) -> Block:
    """Alerts by type and month."""
    months = bilan.period.months
    crossed = {
        (f.group["type_evenement"], f.group["mois"]): f
        for f in bilan.figures.by("CH-21", "type_evenement", "mois")
    }
    by_type = bilan.figures.grouped("CH-23", "type_evenement")
    by_month = bilan.figures.grouped("CH-21", "mois")
    zero = bilan.figures.zero
    kinds = [k for k in EVENEMENTS if k in by_type] + sorted(by_type.keys() - EVENEMENTS.keys())

    def cell(kind: str, month: str) -> Cell:
        found = crossed.get((kind, month))
        return (found or zero("CH-21", type_evenement=kind, mois=month)).cell

    rows = tuple(
        HeatRow(
            label=_event(kind),
            cells=tuple(cell(kind, month) for month in months),
            total=by_type[kind].cell,
        )
        for kind in kinds
    )
    total = HeatRow(
        label="Ensemble",
        cells=tuple((by_month.get(m) or zero("CH-21", mois=m)).cell for m in months),
        total=sent.cell,
    )
    return HeatMap(
        title="Alertes par type d’événement et par mois",
        unit="Nombre d’alertes, mois de l’alerte",
        corner="Type d’événement",
        columns=tuple(_short(m, months) for m in months),
        rows=rows,
        total=total,
        measure="Nombre d’alertes",
        notes=notes([sent, *by_type.values()]),
        source=source("alertes", "signataires"),
    )


def _event(kind: str) -> str:
    """« Risque de rupture »."""
    words = libelle(EVENEMENTS, kind)
    return f"{words[:1].upper()}{words[1:]}"


def _short(month: str, months: list[str]) -> str:
    """« janv. », with the year when a month comes twice."""
    name = month_name(month, short=True)
    twice = [m[-2:] for m in months].count(month[-2:]) > 1
    return f"{name} {month[2:4]}" if twice else name


def _origines(bilan: Bilan, sent: Figure) -> Block:
    """Types beside origins of the event: whoever sends the alert, the event has its own origin."""
    by_type = bilan.figures.grouped("CH-23", "type_evenement")
    by_origin = bilan.figures.grouped("CH-22", "origine_evenement")
    crossed = {
        (f.group["type_evenement"], f.group["origine_evenement"]): f
        for f in bilan.figures.by("CH-21", "type_evenement", "origine_evenement")
    }
    zero = bilan.figures.zero
    kinds = [k for k in EVENEMENTS if k in by_type] + sorted(by_type.keys() - EVENEMENTS.keys())
    origins = [k for k in ORIGINES if k in by_origin] + sorted(by_origin.keys() - ORIGINES.keys())

    def cell(kind: str, origin: str) -> Cell:
        found = crossed.get((kind, origin))
        return (found or zero("CH-21", type_evenement=kind, origine_evenement=origin)).cell

    rows = [
        Row(
            cells=(
                text(_event(kind)),
                *(cell(kind, origin) for origin in origins),
                by_type[kind].cell,
            )
        )
        for kind in kinds
    ]
    totals = (*(by_origin[origin].cell for origin in origins), sent.cell)
    if len(rows) > 1:
        rows.append(Row(cells=(text("Ensemble"), *totals), total=True))
    return Table(
        title="Alertes par type et par origine de l’événement",
        unit=typographed("Nombre d’alertes ; l’origine est celle de l’événement, non de l’alerte"),
        columns=(
            Column(label="Type d’événement"),
            *(Column(label=libelle(ORIGINES, o), kind="num", width_mm=25) for o in origins),
            Column(label="Ensemble", kind="num", width_mm=22),
        ),
        rows=tuple(rows),
        notes=notes([sent, *by_origin.values()]),
        source=source("alertes", "signataires"),
    )
