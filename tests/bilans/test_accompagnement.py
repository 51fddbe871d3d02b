"""The self-assessment sheet of one organisation: filled in, blank, partial, on two pages."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd
import pikepdf
import pytest

from reportlib.blocks import Block, FreeZone, Levels, Table
from reportlib.dataset import Dataset
from reportlib.notebook import fiche_accompagnement, plan_action, profil, reponses
from reportlib.periods import Period
from reportlib.rendering.document import from_blocks
from reportlib.rendering.pdf import pdf
from reportlib.rules.accompagnement import items
from reportlib.sections import fiche_accompagnement as fiche
from reportlib.sections.bilan import Bilan, Organisme
from tests.bilans.in_process import said

OWN = "OF-0103"
MENTION = (
    "Outil d’autoévaluation, d’après une charte régionale de l’accompagnement ; ce n’est pas un "
    "engagement de la charte de Transitions Pro Grand Est."
)
FREED = "Toute communication reste limitée au partage"


@pytest.fixture(scope="module")
def own() -> Bilan:
    bilan = said("fiche_accompagnement", organisme=OWN, annee=2023).bilan
    assert isinstance(bilan, Bilan)
    return bilan


def blocks(bilan: Bilan) -> Iterator[Block]:
    """The sheet's blocks, in the order of its notebook."""
    yield from fiche_accompagnement.entete(bilan)
    for chapter in (profil, reponses, plan_action):
        yield from chapter.organisme(bilan)
    yield from fiche_accompagnement.fin(bilan)


def words(found: object) -> str:
    """All the words of blocks, spaces made ordinary."""
    texts = "\n".join(b.as_text() for b in found)  # type: ignore[attr-defined]
    return texts.replace("\u00a0", " ").replace("\u202f", " ")


def table(found: object, title: str) -> Table:
    return next(b for b in found if isinstance(b, Table) and b.title == title)  # type: ignore[attr-defined]


def answered(bilan: Bilan, levels: Mapping[str, str | None], who: str = OWN) -> Bilan:
    """The same bilan where ``who`` answered so in 2023, all the others as they did."""
    data = bilan.dataset
    rows = data["autoevaluations"]
    others = rows.loc[~(rows["id_of"].eq(who) & rows["campagne"].eq("2023"))]
    new = rows.iloc[[0] * len(levels)].assign(
        id_of=who,
        campagne="2023",
        item=list(levels),
        niveau=pd.Series(list(levels.values()), index=rows.index[[0] * len(levels)], dtype="str"),
        preuve=None,
    )
    frame = pd.concat([others, new.astype(rows.dtypes)], ignore_index=True)
    frames = {**data.frames, "autoevaluations": frame}
    return replace(bilan, dataset=Dataset(frames, data.set_aside, data.report))


def without(bilan: Bilan, register: str) -> Bilan:
    data = bilan.dataset
    kept = {name: rows for name, rows in data.frames.items() if name != register}
    return replace(bilan, dataset=Dataset(kept, data.set_aside, data.report))


def pages(bilan: Bilan) -> int:
    paper = pdf(from_blocks([block.record() for block in blocks(bilan)]))
    with pikepdf.open(io.BytesIO(paper)) as opened:
        return len(opened.pages)


def every(level: str | None) -> dict[str, str | None]:
    return {one.code: level for one in items()}


def test_the_sheet_says_what_it_is_and_whose(own: Bilan) -> None:
    made = said("fiche_accompagnement", organisme=OWN, annee=2023)
    text = words(made.blocks)
    assert MENTION in text
    assert "ne classe pas les organismes" in text
    assert FREED.lower() in made.blocks[0].record()["footer"].replace("\u00a0", " ").lower()
    others = own.dataset["organismes"].loc[lambda rows: rows["id_of"].ne(OWN)]
    assert not [name for name in others["denomination"] if str(name) in made.html]
    assert made.annex[:2] == b"PK"


@pytest.mark.parametrize("level", ["0", None])
def test_two_pages_whatever_the_answers(own: Bilan, level: str | None) -> None:
    assert pages(answered(own, every(level) | {"A1": "2"})) == 2


@pytest.mark.parametrize("priorities", [4, 7])
def test_two_pages_whatever_the_number_of_priorities(own: Bilan, priorities: int) -> None:
    codes = [one.code for one in items()][:priorities]
    assert pages(answered(own, every("2") | dict.fromkeys(codes, "1"))) == 2


