"""A document's numbers as sheets: title, unit, columns, rows, notes; no format of file yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlib.blocks.engagements import KEPT
from reportlib.rendering.checks import Piece
from reportlib.rendering.document import Document
from reportlib.rendering.layout import told
from reportlib.wording import day, plain

LOW, HIGH = "borne basse", "borne haute"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A cell: its words as on the page, and the number behind them when there is one."""

    text: str = ""
    value: float | None = None


Line = tuple[Shown, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet: one table, with what says what it is."""

    name: str
    title: str
    unit: str = ""
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


def sheets(document: Document) -> Iterator[Sheet]:
    """Yield a sheet a table, a figure and a group of key figures, in the document's order."""
    tiles = 0
    for piece in document.pieces:
        if piece["kind"] == "tiles":
            tiles += 1
            yield _tiles(piece, f"Chiffres clés {tiles}" if tiles > 1 else "Chiffres clés")
        elif piece["kind"] in _OF:
            columns, lines = _OF[piece["kind"]](piece)
            yield Sheet(
                name=f"{piece['word']} {piece['rank']}",
                title=piece["title"],
                unit=piece["unit"],
                columns=columns,
                lines=lines,
                notes=_notes(piece),
            )


def shown(cell: Piece) -> Shown:
    """Return a cell's words and number."""
    words = plain(tuple((text, "") for text, _ in cell["text"]))
    return Shown(text=words, value=cell.get("value"))


def words(text: str) -> Shown:
    """Return a cell of words."""
    return Shown(text=text)


_Grid = tuple[tuple[str, ...], tuple[Line, ...]]


def _notes(piece: Piece) -> tuple[str, ...]:
    notes = [plain(tuple((span[0], "") for span in note)) for note in piece["notes"]]
    source = [f"Source\u00a0: {piece['source']}"] if piece["source"] else []
    return (*notes, *source)


def _tiles(piece: Piece, name: str) -> Sheet:
    lines = tuple(
        (words(t["label"]), Shown(text=t["value"], value=t["number"]), words(t["base"]),
         words(t["compare"]))
        for t in piece["items"]
    )  # fmt: skip
    columns = ("Chiffre clé", "Valeur", "Base", "Comparaison")
    return Sheet(name=name, title=piece["label"], columns=columns, lines=lines)


def _table(piece: Piece) -> _Grid:
    """A table, without its columns of bars: their number stands beside them."""
    kept = [rank for rank, column in enumerate(piece["columns"]) if column["kind"] != "bar"]
    labels = [piece["columns"][rank]["label"] for rank in kept]
    rows = [[row["cells"][rank] for rank in kept] for row in piece["rows"]]
    return _widened(labels, rows)


def _widened(labels: list[str], rows: list[list[Piece]]) -> _Grid:
    """Both ends of an interval take a column each, after their number's."""
    ranged = [any(row[rank].get("low") is not None for row in rows) for rank in range(len(labels))]
    columns: list[str] = []
    for label, wide in zip(labels, ranged, strict=True):
        columns += [label, f"{label}, {LOW}", f"{label}, {HIGH}"] if wide else [label]
    lines = [
        tuple(part for cell, wide in zip(row, ranged, strict=True) for part in _parts(cell, wide))
        for row in rows
    ]
    return tuple(columns), tuple(lines)


def _parts(cell: Piece, wide: bool) -> tuple[Shown, ...]:
    if not wide:
        return (shown(cell),)
    if cell.get("low") is None:
        return (shown(cell), Shown(text=shown(cell).text), Shown(text=shown(cell).text))
    ends = _ends(cell)
    number = Shown(text=shown(cell).text.partition("[")[0].strip(), value=cell["value"])
    return (number, *ends)


def _ends(cell: Piece) -> tuple[Shown, Shown]:
    """The ends as written between brackets: « [54,6 ; 74,3] »."""
    inside = shown(cell).text.partition("[")[2].rstrip("] \u00a0")
    low, _, high = inside.partition(";")
    return (
        Shown(text=low.strip(), value=cell["low"]),
        Shown(text=high.strip(), value=cell["high"]),
    )


def _heat(piece: Piece) -> _Grid:
    rows = [*piece["rows"], *([piece["total"]] if piece["total"] else [])]
    labels = [piece["corner"], *piece["columns"]]
    labels += [piece["total_label"]] if piece["rows"][0]["total"] else []
    lines = tuple(
        (words(row["label"]), *(shown(c) for c in row["cells"]),
         *([shown(row["total"])] if row["total"] else []))
        for row in rows
    )  # fmt: skip
    return tuple(labels), lines


def _engagements(piece: Piece) -> _Grid:
    """A row a measure: a number is told apart from its words."""
    columns = ("Partie", "Engagement", "Qui", "Valeur", "Mesure", "Base", "Période", "État",
               "Observation")  # fmt: skip
    lines = [
        (words(party["name"]), words(row["label"]), words(row["who"]), shown(one["cell"]),
         words(one["label"]), words(one["base"]), words(row["period"]), words(KEPT[row["state"]]),
         words(plain(tuple((span[0], "") for span in row["observation"]))))
        for party in piece["parties"]
        for row in party["engagements"]
        for one in row["measures"] or [_NO_MEASURE]
    ]  # fmt: skip
    return columns, tuple(lines)


_NO_MEASURE: Piece = {"label": "", "base": "", "cell": {"text": [], "value": None}}


def _figure(piece: Piece) -> _Grid:
    """The table of a figure's numbers, as the page has it."""
    numbers = told(piece)["numbers"]
    labels = [column["label"] for column in numbers["columns"]]
    return _widened(labels, [row["cells"] for row in numbers["rows"]])


def _curve(piece: Piece) -> _Grid:
    """A row a point; then the interval of the fit."""
    columns = ("Série", "Date", "Valeur", "Source", "Extrapolation", LOW.capitalize(),
               HIGH.capitalize())  # fmt: skip
    lines: list[Line] = []
    for one in piece["series"]:
        for point in one["points"]:
            source = piece["sources"][point["source"] - 1] if point["source"] else ""
            guessed = "oui" if point["extrapolated"] else "non"
            lines.append((words(one["name"]), words(_day(point["date"])), shown(point["cell"]),
                          words(source), words(guessed), words(""), words("")))  # fmt: skip
    lines += [
        (words(piece["band_name"]), words(_day(b["date"])), words(""), words(""), words(""),
         Shown(value=b["low"]), Shown(value=b["high"]))
        for b in piece["band"]
    ]  # fmt: skip
    return columns, tuple(lines)


def _day(iso: str) -> str:
    return day(date.fromisoformat(iso))


_OF: dict[str, Callable[[Any], _Grid]] = {
    "table": _table,
    "heat": _heat,
    "engagements": _engagements,
    "curve": _curve,
    **dict.fromkeys(("bars", "line", "dots", "funnel", "levels", "stacked"), _figure),
}
