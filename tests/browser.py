"""A page opened in Debian's Chromium, off line: what it asks for is noted, and refused."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page

QUIET_FOR = 500
"""How long a page is given, once loaded, to ask for something more. [ms]"""


def visited(browser: Browser, page_file: Path, width: int) -> tuple[Page, list[str]]:
    """Open a page in a context of its own; return it with the addresses that it asked for.

    Nothing leaves: a request is refused at once, so that no network is ever waited for.
    """
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.route(re.compile("^(?!file:|data:)"), lambda route: route.abort())
    page.goto(page_file.as_uri())
    page.wait_for_timeout(QUIET_FOR)
    return page, requests


def outside(requests: list[str]) -> list[str]:
    """The addresses beyond the file itself."""
    return [url for url in requests if not url.startswith(("file:", "data:"))]
