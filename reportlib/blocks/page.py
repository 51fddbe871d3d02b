"""Blocks of text: title, key figures, sentences, notes, free zones, missing chapters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from reportlib.blocks.record import Block
from reportlib.blocks.tables import State
from reportlib.wording import Rich


@dataclass(frozen=True, kw_only=True)
class Title(Block):
    """The title block, first of a bilan: also feeds the document's metadata, header and footer."""

    kind: ClassVar[str] = "title"
    title: str
    subject: str
    """Whom it is about, in full."""
    period: str
    issuer: str
    team: str
    identity: tuple[tuple[str, str], ...]
    """Label and value: date of edition, version, files read."""
    running: str
    """Short title, at the head of pages 2 and after."""
    footer: str
    description: str
    keywords: tuple[str, ...] = ()
    compact: bool = False
    """On paper: less space around blocks and rows, for a document of few pages; same letters."""


@dataclass(frozen=True, kw_only=True)
class Heading(Block):
    """The heading of a chapter (level 2) or of a part of it (level 3)."""

    kind: ClassVar[str] = "heading"
    level: Literal[2, 3] = 3
    text: str


@dataclass(frozen=True, kw_only=True)
class Paragraph(Block):
    """A paragraph."""

    kind: ClassVar[str] = "paragraph"
    text: Rich


@dataclass(frozen=True, kw_only=True)
class Tile:
    """A key figure: value, then label, base, comparison, in that order."""

    value: str
    label: str
    base: str
    compare: str = ""
    number: float | None = None
    state: State = "exact"
    ref: str = ""
    """As a cell's: the same number elsewhere in the document has the same ``ref``."""


@dataclass(frozen=True, kw_only=True)
class Tiles(Block):
    """Key figures, ``columns`` a row on paper."""

    kind: ClassVar[str] = "tiles"
    label: str = "Chiffres clés"
    columns: int = 4
    items: tuple[Tile, ...]


@dataclass(frozen=True, kw_only=True)
class Essential(Block):
    """« L'essentiel »: three to five sentences, one a paragraph."""

    kind: ClassVar[str] = "essential"
    title: str = "L’essentiel"
    sentences: tuple[Rich, ...]


@dataclass(frozen=True, kw_only=True)
class Note(Block):
    """A remark in a box: one idea."""

    kind: ClassVar[str] = "note"
    title: str
    text: Rich


@dataclass(frozen=True, kw_only=True)
class Confidential(Block):
    """The frame of confidentiality of an organisation's copy (R-CH-10)."""

    kind: ClassVar[str] = "confidential"
    title: str
    text: Rich


@dataclass(frozen=True, kw_only=True)
class Method(Block):
    """The method note at the end of a bilan; ``title`` is its label."""

    kind: ClassVar[str] = "method"
    title: str
    texts: tuple[Rich, ...]


@dataclass(frozen=True, kw_only=True)
class Missing(Block):
    """A chapter, or a part of one, without data: one line, never silence."""

    kind: ClassVar[str] = "missing"
    text: Rich


@dataclass(frozen=True, kw_only=True)
class FreeZone(Block):
    """A zone that people fill in: their Markdown when given, else a frame with dotted lines."""

    kind: ClassVar[str] = "free"
    title: str
    hint: str = ""
    lines: int = 3
    markdown: str = ""
    """The analyst's own words (Markdown); raw HTML in it is shown as text, images are refused."""


@dataclass(frozen=True, kw_only=True)
class PageBreak(Block):
    """A new page on paper; nothing on screen."""

    kind: ClassVar[str] = "break"
