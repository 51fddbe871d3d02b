"""Counts by reason of what is left out of a base."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.disclosure import release_left_out
from reportlib.settings import Confidentialite
from tests.disclosure.tables import record

POLICY = Confidentialite()


def counts(*numbers):
    rows = [("region", "", f"raison {n}", number) for n, number in enumerate(numbers)]
    rows += [("organisme", "A", "raison 0", 2), ("organisme", "B", "raison 0", 3)]
    return pd.DataFrame(rows, columns=["perimetre", "id_of", "raison", "nombre"])


@pytest.mark.parametrize(
    ("name", "states"),
    [("CH-16", ["masque", "exact"]), ("BA-03", ["exact", "exact"])],
)
def test_grounds_of_refusal_are_withheld_for_the_region(name, states):
    told = release_left_out(counts(4, 5), record(name), audience="region", policy=POLICY)
    assert told["state"].tolist() == states
    assert told["nombre"].isna().tolist() == [state == "masque" for state in states]


def test_an_organisation_sees_its_own_reasons_only():
    told = release_left_out(
        counts(9), record("CH-16"), audience="organisme", policy=POLICY, id_of="A"
    )
    assert told[["id_of", "nombre", "state"]].to_numpy().tolist() == [["A", 2.0, "exact"]]


def test_interne_sees_every_reason():
    told = release_left_out(counts(1, 2), record("CH-16"), audience="interne", policy=POLICY)
    assert told["nombre"].tolist() == [1, 2, 2, 3]


@pytest.mark.parametrize(("audience", "id_of"), [("organisme", None), ("region", "A")])
def test_only_an_organisation_s_copy_names_it(audience, id_of):
    with pytest.raises(ValueError, match="id_of"):
        release_left_out(counts(1), record("BA-03"), audience=audience, policy=POLICY, id_of=id_of)
