"""All of the files, whole, or none: full disks, files too large, wrong places, a killed process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlib.errors import OutputError
from reportlib.execution.atomic import ready, write_all

WRITE = """
import os, resource, sys
from pathlib import Path
from reportlib.errors import OutputError
from reportlib.execution.atomic import write_all
folder, limit = Path(sys.argv[1]), int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
if "nobody" in sys.argv and os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
files = {folder / f"b.{kind}": kind.encode() * size
         for kind, size in (("ipynb", 100), ("html", 20_000), ("pdf", 5_000_000))}
try:
    write_all(files)
except OutputError as exc:
    print(exc)
"""


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def failed(folder: Path, why: str) -> str:
    return f"Impossible d'écrire dans « {folder} » : {why}. Aucun fichier n'a été écrit."


def test_files_are_written_and_folders_made(tmp_path):
    files = {tmp_path / "a" / "b" / "x.html": b"1", tmp_path / "a" / "y.pdf": b"\x00"}
    write_all(files)
    assert tree(tmp_path) == {"a/b/x.html": b"1", "a/y.pdf": b"\x00"}


def test_files_of_before_are_replaced(tmp_path):
    (tmp_path / "x.html").write_bytes(b"avant, plus long")
    write_all({tmp_path / "x.html": b"neuf"})
    assert tree(tmp_path) == {"x.html": b"neuf"}


def test_a_relative_path_is_relative_to_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_all({Path("sorties/x.html"): b"1"})
    assert tree(tmp_path) == {"sorties/x.html": b"1"}


def test_permissions_are_those_of_any_new_file(tmp_path):
    (tmp_path / "temoin").write_bytes(b"")
    write_all({tmp_path / "x.html": b"1"})
    assert (tmp_path / "x.html").stat().st_mode == (tmp_path / "temoin").stat().st_mode


def test_a_folder_in_the_place_of_a_file_stops_all(tmp_path):
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(OutputError) as refused:
        write_all({tmp_path / "x.html": b"1", tmp_path / "x.pdf": b"2"})
    assert str(refused.value) == failed(tmp_path, "un dossier porte le nom d'un fichier à écrire")
    assert tree(tmp_path) == {}


def test_a_file_in_the_place_of_a_folder_stops_all(tmp_path):
    (tmp_path / "sorties").write_bytes(b"x")
    with pytest.raises(OutputError) as refused:
        write_all({tmp_path / "sorties" / "x.html": b"1"})
    said = "un fichier porte le nom d'un dossier du chemin"
    assert str(refused.value) == failed(tmp_path / "sorties", said)


def test_a_name_too_long_is_said(tmp_path):
    with pytest.raises(OutputError, match="le nom du fichier est trop long"):
        ready([tmp_path / ("x" * 300)])


def test_ready_makes_nothing(tmp_path):
    ready([tmp_path / "a" / "b" / "x.html"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("stop", [0, 1, 2])
def test_a_stop_at_any_rename_gives_back_what_was_there(tmp_path, monkeypatch, error, stop):
    """Two files of before, a new one in a new folder: the rename number ``stop`` fails."""
    before = {tmp_path / "x.ipynb": b"avant 1", tmp_path / "x.html": b"avant 2"}
    write_all(before)
    renames = iter(range(10))
    rename = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if next(renames) == stop:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    new = dict.fromkeys((*before, tmp_path / "neuf" / "x.pdf"), b"neuf")
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_all(new)
    monkeypatch.undo()
    assert tree(tmp_path) == {"x.ipynb": b"avant 1", "x.html": b"avant 2"}
    assert not (tmp_path / "neuf").exists()


def test_a_disk_without_links_is_served_too(tmp_path, monkeypatch):
    """Memory sticks and some network shares know no hard link: the file of before is copied."""

    def refused(self: Path, target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    target = tmp_path / "x.html"
    target.write_bytes(b"avant")
    write_all({target: b"neuf"})
    assert tree(tmp_path) == {"x.html": b"neuf"}
    rename = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if self.read_bytes() == b"encore":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OutputError):
        write_all({target: b"encore"})
    assert tree(tmp_path) == {"x.html": b"neuf"}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(
        st.sampled_from(["a", "b/c", "b/d", "e/f/g"]), st.binary(max_size=40), min_size=1
    )
)
def test_what_is_given_is_what_is_there(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("x")
    write_all({folder / name: content for name, content in files.items()})
    assert tree(folder) == files


posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX limits")


@posix
@pytest.mark.parametrize("limit", [1, 50, 500, 30_000, 4_999_999])
def test_a_file_too_large_leaves_nothing(tmp_path, limit):
    """RLIMIT_FSIZE: the write fails in the first, second or third file."""
    folder = tmp_path / "sorties"
    done = subprocess.run(
        [sys.executable, "-c", WRITE, str(folder), str(limit)], capture_output=True, text=True
    )
    assert done.stdout.strip() == failed(folder, "le fichier dépasse la taille permise")
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_read_only_folder_is_said(tmp_path):
    folder = tmp_path / "sorties"
    folder.mkdir(mode=0o555)
    for parent in tmp_path.parents[:2]:
        parent.chmod(0o755)
    tmp_path.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", WRITE, str(folder), "0", "nobody"], capture_output=True, text=True
    )
    assert done.stdout.strip() == failed(folder, "vous n'avez pas le droit d'y écrire"), done.stderr
    assert list(folder.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB, where root may mount one."""
    place = tmp_path / "disque"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if not sys.platform.startswith("linux") or subprocess.run(["mount", *options]).returncode:
        pytest.skip("no disk can be mounted here; the limit of file size is tested above")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_nothing(small_disk):
    write_all({small_disk / "b.html": b"avant"})
    files = {small_disk / f"b.{kind}": b"x" * 600_000 for kind in ("ipynb", "html", "pdf")}
    with pytest.raises(OutputError) as refused:
        write_all(files)
    assert str(refused.value) == failed(small_disk, "il n'y a plus de place sur le disque")
    assert tree(small_disk) == {"b.html": b"avant"}


@posix
def test_a_killed_process_leaves_whole_files_or_none(tmp_path):
    """kill -9 at ten instants of the writing: no target is ever partial."""
    sizes = {"b.ipynb": 5 * 100, "b.html": 4 * 20_000, "b.pdf": 3 * 5_000_000}
    for instant in range(10):
        folder = tmp_path / str(instant)
        code = WRITE.replace("write_all(files)", "print('go', flush=True); write_all(files)")
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(folder), "0"], stdout=subprocess.PIPE
        )
        process.stdout.readline()
        try:
            process.wait(0.002 * instant)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        for name, size in sizes.items():
            if (folder / name).exists():
                assert (folder / name).stat().st_size == size
