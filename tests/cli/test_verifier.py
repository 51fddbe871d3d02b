"""`bilan verifier`: text, JSON, page; faults of files; rows set aside."""

from __future__ import annotations

import json

import pytest

from reportlib.intake.records import (
    ColumnReading,
    ControlReport,
    Notice,
    SetAsideRow,
    SheetReading,
    SourceFile,
)
from tests.cli.words import flat, plain, printed

SHOWN = """\
Registres de « registres » : 2 fichiers lus

  ateliers.csv    {ateliers}
  organismes.csv  {organismes}

ORGANISMES
  organismes.csv, reconnue par le nom du fichier, en-têtes en ligne 1
    Code OF         reconnue comme id_of
    Raison sociale  reconnue comme denomination
    SIRET           reconnue comme siret
    SIREN           reconnue comme siren
    Département     reconnue comme departement
    Alias           reconnue comme alias
    Humeur          ignorée : colonne inconnue du registre
    4 lignes = 3 gardées + 1 mise à l'écart + 0 ignorée

  Lignes mises à l'écart
    organismes.csv
      ligne 5, siret : « abc » n'est pas un numéro SIRET : attendu 14 chiffres,
        par exemple 732 829 320 00074. [R-LEC-02]
"""
TOTAL = """\
EN TOUT
  registre    lignes  gardées  écartées  ignorées
  organismes       4        3         1         0
  ateliers         2        1         1         0
  ensemble         6        4         2         0

Donnée non fournie : signataires, propositions, dossiers_ptp, alertes,
echanges_refus, interventions, participations, certificats_realisation,
avenants, controles, suivi_parcours, jurys_clea, temps_dialogue, demandes_bilan,
communications, checklists, groupes_parole, bonnes_pratiques, autoevaluations,
certificats_qualiopi, audits_qualiopi, non_conformites, enquete_qualiopi,
certifications_nationales.
"""


def test_the_reading_is_shown_for_people(ici, registres):
    from hashlib import sha256

    done = ici("verifier", "registres")
    assert (done.returncode, done.stderr) == (0, "")
    prints = {
        path.stem: sha256(path.read_bytes()).hexdigest()[:8] for path in registres.glob("*.csv")
    }
    shown = plain(done.stdout)
    assert shown.startswith(SHOWN.format(**prints))
    assert shown.endswith(TOTAL)
    assert done.stdout.startswith(
        "Registres de «\u00a0registres\u00a0»\u00a0: 2\u00a0fichiers lus\n"
    )


def test_the_text_fits_the_terminal(ici, registres):
    for columns in (50, 80, 200):
        done = ici("verifier", "registres", columns=columns)
        assert max(len(line) for line in done.stdout.splitlines()) <= min(columns, 100)


