"""Every vector of sections A to G of the rules has its test, and that test asserts something."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
VECTEURS = tuple(
    f"V-{family}-{number:02}"
    for family, last in (("NC", 11), ("CYC", 8), ("AUD", 9), ("COUT", 6), ("ENQ", 1))
    for number in range(1, last + 1)
)
"""Sections B to E and G; sections A and F state no numbered vector."""


def vecteurs_testes(source: str) -> list[str]:
    """Vectors named by the tests of a module, those that assert nothing left out."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef):
            continue
        named = re.match(r"test_v_([a-z]+)_(\d{2})(?:_|$)", node.name)
        if named and any(isinstance(part, ast.Assert) for part in ast.walk(node)):
            found.append(f"V-{named[1].upper()}-{named[2]}")
    return found


TESTES = [v for path in sorted(FOLDER.glob("test_*.py")) for v in vecteurs_testes(path.read_text())]


@pytest.mark.parametrize("vecteur", VECTEURS)
def test_each_vector_has_a_test(vecteur: str) -> None:
    assert TESTES.count(vecteur) >= 1


def test_no_test_names_a_vector_that_is_not_in_the_rules() -> None:
    assert set(TESTES) <= set(VECTEURS)
    assert len(VECTEURS) == 35


def test_a_missing_or_empty_test_is_seen() -> None:
    assert vecteurs_testes("def test_v_nc_01_x():\n    assert f() == 1") == ["V-NC-01"]
    assert vecteurs_testes("def test_v_nc_01_x():\n    f()") == []
    assert vecteurs_testes("def test_nc_01():\n    assert f() == 1") == []
