# ruff: noqa: E501 - a row of a table, a sentence, stay on one line
"""Faults, keys, orphans and notices of the nineteen registers, each with the row it is about."""

from __future__ import annotations

import io

import openpyxl
import pytest

from reportlib.registers import register

from .conftest import notices_of, sheet_of, spaced
from .registres_petits import SMALL
from .test_registers import as_csv, header

SECRET = "Zzyx-Secret"


def changed(name: str, **cells: str) -> list[list[str]]:
    """The small sheet of a register with some cells written otherwise."""
    written = {**SMALL[name].written, **cells}
    return [[header(name, column, 0) for column in written], list(written.values())]


@pytest.mark.parametrize(
    ("name", "column", "cell", "message"),
    [
        ("certificats_realisation", "mois", "13/2024", "« 13/2024 » n’est pas un mois lisible : écrivez année-mois, par exemple 2024-03."),
        ("certificats_realisation", "mois", "", "La cellule « Mois » est vide, alors qu’elle est requise : écrivez par exemple « 2024-03 »."),
        ("certificats_realisation", "heures_stage", "-1", "« -1 » est sous le minimum : attendu un nombre, par exemple 1 234,50, au moins 0."),
        ("certificats_realisation", "nature", "définitif", "« définitif » n’est pas une valeur admise : écrivez « initial » ou « rectificatif »."),
        ("avenants", "type_changement", "", "La cellule « Type de changement » est vide, alors qu’elle est requise : écrivez par exemple « calendrier »."),
        ("avenants", "valide_of", "peut-être", "« peut-être » n’est ni oui ni non : écrivez « oui » ou « non »."),
        ("communications", "conforme", "", "La cellule « Conforme » est vide, alors qu’elle est requise : écrivez « oui » ou « non »."),
        ("participations", "nb_personnes", "0", "« 0 » est sous le minimum : attendu un nombre entier, par exemple 12, au moins 1."),
        ("participations", "id_atelier", "", "La cellule « N° atelier » est vide, alors qu’elle est requise : écrivez par exemple « AT-2023-07 »."),
        ("non_conformites", "indicateur", "33", "« 33 » dépasse le maximum : attendu un nombre entier de 1 à 32."),
        ("non_conformites", "indicateur", "0", "« 0 » est sous le minimum : attendu un nombre entier de 1 à 32."),
        ("non_conformites", "indicateur", "tous", "« tous » n’est pas un nombre lisible : attendu un nombre entier de 1 à 32."),
        ("non_conformites", "gravite", "NC", "« NC » peut dire non communiqué ou non-conformité : écrivez « mineure » ou « majeure »."),
        ("non_conformites", "gravite", "ncm", "« ncm » n’est pas une valeur admise : écrivez « mineure » ou « majeure »."),
        ("audits_qualiopi", "duree_jours", "1,3", "« 1,3 » n’est pas un multiple de 0,5 : attendu par exemple 1,5."),
        ("audits_qualiopi", "cout_ht", "gratuit", "« gratuit » n’est pas un nombre lisible : attendu un nombre, par exemple 1 234,50."),
        ("enquete_qualiopi", "criteres_difficultes", "1 ; 8", "« 1 ; 8 » n’est pas une liste de valeurs admises : écrivez « 1 », « 2 », « 3 », « 4 », « 5 », « 6 » ou « 7 », séparées par « ; »."),
        ("enquete_qualiopi", "avancement", "bientôt", "« bientôt » n’est pas une valeur admise : écrivez « certifie », « en_cours », « non_engage », « repute » ou « ne_sait_pas »."),
        ("certifications_nationales", "certifies", "12,5", "« 12,5 » n’est pas un nombre lisible : attendu un nombre entier, par exemple 1200."),
        ("autoevaluations", "niveau", "4", "« 4 » n’est pas une valeur admise : écrivez « 0 », « 1 », « 2 », « 3 » ou « sans_objet »."),
        ("bonnes_pratiques", "numero", "11", "« 11 » dépasse le maximum : attendu un nombre entier de 1 à 10."),
        ("bonnes_pratiques", "etat", "", "La cellule « État » est vide, alors qu’elle est requise : écrivez par exemple « en_place »."),
        ("demandes_bilan", "exercice", "l’an dernier", "« l’an dernier » n’est pas un nombre lisible : attendu un nombre entier, par exemple 2023."),
        ("checklists", "freins", "aucun", "La valeur (non montrée) n’est pas une liste de valeurs admises : écrivez"),
        ("suivi_parcours", "date_suivi", "2 55 08 14 168 025 38", "La valeur (non montrée) n’est pas une date lisible"),
        ("jurys_clea", "date_jury", "31/02/2022", "« 31/02/2022 » n’existe pas au calendrier : écrivez jour/mois/année, par exemple 05/03/2024."),
    ],
)  # fmt: skip
def test_a_row_at_fault_is_set_aside_with_what_is_wanted(folder, name, column, cell, message):
    rows = changed(name, **{column: cell})
    rows.append(list(SMALL[name].written.values()))
    reading = folder.organismes().text(f"{name}.csv", as_csv(rows)).read()
    (row,) = reading.report.set_aside
    assert (row.register, row.column, row.row) == (name, column, 2)
    assert spaced(row.message).startswith(message)
    sheet = sheet_of(reading, f"{name}.csv")
    assert (sheet.rows, sheet.kept, sheet.set_aside, sheet.ignored) == (2, 1, 1, {})


