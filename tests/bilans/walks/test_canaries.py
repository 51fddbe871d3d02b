"""A copy holds nothing of anybody else, in any of its forms, nor a trace of what is hidden."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from reportlib.dataset import Dataset
from tests.bilans.conftest import SAMPLE
from tests.bilans.delivered.test_canaries import leaks
from tests.bilans.in_process import Said, said
from tests.bilans.pages import pdf_hidden, pdf_text, workbook_text
from tests.bilans.recueil import BIG, CAS, Cas, cas

pytestmark = pytest.mark.poppler
COPIES = [case for case in CAS if case.organisme]
OF_THE_REGION = [case for case in CAS if not case.organisme and not case.internal]
KEYS = {
    "dossiers_ptp": "id_dossier",
    "alertes": "id_alerte",
    "controles": "id_controle",
    "interventions": "id_intervention",
    "propositions": "id_proposition",
    "avenants": "id_avenant",
    "suivi_parcours": "id_suivi",
    "checklists": "id_checklist",
}
LISTS_SIGNATORIES = "bilan_intermediaire_region"
"""Its annex C is the list of signatories, which is published (CH-03)."""
OTHER = "OF-0101"
"""An organisation that has hidden rows of its own, and is given those of another."""


@cache
def organismes() -> list[dict[str, str]]:
    with (SAMPLE / "verite" / "organismes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def keys() -> frozenset[str]:
    """Keys of files, alerts, controls, interventions… as the registers write them."""
    found: set[str] = set()
    for register, column in KEYS.items():
        place = SAMPLE / "verite" / f"{register}.csv"
        with place.open(encoding="utf-8", newline="") as file:
            found |= {row[column].casefold() for row in csv.DictReader(file) if row[column]}
    return frozenset(found)


@cache
def signatories() -> frozenset[str]:
    """Organisations that ever signed."""
    with (SAMPLE / "verite" / "signataires.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["id_of"] for row in csv.DictReader(file))


def known_keys(text: str) -> set[str]:
    """The keys of registers that a text holds."""
    return set(re.findall(r"[a-z]{2,6}-\d[\d-]*\d", text.casefold())) & keys()


def texts(one: Said, folder: Path, *, hidden: bool) -> Iterator[tuple[str, str]]:
    """All that a bilan holds, by where it is."""
    paper, annex = folder / "bilan.pdf", folder / "annexe.xlsx"
    paper.write_bytes(one.pdf)
    annex.write_bytes(one.annex)
    yield "blocks", json.dumps([block.record() for block in one.blocks], ensure_ascii=False)
    yield "html", one.html
    yield "pdf", pdf_text(paper)
    yield "annex", workbook_text(annex)
    if hidden:
        yield "pdf hidden", pdf_hidden(paper)


@pytest.mark.parametrize("case", COPIES, ids=str)
def test_a_copy_holds_nothing_of_anybody_else(case: Cas, tmp_path: Path) -> None:
    for where, text in texts(case.said(), tmp_path, hidden=True):
        assert leaks(text, organismes(), case.organisme) == [], where
        assert known_keys(text) == set(), where


@pytest.mark.parametrize("case", OF_THE_REGION, ids=str)
def test_the_region_names_no_organisation_and_no_file(case: Cas, tmp_path: Path) -> None:
    listed = signatories() if case.notebook == LISTS_SIGNATORIES else frozenset()
    public = {(id_of, mark) for id_of in listed for mark in ("denomination", "commune")}
    for where, text in texts(case.said(), tmp_path, hidden=False):
        assert set(leaks(text, organismes(), "")) <= public, where
        assert known_keys(text) == set(), where


@pytest.mark.parametrize("notebook", sorted({case.notebook for case in COPIES}))
def test_a_seeded_leak_is_found_in_every_form(notebook: str, tmp_path: Path) -> None:
    """Another organisation's town and a key of a file, where the team writes its own words."""
    case = next(case for case in COPIES if case.notebook == notebook and case.organisme == BIG)
    town = next(o for o in organismes() if o["commune"] and o["id_of"] not in {BIG, OTHER})
    words = tmp_path / "observations.md"
    words.write_text(f"Comme à {town['commune']}, dossier {min(keys())}.", encoding="utf-8")
    one = case.said(observations=str(words))
    for where, text in texts(one, tmp_path, hidden=False):
        if where != "annex":
            assert (town["id_of"], "commune") in leaks(text, organismes(), BIG), where
            assert known_keys(text) == {min(keys())}, where
    spoilt = workbook_text(tmp_path / "annexe.xlsx") + town["denomination"]
    assert (town["id_of"], "denomination") in leaks(spoilt, organismes(), BIG)


