"""The public list of training organisations (article L. 6351-7-1 of the labour code), as one frame.

Whatever the layout: official file, Opendatasoft exports, files from before December 2021.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from reportlib.intake.lpof_anomalies import REGISTER, Anomalies, told_fault
from reportlib.intake.lpof_blocs import OpenQuoteError, blocks
from reportlib.intake.lpof_colonnes import COLONNES, assembled, label_of
from reportlib.intake.lpof_doublons import shared_keys, sort_rows
from reportlib.intake.lpof_fichier import (
    Opened,
    cut_short,
    fingerprint,
    mostly_refused,
    never_closed,
    opened,
)
from reportlib.intake.lpof_lecture import Arrays, BlockReader
from reportlib.intake.records import (
    ColumnReading,
    ControlReport,
    SheetReading,
    SourceFile,
)

FIRST_ROW = 2
"""Row of the first organisation, as a spreadsheet shows it."""
_DAY = re.compile(r"(?<!\d)(20\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, kw_only=True)
class ListePublique:
    """A copy of the list, read and checked."""

    organismes: pd.DataFrame
    """One row a declaration number; columns in ``lpof_colonnes.COLONNES``."""
    set_aside: pd.DataFrame
    """Rows that cannot be counted: the same columns, read where they could be, and ``motif``."""
    report: ControlReport
    disposition: str
    """« officielle », « opendatasoft », « opendatasoft_libelles » or « avant_2022 »."""
    specialites: Mapping[str, str]
    """Label of each specialty code, as the file first writes it."""
    certifications_fournies: bool
    """False: the file does not tell certifications, « donnée non fournie », never 0."""
    date: date | None = None
    """Day of the copy."""

    @property
    def sheet(self) -> SheetReading:
        """Rows of the file: kept, set aside, ignored."""
        return self.report.sheets[0]


def read_lpof(
    path: str | Path, *, colonnes: Collection[str] = tuple(COLONNES), copie: date | None = None
) -> ListePublique:
    """Return the public list of ``path``.

    Parameters
    ----------
    colonnes
        Columns to read: all by default, ``COMPTAGES`` for counts. Numbers of declaration, SIREN
        and SIRET are checked even when they are not asked for; what is in another column that is
        not asked for is not.
    copie
        Day of the copy; by default the day that the file's name tells (« 2025-10-01 »,
        « 20200925 »), if any.

    Raises
    ------
    DataError
        A fault of the file: no list, a column renamed, a download cut, most rows unreadable.
    """
    if unknown := set(colonnes) - set(COLONNES):
        raise ValueError(f"no such columns: {sorted(unknown)}")
    return _read(Path(path), frozenset(colonnes) | {"_ligne"}, copie)


def _read(place: Path, wanted: frozenset[str], copie: date | None) -> ListePublique:
    """Return the list with the columns ``wanted``."""
    anomalies = Anomalies()
    with opened(place) as file:
        reader = BlockReader(file.layout, anomalies, wanted)
        arrays, rows, blank = _read_blocks(file, reader)
    certified = bool(file.layout.states)
    keys = np.concatenate([block.pop("_cle") for block in arrays])
    frame = assembled(arrays, reader.words, wanted=wanted, certified=certified)
    shared = shared_keys(keys, frame["_ligne"], anomalies)
    if shared.any() and wanted != frozenset(COLONNES):
        # Duplicates are told from conflicts on every column, whichever are wanted.
        return _narrowed(_read(place, frozenset(COLONNES), copie), wanted)
    parted = sort_rows(frame, shared, anomalies)
    _guard(file, anomalies, rows - blank)
    ignored = {"ligne vide": blank, "doublon exact": parted.repeated}
    sheet = SheetReading(
        file=file.name,
        sheet="",
        register=REGISTER,
        recognised_by="colonnes",
        header_row=1,
        columns=_columns(file),
        rows=rows,
        kept=len(parted.kept),
        set_aside=len(parted.refused),
        ignored={cause: count for cause, count in ignored.items() if count},
    )
    return ListePublique(
        organismes=parted.kept,
        set_aside=parted.refused,
        report=_report(place, file, sheet, anomalies),
        disposition=file.layout.name,
        specialites={label_of(c): t for c, t in sorted(reader.words.libelles.items())},
        certifications_fournies=certified,
        date=copie or _told_day(file.name),
    )


def _narrowed(whole: ListePublique, wanted: frozenset[str]) -> ListePublique:
    """Return the list with some of its columns."""
    names = [name for name in COLONNES if name in wanted]
    return replace(
        whole,
        organismes=whole.organismes[names],
        set_aside=whole.set_aside[[*names, "motif"]],
    )


def _read_blocks(file: Opened, reader: BlockReader) -> tuple[list[Arrays], int, int]:
    """Return the columns of each block, the rows of the file, and those that are blank."""
    arrays: list[Arrays] = []
    rows = blank = 0
    try:
        for block in blocks(file.stream, file.separator, FIRST_ROW):
            arrays.append(reader.read(block))
            rows += len(block.last)
            blank += int(block.blank.sum())
            if not block.complete:
                row, cells = block.first_row + len(block.last) - 1, int(block.widths[-1])
                if cells != file.layout.width and not block.blank[-1]:
                    raise cut_short(file.name, row, cells, file.layout.width)
                reader.anomalies.note("fin_sans_retour", np.array([row]))
    except OpenQuoteError:
        raise never_closed(file.name) from None
    if rows == blank:
        raise cut_short(file.name, 1, 0, file.layout.width)
    return arrays, rows, blank


def _guard(file: Opened, anomalies: Anomalies, rows: int) -> None:
    """Refuse a file more than half of whose rows cannot be counted: it is damaged as a whole."""
    if 2 * len(anomalies.fatal) <= rows:
        return
    kind = Counter(kind for kind, _ in anomalies.fatal.values()).most_common(1)[0][0]
    example = next(value for told, value in anomalies.fatal.values() if told == kind)
    raise mostly_refused(file.name, (len(anomalies.fatal), rows), told_fault(kind, example))


def _columns(file: Opened) -> tuple[ColumnReading, ...]:
    """Return the columns of the file, and those that are not read."""
    names = {place: column for column, place in file.layout.places.items()}
    return tuple(
        ColumnReading(header=header.strip(), column=names.get(place), reason="" if place in names
                      else "colonne inutile aux comptages")
        for place, header in enumerate(file.layout.headers)
    )  # fmt: skip


def _report(place: Path, file: Opened, sheet: SheetReading, anomalies: Anomalies) -> ControlReport:
    """Return what the reading says of its work."""
    headers = {column: file.layout.header(column) for column in file.layout.places}
    return ControlReport(
        files=(SourceFile(name=file.name, fingerprint=fingerprint(place)[:8]),),
        sheets=(sheet,),
        set_aside=anomalies.set_aside(file.name, headers),
        notices=anomalies.notices(file.name),
    )


def _told_day(name: str) -> date | None:
    """Return the day that a file's name tells."""
    found = _DAY.search(name)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
