"""In each block the four absences and 0 are told apart: on the page, on paper, in plain text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from reportlib.blocks import Block, Heading
from reportlib.blocks.tables import ABSENT
from reportlib.rendering.document import from_blocks
from reportlib.rendering.workbook.sheets import sheets
from tests.rendering.conftest import Drawn, drawn
from tests.rendering.demo import TITLE, records
from tests.rendering.demo_grids import (
    CURVE,
    ENGAGEMENTS,
    HEAT,
    INTERVALS,
    LEVELS,
    STACKED,
)
from tests.rendering.page_rules import words
from tests.rendering.paper import text_of

pytestmark = pytest.mark.poppler
BLOCKS: tuple[Block, ...] = (ENGAGEMENTS, HEAT, LEVELS, STACKED, CURVE, INTERVALS)
SIGNS = {state: sign for state, (sign, _) in ABSENT.items()}
ZERO = re.compile(r"(?<![\d,.\u202f])0(?:,0)?(?![\d,.\u202f])")


def alone(text: str, sign: str) -> bool:
    """Whether a sign stands as a word, not inside another: « s » is no end of a plural."""
    plain = text.replace("\u00a0", " ")
    if sign == "s":
        plain = plain.replace("s. o.", "…")
    return re.search(rf"(?<![\w.’])(?<!\. ){re.escape(sign.replace(chr(160), ' '))}(?![\w’])",
                     plain) is not None  # fmt: skip


@pytest.fixture(scope="module")
def each(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Drawn]:
    """Each block on a page of its own."""
    chapter = Heading(level=2, text="Chapitre")
    return {
        block.kind: drawn(
            from_blocks(records((TITLE, chapter, block))), tmp_path_factory.mktemp(block.kind)
        )
        for block in BLOCKS
    }


def on_page(page: str) -> str:
    tree = html.document_fromstring(page)
    main = tree.find(".//main")
    assert main is not None
    return " | ".join(words(cell) for cell in main.iter("td", "th", "text", "b", "abbr"))


def on_paper(paper: Path) -> str:
    return text_of(paper).partition("Chapitre")[2]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: b.kind)
def test_the_five_are_told_apart(each: dict[str, Drawn], block: Block) -> None:
    shown = each[block.kind]
    for said in (on_page(shown.page), on_paper(shown.pdf), block.as_text()):
        missing = [state for state, sign in SIGNS.items() if not alone(said, sign)]
        assert missing == []
        assert ZERO.search(said)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: b.kind)
def test_on_the_page_a_sign_says_what_it_means(each: dict[str, Drawn], block: Block) -> None:
    tree = html.document_fromstring(each[block.kind].page)
    said = {abbr.get("title"): words(abbr) for abbr in tree.iter("abbr")}
    assert {meaning: sign.replace("\u00a0", " ") for sign, meaning in ABSENT.values()} == said


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: b.kind)
def test_in_the_annex_only_zero_is_a_number(block: Block) -> None:
    (sheet,) = sheets(from_blocks(records((TITLE, block))))
    cells = [cell for line in sheet.lines for cell in line]
    assert {cell.text for cell in cells if cell.value is None} >= set(SIGNS.values())
    assert 0.0 in [cell.value for cell in cells]


def test_a_sign_inside_a_word_is_not_taken_for_one() -> None:
    assert not alone("organismes s. o. n. f.", "s")
    assert alone("12 | s | 4", "s")
    assert not alone("r. n. r.", "n. f.")
    assert not ZERO.search("10 | 2020 | 1\u202f000 | 0,5")
