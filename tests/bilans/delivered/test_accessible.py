"""Anyone can read the three bilans: axe in Chromium, veraPDF on the PDFs, no request, no scroll."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from tests.bilans.conftest import ROOT, Made
from tests.browser import outside, visited

KINDS = ("region", "large", "small")
WIDTHS = (320, 1280)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without any service of its own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        yield chromium
        chromium.close()


def opened(browser: Browser, page_file: Path, width: int) -> dict[str, object]:
    """Open a page at a width: violations of axe, requests beyond the file, sideways overflow."""
    page, requests = visited(browser, page_file, width)
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    found = Axe().run(page).response["violations"]
    page.context.close()
    return {
        "violations": [(v["id"], len(v["nodes"])) for v in found],
        "requests": outside(requests),
        "overflow": overflow,
    }


@pytest.mark.chromium
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_quiet_and_fits(
    browser: Browser, made: dict[str, Made], kind: str, width: int
) -> None:
    seen = opened(browser, made[kind]["html"], width)
    assert seen["violations"] == []
    assert seen["requests"] == []
    assert int(str(seen["overflow"])) <= 0


@pytest.mark.chromium
def test_seeded_faults_of_a_page_are_seen(
    browser: Browser, made: dict[str, Made], tmp_path: Path
) -> None:
    page = made["region"]["html"].read_text(encoding="utf-8")
    spoilt = tmp_path / "page.html"
    spoilt.write_text(
        page.replace('<html lang="fr"', "<html").replace(
            "</main>",
            '<img src="http://127.0.0.1:9/x.png"><div style="width:3000px">large</div></main>',
        ),
        encoding="utf-8",
    )
    seen = opened(browser, spoilt, 1280)
    assert {"html-has-lang", "image-alt"} <= {rule for rule, _ in seen["violations"]}  # type: ignore[attr-defined]
    assert seen["requests"] == ["http://127.0.0.1:9/x.png"]
    assert int(str(seen["overflow"])) > 1000


def verapdf(flavour: str, *files: Path) -> subprocess.CompletedProcess[str]:
    script = str(ROOT / "outils" / "valider_pdf.py")
    command = [sys.executable, script, flavour, *(str(f) for f in files)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.java
def test_the_pdfs_are_archives(made: dict[str, Made]) -> None:
    done = verapdf("2a", *(made[kind]["pdf"] for kind in KINDS))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("compliant=true") == len(KINDS)


@pytest.mark.java
def test_the_pdfs_are_accessible_and_one_that_lost_its_language_is_not(
    made: dict[str, Made], tmp_path: Path
) -> None:
    spoilt = tmp_path / "sans_langue.pdf"
    with pikepdf.open(made["small"]["pdf"]) as pdf:
        del pdf.Root.Lang
        pdf.save(spoilt)
    done = verapdf("ua1", *(made[kind]["pdf"] for kind in KINDS), spoilt)
    assert done.returncode == 1
    assert done.stdout.count("compliant=true") == len(KINDS), done.stdout + done.stderr
    [refused] = [line for line in done.stdout.splitlines() if "compliant=false" in line]
    assert spoilt.name in refused
