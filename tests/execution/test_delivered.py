"""The delivered form: same inputs, same bytes, whatever the folder, the zone, the hash seed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from reportlib.execution.delivered import as_bytes, normalised, warned, with_values
from reportlib.execution.run import prepared

CELLS = (
    "import datetime, sys, warnings",
    "from reportlib.blocks import Note\nNote(title='é', text=(('x', ''),))",
    "warnings.warn('attention')",
    "object()",
    "print(annee, donnees.rsplit('/')[-1])\nprint('erreur', file=sys.stderr)",
)
RUN = """
import sys
from pathlib import Path
from reportlib.execution.delivered import as_bytes
from reportlib.execution.run import run
sys.stdout.buffer.write(as_bytes(run(Path(sys.argv[1]), {"donnees": sys.argv[2]})))
"""


def delivered(path: Path, cwd: Path, donnees: str, **environment: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(path), donnees],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_same_inputs_same_bytes_wherever_and_whenever(notebook, tmp_path):
    declared = 'annee: int = 2023  # a\ndonnees: str = "x"  # dossier'
    first = notebook(declared, *CELLS, folder="un")
    second = tmp_path / "deux" / "plus" / "bas" / first.name
    second.parent.mkdir(parents=True)
    shutil.copy(first, second)
    one = delivered(first, tmp_path, "/a/b/registres", TZ="UTC", PYTHONHASHSEED="1")
    two = delivered(
        second,
        second.parent,
        "/tout/autre/chemin/registres",
        TZ="Pacific/Auckland",
        PYTHONHASHSEED="2",
        TMPDIR=str(second.parent),
    )
    assert one == two
    text = one.decode()
    assert str(tmp_path) not in text
    assert "/a/b" not in text
    assert "donnees = 'registres'" in text


@pytest.mark.faketime
def test_same_inputs_same_bytes_at_another_date(notebook, tmp_path):
    """Under libfaketime a kernel's pauses raise; it must answer all the same."""
    path = notebook('annee: int = 2023  # a\ndonnees: str = "x"  # dossier', *CELLS)
    (library,) = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))[:1]
    clock = {"LD_PRELOAD": str(library), "FAKETIME": "+400d", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    now, later = delivered(path, tmp_path, "x"), delivered(path, tmp_path, "x", **clock)
    assert now == later


def test_it_opens_as_a_notebook_and_keeps_its_parameters(notebook):
    path = notebook("annee: int = 2023  # a", "annee")
    read = nbformat.read(path, as_version=4)
    given = normalised(prepared(read, {"annee": 2022, "donnees": "data/registres", "x": None}))
    nbformat.validate(given)
    assert given.metadata.papermill == {
        "parameters": {"annee": 2022, "donnees": "data/registres", "x": None}
    }
    assert given.metadata.kernelspec.name == "python3"
    assert given.cells[2].source == (
        "# Valeurs de cette exécution\nannee = 2022\ndonnees = 'data/registres'\nx = None"
    )
    assert [cell.id for cell in given.cells] == [f"cellule-{n}" for n in range(1, 5)]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/x/registres", "registres"),
        ("/home/x/registres/", "registres"),
        ("C:\\Users\\x\\registres", "registres"),
        ("\\\\serveur\\partage\\registres", "registres"),
        ("data/registres", "data/registres"),
        ("é / à", "é / à"),
        ("", ""),
        ("/", "/"),
    ],
)
def test_an_absolute_path_keeps_its_name_only(notebook, path, name):
    read = nbformat.read(notebook("donnees: str = 'x'", "1"), as_version=4)
    given = normalised(prepared(read, {"donnees": path}))
    assert given.metadata.papermill.parameters.donnees == name
    assert given.cells[2].source.endswith(f"donnees = {name!r}")


def noisy(seed: str) -> nbformat.NotebookNode:
    """A notebook as runners leave it, with all that differs from a run to the next."""
    cell = new_code_cell("f()", id=f"id-{seed}", execution_count=1)
    cell.metadata = {
        "papermill": {"duration": seed, "start_time": seed},
        "execution": {"iopub.execute_input": seed},
        "tags": [],
    }
    cell.outputs = [
        new_output("display_data", {"text/plain": f"<Figure at 0x7f{seed}abc1>"}),
        new_output(
            "display_data",
            {
                "text/plain": "HBox()",
                "application/vnd.jupyter.widget-view+json": {"model_id": seed},
            },
        ),
        new_output("stream", name="stderr", text=f"/home/{seed}/a-b/x.py:3: W: C:\\{seed}\\y.py"),
        new_output(
            "error",
            ename="E",
            evalue="v",
            traceback=[f"File /tmp/{seed}/z.py:3, C: D:\\{seed}\\y.py, https://x.example/a/b"],
        ),
    ]
    return new_notebook(
        cells=[new_markdown_cell("http://exemple.example/a/b", id=f"m-{seed}"), cell],
        metadata={
            "papermill": {"start_time": seed, "input_path": seed, "parameters": {}},
            "widgets": {"state": seed},
            "language_info": {"name": "python", "version": seed},
            "title": "gardé",
        },
    )


def test_all_that_runners_add_goes():
    one, two = as_bytes(noisy("1111")), as_bytes(noisy("2222"))
    assert one == two
    read = json.loads(one)
    assert read["metadata"]["title"] == "gardé"
    assert "papermill" not in read["metadata"]
    assert read["cells"][1]["metadata"] == {}
    texts = read["cells"][1]["outputs"]
    assert texts[0]["data"]["text/plain"] == ["<Figure at 0x…>"]
    assert len(texts) == 3
    assert texts[2]["traceback"] == ["File z.py:3, C: y.py, https://x.example/a/b"]
    assert read["cells"][0]["source"] == ["http://exemple.example/a/b"]


def test_the_bytes_are_sorted_utf8_with_a_last_newline():
    text = as_bytes(noisy("1")).decode("utf-8")
    assert text.endswith("}\n")
    assert "gardé" in text
    assert json.dumps(json.loads(text), sort_keys=True) == json.dumps(json.loads(text))


def test_what_is_given_is_left_as_it_is():
    given = noisy("1")
    before = nbformat.writes(given)
    normalised(given)
    assert nbformat.writes(given) == before


def test_delivering_twice_changes_nothing():
    once = as_bytes(noisy("1"))
    assert as_bytes(nbformat.reads(once.decode(), as_version=4)) == once


def test_what_libraries_say_on_stderr_is_told_apart():
    assert warned(noisy("1")) == ["/home/1/a-b/x.py:3: W: C:\\1\\y.py"]


def test_urls_and_texts_of_outputs_are_left_alone():
    cell = new_code_cell("x", execution_count=1)
    words = "voir https://exemple.example/a/b et /commission/ au 0x12345"
    cell.outputs = [
        new_output("stream", name="stdout", text=words),
        new_output("display_data", {"text/plain": words, "text/html": words}),
    ]
    kept = normalised(new_notebook(cells=[cell])).cells[0].outputs
    assert kept[0].text == words
    assert set(kept[1].data.values()) == {words}


def test_defaults_give_way_to_the_values_of_the_run() -> None:
    """A default left in a copy would name another organisation."""
    source = 'organisme: str = "OF-9"  # é, qui\nannee: int = (\n    2023\n)\nautre: str = "x"'
    shown = with_values(source, {"organisme": "OF-1", "annee": 2024})
    assert (
        shown
        == "organisme: str = 'OF-1'  # é, qui\nannee: int = (\n    2024\n)\nautre: str = \"x\""
    )
