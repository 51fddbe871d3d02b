"""All files of the sample: truth, files handed over, list of damages."""

from __future__ import annotations

import csv
from pathlib import Path

from . import verite
from .classeur import write_workbook
from .degats import Degat, write_damages
from .entetes import ATELIERS, ECHANGES, INTERVENTIONS, ORGANISMES, PROPOSITIONS, SIGNATAIRES
from .entetes_ptp import EXPORTS
from .hasard import stream
from .region import imagine
from .remise import Decor, Table, lay_out
from .salissure_charte import dirty_propositions, dirty_signatures
from .salissure_organismes import dirty_organisations
from .salissure_pole import dirty_exchanges, dirty_interventions, dirty_workshops
from .salissure_ptp import dirty_exports

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


def write_everything(folder: Path) -> None:
    """Write ``verite``, ``registres`` and ``degats.csv`` in ``folder``."""
    region = imagine()
    organisations = lay_out(
        ORGANISMES, dirty_organisations(region), Decor(), stream("cellules-organismes")
    )
    exports = {
        year: lay_out(EXPORTS[year], lines, DECORS_EXPORTS[year], stream(f"cellules-ptp-{year}"))
        for year, lines in dirty_exports(region).items()
    }
    sheets = [
        lay_out(sheet, dirty(region), DECORS[sheet.registre], stream(f"cellules-{sheet.registre}"))
        for sheet, dirty in (
            (SIGNATAIRES, dirty_signatures),
            (PROPOSITIONS, dirty_propositions),
            (INTERVENTIONS, dirty_interventions),
            (ATELIERS, dirty_workshops),
            (ECHANGES, dirty_exchanges),
        )
    ]
    registres = folder / "registres"
    registres.mkdir(parents=True, exist_ok=True)
    _write_export(registres, organisations, "utf-8-sig")
    for export in exports.values():
        _write_export(registres, export, "cp1252")
    write_workbook(registres / sheets[0].feuille.fichier, sheets)
    verite.write(folder / "verite", region.tables)
    tables = [organisations, *exports.values(), *sheets]
    write_damages(folder / "degats.csv", _in_order(tables))


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
