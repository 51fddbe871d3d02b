"""Where a relative path is looked for, and where the delivered notebooks and parameters are."""

from __future__ import annotations

from pathlib import Path

from reportlib.errors import ParameterError

PACKAGE = Path(__file__).parent
DELIVERED = PACKAGE / "livraison"
"""Notebooks and parameters inside an installed wheel; a clone has them at its root."""


def locate(path: str | Path) -> Path:
    """Return the file or folder that ``path`` names.

    A relative path is looked for in the working folder, then in its parents up to the one that
    holds ``pyproject.toml``; then beside the package (clone or wheel).

    Raises
    ------
    ParameterError
        Nothing of that name in any of those places.
    """
    wanted = Path(path).expanduser()
    if wanted.is_absolute():
        candidates = [wanted]
    else:
        candidates = [
            folder / wanted for folder in (*_upwards(Path.cwd()), PACKAGE.parent, DELIVERED)
        ]
    for candidate in candidates:
        if candidate.exists():
            return candidate.resolve()
    raise ParameterError(
        f"« {path} » est introuvable, ni dans le dossier de travail ni dans ses parents. "
        "Donnez un chemin existant, par exemple « data_samples/registres »."
    )


def _upwards(folder: Path) -> list[Path]:
    """``folder`` and its parents up to the project's root; ``folder`` alone outside one."""
    walked = [folder]
    for parent in (folder, *folder.parents):
        if parent != folder:
            walked.append(parent)
        if (parent / "pyproject.toml").exists():
            return walked
    return [folder]
