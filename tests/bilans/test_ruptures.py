"""The note on the prevention of ruptures: what it says, what it never says, on two pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd
import pikepdf
import pytest

from reportlib.blocks import Block, Paragraph, Table
from reportlib.dataset import Dataset
from reportlib.errors import RenderingError
from reportlib.notebook import (
    bonnes_pratiques,
    check_lists,
    delais,
    groupes_parole,
    note_ruptures,
    ruptures,
)
from reportlib.periods import Period
from reportlib.rendering.document import from_blocks
from reportlib.rendering.pdf import pdf
from reportlib.sections.bilan import Bilan
from tests.bilans.in_process import said

CHAPTERS = (ruptures, delais, check_lists, groupes_parole, bonnes_pratiques)
REGISTERS = (
    "dossiers_ptp", "checklists", "groupes_parole", "alertes", "interventions", "bonnes_pratiques",
)  # fmt: skip
CAUSALITY = re.compile(r"grâce à|a permis de|efficac|\bbon(ne)?s? résultat|mauvais|corrél", re.I)


@pytest.fixture(scope="module")
def whole() -> Bilan:
    bilan = said("note_ruptures", annee=2023).bilan
    assert isinstance(bilan, Bilan)
    return bilan


def blocks(bilan: Bilan) -> Iterator[Block]:
    """The note's blocks, in the order of its notebook."""
    yield from note_ruptures.entete(bilan)
    for chapter in CHAPTERS:
        yield from chapter.region(bilan)
    yield from note_ruptures.fin(bilan)


def words(found: object) -> str:
    """All the words of blocks, spaces made ordinary."""
    texts = "\n".join(b.as_text() for b in found)  # type: ignore[attr-defined]
    return texts.replace("\u00a0", " ").replace("\u202f", " ")


def with_rows(bilan: Bilan, **frames: pd.DataFrame) -> Bilan:
    """The same bilan on other rows of some registers."""
    data = bilan.dataset
    return replace(bilan, dataset=Dataset({**data.frames, **frames}, data.set_aside, data.report))


def without(bilan: Bilan, register: str) -> Bilan:
    data = bilan.dataset
    kept = {name: rows for name, rows in data.frames.items() if name != register}
    return replace(bilan, dataset=Dataset(kept, data.set_aside, data.report))


def pages(paper: bytes) -> int:
    with pikepdf.open(io.BytesIO(paper)) as opened:
        return len(opened.pages)


def tables(found: object) -> dict[str, Table]:
    return {b.title: b for b in found if isinstance(b, Table)}  # type: ignore[attr-defined]


def test_two_pages_that_strict_rendering_accepts() -> None:
    made = said("note_ruptures", annee=2023)
    assert pages(made.pdf) == 2
    assert "Prévention des ruptures 2023" in made.html
    assert made.annex[:2] == b"PK"


def test_each_number_shown_carries_its_name(whole: Bilan) -> None:
    for table in tables(blocks(whole)).values():
        cells = [cell for row in table.rows for cell in row.cells if cell.value is not None]
        assert cells and all(cell.ref for cell in cells), table.title


def test_one_name_with_two_numbers_is_refused(whole: Bilan) -> None:
    made = list(blocks(whole))
    table = tables(made)["Ruptures avec et sans check-list"]
    cell = table.rows[0].cells[1]
    wrong = replace(cell, value=(cell.value or 0) + 1)
    row = replace(table.rows[0], cells=(table.rows[0].cells[0], wrong, *table.rows[0].cells[2:]))
    other = replace(table, title="Une autre", rows=(row, *table.rows[1:]))
    records = [b.record() for b in (*made, other)]
    with pytest.raises(RenderingError):
        from_blocks(records)


def test_cohort_and_flow_name_their_bases_and_are_not_compared(whole: Bilan) -> None:
    text = words(ruptures.region(whole))
    cohort, flow = whole.one("RP-02"), whole.one("RP-03")
    assert cohort.base != flow.base
    assert f"sur {cohort.base // 1000} {cohort.base % 1000:03d} parcours entrés" in text
    assert f"sur {flow.base // 1000} {flow.base % 1000:03d} parcours présents" in text
    assert "ils ne se comparent pas" in text
    assert "Ce taux est provisoire : 14 parcours sont encore en cours" in text


