"""Organisations deduced from the other registers, when the team hands over no list of them.

``organismes`` is the one register that others need; without it every row would be an orphan.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from reportlib.intake.notices import of_sheet
from reportlib.intake.organisations import TOLD_COLUMNS
from reportlib.intake.records import Notice
from reportlib.intake.sentences import sentence
from reportlib.intake.tables import FILE, LINE, MADE_UP, SHEET, Table, series_of
from reportlib.registers import IDENTIFICATION, register
from reportlib.registers.keys import name_key
from reportlib.wording import counted

SOURCE = "déduit des autres registres"
Told = dict[str, str]
"""Identification → value, as one row tells them."""


def deduced(tables: Sequence[Table]) -> pd.DataFrame:
    """Return the organisations that the rows of ``tables`` name, as rows of ``organismes``.

    Two rows are of one organisation when they share an identification. Its ``id_of`` is the first
    told, else its SIRET, SIREN, NDA or name. Sorted by ``id_of``.
    """
    known: list[Told] = []
    index: dict[tuple[str, str], int] = {}
    for told in _distinct(tables):
        keys = [(n, name_key(v) if n == "denomination" else v) for n, v in told.items()]
        found = {index[key] for key in keys if key in index}
        if len(found) > 1:
            continue
        place = found.pop() if found else len(known)
        if place == len(known):
            known.append({})
        known[place] = told | known[place]
        index |= {key: place for key in keys if key not in index}
    rows = [_completed(told) for told in known]
    return _frame(sorted(rows, key=lambda told: told["id_of"]))


def _distinct(tables: Sequence[Table]) -> list[Told]:
    """Return each different set of identifications, those with the surest ones first."""
    told = {
        tuple("" if pd.isna(value) else str(value) for value in values)
        for table in tables
        if table.register.identifies
        for values in table.frame[list(TOLD_COLUMNS)].drop_duplicates().itertuples(index=False)
    }
    ordered = sorted(told, key=lambda values: ([value == "" for value in values], values))
    named = [dict(zip(IDENTIFICATION, values, strict=True)) for values in ordered]
    return [kept for one in named if (kept := {k: v for k, v in one.items() if v})]


def _completed(told: Told) -> Told:
    """Return an organisation with the two cells that none may lack."""
    first = next(told[name] for name in IDENTIFICATION if name in told)
    return {"denomination": first, **told, "id_of": told.get("id_of", first)}


def _frame(rows: Sequence[Told]) -> pd.DataFrame:
    """Return organisations as the register's columns, and where they come from."""
    columns = {
        name: series_of([told.get(name) for told in rows], column.type)
        for name, column in register("organismes").colonnes.items()
    }
    size = range(len(rows))
    columns[FILE] = pd.Series(SOURCE, index=size, dtype="str")
    columns[SHEET] = pd.Series("", index=size, dtype="str")
    columns[LINE] = pd.Series([pd.NA] * len(rows), dtype="Int64")
    columns[MADE_UP] = pd.Series(False, index=size, dtype="bool")
    return pd.DataFrame(columns)


def notice(organismes: pd.DataFrame) -> Notice:
    """Return the notice that the list of organisations is not the team's."""
    message = sentence(
        "Le registre « organismes » n’est pas fourni : {count} d’après les autres registres. "
        "Ajoutez-le pour reconnaître SIRET, noms et alias d’un même organisme.",
        count=counted(len(organismes), "organisme déduit", "organismes déduits"),
    )
    return of_sheet("organismes", ("", ""), "", "R-LEC-08", message)
