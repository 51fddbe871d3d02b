"""A fictitious list of a few thousand organisations, in every layout, and its truth."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from data_samples.publics.generer_lpof import generer
from data_samples.publics.lpof_fictive.ecriture import DISPOSITIONS
from data_samples.publics.lpof_fictive.noms import OFFICIELS
from reportlib.intake.lpof import ListePublique, read_lpof

LIGNES = 4000
Row = dict[str, str]
MODELE = {
    "numeroDeclarationActivite": "44670673567",
    "denomination": "ORGANISME D'EXEMPLE",
    "siren": "732829320",
    "siretEtablissementDeclarant": "73282932000074",
    "adressePhysiqueOrganismeFormation.codePostal": "67000",
    "adressePhysiqueOrganismeFormation.codeRegion": "44",
    "informationsDeclarees.effectifFormateurs": "5",
}
COURTS = {
    "nda": "numeroDeclarationActivite",
    "precedent": "numerosDeclarationActivitePrecedent",
    "siret": "siretEtablissementDeclarant",
    "cp": "adressePhysiqueOrganismeFormation.codePostal",
    "region": "adressePhysiqueOrganismeFormation.codeRegion",
    "af": "certifications.actionsDeFormation",
    "bc": "certifications.bilansDeCompetences",
    "vae": "certifications.VAE",
    "app": "certifications.actionsDeFormationParApprentissage",
    "date": "informationsDeclarees.dateDerniereDeclaration",
    "stagiaires": "informationsDeclarees.nbStagiaires",
    "confies": "informationsDeclarees.nbStagiairesConfiesParUnAutreOF",
    "formateurs": "informationsDeclarees.effectifFormateurs",
    "spe": "informationsDeclarees.specialitesDeFormation.codeSpecialite1",
}


def table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the list in every layout."""
    place = tmp_path_factory.mktemp("lpof")
    generer(place, lignes=LIGNES, dispositions=tuple(DISPOSITIONS))
    return place


@pytest.fixture(scope="session")
def officielle(dossier: Path) -> Path:
    return dossier / "lpof_2025-10-01_officielle.csv"


@pytest.fixture(scope="session")
def listes(dossier: Path) -> dict[str, ListePublique]:
    """The list as read in each layout."""
    return {name: read_lpof(dossier / f"lpof_2025-10-01_{name}.csv") for name in DISPOSITIONS}


@pytest.fixture(scope="session")
def pieges(dossier: Path) -> dict[str, int]:
    """How many rows hold each trap."""
    return {row["piege"]: int(row["lignes"]) for row in table(dossier / "verite_pieges.csv")}


@pytest.fixture
def lire(tmp_path: Path) -> Callable[..., ListePublique]:
    """Read a list of a few rows: each is what differs from an ordinary one."""

    def read(*rows: Row, headers: tuple[str, ...] = OFFICIELS) -> ListePublique:
        path = tmp_path / "lpof.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, delimiter=";", lineterminator=";\n")
            writer.writerow(headers)
            for rank, row in enumerate(rows):
                cells = MODELE | {"numeroDeclarationActivite": f"4467{rank:05d}67"}
                cells |= {COURTS.get(name, name): value for name, value in row.items()}
                writer.writerow([cells.get(name, "") for name in headers])
        return read_lpof(path)

    return read


def avis(liste: ListePublique, words: str) -> tuple[int, ...]:
    """Return the rows of the notice that says ``words``; none when there is no such notice."""
    return next((n.rows for n in liste.report.notices if words in n.message), ())
