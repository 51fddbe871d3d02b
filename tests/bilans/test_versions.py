"""What moved between two versions: the list holds exactly the numbers that differ, and why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportlib.sections.ventilations import named
from reportlib.sections.versions import changements, numbers
from tests.bilans.changes import change_workbook
from tests.bilans.in_process import Said, said
from tests.bilans.test_typography import plain


def records(bilan: Said) -> list[dict[str, object]]:
    return [plain(block.record()) for block in bilan.blocks]


def listed(old: list[dict[str, object]], new: list[dict[str, object]]) -> dict[str, list[str]]:
    """Number → old, new, why, as the list says them."""
    blocks = changements(old, new, version="la version 1")
    rows = [row for block in blocks for row in block.record().get("rows", ())]
    cells = [["".join(span[0] for span in cell["text"]) for cell in row["cells"]] for row in rows]
    return {f"{ident} {label}": rest for ident, label, *rest in cells}


def test_a_change_of_the_registers_is_listed(registers: Callable[[], Path]) -> None:
    """One workshop more, two interventions fewer, one proposal twice: nothing else moved."""
    old = records(said("bilan_annuel_region", annee=2023))
    folder = registers()
    change_workbook(folder)
    new = records(said("bilan_annuel_region", annee=2023, donnees=str(folder)))
    found = listed(old, new)
    assert found["BA-08 Ateliers animés, 2023"] == ["15", "16", "registres corrigés"]
    assert found["BA-10 Situations d’intervention, 2023"] == ["56", "54", "registres corrigés"]
    assert not any(name.startswith(("BA-02 ", "BA-12 ")) for name in found)
    before, after = numbers(old), numbers(new)
    assert {ref.split("|")[0] for ref in before.keys() ^ after.keys()} <= {
        name.split()[0] for name in found
    }


def test_the_same_bilan_has_moved_nowhere() -> None:
    same = records(said("bilan_annuel_region", annee=2023))
    assert listed(same, same) == {}


def cell(value: float | None, state: str = "exact", ref: str = "BA-02|propre||2023|nombre"):
    shown = "s" if value is None else f"{value:g}"
    return {"kind": "x", "c": {"text": [[shown, ""]], "value": value, "state": state, "ref": ref}}


def rule(definition: str) -> dict[str, object]:
    return {"kind": "rules", "items": [{"id": "BA-02", "definition": definition}]}


def test_a_withheld_number_is_none_that_a_reader_saw_before() -> None:
    found = listed([cell(12.0)], [cell(None, "masque")])
    assert [row[:2] for row in found.values()] == [["12", "s"]]
    assert listed([cell(None, "masque")], [cell(None, "masque")]) == {}
    assert listed([cell(None, "sans_objet")], [cell(None, "masque")])


def test_the_reason_is_the_definition_when_it_changed() -> None:
    old, new = [cell(1.0), rule("Dossiers examinés.")], [cell(2.0), rule("Dossiers décidés.")]
    assert [row[2] for row in listed(old, new).values()] == ["changement de définition"]
    assert [row[2] for row in listed(old, [cell(2.0), old[1]]).values()] == ["paramètre ou calcul"]


def test_a_last_bit_is_no_change() -> None:
    assert listed([cell(0.1 + 0.2)], [cell(0.3)]) == {}


def test_many_values_of_one_breakdown_are_counted() -> None:
    refs = [f"BA-01|propre|mois=2023-{month:02d}|2023|nombre" for month in range(1, 13)]
    found = listed([cell(1.0, ref=ref) for ref in refs], [cell(2.0, ref=ref) for ref in refs])
    assert list(found) == ["BA-01 12 valeurs par mois"]


@pytest.mark.parametrize(
    ("par", "value", "said"),
    [
        ("mois", "2023-01", "janvier 2023"),
        ("mois", "non_renseigne", "non renseigné"),
        ("trimestre", "T1", "1er trim."),
        ("departement", "08", "Ardennes (08)"),
        ("departement", "non_renseigne", "Département non renseigné"),
        ("departement", "999", "999"),
        ("frein", "mobilite", "Mobilité"),
        ("amenagements", "innovation_pedagogique", "Innovation pédagogique"),
        ("decision", "ajourne", "Ajourné"),
        ("decision", "en_attente_levee", "en attente de levée"),
        ("etape", "depose", "Déposés"),
        ("inconnue", "sans_libelle", "sans libelle"),
        ("etape", None, "étape"),
        ("frein, departement", None, "frein et département"),
    ],
)
def test_a_breakdown_is_named_as_readers_see_it(par: str, value: str | None, said: str) -> None:
    assert named(par, value) == said
