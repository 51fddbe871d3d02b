"""Note on ruptures, chapter 2: check-lists, what followed with and without, obstacles noted."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Column, Note, Paragraph, Row, Table, text
from reportlib.rules import check_lists
from reportlib.rules.bonnes_pratiques import repere
from reportlib.rules.statistiques import ecart, taux
from reportlib.sections.bilan import Bilan
from reportlib.sections.documents import manque, taux_cell
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import FREINS
from reportlib.sections.statistiques import phrase_ecart, sans_effet
from reportlib.sections.tournures import aside, chapter, left_out, notes, sorted_by_size, source
from reportlib.wording import Rich, agreed, counted, day, integer, percent, rich, typographed


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: coverage, ruptures with and without a check-list, mark, obstacles."""
    title = "Les check-lists avant l’entrée"
    mark = Note(title="Repère, Aquitaine.", text=_mark())
    if line := manque(bilan, "RP-05"):
        return chapter(title, line, mark)
    if not bilan.one("RP-05").count:
        none = Paragraph(text=rich("Aucun stagiaire n’a eu de check-list dans l’année."))
        return chapter(title, none, mark)
    return chapter(title, _coverage(bilan), _compared(bilan), _gap(bilan), mark, _obstacles(bilan))


def _coverage(bilan: Bilan) -> Block:
    """How many were given one, and how many entries it came before."""
    if line := manque(bilan, "RP-07"):
        return line
    given, covered = bilan.one("RP-05"), bilan.one("RP-07")
    late = bilan.figures.grouped("RP-07", "moment").get(check_lists.TARDIVE)
    apart = left_out(bilan.figures.left_out("RP-05"))
    said = "**{n}**{a} {v} une check-list dans l’année"
    said += " (à part : {apart})." if apart else "."
    if covered.exact:
        said += (
            " Sur {b} en formation, **{k}** d’une check-list"
            + (f", soit {covered.shown}" if not covered.small else "")
            + (" ; {l} l’entrée." if late is not None and late.base else ".")
        )
    return Paragraph(
        text=rich(
            said,
            n=counted(given.count, "stagiaire"),
            v=agreed(given.count, "a eu", "ont eu"),
            a=aside(given),
            apart=apart,
            b=counted(covered.base, "entrée"),
            k=counted(
                covered.count, "a été précédée", "ont été précédées", none="aucune n’a été précédée"
            ),
            l=counted(
                late.base if late else 0,
                "check-list a été passée après",
                "check-lists ont été passées après",
            ),
        )
    )


def _groups(bilan: Bilan) -> tuple[tuple[str, Figure], ...]:
    return (
        ("Stagiaires dont la check-list a été passée dans l’année", bilan.one("RP-06")),
        ("Entrés dans l’année sans check-list connue", bilan.one("RP-06b")),
    )


def _compared(bilan: Bilan) -> Block:
    groups = _groups(bilan)
    return Table(
        title="Ruptures avec et sans check-list",
        unit=typographed(
            f"Ruptures connues au {day(bilan.period.end)} ; taux en %, intervalle à 95 %"
        ),
        columns=(
            Column(label="Groupe"),
            Column(label="Ruptures", kind="num", width_mm=20),
            Column(label="Stagiaires", kind="num", width_mm=20),
            Column(label="Taux et intervalle", kind="num", width_mm=36),
        ),
        rows=tuple(
            Row(cells=(text(label), figure.cell, figure.base_cell, taux_cell(figure)))
            for label, figure in groups
        ),
        notes=notes([figure for _, figure in groups]),
        source=source("checklists", "dossiers_ptp"),
    )


def _gap(bilan: Bilan) -> Block | None:
    """The gap between the two groups, and that it proves no effect."""
    with_it, without = (figure for _, figure in _groups(bilan))
    if not (with_it.exact and without.exact):
        return None
    gap = ecart(taux(with_it.count, with_it.base), taux(without.count, without.base))
    return Paragraph(
        text=rich("{gap} {end}", gap=phrase_ecart(gap), end=sans_effet("la check-list"))
    )


def _mark() -> Rich:
    """The mark of another region, another public: 25 ruptures of 353 (R-RUP-02)."""
    mark = repere()
    share = taux(mark.ruptures, mark.check_lists)
    return rich(
        "{r} ruptures pour {n} {w}, soit {p}. {end}",
        r=integer(mark.ruptures),
        n=integer(mark.check_lists),
        w=mark.lecture,
        p=percent(share.part or 0.0),
        end=typographed(mark.avertissement),
    )


def _obstacles(bilan: Bilan) -> Block:
    """Obstacles noted, « s » where few persons are behind one (RP-08)."""
    whole = bilan.one("RP-08")
    if whole.exact and not whole.count:
        return Paragraph(text=rich("Aucun frein n’est noté dans les check-lists de l’année."))
    found = bilan.figures.grouped("RP-08", "frein")
    every = list(found.values())
    if all(figure.exact for figure in every):
        every += [bilan.figures.zero("RP-08", frein=key) for key in FREINS if key not in found]
    ordered = sorted_by_size(every, "frein", ("autre",))
    return Table(
        title="Freins notés dans les check-lists",
        unit=typographed(
            "Nombre de mentions dans l'année ; une check-list peut en noter plusieurs"
        ),
        columns=(
            Column(label="Frein"),
            *(_column(FREINS[f.group["frein"]]) for f in ordered),
            _column("Ensemble"),
        ),
        rows=(Row(cells=(text("Mentions"), *(f.cell for f in ordered), whole.cell)),),
        notes=notes([*ordered, whole], *_read(whole)),
        source=source("checklists"),
        dense=True,
    )


def _column(label: str) -> Column:
    """A column as wide as the longest word of its header, which does not break."""
    longest = max(len(word) for word in label.split())
    return Column(label=label, kind="num", width_mm=3 + 1.5 * longest)


def _read(whole: Figure) -> tuple[Rich, ...]:
    if not whole.exact:
        return ()
    return (
        rich(
            "{n} {v} au moins un frein.",
            n=counted(whole.contributors, "organisme"),
            v=agreed(whole.contributors, "note", "notent"),
        ),
    )
