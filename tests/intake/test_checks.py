"""What does not go together is noticed, and no row is set aside for it."""
# ruff: noqa: E501 - a row of a table, a sentence, stay on one line

from __future__ import annotations

import pytest

from .conftest import notices_of, spaced

PROPOSITIONS = "N° proposition;ID OF;Date de réception;Écrit reçu;Modalité;{more}\n"
DOSSIERS = "N° dossier;ID OF;Date de commission;{more}\n"
INTERVENTIONS = "N° intervention;ID OF;Date d'ouverture;Accord du stagiaire;{more}\n"
SIGNATAIRES = "ID OF;Date de signature;{more}\n"


def said(folder, name, head, more, *rows, rule="R-LEC-02"):
    """The notices of a rule for a register of these rows, none of which is set aside."""
    reading = (
        folder.organismes().text(f"{name}.csv", head.format(more=more) + "\n".join(rows)).read()
    )
    assert not reading.report.set_aside
    return [spaced(m) for m in notices_of(reading, rule)]


@pytest.mark.parametrize(
    ("name", "head", "more", "row", "message"),
    [
        ("Propositions", PROPOSITIONS, "Date contact", "P1;OF-1;05/03/2022;oui;FOAD;06/03/2022",
         "« date_contact » tombe après « date_reception » : ligne 2."),
        ("Propositions", PROPOSITIONS, "Retour fait le", "P1;OF-1;05/03/2022;oui;FOAD;04/03/2022",
         "« date_retour » tombe avant « date_reception » : ligne 2."),
        ("Signataires", SIGNATAIRES, "Date de fin", "OF-1;15/09/2021;14/09/2021",
         "« date_signature » tombe après « date_fin » : ligne 2."),
        ("Signataires", SIGNATAIRES, "Résiliation", "OF-1;15/09/2021;14/09/2021",
         "« date_denonciation » tombe avant « date_signature » : ligne 2."),
        ("Dossiers", DOSSIERS, "Du;Au", "D1;OF-1;12/05/2022;01/09/2022;31/08/2022",
         "« date_fin_prevue » tombe avant « date_debut » : ligne 2."),
        ("Dossiers", DOSSIERS, "Décision finale le", "D1;OF-1;12/05/2022;11/05/2022",
         "« date_decision_finale » tombe avant « date_commission » : ligne 2."),
        ("Interventions", INTERVENTIONS, "Fin", "I1;OF-1;05/03/2022;oui;04/03/2022",
         "« date_cloture » tombe avant « date_ouverture » : ligne 2."),
    ],
)  # fmt: skip
def test_odd_order_of_dates(folder, name, head, more, row, message):
    assert said(folder, name, head, more, row) == [
        f"Ordre de dates incohérent, ligne gardée : {message}"
    ]


def test_the_same_day_is_in_order(folder):
    assert not said(
        folder,
        "Propositions",
        PROPOSITIONS,
        "Date contact",
        "P1;OF-1;05/03/2022;oui;FOAD;05/03/2022",
    )
    assert not said(
        folder, "Propositions", PROPOSITIONS, "Date contact", "P1;OF-1;05/03/2022;oui;FOAD;"
    )


def test_an_exchange_before_the_commission(folder):
    folder.text(
        "Dossiers.csv", "N° dossier;ID OF;Date CI\nD1;OF-1;12/05/2022\nD1;OF-1;10/09/2022\n"
    )
    rows = ("E1;D1;11/05/2022", "E2;D1;12/05/2022", "E3;D1;13/05/2022")
    assert said(
        folder, "Échanges refus", "{more}\n", "N° échange;N° dossier;Contact le", *rows
    ) == [
        "Ordre de dates incohérent, ligne gardée : « date_echange » tombe avant « date_commission » : ligne 2."
    ]


