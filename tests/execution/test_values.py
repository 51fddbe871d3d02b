"""Values of a run: options, YAML files, what is refused and how it is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.execution.kinds import written
from reportlib.execution.parameters import read
from reportlib.execution.values import checked, from_file, from_text

DECLARED = read(
    """
annee: int = 2023  # exercice
donnees: str = "registres"  # dossier
seuil: float = 0.5  # seuil
strict: bool = False  # strict
fin: date = "2023-12-31"  # fin
sens: Literal["haut", "bas"] = "haut"  # sens
note: str | None = None  # note
""",
    "carnet.ipynb",
)
BY_NAME = {parameter.name: parameter for parameter in DECLARED}


def refusal(call, *args) -> str:
    with pytest.raises(ParameterError) as refused:
        call(*args)
    return str(refused.value)


def test_defaults_stand_where_nothing_is_given():
    assert checked(DECLARED, {"annee": 2022}, "x") == {
        "annee": 2022,
        "donnees": "registres",
        "seuil": 0.5,
        "strict": False,
        "fin": "2023-12-31",
        "sens": "haut",
        "note": None,
    }


def test_an_unknown_name_is_refused_with_the_nearest():
    assert refusal(checked, DECLARED, {"anee": 2022}, "bilan.yaml") == (
        "bilan.yaml : paramètre inconnu « anee ». Vouliez-vous dire « annee » ? "
        "Paramètres : annee, donnees, seuil, strict, fin, sens, note."
    )


def test_an_unknown_name_like_no_other_is_refused_without_a_guess():
    assert refusal(checked, DECLARED, {"zzz": 1}, "b") == (
        "b : paramètre inconnu « zzz ». "
        "Paramètres : annee, donnees, seuil, strict, fin, sens, note."
    )
    assert refusal(checked, (), {"zzz": 1}, "b") == (
        "b : paramètre inconnu « zzz ». Ce carnet n'en déclare aucun."
    )


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("annee", "2022", "« 2022 » ; attendu un nombre entier. Exemple : annee: 2023"),
        ("annee", True, "« oui » ; attendu un nombre entier. Exemple : annee: 2023"),
        ("annee", None, "« rien » ; attendu un nombre entier. Exemple : annee: 2023"),
        ("annee", [1], "« [1] » ; attendu un nombre entier. Exemple : annee: 2023"),
        ("annee", "x" * 61, f"« {'x' * 57}… » ; attendu un nombre entier. Exemple : annee: 2023"),
        (
            "donnees",
            2022,
            '« 2022 » ; attendu un texte. Mettez des guillemets : donnees: "2022".',
        ),
        ("strict", 1, "« 1 » ; attendu oui ou non. Exemple : strict: non"),
        ("seuil", float("nan"), "« nan » ; attendu un nombre. Exemple : seuil: 0.5"),
        (
            "fin",
            "2023-02-30",
            "« 2023-02-30 » ; attendu une date écrite AAAA-MM-JJ, par exemple 2023-12-31. "
            "Exemple : fin: 2023-12-31",
        ),
        (
            "sens",
            "gauche",
            "« gauche » ; attendu une de ces valeurs : « haut », « bas ». Exemple : sens: haut",
        ),
        (
            "note",
            3,
            '« 3 » ; attendu un texte, ou rien. Mettez des guillemets : note: "3".',
        ),
    ],
)
def test_an_ill_typed_value_is_refused(name, value, said):
    assert refusal(checked, DECLARED, {name: value}, "b.yaml") == (
        f"b.yaml : « {name} » vaut {said}"
    )


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("annee", " 2022 ", 2022),
        ("annee", "-3", -3),
        ("seuil", "0,25", 0.25),
        ("strict", "Oui", True),
        ("strict", "faux", False),
        ("fin", "2024-02-29", "2024-02-29"),
        ("sens", "bas", "bas"),
        ("note", "", None),
        ("note", " ", None),
        ("donnees", " a ", " a "),
        ("donnees", "", ""),
    ],
)
def test_an_option_becomes_a_value(name, text, value):
    got = from_text(BY_NAME[name], text)
    assert (type(got), got) == (type(value), value)


@pytest.mark.parametrize(
    ("name", "text", "wanted", "example"),
    [
        ("annee", "deux", "un nombre entier", "2023"),
        ("annee", "2023.5", "un nombre entier", "2023"),
        ("seuil", "inf", "un nombre", "0.5"),
        ("strict", "peut-être", "oui ou non", "non"),
        ("sens", "", "une de ces valeurs : « haut », « bas »", "haut"),
    ],
)
def test_an_option_that_says_no_value_is_refused(name, text, wanted, example):
    assert refusal(from_text, BY_NAME[name], text) == (
        f"--{name} : « {text} » ne convient pas ; attendu {wanted}. Exemple : --{name} {example}"
    )


@settings(deadline=None)
@given(st.sampled_from(DECLARED), st.data())
def test_what_is_written_is_read_back(parameter, data):
    texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
    values = {
        "annee": st.integers(),
        "donnees": texts,
        "seuil": st.floats(allow_nan=False, allow_infinity=False),
        "strict": st.booleans(),
        "fin": st.dates().map(lambda day: day.isoformat()),
        "sens": st.sampled_from(["haut", "bas"]),
        "note": st.none() | texts,
    }
    value = data.draw(values[parameter.name])
    assert from_text(parameter, written(value)) == value
    assert checked([parameter], {parameter.name: value}, "x") == {parameter.name: value}


def test_a_yaml_file_gives_typed_values(tmp_path):
    path = tmp_path / "b.yaml"
    path.write_text('annee: 2022\nedition: "2024-03-12"\nx: no\n# rien\nz:\n', encoding="utf-8")
    assert from_file(path) == {"annee": 2022, "edition": "2024-03-12", "x": False, "z": None}


def test_the_delivered_yaml_fits_the_delivered_notebook(root):
    from reportlib.execution.parameters import declared

    given_there = from_file(root / "parameters/bilan_annuel_2023.yaml")
    checked(declared(root / "notebooks/bilan_annuel_region.ipynb"), given_there, "x")


@pytest.mark.parametrize("content", ["", "# rien\n", "---\n"])
def test_an_empty_yaml_file_gives_nothing(tmp_path, content):
    (tmp_path / "b.yaml").write_text(content, encoding="utf-8")
    assert from_file(tmp_path / "b.yaml") == {}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"annee: 1\nannee: 2", "b.yaml : « annee » est donné deux fois."),
        (b"- annee\n", "b.yaml : attendu une ligne par paramètre, par exemple « annee: 2023 »."),
        (b"2023: annee", "b.yaml : attendu une ligne par paramètre, par exemple « annee: 2023 »."),
        (b"a: 1\nb: [", "b.yaml : YAML illisible, ligne 2."),
        (b"a: !!python/object/apply:os.system [ls]", "b.yaml : YAML illisible, ligne 1."),
        ("annee: « é »".encode("cp1252"), "b.yaml : enregistrez ce fichier en UTF-8."),
    ],
)
def test_a_yaml_file_that_says_something_else_is_refused(tmp_path, content, said):
    (tmp_path / "b.yaml").write_bytes(content)
    assert refusal(from_file, tmp_path / "b.yaml") == said


def test_a_missing_yaml_file_is_said():
    assert refusal(from_file, "nulle/part.yaml").startswith("« nulle/part.yaml » est introuvable")
