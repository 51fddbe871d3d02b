"""From a notebook or records to a document: order, numbers, and what strict rendering refuses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from reportlib.blocks import (
    MIME,
    Block,
    Cell,
    Column,
    Essential,
    FreeZone,
    Heading,
    Paragraph,
    Row,
    Table,
    number,
    text,
)
from reportlib.errors import RenderingError
from reportlib.rendering.document import Document, from_blocks, from_notebook
from tests.rendering.demo import BARS, BLOCKS, DOTS, FUNNEL, LINE, TABLE, TILES, TITLE, records

PARAGRAPH = Paragraph(text=(("Un paragraphe.", ""),))


def output(block: Block) -> Any:
    return new_output("display_data", {MIME: block.record(), "text/plain": "x"})


def shown(*blocks: Block, tags: tuple[str, ...] = ()) -> Any:
    cell = new_code_cell("chapitre(bilan)", outputs=[output(block) for block in blocks])
    cell.metadata.tags = list(tags)
    return cell


def written(source: str, *tags: str) -> Any:
    return new_markdown_cell(source, metadata={"tags": list(tags)})


def notebook(*cells: Any, strict: bool = True) -> Document:
    return from_notebook(new_notebook(cells=list(cells)), strict=strict)


# --- order and numbers --------------------------------------------------------------------------


def test_outputs_and_words_come_in_order() -> None:
    document = notebook(
        shown(TITLE),
        written("## Premier\n\nAvant.\n\n- une\n- deux"),
        shown(BARS, PARAGRAPH),
        written("Après."),
    )
    assert document.title["title"] == TITLE.title
    assert [p["kind"] for p in document.pieces] == [
        "heading",
        "prose",
        "bars",
        "paragraph",
        "prose",
    ]
    assert [node["type"] for node in document.pieces[1]["nodes"]] == ["p", "list"]
    assert document.notices == ()


@pytest.mark.parametrize("tag", ["hors-bilan", "parameters", "injected-parameters"])
def test_tagged_cells_stay_in_the_notebook(tag: str) -> None:
    spare = shown(replace(BARS, alt=""), tags=(tag,))
    document = notebook(shown(TITLE), written("# Autre titre", tag), spare, shown(PARAGRAPH))
    assert [p["kind"] for p in document.pieces] == ["paragraph"]


def test_raw_cells_and_code_are_never_shown() -> None:
    document = notebook(shown(TITLE), new_code_cell("secret = 1"), shown(PARAGRAPH))
    assert len(document.pieces) == 1


def test_chapters_are_numbered_annexes_are_not() -> None:
    document = notebook(
        shown(TITLE),
        written("## Les PTP de l'année"),
        shown(Heading(level=2, text="Les refus"), Heading(text="Par motif"), PARAGRAPH),
        written("## Annexe. Règles de calcul\n\n## Après"),
    )
    chapters = [(c["number"], c["text"], c["anchor"]) for c in document.chapters()]
    assert chapters == [
        ("1", "Les PTP de l’année", "chapitre-1"),
        ("2", "Les refus", "chapitre-2"),
        ("", "Annexe. Règles de calcul", "chapitre-3"),
        ("3", "Après", "chapitre-4"),
    ]


def test_tables_and_figures_count_apart() -> None:
    document = from_blocks(records())
    ranks = [(p["word"], p["rank"]) for p in document.pieces if "rank" in p]
    assert ranks == [("Figure", 1), ("Figure", 2), ("Tableau", 1), ("Figure", 3), ("Figure", 4),
                     ("Tableau", 2)]  # fmt: skip
    anchors = [p["anchor"] for p in document.pieces]
    assert len(set(anchors)) == len(anchors)


def test_records_and_notebook_give_the_same_document() -> None:
    assert from_blocks(records()) == notebook(*(shown(block) for block in BLOCKS))


def test_a_document_leaves_the_records_as_they_were() -> None:
    first, second = records(), records()
    from_blocks(first)
    assert first == second


# --- what strict rendering refuses --------------------------------------------------------------

HEADING3 = Heading(level=3, text="Sous-titre")
UNNAMED = replace(TABLE, columns=(Column(label=" "), *TABLE.columns[1:]))
SHORT = replace(TABLE, rows=(*TABLE.rows, Row(cells=(text("x"),))))
EMPTY_HEAD = replace(TABLE, rows=(Row(cells=(Cell(), *TABLE.rows[0].cells[1:])),))
SERIES = LINE.series
BAR_FIRST = replace(TABLE, columns=(TABLE.columns[3], *TABLE.columns[1:]))

REFUSED: tuple[tuple[str, tuple[Block, ...]], ...] = (
    ("Un bilan a un bloc de titre", (PARAGRAPH,)),
    ("second bloc de titre", (TITLE, PARAGRAPH, TITLE)),
    ("vient en premier", (PARAGRAPH, TITLE)),
    ("Le bilan est vide", (TITLE,)),
    ("saute du niveau 1 au niveau 3", (TITLE, HEADING3, PARAGRAPH)),
    ("un titre est vide", (TITLE, Heading(level=2, text=" "), PARAGRAPH)),
    ("le tableau n’a pas de titre", (TITLE, replace(TABLE, title=" "))),
    ("la figure n’a pas de titre", (TITLE, replace(BARS, title=""))),
    ("une colonne", (TITLE, UNNAMED)),
    ("n’est pas décrite", (TITLE, replace(FUNNEL, alt="  "))),
    ("n’est pas décrite", (TITLE, replace(DOTS, alt="Figure 3"))),
    ("n’est pas décrite", (TITLE, replace(LINE, alt="graphique.png"))),
    ("n’est pas décrite", (TITLE, replace(BARS, alt=BARS.title))),
    ("sa ligne 6 n’a pas 5 cellules", (TITLE, SHORT)),
    ("première cellule de sa ligne 1", (TITLE, EMPTY_HEAD)),
    ("ne peut pas être une barre", (TITLE, BAR_FIRST)),
    ("pas de colonne ou pas de ligne", (TITLE, replace(TABLE, rows=()))),
    ("aucune barre", (TITLE, replace(BARS, bars=(), apart=()))),
    ("aucune étape", (TITLE, replace(FUNNEL, steps=()))),
    ("aucune ligne", (TITLE, replace(DOTS, rows=()))),
    ("celle-ci 3", (TITLE, replace(LINE, series=(*SERIES, SERIES[0])))),
    ("n’ont pas toutes les 11 points", (TITLE, replace(LINE, labels=LINE.labels[:11]))),
    ("1 à 6 colonnes", (TITLE, replace(TILES, columns=0))),
    ("une image n’a pas sa place", (TITLE, FreeZone(title="Mots", markdown="![x](y.png)"))),
)


@pytest.mark.parametrize(("said", "blocks"), REFUSED, ids=[said for said, _ in REFUSED])
def test_strict_rendering_refuses(said: str, blocks: tuple[Block, ...]) -> None:
    with pytest.raises(RenderingError, match=said):
        from_blocks(records(blocks))
    with pytest.raises(RenderingError, match=said):
        notebook(*(shown(block) for block in blocks))


CELLS = (
    ("Cellule\u00a02.*niveau 1", written("# Un autre titre")),
    ("Cellule\u00a02.*une image", written("Voici\u00a0: ![une image](x.png)")),
    ("Cellule\u00a02.*saute du niveau 1 au niveau 3", written("### Trop profond")),
    ("Cellule\u00a02.*stream", new_code_cell("print(1)", outputs=[
        new_output("stream", text="1")])),
    ("Cellule\u00a02.*ValueError", new_code_cell("x", outputs=[
        new_output("error", ename="ValueError", evalue="x", traceback=[])])),
    ("Cellule\u00a02.*execute_result", new_code_cell("x", outputs=[
        new_output("execute_result", {"text/html": "<b>x</b>"})])),
    ("Cellule\u00a02.*display_data", new_code_cell("x", outputs=[
        new_output("display_data", {"image/png": "eA=="})])),
    ("Cellule\u00a02.*bloc illisible", new_code_cell("x", outputs=[
        new_output("display_data", {MIME: {"kind": "inconnu"}})])),
    ("Cellule\u00a02.*bloc illisible", new_code_cell("x", outputs=[
        new_output("display_data", {MIME: {"kind": "note", "title": "x"}})])),
)  # fmt: skip


@pytest.mark.parametrize(("said", "cell"), CELLS)
def test_the_message_names_the_cell(said: str, cell: Any) -> None:
    with pytest.raises(RenderingError, match=said):
        notebook(shown(TITLE), cell, shown(PARAGRAPH))


def test_the_essential_counts_as_a_heading() -> None:
    blocks = (TITLE, Essential(sentences=((("Un fait.", ""),),)), HEADING3, PARAGRAPH)
    assert len(from_blocks(records(blocks)).pieces) == 3


# --- lenient rendering --------------------------------------------------------------------------


def test_lenient_rendering_mends_and_says_so() -> None:
    document = notebook(
        written("# Mes essais\n\n#### Trop profond\n\n![image](x.png)"),
        shown(replace(BARS, alt="", title="")),
        new_code_cell("print(1)", outputs=[new_output("stream", text="1")]),
        strict=False,
    )
    kinds = [(p["kind"], p.get("level")) for p in document.pieces]
    assert kinds == [("heading", 2), ("heading", 3), ("prose", None), ("bars", None)]
    assert document.pieces[-1]["alt"] == "Figure non décrite (cellule\u00a02)"
    assert document.pieces[-1]["title"] == "Sans titre"
    assert document.title["title"] == "Document sans titre"
    assert len(document.notices) == 7


def test_lenient_rendering_keeps_a_good_bilan_as_it_is() -> None:
    assert from_blocks(records(), strict=False) == from_blocks(records())


def test_a_block_that_cannot_be_drawn_stops_lenient_rendering_too() -> None:
    with pytest.raises(RenderingError, match="ne peut pas être dessiné"):
        from_blocks(records((TITLE, SHORT)), strict=False)


def test_long_numbers_of_a_table_are_no_fault() -> None:
    rows = (Row(cells=(text("x"), number("1\u202f234\u202f567", 1234567))),)
    columns = (Column(label="a"), Column(label="b", kind="num"))
    table = Table(title="Un", columns=columns, rows=rows)
    assert len(from_blocks(records((TITLE, table))).pieces) == 1
