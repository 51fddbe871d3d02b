"""The reader of declared parameters, on the cells that papermill's own inspection misreads."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.execution.kinds import Kind
from reportlib.execution.parameters import Parameter, as_source, declared, read

INT, STR = Kind(types=("int",)), Kind(types=("str",))


def one(source: str) -> Parameter:
    (parameter,) = read(source, "carnet.ipynb")
    return parameter


def test_a_declaration_gives_name_type_default_and_comment():
    assert one("annee: int = 2023  # exercice du bilan") == Parameter(
        name="annee", kind=INT, default=2023, comment="exercice du bilan"
    )


@pytest.mark.parametrize(
    ("line", "kind", "default"),
    [
        ("x: str = 'a'", STR, "a"),
        ("x: float = -0.5", Kind(types=("float",)), -0.5),
        ("x: float = 3", Kind(types=("float",)), 3),
        ("x: bool = False", Kind(types=("bool",)), False),
        ("x: 'date' = '2023-12-31'", Kind(types=("date",)), "2023-12-31"),
        ("x: datetime.date = '2023-12-31'", Kind(types=("date",)), "2023-12-31"),
        ("x: str | None = None", Kind(types=("str",), optional=True), None),
        ("x: None | str = None", Kind(types=("str",), optional=True), None),
        ("x: 'str | None' = None", Kind(types=("str",), optional=True), None),
        ("x: Optional[int] = 3", Kind(types=("int",), optional=True), 3),
        ("x: typing.Union[int, str, None] = 3", Kind(types=("int", "str"), optional=True), 3),
        ("x: int | str = 'a'", Kind(types=("int", "str")), "a"),
        ("x: Literal['a', 'b'] = 'b'", Kind(choices=("a", "b")), "b"),
        ("x: typing.Literal[1] = 1", Kind(choices=(1,)), 1),
        ("x: Literal['a', None] = None", Kind(choices=("a",), optional=True), None),
        ("x: Literal['a'] | int = 4", Kind(types=("int",), choices=("a",)), 4),
        ("x: Literal[1, True] = True", Kind(choices=(1, True)), True),
        ("x: str = ('a'\n  'b')", STR, "ab"),
        ('x: str = """a\n# b"""', STR, "a\n# b"),
    ],
)
def test_annotations_that_papermill_drops_are_read(line, kind, default):
    parameter = one(line)
    assert parameter.kind == kind
    assert (type(parameter.default), parameter.default) == (type(default), default)


@pytest.mark.parametrize(
    ("source", "comment"),
    [
        ("x: str = '#'  # un # deux", "un # deux"),
        ("x: str = 'a'  # mot  # noqa: E501", "mot"),
        ("x: str = 'a'  # type: ignore", ""),
        ("x: str = 'a'", ""),
        ("# au-dessus\nx: str = 'a'", ""),
        ("x: str = (  # ouverture\n  'a'\n)", "ouverture"),
        ("x: str = (  # ouverture\n  'a'\n)  # fermeture", "fermeture"),
        ("x: str = 'a' #seuils, en %", "seuils, en %"),
    ],
)
def test_the_comment_is_that_of_the_end_of_the_line(source, comment):
    assert one(source).comment == comment


def test_order_is_that_of_the_cell_and_imports_are_let_by():
    found = read("from typing import Literal\nb: int = 1\n\n# x\na: Literal['u'] = 'u'\n", "c")
    assert [parameter.name for parameter in found] == ["b", "a"]


def test_an_option_has_dashes():
    assert one("part_minimale: float = 0.5").option == "--part-minimale"


