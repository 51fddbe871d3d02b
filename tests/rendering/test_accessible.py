"""The example in a real browser: axe, no request, no sideways scroll, words in their drawing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser import outside, visited
from tests.rendering.conftest import Drawn

pytestmark = pytest.mark.chromium

OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
STRAYS = """() => [...document.querySelectorAll('.drawing svg')].flatMap(svg => {
  if (!svg.getBoundingClientRect().width) return [];
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')];
  const boxes = texts.map(t => [t.textContent, t.getBoundingClientRect()]);
  const out = boxes.filter(([, b]) => b.left < frame.left - 1 || b.right > frame.right + 1
    || b.top < frame.top - 1 || b.bottom > frame.bottom + 1).map(([words]) => 'out: ' + words);
  const met = boxes.flatMap(([one, a], i) => boxes.slice(i + 1).filter(([, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4).map(([two]) => one + ' on ' + two));
  return [...out, ...met];
})"""
"""Words that leave their drawing, or that stand on others (boxes of lines may touch by 4 px)."""


def seen(browser: Browser, page_file: Path, width: int) -> dict[str, Any]:
    page, requests = visited(browser, page_file, width)
    found = {"strays": page.evaluate(STRAYS)}
    page.evaluate(OPEN_ALL)
    found["overflow"] = page.evaluate(OVERFLOW)
    axe = Axe().run(page).response
    found["violations"] = [(v["id"], v["nodes"][0]["html"]) for v in axe["violations"]]
    found["rules"] = len(axe["passes"])
    found["requests"] = outside(requests)
    found["font"] = page.evaluate("document.fonts.check('600 16px \"Bilan Sans\"')")
    page.context.close()
    return found


@pytest.mark.parametrize(
    ("name", "width"),
    [("demo", 320), ("demo", 760), ("demo", 1280), ("grids", 320), ("grids", 1280)],
)
def test_the_example_is_accessible_closed_and_fits(
    browser: Browser, request: pytest.FixtureRequest, name: str, width: int
) -> None:
    shown: Drawn = request.getfixturevalue(name)
    page = seen(browser, shown.html, width)
    assert page["violations"] == []
    assert page["rules"] > 20
    assert page["requests"] == []
    assert page["overflow"] <= 0
    assert page["strays"] == []
    assert page["font"] is True


@pytest.mark.parametrize("width", [320, 1280])
def test_hostile_texts_stay_in_the_page(browser: Browser, hostile: Drawn, width: int) -> None:
    page = seen(browser, hostile.html, width)
    assert page["violations"] == []
    assert page["requests"] == []
    assert page["overflow"] <= 0


def test_seeded_faults_are_seen(browser: Browser, demo: Drawn, tmp_path: Path) -> None:
    spoilt = tmp_path / "page.html"
    page = demo.page
    for before, after in (
        ('<html lang="fr">', "<html>"),
        ("</main>", '<img src="http://127.0.0.1:9/x.png"><p style="width:3000px">x</p></main>'),
        ('aria-hidden="true" ', 'aria-hidden="true" viewBox="0 0 90 90" '),
    ):
        assert before in page
        page = page.replace(before, after)
    spoilt.write_text(page, encoding="utf-8")
    found = seen(browser, spoilt, 1280)
    assert {"html-has-lang", "image-alt"} <= {rule for rule, _ in found["violations"]}
    assert found["requests"] == ["http://127.0.0.1:9/x.png"]
    assert found["overflow"] > 1000
    assert found["strays"]


def test_the_browser_itself_refuses_requests_and_scripts(
    browser: Browser, demo: Drawn, tmp_path: Path
) -> None:
    """The page's own policy, should anything slip in one day."""
    spoilt = tmp_path / "page.html"
    seeded = '<script>document.title = "pris"</script></main>'
    spoilt.write_text(demo.page.replace("</main>", seeded), encoding="utf-8")
    page = browser.new_page()
    page.goto(spoilt.as_uri())
    assert page.title() == (
        "Bilan d’exemple 2023 – Région imaginaire des Quatre Vents, tous les organismes – "
        "Transitions d’exemple"
    )
    page.close()


def test_the_contents_stay_beside_when_there_is_room(browser: Browser, demo: Drawn) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    page.goto(demo.html.as_uri())
    page.evaluate("window.scrollTo(0, 3000)")
    box = page.locator(".contents").bounding_box()
    main = page.locator("main").bounding_box()
    assert box is not None
    assert main is not None
    assert 0 <= box["y"] < 100
    assert box["x"] + box["width"] < main["x"]
    page.close()


def test_keyboard_reaches_the_skip_link_then_the_contents(browser: Browser, demo: Drawn) -> None:
    page = browser.new_page(viewport={"width": 900, "height": 700})
    page.goto(demo.html.as_uri())
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == "Aller au contenu"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
    page.close()
