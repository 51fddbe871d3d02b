"""The real published counts (October 2025) that the fictitious list is drawn from."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FICHIER = Path(__file__).parents[1] / "lpof_agregats_2025-10.csv"
CODES = {
    "Île-de-France": "11", "Centre-Val de Loire": "24", "Bourgogne-Franche-Comté": "27",
    "Normandie": "28", "Hauts-de-France": "32", "Grand Est": "44", "Pays de la Loire": "52",
    "Bretagne": "53", "Nouvelle-Aquitaine": "75", "Occitanie": "76", "Auvergne-Rhône-Alpes": "84",
    "Provence-Alpes-Côte d'Azur": "93", "Corse": "94", "Guadeloupe": "01", "Martinique": "02",
    "Guyane": "03", "La Réunion": "04", "Mayotte": "06", "Autre (905)": "905",
}  # fmt: skip
"""Region codes as the list writes them; 905 is observed, its meaning is not documented."""
DEPARTEMENTS = {
    "11": "75 77 78 91 92 93 94 95", "24": "18 28 36 37 41 45", "27": "21 25 39 58 70 71 89 90",
    "28": "14 27 50 61 76", "32": "02 59 60 62 80", "44": "08 10 51 52 54 55 57 67 68 88",
    "52": "44 49 53 72 85", "53": "22 29 35 56", "75": "16 17 19 23 24 33 40 47 64 79 86 87",
    "76": "09 11 12 30 31 32 34 46 48 65 66 81 82", "84": "01 03 07 15 26 38 42 43 63 69 73 74",
    "93": "04 05 06 13 83 84", "94": "2A 2B", "01": "971", "02": "972", "03": "973", "04": "974",
    "06": "976", "905": "975",
}  # fmt: skip
NON_PUBLIES = {"48": 70, "975": 3}
"""The published table stops at 100 departments: its 73 missing organisations, shared by us."""


@dataclass(frozen=True)
class Agregats:
    """Margins of the list: each holds whole numbers of organisations."""

    cellules: Mapping[tuple[str, bool, bool], int]
    """(region code, 3 to 10 trainers, certified for training actions)."""
    certifies: int
    """Organisations with any certification: the state columns are filled in."""
    formateurs: Mapping[int, int]
    """Trainers declared, 0 to 100; the rest of the list has more."""
    specialites: Mapping[str, int]
    """« code label » of the first specialty, the 50 commonest."""
    nombre_specialites: Mapping[int, int]
    departements: Mapping[str, int]
    """Organisations whose postal code is known."""
    annees: Mapping[str, int]
    """Year of the last declaration."""

    @property
    def total(self) -> int:
        """Organisations of the list."""
        return sum(self.cellules.values())


@cache
def agregats() -> Agregats:
    """Return the published counts, read once."""
    with FICHIER.open(encoding="utf-8", newline="") as lines:
        rows = {
            (r["indicateur"], r["champ"], r["modalite"]): r["valeur"] for r in csv.DictReader(lines)
        }

    def series(indicateur: str) -> dict[str, int]:
        return {m: int(v) for (i, _, m), v in rows.items() if i == indicateur and m != "TOTAL"}

    departements = {m.split(" ")[0]: n for m, n in series("of_par_departement").items()}
    return Agregats(
        cellules=_cells(rows),
        certifies=int(rows["completude_nb", "toutes tailles", "actionsDeFormation"]),
        formateurs={
            int(m.split(" ")[0]): n for m, n in series("of_par_effectif_formateurs").items()
        },
        specialites=series("of_par_specialite1"),
        nombre_specialites={int(m[0]): n for m, n in series("of_par_nb_specialites").items()},
        departements=departements | NON_PUBLIES,
        annees=series("declarations_par_annee_derniere_declaration"),
    )


def _cells(rows: Mapping[tuple[str, str, str], str]) -> dict[tuple[str, bool, bool], int]:
    """Return the organisations of each region by size and certification, by subtraction."""
    every, some = "toutes tailles", "3-10 formateurs"
    cells: dict[tuple[str, bool, bool], int] = {}
    for name, code in CODES.items():
        total, middle = (int(rows["of_total", size, name]) for size in (every, some))
        held, held_middle = (
            int(rows["of_certifies_actions_de_formation", size, name])
            if ("of_certifies_actions_de_formation", size, name) in rows
            else 0
            for size in (every, some)
        )
        cells[code, True, True] = held_middle
        cells[code, True, False] = middle - held_middle
        cells[code, False, True] = held - held_middle
        cells[code, False, False] = total - middle - (held - held_middle)
    return cells
