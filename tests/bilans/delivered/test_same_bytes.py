"""Same inputs, same bytes: another process, folder, clock, time zone and hash seed."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import matplotlib as mpl
import pytest

from tests.bilans.conftest import NAMES, ROOT, SMALL, Made, render

ENDINGS = ("html", "pdf", "ipynb", "xlsx")


def digests(folder: Path, name: str) -> dict[str, str]:
    return {
        ending: hashlib.sha256(Made(folder, name)[ending].read_bytes()).hexdigest()
        for ending in ENDINGS
    }


def other_clock() -> dict[str, str]:
    """Environment of another clock, by Debian's libfaketime; the marker skips when it is absent.

    Without the last word, threads that wait on the monotonic clock would spin until they are woken.
    """
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    return {
        "LD_PRELOAD": str(found[0]),
        "FAKETIME": "+400d",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_FORCE_MONOTONIC_FIX": "1",
    }


@pytest.mark.faketime
@pytest.mark.parametrize("kind", ["region", "small"])
def test_another_world_gives_the_same_bytes(
    made: dict[str, Made], tmp_path: Path, kind: str
) -> None:
    """Another working folder (a copy of data and parameters), home, clock, zone, seed and locale.

    Matplotlib's list of the machine's fonts is the one thing kept: it takes long to make.
    """
    elsewhere = tmp_path / "ailleurs"
    shutil.copytree(ROOT / "data_samples" / "registres", elsewhere / "data_samples" / "registres")
    shutil.copytree(ROOT / "parameters", elsewhere / "parameters")
    world = {
        "TZ": "Pacific/Auckland",
        "PYTHONHASHSEED": "4242",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
        "MPLCONFIGDIR": mpl.get_cachedir(),
        **other_clock(),
    }
    words = (
        ("--parametres", "parameters/bilan_annuel_2023.yaml")
        if kind == "region"
        else ("--organisme", SMALL, "--parametres", "parameters/bilan_organisme_2023.yaml")
    )
    render(tmp_path / "sorties", *words, cwd=elsewhere, env=world)
    assert digests(tmp_path / "sorties", NAMES[kind]) == digests(made[kind].folder, made[kind].name)


def test_another_edition_gives_other_bytes(made: dict[str, Made], spoken: Made) -> None:
    """The comparison above can fail: what readers see changes all four files."""
    other, first = digests(spoken.folder, spoken.name), digests(made["large"].folder, spoken.name)
    assert all(other[ending] != first[ending] for ending in ENDINGS)
