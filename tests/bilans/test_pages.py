"""Pages of a copy: four at most, one under five files; ten to twelve for the region.

The suite lays out the organisations with the most rows and the edges. `benchmarks/pages.py` lays
out every organisation of the sample.
"""

from __future__ import annotations

import io
from collections import Counter

import pikepdf
import pytest

from tests.bilans.conftest import LARGE, SMALL
from tests.bilans.in_process import Said, said
from tests.bilans.shared import Remembered, shared_measures

AT_MOST = 4
MANY = 9
"""Organisations with the most rows that the suite lays out. [organisations]"""
HEAD = {"edition": "2024-03-12", "demande": "2024-02-01", "remis": "2024-03-20"}
"""What a delivered copy says of itself: more lines than without."""


def pages(one: Said) -> int:
    with pikepdf.open(io.BytesIO(one.pdf)) as paper:
        return len(paper.pages)


@pytest.fixture(scope="module")
def copies() -> dict[str, Said]:
    """The copies of the largest organisations, of a small one, and of one without a file."""
    frames = said("bilan_annuel_organisme", organisme=LARGE).bilan.dataset.frames
    rows = Counter[str]()
    for name in ("dossiers_ptp", "certificats_realisation", "avenants", "alertes"):
        rows.update(frames[name]["id_of"].dropna())
    known = sorted(frames["organismes"]["id_of"].dropna())
    empty = next(one for one in known if not rows[one])
    chosen = [one for one, _ in rows.most_common(MANY)]
    with shared_measures(Remembered()):
        return {
            one: said("bilan_annuel_organisme", organisme=one, **HEAD)
            for one in (*chosen, SMALL, empty)
        }


def test_the_largest_is_among_them(copies: dict[str, Said]) -> None:
    assert {LARGE, SMALL} <= copies.keys()
    assert len(copies) == MANY + 2


def test_a_copy_has_four_pages_at_most(copies: dict[str, Said]) -> None:
    long = {one: copy for one, copy in copies.items() if not copy.bilan.bref}
    assert len(long) == MANY
    assert {one: n for one, copy in long.items() if (n := pages(copy)) > AT_MOST} == {}


def test_an_organisation_with_few_files_or_none_has_one_page(copies: dict[str, Said]) -> None:
    brief = [copy for copy in copies.values() if copy.bilan.bref]
    assert len(brief) == 2
    assert [pages(copy) for copy in brief] == [1, 1]


def test_before_the_charter_lapsed_it_has_four_pages_too() -> None:
    """In 2022 the follow-up of refusals is a table, and alerts are counted."""
    assert pages(said("bilan_annuel_organisme", organisme=LARGE, annee=2022, **HEAD)) <= AT_MOST


def test_the_region_has_ten_to_twelve_pages() -> None:
    assert 10 <= pages(said("bilan_annuel_region", edition="2024-03-12")) <= 12


def test_a_copy_that_is_not_compact_is_too_long(copies: dict[str, Said]) -> None:
    """The defect that these tests are for: the same blocks, laid out like the region's."""
    from reportlib.rendering.document import Document
    from reportlib.rendering.pdf import pdf

    whole = copies[LARGE].document
    loose = Document({**whole.title, "compact": False}, whole.pieces)
    with pikepdf.open(io.BytesIO(pdf(loose))) as paper:
        assert len(paper.pages) > AT_MOST
