"""R-ENQ-01 to R-ENQ-04: bases, multiple answers, consent, names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.rules import enquete, verbatims

TEXTES = ("campagne", "id_of", "avancement", "certificateur", "choix_certificateur")
AUTRES = ("criteres_difficultes", "verbatim")


def reponses(lignes: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """A frame as intake gives it: every column, missing where not written."""
    filled = [{"campagne": "2021", "avancement": "certifie", **row} for row in lignes]

    def column(name: str, dtype: str) -> pd.Series:
        return pd.Series([row.get(name) for row in filled], dtype=dtype)

    return pd.DataFrame(
        {
            **{name: column(name, "str") for name in (*TEXTES, *AUTRES)},
            "date_reponse": column("date_reponse", "datetime64[us]"),
            "duree_amenagee": column("duree_amenagee", "boolean"),
            "accord_diffusion": column("accord_diffusion", "boolean"),
        }
    )


def parts(repartition: enquete.Repartition) -> dict[str, tuple[int, int]]:
    lines = repartition.lignes[["modalite", "numerator", "denominator"]]
    return {value: (ticked, base) for value, ticked, base in lines.itertuples(index=False)}


def test_v_enq_01_sixty_five_percent_certified() -> None:
    rows = [{"avancement": "certifie"}] * 56 + [{"avancement": "en_cours"}] * 30
    got = enquete.repartition(reponses(rows), "avancement")
    assert parts(got) == {"certifie": (56, 86), "en_cours": (30, 86)}
    assert got.lignes["part"].round(1).tolist() == [65.1, 34.9]
    assert (got.somme, got.depasse_100) == (100.0, False)
    assert len(enquete.certifies(reponses(rows))) == 56


def test_r_enq_01_no_response_rate_when_nobody_knows_how_many_were_asked() -> None:
    assert enquete.taux_de_reponse(86, None) is None
    assert enquete.taux_de_reponse(0, 0) is None
    assert enquete.taux_de_reponse(86, 172) == 50
    with pytest.raises(ParameterError, match="86 répondants pour 85"):
        enquete.taux_de_reponse(86, 85)


def test_r_enq_02_the_questions_and_their_bases() -> None:
    assert [q.base for q in enquete.QUESTIONS] == ["repondants", *["certifies"] * 4]
    assert enquete.question("criteres_difficultes").multiple
    with pytest.raises(ParameterError, match="humeur"):
        enquete.question("humeur")


def test_r_enq_03_multiple_answers_over_those_who_answered() -> None:
    rows = reponses(
        [
            {"criteres_difficultes": "2;3;6"},
            {"criteres_difficultes": "3;3; 6"},
            {"criteres_difficultes": "3"},
            {"criteres_difficultes": None},
            {"criteres_difficultes": "1", "avancement": "en_cours"},
        ]
    )
    got = enquete.repartition(rows, "criteres_difficultes", ["1", "2", "3"])
    assert parts(got) == {"3": (3, 3), "6": (2, 3), "2": (1, 3), "1": (0, 3)}
    assert got.lignes["modalite"].tolist() == ["3", "6", "2", "1"]
    assert got.somme == pytest.approx(200)
    assert (got.depasse_100, got.sans_reponse) == (True, 1)


def test_booleans_read_yes_and_no() -> None:
    rows = reponses([{"duree_amenagee": True}] * 3 + [{"duree_amenagee": False}, {}])
    got = enquete.repartition(rows, "duree_amenagee")
    assert parts(got) == {"oui": (3, 4), "non": (1, 4)}


def test_nobody_answered_gives_no_share() -> None:
    got = enquete.repartition(reponses([{}, {}]), "certificateur", ["Certif A"])
    assert parts(got) == {"Certif A": (0, 0)}
    assert got.lignes["part"].isna().all()
    assert (got.somme, got.depasse_100, got.sans_reponse) == (None, False, 2)
    empty = enquete.repartition(reponses([{}]).iloc[:0], "avancement")
    assert (len(empty.lignes), empty.somme, empty.depasse_100) == (0, None, False)


def test_the_last_answer_of_an_organisation_holds() -> None:
    rows = reponses(
        [
            {"id_of": "A", "date_reponse": "2021-05-02", "avancement": "certifie"},
            {"id_of": "A", "date_reponse": "2021-05-01", "avancement": "en_cours"},
            {"id_of": "A", "avancement": "non_engage"},
            {"id_of": "A", "campagne": "2022", "avancement": "en_cours"},
            {"avancement": "repute"},
            {"avancement": "repute"},
        ]
    )
    rows.index = pd.Index([7, 7, 7, 7, 7, 7])
    before = rows.copy()
    got = enquete.dernieres_reponses(rows)
    assert got["avancement"].tolist() == ["certifie", "en_cours", "repute", "repute"]
    pd.testing.assert_frame_equal(rows, before)
    assert parts(enquete.repartition(got, "avancement"))["repute"] == (2, 4)


def test_r_enq_04_no_quotation_without_consent() -> None:
    rows = reponses(
        [
            {"id_of": "A", "verbatim": "Oui.", "accord_diffusion": True},
            {"id_of": "B", "verbatim": "Non.", "accord_diffusion": False},
            {"id_of": "C", "verbatim": "Rien dit.", "accord_diffusion": None},
            {"id_of": "D", "verbatim": "  ", "accord_diffusion": True},
            {"id_of": "E", "verbatim": None, "accord_diffusion": True},
        ]
    )
    got = verbatims.verbatims(rows)
    assert got["verbatim"].tolist() == ["Oui."]
    assert got["id_of"].isna().all()


NOMS = {"A": ["École de l’Été", "ÉE"], "B": ["Forma Est"]}


def test_r_enq_04_a_name_shows_only_where_consent_covers_it() -> None:
    said = "L'ECOLE DE L'ETE et Forma-Est ont travaillé ensemble."
    rows = reponses([{"id_of": who, "verbatim": said, "accord_diffusion": True} for who in "ABC"])
    got = verbatims.verbatims(rows, NOMS, nommables=["B"])
    assert got["verbatim"].tolist() == [
        "L'[organisme] et [organisme] ont travaillé ensemble.",
        "L'[organisme] et Forma-Est ont travaillé ensemble.",
        "L'[organisme] et [organisme] ont travaillé ensemble.",
    ]
    assert got["id_of"].fillna("").tolist() == ["", "B", ""]


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("la ÉE, puis ee", "la [organisme], puis [organisme]"),
        ("une employée", "une employée"),
        ("Forma\u00a0 Est\u202f!", "[organisme]\u202f!"),
        ("Forma Est 2", "[organisme] 2"),
        ("Formas Est", "Formas Est"),
    ],
)
def test_names_are_found_whatever_case_accents_and_blanks(texte: str, attendu: str) -> None:
    assert verbatims.masquer(texte, [name for names in NOMS.values() for name in names]) == attendu


def test_the_longest_name_goes_first_and_no_name_changes_nothing() -> None:
    assert verbatims.masquer("Forma Est Plus", ["Forma Est", "Forma Est Plus"]) == "[organisme]"
    assert verbatims.masquer("a.b (c)", ["", " "]) == "a.b (c)"
    assert verbatims.masquer("a.b et axb", ["a.b"]) == "[organisme] et axb"


@settings(max_examples=40)
@given(st.lists(st.lists(st.sampled_from("1234567"), max_size=7), max_size=30))
def test_a_share_never_passes_one_hundred_percent(cells: list[list[str]]) -> None:
    rows = reponses([{"criteres_difficultes": ";".join(c) or None} for c in cells])
    got = enquete.repartition(rows, "criteres_difficultes", list("1234567"))
    answered = [set(c) for c in cells if c]
    assert got.sans_reponse == len(cells) - len(answered)
    for modalite, (ticked, base) in parts(got).items():
        assert ticked == sum(modalite in c for c in answered)
        assert ticked <= base == len(answered)
    assert got.lignes["numerator"].is_monotonic_decreasing
