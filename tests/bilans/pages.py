"""What a reader gets from a delivered file: tiles, text, everything hidden in it."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pikepdf


class _Tiles(HTMLParser):
    """Collect the values and labels of the key figures."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self._into: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        for part in ("value", "label"):
            if part in classes:
                if part == "value":
                    self.found.append({"value": "", "label": ""})
                self._into = part

    def handle_endtag(self, tag: str) -> None:
        self._into = None

    def handle_data(self, data: str) -> None:
        if self._into and self.found:
            self.found[-1][self._into] += data


def tiles(html: Path) -> dict[str, str]:
    """Label → value of the key figures of a page."""
    parser = _Tiles()
    parser.feed(html.read_text(encoding="utf-8"))
    return {t["label"].strip(): t["value"].strip() for t in parser.found}


def pdf_text(path: Path) -> str:
    """The text that a reader selects, by poppler."""
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def pdf_hidden(path: Path) -> str:
    """All that a PDF holds: strings of every object, decoded streams, XMP, document information."""
    parts: list[str] = []
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                parts.append(thing.read_bytes().decode("utf-8", "replace"))
            _strings(thing, parts)
        with pdf.open_metadata() as metadata:
            parts.append(str(metadata))
        parts.append(str(dict(pdf.docinfo)))
    return "\n".join(parts)


def _strings(thing: object, parts: list[str]) -> None:
    """The strings of an object; what it only refers to is an object of the file by itself."""
    if isinstance(thing, pikepdf.String):
        parts.append(str(thing))
        return
    if isinstance(thing, pikepdf.Stream):
        thing = thing.stream_dict
    if isinstance(thing, pikepdf.Dictionary):
        held = list(thing.values())
    elif isinstance(thing, pikepdf.Array):
        held = list(thing)
    else:
        return
    for value in held:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            _strings(value, parts)


def page_text(html: Path) -> str:
    """All of a page, entities decoded: text, attributes, styles."""
    import html as entities

    return entities.unescape(html.read_text(encoding="utf-8"))


def notebook_text(path: Path) -> str:
    """All the strings of a notebook, keys included."""
    return json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)


def workbook_text(path: Path) -> str:
    """All that a workbook holds: every part, without its tags, attributes and entities kept."""
    import html as entities

    with zipfile.ZipFile(path) as packed:
        parts = [packed.read(name).decode("utf-8") for name in packed.namelist()]
    return "\n".join(entities.unescape(re.sub(r"<v>|</v>|<t[^>]*>|</t>", " ", p)) for p in parts)


def squeezed(text: str) -> str:
    """Text without spaces of any kind nor case, so that layout hides nothing."""
    return re.sub(r"[\s\u00a0\u202f\u2009\u200b-]+", "", text).replace("’", "'").casefold()
