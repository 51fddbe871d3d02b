"""The delivered form of a run notebook: the same inputs give the same bytes.

What a run adds that no reader needs goes: times, folders, the interpreter's version, random ids,
addresses in memory, what libraries say on stderr (a font cache being built the first time). What a
reader checks stays: parameters, code, outputs.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

import nbformat
from nbformat import NotebookNode

from reportlib.blocks import Block
from reportlib.execution.parameters import as_source
from reportlib.execution.watch import INJECTED

_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
_LANGUAGE = {
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}
_CELL_METADATA = ("papermill", "execution", "ExecuteTime")
"""What runners write in a cell's metadata: times, durations."""

DECLARED = "parameters"
"""Tag of the cell that declares a notebook's parameters."""

_WIDGET = "application/vnd.jupyter.widget-view+json"
_ADDRESS = re.compile(r"(?<=\bat )0x[0-9a-fA-F]{4,16}\b")
_FOLDERS = re.compile(r"(?<![\w:/\\.])(?:[A-Za-z]:[\\/]|/)(?:[^\s\"'<>|:*?/\\]+[/\\])+")


def normalised(notebook: NotebookNode) -> NotebookNode:
    """Return ``notebook`` in its delivered form; the one given is left as it is.

    Cells are named after their place. A parameter that is an absolute path keeps its last name
    only, and tracebacks lose the folders that they name.
    """
    delivered: NotebookNode = _node(copy.deepcopy(dict(notebook)))
    parameters = delivered.metadata.get("papermill", {}).get("parameters", {})
    shown = {name: _name_only(value) for name, value in parameters.items()}
    delivered.metadata = _node(_metadata(delivered.metadata, shown))
    delivered.nbformat, delivered.nbformat_minor = 4, 5
    for number, cell in enumerate(delivered.cells, start=1):
        cell.id = f"cellule-{number}"
        for name in _CELL_METADATA:
            cell.metadata.pop(name, None)
        if not cell.metadata.get("tags", True):
            del cell.metadata["tags"]
        if cell.cell_type == "code":
            cell.outputs = [_output(output) for output in cell.outputs if not _is_warning(output)]
            tags = cell.metadata.get("tags", [])
            if INJECTED in tags and shown:
                cell.source = as_source(shown)
            elif DECLARED in tags and shown:
                cell.source = with_values(cell.source, shown)
    nbformat.validate(delivered)
    return delivered


def with_values(source: str, values: Mapping[str, Any]) -> str:
    """Return the parameters' cell with the values of the run in place of its defaults.

    A default names what the notebook was written with: left in an organisation's copy, it would
    name another organisation.
    """
    lines = source.splitlines(keepends=True)
    for node in reversed(ast.parse(source).body):
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
            continue
        if node.value is None or node.target.id not in values:
            continue
        place = node.value
        first, last = place.lineno - 1, (place.end_lineno or place.lineno) - 1
        before = lines[first].encode()[: place.col_offset].decode()
        after = lines[last].encode()[place.end_col_offset :].decode()
        lines[first : last + 1] = [f"{before}{values[node.target.id]!r}{after}"]
    return "".join(lines)


def with_blocks(notebook: NotebookNode, blocks: Iterable[Block], source: str) -> NotebookNode:
    """Return ``notebook`` with one cell more, that shows ``blocks``; ``source`` says whence."""
    outputs = [
        {
            "output_type": "display_data",
            "metadata": {},
            "data": block._repr_mimebundle_(),
        }
        for block in blocks
    ]
    cell: dict[str, Any] = {
        "cell_type": "code",
        "execution_count": None,
        "id": f"cellule-{len(notebook.cells) + 1}",
        "metadata": {},
        "outputs": outputs,
        "source": source,
    }
    longer = copy.deepcopy(dict(notebook))
    return _node({**longer, "cells": [*longer["cells"], cell]})


def as_bytes(notebook: NotebookNode) -> bytes:
    """Return ``notebook`` in its delivered form as a file: sorted keys, UTF-8, a last newline."""
    text = nbformat.writes(normalised(notebook), version=nbformat.NO_CONVERT)  # type: ignore[no-untyped-call]
    return f"{text.rstrip()}\n".encode()


def _node(content: dict[str, Any]) -> NotebookNode:
    node: NotebookNode = nbformat.from_dict(content)  # type: ignore[no-untyped-call]
    return node


def warned(notebook: NotebookNode) -> list[str]:
    """Return what cells said on stderr, which the delivered form leaves out."""
    return [
        output.text.strip()
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if _is_warning(output)
    ]


def _is_warning(output: NotebookNode) -> bool:
    return bool(output.output_type == "stream" and output.name == "stderr")


def _metadata(metadata: NotebookNode, parameters: dict[str, Any]) -> dict[str, Any]:
    """The notebook's own metadata, with the kernel's as JupyterLab wants it, and the parameters."""
    kept = {k: v for k, v in metadata.items() if k not in {"papermill", "widgets"}}
    own: dict[str, Any] = {**kept, "kernelspec": _KERNEL, "language_info": _LANGUAGE}
    if parameters:
        own["papermill"] = {"parameters": parameters}
    return own


def _output(output: NotebookNode) -> NotebookNode:
    """An output without what changes from a run to the next."""
    if output.output_type == "error":
        output.traceback = [_FOLDERS.sub("", line) for line in output.traceback]
    if "data" in output:
        output.data.pop(_WIDGET, None)
        if "text/plain" in output.data:
            output.data["text/plain"] = _ADDRESS.sub("0x…", output.data["text/plain"])
    return output


def _name_only(value: Any) -> Any:
    """``registres`` for ``/home/x/registres``; anything else as it is."""
    if isinstance(value, str):
        for kind in (PurePosixPath, PureWindowsPath):
            if kind(value).is_absolute():
                return kind(value).name or value
    return value
