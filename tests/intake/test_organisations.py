# ruff: noqa: E501 - a row of a table, a sentence, stay on one line
"""Which organisation a row speaks of, in any register, by any of the five identifications."""

from __future__ import annotations

import pandas as pd
import pytest

from .conftest import notices_of, spaced

HEAD = "N° proposition;{head};Date de réception;Écrit reçu;Modalité\n"


def found(folder, head, *values):
    """The reading of one proposition whose organisation is told under ``head``."""
    row = ";".join(values)
    content = HEAD.format(head=head) + f"P1;{row};05/03/2022;oui;FOAD\n"
    return folder.organismes().text("Propositions.csv", content).read()


def id_of(reading):
    """The organisation of the only proposition kept; None for an orphan."""
    (value,) = reading.frames["propositions"]["id_of"]
    return None if pd.isna(value) else value


@pytest.mark.parametrize(
    ("head", "value", "expected"),
    [
        ("ID OF", "OF-1", "OF-1"),
        ("N° SIRET", "732 829 320 00074", "OF-1"),
        ("SIREN", "732829320", "OF-1"),
        ("NDA", "44 67 01234 67", "OF-1"),
        ("N° DA", "41570123457", "OF-2"),
        ("Organisme", "CENTRE  ALPHA", "OF-1"),
        ("Prestataire", "centre-alpha", "OF-1"),
        ("OF", "INSTITUT BETA", "OF-2"),
        ("Centre de formation", "Institut Gamma", "OF-3"),
        ("ID OF", "OF-9", None),
        ("ID OF", "of-1", None),
        ("SIREN", "443061841", None),
        ("Organisme", "Institut Delta", None),
        ("Organisme", "AFA", None),
    ],
)
def test_one_identification(folder, head, value, expected):
    assert id_of(found(folder, head, value)) == expected


@pytest.mark.parametrize(
    ("head", "values", "expected"),
    [
        ("ID OF;Organisme", ("OF-1", "Centre Alpha"), "OF-1"),
        ("ID OF;Organisme", ("OF-1", "Autre nom"), "OF-1"),
        ("ID OF;Organisme", ("OF-9", "Centre Alpha"), "OF-1"),
        ("ID OF;Organisme", ("", "Centre Alpha"), "OF-1"),
        ("SIREN;Organisme", ("732829320", "AFA"), "OF-1"),
        ("Organisme;NDA", ("AFA", ""), None),
    ],
)
def test_several_identifications(folder, head, values, expected):
    assert id_of(found(folder, head, *values)) == expected


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("ID OF;Organisme", ("OF-2", "Centre Alpha")),
        ("SIRET;NDA", ("73282932000074", "41570123457")),
        ("ID OF;Organisme", ("OF-2", "AFA")),
    ],
)
def test_contradictory_identifications_set_the_row_aside(folder, head, values):
    reading = found(folder, head, *values)
    assert len(reading.frames["propositions"]) == 0
    (row,) = reading.report.set_aside
    assert (row.column, row.rule) == ("id_of", "R-LEC-08")


def test_an_orphan_is_kept_and_noticed(folder):
    reading = found(folder, "ID OF", "OF-9")
    assert [spaced(m) for m in notices_of(reading, "R-LEC-08")] == [
        "Organisme introuvable dans le registre « organismes » (absent, ou mis à l’écart), ligne "
        "gardée sans organisme : ligne 2."
    ]


def test_an_ambiguous_name_is_noticed(folder):
    assert [spaced(m) for m in notices_of(found(folder, "Organisme", "AFA"), "R-LEC-08")] == [
        "Identifiant porté par plusieurs organismes, ligne gardée sans organisme : ligne 2."
    ]


def test_a_match_by_name_only_is_noticed_and_by_number_is_not(folder):
    assert [
        spaced(m) for m in notices_of(found(folder, "Organisme", "Centre Alpha"), "R-LEC-08")
    ] == ["Organisme reconnu par le nom seul : ligne 2."]
    assert not notices_of(found(folder, "SIREN;Organisme", "732829320", "Centre Alpha"), "R-LEC-08")


def test_two_organisations_of_one_siren_are_noticed_and_both_kept(folder):
    rows = "OF-1;Alpha Metz;732829320\nOF-2;Alpha Nancy;732829320\nOF-3;Bêta;\n"
    reading = folder.text("Organismes.csv", "ID OF;Organisme;SIREN\n" + rows).read()
    assert len(reading.frames["organismes"]) == 3
    assert [spaced(m) for m in notices_of(reading, "R-LEC-08")] == [
        "Même « siren » sur plusieurs lignes, aucune n’est fusionnée : lignes 2 et 3."
    ]


def test_a_siren_of_two_organisations_is_an_orphan(folder):
    folder.text("Organismes.csv", "ID OF;Organisme;SIREN\nA;Un;732829320\nB;Deux;732829320\n")
    content = HEAD.format(head="SIREN") + "P1;732829320;05/03/2022;oui;FOAD\n"
    assert id_of(folder.text("Propositions.csv", content).read()) is None


