"""How a number is written in a workbook: as on the page, its full value behind."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from reportlib.rendering.workbook.sheets import Shown
from reportlib.wording import MINUS

NUMBER = re.compile(
    r"^(?P<sign>[+\u2212][\u00a0\u202f]?)?(?P<whole>\d[\d\u00a0\u202f]*)(?:,(?P<digits>\d+))?"
    r"(?P<unit>[\u00a0\u202f ]?[^\d\[;]*)$"
)
"""« 1 234 », « + 4,2 points », « 65,1 % »."""
GENERAL = "General"


def number_format(cell: Shown) -> str | None:
    """Return the format that shows a cell's number as the page does; None when none can.

    The group and decimal signs are the reader's own: a French workbook shows « 1 234,5 ».
    """
    if cell.value is None:
        return None
    if not cell.text:
        return "#,##0" if float(cell.value).is_integer() else "#,##0.0##"
    found = NUMBER.match(cell.text)
    if not found or not _agrees(cell.value, found):
        return None
    digits = len(found["digits"] or "")
    body = "#,##0" + (f".{'0' * digits}" if digits else "")
    unit = f'"{found["unit"]}"' if found["unit"] else ""
    if found["sign"]:
        return f'"+\u00a0"{body}{unit};"{MINUS}\u00a0"{body}{unit};{body}{unit}'
    return f"{body}{unit}"


def _agrees(value: float, found: re.Match[str]) -> bool:
    """Whether a number, rounded as it is written, is what is written."""
    whole = re.sub(r"\D", "", found["whole"])
    written = Decimal(f"{whole}.{found['digits'] or '0'}")
    if (found["sign"] or "").startswith(MINUS):
        written = -written
    step = Decimal(1).scaleb(-len(found["digits"] or ""))
    return Decimal(repr(float(value))).quantize(step, rounding=ROUND_HALF_UP) == written
