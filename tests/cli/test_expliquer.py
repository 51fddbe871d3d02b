"""`bilan expliquer` and `bilan catalogue`: a number down to its rows."""

from __future__ import annotations

import json

import pytest

from tests.cli.words import flat, plain, printed


@pytest.fixture
def explained(ici, registres):
    def run(*words: str):
        return ici("expliquer", *words, "--donnees", "registres")

    return run


def test_a_count_is_shown_with_its_rows(bilan, registres):
    done = bilan("expliquer", "ba-08", "--annee", "2023", "--donnees", "registres")
    assert (done.returncode, done.stderr) == (0, "")
    lines = plain(done.stdout).splitlines()
    assert lines[0] == "BA-08, Ateliers animés"
    for wanted in (
        "  Périmètre    région, du 1er janvier au 31 décembre 2023",
        "  Valeur       1, 1 ligne écartée",
        "  Unité        ateliers",
        "Lignes comptées : 1",
        "  A1   compté  ateliers.csv  2",
        "Laissées de côté : aucune",
        "Mises à l'écart à la lecture, qui auraient pu compter : 1",
    ):
        assert wanted in lines, wanted
    assert "99/99/2023" in done.stdout
    assert lines[-1] == "Usage interne : rien n'est masqué ici."


def test_the_same_as_json(explained):
    read = json.loads(explained("BA-08", "--annee", "2023", "--json").stdout)
    assert (read["repere"], read["etat"], read["valeur"]) == ("BA-08", "exact", 1)
    assert (read["debut"], read["fin"], read["perimetre"]) == ("2023-01-01", "2023-12-31", "region")
    (row,) = read["lignes"]
    assert (row["cle"], row["source"], row["ligne"]) == ("A1", "ateliers.csv", 2)
    (aside,) = read["ecartees"]
    assert (aside["source"], aside["ligne"]) == ("ateliers.csv", 3)


def test_a_register_not_provided_is_never_0(explained):
    done = explained("BA-03", "--annee", "2023")
    assert done.returncode == 0
    assert "  Valeur       donnée non fournie" in done.stdout
    assert "Lignes comptées" not in done.stdout
    read = json.loads(explained("BA-03", "--annee", "2023", "--json").stdout)
    assert (read["etat"], read["valeur"], read["lignes"]) == ("non_fourni", None, [])


def test_an_organisation_is_named_by_its_name(explained):
    read = json.loads(
        explained("BA-08", "--annee", "2023-S1", "--organisme", "ecole d'ete", "--json").stdout
    )
    assert (read["perimetre"], read["id_of"], read["fin"]) == (
        "organisme",
        "OF-0003",
        "2023-06-30",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("BA-99", "--annee", "2023"),
            "« BA-99 » n'est pas un indicateur du catalogue.",
        ),
        (
            ("BA-08", "--annee", "23"),
            "« 23 » n'est pas une période.",
        ),
        (
            ("BA-08", "--annee", "2023", "--organisme", "Atelier du Fleuv"),
            "Aucun organisme ne correspond à « Atelier du Fleuv ». Noms proches : Atelier du "
            "Fleuve (OF-0001)",
        ),
        (
            ("BA-08", "--annee", "2023", "--charte", "nulle.yaml"),
            "« nulle.yaml » est introuvable",
        ),
    ],
)
def test_what_is_unknown_exits_13(explained, words, said):
    done = explained(*words)
    assert (done.returncode, done.stdout) == (13, "")
    assert flat(done.stderr).startswith(printed(said))


def test_a_fault_of_a_file_exits_11(explained, registres):
    (registres / "x.xlsx").write_bytes(b"PK\x03\x04")
    done = explained("BA-08", "--annee", "2023", "--json")
    assert (done.returncode, done.stdout) == (11, "")


def test_the_catalogue_lists_every_indicator(ici):
    from reportlib.indicators import catalogue

    lines = ici("catalogue").stdout.splitlines()
    assert [line.split()[0] for line in lines[: len(catalogue())]] == list(catalogue())
    read = json.loads(ici("catalogue", "--json").stdout)
    assert [one["repere"] for one in read["indicateurs"]] == list(catalogue())
