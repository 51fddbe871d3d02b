"""Damages to the list of organisations."""

from __future__ import annotations

from .degats import Ligne, Tirage, copy_exact, lines
from .hasard import stream
from .region import Region

ZEROS_DE_SIRET = 3


def dirty_organisations(region: Region) -> list[Ligne]:
    """Return the lines of the list, damaged; only organisations that nothing cites are lost."""
    table = lines("organismes", region.tables["organismes"])
    lost = {o.id_of for o in region.organismes if o.role == "ecarte"}
    rng = stream("degats-organismes")
    draw = Tirage(rng, [line for line in table if line.vrai["id_of"] not in lost])
    _damage_lost([line for line in table if line.vrai["id_of"] in lost])
    for _ in range(2):
        line = draw.one(lambda row: row["departement"] == "08")
        line.damage("departement", "zero_de_tete", "notee", "« 8 » pour « 08 »", "8")
    for _ in range(ZEROS_DE_SIRET):
        line = draw.one(lambda row: row["departement"] != "08")
        for column in ("siret", "siren"):
            short = str(line.vrai[column]).removeprefix("0")
            line.damage(column, "zero_de_tete", "notee", f"« {short} », zéro de tête perdu", short)
    copy_exact(table, draw.one(lambda row: row["nb_sites"] == 1))
    return table


def _damage_lost(lost: list[Ligne]) -> None:
    """Spoil three lines so that intake sets them aside."""
    lost[0].damage("denomination", "cellule_requise_vide", "ecartee", "cellule vide", "")
    lost[1].damage("siret", "siret_abime", "ecartee", "« 9,9012E+13 »", "9,9012E+13")
    lost[2].damage("nb_sites", "nombre_illisible", "ecartee", "« deux »", "deux")
