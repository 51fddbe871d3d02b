"""Files of parameters: defaults, types, the nearest name; and where a path is looked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportlib.errors import ParameterError
from reportlib.places import locate
from reportlib.settings import Charte, Choix, Confidentialite, Identite


def test_the_delivered_files_are_the_defaults() -> None:
    assert Charte.read("parameters/charte.yaml") == Charte()
    assert Confidentialite.read("parameters/confidentialite.yaml") == Confidentialite()
    assert Choix.read("parameters/choix.yaml") == Choix()
    assert Identite.read("parameters/identite.yaml").emetteur == Identite().emetteur


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("seuil_personne: 5", "Vouliez-vous dire « seuil_personnes » ?"),
        ("seuil_personnes: cinq", "attendu un nombre entier, par exemple 5"),
        ("seuil_personnes: true", "attendu un nombre entier, par exemple 5"),
        ("- 5", "attendu des lignes « clé: valeur »"),
        ("a: [", "YAML illisible"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "confidentialite.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        Confidentialite.read(path)
    assert said in str(caught.value)
    assert "confidentialite.yaml" in str(caught.value)


def test_renewal_moves_the_end() -> None:
    assert Charte().terme == date(2022, 12, 31)
    assert Charte(reconduction=False).terme == date(2022, 12, 31)
    renewed = Charte(reconduction=True, fin_reconduction=date(2024, 12, 31))
    assert renewed.terme == date(2024, 12, 31)


def test_a_relative_path_is_looked_for_upwards(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = root / "parameters" / "charte.yaml"
    for folder in (root, root / "notebooks", tmp_path):
        monkeypatch.chdir(folder)
        assert locate("parameters/charte.yaml") == wanted


def test_the_working_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "parameters" / "charte.yaml"
    own.parent.mkdir()
    own.write_text("version: '2025'", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert Charte.read("parameters/charte.yaml").version == "2025"


def test_a_path_that_is_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ParameterError, match="« nulle/part » est introuvable"):
        locate("nulle/part")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("limite_certificat: fin_m3", "attendu « fin_m2 » ou « 5_m3 »"),
        ("derogation_4_ans: yes", "attendu un texte"),
        ("seuils: 80", "attendu des lignes « CH-09: 80 »"),
        ("seuils: {CH-09: beaucoup}", "attendu un nombre, par exemple 80"),
    ],
)
def test_a_choice_that_is_not_offered_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "choix.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ParameterError, match=said):
        Choix.read(path)
