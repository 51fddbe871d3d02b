"""Any number of any bilan, followed down to its rows by `bilan expliquer`, is given again."""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from reportlib.indicators import Explanation
from reportlib.indicators.fonctions import FONCTIONS
from tests.bilans.conftest import ROOT, SAMPLE
from tests.bilans.recueil import CAS, PERIODS, Cas
from tests.bilans.shared import Remembered
from tests.bilans.walks.refs import Ref, explained, from_rows, parsed, shown

REGISTERS = SAMPLE / "registres"
APART = {one.id for one in FONCTIONS} | {
    *("QA-01", "QA-02", "QA-03", "QA-04", "ajustement"),  # national points, and their curve
    *("AC-01", "BA-22", "QA-12", "RP-15b"),  # answers of a block, rests, counts of respondents
}
"""Ids of the numbers that a function gives, or a chapter counts by itself."""
SHIFT = 41
"""Lines away of a wrong row: the next ones may be of the same file, month after month."""
SAMPLED = 200
"""Units whose row is looked for in the delivered files. [units]"""


def test_every_notebook_is_walked() -> None:
    found = {path.stem for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert found == set(PERIODS) == {case.notebook for case in CAS}


@cache
def walked(case: Cas, known: Remembered) -> list[tuple[str, Ref, float, Explanation]]:
    """Every exact number of a bilan that an indicator gives, with its explanation."""
    one = case.said()
    refs = ((text, parsed(text), number) for text, number in shown(one).items())
    return [
        (text, ref, number, explained(ref, one.bilan, known)) for text, ref, number in refs if ref
    ]


def wrong(numbers: list[tuple[str, Ref, float, Explanation]]) -> list[tuple[str, float, float]]:
    """The numbers that their rows do not give: name, number shown, number of the rows."""
    found = [(text, number, from_rows(told, ref.part)) for text, ref, number, told in numbers]
    return [row for row in found if not math.isclose(row[1], row[2], rel_tol=1e-9, abs_tol=1e-9)]


@pytest.mark.parametrize("case", CAS, ids=str)
def test_rows_give_the_number_again(case: Cas, remembered: Remembered) -> None:
    numbers = walked(case, remembered)
    assert wrong(numbers) == []
    for text, ref, number, told in numbers:
        said = {
            "base": told.denominator,
            "taux": told.value,
            "reste": told.denominator - told.numerator,
        }.get(ref.part, told.numerator)
        assert math.isclose(said, number, rel_tol=1e-9, abs_tol=1e-9), text


def test_there_is_something_to_follow(remembered: Remembered) -> None:
    """Over a thousand numbers, of every family and every kind."""
    numbers = [one for case in CAS for one in walked(case, remembered)]
    assert len(numbers) > 1000
    assert {ref.id[:2] for _, ref, _, _ in numbers} == {"AC", "BA", "CH", "QA", "RP"}
    assert {told.indicator.kind for *_, told in numbers} >= {
        "compte", "part", "mediane", "organismes", "somme", "moyenne", "distincts",
    }  # fmt: skip
    assert {ref.scope for _, ref, _, _ in numbers} == {"propre", "region"}
    assert {len(ref.group) for _, ref, _, _ in numbers} == {0, 1, 2}


def test_an_explanation_that_loses_a_unit_is_seen(remembered: Remembered) -> None:
    numbers = [one for case in CAS for one in walked(case, remembered)]
    for kind in ("compte", "part", "organismes", "distincts"):
        text, ref, number, told = next(
            one for one in numbers if one[3].indicator.kind == kind and one[2] > 1
        )
        above = told.units.sort_values("numerateur", ascending=False)
        lost = [told.units.drop(index=above.index[0])]
        if kind == "distincts":
            lost = [told.units.loc[told.units["groupe"].ne(above["groupe"].iloc[0])]]
        assert wrong([(text, ref, number, replace(told, units=lost[0]))]), text


# --- down to the delivered files --------------------------------------------------------------


@cache
def lines(source: str) -> dict[int, list[str]]:
    """Line → cells, as they stand, of a delivered file or of one of its sheets."""
    name, _, sheet = source.partition(" › ")
    path = REGISTERS / name
    if path.suffix == ".csv":
        return _csv(path)
    book = openpyxl.load_workbook(path, read_only=True)
    rows = book[sheet].iter_rows(values_only=True)
    return {
        rank: ["" if cell is None else str(cell) for cell in row]
        for rank, row in enumerate(rows, 1)
    }


def _csv(path: Path) -> dict[int, list[str]]:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    cut = max(";,\t", key=text.split("\n", 1)[0].count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=cut)
    found: dict[int, list[str]] = {}
    start = 1
    for row in reader:
        found[start] = row
        start = reader.line_num + 1
    return found


def bare(text: object) -> str:
    """Letters and digits alone, no accent, no case, no leading 0 (spreadsheets lose them)."""
    plain = unicodedata.normalize("NFKD", str(text)).casefold()
    return "".join(letter for letter in plain if letter.isalnum()).lstrip("0")


@cache
def names(id_of: str) -> frozenset[str]:
    """What may name an organisation in a register."""
    with (SAMPLE / "verite" / "organismes.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["id_of"] == id_of)
    words = [row[name] for name in ("id_of", "denomination", "siret", "siren", "nda")]
    return frozenset(bare(word) for word in [*words, *row["alias"].split(";")] if word)


def is_the_row(source: str, line: int, cle: str, id_of: str) -> bool:
    """Whether the row of a delivered file holds the key of a unit, or names its organisation."""
    cells = {bare(cell) for cell in lines(source).get(line, ())}
    own = [part for part in cle.split("|") if re.fullmatch(r"[A-Z]{2,}-[\d-]+", part)]
    keys = [part for part in own if not part.startswith("OF-")]
    if keys:
        return any(bare(part) in cells for part in keys)
    return bool(cells & names(id_of))


def units(cases: Iterator[Cas], known: Remembered) -> pd.DataFrame:
    """The distinct units of all explanations, that a row of a file decides."""
    parts = [told.units for case in cases for *_, told in walked(case, known)]
    kept = [part[["cle", "id_of", "source", "ligne"]] for part in parts if "source" in part]
    every = pd.concat([part for part in kept if len(part)], ignore_index=True)
    return every.dropna().drop_duplicates(ignore_index=True)


def test_units_are_rows_of_the_delivered_files(remembered: Remembered) -> None:
    """Two hundred, drawn over all registers alike: the file, the line, and the key on it."""
    every = units(iter(CAS), remembered)
    named = every.loc[every["id_of"].ne("")]
    drawn = (
        named.sample(frac=1, random_state=20221231)
        .groupby("source")
        .head(-(-SAMPLED // named["source"].nunique()))
    )
    assert len(drawn) >= SAMPLED
    assert drawn["source"].nunique() > 10
    rows = [(str(s), int(n), str(c), str(o)) for c, o, s, n in drawn.to_numpy()]
    assert [row for row in rows if not is_the_row(*row)] == []
    shifted = [(source, line + SHIFT, cle, of) for source, line, cle, of in rows]
    seen = [not is_the_row(*row) for row in shifted]
    assert sum(seen) > 0.9 * len(seen), "a wrong line is seen"


def test_numbers_of_no_indicator_are_known() -> None:
    """What a function gives, or a chapter counts by itself, is named apart."""
    apart = {text for case in CAS for text in shown(case.said()) if parsed(text) is None}
    assert {text.split("|")[0] for text in apart} <= APART