def test_causes_are_in_order_and_their_shares_rest_on_the_known(whole: Bilan) -> None:
    chart = ruptures.region(whole)[1].record()
    counts = [bar["cell"]["value"] for bar in chart["bars"][:-1]]
    assert counts == sorted(counts, reverse=True)
    assert chart["bars"][-1]["label"] == "Cause non renseignée"
    assert chart["bars"][-1]["share"] == ""
    assert sum(counts) == whole.one("RP-04").base
    assert sum(bar["rate"] for bar in chart["bars"][:-1]) == pytest.approx(100)


def test_a_small_cause_is_withheld_and_no_share_gives_it_back(whole: Bilan) -> None:
    files = whole.dataset["dossiers_ptp"]
    year = files["date_rupture"].dt.year.eq(2023)
    few = files.loc[year & files["cause_rupture"].eq("imponderable"), "id_dossier"].iloc[2:]
    lost = files["id_dossier"].isin(few)
    found = ruptures.region(with_rows(whole, dossiers_ptp=files.loc[~lost]))
    chart = found[1].record()
    assert not told(chart)
    states = {bar["label"]: bar["cell"]["state"] for bar in chart["bars"]}
    assert states["Impondérable"] == "masque"
    assert list(states.values()).count("masque") >= 2
    assert "couvert par le secret" in words(found)


def told(chart: dict[str, Any]) -> list[str]:
    """Causes of 1 to 4 persons that a chart gives away, by their number or their share."""
    return [
        bar["label"]
        for bar in chart["bars"]
        if bar["label"] != "Cause non renseignée"
        and (0 < (bar["cell"]["value"] or 0) < 5 or (bar["cell"]["value"] is None and bar["share"]))
    ]


def test_a_cause_given_away_would_be_seen(whole: Bilan) -> None:
    files = whole.dataset["dossiers_ptp"]
    year = files["date_rupture"].dt.year.eq(2023)
    few = files.loc[year & files["cause_rupture"].eq("imponderable"), "id_dossier"].iloc[2:]
    rows = files.loc[~files["id_dossier"].isin(few)]
    free = replace(whole.settings.confidentialite, seuil_personnes=1)
    open_ = replace(whole, settings=replace(whole.settings, confidentialite=free))
    chart = ruptures.region(with_rows(open_, dossiers_ptp=rows))[1].record()
    assert told(chart) == ["Impondérable"]


def test_the_comparison_says_its_interval_and_that_it_proves_nothing(whole: Bilan) -> None:
    text = words(check_lists.region(whole))
    assert re.search(r"Écart : − \d,\d point \(intervalle à 95 % : de − .* test exact", text)
    assert "Une absence d’écart reste possible." in text
    assert "ils ne démontrent pas un effet de la check-list" in text
    assert not CAUSALITY.search(words(blocks(whole)))


def test_a_sentence_of_cause_would_be_seen() -> None:
    assert CAUSALITY.search("Grâce à la check-list, moins de ruptures")


def test_under_ten_counts_only_and_no_comparison(whole: Bilan) -> None:
    given = whole.dataset["checklists"]
    inside = given["date_passation"].dt.year.eq(2023) & given["id_dossier"].notna()
    few = with_rows(whole, checklists=given.loc[inside].drop_duplicates("id_dossier").head(9))
    table = tables(check_lists.region(few))["Ruptures avec et sans check-list"]
    rate = table.rows[0].cells[3]
    assert rate.text[0][0] == "moins de 10"
    assert (rate.value, rate.low) == (None, None)
    assert "Moins de 10 dans l’un des groupes : ils ne sont pas comparés." in words(
        check_lists.region(few)
    )
    assert table.rows[1].cells[3].low is not None


def test_the_mark_of_another_region_is_named_as_such(whole: Bilan) -> None:
    text = words(check_lists.region(whole))
    assert "25 ruptures pour 353 stagiaires à qui une check-list a été administrée" in text
    assert "soit 7,1 %. Autre région, autre public" in text
    assert "Aquitaine" in text


def test_obstacles_of_few_persons_are_withheld(whole: Bilan) -> None:
    found = check_lists.region(replace(whole, period=Period.year(2022)))
    table = tables(found)["Freins notés dans les check-lists"]
    states = [cell.state for cell in table.rows[0].cells]
    assert states.count("masque") >= 2
    assert all(cell.value is None for cell in table.rows[0].cells if cell.state == "masque")


