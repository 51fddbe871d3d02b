"""The last step of a PDF: headers of rows in its structure, no date. Same input, same bytes.

Typst tags the headers of columns only, and writes the date that PDF/A makes it ask for.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import cast

import pikepdf
from pikepdf import Array, Dictionary, Name

DATED = re.compile(
    rb"<(xmp:CreateDate|xmp:ModifyDate|xmp:MetadataDate|xmpMM:History)>.*?</\1>", re.DOTALL
)
"""Elements of the metadata that hold a date: of making, of saving."""


def finished(content: bytes) -> bytes:
    """Return the PDF with headers of rows, and without the date of its making.

    The first cell of each row in a table's body becomes ``TH`` with ``Scope Row``. The cells' lists
    of ``Headers`` go: with scopes, one level of headers needs none.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        tree = cast(Dictionary, pdf.Root.StructTreeRoot)
        for row in _rows(tree, body=False):
            _head(row)
        if "/Suspects" in pdf.Root.MarkInfo:  # false, as by default; poppler complains of it
            del pdf.Root.MarkInfo["/Suspects"]
        _undate(pdf)
        buffer = io.BytesIO()
        pdf.save(
            buffer,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return buffer.getvalue()


def _undate(pdf: pikepdf.Pdf) -> None:
    """Take the dates out of the information and of the metadata, which must agree."""
    for name in ("/CreationDate", "/ModDate"):
        if name in pdf.docinfo:
            del pdf.docinfo[name]
    metadata = cast(pikepdf.Stream, pdf.Root.Metadata)
    metadata.write(DATED.sub(b"", metadata.read_bytes()))


def _rows(node: Dictionary, *, body: bool) -> Iterator[Dictionary]:
    """The rows of tables' bodies; on the way, every cell loses its list of headers."""
    kind = node.get("/S")
    if kind == Name.TR:
        for cell in _children(node):
            for attributes in _of_table(cell):
                if "/Headers" in attributes:
                    del attributes["/Headers"]
        if body:
            yield node
        return
    inside = (body or kind == Name.Table) and kind != Name.THead
    for child in _children(node):
        yield from _rows(child, body=inside)


def _head(row: Dictionary) -> None:
    first = next(iter(_children(row)), None)
    if first is None or first.get("/S") != Name.TD:
        return
    first.S = Name.TH
    owned = _of_table(first)
    if owned:
        owned[0]["/Scope"] = Name.Row
    else:
        first.A = Array([*_dictionaries(first.get("/A")), Dictionary(O=Name.Table, Scope=Name.Row)])


def _children(node: Dictionary) -> list[Dictionary]:
    return _dictionaries(node.get("/K"))


def _of_table(cell: Dictionary) -> list[Dictionary]:
    return [a for a in _dictionaries(cell.get("/A")) if a.get("/O") == Name.Table]


def _dictionaries(value: object) -> list[Dictionary]:
    """One dictionary or an array of them, as a list; numbers of marked content are left out."""
    found: list[object] = list(value) if isinstance(value, Array) else [value]
    return [part for part in found if isinstance(part, Dictionary)]
