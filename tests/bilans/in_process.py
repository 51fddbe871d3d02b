"""A notebook's bilan without a kernel: its own cells, in their order, in this process.

What needs the command, a kernel or another process is tested through `conftest.made`; all that
asks only what a bilan says is asked here, at a tenth of the cost.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import nbformat

from reportlib.blocks import Block, Blocks
from reportlib.rendering.document import LEFT_OUT, Document, from_blocks
from reportlib.rendering.html import html
from reportlib.rendering.pdf import pdf
from tests.bilans.conftest import ROOT


@dataclass(frozen=True)
class Said:
    """One bilan: its blocks, and its files when they are asked for."""

    blocks: tuple[Block, ...]
    bilan: Any
    """The open bilan: dataset, period, settings, figures."""

    @cached_property
    def document(self) -> Document:
        """The numbered document, strict."""
        return from_blocks([block.record() for block in self.blocks])

    @cached_property
    def html(self) -> str:
        """The page."""
        return html(self.document)

    @cached_property
    def pdf(self) -> bytes:
        """The paper."""
        return pdf(self.document)

    @cached_property
    def annex(self) -> bytes:
        """The workbook."""
        from reportlib.rendering.annex import annex

        return annex(self.document)


@cache
def said(notebook: str, **parameters: str | int) -> Said:
    """Return the bilan of ``notebooks/<notebook>.ipynb`` with these parameters."""
    world: dict[str, Any] = {}
    blocks: list[Block] = []
    for source, tags in _cells(notebook):
        if "parameters" in tags:
            exec(source, world)
            unknown = parameters.keys() - world.keys()
            if unknown:
                raise LookupError(f"{notebook} declares no {sorted(unknown)}")
            world.update(parameters)
            continue
        shown = _run(source, world)
        if not LEFT_OUT & set(tags):
            blocks += _blocks(shown)
    return Said(tuple(blocks), world["bilan"])


def _cells(notebook: str) -> Iterator[tuple[str, list[str]]]:
    """Code cells in order: source, tags."""
    path: Path = ROOT / "notebooks" / f"{notebook}.ipynb"
    for cell in nbformat.read(path, as_version=4).cells:  # type: ignore[no-untyped-call]
        if cell.cell_type == "code":
            yield cell.source, list(cell.metadata.get("tags", []))


def _run(source: str, world: dict[str, Any]) -> Any:
    """Run a cell; return what its last line gives, as a notebook shows it."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), world)
    if last is None:
        return None
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), world)


def _blocks(shown: Any) -> tuple[Block, ...]:
    """The blocks of an output."""
    if isinstance(shown, Block):
        return (shown,)
    return tuple(shown) if isinstance(shown, Blocks) else ()
