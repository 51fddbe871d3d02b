"""From a register to its pandera schema: what every frame of a Dataset is held to."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from reportlib.registers.record import Column, Register

DTYPES = {
    "date": "datetime64[us]",
    "booleen": "boolean",
    "entier": "Int64",
    "decimal": "Float64",
}
"""Type of a column → dtype; all others are ``str``."""
_FORMS = {
    "siret": r"\d{14}",
    "siren": r"\d{9}",
    "nda": r"\d{11}|\d{4}P\d{6}",
    "departement": r"\d{2}|2[AB]|9[78]\d",
    "certification": r"(RNCP|RS)\d{1,5}(BC\d{1,2})?",
}


class SchemaError(RuntimeError):
    """A frame made by the reading does not fit its register: a defect of ours, never of a file."""


def dtype_of(column: Column) -> str:
    """Return the dtype that a column has in every frame."""
    return DTYPES.get(column.type, "str")


def validated(register: Register, rows: pd.DataFrame) -> pd.DataFrame:
    """Return ``rows`` unchanged when they fit the register.

    Raises
    ------
    SchemaError
        They do not; the message gives rules and counts, never a value.
    """
    import pandera.pandas as pa

    try:
        schema(register).validate(rows, lazy=True)
    except pa.errors.SchemaErrors as exc:
        cases = exc.failure_cases
        of_column = cases["check"].str.startswith("column_")
        named = cases["column"].where(~of_column, cases["failure_case"])
        broken = cases.assign(column=named).groupby(["column", "check"], dropna=False).size()
        rules = "; ".join(f"{column}, {check}: {n}" for (column, check), n in broken.items())
        raise SchemaError(f"{register.nom}: {rules}") from None
    return rows


def schema(register: Register) -> Any:
    """Return the pandera schema of a register's kept rows."""
    import pandera.pandas as pa

    columns = {name: _column(column) for name, column in register.colonnes.items()}
    columns["id_of"] = pa.Column("str", nullable=True)
    columns["_source"] = pa.Column("str")
    columns["_ligne"] = pa.Column("Int64", nullable=True)
    return pa.DataFrameSchema(columns, strict=True, ordered=True, name=register.nom)


def _column(column: Column) -> Any:
    """Return the schema of one column: type, required, allowed values, form, least and most."""
    import pandera.pandas as pa

    checks = []
    if column.type == "enumere":
        checks.append(pa.Check.isin(list(column.valeurs)))
    if column.type == "liste":
        one = "|".join(map(re.escape, column.valeurs))
        checks.append(pa.Check.str_matches(rf"^(?:{one})(?:;(?:{one}))*$"))
    if column.type == "mois":
        checks.append(pa.Check.str_matches(r"^\d{4}-\d{2}$"))
    if column.forme in _FORMS:
        checks.append(pa.Check.str_matches(rf"^(?:{_FORMS[column.forme]})$"))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum))
    nullable = not (column.cell_required or column.obligation == "F")
    return pa.Column(dtype_of(column), checks=checks, nullable=nullable)
