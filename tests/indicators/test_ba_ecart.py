"""BA-25: an indicator beside the period before, and what sets two periods apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest

from reportlib.errors import ParameterError
from reportlib.indicators import certificats_mensuels, changements, couvre, indicator
from reportlib.indicators.lost import set_aside_rows
from reportlib.periods import Period
from reportlib.settings import Settings
from tests.indicators.registres import dataset

ecart = import_module("reportlib.indicators.ecart")
"""The module; the package gives its function that name."""
YEAR = Period.year(2023)
BEFORE = Period.year(2022)
DATA = dataset(
    avenants="""
    id_avenant|id_dossier|id_of|type_changement|date_demande|date_effet
    V1|D1|A|calendrier|2022-03-01|2022-03-05
    V2|D1|A|calendrier|2022-04-01|2022-03-05
    V3|D2|B|calendrier|2022-05-01|2022-06-01
    V4|D2|B|calendrier|2022-06-01|2022-07-01
    V5|D1|A|calendrier|2023-01-01|2023-01-05
    V6|D2|B|calendrier|2023-02-01|2023-01-05
    V7|D3|C|calendrier|2023-12-31|
    """,
    jurys_clea="date_jury|candidatures|certifies\n2023-01-12|4|3\n2023-02-10|2|1",
    controles="id_controle|id_of|date_controle|motif\nC0|A|2021-12-31|programme\n"
    "C1|A|2023-05-01|programme",
)
DEFINED = changements.Changement(
    indicateur="BA-17",
    depuis=date(2023, 1, 1),
    nature="definition",
    motif="Les modalités sont comptées.",
)


def of(name, id_of=None, *, period=YEAR, connus=()):
    return ecart.ecart(indicator(name), DATA, period, Settings(), id_of, connus=connus)


@pytest.mark.parametrize(
    ("name", "id_of", "values", "gap", "relative"),
    [
        ("BA-17", None, (3, 4), -1, -25),
        ("BA-17", "A", (1, 2), -1, -50),
        ("BA-17", "C", (1, 0), 1, None),  # from 0: no relative change
        ("BA-17b", None, (50, 75), -25, None),  # points
        ("BA-17b", "A", (100, 50), 50, None),
        ("BA-17b", "C", (None, None), None, None),  # no object
        ("BA-14", None, (1, 0), 1, None),
        ("BA-20", None, (2, None), None, None),  # the register begins in 2023
        ("BA-20b", None, (pytest.approx(100 * 4 / 6), None), None, None),
        ("BA-13", None, (None, None), None, None),  # not provided
    ],
)
def test_ba_25_two_values_and_their_gap(name, id_of, values, gap, relative):
    found = of(name, id_of)
    assert (found.value, found.value_avant) == values
    assert found.difference == gap
    assert found.relative == relative
    assert found.avant == BEFORE


@pytest.mark.parametrize(
    ("name", "id_of", "states"),
    [
        ("BA-17", "C", ("exact", "exact")),
        ("BA-17b", "C", ("sans_objet", "sans_objet")),
        ("BA-20", None, ("exact", "non_fourni")),
        ("BA-13", "A", ("non_fourni", "non_fourni")),
    ],
)
def test_ba_25_says_why_a_value_misses(name, id_of, states):
    found = of(name, id_of)
    assert (found.state, found.state_avant) == states


@pytest.mark.parametrize(("name", "unit"), [("BA-17", "demandes"), ("BA-17b", "points")])
def test_ba_25_points_for_a_share(name, unit):
    assert of(name).unite == unit


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2022, 1, 1), ""),  # both years are counted the new way
        (date(2022, 1, 2), "changement de définition"),
        (date(2023, 12, 31), "changement de définition"),
        (date(2024, 1, 1), ""),  # both the old way
    ],
)
def test_ba_25_a_change_between_the_two_periods_is_said(day, said):
    found = of("BA-17", connus=[replace(DEFINED, depuis=day)])
    assert found.mention == said
    assert found.difference == -1


def test_ba_25_a_change_of_source_and_of_another_indicator():
    source = replace(DEFINED, nature="source")
    assert of("BA-17", connus=[source]).mention == "changement de source"
    both = of("BA-17", connus=[source, DEFINED]).mention
    assert both == "changement de définition et changement de source"
    assert of("BA-17b", connus=[DEFINED]).mention == ""


def test_ba_25_no_change_is_recorded_yet_and_every_one_names_an_indicator():
    assert all(indicator(one.indicateur) for one in changements.changements())
    assert of("BA-17", connus=None).mention == ""


ENTRY = """
[[changements]]
indicateur = "BA-17"
depuis = 2023-01-01
nature = "definition"
motif = "Les modalités sont comptées."
"""


def test_ba_25_the_file_of_changes():
    assert changements.lus(ENTRY) == (DEFINED,)
    assert changements.lus("# rien\n") == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"definition"', '"formule"'),
        ("2023-01-01", '"2023"'),
        ("2023-01-01", "2023-01-01T10:00:00"),
        ("motif", "raison"),
        ("[[changements]]", "[[changements"),
    ],
)
def test_ba_25_a_change_badly_written_is_refused(before, after):
    with pytest.raises(ParameterError, match=r"changements\.toml"):
        changements.lus(ENTRY.replace(before, after))


@pytest.mark.parametrize(
    ("period", "covered"), [(BEFORE, False), (Period.half_year(2023, 1), True), (YEAR, True)]
)
def test_a_register_of_months_covers_from_its_first_month(period, covered):
    data = dataset(
        certificats_realisation="id_dossier | mois | date_depot\nD1 | 2023-06 | 2023-07-01",
        dossiers_ptp="id_dossier | id_of\nD1 | A",
    )
    assert couvre(certificats_mensuels.BA_15, data, period) is covered


@pytest.mark.parametrize(
    ("contact", "received", "before"),
    [
        ("", "2022-03-01", (1, "exact")),
        ("", "2023-03-01", (None, "non_fourni")),
        ("2023-03-02", "2022-03-01", (1, "exact")),
        ("", "", (None, "non_fourni")),
    ],
)
def test_a_register_covers_by_the_dates_read_where_the_first_is_missing(contact, received, before):
    data = dataset(
        propositions="id_proposition | id_of | date_contact | date_reception | formalisee_ecrit\n"
        f"P1 | A | | {received} | non\nP2 | A | {contact} | | non",
        signataires="id_of | date_signature\nA | 2022-01-01",
    )
    ch_34c = indicator("CH-34c")
    found = ecart.ecart(ch_34c, data, Period.half_year(2022, 2), Settings())
    assert couvre(ch_34c, data, BEFORE) is (before[1] == "exact")
    assert (found.value_avant, found.state_avant) == before


def test_rows_set_aside_of_a_register_of_months_are_those_of_the_period():
    head = "id_dossier | id_of | mois | date_depot"
    data = dataset(
        {"certificats_realisation": f"{head}\nD1 | A | 2023-06 |\nD2 | A | 2022-12 |\nD3 | A | |"},
        certificats_realisation=head,
        dossiers_ptp="id_dossier | id_of\nD1 | A",
    )
    lost = set_aside_rows(certificats_mensuels.BA_15, data, YEAR)
    assert lost["id_dossier"].tolist() == ["D1", "D3"]


def test_the_chapter_says_a_change_in_its_row_and_under_the_table(monkeypatch):
    from reportlib.sections import evolution
    from reportlib.sections.figures import Figures
    from reportlib.wording import plain

    seen = replace(DEFINED, indicateur="BA-08")
    monkeypatch.setattr(evolution, "entre", lambda name, *_: (seen,) if name == "BA-08" else ())
    made = [Figures(DATA, period, Settings(), "region") for period in (BEFORE, YEAR)]
    bilan = SimpleNamespace(
        before=made[0], period=YEAR, one=made[1].one, figures=made[1], provided=made[1].provided
    )
    table = list(evolution.region(bilan))[1]
    labels = [plain(row.cells[0].text) for row in table.rows]
    said = [plain(note) for note in table.notes]
    assert [label for label in labels if "changement" in label] == [
        "Ateliers animés (changement de définition)"
    ]
    assert any("1er\u00a0janvier 2023. Les modalités sont comptées." in note for note in said)
