"""The example and the hostile bilan, drawn once a session; a browser that calls nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from reportlib.blocks import Heading
from reportlib.rendering.document import Document, from_blocks
from reportlib.rendering.html import html
from reportlib.rendering.pdf import pdf
from tests.rendering.demo import FUNNEL, HOSTILE, TABLE, TITLE, hostile_blocks, records
from tests.rendering.demo_grids import GRIDS, hostile_grids

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


SMALL = (TITLE, Heading(level=2, text="Chapitre"), TABLE, FUNNEL)
"""A title, a heading, a table and a drawing: what the seeded defects spoil."""


@dataclass(frozen=True)
class Drawn:
    """A document and its two files."""

    document: Document
    html: Path
    pdf: Path

    @property
    def page(self) -> str:
        return self.html.read_text(encoding="utf-8")


def drawn(document: Document, folder: Path) -> Drawn:
    page, paper = folder / "page.html", folder / "page.pdf"
    page.write_text(html(document), encoding="utf-8")
    paper.write_bytes(pdf(document))
    return Drawn(document, page, paper)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    return drawn(from_blocks(records()), tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    return drawn(from_blocks(records(SMALL)), tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    added = [block for words in HOSTILE[:4:3] for block in hostile_grids(words)]
    document = from_blocks(records([*hostile_blocks(), *added]))
    return drawn(document, tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def grids(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    return drawn(from_blocks(records(GRIDS)), tmp_path_factory.mktemp("grids"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*QUIET])
        yield chromium
        chromium.close()
