"""Traps of the real list: what is refused, mended, set aside, and counted each time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from data_samples.publics.lpof_fictive.degats import avec_lignes_abimees
from reportlib.intake.lpof import ListePublique, read_lpof

from .conftest import LIGNES, avis

Lire = Callable[..., ListePublique]


def cell(liste: ListePublique, column: str, row: int = 0) -> object:
    return liste.organismes[column].astype(object).iloc[row]


def test_siren_of_zeros_is_refused_and_the_organisation_counted(
    listes: dict[str, ListePublique], pieges: dict[str, int]
) -> None:
    liste = listes["officielle"]
    rows = avis(liste, "« 000000000 »".replace("« ", "«\xa0").replace(" »", "\xa0»"))
    assert len(rows) == pieges["siren_zeros"]
    concerned = liste.organismes[liste.organismes["_ligne"].isin(rows)]
    assert concerned["siren"].isna().all()
    assert concerned["nda"].notna().all()
    assert (liste.sheet.kept, liste.sheet.set_aside) == (LIGNES, 0)


def test_traps_are_counted(listes: dict[str, ListePublique], pieges: dict[str, int]) -> None:
    liste = listes["officielle"]
    organismes = liste.organismes
    assert len(avis(liste, "clé de contrôle fausse, souvent")) == pieges["siren_cle_fausse"]
    assert len(avis(liste, "NIC à la place du SIRET, complété")) == pieges["nic_pour_siret"]
    assert organismes["nda"].str.contains("P").sum() == pieges["nda_public"]
    assert organismes["ndas_precedents"].notna().sum() == pieges["nda_precedent"]
    shared = organismes["siren"].dropna().duplicated().sum()
    assert shared == pieges["siren_partage"]
    lost = sum(pieges[name] for name in ("siren_zeros", "siren_vide", "siren_cle_fausse"))
    assert organismes["siren"].isna().sum() == lost


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("1.1755998875E10", "notation scientifique"),
        ("1,17560E+10", "notation scientifique"),
        ("", "est vide"),
        ("4467067", "11 chiffres"),
        ("4467067356A", "11 chiffres"),
        ("00000000000", "11 chiffres"),
    ],
)
def test_declaration_number_that_cannot_be_read(lire: Lire, written: str, kind: str) -> None:
    liste = lire({}, {}, {"nda": written})
    assert (liste.sheet.kept, liste.sheet.set_aside) == (2, 1)
    assert liste.set_aside["_ligne"].tolist() == [4]
    (told,) = liste.report.set_aside
    assert kind in told.message
    assert told.header == "numeroDeclarationActivite"


@pytest.mark.parametrize(
    "written", ["44670673567", "1175P012345", " 44670673567 ", "44 67 06735 67"]
)
def test_declaration_number_that_can(lire: Lire, written: str) -> None:
    assert cell(lire({"nda": written}), "nda") == written.replace(" ", "")


def test_lost_zeros_are_restored_where_they_are_certain(lire: Lire) -> None:
    liste = lire(
        {"nda": "1973012345", "region": "1", "cp": "1000"},
        {"siren": "5580121", "siret": ""},
        {"siret": "7"},
    )
    assert cell(liste, "nda") == "01973012345"
    assert cell(liste, "code_region") == "01"
    assert cell(liste, "departement") == "01"
    assert avis(liste, "outre-mer") == (2,)
    assert avis(liste, "Code postal, zéro") == (2,)
    assert avis(liste, "Code de région, zéro") == (2,)
    assert cell(liste, "siren", 1) == "005580121"
    assert avis(liste, "SIREN, zéro") == (3,)
    assert avis(liste, "SIRET ou NIC, zéro") == (4,)


def test_ten_digits_of_no_overseas_number_are_not_mended(lire: Lire) -> None:
    liste = lire({}, {}, {"nda": "7973012345"})
    assert liste.sheet.set_aside == 1


def test_nic_in_place_of_siret(lire: Lire) -> None:
    liste = lire({"siret": "00074"}, {"siret": "00074", "siren": ""}, {"siret": "00075"})
    assert cell(liste, "siret") == "73282932000074"
    assert liste.organismes["siret"].isna().tolist() == [False, True, True]
    assert avis(liste, "complété par le SIREN") == (2,)
    assert avis(liste, "sans SIREN qui le complète") == (3,)
    assert avis(liste, "SIRET refusé") == (4,)


def test_siren_taken_from_the_siret(lire: Lire) -> None:
    liste = lire({"siren": ""}, {"siren": "732829321"})
    assert liste.organismes["siren"].tolist() == ["732829320"] * 2
    assert avis(liste, "repris du SIRET") == (2, 3)


def test_establishment_of_la_poste_has_its_own_key(lire: Lire) -> None:
    liste = lire({"siren": "356000000", "siret": "35600000000048"}, {"siret": "35600000000044"})
    assert liste.organismes["siret"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    "written", ["732829328", "000000000", "7,32829E+08", "7328293200", "A32829320"]
)
def test_siren_that_is_none(lire: Lire, written: str) -> None:
    """« 732829328 » is 7.3282932E8 with the sign and the point gone: a spreadsheet's ending 8."""
    liste = lire({"siren": written, "siret": ""}, {})
    assert liste.organismes["siren"].isna().tolist() == [True, False]
    assert avis(liste, "SIREN") == (2,)
    assert liste.sheet.kept == 2


