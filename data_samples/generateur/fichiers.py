"""All files of the sample: truth, files handed over, list of damages."""

from __future__ import annotations

import csv
from pathlib import Path

from . import verite
from .classeur import LISEZ_MOI, write_workbook
from .contexte import context
from .degats import Degat, losses, write_damages
from .entetes import (
    ATELIERS,
    CLASSEUR,
    ECHANGES,
    INTERVENTIONS,
    ORGANISMES,
    PROPOSITIONS,
    SIGNATAIRES,
)
from .entetes_ptp import EXPORTS
from .entetes_qualiopi import AUTOEVALUATIONS
from .hasard import stream
from .region import imagine
from .remise import Decor, Table, lay_out
from .remise_suite import hand_over
from .salissure_charte import dirty_propositions, dirty_signatures
from .salissure_organismes import dirty_organisations
from .salissure_pole import dirty_exchanges, dirty_interventions, dirty_workshops
from .salissure_ptp import dirty_exports
from .suite import follow_up

DECORS = {
    "signataires": Decor(
        avant=("Signataires de la charte d'engagement - région fictive", ""),
        vides=(18,),
        total="Total",
        notes=("Note : les organismes sont désignés par leur nom.",),
    ),
    "propositions": Decor(
        avant=("Propositions d'ingénierie individualisée reçues des organismes",),
        notes=("Note : une ligne par proposition, pas par courriel.",),
    ),
    "interventions": Decor(
        avant=("", "Situations dans lesquelles le pôle est intervenu", "Années 2021 à 2024"),
        vides=(45, 46, 120),
        total="TOTAL",
    ),
    "ateliers": Decor(
        avant=("Ateliers et rencontres animés par le pôle",),
        total="Total",
        notes=(
            "Note : les webinaires ne sont pas des ateliers.",
            "* un atelier reporté a une seconde ligne s'il a été tenu.",
        ),
    ),
    "echanges_refus": Decor(vides=(200,), notes=("Note : un échange par ligne.",)),
}
DECORS_EXPORTS = {
    2021: Decor(avant=("Export des dossiers PTP, année 2021", ""), vides=(900,), total="Total"),
    2022: Decor(),
    2023: Decor(),
    2024: Decor(vides=(1000,)),
}


PREMIERS = (
    (SIGNATAIRES, dirty_signatures),
    (PROPOSITIONS, dirty_propositions),
    (INTERVENTIONS, dirty_interventions),
    (ATELIERS, dirty_workshops),
    (ECHANGES, dirty_exchanges),
)


def write_everything(folder: Path) -> None:
    """Write ``verite``, ``registres`` and ``degats.csv`` in ``folder``."""
    region = imagine()
    organisations, exported = dirty_organisations(region), dirty_exports(region)
    followed = {sheet.registre: dirty(region) for sheet, dirty in PREMIERS}
    lost = losses([organisations, *exported.values(), *followed.values()])
    later = follow_up(context(region.organismes, region.tables, lost))
    exports = [
        lay_out(ORGANISMES, organisations, Decor(), stream("cellules-organismes")),
        *(
            lay_out(EXPORTS[year], lines, DECORS_EXPORTS[year], stream(f"cellules-ptp-{year}"))
            for year, lines in exported.items()
        ),
    ]
    sheets = [
        lay_out(
            sheet,
            followed[sheet.registre],
            DECORS[sheet.registre],
            stream(f"cellules-{sheet.registre}"),
        )
        for sheet, _ in PREMIERS
    ]
    more = hand_over(later, region.organismes)
    registres = folder / "registres"
    registres.mkdir(parents=True, exist_ok=True)
    for table in [*exports, *more.exports]:
        utf8 = table.feuille in {ORGANISMES, AUTOEVALUATIONS}
        _write_export(registres, table, "utf-8-sig" if utf8 else "cp1252")
    for name, tables in more.classeurs.items():
        own = name == CLASSEUR
        first, told = (sheets, LISEZ_MOI) if own else ([], ())
        write_workbook(registres / name, [*first, *tables], told)
    verite.write(folder / "verite", region.tables | later)
    others = [table for tables in more.classeurs.values() for table in tables]
    write_damages(folder / "degats.csv", _in_order([*exports, *sheets, *more.exports, *others]))


def _write_export(folder: Path, table: Table, encoding: str) -> None:
    """Write a CSV file as a French spreadsheet does: « ; », carriage returns."""
    width = len(table.feuille.colonnes)
    with (folder / table.feuille.fichier).open("w", encoding=encoding, newline="") as target:
        writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
        for row in table.rangs:
            writer.writerow([*row, *[""] * (width - len(row))] if row else [])


def _in_order(tables: list[Table]) -> list[Degat]:
    """Return the damages, row by row."""
    return [d for table in tables for d in sorted(table.degats, key=lambda d: d.ligne)]
