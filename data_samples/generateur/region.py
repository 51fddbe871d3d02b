"""The fictitious region: its seven registers as they truly are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from .ateliers import animate
from .commissions import examine
from .depots import deposit
from .echanges import exchange
from .hasard import stream
from .interventions import step_in
from .lignes_ptp import lines_of
from .organismes import Organisme, build, numbers
from .parcours import follow
from .propositions import propose
from .signataires import NOM_INCONNU, sign

Row = dict[str, object]
INCONNU = "_organisme"
"""Hidden column: how the files name an organisation that the list of organisations lacks."""
DOSSIERS_INCONNUS = (2021, 2022, 2023, 2023, 2024)
"""Year of commission of the files whose organisation is unknown."""
CODE_INCONNU = "OF-0999"


@dataclass(frozen=True)
class Region:
    """The organisations and the truth tables, by register."""

    organismes: tuple[Organisme, ...]
    tables: dict[str, list[Row]]
    cites: frozenset[object]
    """Files that another register cites."""


def imagine() -> Region:
    """Return the region; the same at every call."""
    organismes = build()
    signatures = sign(organismes)
    dossiers = deposit(organismes)
    examine(dossiers)
    follow(dossiers, {row["id_of"] for row in signatures})
    propositions = propose(organismes, signatures, dossiers)
    interventions = step_in(dossiers, organismes)
    exchanges = exchange(dossiers, signatures)
    cited = frozenset(
        row.get(column)
        for rows in (interventions, exchanges)
        for row in rows
        for column in ("id_dossier", "id_dossier_suite")
    )
    ptp = lines_of(dossiers)
    _detach(signatures, propositions, interventions, ptp, cited)
    of_file = {row["id_dossier"]: row["id_of"] for row in ptp}
    for row in exchanges:
        row["id_of"] = of_file.get(row["id_dossier"])
    tables = {
        "organismes": [o.row() for o in organismes],
        "signataires": signatures,
        "propositions": propositions,
        "interventions": interventions,
        "ateliers": animate(),
        "dossiers_ptp": ptp,
        "echanges_refus": exchanges,
    }
    return Region(organismes, tables, cited)


def _detach(
    signatures: list[Row],
    propositions: list[Row],
    interventions: list[Row],
    ptp: list[Row],
    cited: frozenset[object],
) -> None:
    """Give a few lines to organisations that the list lacks: counted, never attributed."""
    rng = stream("inconnus")
    taken: set[str] = set()
    signatures[-1][INCONNU] = NOM_INCONNU
    free = [
        row for row in interventions if _in(row["date_ouverture"], 2022) and not row["id_dossier"]
    ]
    _unknown(rng.choice(free), CODE_INCONNU)
    free = [
        row
        for row in propositions
        if _in(row.get("date_retour"), 2022)
        and _in(row.get("date_etude"), 2022)
        and row["permet_amenagement"] != "oui"
    ]
    _unknown(rng.choice(free), _number(rng, taken))
    lines: dict[object, int] = {}
    for row in ptp:
        lines[row["id_dossier"]] = lines.get(row["id_dossier"], 0) + 1
    for year in DOSSIERS_INCONNUS:
        free = [
            row
            for row in ptp
            if _in(row.get("date_commission"), year)
            and row["id_of"]
            and lines[row["id_dossier"]] == 1
            and row["id_dossier"] not in cited
            and "id_proposition" not in row
        ]
        _unknown(rng.choice(free), _number(rng, taken))


def _in(day: object, year: int) -> bool:
    """Whether ``day`` is a day of ``year``."""
    return isinstance(day, date) and day.year == year


def _unknown(row: Row, designation: str) -> None:
    """Take the organisation away from a line, keeping how the files will name it."""
    row["id_of"] = None
    row[INCONNU] = designation


def _number(rng: Random, taken: set[str]) -> str:
    """Return a SIRET of no known organisation, in a range of its own (098)."""
    return numbers(rng, taken, "098")[1]
