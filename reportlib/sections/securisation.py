"""Chapter 5: interventions, ruptures, paths that reach their end."""

from __future__ import annotations

from reportlib.blocks import Bar, BarChart, Block, Blocks, Column, Paragraph, Row, Table, text
from reportlib.rules.statistiques import BASE_MIN
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import CAUSES, ISSUES, libelle
from reportlib.sections.tournures import (
    aside,
    chapter,
    lues,
    missing,
    notes,
    soit,
    sorted_by_size,
    source,
)
from reportlib.wording import counted, day, percent, rich, typographed

SHOWN_ISSUES = (
    "maintien",
    "maintien_amenage",
    "suspension",
    "rupture",
    "sans_suite",
    "en_cours",
    "non_renseigne",
)


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region: interventions, ruptures, ends of paths."""
    title = "La sécurisation des parcours"
    interventions: tuple[Block | None, ...] = (missing("interventions"),)
    if bilan.provided("interventions"):
        interventions = (*_interventions(bilan), _outcome(bilan), _procedure(bilan))
    paths: tuple[Block | None, ...] = (missing("dossiers_ptp"),)
    if bilan.provided("dossiers_ptp"):
        paths = (_causes(bilan), _cohort(bilan), _ends(bilan))
    return chapter(title, *interventions, *paths)


def _interventions(bilan: Bilan) -> tuple[Block, ...]:
    """Situations by cause, then by issue: crossed, most cells would have to be withheld."""
    whole = bilan.one("BA-10")
    if not whole.count:
        none = rich("Aucune situation d’intervention n’a été ouverte dans l’année.")
        return (Paragraph(text=none),)
    causes = sorted_by_size(bilan.figures.by("RP-11", "cause"), "cause", ("non_renseignee",))
    return (_causes_of_interventions(whole, causes), _issues(bilan, whole))


def _causes_of_interventions(whole: Figure, causes: list[Figure]) -> BarChart:
    bars = tuple(Bar(label=libelle(CAUSES, f.group["cause"]), cell=f.cell) for f in causes)
    return BarChart(
        title="Situations d’intervention par cause",
        unit="Nombre de situations ouvertes dans l’année",
        category="Cause",
        measure="Situations",
        bars=bars,
        alt=_alt("Situations d’intervention par cause", bars, whole),
        notes=notes([*causes, whole], rich("Ensemble : {n}.", n=_situations(whole))),
        source=source("interventions"),
    )


def _issues(bilan: Bilan, whole: Figure) -> Table:
    issues = bilan.figures.grouped("BA-10", "issue")
    columns = [k for k in SHOWN_ISSUES if k in issues]
    cells = tuple(issues[k].cell for k in columns)
    return Table(
        title="Issue des situations ouvertes dans l’année",
        unit=typographed(f"Nombre de situations, état au {day(bilan.period.end)}"),
        columns=(
            Column(label="Issue"),
            *(Column(label=libelle(ISSUES, k), kind="num", width_mm=19) for k in columns),
            Column(label="Ensemble", kind="num", width_mm=20),
        ),
        rows=(Row(cells=(text("Situations"), *cells, whole.cell)),),
        notes=notes([*issues.values(), whole]),
        source=source("interventions"),
    )


def _situations(whole: Figure) -> str:
    return counted(whole.count, "situation") + aside(whole)


def _alt(title: str, bars: tuple[Bar, ...], whole: Figure) -> str:
    """The alternative of a figure, made from its numbers."""
    return typographed(f"{title} : {lues(bars)}. Ensemble : {whole.shown}.")


def _outcome(bilan: Bilan) -> Block | None:
    kept = bilan.one("BA-11")
    if not kept.exact:
        return None
    return Paragraph(
        text=rich(
            "Parmi {b} dans l’année par un maintien ou une rupture, **{n}** par un maintien dans "
            "le parcours" + soit(kept) + ".",
            b=counted(kept.base, "situation close", "situations closes"),
            n=counted(kept.count, "l’a été", "l’ont été", none="aucune ne l’a été"),
        )
    )


def _procedure(bilan: Bilan) -> Block | None:
    """The call, the agreement, the contact: for the team alone (RP-12)."""
    if not bilan.interne or not bilan.one("RP-12").base:
        return None
    called, agreed_to = bilan.one("RP-12"), bilan.one("RP-12b")
    before, without = bilan.one("RP-12d"), bilan.one("RP-12c")
    rows = (
        ("Stagiaire appelé", called.cell, called.base_cell),
        ("Accord du stagiaire, parmi les appelés", agreed_to.cell, agreed_to.base_cell),
        ("Prestataire contacté avant l’appel (cible : 0)", before.cell, called.base_cell),
        ("Prestataire contacté sans accord (cible : 0)", without.cell, called.base_cell),
    )
    return Table(
        title="Procédure des interventions, usage interne",
        unit="Nombre de situations ouvertes dans l’année",
        columns=(
            Column(label="Étape"),
            Column(label="Situations", kind="num", width_mm=26),
            Column(label="sur", kind="num", width_mm=18),
        ),
        rows=tuple(Row(cells=(text(typographed(label)), *cells)) for label, *cells in rows),
        notes=notes([called, agreed_to, before, without]),
        source=source("interventions"),
    )


def _cause(figure: Figure, known: int) -> Bar:
    """A cause's bar, with its share of the ruptures whose cause is known."""
    cause = figure.group["cause_rupture"]
    label = libelle(CAUSES, cause)
    if known < BASE_MIN or cause == "non_renseignee":
        return Bar(label=label, cell=figure.cell)
    rate = 100 * figure.count / known
    return Bar(label=label, cell=figure.cell, share=percent(rate), rate=rate)


