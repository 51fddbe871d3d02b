"""A bilan that replaces another: its version, what moved, and what is never written over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reportlib.cli.bilans import INTERNE, ORGANISME, Bilan
from reportlib.errors import OutputError, ParameterError
from reportlib.execution.kinds import Value
from reportlib.places import locate

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from reportlib.execution.anciens import Ancien

REMPLACE = "remplace"
"""The parameter that names the version replaced: its notebook, or its day of edition."""
READERS = (ORGANISME, INTERNE)
"""The parameters that say who reads: a version goes to the readers of the one it replaces."""


def replaced(
    bilan: Bilan, values: dict[str, Value], when: str, *, typed: Mapping[str, object]
) -> Ancien | None:
    """Read the bilan that this one replaces, if a notebook is named; number and name versions."""
    named = str(values.get(REMPLACE, ""))
    if not named.endswith(".ipynb"):
        return None
    from reportlib.execution.anciens import lire, same_bilan

    ancien = lire(locate(named))
    same_bilan(ancien, bilan.name, values, {when, *READERS})
    if "version" not in typed or str(typed["version"]) == ancien.version:
        values["version"] = ancien.following
    values[REMPLACE] = ancien.called
    return ancien


def unchanged(target: Path, content: bytes) -> None:
    """Refuse to change a bilan that was handed over: it has a day of edition.

    Raises
    ------
    OutputError
        ``target`` is one, and holds something else.
    """
    if not target.is_file() or target.read_bytes() == content:
        return
    from reportlib.execution.anciens import lire

    try:
        ancien = lire(target)
    except ParameterError:
        return
    if ancien.edition:
        raise OutputError(
            f"« {target.name} » est un bilan remis, édité le {ancien.edition}, et son contenu "
            f"changerait. Donnez --{REMPLACE} {target.name} pour en faire la version "
            f"{ancien.following}, une autre --sortie, ou --ecraser si ce n'est qu'un essai."
        )


def compared(delivered: NotebookNode, ancien: Ancien) -> NotebookNode:
    """Return the notebook with a last chapter: what moved since the version that it replaces."""
    from reportlib.execution.anciens import shown
    from reportlib.execution.delivered import with_blocks
    from reportlib.sections.versions import changements
    from reportlib.wording import day

    edition = ancien.edition
    called = f"la version du {day(date.fromisoformat(edition))}" if edition else ancien.called
    blocks = changements(ancien.records, shown(delivered), version=called)
    return with_blocks(delivered, blocks, f"# ajouté par « bilan rendre --{REMPLACE} »")
