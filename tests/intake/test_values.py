# ruff: noqa: E501 - a row of a table, a sentence, stay on one line
"""Numbers, booleans, identifiers, lists and empty cells, at their boundaries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib.intake.cells import Padded, Unread, as_text, cleaned, is_empty
from reportlib.intake.values import convert
from reportlib.registers import Column, register

DOSSIERS, PROPOSITIONS = register("dossiers_ptp").colonnes, register("propositions").colonnes
ORGANISMES, ATELIERS = register("organismes").colonnes, register("ateliers").colonnes
INTERVENTIONS = register("interventions").colonnes
RESTORED = "zéro de tête rétabli"


def value(cell: object, column: Column) -> object:
    """The value read, the cell being without fault."""
    outcome = convert(cell, column)
    assert not outcome.fault, outcome.fault
    return outcome.value


def fault(cell: object, column: Column) -> str:
    """The fault of a cell, no value being read."""
    outcome = convert(cell, column)
    assert outcome.value is None
    assert outcome.fault
    return outcome.fault


EMPTIES = ["", " ", "\u00a0", "-", "–", "—", "/", "n/a", "N/A", "NA", "na", "NR", "N.R.", "s.o.", "S. o.",
           "sans objet", "Sans Objet", "?", "NC", "nc", "N.C.", None]  # fmt: skip


@pytest.mark.parametrize("cell", EMPTIES)
@pytest.mark.parametrize("name", ["date_depot", "priorite", "heures_prevues", "parcours_amenage",
                                  "decision_initiale", "amenagements", "id_dossier"])  # fmt: skip
def test_empty_in_every_type(cell, name):
    assert value(cell, DOSSIERS[name]) is None


@pytest.mark.parametrize("cell", ["non", "Nancy", "0", 0, 0.0, False, "RN", "--x", "néant"])
def test_not_empty(cell):
    assert not is_empty(cell)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1 234,50 €", 1234.5), ("1\u00a0234,50\u00a0€", 1234.5), ("1\u202f234,5 EUR", 1234.5),
        ("1234.5", 1234.5), ("1234,5", 1234.5), ("12 345 678", 12345678.0), ("0", 0.0), (0, 0.0),
        (1234.5, 1234.5), ("+5", 5.0), ("0,001", 0.001), ("1.234", 1.234), (Padded("0012"), 12.0),
    ],
)  # fmt: skip
def test_decimals(cell, number):
    assert value(cell, DOSSIERS["montant_accorde"]) == number


@pytest.mark.parametrize("cell", ["1.234,50", "1,234.50", "12 34,5", "1 2345", "à préciser", "12 %", "12 h",
                                  "1e3", "1,2E+05", "inf", "nan", "٣", "1..2", ",5", True, float("inf"),
                                  date(2024, 1, 1), 1e13])  # fmt: skip
def test_what_is_no_amount(cell):
    assert fault(cell, DOSSIERS["montant_accorde"]) == (
        "{valeur} n’est pas un nombre lisible : attendu un nombre, par exemple 1 234,50"
    )


def test_units_of_the_column_only():
    assert value("350 h", DOSSIERS["heures_prevues"]) == 350.0
    assert value("350 heures", DOSSIERS["heures_prevues"]) == 350.0
    assert fault("350 €", DOSSIERS["heures_prevues"])
    share = Column(nom="part", type="decimal", obligation="N", unite="%")
    assert value("12 %", share) == 12.0


@pytest.mark.parametrize("cell", ["-1", "−1", "–1 €", -0.01])
def test_least_value(cell):
    assert fault(cell, DOSSIERS["montant_accorde"]) == (
        "{valeur} est sous le minimum : attendu un nombre, par exemple 1 234,50, au moins 0"
    )


@pytest.mark.parametrize(
    ("cell", "number"),
    [("12", 12), ("12,0", 12), (12.0, 12), ("1 200", 1200), ("0", 0), (Padded("012"), 12)],
)
def test_integers(cell, number):
    read = value(cell, ATELIERS["nb_inscrits"])
    assert read == number
    assert isinstance(read, int)


@pytest.mark.parametrize("cell", ["12,5", 12.5, "deux", "12 personnes", "1/2", True])
def test_what_is_no_integer(cell):
    assert fault(cell, ATELIERS["nb_inscrits"]) == (
        "{valeur} n’est pas un nombre lisible : attendu un nombre entier, par exemple 12"
    )


def test_least_site_is_one():
    assert value("1", ORGANISMES["nb_sites"]) == 1
    assert "au moins 1" in fault("0", ORGANISMES["nb_sites"])


@pytest.mark.parametrize(
    ("cell", "rank"),
    [("Priorité 5", 5), ("priorite n° 5", 5), ("PRIORITÉ N°5", 5), ("P5", 5), ("5", 5), (5.0, 5)],
)
def test_ranks(cell, rank):
    assert value(cell, DOSSIERS["priorite"]) == rank


@pytest.mark.parametrize("cell", ["Priorité", "Priorité 0", "cinq", "5 et 6"])
def test_what_is_no_rank(cell):
    assert fault(cell, DOSSIERS["priorite"])


@pytest.mark.parametrize("cell", ["oui", "OUI", "Oui ", "o", "O", "vrai", "x", "X", "1", 1, 1.0, True, "✓",
                                  "✔", "true"])  # fmt: skip
def test_yes(cell):
    assert value(cell, DOSSIERS["parcours_amenage"]) is True


@pytest.mark.parametrize("cell", ["non", "NON", "n", "N", "faux", "0", 0, 0.0, False, "false"])
def test_no(cell):
    assert value(cell, DOSSIERS["parcours_amenage"]) is False


@pytest.mark.parametrize("cell", ["peut-être", "oui et non", "2", 2, "ok", "✗", date(2024, 1, 1)])
def test_neither_yes_nor_no(cell):
    assert fault(cell, DOSSIERS["parcours_amenage"]) == (
        "{valeur} n’est ni oui ni non : écrivez « oui » ou « non »"
    )


@pytest.mark.parametrize(
    ("cell", "siren", "note"),
    [
        ("732829320", "732829320", ""),
        ("732 829 320", "732829320", ""),
        ("732\u00a0829\u00a0320", "732829320", ""),
        (732829320.0, "732829320", ""),
        (732829320, "732829320", ""),
        ("5580121", "005580121", RESTORED),
        (5580121.0, "005580121", RESTORED),
        (Padded("005580121"), "005580121", RESTORED),
    ],
)
def test_siren(cell, siren, note):
    outcome = convert(cell, ORGANISMES["siren"])
    assert (outcome.value, outcome.note) == (siren, note)


@pytest.mark.parametrize(
    ("cell", "siret"),
    [("73282932000074", "73282932000074"), ("732 829 320 00074", "73282932000074"),
     (73282932000074.0, "73282932000074"), ("35600000049837", "35600000049837"),
     ("558012100013", None)],
)  # fmt: skip
def test_siret(cell, siret):
    outcome = convert(cell, ORGANISMES["siret"])
    assert outcome.value == siret
    assert bool(outcome.fault) == (siret is None)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("73282932000075", "{valeur} n’est pas un numéro SIRET valide (clé de contrôle fausse) : "
         "vérifiez-le sur l’avis de situation de l’organisme"),
        ("732829320", "{valeur} n’est pas un numéro SIRET : attendu 14 chiffres, par exemple "
         "732 829 320 00074"),
        ("732829320000741", "{valeur} n’est pas un numéro SIRET : attendu 14 chiffres, par exemple "
         "732 829 320 00074"),
        ("00000000000000", "{valeur} est une suite de zéros : attendu un numéro SIRET de 14 chiffres, "
         "par exemple 732 829 320 00074"),
        ("7328293200007A", "{valeur} n’est pas un numéro SIRET : attendu 14 chiffres, par exemple "
         "732 829 320 00074"),
        (73282932000074.5, "{valeur} n’est pas un numéro SIRET : attendu 14 chiffres, par exemple "
         "732 829 320 00074"),
        ("99999999999920", "{valeur} n’est pas un numéro SIRET valide (clé de contrôle fausse) : "
         "vérifiez-le sur l’avis de situation de l’organisme"),
    ],
)  # fmt: skip
def test_what_is_no_siret(cell, why):
    assert fault(cell, ORGANISMES["siret"]) == why


@pytest.mark.parametrize(
    "cell", ["1,2345E+13", "1.2345E+13", "1,2345e+13", "7,32829E13", "1E+13", "1,2345 E+13"]
)
@pytest.mark.parametrize("name", ["siret", "siren", "nda", "id_of"])
def test_scientific_notation_is_never_rounded(cell, name):
    assert "le tableur a abîmé ce numéro" in fault(cell, ORGANISMES[name])


def test_fifteen_digits_at_most():
    assert value(123456789012345.0, ORGANISMES["id_of"]) == "123456789012345"
    assert "abîmé" in fault(1e15, ORGANISMES["id_of"])


@pytest.mark.parametrize(
    ("cell", "nda", "note"),
    [
        ("44670123467", "44670123467", ""), ("44 67 01234 67", "44670123467", ""),
        (44670123467.0, "44670123467", ""), ("1973123456", "01973123456", RESTORED),
        ("1175P012375", "1175P012375", ""), ("1175p012375", "1175P012375", ""),
    ],
)  # fmt: skip
def test_nda(cell, nda, note):
    outcome = convert(cell, ORGANISMES["nda"])
    assert (outcome.value, outcome.note) == (nda, note)


@pytest.mark.parametrize(
    "cell", ["1234567", "446701234678", "00000000000", "1175Q012375", "en cours"]
)
def test_what_is_no_nda(cell):
    assert "attendu 11 chiffres, par exemple 44 67 01234 67" in fault(cell, ORGANISMES["nda"])


def test_nda_in_floating_notation_is_refused():
    assert "abîmé" in fault("1.1755998875E10", ORGANISMES["nda"])


@pytest.mark.parametrize(
    ("cell", "code", "note"),
    [
        ("08", "08", ""), ("8", "08", RESTORED), (8.0, "08", RESTORED), (8, "08", RESTORED),
        (Padded("08"), "08", RESTORED), ("57", "57", ""), (57.0, "57", ""), ("2a", "2A", ""),
        ("971", "971", ""), ("01", "01", ""), ("95", "95", ""), ("Haut-Rhin", "68", ""),
    ],
)  # fmt: skip
def test_departments(cell, code, note):
    outcome = convert(cell, ORGANISMES["departement"])
    assert (outcome.value, outcome.note) == (code, note)


@pytest.mark.parametrize("cell", ["0", "00", "96", "100", "2C", "979", "Grand Est", 8.5])
def test_what_is_no_department(cell):
    assert "attendu deux caractères, par exemple 08" in fault(cell, ORGANISMES["departement"])


@pytest.mark.parametrize(
    ("cell", "code"),
    [("RNCP34441", "RNCP34441"), ("rncp 34441", "RNCP34441"), ("RNCPn°34441", "RNCP34441"),
     ("RS5252", "RS5252"), ("RNCP34441BC01", "RNCP34441BC01")],
)  # fmt: skip
def test_certification_codes(cell, code):
    assert value(cell, DOSSIERS["code_certification"]) == code


@pytest.mark.parametrize("cell", ["34441", "RNCP", "RNCP123456", "CPF 12"])
def test_what_is_no_certification_code(cell):
    assert "attendu par exemple RNCP34441 ou RS5252" in fault(cell, DOSSIERS["code_certification"])


@pytest.mark.parametrize(
    ("cell", "text"),
    [("D-0012", "D-0012"), (" D-0012 ", "D-0012"), (12.0, "12"), (12, "12"), ("0012", "0012"),
     (Padded("00012"), "00012"), (2023.1, "2023.1"), ("12E3", "12E3")],
)  # fmt: skip
def test_identifiers_of_the_team(cell, text):
    assert value(cell, DOSSIERS["id_dossier"]) == text


def test_a_social_security_number_is_no_identifier():
    why = fault("2 55 08 14 168 025 38", DOSSIERS["id_dossier"])
    assert why == (
        "La valeur (non montrée) est un numéro de sécurité sociale : "
        "remplacez-le par un numéro de dossier interne"
    )
    assert value("255081416802539", DOSSIERS["id_dossier"]) == "255081416802539", (
        "wrong key: no NIR"
    )


@pytest.mark.parametrize(
    ("cell", "decision"),
    [("Accord", "accord"), ("ACCORDÉ", "accord"), ("accordé ", "accord"), ("Avis favorable", "accord"),
     ("A", "accord"), ("Rejeté", "refus"), ("r", "refus"), ("Complément demandé", "ajourne"),
     ("en_attente", "en_attente"), ("En attente", "en_attente")],
)  # fmt: skip
def test_enumerated_writings(cell, decision):
    assert value(cell, DOSSIERS["decision_initiale"]) == decision


def test_the_charter_criterion_in_full():
    written = (
        "Le parcours de formation envisagé ne semble pas cohérent au regard du projet professionnel"
    )
    assert value(written, DOSSIERS["motif_refus"]) == "coherence_parcours"
    assert value("Parcours non pertinent", DOSSIERS["motif_refus"]) == "pertinence_parcours"


def test_out_of_the_list():
    assert fault("peut-être", DOSSIERS["decision_initiale"]) == (
        "{valeur} n’est pas une valeur admise : écrivez « accord », « refus », « irrecevable », "
        "« ajourne », « en_attente » ou « abandon »"
    )


@pytest.mark.parametrize(
    ("cell", "listed"),
    [
        ("Aménagement", "amenagement"),
        ("Aménagement ; Modulaire", "amenagement;modularisation"),
        ("Aménagement / Modulaire", "amenagement;modularisation"),
        ("Aménagement + Modulaire", "amenagement;modularisation"),
        ("Aménagement\nModulaire", "amenagement;modularisation"),
        ("Aménagement et Modulaire", "amenagement;modularisation"),
        ("Aménagement, Modulaire", "amenagement;modularisation"),
        ("Modulaire;Aménagement;Modularisation;", "modularisation;amenagement"),
        ("multi_modalites;autre", "multi_modalites;autre"),
    ],
)
def test_lists(cell, listed):
    assert value(cell, PROPOSITIONS["modalites"]) == listed


@pytest.mark.parametrize(
    "cell", ["Aménagement ; Yoga", "Aménagement, Modulaire ; FOAD", ";", "Yoga"]
)
def test_a_list_with_an_unknown_value_is_refused_whole(cell):
    why = fault(cell, PROPOSITIONS["modalites"])
    assert why.startswith(
        "{valeur} n’est pas une liste de valeurs admises : écrivez « amenagement », "
    )
    assert why.endswith("« digitalisation » ou « autre », séparées par « ; »")


def test_names_keep_their_commas_slashes_and_ands():
    assert value("Arts et Métiers Est; A/B", ORGANISMES["alias"]) == "Arts et Métiers Est;A/B"
    assert value("Un, deux\nUn, deux", ORGANISMES["alias"]) == "Un, deux"


def test_nc_is_empty_except_where_it_may_mean_a_nonconformity():
    gravity = Column(
        nom="gravite",
        type="enumere",
        obligation="O",
        valeurs=("mineure", "majeure"),
        refuse_nc=True,
    )
    refused = (
        "« NC » peut dire non communiqué ou non-conformité : écrivez « mineure » ou « majeure »"
    )
    assert fault("NC", gravity) == refused
    assert fault("NC", replace(gravity, obligation="N")) == f"{refused}, ou laissez vide"
    assert value("-", gravity) is None


@pytest.mark.parametrize("cell", list(Unread))
@pytest.mark.parametrize("name", ["date_depot", "decision_initiale", "code_certification"])
def test_a_cell_that_the_file_does_not_hold_is_never_empty(cell, name):
    assert fault(cell, DOSSIERS[name]) == cell.value


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#VALEUR!", "#DIV/0!", "#NOM?"])
def test_errors_exported_as_text(cell):
    assert fault(cell, ATELIERS["theme"]) == Unread.ERROR.value


MARKUP = [
    "<script>alert(1)</script>", "<b>Gras</b> & Cie", "#read(\"/etc/passwd\")", "$x^2$ *a* _b_ `c`",
    "# Titre **gras** [lien](http://exemple.org)", "=CMD|' /C calc'!A0", "+33", "@SUM(A1)", "-2+3",
    "École 🎓 du Vin 👩‍🏫", "日本語", "a\\b{c}{0}%s", "'; DROP TABLE x; --", "é" * 300,
]  # fmt: skip


@pytest.mark.parametrize("name", MARKUP)
def test_names_of_any_markup_are_data(name):
    outcome = convert(name, ORGANISMES["denomination"])
    assert (outcome.value, outcome.note) == (name, "")


@pytest.mark.parametrize(
    ("written", "text"),
    [("A\x00B", "AB"), ("A\x1b[31mB", "A[31mB"), ("\ufeffA", "A"), ("A\u202eB", "AB"),
     ("A\u200bB", "AB"), ("A\x7fB", "AB")],
)  # fmt: skip
def test_control_characters_go_with_a_note(written, text):
    outcome = convert(written, ORGANISMES["denomination"])
    assert (outcome.value, outcome.note) == (text, "caractères de contrôle retirés")


@pytest.mark.parametrize("written", ["A\u00a0B", "A  B", "A\nB", "A\tB", " A B "])
def test_spaces_become_one_without_a_note(written):
    assert cleaned(written) == ("A B", False)


def test_decomposed_accents_are_composed():
    assert cleaned("E\u0301cole")[0] == "École"


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text):
    once = cleaned(text)[0]
    assert cleaned(once) == (once, False)


@given(
    st.one_of(
        st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.none(), st.dates()
    )
)
def test_any_cell_in_any_column_gives_a_value_a_fault_or_nothing(cell):
    for columns in (DOSSIERS, PROPOSITIONS, ORGANISMES, INTERVENTIONS):
        for column in columns.values():
            outcome = convert(cell, column)
            assert not (outcome.fault and outcome.value is not None)
            assert isinstance(as_text(cell), str)
