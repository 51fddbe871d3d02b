"""Row headers in a tagged PDF: the first cell of each body row becomes a header of its row.

Typst tags column headers only; the structure tree is mended here. Same input, same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import cast

import pikepdf
from pikepdf import Array, Dictionary, Name


def with_row_headers(content: bytes) -> bytes:
    """Return the PDF with ``TH`` and ``Scope Row`` on the first cell of each row of a table's body.

    The cells' ``Headers`` lists are dropped: scopes say it all in tables of one header level.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        if "/StructTreeRoot" in pdf.Root:
            for row in _body_rows(cast(Dictionary, pdf.Root.StructTreeRoot)):
                _mend(row)
        buffer = io.BytesIO()
        pdf.save(
            buffer,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return buffer.getvalue()


def _body_rows(node: Dictionary, *, body: bool = False) -> Iterator[Dictionary]:
    kind = node.get("/S")
    inside = (body or kind == Name.Table) and kind != Name.THead
    if kind == Name.TR:
        for cell in _children(node):
            _without_lists(cell)
        if body:
            yield node
        return
    for child in _children(node):
        yield from _body_rows(child, body=inside)


def _children(node: Dictionary) -> list[Dictionary]:
    kids = node.get("/K")
    found: list[object] = list(kids) if isinstance(kids, Array) else [kids]
    return [kid for kid in found if isinstance(kid, Dictionary)]


def _attributes(cell: Dictionary) -> list[Dictionary]:
    owned = cell.get("/A")
    found: list[object] = list(owned) if isinstance(owned, Array) else [owned]
    return [part for part in found if isinstance(part, Dictionary)]


def _without_lists(cell: Dictionary) -> None:
    for attributes in _attributes(cell):
        if attributes.get("/O") == Name.Table and "/Headers" in attributes:
            del attributes["/Headers"]


def _mend(row: Dictionary) -> None:
    cells = _children(row)
    if not cells or cells[0].get("/S") != Name.TD:
        return
    first = cells[0]
    first.S = Name.TH
    owned = [a for a in _attributes(first) if a.get("/O") == Name.Table]
    if owned:
        owned[0]["/Scope"] = Name.Row
    else:
        first.A = Array([*_attributes(first), Dictionary(O=Name.Table, Scope=Name.Row)])
