"""Seeded mutants held to the one test that must see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

import pytest

from tests.rules_qualiopi.test_mutants import cas, mute


@dataclass(frozen=True)
class Mutant:
    """Words of a module, what they become, and the test that turns red."""

    module: ModuleType
    tests: ModuleType
    test: str
    avant: str
    apres: str

    @property
    def nom(self) -> str:
        """The module's name, as its tests call it."""
        return self.module.__name__.rsplit(".", 1)[-1]

    @property
    def sans_changement(self) -> Mutant:
        """A copy of the module with nothing changed."""
        return Mutant(self.module, self.tests, self.test, self.avant, self.avant)

    def attrape(self, monkeypatch: pytest.MonkeyPatch) -> bool:
        """Whether the test fails on the changed copy of the module."""
        assert getattr(self.tests, self.nom) is self.module
        monkeypatch.setattr(self.tests, self.nom, mute(self.module, self.avant, self.apres))
        test = getattr(self.tests, self.test)
        for arguments in cas(test):
            try:
                test(**arguments)
            except (Exception, pytest.fail.Exception):  # noqa: BLE001
                return True
        return False


def identifiants(mutants: Sequence[Mutant]) -> list[str]:
    """The name of each mutant in the report."""
    return [f"{one.nom}-{one.test}-{place}" for place, one in enumerate(mutants)]


def temoins(mutants: Sequence[Mutant]) -> list[Mutant]:
    """One mutant of each test, to run with nothing changed."""
    return list({(one.nom, one.test): one for one in mutants}.values())
