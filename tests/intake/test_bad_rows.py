# ruff: noqa: E501 - a row of a table, a sentence, stay on one line
"""Faults of a row (R-LEC-02): file, sheet, row as the spreadsheet shows it, column, whole sentence."""

from __future__ import annotations

import pytest

from .conftest import spaced

HEAD = ["N° proposition", "ID OF", "SIRET", "Date de réception", "Écrit reçu", "Modalité", "Source"]
GOOD = ["P1", "OF-1", "", "05/03/2022", "oui", "FOAD", ""]
DATE = "écrivez jour/mois/année, par exemple 05/03/2024."


def aside(folder, rows, name="Propositions", head=HEAD):
    """The rows set aside of a sheet that has a title above its headers."""
    folder.organismes().workbook("Suivi.xlsx", {name: [["Suivi"], [], head, *rows]})
    reading = folder.read()
    assert sum(s.set_aside for s in reading.report.sheets) == len(reading.report.set_aside)
    return reading, reading.report.set_aside


@pytest.mark.parametrize(
    ("position", "cell", "column", "rule", "message"),
    [
        (3, "31/02/2022", "date_reception", "R-LEC-02",
         "« 31/02/2022 » n’existe pas au calendrier : " + DATE),
        (3, "12/25/2023", "date_reception", "R-LEC-02",
         "« 12/25/2023 » semble une date à l’américaine, mois d’abord : " + DATE),
        (3, "bientôt", "date_reception", "R-LEC-02", "« bientôt » n’est pas une date lisible : " + DATE),
        (3, "31/12/1899", "date_reception", "R-LEC-02",
         "« 31/12/1899 » tombe hors des années 1950 à 2100 : " + DATE),
        (3, "", "date_reception", "R-LEC-02",
         "La cellule « Date de réception » est vide, alors qu’elle est requise : écrivez une date, "
         "par exemple 05/03/2024."),
        (3, "NC", "date_reception", "R-LEC-02",
         "La cellule « Date de réception » est vide, alors qu’elle est requise : écrivez une date, "
         "par exemple 05/03/2024."),
        (4, "peut-être", "formalisee_ecrit", "R-LEC-02",
         "« peut-être » n’est ni oui ni non : écrivez « oui » ou « non »."),
        (4, "", "formalisee_ecrit", "R-LEC-02",
         "La cellule « Écrit reçu » est vide, alors qu’elle est requise : écrivez « oui » ou « non »."),
        (5, "Yoga", "modalites", "R-LEC-02",
         "« Yoga » n’est pas une liste de valeurs admises : écrivez « amenagement », « modularisation », "
         "« multi_modalites », « hybridation », « innovation_pedagogique », « digitalisation » ou "
         "« autre », séparées par « ; »."),
        (5, "", "modalites", "R-LEC-02",
         "La cellule « Modalité » est vide, alors qu’elle est requise : écrivez par exemple "
         "« amenagement »."),
        (6, "Bouche à oreille", "source", "R-LEC-02",
         "« Bouche à oreille » n’est pas une valeur admise : écrivez « tpge » ou « of »."),
        (6, "#REF!", "source", "R-LEC-02",
         "La cellule contient une erreur de formule (#N/A, #REF!…) : corrigez la formule, ou "
         "écrivez la valeur."),
        (6, "=1+1", "source", "R-LEC-06",
         "La cellule contient une formule sans valeur enregistrée : ouvrez le fichier dans le "
         "tableur, enregistrez-le, puis relancez."),
        (2, "1,2345E+13", "siret", "R-LEC-07",
         "« 1,2345E+13 » est en notation scientifique : le tableur a abîmé ce numéro, qui "
         "n’est pas réparable ; mettez la colonne au format texte et recopiez le numéro d’origine."),
        (2, "73282932000075", "siret", "R-LEC-02",
         "« 73282932000075 » n’est pas un numéro SIRET valide (clé de contrôle fausse) : "
         "vérifiez-le sur l’avis de situation de l’organisme."),
        (1, "OF-2", "id_of", "R-LEC-08", ""),
        (0, "1,2E+05", "id_proposition", "R-LEC-07",
         "« 1,2E+05 » est en notation scientifique : le tableur a abîmé ce numéro, qui n’est pas "
         "réparable ; mettez la colonne au format texte et recopiez le numéro d’origine."),
    ],
)  # fmt: skip
def test_one_cell_at_fault(folder, position, cell, column, rule, message):
    bad = [*GOOD[:position], cell, *GOOD[position + 1 :]]
    bad[0] = bad[0] if position == 0 else "P2"
    if rule == "R-LEC-08":
        bad[2] = "73282932000074"
        message = (
            "Les identifiants de la ligne désignent des organismes différents : gardez ceux du bon "
            "organisme, par exemple son seul SIRET."
        )
    reading, (row,) = aside(folder, [GOOD, bad])
    place = (row.register, row.file, row.sheet, row.row, row.column, row.rule)
    assert place == ("propositions", "Suivi.xlsx", "Propositions", 5, column, rule)
    assert spaced(row.message) == message
    assert reading.set_aside["propositions"]["motif"].tolist() == [row.message]
    assert reading.set_aside["propositions"]["_source"].tolist() == ["Suivi.xlsx › Propositions"]
    assert reading.set_aside["propositions"]["_ligne"].tolist() == [5]
    assert reading.frames["propositions"]["id_proposition"].tolist() == ["P1"]


