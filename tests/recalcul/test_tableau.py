"""``docs/recalcul.md``: what is recomputed, against which rule, by which test, with what result."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recalcul.plan import ANNEES, FONCTIONS, PLAN

TABLEAU = Path(__file__).parents[2] / "docs" / "recalcul.md"

ENTETE = f"""\
# Recalcul indépendant des indicateurs

Chaque indicateur est calculé deux fois : par `reportlib.indicators`, et en SQL (DuckDB) d’après le
catalogue et les tables de vérité seules, sans lire le code (`tests/recalcul/requetes/`). Les deux
doivent donner les mêmes nombres pour la région, chaque organisme et les lignes non attribuées, de
{ANNEES[0]} à {ANNEES[-1]}, sur les registres justes et sur les registres abîmés de l’échantillon.
Les mesures qu’une fonction donne, sans fiche, ont une épreuve à elles.

Deux autres épreuves ne sont pas dans ce tableau : de petits registres tirés au hasard, avec des
dates aux bornes et des cases vides (`test_petits_registres.py`), et des défauts semés exprès, qui
doivent tous faire échouer la comparaison (`test_defauts_semes.py`, `test_defauts_qualiopi.py`).

Ce tableau est écrit par `pytest tests/recalcul --update-golden` et vérifié à chaque exécution.

| Indicateur | Ventilations | Règles | Test | Registres justes | Registres abîmés |
|---|---|---|---|---|---|
"""


def _resultat(trouve) -> str:
    if trouve.ecarts:
        return f"**{len(trouve.ecarts)} écarts** sur {trouve.compares} nombres"
    return f"égal, {trouve.compares} nombres"


@pytest.fixture(scope="session")
def tableau(comparaisons) -> str:
    lignes = []
    for id_, recalcule in PLAN.items():
        ventilations = ", ".join("+".join(par) or "total" for par in recalcule.ventilations)
        test = f"`test_recalcul.py` [{id_}]"
        resultats = [_resultat(comparaisons(nom, id_)) for nom in ("verite", "registres")]
        cellules = [id_, ventilations, recalcule.regles, test, *resultats]
        lignes.append(f"| {' | '.join(cellules)} |")
    lignes += [
        f"| {id_} | fonction | — | `{test}` | épreuve propre | — |"
        for id_, test in FONCTIONS.items()
    ]
    return ENTETE + "\n".join(lignes) + "\n"


def test_the_table_is_up_to_date(tableau: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        TABLEAU.write_text(tableau, encoding="utf-8")
        pytest.skip("rewrote docs/recalcul.md: read the diff before you commit it")
    assert TABLEAU.read_text(encoding="utf-8") == tableau
