"""`bilan rendre annuel`: files, precedence of values, refusals, nothing half written."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import nbformat
import pytest

from reportlib.cli.rendre import in_a_name
from tests.cli.conftest import TITLE
from tests.cli.words import flat, plain, printed

ENDINGS = (".ipynb", ".html", ".pdf", "_annexe.xlsx")
REGION = [f"bilan_annuel_region_2023{ending}" for ending in ENDINGS]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def values(path: Path) -> dict[str, object]:
    return dict(nbformat.read(path, as_version=4).metadata.papermill.parameters)


def test_four_files_are_written_and_their_paths_printed(bilan, write, tmp_path):
    """The notebook among them is JSON that JupyterLab opens, and holds no place of this machine."""
    write(TITLE)
    done = bilan("rendre", "annuel")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"sorties/{name}" for name in REGION]
    assert plain(done.stderr).splitlines() == [
        "Bilan annuel : exécution du carnet",
        "Bilan annuel : mise en page",
        "Bilan annuel : écriture",
    ]
    assert names(tmp_path / "sorties") == sorted(REGION)
    page = (tmp_path / "sorties" / REGION[1]).read_text(encoding="utf-8")
    assert "Bilan 2023" in page
    assert (tmp_path / "sorties" / REGION[2]).read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "sorties" / REGION[3]).read_bytes().startswith(b"PK")
    assert values(tmp_path / "sorties" / REGION[0]) == {
        "annee": 2023,
        "donnees": "registres",
        "part_minimale": 0.5,
        "mode": "court",
    }
    text = (tmp_path / "sorties" / REGION[0]).read_text(encoding="utf-8")
    read = json.loads(text)
    nbformat.validate(nbformat.from_dict(read))
    assert str(tmp_path) not in text
    assert read["metadata"]["kernelspec"]["name"] == "python3"


def test_an_option_wins_over_the_file_which_wins_over_the_notebook(ici, write, tmp_path):
    write(TITLE)
    (tmp_path / "p.yaml").write_text("annee: 2021\nmode: long\n", encoding="utf-8")
    done = ici("rendre", "annuel", "--parametres", "p.yaml", "--annee", "2022", "--sortie", "s")
    assert done.returncode == 0, done.stderr
    got = values(tmp_path / "s" / "bilan_annuel_region_2022.ipynb")
    assert (got["annee"], got["mode"], got["part_minimale"]) == (2022, "long", 0.5)
    page = (tmp_path / "s" / "bilan_annuel_region_2022.html").read_text(encoding="utf-8")
    assert "0.5 long" in page


def test_an_organisation_gets_its_own_notebook_and_its_id(ici, write, registres, tmp_path):
    write(TITLE)
    done = ici("rendre", "annuel", "--organisme", "ecole d'ete")
    assert done.returncode == 0, done.stderr
    name = "bilan_annuel_organisme_2023_OF-0003"
    assert done.stdout.splitlines()[0] == f"sorties/{name}.ipynb"
    assert values(tmp_path / "sorties" / f"{name}.ipynb")["organisme"] == "OF-0003"


@pytest.mark.parametrize("named", ["OF-0003", "Summer"])
def test_an_organisation_is_named_by_its_id_or_an_alias(ici, write, registres, named):
    write("raise ValueError(f'donné : {organisme}')")
    done = ici("rendre", "annuel", "--organisme", named)
    assert (done.returncode, done.stdout) == (14, "")
    assert "donné : OF-0003" in plain(flat(done.stderr))


def test_an_organisation_named_by_the_file_is_one_too(ici, write, registres, tmp_path):
    write(TITLE)
    (tmp_path / "p.yaml").write_text("organisme: 'Atelier du Canal'\n", encoding="utf-8")
    done = ici("rendre", "annuel", "--parametres", "p.yaml")
    assert "bilan_annuel_organisme_2023_OF-0002.pdf" in done.stdout


def test_an_unknown_organisation_is_refused_with_the_nearest(ici, write, registres, tmp_path):
    write("1 / 0")
    done = ici("rendre", "annuel", "--organisme", "Atelier du Fleuv")
    assert (done.returncode, done.stdout) == (13, "")
    last = flat(plain(done.stderr).split("registres\n")[-1])
    assert last == (
        "Aucun organisme ne correspond à « Atelier du Fleuv ». Noms proches : Atelier du Fleuve "
        "(OF-0001), Atelier du Canal (OF-0002). Donnez son identifiant, son SIRET ou son nom, tels "
        "qu'ils sont dans le registre des organismes."
    )
    assert "École" not in done.stderr
    assert names(tmp_path / "sorties") == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "anee: 2022",
            "« p.yaml » et options : paramètre inconnu « anee ». Vouliez-vous dire « annee » ? "
            "Paramètres : annee, donnees, part_minimale, mode.",
        ),
        (
            "annee: '2022'",
            "« p.yaml » et options : « annee » vaut « 2022 » ; attendu un nombre entier. "
            "Exemple : annee: 2023",
        ),
        (
            "organisme: 12345678901234",
            "« p.yaml » et options : « organisme » vaut « 12345678901234 » ; attendu un texte. "
            'Mettez des guillemets : organisme: "12345678901234".',
        ),
        ("- 1", "p.yaml : attendu une ligne par paramètre, par exemple « annee: 2023 »."),
    ],
)
def test_wrong_parameters_are_refused_before_any_run(ici, write, tmp_path, content, said):
    write("open('parti', 'w').close()")
    (tmp_path / "p.yaml").write_text(content, encoding="utf-8")
    done = ici("rendre", "annuel", "--parametres", "p.yaml")
    assert (done.returncode, done.stdout) == (13, "")
    assert flat(plain(done.stderr)) == said
    assert not (tmp_path / "parti").exists()


@pytest.mark.parametrize(
    ("cell", "code", "said"),
    [
        ("from reportlib.errors import DataError\nraise DataError('faute é')", 11, "faute é"),
        ("from reportlib.errors import ParameterError\nraise ParameterError('x')", 13, "x"),
        (
            "1 / 0",
            14,
            "bilan_annuel_region.ipynb, cellule 2 (« 1 / 0 ») : ZeroDivisionError : division by "
            "zero",
        ),
        (TITLE + "\nprint('texte')", 15, "une sortie n'est pas un bloc (stream)"),
    ],
)
def test_a_failure_has_its_code_and_leaves_nothing(ici, write, tmp_path, cell, code, said):
    write(cell)
    done = ici("rendre", "annuel")
    assert done.returncode == code
    assert done.stdout == ""
    assert said in plain(flat(done.stderr))
    assert "Traceback" not in done.stderr
    assert names(tmp_path / "sorties") == []
    assert not (tmp_path / "sorties").exists()


def test_a_warning_of_a_library_is_said_and_is_no_fault(bilan, write, tmp_path):
    write(TITLE, "import warnings\nwarnings.warn('attention')")
    done = bilan("rendre", "annuel")
    assert done.returncode == 0
    assert "Avertissement du carnet" in done.stderr
    assert "UserWarning: attention" in plain(done.stderr).replace(" :", ":")
    assert "attention" in (tmp_path / "sorties" / REGION[0]).read_text(encoding="utf-8")
    assert "UserWarning" not in (tmp_path / "sorties" / REGION[0]).read_text(encoding="utf-8")


def test_an_empty_organisation_is_not_the_region(ici, write, tmp_path):
    write(TITLE)
    done = ici("rendre", "annuel", "--organisme", " ")
    assert (done.returncode, done.stdout) == (13, "")
    assert flat(plain(done.stderr)) == (
        "--organisme est vide. Donnez un identifiant, un SIRET ou un nom, ou retirez l'option "
        "pour le bilan de la région."
    )


def test_trace_shows_the_traceback_of_the_cell(ici, write):
    write("def f():\n    return 1 / 0\nf()")
    done = ici("rendre", "annuel", "--trace")
    assert done.returncode == 14
    assert "return" in done.stderr
    assert "\x1b" not in done.stderr


def test_strict_makes_nothing_when_rows_were_set_aside(ici, write, registres, tmp_path):
    write("open('parti', 'w').close()")
    done = ici("rendre", "annuel", "--strict")
    assert (done.returncode, done.stdout) == (12, "")
    assert plain(flat(done.stderr)).endswith(
        "2 lignes mises à l'écart, et --strict n'en accepte aucune. Le bilan n'est pas fait ; "
        "« bilan verifier » montre ces lignes une à une."
    )
    assert not (tmp_path / "parti").exists()


def test_a_failure_keeps_the_files_of_before(ici, write, tmp_path):
    write("1 / 0")
    (tmp_path / "sorties").mkdir()
    for name in REGION:
        (tmp_path / "sorties" / name).write_text("avant", encoding="utf-8")
    assert ici("rendre", "annuel").returncode == 14
    assert {path.read_text() for path in (tmp_path / "sorties").iterdir()} == {"avant"}


def test_a_wrong_folder_is_said_before_the_run(ici, write, tmp_path):
    write("open('parti', 'w').close()")
    (tmp_path / "fichier").write_text("x", encoding="utf-8")
    done = ici("rendre", "annuel", "--sortie", "fichier/sorties")
    assert (done.returncode, done.stdout) == (16, "")
    assert flat(done.stderr) == printed(
        "Impossible d'écrire dans « fichier/sorties » : un fichier porte le nom d'un dossier du "
        "chemin. Aucun fichier n'a été écrit."
    )
    assert not (tmp_path / "parti").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX limits")
def test_a_disk_that_fills_up_leaves_nothing(ici, write, tmp_path):
    """The largest of the four files is one byte too large, or far too large."""
    write(TITLE)
    assert ici("rendre", "annuel", "--sortie", "entiers").returncode == 0
    largest = max(path.stat().st_size for path in (tmp_path / "entiers").iterdir())
    for limit in (largest // 2, largest - 1):
        done = subprocess.run(
            [sys.executable, "-m", "reportlib", "rendre", "annuel"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit)),
        )
        assert done.returncode == 16, done.stderr
        assert done.stdout == ""
        assert not (tmp_path / "sorties").exists()


@pytest.mark.lent
def test_same_inputs_same_files_from_any_folder(bilan, write, registres, tmp_path):
    write(TITLE)
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    first = bilan("rendre", "annuel", "--sortie", "un", "--trace", TZ="UTC", PYTHONHASHSEED="1")
    second = bilan(
        *("rendre", "annuel", "--sortie", "deux", "--trace"),
        cwd=deep,
        TZ="Asia/Tokyo",
        PYTHONHASHSEED="2",
        LC_ALL="C",
    )
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    for name in REGION:
        assert (tmp_path / "un" / name).read_bytes() == (deep / "deux" / name).read_bytes()


@pytest.mark.lent
def test_four_commands_side_by_side(bilan, write, tmp_path):
    write(TITLE)
    years = [2020, 2021, 2022, 2023]
    with ThreadPoolExecutor(4) as pool:
        done = list(
            pool.map(lambda year: bilan("rendre", "annuel", "--annee", str(year), "--trace"), years)
        )
    assert [each.returncode for each in done] == [0] * 4, [each.stderr for each in done]
    assert len(names(tmp_path / "sorties")) == 16
    for year in years:
        page = tmp_path / "sorties" / f"bilan_annuel_region_{year}.html"
        assert f"Bilan {year}" in page.read_text(encoding="utf-8")


def test_a_notebook_without_the_year_is_refused(ici, write):
    write("1", region='donnees: str = "x"')
    done = ici("rendre", "annuel")
    assert done.returncode == 13
    assert flat(done.stderr) == printed(
        "bilan_annuel_region.ipynb doit déclarer un des paramètres « annee », « periode », "
        "« date »."
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ruptures", "--organisme", "OF-1"), "--organisme"),
        (("accompagnement",), "Ajoutez --organisme, avec un identifiant, un SIRET ou un nom."),
    ],
)
def test_a_document_of_the_region_is_no_organisation_s(ici, tmp_path, words, said):
    """A note of the region knows no --organisme; a sheet of an organisation asks for one."""
    cells = {"note_ruptures": "", "fiche_accompagnement": 'organisme: str = ""'}
    for name, more in cells.items():
        cell = nbformat.v4.new_code_cell(f'annee: int = 2023\ndonnees: str = "x"\n{more}')
        cell.metadata["tags"] = ["parameters"]
        path = tmp_path / "notebooks" / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    done = ici("rendre", *words)
    assert done.returncode in {2, 13}
    assert flat(said) in flat(done.stderr)


@pytest.mark.parametrize(
    ("text", "name"),
    [("OF-0001", "OF-0001"), ("2023", "2023"), ("a_b", "a_b")],
)
def test_plain_names_stay(text, name):
    assert in_a_name(text) == name


def test_other_names_are_safe_and_distinct():
    texts = ["../../etc/passwd", "A/1", "A:1", "A 1", "é", "", ".", "x" * 300, "x" * 301, "CON\n"]
    made = [in_a_name(text) for text in texts]
    assert len(set(made)) == len(texts)
    for name in made:
        assert name
        assert len(name) <= 70
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
