"""The paper: tagged, dated by nobody, small, inert; and the same numbers as the records."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import html

from reportlib.blocks import Bar, Column, Note, Row, Table, number, text
from reportlib.errors import RenderingError
from reportlib.rendering import pdf as paper_module
from reportlib.rendering.document import from_blocks
from reportlib.rendering.pdf import pdf
from tests.rendering.conftest import Drawn
from tests.rendering.demo import BARS, BLOCKS, HOSTILE, TITLE, records
from tests.rendering.page_rules import words
from tests.rendering.paper import elements, squeezed, structure, text_of

ELSEWHERE = {"alt", "markdown", "full_labels", "keywords"}
"""Fields that are said elsewhere: alternative texts and Markdown have their own tests."""


def numbers(value: Any) -> list[str]:
    """Every text of a record that holds a digit, but for those that only one format shows."""
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if k not in ELSEWHERE}
        return [text for item in kept.values() for text in numbers(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in numbers(item)]
    return [value] if isinstance(value, str) and re.search(r"\d", value) else []


def test_it_is_small(demo: Drawn, hostile: Drawn) -> None:
    assert demo.pdf.stat().st_size < 120_000
    assert hostile.pdf.stat().st_size < 400_000


def test_nobody_dates_it(demo: Drawn) -> None:
    with pikepdf.open(demo.pdf) as paper:
        assert not {"/CreationDate", "/ModDate"} & set(paper.docinfo.keys())
        told = paper.Root.Metadata.read_bytes().decode()
    assert "Date>" not in told
    assert "2000" not in told
    assert "pdfuaid:part" in told
    assert "pdfaid:part" in told


def test_its_information_is_the_title_blocks(demo: Drawn) -> None:
    with pikepdf.open(demo.pdf) as paper:
        assert str(paper.docinfo["/Title"]) == f"{TITLE.title}, {TITLE.subject}"
        assert str(paper.docinfo["/Author"]) == TITLE.issuer
        assert str(paper.docinfo["/Subject"]) == TITLE.description
        assert str(paper.Root.Lang) == "fr-FR"
        assert bool(paper.Root.ViewerPreferences.DisplayDocTitle)


def test_only_our_fonts_are_inside(demo: Drawn, hostile: Drawn) -> None:
    for drawn in (demo, hostile):
        with pikepdf.open(drawn.pdf) as paper:
            fonts = {
                str(thing["/BaseFont"])[8:]
                for thing in paper.objects
                if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing
            }
        assert {name.split("-")[0] for name in fonts} == {"BilanSans"}


def test_rows_have_their_header(demo: Drawn) -> None:
    found = elements(demo.pdf)
    heads = [e for e in found if e["tag"] == "TH" and "TBody" in e["above"]]
    rows = [e for e in found if e["tag"] == "TR" and "TBody" in e["above"]]
    columns = [e for e in found if e["tag"] == "TH" and "THead" in e["above"]]
    assert len(heads) == len(rows) == 5 + 60 + 2
    assert {scope for e in heads for scope in e["scopes"]} == {"Row"}
    assert {scope for e in columns for scope in e["scopes"]} == {"Column"}
    assert not any(e["listed"] for e in found)


def test_headings_hold_words_alone(demo: Drawn) -> None:
    tags = {e["tag"] for e in elements(demo.pdf) if {"H1", "H2", "H3"} & set(e["above"])}
    assert tags <= {"Span"}


@pytest.mark.poppler
def test_every_number_of_the_records_is_there(demo: Drawn) -> None:
    said_on_paper = squeezed(text_of(demo.pdf) + structure(demo.pdf).all_words())
    told = [n for n in numbers(records()) if n != TITLE.running]
    assert len(told) > 250
    assert [number for number in told if squeezed(number) not in said_on_paper] == []


@pytest.mark.poppler
def test_a_number_that_is_not_there_is_missed(demo: Drawn) -> None:
    assert "1199dossiers" not in squeezed(text_of(demo.pdf))


def test_every_number_of_the_records_is_on_the_page_too(demo: Drawn) -> None:
    page = squeezed(words(html.document_fromstring(demo.page)))
    told = [n for n in numbers(records()) if n != TITLE.description]
    missing = [number for number in told if squeezed(number) not in page]
    assert missing == []


@pytest.mark.poppler
def test_pages_have_their_foot_and_head(demo: Drawn) -> None:
    pages = text_of(demo.pdf).split("\f")[:-1]
    count = len(pages)
    assert count >= 5
    for rank, page in enumerate(pages, start=1):
        assert f"Page {rank} sur {count}" in page.replace("\u00a0", " ")
        assert "Tous les nombres sont inventés" in page
        assert (TITLE.running in page) == (rank > 1)


@pytest.mark.poppler
def test_a_long_table_begins_a_page_with_its_heading(demo: Drawn) -> None:
    pages = text_of(demo.pdf).split("\f")
    start = next(page for page in pages if "Annexe. Règles de calcul" in page)
    body = [line for line in start.splitlines() if line.strip()][1:]
    assert body[0].strip() == "Annexe. Règles de calcul"
    heads = [page for page in pages if "Ce qui est compté" in page]
    assert len(heads) >= 3


@pytest.mark.poppler
def test_what_is_taller_than_a_page_loses_nothing(tmp_path: Path) -> None:
    """A table that is not told long, and bars for a page and a half."""
    rows = tuple(Row(cells=(text(f"ligne {n}"), number(str(n), n))) for n in range(1000, 1150))
    columns = (Column(label="Nom"), Column(label="Nombre", kind="num"))
    table = Table(title="Grand tableau", columns=columns, rows=rows)
    bars = tuple(Bar(label=f"barre {n}", cell=number(str(n), n)) for n in range(2000, 2090))
    paper = tmp_path / "grand.pdf"
    document = from_blocks(records((TITLE, table, replace(BARS, bars=bars, apart=()))))
    paper.write_bytes(pdf(document))
    pages = text_of(paper).split("\f")[:-1]
    assert [n for n in range(1000, 1150) if f"ligne {n}" not in "".join(pages)] == []
    (drawn_on,) = [page for page in pages if "barre 2000" in page]
    assert "barre 2089" in drawn_on
    assert sum("Nombre" in page for page in pages) >= 4


def test_a_lenient_document_is_drawn_too() -> None:
    document = from_blocks(records((Note(title="", text=(("Seul.", ""),)),)), strict=False)
    assert len(document.notices) == 1
    assert pdf(document).startswith(b"%PDF-1.7")


@pytest.mark.poppler
def test_hostile_texts_are_printed_as_they_are(hostile: Drawn) -> None:
    said_on_paper = squeezed(text_of(hostile.pdf))
    for said in (HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[3], HOSTILE[4], "emoji□□□"):
        assert squeezed(said) in said_on_paper
    assert "root:" not in said_on_paper
    assert "49" not in squeezed(HOSTILE[4])
    assert "mot" * 60 in said_on_paper


@pytest.mark.poppler
def test_hostile_texts_stay_on_their_page(hostile: Drawn) -> None:
    command = ["pdftotext", "-bbox", str(hostile.pdf), "-"]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    lefts = [float(x) for x in re.findall(r'xMin="([\d.-]+)"', told)]
    rights = [float(x) for x in re.findall(r'xMax="([\d.-]+)"', told)]
    bottoms = [float(y) for y in re.findall(r'yMax="([\d.-]+)"', told)]
    assert len(rights) > 1000
    assert min(lefts) > 50
    assert max(rights) < 595.3 - 50
    assert max(bottoms) < 841.9 - 9


def test_the_template_reads_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even Typst code would find an empty folder: nothing above it can be read."""
    for read in (
        '#read("/etc/passwd")',
        '#read("../../../etc/passwd")',
        '#import "@local/x:1.0.0"',
    ):
        monkeypatch.setattr(paper_module, "_template", lambda read=read: read.encode())
        with pytest.raises(RenderingError, match="n’a pas pu être composé"):
            pdf(from_blocks(records((TITLE, BLOCKS[5]))))


def test_what_typst_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_module, "STANDARDS", ("ua-1", "a-4f"))
    with pytest.raises(RenderingError, match="n’a pas pu être composé"):
        pdf(from_blocks(records((TITLE, Note(title="x", text=(("y", ""),))))))