def test_json_is_one_document_and_nothing_else(bilan, registres):
    done = bilan("verifier", "registres", "--json", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    read = json.loads(done.stdout)
    assert read["registres"] == {
        "organismes": {"lignes": 4, "gardees": 3, "ecartees": 1, "ignorees": {}},
        "ateliers": {"lignes": 2, "gardees": 1, "ecartees": 1, "ignorees": {}},
    }
    absent = plain(TOTAL).partition("Donnée non fournie : ")[2].rstrip(".\n")
    assert read["non_fournis"] == absent.replace("\n", " ").split(", ")
    assert len(read["non_fournis"]) == 24
    columns = {c["en_tete"]: (c["colonne"], c["raison"]) for c in read["feuilles"][1]["colonnes"]}
    assert columns["Raison sociale"] == ("denomination", "")
    assert columns["Humeur"] == (None, "colonne inconnue du registre")
    aside = read["lignes_ecartees"]
    assert [(row["registre"], row["ligne"], row["colonne"]) for row in aside] == [
        ("organismes", 5, "siret"),
        ("ateliers", 3, "date_atelier"),
    ]
    for sheet in read["feuilles"]:
        ignored = sum(sheet["ignorees"].values())
        assert sheet["lignes"] == sheet["gardees"] + sheet["ecartees"] + ignored


def test_the_same_reading_gives_the_same_bytes(bilan, registres):
    once = bilan("verifier", "registres", "--json", TZ="UTC", PYTHONHASHSEED="1")
    again = bilan("verifier", "registres", "--json", TZ="Asia/Tokyo", PYTHONHASHSEED="2")
    assert once.stdout == again.stdout


def test_strict_shows_all_then_exits_12(ici, registres):
    done = ici("verifier", "registres", "--strict")
    assert done.returncode == 12
    assert plain(done.stdout).endswith(TOTAL)
    assert flat(done.stderr) == printed(
        "2 lignes mises à l'écart, et --strict n'en accepte aucune. Elles sont montrées ci-dessus."
    )


def test_strict_accepts_clean_registers(ici, registres):
    (registres / "ateliers.csv").unlink()
    path = registres / "organismes.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(";abc;", ";;"), encoding="utf-8")
    assert ici("verifier", "registres", "--strict").returncode == 0


@pytest.mark.parametrize("options", [(), ("--json",), ("--rapport", "c.html"), ("--strict",)])
def test_a_fault_of_a_file_stops_all(ici, registres, tmp_path, options):
    """One clear message on stderr, code 11, nothing on stdout, nothing written."""
    (registres / "dossiers.xlsx").write_bytes(b"PK\x03\x04 pas un classeur")
    before = sorted(tmp_path.rglob("*"))
    done = ici("verifier", "registres", *options)
    assert done.returncode == 11
    assert done.stdout == ""
    assert "dossiers.xlsx" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_is_not_there_exits_13(ici):
    done = ici("verifier", "nulle-part")
    assert (done.returncode, done.stdout) == (13, "")
    assert flat(done.stderr) == printed(
        "« nulle-part » est introuvable, ni dans le dossier de travail ni dans ses parents. "
        "Donnez un chemin existant, par exemple « data_samples/registres »."
    )


def test_the_page_is_written_whole(ici, bilan, registres, tmp_path):
    done = ici("verifier", "registres", "--rapport", "rapports/controle.html")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(printed("\nCompte rendu : rapports/controle.html\n"))
    page = (tmp_path / "rapports" / "controle.html").read_text(encoding="utf-8")
    for words in ("Contrôle des registres", "Référentiel des organismes", "Humeur", "R-LEC-02"):
        assert words in page
    assert [path.name for path in (tmp_path / "rapports").iterdir()] == ["controle.html"]
    again = bilan("verifier", "registres", "--rapport", "b.html", PYTHONHASHSEED="7")
    assert again.returncode == 0
    assert (tmp_path / "b.html").read_text(encoding="utf-8") == page


def test_a_page_that_cannot_be_written_exits_16(ici, registres, tmp_path):
    (tmp_path / "c.html").mkdir()
    done = ici("verifier", "registres", "--rapport", "c.html")
    assert (done.returncode, done.stdout) == (16, "")
    assert flat(done.stderr) == printed(
        "Impossible d'écrire dans « . » : un dossier porte le nom d'un fichier à écrire. "
        "Aucun fichier n'a été écrit."
    )


REPORT = ControlReport(
    files=(SourceFile(name="a\x1b[2Jb.xlsx", fingerprint="01234567"),),
    sheets=(
        SheetReading(
            file="a.xlsx",
            sheet="Ateliers",
            register="ateliers",
            recognised_by="colonnes",
            header_row=3,
            columns=(ColumnReading(header="Date\nde l'atelier", column="date_atelier"),),
            rows=40,
            kept=10,
            set_aside=20,
            ignored={"total": 4, "ligne vide": 6},
        ),
        SheetReading(file="a.xlsx", sheet="Feuil2", register=None),
    ),
    set_aside=tuple(
        SetAsideRow(
            register="ateliers",
            file="a.xlsx",
            sheet="Ateliers",
            row=row,
            column="theme",
            rule="R-LEC-02",
            message="même message" if row < 20 else f"message {row}",
        )
        for row in range(10, 40)
    ),
    notices=(
        Notice(
            register="ateliers",
            file="a.xlsx",
            sheet="Ateliers",
            row=4,
            column="theme",
            rule="R-X",
            message="Zéro rétabli : lignes 4 et 5.",
        ),
        Notice(
            register="", file="a.xlsx", sheet="Feuil2", row=None, column="", rule="", message="M"
        ),
    ),
)


def test_many_remarks_are_grouped_then_cut(capsys, monkeypatch):
    from reportlib.cli.verifier import SHOWN as MOST
    from reportlib.cli.verifier import show

    monkeypatch.setenv("COLUMNS", "100")
    show(REPORT, "x")
    shown = plain(capsys.readouterr().out)
    assert "lignes 10, 11, 12, 13, 14, 15 et 4 autres, theme : même message" in shown
    assert shown.count("theme : message ") == MOST - 1
    assert "… et 9 autres : --rapport ou --json les donnent." in shown
    assert " theme : Zéro rétabli : lignes 4 et 5. [R-X]" in shown
    assert "40 lignes = 10 gardées + 20 mises à l'écart + 10 ignorées (ligne" in shown
    assert "a.xlsx › Ateliers, reconnue par ses colonnes, en-têtes en ligne 3" in shown
    assert "a.xlsx › Feuil2" in shown
    assert "Date de l'atelier  reconnue comme date_atelier" in shown


def test_a_file_cannot_drive_the_terminal(capsys):
    from reportlib.cli.verifier import show

    show(REPORT, "x")
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "a□[2Jb.xlsx" in shown


def test_the_page_holds_what_the_json_holds():
    from reportlib.sections.controle import controle
    from reportlib.settings import Identite

    blocks = controle(REPORT, Identite())
    words = plain("\n".join(block.as_text() for block in blocks))
    assert [block.kind for block in blocks][:4] == ["title", "tiles", "table", "table"]
    for row in range(20, 40):
        assert f"message {row}" in words
    for shown in ("10, 11, 12, 13, 14, 15 et 4 autres", "Feuil2", "interventions", "ligne vide"):
        assert shown in words


@pytest.mark.chromium
def test_the_page_is_accessible_on_a_small_screen(ici, registres, tmp_path):
    """axe finds nothing, and nothing runs out of a screen of 320 px."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    assert ici("verifier", "registres", "--rapport", "c.html").returncode == 0
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = chromium.new_page(viewport={"width": 320, "height": 800})
        page.goto((tmp_path / "c.html").as_uri())
        found = Axe().run(page).response["violations"]
        width = page.evaluate("document.documentElement.scrollWidth")
        chromium.close()
    assert found == []
    assert width == 320
