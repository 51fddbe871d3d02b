"""The sheets that no page shows: rules of calculation, controls of equality."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportlib.blocks import Controls, Rules, from_record
from reportlib.rendering.agreement import Mention, mentions
from reportlib.rendering.checks import Piece
from reportlib.rendering.document import Document
from reportlib.rendering.workbook.sheets import Line, Sheet, Shown, words
from reportlib.wording import integer, plain

EQUAL, DIFFERENT = "égal", "différent"


def rules(document: Document) -> Sheet:
    """Return the rules given for the annex, then the method notes that the page shows."""
    lines = [
        (words(rule.id), words(rule.label), words(rule.definition), words(rule.source))
        for block in map(from_record, document.annexed)
        if isinstance(block, Rules)
        for rule in block.items
    ]
    lines += [
        (words(""), words(piece["title"]), words(text), words(""))
        for piece in document.pieces
        if piece["kind"] == "method"
        for text in _paragraphs(piece)
    ]
    return Sheet(
        name="Règles",
        title="Règles de calcul",
        columns=("Repère", "Intitulé", "Ce qui est compté", "Source de la règle"),
        lines=tuple(lines),
    )


def controls(document: Document) -> Sheet:
    """Return every equality checked: those given, and each number that stands in two places."""
    lines = [
        (words(control.label), Shown(text="", value=control.whole.value),
         words(control.whole.name), Shown(value=control.whole.value - control.gap),
         words(" + ".join(f"{p.name} {integer(p.value)}" for p in control.parts)),
         Shown(value=control.gap), words(EQUAL if control.holds else DIFFERENT))
        for block in map(from_record, document.annexed)
        if isinstance(block, Controls)
        for control in block.items
    ]  # fmt: skip
    return Sheet(
        name="Contrôles",
        title="Contrôles d’égalité",
        unit="Lignes lues, et nombres écrits à plusieurs endroits du bilan",
        columns=("Contrôle", "Nombre", "Où", "Comparé à", "Où encore", "Écart", "État"),
        lines=(*lines, *_repeated(document)),
    )


def _repeated(document: Document) -> Iterator[Line]:
    """One row for each place after the first where the same number stands."""
    first: dict[str, tuple[Mention, str]] = {}
    for piece in document.pieces:
        for one in mentions(piece):
            where = _place(piece, one)
            known, place = first.setdefault(one.ref, (one, where))
            if known is one:
                continue
            gap = _gap(known, one)
            yield (words(f"{known.name} ({one.ref})"), Shown(text=known.shown, value=known.value),
                   words(place), Shown(text=one.shown, value=one.value), words(where),
                   Shown(text="", value=gap),
                   words(EQUAL if one.same(known) else DIFFERENT))  # fmt: skip


def _gap(known: Mention, one: Mention) -> float | None:
    if known.value is None or one.value is None:
        return None
    gap = known.value - one.value
    return 0.0 if math.isclose(gap, 0.0, abs_tol=1e-9) else gap


def _place(piece: Piece, one: Mention) -> str:
    return f"{piece['word']} {piece['rank']}" if "rank" in piece else f"Chiffres clés, {one.name}"


def _paragraphs(piece: Piece) -> list[str]:
    return [plain(tuple((span[0], "") for span in text)) for text in piece["texts"]]
