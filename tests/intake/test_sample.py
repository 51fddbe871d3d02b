"""The sample: what is read is the truth less the rows that its list of damages sets aside.

Rows are counted here with openpyxl and csv, and the truth is read by hand, never by intake.
"""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pandas as pd
import pandas.testing as pdt
import pytest

from reportlib.intake.reading import read_folder
from reportlib.registers import registers

CAUSES = {
    "doublon_exact": "doublon exact", "ligne_vide": "ligne vide", "titre": "titre",
    "total": "total", "note": "note",
}  # fmt: skip

FEWEST = {
    "certifications_nationales": 5, "communications": 10, "jurys_clea": 20,
}  # fmt: skip
"""Registers of few rows by nature: a series, findings, a jury a month."""


@pytest.fixture(scope="module")
def sample(root) -> Path:
    return root / "data_samples"


@pytest.fixture(scope="module")
def reading(sample):
    return read_folder(sample / "registres")


@pytest.fixture(scope="module")
def damages(sample) -> pd.DataFrame:
    listed = pd.read_csv(sample / "degats.csv", dtype="str", keep_default_na=False)
    return listed.assign(ligne=pd.to_numeric(listed["ligne"]))


def typed(texts: pd.Series, kind: str) -> pd.Series:
    """A column of a truth table, from its text."""
    filled = texts.where(texts != "")
    if kind == "date":
        return pd.to_datetime(filled, format="%Y-%m-%d").astype("datetime64[us]")
    if kind == "booleen":
        return filled.map({"true": True, "false": False}).astype("boolean")
    return filled.astype({"entier": "Int64", "decimal": "Float64"}.get(kind, "str"))


def truth_of(sample: Path, name: str) -> tuple[pd.DataFrame, pd.Series]:
    """A truth table, typed, and the key of each row as the list of damages writes it."""
    texts = pd.read_csv(sample / "verite" / f"{name}.csv", dtype="str", keep_default_na=False)
    one = registers()[name]
    columns = {
        column.nom: typed(texts[column.nom], column.type) for column in one.colonnes.values()
    }
    blank = pd.Series([""] * len(texts), dtype="str")
    told = typed(texts.get("id_of", blank), "texte")
    columns["id_of"] = blank if one.organisme == "regional" else told
    key = texts[list(one.cle)].agg("|".join, axis=1)
    return pd.DataFrame(columns), key


@pytest.mark.parametrize("name", list(registers()))
def test_what_is_read_is_the_truth_less_the_rows_set_aside(sample, reading, damages, name):
    truth, key = truth_of(sample, name)
    gone = damages[(damages["registre"] == name) & (damages["effet"] == "ecartee")]["cle"]
    assert gone.isin(key).all(), "every key set aside is in the truth"
    expected = truth[~key.isin(gone)]
    read = reading.frames[name].drop(columns=["_source", "_ligne"])[list(expected.columns)]
    order = [c.nom for c in registers()[name].colonnes.values() if c.nom != "id_of"]
    by = [*registers()[name].cle, *order]
    pdt.assert_frame_equal(
        read.sort_values(by, ignore_index=True), expected.sort_values(by, ignore_index=True)
    )
    assert len(expected) >= FEWEST.get(name, 40)


def raw_rows(sample: Path) -> dict[tuple[str, str], int]:
    """Rows of each sheet up to its last one that holds anything, headers included."""
    counted = {}
    for path in sorted((sample / "registres").iterdir()):
        if path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            for sheet in book:
                grid = list(sheet.iter_rows(values_only=True))
                filled = [
                    n for n, row in enumerate(grid, 1) if any(c not in {None, ""} for c in row)
                ]
                counted[path.name, sheet.title] = max(filled, default=0)
        elif path.suffix == ".csv":
            content = path.read_bytes()
            text = content.decode("utf-8-sig" if is_utf8(content) else "cp1252")
            records = list(csv.reader(text.splitlines(keepends=True), delimiter=";"))
            filled = [n for n, row in enumerate(records, 1) if any(cell.strip() for cell in row)]
            counted[path.name, ""] = max(filled, default=0)
    return counted


def is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_rows_of_the_raw_files_are_kept_set_aside_or_ignored(sample, reading):
    counted = raw_rows(sample)
    assert {(s.file, s.sheet) for s in reading.report.sheets} == set(counted)
    for sheet in reading.report.sheets:
        headers = 0 if sheet.register is None else 1
        accounted = sheet.kept + sheet.set_aside + sum(sheet.ignored.values())
        assert counted[sheet.file, sheet.sheet] - headers == accounted, sheet.sheet or sheet.file


def test_rows_set_aside_are_those_of_the_list_and_no_other(reading, damages):
    listed = damages[damages["effet"] == "ecartee"]
    expected = list(
        zip(*(listed[c] for c in ("fichier", "feuille", "ligne", "colonne")), strict=True)
    )
    got = [(r.file, r.sheet, r.row, r.column) for r in reading.report.set_aside]
    assert sorted(got) == sorted(expected)
    assert len(got) > 20


def test_rows_ignored_are_those_of_the_list_and_no_other(reading, damages):
    listed = damages[damages["effet"] == "ignoree"]
    expected = {
        (row.fichier, row.feuille, row.ligne, CAUSES[row.nature]) for row in listed.itertuples()
    }
    got = {
        (sheet.file, sheet.sheet, row, cause)
        for sheet in reading.report.sheets
        if sheet.register is not None
        for cause, rows in sheet.ignored_rows.items()
        for row in rows
    }
    assert got == expected


def test_rows_of_nobody_are_those_of_the_list(reading, damages):
    listed = damages[damages["effet"] == "non_attribuee"]
    expected = {(r.registre, r.fichier, r.feuille, r.ligne) for r in listed.itertuples()}
    got = set()
    for name, rows in reading.frames.items():
        if name != "ateliers":
            orphans = rows[rows["id_of"].isna()]
            for source, line in zip(orphans["_source"], orphans["_ligne"], strict=True):
                file, _, sheet = source.partition(" › ")
                got.add((name, file, sheet, line))
    assert got == expected


def test_every_damage_that_changes_no_row_is_noticed(reading, damages):
    said = {
        (notice.file, notice.sheet, row)
        for notice in reading.report.notices
        for row in notice.rows or (None,)
    }
    columns = {(n.file, n.sheet) for n in reading.report.notices if n.row is None}
    for damage in damages[damages["effet"] == "notee"].itertuples():
        if damage.nature in {"colonne_inconnue", "colonne_personnelle"}:
            assert (damage.fichier, damage.feuille) in columns, damage
        elif damage.nature != "signature_apres_terme":
            assert (damage.fichier, damage.feuille, damage.ligne) in said, damage


def test_the_truth_gives_itself_back(sample):
    reading = read_folder(sample / "verite")
    assert not reading.report.set_aside
    for name in registers():
        truth, _ = truth_of(sample, name)
        read = reading.frames[name].drop(columns=["_source", "_ligne"])
        pdt.assert_frame_equal(read[list(truth.columns)], truth)
