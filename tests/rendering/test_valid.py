"""The real veraPDF engine on the papers, and on papers that were spoilt."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import ROOT
from tests.rendering.conftest import Drawn

pytestmark = [pytest.mark.java, pytest.mark.lent]


def validated(flavour: str, *papers: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "outils" / "valider_pdf.py"), flavour, *map(str, papers)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_papers_comply(demo: Drawn, hostile: Drawn, flavour: str) -> None:
    done = validated(flavour, demo.pdf, hostile.pdf)
    assert done.stdout.count("compliant=true") == 2, done.stdout + done.stderr
    assert done.returncode == 0


def no_alt(paper: pikepdf.Pdf) -> None:
    node = next(
        thing
        for thing in paper.objects
        if isinstance(thing, pikepdf.Dictionary)
        and thing.get("/S") == "/Figure"
        and "/Alt" in thing
    )
    del node["/Alt"]


def no_language(paper: pikepdf.Pdf) -> None:
    del paper.Root.Lang


def no_title(paper: pikepdf.Pdf) -> None:
    del paper.Root.ViewerPreferences


def no_scope(paper: pikepdf.Pdf) -> None:
    """The headers of rows that are added after Typst: a bad scope is seen."""
    for thing in paper.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TH":
            thing.S = pikepdf.Name.P


def jump(paper: pikepdf.Pdf) -> None:
    for thing in paper.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/H2":
            thing.S = pikepdf.Name.H3


MUTANTS: tuple[Callable[[pikepdf.Pdf], None], ...] = (
    no_alt,
    no_language,
    no_title,
    no_scope,
    jump,
)


def test_every_spoilt_paper_is_refused(demo: Drawn, tmp_path: Path) -> None:
    spoilt = []
    for spoil in MUTANTS:
        spoilt.append(tmp_path / f"{spoil.__name__}.pdf")
        with pikepdf.open(demo.pdf) as paper:
            spoil(paper)
            paper.save(spoilt[-1])
    done = validated("ua1", *spoilt)
    assert done.returncode == 1
    refused = [path.stem for path in spoilt if f"{path} PDF/UA-1 compliant=false" in done.stdout]
    assert refused == [spoil.__name__ for spoil in MUTANTS], done.stdout


def test_a_paper_of_another_kind_is_refused(demo: Drawn, tmp_path: Path) -> None:
    """A-2a is checked apart: a paper with a script is still PDF/UA, no longer PDF/A."""
    spoilt = tmp_path / "script.pdf"
    with pikepdf.open(demo.pdf) as paper:
        paper.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")
        paper.save(spoilt)
    done = validated("2a", spoilt)
    assert done.returncode == 1
    assert "compliant=false" in done.stdout
