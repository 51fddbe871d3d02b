"""One name for the writings of a certifier, and what delivers: accredited body or label."""

from __future__ import annotations

import pandas as pd

from reportlib.rules import certificateurs


def texts(*words: str | None) -> pd.Series:
    return pd.Series(list(words), dtype="str")


def test_writings_of_one_body_share_a_key() -> None:
    written = texts("Afnor", " AFNOR  Certification", "afnor-certification", "Certification", "é à")
    assert certificateurs.cles(written).tolist() == ["afnor"] * 3 + ["certification", "e a"]
    assert certificateurs.cles(texts(None, " ", "…")).isna().all()


def test_the_name_is_the_list_s_else_the_commonest_writing() -> None:
    written = texts("afnor", "bureau veritas", "Zénith", "ZENITH", "Zenith", "ZENITH", None, "E2C")
    assert certificateurs.rapproches(written).fillna("?").tolist() == [
        "Afnor Certification", "Bureau Veritas Certification", *["ZENITH"] * 4, "?",
        "École de la 2e chance",
    ]  # fmt: skip


def test_types_of_the_list_then_of_rows_that_agree() -> None:
    told = pd.DataFrame(
        {
            "certificateur": texts("Boréal", "BOREAL", "Zénith", "Zenith", "Afnor"),
            "type_certificateur": texts(
                "accredite_cofrac", "accredite_cofrac", "accredite_cofrac",
                "instance_labellisation", "instance_labellisation",
            ),
        }
    )  # fmt: skip
    asked = texts("AFNOR", "Eduform", "boréal", "zénith", "inconnu", None)
    assert certificateurs.types(asked, told).fillna("?").tolist() == [
        "accredite_cofrac", "instance_labellisation", "accredite_cofrac", "?", "?", "?",
    ]  # fmt: skip
    assert certificateurs.types(texts("boréal")).isna().all()


def test_bodies_of_too_few_organisations_are_gathered() -> None:
    names = texts("A", "A", "A", "B", "B", "B", None)
    owners = texts("1", "2", "3", "1", "2", "2", "9")
    assert certificateurs.regroupes(names, owners, 3).fillna("?").tolist() == [
        "A", "A", "A", "autres", "autres", "autres", "?",
    ]  # fmt: skip


def test_empty() -> None:
    assert certificateurs.rapproches(texts()).empty
    assert certificateurs.rapproches(texts(None, None)).isna().all()