# --- what a copy may not hold of its own organisation ---------------------------------------------


def hidden_rows(register: str, rows: pd.DataFrame, id_of: str) -> pd.Series:
    """Alerts by trainees, and interventions that the trainee did not agree to, of one."""
    if register == "alertes":
        secret = ~rows["emetteur"].isin(["organisme", "employeur", "cep", "autre"])
    else:
        secret = ~rows["accord_stagiaire"].eq("oui").fillna(value=False).astype(bool)
    return secret & rows["id_of"].eq(id_of).fillna(value=False).astype(bool)


def given_away(dataset: Dataset, id_of: str, *, secret: bool = True) -> tuple[Dataset, int]:
    """The registers where hidden rows are another's (or, if not ``secret``, the open ones)."""
    moved = 0
    parts: list[dict[str, pd.DataFrame]] = []
    for frames in (dataset.frames, dataset.set_aside):
        part = dict(frames)
        for register in ("alertes", "interventions"):
            rows = part[register]
            these = hidden_rows(register, rows, id_of)
            if not secret:
                these = ~these & rows["id_of"].eq(id_of).fillna(value=False).astype(bool)
            part[register] = rows.assign(id_of=rows["id_of"].mask(these, OTHER))
            moved += int(these.sum())
        parts.append(part)
    return Dataset(parts[0], parts[1], dataset.report), moved


def made_of(dataset: Dataset, case: Cas, patch: pytest.MonkeyPatch) -> Said:
    """The bilan of a case from registers that are in no folder."""
    with patch.context() as scope:
        scope.setattr(Dataset, "read", classmethod(lambda cls, folder: dataset))
        return said.__wrapped__(case.notebook, **dict(case.parameters))


TRACED = (
    cas("bilan_annuel_organisme", "OF-0103-2023", 2023, organisme=BIG),
    cas("bilan_intermediaire_organisme", "OF-0103-2022", 2022, organisme=BIG),
    cas("bilan_intermediaire_organisme", "OF-0221-2022", 2022, organisme="OF-0221"),
    cas("bilan_annuel_organisme", "OF-0126-2022", 2022, organisme="OF-0126"),
    cas("bilan_annuel_organisme", "OF-0143-2021", 2021, organisme="OF-0143"),
)


@cache
def all_given_away() -> tuple[Dataset, dict[str, int]]:
    """The registers where the hidden rows of every organisation of ``TRACED`` are another's."""
    dataset, moved = Dataset.read(SAMPLE / "registres"), dict[str, int]()
    for id_of in {case.organisme for case in TRACED}:
        dataset, moved[id_of] = given_away(dataset, id_of)
    return dataset, moved


@pytest.mark.parametrize("case", TRACED, ids=str)
def test_what_is_hidden_leaves_no_trace(case: Cas, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same rows, of another organisation: the copy is the same to the byte, the region too.

    They are given away rather than taken out, so that what the copy says of the region stands; and
    those of all these organisations at once, so that one measure serves several copies.
    """
    one = case.said()
    other, moved = all_given_away()
    assert moved[case.organisme] > 0
    twin = made_of(other, case, monkeypatch)
    assert [b.record() for b in twin.blocks] == [b.record() for b in one.blocks]
    assert twin.html == one.html
    assert twin.pdf == one.pdf
    assert twin.annex == one.annex


def test_a_row_that_may_be_seen_leaves_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that the trainee agreed to, given away: the copy says less."""
    case = TRACED[1]
    one = case.said()
    other, moved = given_away(one.bilan.dataset, case.organisme, secret=False)
    assert moved > 0
    assert made_of(other, case, monkeypatch).html != one.html
