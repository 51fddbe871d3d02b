"""`bilan expliquer` of every id: broken-down numbers, letters, numbers made of other numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from reportlib.cli import main
from reportlib.indicators import catalogue, indicator
from reportlib.indicators.fonctions import FONCTIONS
from reportlib.rules.statistiques import MEDIANE_DES

pytestmark = pytest.mark.filterwarnings("default")
Asked = Callable[..., dict[str, Any]]


@pytest.fixture
def explained(capfdbinary: pytest.CaptureFixture[bytes]) -> Asked:
    """Return what asks for a JSON explanation of the sample, in this process."""

    def run(*words: str) -> dict[str, Any]:
        assert main(["expliquer", *words, "--json"]) == 0
        read: dict[str, Any] = json.loads(capfdbinary.readouterr().out)
        return read

    return run


def test_every_indicator_is_explained(explained: Asked) -> None:
    """One call an id, letters in either case; a number, or the reason why there is none."""
    for name in catalogue():
        read = explained(name.lower(), "--annee", "2023")
        assert read["repere"] == name
        without = read["etat"] != "exact" or not read["lignes"]
        few = indicator(name).kind == "mediane" and len(read["lignes"]) < MEDIANE_DES
        assert read["valeur"] is not None or without or few, name


def test_a_broken_down_number_is_followed(explained: Asked) -> None:
    whole = explained("BA-02", "--annee", "2023")
    month = explained("BA-02", "--annee", "2023", "--par", "mois=2023-03")
    kept = [row for row in whole["lignes"] if row["mois"] == "2023-03"]
    assert month["ventilation"] == {"mois": "2023-03"}
    assert month["valeur"] == len(month["lignes"]) == len(kept) > 0
    assert {row["cle"] for row in month["lignes"]} == {row["cle"] for row in kept}
    crossed = explained(
        "BA-02", "--annee", "2023", "--par", "mois=2023-03", "--par", "decision=accord"
    )
    assert 0 < crossed["valeur"] == len(crossed["lignes"]) < month["valeur"]


def test_a_value_that_nothing_takes_is_an_exact_zero(explained: Asked) -> None:
    read = explained("BA-02", "--annee", "2023", "--par", "mois=2019-03")
    assert (read["etat"], read["valeur"], read["lignes"]) == ("exact", 0, [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("BA-02", "--par", "couleur=bleu"), "pas de ventilation « couleur »"),
        (("BA-02", "--par", "mois"), "écrivez --par NOM=VALEUR"),
        (("BA-02", "--par", "mois=2023-01", "--par", "mois=2023-02"), "écrivez --par NOM=VALEUR"),
        (("AC-05",), "se lit pour un organisme"),
    ],
)
def test_what_cannot_be_followed_exits_13(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert main(["expliquer", *words, "--annee", "2023"]) == 13
    shown = " ".join(capsys.readouterr().err.replace("\u00a0", " ").split())
    assert said in shown


def test_every_number_made_of_others_says_its_terms(explained: Asked) -> None:
    for one in FONCTIONS:
        own = ("--organisme", "OF-0108") if one.un_organisme else ()
        read = explained(one.id, "--annee", "2022", *own)
        assert (read["repere"], read["etat"]) == (one.id, "exact")
        assert read["formule"]
        assert read["termes"]
        assert (one.id in {"AC-05", "BA-25"}) or read["lignes"], one.id


def test_the_terms_are_the_numbers_of_their_own_indicators(explained: Asked) -> None:
    """AC-09 sets RP-02 beside the level: the same share as RP-02 of the organisation."""
    rows = explained("AC-09", "--annee", "2022")["lignes"]
    row = max(rows, key=lambda one: one["entres"])
    asked = ("--annee", "2022", "--organisme", row["id_of"])
    share = explained("RP-02", *asked)
    assert (share["numerateur"], share["denominateur"]) == (row["rompus"], row["entres"])
    assert explained("AC-02", *asked)["valeur"] == pytest.approx(row["niveau"])


def test_no_number_has_two_explanations() -> None:
    assert not {one.id for one in FONCTIONS} & set(catalogue())