@pytest.mark.parametrize(
    ("written", "read"),
    [("NCm", "mineure"), (" NCM ", "majeure"), ("nc majeure", "majeure"), ("min", "mineure"), ("MAJ", "majeure")],
)  # fmt: skip
def test_gravity_is_told_by_case_for_ncm_only(folder, written, read):
    reading = folder.text("NC audits.csv", as_csv(changed("non_conformites", gravite=written)))
    assert reading.read().frames["non_conformites"]["gravite"].tolist() == [read]


def test_what_looks_empty_and_is_a_value_of_the_list_is_that_value(folder):
    rows = changed("bonnes_pratiques", numero="1", etat="s. o.")
    rows += [
        changed("bonnes_pratiques", numero=n, etat=e)[1] for n, e in (("2", "SO"), ("3", "NR"))
    ]
    reading = folder.organismes().text("Bonnes pratiques.csv", as_csv(rows)).read()
    assert reading.frames["bonnes_pratiques"]["etat"].tolist() == ["sans_objet"] * 2
    assert [r.row for r in reading.report.set_aside] == [4]


def test_two_numbers_and_a_comma_are_a_list_even_as_a_number_of_the_spreadsheet(folder):
    head = ["Année", "Organisme", "Avancement Qualiopi", "Critères difficiles"]
    cells = (1.3, 7, 7.0, "1,3", "3 et 1", 1.9)
    rows = [[2021, f"Centre {n}", "Oui", cell] for n, cell in enumerate(cells)]
    reading = folder.workbook("Suivi.xlsx", {"Enquête": [head, *rows]}).read()
    frame = reading.frames["enquete_qualiopi"]
    assert frame["criteres_difficultes"].tolist() == ["1;3", "7", "7", "1;3", "3;1"]
    assert frame["campagne"].tolist() == ["2021"] * 5
    assert [r.row for r in reading.report.set_aside] == [7]


