"""Forms under which two writings are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib.registers import vocabulary
from reportlib.registers.keys import empty_key, header_key, name_key, sheet_key, value_key

KEY = vocabulary().header_key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("N° dossier", "n dossier"),
        ("n°dossier", "n dossier"),
        ("Nº Dossier", "n dossier"),
        ("No dossier", "n dossier"),
        ("NO. DOSSIER", "n dossier"),
        ("№ dossier", "n dossier"),
        ("° dossier", "n dossier"),
        ("Réf.", "ref"),
        ("Date de\u00a0réception", "date de reception"),
        ("Date\u202fde   réception ", "date de reception"),
        ("Date\nde réception", "date de reception"),
        ("Nom de l'organisme", "nom de l organisme"),
        ("Nom de l’organisme", "nom de l organisme"),
        ("Nom de lʼorganisme", "nom de l organisme"),
        ("date_reception", "date reception"),
        ("Durée (h)", "duree"),
        ("Montant accordé (€ HT)", "montant accorde"),
        ("Aménagement (O/N)", "amenagement"),
        ("Total des produits (BPF)", "total des produits bpf"),
        ("Certifié ?", "certifie"),
        ("Présentiel/Visio", "presentiel visio"),
        ("Notes", "notes"),
        ("Nombre", "nombre"),
        ("Cœur", "cœur"),
    ],
)
def test_header_key(written, key):
    assert KEY(written) == key


@given(st.text(max_size=40))
def test_header_key_is_idempotent(text):
    assert KEY(KEY(text)) == KEY(text)


@given(st.text(alphabet="nNoO°º№ ._-()h€éÉ’'", max_size=12))
def test_header_key_is_idempotent_where_signs_meet(text):
    assert KEY(KEY(text)) == KEY(text)


@given(st.text(alphabet="abcdeéèçàÉ '’-_", max_size=20))
def test_header_key_knows_no_case_and_no_accent(text):
    assert header_key(text.upper()) == header_key(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A.F.T. - Metz", "AFT Metz"),
        ("Académie de la Roue dentée", "ACADEMIE DE LA ROUE DENTEE"),
        ("L'Atelier", "L’ATELIER"),
        ("Fabrique  du\u00a0Bit", "fabrique du bit"),
    ],
)
def test_two_writings_of_one_name(one, other):
    assert name_key(one) == name_key(other)


def test_two_names_are_two():
    assert name_key("Centre Alpha 1") != name_key("Centre Alpha 2")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Propositions 2023", "propositions"),
        ("2022_propositions_d'ingénierie_v2", "propositions d ingenierie v"),
        ("dossiers_ptp", "dossiers ptp"),
        ("2023", ""),
    ],
)
def test_sheet_key_leaves_years_and_numbers_out(name, key):
    assert sheet_key(name) == key


def test_other_keys():
    assert value_key("Multi-modalités") == value_key("multi_modalites") == "multi modalites"
    assert empty_key("S. o.") == "so"
    assert empty_key("N/A") == "n/a"
