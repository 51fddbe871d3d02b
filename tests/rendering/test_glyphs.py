"""Characters: what cannot be printed goes or becomes « □ », and the document says so."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib.blocks import Note
from reportlib.rendering.document import from_blocks
from reportlib.rendering.glyphs import cleaned, known, notices, printable
from reportlib.wording import MINUS, NARROW, NBSP
from tests.rendering.demo import BLOCKS, TITLE, records


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Élève, œuvre, « ça »\u00a0: 1\u202f234,5\u00a0%", None),
        ("e\u0301te\u0301", "été"),
        ("a\tb\nc\r\nd\u2028e\u2003f", "a b c  d e f"),
        ("a\x00b\x1b[31mc\x07", "ab[31mc"),
        ("\ufeffa\u200bb\u00adc\u202ed\u2066e", "abcde"),
        ("\U0001f600 \u6f22 \ue000", "□ □ □"),
        ("\u2714\ufe0f", "□"),
        ("\U0001f468\u200d\U0001f469", "□□"),
        ("\ud800x", "x"),
        ("", ""),
    ],
)
def test_printable(text: str, expected: str | None) -> None:
    assert printable(text) == (text if expected is None else expected)


def test_what_french_print_needs_is_there() -> None:
    needed = f"{NBSP}{NARROW}{MINUS}’«»…–—€°ÉÈÀÇŒÆœæïÿ□½²³→"
    assert set(needed) <= known()


@given(st.text())
def test_everything_printed_has_a_glyph(text: str) -> None:
    shown = printable(text)
    assert set(shown) <= known()
    assert printable(shown) == shown


def test_characters_are_counted_and_told() -> None:
    lost: Counter[str] = Counter()
    assert cleaned({"a": ["\u6f22\u6f22", 1, None, ("\U0001f600",)]}, lost) == {
        "a": ["□□", 1, None, ["□"]]
    }
    assert notices(lost) == (
        "Le caractère U+6F22 manque aux polices\u00a0: «\u00a0□\u00a0» le remplace, 2\u00a0fois.",
        "Le caractère U+1F600 manque aux polices\u00a0: «\u00a0□\u00a0» le remplace, 1\u00a0fois.",
    )


def test_a_document_carries_the_notices() -> None:
    note = Note(title="Avis", text=(("漢", ""),))
    document = from_blocks(records((TITLE, note)))
    assert document.pieces[0]["text"] == [["□", ""]]
    assert len(document.notices) == 1
    assert from_blocks(records(BLOCKS)).notices == ()
