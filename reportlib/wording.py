"""French numbers, dates, plurals and lists, with the spaces and apostrophes that print wants.

Everything that a reader sees goes through here; babel holds the rules of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from string import Formatter
from typing import Literal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

LOCALE = "fr_FR"
NBSP = "\u00a0"
NARROW = "\u202f"
MINUS = "\u2212"

Style = Literal["", "strong", "emph"]
Span = tuple[str, Style]
Rich = tuple[Span, ...]
"""Text as spans: what came from data is never parsed for marks, so it stays inert."""

MONTHS = tuple(format_date(date(2023, m, 1), "MMMM", locale=LOCALE) for m in range(1, 13))
SHORT_MONTHS = tuple(format_date(date(2023, m, 1), "MMM", locale=LOCALE) for m in range(1, 13))
_ONES = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")


def integer(number: float) -> str:
    """« 1 234 », with the narrow no-break space of thousands and a true minus."""
    return str(format_decimal(round(number), format="#,##0", locale=LOCALE)).replace("-", MINUS)


def decimal(number: float, digits: int = 1) -> str:
    """« 65,1 »: rounded half up on the decimal writing, never cut (convention C-3)."""
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return str(format_decimal(_half_up(number, digits), format=pattern, locale=LOCALE)).replace(
        "-", MINUS
    )


def percent(number: float, digits: int = 1) -> str:
    """« 65,1 % », from a number already in percent."""
    return f"{decimal(number, digits)}{NBSP}%"


def signed(number: float, digits: int = 0) -> str:
    """« + 56 », « − 5 », « 0 »; a gap that rounds to 0 carries no sign."""
    rounded = _half_up(number, digits)
    size = decimal(abs(rounded), digits) if digits else integer(abs(rounded))
    if rounded == 0:
        return size
    return f"{'+' if rounded > 0 else MINUS}{NBSP}{size}"


def points(number: float) -> str:
    """« + 4,2 points », a difference of two percentages."""
    size = signed(number, 1)
    return f"{size}{NBSP}{'points' if abs(_half_up(number, 1)) >= 2 else 'point'}"


def day(when: date) -> str:
    """« 12 mars 2024 », « 1er janvier 2024 », with the day bound to its month."""
    number = "1er" if when.day == 1 else str(when.day)
    return f"{number}{NBSP}{MONTHS[when.month - 1]} {when.year}"


def span_of_days(start: date, end: date) -> str:
    """« du 1er janvier au 31 décembre 2023 »; both years when they differ."""
    first = day(start)
    if start.year == end.year:
        first = first.removesuffix(f" {start.year}")
    return f"du {first} au {day(end)}"


def month(text: str) -> str:
    """« janvier 2023 » from ``2023-01``."""
    return f"{month_name(text)} {text[:4]}"


def month_name(text: str, *, short: bool = False) -> str:
    """« janvier » from ``2023-01``; « janv. » when ``short``."""
    return (SHORT_MONTHS if short else MONTHS)[int(text[-2:]) - 1]


def counted(
    number: int, singular: str, plural: str | None = None, *, none: str | None = None
) -> str:
    """« 56 situations », « 1 situation », bound by a no-break space; ``none`` is said for 0.

    French takes the singular under 2.
    """
    if number == 0 and none is not None:
        return none
    noun = singular if abs(number) < 2 else (plural if plural is not None else f"{singular}s")
    return f"{integer(number)}{NBSP}{noun}"


def agreed(number: float, singular: str, plural: str) -> str:
    """Return the word that agrees with ``number``: « a été » or « ont été »."""
    return singular if abs(number) < 2 else plural


def spelled(number: int, *, feminine: bool = False) -> str:
    """« deux » up to nine, figures above; « une » for a feminine noun."""
    if number == 1 and feminine:
        return "une"
    return _ONES[number] if 0 <= number < len(_ONES) else integer(number)


def listed(words: Sequence[str]) -> str:
    """« a, b et c »."""
    return str(format_list(list(words), locale=LOCALE)) if words else ""


def typographed(text: str) -> str:
    """Return ``text`` with French no-break spaces and curly apostrophes; figures are untouched."""
    text = text.replace("'", "’")
    text = re.sub(r"[ \u00a0\u202f]*([:;!?»%])(?=\s|$|[)\],.])", rf"{NBSP}\1", text)
    text = re.sub(r"(?<=\S)[ ]+([:;!?»%])", rf"{NBSP}\1", text)
    return re.sub(r"«[ \u00a0\u202f]*", f"«{NBSP}", text)


def rich(template: str, **values: object) -> Rich:
    """Return ``template`` with its marks read first, then ``values`` put in, inert.

    Marks: ``**strong**`` and ``//emphasis//``, in the template alone: an organisation called
    « ** » or « //x// » prints as it is written.
    """
    spans: list[Span] = []
    style: Style = ""
    for piece in re.split(r"(\*\*|//)", typographed(template)):
        if piece in {"**", "//"}:
            wanted: Style = "strong" if piece == "**" else "emph"
            style = "" if style == wanted else wanted
        elif piece:
            spans.append((Formatter().vformat(piece, (), values), style))
    return tuple(span for span in spans if span[0])


def plain(text: Rich) -> str:
    """Return the letters of ``text``, without styles."""
    return "".join(span[0] for span in text)


def joined(parts: Iterable[Rich], glue: str = " ") -> Rich:
    """Return ``parts`` as one text, with ``glue`` between."""
    spans: list[Span] = []
    for index, part in enumerate(part for part in parts if part):
        if index:
            spans.append((glue, ""))
        spans.extend(part)
    return tuple(spans)


def _half_up(number: float, digits: int) -> float:
    """Round half away from zero on the shortest decimal writing of ``number``."""
    from decimal import ROUND_HALF_UP, Decimal

    step = Decimal(1).scaleb(-digits)
    rounded = Decimal(repr(float(number))).quantize(step, rounding=ROUND_HALF_UP)
    return float(rounded) + 0.0
