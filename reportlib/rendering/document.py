"""A document: the pieces of a bilan in order, numbered and checked, ready to be drawn.

The one door into this room: both formats draw a ``Document``, so they say the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlib.blocks import MIME
from reportlib.rendering import prose
from reportlib.rendering.agreement import agreed
from reportlib.rendering.checks import (
    CAPTIONED,
    GRIDS,
    UNSEEN,
    Piece,
    Placed,
    complete,
    levelled,
    titled_once,
)
from reportlib.rendering.faults import Faults
from reportlib.rendering.glyphs import cleaned, notices

if TYPE_CHECKING:  # seconds of a kernel's start where JupyterLab is installed (see ``cli.SLOW``)
    from nbformat import NotebookNode

LEFT_OUT = {"hors-bilan", "parameters", "injected-parameters"}
"""Tags of cells that stay in the notebook."""
UNNUMBERED = "Annexe"
"""Chapters whose heading starts so carry no number."""


@dataclass(frozen=True)
class Document:
    """What both formats draw: the title block, then the pieces, each plain data.

    A piece is a block's record with ``anchor`` (its place in the page), ``number`` (chapters),
    ``word`` and ``rank`` (« Tableau », 3), ``nodes`` (free zones with words); or
    ``{"kind": "prose", "nodes": …}``, the words of a Markdown cell.
    """

    title: Piece
    pieces: tuple[Piece, ...]
    notices: tuple[str, ...] = ()
    """What readers will not see as it was written, one sentence each."""
    annexed: tuple[Piece, ...] = ()
    """What only the workbook holds: rules of calculation, controls."""

    def chapters(self) -> Iterator[Piece]:
        """Yield the level-2 headings, in order."""
        return (p for p in self.pieces if p["kind"] == "heading" and p["level"] == 2)


def from_notebook(notebook: NotebookNode, *, strict: bool = True) -> Document:
    """Return the document of an executed notebook: block outputs and Markdown cells, in order.

    Cells tagged ``hors-bilan`` are left out; code is never shown. Lenient rendering mends what it
    can and says so in ``notices``.

    Raises
    ------
    RenderingError
        A block that cannot be drawn. In strict mode also: an output that is no block, a table or
        figure without title, a figure without description, an image in Markdown, a heading jump,
        no title block or two, nothing after it, numbers that should be equal and are not. The
        message names the cell.
    """
    faults = Faults(strict=strict)
    found: list[Placed] = []
    for number, cell in enumerate(notebook.cells, start=1):
        where = f"Cellule\u00a0{number}"
        if LEFT_OUT & set(cell.metadata.get("tags", [])):
            continue
        if cell.cell_type == "markdown":
            found += _words(cell.source, where, faults)
        elif cell.cell_type == "code":
            found += _outputs(cell, where, faults)
    return _document(found, faults)


def from_blocks(records: Iterable[Piece], *, strict: bool = True) -> Document:
    """Return the document of block records, without any notebook.

    Raises
    ------
    RenderingError
        As ``from_notebook``; the message names the block by its place.
    """
    faults = Faults(strict=strict)
    placed = ((f"Bloc\u00a0{number}", record) for number, record in enumerate(records, start=1))
    found = [Placed(where, complete(record, where, faults)) for where, record in placed]
    return _document(found, faults)


def _outputs(cell: NotebookNode, where: str, faults: Faults) -> Iterator[Placed]:
    for output in cell.outputs:
        bundle = output.get("data", {})
        if MIME in bundle:
            yield Placed(where, complete(bundle[MIME], where, faults))
        else:
            said = output.get("ename") or output.output_type
            faults.report(
                where,
                f"une sortie n’est pas un bloc ({said}). Retirez-la, ou donnez à la cellule "
                "l’étiquette « hors-bilan ».",
            )


def _words(source: str, where: str, faults: Faults) -> Iterator[Placed]:
    """The pieces of a Markdown cell: headings, and the words between them."""
    between: list[prose.Node] = []
    for node in prose.nodes(source, where, faults):
        if node["type"] != "h":
            between.append(node)
            continue
        if between:
            yield Placed(where, {"kind": "prose", "nodes": between})
            between = []
        words = "".join(span[0] for span in node["spans"])
        yield Placed(where, {"kind": "heading", "level": node["level"], "text": words})
    if between:
        yield Placed(where, {"kind": "prose", "nodes": between})


def _document(found: list[Placed], faults: Faults) -> Document:
    lost: Counter[str] = Counter()
    agreed(found, faults)
    ordered = levelled(titled_once(found, faults), faults)
    title, *pieces = [cleaned(_readable(placed, faults), lost) for placed in ordered]
    told = (*faults.notices, *notices(lost))
    shown = (piece for piece in pieces if piece["kind"] not in UNSEEN)
    annexed = tuple(piece for piece in pieces if piece["kind"] in UNSEEN)
    return Document(cleaned(title), tuple(_numbered(shown)), told, annexed)


def _readable(placed: Placed, faults: Faults) -> Piece:
    """A free zone's Markdown becomes nodes, its headings strong paragraphs."""
    piece = placed.piece
    if piece["kind"] != "free":
        return piece
    where = f"{placed.where}, « {piece['title']} »"
    nodes = prose.nodes(piece["markdown"], where, faults)
    return {**piece, "markdown": "", "nodes": [prose.flat(node) for node in nodes]}


def _numbered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Chapters, tables and figures get their number here, the same in both formats."""
    chapters, numbered, ranks = 0, 0, Counter[str]()
    for index, piece in enumerate(pieces, start=1):
        told: Piece = {"anchor": f"bloc-{index}"}
        if piece["kind"] == "heading":
            told["number"] = ""
        if piece["kind"] == "heading" and piece["level"] == 2:
            chapters += 1
            told["anchor"] = f"chapitre-{chapters}"
            if not piece["text"].startswith(UNNUMBERED):
                numbered += 1
                told["number"] = str(numbered)
        elif piece["kind"] in CAPTIONED:
            word = "Tableau" if piece["kind"] in GRIDS else "Figure"
            ranks[word] += 1
            told |= {"word": word, "rank": ranks[word]}
        yield {**piece, **told}
