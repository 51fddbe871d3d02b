"""The bilans of the sample say what is to be counted, and follow a change of the registers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportlib.rendering.document import from_blocks
from reportlib.rendering.html import html
from reportlib.sections import entete
from reportlib.sections.bilan import ouvrir_region
from tests.bilans.changes import change_workbook
from tests.bilans.conftest import Made
from tests.bilans.pages import pdf_text, tiles


def counted(found: dict[str, str]) -> tuple[str, str, str]:
    return (
        found["ateliers animés"],
        found["situations d’intervention"],
        found["propositions analysées"],
    )


@pytest.mark.parametrize("kind", ["region", "large", "small"])
def test_each_bilan_is_a_page_a_pdf_and_a_notebook(made: dict[str, Made], kind: str) -> None:
    for ending in ("html", "pdf", "ipynb"):
        assert made[kind][ending].stat().st_size > 1000


def test_tiles_say_fifteen_fifty_six_and_three(made: dict[str, Made]) -> None:
    assert counted(tiles(made["region"]["html"])) == ("15", "56", "3")


@pytest.mark.poppler
def test_the_pdf_says_the_same(made: dict[str, Made]) -> None:
    text = " ".join(pdf_text(made["region"]["pdf"]).split())
    assert "15 ateliers" in text
    assert "56 situations" in text
    assert "3 propositions" in text


@pytest.mark.poppler
def test_an_organisation_gets_four_pages_at_most_and_one_when_small(made: dict[str, Made]) -> None:
    def pages(kind: str) -> int:
        return pdf_text(made[kind]["pdf"]).count("\f")

    assert 2 <= pages("large") <= 4
    assert pages("small") == 1


def test_a_change_of_the_registers_moves_the_tiles(
    registers: Callable[[], Path], tmp_path: Path
) -> None:
    """One workshop more, two interventions fewer, one proposal row twice: 16, 54 and 3."""
    folder = registers()
    change_workbook(folder)
    page = tmp_path / "bilan.html"
    head = entete.region(ouvrir_region(annee=2023, donnees=str(folder)))
    document = from_blocks([block.record() for block in head])
    page.write_text(html(document), encoding="utf-8")
    assert counted(tiles(page)) == ("16", "54", "3")