@pytest.mark.parametrize(
    "name", ["certificats_realisation", "avenants", "suivi_parcours", "non_conformites"]
)
def test_an_orphan_of_an_indirect_register_is_kept_for_nobody(folder, name):
    reading = folder.organismes().text(f"{name}.csv", as_csv(changed(name))).read()
    assert reading.frames[name]["id_of"].isna().tolist() == [True]
    assert not reading.report.set_aside
    (notice,) = notices_of(reading, "R-LEC-02", register(name).organisme_par)
    assert "n’est pas fourni" in notice


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("alertes", "id_dossier"), ("controles", "id_alerte"), ("communications", "id_controle"),
        ("participations", "id_atelier"), ("non_conformites", "id_audit"),
    ],
)  # fmt: skip
def test_an_unknown_reference_is_kept_and_said(folder, name, column):
    target = register(name).colonnes[column].reference.partition(".")[0]
    parent = {
        "dossiers_ptp": "N° dossier;Organisme\nX;Centre Alpha\n",
        "ateliers": "N° atelier;Date\nX;05/03/2022\n",
    }.get(target) or as_csv(changed(target, **{next(iter(SMALL[target].written)): "X"}))
    reading = folder.organismes().text(f"{target}.csv", parent)
    reading = reading.text(f"{name}.csv", as_csv(changed(name))).read()
    assert len(reading.frames[name]) == 1
    said = [
        m
        for m in notices_of(reading, "R-LEC-02", column)
        if f"« {column} » introuvable" in spaced(m)
    ]
    assert len(said) == 1


def test_the_organisation_comes_through_the_audit_and_is_checked(folder):
    folder.organismes().text("Audits.csv", as_csv(changed("audits_qualiopi")))
    head = "N° audit;Indicateur;Gravité;Organisme;Date de notification\n"
    rows = "AU-1;1;mineure;;05/03/2022\nAU-1;2;mineure;Institut Bêta;05/03/2022\nAU-9;3;mineure;Institut Bêta;05/03/2022\n"
    reading = folder.text("Non-conformités.csv", head + rows).read()
    assert reading.frames["non_conformites"]["id_of"].tolist() == ["OF-1", "OF-2"]
    (row,) = reading.report.set_aside
    assert (row.row, row.column) == (3, "id_of")
    assert spaced(row.message).startswith("L’organisme de la ligne n’est pas celui de l’audit :")


def test_the_organisation_comes_through_the_last_passage_of_the_file(folder):
    head = "N° dossier;Organisme;Date de commission\n"
    folder.organismes().text(
        "Dossiers.csv", head + "D1;Institut Bêta;05/06/2022\nD1;Centre Alpha;05/01/2022\n"
    )
    reading = folder.text("CR.csv", as_csv(changed("certificats_realisation"))).read()
    assert reading.frames["certificats_realisation"]["id_of"].tolist() == ["OF-2"]


def test_regional_registers_are_of_the_region_and_workshops_of_nobody(folder):
    folder.text("Jurys.csv", as_csv(changed("jurys_clea")))
    folder.text("DGEFP.csv", as_csv(changed("certifications_nationales")))
    frames = folder.text("Ateliers.csv", "N° atelier;Date\nX;05/03/2022\n").read().frames
    assert frames["jurys_clea"]["id_of"].tolist() == [""]
    assert frames["certifications_nationales"]["id_of"].tolist() == [""]
    assert frames["ateliers"]["id_of"].isna().all()


def kept(folder, name: str, *rows: dict[str, str]) -> tuple[int, int, dict[str, int]]:
    """How many of the small row's variants are kept, set aside and ignored."""
    content = [changed(name)[0], *(changed(name, **cells)[1] for cells in rows)]
    folder.organismes().text(f"{name}.csv", as_csv(content))
    sheet = sheet_of(folder.read(), f"{name}.csv")
    return sheet.kept, sheet.set_aside, sheet.ignored