def test_each_block_has_its_level_and_the_region_s(own: Bilan) -> None:
    (levels,) = (b for b in profil.organisme(own) if isinstance(b, Levels))
    assert [row.label[0] for row in levels.rows] == ["A", "C", "M", "V", "O"]
    shown = own.figures.grouped("AC-03", "bloc")
    region = own.figures.grouped("AC-03", "bloc", scope="region")
    for row in levels.rows:
        assert row.own.value == shown[row.label[0]].value
        assert row.region is not None
        assert row.region.value == region[row.label[0]].value
        assert row.own.ref != row.region.ref


def test_under_five_other_organisations_no_mark_of_the_region(own: Bilan) -> None:
    late = replace(own, period=Period.year(2024))
    (levels,) = (b for b in profil.organisme(late) if isinstance(b, Levels))
    assert all(row.region is None or row.region.value is None for row in levels.rows)
    assert "trop peu d’autres organismes ont répondu" in words(profil.organisme(late))
    assert "Région" not in words(fiche_accompagnement.entete(late)).replace("Région :", "Région")


def test_a_block_with_fewer_than_half_of_its_items_is_partial(own: Bilan) -> None:
    some = dict.fromkeys(("A1", "A2", "O1", "O2", "C1"), "2")
    (levels,) = (b for b in profil.organisme(answered(own, some)) if isinstance(b, Levels))
    bases = {row.label[0]: row.base.replace("\u00a0", " ") for row in levels.rows}
    assert bases["A"] == "2 niveaux sur 4 items"
    assert bases["C"] == "partiel : 1 niveau sur 4 items"
    assert bases["O"] == "partiel : 2 niveaux sur 5 items"
    assert bases["M"] == "aucun niveau donné"
    assert "Blocs partiels" in words(profil.organisme(answered(own, some)))


@pytest.mark.parametrize(
    ("gap", "value", "label"),
    [
        (1.0, "+ 1,0", "point de progression"),
        (-1.9, "− 1,9", "point de progression"),
        (1.96, "+ 2,0", "points de progression"),
        (-2.5, "− 2,5", "points de progression"),
    ],
)
def test_the_progress_agrees_with_its_number(
    own: Bilan, gap: float, value: str, label: str
) -> None:
    figure = replace(own.one("AC-06"), state="exact", value=gap, denominator=4.0)
    tile = fiche._progress(own, figure)
    assert (tile.value.replace("\u00a0", " "), tile.label) == (value, label)


def test_s_o_is_an_answer_and_blank_is_not(own: Bilan) -> None:
    mixed = every("2") | {"A1": "sans_objet", "A2": None}
    bilan = answered(own, mixed)
    assert bilan.one("AC-01").count == 17
    rows = {row.cells[0].text[0][0]: row for row in _items(bilan).rows}
    assert rows["A1"].cells[2].state == "sans_objet"
    assert rows["A1"].cells[3].text[0][0] == "sans objet"
    assert rows["A2"].cells[2].text[0][0] == "–"
    assert rows["A2"].cells[3].text[0][0] == "sans réponse"
    assert rows["A3"].cells[2].value == 2
    counts = table(profil.organisme(bilan), "Réponses, items effectifs et preuves par bloc")
    assert [cell.value for cell in counts.rows[0].cells[1:]] == [4, 3, 2, 0, 2, 0]


def _items(bilan: Bilan) -> Table:
    return table(reponses.organisme(bilan), "Niveau de chaque item")


def test_the_18_items_are_there_with_their_gap(own: Bilan) -> None:
    rows = _items(own).rows
    assert [row.cells[0].text[0][0] for row in rows] == [one.code for one in items()]
    gaps = own.figures.grouped("AC-06", "item")
    by_code = {row.cells[0].text[0][0]: row.cells[4] for row in rows}
    assert {code: cell.value for code, cell in by_code.items() if cell.value is not None} == {
        code: figure.value for code, figure in gaps.items()
    }
    assert any(cell.text[0][0].startswith("+") for cell in by_code.values())


def test_priorities_are_the_items_at_0_or_1_by_block_then_level(own: Bilan) -> None:
    bilan = answered(own, every("2") | {"O1": "0", "C2": "1", "C4": "0", "A1": "1"})
    found = table(plan_action.organisme(bilan), "Points prioritaires")
    assert [row.cells[0].text[0][0] for row in found.rows] == ["A1", "C4", "C2", "O1"]
    assert [row.cells[2].value for row in found.rows] == [1, 0, 1, 0]
    assert all(not row.cells[3].text and not row.cells[4].text for row in found.rows)
    assert [b for b in plan_action.organisme(bilan) if isinstance(b, FreeZone)]


