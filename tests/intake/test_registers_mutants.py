"""Seeded defects in the reading of the nineteen registers: each must turn its test red."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pandas as pd
import pytest

from reportlib.intake import attribution, checks, identity, recognition, values, xlsx_cells
from reportlib.intake.cells import as_text

from . import test_registers, test_registers_rows
from .conftest import Folder

Check = Callable[[Folder], None]
ROWS = test_registers_rows


def by_last_row(named: pd.Series, reference: str, frames: dict[str, pd.DataFrame]) -> pd.Series:
    """The organisation of the last row written, whatever its date."""
    target, _, key = reference.partition(".")
    last = frames[target].groupby(key, observed=True)["id_of"].last()
    return last.reindex(named).reset_index(drop=True)


MUTANTS: list[tuple[ModuleType, str, Any, Check]] = [
    (
        identity,
        "_keys",
        lambda register, compared: compared[list(register.cle)],
        lambda folder: ROWS.test_rows_of_one_key_are_duplicates_or_in_conflict(
            folder,
            "certificats_qualiopi",
            {"date_obtention": ""},
            {"numero": "7"},
            "id_of, numero ou date_obtention",
        ),
    ),
    (
        values,
        "_allowed",
        lambda *_: False,
        ROWS.test_what_looks_empty_and_is_a_value_of_the_list_is_that_value,
    ),
    (
        values,
        "_by_case",
        lambda *_: None,
        lambda folder: ROWS.test_gravity_is_told_by_case_for_ncm_only(folder, "NCm", "mineure"),
    ),
    (
        values,
        "_shown",
        as_text,
        ROWS.test_two_numbers_and_a_comma_are_a_list_even_as_a_number_of_the_spreadsheet,
    ),
    (
        checks,
        "limits",
        lambda *_: [],
        lambda folder: ROWS.test_what_does_not_go_together_is_said_and_kept(
            folder, "jurys_clea", {"certifies": "10"}, "certifies", "« certifies » dépasse"
        ),
    ),
    (
        attribution,
        "_through",
        lambda named, *_: pd.Series([None] * len(named), dtype="str"),
        ROWS.test_the_organisation_comes_through_the_audit_and_is_checked,
    ),
    (
        attribution,
        "_through",
        by_last_row,
        ROWS.test_the_organisation_comes_through_the_last_passage_of_the_file,
    ),
    (
        xlsx_cells,
        "as_percent",
        lambda _: None,
        lambda folder: ROWS.test_a_percentage_of_a_workbook_is_read_as_it_is_shown(
            folder, 0.1, "0%", 10.0
        ),
    ),
    (
        recognition,
        "_fullest",
        lambda _, complete: complete[:1],
        test_registers.test_a_small_dictionary_never_wins_by_columns_that_another_one_knows,
    ),
]


@pytest.mark.parametrize(("module", "name", "wrong", "check"), MUTANTS)
def test_a_defect_turns_its_test_red(
    folder: Folder,
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    name: str,
    wrong: object,
    check: Check,
) -> None:
    check(folder)
    for path in folder.place.iterdir():
        path.unlink()
    monkeypatch.setattr(module, name, wrong)
    with pytest.raises((AssertionError, ValueError, pytest.fail.Exception)):
        check(folder)
