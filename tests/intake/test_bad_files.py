# ruff: noqa: E501 - a row of a table, a sentence, stay on one line
"""Faults of a file (R-LEC-01): one message, whole, and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from reportlib.errors import DataError
from reportlib.intake import workbooks
from reportlib.intake.reading import read_folder

from .conftest import spaced

HEAD = "N° proposition;ID OF;Date de réception;Écrit reçu;Modalité\n"
ROW = "P1;OF-1;05/03/2022;oui;FOAD\n"


def fault(folder) -> str:
    """The one message of the reading, with ordinary spaces."""
    with pytest.raises(DataError) as caught:
        folder.read()
    assert caught.value.exit_code == 11
    return spaced(str(caught.value))


def test_no_such_folder(tmp_path):
    with pytest.raises(DataError) as caught:
        read_folder(tmp_path / "absent")
    assert spaced(str(caught.value)).endswith(
        "absent » n’est pas un dossier : donnez le dossier qui contient les registres, par exemple "
        "« data_samples/registres »."
    )


def test_a_folder_without_any_register(folder):
    folder.text("README.md", "rien").text(".cache.csv", ROW).text("~$Propositions.xlsx", "verrou")
    assert fault(folder) == (
        "Le dossier « registres » ne contient aucun registre : déposez-y au moins un fichier Excel, "
        "LibreOffice ou CSV, par exemple « Propositions.xlsx »."
    )


def test_a_workbook_that_is_none(folder):
    assert fault(folder.text("Propositions.xlsx", "bonjour")) == (
        "Propositions.xlsx : ce n’est pas un classeur lisible. Ouvrez-le dans le tableur et "
        "enregistrez-le au format .xlsx, puis relancez."
    )


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_damaged_workbook(folder, part):
    folder.workbook("Propositions.xlsx", {"Propositions": [["N° proposition", "ID OF"]]})
    place = folder.place / "Propositions.xlsx"
    content = io.BytesIO()
    with zipfile.ZipFile(place) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<broken" if name == part else old.read(name))
    place.write_bytes(content.getvalue())
    assert fault(folder).startswith("Propositions.xlsx : ")


def test_a_truncated_workbook(folder):
    folder.workbook("Propositions.xlsx", {"Propositions": [["N° proposition", "ID OF"]]})
    place = folder.place / "Propositions.xlsx"
    place.write_bytes(place.read_bytes()[:-300])
    assert "n’est pas un classeur lisible" in fault(folder)


def test_a_workbook_saved_as_csv(folder):
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    assert fault(folder.bytes("Propositions.csv", book.getvalue())) == (
        "Propositions.csv : ce n’est pas un fichier texte lisible. Enregistrez-le au format "
        "« CSV UTF-8 » ou .xlsx, puis relancez."
    )


def test_a_workbook_with_a_password(folder, monkeypatch):
    def refuse(_content):
        raise workbooks.PasswordError

    monkeypatch.setattr(workbooks.CalamineWorkbook, "from_filelike", refuse, raising=True)
    folder.workbook("Propositions.xlsx", {"Propositions": []})
    assert fault(folder) == (
        "Propositions.xlsx : le classeur est protégé par un mot de passe. Enregistrez-le sans mot de "
        "passe, puis relancez."
    )


def test_a_file_that_does_not_open(folder, monkeypatch):
    def refuse(_place):
        raise PermissionError(13, "Permission denied")

    folder.text("Propositions.csv", HEAD + ROW)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert fault(folder) == (
        "Propositions.csv : le fichier ne s’ouvre pas (Permission denied). Fermez-le dans le "
        "tableur, vérifiez vos droits, puis relancez."
    )


def test_a_guide_that_names_a_sheet_by_mistake(folder):
    rows = [["N° proposition", "ID OF"], ["P1", "OF-1"]]
    folder.workbook("Suivi.xlsx", {"Propositions": rows})
    folder.text("sources.yaml", "- {fichier: Suivi.xlsx, feuille: Proposition, registre: aucun}\n")
    assert fault(folder) == (
        "sources.yaml : « Suivi.xlsx » n’a pas de feuille « Proposition » (vouliez-vous dire "
        "« Propositions » ?). Écrivez par exemple « - fichier: Export.xlsx », puis "
        "« registre: propositions »."
    )


def test_bytes_that_are_no_text(folder):
    assert "n’est pas un fichier texte lisible" in fault(
        folder.bytes("Propositions.csv", HEAD.encode("cp1252") + b"\x81\x8d\x8f")
    )


def test_a_quote_never_closed(folder):
    assert fault(folder.text("Propositions.csv", HEAD + 'P1;OF-1;05/03/2022;oui;"FOAD\n')) == (
        "Propositions.csv : un guillemet ouvert n’est pas refermé, ou est suivi d’un texte sans "
        "séparateur (unexpected end of data). Doublez les guillemets à l’intérieur d’une cellule, "
        'par exemple "Atelier ""Qualité""", ou enregistrez le fichier en .xlsx.'
    )


