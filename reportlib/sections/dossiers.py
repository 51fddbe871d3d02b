"""Chapter 1: the PTP files of the year, each count at its own date, then the cohort filed."""

from __future__ import annotations

from datetime import timedelta

from reportlib.blocks import (
    Block,
    Blocks,
    Column,
    Funnel,
    LineChart,
    Note,
    Paragraph,
    Row,
    Series,
    Step,
    Table,
    absent,
    text,
)
from reportlib.periods import add_months
from reportlib.rules.recours import RECOURS_MOIS, REPONSE_MOIS
from reportlib.rules.statistiques import BASE_MIN
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import CERTIFICATIONS, ETAPES, libelle
from reportlib.sections.tournures import (
    aside,
    chapter,
    left_out,
    lues,
    missing,
    notes,
    soit,
    source,
)
from reportlib.wording import (
    MONTHS,
    Rich,
    counted,
    day,
    integer,
    listed,
    month,
    month_name,
    percent,
    plain,
    rich,
    spelled,
    typographed,
)

OF_BEFORE = ("", "des déposés", "des passés", "des décidés")
"""What the share of each step of the cohort is of (BA-27)."""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region: cohort, months, certifications, positioning."""
    title = "Les PTP de l’année"
    if not bilan.provided("dossiers_ptp"):
        return chapter(title, missing("dossiers_ptp"))
    return chapter(
        title,
        Paragraph(text=_out_of_base(bilan)),
        _funnel(bilan, "déposés dans l’année"),
        Paragraph(
            text=rich(
                "Les chiffres clés comptent les événements de l’année ; l’entonnoir suit les "
                "dossiers déposés dans l’année. Les deux ne se recoupent pas."
            )
        ),
        _appeals(bilan),
        _monthly(bilan),
        _certifications(bilan),
        _priorities(bilan),
        _positioning(bilan),
    )


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation: its cohort, certifications, positioning."""
    if bilan.bref:
        return Blocks()
    title = "Vos dossiers"
    if not bilan.provided("dossiers_ptp"):
        return chapter(title, missing("dossiers_ptp"))
    return chapter(
        title,
        _funnel(bilan, "que vous avez déposés dans l’année"),
        _certifications(bilan),
        _appeals(bilan),
    )


def _out_of_base(bilan: Bilan) -> Rich:
    """How many examined files were decided, and what became of the others."""
    examined, decided = bilan.one("BA-02"), bilan.one("BA-03")
    if not examined.count:
        return rich("Aucun dossier{a} n’a été examiné dans l’année.", a=aside(examined))
    others = left_out(bilan.figures.left_out("BA-03"))
    if not others:
        return rich("La commission a décidé pour tous les dossiers examinés.")
    return rich(
        "La commission a décidé pour {d} des {n}{a}. Hors du taux d’accord : {o}.",
        d=integer(decided.base),
        n=counted(examined.count, "dossier examiné", "dossiers examinés"),
        a=aside(examined),
        o=others,
    )


def _funnel(bilan: Bilan, whose: str) -> Block:
    found = bilan.figures.grouped("BA-27", "etape")
    figures = [found.get(step, bilan.figures.zero("BA-27", etape=step)) for step in ETAPES]
    if not figures[0].count:
        return Paragraph(text=rich(f"Aucun dossier {whose.replace('déposés', 'déposé')}."))
    steps = []
    shown = zip(ETAPES.values(), OF_BEFORE, figures, [None, *figures[:-1]], strict=True)
    for label, of, figure, before in shown:
        share, rate = "", None
        if before and before.count >= BASE_MIN:
            rate = 100 * figure.count / before.count
            share = f"{percent(rate)} {of}"
        steps.append(Step(label=label, cell=figure.cell, share=share, rate=rate))
    others = left_out(bilan.figures.left_out("BA-27"))
    return Funnel(
        title="Du dépôt à l’accord",
        unit=typographed(
            f"Dossiers {whose}, et part de l’étape précédente ; état au {day(bilan.period.end)}"
        ),
        steps=tuple(steps),
        alt=typographed(
            f"Entonnoir des dossiers {whose}, état au {day(bilan.period.end)} : {lues(steps)}."
        ),
        notes=notes(figures, *((rich("À côté : {o}.", o=others),) if others else ())),
        source=source("dossiers_ptp"),
    )


def _appeals(bilan: Bilan) -> Block | None:
    """The months whose decisions may still change: appeal, then answer (R. 6323-15 and 16)."""
    end = bilan.period.end
    if not bilan.one("BA-03").base:
        return None
    first = add_months(end + timedelta(days=1), -(RECOURS_MOIS + REPONSE_MOIS))
    if first < bilan.period.start:
        return None
    months = [MONTHS[m - 1] for m in range(first.month, end.month + 1)]
    return Note(
        title="Recours en cours",
        text=rich(
            "Les décisions de {m} {y} peuvent encore changer : {a} mois pour former un recours, "
            "{b} mois pour y répondre.",
            m=listed(months),
            y=end.year,
            a=spelled(RECOURS_MOIS),
            b=spelled(REPONSE_MOIS),
        ),
    )


