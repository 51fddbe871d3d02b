"""Whatever the files hold, a reading is a balanced reading or one clear message, never a crash."""

from __future__ import annotations

import csv
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlib.errors import DataError
from reportlib.registers import registers

CELLS = st.sampled_from(
    [
        *("", "-", "NC", "x", "oui", "05/03/2022", "31/02/2022", "12,5", "OF-1", "D1", "Total"),
        *("Note : x", "Accord", "FOAD", "1,2E+13", "73282932000074", "\x00", "{x}", "%s", "#N/A"),
        *("8", "45000", "a;b", '"', "l'été", "9" * 30, "nan", "٣", "\u00a0"),
    ]
) | st.text(max_size=8)


@st.composite
def files(draw):
    """A text file of a register: most required columns, some others, rows of anything."""
    register = draw(st.sampled_from(list(registers().values())))
    columns = [
        column
        for column in register.colonnes.values()
        if draw(st.integers(0, 9)) < (9 if column.obligation in "OI" else 4)
    ]
    heads = [draw(st.sampled_from([column.nom, *column.entetes])) for column in columns]
    heads += draw(st.lists(st.sampled_from(["Nom", "Truc", ""]), max_size=2))
    rows = draw(st.lists(st.lists(CELLS, max_size=len(heads) + 1), max_size=6))
    out = io.StringIO()
    csv.writer(out, delimiter=draw(st.sampled_from(";,\t"))).writerows([heads, *rows])
    return draw(st.sampled_from([register.nom, "Export"])), out.getvalue()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(files(), min_size=1, max_size=2))
def test_anything_is_read_or_refused_in_words(folder, several):
    for place in folder.place.iterdir():
        place.unlink()
    for name, content in several:
        folder.text(f"{name}.csv", content.encode("utf-8", "replace").decode())
    try:
        reading = folder.read()
    except DataError as exc:
        assert str(exc).strip().endswith((".", "»"))
        return
    for name, frame in reading.frames.items():
        own = [sheet for sheet in reading.report.sheets if sheet.register == name]
        if own:
            assert len(frame) == sum(sheet.kept for sheet in own)
            assert len(reading.set_aside[name]) == sum(sheet.set_aside for sheet in own)
