"""Blocks that people sign, tick or said: letter, list to tick, quotations. Never a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reportlib.blocks.record import Block
from reportlib.wording import Rich


@dataclass(frozen=True, kw_only=True)
class Letter(Block):
    """The letter that comes with an organisation's copy: half a page, from a role to a role."""

    kind: ClassVar[str] = "letter"
    sender: tuple[str, ...]
    """Lines: issuer, team."""
    recipient: tuple[str, ...]
    """Lines of the address, a role first: « À la direction de l’organisme »."""
    dated: str = ""
    subject: str
    paragraphs: tuple[Rich, ...]
    """Greeting and closing words included."""
    signature: str = ""
    """A role."""


@dataclass(frozen=True, kw_only=True)
class CheckItem:
    """A thing to check, and what helps to do it."""

    text: Rich
    detail: Rich = ()


@dataclass(frozen=True, kw_only=True)
class CheckList(Block):
    """Things to check by hand, each with a box to tick on paper."""

    kind: ClassVar[str] = "checklist"
    title: str
    hint: str = ""
    items: tuple[CheckItem, ...]


@dataclass(frozen=True, kw_only=True)
class Verbatim:
    """Quoted words, and where they come from without saying whose they are."""

    words: str
    """Without quotation marks: rendering sets them."""
    provenance: str
    """« Organisme de la Meuse, enquête de 2021 »."""


@dataclass(frozen=True, kw_only=True)
class Verbatims(Block):
    """Quotations whose printing was agreed to (R-ENQ-04)."""

    kind: ClassVar[str] = "verbatims"
    items: tuple[Verbatim, ...]
