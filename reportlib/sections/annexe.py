"""What the annexes of a bilan list: rules of calculation, rows read, equalities checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlib.blocks import (
    Block,
    Column,
    Control,
    Controls,
    Paragraph,
    Row,
    Rule,
    Rules,
    Table,
    Term,
    number,
    text,
)
from reportlib.indicators import completude, indicator
from reportlib.registers import registers
from reportlib.sections.bilan import Bilan
from reportlib.sections.tournures import NAMES
from reportlib.wording import Rich, decimal, integer, rich, typographed

FULL_ENOUGH = 80
"""Under this share of filled cells, the reader is warned (BA-26). [%]"""


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


def gaps(bilan: Bilan, used: Mapping[str, tuple[str, ...]]) -> Block:
    """Return the columns under 80 % full, or the sentence that there are none (BA-26).

    Parameters
    ----------
    used
        Register → those of its columns that the numbers of the bilan rest on.
    """
    rows = tuple(_gaps(bilan, used))
    if not rows:
        said = "Les colonnes utilisées sont renseignées à {n} % au moins sur la période."
        return Paragraph(text=rich(said, n=FULL_ENOUGH))
    return Table(
        title=f"Colonnes renseignées à moins de {FULL_ENOUGH}\u00a0%",
        unit="Lignes de la période où la valeur est attendue ou facultative",
        columns=(
            Column(label="Registre", width_mm=40),
            Column(label="Colonne"),
            Column(label="Renseignées", kind="num", width_mm=26),
            Column(label="Lignes", kind="num", width_mm=22),
            Column(label="Part (en\u00a0%)", kind="num", width_mm=24),
        ),
        rows=rows,
        dense=True,
    )


def signs(*, charter: bool = False) -> Rich:
    """Return what the signs that stand for a number mean; the charter's has one more."""
    words = [
        "**s** : nombre couvert par le secret",
        "**s. o.** : sans objet, la base est vide",
        "**n. f.** : donnée non fournie",
    ]
    if charter:
        words.append("**r. n. r.** : reconduction de la charte non renseignée")
    return rich(" ; ".join(words) + ". Aucun de ces signes ne vaut 0.")


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


def _gaps(bilan: Bilan, used: Mapping[str, tuple[str, ...]]) -> Iterator[Row]:
    """A row a column that is not full enough, under the head that its file gives it."""
    for register, columns in used.items():
        if not bilan.provided(register):
            continue
        table = completude(bilan.dataset, register, bilan.period)
        wanted = table["colonne"].isin(columns) & table["part"].lt(FULL_ENOUGH)
        for _, line in table[wanted & table["lignes"].gt(0)].iterrows():
            yield Row(
                cells=(
                    text(NAMES[register]),
                    text(registers()[register].colonnes[line["colonne"]].entetes[0]),
                    number(integer(line["renseignees"]), line["renseignees"]),
                    number(integer(line["lignes"]), line["lignes"]),
                    number(decimal(line["part"]), line["part"]),
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
