"""One block in JupyterLab: light, self-contained, inert."""

from __future__ import annotations

import re

import pytest
from lxml import html

from reportlib.blocks import MIME, Block, FreeZone, Note
from reportlib.rendering import fragment as room
from reportlib.rendering.fragment import fragment
from tests.rendering.demo import BLOCKS, HOSTILE, hostile_blocks


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: b.kind)
def test_every_kind_of_block_is_shown(block: Block) -> None:
    shown = fragment(block.record())
    assert not re.search(r"<script|url\((?!#)|@import|https?://(?!exemple|www.w3.org)", shown)
    tree = html.fragment_fromstring(shown)
    assert tree.get("class") == "bilan"
    words = " ".join("".join(tree.itertext()).split())
    for line in block.as_text().splitlines()[:1]:
        if block.kind not in {"tiles", "title"}:
            assert " ".join(line.split()) in words


def test_it_is_light() -> None:
    sizes = [len(fragment(block.record())) for block in BLOCKS if block.kind != "table"]
    assert max(sizes) < 40_000
    assert sum(sizes) / len(sizes) < 14_000


def test_rules_stay_inside_the_block() -> None:
    style = re.findall(r"<style>(.*?)</style>", fragment(BLOCKS[3].record()), re.DOTALL)[0]
    selectors = [s for rule in re.findall(r"([^{}]+)\{", style) for s in rule.split(",")]
    selectors = [s.strip() for s in selectors]
    assert len(selectors) > 40
    assert all(selector.startswith(".bilan") for selector in selectors)


def test_hostile_texts_are_inert() -> None:
    for block in hostile_blocks():
        shown = fragment(block.record())
        assert "<script" not in shown
        assert "<b>gras" not in shown
        links = html.fragment_fromstring(shown).xpath("//@href | //@src")
        assert not [link for link in links if not link.startswith(("#", "https://"))]


def test_a_block_displays_itself_once_the_room_is_imported() -> None:
    room.install()
    note = Note(title="Avis", text=((HOSTILE[0], ""),))
    bundle = note._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", MIME}
    assert bundle["text/html"] == fragment(note.record())


def test_a_free_zone_shows_the_analysts_list() -> None:
    zone = FreeZone(title="Mots", markdown="Trois points :\n\n1. un *premier*\n2. deux")
    tree = html.fragment_fromstring(fragment(zone.record()))
    assert ["".join(item.itertext()).strip() for item in tree.iter("li")] == ["un premier", "deux"]


def test_a_fragment_leaves_the_record_as_it_was() -> None:
    for block in BLOCKS:
        record = block.record()
        fragment(record)
        assert record == block.record()