@pytest.mark.parametrize(
    ("name", "same", "other", "key"),
    [
        ("alertes", {"emetteur": "cep"}, {"id_alerte": "AL-2"}, "id_alerte"),
        ("participations", {"nb_personnes": "4"}, {"denomination": "Centre Alpha"}, "id_atelier, id_of"),
        ("autoevaluations", {"niveau": "3"}, {"item": "O5"}, "id_of, campagne, item"),
        ("bonnes_pratiques", {"etat": "absente"}, {"numero": "9"}, "id_of, campagne, numero"),
        ("non_conformites", {"gravite": "NCm"}, {"indicateur": "13"}, "id_audit, indicateur"),
        ("jurys_clea", {"certifies": "7"}, {"date_jury": "06/03/2022"}, "date_jury"),
        ("certifications_nationales", {"certifies": "9"}, {"territoire": "Grand Est"}, "date, territoire"),
        ("certificats_qualiopi", {"date_obtention": ""}, {"numero": "7"}, "id_of, numero ou date_obtention"),
        ("enquete_qualiopi", {"avancement": "Oui"}, {"date_reponse": "06/03/2021"}, "campagne, id_of, date_reponse"),
        ("certificats_realisation", {"heures_stage": "5"}, {"date_depot": ""}, "id_dossier, mois, date_depot, nature"),
        ("certificats_realisation", {"heures_centre": "5"}, {"nature": "initial"}, "id_dossier, mois, date_depot, nature"),
        ("certificats_realisation", {"heures_centre": "5"}, {"mois": "2024-02"}, "id_dossier, mois, date_depot, nature"),
    ],
)  # fmt: skip
def test_rows_of_one_key_are_duplicates_or_in_conflict(folder, name, same, other, key):
    assert kept(folder, name, {}, {}) == (1, 0, {"doublon exact": 1})
    assert kept(folder, name, {}, other) == (2, 0, {})
    assert kept(folder, name, {}, same, other) == (1, 2, {})
    (first, second) = folder.read().report.set_aside
    assert f"2 lignes ont la même clé ({key})" in spaced(first.message)
    assert first.rule == second.rule == "R-LEC-03"


def test_a_meeting_with_several_organisations_has_a_row_each(folder):
    other = {"denomination": "Institut Bêta", "leviers": ""}
    assert kept(folder, "temps_dialogue", {}, other) == (2, 0, {})
    assert kept(folder, "temps_dialogue", {}, {"leviers": ""}, other) == (1, 2, {})


def test_a_certificate_without_number_is_known_by_its_date(folder):
    one = {"numero": "", "date_obtention": "05/03/2021"}
    other = {"numero": "", "date_obtention": "06/03/2021"}
    assert kept(folder, "certificats_qualiopi", one, other) == (2, 0, {})
    assert kept(folder, "certificats_qualiopi", one, one | {"cnefop": "non"}) == (0, 2, {})


@pytest.mark.parametrize(
    ("name", "column", "stands_for"),
    [("participations", "nb_personnes", "1"), ("enquete_qualiopi", "accord_diffusion", "non"),
     ("certifications_nationales", "territoire", "France"), ("controles", "motif", "inconnu")],
)  # fmt: skip
def test_an_empty_cell_and_what_it_stands_for_are_the_same_row(folder, name, column, stands_for):
    assert kept(folder, name, {column: ""}, {column: stands_for}) == (1, 0, {"doublon exact": 1})


def test_versions_of_a_month_are_told_by_the_order_of_the_guide(folder):
    folder.text("CR 1.csv", as_csv(changed("certificats_realisation")))
    folder.text("CR 2.csv", as_csv(changed("certificats_realisation", heures_stage="7")))
    folder.text("sources.yaml", "- fichier: CR 1.csv\n- fichier: CR 2.csv\n")
    reading = folder.read()
    assert reading.frames["certificats_realisation"]["heures_stage"].tolist() == [7.0]
    assert sheet_of(reading, "CR 1.csv").ignored == {"version remplacée": 1}


