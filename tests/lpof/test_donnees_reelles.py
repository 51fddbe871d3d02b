"""Real extracts: read without a fault, with the numbers that their sources give."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from reportlib.errors import DataError
from reportlib.indicators.lpof_datadock import serie_datadock
from reportlib.intake.lpof import read_lpof
from reportlib.intake.lpof_datadock import read_datadock

from .conftest import table


@pytest.fixture
def publics(root: Path) -> Path:
    return root / "data_samples" / "publics"


def test_a_real_record_of_the_official_file(publics: Path) -> None:
    liste = read_lpof(publics / "lpof_enregistrement_2022-04.csv")
    row = liste.organismes.iloc[0]
    assert (row["nda"], row["siret"], row["code_region"]) == ("11788457578", "89017665400014", "11")
    assert (row["certifie"], row["actions_formation"], row["vae"]) == (True, True, False)
    assert pd.isna(row["stagiaires"])
    assert row["formateurs"] == 5
    assert liste.report.notices == ()


def test_real_records_of_an_export_with_the_summary_alone(publics: Path) -> None:
    liste = read_lpof(publics / "lpof_opendatasoft_la_poste_2024-05.csv")
    assert liste.disposition == "opendatasoft"
    assert liste.organismes["siren"].tolist() == ["356000000"] * 2
    assert liste.organismes["nda"].is_unique
    assert liste.organismes["code_region"].tolist() == ["11", "11"]
    assert liste.organismes["actions_formation"].tolist() == [True, True]
    assert liste.organismes["vae"].tolist() == [False, False]


def test_real_damaged_numbers_are_refused_and_real_ones_read(publics: Path, tmp_path: Path) -> None:
    rows = table(publics / "lpof_extrait_2025-10_grand_est.csv")
    path = tmp_path / "lpof.csv"
    line = "{};;;true;;;44;true;false;false;false;\n"
    header = (
        "numeroDeclarationActivite;siren;siretEtablissementDeclarant;x;denomination;"
        "adressePhysiqueOrganismeFormation.ville;adressePhysiqueOrganismeFormation.codeRegion;"
        "certifications.actionsDeFormation;certifications.bilansDeCompetences;certifications.VAE;"
        "certifications.actionsDeFormationParApprentissage;\n"
    )
    numbers = [row["numeroDeclarationActivite"] for row in rows]
    path.write_text(header + "".join(line.format(n) for n in numbers), "utf-8")
    assert read_lpof(path).organismes["nda"].tolist() == numbers
    damaged = [row["numeroDeclarationActivite_tableur"] for row in rows]
    path.write_text(header + "".join(line.format(n) for n in damaged), "utf-8")
    with pytest.raises(DataError, match="notation scientifique"):
        read_lpof(path)
    assert sum("E" in number for number in damaged) > len(rows) / 2


def test_snapshots_in_their_real_spellings(publics: Path) -> None:
    read = read_datadock(publics / "cfa_datadock_qualiopi_2020_2021.csv")
    assert len(read.etablissements) == 12_543
    assert set(read.etablissements["label"].dropna()) == {"qualiopi", "eduform"}
    assert set(read.etablissements["referencable"].dropna()) == {"oui", "non", "pas_dans_datadock"}
    assert read.etablissements["siret"].isna().sum() == 3
    (notice,) = read.report.notices
    assert len(notice.rows) == 39


def test_series_of_the_snapshots(publics: Path) -> None:
    read = read_datadock(publics / "cfa_datadock_qualiopi_2020_2021.csv")
    rows = serie_datadock(read.etablissements)
    assert rows["jour"].dt.strftime("%Y-%m-%d").tolist() == [
        "2020-12-12",
        "2021-09-09",
        "2021-09-20",
    ]
    assert rows["lignes"].tolist() == [4173, 4185, 4185]
    assert rows["etablissements"].tolist() == [3959, 4183, 4183]
    assert rows["certifies"].tolist() == [pd.NA, 195, 196]
    assert rows["eduform"].tolist() == [pd.NA, 8, 8]
    assert rows["etat"].tolist() == ["non_fourni", "exact", "exact"]
    assert rows["referencables"].tolist() == [3165, 3449, 3449]


def test_snapshots_against_a_plain_count(publics: Path) -> None:
    rows = table(publics / "cfa_datadock_qualiopi_2020_2021.csv")
    for day, certified in (("2021-09-09", 195), ("2021-09-20", 196)):
        found = {
            row["siret"] for row in rows
            if row["date_extrait"] == day and row["QUALIOPI"].upper() == "QUALIOPI"
        }  # fmt: skip
        assert len(found) == certified


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("2021-09-09,42117322000011,PEUT-ÊTRE,,oui", "REFERENCABLE"),
        ("2021-09-09,42117322000011,OUI,ISO 9001,oui", "QUALIOPI"),
        ("9 septembre,42117322000011,OUI,,oui", "date_extrait"),
    ],
)
def test_a_label_that_is_not_known_is_set_aside(tmp_path: Path, line: str, column: str) -> None:
    path = tmp_path / "datadock.csv"
    header = "date_extrait,siret,REFERENCABLE,QUALIOPI,qualiopi_colonne_presente\n"
    path.write_text(f"{header}2021-09-09,42117322000011,oui,Qualiopi,oui\n{line}\n", "utf-8")
    read = read_datadock(path)
    assert read.etablissements["label"].tolist() == ["qualiopi"]
    (told,) = read.report.set_aside
    assert (told.row, told.column, read.report.sheets[0].set_aside) == (3, column, 1)


def test_snapshots_without_their_columns(tmp_path: Path) -> None:
    path = tmp_path / "datadock.csv"
    path.write_text("siret,QUALIOPI\n42117322000011,OUI\n", "utf-8")
    with pytest.raises(DataError, match="date_extrait, referencable"):
        read_datadock(path)
    with pytest.raises(DataError, match="ne s’ouvre pas"):
        read_datadock(tmp_path / "absent.csv")


def test_no_name_stands_in_the_real_extracts(publics: Path) -> None:
    for name in ("cfa_datadock_qualiopi_2020_2021.csv", "lpof_extrait_2025-10_grand_est.csv"):
        header = (publics / name).read_text("utf-8").splitlines()[0].lower()
        assert not {"denomination", "raison_sociale", "nom"} & set(header.split(","))
        assert (publics / name).stat().st_size < 500_000