def test_no_priority_is_said(own: Bilan) -> None:
    text = words(plan_action.organisme(answered(own, every("3"))))
    assert "Aucun item n’est au niveau 0 ou 1 : aucun point prioritaire." in text


def test_many_priorities_stand_on_a_line(own: Bilan) -> None:
    text = words(plan_action.organisme(answered(own, every("0"))))
    assert "18 items de niveau 0 ou 1" in text
    assert "A1 (0), A2 (0)" in text


def test_under_ten_levels_counts_only(own: Bilan) -> None:
    few = answered(own, dict.fromkeys(("A1", "A2", "C1"), "3"))
    text = words(fiche_accompagnement.entete(few))
    assert "moins de 10 cas" in text
    assert "%" not in "".join(
        item["value"] for item in fiche_accompagnement.entete(few)[2].record()["items"]
    )
    assert "%" in words(fiche_accompagnement.entete(own))


def test_ruptures_beside_are_no_correlation_under_20(own: Bilan) -> None:
    text = words(plan_action.organisme(own))
    assert "l’un n’explique pas l’autre" in text
    assert "Moins de 20 organismes : aucune corrélation n’est calculée." in text
    cohort = own.one("RP-02")
    assert f"sur {cohort.base} parcours entrés en formation, {cohort.count} sont rompus" in text


def test_from_20_organisations_on_the_link_is_no_cause(own: Bilan) -> None:
    entered = own.dataset["dossiers_ptp"]
    inside = entered.loc[entered["date_debut"].dt.year.eq(2023), "id_of"].dropna().unique()
    bilan = own
    for rank, who in enumerate(sorted(set(inside) - {OWN})[:22]):
        bilan = answered(bilan, {"A1": str(rank % 4)}, who)
    text = words(plan_action.organisme(bilan))
    assert "Corrélation de rang :" in text
    assert "Elle décrit une liaison, pas une cause." in text


def test_the_content_of_a_proof_is_never_printed(own: Bilan) -> None:
    proofs = own.dataset["autoevaluations"]["preuve"].dropna().unique()
    assert len(proofs) > 2
    text = words(blocks(own))
    assert not [proof for proof in proofs if proof in text]
    counts = table(profil.organisme(own), "Réponses, items effectifs et preuves par bloc")
    assert sum(row.cells[6].value or 0 for row in counts.rows) == own.one("AC-08").count > 0


def test_each_number_shown_carries_its_name(own: Bilan) -> None:
    for block in blocks(own):
        if isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row.cells if cell.value is not None]
            assert cells and all(cell.ref for cell in cells), block.title


def test_an_organisation_without_answers_gets_a_sheet_to_fill_in(own: Bilan) -> None:
    nobody = replace(own, organisme=Organisme(id_of="OF-0110", denomination="Centre"))
    text = words(blocks(nobody))
    assert "Votre organisme n’a pas répondu à l’autoévaluation en 2023." in text
    grid = table(blocks(nobody), "Grille des 18 items")
    assert [row.cells[0].text[0][0] for row in grid.rows] == [one.code for one in items()]
    boxes = [cell for row in grid.rows for cell in row.cells[2:]]
    assert len(boxes) == 18 * 6
    assert {cell.text[0][0] for cell in boxes} == {"☐"}
    assert sum(isinstance(block, FreeZone) for block in blocks(nobody)) == 3
    assert MENTION in text
    assert pages(nobody) == 2


@pytest.mark.parametrize("year", [2019, 2021])
def test_a_year_without_a_campaign_gives_the_sheet_to_fill_in(own: Bilan, year: int) -> None:
    old = replace(own, period=Period.year(year))
    assert table(blocks(old), "Grille des 18 items").rows
    assert "0 item" not in words(blocks(old))


def test_without_the_register_the_sheet_is_blank_and_says_so(own: Bilan) -> None:
    text = words(blocks(without(own, "autoevaluations")))
    assert "Donnée non fournie : table autoevaluations." in text
    assert "n’a pas répondu" not in text
    assert table(blocks(without(own, "autoevaluations")), "Grille des 18 items").rows


def test_without_the_files_the_level_stands_alone(own: Bilan) -> None:
    made = list(blocks(without(own, "dossiers_ptp")))
    assert "Donnée non fournie : table dossiers_ptp." in words(made)
    assert "Cohorte" not in words(made)
    assert from_blocks([block.record() for block in made]).pieces
