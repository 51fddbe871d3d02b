"""What a frame of a Dataset is held to."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.registers import register
from reportlib.registers.schema import SchemaError, dtype_of, validated


@pytest.fixture
def ateliers():
    one = register("ateliers")
    values = {
        "id_atelier": "AT-1", "date_atelier": pd.Timestamp(2023, 5, 4), "theme": None,
        "format": "atelier", "modalite": None, "statut": None, "nb_inscrits": 4,
        "nb_participants": None,
    }  # fmt: skip
    rows = {n: pd.Series([values[n]], dtype=dtype_of(c)) for n, c in one.colonnes.items()}
    rows |= {"id_of": pd.Series([None], dtype="str"), "_source": pd.Series(["a.csv"], dtype="str")}
    return pd.DataFrame(rows | {"_ligne": pd.Series([2], dtype="Int64")})


def test_a_good_frame_comes_back_unchanged(ateliers):
    assert validated(register("ateliers"), ateliers) is ateliers


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("format", "goûter", "format, isin"),
        ("nb_inscrits", -1, "nb_inscrits, greater_than_or_equal_to(0)"),
        ("id_atelier", None, "id_atelier, not_nullable"),
        ("date_atelier", None, "date_atelier, not_nullable"),
    ],
)
def test_a_wrong_value_is_a_defect_of_ours_and_never_shown(ateliers, column, value, rule):
    wrong = ateliers.assign(**{column: pd.Series([value], dtype=ateliers[column].dtype)})
    with pytest.raises(SchemaError) as caught:
        validated(register("ateliers"), wrong)
    assert rule in str(caught.value)
    assert "goûter" not in str(caught.value)


def test_a_missing_column_and_a_wrong_type_are_seen(ateliers):
    with pytest.raises(SchemaError, match="theme"):
        validated(register("ateliers"), ateliers.drop(columns="theme"))
    with pytest.raises(SchemaError, match="dtype"):
        validated(register("ateliers"), ateliers.astype({"nb_inscrits": "float64"}))


@pytest.mark.parametrize(
    ("value", "fits"), [("vae", True), ("vae;bilan", True), ("vae;", False), ("va", False)]
)
def test_lists_hold_allowed_values_only(value, fits):
    one = register("organismes")
    frame = {n: pd.Series([None], dtype=dtype_of(c)) for n, c in one.colonnes.items()}
    frame |= {
        "id_of": pd.Series(["OF-1"], dtype="str"),
        "denomination": pd.Series(["A"], dtype="str"),
    }
    frame |= {
        "categories": pd.Series([value], dtype="str"),
        "_source": pd.Series(["a"], dtype="str"),
    }
    rows = pd.DataFrame(frame | {"_ligne": pd.Series([2], dtype="Int64")})
    if fits:
        assert len(validated(one, rows)) == 1
    else:
        with pytest.raises(SchemaError, match="categories"):
            validated(one, rows)