@pytest.mark.parametrize(
    ("name", "head", "more", "rows", "message"),
    [
        ("Dossiers", DOSSIERS, "Décision;Motif", ("D1;OF-1;12/05/2022;Refus;", "D2;OF-1;12/05/2022;Refus;Budget"),
         "Un refus attend un motif, ligne gardée : ligne 2."),
        ("Dossiers", DOSSIERS, "Statut;Abandon le;Cause abandon", ("D1;OF-1;;Rompu;05/03/2022;", "D2;OF-1;;En cours;;"),
         "Un parcours rompu attend une cause de rupture, ligne gardée : ligne 2."),
        ("Dossiers", DOSSIERS, "RNCP/RS;Priorité", ("D1;OF-1;;Bloc RNCP;4", "D2;OF-1;;Bloc RNCP;Priorité 5", "D3;OF-1;;Bloc RNCP;", "D4;OF-1;;RNCP;4"),
         "Les blocs RNCP sont la priorité 5, ligne gardée : ligne 2."),
        ("Interventions", INTERVENTIONS, "Contact OF", ("I1;OF-1;05/03/2022;non;06/03/2022", "I2;OF-1;05/03/2022;;06/03/2022", "I3;OF-1;05/03/2022;oui;06/03/2022", "I4;OF-1;05/03/2022;non;"),
         "Un contact du prestataire exige l’accord du stagiaire, ligne gardée : lignes 2 et 3."),
    ],
)  # fmt: skip
def test_cells_that_do_not_go_together(folder, name, head, more, rows, message):
    assert said(folder, name, head, more, *rows) == [message]


@pytest.mark.parametrize(
    ("dates", "rows"),
    [
        (("01/03/2022", "30/03/2022"), "lignes 2 et 3"),
        (("01/03/2022", "31/03/2022"), ""),
        (("30/03/2022", "01/03/2022"), "lignes 2 et 3"),
        (("01/03/2022", "01/03/2022"), "lignes 2 et 3"),
        (("01/03/2022", "20/03/2022", "10/04/2022", "30/06/2022"), "lignes 2, 3 et 4"),
    ],
)
def test_probable_duplicates_are_under_thirty_days_apart(folder, dates, rows):
    lines = [f"P{n};OF-1;{day};oui;FOAD;CAP Cuisine" for n, day in enumerate(dates)]
    expected = [f"Doublon probable, gardé, à vérifier : {rows}."] if rows else []
    assert (
        said(folder, "Propositions", PROPOSITIONS, "Formation", *lines, rule="R-LEC-03") == expected
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("P1;OF-1;05/03/2022;oui;FOAD;CAP", "P2;OF-2;05/03/2022;oui;FOAD;CAP"),
        ("P1;OF-1;05/03/2022;oui;FOAD;CAP", "P2;OF-1;05/03/2022;oui;FOAD;BTS"),
        ("P1;OF-1;05/03/2022;oui;FOAD;", "P2;OF-1;05/03/2022;oui;FOAD;"),
        ("P1;OF-9;05/03/2022;oui;FOAD;CAP", "P2;OF-9;05/03/2022;oui;FOAD;CAP"),
    ],
)
def test_what_is_no_probable_duplicate(folder, first, second):
    assert not said(
        folder, "Propositions", PROPOSITIONS, "Formation", first, second, rule="R-LEC-03"
    )


def test_two_equal_rows_without_identifier_stay_two_and_are_said(folder):
    row = ";OF-1;05/03/2022;oui;FOAD;"
    reading = (
        folder.organismes()
        .text(
            "Propositions.csv",
            PROPOSITIONS.format(more="Source") + f"{row}\n{row}\n;OF-2;05/03/2022;oui;FOAD;\n",
        )
        .read()
    )
    assert reading.frames["propositions"]["id_proposition"].tolist() == [
        "Propositions-L2", "Propositions-L3", "Propositions-L4",
    ]  # fmt: skip
    assert [spaced(m) for m in notices_of(reading, "R-LEC-03")] == [
        "Doublon probable, gardé, à vérifier : lignes 2 et 3."
    ]
    assert [spaced(m) for m in notices_of(reading, "R-LEC-08")] == [
        "Identifiant « id_proposition » absent, fabriqué : lignes 2, 3 et 4."
    ]


