"""Damages of real life: rows that cannot be counted, files that are not what they should be."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

Rows = list[list[str]]

LIGNES = {
    "nda_scientifique": 25, "nda_vide": 3, "nda_court": 4, "etat_illisible": 4,
    "cellule_en_trop": 6, "cellules_manquantes": 5, "doublon_exact": 8, "cle_en_conflit": 2,
    "ligne_vide": 2,
}  # fmt: skip
"""Rows added to a list by ``avec_lignes_abimees``: none of them is one of its organisations."""
NDA, SIREN, SIRET, POSTAL, REGION, STATE = 0, 3, 4, 6, 8, 9


def avec_lignes_abimees(source: Path, sortie: Path) -> dict[str, int]:
    """Write an official file with rows that cannot be counted put in; return how many of each."""
    header, rows = _read(source)
    model = next(row for row in rows if row[STATE] and len(row[NDA]) == 11)
    added: Rows = []
    for nature, count in LIGNES.items():
        added += [_spoilt(nature, model, rank) for rank in range(count)]
    step = len(rows) // (len(added) + 1)
    for place, row in enumerate(added, start=1):
        rows.insert(place * step, row)
    _write(sortie, header, rows)
    return dict(LIGNES)


def _spoilt(nature: str, model: list[str], rank: int) -> list[str]:
    """Return one row with one fault."""
    row = list(model)
    row[NDA] = f"{rank:02d}999{rank:06d}"
    if nature == "nda_scientifique":
        row[NDA] = f"1.17559988{rank:02d}E10"
    elif nature == "nda_vide":
        row[NDA] = ""
    elif nature == "nda_court":
        row[NDA] = f"4467{rank:04d}"
    elif nature == "etat_illisible":
        row[STATE] = "peut-être"
    elif nature == "cellule_en_trop":
        row.insert(2, "un ; mal placé")
    elif nature == "cellules_manquantes":
        return row[:12]
    elif nature == "doublon_exact":
        return list(model)
    elif nature == "cle_en_conflit":
        row[NDA], row[2] = "99999999999", f"Organisme d'exemple en conflit {rank}"
    elif nature == "ligne_vide":
        return []
    return row


def colonne_renommee(header: list[str], rows: Rows) -> tuple[list[str], Rows]:
    """A re-user has renamed a column of certification."""
    return ["certif. VAE" if name == "certifications.VAE" else name for name in header], rows


def tableur(header: list[str], rows: Rows) -> tuple[list[str], Rows]:
    """A spreadsheet has shown long numbers in scientific notation, and saved what it showed."""
    return header, [
        [f"{float(c):.5E}".replace(".", ",") if i in {NDA, SIRET} and c.isdigit() else c
         for i, c in enumerate(row)]
        for row in rows
    ]  # fmt: skip


def zeros_perdus(header: list[str], rows: Rows) -> tuple[list[str], Rows]:
    """A spreadsheet has read codes as numbers, and written truths in French."""
    french = {"true": "VRAI", "false": "FAUX"}
    numbers = {NDA, SIREN, SIRET, POSTAL, REGION}
    return header, [
        [
            c.lstrip("0") if i in numbers and c.strip("0") else french.get(c, c)
            for i, c in enumerate(row)
        ]
        for row in rows
    ]


TRANSFORMATIONS: dict[str, Callable[[list[str], Rows], tuple[list[str], Rows]]] = {
    "colonne_renommee": colonne_renommee,
    "tableur": tableur,
    "zeros_perdus": zeros_perdus,
}


def abimer(source: Path, sortie: Path, nature: str) -> None:
    """Write the damaged form of an official file."""
    if nature == "page_html":
        sortie.write_text(
            "<!DOCTYPE html>\n<html><body>503 Service Unavailable</body></html>\n", "utf-8"
        )
    elif nature == "tronquee":
        content = source.read_bytes()
        sortie.write_bytes(content[: len(content) * 2 // 3])
    elif nature == "windows":
        sortie.write_bytes(source.read_text("utf-8").encode("cp1252", "replace"))
    else:
        _write(sortie, *TRANSFORMATIONS[nature](*_read(source)))


def _read(source: Path) -> tuple[list[str], Rows]:
    """Return the header and the rows of an official file."""
    with source.open(encoding="utf-8", newline="") as lines:
        records = list(csv.reader(lines, delimiter=";"))
    return records[0], records[1:]


def _write(sortie: Path, header: list[str], rows: Rows) -> None:
    """Write a file as a spreadsheet does: quotes only where they are needed."""
    with sortie.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([header, *rows])
