"""Which module states each rule, and which tests name each rule and vector: ``docs/regles.md``."""

from __future__ import annotations

import ast
import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).with_name("regles.csv")
PAGE = ROOT / "docs" / "regles.md"
ABOUT_TESTS = ("tests/rules/test_regles.py", "tests/rules_qualiopi/test_vecteurs.py")
"""Tests that speak of the vectors without being theirs."""
_NEXT = r"\s*(?:,|;|to|à|and|et|/|–)\s*"
_WRITTEN = re.compile(rf"\b([RV])-([A-Z]+)-(\d\d)((?:{_NEXT}(?:\1-\2-)?\d\d(?!\d))*)")
_NAMED = re.compile(r"(?:^|_)([rv])_([a-z]+)_(\d\d)((?:_(?:to|and)_\d\d)*)(?=_|$)")
_STEP = re.compile(r"(to|à|–|and|et|,|;|/)[\s_]*(?:[RV]-[A-Z]+-)?(\d\d)")
_HEAD = """\
# Règles : où, et quels tests

Chaque règle métier a un identifiant stable ; un vecteur est une entrée et le résultat attendu.
Cette page dit, pour chacun, quels modules de `reportlib` l’écrivent et quels tests le nomment. Elle
est écrite par `pytest tests/rules/test_regles.py --update-golden` d’après `tests/rules/regles.csv`
et le code, et vérifiée à chaque exécution ; un vecteur sans test fait échouer la vérification.

« — » : rien ne nomme la règle ; elle décrit un fait ou un usage hors du produit.

"""


@dataclass(frozen=True)
class Entry:
    """A line of ``regles.csv``: a rule (R-…) or a vector (V-…)."""

    id: str
    section: str
    enonce: str


def entries() -> list[Entry]:
    """Every rule and vector, in the order of the file."""
    with LIST.open(encoding="utf-8", newline="") as lines:
        return [Entry(**row) for row in csv.DictReader(lines, delimiter=";")]


def ids_in(text: str) -> set[str]:
    """Rules and vectors that a text names; « R-ETAT-01 to 04 » is four of them."""
    return _expanded(_WRITTEN.finditer(text))


def ids_of(name: str) -> set[str]:
    """Rules and vectors that the name of a test says: ``test_r_acc_01_to_04_and_08_…``."""
    return _expanded(_NAMED.finditer(name))


def _expanded(matches: Iterable[re.Match[str]]) -> set[str]:
    found = set()
    for match in matches:
        letter, family, first, rest = match.groups()
        stem, last = f"{letter}-{family}-".upper(), int(first)
        found.add(f"{stem}{last:02}")
        for word, number in _STEP.findall(rest):
            numbers = range(last, int(number) + 1) if word in {"to", "à", "–"} else (int(number),)
            found |= {f"{stem}{one:02}" for one in numbers}
            last = int(number)
    return found


def tests_of(source: str) -> Iterator[tuple[str, set[str]]]:
    """Name of each test of a module that asserts something, and the ids that it names.

    Its name, docstring, cases, body, and the constants of the module that it reads.
    """
    tree, lines = ast.parse(source), source.splitlines()
    constants = {
        target.id: _text(node, lines)
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test_"):
            continue
        parts = [*ast.walk(node)]
        if not any(isinstance(part, ast.Assert | ast.With) for part in parts):
            continue
        read = {part.id for part in parts if isinstance(part, ast.Name)}
        texts = [_text(node, lines), *(constants[name] for name in sorted(read & set(constants)))]
        yield node.name, ids_of(node.name) | ids_in("\n".join(texts))


def _text(node: ast.stmt, lines: list[str]) -> str:
    """The lines of a statement, its decorators included."""
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(one.lineno for one in decorators)])
    return "\n".join(lines[first - 1 : node.end_lineno])


@cache
def modules() -> dict[str, list[str]]:
    """Rule → files of the package that name it."""
    found = defaultdict(list)
    for path in sorted((ROOT / "reportlib").rglob("*")):
        if path.suffix in {".py", ".toml", ".csv", ".sql"}:
            for one in ids_in(path.read_text(encoding="utf-8")):
                found[one].append(path.relative_to(ROOT / "reportlib").as_posix())
    return found


@cache
def tests() -> dict[str, list[tuple[str, str]]]:
    """Rule or vector → (file, test) of the tests that name it.

    A rule may be named by the docstring of a whole module of tests: its test is then « ». A vector
    is one test's own.
    """
    found = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        place = path.relative_to(ROOT).as_posix()
        if place in ABOUT_TESTS:
            continue
        source = path.read_text(encoding="utf-8")
        for one in ids_in(ast.get_docstring(ast.parse(source)) or ""):
            if one.startswith("R-"):
                found[one].append((place, ""))
        for name, ids in tests_of(source):
            for one in ids:
                found[one].append((place, name))
    return found


def page() -> str:
    """The page as it should be."""
    where, named = modules(), tests()
    known = entries()
    rules = [one for one in known if one.id.startswith("R-")]
    vectors = [one for one in known if one.id.startswith("V-")]
    parts = [_HEAD]
    for section in dict.fromkeys(one.section for one in rules):
        parts.append(f"## {section}\n\n| Règle | Énoncé | Modules | Tests |\n|---|---|---|---|\n")
        for one in (rule for rule in rules if rule.section == section):
            files = sorted({place.removeprefix("tests/") for place, _ in named.get(one.id, [])})
            cells = [one.id, one.enonce, _listed(where.get(one.id, [])), _listed(files)]
            parts.append(f"| {' | '.join(cells)} |\n")
        parts.append("\n")
    parts.append("## Vecteurs\n\n| Vecteur | Section | Cas | Tests |\n|---|---|---|---|\n")
    for one in vectors:
        files = sorted({place.removeprefix("tests/") for place, _ in named.get(one.id, [])})
        parts.append(f"| {one.id} | {one.section[0]} | {one.enonce} | {_listed(files)} |\n")
    return "".join(parts)


def _listed(files: list[str]) -> str:
    """Files in code marks, or « — »."""
    return ", ".join(f"`{file}`" for file in files) or "—"
