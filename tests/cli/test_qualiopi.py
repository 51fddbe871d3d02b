"""``bilan qualiopi``: the slides' examples at the terminal, messages, nothing heavy imported."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportlib.cli import main, qualiopi_options
from reportlib.cli.qualiopi import TYPES
from reportlib.rules.non_conformites import SANS_LEVEE
from reportlib.rules.rnq import CATEGORIES
from tests.cli.words import flat, plain

Say = Callable[..., str]
Json = Callable[..., dict[str, object]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Say:
    def run(words: str, code: int = 0) -> str:
        assert main(["qualiopi", *words.split()]) == code
        printed = capsys.readouterr()
        return flat(plain(printed.err if code else printed.out))

    return run


@pytest.fixture
def read(capsys: pytest.CaptureFixture[str]) -> Json:
    def run(words: str) -> dict[str, object]:
        assert main(["qualiopi", *words.split(), "--json"]) == 0
        found: dict[str, object] = json.loads(capsys.readouterr().out)
        return found

    return run


@pytest.mark.parametrize(
    ("words", "decision", "limite"),
    [
        ("", "certifie", None),
        ("--mineure 1,2,9,12", "certifie", None),
        ("--mineure 1,2,9,12,30 --audit 10/06/2021 --jour 11/06/2021", "en_attente_levee",
         "2021-09-10"),
        ("--majeure 26 --audit 2021-06-10 --jour 2021-09-11", "refus", "2021-09-10"),
        ("--type surveillance --majeure 26 --audit 10/06/2021 --jour 11/09/2021", "suspension",
         "2021-09-10"),
        ("--majeure 26 --levee 26=01/09/2021 --audit 10/06/2021 --jour 02/09/2021", "certifie",
         None),
        ("--mineure 4", "en_attente_levee", None),
        ("--mineure 1,2,9 --mineure 12,30 --en-seance 30", "certifie", None),
        ("--type surveillance --precedente 12", "en_attente_levee", None),
    ],
)  # fmt: skip
def test_decisions_of_the_vectors(
    read: Json, words: str, decision: str, limite: str | None
) -> None:
    found = read(f"simuler {words}")
    assert (found["decision"], found["limite_majeure"]) == (decision, limite)
    assert found["mention"] == "simulation, ne vaut pas décision du certificateur"


def test_a_decision_names_its_rules_its_source_and_that_it_is_a_simulation(said: Say) -> None:
    text = said("simuler --mineure 1,2,9,12,30 --audit 10/06/2021")
    assert "Décision simulée : en attente de levée (audit initial, lue le 10 juin 2021)" in text
    for words in ("R-NC-03", "R-NC-06", "10 septembre 2021", "arrêté du 6 juin 2019"):
        assert words in text
    assert text.endswith("Simulation, ne vaut pas décision du certificateur.")


def test_without_the_audit_s_day_no_date_is_said(said: Say, read: Json) -> None:
    text = said("simuler --majeure 26 --mineure 1")
    assert "dans les 3 mois de la notification" in text
    assert "dans les 6 mois de la notification" in text
    assert "2001" not in text
    assert "2001" not in json.dumps(read("simuler --majeure 26 --mineure 1"))


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("simuler --jour 11/06/2021", 2, "demandent la date de l'audit"),
        ("simuler --audit 11/06/2021 --jour 10/06/2021", 13, "avant l'audit du 11 juin 2021"),
        ("simuler --mineure 33", 13, "n'est pas un indicateur du référentiel : de 1 à 32"),
        ("simuler --mineure 1 --majeure 1", 13, "Indicateur 1 donné deux fois"),
        ("simuler --levee 26=01/09/2021 --audit 10/06/2021", 13, "ni --mineure ni --majeure"),
        ("simuler --mineure un", 2, "« un » ne convient pas"),
        ("simuler --audit 31/02/2021", 2, "« 31/02/2021 » ne convient pas"),
        ("simuler --type blanc", 2, "« blanc » n'existe pas (au choix : 'initial'"),
        ("simuler --mineur 1", 2, "Vouliez-vous dire --mineure ?"),
        ("duree --ca 300000 --categories vae", 13, "cellule non établie : base, vae"),
        ("duree --ca 1000000 --categories formation --sites 0", 13, "au moins un site"),
        ("duree --ca cher --categories formation", 2, "« cher » ne convient pas"),
        ("duree --ca 1 --categories conseil", 13, "Catégories « conseil »"),
        ("duree --categories vae", 2, "il manque : --ca"),
        ("cout --annees 0", 13, "attendu au moins un an"),
        ("cout --dossier -5", 13, "montants positifs"),
        ("profil --categories conseil", 13, "Catégorie d'actions inconnue : « conseil »"),
        ("", 2, "il manque : REPONSE"),
    ],
)
def test_messages_and_codes(said: Say, words: str, code: int, message: str) -> None:
    assert message in said(words, code)


def test_lengths_of_the_slides(said: Say, read: Json) -> None:
    first = "duree --ca 2500000 --sites 17 --categories formation,bilan,vae"
    assert "1,5 + 0,5 + 0,5 + 0,5 + 4 × 0,5 = 5 jours" in said(first)
    assert "R-AUD-01" in said(first)
    assert read(first)["jours"] == 5
    assert read("duree --ca 300000 --categories formation,vae --cnefop")["jours"] == 0.5


def test_another_scale(read: Json, said: Say, tmp_path: Path, root: Path) -> None:
    delivered = (root / "reportlib" / "rules" / "bareme_audit.toml").read_text(encoding="utf-8")
    path = tmp_path / "bareme.toml"
    path.write_text(delivered.replace("base = 1.5", "base = 2.5"), encoding="utf-8")
    assert read(f"duree --ca 1000000 --categories formation --bareme {path}")["jours"] != 2
    assert "introuvable" in said(f"duree --ca 1 --categories vae --bareme {tmp_path}/rien", 13)


@pytest.mark.parametrize(
    ("words", "total", "par_an"),
    [
        ("cout", 5150, 1716.67),
        ("cout --cnefop", 2650, 883.33),
        ("cout --audits 2", 5650, 1883.33),
        ("cout --annees 4", 5400, 1350),
        ("cout --cnefop --accompagnement 3000", 5150, 1716.67),
        ("cout --mise-en-conformite 1000,50", 6150.5, 2050.17),
        ("cout --dossier 1000 --prix-audit 600 --redevance 100", 4900, 1633.33),
    ],
)
def test_costs_of_the_vectors(read: Json, words: str, total: float, par_an: float) -> None:
    found = read(words)
    assert (found["total"], found["par_an"], found["unite"]) == (total, par_an, "€ HT")


def test_a_cost_says_what_is_not_valued_and_that_it_is_an_order_of_magnitude(said: Say) -> None:
    text = said("cout")
    for words in ("non valorisé", "5 150,00 €", "1 716,67 €", "R-COUT-01", "Ordre de grandeur"):
        assert words in text


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("formation", 23), ("formation --afest", 24), ("formation --certifiante", 26),
        ("formation --certifiante --stage", 27), ("formation --certifiante --alternance", 28),
        ("bilan", 22), ("vae", 24), ("apprentissage", 32), ("formation,vae,bilan", 25),
    ],
)  # fmt: skip
def test_profiles(read: Json, words: str, number: int) -> None:
    assert read(f"profil --categories {words}")["nombre"] == number


def test_a_profile_says_what_the_audit_looks_at(said: Say, read: Json) -> None:
    text = said("profil --categories formation --cnefop --nouvel-entrant")
    assert text.startswith("23 indicateurs applicables sur 32")
    assert "10 à l'audit initial" in text
    assert "Nouvel entrant preuve allégée" in " ".join(text.split())
    whole = said("profil --categories formation --cnefop --sous-traitance totale")
    assert "l'audit porte sur tous les indicateurs" in whole
    assert (
        read("profil --categories formation --cnefop --type surveillance")["audites"]
        == (read("profil --categories formation")["indicateurs"])
    )


def test_words_of_the_options_are_those_of_the_rules() -> None:
    assert set(qualiopi_options.TYPES_AUDIT) == set(SANS_LEVEE) == set(TYPES)
    assert qualiopi_options.CATEGORIES == CATEGORIES


@pytest.mark.parametrize(
    "words", ["simuler --majeure 26", "duree --ca 1e6 --categories formation", "cout",
              "profil --categories vae"]
)  # fmt: skip
def test_nothing_heavy_is_imported(words: str) -> None:
    script = (
        "import sys; from reportlib.cli import main; code = main(sys.argv[1:]);"
        "heavy = {'pandas', 'numpy', 'scipy', 'matplotlib', 'papermill'} & set(sys.modules);"
        "sys.exit(code or f'{heavy}' if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "qualiopi", *words.split()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
