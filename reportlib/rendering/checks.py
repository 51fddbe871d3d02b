"""The rules of strict rendering: everything titled, described, in order, or the document stops.

Lenient rendering mends what it can, and says so in the document's notices.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from reportlib.blocks import from_record
from reportlib.rendering.faults import Faults
from reportlib.rendering.shapes import misfit

Piece = dict[str, Any]
FIGURES = frozenset({"funnel", "bars", "line", "dots", "levels", "stacked", "curve"})
GRIDS = frozenset({"table", "heat", "engagements"})
CAPTIONED = FIGURES | GRIDS
UNSEEN = frozenset({"rules", "controls"})
"""Blocks that only the annex holds."""
PLACEHOLDER = re.compile(
    r"^\W*(image|figure|graphique|graph|chart|plot|alt|todo|tbd|à compléter|description|untitled|"
    r"no description[\w ]*|[\w-]+\.(png|svg|jpe?g|gif))\W*\d*\W*$",
    re.IGNORECASE,
)
"""Alternative texts that say nothing: a word for any figure, the name of a file."""


@dataclass(frozen=True)
class Placed:
    """A piece, and where it comes from: « Cellule 6 » of a notebook, « Bloc 3 » of a list."""

    where: str
    piece: Piece


def complete(record: Piece, where: str, faults: Faults) -> Piece:
    """Return a record with all that a reader needs.

    Raises
    ------
    RenderingError
        The record is no block or its parts do not fit together; in strict mode, also when a table
        or figure has no title, a column no name, a figure no description.
    """
    try:
        piece: Piece = from_record(dict(record)).record()
    except (ValueError, TypeError, KeyError, AttributeError) as exc:
        raise faults.refuse(where, f"bloc illisible ({exc}).") from None
    if problem := misfit(piece):
        raise faults.refuse(where, f"{_named(piece)} ne peut pas être dessiné, {problem}.")
    if piece["kind"] in CAPTIONED:
        piece = _titled(piece, where, faults)
    if piece["kind"] in FIGURES:
        piece = _described(piece, where, faults)
    return piece


def titled_once(found: list[Placed], faults: Faults) -> list[Placed]:
    """Return the pieces with one title block, first.

    Raises
    ------
    RenderingError
        In strict mode: no title block, two, or one that does not come first; nothing after it.
    """
    titles = [placed for placed in found if placed.piece["kind"] == "title"]
    others = [placed for placed in found if placed.piece["kind"] != "title"]
    if not titles:
        faults.report("", "un bilan a un bloc de titre ; celui-ci n’en a pas.")
        titles = [Placed("", _plain_title())]
    elif len(titles) > 1:
        faults.report(titles[1].where, "un second bloc de titre ; un bilan n’en a qu’un.")
    elif found[0].piece["kind"] != "title":
        faults.report(titles[0].where, "le bloc de titre vient en premier.")
    if not [placed for placed in others if placed.piece["kind"] not in UNSEEN | {"break"}]:
        faults.report("", "le bilan est vide : rien ne suit le bloc de titre.")
    return [titles[0], *others]


def levelled(found: list[Placed], faults: Faults) -> list[Placed]:
    """Return the pieces with headings that never jump a level.

    Raises
    ------
    RenderingError
        In strict mode: a heading without words, or deeper by two than the one before.
    """
    level, levelled = 1, []
    for placed in found:
        piece = placed.piece
        if piece["kind"] == "essential":
            level = 2
        if piece["kind"] == "heading":
            if not piece["text"].strip():
                faults.report(placed.where, "un titre est vide.")
                continue
            level = _next_level(level, placed, faults)
            piece = {**piece, "level": level}
        levelled.append(Placed(placed.where, piece))
    return levelled


def _next_level(level: int, placed: Placed, faults: Faults) -> int:
    wanted, words = int(placed.piece["level"]), placed.piece["text"]
    if wanted < 2:
        faults.report(
            placed.where,
            f"« {words} » est un titre de niveau 1, réservé au bloc de titre. Écrivez « ## … », ou "
            "donnez à la cellule l’étiquette « hors-bilan ».",
        )
        wanted = 2
    if wanted > level + 1:
        faults.report(
            placed.where, f"le titre « {words} » saute du niveau {level} au niveau {wanted}."
        )
        wanted = level + 1
    return wanted


def _titled(piece: Piece, where: str, faults: Faults) -> Piece:
    if not piece["title"].strip():
        what = "le tableau" if piece["kind"] in GRIDS else "la figure"
        faults.report(where, f"{what} n’a pas de titre.")
        piece = {**piece, "title": "Sans titre"}
    if piece["kind"] == "table" and not all(c["label"].strip() for c in piece["columns"]):
        faults.report(where, f"une colonne de {_named(piece)} n’a pas de nom.")
        columns = [{**c, "label": c["label"].strip() or "–"} for c in piece["columns"]]
        piece = {**piece, "columns": columns}
    return piece


def _described(piece: Piece, where: str, faults: Faults) -> Piece:
    alt = piece["alt"].strip()
    if alt and alt != piece["title"].strip() and not PLACEHOLDER.match(alt):
        return piece
    faults.report(where, f"{_named(piece)} n’est pas décrite : son texte de remplacement est vide "
                  "ou ne dit rien.")  # fmt: skip
    return {**piece, "alt": f"Figure non décrite ({where[:1].lower()}{where[1:]})"}


def _named(piece: Piece) -> str:
    return f"« {piece.get('title') or piece['kind']} »"


def _plain_title() -> Piece:
    from reportlib.blocks import Title

    words = "Document sans titre"
    return Title(
        title=words,
        subject="",
        period="",
        issuer="",
        team="",
        identity=(),
        running=words,
        footer="",
        description=words,
    ).record()
