"""Chapter 7: quality checks and what followed, Qualiopi coverage and due dates."""

from __future__ import annotations

from dataclasses import replace

from reportlib.blocks import (
    Bar,
    BarChart,
    Block,
    Blocks,
    Cell,
    Column,
    Paragraph,
    Row,
    Table,
    number,
    text,
)
from reportlib.indicators.couverture import COUVERTS
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import RESULTATS_CONTROLE, THEMES_CONTROLE, libelle
from reportlib.sections.libelles_qualiopi import STATUTS_QUALIOPI
from reportlib.sections.tournures import (
    aside,
    chapter,
    lues,
    missing,
    notes,
    remarks,
    soit,
    sorted_by_size,
    source,
)
from reportlib.wording import Rich, counted, day, integer, rich, typographed

DUE = (
    ("QA-17", "Certificats qui finissent dans les {alerte} mois"),
    ("QA-17b", "dont dernière date sûre d’audit passée (moins de {limite} mois)"),
    ("QA-17c", "Certificats expirés, sans autre certificat"),
    ("QA-18", "Audits de surveillance à prévoir, fenêtre ouverte ou passée"),
)
"""What falls due: indicator, label with the delays of the parameters."""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: checks, then coverage of the financed organisations, due dates."""
    return chapter("La qualité", *_checks(bilan), *_qualiopi(bilan))


def _checks(bilan: Bilan) -> tuple[Block, ...]:
    if not bilan.provided("controles"):
        return (missing("controles"),)
    whole = bilan.one("BA-14")
    if not whole.count:
        return (Paragraph(text=_number(bilan)),)
    return (Paragraph(text=_number(bilan)), _themes(bilan, whole), _results(bilan, whole))


def _number(bilan: Bilan) -> Rich:
    """Quality checks; those of service done apart, never added (R-CTL-02)."""
    quality, service = bilan.one("BA-14"), bilan.one("BA-14b")
    return rich(
        "**{n}**{a} dans l’année. À part, et jamais additionnés : {s}.",
        n=counted(
            quality.count,
            "contrôle qualité a été mené",
            "contrôles qualité ont été menés",
            none="Aucun contrôle qualité n’a été mené",
        ),
        a=aside(quality),
        s=counted(
            service.count,
            "contrôle de service fait",
            "contrôles de service fait",
            none="aucun contrôle de service fait",
        ),
    )


def _themes(bilan: Bilan, whole: Figure) -> Block:
    figures = sorted_by_size(
        bilan.figures.by("BA-14", "theme"), "theme", ("autre", "non_renseigne")
    )
    bars = tuple(
        Bar(label=libelle(THEMES_CONTROLE, f.group["theme"]), cell=f.cell) for f in figures
    )
    return BarChart(
        title="Contrôles qualité par thème",
        unit=typographed(f"Nombre de contrôles ; base : {counted(whole.count, 'contrôle')}"),
        category="Thème",
        measure="Contrôles",
        bars=bars,
        alt=typographed(f"Contrôles qualité par thème : {lues(bars)}."),
        notes=notes(
            figures,
            rich("Un contrôle peut porter sur plusieurs thèmes : la somme peut dépasser le total."),
        ),
        source=source("controles"),
    )


def _results(bilan: Bilan, whole: Figure) -> Block:
    found = bilan.figures.grouped("BA-14", "resultat")
    columns = [k for k in RESULTATS_CONTROLE if k in found]
    return Table(
        title="Suites des contrôles qualité",
        unit="Nombre de contrôles, selon la suite inscrite au registre",
        columns=(
            Column(label="Suite"),
            *(
                Column(label=libelle(RESULTATS_CONTROLE, k), kind="num", width_mm=25)
                for k in columns
            ),
            Column(label="Ensemble", kind="num", width_mm=20),
        ),
        rows=(Row(cells=(text("Contrôles"), *(found[k].cell for k in columns), whole.cell)),),
        notes=notes([*found.values(), whole]),
        source=source("controles"),
    )


def _qualiopi(bilan: Bilan) -> tuple[Block, ...]:
    if not bilan.provided("certificats_qualiopi"):
        return (missing("certificats_qualiopi"),)
    return (*_coverage(bilan), _due(bilan))


def _coverage(bilan: Bilan) -> tuple[Block, ...]:
    """Active organisations by their status at the period's end."""
    if not bilan.provided("dossiers_ptp"):
        return (missing("dossiers_ptp"),)
    covered = bilan.one("BA-22")
    if covered.state == "sans_objet":
        none = "Aucun organisme actif dans l’année : la couverture Qualiopi est sans objet."
        return (Paragraph(text=rich(none)),)
    if not covered.exact:
        return (Paragraph(text=_covered(covered)),)
    rows = [Row(cells=(text(label), cell)) for label, cell in _statuses(bilan, covered)]
    rows.append(Row(cells=(text("Organismes actifs"), covered.base_cell), total=True))
    table = Table(
        title="Statut Qualiopi des organismes actifs",
        unit=typographed(f"Nombre d’organismes, au soir du {day(bilan.period.end)}"),
        columns=(Column(label="Statut"), Column(label="Organismes", kind="num", width_mm=30)),
        rows=tuple(rows),
        notes=notes([covered]),
        source=source("certificats_qualiopi", "dossiers_ptp"),
    )
    return (Paragraph(text=_covered(covered)), table)