EXAMPLE = "Exemple : annee: int = 2023  # exercice du bilan"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("annee = 2023", "ligne 1 : une déclaration est attendue"),
        ("x: int = 1\nprint(x)", "ligne 2 : une déclaration est attendue"),
        ("x.y: int = 1", "ligne 1 : une déclaration est attendue"),
        ("x: int", "ligne 1 : « x » : valeur par défaut attendue, un nombre entier"),
        ("x: int = 'a'", "ligne 1 : « x » : valeur par défaut attendue, un nombre entier"),
        ("x: int = True", "ligne 1 : « x » : valeur par défaut attendue, un nombre entier"),
        ("x: bool = 1", "ligne 1 : « x » : valeur par défaut attendue, oui ou non"),
        ("x: int = None", "ligne 1 : « x » : valeur par défaut attendue, un nombre entier"),
        ("x: float = 1e999", "ligne 1 : « x » : valeur par défaut attendue, un nombre"),
        ("x: str = str(3)", "ligne 1 : « x » : valeur par défaut attendue, un texte"),
        (
            "x: date = '31/12/2023'",
            "ligne 1 : « x » : valeur par défaut attendue, une date écrite AAAA-MM-JJ, "
            "par exemple 2023-12-31",
        ),
        (
            "x: Literal['a', 'b'] = 'c'",
            "ligne 1 : « x » : valeur par défaut attendue, une de ces valeurs : « a », « b »",
        ),
        (
            "x: list[str] = []",
            "ligne 1 : « x » : type inconnu « list[str] » ; attendu bool, date, float, int, str, "
            "« X | None » ou « Literal[...] »",
        ),
        (
            "x: Path = 'a'",
            "ligne 1 : « x » : type inconnu « Path » ; attendu bool, date, float, int, str, "
            "« X | None » ou « Literal[...] »",
        ),
        ("x: int = 1\nx: int = 2", "ligne 2 : « x » est déclaré deux fois"),
        ("a: int = 1\nx: int = (", "ligne 2 : ligne illisible"),
        ("%matplotlib inline", "ligne 1 : ligne illisible"),
    ],
)
def test_anything_else_is_refused_with_its_line(source, said):
    with pytest.raises(ParameterError) as refused:
        read(source, "carnet.ipynb")
    assert str(refused.value) == f"carnet.ipynb, cellule « parameters », {said}. {EXAMPLE}"


def test_the_delivered_notebooks_declare_a_comment_for_each(root):
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        found = declared(path)
        names = {parameter.name for parameter in found}
        assert "donnees" in names, path.name
        assert len(names & {"annee", "periode", "date"}) == 1, path.name
        assert all(parameter.comment for parameter in found), path.name


def test_a_notebook_without_the_cell_declares_nothing(notebook):
    assert declared(notebook("", "1 + 1")) == ()


def test_a_source_kept_as_lines_is_joined(tmp_path):
    cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": ["x: int =", " 1"]}
    (tmp_path / "c.ipynb").write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    assert [parameter.name for parameter in declared(tmp_path / "c.ipynb")] == ["x"]


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"cells": 3}', "pas du JSON", '{"cells": [1]}']
)
def test_a_file_that_is_no_notebook_is_refused(tmp_path, content):
    path = tmp_path / "c.ipynb"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ParameterError) as refused:
        declared(path)
    assert str(refused.value) == "c.ipynb : ce n'est pas un carnet Jupyter (.ipynb, format 4)."


def test_two_tagged_cells_are_refused(notebook, tmp_path):
    path = notebook("x: int = 1", "1")
    content = json.loads(path.read_text(encoding="utf-8"))
    content["cells"].append(content["cells"][1])
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ParameterError, match="2 cellules portent l'étiquette « parameters »"):
        declared(path)


NAMES = st.from_regex(r"[a-z_][a-z0-9_]{0,12}", fullmatch=True).filter(
    lambda name: name.isidentifier() and not __import__("keyword").iskeyword(name)
)
VALUES = st.one_of(
    st.integers(),
    st.booleans(),
    st.none(),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.floats(allow_nan=False, allow_infinity=False),
)


@settings(deadline=None)
@given(st.dictionaries(NAMES, VALUES, max_size=8))
def test_values_written_as_source_come_back_when_run(values):
    namespace: dict[str, object] = {}
    exec(as_source(values), namespace)
    got = {name: namespace[name] for name in values}
    assert repr(got) == repr(values)


COMMENTS = st.from_regex(r"[A-Za-zéèàç0-9,'« »%-]{1,30}", fullmatch=True).map(str.strip)


@settings(deadline=None)
@given(
    st.dictionaries(NAMES, st.tuples(VALUES, COMMENTS), min_size=1, max_size=6),
    st.sampled_from(["{} | None", "None | {}", "Optional[{}]", "Union[{}, None]", "'{} | None'"]),
)
def test_declarations_come_back_from_their_source(declarations, form):
    types = {int: "int", bool: "bool", str: "str", float: "float", type(None): "str"}
    lines = [
        f"{name}: {form.format(types[type(value)])} = {value!r}  # {comment}"
        for name, (value, comment) in declarations.items()
    ]
    found = read("\n".join(lines), "c")
    got = {p.name: (p.default, p.comment) for p in found}
    assert repr(got) == repr(declarations)
    assert all(p.kind == Kind(types=(types[type(p.default)],), optional=True) for p in found)
