"""The commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from reportlib import __version__
from reportlib.cli import bilans, qualiopi_options
from reportlib.cli.francais import Parser

DONNEES = "data_samples/registres"
"""The folder of registers when none is given, as in the notebooks."""

CHARTE = "parameters/charte.yaml"
CHOIX = "parameters/choix.yaml"

CODES = """codes de sortie :
  0   tout est fait
  2   la commande est mal écrite
  11  un fichier des registres est illisible ou incomplet ; rien n'est écrit
  12  des lignes ont été mises à l'écart, et --strict les refuse
  13  un paramètre est inconnu ou mal écrit, un organisme est introuvable
  14  une cellule du carnet a échoué
  15  le document n'est pas conforme (titre, légende, texte de remplacement)
  16  un fichier ne peut pas être écrit
  70  erreur imprévue (--trace en montre le détail)
  130 interrompu au clavier ; 141 sortie fermée ; 143 arrêt demandé"""


def parser(words: Sequence[str]) -> Parser:
    """Return the parser of ``bilan``; the notebooks are read only when ``words`` render one."""
    trace = argparse.ArgumentParser(add_help=False)
    trace.add_argument(
        "--trace",
        action="store_true",
        default=argparse.SUPPRESS,
        help="en cas d'erreur, montre le détail technique",
    )
    whole = Parser(
        prog="bilan",
        description="Les bilans du pôle Qualité des parcours, depuis les registres de l'équipe.",
        epilog=CODES,
        parents=[trace],
    )
    whole.add_argument("--version", action="version", version=f"bilan {__version__}")
    commands = whole.add_subparsers(
        title="commandes", metavar="COMMANDE", required=True, dest="commande"
    )
    _verifier(commands, trace)
    _rendre(commands, trace, words)
    _expliquer(commands, trace)
    _catalogue(commands, trace)
    qualiopi_options.add(commands, trace, _command)
    return whole


def _command(commands: Any, trace: argparse.ArgumentParser, name: str, words: str) -> Parser:
    """Add a command; ``words`` say what it does, in the list of commands and in its help."""
    made: Parser = commands.add_parser(
        name, help=words, description=f"{words[0].upper()}{words[1:]}.", parents=[trace]
    )
    made.set_defaults(parser=made)
    return made


def _verifier(commands: Any, trace: argparse.ArgumentParser) -> None:
    command = _command(
        commands, trace, "verifier", "dit comment les registres sont lus, et ce qui est écarté"
    )
    command.add_argument("donnees", metavar="DONNEES", help="dossier des registres")
    command.add_argument(
        "--rapport", metavar="F.html", type=Path, help="écrit aussi ce compte rendu en page HTML"
    )
    command.add_argument("--json", action="store_true", help="imprime un document JSON")
    command.add_argument(
        "--strict", action="store_true", help="code 12 si des lignes sont mises à l'écart"
    )

    def run(chosen: argparse.Namespace) -> int:
        from reportlib.cli import verifier

        return verifier.run(
            chosen.donnees, chosen.rapport, as_json=chosen.json, strict=chosen.strict
        )

    command.set_defaults(command=run)


def _rendre(commands: Any, trace: argparse.ArgumentParser, words: Sequence[str]) -> None:
    command = _command(commands, trace, "rendre", "fait un bilan : carnet exécuté, HTML et PDF")
    kinds = command.add_subparsers(title="bilans", metavar="BILAN", required=True, dest="bilan")
    for word, bilan in bilans.BILANS.items():
        made = _command(kinds, trace, word, bilan.words)
        made.epilog = (
            "Les valeurs viennent, dans l'ordre : des options, du fichier --parametres, du "
            "carnet.\n\n" + CODES
        )
        _own_options(made)
        if "rendre" in words and word in words:
            bilans.add_options(made, bilan)
        made.set_defaults(command=partial(_render, bilan))


def _own_options(command: Parser) -> None:
    """The options that each bilan has, whatever its notebook declares."""
    command.add_argument(
        "--sortie",
        metavar="DOSSIER",
        type=Path,
        default=Path("sorties"),
        help="dossier où écrire (par défaut : sorties)",
    )
    command.add_argument(
        "--parametres", metavar="F.yaml", help="fichier de paramètres, une ligne par paramètre"
    )
    command.add_argument(
        "--strict",
        action="store_true",
        help="n'écrit rien, code 12, si des lignes sont mises à l'écart",
    )
    command.add_argument(
        "--ecraser",
        action="store_true",
        help="remplace sur place un bilan déjà daté : pour un essai",
    )


def _render(bilan: bilans.Bilan, chosen: argparse.Namespace) -> int:
    """Make the bilan asked for."""
    from reportlib.cli import rendre

    return rendre.run(
        bilan,
        bilans.typed(chosen),
        parametres=chosen.parametres,
        sortie=chosen.sortie,
        strict=chosen.strict,
        ecraser=chosen.ecraser,
    )


def _expliquer(commands: Any, trace: argparse.ArgumentParser) -> None:
    command = _command(
        commands, trace, "expliquer", "montre les lignes des registres derrière un nombre"
    )
    command.add_argument("indicateur", metavar="REPERE", help="par exemple BA-10")
    command.add_argument(
        "--annee", metavar="ANNEE", required=True, help="année, ou période : 2023, 2023-S1"
    )
    command.add_argument("--organisme", metavar="OF", help="identifiant, SIRET ou nom")
    command.add_argument(
        "--donnees", metavar="DOSSIER", default=DONNEES, help=f"par défaut : {DONNEES}"
    )
    command.add_argument(
        "--charte", metavar="F.yaml", default=CHARTE, help=f"par défaut : {CHARTE}"
    )
    command.add_argument("--choix", metavar="F.yaml", default=CHOIX, help=f"par défaut : {CHOIX}")
    command.add_argument(
        "--par",
        metavar="NOM=VALEUR",
        action="append",
        default=[],
        help="un nombre d'une ventilation, par exemple mois=2023-02 ; se répète",
    )
    command.add_argument("--json", action="store_true", help="imprime un document JSON")

    def run(chosen: argparse.Namespace) -> int:
        from reportlib.cli import expliquer

        return expliquer.run(
            chosen.indicateur,
            chosen.annee,
            organisme=chosen.organisme,
            donnees=chosen.donnees,
            charte=chosen.charte,
            choix=chosen.choix,
            par=chosen.par,
            as_json=chosen.json,
        )

    command.set_defaults(command=run)


def _catalogue(commands: Any, trace: argparse.ArgumentParser) -> None:
    command = _command(commands, trace, "catalogue", "liste les indicateurs")
    command.add_argument("--json", action="store_true", help="imprime un document JSON")

    def run(chosen: argparse.Namespace) -> int:
        from reportlib.cli import catalogue

        return catalogue.run(as_json=chosen.json)

    command.set_defaults(command=run)
