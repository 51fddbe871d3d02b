"""The street is walked in one direction: a room imports only from the rooms above it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "reportlib"
ROOMS = (
    "errors",
    "places",
    "periods",
    "wording",
    "settings",
    "rules",
    "registers",
    "intake",
    "dataset",
    "indicators",
    "disclosure",
    "blocks",
    "sections",
    "rendering",
    "execution",
    "notebook",
    "cli",
)


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rooms_used(source: str) -> set[str]:
    """Rooms that a module's source imports, at any depth, lazily or not."""
    used = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "reportlib":
            used |= {alias.name for alias in node.names} & set(ROOMS)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlib."):
            used.add(str(node.module).split(".")[1])
        elif isinstance(node, ast.Import):
            used |= {
                alias.name.split(".")[1]
                for alias in node.names
                if alias.name.startswith("reportlib.")
            }
    return used


def faults(room: str, source: str) -> set[str]:
    allowed = {*ROOMS[: ROOMS.index(room)], room}
    return rooms_used(source) - allowed


MODULES = [p for p in sorted(PACKAGE.rglob("*.py")) if room_of(p) not in {"__init__", "__main__"}]


def test_every_room_is_known() -> None:
    assert {room_of(path) for path in MODULES} == set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_up(path: Path) -> None:
    assert faults(room_of(path), path.read_text(encoding="utf-8")) == set()


def test_a_wrong_import_is_seen() -> None:
    assert faults("indicators", "from reportlib.sections import refus") == {"sections"}
    assert faults("errors", "def f():\n    import reportlib.cli") == {"cli"}
    assert faults("rules", "from reportlib import rendering") == {"rendering"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_is_one_idea(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 420, f"{path.name} has {lines} lines: split it by idea"
