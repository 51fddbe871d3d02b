"""Seeded mutants: one sign changed in a rule, and its vectors or boundaries must fail."""

from __future__ import annotations

import inspect
import sys
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from reportlib.rules import (
    adoption,
    audit,
    certificat,
    certificat_statut,
    certificats,
    chiffres_cites,
    cout,
    decisions,
    duree_audit,
    rnq_profils,
    verbatims,
)
from tests.rules_qualiopi import (
    test_adoption,
    test_audit,
    test_certificat,
    test_cout,
    test_decisions,
    test_duree_audit,
    test_enquete,
    test_rnq,
)

MUTANTS = [
    (audit, test_audit, "if len(minors) < needed:", "if len(minors) <= needed:"),
    (audit, test_audit, "return jour > self.limite and", "return jour >= self.limite and"),
    (audit, test_audit, "self.levee > jour", "self.levee >= jour"),
    (audit, test_audit, "[needed - 1]", "[0]"),
    (audit, test_audit, "[len(minors) - needed]", "[-1]"),
    (audit, test_audit, 'e.en_seance and e.gravite == "mineure"', "e.gravite == e.indicateur"),
    (audit, test_audit, "nc.date_levee > audit.date_audit", "False"),
    (
        audit,
        test_audit,
        'gravite="majeure") if e.indicateur in repeated',
        'gravite="mineure") if e.indicateur in repeated',
    ),
    (certificat, test_certificat, "obtention < seuil else", "obtention <= seuil else"),
    (
        certificat,
        test_certificat,
        "obtention < SEUIL_SURVEILLANCE",
        "obtention <= SEUIL_SURVEILLANCE",
    ),
    (certificat, test_certificat, "- timedelta(days=1)", "- timedelta(days=0)"),
    (
        certificat,
        test_certificat,
        "self.fin_declaree or self.fin_calculee",
        "self.fin_calculee or self.fin_declaree",
    ),
    (certificat_statut, test_certificat, "jour > end", "jour >= end"),
    (certificat_statut, test_certificat, "obtained > jour", "obtained >= jour"),
    (certificats, test_certificat, "end < today", "end <= today"),
    (
        certificats,
        test_certificat,
        "obtained < pd.Timestamp(seuil)",
        "obtained <= pd.Timestamp(seuil)",
    ),
    (certificats, test_certificat, "closed < today", "closed <= today"),
    (certificats, test_certificat, 'keep="last"', 'keep="first"'),
    (duree_audit, test_duree_audit, "nb_sites > root * root + root", "nb_sites > root * root"),
    (duree_audit, test_duree_audit, 'self.cnefop and self.type_audit == "initial"', "self.cnefop"),
    (duree_audit, test_duree_audit, "if unknown and total is None:", "if not needed:"),
    (cout, test_cout, "prices.audit * audits", "prices.audit"),
    (cout, test_cout, "prices.redevance * annees", "prices.redevance * 3"),
    (decisions, test_decisions, "today > limits", "today >= limits"),
    (decisions, test_decisions, 'ecarts["levee"] <= limits', 'ecarts["levee"] < limits'),
    (decisions, test_decisions, "~(levees <= today)", "~(levees < today)"),
    (
        decisions,
        test_decisions,
        'settled["notification"] <= today',
        'settled["notification"] < today',
    ),
    (decisions, test_decisions, ".ge(needed)", ".gt(needed)"),
    (decisions, test_decisions, '"fin", ascending=False', '"fin", ascending=True'),
    (decisions, test_decisions, ".shift(),", ".shift(-1),"),
    (
        decisions,
        test_decisions,
        '["id_audit"].isin(pending.loc[pending["echu"], "id_audit"])',
        '["id_audit"].isin(pending["id_audit"])',
    ),
    (adoption, test_adoption, "if days > 0 else None", "if days >= 0 else None"),
    (chiffres_cites, test_adoption, "days < reached", "days <= reached"),
    (chiffres_cites, test_adoption, "Fraction(1, 2 * 10**decimales)", "Fraction(1, 10**decimales)"),
    (rnq_profils, test_rnq, 'or profil.sous_traitance == "totale"', ""),
    (
        rnq_profils,
        test_rnq,
        "profil.alternance or profil.afest or profil.stage",
        "profil.alternance or profil.afest",
    ),
    (verbatims, test_enquete, "(?<!\\w)", ""),
    (verbatims, test_enquete, "if other != who", "if True"),
]
"""The module changed, the tests that must see it, the words, what they become."""


def mute(module: ModuleType, avant: str, apres: str) -> ModuleType:
    """Return a copy of ``module`` whose source reads ``apres`` where it read ``avant``."""
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    if source.count(avant) != 1:
        raise ValueError(f"{module.__name__}: {avant!r} stands {source.count(avant)} times")
    spec = spec_from_loader(f"{module.__name__}_mute", loader=None)
    assert spec is not None
    copy = module_from_spec(spec)
    copy.__file__ = module.__file__
    sys.modules[copy.__name__] = copy
    try:
        exec(compile(source.replace(avant, apres), copy.__name__, "exec"), copy.__dict__)
    finally:
        del sys.modules[copy.__name__]
    return copy


def cas(test: object) -> list[dict[str, object]]:
    """Arguments of each call of a test, its parametrisation unfolded by hand."""
    rows: list[dict[str, object]] = [{}]
    for mark in getattr(test, "pytestmark", []):
        names = [mark.args[0]] if isinstance(mark.args[0], str) else list(mark.args[0])
        values = [v if len(names) > 1 else (v,) for v in mark.args[1]]
        rows = [{**row, **dict(zip(names, v, strict=True))} for row in rows for v in values]
    return rows


def premier_echec(tests: ModuleType) -> str | None:
    """Name of the first test that fails; those that need fixtures or hypothesis are left out."""
    for name, test in inspect.getmembers(tests, inspect.isfunction):
        if not name.startswith("test_") or hasattr(test, "hypothesis"):
            continue
        for arguments in cas(test):
            if set(inspect.signature(test).parameters) != set(arguments):
                continue
            try:
                test(**arguments)
            except (Exception, pytest.fail.Exception):  # noqa: BLE001
                return name
    return None


@pytest.mark.parametrize(
    ("module", "tests", "avant", "apres"),
    MUTANTS,
    ids=[f"{m.__name__.rsplit('.', 1)[-1]}-{n}" for n, (m, *_) in enumerate(MUTANTS)],
)
def test_a_mutant_is_caught(
    module: ModuleType,
    tests: ModuleType,
    avant: str,
    apres: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = module.__name__.rsplit(".", 1)[-1]
    assert getattr(tests, name) is module
    monkeypatch.setattr(tests, name, mute(module, avant, apres))
    assert premier_echec(tests)


@pytest.mark.parametrize(
    ("module", "tests"),
    sorted({(m, t) for m, t, _, _ in MUTANTS}, key=lambda pair: pair[0].__name__),
    ids=lambda one: one.__name__.rsplit(".", 1)[-1],
)
def test_a_copy_with_nothing_changed_is_not_caught(
    module: ModuleType, tests: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a mutant could be caught for being a copy, not for what was changed."""
    name = module.__name__.rsplit(".", 1)[-1]
    first = next(avant for m, _, avant, _ in MUTANTS if m is module)
    monkeypatch.setattr(tests, name, mute(module, first, first))
    assert premier_echec(tests) is None