def test_made_up_identifiers_of_two_files_differ(folder):
    rows = [
        ["ID OF", "Date de réception", "Écrit reçu", "Modalité"],
        ["OF-1", "05/03/2022", "oui", "FOAD"],
    ]
    folder.organismes().workbook("2021.xlsx", {"Propositions": rows}).workbook(
        "2022.xlsx", {"Propositions": rows}
    )
    assert folder.read().frames["propositions"]["id_proposition"].tolist() == [
        "2021.xlsx Propositions-L2",
        "2022.xlsx Propositions-L2",
    ]


def test_a_sheet_of_a_workbook_names_made_up_identifiers(folder):
    rows = [["Date", "Titre"], ["05/03/2022", "Charte"]]
    reading = folder.workbook("Suivi.xlsx", {"Ateliers 2022": rows}).read()
    assert reading.frames["ateliers"]["id_atelier"].tolist() == ["Ateliers 2022-L2"]


def test_defaults_count_as_what_they_stand_for_when_rows_are_compared(folder):
    rows = ("P1;OF-1;05/03/2022;oui;FOAD;", "P1;OF-1;05/03/2022;oui;FOAD;TPGE")
    reading = (
        folder.organismes()
        .text("Propositions.csv", PROPOSITIONS.format(more="Source") + "\n".join(rows))
        .read()
    )
    assert reading.report.sheets[-1].ignored == {"doublon exact": 1}
    assert reading.frames["propositions"]["source"].isna().all(), "an empty cell stays empty"


def test_two_versions_of_the_charter_are_two_signatures(folder):
    rows = ("OF-1;15/09/2021;", "OF-1;10/01/2023;2023", "OF-1;15/09/2021;2021")
    reading = (
        folder.organismes()
        .text("Signataires.csv", SIGNATAIRES.format(more="Version") + "\n".join(rows))
        .read()
    )
    assert len(reading.frames["signataires"]) == 2


def test_orphans_of_one_key_are_not_taken_for_each_other(folder):
    rows = ("OF-8;15/09/2021;", "OF-9;16/09/2021;", "OF-9;16/09/2021;")
    reading = (
        folder.organismes()
        .text("Signataires.csv", SIGNATAIRES.format(more="Version") + "\n".join(rows))
        .read()
    )
    assert len(reading.frames["signataires"]) == 2
    assert reading.frames["signataires"]["id_of"].isna().all()
    assert not reading.report.set_aside


def test_undated_passages_of_one_file_are_compared_too(folder):
    rows = ("D1;OF-1;;En attente", "D1;OF-1;;En attente", "D2;OF-1;;En attente", "D2;OF-1;;Abandon")
    reading = (
        folder.organismes()
        .text("Dossiers.csv", DOSSIERS.format(more="Décision") + "\n".join(rows))
        .read()
    )
    assert reading.frames["dossiers_ptp"]["id_dossier"].tolist() == ["D1"]
    assert len(reading.report.set_aside) == 2


def test_a_row_at_fault_does_not_drag_its_twin_along(folder):
    rows = ("P1;OF-1;05/03/2022;oui;FOAD;", "P1;OF-1;31/02/2022;oui;FOAD;")
    reading = (
        folder.organismes()
        .text("Propositions.csv", PROPOSITIONS.format(more="Source") + "\n".join(rows))
        .read()
    )
    assert len(reading.frames["propositions"]) == 1
    assert [r.row for r in reading.report.set_aside] == [3]


def test_a_row_without_organisation_is_kept_and_said(folder):
    rows = ("P1;;05/03/2022;oui;FOAD;", "P2;-;05/03/2022;oui;FOAD;", "P3;OF-1;05/03/2022;oui;FOAD;")
    assert said(folder, "Propositions", PROPOSITIONS, "Source", *rows, rule="R-LEC-08") == [
        "Organisme non indiqué, ligne gardée sans organisme : lignes 2 et 3."
    ]


def test_signatures_of_nobody_are_not_taken_for_each_other(folder):
    rows = (";15/09/2021;", ";16/09/2021;", ";16/09/2021;")
    reading = (
        folder.organismes()
        .text("Signataires.csv", SIGNATAIRES.format(more="Version") + "\n".join(rows))
        .read()
    )
    assert len(reading.frames["signataires"]) == 3
