"""Markdown as plain data: headings, paragraphs, lists, links. HTML is text, images refused."""

from __future__ import annotations

from typing import Any, cast

import mistune

from reportlib.errors import RenderingError
from reportlib.wording import typographed

Node = dict[str, Any]
SAFE_LINKS = ("https://", "http://", "mailto:", "#")


def nodes(source: str, where: str) -> list[Node]:
    """Return the nodes of a Markdown text: ``h``, ``p``, ``list``, ``quote``, each plain data.

    Spans are ``[text, style, link]`` with style ``""``, ``strong`` or ``emph``.

    Raises
    ------
    RenderingError
        An image, for it has no checked alternative; ``where`` says whose text it is.
    """
    parse = mistune.create_markdown(renderer=None)
    tree = cast(list[Node], parse(source))
    return [node for token in tree for node in _block(token, where)]


def _block(token: Node, where: str) -> list[Node]:
    kind = token["type"]
    children = cast(list[Node], token.get("children", []))
    if kind == "heading":
        return [{"type": "h", "level": token["attrs"]["level"], "spans": _spans(children, where)}]
    if kind in {"paragraph", "block_text"}:
        return [{"type": "p", "spans": _spans(children, where)}]
    if kind == "list":
        items = [
            [node for part in item["children"] for node in _block(part, where)] for item in children
        ]
        return [{"type": "list", "ordered": bool(token["attrs"]["ordered"]), "items": items}]
    if kind == "block_quote":
        inner = [node for child in children for node in _block(child, where)]
        return [{"type": "quote", "nodes": inner}]
    if kind in {"block_code", "block_html"}:
        return [{"type": "p", "spans": [[str(token["raw"]).strip(), "", ""]]}]
    return []


def _spans(children: list[Node], where: str, style: str = "", link: str = "") -> list[list[str]]:
    spans: list[list[str]] = []
    for token in children:
        kind = token["type"]
        inner = cast(list[Node], token.get("children", []))
        if kind == "image":
            raise RenderingError(
                f"{where}\u00a0: une image n’a pas sa place dans un texte libre, car son "
                "équivalent écrit n’est pas vérifié. Retirez-la, ou décrivez-la en toutes lettres."
            )
        if kind in {"text", "codespan", "inline_html"}:
            spans.append(
                [typographed(str(token["raw"])) if kind == "text" else token["raw"], style, link]
            )
        elif kind in {"softbreak", "linebreak"}:
            spans.append([" ", style, link])
        elif kind in {"strong", "emphasis"}:
            spans += _spans(inner, where, "strong" if kind == "strong" else "emph", link)
        elif kind == "link":
            target = str(token["attrs"]["url"])
            spans += _spans(inner, where, style, target if target.startswith(SAFE_LINKS) else "")
        else:
            spans += _spans(inner, where, style, link)
    return spans
