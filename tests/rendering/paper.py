"""What a PDF says to a reader: its text by poppler, its structure tree, its alternative texts."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary


def text_of(paper: Path) -> str:
    """The text that a reader selects."""
    command = ["pdftotext", "-layout", str(paper), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


@dataclass
class Node:
    """An element of the structure tree, as poppler reads it: its tag, its words and elements."""

    tag: str
    parts: list[Node | str] = field(default_factory=list)

    def all_words(self) -> str:
        return "".join(part if isinstance(part, str) else part.all_words() for part in self.parts)

    def find(self, *tags: str) -> Iterator[Node]:
        """Yield the elements of these tags, in reading order, but none inside another."""
        for child in self.parts:
            if isinstance(child, str):
                continue
            if child.tag in tags:
                yield child
            else:
                yield from child.find(*tags)


def structure(paper: Path) -> Node:
    """Return the tree that « pdfinfo -struct-text » prints."""
    return _structure(paper, hashlib.sha256(paper.read_bytes()).digest())


@cache
def _structure(paper: Path, _content: bytes) -> Node:
    """The tree of a file, by its content: poppler draws the page again for each element of it."""
    done = subprocess.run(["pdfinfo", "-struct-text", str(paper)], capture_output=True, check=True)
    root = Node("")
    open_nodes = [(-1, root)]
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        depth = len(line) - len(line.lstrip(" "))
        told = line.strip()
        if told.startswith("/") or not told:
            continue
        while open_nodes[-1][0] >= depth:
            open_nodes.pop()
        if told.startswith('"'):
            open_nodes[-1][1].parts.append(told[1:-1])
        else:
            node = Node(re.split(r"[\s:<]", told)[0])
            open_nodes[-1][1].parts.append(node)
            open_nodes.append((depth, node))
    return root


def elements(paper: Path) -> list[dict[str, Any]]:
    """Every element of the structure tree: tag, alternative text, scope."""
    with pikepdf.open(paper) as pdf:
        return [*_elements(pdf.Root.StructTreeRoot, ())]


def _elements(node: Any, above: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    tag = str(node.get("/S", ""))[1:]
    owned = node.get("/A")
    attributes = list(owned) if isinstance(owned, Array) else [owned]
    tables = [a for a in attributes if isinstance(a, Dictionary) and a.get("/O") == "/Table"]
    scopes = [str(a["/Scope"])[1:] for a in tables if "/Scope" in a]
    listed = any("/Headers" in a for a in tables)
    yield {"tag": tag, "alt": str(node.get("/Alt", "")), "scopes": scopes, "above": above,
           "listed": listed}  # fmt: skip
    kids = node.get("/K")
    for kid in list(kids) if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _elements(kid, (*above, tag))


def squeezed(text: str) -> str:
    """Text without any space, so that the breaking of lines plays no part."""
    return re.sub(r"\s+", "", text)