def test_without_the_number_of_participants_no_rate_is_given(whole: Bilan) -> None:
    meetings = whole.dataset["groupes_parole"]
    unknown = meetings["nb_participants_distincts"].where(meetings["id_seance"].isna())
    blank = meetings.assign(nb_participants_distincts=unknown)
    text = words(groupes_parole.region(with_rows(whole, groupes_parole=blank)))
    assert "Le nombre de participants n’étant pas connu, aucun taux n’est calculé." in text
    assert "%" not in text
    known = words(groupes_parole.region(whole))
    assert "aucun taux" not in known
    assert "ils ne démontrent pas un effet des groupes de parole" in known


def test_no_rupture_among_the_participants_gives_their_number(whole: Bilan) -> None:
    meetings = whole.dataset["groupes_parole"]
    none = meetings["nb_ruptures_participants"].mask(
        meetings["nb_ruptures_participants"].notna(), 0
    )
    calm = with_rows(whole, groupes_parole=meetings.assign(nb_ruptures_participants=none))
    text = words(groupes_parole.region(calm))
    assert re.search(r"Parmi \d+ participants distincts .* aucun n’a rompu, soit 0,0 %", text)


def test_few_ruptures_among_participants_are_withheld(whole: Bilan) -> None:
    meetings = whole.dataset["groupes_parole"]
    site = meetings["site"].eq("Salle commune").fillna(value=False).astype(bool)
    small = meetings.loc[site].assign(nb_participants_distincts=4, nb_ruptures_participants=1)
    rows = small.astype(meetings.dtypes)
    assert "couvert par le secret" in words(
        groupes_parole.region(with_rows(whole, groupes_parole=rows))
    )


def test_delays_say_their_cases_and_what_is_out(whole: Bilan) -> None:
    text = words(delais.region(whole))
    assert "médiane : 8 jours (33 cas) ; hors mesure : 16 événements non datés" in text
    assert "s. o. : aucun cas ; hors mesure : 67 sans intervention" in text
    alerts = whole.dataset["alertes"]
    dated = alerts["date_alerte"].dt.year.eq(2023) & alerts["date_evenement"].notna()
    sent = alerts["emetteur"].eq("organisme").fillna(value=False).astype(bool)
    few = with_rows(whole, alertes=alerts.loc[dated & sent].head(4))
    assert "(4 cas : pas de médiane sous 5)" in words(delais.region(few))


def test_the_grid_adds_up_and_blank_is_not_absent(whole: Bilan) -> None:
    table = tables(bonnes_pratiques.region(whole))["La grille des dix bonnes pratiques"]
    assert len(table.rows) == 10
    sums = {sum(cell.value or 0 for cell in row.cells[2:]) for row in table.rows}
    assert sums == {9}
    blank = [row.cells[5].value for row in table.rows]
    assert sum(value or 0 for value in blank) > 0
    placed = sum(row.cells[2].value or 0 for row in table.rows)
    assert placed == whole.one("RP-15b").count
    assert "Les porteurs sont déduits" in words(bonnes_pratiques.region(whole))


def test_a_grid_of_few_organisations_is_not_published(whole: Bilan) -> None:
    rows = whole.dataset["bonnes_pratiques"]
    four = sorted(rows["id_of"].dropna().unique())[:4]
    few = with_rows(whole, bonnes_pratiques=rows.loc[rows["id_of"].isin(four)])
    found = bonnes_pratiques.region(few)
    assert not tables(found)
    assert "ne sont pas publiés (s)" in words(found)


@pytest.mark.parametrize("register", REGISTERS)
def test_each_register_may_be_missing(whole: Bilan, register: str) -> None:
    made = list(blocks(without(whole, register)))
    assert f"Donnée non fournie : table {register}." in words(made)
    assert from_blocks([block.record() for block in made]).pieces


def test_a_year_before_the_registers_says_no_zero(whole: Bilan) -> None:
    old = replace(whole, period=Period.year(2019))
    made = list(blocks(old))
    text = words(made)
    assert text.count("Donnée non fournie") >= 4
    assert "Aucun parcours n’a été rompu" not in text
    assert not [b for b in made if isinstance(b, Paragraph) and "Cohorte" in words([b])]
    assert pages(pdf(from_blocks([b.record() for b in made]))) == 1


def test_an_empty_year_of_a_known_register_is_a_zero(whole: Bilan) -> None:
    files = whole.dataset["dossiers_ptp"]
    other = files["date_rupture"].dt.year.ne(2023)
    calm = files.assign(date_rupture=files["date_rupture"].where(other))
    assert "Aucun parcours n’a été rompu dans l’année." in words(
        ruptures.region(with_rows(whole, dossiers_ptp=calm))
    )
