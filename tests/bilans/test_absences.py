"""A register that no file provides, a year without data: the bilan stays readable and says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest

from reportlib.blocks import Title
from reportlib.dataset import Dataset
from reportlib.periods import Period
from reportlib.rendering.document import from_blocks
from reportlib.rendering.html import html
from reportlib.sections import (
    accompagnement,
    bref,
    certification,
    certificats,
    clea,
    cloture,
    dossiers,
    entete,
    evolution,
    individualisation,
    parcours,
    qualite,
    refus,
    securisation,
)
from reportlib.sections.bilan import Bilan, ouvrir_organisme, ouvrir_region
from tests.bilans.conftest import LARGE, SAMPLE, SMALL

Chapters = tuple[ModuleType, ...]
REGION: Chapters = (
    entete,
    dossiers,
    refus,
    individualisation,
    accompagnement,
    securisation,
    certificats,
    qualite,
    clea,
    evolution,
)
OWN: Chapters = (
    entete,
    bref,
    dossiers,
    refus,
    individualisation,
    parcours,
    certificats,
    certification,
)
OF_REGION: dict[str, Chapters] = {
    "signataires": (individualisation,),
    "propositions": (entete, individualisation, evolution),
    "interventions": (entete, securisation),
    "dossiers_ptp": REGION,
    "echanges_refus": (refus,),
    "certificats_realisation": (certificats, evolution),
    "avenants": (certificats,),
    "certificats_qualiopi": (entete, qualite),
    "ateliers": (entete, accompagnement),
    "participations": (accompagnement,),
    "suivi_parcours": (accompagnement,),
    "controles": (qualite,),
    "jurys_clea": (clea, evolution),
}
"""Register → the chapters of the region's bilan that read it; all of them for the files."""
OF_COPY: dict[str, Chapters] = {
    "signataires": (refus, parcours),
    "propositions": (individualisation,),
    "interventions": (entete, parcours),
    "dossiers_ptp": OWN,
    "echanges_refus": (refus,),
    "certificats_realisation": (entete, certificats),
    "avenants": (certificats,),
    "certificats_qualiopi": (certification,),
    "alertes": (parcours,),
    "audits_qualiopi": (certification,),
}
BRIEF = ("propositions", "interventions", "alertes", "certificats_realisation", "avenants",
         "certificats_qualiopi")  # fmt: skip


def page(bilan: Bilan, chapters: Chapters) -> str:
    """The page of some chapters, strict, without running the notebook."""

    def blocks() -> Iterator[object]:
        if entete not in chapters:
            yield title()
        for chapter in chapters:
            make = chapter.organisme if bilan.organisme else chapter.region
            yield from make(bilan)
        if chapters in (REGION, OWN):
            yield from (cloture.methode if bilan.organisme else cloture.annexes)(bilan)

    return html(from_blocks([block.record() for block in blocks()]))  # type: ignore[attr-defined]


def title() -> Title:
    return Title(
        title="Bilan",
        subject="",
        period="2023",
        issuer="",
        team="",
        identity=(),
        running="Bilan",
        footer="",
        description="Bilan",
    )


@pytest.fixture(scope="module")
def whole() -> Bilan:
    return ouvrir_region(annee=2023, donnees=str(SAMPLE / "registres"))


@pytest.fixture(scope="module")
def own() -> Bilan:
    return ouvrir_organisme(annee=2023, organisme=LARGE, donnees=str(SAMPLE / "registres"))


@pytest.fixture(scope="module")
def brief() -> Bilan:
    return ouvrir_organisme(annee=2023, organisme=SMALL, donnees=str(SAMPLE / "registres"))


def without(bilan: Bilan, register: str) -> Bilan:
    dataset = bilan.dataset
    frames = {name: rows for name, rows in dataset.frames.items() if name != register}
    return replace(bilan, dataset=Dataset(frames, dataset.set_aside, dataset.report))


@pytest.mark.parametrize("register", OF_REGION)
def test_the_region_names_what_is_missing(whole: Bilan, register: str) -> None:
    said = page(without(whole, register), OF_REGION[register])
    assert f"<em>{register}</em>" in said
    assert "Donnée non fournie" in said


@pytest.mark.parametrize("register", OF_COPY)
def test_a_copy_names_what_is_missing(own: Bilan, register: str) -> None:
    assert f"<em>{register}</em>" in page(without(own, register), OF_COPY[register])


@pytest.mark.parametrize("register", BRIEF)
def test_a_page_of_counts_names_what_is_missing(brief: Bilan, register: str) -> None:
    assert f"<em>{register}</em>" in page(without(brief, register), (bref,))


def test_nothing_is_missing_when_all_is_provided(whole: Bilan, own: Bilan) -> None:
    for bilan, chapters in ((whole, REGION), (own, OWN)):
        said = page(bilan, chapters)
        assert "Donnée non fournie" not in said
        assert not re.search("<em>[a-z_]+</em>", said)


def test_a_year_without_data_reads_as_one(whole: Bilan) -> None:
    said = page(replace(whole, period=Period.year(2019)), REGION)
    assert "n’a animé aucun atelier" in said
    assert "donnée non fournie" in said
    visible = re.sub(r"<style>.*?</style>|<[^>]*>", " ", said, flags=re.DOTALL)
    assert not re.search(r"\b(nan|None|inf)\b|0,0", visible)


def test_an_organisation_without_a_file_gets_one_page_of_counts(own: Bilan) -> None:
    said = page(replace(own, period=Period.year(2019)), OWN)
    assert "Peu de dossiers" in said
    assert "Taux d’accord" not in said
