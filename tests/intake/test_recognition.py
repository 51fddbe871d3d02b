"""To which register a sheet belongs, and what becomes of the others (R-LEC-09)."""
# ruff: noqa: E501 - a row of a table, a sentence, stay on one line

from __future__ import annotations

import pytest

from reportlib.intake.recognition import names_of
from reportlib.registers import registers

from .conftest import notices_of, sheet_of, spaced


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Propositions", {"propositions"}),
        ("PROPOSITIONS 2022", {"propositions"}),
        ("2022_propositions_d'ingénierie", {"propositions"}),
        ("dossiers_ptp", {"dossiers_ptp"}),
        ("Export dossiers PTP 2021", {"dossiers_ptp"}),
        ("Dossiers", {"dossiers_ptp"}),
        ("CI mai 2022", {"dossiers_ptp"}),
        ("OF signataires", {"signataires"}),
        ("OF", {"organismes"}),
        ("Échanges refus", {"echanges_refus"}),
        ("Refus", {"echanges_refus"}),
        ("Suivi interventions v2", {"interventions"}),
        ("Alertes OF", {"alertes"}),
        ("Présences ateliers", {"participations"}),
        ("Certifications Qualiopi", {"certificats_qualiopi"}),
        ("Feuil1", set()),
        ("Sheet1", set()),
        ("Export", set()),
        ("2022", set()),
        ("Cible", set()),
        ("Offres", set()),
    ],
)
def test_names_designate_registers_by_their_longest_synonym(name, found):
    assert names_of(name) == found


def test_every_synonym_designates_its_own_register():
    for one in registers().values():
        for synonym in (one.nom, *one.feuilles):
            assert names_of(f"{synonym} 2023") == {one.nom}, synonym


HEADS = {
    "organismes": "ID OF;Raison sociale;Dépt",
    "signataires": "Organisme;Date de signature",
    "propositions": "ID OF;Date de réception;Écrit reçu;Modalité",
    "interventions": "ID OF;Date d'ouverture;Accord du stagiaire;Cause",
    "ateliers": "Date de l'atelier;Thème",
    "dossiers_ptp": "N° dossier;Organisme;Décision",
    "echanges_refus": "N° dossier;Date de l'échange;Motif précisé",
}
ROWS = {
    "organismes": "OF-1;Alpha;57", "signataires": "Alpha;15/09/2021",
    "propositions": "OF-1;05/03/2022;oui;FOAD", "interventions": "OF-1;05/03/2022;oui;Contenu",
    "ateliers": "05/03/2022;Charte", "dossiers_ptp": "D1;Alpha;Accord",
    "echanges_refus": "D1;05/03/2022;oui",
}  # fmt: skip


@pytest.mark.parametrize("name", list(HEADS))
def test_columns_alone_are_enough(folder, name):
    reading = folder.text("Export.csv", f"{HEADS[name]}\n{ROWS[name]}\n").read()
    sheet = sheet_of(reading, "Export.csv")
    assert (sheet.register, sheet.recognised_by, sheet.kept) == (name, "colonnes", 1)


def test_a_sheet_named_after_its_year_takes_the_name_of_its_file(folder):
    rows = [cells.split(";") for cells in (HEADS["ateliers"], ROWS["ateliers"])]
    reading = folder.workbook("Ateliers TPGE.xlsx", {"2021": rows, "2022": rows}).read()
    assert [s.recognised_by for s in reading.report.sheets] == ["nom de fichier"] * 2
    assert len(reading.frames["ateliers"]) == 2


def test_the_name_of_the_sheet_wins_over_that_of_the_file(folder):
    rows = [cells.split(";") for cells in (HEADS["ateliers"], ROWS["ateliers"])]
    reading = folder.workbook("Propositions.xlsx", {"Ateliers": rows}).read()
    assert list(reading.frames) == ["ateliers"]


def test_sheets_and_files_of_one_register_add_up(folder):
    rows = [["N° atelier", "Date"], ["A1", "05/03/2022"]]
    folder.workbook(
        "Suivi.xlsx", {"Ateliers 2021": rows, "Webinaires": [rows[0], ["A2", "06/03/2022"]]}
    )
    folder.text("Ateliers.csv", "N° atelier;Date\nA1;05/03/2022\nA3;07/03/2022\n")
    reading = folder.read()
    assert reading.frames["ateliers"]["id_atelier"].tolist() == ["A1", "A3", "A2"]
    assert sheet_of(reading, "Suivi.xlsx", "Ateliers 2021").ignored == {"doublon exact": 1}
    assert reading.frames["ateliers"]["_source"].tolist() == [
        "Ateliers.csv",
        "Ateliers.csv",
        "Suivi.xlsx › Webinaires",
    ]


