"""Real runs of small notebooks: values, errors, what is left behind, runs side by side."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reportlib.errors import DataError, NotebookError, ParameterError, RenderingError
from reportlib.execution.run import run

DECLARED = 'annee: int = 2023  # exercice\nnom: str = "é"  # nom'


def printed(executed) -> str:
    return "".join(
        output.get("text", "") or output.get("data", {}).get("text/plain", "")
        for cell in executed.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    )


def test_values_given_win_over_the_defaults(notebook):
    path = notebook(DECLARED, "print(annee, nom)")
    before = path.read_bytes()
    seen: list[tuple[int, int]] = []
    executed = run(
        path, {"annee": 2022, "nom": 'a"\\ \n«é»'}, on_cell=lambda *step: seen.append(step)
    )
    assert printed(executed) == '2022 a"\\ \n«é»\n'
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert path.read_bytes() == before


def test_the_kernel_works_in_the_notebooks_folder_or_the_one_given(notebook, tmp_path):
    path = notebook("", "import os; os.getcwd()", folder="carnets")
    assert printed(run(path, {})) == repr(str(tmp_path / "carnets"))
    here = Path.cwd()
    assert printed(run(path, {}, folder=tmp_path)) == repr(str(tmp_path))
    assert Path.cwd() == here


def test_the_kernel_is_this_interpreter_whatever_is_installed(notebook, tmp_path, monkeypatch):
    """A kernelspec of the same name, first in Jupyter's path, points to a command that fails."""
    spec = tmp_path / "jupyter" / "kernels" / "python3"
    spec.mkdir(parents=True)
    wrong = {"argv": ["/bin/false"], "display_name": "x", "language": "python"}
    (spec / "kernel.json").write_text(json.dumps(wrong), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.setenv("PATH", "/nulle-part")
    path = notebook("", "import sys; sys.executable, sys.prefix")
    assert printed(run(path, {})) == repr((sys.executable, sys.prefix))


def test_nothing_is_left_in_the_home_nor_in_the_temporary_folder(notebook, tmp_path, monkeypatch):
    home, temporary = tmp_path / "maison", tmp_path / "provisoire"
    home.mkdir()
    temporary.mkdir()
    for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    run(notebook("", "x = 1", "x"), {})
    with pytest.raises(NotebookError):
        run(notebook("", "1 / 0"), {})
    assert list(home.rglob("*")) == []
    assert list(temporary.rglob("*")) == []


def test_a_long_temporary_folder_still_leaves_room_for_sockets(notebook, tmp_path, monkeypatch):
    deep = tmp_path / ("x" * 60) / ("y" * 60)
    deep.mkdir(parents=True)
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    assert printed(run(notebook("", "print(7)"), {})) == "7\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"anee": 1}, "paramètre inconnu « anee ». Vouliez-vous dire « annee » ?"),
        ({"annee": "2022"}, "« annee » vaut « 2022 » ; attendu un nombre entier"),
    ],
)
def test_wrong_parameters_are_refused_before_any_kernel(notebook, monkeypatch, given, said):
    def started(*_: object, **__: object) -> None:
        raise AssertionError("a kernel was started")

    monkeypatch.setattr("reportlib.execution.run.execute_notebook", started)
    with pytest.raises(ParameterError, match=said.replace("?", r"\?")):
        run(notebook(DECLARED, "1"), given)


@pytest.mark.parametrize("kind", [DataError, ParameterError, RenderingError])
def test_our_errors_come_back_as_they_were_raised(notebook, kind):
    path = notebook(
        DECLARED,
        f"from reportlib.errors import {kind.__name__}\nraise {kind.__name__}('feuille « é » : 3')",
    )
    with pytest.raises(kind) as raised:
        run(path, {})
    assert str(raised.value) == "feuille « é » : 3"
    assert "Traceback" in raised.value.__notes__[0]


def test_a_subclass_of_ours_keeps_the_exit_code(notebook):
    path = notebook(
        "",
        "from reportlib.errors import DataError\nclass Mine(DataError): pass\nraise Mine('x')",
    )
    with pytest.raises(DataError) as raised:
        run(path, {})
    assert str(raised.value) == "x"


def test_an_error_of_the_same_name_from_elsewhere_is_not_ours(notebook):
    path = notebook(DECLARED, "annee", "class DataError(Exception): pass\nraise DataError('x')")
    with pytest.raises(NotebookError) as raised:
        run(path, {})
    assert str(raised.value) == (
        "carnet.ipynb, cellule 3 (« class DataError(Exception): pass ») : DataError : x"
    )


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("\n1 / 0", "cellule 2 (« 1 / 0 ») : ZeroDivisionError : division by zero"),
        ("raise ValueError", "cellule 2 (« raise ValueError ») : ValueError"),
        ("x = (", "cellule 2 (« x = ( ») : _IncompleteInputError : incomplete input"),
        (f"abs(None)  # {'x' * 80}", f"cellule 2 (« abs(None)  # {'x' * 46}… ») : TypeError"),
    ],
)
def test_another_error_names_the_cell(notebook, cell, said):
    with pytest.raises(NotebookError) as raised:
        run(notebook("annee: int = 2023", cell), {})
    assert said in str(raised.value).replace("SyntaxError", "_IncompleteInputError")


