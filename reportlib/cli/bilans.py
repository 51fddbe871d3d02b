"""The bilans that can be rendered: their notebooks, and the options that these declare."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from dataclasses import dataclass

from reportlib.cli.francais import Parser
from reportlib.errors import ParameterError
from reportlib.execution.kinds import Value, written
from reportlib.execution.parameters import Parameter, declared
from reportlib.execution.values import from_text
from reportlib.places import locate

ORGANISME = "organisme"
"""The parameter that makes a bilan one organisation's."""

_METAVARS: dict[tuple[str, ...], str] = {
    ("int",): "NOMBRE",
    ("float",): "NOMBRE",
    ("str",): "TEXTE",
    ("bool",): "oui|non",
    ("date",): "AAAA-MM-JJ",
}
"""Types of a parameter → what stands for its value in the help; « VALEUR » for the others."""


@dataclass(frozen=True, kw_only=True)
class Bilan:
    """A bilan: a notebook for the region, one for an organisation."""

    name: str
    """First word of its files: ``bilan_annuel``."""
    label: str
    region: str
    organisme: str


ANNUEL = Bilan(
    name="bilan_annuel",
    label="Bilan annuel",
    region="notebooks/bilan_annuel_region.ipynb",
    organisme="notebooks/bilan_annuel_organisme.ipynb",
)


def add_options(parser: Parser, bilan: Bilan) -> None:
    """Give ``parser`` an option for each parameter that a notebook of ``bilan`` declares.

    Raises
    ------
    ParameterError
        A notebook is missing or cannot be read, or a parameter has the name of our own option.
    """
    both = [declared(locate(path)) for path in (bilan.region, bilan.organisme)]
    own, shared = {p.name for p in both[1]}, {p.name for p in both[0]}
    group = parser.add_argument_group("paramètres du carnet")
    for parameter in {p.name: p for p in (*both[0], *both[1])}.values():
        only = ""
        if parameter.name not in {ORGANISME} | (own & shared):
            only = " ; organisme seulement" if parameter.name in own else " ; région seulement"
        try:
            group.add_argument(
                parameter.option,
                dest=f"={parameter.name}",
                metavar=_METAVARS.get(parameter.kind.types[:1], "VALEUR"),
                type=_reader(parameter),
                default=argparse.SUPPRESS,
                help=_help(parameter, only),
            )
        except argparse.ArgumentError:
            raise ParameterError(
                f"Le carnet déclare « {parameter.name} », qui est déjà une option de la commande : "
                "donnez-lui un autre nom."
            ) from None


def typed(chosen: argparse.Namespace) -> dict[str, object]:
    """Return the parameters that options gave: name → value."""
    return {name[1:]: value for name, value in vars(chosen).items() if name.startswith("=")}


def needed(names: Collection[str], notebook: str, *, one: bool) -> None:
    """Refuse a notebook that does not declare what every bilan is named after and read from.

    Raises
    ------
    ParameterError
        ``names``, those that ``notebook`` declares, lack one of them.
    """
    for name in ("annee", "donnees", *([ORGANISME] if one else [])):
        if name not in names:
            raise ParameterError(f"{notebook} doit déclarer le paramètre « {name} ».")


def _reader(parameter: Parameter) -> Callable[[str], Value]:
    """Return what reads the option; it raises our own error, which argparse lets by."""

    def read(text: str) -> Value:
        return from_text(parameter, text)

    return read


def _help(parameter: Parameter, only: str) -> str:
    """The comment of the notebook, and the default."""
    if parameter.name == ORGANISME:
        return "identifiant, SIRET ou nom ; sans elle, le bilan est celui de la région"
    words, default = parameter.comment, written(parameter.default)
    shown = f" (par défaut : {default})" if default else ""
    return f"{words}{only}{shown}".replace("%", "%%")
