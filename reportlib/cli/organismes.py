"""Which organisation the words of an option name."""

from __future__ import annotations

import re
from difflib import get_close_matches

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.errors import ParameterError
from reportlib.intake.organisations import Candidates, Directory
from reportlib.registers.keys import name_key

SHOWN = 3
"""Most organisations that a message names: the list itself is no answer. Our choice."""

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
    directory = Directory.of(organismes).by
    number = _SPACES.sub("", words).upper()
    keys = {"id_of": words.strip(), "siret": number, "siren": number, "nda": number}
    for column, key in {**keys, "denomination": name_key(words)}.items():
        found = sorted(directory[column].get(key, frozenset()))
        if len(found) == 1:
            return found[0]
        if found:
            raise ParameterError(
                f"« {words} » désigne {len(found)} organismes : {_named(organismes, found)}. "
                "Donnez l'identifiant."
            )
    raise ParameterError(_not_found(organismes, directory["denomination"], words))


def _not_found(organismes: pd.DataFrame, names: Candidates, words: str) -> str:
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
