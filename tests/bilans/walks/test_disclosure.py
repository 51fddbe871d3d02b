"""Nothing withheld in any bilan can be worked out again: the exact attack on all that it shows."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from reportlib.disclosure import recoverable
from reportlib.indicators import Indicator, indicator
from reportlib.sections.figures import Figures
from tests.bilans.recueil import CAS, Cas
from tests.bilans.shared import Remembered

READ = [case for case in CAS if not case.internal]


def figures(case: Cas) -> Iterator[Figures]:
    """The figures that a bilan was made of: its period's, and those of other periods."""
    bilan = case.said().bilan
    yield from (one for one in vars(bilan).values() if isinstance(one, Figures))


def tables(
    case: Cas, known: Remembered
) -> Iterator[tuple[Figures, Indicator, pd.DataFrame, pd.DataFrame]]:
    """Every broken-down table of a bilan: its figures, what is true, what is released."""
    for one in figures(case):
        for (name, *par), released in one._released.items():
            if par:
                true = known.measure(
                    indicator(name),
                    one.dataset,
                    one.period,
                    one.settings,
                    par=tuple(par),
                    copie="organisme" if one.audience == "organisme" else "interne",
                )
                yield one, indicator(name), true, released


@pytest.mark.parametrize("case", READ, ids=str)
def test_nothing_withheld_is_found_again(case: Cas, remembered: Remembered) -> None:
    found = [
        (record.id, recovered)
        for one, record, true, released in tables(case, remembered)
        for recovered in recoverable(true, released, record, one.settings.confidentialite)
    ]
    assert found == []


def test_a_number_shown_by_mistake_gives_back_its_neighbour(remembered: Remembered) -> None:
    """Of the withheld numbers of a table, all but one are shown: the last one is found."""
    caught = 0
    for case in READ:
        for one, record, true, released in tables(case, remembered):
            own = "organisme" if one.audience == "organisme" else "region"
            hidden = released["state"].eq("masque") & released["perimetre"].eq(own)
            par = [name for name in record.ventilations if name in released]
            shown = true.set_index(["perimetre", "id_of", *par])["numerator"]
            places = released.loc[hidden].set_index(["perimetre", "id_of", *par]).index
            above = [place for place in places if shown.get(place, 0) > 0]
            if len(par) != 1 or len(above) < 2 or released.loc[hidden, par[0]].eq("").any():
                continue
            spared = hidden & released[par[0]].eq(above[0][-1])
            leaked = released.assign(state=released["state"].mask(hidden & ~spared, "exact"))
            policy = one.settings.confidentialite
            caught += bool(recoverable(true, leaked, record, policy))
    assert caught >= 3
