"""From TOML to records: an unknown key, a missing one or a contradiction is refused by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from reportlib.registers.keys import header_key, value_key
from reportlib.registers.record import (
    Attachment,
    Coherence,
    Column,
    Form,
    Kind,
    Obligation,
    Order,
    ProbableDuplicate,
    Register,
)

_EXEMPLIFIED = {"texte", "mois", "entier", "decimal"}
"""Types whose wanted form is said by an example."""


class RegisterError(ValueError):
    """A TOML of the data dictionary is not well formed."""


def load_register(path: Path) -> Register:
    """Return the register that ``path`` describes.

    Raises
    ------
    RegisterError
        Invalid TOML, unknown or missing key, value out of its list, header claimed by two columns,
        writing claimed by two values, name of a column that does not exist.
    """
    place = path.name
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise RegisterError(f"{place} : TOML illisible ({exc}).") from None
    _check_keys(content, Register, place)
    columns = {
        name: _column(name, described, f"{place}, [colonnes.{name}]")
        for name, described in content.pop("colonnes").items()
    }
    coherences = tuple(
        _coherence(described, f"{place}, [[coherences]]")
        for described in content.pop("coherences", [])
    )
    duplicate = content.pop("doublon_probable", None)
    register = Register(
        **_tuples(content),
        colonnes=columns,
        coherences=coherences,
        doublon_probable=_duplicate(duplicate, place) if duplicate else None,
    )
    _check_register(register, place)
    return register


def _column(name: str, described: dict[str, Any], place: str) -> Column:
    """Build a column, its name coming from its table."""
    content = {"nom": name, **described}
    _check_keys(content, Column, place)
    for key in ("ecritures", "ecritures_casse"):
        content[key] = {k: tuple(v) for k, v in content.get(key, {}).items()}
    content["ordre"] = tuple(_order(text, place) for text in content.get("ordre", []))
    column = Column(**_tuples(content))
    for key, allowed in (("type", Kind), ("obligation", Obligation), ("forme", Form)):
        _check_choice(str(getattr(column, key)), get_args(allowed), f"{place}, {key}")
    _check_values(column, place)
    return column


def _order(text: str, place: str) -> Order:
    """Read « >= date_debut » or « >= dossiers_ptp.date_commission »."""
    sign, _, target = text.partition(" ")
    if sign not in {">=", "<="} or not target:
        raise RegisterError(f"{place} : ordre « {text} » illisible, attendu « >= date_debut ».")
    register, _, column = target.rpartition(".")
    return Order(sign=">=" if sign == ">=" else "<=", column=column, register=register)


def _coherence(described: dict[str, Any], place: str) -> Coherence:
    """Build a coherence check."""
    _check_keys(described, Coherence, place)
    when = {column: tuple(values) for column, values in described["quand"].items()}
    return Coherence(**{**_tuples(described), "quand": when})


def _duplicate(described: dict[str, Any], place: str) -> ProbableDuplicate:
    """Build the description of probable duplicates."""
    _check_keys(described, ProbableDuplicate, f"{place}, [doublon_probable]")
    return ProbableDuplicate(**_tuples(described))


def _tuples(content: Mapping[str, Any]) -> dict[str, Any]:
    """Lists become tuples, so that records are frozen to the bottom."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in content.items()}


def _check_keys(content: Mapping[str, Any], record: type, place: str) -> None:
    """Refuse keys that the record lacks, and missing ones that it requires."""
    known = {f.name: f for f in fields(record)}
    for key in content:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f" Vouliez-vous dire « {near[0]} » ?" if near else ""
            raise RegisterError(
                f"{place} : clé inconnue « {key} ».{hint} Clés admises : {', '.join(known)}."
            )
    required = {
        k for k, f in known.items() if f.default is MISSING and f.default_factory is MISSING
    }
    if missing := sorted(required - content.keys()):
        raise RegisterError(f"{place} : clé manquante « {missing[0]} ».")


def _check_choice(value: str, allowed: tuple[str, ...], place: str) -> None:
    """Refuse a value out of its list."""
    if value not in allowed:
        choices = ", ".join(f"« {a} »" for a in allowed if a)
        raise RegisterError(f"{place} : « {value} » n’est pas admis. Valeurs admises : {choices}.")


def _check_values(column: Column, place: str) -> None:
    """Refuse a list without values, writings of no value, a writing shared by two values."""
    if (column.type in {"enumere", "liste"}) != bool(column.valeurs):
        raise RegisterError(f"{place} : « valeurs » va avec les types « enumere » et « liste ».")
    if column.cell_required and column.type in _EXEMPLIFIED and not column.exemple:
        raise RegisterError(
            f"{place} : une cellule requise attend un « exemple » pour ses messages."
        )
    owners = {value_key(value): value for value in column.valeurs}
    for value in column.coches.values():
        _check_choice(value, column.valeurs, f"{place}, coches")
    for value, writings in column.ecritures.items():
        _check_choice(value, column.valeurs, f"{place}, ecritures")
        for writing in writings:
            _check_owner(owners, value_key(writing), (writing, value), place)
    exact: dict[str, str] = {}
    for value, writings in column.ecritures_casse.items():
        _check_choice(value, column.valeurs, f"{place}, ecritures_casse")
        for writing in writings:
            _check_owner(exact, writing, (writing, value), place)


def _check_owner(owners: dict[str, str], key: str, written: tuple[str, str], place: str) -> None:
    """Refuse a writing that is already one of another value."""
    writing, value = written
    owner = owners.setdefault(key, value)
    if owner != value:
        raise RegisterError(
            f"{place} : l’écriture « {writing} » vaut à la fois « {owner} » et « {value} »."
        )


def _check_register(register: Register, place: str) -> None:
    """Refuse a header of two columns, and a key, order or check on a column that does not exist."""
    _check_choice(register.organisme, get_args(Attachment), f"{place}, organisme")
    if (register.organisme == "indirect") != bool(register.organisme_par):
        raise RegisterError(f"{place} : « organisme_par » va avec l’organisme « indirect ».")
    headers: dict[str, str] = {}
    for column in register.colonnes.values():
        for header in (column.nom, *column.entetes, *column.coches):
            owner = headers.setdefault(header_key(header), column.nom)
            if owner != column.nom:
                raise RegisterError(
                    f"{place} : l’en-tête « {header} » désigne à la fois « {owner} » et "
                    f"« {column.nom} »."
                )
    named = [*register.cle, register.historique or register.cle[0]]
    named += [o.column for c in register.colonnes.values() for o in c.ordre if not o.register]
    named += [c.datee_par for c in register.colonnes.values() if c.datee_par not in {"", "import"}]
    named += [name for check in register.coherences for name in (check.colonne, *check.quand)]
    named += [c.au_plus for c in register.colonnes.values() if c.au_plus]
    named += [*register.cle_au_choix, *([register.organisme_par] if register.organisme_par else [])]
    if register.doublon_probable:
        named += [*register.doublon_probable.colonnes, register.doublon_probable.date]
    for name in named:
        if name not in register.colonnes:
            raise RegisterError(f"{place} : la colonne « {name} » n’existe pas dans ce registre.")
