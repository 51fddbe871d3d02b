"""What a reader can work out: withheld numbers as a flow network, exact and without a solver.

Each withheld number is an arc between two sums that are published: a cell flows from its row to its
column, a withheld margin from its group to its row. What flows into a node and out of it is known
up to shown numbers, so withheld numbers can only change together, along a cycle. One that lies on
no such cycle has only one possible value: it can be recovered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Node = tuple[str, ...]
Move = tuple[Node, Node, Node]
"""From, to, and the name of the arc that changes by one."""


@dataclass(frozen=True, kw_only=True)
class Arc:
    """One withheld number."""

    name: Node
    tail: Node
    head: Node
    value: int
    least: int
    """What the reader knows of it beforehand: at least this."""


def determined(arcs: Sequence[Arc]) -> set[Node]:
    """Return the names of the arcs over 0 that have only one possible value.

    A withheld 0 that others determine tells of nobody, and is not returned.
    """
    moves = [move for arc in arcs for move in _moves(arc)]
    return {arc.name for arc in arcs if arc.value > 0 and not _can_shift(arc, moves)}


def _moves(arc: Arc) -> list[Move]:
    """How a number may change: one more, or one less while it stays at its least."""
    more: Move = (arc.tail, arc.head, arc.name)
    less: Move = (arc.head, arc.tail, arc.name)
    return [more, less] if arc.value > arc.least else [more]


def _can_shift(arc: Arc, moves: Sequence[Move]) -> bool:
    """Whether the number can change with others so that every sum stays what it is."""
    others = [move for move in moves if move[2] != arc.name]
    if _reaches(arc.head, arc.tail, others):
        return True
    return arc.value > arc.least and _reaches(arc.tail, arc.head, others)


def _reaches(start: Node, goal: Node, moves: Sequence[Move]) -> bool:
    """Whether the moves lead from a node to another."""
    seen, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        if node == goal:
            return True
        following = {head for tail, head, _ in moves if tail == node} - seen
        seen |= following
        waiting.extend(sorted(following))
    return False
