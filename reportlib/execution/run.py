"""Running a notebook in memory, through papermill; what went wrong is said in French."""

from __future__ import annotations

import asyncio
import copy
import warnings
from collections.abc import Callable, Mapping
from contextvars import Context
from pathlib import Path
from typing import Any

import nbformat
from jupyter_core.utils import ensure_event_loop
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.warnings import DuplicateCellId, MissingIDFieldWarning
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines
from papermill.exceptions import PapermillExecutionError
from papermill.execute import execute_notebook

from reportlib.errors import NotebookError
from reportlib.execution.kernel import NAME, QUIET, kernel_manager, last_words, start_options
from reportlib.execution.parameters import TAG, as_source, declared
from reportlib.execution.values import checked
from reportlib.execution.watch import INJECTED, OnCell, Watch, dead, of_cell

ENGINE = "reportlib"
CELL_SECONDS = 600
"""The longest that one cell may take. [seconds] Our choice: ten minutes."""

START_SECONDS = 120
"""The longest that a kernel may take to answer first. [seconds] Our choice: a busy slow machine."""


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
    work = prepared(_read(notebook), values)
    total = sum(cell.cell_type == "code" for cell in work.cells)
    watch = Watch(total, on_cell)
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
        raise of_cell(exc, watch, notebook.name) from None
    except CellTimeoutError:
        raise NotebookError(
            f"{notebook.name}, {watch.where()} : pas finie après {cell_seconds} secondes."
        ) from None
    except RuntimeError as exc:
        if watch.number and not isinstance(exc, DeadKernelError):
            raise
        raise dead(exc, watch, notebook.name) from exc


def _read(notebook: Path) -> NotebookNode:
    """Read ``notebook``; cells saved without ids, or with the same, get new ones in silence."""
    with warnings.catch_warnings():
        for kind in (MissingIDFieldWarning, DuplicateCellId):
            warnings.simplefilter("ignore", kind)
        read: NotebookNode = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    return read


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
        watch: Watch,
        start_timeout: int,
        execution_timeout: int,
        **_: object,
    ) -> None:
        """Run every cell in a kernel whose working folder is ``folder``."""
        with kernel_manager() as manager, start_options(manager, folder) as options:
            client = PapermillNotebookClient(
                nb_man,
                km=manager,
                log=QUIET,
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
                _alone(lambda: client.execute(cleanup_kc=True, **options))
            finally:
                watch.words = last_words(manager)


papermill_engines.register(ENGINE, _OwnEngine)


def _alone(work: Callable[[], object]) -> None:
    """Do ``work`` with an event loop of its own, closed afterwards.

    Jupyter's synchronous doors open a loop a context and leave it open. Where a loop already runs
    (a notebook that runs notebooks), they use a thread of their own, and nothing is to be closed.
    """

    def closing() -> None:
        try:
            work()
        finally:
            try:
                asyncio.get_running_loop()
            except RuntimeError:
                _close(ensure_event_loop())

    Context().run(closing)


def _close(loop: asyncio.AbstractEventLoop) -> None:
    """Close ``loop``, what an interruption left pending first."""
    pending = asyncio.all_tasks(loop)
    for task in pending:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
    asyncio.set_event_loop(None)
