"""Every kind of bilan can be read by anyone: one browser and one Java run for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.bilans.delivered.test_accessible import QUIET, WIDTHS, opened, verapdf
from tests.bilans.recueil import CAS, NONE
from tests.bilans.walks.test_three_forms import FIRSTS

KINDS = [
    case
    for case in CAS
    if case.organisme == NONE or (case in FIRSTS and "annuel" not in case.notebook)
]
"""A case of each notebook, and the organisation without any file; the annual ones are delivered."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The pages and papers of a case of each notebook, and of an organisation without any file."""
    folder = tmp_path_factory.mktemp("accessibles")
    for case in KINDS:
        (folder / f"{case}.html").write_text(case.said().html, encoding="utf-8")
        (folder / f"{case}.pdf").write_bytes(case.said().pdf)
    return sorted(folder.iterdir())


@pytest.mark.chromium
def test_pages_are_accessible_quiet_and_fit(files: list[Path]) -> None:
    pages = [file for file in files if file.suffix == ".html"]
    faults: dict[str, object] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        for page in pages:
            for width in WIDTHS:
                seen = opened(browser, page, width)
                if seen["violations"] or seen["requests"] or int(str(seen["overflow"])) > 0:
                    faults[f"{page.stem} {width}"] = seen
        browser.close()
    assert len(pages) == len(KINDS)
    assert faults == {}


@pytest.mark.java
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_papers_are_compliant(files: list[Path], flavour: str) -> None:
    papers = [file for file in files if file.suffix == ".pdf"]
    done = verapdf(flavour, *papers)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("compliant=true") == len(papers) == len(KINDS)
