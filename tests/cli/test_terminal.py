"""Lines that fit, columns that align, nothing that drives the terminal."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.cli import terminal


@pytest.fixture(autouse=True)
def columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")


def test_columns_align_and_the_last_wraps_under_itself():
    rows = [("En-tête", "reconnue comme id_of"), ("N°", "ignorée : " + "mot " * 14)]
    assert terminal.aligned(rows).splitlines() == [
        "  En-tête  reconnue comme id_of",
        "  N°       ignorée : mot mot mot mot mot mot mot mot mot mot",
        "           mot mot mot mot",
    ]


def test_numbers_are_flush_right():
    rows = [("a", "1 234", ""), ("b", "5", "")]
    assert terminal.aligned(rows, right=(1,)).splitlines() == ["  a  1 234", "  b      5"]


def test_a_first_column_too_wide_takes_its_own_line():
    wide = "x" * 40
    assert terminal.aligned([(wide, "suite"), ("y", "z")]).splitlines() == [
        f"  {wide}",
        " " * 34 + "suite",
        "  y" + " " * 31 + "z",
    ]


def test_wide_letters_and_marks_are_counted_as_shown():
    rows = [("e\u0301", "a"), ("漢", "b")]
    assert terminal.aligned(rows).splitlines() == ["  e\u0301   a", "  漢  b"]


def test_no_row_is_nothing():
    assert terminal.aligned([]) == ""


@settings(deadline=None)
@given(st.text())
def test_no_text_drives_the_terminal(text):
    shown = terminal.clean(text)
    assert len(shown) == len(text)
    assert "\x1b" not in shown
    assert "\r" not in shown
    assert "\u202e" not in shown


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(), st.text(), st.text()), min_size=1, max_size=5))
def test_nothing_is_lost_by_aligning(rows):
    shown = terminal.aligned(rows, indent=0)
    for row in rows:
        for cell in row:
            for word in terminal.clean(cell).split():
                assert word in shown


def test_no_break_spaces_hold():
    text = "mot " * 13 + "56\u00a0situations"
    assert terminal.wrapped(text).splitlines()[1] == "56\u00a0situations"


def test_progress_counts_on_a_terminal_only(monkeypatch):
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, counted in ((Screen(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        progress = terminal.Progress("Bilan")
        progress.step("exécution")
        progress.cells(2, 9)
        progress.end()
        assert ("cellule 2 sur 9" in stream.getvalue()) is counted
        assert ("\x1b" in stream.getvalue()) is counted
    assert stream.getvalue() == "Bilan\u00a0: exécution\n"
