"""Damages to the yearly exports of files."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from .degats import Ligne, Tirage, copy_conflicting, copy_exact, lines
from .entetes_ptp import EXPORTS
from .hasard import stream
from .lignes_ptp import day_of
from .organismes import Organisme
from .region import INCONNU, Region
from .synonymes import SYNONYMES
from .verite import Row

ZEROS_PERDUS, CHEVAUCHEMENT = 14, 3
SIRET_ESPACE = 0.06
"""Share of the SIRET of 2022 written in groups, « 099 528 556 00840 »: no damage."""


def dirty_exports(region: Region) -> dict[int, list[Ligne]]:
    """Return the lines of each export, damaged.

    What is set aside is a file's only line, and no other register cites the file: the rest of the
    truth stays as it is.
    """
    rows = region.tables["dossiers_ptp"]
    exports = {y: lines("dossiers_ptp", (r for r in rows if day_of(r).year == y)) for y in EXPORTS}
    by_id = {o.id_of: o for o in region.organismes}
    counts = Counter(row["id_dossier"] for row in rows)
    cited = region.cites | {row["id_dossier"] for row in rows if row.get("id_proposition")}
    rng = stream("degats-ptp")
    for table in exports.values():
        for line in table:
            _designate(line, by_id)
    alone = {
        year: Tirage(
            rng,
            [
                line
                for line in table
                if counts[line.vrai["id_dossier"]] == 1
                and line.vrai["id_dossier"] not in cited
                and INCONNU not in line.vrai
                and line.vrai.get("date_commission")
            ],
        )
        for year, table in exports.items()
    }
    _note_as_they_are(exports)
    for line in exports[2022]:
        if line.intact and rng.random() < SIRET_ESPACE:
            digits = str(line.tapees["_siret"])
            line.tapees["_siret"] = f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"
    _damage_2021(exports[2021], alone[2021])
    _damage_2022(exports[2022], alone[2022])
    _damage_2023(exports[2023], alone[2023])
    _damage_2024(exports[2024], alone[2024])
    _overlap(exports, alone[2022])
    return exports


def _designate(line: Ligne, by_id: dict[str, Organisme]) -> None:
    """Name the organisation by its SIRET."""
    id_of = line.vrai["id_of"]
    line.tapees["_siret"] = by_id[str(id_of)].siret if id_of else str(line.vrai[INCONNU])


def _note_as_they_are(exports: dict[int, list[Ligne]]) -> None:
    """List the lines of unknown organisations."""
    for table in exports.values():
        for line in table:
            if INCONNU in line.vrai:
                siret = line.vrai[INCONNU]
                line.damage(
                    "_siret", "organisme_inconnu", "non_attribuee", f"SIRET inconnu « {siret} »"
                )


def _damage_2021(table: list[Ligne], alone: Tirage) -> None:
    """Unknown decision, exact copies, dates of training out of order."""
    alone.one(_decided).damage(
        "decision_initiale", "valeur_hors_liste", "ecartee",
        "« Favorable sous réserve »", "Favorable sous réserve",
    )  # fmt: skip
    alone.one(_decided).damage(
        "_siret", "siret_invalide", "ecartee", "clé de Luhn fausse « 09900000000001 »",
        "09900000000001",
    )  # fmt: skip
    for _ in range(2):
        copy_exact(table, alone.one(_decided))
    _disorder(alone)


def _damage_2022(table: list[Ligne], alone: Tirage) -> None:
    """Impossible and American dates, broken SIRET, missing number, conflict, copies."""
    alone.one(_decided).damage(
        "date_commission", "date_illisible", "ecartee", "« 31/02/2022 »", "31/02/2022"
    )
    alone.one(_decided).damage(
        "date_depot", "date_americaine", "ecartee", "« 12/31/2022 »", "12/31/2022"
    )
    alone.one(_decided).damage("_siret", "siret_abime", "ecartee", "« 1,2345E+13 »", "1,2345E+13")
    alone.one(_decided).damage("id_dossier", "cellule_requise_vide", "ecartee", "cellule vide", "")
    _conflict_of_amount(table, alone)
    for _ in range(2):
        copy_exact(table, alone.one(_decided))
    _disorder(alone)
    for _ in range(2):
        _other_priority(alone)


def _damage_2023(table: list[Ligne], alone: Tirage) -> None:
    """Three lines lost in 2023: a conflict (two lines) and a ground out of the list."""
    _conflict_of_amount(table, alone)
    alone.one(_refused).damage(
        "motif_refus", "valeur_hors_liste", "ecartee", "« Dossier incomplet »", "Dossier incomplet"
    )
    for _ in range(3):
        copy_exact(table, alone.one(_decided))
    _other_priority(alone)


def _damage_2024(table: list[Ligne], alone: Tirage) -> None:
    """Text for a number, SIRET without their leading zero, a list on two lines, copies."""
    alone.one(_accorded).damage(
        "heures_prevues", "nombre_illisible", "ecartee", "« 7 mois »", "7 mois"
    )
    alone.one(_accorded).damage(
        "montant_accorde", "nombre_illisible", "ecartee", "« à préciser »", "à préciser"
    )
    for _ in range(ZEROS_PERDUS):
        line = alone.one(_decided)
        short = str(line.tapees["_siret"]).removeprefix("0")
        line.damage("_siret", "zero_de_tete", "notee", f"« {short} », zéro de tête perdu", short)
    copy_exact(table, alone.one(_decided))
    line = alone.one(lambda row: len(_arrangements(row)) == 2)
    words = SYNONYMES["modalites"]
    line.tapees["amenagements"] = "\n".join(words[name][0] for name in _arrangements(line.vrai))


def _conflict_of_amount(table: list[Ligne], alone: Tirage) -> None:
    """Repeat an accorded line with another amount."""
    line = alone.one(_accorded)
    amount = line.vrai["montant_accorde"]
    if not isinstance(amount, Decimal):
        raise TypeError("an accorded line without an amount")
    copy_conflicting(table, line, "montant_accorde", amount + Decimal("250.00"))


def _disorder(alone: Tirage) -> None:
    """End a training before it starts: kept, noted; in the truth too."""
    line = alone.one(lambda row: _accorded(row) and row.get("statut_parcours") == "acheve")
    start = line.vrai["date_debut"]
    if not isinstance(start, date):
        raise TypeError("a training ended without a start")
    line.vrai["date_fin_prevue"] = start - timedelta(days=21)
    line.damage("date_fin_prevue", "ordre_des_dates", "notee", "fin prévue avant le début")


def _other_priority(alone: Tirage) -> None:
    """Give a block of an RNCP certification another priority than 5: kept, noted."""
    line = alone.one(lambda row: row["type_certification"] == "bloc_rncp")
    line.vrai["priorite"] = 2
    line.damage("priorite", "bloc_autre_priorite", "notee", "bloc RNCP hors priorité 5")


def _overlap(exports: dict[int, list[Ligne]], alone: Tirage) -> None:
    """Begin the export of 2023 with some last lines of 2022: the same, in another hand."""
    last = [c for c in alone.candidates if c.intact and _decided(c.vrai)][-CHEVAUCHEMENT:]
    for place, line in enumerate(last):
        copy_exact(exports[2023], line, place, "déjà dans l'export de 2022")


def _decided(row: Row) -> bool:
    return row.get("decision_initiale") in {"accord", "refus"}


def _accorded(row: Row) -> bool:
    return row.get("decision_initiale") == "accord" and row.get("montant_accorde") is not None


def _refused(row: Row) -> bool:
    return row.get("decision_initiale") == "refus" and row.get("decision_finale") is None


def _arrangements(row: Row) -> tuple[str, ...]:
    value = row.get("amenagements")
    return value if isinstance(value, tuple) else ()
