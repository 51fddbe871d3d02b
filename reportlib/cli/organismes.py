"""Which organisation the words of an option name."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.errors import ParameterError

SHOWN = 3
"""Most organisations that a message names: the list itself is no answer. Our choice."""

_NUMBERS = {14: "siret", 11: "nda", 9: "siren"}
"""Digits of each official number → its column."""


def id_of(dataset: Dataset, words: str) -> str:
    """Return the ``id_of`` of the organisation that ``words`` name.

    Looked for in this order, as registers do: its ``id_of``, its SIRET, SIREN or NDA, its name or
    an alias, compared without case, accents or punctuation.

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
    for look in (_by_id, _by_number, _by_name):
        found = look(organismes, words)
        if len(found) == 1:
            return str(found["id_of"].iloc[0])
        if len(found) > 1:
            raise ParameterError(
                f"« {words} » désigne {len(found)} organismes : {_named(found)}. "
                "Donnez l'identifiant."
            )
    raise ParameterError(_not_found(organismes, words))


def _by_id(organismes: pd.DataFrame, words: str) -> pd.DataFrame:
    wanted = words.strip().casefold()
    return organismes[organismes["id_of"].str.casefold() == wanted]


def _by_number(organismes: pd.DataFrame, words: str) -> pd.DataFrame:
    digits = re.sub(r"[\s.\u00a0\u202f]", "", words)
    column = _NUMBERS.get(len(digits)) if digits[:4].isdigit() else None
    if column is None:
        return organismes.iloc[:0]
    return organismes[organismes[column].str.casefold() == digits.casefold()]


def _by_name(organismes: pd.DataFrame, words: str) -> pd.DataFrame:
    names = _names(organismes)
    keys = names.loc[names["nom"] == _bare(words), "id_of"]
    return organismes[organismes["id_of"].isin(keys)]


def _names(organismes: pd.DataFrame) -> pd.DataFrame:
    """One row a name or alias: ``id_of``, ``nom`` (bare), ``denomination``."""
    aliases = organismes["alias"].str.split(";") if "alias" in organismes else organismes["id_of"]
    listed = organismes.assign(nom=aliases).explode("nom")
    both = pd.concat([organismes.assign(nom=organismes["denomination"]), listed])
    known = both[both["nom"].notna()]
    return known[["id_of", "denomination"]].assign(nom=known["nom"].map(_bare))


def _not_found(organismes: pd.DataFrame, words: str) -> str:
    names = _names(organismes)
    near = get_close_matches(_bare(words), list(names["nom"]), n=SHOWN, cutoff=0.5)
    keys = list(dict.fromkeys(names.loc[names["nom"].isin(near), "id_of"]))[:SHOWN]
    hint = ""
    if keys:
        hint = f" Noms proches : {_named(organismes[organismes['id_of'].isin(keys)])}."
    return (
        f"Aucun organisme ne correspond à « {words} ».{hint} Donnez son identifiant, son SIRET ou "
        "son nom, tels qu'ils sont dans le registre des organismes."
    )


def _named(found: pd.DataFrame) -> str:
    first = found.head(SHOWN)
    shown = [f"{n} ({key})" for key, n in zip(first["id_of"], first["denomination"], strict=True)]
    return ", ".join([*shown, "…"] if len(found) > SHOWN else shown)


def _bare(name: str) -> str:
    """A name without case, accents, punctuation or double spaces."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", "".join(c for c in letters if c.isascii())))
