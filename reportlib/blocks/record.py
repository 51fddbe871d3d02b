"""The base of all blocks: to a record and back, and how a notebook carries one."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from reportlib.wording import plain

MIME = "application/vnd.reportlib.block+json"
Record = dict[str, Any]

DEFERRED = "REPORTLIB_RENDU_DIFFERE"
"""Environment variable of a kernel whose notebook gets its HTML afterwards, drawn once for all."""
_UNSAID = {"state", "number", "ref"}
"""Fields that hold no word of the bilan."""
_KINDS: dict[str, type[Block]] = {}
_HTML: list[Callable[[Record], str]] = []


def on_display(html: Callable[[Record], str]) -> None:
    """Let ``html`` draw blocks in JupyterLab; rendering calls this, blocks know no format."""
    _HTML[:] = [html]


@dataclass(frozen=True, kw_only=True)
class Block:
    """One record. Its fields are text, numbers, rich text (spans), and tuples or parts of these."""

    kind: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Register the block under its ``kind``."""
        super().__init_subclass__(**kwargs)
        if kind := cls.__dict__.get("kind"):
            _KINDS[kind] = cls

    def record(self) -> Record:
        """Return the block as plain data, ready for JSON."""
        return {"kind": self.kind, **_plain_fields(self)}

    def as_text(self) -> str:
        """Return the block's words and numbers, one idea a line, for a plain viewer."""
        return "\n".join(_lines(self))

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """Return the bundle that a notebook stores: text, HTML when rendering is there, record."""
        bundle: dict[str, Any] = {"text/plain": self.as_text(), MIME: self.record()}
        if _HTML:
            bundle["text/html"] = _HTML[0](self.record())
        return bundle


class Blocks(tuple[Block, ...]):
    """Blocks of a chapter: a notebook shows each as an output of its own."""

    __slots__ = ()

    def _ipython_display_(self) -> None:
        """Display each block."""
        from IPython.display import display

        for block in self:
            display(block)  # type: ignore[no-untyped-call]


def from_record(record: Record) -> Block:
    """Return the block that ``record`` describes.

    Raises
    ------
    ValueError
        The kind is unknown, or a field is missing or unknown.
    """
    fields = dict(record)
    kind = str(fields.pop("kind", ""))
    if kind not in _KINDS:
        raise ValueError(f"unknown block {kind!r}")
    block = _rebuilt(fields, _KINDS[kind])
    return cast(Block, block)


def _plain_fields(part: Any) -> Record:
    return {f.name: _plain_value(getattr(part, f.name)) for f in dataclasses.fields(part)}


def _plain_value(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _plain_fields(value)
    if isinstance(value, tuple | list):
        return [_plain_value(item) for item in value]
    return value


def _rebuilt(value: Any, wanted: Any) -> Any:
    """Turn lists back into tuples and mappings into parts, after the annotations."""
    origin, args = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (types.UnionType, typing.Union):
        if value is None:
            return None
        return _rebuilt(value, next(a for a in args if a is not type(None)))
    if origin is tuple:
        if args[-1] is Ellipsis:
            return tuple(_rebuilt(item, args[0]) for item in value)
        return tuple(_rebuilt(item, kind) for item, kind in zip(value, args, strict=True))
    if dataclasses.is_dataclass(wanted):
        hints = typing.get_type_hints(wanted)
        unknown = value.keys() - {f.name for f in dataclasses.fields(wanted)}
        if unknown:
            raise ValueError(f"unknown fields {sorted(unknown)} for {wanted}")
        given = {name: _rebuilt(item, hints[name]) for name, item in value.items()}
        return cast(Any, wanted)(**given)
    return value


def _lines(part: Any) -> Iterator[str]:
    """Yield every text of ``part``, depth first; spans of one text make one line."""
    if hasattr(part, "lines") and callable(part.lines):
        yield from part.lines()
        return
    for f in dataclasses.fields(part):
        if "Literal" not in str(f.type) and f.name not in _UNSAID:
            yield from _value_lines(getattr(part, f.name))


def _value_lines(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    elif dataclasses.is_dataclass(value):
        yield from _lines(value)
    elif isinstance(value, tuple) and value and _is_rich(value):
        yield plain(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _value_lines(item)


def _is_rich(value: Iterable[Any]) -> bool:
    return all(
        isinstance(item, tuple) and len(item) == 2 and item[1] in {"", "strong", "emph"}
        for item in value
    )
