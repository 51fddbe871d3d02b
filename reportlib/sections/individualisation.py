"""Chapter 3: individualised paths, and the proposals of path engineering."""

from __future__ import annotations

from reportlib.blocks import (
    Bar,
    BarChart,
    Block,
    Blocks,
    Column,
    Note,
    Paragraph,
    Row,
    Table,
    absent,
    share,
    text,
)
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import MODALITES, SIGNATURES, libelle
from reportlib.sections.tournures import (
    aside,
    beside,
    chapter,
    lues,
    missing,
    notes,
    soit,
    sorted_by_size,
    source,
)
from reportlib.wording import Rich, agreed, counted, day, rich, typographed


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region: signatories beside the others, forms, proposals."""
    title = "L’individualisation"
    if not bilan.provided("dossiers_ptp"):
        return chapter(title, missing("dossiers_ptp"), _proposals(bilan, ""))
    return chapter(title, *_shares(bilan), _forms(bilan), _proposals(bilan, ""))


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation: its share, forms, proposals and answers."""
    if bilan.bref:
        return Blocks()
    title = "Vos parcours individualisés"
    if not bilan.provided("dossiers_ptp"):
        return chapter(title, missing("dossiers_ptp"), _proposals(bilan, " de votre organisme"))
    return chapter(
        title,
        Paragraph(text=_own_share(bilan)),
        _forms(bilan),
        _proposals(bilan, " de votre organisme"),
    )


def _own_share(bilan: Bilan) -> Rich:
    own = bilan.one("BA-07")
    if not own.exact:
        return rich("Le parcours aménagé n’est renseigné dans aucun dossier examiné.")
    region = beside(bilan, "BA-07") if bilan.organisme else ""
    beside_it = f" {region}." if region else ""
    return rich(
        "**{n}** sur {b}" + soit(own) + "." + beside_it,
        n=counted(
            own.count,
            "parcours individualisé",
            "parcours individualisés",
            none="Aucun parcours individualisé",
        ),
        b=counted(own.base, "dossier examiné et renseigné", "dossiers examinés et renseignés"),
    )


def _shares(bilan: Bilan) -> tuple[Block, ...]:
    """The share of individualised paths; beside signatories, when the charter is in force."""
    whole = bilan.one("BA-07")
    said = Paragraph(text=_own_share(bilan))
    if not whole.exact:
        return (said,)
    if not bilan.provided("signataires"):
        return (said, missing("signataires"))
    groups = bilan.figures.grouped("BA-07", "signataire")
    if "reconduction_non_renseignee" in groups:
        return (said, _lapsed(bilan))
    shown = [groups[k] for k in SIGNATURES if k in groups]
    rows = [_share_row(libelle(SIGNATURES, f.group["signataire"]), f) for f in shown]
    rows.append(Row(cells=_share_row("Ensemble", whole).cells, total=True))
    table = Table(
        title="Parcours individualisés, organismes signataires et non signataires",
        unit="Dossiers examinés où le parcours aménagé est renseigné",
        columns=(
            Column(label="Organismes", width_mm=52),
            Column(label="Renseignés", kind="num", width_mm=24),
            Column(label="Individualisés", kind="num", width_mm=26),
            Column(label="Part (en\u00a0%)", kind="num", width_mm=24),
            Column(label="0 à 100\u00a0%", kind="bar"),
        ),
        rows=tuple(rows),
        notes=notes(
            [*shown, whole],
            rich("Ces parts décrivent la période ; elles ne démontrent pas un effet de la charte."),
        ),
        source=source("dossiers_ptp", "signataires"),
    )
    return (said, table)


def _lapsed(bilan: Bilan) -> Note:
    """After the charter's end, renewal not recorded: nobody can be told a signatory (R-CH-12)."""
    return Note(
        title="Signataires",
        text=rich(
            "La charte est conclue jusqu’au {f} ; reconduction non renseignée : signataires et "
            "non-signataires ne sont pas distingués après cette date.",
            f=day(bilan.settings.charte.terme),
        ),
    )


def _share_row(label: str, figure: Figure) -> Row:
    if not figure.exact:
        gone = absent(figure.state)
        return Row(cells=(text(label), gone, gone, gone, share(None)))
    return Row(
        cells=(
            text(label),
            figure.base_cell,
            figure.cell,
            figure.rate_cell,
            share((figure.value or 0.0) / 100),
        )
    )


def _forms(bilan: Bilan) -> Block | None:
    """Forms of adaptation of the individualised files; several a file."""
    whole = bilan.one("BA-07")
    if not whole.count:
        return None
    figures = [f for f in bilan.figures.by("BA-07", "amenagements") if f.count or not f.exact]
    ordered = sorted_by_size(figures, "amenagements", ("autre", "non_renseigne"))
    if len(ordered) < 2:
        return None
    bars = tuple(
        Bar(label=libelle(MODALITES, f.group["amenagements"]), cell=f.cell) for f in ordered
    )
    return BarChart(
        title="Formes d’individualisation",
        unit=typographed(f"Nombre de dossiers ; base : {counted(whole.count, 'dossier')}"),
        category="Forme",
        measure="Dossiers",
        bars=bars,
        tight=bilan.organisme is not None,
        alt=typographed(f"Formes d’individualisation : {lues(bars)}."),
        notes=notes(
            ordered,
            rich("Un dossier peut porter plusieurs formes : la somme peut dépasser le total."),
        ),
        source=source("dossiers_ptp"),
    )


def _proposals(bilan: Bilan, whose: str) -> Block:
    if not bilan.provided("propositions"):
        return missing("propositions")
    studied = bilan.one("BA-12")
    forms = [
        f
        for f in sorted_by_size(bilan.figures.by("BA-12", "modalites"), "modalites")
        if f.count and f.group["modalites"] != "non_renseigne"
    ]
    named = ""
    if forms and studied.count:
        parts = [f"{libelle(MODALITES, f.group['modalites']).lower()} ({f.shown})" for f in forms]
        named = " Formes citées, plusieurs par proposition : " + ", ".join(parts) + "."
    return Paragraph(
        text=rich(
            "**{n}** d’ingénierie{w}{a} {v} dans l’année."
            + named.replace("{", "").replace("}", ""),
            n=counted(studied.count, "proposition", none="Aucune proposition"),
            w=whose,
            v=agreed(studied.count, "a été étudiée", "ont été étudiées")
            if studied.count
            else "n’a été étudiée",
            a=aside(studied),
        )
    )
