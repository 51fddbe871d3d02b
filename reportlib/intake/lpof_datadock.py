"""Dated snapshots of apprenticeship establishments: Datadock and Qualiopi, labels as written."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd
from stdnum.fr import siret as siret_keys

from reportlib.errors import DataError
from reportlib.intake.files import FolderFile
from reportlib.intake.lpof_dispositions import header_key
from reportlib.intake.records import ControlReport, Notice, SetAsideRow, SheetReading, SourceFile
from reportlib.intake.sentences import rows_listed, sentence, shown
from reportlib.registers.keys import words

REGISTER = "datadock"
FICTIF = "99999999999920"
"""A number that stands in the snapshots for an establishment without one."""
REFERENCABLE = {"oui": "oui", "non": "non", "pas dans datadock": "pas_dans_datadock", "": ""}
LABELS = {"qualiopi": "qualiopi", "eduform": "eduform", "": ""}
"""Spellings, folded: QUALIOPI and Qualiopi are one; EDUFORM is the ministry of education's."""
_WANTED = ("date_extrait", "siret", "referencable", "qualiopi", "qualiopi_colonne_presente")


@dataclass(frozen=True, kw_only=True)
class Cliches:
    """The snapshots, one under the other."""

    etablissements: pd.DataFrame
    """Columns ``jour``, ``siret`` (as written; missing when it is the fictitious one),
    ``siret_valide``, ``referencable`` (oui, non, pas_dans_datadock, missing), ``label`` (qualiopi,
    eduform, missing), ``label_fourni`` (False: no column of labels in the snapshot), ``_ligne``."""
    report: ControlReport


def read_datadock(path: str | Path) -> Cliches:
    """Return the snapshots of ``path``, a CSV file with the date of each row's snapshot.

    Raises
    ------
    DataError
        No such file, a column missing, no row.
    """
    file = _file(Path(path))
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))
    headers = [header_key(cell) for cell in rows[0]] if rows else []
    missing = [name for name in _WANTED if header_key(name) not in headers]
    if missing or len(rows) < 2:
        raise DataError(
            sentence(
                "{name} : colonnes manquantes ou fichier sans ligne ({columns}). Attendu {wanted}.",
                name=file.name,
                columns=", ".join(missing) or "aucune ligne",
                wanted=", ".join(_WANTED),
            )
        )
    places = [headers.index(header_key(name)) for name in _WANTED]
    read = [
        _row([*row, *[""] * len(headers)], places, line) for line, row in enumerate(rows[1:], 2)
    ]
    kept = [row for row in read if isinstance(row, tuple)]
    refused = [replace(fault, file=file.name) for fault in read if isinstance(fault, SetAsideRow)]
    return Cliches(etablissements=_frame(kept), report=_report(file, kept, refused))


Row = tuple[date, str, bool, str, str, bool, int]


def _file(path: Path) -> FolderFile:
    """Return the bytes of the file, or say that it cannot be opened."""
    try:
        return FolderFile(path.name, path.read_bytes())
    except OSError as exc:
        raise DataError(
            sentence(
                "{name} : le fichier ne s’ouvre pas ({reason}). Vérifiez son chemin et vos droits.",
                name=path.name,
                reason=exc.strerror or "accès refusé",
            )
        ) from None


def _row(cells: list[str], places: list[int], line: int) -> Row | SetAsideRow:
    """Return one establishment of one snapshot, or why it is set aside."""
    day, siret, referencable, label, told = (cells[place].strip() for place in places)
    try:
        jour = date.fromisoformat(day)
    except ValueError:
        return _fault(line, "date_extrait", day, "une date, par exemple 2021-09-20")
    known = REFERENCABLE.get(words(referencable))
    if known is None:
        return _fault(line, "REFERENCABLE", referencable, "OUI, NON ou PAS DANS DATADOCK")
    held = LABELS.get(words(label))
    if held is None:
        return _fault(line, "QUALIOPI", label, "QUALIOPI, EDUFORM ou rien")
    return jour, siret, siret_keys.is_valid(siret), known, held, words(told) == "oui", line


def _fault(line: int, column: str, value: str, wanted: str) -> SetAsideRow:
    """Return the fault of one cell."""
    message = sentence(
        "{value} n’est pas lisible : attendu {wanted}.", value=shown(value), wanted=wanted
    )
    return SetAsideRow(
        register=REGISTER, file="", sheet="", row=line, column=column, rule="R-LEC-02",
        message=message, header=column,
    )  # fmt: skip


def _frame(rows: list[Row]) -> pd.DataFrame:
    """Return the rows as typed columns."""
    names = ["jour", "siret", "siret_valide", "referencable", "label", "label_fourni", "_ligne"]
    frame = pd.DataFrame(rows, columns=names)
    texts = {
        name: frame[name].astype("str").where(frame[name] != left, None).astype("str")
        for name, left in (("siret", FICTIF), ("referencable", ""), ("label", ""))
    }
    return frame.assign(
        **texts,
        jour=pd.to_datetime(frame["jour"]).astype("datetime64[us]"),
        siret_valide=frame["siret_valide"].astype("boolean"),
        label_fourni=frame["label_fourni"].astype("boolean"),
        _ligne=frame["_ligne"].astype("Int64"),
    )


def _report(file: FolderFile, kept: list[Row], refused: list[SetAsideRow]) -> ControlReport:
    """Return what the reading says of its work."""
    doubtful = tuple(row[-1] for row in kept if not row[2])
    told = sentence(
        "SIRET fictif ou de clé fausse, gardé tel qu’il est écrit : {lignes}.",
        lignes=rows_listed(doubtful),
    )
    notice = Notice(
        register=REGISTER, file=file.name, sheet="", row=doubtful[0] if doubtful else None,
        column="siret", rule="R-LEC-02", message=told, rows=doubtful,
    )  # fmt: skip
    sheet = SheetReading(
        file=file.name, sheet="", register=REGISTER, recognised_by="colonnes", header_row=1,
        rows=len(kept) + len(refused), kept=len(kept), set_aside=len(refused),
    )  # fmt: skip
    return ControlReport(
        files=(SourceFile(name=file.name, fingerprint=file.fingerprint[:8]),),
        sheets=(sheet,),
        set_aside=tuple(refused),
        notices=(notice,) if doubtful else (),
    )
