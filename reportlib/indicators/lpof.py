"""Adoption of Qualiopi in the public list: organisations, certified ones, by any breakdown.

An organisation is certified when one of its four state columns is filled in, be it with `false`
(certified, but for another category). Counting the `true` of one column misses some.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from reportlib.intake.lpof_dispositions import ETATS
from reportlib.intake.lpof_territoires import DEPARTEMENTS, REGIONS
from reportlib.wording import integer, typographed

Ventilation = Literal["region", "departement", "taille", "specialite"]
Codes = npt.NDArray[np.int64]

CATEGORIES = {
    "actions_formation": "Actions de formation",
    "bilans_competences": "Bilans de compétences",
    "vae": "Validation des acquis de l’expérience",
    "apprentissage": "Actions de formation par apprentissage",
}
"""Label of each category of action (article L. 6313-1 of the labour code)."""
TAILLES = {
    "0": "aucun formateur", "1": "1 formateur", "2": "2 formateurs", "3-10": "3 à 10 formateurs",
    "11-50": "11 à 50 formateurs", "51+": "51 formateurs et plus",
}  # fmt: skip
"""Size classes, by trainers declared; 3 to 10 is a class of the published counts."""
DE_LA_LISTE = "de la liste"
_BORNES = (1, 2, 3, 11, 51)
_COLONNES: dict[Ventilation, str] = {
    "region": "code_region", "departement": "departement", "taille": "formateurs",
    "specialite": "specialite_1",
}  # fmt: skip
_CONNUS: dict[Ventilation, str] = {
    "region": "la région", "departement": "le code postal", "taille": "l’effectif de formateurs",
    "specialite": "la première spécialité",
}  # fmt: skip


def adoption(
    organismes: pd.DataFrame,
    *par: Ventilation,
    specialites: Mapping[str, str] | None = None,
    perimetre: str = DE_LA_LISTE,
) -> pd.DataFrame:
    """Return organisations and certified ones, one row a value of the breakdowns.

    Columns: one a breakdown (the code), ``libelle``, ``organismes`` (the base), ``certifies``,
    ``part`` [%], one a category (certified for it; their sum passes ``certifies``), ``base`` (its
    name, as it prints) and ``etat``: exact, or non_fourni where the file tells no certification
    (numbers are then missing, never 0). Rows follow the codes; a value without organisation has
    no row; without breakdown there is one row, with ``etat`` sans_objet on an empty list.

    Parameters
    ----------
    organismes
        The frame of ``read_lpof``; filter it first to look at one region.
    specialites
        Labels of specialties; without them the code stands for its label.
    perimetre
        What the frame was filtered to, as the base says it: « du Grand Est ».
    """
    keys = [_keys(organismes, name) for name in par]
    known = np.ones(len(organismes), dtype=bool)
    for codes, _ in keys:
        known &= codes >= 0
    shape = tuple(len(labels) for _, labels in keys)
    groups = int(np.prod(shape, dtype=np.int64))
    group = np.full(len(organismes), groups if par else 0)
    if par:
        group[known] = np.ravel_multi_index([codes[known] for codes, _ in keys], shape)
    counted = _counted(organismes[["certifie", *ETATS]], group, groups)
    told = np.flatnonzero(counted["organismes"]) if par else np.array([0])
    rows = {name: column[told] for name, column in counted.items()}
    at = np.unravel_index(told, shape) if par else ()
    labels = {
        name: [labels[place] for place in where]
        for name, (_, labels), where in zip(par, keys, at, strict=True)
    }
    shown = pd.DataFrame(labels | {"libelle": _labels(labels, specialites or {}, len(told))})
    fourni = not organismes["certifie"].isna().any()
    return _rated(shown.assign(**rows), _base(par, known, perimetre), fourni=fourni)


def categories(
    organismes: pd.DataFrame,
    base: Literal["liste", "certifies"] = "liste",
    *,
    perimetre: str = DE_LA_LISTE,
) -> pd.DataFrame:
    """Return the organisations certified for each category; one may be so for several.

    Columns: ``categorie``, ``libelle``, ``organismes`` (the base: all of the list, or those
    certified for any category), ``certifies``, ``part`` [%], ``base``, ``etat``.
    """
    whole = adoption(organismes)
    size = whole["organismes" if base == "liste" else "certifies"].iloc[0]
    named = f"organismes {perimetre}" if base == "liste" else f"organismes certifiés {perimetre}"
    rows = pd.DataFrame({"categorie": list(CATEGORIES), "libelle": list(CATEGORIES.values())})
    rows = rows.assign(
        organismes=pd.Series([size] * len(rows), dtype="Int64"),
        certifies=pd.Series([whole[name].iloc[0] for name in CATEGORIES], dtype="Int64"),
    )
    return _shared(rows).assign(base=named, etat=_states(rows))


def taille(formateurs: pd.Series) -> pd.Series:
    """Return the size class of each organisation, missing where trainers are."""
    missing = formateurs.isna().to_numpy()
    classes = np.searchsorted(_BORNES, formateurs.fillna(0).to_numpy(np.int64), side="right")
    codes = np.where(missing, -1, classes)
    classed = pd.Categorical.from_codes(codes, pd.Index(list(TAILLES), dtype="str"), ordered=True)
    return pd.Series(classed, index=formateurs.index)


def _keys(organismes: pd.DataFrame, name: Ventilation) -> tuple[Codes, list[str]]:
    """Return the code of each organisation (-1: not known), and the values that codes stand for."""
    column = organismes[_COLONNES[name]]
    values = (taille(column) if name == "taille" else column).array
    if not isinstance(values, pd.Categorical):
        raise TypeError(f"{_COLONNES[name]} is not a column of categories")
    return values.codes.astype(np.int64), [str(value) for value in values.categories]


def _counted(states: pd.DataFrame, group: Codes, groups: int) -> dict[str, Codes]:
    """Return how many organisations of each group there are, certified, and by category.

    The states of an organisation are the bits of one number, so that each is looked at once. An
    organisation of no group is in one beyond the last.
    """
    names = ["certifies" if name == "certifie" else str(name) for name in states.columns]
    bits = np.zeros(len(states), dtype=np.int64)
    for place, name in enumerate(states.columns):
        bits |= states[name].to_numpy(dtype=bool, na_value=False).astype(np.int64) << place
    kinds = 1 << len(names)
    cells = np.bincount(group * kinds + bits, minlength=(groups + 1) * kinds)
    table = cells.reshape(-1, kinds)[:groups]
    held = [table[:, np.arange(kinds) >> place & 1 == 1].sum(axis=1) for place in range(len(names))]
    return {"organismes": table.sum(axis=1)} | dict(zip(names, held, strict=True))


def _rated(rows: pd.DataFrame, base: str, *, fourni: bool) -> pd.DataFrame:
    """Return rows with their share, their base and their state."""
    numbers = ["organismes", "certifies", *ETATS]
    typed = rows.astype(dict.fromkeys(numbers, "Int64"))
    if not fourni:
        typed = typed.assign(
            **{name: pd.array([pd.NA] * len(rows), "Int64") for name in numbers[1:]}
        )
    return _shared(typed).assign(base=base, etat=_states(typed))


def _shared(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with ``part``, missing over an empty base."""
    base = rows["organismes"].where(rows["organismes"] > 0)
    return rows.assign(part=(100 * rows["certifies"] / base).astype("Float64"))


