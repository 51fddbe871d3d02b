"""Damages to the sheets of signatories and of propositions.

Lines of 2023 are never set aside in a register whose 2023 number is published.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

from .degats import Ligne, Tirage, copy_conflicting, copy_exact, lines
from .hasard import stream
from .organismes import Organisme
from .region import INCONNU, Region
from .signataires import TERME
from .verite import Row

VARIANTES, ALIAS = 6, 3


def dirty_signatures(region: Region) -> list[Ligne]:
    """Return the signatures, by name of organisation: variants, other names, one unknown."""
    by_id = {o.id_of: o for o in region.organismes}
    table = lines("signataires", region.tables["signataires"])
    for line in table:
        id_of, version = line.vrai["id_of"], line.vrai.get("version_charte")
        line.tapees["_nom"] = by_id[str(id_of)].denomination if id_of else str(line.vrai[INCONNU])
        if version is not None:
            line.tapees["version_charte"] = int(str(version))
        signed = line.vrai["date_signature"]
        if isinstance(signed, date) and signed > TERME:
            line.damage("date_signature", "signature_apres_terme", "notee", "après le 31/12/2022")
        if not id_of:
            name = line.tapees["_nom"]
            line.damage("_nom", "organisme_inconnu", "non_attribuee", f"nom inconnu « {name} »")
    rng = stream("degats-signataires")
    _vary_names(Tirage(rng, table), by_id)
    small = [line for line in table if _small(by_id.get(str(line.vrai["id_of"])))]
    _spoil_signatures(table, Tirage(rng, small))
    return table


def _small(organisme: Organisme | None) -> bool:
    """Whether an organisation has few files: its lost signature changes few figures."""
    return organisme is not None and 0 < organisme.poids < 0.15


def _spoil_signatures(table: list[Ligne], draw: Tirage) -> None:
    """Blank a day, write one the American way, repeat two lines."""
    draw.one(_standing).damage(
        "date_signature", "cellule_requise_vide", "ecartee", "cellule vide", ""
    )
    draw.one(lambda row: _standing(row) and row["date_publication_site"] is not None).damage(
        "date_publication_site", "date_americaine", "ecartee", "« 02/28/2022 »", "02/28/2022"
    )
    line = draw.one(_standing)
    signed = line.vrai["date_signature"]
    if isinstance(signed, date):
        copy_conflicting(table, line, "date_signature", signed + timedelta(days=31))
    copy_exact(table, draw.one(_standing))


def _standing(row: Row) -> bool:
    """Whether the engagement was never ended."""
    return row["date_denonciation"] is None


def _vary_names(draw: Tirage, by_id: dict[str, Organisme]) -> None:
    """Write some organisations in capitals, without accents, with odd spaces, or by alias."""
    manners: tuple[Callable[[str], str], ...] = (
        str.upper,
        lambda name: unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode(),
        lambda name: name.replace(" ", "  ").replace("'", "’"),
    )
    for rank in range(VARIANTES):
        manner = manners[rank % len(manners)]

        def changes(row: Row, manner: Callable[[str], str] = manner) -> bool:
            name = by_id[str(row["id_of"])].denomination
            return manner(name) != name

        line = draw.one(changes)
        name = manner(by_id[str(line.vrai["id_of"])].denomination)
        line.damage("_nom", "variante_du_nom", "notee", f"« {name} »", name)
    for _ in range(ALIAS):
        line = draw.one(lambda row: bool(by_id[str(row["id_of"])].alias))
        name = by_id[str(line.vrai["id_of"])].alias[0]
        line.damage("_nom", "alias", "notee", f"« {name} »", name)


def dirty_propositions(region: Region) -> list[Ligne]:
    """Return the propositions, by SIRET; the code of the organisation stands on some lines."""
    by_id = {o.id_of: o for o in region.organismes}
    table = lines("propositions", region.tables["propositions"])
    rng = stream("degats-propositions")
    for line in table:
        id_of = line.vrai["id_of"]
        siret = by_id[str(id_of)].siret if id_of else str(line.vrai[INCONNU])
        line.tapees |= {"_siret": siret, "_code": ""}
        if not id_of:
            line.damage(
                "_siret", "organisme_inconnu", "non_attribuee", f"SIRET inconnu « {siret} »"
            )
        elif rng.random() < 0.4:
            line.tapees["_code"] = str(id_of)
    draw = Tirage(rng, table)
    _spoil_propositions(table, draw)
    for line in table:
        if line.vrai["id_of"] and rng.random() < 0.4:
            number = int(str(line.tapees["_siret"]))
            line.damage("_siret", "zero_de_tete", "notee", f"nombre « {number} »", number)
    return table


def _spoil_propositions(table: list[Ligne], draw: Tirage) -> None:
    """Set lines aside out of 2023, repeat some, and put days out of order."""
    draw.one(_studied_in(2022)).damage(
        "modalites", "valeur_hors_liste", "ecartee", "« Tiers-lieu »", "Tiers-lieu"
    )
    line = draw.one(_studied_in(2022))
    other = next(
        one.vrai["id_of"] for one in table if one.vrai["id_of"] not in {None, line.vrai["id_of"]}
    )
    line.damage(
        "_code", "identifiants_contradictoires", "ecartee", f"« {other} » et un autre SIRET",
        str(other),
    )  # fmt: skip
    copy_conflicting(table, draw.one(_studied_in(2021)), "intitule_formation", "Autre intitulé")
    copy_exact(table, draw.one(_studied_in(2022)))
    copy_exact(table, draw.one(_studied_in(2023)))
    line = draw.one(_studied_in(2022))
    received = line.vrai["date_reception"]
    if isinstance(received, date):
        line.vrai["date_retour"] = received - timedelta(days=4)
        line.damage("date_retour", "ordre_des_dates", "notee", "retour avant la réception")


def _studied_in(year: int) -> Callable[[Row], bool]:
    """Return the test « studied and answered in that year, by a known organisation »."""

    def fits(row: Row) -> bool:
        days = (row.get("date_etude"), row.get("date_retour"), row["date_reception"])
        known = all(isinstance(day, date) and day.year == year for day in days)
        return known and row["id_of"] is not None

    return fits
