"""Writing a set of files at one go: all of them, whole, or none."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from reportlib.errors import OutputError

PART = ".partiel"
"""End of the name that a file has while it is being written, in the folder where it will stand."""


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write each of ``files`` under its path, replacing what is there; folders are made.

    Every file is first written whole under a temporary name beside its place and forced to the
    disk; only then are all of them renamed. On any error, what stood there before stands there
    again, and neither a temporary name nor a new folder is left.

    Raises
    ------
    OutputError
        A file cannot be written: no room, no right, a folder of that name.
    """
    ready(files)
    parts: dict[Path, Path] = {}
    made: list[Path] = []
    try:
        for target, content in files.items():
            made += _folders(target.parent)
            parts[target] = _beside(target)
            _write(parts[target], content)
        _rename(parts)
    except BaseException as exc:
        for leftover in parts.values():
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        if isinstance(exc, OSError):
            raise OutputError(_failure(exc, files)) from exc
        raise


def ready(targets: Iterable[Path]) -> None:
    """Refuse places where no file can be written; nothing is made.

    Called before a long run too, so that a wrong folder is said at once.

    Raises
    ------
    OutputError
        A folder cannot be made or written to, or has the name of a file to write.
    """
    for target in targets:
        try:
            obstacle = _obstacle(target)
        except OSError as exc:
            obstacle = exc.errno
        if obstacle is not None:
            raise OutputError(_failure(OSError(obstacle, ""), [target]))


def _obstacle(target: Path) -> int | None:
    """The number of the error that writing ``target`` would meet, as far as can be seen now."""
    if target.is_dir():
        return errno.EISDIR
    folder = target.absolute().parent
    while not folder.exists():
        folder = folder.parent
    if not folder.is_dir():
        return errno.ENOTDIR
    return None if os.access(folder, os.W_OK) else errno.EACCES


def _folders(folder: Path) -> list[Path]:
    """Make ``folder`` and those above it; return the new ones, the highest first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.stem[:40]}.{secrets.token_hex(6)}{PART}")


def _write(path: Path, content: bytes) -> None:
    """Create ``path`` and force its content to the disk."""
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _rename(parts: Mapping[Path, Path]) -> None:
    """Give each file its name; take all of them back when one of them cannot have it."""
    before: dict[Path, Path | None] = {}
    try:
        for target, part in parts.items():
            before[target] = _kept(target)
            part.replace(target)
        for folder in {target.parent for target in parts}:
            _settle(folder)
    except BaseException:
        for target, old in before.items():
            if old is not None:
                old.replace(target)
            elif not parts[target].exists():
                target.unlink(missing_ok=True)
        raise
    finally:
        for old in before.values():
            if old is not None:
                old.unlink(missing_ok=True)


def _kept(target: Path) -> Path | None:
    """Keep the file of before under a second name: a link, or a copy where links are not known."""
    if not target.exists():
        return None
    second = _beside(target)
    try:
        second.hardlink_to(target)
    except OSError:
        try:
            shutil.copyfile(target, second)
        except OSError:
            second.unlink(missing_ok=True)
            raise
    return second


def _settle(folder: Path) -> None:
    """Force the new names of ``folder`` to the disk, where that is possible (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_CAUSES = {
    errno.ENOSPC: "il n'y a plus de place sur le disque",
    errno.EDQUOT: "votre espace de stockage est plein",
    errno.EFBIG: "le fichier dépasse la taille permise",
    errno.EACCES: "vous n'avez pas le droit d'y écrire",
    errno.EPERM: "vous n'avez pas le droit d'y écrire",
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENOTDIR: "un fichier porte le nom d'un dossier du chemin",
    errno.EEXIST: "un fichier porte le nom d'un dossier du chemin",
    errno.EISDIR: "un dossier porte le nom d'un fichier à écrire",
    errno.ENAMETOOLONG: "le nom du fichier est trop long",
}


def _failure(exc: OSError, targets: Iterable[Path]) -> str:
    """Say in French why nothing was written."""
    cause = _CAUSES.get(exc.errno or 0) or exc.strerror or str(exc)
    folders = " et ".join(f"« {folder} »" for folder in dict.fromkeys(t.parent for t in targets))
    return f"Impossible d'écrire dans {folders} : {cause}. Aucun fichier n'a été écrit."