def test_a_required_column_absent(folder):
    head = HEAD.replace("Date de réception;", "")
    assert fault(folder.text("Propositions.csv", head + "P1;OF-1;oui;FOAD\n")) == (
        "Propositions.csv : la colonne « date_reception », requise dans le registre "
        "« propositions », est absente. Ajoutez-la avec un en-tête connu, par exemple « Date de "
        "réception », ou écartez la feuille dans sources.yaml (« registre: aucun »)."
    )


def test_required_columns_absent_from_a_sheet(folder):
    rows = [["N° proposition", "Source"], ["P1", "TPGE"]]
    assert fault(folder.workbook("Suivi.xlsx", {"Propositions 2022": rows})) == (
        "Suivi.xlsx, feuille « Propositions 2022 » : les colonnes « date_reception », "
        "« formalisee_ecrit », « modalites » et « id_of », requises dans le registre "
        "« propositions », sont absentes. Ajoutez-les avec un en-tête connu, par exemple « Date de "
        "réception », ou écartez la feuille dans sources.yaml (« registre: aucun »)."
    )


def test_no_column_for_the_organisation(folder):
    head = HEAD.replace("ID OF;", "")
    assert fault(folder.text("Propositions.csv", head + "P1;05/03/2022;oui;FOAD\n")) == (
        "Propositions.csv : la colonne « id_of », requise dans le registre « propositions », est "
        "absente. Ajoutez-la avec un en-tête connu, par exemple « Organisme », ou écartez la "
        "feuille dans sources.yaml (« registre: aucun »)."
    )


def test_two_headers_of_one_column(folder):
    head = HEAD.replace("Modalité", "Modalité;Date")
    assert fault(folder.text("Propositions.csv", head + "P1;OF-1;05/03/2022;oui;FOAD;x\n")) == (
        "Propositions.csv : les en-têtes « Date de réception » et « Date » désignent la même colonne "
        "« date_reception » du registre « propositions ». Gardez-en un, ou écrivez dans sources.yaml "
        "lequel ignorer, par exemple « Date: ignorer »."
    )


def test_the_same_header_twice(folder):
    head = HEAD.replace("Modalité", "Modalité;Modalité")
    assert "les en-têtes « Modalité » et « Modalité » désignent" in fault(
        folder.text("Propositions.csv", head + "P1;OF-1;05/03/2022;oui;FOAD;x\n")
    )


def test_headers_without_a_row(folder):
    assert fault(folder.text("Propositions.csv", HEAD)) == (
        "Propositions.csv : les en-têtes sont suivis d’aucune ligne. Vérifiez l’export ; si le "
        "registre est vraiment vide, écrivez-le dans sources.yaml, par exemple "
        "« - {fichier: Propositions.csv, vide: true} »."
    )


@pytest.mark.parametrize("content", ["", "\n\n", "bonjour\ntout le monde\n", "a;b\n1;2\n"])
def test_no_register_recognised(folder, content):
    assert fault(folder.text("Divers.csv", content)) == (
        "Divers.csv : aucun registre reconnu. Donnez au fichier ou à sa feuille le nom d’un "
        "registre, par exemple « Propositions », avec une ligne d’en-têtes connus, ou sortez ce "
        "fichier du dossier."
    )


