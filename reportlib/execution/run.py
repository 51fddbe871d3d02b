"""Running a notebook in memory, through papermill; what went wrong is said in French."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines
from papermill.exceptions import PapermillExecutionError
from papermill.execute import execute_notebook

from reportlib import errors
from reportlib.errors import NotebookError, ReportError
from reportlib.execution.kernel import NAME, kernel_manager, last_words, start_options
from reportlib.execution.parameters import TAG, as_source, declared
from reportlib.execution.values import checked

ENGINE = "reportlib"
INJECTED = "injected-parameters"
"""The tag of the cell that holds the values of a run (papermill's word)."""

CELL_SECONDS = 600
"""The longest that one cell may take. [seconds] Our choice: ten minutes."""

START_SECONDS = 120
"""The longest that a kernel may take to answer first. [seconds] Our choice: a busy slow machine."""

OnCell = Callable[[int, int], None]
"""Told after each code cell: cells done, cells in all."""

_KIND_OF_ERROR = (
    "[c.__name__ for c in type(__import__('sys').last_value).__mro__"
    " if c.__module__ == 'reportlib.errors']"
)


def run(
    notebook: Path,
    parameters: Mapping[str, object],
    *,
    on_cell: OnCell | None = None,
    folder: Path | None = None,
    cell_seconds: int = CELL_SECONDS,
) -> NotebookNode:
    """Return ``notebook`` once run; nothing is written.

    Parameters
    ----------
    notebook
        The notebook, which must declare ``parameters``; it is left as it is.
    folder
        The kernel's working folder; that of the notebook when None, as JupyterLab has it.
    cell_seconds
        The longest that one cell may take. [seconds]

    Raises
    ------
    ParameterError
        A parameter is not declared or of another type: nothing was started.
    ReportError
        A cell raised one of ours: the same class, the same message.
    NotebookError
        A cell raised anything else, took too long, or the kernel died.
    """
    values = checked(declared(notebook), parameters, notebook.name)
    read: NotebookNode = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    work = prepared(read, values)
    total = sum(cell.cell_type == "code" for cell in work.cells)
    watch = _Watch(total, on_cell)
    try:
        executed: NotebookNode = execute_notebook(
            work,
            None,
            engine_name=ENGINE,
            progress_bar=False,
            autosave_cell_every=0,
            folder=folder or notebook.resolve().parent,
            start_timeout=START_SECONDS,
            execution_timeout=cell_seconds,
            watch=watch,
        )
        return executed  # noqa: TRY300 - what follows only says what went wrong
    except PapermillExecutionError as exc:
        raise _of_cell(exc, watch, notebook.name) from None
    except CellTimeoutError:
        raise NotebookError(
            f"{notebook.name}, {watch.where()} : pas finie après {cell_seconds} secondes."
        ) from None
    except (DeadKernelError, RuntimeError) as exc:
        raise _dead(exc, watch, notebook.name) from exc


def prepared(notebook: NotebookNode, values: Mapping[str, Any]) -> NotebookNode:
    """Return a copy of ``notebook`` with a cell that gives ``values``, after the declared ones.

    papermill would write « é » as an escape and, where black is installed, in another form.
    """
    given = copy.deepcopy(notebook)
    given.cells = [cell for cell in given.cells if INJECTED not in cell.metadata.get("tags", [])]
    if not values:
        return given
    cell = nbformat.v4.new_code_cell(  # type: ignore[no-untyped-call]
        as_source(dict(values)), metadata={"tags": [INJECTED]}
    )
    tagged = [TAG in each.metadata.get("tags", []) for each in given.cells]
    given.cells.insert(tagged.index(True) + 1, cell)
    given.metadata["papermill"] = {"parameters": dict(values)}
    return given


class _Watch:
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


class _OwnEngine(Engine):  # type: ignore[misc]
    """papermill's engine with our kernel: the interpreter of the caller, over sockets."""

    @classmethod
    def nb_kernel_name(cls, nb: NotebookNode, name: str | None = None) -> str:
        """Return our kernel, whatever the notebook was last saved with."""
        return NAME

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        folder: Path,
        watch: _Watch,
        start_timeout: int,
        execution_timeout: int,
        **_: object,
    ) -> None:
        """Run every cell in a kernel whose working folder is ``folder``."""
        with kernel_manager() as manager, start_options(manager, folder) as options:
            client = PapermillNotebookClient(
                nb_man,
                km=manager,
                timeout=execution_timeout,
                startup_timeout=start_timeout,
                iopub_timeout=60,
                coalesce_streams=True,
                record_timing=False,
                on_cell_start=watch.start,
                on_cell_executed=watch.finish,
                on_cell_error=watch.fail,
            )
            watch.client = client
            try:
                client.execute(cleanup_kc=True, **options)
            finally:
                watch.words = last_words(manager)


papermill_engines.register(ENGINE, _OwnEngine)


def _of_cell(exc: PapermillExecutionError, watch: _Watch, name: str) -> ReportError:
    """Return the error that a cell stands for: ours as it was raised, or a ``NotebookError``."""
    detail = "\n".join(exc.traceback)
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


def _dead(exc: Exception, watch: _Watch, name: str) -> NotebookError:
    """Return what a kernel that died, or never answered, means."""
    if watch.number:
        why = "le noyau s'est arrêté ; la mémoire de la machine a pu manquer"
    else:
        why = "le noyau Python n'a pas démarré ; le paquet ipykernel est-il installé ?"
    failed = NotebookError(f"{name}, {watch.where()} : {why}.")
    failed.add_note(watch.words or str(exc))
    return failed
