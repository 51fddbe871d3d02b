"""A document: the pieces of a bilan in order, numbered and checked, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from nbformat import NotebookNode

from reportlib.blocks import MIME, from_record
from reportlib.errors import RenderingError
from reportlib.rendering import prose
from reportlib.rendering.glyphs import cleaned

Piece = dict[str, Any]
LEFT_OUT = {"hors-bilan", "parameters", "injected-parameters"}
"""Tags of cells that stay in the notebook."""

CAPTIONED = {"table": "Tableau", "funnel": "Figure", "bars": "Figure", "line": "Figure",
             "dots": "Figure"}  # fmt: skip
ALT = {"funnel", "bars", "line", "dots"}


@dataclass(frozen=True)
class Document:
    """What both formats draw: the title block, then the pieces, each plain data with its number."""

    title: Piece
    pieces: tuple[Piece, ...]
    notices: tuple[str, ...] = field(default=())
    """What readers will not see as written: characters that the fonts lack."""

    def chapters(self) -> Iterator[Piece]:
        """Yield the level-2 headings."""
        return (p for p in self.pieces if p["kind"] == "heading" and p["level"] == 2)


def from_notebook(notebook: NotebookNode, *, strict: bool = True) -> Document:
    """Return the document of an executed notebook: block outputs and Markdown cells, in order.

    Cells tagged ``hors-bilan`` are left out, and code is never shown.

    Raises
    ------
    RenderingError
        In strict mode: an output that is no block, a missing title or alternative text, a heading
        jump, no title block or two. The message names the cell.
    """
    found: list[tuple[int, Piece]] = []
    for number, cell in enumerate(notebook.cells, start=1):
        if LEFT_OUT & set(cell.metadata.get("tags", [])):
            continue
        if cell.cell_type == "markdown":
            found += [(number, piece) for piece in _prose_pieces(cell.source, number)]
        elif cell.cell_type == "code":
            found += [(number, piece) for piece in _outputs(cell, number, strict=strict)]
    return _document(found)


def from_blocks(records: Iterable[Piece]) -> Document:
    """Return the document of block records, without any notebook.

    Raises
    ------
    RenderingError
        As ``from_notebook``; the number named is the block's.
    """
    return _document([(number, _checked(r, number)) for number, r in enumerate(records, start=1)])


def _document(found: list[tuple[int, Piece]]) -> Document:
    lost: set[str] = set()
    titles = [(n, p) for n, p in found if p["kind"] == "title"]
    if len(titles) != 1:
        raise RenderingError(
            f"Un bilan a un bloc de titre et un seul\u00a0; celui-ci en a {len(titles)}."
        )
    if found[0][1]["kind"] != "title":
        raise RenderingError("Le bloc de titre vient en premier.")
    _check_levels(found)
    body = [_readable(piece, number) for number, piece in found if piece["kind"] != "title"]
    pieces = _numbered([cleaned(piece, lost) for piece in body])
    title = cleaned(titles[0][1], lost)
    notices = tuple(
        f"Caractère U+{ord(c):04X} absent des polices, remplacé par «\u00a0□\u00a0»."
        for c in sorted(lost)
    )
    return Document(title, tuple(pieces), notices)


def _outputs(cell: NotebookNode, number: int, *, strict: bool) -> Iterator[Piece]:
    for output in cell.outputs:
        bundle = output.get("data", {})
        if MIME in bundle:
            yield _checked(bundle[MIME], number)
        elif strict:
            said = output.get("ename") or output.output_type
            raise RenderingError(
                f"Cellule {number}\u00a0: une sortie n’est pas un bloc ({said}). Retirez-la, ou "
                "donnez à la cellule l’étiquette «\u00a0hors-bilan\u00a0»."
            )


def _checked(record: Piece, number: int) -> Piece:
    """The record, once it has been read back as a block and has all that a reader needs."""
    try:
        piece = from_record(dict(record)).record()
    except (ValueError, TypeError, KeyError) as exc:
        raise RenderingError(f"Cellule {number}\u00a0: bloc illisible ({exc}).") from None
    kind = piece["kind"]
    if kind in CAPTIONED and not str(piece["title"]).strip():
        raise RenderingError(f"Cellule {number}\u00a0: un tableau ou une figure n’a pas de titre.")
    if kind in ALT and not str(piece["alt"]).strip():
        raise RenderingError(
            f"Cellule {number}\u00a0: la figure «\u00a0{piece['title']}\u00a0» n’est pas décrite."
        )
    if kind == "table" and any(not str(c["label"]).strip() for c in piece["columns"]):
        raise RenderingError(
            f"Cellule {number}\u00a0: une colonne de «\u00a0{piece['title']}\u00a0» n’a pas de nom."
        )
    return piece


def _readable(piece: Piece, number: int) -> Piece:
    """A free zone's Markdown becomes nodes; its headings become strong paragraphs."""
    if piece["kind"] != "free" or not piece["markdown"]:
        return piece
    where = f"Cellule {number}, «\u00a0{piece['title']}\u00a0»"
    return {**piece, "nodes": [_flat(node) for node in prose.nodes(piece["markdown"], where)]}


def _flat(node: Piece) -> Piece:
    if node["type"] != "h":
        return node
    return {"type": "p", "spans": [[s[0], "strong", s[2]] for s in node["spans"]]}


def _prose_pieces(source: str, number: int) -> Iterator[Piece]:
    for node in prose.nodes(source, f"Cellule {number}"):
        if node["type"] == "h":
            words = "".join(span[0] for span in node["spans"])
            if node["level"] == 1:
                raise RenderingError(
                    f"Cellule {number}\u00a0: le titre de niveau 1 est celui du bloc de titre. "
                    "Écrivez «\u00a0## …\u00a0», ou donnez à la cellule l’étiquette "
                    "«\u00a0hors-bilan\u00a0»."
                )
            yield {"kind": "heading", "level": node["level"], "text": words}
        else:
            yield {"kind": "prose", "nodes": [node]}


def _check_levels(found: list[tuple[int, Piece]]) -> None:
    level = 1
    for number, piece in found:
        if piece["kind"] != "heading":
            continue
        wanted = cast(int, piece["level"])
        if wanted > level + 1:
            raise RenderingError(
                f"Cellule {number}\u00a0: le titre «\u00a0{piece['text']}\u00a0» saute du niveau "
                f"{level} au niveau {wanted}."
            )
        level = wanted


def _numbered(pieces: list[Piece]) -> list[Piece]:
    """Chapters, tables and figures get their number once, the same in both formats."""
    chapter, ranks, numbered = 0, {"Tableau": 0, "Figure": 0}, []
    anchors: set[str] = set()
    for index, piece in enumerate(pieces):
        extra: Piece = {"anchor": f"b{index}"}
        if piece["kind"] == "heading":
            extra["number"] = ""
        if piece["kind"] == "heading" and piece["level"] == 2:
            if not piece["text"].startswith("Annexe"):
                chapter += 1
                extra["number"] = str(chapter)
            extra["anchor"] = f"chapitre-{len(anchors) + 1}"
            anchors.add(extra["anchor"])
        elif word := CAPTIONED.get(piece["kind"]):
            ranks[word] += 1
            extra |= {"word": word, "rank": ranks[word]}
        numbered.append({**piece, **extra})
    return numbered