def test_two_faults_of_a_row_are_one_record_that_names_both(folder):
    bad = ["P2", "OF-1", "", "hier", "peut-être", "Yoga", ""]
    reading, (row,) = aside(folder, [GOOD, bad])
    assert (row.column, row.header) == ("date_reception", "Date de réception")
    assert spaced(row.message) == (
        f"« hier » n’est pas une date lisible : {DATE} À revoir aussi : « Écrit reçu », « Modalité »."
    )
    kept_cells = reading.set_aside["propositions"].iloc[0]
    assert kept_cells["id_of"] == "OF-1", "read where it can be"


def test_conflicting_keys(folder):
    other = [*GOOD[:5], "Hybride", "OF"]
    reading, rows = aside(folder, [GOOD, other, ["P3", *GOOD[1:]]])
    message = (
        "Clé en conflit : 2 lignes ont la même clé (id_proposition) et diffèrent par « modalites » et "
        "« source » (lignes 4 et 5) ; gardez la bonne ligne, ou donnez à chacune sa propre clé."
    )
    assert [(r.row, r.column, r.rule, spaced(r.message)) for r in rows] == [
        (4, "modalites", "R-LEC-03", message),
        (5, "modalites", "R-LEC-03", message),
    ]
    assert reading.frames["propositions"]["id_proposition"].tolist() == ["P3"]


def test_conflicting_keys_of_two_files(folder):
    folder.text("Propositions 2.csv", ";".join(HEAD) + "\nP1;OF-1;;06/03/2022;oui;FOAD;\n")
    _, rows = aside(folder, [GOOD])
    places = "Propositions 2.csv, ligne 2 et Suivi.xlsx Propositions, ligne 4"
    assert [(r.file, r.sheet, r.row) for r in rows] == [
        ("Propositions 2.csv", "", 2),
        ("Suivi.xlsx", "Propositions", 4),
    ]
    assert spaced(rows[0].message) == (
        "Clé en conflit : 2 lignes ont la même clé (id_proposition) et diffèrent par "
        f"« date_reception » ({places}) ; gardez la bonne ligne, ou donnez à chacune sa propre clé."
    )


def test_more_cells_than_headers(folder):
    folder.organismes().text(
        "Propositions.csv",
        "N° proposition;ID OF;Date;Écrit reçu;Modalité\n"
        "P1;OF-1;05/03/2022;oui;FOAD;;\n"
        "P2;OF-1;05/03/2022;oui;Formation; puis stage\n",
    )
    (row,) = folder.read().report.set_aside
    assert (row.file, row.sheet, row.row, row.column) == ("Propositions.csv", "", 3, "")
    assert spaced(row.message) == (
        "La ligne compte plus de cellules que d’en-têtes : mettez entre guillemets le texte qui "
        "contient le séparateur. À revoir aussi : « Modalité »."
    )


def test_negative_and_out_of_range_numbers(folder):
    head = ["N° atelier", "Date", "Inscrits", "Présents"]
    rows = [["A1", "05/03/2022", 3, 2], ["A2", "05/03/2022", -3, 2], ["A3", "05/03/2022", 3, 2.5]]
    _, found = aside(folder, rows, "Ateliers", head)
    assert [(r.row, r.column, spaced(r.message)) for r in found] == [
        (5, "nb_inscrits",
         "« -3 » est sous le minimum : attendu un nombre entier, par exemple 12, au moins 0."),
        (6, "nb_participants",
         "« 2.5 » n’est pas un nombre lisible : attendu un nombre entier, par exemple 12."),
    ]  # fmt: skip


def test_a_file_number_that_is_missing_is_never_made_up(folder):
    head = ["N° dossier", "ID OF", "Date de commission", "Décision"]
    rows = [["D1", "OF-1", "12/05/2022", "Accord"], ["", "OF-1", "12/05/2022", "Refus"]]
    _, (row,) = aside(folder, rows, "Commissions", head)
    assert (row.row, row.column) == (5, "id_dossier")
    assert spaced(row.message) == (
        "La cellule « N° dossier » est vide, alors qu’elle est requise : écrivez par exemple "
        "« PTP-2023-0042 »."
    )


def test_a_signature_without_date_is_no_signature(folder):
    rows = [["OF-1", "15/09/2021"], ["OF-2", "-"]]
    _, (row,) = aside(folder, rows, "Signataires", ["Code OF", "Signée le"])
    assert (row.register, row.row, row.column) == ("signataires", 5, "date_signature")


def test_an_exchange_whose_organisation_is_not_its_file_s(folder):
    folder.text("Dossiers PTP.csv", "N° dossier;ID OF\nD1;OF-1\n")
    head = ["N° échange", "N° dossier", "Date de l'échange", "Organisme"]
    rows = [["E1", "D1", "13/05/2022", "Institut Bêta"], ["E2", "D1", "13/05/2022", "Centre Alpha"]]
    reading, (row,) = aside(folder, rows, "Échanges refus", head)
    assert (row.row, row.column) == (4, "id_of")
    assert spaced(row.message) == (
        "L’organisme de la ligne n’est pas celui du dossier : corrigez l’un des deux, ou laissez "
        "l’organisme vide."
    )
    assert reading.frames["echanges_refus"]["id_of"].tolist() == ["OF-1"]
