"""Handing over the later registers: which table goes into which file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .entetes import CLASSEUR, Feuille
from .entetes_qualiopi import AUTOEVALUATIONS, AUTRES_CLASSEURS
from .entetes_suite import CERTIFICATS, SUIVI_CHARTE
from .hasard import stream
from .organismes import Organisme
from .recettes import DECORS_CERTIFICATS, DECORS_SUITE
from .remise import Decor, Table, lay_out
from .salissure_suite import dirty_later

Row = dict[str, Any]


@dataclass(frozen=True)
class Remise:
    """The tables of the later registers."""

    exports: list[Table]
    """Those of the CSV files."""
    classeurs: dict[str, list[Table]]
    """Workbook → its sheets, in order; the team's own workbook holds others before."""


def hand_over(later: dict[str, list[Row]], organismes: tuple[Organisme, ...]) -> Remise:
    """Return the tables of the later registers, damaged and laid out."""
    by_id = {o.id_of: o for o in organismes}

    def table(sheet: Feuille, rows: list[Row], decor: Decor) -> Table:
        rng = stream(f"cellules-{sheet.fichier}-{sheet.feuille}")
        return lay_out(sheet, dirty_later(sheet, rows, by_id), decor, rng)

    exports = [
        table(
            sheet,
            [row for row in later[sheet.registre] if row["mois"].startswith(str(year))],
            DECORS_CERTIFICATS[year],
        )
        for year, sheet in CERTIFICATS.items()
    ]
    exports.append(
        table(AUTOEVALUATIONS, later["autoevaluations"], DECORS_SUITE["autoevaluations"])
    )
    books = {CLASSEUR: SUIVI_CHARTE, **AUTRES_CLASSEURS}
    return Remise(
        exports,
        {
            name: [table(s, later[s.registre], DECORS_SUITE[s.registre]) for s in sheets]
            for name, sheets in books.items()
        },
    )
