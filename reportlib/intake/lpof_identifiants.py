"""Declaration numbers, SIREN and SIRET of the list, checked whole blocks at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reportlib.intake.cells import Outcome
from reportlib.intake.identifiers import DAMAGED, read_legal, read_nda
from reportlib.intake.lpof_anomalies import Anomalies, Rows
from reportlib.intake.lpof_blocs import Bytes, Cells
from reportlib.intake.lpof_cellules import ZERO, digits_of

OUTRE_MER = frozenset({"01", "02", "03", "04", "05", "06"})
"""Prefixes of declaration numbers that begin with a zero: only these can have lost it."""
_TWICE = np.array([0, 2, 4, 6, 8, 1, 3, 5, 7, 9], dtype=np.uint8)
Text = npt.NDArray[np.bytes_]


def luhn(digits: Bytes) -> npt.NDArray[np.bool_]:
    """Tell which numbers have a right Luhn key; one row a place, one column a number.

    A place without digit, or zeros all along, is no number.
    """
    whole = (digits < 10).all(axis=0)
    safe = np.where(whole, digits, np.uint8(0))
    total = np.add.reduce(safe[-1::-2], axis=0, dtype=np.uint8)
    total += np.add.reduce(_TWICE[safe[-2::-2]], axis=0, dtype=np.uint8)
    right: npt.NDArray[np.bool_] = whole & (total % 10 == 0) & safe.any(axis=0)
    return right


def declaration_numbers(cells: Cells, rows: Rows, anomalies: Anomalies) -> Text:
    """Return declaration numbers, « » for a row that is set aside.

    11 digits, or for public bodies 4 digits, « P », 6 digits. There is no key to check.
    """
    digits, plain = digits_of(cells, 11)
    others = np.delete(digits, 4, axis=0)
    plain |= (cells.sizes == 11) & (digits[4] == ord("P") - ZERO) & (others < 10).all(axis=0)
    plain &= (digits != 0).any(axis=0)
    numbers = _text(digits, plain)
    for at in np.flatnonzero(~plain).tolist():
        written = cells.at(np.array([at])).texts()[0].strip()
        numbers[at] = _number(written, int(rows[at]), anomalies).encode()
    return numbers


def keys(numbers: Text) -> npt.NDArray[np.int64]:
    """Return declaration numbers as whole numbers, 4 bits a sign: compared far faster than text."""
    signs = np.ascontiguousarray(numbers.view(np.uint8).reshape(-1, numbers.itemsize).T)
    found = np.zeros(len(numbers), dtype=np.int64)
    for sign in signs:
        found = found << 4 | np.where(sign == ord("P"), 10, sign & 15)
    return found


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
        written = cells.at(np.array([at])).texts()[0].strip()
        if written.isascii() and written.isdigit():
            digits[:, at] = [int(figure) for figure in written.zfill(5)]
            plain[at] = True
            anomalies.note("siret_zero", rows[at : at + 1])
    given, zeros = cells.sizes > 0, plain & (digits == 0).all(axis=0)
    head = np.ascontiguousarray(siren).view(np.uint8).reshape(-1, 9).T - np.uint8(ZERO)
    whole = np.vstack([head, digits])
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
    unread = (numbers == b"") & (cells.sizes > 0)
    if skip is not None:
        unread[skip] = False
    left = np.flatnonzero(unread)
    zeros = (cells.at(left).fixed(9) == ZERO).all(axis=1)
    anomalies.note(f"{name}_zeros", rows[left[zeros]])
    for at in left[~zeros].tolist():
        outcome = read_legal(cells.at(np.array([at])).texts()[0], name)
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
    """Tell which SIRET of La Poste (SIREN 356000000) follow its own rule: a sum of digits by 5."""
    its = np.flatnonzero((digits[:3] == [[3], [5], [6]]).all(axis=0))
    found = np.zeros(digits.shape[1], dtype=bool)
    own = digits[:, its]
    found[its] = (
        (own[3:9] == 0).all(axis=0)
        & (own < 10).all(axis=0)
        & (own.sum(axis=0, dtype=np.int64) % 5 == 0)
    )
    return found


def _text(digits: Bytes, keep: npt.NDArray[np.bool_]) -> Text:
    """Return numbers as text, « » where they are not kept."""
    letters = np.where(keep, digits + np.uint8(ZERO), np.uint8(0)).T
    return np.ascontiguousarray(letters).view(f"S{len(digits)}").ravel()