def _monthly(bilan: Bilan) -> Block | None:
    months = bilan.period.months
    if len(months) < 4 or not bilan.one("BA-02").count:
        return None
    examined, granted = (
        bilan.figures.grouped(identifier, "mois") for identifier in ("BA-02", "BA-03")
    )

    def line(name: str, identifier: str, by_month: dict[str, Figure]) -> Series:
        zero = bilan.figures.zero
        cells = [by_month.get(m, zero(identifier, mois=m)).cell for m in months]
        return Series(name=name, cells=tuple(cells), total=bilan.one(identifier).cell)

    series = (line("Accordés", "BA-03", granted), line("Examinés", "BA-02", examined))
    said = " ".join(
        f"Dossiers {s.name.lower()} : "
        + ", ".join(
            f"{month_name(m)} {plain(cell.text)}" for m, cell in zip(months, s.cells, strict=True)
        )
        + "."
        for s in (series[1], series[0])
    )
    figures = [bilan.one("BA-02"), bilan.one("BA-03")]
    return LineChart(
        title="Dossiers examinés et accordés, par mois",
        unit="Nombre de dossiers, mois de la commission",
        labels=tuple(month_name(m, short=True) for m in months),
        full_labels=tuple(month(m) for m in months),
        series=series,
        alt=typographed(f"Courbe mensuelle. {said}"),
        notes=notes(figures),
        source=source("dossiers_ptp"),
    )


def _certifications(bilan: Bilan) -> Block | None:
    figures = bilan.figures
    if not bilan.one("BA-02").count:
        return None
    examined = figures.grouped("BA-02", "type_certification")
    rates = figures.grouped("BA-03", "type_certification")
    present = [k for k in CERTIFICATIONS if k in examined] + sorted(
        k for k in examined if k not in CERTIFICATIONS
    )
    rows, shown = [], []
    for kind in present:
        rate = rates.get(kind)
        shown += [examined[kind], *([rate] if rate else [])]
        rows.append(_certification_row(libelle(CERTIFICATIONS, kind), examined[kind], rate))
    whole = (bilan.one("BA-02"), bilan.one("BA-03"))
    total = _certification_row("Ensemble", *whole)
    rows.append(Row(cells=total.cells, total=True))
    return Table(
        title="Dossiers par type de certification visée",
        unit="Dossiers examinés, et taux d’accord des dossiers décidés",
        columns=(
            Column(label="Certification visée"),
            Column(label="Examinés", kind="num", width_mm=24),
            Column(label="Décidés", kind="num", width_mm=24),
            Column(label="Accordés", kind="num", width_mm=24),
            Column(label="Taux d’accord (en\u00a0%)", kind="num", width_mm=30),
        ),
        rows=tuple(rows),
        notes=notes([*shown, *whole], *_few_decided(rates)),
        source=source("dossiers_ptp"),
    )


def _certification_row(label: str, examined: Figure, rate: Figure | None) -> Row:
    """A row of counts; its percentage is left out on fewer than ten files."""
    if rate is None:
        cells = (absent("sans_objet"),) * 3
    else:
        cells = (
            rate.base_cell,
            rate.cell if rate.exact else absent(rate.state),
            absent("sans_objet") if rate.small else rate.rate_cell,
        )
    return Row(cells=(text(label), examined.cell, *cells))


def _few_decided(rates: dict[str, Figure]) -> tuple[Rich, ...]:
    if not any(rate.small for rate in rates.values()):
        return ()
    return (rich("Sous 10 dossiers décidés, le taux n’est pas donné (s. o.)."),)


def _priorities(bilan: Bilan) -> Block | None:
    """Blocks of competences and their priority: the fifth is expected (R-PTP-11)."""
    by_priority = {
        k: f.count
        for k, f in bilan.figures.grouped("BA-06", "priorite").items()
        if k != "non_renseigne"
    }
    if not by_priority:
        return None
    parts = [
        f"priorité {k}, {counted(n, 'dossier')}"
        for k, n in sorted(by_priority.items(), key=lambda item: float(item[0]))
    ]
    return Paragraph(
        text=rich(
            "Dossiers accordés dont la priorité de financement est renseignée : {p}.",
            p=typographed(" ; ".join(parts)),
        )
    )


def _positioning(bilan: Bilan) -> Block:
    figure = bilan.one("BA-19")
    if not figure.exact:
        return Paragraph(
            text=rich("Le positionnement préalable n’est renseigné dans aucun dossier déposé.")
        )
    out = bilan.figures.left_out("BA-19")
    unknown = sum(out.values())
    tail = (
        f" ; {counted(unknown, 'dossier ne le renseigne pas', 'dossiers ne le renseignent pas')}"
        if unknown
        else ""
    )
    return Paragraph(
        text=rich(
            "Le positionnement préalable est fourni dans **{n}** sur {b}"
            + soit(figure)
            + tail
            + ".",
            n=counted(figure.count, "dossier"),
            b=counted(figure.base, "déposé et renseigné", "déposés et renseignés"),
        )
    )
