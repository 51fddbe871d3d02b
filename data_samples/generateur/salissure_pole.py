"""Damages to the sheets of interventions, of workshops, of exchanges after a refusal.

Lines of 2023 are never set aside in a register whose 2023 number is published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from .degats import Ligne, Tirage, copy_conflicting, copy_exact, lines
from .echanges import INCONNUS
from .hasard import stream
from .region import INCONNU, Region
from .verite import Row

FORMULE = "=12+3"
"""A formula that no spreadsheet ever computed: the file holds no value for it (R-LEC-06)."""


def dirty_interventions(region: Region) -> list[Ligne]:
    """Return the situations, by code of the organisation."""
    table = lines("interventions", region.tables["interventions"])
    for line in table:
        code = line.vrai["id_of"] or line.vrai[INCONNU]
        line.tapees["_code"] = str(code)
        if not line.vrai["id_of"]:
            line.damage("_code", "organisme_inconnu", "non_attribuee", f"code inconnu « {code} »")
    draw = Tirage(stream("degats-interventions"), table)
    draw.one(_closed_in(2021)).damage("cause", "valeur_hors_liste", "ecartee", "« Météo »", "Météo")
    draw.one(_closed_in(2022)).damage(
        "date_appel_stagiaire", "date_illisible", "ecartee", "« 31/02/2022 »", "31/02/2022"
    )
    line = draw.one(lambda row: _closed_in(2022)(row) and row["issue"] == "maintien")
    copy_conflicting(table, line, "issue", "suspension")
    _disorder(draw)
    for year, number in ((2023, 3), (2022, 1)):
        for _ in range(number):
            copy_exact(table, draw.one(_in("date_ouverture", year)))
    return table


def _disorder(draw: Tirage) -> None:
    """Contact two organisations without agreement, close a situation too early; all are kept."""
    for _ in range(2):
        line = draw.one(
            lambda row: _closed_in(2022)(row) and row["accord_stagiaire"] in {"non", None}
        )
        called = line.vrai["date_appel_stagiaire"]
        if isinstance(called, date):
            line.vrai["date_contact_prestataire"] = called + timedelta(days=3)
        line.damage(
            "date_contact_prestataire", "contact_sans_accord", "notee", "accord absent (R-ACT-02)"
        )
    line = draw.one(_closed_in(2021))
    opened = line.vrai["date_ouverture"]
    if isinstance(opened, date):
        line.vrai["date_cloture"] = opened - timedelta(days=2)
    line.damage("date_cloture", "ordre_des_dates", "notee", "clôture avant l'ouverture")


def _closed_in(year: int) -> Callable[[Row], bool]:
    """Return the test « opened, called and closed in that year, by a known organisation »."""
    parts = [_in(c, year) for c in ("date_ouverture", "date_appel_stagiaire", "date_cloture")]
    return lambda row: all(part(row) for part in parts) and row["id_of"] is not None


def _in(column: str, year: int) -> Callable[[Row], bool]:
    """Return the test « this day falls in that year »."""

    def fits(row: Row) -> bool:
        day = row.get(column)
        return isinstance(day, date) and day.year == year

    return fits


def dirty_workshops(region: Region) -> list[Ligne]:
    """Return the workshops and meetings."""
    table = lines("ateliers", region.tables["ateliers"])
    draw = Tirage(stream("degats-ateliers"), table)

    def of(year: int, kind: str) -> Callable[[Row], bool]:
        return lambda row: (
            _in("date_atelier", year)(row)
            and (row["format"], row["statut"])
            == (
                kind,
                "realise",
            )
        )

    draw.one(of(2021, "webinaire")).damage(
        "format", "valeur_hors_liste", "ecartee", "« Petit-déjeuner »", "Petit-déjeuner"
    )
    draw.one(of(2022, "webinaire")).damage(
        "nb_inscrits", "nombre_illisible", "ecartee", "« une quinzaine »", "une quinzaine"
    )
    draw.one(of(2024, "atelier")).damage(
        "nb_participants", "formule_sans_valeur", "ecartee", f"« {FORMULE} », sans valeur", FORMULE
    )
    for _ in range(2):
        copy_exact(table, draw.one(of(2023, "atelier")))
    copy_exact(table, draw.one(of(2022, "groupe_de_travail")))
    return table


def dirty_exchanges(region: Region) -> list[Ligne]:
    """Return the exchanges, which know the organisation by the file alone."""
    table = lines("echanges_refus", region.tables["echanges_refus"])
    times = Counter(line.vrai["id_dossier"] for line in table)
    for line in table:
        number = line.vrai["id_dossier"]
        if number in INCONNUS:
            line.damage(
                "id_dossier", "dossier_inconnu", "non_attribuee", f"dossier inconnu « {number} »"
            )
    draw = Tirage(stream("degats-echanges"), table)

    def single(row: Row) -> bool:
        return times[row["id_dossier"]] == 1 and "id_dossier_suite" not in row

    _too_early(draw.one(single), region)
    draw.one(single).damage("id_dossier", "cellule_requise_vide", "ecartee", "cellule vide", "")
    draw.one(single).damage(
        "motif_precise", "valeur_hors_liste", "ecartee", "« à revoir »", "à revoir"
    )
    draw.one(lambda row: single(row) and _in("date_echange", 2022)(row)).damage(
        "date_echange", "date_americaine", "ecartee", "« 11/25/2022 »", "11/25/2022"
    )
    for _ in range(2):
        copy_exact(table, draw.one(single))
    return table


def _too_early(line: Ligne, region: Region) -> None:
    """Date an exchange before its commission: kept, noted, never counted as a contact."""
    seen = [
        day
        for row in region.tables["dossiers_ptp"]
        if row["id_dossier"] == line.vrai["id_dossier"]
        and isinstance(day := row.get("date_commission"), date)
    ]
    line.vrai["date_echange"] = min(seen) - timedelta(days=9)
    line.damage("date_echange", "echange_avant_commission", "notee", "échange avant la commission")
