"""Published figures on which the fictitious region is calibrated."""

from __future__ import annotations

import csv
from pathlib import Path

CHIFFRES = Path(__file__).parents[1] / "chiffres_publies.csv"

DEPARTEMENTS = {
    "67": "ptp_part_departement_bas_rhin",
    "68": "ptp_part_departement_haut_rhin",
    "57": "ptp_part_departement_moselle",
    "54": "ptp_part_departement_meurthe_et_moselle",
}
DOMAINES = {
    "sante": "ptp_domaine_formation_sante",
    "transport": "ptp_domaine_formation_transport",
    "secretariat": "ptp_domaine_formation_secretariat_bureautique",
    "travail_social": "ptp_domaine_formation_travail_social",
    "rh": "ptp_domaine_formation_ressources_humaines",
}
AUTRES_DEPARTEMENTS = {
    "51": 9.5, "88": 7.5, "10": 6.0, "08": 4.5, "52": 3.0, "55": 2.5, "21": 1.2, "70": 0.8,
}  # fmt: skip
"""Shares of the departments of which nothing is published: ours; 21 and 70 are outside."""
AUTRES_DOMAINES = {
    "informatique": 7, "gestion": 7, "batiment": 7, "enseignement": 4, "commerce": 4,
    "restauration": 4, "beaute": 3, "industrie": 4, "paysage": 3,
}  # fmt: skip
"""Shares of the fields of which nothing is published: ours."""
TAUX_INVENTES = {2021: 0.70, 2024: 0.62}
"""Acceptance in the years of which nothing is published: ours."""


def figure(serie: str, periode: str | None = None) -> float:
    """Return the value of a published series."""
    with CHIFFRES.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            if line["serie"] == serie and periode in (None, line["periode"]):
                return float(line["valeur"])
    raise ValueError(f"no published figure {serie} {periode}")


def shares_of_departments() -> dict[str, float]:
    """Return the share of files of each department of the organisations [%]."""
    return {d: figure(serie) for d, serie in DEPARTEMENTS.items()} | AUTRES_DEPARTEMENTS


def shares_of_fields() -> dict[str, float]:
    """Return the share of files of each field of training [%]."""
    return {d: figure(serie) for d, serie in DOMAINES.items()} | AUTRES_DOMAINES


def acceptance() -> dict[int, float]:
    """Return accords / (accords + refusals) of each year of commission."""
    published = {y: figure("ptp_taux_acceptation", str(y)) / 100 for y in (2022, 2023)}
    return TAUX_INVENTES | published
