"""A bilan already handed over, read again from its notebook: parameters and blocks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from reportlib.blocks import MIME
from reportlib.blocks.record import Record
from reportlib.errors import ParameterError
from reportlib.execution.kinds import is_day


@dataclass(frozen=True, kw_only=True)
class Ancien:
    """A delivered notebook: what it was run with, and the blocks that it shows."""

    name: str
    """The file's name."""
    parameters: Mapping[str, Any]
    records: tuple[Record, ...]

    @property
    def edition(self) -> str:
        """The day of its edition, ``AAAA-MM-JJ``; "" for a draft."""
        written = str(self.parameters.get("edition", ""))
        return written if is_day(written) else ""

    @property
    def version(self) -> str:
        """The version that it says it is: « 1 », « 2 »."""
        return str(self.parameters.get("version", "1")) or "1"

    @property
    def following(self) -> str:
        """The version that replaces it.

        Raises
        ------
        ParameterError
            Its own is no number.
        """
        if not self.version.isdecimal():
            raise ParameterError(
                f"{self.name} est la version « {self.version} », dont on ne sait pas déduire la "
                "suivante. Donnez-la, par exemple --version 2."
            )
        return str(int(self.version) + 1)

    @property
    def called(self) -> str:
        """How the one that replaces it names it: its day of edition, else its version."""
        return self.edition or f"la version {self.version}"


def lire(path: Path) -> Ancien:
    """Return the bilan of the notebook at ``path``.

    Raises
    ------
    ParameterError
        The file is no notebook, or none that « bilan rendre » wrote.
    """
    try:
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except (ValueError, OSError, nbformat.reader.NotJSONError, nbformat.ValidationError):
        raise ParameterError(f"« {path.name} » n'est pas un carnet lisible.") from None
    records = shown(notebook)
    parameters = notebook.metadata.get("papermill", {}).get("parameters", {})
    if not records or not parameters:
        raise ParameterError(
            f"« {path.name} » n'est pas un bilan rendu : donnez le carnet (.ipynb) que "
            "« bilan rendre » a écrit à côté du PDF."
        )
    return Ancien(name=path.name, parameters=dict(parameters), records=records)


def shown(notebook: NotebookNode) -> tuple[Record, ...]:
    """Return the blocks that a run notebook shows, in order."""
    return tuple(
        output.data[MIME]
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if MIME in output.get("data", {})
    )


def same_bilan(
    ancien: Ancien, title: str, values: Mapping[str, object], names: Collection[str]
) -> None:
    """Refuse to replace a bilan of another kind, period or organisation.

    Parameters
    ----------
    title
        First word of the new bilan's files; the old one's name begins with it.
    names
        The parameters that must be those of the old one; one that neither has is the same.

    Raises
    ------
    ParameterError
        One is not.
    """
    if not ancien.name.startswith(title):
        raise ParameterError(
            f"{ancien.name} n'est pas un document de la même sorte ({title}) : un bilan ne "
            "remplace que sa propre version."
        )
    for name in sorted(names):
        old, new = ancien.parameters.get(name), values.get(name)
        if str(old or "") != str(new or ""):
            raise ParameterError(
                f"{ancien.name} a « {name} » égal à « {old} », et non « {new} » : un bilan ne "
                "remplace que sa propre version."
            )
