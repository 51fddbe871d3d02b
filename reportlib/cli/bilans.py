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
INTERNE = "interne"
"""The parameter that makes a bilan the team's own: nothing is withheld in it."""

_METAVARS: dict[tuple[str, ...], str] = {
    ("int",): "NOMBRE",
    ("float",): "NOMBRE",
    ("str",): "TEXTE",
    ("bool",): "oui|non",
    ("date",): "AAAA-MM-JJ",
}
"""Types of a parameter → what stands for its value in the help; « VALEUR » for the others."""


PERIODS = ("annee", "periode", "date")
"""The parameters that say of when a bilan is, and that name its files; a notebook has one."""


@dataclass(frozen=True, kw_only=True)
class Bilan:
    """A bilan: a notebook for the region, one for an organisation; one of them at least."""

    name: str
    """First word of its files: ``bilan_annuel``."""
    label: str
    """What it is called while it is made."""
    words: str
    """What the list of bilans says of it."""
    region: str | None = None
    organisme: str | None = None

    @property
    def notebooks(self) -> tuple[str, ...]:
        """The notebooks that there are, the region's first."""
        return tuple(path for path in (self.region, self.organisme) if path)


BILANS = {
    "annuel": Bilan(
        name="bilan_annuel",
        label="Bilan annuel",
        words="bilan annuel, de la région ou d'un organisme",
        region="notebooks/bilan_annuel_region.ipynb",
        organisme="notebooks/bilan_annuel_organisme.ipynb",
    ),
    "intermediaire": Bilan(
        name="bilan_intermediaire",
        label="Bilan intermédiaire",
        words="bilan intermédiaire de la charte, de la région ou d'un organisme",
        region="notebooks/bilan_intermediaire_region.ipynb",
        organisme="notebooks/bilan_intermediaire_organisme.ipynb",
    ),
    "ruptures": Bilan(
        name="note_ruptures",
        label="Note sur les ruptures",
        words="note sur la prévention des ruptures, de la région",
        region="notebooks/note_ruptures.ipynb",
    ),
    "accompagnement": Bilan(
        name="fiche_accompagnement",
        label="Fiche d'accompagnement",
        words="fiche d'autoévaluation de l'accompagnement, d'un organisme",
        organisme="notebooks/fiche_accompagnement.ipynb",
    ),
    "qualiopi": Bilan(
        name="bilan_qualiopi",
        label="Bilan Qualiopi",
        words="rapport d'adoption de Qualiopi, de la région",
        region="notebooks/bilan_qualiopi.ipynb",
    ),
}
"""Word of the command line → bilan."""


def add_options(parser: Parser, bilan: Bilan) -> None:
    """Give ``parser`` an option for each parameter that a notebook of ``bilan`` declares.

    Raises
    ------
    ParameterError
        A notebook is missing or cannot be read, or a parameter has the name of our own option.
    """
    found = [declared(locate(path)) for path in bilan.notebooks]
    group = parser.add_argument_group("paramètres du carnet")
    for parameter in {p.name: p for parameters in found for p in parameters}.values():
        only = ""
        having = [parameter.name in {p.name for p in parameters} for parameters in found]
        if parameter.name != ORGANISME and not all(having):
            only = " ; région seulement" if having[0] else " ; organisme seulement"
        try:
            group.add_argument(
                parameter.option,
                dest=f"={parameter.name}",
                metavar=_METAVARS.get(parameter.kind.types[:1], "VALEUR"),
                type=_reader(parameter),
                default=argparse.SUPPRESS,
                help=_help(parameter, only, both=bilan.region is not None),
            )
        except argparse.ArgumentError:
            raise ParameterError(
                f"Le carnet déclare « {parameter.name} », qui est déjà une option de la commande : "
                "donnez-lui un autre nom."
            ) from None


def typed(chosen: argparse.Namespace) -> dict[str, object]:
    """Return the parameters that options gave: name → value."""
    return {name[1:]: value for name, value in vars(chosen).items() if name.startswith("=")}


def named_after(names: Collection[str], notebook: str) -> str:
    """Return the parameter that says of when the bilan is: ``annee``, ``periode`` or ``date``.

    Raises
    ------
    ParameterError
        ``names``, those that ``notebook`` declares, have none of them.
    """
    found = next((name for name in PERIODS if name in names), None)
    if found is None:
        shown = " », « ".join(PERIODS)
        raise ParameterError(f"{notebook} doit déclarer un des paramètres « {shown} ».")
    return found


def needed(names: Collection[str], notebook: str, *, one: bool) -> None:
    """Refuse a notebook that does not declare what every bilan is read from.

    Raises
    ------
    ParameterError
        ``names``, those that ``notebook`` declares, lack one of them.
    """
    for name in ("donnees", *([ORGANISME] if one else [])):
        if name not in names:
            raise ParameterError(f"{notebook} doit déclarer le paramètre « {name} ».")


def _reader(parameter: Parameter) -> Callable[[str], Value]:
    """Return what reads the option; it raises our own error, which argparse lets by."""

    def read(text: str) -> Value:
        return from_text(parameter, text)

    return read


def _help(parameter: Parameter, only: str, *, both: bool) -> str:
    """The comment of the notebook, and the default."""
    if parameter.name == ORGANISME:
        region = " ; sans elle, le bilan est celui de la région" if both else ""
        return f"identifiant, SIRET ou nom{region}"
    words, default = parameter.comment, written(parameter.default)
    shown = f" (par défaut : {default})" if default else ""
    return f"{words}{only}{shown}".replace("%", "%%")
