"""What moved between a bilan handed over and the one that replaces it (common rule 6).

Both are read as they were shown: the blocks of the old notebook and those of the new one. A number
is known by its ``ref``; what moved is what a reader saw move, withheld numbers included.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportlib.blocks import Block, Blocks, Cell, Column, Heading, Paragraph, Row, Table, text
from reportlib.blocks.record import Record
from reportlib.indicators import catalogue
from reportlib.sections.ventilations import named
from reportlib.wording import counted, rich, typographed

LISTED = 5
"""Most values of one breakdown that are listed one by one; the others are counted. [values]"""
NEARLY = 1e-9
"""Two numbers nearer than this are one: the last bits of a sum depend on nothing a reader sees."""
_GONE = Cell(text=(("—", ""),))


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A number as a bilan shows it."""

    words: str
    value: float | None
    state: str

    def same(self, other: Shown) -> bool:
        """Whether a reader sees the same number, or the same absence of one."""
        if self.state != other.state or (self.value is None) != (other.value is None):
            return False
        if self.value is None or other.value is None:
            return True
        return abs(self.value - other.value) <= NEARLY * max(1.0, abs(self.value))

    @property
    def cell(self) -> Cell:
        """The number as a cell of the list, without the name that the bilan's own cells bear."""
        return Cell(text=((self.words, "" if self.state == "exact" else "emph"),))


def changements(ancien: Iterable[Record], nouveau: Iterable[Record], *, version: str) -> Blocks:
    """Return the list of what moved since ``version``: old and new number, and why.

    Parameters
    ----------
    ancien, nouveau
        Block records of the bilan replaced and of the one that replaces it.
    version
        How the replaced one is named: « la version 1 », « la version du 12 mars 2024 ».
    """
    before, after = list(ancien), list(nouveau)
    old, new = dict(_numbers(before)), dict(_numbers(after))
    moved = [
        ref
        for ref in dict.fromkeys((*new, *old))
        if ref not in old or ref not in new or not old[ref].same(new[ref])
    ]
    title = Heading(level=2, text=f"Annexe. Ce qui a changé depuis {version}")
    if not moved:
        said = rich("Aucun nombre n’a changé depuis {v}.", v=version)
        return Blocks((title, Paragraph(text=said)))
    why = _why(before, after)
    rows = tuple(_rows(moved, old, new, why))
    indicators = {_indicator(ref) for ref in moved}
    summary = rich(
        "{n} de {k} {v} changé : l’ancienne valeur, la nouvelle, et pourquoi.",
        n=counted(len(moved), "nombre"),
        k=counted(len(indicators), "indicateur"),
        v="a" if len(moved) == 1 else "ont",
    )
    return Blocks((title, Paragraph(text=summary), _table(rows)))


def numbers(records: Iterable[Record]) -> dict[str, Shown]:
    """Return the numbers that blocks show: ref → number."""
    return dict(_numbers(records))


def _numbers(part: Any) -> Iterator[tuple[str, Shown]]:
    """Every cell and key figure that has a ref."""
    if isinstance(part, Mapping):
        if part.get("ref"):
            yield part["ref"], _shown(part)
        for inner in part.values():
            yield from _numbers(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _numbers(inner)


def _shown(part: Mapping[str, Any]) -> Shown:
    """A cell (spans and its number) or a key figure (its words and its number)."""
    if "text" in part:
        words = "".join(span[0] for span in part["text"])
        return Shown(words=words, value=part["value"], state=part["state"])
    return Shown(words=part["value"], value=part["number"], state=part["state"])


def _indicator(ref: str) -> str:
    return ref.split("|", 1)[0]


def _why(before: list[Record], after: list[Record]) -> dict[str, str]:
    """Indicator → why its numbers moved; "" for those without a reason of their own."""
    old, new = _definitions(before), _definitions(after)
    redefined = {name for name in old.keys() & new.keys() if old[name] != new[name]}
    registers = "registres corrigés" if _files(before) != _files(after) else "paramètre ou calcul"
    return {"": registers, **dict.fromkeys(redefined, "changement de définition")}


def _definitions(records: list[Record]) -> dict[str, str]:
    """Indicator → its definition, as the bilan carried it."""
    return {
        rule["id"]: rule["definition"]
        for record in records
        if record["kind"] == "rules"
        for rule in record["items"]
    }


def _files(records: list[Record]) -> str:
    """The files read and their fingerprints, as the title block shows them."""
    title = next((record for record in records if record["kind"] == "title"), {"identity": ()})
    return next((str(value) for name, value in title["identity"] if name == "Fichiers lus"), "")


def _rows(
    moved: list[str], old: dict[str, Shown], new: dict[str, Shown], why: dict[str, str]
) -> Iterator[Row]:
    """A row a number that moved, the whole first; many values of one breakdown are counted."""
    broken = Counter(_breakdown(ref) for ref in moved if _breakdown(ref))
    counted_apart: set[tuple[str, str]] = set()
    for ref in sorted(moved, key=lambda ref: (_indicator(ref), bool(_breakdown(ref)))):
        reason = why.get(_indicator(ref), why[""])
        many = _breakdown(ref)
        if many and broken[many] > LISTED:
            if many not in counted_apart:
                counted_apart.add(many)
                yield _row(ref, f"{broken[many]} valeurs par {named(many[1])}", reason=reason)
            continue
        before = old[ref].cell if ref in old else _GONE
        after = new[ref].cell if ref in new else _GONE
        yield _row(ref, _label(ref), before=before, after=after, reason=reason)


def _breakdown(ref: str) -> tuple[str, str] | None:
    """Indicator and breakdown of a ref, None for a whole."""
    parts = ref.split("|")
    if len(parts) < 5 or not parts[2]:
        return None
    return parts[0], ", ".join(pair.split("=")[0] for pair in parts[2].split(";"))


def _label(ref: str) -> str:
    """« Refus par critère, Cohérence du parcours, région »."""
    parts = ref.split("|")
    record = catalogue().get(parts[0])
    words = [record.libelle if record else parts[0]]
    if len(parts) >= 5:
        words += [named(*pair.split("=")) for pair in parts[2].split(";") if pair]
        words += {"taux": [], "base": ["base"], "nombre": []}.get(parts[4], [])
        words += ["région"] if parts[1] == "region" else []
        words.append(parts[3])
    return ", ".join(word for word in words if word)


def _row(ref: str, label: str, *, reason: str, before: Cell = _GONE, after: Cell = _GONE) -> Row:
    return Row(cells=(text(_indicator(ref)), text(label), before, after, text(reason)))


def _table(rows: tuple[Row, ...]) -> Block:
    return Table(
        title="Nombres qui ont changé",
        columns=(
            Column(label="Repère", width_mm=16),
            Column(label="Nombre"),
            Column(label="Avant", kind="num", width_mm=24),
            Column(label="Maintenant", kind="num", width_mm=24),
            Column(label="Pourquoi", width_mm=38),
        ),
        rows=rows,
        notes=(
            rich(typographed("Un tiret : le nombre n'était pas, ou n'est plus, dans le bilan.")),
        ),
        dense=True,
    )