def test_other_sheets_are_left_alone_with_a_notice(folder):
    rows = [cells.split(";") for cells in (HEADS["ateliers"], ROWS["ateliers"])]
    sheets = {
        "Lisez-moi": [["Ce classeur suit les ateliers."], [], ["Mis à jour chaque mois."]],
        "Ateliers": rows,
        "Feuil3": [],
    }
    reading = folder.workbook("Suivi.xlsx", sheets).read()
    assert [spaced(m) for m in notices_of(reading, "R-LEC-09")] == [
        "Feuille laissée de côté : aucun en-tête connu.",
    ]
    assert sheet_of(reading, "Suivi.xlsx", "Lisez-moi").ignored == {"feuille écartée": 3}
    assert sheet_of(reading, "Suivi.xlsx", "Feuil3").rows == 0
    assert [s.sheet for s in reading.report.sheets] == [
        "Lisez-moi",
        "Ateliers",
        "Feuil3",
    ]


def test_a_name_with_decomposed_accents_is_the_same_name(folder):
    rows = "N° échange;N° dossier;Contact le\nE1;D1;13/05/2022\n"
    folder.text("E\u0301changes apre\u0300s refus.csv", rows)
    folder.text("sources.yaml", "- {fichier: Échanges après refus.csv, registre: echanges_refus}\n")
    assert folder.read().report.files[0].name == "Échanges après refus.csv"


def test_other_files_and_folders_are_left_alone_with_a_notice(folder):
    folder.text("Ateliers.csv", f"{HEADS['ateliers']}\n{ROWS['ateliers']}\n")
    folder.text("note.docx", "x").text("LISEZMOI.txt", "x").text("~$Ateliers.csv", "x").text(
        ".DS_Store", "x"
    )
    (folder.place / "archives").mkdir()
    reading = folder.read()
    left = [n for n in reading.report.notices if n.rule == "R-LEC-09"]
    assert [(n.file, spaced(n.message)) for n in left] == [
        ("archives", "Ni classeur ni texte : laissé de côté."),
        ("note.docx", "Ni classeur ni texte : laissé de côté."),
    ]
    assert [f.name for f in reading.report.files] == ["Ateliers.csv"]


def test_unknown_columns_are_named_and_not_kept(folder):
    reading = folder.text("Ateliers.csv", "Date;Thème;Salle;;\n05/03/2022;Charte;B12;vu;\n").read()
    assert [spaced(m) for m in notices_of(reading, "R-LEC-09")] == [
        "Colonne « Salle » inconnue du registre, laissée de côté ; pour la lire, donnez-lui un en-tête "
        "connu, ou nommez sa colonne dans sources.yaml.",
        "Colonne sans en-tête, laissée de côté : D. Donnez-lui un en-tête pour la lire.",
    ]
    assert "B12" not in reading.frames["ateliers"].to_csv()
    columns = {c.header: (c.column, c.reason) for c in reading.report.sheets[0].columns}
    assert columns == {
        "Date": ("date_atelier", ""), "Thème": ("theme", ""),
        "Salle": (None, "colonne inconnue du registre"),
    }  # fmt: skip


@pytest.mark.parametrize("name", list(HEADS))
def test_column_names_are_headers_and_absent_columns_are_empty(folder, name):
    one = registers()[name]
    reading = folder.text(f"{name}.csv", f"{HEADS[name]}\n{ROWS[name]}\n").read()
    wanted = [
        *one.colonnes,
        *(["id_of"] if "id_of" not in one.colonnes else []),
        "_source",
        "_ligne",
    ]
    assert reading.frames[name].columns.tolist() == wanted
    assert reading.set_aside[name].columns.tolist() == [*wanted, "motif"]


def test_headers_below_a_deep_title(folder):
    content = "\n".join(["Suivi"] * 30) + f"\n{HEADS['ateliers']}\n{ROWS['ateliers']}\n"
    sheet = sheet_of(folder.text("Ateliers.csv", content).read(), "Ateliers.csv")
    assert (sheet.header_row, sheet.ignored) == (31, {"titre": 30})
