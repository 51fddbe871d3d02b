"""To which register a sheet belongs: the guide, else its name, else its columns, else refused."""

from __future__ import annotations

from dataclasses import dataclass

from reportlib.errors import DataError
from reportlib.intake.grids import Grid
from reportlib.intake.guide import NONE, Entry
from reportlib.intake.headers import (
    Heading,
    any_header,
    check_heading,
    find_heading,
    missing_columns,
)
from reportlib.intake.sentences import sentence
from reportlib.registers import Register, registers
from reportlib.registers.keys import sheet_key
from reportlib.wording import listed


@dataclass(frozen=True)
class Recognised:
    """A sheet and its register."""

    grid: Grid
    register: Register
    heading: Heading
    by: str
    """« sources.yaml », « nom de feuille », « nom de fichier » or « colonnes »."""
    entry: Entry


@dataclass(frozen=True)
class Unrecognised:
    """A sheet that is left alone, and why."""

    grid: Grid
    reason: str
    """Empty for a sheet without a single cell."""
    harmless: bool = False
    """Whether its file may hold nothing else: told so by the guide."""


def recognise(grid: Grid, entry: Entry) -> Recognised | Unrecognised:
    """Return the register of ``grid``, or why it is left alone (R-LEC-09).

    Raises
    ------
    DataError
        A register is recognised and its columns do not fit, or several registers fit.
    """
    if entry.registre == NONE:
        return Unrecognised(grid, "écartée par sources.yaml", harmless=True)
    if not grid.rows:
        return Unrecognised(grid, "")
    if entry.registre is not None:
        return _told(grid, registers()[entry.registre], entry)
    for name, by in ((grid.sheet, "nom de feuille"), (_stem(grid.file), "nom de fichier")):
        found = names_of(name) if name else set()
        if len(found) == 1:
            return _named(grid, found.pop(), by, entry)
        if found:
            break
    return _by_columns(grid, entry)


def names_of(name: str) -> set[str]:
    """Return the registers that the name of a sheet or file designates, by its longest synonym."""
    words = f" {sheet_key(name)} "
    synonyms = [
        (sheet_key(synonym), register.nom)
        for register in registers().values()
        for synonym in (*register.feuilles, register.nom)
    ]
    inside = [pair for pair in synonyms if f" {pair[0]} " in words]
    longest = max((len(synonym) for synonym, _ in inside), default=0)
    return {register for synonym, register in inside if len(synonym) == longest}


def _stem(file: str) -> str:
    """A file's name without its ending."""
    return file.rpartition(".")[0]


def _told(grid: Grid, register: Register, entry: Entry) -> Recognised:
    """Return the sheet that the guide gives to ``register``."""
    heading = find_heading(grid, register, entry)
    if heading is None:
        raise DataError(
            sentence(
                "{place} : sources.yaml en fait le registre « {register} », mais aucune ligne ne "
                "porte deux en-têtes connus de ce registre. Ajoutez-les, par exemple {example}.",
                place=grid.place,
                register=register.nom,
                example=_some_headers(register),
            )
        )
    check_heading(grid, heading, register)
    return Recognised(grid, register, heading, "sources.yaml", entry)


def _named(grid: Grid, name: str, by: str, entry: Entry) -> Recognised | Unrecognised:
    """Return the sheet whose name designates one register."""
    register = registers()[name]
    heading = find_heading(grid, register, entry)
    if heading is not None:
        check_heading(grid, heading, register)
        return Recognised(grid, register, heading, by, entry)
    if by == "nom de feuille" and any_header(grid, register, entry):
        raise DataError(
            sentence(
                "{place} : la feuille porte le nom du registre « {register} », mais un seul de ses "
                "en-têtes est connu. Ajoutez les autres, par exemple {example}.",
                place=grid.place,
                register=name,
                example=_some_headers(register),
            )
        )
    return _by_columns(grid, entry)


def _by_columns(grid: Grid, entry: Entry) -> Recognised | Unrecognised:
    """Return the only register whose required columns are all there.

    Of several, the one that reads all that the others read of the sheet, and more.
    """
    headings = {
        name: heading
        for name, register in registers().items()
        if (heading := find_heading(grid, register, entry)) is not None
    }
    if not headings:
        return Unrecognised(grid, "aucun en-tête connu")
    complete = [n for n, h in headings.items() if not missing_columns(h, registers()[n])]
    if len(complete) > 1 and "organismes" in complete:
        complete.remove("organismes")
    if len(complete) > 1:
        complete = _fullest(headings, complete)
    if len(complete) != 1:
        raise DataError(_several(grid, complete or list(headings), fits=bool(complete)))
    register = registers()[complete[0]]
    check_heading(grid, headings[register.nom], register)
    return Recognised(grid, register, headings[register.nom], "colonnes", entry)


def _fullest(headings: dict[str, Heading], complete: list[str]) -> list[str]:
    """Return the registers that could still be meant, of several whose required columns are there.

    A sheet of situations holds all that a list of dialogues requires, and more: a register goes
    when another one reads every column that it reads, and more. The last one left must also read
    every column that an incomplete register knows, else both are named: in doubt, the sheet is
    refused. Our choice, where the rule wants one candidate only (R-LEC-09).
    """
    read = {
        name: {p for p, column in enumerate(h.columns) if column is not None}
        for name, h in headings.items()
        if name != "organismes"
    }
    rows = {name: heading.row for name, heading in headings.items()}
    left = [
        name
        for name in complete
        if not any(rows[one] == rows[name] and read[one] > read[name] for one in complete)
    ]
    if len(left) > 1:
        return left
    beside = [name for name in read if name not in complete and rows[name] == rows[left[0]]]
    return left + [name for name in beside if not read[name] <= read[left[0]]]


def _several(grid: Grid, candidates: list[str], *, fits: bool) -> str:
    """Say why a sheet is refused, and what to write."""
    reason = (
        "ses colonnes vont à plusieurs registres" if fits else "il manque des colonnes requises"
    )
    return sentence(
        "{place} : le registre n’est pas reconnu ({reason}). Candidats : {candidates}. Donnez à la "
        "feuille le nom du registre, par exemple « {title} », ou nommez-le dans sources.yaml.",
        place=grid.place,
        reason=reason,
        candidates=listed([f"«\u00a0{name}\u00a0»" for name in candidates]),
        title=registers()[candidates[0]].feuilles[0],
    )


def _some_headers(register: Register) -> str:
    """Two headers of a register, as an example."""
    columns = [c for c in register.colonnes.values() if c.entetes][:2]
    return " et ".join(f"«\u00a0{c.entetes[0]}\u00a0»" for c in columns)
