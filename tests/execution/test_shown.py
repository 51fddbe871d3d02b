"""A notebook gets the HTML of its blocks after the run, and each drawing is made once."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from reportlib.blocks import MIME
from reportlib.blocks.record import DEFERRED
from reportlib.execution.shown import shown
from reportlib.rendering import charts
from reportlib.rendering.document import from_notebook
from reportlib.rendering.fragment import fragment
from reportlib.rendering.html import html
from reportlib.rendering.pdf import pdf
from tests.conftest import ROOT
from tests.rendering.demo import BARS, TITLE


def notebook():
    outputs = [new_output("display_data", {MIME: block.record()}) for block in (TITLE, BARS)]
    return new_notebook(cells=[new_code_cell("x", outputs=outputs)])


def test_every_block_gets_its_html_and_the_notebook_given_stays() -> None:
    given = notebook()
    bundles = [output.data for output in shown(given).cells[0].outputs]
    assert [bundle["text/html"] for bundle in bundles] == [
        fragment(block.record()) for block in (TITLE, BARS)
    ]
    assert all("text/html" not in output.data for output in given.cells[0].outputs)


def test_html_that_is_there_is_kept() -> None:
    given = notebook()
    given.cells[0].outputs[0].data["text/html"] = "<p>déjà</p>"
    assert shown(given).cells[0].outputs[0].data["text/html"] == "<p>déjà</p>"


def test_notebook_page_and_paper_share_two_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    draw = charts.drawn

    def counted(work, size):
        made.append(size)
        return draw(work, size)

    charts._size.cache_clear()
    monkeypatch.setattr(charts, "drawn", counted)
    dressed = shown(notebook())
    document = from_notebook(dressed)
    html(document)
    pdf(document)
    assert made == ["l", "e"]


@pytest.mark.parametrize(("deferred", "loaded"), [(True, "False"), (False, "True")])
def test_a_kernel_whose_html_comes_later_loads_no_drawing_library(
    deferred: bool, loaded: str
) -> None:
    world = {**os.environ, **({DEFERRED: "1"} if deferred else {})}
    code = "import sys, reportlib.notebook; print('matplotlib' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=world, capture_output=True, text=True
    )
    assert done.stdout.strip() == loaded, done.stderr