def test_an_organisation_set_aside_leaves_its_rows_orphans(folder):
    folder.text("Organismes.csv", "ID OF;Organisme;Nb sites\nOF-1;Alpha;deux\nOF-2;Bêta;1\n")
    content = HEAD.format(head="ID OF") + "P1;OF-1;05/03/2022;oui;FOAD\n"
    assert id_of(folder.text("Propositions.csv", content).read()) is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (";Alpha;73282932000074;732829320;44670123467", "73282932000074"),
        (";Alpha;;732829320;44670123467", "732829320"),
        (";Alpha;;;44670123467", "44670123467"),
        (";Alpha;;;", "Organismes-L2"),
        ("A;Alpha;73282932000074;;", "A"),
    ],
)
def test_an_organisation_without_identifier_gets_one(folder, row, expected):
    reading = folder.text("Organismes.csv", f"ID OF;Organisme;SIRET;SIREN;NDA\n{row}\n").read()
    assert reading.frames["organismes"]["id_of"].tolist() == [expected]
    made_up = [spaced(m) for m in notices_of(reading, "R-LEC-08")]
    assert made_up == (
        [] if expected == "A" else ["Identifiant « id_of » absent, fabriqué : ligne 2."]
    )


def test_yes_or_no_columns_of_the_public_list_make_the_categories(folder):
    head = "denomination;certifications.actionsDeFormation;certifications.VAE;certifications.bilansDeCompetences\n"
    rows = "Alpha;true;true;false\nBêta;false;false;false\nGamma;;;\nDelta;vrai;peut-être;\n"
    reading = folder.text("LPOF.csv", head + rows).read()
    assert reading.frames["organismes"]["categories"].fillna("").tolist() == [
        "formation;vae",
        "",
        "",
    ]
    (row,) = reading.report.set_aside
    assert (row.row, row.column) == (5, "categories")


class TestWithoutTheList:
    """No register of organisations: they are deduced from the others."""

    def test_rows_are_attributed_to_deduced_organisations(self, folder):
        content = HEAD.format(head="ID OF;Organisme;SIREN")
        content += "P1;OF-1;Centre Alpha;732829320;05/03/2022;oui;FOAD\n"
        content += "P2;;CENTRE ALPHA;;05/03/2022;oui;FOAD\n"
        content += "P3;;;732829320;05/03/2022;oui;FOAD\n"
        content += "P4;;Institut Bêta;;05/03/2022;oui;FOAD\n"
        reading = folder.text("Propositions.csv", content).read()
        organismes = reading.frames["organismes"]
        assert reading.frames["propositions"]["id_of"].tolist() == ["OF-1"] * 3 + ["Institut Bêta"]
        assert organismes["id_of"].tolist() == ["Institut Bêta", "OF-1"]
        assert organismes["denomination"].tolist() == ["Institut Bêta", "Centre Alpha"]
        assert organismes["siren"].tolist()[1] == "732829320"
        assert organismes["_source"].tolist() == ["déduit des autres registres"] * 2
        assert spaced(notices_of(reading, "R-LEC-08")[0]) == (
            "Le registre « organismes » n’est pas fourni : 2 organismes déduits d’après les autres "
            "registres. Ajoutez-le pour reconnaître SIRET, noms et alias d’un même organisme."
        )

    def test_an_identifier_alone_names_its_organisation(self, folder):
        content = HEAD.format(head="NDA") + "P1;44670123467;05/03/2022;oui;FOAD\n"
        organismes = folder.text("Propositions.csv", content).read().frames["organismes"]
        assert organismes[["id_of", "denomination", "nda"]].iloc[0].tolist() == ["44670123467"] * 3

    def test_registers_without_organisations_deduce_none(self, folder):
        reading = folder.text("Ateliers.csv", "Date;Thème\n05/03/2022;Charte\n").read()
        assert list(reading.frames) == ["ateliers"]


def test_exchanges_take_the_organisation_of_their_file(folder):
    folder.organismes().text(
        "Dossiers PTP.csv",
        "N° dossier;ID OF;Date de commission\nD1;OF-1;12/05/2022\nD1;OF-2;10/09/2022\n"
        "D2;OF-3;\nD3;OF-9;01/02/2022\n",
    )
    rows = "E1;D1;13/05/2022;\nE2;D2;13/05/2022;\nE3;D9;13/05/2022;OF-2\nE4;D9;13/05/2022;\nE5;D3;13/05/2022;\n"
    folder.text("Échanges refus.csv", "N° échange;N° dossier;Contact le;ID OF\n" + rows)
    reading = folder.read()
    got = reading.frames["echanges_refus"]["id_of"].fillna("").tolist()
    assert got == ["OF-2", "OF-3", "OF-2", "", ""], (
        "the file's last version; else what the row says"
    )
    assert [spaced(m) for m in notices_of(reading, "R-LEC-02", "id_dossier")] == [
        "« id_dossier » introuvable dans le registre « dossiers_ptp » (absent, ou mis à l’écart), "
        "ligne gardée : lignes 4 et 5."
    ]


def test_exchanges_without_the_register_of_files(folder):
    folder.organismes().text(
        "Échanges refus.csv", "N° échange;N° dossier;Contact le\nE1;D1;13/05/2022\n"
    )
    reading = folder.read()
    assert reading.frames["echanges_refus"]["id_of"].isna().all()
    assert [spaced(m) for m in notices_of(reading, "R-LEC-02")] == [
        "Le registre « dossiers_ptp » n’est pas fourni, « id_dossier » n’est pas vérifié : ligne 2."
    ]


def test_registers_without_a_kept_row_stop_nothing(folder):
    folder.organismes().text("Dossiers PTP.csv", "N° dossier;ID OF;Date CI\nD1;OF-1;jamais\n")
    folder.text("Échanges refus.csv", "N° échange;N° dossier;Contact le\nE1;D1;13/05/2022\n")
    reading = folder.read()
    assert reading.frames["echanges_refus"]["id_of"].isna().all()
    assert len(reading.frames["dossiers_ptp"]) == 0
