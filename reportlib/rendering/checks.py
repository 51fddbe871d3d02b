"""The rules of strict rendering: everything titled, described, in order, or the document stops.

Lenient rendering mends what it can, and says so in the document's notices.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reportlib.blocks import from_record
from reportlib.rendering.faults import Faults
from reportlib.wording import plain

Piece = dict[str, Any]
FIGURES = frozenset({"funnel", "bars", "line", "dots"})
CAPTIONED = FIGURES | {"table"}
PLACEHOLDER = re.compile(
    r"^\W*(image|figure|graphique|graph|chart|plot|alt|todo|tbd|à compléter|description|untitled|"
    r"no description[\w ]*|[\w-]+\.(png|svg|jpe?g|gif))\W*\d*\W*$",
    re.IGNORECASE,
)
"""Alternative texts that say nothing: a word for any figure, the name of a file."""
SERIES, POINTS = 2, 2
"""A line chart has two series at most (accent and quiet), and a line needs two points."""


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
    fits = _SHAPES.get(piece["kind"])
    if fits and (problem := fits(piece)):
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
    if not [placed for placed in others if placed.piece["kind"] != "break"]:
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
        what = "le tableau" if piece["kind"] == "table" else "la figure"
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


# --- shapes that cannot be drawn ---------------------------------------------------------------


def _table_shape(piece: Piece) -> str:
    if not piece["columns"] or not piece["rows"]:
        return "il n’a pas de colonne ou pas de ligne"
    wide = len(piece["columns"])
    wrong = [n for n, row in enumerate(piece["rows"], start=1) if len(row["cells"]) != wide]
    if wrong:
        return f"sa ligne {wrong[0]} n’a pas {wide} cellules"
    if piece["columns"][0]["kind"] == "bar":
        return "sa première colonne nomme les lignes, ce ne peut pas être une barre"
    heads = [plain(row["cells"][0]["text"]).strip() for row in piece["rows"]]
    return "" if all(heads) else f"la première cellule de sa ligne {heads.index('') + 1} est vide"


def _bars_shape(piece: Piece) -> str:
    return "" if piece["bars"] or piece["apart"] else "il n’a aucune barre"


def _steps_shape(piece: Piece) -> str:
    return "" if piece["steps"] else "il n’a aucune étape"


def _rows_shape(piece: Piece) -> str:
    return "" if piece["rows"] else "il n’a aucune ligne"


def _line_shape(piece: Piece) -> str:
    points, series = len(piece["labels"]), piece["series"]
    if not 1 <= len(series) <= SERIES:
        return f"une figure a une ou deux courbes, celle-ci {len(series)}"
    lengths = {len(piece["full_labels"]), *(len(one["cells"]) for one in series)}
    if points < POINTS or lengths != {points}:
        return f"ses courbes n’ont pas toutes les {points} points de ses repères, deux au moins"
    return ""


def _tiles_shape(piece: Piece) -> str:
    return "" if piece["items"] and 1 <= piece["columns"] <= 6 else "il lui faut 1 à 6 colonnes"


_SHAPES: dict[str, Callable[[Piece], str]] = {
    "table": _table_shape,
    "bars": _bars_shape,
    "funnel": _steps_shape,
    "dots": _rows_shape,
    "line": _line_shape,
    "tiles": _tiles_shape,
}
