"""The files of a folder: which are registers, and their bytes, read once."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlib.errors import DataError
from reportlib.intake.sentences import sentence

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
TEXTS = frozenset({".csv", ".txt", ".tsv"})
GUIDES = ("sources.yaml", "sources.yml")
"""The file beside the registers that says which sheet is which."""


@dataclass(frozen=True)
class FolderFile:
    """A file of the folder: its name, accents composed, and its bytes."""

    name: str
    content: bytes

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def suffix(self) -> str:
        """« .xlsx », in lower case."""
        return Path(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return Path(self.name).stem


@dataclass(frozen=True)
class Folder:
    """The registers of a folder, sorted by name, and its guide."""

    name: str
    files: tuple[FolderFile, ...]
    guide: FolderFile | None
    left: tuple[str, ...]
    """Names of the files and folders that are no register: another format, a subfolder."""

    @property
    def fingerprint(self) -> str:
        """A digest of every name and every byte that the reading depends on."""
        digest = hashlib.sha256(self.name.encode())
        for one in (*self.files, *([self.guide] if self.guide else [])):
            digest.update(f"{one.name}\0{one.fingerprint}\0".encode())
        digest.update("\0".join(self.left).encode())
        return digest.hexdigest()


def read_files(folder: Path) -> Folder:
    """Return the files of ``folder`` itself, hidden and lock files and READMEs left out.

    Raises
    ------
    DataError
        No such folder, a file that cannot be opened, no file of a known format.
    """
    if not folder.is_dir():
        raise DataError(
            sentence(
                "« {folder} » n’est pas un dossier : donnez le dossier qui contient les registres, "
                "par exemple « data_samples/registres ».",
                folder=folder,
            )
        )
    places = sorted(
        (p for p in folder.iterdir() if not _hidden(p.name)),
        key=lambda p: (p.name.casefold(), p.name),
    )
    known = [p for p in places if p.is_file() and p.suffix.lower() in WORKBOOKS | TEXTS]
    guides = [p for p in places if p.name.lower() in GUIDES]
    _refuse(folder, known, guides)
    left = tuple(p.name for p in places if p not in known and p not in guides)
    return Folder(
        folder.name, tuple(_read(p) for p in known), _read(guides[0]) if guides else None, left
    )


def _refuse(folder: Path, known: Sequence[Path], guides: Sequence[Path]) -> None:
    """Refuse a folder with two guides, or without any register."""
    if len(guides) > 1:
        raise DataError(
            sentence(
                "{names} : deux guides dans le même dossier. Gardez-en un seul, « sources.yaml ».",
                names=", ".join(p.name for p in guides),
            )
        )
    if not known:
        raise DataError(
            sentence(
                "Le dossier « {folder} » ne contient aucun registre : déposez-y au moins un "
                "fichier Excel, LibreOffice ou CSV, par exemple « Propositions.xlsx ».",
                folder=folder.name,
            )
        )


def _hidden(name: str) -> bool:
    """Whether a file is none of the team's: hidden, a spreadsheet's lock, a README, a system's."""
    lowered = name.lower()
    return (
        lowered.startswith((".", "~$"))
        or lowered.split(".")[0] in {"readme", "lisezmoi"}
        or lowered in {"thumbs.db", "desktop.ini"}
    )


def _read(place: Path) -> FolderFile:
    """Read a file's bytes, or say that it cannot be opened."""
    try:
        return FolderFile(unicodedata.normalize("NFC", place.name), place.read_bytes())
    except OSError as exc:
        raise DataError(
            sentence(
                "{name} : le fichier ne s’ouvre pas ({reason}). Fermez-le dans le tableur, "
                "vérifiez vos droits, puis relancez.",
                name=place.name,
                reason=exc.strerror or "accès refusé",
            )
        ) from None
