"""Chapter 8: the juries of the CléA certificate, and the months without one (BA-20)."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Column, Paragraph, Row, Table, text
from reportlib.sections.bilan import Bilan
from reportlib.sections.tournures import chapter, missing, notes, soit, source
from reportlib.wording import Rich, counted, integer, listed, month_name, rich

WIDEST = 12
"""Most months that the table shows side by side. [months]"""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: juries, candidates, certified, and the months without a jury."""
    title = "CléA"
    if not bilan.provided("jurys_clea"):
        return chapter(title, missing("jurys_clea"))
    if not bilan.one("BA-20").count:
        return chapter(title, Paragraph(text=_none(bilan)))
    return chapter(title, Paragraph(text=_juries(bilan)), _table(bilan))


def _none(bilan: Bilan) -> Rich:
    """No jury, or none known: a register that starts later says nothing of the period."""
    if bilan.figures.covered("BA-20"):
        return rich("Aucun jury CléA n’a été tenu dans l’année.")
    return rich("Donnée non fournie : le registre des jurys CléA commence après cette période.")


def _juries(bilan: Bilan) -> Rich:
    held, certified = bilan.one("BA-20"), bilan.one("BA-20b")
    first = counted(held.count, "jury paritaire a été tenu", "jurys paritaires ont été tenus")
    results = ""
    if certified.exact and certified.base:
        results = (
            f"\u00a0; {counted(certified.count, 'candidat certifié', 'candidats certifiés')} "
            f"sur {integer(certified.base)}{soit(certified)}"
        )
    seen = bilan.figures.grouped("BA-20", "mois")
    empty = [month_name(m) for m in bilan.period.months if m not in seen]
    without = f" Sans jury\u00a0: {listed(empty)}." if empty else " Un jury au moins chaque mois."
    return rich("**{n}** dans l’année{r}.{w}", n=first, r=results, w=without)


def _table(bilan: Bilan) -> Block | None:
    """Candidates and certified, a column a month; no column for a month without jury."""
    months = [m for m in bilan.period.months if m in bilan.figures.grouped("BA-20", "mois")]
    rates = bilan.figures.grouped("BA-20b", "mois")
    if len(months) > WIDEST or not rates:
        return None
    whole = bilan.one("BA-20b")
    shown = [rates.get(m, bilan.figures.zero("BA-20b", mois=m)) for m in months]

    presented = tuple(figure.base_cell for figure in (*shown, whole))
    certified = tuple(figure.cell for figure in (*shown, whole))
    return Table(
        title="Candidatures et certifiés, par mois de jury",
        unit="Nombre de candidatures présentées, et de candidats certifiés",
        columns=(
            Column(label="Mois"),
            *(Column(label=month_name(m, short=True), kind="num", width_mm=10.5) for m in months),
            Column(label="Total", kind="num", width_mm=14),
        ),
        rows=(
            Row(cells=(text("Candidatures"), *presented)),
            Row(cells=(text("Certifiés"), *certified)),
        ),
        notes=notes([whole]),
        source=source("jurys_clea"),
    )
