"""Markdown as plain data: headings, paragraphs, lists, links. Raw HTML and code are shown as text.

A node is ``{"type": "p", "spans": …}``, ``{"type": "h", "level": …, "spans": …}``, ``{"type":
"quote", "nodes": …}`` or ``{"type": "list", "ordered": …, "start": …, "items": …}``, an item being
nodes. A span is ``[text, style, link]``, with ``strong``, ``emph``, both or nothing as its style.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, cast

import mistune

from reportlib.rendering.faults import Faults
from reportlib.wording import typographed

Node = dict[str, Any]
SAFE_LINKS = ("https://", "http://", "mailto:")


def nodes(source: str, where: str, faults: Faults) -> list[Node]:
    """Return the nodes of a Markdown text, with French spaces and apostrophes.

    Raises
    ------
    RenderingError
        In strict mode, an image: nobody has checked what it says to those who do not see it.
    """
    parse = cast(Callable[[str], list[Node]], mistune.create_markdown(renderer=None))
    reader = _Reader(where, faults)
    return [node for token in parse(source) for node in reader.block(token)]


def flat(node: Node) -> Node:
    """Return a heading as a strong paragraph, anything else as it is."""
    if node["type"] != "h":
        return node
    return {"type": "p", "spans": [[words, "strong", link] for words, _, link in node["spans"]]}


@dataclass(frozen=True)
class _Dress:
    """What the spans inside a mark take from it."""

    strong: bool = False
    emph: bool = False
    link: str = ""

    @property
    def style(self) -> str:
        return " ".join(name for name in ("strong", "emph") if getattr(self, name))


@dataclass(frozen=True)
class _Reader:
    where: str
    faults: Faults

    def block(self, token: Node) -> list[Node]:
        """Return the nodes of one token of the syntax tree."""
        kind = token["type"]
        if kind == "heading":
            level = int(token["attrs"]["level"])
            return [{"type": "h", "level": level, "spans": self.spans(token)}]
        if kind in {"paragraph", "block_text"}:
            return [{"type": "p", "spans": self.spans(token)}]
        if kind == "list":
            return [self._list(token)]
        if kind == "block_quote":
            return [{"type": "quote", "nodes": self._inner(token)}]
        if kind in {"block_code", "block_html"}:
            lines = str(token["raw"]).strip().splitlines()
            return [{"type": "p", "spans": [[line, "", ""]]} for line in lines if line.strip()]
        return []

    def _list(self, token: Node) -> Node:
        told = token["attrs"]
        items = [self._inner(item) for item in token["children"]]
        ordered, start = bool(told["ordered"]), int(told.get("start", 1))
        return {"type": "list", "ordered": ordered, "start": start, "items": items}

    def _inner(self, token: Node) -> list[Node]:
        return [flat(node) for child in token["children"] for node in self.block(child)]

    def spans(self, token: Node) -> list[list[str]]:
        """Return the spans of a paragraph or heading; neighbours dressed alike are one."""
        merged: list[tuple[str, _Dress, bool]] = []
        for words, dress, literal in self._runs(token, _Dress()):
            if merged and merged[-1][1:] == (dress, literal):
                words = merged.pop()[0] + words  # noqa: PLW2901 - grows by what follows
            merged.append((words, dress, literal))
        return [
            [words if literal else typographed(words), dress.style, dress.link]
            for words, dress, literal in merged
            if words
        ]

    def _runs(self, token: Node, dress: _Dress) -> list[tuple[str, _Dress, bool]]:
        """Return texts, how each is dressed, and whether it is literal (code, raw HTML)."""
        kind = token["type"]
        if kind == "text":
            return [(html.unescape(str(token["raw"])), dress, False)]
        if kind in {"softbreak", "linebreak"}:
            return [(" ", dress, False)]
        if kind == "image":
            self.faults.report(
                self.where,
                "une image n’a pas sa place dans un texte, car rien ne vérifie ce qu’elle dit à "
                "qui ne la voit pas. Retirez-la, ou décrivez-la en toutes lettres.",
            )
        if "children" not in token:
            return [(str(token.get("raw", "")), dress, True)]
        if kind in {"strong", "emphasis"}:
            dress = replace(dress, strong=dress.strong or kind == "strong",
                            emph=dress.emph or kind == "emphasis")  # fmt: skip
        elif kind == "link":
            url = str(token["attrs"]["url"])
            dress = replace(dress, link=url if url.lower().startswith(SAFE_LINKS) else "")
        return [run for child in token["children"] for run in self._runs(child, dress)]
