"""Lines of the register of files: one a passage, or the deposit until the file is seen."""

from __future__ import annotations

from datetime import date

from .depots import Dossier, Passage

Row = dict[str, object]


def lines_of(dossiers: list[Dossier]) -> list[Row]:
    """Return the lines of all files, by day of commission, else of deposit."""
    rows: list[Row] = []
    for dossier in dossiers:
        if dossier.attente:
            rows.append(_deposited(dossier))
        for passage in dossier.passages:
            rows.append(_seen(dossier, passage, passage is dossier.passages[-1]))
    rows.sort(key=lambda row: (str(day_of(row)), str(row["id_dossier"])))
    return rows


def day_of(row: Row) -> date:
    """Return the day that puts a line in the export of a year."""
    day = row.get("date_commission") or row["date_depot"]
    if not isinstance(day, date):
        raise TypeError(f"no day for {row['id_dossier']}")
    return day


def _deposited(dossier: Dossier) -> Row:
    """Return the line of a file not seen yet."""
    return {
        "id_dossier": dossier.id_dossier,
        "id_of": dossier.id_of,
        "date_depot": dossier.depot,
        "type_certification": dossier.type_certification,
        "code_certification": dossier.formation.code,
        "priorite": dossier.priorite,
        "positionnement_fourni": dossier.colonnes["positionnement_fourni"],
    }


def _seen(dossier: Dossier, passage: Passage, last: bool) -> Row:
    """Return the line of a passage; what followed the accord stands on the last one."""
    row = _deposited(dossier) | dossier.colonnes
    row |= {
        "date_depot": passage.depot or dossier.depot,
        "date_commission": passage.jour,
        "decision_initiale": passage.decision,
        "decision_finale": passage.decision_finale,
        "date_decision_finale": passage.date_decision_finale,
        "motif_refus": passage.motif,
    }
    return row | dossier.parcours if last else row
