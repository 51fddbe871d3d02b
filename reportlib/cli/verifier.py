"""``bilan verifier``: how the registers are read, on the terminal, as JSON or as a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlib.cli.francais import spaced
from reportlib.cli.rendre import refuse
from reportlib.cli.terminal import aligned, document, say, wrapped
from reportlib.dataset import Dataset
from reportlib.intake.records import ControlReport, SheetReading
from reportlib.places import locate
from reportlib.sections import releve
from reportlib.sections.controle import controle
from reportlib.sections.releve import Counts, Remark
from reportlib.wording import counted, integer

SHOWN = 12
"""Most remarks shown for one register on a terminal; ``--json`` and ``--rapport`` give all."""


def run(donnees: str, rapport: Path | None, *, as_json: bool, strict: bool) -> int:
    """Read the registers of ``donnees`` and show how; write the page ``rapport`` if wanted.

    Raises
    ------
    DataError
        A fault of a file: nothing is printed on stdout, nothing is written.
    SetAsideError
        Rows were set aside and ``strict`` refuses them; all is shown and written before.
    """
    folder = locate(donnees)
    report = Dataset.read(folder).report
    if rapport is not None:
        _write(report, rapport)
    if as_json:
        document(as_document(report, folder.name))
    else:
        show(report, donnees)
        if rapport is not None:
            say("", f"Compte rendu\u00a0: {rapport}")
    if strict:
        refuse(releve.counts(report.sheets).set_aside, "Elles sont montrées ci-dessus.")
    return 0


def show(report: ControlReport, folder: str) -> None:
    """Print the control report for people."""
    files = counted(len(report.files), "fichier lu", "fichiers lus")
    say(wrapped(spaced(f"Registres de « {folder} » : {files}")), "")
    say(aligned([(f.name, f.fingerprint) for f in report.files]))
    for name, sheets in releve.by_register(report).items():
        say("", name.upper())
        for sheet in sheets:
            _sheet(sheet)
        _remarks(releve.remarks(report.set_aside, name), "Lignes mises à l’écart")
        _remarks(releve.remarks(report.notices, name), "Avis")
    unknown = releve.unknown_sheets(report)
    if unknown:
        say("", "FEUILLES SANS REGISTRE (aucun en-tête connu)")
        say(*(f"  {releve.place(sheet.file, sheet.sheet)}" for sheet in unknown))
    _remarks(releve.remarks(report.notices, ""), "Autres avis")
    say("", "EN TOUT")
    found = releve.by_register(report)
    lines = [(name, *_cells(releve.counts(sheets))) for name, sheets in found.items()]
    total = releve.counts(sheet for sheets in found.values() for sheet in sheets)
    head = ("registre", "lignes", "gardées", "écartées", "ignorées", "")
    say(aligned([head, *lines, ("ensemble", *_cells(total))], right=(1, 2, 3, 4)))
    absent = releve.not_provided(report)
    if absent:
        say("", wrapped(f"Donnée non fournie\u00a0: {', '.join(absent)}."))


def as_document(report: ControlReport, folder: str) -> dict[str, Any]:
    """Return the control report as plain data; its keys are French, as the registers' columns."""
    return {
        "dossier": folder,
        "fichiers": [{"nom": f.name, "empreinte": f.fingerprint} for f in report.files],
        "registres": {
            name: _counts(releve.counts(sheets))
            for name, sheets in releve.by_register(report).items()
        },
        "non_fournis": releve.not_provided(report),
        "feuilles": [_sheet_document(sheet) for sheet in report.sheets],
        "lignes_ecartees": [_row_document(row) for row in report.set_aside],
        "avis": [_row_document(notice) for notice in report.notices],
    }


def _sheet_document(sheet: SheetReading) -> dict[str, Any]:
    return {
        "fichier": sheet.file,
        "feuille": sheet.sheet,
        "registre": sheet.register,
        "reconnue_par": sheet.recognised_by,
        "ligne_en_tetes": sheet.header_row,
        "colonnes": [
            {"en_tete": c.header, "colonne": c.column, "raison": c.reason} for c in sheet.columns
        ],
        **_counts(releve.counts([sheet])),
    }


def _counts(each: Counts) -> dict[str, Any]:
    return {
        "lignes": each.rows,
        "gardees": each.kept,
        "ecartees": each.set_aside,
        "ignorees": each.ignored,
    }


def _row_document(row: Any) -> dict[str, Any]:
    return {
        "registre": row.register,
        "fichier": row.file,
        "feuille": row.sheet,
        "ligne": row.row,
        "colonne": row.column,
        "regle": row.rule,
        "message": row.message,
    }


def _sheet(sheet: SheetReading) -> None:
    """A sheet: how it was recognised, its columns, its rows."""
    each = releve.counts([sheet])
    say(wrapped(f"{releve.place(sheet.file, sheet.sheet)}, {releve.recognised(sheet)}", 2, 2))
    say(
        aligned(
            [
                (
                    " ".join(c.header.split()) or "(sans en-tête)",
                    releve.reading(c.column, c.reason),
                )
                for c in sheet.columns
            ],
            indent=4,
        )
    )
    causes = f" ({each.causes})" if each.causes else ""
    say(
        wrapped(
            f"{counted(each.rows, 'ligne')} = {counted(each.kept, 'gardée')} + "
            f"{counted(each.set_aside, 'mise à l’écart', 'mises à l’écart')} + "
            f"{counted(each.all_ignored, 'ignorée')}{causes}",
            4,
            2,
        )
    )


def _remarks(said: Sequence[Remark], title: str) -> None:
    """What is said of rows; the sheet is named once for all the remarks that follow."""
    if not said:
        return
    say("", f"  {title}")
    before = ""
    for remark in said[:SHOWN]:
        where = releve.place(remark.file, remark.sheet)
        if where and where != before:
            say(wrapped(where, 4, 2))
        before = where
        lines = remark.own_lines if remark.rows else ""
        rows = f"ligne{'s'[: len(remark.rows) > 1]} {lines}" if lines else ""
        head = ", ".join(part for part in (rows, remark.column) if part)
        say(wrapped(f"{head}\u00a0: {remark.said}" if head else remark.said, 6, 2))
    if (rest := len(said) - SHOWN) > 0:
        say(wrapped(f"… et {counted(rest, 'autre')}\u00a0: --rapport ou --json les donnent.", 6, 2))


def _cells(each: Counts) -> tuple[str, ...]:
    numbers = (each.rows, each.kept, each.set_aside, each.all_ignored)
    return (*(integer(n) for n in numbers), "")


def _write(report: ControlReport, path: Path) -> None:
    """Write the report as one HTML page."""
    from reportlib.execution.atomic import write_all
    from reportlib.rendering.document import from_blocks
    from reportlib.rendering.html import html
    from reportlib.settings import Identite

    identite = Identite.read("parameters/identite.yaml")
    page = from_blocks(block.record() for block in controle(report, identite))
    write_all({path: html(page).encode()})