def test_columns_of_several_registers(folder):
    head = "Date;Organisme;Écrit reçu;Modalité;Participants;Accord du stagiaire\n"
    assert fault(folder.text("Export.csv", head + "05/03/2022;Alpha;oui;FOAD;3;oui\n")) == (
        "Export.csv : le registre n’est pas reconnu (ses colonnes vont à plusieurs registres). "
        "Candidats : « propositions », « ateliers », « interventions » et « groupes_parole ». "
        "Donnez à la feuille le nom "
        "du registre, par exemple « Propositions », ou nommez-le dans sources.yaml."
    )


def test_columns_of_no_complete_register(folder):
    assert fault(folder.text("Export.csv", "Décision;N° dossier\nAccord;D1\n")).startswith(
        "Export.csv : le registre n’est pas reconnu (il manque des colonnes requises). Candidats : "
    )


def test_a_sheet_named_for_a_register_with_one_header(folder):
    rows = [["N° proposition", "Machin"], ["P1", "x"]]
    assert fault(folder.workbook("Suivi.xlsx", {"Propositions": rows})) == (
        "Suivi.xlsx, feuille « Propositions » : la feuille porte le nom du registre "
        "« propositions », mais un seul de ses en-têtes est connu. Ajoutez les autres, par exemple "
        "« N° proposition » et « ID OF »."
    )


@pytest.mark.parametrize(
    ("guide", "message"),
    [
        ("{", "sources.yaml : le fichier n’est pas du YAML lisible."),
        ("fichier: Propositions.csv", "sources.yaml : attendu une liste d’entrées."),
        ("- Propositions.csv", "sources.yaml : attendu une liste d’entrées."),
        (
            "- {fichier: Proposition.csv}",
            "sources.yaml : le fichier « Proposition.csv » n’est pas dans le dossier (vouliez-vous "
            "dire « Propositions.csv » ?).",
        ),
        (
            "- {fichier: Propositions.csv, registre: proposition}",
            "sources.yaml : le registre « proposition » n’existe pas (vouliez-vous dire "
            "« propositions » ?).",
        ),
        (
            "- {fichier: Propositions.csv, regitre: propositions}",
            "sources.yaml : clé inconnue « regitre » (vouliez-vous dire « registre » ?).",
        ),
        (
            "- {fichier: Propositions.csv, registre: propositions, en-tetes: {Vu: date_recption}}",
            "sources.yaml : la colonne « date_recption » n’existe pas (vouliez-vous dire "
            "« date_reception » ?).",
        ),
        (
            "- {fichier: Propositions.csv, en-tetes: [Vu]}",
            "sources.yaml : « en-tetes » attend des lignes « en-tête: colonne ».",
        ),
        (
            "- {fichier: Propositions.csv, feuille: Feuil1}",
            "sources.yaml : « Propositions.csv » n’a pas de feuille « Feuil1 ».",
        ),
        (
            "- {fichier: Propositions.csv, registre: ateliers}",
            "Propositions.csv : sources.yaml en fait le registre « ateliers », mais aucune ligne ne "
            "porte deux en-têtes connus de ce registre. Ajoutez-les, par exemple « N° atelier » et "
            "« Date ».",
        ),
    ],
)
def test_a_wrong_guide(folder, guide, message):
    folder.text("Propositions.csv", "N° proposition;ID OF;Écrit reçu\nP1;OF-1;oui\n")
    example = " Écrivez par exemple « - fichier: Export.xlsx », puis « registre: propositions »."
    said = fault(folder.text("sources.yaml", guide))
    assert said in {message, message + example}


def test_two_guides(folder):
    folder.text("Propositions.csv", HEAD + ROW).text("sources.yml", "").text("Sources.yaml", "")
    assert fault(folder) == (
        "Sources.yaml, sources.yml : deux guides dans le même dossier. Gardez-en un seul, "
        "« sources.yaml »."
    )
