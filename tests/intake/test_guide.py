# ruff: noqa: E501 - a row of a table, a sentence, stay on one line
"""sources.yaml: which sheet is which, headers of the house, order of the files."""

from __future__ import annotations

from .conftest import notices_of, sheet_of, spaced

HEAD = "N° proposition;ID OF;Date de réception;Écrit reçu;Modalité\n"
ROW = "P1;OF-1;05/03/2022;oui;FOAD\n"


def test_it_names_the_register_of_a_mute_sheet(folder):
    rows = [["Date", "Titre", "Type"], ["05/03/2022", "Charte", "Atelier"]]
    folder.workbook("Export.xlsx", {"Feuil1": rows, "Feuil2": rows})
    guide = "- {fichier: Export.xlsx, feuille: Feuil1, registre: ateliers}\n- {fichier: Export.xlsx, feuille: Feuil2, registre: aucun}\n"
    reading = folder.text("sources.yaml", guide).read()
    sheet = sheet_of(reading, "Export.xlsx", "Feuil1")
    assert (sheet.register, sheet.recognised_by, sheet.kept) == ("ateliers", "sources.yaml", 1)
    left = sheet_of(reading, "Export.xlsx", "Feuil2")
    assert (left.register, left.rows, left.ignored) == (None, 2, {"feuille écartée": 2})
    assert "Feuille laissée de côté : écartée par sources.yaml." in [
        spaced(m) for m in notices_of(reading, "R-LEC-09")
    ]


def test_it_wins_over_the_name(folder):
    rows = "Date;Titre\n05/03/2022;Charte\n"
    folder.text("Interventions.csv", rows)
    folder.text("sources.yaml", "- fichier: Interventions.csv\n  registre: ateliers\n")
    assert list(folder.read().frames) == ["ateliers"]


def test_it_names_the_column_of_a_header_of_the_house(folder):
    content = HEAD.replace("Date de réception", "Arrivée chez nous (date)") + ROW
    folder.organismes().text("Propositions.csv", content)
    guide = (
        "- fichier: Propositions.csv\n  en-têtes:\n    arrivee chez nous (date): date_reception\n"
    )
    reading = folder.text("sources.yaml", guide).read()
    assert reading.frames["propositions"]["date_reception"].notna().all()


def test_it_sends_a_personal_header_to_a_column(folder):
    folder.text("OF.csv", "Nom;Ville\nCentre Alpha;Metz\n")
    guide = "- {fichier: OF.csv, registre: organismes, en-tetes: {Nom: denomination}}\n"
    reading = folder.text("sources.yaml", guide).read()
    assert reading.frames["organismes"]["denomination"].tolist() == ["Centre Alpha"]


def test_it_settles_two_headers_of_one_column(folder):
    folder.organismes().text("Propositions.csv", HEAD.strip() + ";Date\n" + ROW.strip() + ";x\n")
    guide = "- {fichier: Propositions.csv, en-tetes: {Date: ignorer}}\n"
    reading = folder.text("sources.yaml", guide).read()
    assert len(reading.frames["propositions"]) == 1


def test_it_accepts_a_file_without_a_row(folder):
    folder.text("Propositions.csv", HEAD)
    guide = "- {fichier: Propositions.csv, vide: true}\n"
    reading = folder.text("sources.yaml", guide).read()
    assert len(reading.frames["propositions"]) == 0
    assert reading.frames["propositions"]["date_reception"].dtype == "datetime64[us]"


def test_an_empty_sheet_beside_a_full_one_is_a_register_without_row(folder):
    head = HEAD.strip().split(";")
    reading = folder.workbook(
        "Suivi.xlsx",
        {"Propositions": [head], "OF": [["ID OF", "Organisme"], ["OF-1", "Alpha"]]},
    ).read()
    assert len(reading.frames["propositions"]) == 0


def test_an_empty_guide_is_no_guide(folder):
    folder.organismes().text("Propositions.csv", HEAD + ROW)
    assert len(folder.text("sources.yaml", "# rien\n").read().frames["propositions"]) == 1


def test_the_guide_is_among_the_files_that_the_reading_depends_on(folder):
    folder.organismes().text("sources.yaml", "sources: []\n")
    assert [f.name for f in folder.read().report.files] == ["organismes.csv", "sources.yaml"]


DOSSIERS = "N° dossier;ID OF;Date de commission;Décision\n"


def versions(folder, guide):
    """Two exports with the same passage, decided differently."""
    folder.organismes().text("Dossiers 1.csv", DOSSIERS + "D1;OF-1;12/05/2022;Ajourné\nD2;OF-1;;\n")
    folder.text("Dossiers 2.csv", DOSSIERS + "D1;OF-1;12/05/2022;Accord\nD2;OF-1;;\n")
    return folder.text("sources.yaml", guide).read() if guide else folder.read()


def test_at_the_same_date_the_order_of_the_files_decides(folder):
    guide = "- fichier: Dossiers 1.csv\n- fichier: Dossiers 2.csv\n"
    reading = versions(folder, guide)
    kept = reading.frames["dossiers_ptp"]
    assert kept["decision_initiale"].tolist() == ["accord"] or kept.shape[0] == 2
    assert kept.set_index("id_dossier")["decision_initiale"]["D1"] == "accord"
    first, second = (sheet_of(reading, f"Dossiers {n}.csv") for n in (1, 2))
    assert (first.kept, first.ignored) == (1, {"version remplacée": 1})
    assert (second.kept, second.ignored) == (1, {"doublon exact": 1})


def test_the_order_may_be_the_other_one(folder):
    reading = versions(folder, "- fichier: Dossiers 2.csv\n- fichier: Dossiers 1.csv\n")
    kept = reading.frames["dossiers_ptp"].set_index("id_dossier")
    assert kept["decision_initiale"]["D1"] == "ajourne"


def test_without_order_of_both_files_it_is_a_conflict(folder):
    for guide in ("", "- fichier: Dossiers 2.csv\n"):
        reading = versions(folder, guide)
        assert [r.rule for r in reading.report.set_aside] == ["R-LEC-03", "R-LEC-03"]
        assert reading.frames["dossiers_ptp"]["id_dossier"].tolist() == ["D2"]


def test_two_different_rows_of_the_last_file_are_a_conflict(folder):
    folder.text(
        "Dossiers 3.csv", DOSSIERS + "D1;OF-1;12/05/2022;Refus\nD1;OF-1;12/05/2022;Accord\n"
    )
    guide = "- fichier: Dossiers 1.csv\n- fichier: Dossiers 2.csv\n- fichier: Dossiers 3.csv\n"
    assert len(versions(folder, guide).report.set_aside) == 4


def test_the_order_decides_nothing_in_a_register_without_history(folder):
    folder.organismes().text("Propositions 1.csv", HEAD + ROW)
    folder.text("Propositions 2.csv", HEAD + ROW.replace("oui", "non"))
    guide = "- fichier: Propositions 1.csv\n- fichier: Propositions 2.csv\n"
    assert len(folder.text("sources.yaml", guide).read().report.set_aside) == 2
