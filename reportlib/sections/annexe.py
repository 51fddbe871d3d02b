"""What the annexes of a bilan list: rules of calculation, rows read, equalities checked."""

from __future__ import annotations

from reportlib.blocks import (
    Column,
    Control,
    Controls,
    Row,
    Rule,
    Rules,
    Table,
    Term,
    number,
    text,
)
from reportlib.indicators import indicator
from reportlib.sections.bilan import Bilan
from reportlib.sections.tournures import NAMES
from reportlib.wording import integer, rich, typographed


def rules_table(identifiers: tuple[str, ...]) -> Table:
    """Return the rules as a table of the page: identifier, name, what is counted."""
    records = [indicator(identifier) for identifier in identifiers]
    rows = tuple(
        Row(
            cells=(
                text(r.id),
                text(r.libelle),
                text(typographed(r.definition)),
            )
        )
        for r in records
    )
    return Table(
        title="Indicateurs cités dans ce bilan",
        columns=(
            Column(label="Repère", width_mm=15),
            Column(label="Indicateur", width_mm=52),
            Column(label="Ce qui est compté"),
        ),
        notes=(rich("Source de chaque règle : feuille « Règles » du classeur d’annexe."),),
        rows=rows,
        dense=True,
        long=True,
    )


def rules(identifiers: tuple[str, ...]) -> Rules:
    """Return the rules as rows of the sheet « Règles »."""
    return Rules(
        items=tuple(
            Rule(
                id=record.id,
                label=record.libelle,
                definition=typographed(record.definition),
                source=typographed(record.source),
            )
            for record in map(indicator, identifiers)
        )
    )


def rows_read(bilan: Bilan) -> Table:
    """Return the rows of each register: read, kept, set aside, ignored (R-LEC-05)."""
    rows = tuple(
        Row(
            cells=(
                text(NAMES[register][:1].upper() + NAMES[register][1:]),
                *(number(integer(n), n) for n in counts),
            )
        )
        for register, counts in sorted(_totals(bilan).items())
    )
    return Table(
        title="Lignes lues dans les fichiers",
        unit=typographed(
            "Lignes, hors en-têtes : gardées + mises à l’écart + ignorées = lignes du fichier"
        ),
        columns=(
            Column(label="Registre"),
            Column(label="Lignes", kind="num", width_mm=24),
            Column(label="Gardées", kind="num", width_mm=24),
            Column(label="Mises à l’écart", kind="num", width_mm=28),
            Column(label="Ignorées", kind="num", width_mm=24),
        ),
        rows=rows,
        notes=(
            rich(
                "Ignorées : titres, totaux, notes, lignes vides, doublons exacts. "
                "Le détail de chaque ligne écartée est donné par « bilan verifier »."
            ),
        ),
    )


def controls(bilan: Bilan) -> Controls:
    """Return the equality of rows, a register each: read, kept, set aside, ignored (R-LEC-05)."""
    return Controls(
        items=tuple(
            Control(
                label=typographed(f"Lignes lues : {NAMES.get(register, register)}"),
                whole=Term(name="lignes des fichiers", value=rows),
                parts=tuple(
                    Term(name=name, value=n)
                    for name, n in zip(
                        ("gardées", "mises à l’écart", "ignorées"), parts, strict=True
                    )
                ),
            )
            for register, (rows, *parts) in sorted(_totals(bilan).items())
        )
    )


def _totals(bilan: Bilan) -> dict[str, list[int]]:
    """Rows of each register: in the files, kept, set aside, ignored."""
    totals: dict[str, list[int]] = {}
    for sheet in bilan.dataset.report.sheets:
        if sheet.register is None:
            continue
        counts = totals.setdefault(sheet.register, [0, 0, 0, 0])
        ignored = sum(sheet.ignored.values())
        for index, n in enumerate((sheet.rows, sheet.kept, sheet.set_aside, ignored)):
            counts[index] += n
    return totals
