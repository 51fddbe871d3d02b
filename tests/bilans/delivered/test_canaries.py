"""No organisation ever sees another's data: the delivered files are searched byte by byte."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from tests.bilans.conftest import LARGE, SMALL, Made, elsewhere
from tests.bilans.pages import (
    notebook_text,
    page_text,
    pdf_hidden,
    pdf_text,
    squeezed,
    workbook_text,
)

SPACES = ("", " ", "\u00a0", "\u202f", "\u2009")
"""What may part thousands."""

RUN = re.compile(rf"\d[\d{''.join(SPACES)}]*")
"""Digits, and what may part them: a number of a canary is a part of one."""

MARKS = ("id_of", "denomination", "siret", "siren", "nda", "commune", "ca_formation")


def canaries(organisme: dict[str, str]) -> dict[str, str]:
    """What would betray an organisation, as it would be written: name, numbers, town."""
    found = {mark: organisme[mark] for mark in MARKS if organisme[mark]}
    whole = found.pop("ca_formation", "").split(".")[0]
    if whole:
        grouped = f"{int(whole):_}"
        found |= {f"ca_formation {i}": grouped.replace("_", s) for i, s in enumerate(SPACES)}
    return found


def leaks(text: str, organismes: list[dict[str, str]], own: str) -> list[tuple[str, str]]:
    """(organisation, mark) of every foreign canary in ``text``.

    Words are looked for without any space, numbers as they stand: coordinates of a drawing, put
    end to end, would make any number.
    """
    words, numbers = squeezed(text), "\n".join(set(RUN.findall(text)))
    marks = [
        (o["id_of"], mark, canary)
        for o in organismes
        if o["id_of"] != own
        for mark, canary in canaries(o).items()
    ]
    found = {
        canary
        for canary in {canary for *_, canary in marks}
        if (canary in numbers if RUN.fullmatch(canary) else _word(canary) in words)
    }
    return [(id_of, mark) for id_of, mark, canary in marks if canary in found]


@cache
def _word(canary: str) -> str:
    """A canary as it is looked for among words."""
    return squeezed(canary)


def everything(bilan: Made) -> dict[str, str]:
    """All that the delivered files hold, by where it is."""
    return {
        "html": page_text(bilan["html"]),
        "pdf text": pdf_text(bilan["pdf"]),
        "pdf hidden": pdf_hidden(bilan["pdf"]),
        "notebook": notebook_text(bilan["ipynb"]),
        "annex": workbook_text(bilan["xlsx"]),
    }


@pytest.mark.poppler
@pytest.mark.parametrize(("kind", "own"), [("large", LARGE), ("small", SMALL)])
def test_a_copy_holds_no_other_organisation(
    made: dict[str, Made], organismes: list[dict[str, str]], kind: str, own: str
) -> None:
    for where, text in everything(made[kind]).items():
        assert leaks(text, organismes, own) == [], where


@pytest.mark.poppler
@pytest.mark.parametrize(("kind", "own"), [("large", LARGE), ("small", SMALL)])
def test_a_copy_names_its_own_organisation(
    made: dict[str, Made], organismes: list[dict[str, str]], kind: str, own: str
) -> None:
    """The search finds what is there: without this, an unreadable file would pass."""
    name = next(o["denomination"] for o in organismes if o["id_of"] == own)
    texts = everything(made[kind])
    for where in ("html", "pdf text", "notebook", "annex"):
        assert squeezed(name) in squeezed(texts[where]), where


@pytest.mark.poppler
def test_a_seeded_leak_is_found(spoken: Made, organismes: list[dict[str, str]]) -> None:
    """Another organisation's town in the observations of a copy: found wherever they stand."""
    other = elsewhere(organismes)
    for where, text in everything(spoken).items():
        if where not in {"pdf hidden", "annex"}:
            assert (other["id_of"], "commune") in leaks(text, organismes, LARGE), where


def test_the_region_names_no_organisation(
    made: dict[str, Made], organismes: list[dict[str, str]]
) -> None:
    assert leaks(page_text(made["region"]["html"]), organismes, "") == []
    assert leaks(notebook_text(made["region"]["ipynb"]), organismes, "") == []
    assert leaks(workbook_text(made["region"]["xlsx"]), organismes, "") == []


def test_a_leak_seeded_in_the_annex_is_found(
    made: dict[str, Made], organismes: list[dict[str, str]], tmp_path: Path
) -> None:
    """Another organisation's name, in a cell and in the document's properties."""
    other = next(o for o in organismes if o["id_of"] not in {LARGE, SMALL})
    for place in ("cell", "property"):
        book = openpyxl.load_workbook(made["large"]["xlsx"])
        if place == "cell":
            book["Contrôles"]["J40"] = other["denomination"]
        else:
            book.properties.keywords = other["denomination"]
        book.save(tmp_path / "annexe.xlsx")
        found = leaks(workbook_text(tmp_path / "annexe.xlsx"), organismes, LARGE)
        assert (other["id_of"], "denomination") in found, place


@pytest.mark.parametrize("place", ["object", "held", "stream", "property"])
def test_a_leak_seeded_in_what_a_pdf_hides_is_found(
    made: dict[str, Made], organismes: list[dict[str, str]], tmp_path: Path, place: str
) -> None:
    """Another organisation's name where no reader sees it: an object, a value deep in another…"""
    other = next(o for o in organismes if o["id_of"] not in {LARGE, SMALL})
    word = pikepdf.String(other["denomination"])
    with pikepdf.open(made["small"]["pdf"]) as pdf:
        if place == "object":
            pdf.Root.Hidden = pdf.make_indirect(word)
        elif place == "held":
            deep = pikepdf.Dictionary(Deep=pikepdf.Array([pikepdf.Dictionary(Word=word)]))
            pdf.Root.Hidden = pikepdf.Array([pikepdf.Dictionary(Deeper=pikepdf.Array([deep]))])
        elif place == "stream":
            pdf.Root.Hidden = pdf.make_stream(other["denomination"].encode())
        else:
            pdf.docinfo["/Keywords"] = word
        pdf.save(tmp_path / "bilan.pdf")
    found = leaks(pdf_hidden(tmp_path / "bilan.pdf"), organismes, SMALL)
    assert found == [(other["id_of"], "denomination")]
