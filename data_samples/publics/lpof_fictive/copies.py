"""Dated copies of one list: organisations become certified, lose it, come and leave."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from .tirage import Liste, tirer

PARTS = {
    "nouveau_certifie": 0.02,
    "perdu": 0.006,
    "sorti": 0.015,
    "entre": 0.03,
    "renumerote": 0.004,
}
"""Share of the list that moves from one copy to the next; our choice."""


@dataclass(frozen=True)
class Suite:
    """Copies in order, and what moved to each from the one before."""

    copies: tuple[Liste, ...]
    mouvements: tuple[dict[str, int], ...]
    """« nouveau_certifie », « perdu », « sorti_certifie », « entre_certifie », « renumerote »."""


def suite(lignes: int, copies: int, graine: int = 11) -> Suite:
    """Return ``copies`` copies, the first of ``lignes`` organisations."""
    rng = np.random.Generator(np.random.PCG64(graine))
    reserve = tirer(lignes * 2, graine)
    held, fresh = reserve.rows(np.arange(lignes)), reserve.rows(np.arange(lignes, 2 * lignes))
    made, moves = [held], []
    for step in range(copies - 1):
        held, fresh, moved = _next(held, fresh, rng, f"{9 - step}")
        made.append(held)
        moves.append(moved)
    return Suite(tuple(made), tuple(moves))


def _next(
    before: Liste, fresh: Liste, rng: np.random.Generator, digit: str
) -> tuple[Liste, Liste, dict[str, int]]:
    """Return the next copy, what is left to enter, and the moves; no organisation moves twice.

    A new number is the former with ``digit`` first in its sequence, where no drawn one has it.
    """
    counts = {name: max(1, round(part * len(before))) for name, part in PARTS.items()}
    order = rng.permutation(len(before))
    yes, no = order[before.certifie[order]], order[~before.certifie[order]]
    new, lost = no[: counts["nouveau_certifie"]], yes[: counts["perdu"]]
    left = np.r_[
        yes[counts["perdu"] :][: counts["sorti"] // 2], no[len(new) :][: counts["sorti"] // 2]
    ]
    renamed = yes[-counts["renumerote"] :]
    categories = before.categories.copy()
    categories[new, 0], categories[lost] = True, False
    certified = before.certifie.copy()
    certified[new], certified[lost] = True, False
    nda, earlier = before.nda.copy(), before.precedent.astype("U30")
    for row in renamed.tolist():
        nda[row] = f"{nda[row][:4]}{digit}{nda[row][5:]}"
        earlier[row] = f"{before.nda[row]},{nda[row]}"
    changed = replace(before, categories=categories, certifie=certified, nda=nda, precedent=earlier)
    kept = changed.rows(np.setdiff1d(np.arange(len(before)), left))
    entered = fresh.rows(np.arange(counts["entre"]))
    moved = {
        "nouveau_certifie": len(new), "perdu": len(lost),
        "sorti_certifie": int(before.certifie[left].sum()),
        "entre_certifie": int(entered.certifie.sum()), "renumerote": len(renamed),
    }  # fmt: skip
    return _joined(kept, entered), fresh.rows(np.arange(counts["entre"], len(fresh))), moved


def _joined(first: Liste, second: Liste) -> Liste:
    """Return two lists as one."""
    columns: dict[str, Any] = {
        f.name: np.concatenate([getattr(first, f.name), getattr(second, f.name)])
        for f in fields(first)
    }
    return Liste(**columns)
