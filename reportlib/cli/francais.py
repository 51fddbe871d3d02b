"""argparse in French: its words, its messages, the nearest option to one that does not exist."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import NoReturn

from reportlib.errors import UsageError

WORDS = {
    "usage: ": "usage : ",
    "options": "options",
    "positional arguments": "arguments",
    "subcommands": "commandes",
    "show this help message and exit": "affiche cette aide",
    "show program's version number and exit": "affiche la version de la commande",
    " (default: %(default)s)": " (par défaut : %(default)s)",
    "%(prog)s: error: %(message)s\n": "%(message)s\n",
    "%(prog)s: warning: %(message)s\n": "%(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s : %(message)s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "option ambiguë : %(option)s (%(matches)s)"
    ),
    "can't open '%(filename)s': %(error)s": "« %(filename)s » ne s'ouvre pas : %(error)s",
    "expected %s argument": "%s valeur attendue",
    "expected %s arguments": "%s valeurs attendues",
    "expected at least one argument": "une valeur au moins est attendue",
    "expected at most one argument": "une seule valeur est attendue",
    "expected one argument": "une valeur est attendue",
    "ignored explicit argument %r": "cette option ne prend pas de valeur (reçu : %s)",
    "invalid %(type)s value: %(value)r": "« %(value)s » ne convient pas",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "« %(value)s » n'existe pas (au choix : %(choices)s)"
    ),
    "not allowed with argument %s": "ne va pas avec %s",
    "one of the arguments %s is required": "il faut l'une de ces options : %s",
    "the following arguments are required: %s": "il manque : %s",
    "unexpected option string: %s": "option inattendue : %s",
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "« %(parser_name)s » n'existe pas (au choix : %(choices)s)"
    ),
    "unrecognized arguments: %s": "mots inconnus : %s",
    "argument '%(argument_name)s' is deprecated": "« %(argument_name)s » va disparaître",
    "command '%(parser_name)s' is deprecated": "« %(parser_name)s » va disparaître",
    "option '%(option)s' is deprecated": "« %(option)s » va disparaître",
}
"""argparse's words → ours. What it says to programmers only is left in English."""


@contextmanager
def french() -> Iterator[None]:
    """Let argparse speak French inside the block; it has no other door than its own ``gettext``."""
    words = vars(argparse)
    before = {name: words[name] for name in ("_", "ngettext")}
    words.update(_=_word, ngettext=_plural)
    try:
        yield
    finally:
        words.update(before)


def spaced(text: str) -> str:
    """Return ``text`` with the no-break spaces and apostrophes of French print.

    What stands between « and », a name or a value as it was given, keeps its letters.
    """
    return "".join(
        _guillemets(part) if part.startswith("«") else _typographed(part)
        for part in re.split(r"(«[^«»]*»)", text)
    )


class _Help(argparse.RawDescriptionHelpFormatter):
    """The form of the help: French spaces before lines are cut, room for our options."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30)
        self._action_max_length = 14  # argparse forgets the indent of commands

    def start_section(self, heading: str | None) -> None:
        """Open a group of options: « options : »."""
        super().start_section(f"{heading}\u00a0" if heading else heading)

    def _get_help_string(self, action: argparse.Action) -> str:
        """Return the help of an option (the door that ``ArgumentDefaultsHelpFormatter`` takes)."""
        return spaced(action.help or "")


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviation and raises ``UsageError``."""

    def __init__(self, **settings: object) -> None:
        """Set the form of the help: our line breaks kept in description and examples."""
        super().__init__(
            allow_abbrev=False,
            formatter_class=_Help,
            **settings,  # type: ignore[arg-type]
        )

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        raise UsageError(f"{message}. Aide : {self.prog} --help")

    def unknown(self, words: Sequence[str]) -> str:
        """Return what is said of words that the command does not know."""
        option = next((word for word in words if word.startswith("-")), None)
        if option is None:
            return f"mots en trop : {' '.join(words)}. Aide : {self.prog} --help"
        name = option.split("=")[0]
        near = get_close_matches(name, self._option_string_actions, n=1)
        hint = f" Vouliez-vous dire {near[0]} ?" if near else ""
        return f"option inconnue : {name}.{hint} Aide : {self.prog} --help"

    def format_help(self) -> str:
        """Return the help with French spaces."""
        return spaced(super().format_help())

    def format_usage(self) -> str:
        """Return the usage line with French spaces."""
        return spaced(super().format_usage())


def _word(text: str) -> str:
    return WORDS.get(text, text)


def _plural(singular: str, plural: str, number: int) -> str:
    return _word(singular if abs(number) < 2 else plural)


def _typographed(text: str) -> str:
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    return re.sub(r" ([:;!?%»])(?![\w/\\])", "\u00a0\\1", text)


def _guillemets(quoted: str) -> str:
    return "«\u00a0" + quoted[1:-1].strip(" \u00a0") + "\u00a0»"