def test_a_cell_that_takes_too_long_is_stopped(notebook):
    path = notebook("", "import time\ntime.sleep(60)")
    with pytest.raises(NotebookError) as raised:
        run(path, {}, cell_seconds=1)
    assert str(raised.value) == (
        "carnet.ipynb, cellule 1 (« import time ») : pas finie après 1 secondes."
    )


def test_a_kernel_that_dies_is_said(notebook):
    path = notebook("", "import os\nos._exit(9)")
    with pytest.raises(NotebookError) as raised:
        run(path, {})
    assert str(raised.value) == (
        "carnet.ipynb, cellule 1 (« import os ») : le noyau s'est arrêté ; la mémoire de la "
        "machine a pu manquer."
    )


def test_a_kernel_that_never_starts_is_said(notebook, monkeypatch, capfd):
    monkeypatch.setattr("reportlib.execution.kernel.sys.executable", "/bin/false")
    with pytest.raises(NotebookError) as raised:
        run(notebook("", "1"), {})
    assert str(raised.value) == (
        "carnet.ipynb, avant la première cellule : le noyau Python n'a pas démarré (le paquet "
        "ipykernel manque peut-être)."
    )
    assert capfd.readouterr() == ("", "")


def test_blocks_are_carried_as_records(notebook):
    path = notebook(
        "",
        "from reportlib.blocks import Note, Blocks\nBlocks((Note(title='T', text=(('é', ''),)),))",
    )
    (output,) = run(path, {}).cells[-1].outputs
    assert output.data["application/vnd.reportlib.block+json"] == {
        "kind": "note",
        "title": "T",
        "text": [["é", ""]],
    }


def test_four_runs_side_by_side_do_not_collide(notebook):
    """Four threads, four kernels started together; over TCP about one in twenty would fail."""
    path = notebook("annee: int = 2023", "print(annee)")
    with ThreadPoolExecutor(4) as pool:
        years = list(range(2000, 2008))
        done = list(pool.map(lambda year: printed(run(path, {"annee": year})), years))
    assert done == [f"{year}\n" for year in years]


@pytest.mark.parametrize("minor", [2, 4, 5])
def test_a_notebook_without_cell_ids_runs_quietly(notebook, minor):
    from reportlib.execution.delivered import as_bytes

    path = notebook("annee: int = 2023", "print(annee)")
    content = json.loads(path.read_text(encoding="utf-8"))
    content["nbformat_minor"] = minor
    for cell in content["cells"]:
        del cell["id"]
    path.write_text(json.dumps(content), encoding="utf-8")
    executed = run(path, {"annee": 2022})
    assert printed(executed) == "2022\n"
    assert json.loads(as_bytes(executed))["nbformat_minor"] == 5


def test_cells_with_the_same_id_run_quietly(notebook):
    path = notebook("", "print(1)", "print(2)")
    content = json.loads(path.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        cell["id"] = "x"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert printed(run(path, {})) == "1\n2\n"


def test_it_runs_where_a_loop_already_runs(notebook):
    """As in JupyterLab, where an analyst may call it from a cell."""

    async def inside() -> str:
        return printed(run(notebook("", "print(3)"), {}))

    assert asyncio.run(inside()) == "3\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such sockets")
def test_the_kernel_talks_over_files(notebook):
    cell = (
        "import json\nfrom ipykernel.connect import get_connection_info\n"
        "print(json.loads(get_connection_info())['transport'])"
    )
    assert printed(run(notebook("", cell), {})) == "ipc\n"


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.usefixtures("ctrl_c_is_heard")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_stops_leaves_no_kernel(notebook, tmp_path, number):
    """Ctrl-C, or kill -9, in the caller: its kernel goes too; after Ctrl-C, its folder as well."""
    path = notebook(
        "",
        f"import os, time\nopen({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))",
        "time.sleep(300)",
    )
    code = f"""
import pathlib, tempfile
tempfile.tempdir = {str(tmp_path)!r}
from reportlib.execution.run import run
run(pathlib.Path({str(path)!r}), {{}})
"""
    caller = subprocess.Popen(
        [sys.executable, "-c", code],
        stderr=subprocess.DEVNULL,
    )
    pid = tmp_path / "pid"
    deadline = time.monotonic() + 60
    while not (pid.exists() and pid.read_text()) and time.monotonic() < deadline:
        time.sleep(0.1)
    kernel = int(pid.read_text())
    caller.send_signal(number)
    assert caller.wait(30) != 0
    with pytest.raises(ProcessLookupError):
        for _ in range(100):
            os.kill(kernel, 0)
            time.sleep(0.1)
    assert number == signal.SIGKILL or list(tmp_path.glob("bilan-*")) == []
