"""Damages to the later registers: named organisations, then what each register's recipe says.

A line that carries a case of the README, or that another register cites, is never damaged.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from .contexte import GARDE
from .degats import Ligne, Tirage, copy_conflicting, copy_exact, lines
from .entetes import Feuille
from .hasard import stream
from .organismes import Organisme, numbers
from .recettes import AMERICAINES, RECETTES, Coup
from .region import INCONNU
from .verite import Row

NOM_INCONNU, CODE_INCONNU, NDA_INCONNU = "Campus de la Dune Oubliée", "OF-0997", "44990000019"
CODES_ECRITS = 0.4
"""Share of the changes on which the organisation's code stands beside the file."""
MANIERES: tuple[Callable[[str], str], ...] = (
    str.upper,
    lambda name: unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode(),
    lambda name: name.replace(" ", "  ").replace("'", "’"),
)


def dirty_later(sheet: Feuille, rows: Iterable[Row], by_id: dict[str, Organisme]) -> list[Ligne]:
    """Return the lines of a sheet, damaged."""
    table = lines(sheet.registre, rows)
    rng = stream(f"degats-{sheet.fichier}-{sheet.feuille}")
    keys = {key for _, key in sheet.colonnes}
    for line in table:
        _designate(line, keys, by_id)
        if sheet.maniere.excel and line.vrai.get("campagne"):
            line.tapees["campagne"] = int(str(line.vrai["campagne"]))
        if sheet.registre == "avenants" and rng.random() > CODES_ECRITS:
            line.tapees["_code"] = ""
        if sheet.registre == "certifications_nationales":
            _real(line)
    free = [line for line in table if GARDE not in line.vrai and INCONNU not in line.vrai]
    draw = Tirage(rng, free or [line for line in table if line.intact])
    for blow in RECETTES[sheet.registre]:
        _strike(table, draw, blow, by_id)
    return table


def _designate(line: Ligne, keys: set[str], by_id: dict[str, Organisme]) -> None:
    """Name the organisation the way of the sheet; an unknown one is a damage."""
    id_of = line.vrai.get("id_of")
    if id_of:
        known = by_id[str(id_of)]
        names = {
            "_siret": known.siret, "_siren": known.siren, "_nda": known.nda,
            "_nom": known.denomination, "_code": known.id_of,
        }  # fmt: skip
    else:
        siren, siret = numbers(stream("suite-inconnus"), set(), "098")
        names = {
            "_siret": siret, "_siren": siren, "_nda": NDA_INCONNU, "_nom": NOM_INCONNU,
            "_code": CODE_INCONNU,
        }  # fmt: skip
    line.tapees |= {key: name for key, name in names.items() if key in keys}
    if INCONNU not in line.vrai:
        return
    if line.vrai[INCONNU] is True:
        key = next(key for key in names if key in keys)
        line.damage(key, "organisme_inconnu", "non_attribuee", f"inconnu : « {names[key]} »")
        return
    column = "id_audit" if "id_audit" in line.vrai else "id_dossier"
    nature = "audit_inconnu" if column == "id_audit" else "dossier_inconnu"
    line.tapees |= {key: "" for key in names if key in keys}
    line.damage(column, nature, "non_attribuee", f"inconnu : « {line.vrai[column]} »")


def _real(line: Ligne) -> None:
    """Write the published points as they were: « 10 % », « novembre 2023 » without a day."""
    if line.vrai["croissance_annoncee"] is not None:
        line.tapees["croissance_annoncee"] = f"{line.vrai['croissance_annoncee']:.0f} %"
    months = {date(2023, 11, 1): "novembre 2023", date(2024, 4, 1): "avril 2024"}
    day = line.vrai["date"]
    if isinstance(day, date) and day in months:
        said = months[day]
        line.damage("date", "jour_absent", "notee", f"« {said} », lu le premier du mois", said)


def _strike(table: list[Ligne], draw: Tirage, blow: Coup, by_id: dict[str, Organisme]) -> None:
    """Do one damage of a recipe."""
    column, nature = blow.colonne, blow.nature
    if nature == "doublon_exact":
        copy_exact(table, draw.one(lambda _: True))
    elif nature == "cle_en_conflit":
        line = draw.one(lambda row: row.get(column) not in {None, (), blow.valeur})
        copy_conflicting(table, line, column, blow.valeur)
    elif nature == "ordre_des_dates":
        _disorder(draw, blow)
    elif nature == "dossier_introuvable":
        line = draw.one(lambda row: row.get(column) is not None)
        line.vrai[column] = blow.tape
        line.damage(column, "dossier_inconnu", "notee", f"inconnu : « {blow.tape} »")
    elif nature == "zero_de_tete":
        _lose_zero(draw.one(lambda _: True), column)
    elif nature in {"variante_du_nom", "alias"}:
        _name_otherwise(draw, nature, by_id)
    elif nature == "identifiants_contradictoires":
        line = draw.one(lambda _: True)
        other = next(id_of for id_of in by_id if id_of != line.vrai["id_of"])
        line.damage(
            column, nature, "ecartee", f"« {other} », mais le dossier est d'un autre", other
        )
    else:
        _spoil(draw, blow)


def _spoil(draw: Tirage, blow: Coup) -> None:
    """Type something that cannot be read, in a cell that holds something."""
    column = blow.colonne
    typed = blow.tape
    if blow.nature == "date_americaine":
        typed = AMERICAINES
    line = draw.one(lambda row: column.startswith("_") or row.get(column) not in {None, ()})
    said = "cellule vide" if typed == "" else f"« {typed} »"
    line.damage(column, blow.nature, "ecartee", said, typed)


def _disorder(draw: Tirage, blow: Coup) -> None:
    """Put a day a little before the one that it should follow; the line is kept."""
    other = str(blow.valeur)
    line = draw.one(lambda row: all(isinstance(row.get(c), date) for c in (blow.colonne, other)))
    first = line.vrai[other]
    if isinstance(first, date):
        line.vrai[blow.colonne] = first - timedelta(days=3)
    line.damage(blow.colonne, "ordre_des_dates", "notee", f"avant {other}")


def _lose_zero(line: Ligne, column: str) -> None:
    """Write a number without the 0 it begins with."""
    number = int(str(line.tapees[column]))
    line.damage(column, "zero_de_tete", "notee", f"nombre « {number} »", number)


def _name_otherwise(draw: Tirage, nature: str, by_id: dict[str, Organisme]) -> None:
    """Write a name in capitals, without accents, with odd spaces, or another name."""
    manner = draw.rng.choice(MANIERES)

    def other(row: Row) -> str:
        organisme = by_id[str(row["id_of"])]
        if nature == "alias":
            return organisme.alias[0] if organisme.alias else organisme.denomination
        return manner(organisme.denomination)

    line = draw.one(lambda row: other(row) != by_id[str(row["id_of"])].denomination)
    line.damage("_nom", nature, "notee", f"« {other(line.vrai)} »", other(line.vrai))
