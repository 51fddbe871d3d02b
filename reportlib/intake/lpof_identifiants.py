"""Declaration numbers, SIREN and SIRET of the list, checked whole blocks at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from reportlib.intake.cells import Outcome
from reportlib.intake.identifiers import DAMAGED, read_legal, read_nda
from reportlib.intake.lpof_anomalies import Anomalies, Rows
from reportlib.intake.lpof_blocs import Bytes, Cells
from reportlib.intake.lpof_cellules import ZERO, digits_of

LA_POSTE = np.frombuffer(b"356000000", dtype=np.uint8)
"""Its establishments' numbers have a rule of their own: the sum of digits is a multiple of 5."""
OUTRE_MER = frozenset({"01", "02", "03", "04", "05", "06"})
"""Prefixes of declaration numbers that begin with a zero: only these can have lost it."""
_TWICE = np.array([0, 2, 4, 6, 8, 1, 3, 5, 7, 9], dtype=np.uint8)
Text = npt.NDArray[np.bytes_]


def luhn(digits: Bytes) -> npt.NDArray[np.bool_]:
    """Tell which rows of digits have a right Luhn key (a row with no digit in a place: False)."""
    whole = (digits < 10).all(axis=1)
    safe = np.where(whole[:, None], digits, np.uint8(0))
    total = safe[:, -1::-2].sum(axis=1) + _TWICE[safe[:, -2::-2]].sum(axis=1)
    return whole & (total % 10 == 0) & safe.any(axis=1)


def declaration_numbers(cells: Cells, rows: Rows, anomalies: Anomalies) -> Text:
    """Return declaration numbers, « » for a row that is set aside.

    11 digits, or for public bodies 4 digits, « P », 6 digits. There is no key to check.
    """
    digits, plain = digits_of(cells, 11)
    public = digits.copy()
    public[:, 4] = np.where(digits[:, 4] == ord("P") - ZERO, 0, 255)
    plain |= (cells.sizes == 11) & (public < 10).all(axis=1)
    plain &= (digits != 0).any(axis=1)
    numbers = _text(digits, plain)
    for at in np.flatnonzero(~plain).tolist():
        written = cells.at(np.array([at])).texts("utf-8")[0].strip()
        numbers[at] = _number(written, int(rows[at]), anomalies).encode()
    return numbers


def _number(written: str, row: int, anomalies: Anomalies) -> str:
    """Return a declaration number from an unusual writing, or set its row aside."""
    if not written:
        anomalies.refuse("nda_vide", [row], [""])
        return ""
    outcome = read_nda(written)
    number = str(outcome.value or "")
    restored = bool(outcome.note) and "zéro" in outcome.note
    lost = len(number) - len(written) if restored else 0
    if not number or lost > 1 or (restored and number[:2] not in OUTRE_MER):
        kind = "nda_abime" if outcome.fault == DAMAGED else "nda_illisible"
        anomalies.refuse(kind, [row], [written])
        return ""
    if restored:
        anomalies.note("nda_zero", np.array([row]))
    return number


def sirens(cells: Cells, rows: Rows, anomalies: Anomalies) -> Text:
    """Return SIREN, « » where the list gives none, or one that is refused."""
    digits, plain = digits_of(cells, 9)
    plain &= luhn(digits)
    return _mended(cells, _text(digits, plain), rows, ("siren", anomalies))


def sirets(cells: Cells, siren: Text, rows: Rows, anomalies: Anomalies) -> Text:
    """Return SIRET; a NIC of 5 digits is completed by its row's SIREN."""
    digits, plain = digits_of(cells, 14)
    plain &= luhn(digits) | _poste(digits)
    numbers = _text(digits, plain)
    short = np.flatnonzero((cells.sizes > 0) & (cells.sizes <= 5))
    joined = completed(cells.at(short), siren[short], rows[short], anomalies)
    anomalies.note("siret_nic", rows[short[joined != b""]])
    mended = _mended(cells, numbers, rows, ("siret", anomalies), skip=short)
    mended[short] = joined
    return mended


def completed(cells: Cells, siren: Text, rows: Rows, anomalies: Anomalies) -> Text:
    """Return SIRET made of each row's SIREN and NIC (files before 2022), « » where one fails."""
    digits, plain = digits_of(cells, 5)
    for at in np.flatnonzero(~plain & (cells.sizes > 0) & (cells.sizes < 5)).tolist():
        written = cells.at(np.array([at])).texts("utf-8")[0].strip()
        if written.isascii() and written.isdigit():
            digits[at] = [int(figure) for figure in written.zfill(5)]
            plain[at] = True
            anomalies.note("siret_zero", rows[at : at + 1])
    given, zeros = cells.sizes > 0, plain & (digits == 0).all(axis=1)
    head = np.ascontiguousarray(siren).view(np.uint8).reshape(-1, 9) - np.uint8(ZERO)
    whole = np.hstack([head, digits])
    right = plain & (siren != b"") & ~zeros & (luhn(whole) | _poste(whole))
    anomalies.note("siret_zeros", rows[zeros])
    anomalies.note("siret_nic_seul", rows[given & ~zeros & (siren == b"")])
    anomalies.note("siret_faux", rows[given & ~zeros & (siren != b"") & ~right])
    return _text(whole, right)


def _mended(
    cells: Cells, numbers: Text, rows: Rows, kind: tuple[str, Anomalies], skip: Rows | None = None
) -> Text:
    """Read again, one by one, the few numbers that are not plain; note what is refused and why."""
    name, anomalies = kind
    left = (numbers == b"") & (cells.sizes > 0)
    if skip is not None:
        left[skip] = False
    zeros = left & (cells.fixed(9) == ZERO).all(axis=1)
    anomalies.note(f"{name}_zeros", rows[zeros])
    for at in np.flatnonzero(left & ~zeros).tolist():
        outcome = read_legal(cells.at(np.array([at])).texts("utf-8")[0], name)
        numbers[at] = str(outcome.value or "").encode()
        if told := _told(outcome):
            anomalies.note(f"{name}_{told}", rows[at : at + 1])
    return numbers


def _told(outcome: Outcome) -> str:
    """Return the kind of notice that a number read alone calls for."""
    if outcome.fault:
        return "abime" if outcome.fault == DAMAGED else "faux"
    return "zero" if "zéro" in outcome.note else ""


def from_siret(siren: Text, siret: Text, rows: Rows, anomalies: Anomalies) -> Text:
    """Return SIREN, those missing taken from the SIRET, whose first nine digits they are."""
    lacking = (siren == b"") & (siret != b"")
    anomalies.note("siren_du_siret", rows[lacking])
    heads = siret.astype("S9")
    return np.where(lacking, heads, siren)


def _poste(digits: Bytes) -> npt.NDArray[np.bool_]:
    """Tell which SIRET follow La Poste's rule."""
    its = (digits[:, :9] == LA_POSTE - np.uint8(ZERO)).all(axis=1) & (digits < 10).all(axis=1)
    return its & (digits.sum(axis=1, dtype=np.int64) % 5 == 0)


def _text(digits: Bytes, keep: npt.NDArray[np.bool_]) -> Text:
    """Return rows of digits as text, « » where they are not kept."""
    letters = np.where(keep[:, None], digits + np.uint8(ZERO), np.uint8(0))
    return np.ascontiguousarray(letters).view(f"S{digits.shape[1]}").ravel()


Reader = Callable[[Cells, Rows, Anomalies], Text]
