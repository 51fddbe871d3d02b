"""The dictionary page is what the TOMLs make of it."""

from __future__ import annotations

from reportlib.registers import registers
from reportlib.registers.dictionary import PAGE, page
from reportlib.sections.tournures import NAMES


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "run python -m reportlib.registers.dictionary"
    )


def test_the_page_names_every_column_header_and_writing():
    text = page()
    for one in registers().values():
        assert f"## {one.nom}\n" in text
        for column in one.colonnes.values():
            assert f"| `{column.nom}` |" in text
            for written in (*column.entetes, *(w for ws in column.ecritures.values() for w in ws)):
                assert written in text


def test_the_page_says_keys_at_choice_cases_and_bounds():
    text = page()
    assert "- Clé : `id_of` et `numero` ou `date_obtention`." in text
    assert "NC majeure, maj, NCM (casse respectée)" in text
    assert "| `nb_ruptures_participants` | nombre entier | N | ≤ distincts ; ≥ 0 |" in text
    assert "l’organisme est celui que donne `id_audit`" in text


def test_readers_have_a_name_for_every_register():
    assert set(NAMES) == set(registers())
