"""The parameters that a notebook declares, read without running anything.

papermill's own inspection silently drops ``str | None = None``, ``Literal[...]`` and any line that
it cannot parse; a bilan would then be made on the default that the caller meant to replace.
"""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlib.errors import ParameterError
from reportlib.execution.kinds import TYPES, Kind, Value

TAG = "parameters"
"""The tag of the one cell that declares parameters (papermill's word)."""

EXAMPLE = "annee: int = 2023  # exercice du bilan"
_PRAGMA = re.compile(r"\s*#\s*(?:noqa|type:|pragma).*$")


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A parameter, as its line of the notebook declares it."""

    name: str
    kind: Kind
    default: Value
    comment: str = ""
    """The comment at the end of the line: what the parameter is, in French."""

    @property
    def option(self) -> str:
        """The option of the command line: ``--part-minimale`` for ``part_minimale``."""
        return f"--{self.name.replace('_', '-')}"


def declared(notebook: Path) -> tuple[Parameter, ...]:
    """Return the parameters of ``notebook``, in the order of its cell; none without such a cell.

    Raises
    ------
    ParameterError
        The file is no notebook, has two cells tagged ``parameters``, or one that declares anything
        else than annotated literals.
    """
    cells = [cell for cell in _cells(notebook) if TAG in cell.get("metadata", {}).get("tags", [])]
    if len(cells) > 1:
        raise ParameterError(
            f"{notebook.name} : {len(cells)} cellules portent l'étiquette « {TAG} » ; une seule "
            "est attendue."
        )
    if not cells:
        return ()
    source = cells[0].get("source", "")
    return read("".join(source) if isinstance(source, list) else source, notebook.name)


def read(source: str, origin: str) -> tuple[Parameter, ...]:
    """Return the parameters that ``source`` declares; ``origin`` names it in messages.

    Raises
    ------
    ParameterError
        A line is neither an annotated literal, an import nor a comment.
    """
    try:
        lines = ast.parse(source).body
    except (SyntaxError, ValueError) as exc:
        where = getattr(exc, "lineno", None) or 1
        raise ParameterError(_unreadable(origin, where, "ligne illisible")) from None
    comments = _comments(source)
    found: dict[str, Parameter] = {}
    for line in lines:
        if isinstance(line, ast.Import | ast.ImportFrom):
            continue
        parameter = _parameter(line, comments, origin)
        if parameter.name in found:
            raise ParameterError(
                _unreadable(origin, line.lineno, f"« {parameter.name} » est déclaré deux fois")
            )
        found[parameter.name] = parameter
    return tuple(found.values())


def as_source(values: dict[str, Value]) -> str:
    """Return the lines of Python that give ``values`` to a notebook."""
    return "\n".join(
        ["# Valeurs de cette exécution", *(f"{name} = {value!r}" for name, value in values.items())]
    )


def _cells(notebook: Path) -> list[dict[str, Any]]:
    """The cells of a notebook, from its JSON."""
    try:
        content = json.loads(notebook.read_text(encoding="utf-8"))
        return [cell for cell in content["cells"] if cell["cell_type"] == "code"]
    except OSError as exc:
        raise ParameterError(f"{notebook} : carnet illisible ({exc.strerror}).") from None
    except (ValueError, KeyError, TypeError):
        raise ParameterError(
            f"{notebook.name} : ce n'est pas un carnet Jupyter (.ipynb, format 4)."
        ) from None


def _comments(source: str) -> dict[int, str]:
    """The comment of each line, without its ``#`` nor what is meant for tools."""
    found = {}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            words = _PRAGMA.sub("", token.string).lstrip("#").strip()
            if words:
                found[token.start[0]] = words
    return found


def _parameter(line: ast.stmt, comments: dict[int, str], origin: str) -> Parameter:
    """Read one declaration."""
    if not isinstance(line, ast.AnnAssign) or not isinstance(line.target, ast.Name):
        raise ParameterError(_unreadable(origin, line.lineno, "une déclaration est attendue"))
    name = line.target.id
    try:
        kind = _kind(line.annotation)
    except _UnknownKindError:
        raise ParameterError(
            _unreadable(
                origin,
                line.lineno,
                f"« {name} » : type inconnu « {ast.unparse(line.annotation)} » ; attendu "
                f"{', '.join(sorted(TYPES))}, « X | None » ou « Literal[...] »",
            )
        ) from None
    default = _literal(line.value)
    if not kind.holds(default):
        raise ParameterError(
            _unreadable(origin, line.lineno, f"« {name} » : valeur par défaut attendue, {kind}")
        )
    last, first = line.end_lineno or line.lineno, line.lineno
    comment = comments.get(last) or comments.get(first, "")
    return Parameter(name=name, kind=kind, default=default, comment=comment)


def _literal(value: ast.expr | None) -> object:
    """Return what a literal stands for; an ellipsis, which no kind holds, for anything else."""
    try:
        return ast.literal_eval(value) if value is not None else ...
    except (ValueError, TypeError, MemoryError, RecursionError):
        return ...


def _unreadable(origin: str, line: int, why: str) -> str:
    return f"{origin}, cellule « {TAG} », ligne {line} : {why}. Exemple : {EXAMPLE}"


class _UnknownKindError(Exception):
    """An annotation that no parameter may have."""


def _kind(annotation: ast.expr) -> Kind:
    """Return what ``annotation`` allows."""
    match annotation:
        case ast.Constant(value=None):
            return Kind(optional=True)
        case ast.Constant(value=str(text)):
            try:
                return _kind(ast.parse(text, mode="eval").body)
            except SyntaxError:
                raise _UnknownKindError from None
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _either(_kind(left), _kind(right))
        case ast.Subscript(value=outer, slice=inner):
            return _subscript(_last_name(outer), _items(inner))
        case _ if _last_name(annotation) in TYPES:
            return Kind(types=(_last_name(annotation),))
    raise _UnknownKindError


def _subscript(outer: str, items: list[ast.expr]) -> Kind:
    """``Literal[...]``, ``Optional[...]``, ``Union[...]``."""
    if outer == "Literal":
        try:
            values = tuple(ast.literal_eval(item) for item in items)
        except ValueError:
            raise _UnknownKindError from None
        if not values or not all(isinstance(value, Value) for value in values):
            raise _UnknownKindError
        choices = tuple(value for value in values if value is not None)
        return Kind(choices=choices, optional=None in values)
    if outer not in {"Optional", "Union"}:
        raise _UnknownKindError
    kind = Kind(optional=outer == "Optional")
    for item in items:
        kind = _either(kind, _kind(item))
    return kind


def _either(one: Kind, other: Kind) -> Kind:
    """The union of both, in order, nothing twice."""
    choices = [*one.choices]
    choices += [c for c in other.choices if not Kind(choices=one.choices).holds(c)]
    return Kind(
        types=tuple(dict.fromkeys(one.types + other.types)),
        choices=tuple(choices),
        optional=one.optional or other.optional,
    )


def _items(inner: ast.expr) -> list[ast.expr]:
    return list(inner.elts) if isinstance(inner, ast.Tuple) else [inner]


def _last_name(expression: ast.expr) -> str:
    """``Literal`` for ``typing.Literal``."""
    if isinstance(expression, ast.Attribute):
        return expression.attr
    return expression.id if isinstance(expression, ast.Name) else ""
