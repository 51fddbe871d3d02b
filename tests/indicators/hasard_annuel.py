"""Small made registers of a year's follow-up, whose values hypothesis chooses."""

from __future__ import annotations

from random import Random

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.rules.avenants import ANNULATION, TROIS_VALIDATIONS
from reportlib.rules.certificats import PRIORITE
from tests.indicators.hasard import DAYS, LATER, ORGANISATIONS, YES_NO, Row, later_rows, region
from tests.indicators.registres import typed

MONTHS = ("2021-12", "2022-01", "2022-02", "2022-06", "2022-12", "2023-01")
HOURS = ("0", "10.5", "7", None)
DECLARED = tuple(status for status in PRIORITE if status != "expire")


def annuel(random: Random) -> Dataset:
    """The small region, with the registers of the year."""
    data = region(random)
    planned = data["dossiers_ptp"].assign(heures_prevues=pd.array([5000.0], dtype="Float64")[0])
    owners = dict(planned[["id_dossier", "id_of"]].fillna("").to_numpy())
    files = [*owners, "D99"]
    made = {
        "certificats_realisation": _once(
            [_deposit(random, owners, files) for _ in range(random.randint(0, 12))],
            ("id_dossier", "mois", "date_depot", "nature"),
        ),
        "avenants": [_request(random, n, owners, files) for n in range(random.randint(0, 7))],
        "suivi_parcours": [_review(random, n, owners, files) for n in range(random.randint(0, 5))],
        "participations": _once(
            [_presence(random) for _ in range(random.randint(0, 8))], ("id_atelier", "id_of")
        ),
        "jurys_clea": _once([_jury(random) for _ in range(random.randint(0, 5))], ("date_jury",)),
        "certificats_qualiopi": [
            _certificate(random, of, n)
            for of in ("A", "B", "C")
            for n in range(random.randint(0, 2))
        ],
    }
    frames = {name: typed(name, rows) for name, rows in made.items()}
    return Dataset(frames={**data.frames, **frames, "dossiers_ptp": planned})


def plus_tard(random: Random, data: Dataset) -> Dataset:
    """The same region with rows that say nothing but what happens after 2022."""
    day = random.choice(LATER)
    known = data["certificats_realisation"]["id_dossier"].tolist()
    more: dict[str, list[Row]] = {
        **later_rows(random, data),
        "certificats_realisation": [
            {"id_dossier": random.choice([*known, "D90"]), "mois": "2022-06", "date_depot": day,
             "nature": "rectificatif", "heures_centre": "99"}],
        "avenants": [{"id_avenant": "V90", "id_dossier": "D0", "date_demande": day,
                      "type_changement": "annulation_session", "date_effet": "2022-06-15"}],
        "suivi_parcours": [{"id_suivi": "S90", "id_dossier": "D0", "date_suivi": day,
                            "etape": "final", "reajustement": "oui"}],
        "participations": [{"id_atelier": "T90", "id_of": "A", "nb_personnes": "9"}],
        "jurys_clea": [{"date_jury": "2024-06-30", "candidatures": "9", "certifies": "9"}],
        "certificats_qualiopi": [{"id_of": "A", "numero": "Q90", "statut_declare": "certifie",
                                  "date_contrat": day, "date_obtention": "2024-06-30"}],
    }  # fmt: skip
    return Dataset(
        frames={
            name: pd.concat([data[name], typed(name, more.get(name, []))], ignore_index=True)
            for name in data.frames
        }
    )


def _once(rows: list[Row], key: tuple[str, ...]) -> list[Row]:
    """The rows with each key once, as intake leaves them; one without an organisation stays."""
    named = {
        tuple(row[name] for name in key) if None not in (row.get("id_of", ""),) else n: row
        for n, row in enumerate(rows)
    }
    return list(named.values())


def _deposit(random: Random, owners: dict[str, str], files: list[str]) -> Row:
    name = random.choice(files)
    return {
        "id_dossier": name,
        "id_of": owners.get(name) or "",
        "mois": random.choice(MONTHS),
        "date_depot": random.choice(DAYS),
        "nature": random.choice(("initial", "rectificatif", None)),
        "heures_centre": random.choice(HOURS),
        "heures_distance": random.choice(HOURS),
        "heures_stage": random.choice(HOURS),
    }


def _request(random: Random, number: int, owners: dict[str, str], files: list[str]) -> Row:
    name = random.choice(files)
    return {
        "id_avenant": f"V{number}",
        "id_dossier": name,
        "id_of": owners.get(name),
        "type_changement": random.choice((*TROIS_VALIDATIONS, "modalite", ANNULATION)),
        "date_demande": random.choice(DAYS),
        "date_effet": random.choice(DAYS),
        "valide_salarie": random.choice(YES_NO),
        "valide_of": random.choice(YES_NO),
        "valide_employeur": random.choice(YES_NO),
    }


def _review(random: Random, number: int, owners: dict[str, str], files: list[str]) -> Row:
    name = random.choice(files)
    return {
        "id_suivi": f"S{number}",
        "id_dossier": name,
        "id_of": owners.get(name),
        "date_suivi": random.choice(DAYS),
        "etape": random.choice(("intermediaire", "final")),
        "reajustement": random.choice(YES_NO),
    }


def _presence(random: Random) -> Row:
    return {
        "id_atelier": random.choice(("T0", "T1", "T2", "T3", "T99")),
        "id_of": random.choice(ORGANISATIONS),
        "nb_personnes": random.choice(("1", "3", None)),
    }


def _jury(random: Random) -> Row:
    return {
        "date_jury": random.choice([day for day in DAYS if day]),
        "candidatures": random.choice(("5", "8", None)),
        "certifies": random.choice(("0", "5", None)),
    }


def _certificate(random: Random, of: str, number: int) -> Row:
    return {
        "id_of": of,
        "numero": f"{of}{number}",
        "statut_declare": random.choice(DECLARED),
        "date_contrat": random.choice(DAYS),
        "date_obtention": random.choice(DAYS),
        "date_fin": random.choice(("2022-12-30", "2022-12-31", None)),
    }
