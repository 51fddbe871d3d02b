"""The file of a public list before it is cut: what it is, and what else it may be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reportlib.errors import DataError
from reportlib.intake.lpof_dispositions import Layout, recognise
from reportlib.intake.sentences import sentence
from reportlib.wording import counted, integer

LONGEST_HEADER = 1 << 16
"""A first line longer than this is no header. [bytes]"""
_MARK = b"\xef\xbb\xbf"
_AGAIN = "Téléchargez de nouveau la liste au format CSV, sans l’ouvrir dans un tableur."
_KINDS = {
    b"PK\x03\x04": "est un classeur ou une archive, pas un fichier CSV",
    b"\xd0\xcf\x11\xe0": "est un ancien classeur Excel, pas un fichier CSV",
    b"\x1f\x8b": "est un fichier compressé : décompressez-le d’abord",
    b"\xff\xfe": "est en UTF-16 : enregistrez-le en UTF-8",
    b"\xfe\xff": "est en UTF-16 : enregistrez-le en UTF-8",
    b"%PDF": "est un document PDF, pas un fichier CSV",
}


@dataclass(frozen=True)
class Opened:
    """A file of the list, its stream standing after the header."""

    name: str
    layout: Layout
    stream: BinaryIO
    separator: bytes


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Give the file of ``path``, its layout recognised.

    Raises
    ------
    DataError
        The file cannot be opened, is empty, is no delimited text, or is no public list.
    """
    try:
        stream = path.open("rb")
    except OSError as exc:
        raise DataError(
            sentence(
                "{name} : le fichier ne s’ouvre pas ({reason}). Vérifiez son chemin et vos droits.",
                name=path.name,
                reason=exc.strerror or "accès refusé",
            )
        ) from None
    with stream:
        line = _first_line(path.name, stream)
        layout = recognise(path.name, line)
        yield Opened(path.name, layout, stream, layout.separator.encode())


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _first_line(name: str, stream: BinaryIO) -> str:
    """Return the header as text, or say what the file is instead."""
    line = stream.readline(LONGEST_HEADER)
    for start, kind in _KINDS.items():
        if line.startswith(start):
            raise DataError(sentence("{name} {kind}. {again}", name=name, kind=kind, again=_AGAIN))
    bare = line.removeprefix(_MARK).strip()
    if not bare:
        raise DataError(sentence("{name} : le fichier est vide. {again}", name=name, again=_AGAIN))
    if bare[:1] in {b"<", b"{", b"["}:
        kind = "une page web, sans doute une page d’erreur" if bare[:1] == b"<" else "du JSON"
        raise DataError(
            sentence(
                "{name} : le fichier contient {kind}, pas la liste. {again}",
                name=name,
                kind=kind,
                again=_AGAIN,
            )
        )
    if not line.endswith(b"\n"):
        raise DataError(
            sentence(
                "{name} : le fichier n’a pas de ligne après l’en-tête. {again}",
                name=name,
                again=_AGAIN,
            )
        )
    try:
        return bare.decode("utf-8")
    except UnicodeDecodeError:
        return bare.decode("cp1252", "replace")


def cut_short(name: str, row: int, cells: int, wanted: int) -> DataError:
    """Return the error of a file whose last row is incomplete: a download that was cut."""
    return DataError(
        sentence(
            "{name} : le téléchargement a été interrompu. La dernière ligne ({row}) compte {cells} "
            "cellules au lieu de {wanted}. {again}",
            name=name,
            row=integer(row),
            cells=cells,
            wanted=wanted,
            again=_AGAIN,
        )
    )


def never_closed(name: str) -> DataError:
    """Return the error of a file that ends between quotes."""
    return DataError(
        sentence(
            "{name} : un guillemet n’est jamais refermé, les lignes ne se distinguent plus. "
            "Le téléchargement a pu être interrompu. {again}",
            name=name,
            again=_AGAIN,
        )
    )


def mostly_refused(name: str, share: tuple[int, int], reason: str) -> DataError:
    """Return the error of a file most of whose rows cannot be counted, as (refused, rows)."""
    return DataError(
        sentence(
            "{name} : {refused} sur {rows} ne peuvent pas être comptées. {reason}. {again}",
            name=name,
            refused=counted(share[0], "ligne"),
            rows=integer(share[1]),
            reason=reason,
            again=_AGAIN,
        )
    )