def _states(rows: pd.DataFrame) -> Sequence[str]:
    """Return the state of each row: exact, sans_objet (empty base), non_fourni."""
    return [
        "non_fourni" if pd.isna(held) else "exact" if size > 0 else "sans_objet"
        for size, held in zip(rows["organismes"], rows["certifies"], strict=True)
    ]


def _base(par: Sequence[Ventilation], known: npt.NDArray[np.bool_], perimetre: str) -> str:
    """Return the name of the base, and what it leaves out."""
    size, told = len(known), int(known.sum())
    if not par or told == size:
        return f"organismes {perimetre}"
    named = " et ".join(_CONNUS[name] for name in par)
    counted = f"({integer(told)} sur {integer(size)})"
    return typographed(f"organismes {perimetre} dont on connaît {named} {counted}")


def _labels(
    codes: Mapping[Ventilation, Sequence[str]], specialites: Mapping[str, str], rows: int
) -> list[str]:
    """Return what the codes of each row say, joined by « · »."""
    known: dict[Ventilation, Mapping[str, Any]] = {
        "region": REGIONS, "departement": DEPARTEMENTS, "taille": TAILLES, "specialite": specialites
    }  # fmt: skip
    if not codes:
        return ["ensemble"] * rows
    named = [
        [str(known[name].get(code, code)) for code in column] for name, column in codes.items()
    ]
    return [" · ".join(parts) for parts in zip(*named, strict=True)]
