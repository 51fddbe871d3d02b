"""`bilan rendre … --remplace ANCIEN.ipynb`: versions, and what is never written over."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tests.cli.conftest import REGION, TITLE
from tests.cli.words import flat

DATED = f"""{REGION}
edition: str = "2024-03-12"
version: str = "1"
remplace: str = "" """
NUMBER = """
from reportlib.blocks import Cell, Column, Row, Table, text
value = 12.0 if mode == "court" else 13.0
cell = Cell(text=((f"{value:.0f}", ""),), value=value, ref=f"BA-02|propre||{annee}|nombre")
Blocks((Table(title="T", columns=(Column(label="a"), Column(label="b", kind="num")),
              rows=(Row(cells=(text("x"), cell)),)),))
"""


@pytest.fixture(scope="module")
def rendered() -> dict[str, bytes]:
    """The files of the first version, once a test has made them."""
    return {}


@pytest.fixture
def first(ici, write, tmp_path: Path, rendered: dict[str, bytes]) -> Path:
    """The notebook of a first version, dated, in ``sorties``."""
    write(TITLE, NUMBER, region=DATED)
    sorties = tmp_path / "sorties"
    if not rendered:
        done = ici("rendre", "annuel")
        assert done.returncode == 0, done.stderr
        rendered |= {path.name: path.read_bytes() for path in sorties.iterdir()}
    sorties.mkdir(exist_ok=True)
    for name, content in rendered.items():
        (sorties / name).write_bytes(content)
    return sorties / "bilan_annuel_region_2023.ipynb"


def parameters(path: Path) -> dict[str, object]:
    return dict(nbformat.read(path, as_version=4).metadata.papermill.parameters)


def test_a_new_version_is_numbered_named_and_says_what_moved(ici, first, tmp_path):
    before = {path.name: path.read_bytes() for path in first.parent.iterdir()}
    done = ici("rendre", "annuel", "--mode", "long", "--remplace", str(first))
    assert done.returncode == 0, done.stderr
    new = first.with_name("bilan_annuel_region_2023_v2.ipynb")
    got = parameters(new)
    assert (got["version"], got["remplace"]) == ("2", "2024-03-12")
    page = new.with_suffix(".html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "depuis la version du 12 mars 2024" in page
    assert "1 nombre de 1 indicateur a changé" in page
    for path, content in before.items():
        assert (first.parent / path).read_bytes() == content

    again = ici("rendre", "annuel", "--mode", "court", "--remplace", str(new))
    assert again.returncode == 0, again.stderr
    assert parameters(first.with_name("bilan_annuel_region_2023_v3.ipynb"))["version"] == "3"


def test_nothing_moved_is_said_too(ici, first):
    assert ici("rendre", "annuel", "--remplace", str(first)).returncode == 0
    page = first.with_name("bilan_annuel_region_2023_v2.html").read_text(encoding="utf-8")
    assert "Aucun nombre n’a changé" in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--annee", "2022"), "a « annee » égal à « 2023 », et non « 2022 »"),
        (("--remplace", "absent.ipynb"), "absent.ipynb"),
    ],
)
def test_another_bilan_is_not_replaced(ici, first, words, said):
    options = words if "--remplace" in words else ("--remplace", str(first), *words)
    done = ici("rendre", "annuel", *options)
    assert done.returncode == 13
    assert flat(said).replace("\u00a0", " ") in flat(done.stderr).replace("\u00a0", " ")


def test_a_version_goes_to_the_readers_of_the_one_it_replaces(ici, write, registres, tmp_path):
    """The list of what moved would show an organisation's numbers to the region, or the reverse."""
    inside = f"{DATED}\ninterne: bool = False"
    write(TITLE, NUMBER, region=inside, organisme=f'organisme: str = "OF-0001"\n{DATED}')
    one = ("--organisme", "OF-0001")
    assert ici("rendre", "annuel", *one).returncode == 0
    assert ici("rendre", "annuel", "--interne", "oui").returncode == 0
    sorties = tmp_path / "sorties"
    copies = {
        "organisme": sorties / "bilan_annuel_organisme_2023_OF-0001.ipynb",
        "interne": sorties / "bilan_annuel_region_2023_interne.ipynb",
    }
    for parameter, notebook in copies.items():
        done = ici("rendre", "annuel", "--remplace", str(notebook))
        assert done.returncode == 13, done.stderr
        assert f"a «\u00a0{parameter}\u00a0» égal à" in flat(done.stderr)
    assert ici("rendre", "annuel", *one, "--remplace", str(copies["organisme"])).returncode == 0
    assert not (sorties / "bilan_annuel_region_2023.pdf").exists(), "no name for the team's own"


def test_a_notebook_never_run_is_no_version(ici, first, tmp_path):
    done = ici(
        "rendre", "annuel", "--remplace", str(tmp_path / "notebooks/bilan_annuel_region.ipynb")
    )
    assert done.returncode == 13
    assert "pas un bilan rendu" in flat(done.stderr)


def test_a_bilan_handed_over_is_never_changed(ici, first):
    before = {path: path.read_bytes() for path in first.parent.iterdir()}
    assert ici("rendre", "annuel").returncode == 0  # the same bytes: nothing changes
    done = ici("rendre", "annuel", "--mode", "long")
    assert done.returncode == 16
    assert "--remplace" in done.stderr
    assert {path: path.read_bytes() for path in first.parent.iterdir()} == before
    assert ici("rendre", "annuel", "--mode", "long", "--ecraser").returncode == 0
    assert first.read_bytes() != before[first]