def test_damaged_siret_is_refused_not_rounded(lire: Lire) -> None:
    liste = lire({"siret": "7,32829E+13"}, {"siret": "73282932000075"})
    assert liste.organismes["siret"].isna().all()
    assert avis(liste, "SIRET abîmé par un tableur") == (2,)
    assert avis(liste, "SIRET refusé") == (3,)


def test_states_of_a_spreadsheet_say_the_same(lire: Lire) -> None:
    liste = lire({"af": "VRAI", "bc": "FAUX", "vae": "False", "app": "0"}, {"af": "peut-être"}, {})
    row = liste.organismes.iloc[0]
    assert row[["actions_formation", "bilans_competences", "vae", "apprentissage"]].tolist() == [
        True, False, False, False,
    ]  # fmt: skip
    assert liste.set_aside["_ligne"].tolist() == [3]
    assert "peut-être" in liste.report.set_aside[0].message


def test_certified_for_nothing_is_told(lire: Lire) -> None:
    states = dict.fromkeys(("af", "bc", "vae", "app"), "false")
    liste = lire(states, {"af": "true"}, {})
    assert liste.organismes["certifie"].tolist() == [True, True, False]
    assert avis(liste, "« true » dans aucune".replace("« ", "«\xa0").replace(" »", "\xa0»")) == (2,)
    assert avis(liste, "une partie des catégories") == (3,)


def test_numbers_and_days_that_cannot_be_read(lire: Lire) -> None:
    liste = lire(
        {"formateurs": "12.0", "stagiaires": "1 234", "date": "2022-04-22"},
        {"formateurs": "douze", "stagiaires": "-3", "date": "31/02/2022"},
        {"date": "29/02/2024", "formateurs": "375438"},
    )
    organismes = liste.organismes
    assert organismes["formateurs"].tolist() == [12, pd.NA, 375_438]
    assert organismes["stagiaires"].tolist()[:2] == [1234, pd.NA]
    assert organismes["date_declaration"].dt.strftime("%Y-%m-%d").tolist() == [
        "2022-04-22", pytest.approx(float("nan"), nan_ok=True), "2024-02-29",
    ]  # fmt: skip
    assert avis(liste, "Nombre illisible") == avis(liste, "Date illisible") == (3,)
    assert liste.sheet.kept == 3


def test_region_905_is_kept_and_an_unknown_one_is_not(lire: Lire) -> None:
    liste = lire({"region": "905"}, {"region": "99"}, {"region": ""})
    assert cell(liste, "code_region") == "905"
    assert liste.organismes["code_region"].isna().tolist() == [False, True, True]
    assert avis(liste, "Code de région inconnu") == (3,)


@pytest.mark.parametrize(
    ("postal", "department"),
    [("20000", "2A"), ("20167", "2A"), ("20200", "2B"), ("20600", "2B"), ("97110", "971"),
     ("97500", "975"), ("01000", "01"), ("95880", "95"), ("99123", None), ("00100", None)],
)  # fmt: skip
def test_department_of_a_postal_code(lire: Lire, postal: str, department: str | None) -> None:
    found = cell(lire({"cp": postal}), "departement")
    assert found == department if department else pd.isna(found)


def test_earlier_numbers_leave_out_the_present_one(lire: Lire) -> None:
    liste = lire({"nda": "44670673567", "precedent": "41670673567,44670673567"}, {})
    assert cell(liste, "ndas_precedents") == "41670673567"
    assert pd.isna(cell(liste, "ndas_precedents", 1))


def test_rows_that_cannot_be_counted_are_set_aside_and_the_rest_is_the_same(
    officielle: Path, listes: dict[str, ListePublique], tmp_path: Path
) -> None:
    path = tmp_path / "lpof.csv"
    added = avec_lignes_abimees(officielle, path)
    liste = read_lpof(path)
    blank, double = added.pop("ligne_vide"), added.pop("doublon_exact")
    assert liste.sheet.rows == LIGNES + sum(added.values()) + blank + double
    assert (liste.sheet.kept, liste.sheet.set_aside) == (LIGNES, sum(added.values()))
    assert liste.sheet.ignored == {"ligne vide": blank, "doublon exact": double}
    assert liste.set_aside["motif"].value_counts().to_dict() == {
        "nda_abime": added["nda_scientifique"],
        "nda_vide": added["nda_vide"],
        "nda_illisible": added["nda_court"],
        "etat_illisible": added["etat_illisible"],
        "largeur": added["cellule_en_trop"] + added["cellules_manquantes"],
        "cle_en_conflit": added["cle_en_conflit"],
    }
    same = listes["officielle"].organismes.drop(columns=["_ligne", "ville"])
    read = liste.organismes.drop(columns=["_ligne", "ville"])
    pd.testing.assert_frame_equal(read, same)
    pd.testing.assert_series_equal(
        liste.set_aside.dtypes.drop("motif"), liste.organismes.dtypes, check_exact=True
    )


def test_embedded_separators_quotes_and_line_breaks(lire: Lire) -> None:
    names = ['Le "Phare"; formation', "Sur deux\nlignes", "<b>Gras</b>", "{accolades}"]
    liste = lire(*({"denomination": name} for name in names))
    assert liste.organismes["denomination"].tolist() == names
    assert liste.organismes["_ligne"].tolist() == [2, 3, 4, 5]
