"""Chapter 2: refusals by ground, and the talk with the organisation that follows."""

from __future__ import annotations

from reportlib.blocks import (
    Bar,
    BarChart,
    Block,
    Blocks,
    Column,
    FreeZone,
    Note,
    Paragraph,
    Row,
    Table,
    text,
)
from reportlib.rules.statistiques import BASE_MIN
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import duree
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import MOTIFS_REFUS, libelle
from reportlib.sections.tournures import (
    absente,
    aside,
    chapter,
    lues,
    missing,
    notes,
    soit,
    sorted_by_size,
    source,
)
from reportlib.wording import Rich, counted, day, integer, percent, rich, typographed

BUDGET = "budget_priorites"
LAST = ("autre", "non_renseigne")


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region: grounds, budget apart, exchanges."""
    title = "Les refus et le dialogue qui suit"
    if not bilan.provided("dossiers_ptp"):
        return chapter(title, missing("dossiers_ptp"))
    grounds = _grounds(bilan) if bilan.one("BA-04").count else None
    return chapter(title, Paragraph(text=_total(bilan)), grounds, _exchanges(bilan))


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation: its refusals, grounds under secrecy, follow-up."""
    if bilan.bref:
        return Blocks()
    title = "Vos refus et nos échanges"
    if not bilan.provided("dossiers_ptp"):
        return chapter(title, missing("dossiers_ptp"))
    grounds = _grounds(bilan) if bilan.one("BA-04").count else None
    return chapter(
        title,
        Paragraph(text=_total(bilan)),
        grounds,
        _exchanges(bilan),
        *_charter(bilan),
        FreeZone(title="Rappel des attendus de la commission", lines=1),
    )


def _total(bilan: Bilan) -> Rich:
    whole, own = bilan.one("BA-04"), bilan.organisme is not None
    if not whole.count:
        return rich(
            "Votre organisme n’a reçu aucun refus dans l’année."
            if own
            else "Aucun dossier n’a été refusé dans l’année."
        )
    first = "Votre organisme a reçu **{n}**{a} dans l’année" if own else "**{n}**{a} dans l’année"
    budget = bilan.figures.grouped("BA-04", "motif_refus").get(BUDGET)
    if budget is None or not budget.count:
        return rich(first + ".", n=counted(whole.count, "refus", "refus"), a=aside(whole))
    return rich(
        first + ", dont **{b}** pour une raison de budget ou de priorité, qui ne dit rien de la "
        "qualité du parcours : montré à part.",
        n=counted(whole.count, "refus", "refus"),
        a=aside(whole),
        b=integer(budget.count),
    )


def _grounds(bilan: Bilan) -> Block:
    by_ground = bilan.figures.grouped("BA-04", "motif_refus")
    others = [f for k, f in by_ground.items() if k != BUDGET]
    ordered = sorted_by_size(others, "motif_refus", LAST)
    base = sum(f.count for f in others) if all(f.exact for f in others) else None
    bars = tuple(_bar(f, base) for f in ordered)
    apart = (_bar(by_ground[BUDGET], None),) if BUDGET in by_ground else ()
    unit = "Nombre de refus"
    if base:
        unit += f", et part des {integer(base)} refus hors budget"
    return BarChart(
        title="Refus par motif",
        unit=unit,
        category="Motif",
        measure="Refus",
        bars=bars,
        apart=apart,
        tight=bilan.organisme is not None,
        alt=typographed(
            f"Refus par motif : {lues(bars)}." + (f" À part : {lues(apart)}." if apart else "")
        ),
        notes=notes(
            [*ordered, *([by_ground[BUDGET]] if apart else [])],
            rich(
                "Un dossier refusé deux fois pour deux motifs compte une fois sous chacun. "
                "En gris : refus budgétaires, hors des parts."
                if apart
                else "Un dossier refusé deux fois pour deux motifs compte une fois sous chacun."
            ),
        ),
        source=source("dossiers_ptp"),
    )


def _bar(figure: Figure, base: int | None) -> Bar:
    rate = 100 * figure.count / base if base and figure.exact and base >= BASE_MIN else None
    label = libelle(MOTIFS_REFUS, figure.group["motif_refus"])
    return Bar(label=label, cell=figure.cell, share="" if rate is None else percent(rate),
               rate=rate)  # fmt: skip


def _exchanges(bilan: Bilan) -> Block:
    """Refusals on a criterion followed by an exchange (BA-05)."""
    if not bilan.provided("echanges_refus"):
        return missing("echanges_refus")
    figure = bilan.one("BA-05")
    if not figure.exact:
        return Paragraph(text=rich("Aucun refus sur critère dans l’année."))
    return Paragraph(
        text=rich(
            "Sur {b} sur critère, **{n}** d’un échange avec l’organisme" + soit(figure) + ".",
            b=counted(figure.base, "refus", "refus"),
            n=counted(figure.count, "a été suivi", "ont été suivis", none="aucun n’a été suivi"),
        )
    )


def _charter(bilan: Bilan) -> tuple[Block, ...]:
    """The follow-up of refusals on the charter's ground, shown one by one to the organisation."""
    needed = ("signataires", "echanges_refus")
    if gone := absente(bilan, *needed):
        return (gone,)
    refusals = bilan.one("CH-16")
    if refusals.state == "reconduction":
        return (
            Note(
                title="Suivi de la charte",
                text=rich(
                    "La charte est conclue jusqu’au {f} ; reconduction non renseignée : les refus "
                    "au motif de la charte (cohérence du parcours) ne sont pas suivis ici après "
                    "cette date.",
                    f=day(bilan.settings.charte.terme),
                ),
            ),
        )
    if not refusals.count:
        return (Paragraph(text=rich("Aucun refus au motif de la charte dans l’année.")),)
    return (_charter_table(bilan),)


def _charter_table(bilan: Bilan) -> Table:
    measures = (
        ("CH-16", "Refus au motif de la charte"),
        ("CH-17", "dont suivis d’un contact"),
        ("CH-18", "dont contact complet (motif, attendus, piste)"),
        ("CH-20", "dont suivis d’un nouveau dossier"),
    )
    figures = [bilan.one(identifier) for identifier, _ in measures]
    rows = tuple(
        Row(cells=(text(label), figure.cell))
        for (_, label), figure in zip(measures, figures, strict=True)
    )
    delay = bilan.one("CH-19")
    said = (
        (rich("Délai de la commission au premier contact : {d}.", d=duree(delay)),)
        if delay.exact
        else ()
    )
    return Table(
        title="Refus au motif de la charte, et ce qui a suivi",
        unit="Dossiers",
        columns=(Column(label="Étape"), Column(label="Dossiers", kind="num", width_mm=30)),
        rows=rows,
        notes=notes(figures, *said),
        source=source("dossiers_ptp", "echanges_refus", "signataires"),
    )
