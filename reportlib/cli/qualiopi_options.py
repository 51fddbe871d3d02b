"""The options of ``bilan qualiopi``; pure of any heavy import."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from reportlib.cli.francais import Parser

Command = Callable[[Any, argparse.ArgumentParser, str, str], Parser]
TYPES_AUDIT = ("initial", "surveillance", "renouvellement", "extension", "complementaire")
CATEGORIES = ("formation", "bilan", "vae", "apprentissage")
"""As the rules say them, held equal by test: the help is printed without reading the rules."""


def add(commands: Any, trace: argparse.ArgumentParser, command: Command) -> None:
    """Add ``bilan qualiopi`` and its four answers; ``command`` adds one command."""
    whole = command(commands, trace, "qualiopi", "répond sur un audit Qualiopi, sans registre")
    answers = whole.add_subparsers(
        title="réponses", metavar="REPONSE", required=True, dest="reponse"
    )
    for build in (_simuler, _duree, _cout, _profil):
        build(answers, trace, command)


def _simuler(answers: Any, trace: argparse.ArgumentParser, command: Command) -> None:
    made = command(answers, trace, "simuler", "simule la décision après des non-conformités")
    _type(made)
    for name, help_ in (
        ("--mineure", "indicateurs en non-conformité mineure, par exemple 1,2,9"),
        ("--majeure", "indicateurs en non-conformité majeure"),
        ("--en-seance", "ceux qui sont levés en séance"),
        ("--precedente", "mineures de l'audit précédent, non levées"),
    ):
        made.add_argument(
            name, metavar="N,N", type=_numbers, action="extend", default=[], help=help_
        )
    made.add_argument(
        "--levee", metavar="N=DATE", type=_clearing, action="append", default=[],
        help="levée d'un indicateur, par exemple 26=01/09/2021",
    )  # fmt: skip
    made.add_argument(
        "--audit", metavar="DATE", type=_day,
        help="jour de l'audit et de la notification ; sans lui, seuls les délais sont dits",
    )  # fmt: skip
    made.add_argument(
        "--jour", metavar="DATE", type=_day, help="jour où lire la décision (par défaut : l'audit)"
    )
    _json(made)

    def run(chosen: argparse.Namespace) -> int:
        from reportlib.cli import qualiopi_simuler

        return qualiopi_simuler.simuler(
            qualiopi_simuler.Ecarts(
                mineures=chosen.mineure,
                majeures=chosen.majeure,
                en_seance=chosen.en_seance,
                precedentes=chosen.precedente,
                levees=chosen.levee,
            ),
            type_audit=chosen.type,
            audit=chosen.audit,
            jour=chosen.jour,
            as_json=chosen.json,
        )

    made.set_defaults(command=run)


def _duree(answers: Any, trace: argparse.ArgumentParser, command: Command) -> None:
    made = command(answers, trace, "duree", "estime la durée d'un audit")
    _type(made)
    made.add_argument(
        "--ca", metavar="EUROS", type=_amount, required=True,
        help="chiffre d'affaires de l'activité de prestataire",
    )  # fmt: skip
    _categories(made)
    made.add_argument(
        "--sites", metavar="N", type=int, default=1, help="sites à échantillonner (par défaut : 1)"
    )
    made.add_argument(
        "--sites-audites", metavar="N", type=int,
        help="sites visités, quand ils ne suivent pas la racine carrée (surveillance)",
    )  # fmt: skip
    _cnefop(made)
    made.add_argument("--nouvel-entrant", action="store_true", help="nouvel entrant")
    made.add_argument("--bareme", metavar="F.toml", help="barème complet, à la place du nôtre")
    _json(made)

    def run(chosen: argparse.Namespace) -> int:
        from reportlib.cli import qualiopi
        from reportlib.rules.duree_audit import Demande

        asked = Demande(
            type_audit=chosen.type,
            ca=float(chosen.ca),
            categories=frozenset(chosen.categories),
            nb_sites=chosen.sites,
            sites_audites=chosen.sites_audites,
            cnefop=chosen.cnefop,
            nouvel_entrant=chosen.nouvel_entrant,
        )
        return qualiopi.duree(asked, chosen.bareme, as_json=chosen.json)

    made.set_defaults(command=run)


def _cout(answers: Any, trace: argparse.ArgumentParser, command: Command) -> None:
    made = command(answers, trace, "cout", "estime le coût d'un cycle de certification")
    made.add_argument(
        "--annees", metavar="N", type=int, default=3, help="durée du cycle (par défaut : 3)"
    )
    made.add_argument(
        "--audits", metavar="N", type=int, default=1,
        help="audits comptés dans le cycle (par défaut : 1, l'initial)",
    )  # fmt: skip
    _cnefop(made)
    for name, help_ in (
        ("--mise-en-conformite", "temps interne valorisé (par défaut : non valorisé)"),
        ("--accompagnement", "accompagnement (par défaut : 3000, ou 500 avec --cnefop)"),
        ("--dossier", "dossier de certification (par défaut : 900)"),
        ("--prix-audit", "un audit, déplacement compris (par défaut : 500)"),
        ("--redevance", "redevance d'un an (par défaut : 250)"),
    ):
        made.add_argument(name, metavar="EUROS", type=_amount, help=help_)
    _json(made)

    def run(chosen: argparse.Namespace) -> int:
        from reportlib.cli import qualiopi
        from reportlib.rules.cout import ACCOMPAGNEMENT_CNEFOP, Tarifs

        given = {
            "mise_en_conformite": chosen.mise_en_conformite,
            "accompagnement": chosen.accompagnement,
            "dossier": chosen.dossier,
            "audit": chosen.prix_audit,
            "redevance": chosen.redevance,
        }
        if chosen.cnefop and chosen.accompagnement is None:
            given["accompagnement"] = ACCOMPAGNEMENT_CNEFOP
        prices = Tarifs(**{name: price for name, price in given.items() if price is not None})
        return qualiopi.cout(
            prices, annees=chosen.annees, audits=chosen.audits, as_json=chosen.json
        )

    made.set_defaults(command=run)


def _profil(answers: Any, trace: argparse.ArgumentParser, command: Command) -> None:
    made = command(answers, trace, "profil", "dit quels indicateurs du référentiel s'appliquent")
    _categories(made)
    for name, help_ in (
        ("certifiante", "formations certifiantes"),
        ("alternance", "formations en alternance"),
        ("afest", "actions en situation de travail"),
        ("stage", "stages en entreprise"),
        ("portage", "portage salarial"),
        ("nouvel-entrant", "nouvel entrant"),
    ):
        made.add_argument(f"--{name}", action="store_true", help=help_)
    _cnefop(made)
    made.add_argument(
        "--sous-traitance", choices=("aucune", "partielle", "totale"), default="aucune",
        help="par défaut : aucune",
    )  # fmt: skip
    _type(made)
    _json(made)

    def run(chosen: argparse.Namespace) -> int:
        from reportlib.cli import qualiopi
        from reportlib.rules.rnq_profils import Profil

        asked = Profil(
            categories=frozenset(chosen.categories),
            certifiante=chosen.certifiante,
            alternance=chosen.alternance,
            afest=chosen.afest,
            stage=chosen.stage,
            sous_traitance=chosen.sous_traitance,
            portage=chosen.portage,
            nouvel_entrant=chosen.nouvel_entrant,
            cnefop=chosen.cnefop,
        )
        return qualiopi.profil(asked, type_audit=chosen.type, as_json=chosen.json)

    made.set_defaults(command=run)


def _type(made: Parser) -> None:
    made.add_argument(
        "--type", choices=TYPES_AUDIT, default="initial", help="type d'audit (par défaut : initial)"
    )


def _categories(made: Parser) -> None:
    made.add_argument(
        "--categories", metavar="C,C", type=_words, required=True,
        help=f"parmi : {', '.join(CATEGORIES)}",
    )  # fmt: skip


def _cnefop(made: Parser) -> None:
    made.add_argument(
        "--cnefop", action="store_true", help="certification ou label reconnu par le Cnefop"
    )


def _json(made: Parser) -> None:
    made.add_argument("--json", action="store_true", help="imprime un document JSON")


def _words(text: str) -> list[str]:
    return [word for word in text.replace(";", ",").replace(" ", "").split(",") if word]


def _numbers(text: str) -> list[int]:
    return [int(word) for word in _words(text)]


def _day(text: str) -> date:
    form = "%d/%m/%Y" if "/" in text else "%Y-%m-%d"
    return datetime.strptime(text, form).date()


def _clearing(text: str) -> tuple[int, date]:
    number, _, when = text.partition("=")
    return int(number), _day(when)


def _amount(text: str) -> Decimal:
    bare = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").removesuffix("€")
    try:
        amount = Decimal(bare.replace(",", "."))
    except InvalidOperation:
        raise ValueError(text) from None
    if not amount.is_finite():
        raise ValueError(text)
    return amount
