"""Note on ruptures, chapter 1: by cause, then two rates whose bases differ."""

from __future__ import annotations

from reportlib.blocks import Bar, BarChart, Block, Blocks, Paragraph
from reportlib.rules.bonnes_pratiques import causes
from reportlib.sections.bilan import Bilan
from reportlib.sections.documents import manque
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import CAUSES, libelle
from reportlib.sections.tournures import (
    chapter,
    left_out,
    lues,
    notes,
    soit,
    sorted_by_size,
    source,
)
from reportlib.wording import Rich, counted, day, joined, rich, typographed

UNKNOWN = "non_renseignee"


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: ruptures by cause, cohort and flow side by side, never compared."""
    title = "Les ruptures de l’année"
    if line := manque(bilan, "RP-01"):
        return chapter(title, line)
    return chapter(title, _causes(bilan), _rates(bilan))


def _causes(bilan: Bilan) -> Block:
    whole = bilan.one("RP-01")
    if not whole.count:
        return Paragraph(text=rich("Aucun parcours n’a été rompu dans l’année."))
    figures = bilan.figures.grouped("RP-01", "cause_rupture")
    every = [
        figures.get(cause) or bilan.figures.zero("RP-01", cause_rupture=cause)
        for cause in (*causes(), UNKNOWN)
        if cause in figures or (cause != UNKNOWN and _known(figures))
    ]
    ordered = sorted_by_size(every, "cause_rupture", (UNKNOWN,))
    known = bilan.one("RP-04")
    shares = bilan.figures.grouped("RP-04", "cause_rupture") if _shared(known) else {}
    bars = tuple(_bar(f, shares.get(f.group["cause_rupture"])) for f in ordered)
    unit = "Nombre de parcours rompus dans l’année"
    if shares:
        unit += f", et part des {counted(known.base, 'cause renseignée', 'causes renseignées')}"
    return BarChart(
        title="Ruptures par cause",
        unit=unit,
        category="Cause",
        measure="Parcours",
        bars=bars,
        alt=typographed(f"Ruptures par cause : {lues(bars)}. Ensemble : {whole.shown}."),
        notes=notes([*ordered, whole], *_apart(bilan)),
        source=source("dossiers_ptp"),
    )


def _known(figures: dict[str, Figure]) -> bool:
    """Whether every cause is shown: a withheld one must not be told from a 0 by its absence."""
    return all(figure.exact for figure in figures.values())


def _shared(known: Figure) -> bool:
    """Whether shares of the known causes may be read."""
    return known.exact and not known.small and known.base > 0


def _bar(figure: Figure, share: Figure | None) -> Bar:
    label = libelle(CAUSES, figure.group["cause_rupture"])
    if share is None or not share.exact or not figure.exact:
        return Bar(label=label, cell=figure.cell)
    return Bar(label=label, cell=figure.cell, share=share.shown, rate=share.value)


def _apart(bilan: Bilan) -> tuple[Rich, ...]:
    """Ruptures without a date, which are in no year."""
    undated = {k: n for k, n in bilan.figures.left_out("RP-01").items() if n}
    return (rich("À part : {n}.", n=left_out(undated)),) if undated else ()


def _rates(bilan: Bilan) -> Block:
    """The two rates, each with its base, and why they are not compared."""
    cohort, flow = bilan.one("RP-02"), bilan.one("RP-03")
    said = joined(
        (
            _rate(cohort, "Cohorte", "parcours entré en formation", _ENTRES),
            _provisional(bilan, cohort),
            _rate(flow, "Flux", "parcours présent au moins un jour", _PRESENTS),
            rich("Ces deux taux n’ont pas la même base : ils ne se comparent pas."),
        )
    )
    return Paragraph(text=said)


_ENTRES = "parcours entrés en formation"
_PRESENTS = "parcours présents au moins un jour"


def _rate(figure: Figure, name: str, one: str, several: str) -> Rich:
    if not figure.exact or not figure.base:
        return rich("**{name}** : s. o., aucun {one} dans l’année.", name=name, one=one)
    return rich(
        "**{name}** : sur {b} dans l’année, {n}{share}.",
        name=name,
        b=counted(figure.base, one, several),
        n=counted(figure.count, "est rompu", "sont rompus", none="aucun n’est rompu"),
        share=soit(figure),
    )


def _provisional(bilan: Bilan, cohort: Figure) -> Rich:
    """How many of the cohort are still under way: its rate can only grow."""
    running = bilan.figures.grouped("RP-02", "parcours").get("en_cours") if cohort.exact else None
    if running is None or not running.base:
        return ()
    return rich(
        "Ce taux est provisoire : {n} en cours au {d} (état à l’import).",
        n=counted(running.base, "parcours est encore", "parcours sont encore"),
        d=day(bilan.period.end),
    )
