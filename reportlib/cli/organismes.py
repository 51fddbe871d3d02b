"""Which organisation the words of an option name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.errors import ParameterError
from reportlib.intake.organisations import Directory
from reportlib.registers.keys import name_key

SHOWN = 3
"""Most organisations that a message names: the list itself is no answer. Our choice."""

_SAID = {
    "id_of": "son identifiant",
    "siret": "son SIRET",
    "siren": "son SIREN",
    "nda": "son NDA",
    "denomination": "son nom",
}
"""Ways to designate an organisation, the surest first → how they are said."""

_SPACES = re.compile(r"\s+")


def id_of(dataset: Dataset, words: str) -> str:
    """Return the ``id_of`` of the organisation that ``words`` name.

    Looked for in this order, and under the same forms, as a register's rows: its ``id_of``, its
    SIRET, SIREN or NDA, its name or an alias.

    Raises
    ------
    ParameterError
        None has this name (the nearest are told, three at most), or several do.
    """
    if not dataset.has("organismes"):
        raise ParameterError(
            "Le registre des organismes n'est pas fourni : aucun bilan d'organisme ne peut être "
            "fait."
        )
    organismes = dataset["organismes"]
    for column, found in _found(organismes, words):
        if len(found) == 1:
            return found[0]
        raise ParameterError(
            f"« {words} » désigne {len(found)} organismes par {column} : "
            f"{_named(organismes, found)}. Donnez l'identifiant."
        )
    raise ParameterError(_set_aside(dataset, words) or _not_found(organismes, words))


def _found(organismes: pd.DataFrame, words: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each way in which ``words`` designate organisations, the surest first."""
    by = Directory.of(organismes).by
    number = _SPACES.sub("", words).upper()
    told = (words.strip(), number, number, number, name_key(words))
    for (column, said), key in zip(_SAID.items(), told, strict=True):
        if found := sorted(by[column].get(key, frozenset())):
            yield said, found


def _set_aside(dataset: Dataset, words: str) -> str:
    """Say that the organisation's row was set aside, and why; nothing when it was not."""
    if "organismes" not in dataset.set_aside:
        return ""
    rows = dataset.set_aside["organismes"]
    for _, found in _found(rows, words):
        row = rows[rows["id_of"].isin(found)].iloc[0]
        return (
            f"La ligne de « {words} » est mise à l'écart ({row['_source']}, ligne "
            f"{row['_ligne']}). {row['motif']}"
        )
    return ""


def _not_found(organismes: pd.DataFrame, words: str) -> str:
    names = Directory.of(organismes).by["denomination"]
    near = get_close_matches(name_key(words), list(names), n=SHOWN, cutoff=0.6)
    keys = list(dict.fromkeys(key for name in near for key in sorted(names[name])))[:SHOWN]
    hint = f" Noms proches : {_named(organismes, keys)}." if keys else ""
    return (
        f"Aucun organisme ne correspond à « {words} ».{hint} Donnez son identifiant, son SIRET ou "
        "son nom, tels qu'ils sont dans le registre des organismes."
    )


def _named(organismes: pd.DataFrame, keys: list[str]) -> str:
    """« Atelier du Fleuve (OF-0001), … », three at most."""
    names = dict(zip(organismes["id_of"], organismes["denomination"], strict=True))
    shown = [f"{names[key]} ({key})" for key in keys[:SHOWN]]
    return ", ".join([*shown, "…"] if len(keys) > SHOWN else shown)