def _statuses(bilan: Bilan, covered: Figure) -> list[tuple[str, Cell]]:
    """The covered as one number, then the other statuses; the small ones as one number.

    The number of the covered is published, and is made of two statuses: shown apart, one would
    give the other. What is left is never under the threshold, unless the team alone reads it.
    """
    found = bilan.figures.grouped("BA-22", "statut")
    few = 0 if bilan.interne else bilan.settings.confidentialite.seuil_organismes
    shown = [
        found[k]
        for k in STATUTS_QUALIOPI
        if k in found and k not in COUVERTS and found[k].base >= max(few, 1)
    ]
    rest = covered.base - covered.count - sum(f.base for f in shown)
    while shown and 0 < rest < few:
        smallest = min(shown, key=lambda f: f.base)
        shown.remove(smallest)
        rest += smallest.base
    lines = [("Certifiés, ou réputés l’être", covered.cell)]
    lines += [(libelle(STATUTS_QUALIOPI, f.group["statut"]), f.base_cell) for f in shown]
    if rest:
        cell = replace(number(integer(rest), rest), ref=f"BA-22|autres||{bilan.annee}|nombre")
        lines.append(("Autres statuts", cell))
    return lines


def _covered(figure: Figure) -> Rich:
    if not figure.exact:
        return rich("La couverture Qualiopi porte sur trop peu d’organismes pour être publiée (s).")
    return rich(
        "Sur {b}, **{n}** Qualiopi ou {v}" + soit(figure) + ".",
        b=counted(figure.base, "organisme actif", "organismes actifs"),
        n=counted(figure.count, "est certifié", "sont certifiés", none="aucun n’est certifié"),
        v="réputé l’être" if figure.count < 2 else "réputés l’être",
    )


def _due(bilan: Bilan) -> Table:
    choix, figures = bilan.settings.choix, [bilan.one(identifier) for identifier, _ in DUE]
    delays = {
        "alerte": integer(choix.alerte_renouvellement_mois),
        "limite": integer(choix.limite_renouvellement_mois),
    }
    any_due = any(figure.count for figure in figures)
    rows = tuple(
        Row(cells=(text(typographed(label.format(**delays))), figure.cell))
        for (_, label), figure in zip(DUE, figures, strict=True)
    )
    return Table(
        title="Échéances Qualiopi",
        unit=typographed(
            f"Organismes du registre des certificats, actifs ou non ; au {day(bilan.period.end)}"
        ),
        columns=(Column(label="Échéance"), Column(label="Organismes", kind="num", width_mm=30)),
        rows=rows,
        notes=notes(figures, *(remarks(bilan.figures.remark("QA-17")) if any_due else ())),
        source=source("certificats_qualiopi"),
    )
