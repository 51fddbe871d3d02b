"""The values of one run: given by options or a YAML file, checked against what is declared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from reportlib.errors import ParameterError
from reportlib.execution.kinds import Kind, Value, written
from reportlib.execution.parameters import Parameter
from reportlib.places import locate

_EXAMPLES: dict[str, Value] = {"int": 2023, "float": 0.5, "str": "un texte", "bool": True}


def checked(
    parameters: Sequence[Parameter], given: Mapping[str, object], origin: str
) -> dict[str, Value]:
    """Return a value for each of ``parameters``, in their order: the one given, else the default.

    Raises
    ------
    ParameterError
        A name is not declared, or a value is of another type; ``origin`` is named.
    """
    known = {parameter.name: parameter for parameter in parameters}
    values = {parameter.name: parameter.default for parameter in parameters}
    for name, value in given.items():
        if name not in known:
            raise ParameterError(_unknown(name, known, origin))
        if not known[name].kind.holds(value):
            raise ParameterError(_ill_typed(known[name], value, origin))
        values[name] = value
    return values


def from_text(parameter: Parameter, text: str) -> Value:
    """Return the value that the option of ``parameter`` was given.

    Raises
    ------
    ParameterError
        The text says no value of the parameter's type.
    """
    try:
        return parameter.kind.from_text(text)
    except ValueError:
        raise ParameterError(
            f"{parameter.option} : « {text} » ne convient pas ; attendu {parameter.kind}. "
            f"Exemple : {parameter.option} {_example(parameter)}"
        ) from None


def from_file(path: str | Path) -> dict[str, object]:
    """Return what a YAML file of parameters says: name → value, as typed there.

    Raises
    ------
    ParameterError
        The file is missing, is not UTF-8, is no YAML mapping, or names a parameter twice.
    """
    import yaml

    place = locate(path)
    try:
        text = place.read_text(encoding="utf-8")
        node, content = yaml.compose(text, Loader=yaml.SafeLoader), yaml.safe_load(text)
    except OSError as exc:
        raise ParameterError(f"{place.name} : fichier illisible ({exc.strerror}).") from None
    except UnicodeDecodeError:
        raise ParameterError(f"{place.name} : enregistrez ce fichier en UTF-8.") from None
    except (yaml.YAMLError, ValueError, RecursionError) as exc:
        raise ParameterError(f"{place.name} : YAML illisible{_line_of(exc)}.") from None
    if node is None or content is None:
        return {}
    if not isinstance(content, dict) or not all(isinstance(key, str) for key in content):
        raise ParameterError(
            f"{place.name} : attendu une ligne par paramètre, par exemple « annee: 2023 »."
        )
    names = [str(key.value) for key, _ in node.value]
    for name in names:
        if names.count(name) > 1:
            raise ParameterError(f"{place.name} : « {name} » est donné deux fois.")
    return {str(key): value for key, value in content.items()}


def _line_of(exc: Exception) -> str:
    """« , ligne 3 », when the parser says where."""
    mark = getattr(exc, "problem_mark", None)
    return f", ligne {mark.line + 1}" if mark is not None else ""


def _unknown(name: str, known: Mapping[str, Parameter], origin: str) -> str:
    near = get_close_matches(name, known, n=1)
    hint = f" Vouliez-vous dire « {near[0]} » ?" if near else ""
    takes = f" Paramètres : {', '.join(known)}." if known else " Ce carnet n'en déclare aucun."
    return f"{origin} : paramètre inconnu « {name} ».{hint}{takes}"


def _ill_typed(parameter: Parameter, value: object, origin: str) -> str:
    quotes = ""
    if "str" in parameter.kind.types and isinstance(value, int | float | date):
        quotes = f' Mettez des guillemets : {parameter.name}: "{value}".'
    return (
        f"{origin} : « {parameter.name} » vaut {_shown(value)} ; attendu {parameter.kind}."
        f"{quotes or f' Exemple : {parameter.name}: {_example(parameter)}'}"
    )


def _shown(value: Any) -> str:
    """A value as it was given, cut short."""
    if value is None:
        return "« rien »"
    text = written(value) if isinstance(value, bool) else str(value)
    return f"« {text if len(text) <= 60 else text[:57] + '…'} »"


def _example(parameter: Parameter) -> str:
    if parameter.default not in {None, ""}:
        return written(parameter.default)
    return written(_first(parameter.kind))


def _first(kind: Kind) -> Value:
    if kind.choices:
        return kind.choices[0]
    return _EXAMPLES.get(kind.types[0], "2023-12-31") if kind.types else None
