"""The control report: how registers were read, as a page of its own (R-LEC-05)."""

from __future__ import annotations

from collections.abc import Sequence

from reportlib.blocks import (
    Block,
    Blocks,
    Column,
    Heading,
    Missing,
    Paragraph,
    Row,
    Table,
    Tile,
    Tiles,
    Title,
    number,
    text,
)
from reportlib.intake.records import ControlReport, SheetReading
from reportlib.registers import registers
from reportlib.sections.releve import (
    Counts,
    Remark,
    by_register,
    counts,
    not_provided,
    place,
    reading,
    recognised,
    remarks,
    unknown_sheets,
)
from reportlib.settings import Identite
from reportlib.wording import counted, integer, listed, rich, typographed


def controle(report: ControlReport, identite: Identite) -> Blocks:
    """Return the whole control report: files, then each register, its columns and its rows."""
    blocks: list[Block] = [_title(report, identite), _tiles(report), _files(report), _rows(report)]
    for name, sheets in by_register(report).items():
        blocks.append(Heading(level=2, text=registers()[name].titre))
        blocks += [_columns(sheet) for sheet in sheets]
        for rows, title in (
            (report.set_aside, "Lignes mises à l’écart"),
            (report.notices, "Avis, sans effet sur les lignes gardées"),
        ):
            if said := remarks(rows, name):
                blocks.append(_remarks(said, f"{title}\u00a0: {name}"))
    blocks += _others(report)
    return Blocks(blocks)


def _title(report: ControlReport, identite: Identite) -> Title:
    title = "Contrôle des registres"
    files = counted(len(report.files), "fichier lu", "fichiers lus", none="aucun fichier lu")
    return Title(
        title=title,
        subject="Comment les fichiers de l’équipe ont été lus",
        period=files[0].upper() + files[1:],
        issuer=identite.emetteur,
        team=identite.equipe,
        identity=(("Registres reconnus", str(len(by_register(report)))),),
        running=title,
        footer=typographed("Document interne : à corriger dans les fichiers, jamais ici."),
        description=f"{title}, {files}",
        keywords=("contrôle", "registres"),
    )


def _tiles(report: ControlReport) -> Tiles:
    known = counts(sheet for sheet in report.sheets if sheet.register)
    items = (
        (known.rows, "ligne lue", "lignes lues", "hors en-têtes"),
        (known.kept, "gardée", "gardées", "elles comptent dans les bilans"),
        (known.set_aside, "mise à l’écart", "mises à l’écart", "à corriger dans les fichiers"),
        (known.all_ignored, "ignorée", "ignorées", "titres, totaux, notes, vides, doublons"),
    )
    return Tiles(
        columns=4,
        items=tuple(
            Tile(value=integer(n), label=one if n < 2 else more, base=base, number=float(n))
            for n, one, more, base in items
        ),
    )


def _files(report: ControlReport) -> Table:
    return Table(
        title="Fichiers lus",
        columns=(Column(label="Fichier"), Column(label="Empreinte", width_mm=30)),
        rows=tuple(Row(cells=(text(f.name), text(f.fingerprint))) for f in report.files),
        notes=(rich("Empreinte : 8 premiers caractères du SHA-256."),),
    )


def _rows(report: ControlReport) -> Table:
    found = by_register(report)
    lines = [(registers()[name].titre, counts(sheets)) for name, sheets in found.items()]
    total = counts(sheet for sheets in found.values() for sheet in sheets)
    return Table(
        title="Lignes de chaque registre",
        unit="Lignes, hors en-têtes\u00a0: lues = gardées + mises à l’écart + ignorées",
        columns=(
            Column(label="Registre"),
            Column(label="Lues", kind="num", width_mm=22),
            Column(label="Gardées", kind="num", width_mm=22),
            Column(label="Mises à l’écart", kind="num", width_mm=26),
            Column(label="Ignorées", kind="num", width_mm=22),
        ),
        rows=(
            *(_count_row(title, each) for title, each in lines),
            _count_row("Ensemble", total, total=True),
        ),
        notes=(rich("Ignorées : {causes}.", causes=total.causes),) if total.causes else (),
    )


def _count_row(title: str, each: Counts, *, total: bool = False) -> Row:
    cells = (each.rows, each.kept, each.set_aside, each.all_ignored)
    return Row(
        cells=(text(title, strong=total), *(number(integer(n), n) for n in cells)), total=total
    )


def _columns(sheet: SheetReading) -> Table:
    return Table(
        title=f"Colonnes de {place(sheet.file, sheet.sheet)}",
        unit=recognised(sheet),
        columns=(Column(label="En-tête du fichier", width_mm=70), Column(label="Lecture")),
        rows=tuple(
            Row(cells=(text(_header(c.header)), text(reading(c.column, c.reason))))
            for c in sheet.columns
        ),
        dense=True,
    )


def _header(header: str) -> str:
    """A header on one line; a word for one that is empty, so that the row has a name."""
    return " ".join(header.split()) or "(sans en-tête)"


def _remarks(said: Sequence[Remark], title: str) -> Table:
    rows = tuple(
        Row(
            cells=(
                text(place(r.file, r.sheet)),
                text(r.own_lines or "—"),
                text(r.column or "—"),
                text(r.said),
            )
        )
        for r in said
    )
    return Table(
        title=title,
        columns=(
            Column(label="Feuille", width_mm=36),
            Column(label="Lignes", width_mm=24),
            Column(label="Colonne", width_mm=28),
            Column(label="Ce qui est trouvé"),
        ),
        rows=rows,
        dense=True,
    )


def _others(report: ControlReport) -> list[Block]:
    """Sheets that belong to no register, registers that no file provides, remarks on neither."""
    blocks: list[Block] = []
    sheets, absent = unknown_sheets(report), not_provided(report)
    general = remarks(report.notices, "")
    if sheets or general:
        blocks.append(Heading(level=2, text="Feuilles sans registre"))
    if sheets:
        names = listed([place(sheet.file, sheet.sheet) for sheet in sheets])
        blocks.append(Paragraph(text=rich("Aucun en-tête connu : {names}.", names=names)))
    if general:
        blocks.append(_remarks(general, "Autres avis"))
    if absent:
        blocks.append(Heading(level=2, text="Registres non fournis"))
        word = "tables" if len(absent) > 1 else "table"
        names = listed([f"//{name}//" for name in absent])
        blocks.append(Missing(text=rich(f"Donnée non fournie : {word} {names}.")))
    return blocks
