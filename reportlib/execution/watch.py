"""Follows a run: which cell is at work, which error stopped it, and how that is said."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Any

from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.exceptions import PapermillExecutionError

from reportlib import errors
from reportlib.errors import NotebookError, ReportError

INJECTED = "injected-parameters"
"""The tag of the cell that holds the values of a run (papermill's word)."""

OnCell = Callable[[int, int], None]
"""Told after each code cell: cells done, cells in all."""

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_KIND_OF_ERROR = (
    "[c.__name__ for c in type(__import__('sys').last_value).__mro__"
    " if c.__module__ == 'reportlib.errors']"
)


class Watch:
    """Follows a run: which cell is at work, which error stopped it."""

    def __init__(self, total: int, on_cell: OnCell | None) -> None:
        self.total = total
        self.on_cell = on_cell
        self.done = 0
        self.number = 0
        self.line = ""
        self.classes: list[str] = []
        self.client: PapermillNotebookClient | None = None
        self.words = ""

    def start(self, cell: NotebookNode, cell_index: int) -> None:
        """Note the cell that starts: its number among code cells, less the injected one."""
        if cell.cell_type == "code" and INJECTED not in cell.metadata.get("tags", []):
            self.number += 1
            self.line = next((x.strip() for x in cell.source.splitlines() if x.strip()), "")

    def finish(self, cell: NotebookNode, cell_index: int, execute_reply: Any) -> None:
        """Tell the caller that a code cell is done."""
        self.done += 1
        if self.on_cell is not None:
            self.on_cell(self.done, self.total)

    async def fail(self, cell: NotebookNode, cell_index: int, execute_reply: Any) -> None:
        """Ask the kernel, still alive, which of our errors it raised: names alone may lie."""
        if execute_reply["content"].get("status") != "error" or self.client is None:
            return
        kernel = self.client.kc
        reply = await kernel.execute_interactive(
            "",
            silent=True,
            user_expressions={"ours": _KIND_OF_ERROR},
            allow_stdin=False,
            timeout=10,
            output_hook=lambda _message: None,
        )
        ours = reply["content"]["user_expressions"]["ours"]
        if ours["status"] == "ok":
            self.classes = ast.literal_eval(ours["data"]["text/plain"])

    def where(self) -> str:
        """« cellule 4 (« chapitre(…) ») », numbered as in the notebook's file."""
        if not self.number:
            return "avant la première cellule"
        line = self.line if len(self.line) <= 60 else f"{self.line[:59]}…"
        return f"cellule {self.number} (« {line} »)"


def of_cell(exc: PapermillExecutionError, watch: Watch, name: str) -> ReportError:
    """Return the error that a cell stands for: ours as it was raised, or a ``NotebookError``."""
    detail = _COLOURS.sub("", "\n".join(exc.traceback))
    for known in watch.classes:
        wanted = getattr(errors, known, None)
        if isinstance(wanted, type) and issubclass(wanted, ReportError):
            ours: ReportError = wanted(exc.evalue)
            ours.add_note(detail)
            return ours
    said = f"{exc.ename} : {exc.evalue}" if exc.evalue else exc.ename
    failed = NotebookError(f"{name}, {watch.where()} : {said}")
    failed.add_note(detail)
    return failed


def dead(exc: Exception, watch: Watch, name: str) -> NotebookError:
    """Return what a kernel that died, or never answered, means."""
    if watch.number:
        why = "le noyau s'est arrêté ; la mémoire de la machine a pu manquer"
    else:
        why = "le noyau Python n'a pas démarré (le paquet ipykernel manque peut-être)"
    failed = NotebookError(f"{name}, {watch.where()} : {why}.")
    failed.add_note(watch.words or str(exc))
    return failed
