"""A register that no file provides, a year without data: the bilan stays readable and says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest

from reportlib.dataset import Dataset
from reportlib.periods import Period
from reportlib.rendering.document import from_blocks
from reportlib.rendering.html import html
from reportlib.sections import (
    accompagnement,
    bref,
    certificats,
    certification,
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

REGION: tuple[ModuleType, ...] = (
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
OWN: tuple[ModuleType, ...] = (
    entete,
    bref,
    dossiers,
    refus,
    individualisation,
    parcours,
    certificats,
    certification,
)
BOTH = (
    "signataires",
    "propositions",
    "interventions",
    "dossiers_ptp",
    "echanges_refus",
    "certificats_realisation",
    "avenants",
    "certificats_qualiopi",
)
REGION_ALONE = ("ateliers", "participations", "suivi_parcours", "controles", "jurys_clea")
OWN_ALONE = ("alertes", "audits_qualiopi")
BRIEF = ("dossiers_ptp", "propositions", "interventions", "alertes", "certificats_realisation",
         "avenants", "certificats_qualiopi")  # fmt: skip


def page(bilan: Bilan) -> str:
    """The page of a bilan, strict, without running its notebook."""

    def blocks() -> Iterator[object]:
        for chapter in OWN if bilan.organisme else REGION:
            make = chapter.organisme if bilan.organisme else chapter.region
            yield from make(bilan)
        yield from (cloture.methode if bilan.organisme else cloture.annexes)(bilan)

    return html(from_blocks([block.record() for block in blocks()]))  # type: ignore[attr-defined]


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


@pytest.mark.parametrize("register", BOTH + REGION_ALONE)
def test_the_region_names_what_is_missing(whole: Bilan, register: str) -> None:
    said = page(without(whole, register))
    assert f"<em>{register}</em>" in said
    assert "Donnée non fournie" in said
    assert f"<em>{register}</em>" not in page(whole)


@pytest.mark.parametrize("register", BOTH + OWN_ALONE)
def test_a_copy_names_what_is_missing(own: Bilan, register: str) -> None:
    assert f"<em>{register}</em>" in page(without(own, register))
    assert f"<em>{register}</em>" not in page(own)


@pytest.mark.parametrize("register", BRIEF)
def test_a_page_of_counts_names_what_is_missing(brief: Bilan, register: str) -> None:
    assert f"<em>{register}</em>" in page(without(brief, register))


def test_a_year_without_data_reads_as_one(whole: Bilan) -> None:
    said = page(replace(whole, period=Period.year(2019)))
    assert "n’a animé aucun atelier" in said
    assert "donnée non fournie" in said
    visible = re.sub(r"<style>.*?</style>|<[^>]*>", " ", said, flags=re.DOTALL)
    assert not re.search(r"\b(nan|None|inf)\b|0,0", visible)


def test_an_organisation_without_a_file_gets_one_page_of_counts(own: Bilan) -> None:
    said = page(replace(own, period=Period.year(2019)))
    assert "Peu de dossiers" in said
    assert "Taux d’accord" not in said
