"""Markdown as data: what an analyst writes, and what stays inert."""

from __future__ import annotations

from typing import Any

import pytest

from reportlib.errors import RenderingError
from reportlib.rendering.faults import Faults
from reportlib.rendering.prose import flat, nodes


def read(source: str) -> list[dict[str, Any]]:
    return nodes(source, "Cellule 1", Faults(strict=True))


def spans(source: str) -> list[list[str]]:
    (node,) = read(source)
    return list(node["spans"])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Un **fait** et //x//", [["Un ", "", ""], ["fait", "strong", ""], [" et //x//", "", ""]]),
        ("*penché*", [["penché", "emph", ""]]),
        ("**a *b* c**", [["a ", "strong", ""], ["b", "strong emph", ""], [" c", "strong", ""]]),
        ("l'année : 65 % !", [["l’année\u00a0: 65\u00a0%\u00a0!", "", ""]]),
        ("a  \nb\nc", [["a b c", "", ""]]),
        ("1 &lt; 2 &amp; 3", [["1 < 2 & 3", "", ""]]),
        ("`l'un : x`", [["l'un : x", "", ""]]),
        ("[site](https://example.org/é)", [["site", "", "https://example.org/%C3%A9"]]),
        ("[x](mailto:a@example.org)", [["x", "", "mailto:a@example.org"]]),
        ("[x](javascript:alert(1))", [["x", "", ""]]),
        ("[x](JaVaScRiPt:alert(1))", [["x", "", ""]]),
        ("[x](data:text/html,x)", [["x", "", ""]]),
        ("[x](file:///etc/passwd)", [["x", "", ""]]),
        ("[x](#ailleurs)", [["x", "", ""]]),
        ("a <b>b</b>", [["a ", "", ""], ["<b>", "", ""], ["b", "", ""], ["</b>", "", ""]]),
    ],
)
def test_spans(source: str, expected: list[list[str]]) -> None:
    assert spans(source) == expected


def test_raw_html_and_code_are_text() -> None:
    assert read("<script>\nalert(1)\n</script>") == [
        {"type": "p", "spans": [[line, "", ""]]} for line in ("<script>", "alert(1)", "</script>")
    ]
    assert read("```python\nx = 1\n\ny = 2\n```") == [
        {"type": "p", "spans": [[line, "", ""]]} for line in ("x = 1", "y = 2")
    ]


def test_lists_keep_their_order_and_depth() -> None:
    (told,) = read("3. un\n4. deux\n   - bas")
    assert (told["ordered"], told["start"]) == (True, 3)
    assert [node["type"] for node in told["items"][1]] == ["p", "list"]
    assert told["items"][1][1]["ordered"] is False


def test_headings_inside_a_quote_are_strong_words() -> None:
    (quote,) = read("> ## Titre")
    assert quote == {"type": "quote", "nodes": [{"type": "p", "spans": [["Titre", "strong", ""]]}]}


def test_a_heading_becomes_strong_words_in_a_free_zone() -> None:
    (heading,) = read("### Un *titre*")
    assert heading["level"] == 3
    words = [["Un ", "strong", ""], ["titre", "strong", ""]]
    assert flat(heading) == {"type": "p", "spans": words}


def test_an_image_is_refused_then_told() -> None:
    with pytest.raises(RenderingError, match=r"Cellule 1.*image"):
        read("![plan](plan.png)")
    lenient = Faults(strict=False)
    assert nodes("![plan](plan.png)", "Cellule 1", lenient) == [
        {"type": "p", "spans": [["plan", "", ""]]}
    ]
    assert len(lenient.notices) == 1
