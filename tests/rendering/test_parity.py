"""A page and its paper say the same: headings, captions, cells, alternative texts, in order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from reportlib.rendering.document import from_blocks
from tests.rendering.conftest import SMALL, Drawn, drawn
from tests.rendering.demo import records
from tests.rendering.page_rules import words
from tests.rendering.paper import elements, squeezed, structure

pytestmark = pytest.mark.poppler
Said = dict[str, list[Any]]


def of_page(drawn_page: Drawn) -> Said:
    page = html.document_fromstring(drawn_page.page)
    for spare in page.xpath("//nav | //details | //svg | //style | //caption[@class='unseen']"):
        spare.drop_tree()
    grids = [
        [[squeezed(words(cell)) for cell in row] for row in table.xpath(".//tr")]
        for table in page.iter("table")
    ]
    captions = page.xpath("//caption | //figcaption")
    return {
        "headings": [(int(h.tag[1]), squeezed(words(h))) for h in page.xpath("//h1|//h2|//h3")],
        "captions": sorted(squeezed(words(caption)) for caption in captions),
        "tables": grids,
        "alts": [squeezed(alt) for alt in page.xpath("//*[@role='img']/@aria-label")],
        "paragraphs": [squeezed(words(p)) for p in page.xpath("//main//p") if words(p)],
    }


def of_paper(drawn_page: Drawn) -> Said:
    tree = structure(drawn_page.pdf)
    headings = [(int(h.tag[1]), squeezed(h.all_words())) for h in tree.find("H1", "H2", "H3")]
    tables = [*tree.find("Table")]
    alts = [e["alt"] for e in elements(drawn_page.pdf) if e["alt"]]
    captions = [squeezed(caption.all_words()) for caption in tree.find("Caption")]
    return {
        "headings": headings,
        "captions": sorted(caption for caption in captions if caption),
        "tables": [
            [
                [squeezed(cell.all_words()) for cell in row.find("TH", "TD")]
                for row in table.find("TR")
            ]
            for table in tables
        ],
        "alts": [squeezed(alt) for alt in alts],
        "paragraphs": [squeezed(p.all_words()) for p in tree.find("P") if p.all_words()],
    }


@pytest.mark.parametrize("name", ["demo", "grids"])
def test_the_page_and_the_paper_say_the_same(request: pytest.FixtureRequest, name: str) -> None:
    shown: Drawn = request.getfixturevalue(name)
    page, paper = of_page(shown), of_paper(shown)
    for part in ("headings", "captions", "tables", "alts"):
        assert len(page[part]) >= 3, part
        assert page[part] == paper[part]
    whole = "".join(paper["paragraphs"])
    assert len(page["paragraphs"]) >= 3
    assert [p for p in page["paragraphs"] if p not in whole] == []


def test_a_swapped_number_is_found(small: Drawn, tmp_path: Path) -> None:
    spoilt = records(SMALL)
    table = next(r for r in spoilt if r["kind"] == "table")
    first, second = table["rows"][0]["cells"], table["rows"][1]["cells"]
    first[1], second[1] = second[1], first[1]
    other = drawn(from_blocks(spoilt), tmp_path)
    assert of_page(small)["tables"] == of_paper(small)["tables"]
    assert of_page(other)["tables"] == of_paper(other)["tables"]
    assert of_page(other)["tables"] != of_paper(small)["tables"]
    assert of_page(small)["tables"] != of_paper(other)["tables"]


def test_a_changed_description_is_found(small: Drawn, tmp_path: Path) -> None:
    spoilt = records(SMALL)
    funnel = next(r for r in spoilt if r["kind"] == "funnel")
    funnel["alt"] = funnel["alt"].replace("842", "843")
    other = drawn(from_blocks(spoilt), tmp_path)
    assert of_page(small)["alts"] == of_paper(small)["alts"]
    assert of_page(other)["alts"] == of_paper(other)["alts"]
    assert of_page(other)["alts"] != of_paper(small)["alts"]
