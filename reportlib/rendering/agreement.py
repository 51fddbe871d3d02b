"""Numbers that must agree: the same number wherever it stands, and the controls of the annex."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportlib.blocks import Controls, from_record
from reportlib.rendering.checks import Piece, Placed
from reportlib.rendering.faults import Faults
from reportlib.rendering.shapes import cells
from reportlib.wording import plain


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A number that says what it is, where it stands and how it is shown."""

    ref: str
    kind: str
    """The block's kind: tiles, table, bars…"""
    name: str
    """The block's title or the tile's label."""
    shown: str
    value: float | None
    state: str

    def same(self, other: Mention) -> bool:
        """Whether both are one number in one state; a number withheld here is withheld there."""
        if self.state != other.state or (self.value is None) != (other.value is None):
            return False
        return self.value is None or math.isclose(self.value, other.value or 0.0, rel_tol=1e-12)


def mentions(piece: Piece) -> Iterator[Mention]:
    """Yield the numbers of a piece that say what they are, in order."""
    if piece["kind"] == "tiles":
        for tile in piece["items"]:
            if tile["ref"]:
                yield Mention(ref=tile["ref"], kind="tiles", name=tile["label"],
                              shown=tile["value"], value=tile["number"],
                              state=tile["state"])  # fmt: skip
        return
    for cell in cells(piece):
        if cell.get("ref"):
            words = plain(tuple((text, "") for text, _ in cell["text"]))
            yield Mention(ref=cell["ref"], kind=piece["kind"], name=piece.get("title", ""),
                          shown=words, value=cell["value"], state=cell["state"])  # fmt: skip


def agreed(found: Iterable[Placed], faults: Faults) -> None:
    """Check that a number has one value in the whole document, and that controls hold.

    Raises
    ------
    RenderingError
        In strict mode; the message names the cell and both numbers.
    """
    first: dict[str, Mention] = {}
    for placed in found:
        for one in mentions(placed.piece):
            known = first.setdefault(one.ref, one)
            if not one.same(known):
                faults.report(
                    placed.where,
                    f"« {one.name} » donne {one.shown} pour {one.ref}, « {known.name} » donne "
                    f"{known.shown}. Un même nombre n’a qu’une valeur dans un bilan.",
                )
        if placed.piece["kind"] == "controls":
            _hold(placed, faults)


def _hold(placed: Placed, faults: Faults) -> None:
    block = from_record(placed.piece)
    if isinstance(block, Controls):
        for control in block.items:
            if not control.holds:
                faults.report(
                    placed.where,
                    f"le contrôle « {control.label} » n’est pas tenu : {control.whole.name} "
                    f"{control.whole.value:g}, écart {control.gap:g}.",
                )