@pytest.mark.parametrize(
    ("name", "cells", "column", "message"),
    [
        ("alertes", {"date_prise_en_charge": "01/03/2022"}, "date_prise_en_charge", "Ordre de dates incohérent, ligne gardée : « date_prise_en_charge » tombe avant « date_alerte »"),
        ("non_conformites", {"date_levee": "04/03/2022"}, "date_levee", "Ordre de dates incohérent, ligne gardée : « date_levee » tombe avant « date_notification »"),
        ("non_conformites", {"date_notification": ""}, "date_notification", "Sans date de notification, les délais partent de la date de l’audit, ligne gardée"),
        ("jurys_clea", {"certifies": "10"}, "certifies", "« certifies » dépasse « candidatures », ligne gardée"),
        ("groupes_parole", {"nb_ruptures_participants": "13"}, "nb_ruptures_participants", "« nb_ruptures_participants » dépasse « nb_participants_distincts », ligne gardée"),
        ("controles", {"motif": "alerte", "id_alerte": ""}, "id_alerte", "Un contrôle sur alerte attend le numéro de l’alerte, ligne gardée"),
        ("demandes_bilan", {"date_demande": ""}, "date_demande", "Le bilan annuel attend une date de demande, ligne gardée"),
        ("avenants", {}, "valide_employeur", "Un avenant exige la validation de l’employeur, ligne gardée"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_said_and_kept(folder, name, cells, column, message):
    reading = folder.organismes().text(f"{name}.csv", as_csv(changed(name, **cells))).read()
    assert len(reading.frames[name]) == 1
    said = [m for m in notices_of(reading, "R-LEC-02", column) if message in spaced(m)]
    assert len(said) == 1


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("avenants", {"type_changement": "Annulation"}),
        ("avenants", {"date_avenant": ""}),
        ("demandes_bilan", {"type_bilan": "intermediaire", "date_demande": ""}),
        ("controles", {"motif": "programme", "id_alerte": ""}),
        ("jurys_clea", {"candidatures": ""}),
        ("jurys_clea", {"certifies": "9"}),
        ("alertes", {"date_prise_en_charge": "05/03/2022"}),
    ],
)  # fmt: skip
def test_what_goes_together_is_not_said(folder, name, cells):
    reading = folder.organismes().text(f"{name}.csv", as_csv(changed(name, **cells))).read()
    assert not [m for m in notices_of(reading, "R-LEC-02") if "n’est pas fourni" not in m]


@pytest.mark.parametrize("name", list(SMALL))
def test_a_personal_column_is_dropped_from_each(folder, name):
    rows = changed(name)
    rows[0] += ["Nom du bénéficiaire", "Téléphone"]
    rows[1] += [SECRET, SECRET]
    reading = folder.organismes().text(f"{name}.csv", as_csv(rows)).read()
    assert len(notices_of(reading, "R-LEC-10")) == 2
    frames = (*reading.frames.values(), *reading.set_aside.values())
    assert SECRET not in str(reading.report) + "".join(frame.to_csv() for frame in frames)


def test_known_headers_win_over_the_personal_list(folder):
    rows = [
        ["N° dossier", "Objet", "Demandé le", "Salarié", "OF"],
        ["D1", "Dates", "05/03/2022", "oui", "non"],
    ]
    frame = folder.text("Avenants.csv", as_csv(rows)).read().frames["avenants"]
    assert frame[["valide_salarie", "valide_of"]].to_numpy().tolist() == [[True, False]]
    rows = [
        ["Année", "Organisme", "Avancement Qualiopi", "Commentaire"],
        ["2021", "Alpha", "Oui", "Utile."],
    ]
    frame = folder.text("Enquête.csv", as_csv(rows)).read().frames["enquete_qualiopi"]
    assert frame["verbatim"].tolist() == ["Utile."]


@pytest.mark.parametrize(
    ("value", "code", "read"),
    [(0.1, "0%", 10.0), (0.125, "0.00%", 12.5), (-0.05, "+0.0 %;-0.0 %", -5.0), (10, '0" %"', 10.0), (10, "General", 10.0)],
)  # fmt: skip
def test_a_percentage_of_a_workbook_is_read_as_it_is_shown(folder, value, code, read):
    book = openpyxl.Workbook()
    book.active.title = "DGEFP"
    book.active.append(["Date", "Certifiés", "Source", "Évolution"])
    book.active.append(["15/03/2021", 8305, "DGEFP", value])
    book.active["D2"].number_format = code
    out = io.BytesIO()
    book.save(out)
    frame = folder.bytes("Suivi.xlsx", out.getvalue()).read().frames["certifications_nationales"]
    assert frame["croissance_annoncee"].tolist() == [read]
