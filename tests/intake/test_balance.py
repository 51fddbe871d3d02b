"""Rows = kept + set aside + ignored: a reading that loses a row cannot be made (R-LEC-05)."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.intake import assembly, identity, reading, rows, tables
from reportlib.intake.records import SheetReading, UnbalancedReadingError
from reportlib.registers.schema import SchemaError

HEAD = "N° proposition;ID OF;Date de réception;Écrit reçu;Modalité\n"
ROWS = (
    "P1;OF-1;05/03/2022;oui;FOAD\nP1;OF-1;05/03/2022;oui;FOAD\nP2;OF-1;bientôt;oui;FOAD\n"
    "P3;OF-1;06/03/2022;oui;FOAD\nTotal;3\n"
)


@pytest.mark.parametrize(
    ("counts", "balanced"),
    [
        ({"rows": 5, "kept": 3, "set_aside": 1, "ignored": {"total": 1}}, True),
        ({"rows": 0}, True),
        ({"rows": 5, "kept": 3, "set_aside": 1, "ignored": {}}, False),
        ({"rows": 4, "kept": 3, "set_aside": 1, "ignored": {"total": 1}}, False),
        ({"rows": 1}, False),
    ],
)
def test_a_sheet_that_loses_a_row_cannot_be_recorded(counts, balanced):
    if balanced:
        assert SheetReading(file="f.csv", sheet="", register="ateliers", **counts).rows >= 0
        return
    with pytest.raises(UnbalancedReadingError, match="rows, but"):
        SheetReading(file="f.csv", sheet="", register="ateliers", **counts)


@pytest.fixture
def propositions(folder):
    return folder.organismes().text("Propositions.csv", HEAD + ROWS)


def test_the_file_balances_as_it_is(propositions):
    assert [s.kept for s in propositions.read().report.sheets] == [3, 2]


def lose_a_kept_row(monkeypatch):
    whole = assembly.assemble

    def mutant(*given):
        one = whole(*given)
        return assembly.Assembled(**{**vars(one), "kept": one.kept.iloc[1:].reset_index(drop=True)})

    monkeypatch.setattr(reading, "assemble", mutant)


def keep_a_row_twice(monkeypatch):
    whole = assembly.assemble

    def mutant(*given):
        one = whole(*given)
        twice = pd.concat([one.kept, one.kept.iloc[:1]], ignore_index=True)
        return assembly.Assembled(**{**vars(one), "kept": twice})

    monkeypatch.setattr(reading, "assemble", mutant)


def forget_a_row_set_aside(monkeypatch):
    monkeypatch.setattr(
        assembly, "_set_aside", lambda table, rows: table.frame.iloc[:0].assign(motif="")
    )


def forget_duplicates(monkeypatch):
    whole = assembly._ignored
    monkeypatch.setattr(assembly, "_ignored", lambda frame, settled: whole(frame, settled).iloc[:0])


def keep_a_duplicate(monkeypatch):
    whole = identity.settle

    def mutant(table, told, guide):
        settled = whole(table, told, guide)
        settled.ignored[:] = True
        return settled

    monkeypatch.setattr(identity, "settle", mutant)


def lose_a_row_of_data(monkeypatch):
    whole = rows.sort_rows

    def mutant(sheet):
        kinds = whole(sheet)
        return rows.SortedRows(kinds.data[:-1], kinds.ignored)

    monkeypatch.setattr(tables, "sort_rows", mutant)


def count_a_row_as_data_and_as_total(monkeypatch):
    whole = rows.sort_rows

    def mutant(sheet):
        kinds = whole(sheet)
        return rows.SortedRows(kinds.data, {**kinds.ignored, "note": kinds.data[:1]})

    monkeypatch.setattr(tables, "sort_rows", mutant)


@pytest.mark.parametrize(
    "defect",
    [
        lose_a_kept_row,
        keep_a_row_twice,
        forget_a_row_set_aside,
        forget_duplicates,
        keep_a_duplicate,
        lose_a_row_of_data,
        count_a_row_as_data_and_as_total,
    ],
)
def test_a_reading_with_this_defect_is_stopped(propositions, monkeypatch, defect):
    defect(monkeypatch)
    with pytest.raises(UnbalancedReadingError):
        propositions.read()


def test_a_value_that_its_column_does_not_admit_is_stopped(propositions, monkeypatch):
    whole = assembly.published

    def mutant(register, rows, *more):
        out = whole(register, rows, *more)
        return out.assign(modalites="yoga") if register.nom == "propositions" else out

    monkeypatch.setattr(reading, "published", mutant)
    with pytest.raises(SchemaError, match="modalites"):
        propositions.read()
