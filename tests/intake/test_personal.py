# ruff: noqa: E501 - a row of a table, a sentence, stay on one line
"""Personal columns never come in, and no message shows a personal value (R-LEC-10)."""

from __future__ import annotations

import dataclasses

import pytest

from reportlib.intake.sentences import looks_personal, shown

from .conftest import notices_of, spaced

SECRET = "Zzyx-Secret"
MAIL, TELEPHONE, NIR = "zzyx@exemple.org", "06 12 34 56 78", "2 55 08 14 168 025 38"


def whole_text(reading) -> str:
    """All that a reading holds: report, frames, rows set aside, as text."""
    frames = (*reading.frames.values(), *reading.set_aside.values())
    return str(dataclasses.asdict(reading.report)) + "".join(f.to_csv() for f in frames)


def test_a_personal_column_is_dropped_and_its_values_are_nowhere(folder):
    head = "N° intervention;ID OF;Nom du stagiaire;Date;Accord du stagiaire;E-mail;Remarques\n"
    row = f"I1;OF-1;{SECRET};05/03/2022;oui;{MAIL};{SECRET}\n"
    bad = f"I2;OF-1;{SECRET};jamais;oui;{MAIL};{SECRET}\n"
    reading = folder.organismes().text("Interventions.csv", head + row + bad).read()
    text = whole_text(reading)
    assert SECRET not in text
    assert MAIL not in text
    assert [spaced(m) for m in notices_of(reading, "R-LEC-10")] == [
        f"Colonne personnelle « {header} » retirée à la lecture : aucune de ses valeurs n’est gardée "
        "ni montrée ; supprimez-la du fichier."
        for header in ("Nom du stagiaire", "E-mail", "Remarques")
    ]
    reasons = {c.header: c.reason for c in reading.report.sheets[0].columns}
    assert reasons["Nom du stagiaire"] == "colonne personnelle"


def test_a_known_header_wins_over_the_personal_list(folder):
    head = "Organisme;Nom de l'organisme\n"
    names = folder.text(
        "Organismes.csv", head.replace(";Nom de l'organisme", ";Ville") + "Alpha;Metz\n"
    )
    assert names.read().frames["organismes"]["denomination"].tolist() == ["Alpha"]


def test_a_value_under_a_header_that_looks_personal_is_not_shown(folder):
    head = "N° intervention;ID OF;Date;Accord du stagiaire;Appel stagiaire\n"
    folder.organismes().text("Interventions.csv", head + f"I1;OF-1;05/03/2022;oui;{SECRET}\n")
    reading = folder.read()
    (row,) = reading.report.set_aside
    assert spaced(row.message).startswith("La valeur (non montrée) n’est pas une date lisible")
    assert SECRET not in whole_text(reading)


def test_a_sensitive_value_is_not_shown(folder):
    head = "N° intervention;ID OF;Date;Accord du stagiaire;Cause\n"
    folder.organismes().text("Interventions.csv", head + f"I1;OF-1;05/03/2022;oui;{SECRET}\n")
    reading = folder.read()
    assert reading.report.set_aside[0].column == "cause"
    assert SECRET not in whole_text(reading)


def test_a_social_security_number_in_a_file_number_goes_nowhere(folder):
    head = "N° dossier;ID OF;Date de commission\n"
    folder.organismes().text(
        "Dossiers PTP.csv", head + f"{NIR};OF-1;05/03/2022\nD1;OF-1;05/03/2022\n"
    )
    reading = folder.read()
    assert NIR not in whole_text(reading)
    assert len(reading.report.set_aside) == 1


@pytest.mark.parametrize(
    "value", [MAIL, TELEPHONE, "+33 6 12 34 56 78", NIR, f"voir {MAIL}", "0387112233"]
)
def test_a_value_that_looks_personal_is_never_shown_whatever_its_column(folder, value):
    assert looks_personal(value)
    head = "N° proposition;ID OF;Date;Écrit reçu;Modalité;Aboutie\n"
    folder.organismes().text("Propositions.csv", head + f"P1;OF-1;05/03/2022;oui;FOAD;{value}\n")
    reading = folder.read()
    assert spaced(reading.report.set_aside[0].message) == (
        "La valeur (non montrée) n’est pas une valeur admise : écrivez « oui », « non » ou « en_cours »."
    )
    assert value not in whole_text(reading)


@pytest.mark.parametrize(
    "value", ["05/03/2024", "73282932000074", "PTP-2022-0612", "44670123467", "1 234,50"]
)
def test_ordinary_values_are_shown(value):
    assert spaced(shown(value)) == f"« {value} »"


def test_long_values_are_cut_and_control_characters_left_out():
    assert spaced(shown("a" * 300)) == "« " + "a" * 39 + "… »"
    assert spaced(shown("a\x1b[31m\nb")) == "« a[31m b »"


def test_values_with_braces_and_straight_quotes_stay_as_they_are():
    assert spaced(shown("{0} l'avis {x}")) == "« {0} l'avis {x} »"
