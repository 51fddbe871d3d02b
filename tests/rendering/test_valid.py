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


def test_the_papers_comply(demo: Drawn, grids: Drawn, hostile: Drawn) -> None:
    done = validated("ua1", demo.pdf, grids.pdf, hostile.pdf)
    assert done.stdout.count("compliant=true") == 3, done.stdout + done.stderr
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


def no_head(paper: pikepdf.Pdf) -> None:
    for thing in paper.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TH":
            thing.S = pikepdf.Name.P


def jump(paper: pikepdf.Pdf) -> None:
    for thing in paper.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/H2":
            thing.S = pikepdf.Name.H3


MUTANTS: dict[Callable[[pikepdf.Pdf], None], str] = {
    no_alt: "7.3",
    no_language: "7.2",
    no_title: "7.1",
    no_head: "7.2",
    jump: "7.4.2",
}
"""What is spoilt, and the clause of ISO 14289-1 that it breaks."""


def test_every_spoilt_paper_is_refused(small: Drawn, tmp_path: Path) -> None:
    spoilt = []
    for spoil in MUTANTS:
        spoilt.append(tmp_path / f"{spoil.__name__}.pdf")
        with pikepdf.open(small.pdf) as paper:
            spoil(paper)
            paper.save(spoilt[-1])
    done = validated("ua1", *spoilt)
    assert done.returncode == 1
    for path, clause in zip(spoilt, MUTANTS.values(), strict=True):
        told = done.stdout.partition(f"{path} ua1 compliant=")[2]
        assert told.startswith("false"), done.stdout
        assert told.splitlines()[1].strip().startswith(f"clause {clause} "), done.stdout


def test_the_papers_are_archives_and_one_of_another_kind_is_refused(
    demo: Drawn, grids: Drawn, hostile: Drawn, small: Drawn, tmp_path: Path
) -> None:
    """A-2a is checked apart: a paper with a script is still PDF/UA, no longer PDF/A.

    One run of the engine says it of all four.
    """
    spoilt = tmp_path / "script.pdf"
    with pikepdf.open(small.pdf) as paper:
        paper.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")
        paper.save(spoilt)
    done = validated("2a", demo.pdf, grids.pdf, hostile.pdf, spoilt)
    told = [line for line in done.stdout.splitlines() if "compliant=" in line]
    found = [line.partition(" 2a compliant=")[::2] for line in told]
    assert [(name, said.partition(" ")[0]) for name, said in found] == [
        *((str(sound.pdf), "true") for sound in (demo, grids, hostile)),
        (str(spoilt), "false"),
    ], done.stdout + done.stderr
    assert done.returncode == 1