def _causes(bilan: Bilan) -> Block | None:
    whole = bilan.one("RP-01")
    if not whole.count:
        return Paragraph(text=rich("Aucun parcours n’a été rompu dans l’année."))
    figures = bilan.figures.by("RP-01", "cause_rupture")
    ordered = sorted_by_size(figures, "cause_rupture", ("non_renseignee",))
    known = bilan.one("RP-04").base if all(f.exact for f in ordered) else 0
    bars = tuple(_cause(f, known) for f in ordered)
    unit = "Nombre de parcours rompus dans l’année"
    if known >= BASE_MIN:
        unit += f", et part des {counted(known, 'cause renseignée', 'causes renseignées')}"
    return BarChart(
        title="Ruptures par cause",
        unit=unit,
        category="Cause",
        measure="Parcours",
        bars=bars,
        alt=_alt("Ruptures par cause", bars, whole),
        notes=notes([*ordered, whole], rich("Ensemble : {n}.", n=counted(whole.count, "rupture"))),
        source=source("dossiers_ptp"),
    )


def _cohort(bilan: Bilan) -> Block | None:
    """Ruptures of those who entered in the year, read at its end; provisional while some go on."""
    cohort = bilan.one("RP-02")
    if not cohort.exact:
        return None
    return Paragraph(
        text=rich(
            "Cohorte : sur {b} en formation dans l’année, **{n}** au {f}"
            + soit(cohort)
            + ". Ce taux est provisoire : des parcours sont encore en cours.",
            b=counted(cohort.base, "parcours entré", "parcours entrés"),
            n=counted(cohort.count, "est rompu", "sont rompus", none="aucun n’est rompu"),
            f=day(bilan.period.end),
        )
    )


def _ends(bilan: Bilan) -> Block | None:
    """Paths that ended in the year, and certifications obtained."""
    ended, certified = bilan.one("BA-23"), bilan.one("BA-24")
    if not ended.exact:
        return None
    first = "Fins de parcours de l’année : **{n}** sur {b}" + soit(ended)
    second = ""
    if certified.exact:
        second = (
            " Parmi les parcours achevés dont le résultat est connu, {c} sur {k}"
            + soit(certified)
            + "."
        )
    undated = notes([f for f in (ended, certified) if f.etat_import])
    tail = " Le statut du parcours est un état à l’import." if undated else ""
    return Paragraph(
        text=rich(
            first + "." + second + tail,
            n=counted(ended.count, "achevé", "achevés", none="aucun achevé"),
            b=counted(ended.base, "achevé ou rompu", "achevés ou rompus"),
            c=counted(
                certified.count,
                "certification obtenue en totalité",
                "certifications obtenues en totalité",
                none="aucune certification obtenue",
            ),
            k=counted(certified.base, "résultat", "résultats"),
        )
    )
