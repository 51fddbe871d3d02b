"""The same document gives the same bytes: twice, and in another process with another world."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from reportlib.rendering.document import from_blocks
from reportlib.rendering.html import html
from reportlib.rendering.pdf import pdf
from tests.conftest import ROOT
from tests.rendering.conftest import Drawn
from tests.rendering.demo import BLOCKS, TITLE, records

ELSEWHERE = """
import hashlib
from reportlib.rendering.document import from_blocks
from reportlib.rendering.html import html
from reportlib.rendering.pdf import pdf
from tests.rendering.demo import records
document = from_blocks(records())
for content in (html(document).encode(), pdf(document)):
    print(hashlib.sha256(content).hexdigest())
"""


def digests(page: bytes, paper: bytes) -> list[str]:
    return [hashlib.sha256(content).hexdigest() for content in (page, paper)]


def test_twice(demo: Drawn) -> None:
    document = from_blocks(records())
    again = digests(html(document).encode(), pdf(document))
    assert again == digests(demo.html.read_bytes(), demo.pdf.read_bytes())


def test_in_another_world(demo: Drawn, tmp_path: Path) -> None:
    """Another process, working folder, seed of hashes, time zone, locale, home."""
    world = {
        **os.environ,
        "PYTHONHASHSEED": "4242",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
        "MPLCONFIGDIR": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": "1",
    }
    (tmp_path / "matplotlibrc").write_text("font.size: 20\nsvg.fonttype: path\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        cwd=tmp_path, env=world, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.split() == digests(demo.html.read_bytes(), demo.pdf.read_bytes())


def test_another_word_gives_other_bytes(demo: Drawn) -> None:
    blocks = (replace(TITLE, period="Du 2 janvier au 31 décembre 2023"), *BLOCKS[1:])
    document = from_blocks(records(blocks))
    other = digests(html(document).encode(), pdf(document))
    first = digests(demo.html.read_bytes(), demo.pdf.read_bytes())
    assert all(a != b for a, b in zip(other, first, strict=True))
