"""The words of a PDF by its structure tree, read by pikepdf.

As poppler's ``pdfinfo -struct-text``, which reads a page anew for each element: a long list of
tables takes it a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

Words = dict[int, str]
"""Number of a marked content → its words."""
_RANGE = re.compile(r"<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[([^\]]*)\])")
_CHAR = re.compile(r"<(\w+)>\s*<(\w+)>")


def words(paper: Path) -> list[str]:
    """The words of each marked content that the structure tree holds, in its order."""
    with pikepdf.open(paper) as pdf:
        fonts: dict[tuple[int, int], dict[int, str]] = {}
        pages = {page.obj.objgen: _marked(page, fonts) for page in pdf.pages}
        return [*_told(pdf.Root.StructTreeRoot, None, pages)]


def _told(node: Any, page: Any, pages: dict[tuple[int, int], Words]) -> Iterator[str]:
    """The words below an element; contents that are no page's own are passed over."""
    page = node.get("/Pg", page)
    kids = node.get("/K")
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int):
            yield pages[page.objgen].get(kid, "")
        elif isinstance(kid, Dictionary) and "/S" in kid:
            yield from _told(kid, page, pages)
        elif isinstance(kid, Dictionary) and "/MCID" in kid and "/Stm" not in kid:
            yield pages[kid.get("/Pg", page).objgen].get(int(kid.MCID), "")


def _marked(page: pikepdf.Page, fonts: dict[tuple[int, int], dict[int, str]]) -> Words:
    """The words of each marked content of a page."""
    found: Words = {}
    marks: list[int | None] = []
    letters: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj TJ"):
        operands = step.operands
        match str(step.operator):
            case "BDC":
                held = operands[1]
                own = held.get("/MCID") if isinstance(held, Dictionary) else None
                above = marks[-1] if marks else None
                marks.append(above if own is None else int(own))
            case "BMC":
                marks.append(marks[-1] if marks else None)
            case "EMC":
                marks.pop()
            case "Tf":
                font = page.Resources.Font[str(operands[0])]
                if font.objgen not in fonts:
                    fonts[font.objgen] = _letters(font.ToUnicode.read_bytes().decode("ascii"))
                letters = fonts[font.objgen]
            case _ if marks and marks[-1] is not None:
                text = _decoded(operands[0], letters)
                found[marks[-1]] = found.get(marks[-1], "") + text
    return found


def _decoded(shown: Any, letters: dict[int, str]) -> str:
    """The letters of what is shown: two bytes a glyph."""
    parts = shown if isinstance(shown, Array) else [shown]
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    pairs = (codes[i : i + 2] for i in range(0, len(codes), 2))
    return "".join(letters.get(int.from_bytes(pair, "big"), "") for pair in pairs)


def _letters(table: str) -> dict[int, str]:
    """Glyph → letters, from a font's « ToUnicode »."""
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found |= {int(a, 16): _utf16(b) for a, b in _CHAR.findall(block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, start, several in _RANGE.findall(block):
            low, high = int(first, 16), int(last, 16)
            if several:
                each = re.findall(r"<(\w+)>", several)
                found |= {low + i: _utf16(one) for i, one in enumerate(each)}
            else:
                following = partial(_after, _utf16(start))
                found |= {low + i: following(i) for i in range(high - low + 1)}
    return found


def _utf16(word: str) -> str:
    return bytes.fromhex(word).decode("utf-16-be")


def _after(text: str, steps: int) -> str:
    return text[:-1] + chr(ord(text[-1]) + steps)
