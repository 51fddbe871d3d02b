"""The pages keep our own rules, and each rule sees the fault that is seeded for it."""

from __future__ import annotations

import re

import pytest

from tests.rendering.conftest import Drawn
from tests.rendering.page_rules import RULES, faults


def test_the_example_keeps_the_rules(demo: Drawn, grids: Drawn) -> None:
    assert faults(demo.page) == []
    assert faults(grids.page) == []


def test_hostile_texts_break_no_rule(hostile: Drawn) -> None:
    assert faults(hostile.page) == []


MUTANTS = (
    ("tables", r'<th scope="row"', "<td"),
    ("tables", r'scope="col"', ""),
    ("tables", r"<caption.*?</caption>", ""),
    ("tables", r'(<th scope="col"[^>]*>)[^<]+(</th>)', r"\1\2"),
    ("pictures", r'role="img" aria-label="[^"]*"', 'role="img" aria-label="Figure 1"'),
    ("pictures", r'role="img" aria-label="[^"]*"', 'role="img"'),
    ("pictures", r'class="drawing" role="img"', 'class="drawing"'),
    ("pictures", r"</main>", '<img src="data:," alt="une image"></main>'),
    ("names", r'id="chapitre-2"', 'id="chapitre-1"'),
    ("names", r'id="sommaire"', 'id="autre"'),
    ("names", r'(<pattern id=")', r"\1x"),
    ("headings", r"<h3 (.*?)</h3>", r"<h4 \1</h4>"),
    ("headings", r"<h1>.*?</h1>", ""),
    ("headings", r"<main ", "<h1>Autre</h1><main "),
    ("landmarks", r'<html lang="fr">', "<html>"),
    ("landmarks", r'class="skip"', 'class="other"'),
    ("landmarks", r'<li><a href="#chapitre-3">.*?</li>', ""),
    ("closed", r"</main>", "<script>1</script></main>"),
    ("closed", r"<main ", '<main onclick="x()" '),
    ("closed", r"</style>", "@import 'x.css';</style>"),
    ("closed", r"</style>", "p{background:url(x.png)}</style>"),
    ("closed", r'href="https://exemple', 'href="javascript:exemple'),
)


@pytest.mark.parametrize(("rule", "pattern", "instead"), MUTANTS)
def test_a_seeded_fault_is_seen(demo: Drawn, rule: str, pattern: str, instead: str) -> None:
    page = demo.page
    spoilt = re.sub(pattern, instead, page, count=1, flags=re.DOTALL)
    assert spoilt != page
    assert rule in {fault.split(":")[0] for fault in faults(spoilt)}


def test_every_rule_has_its_fault() -> None:
    assert {rule for rule, _, _ in MUTANTS} == {rule.__name__ for rule in RULES}
