"""QA-12b, QA-15, QA-16, QA-19b, QA-20b: audits of the period, by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.disclosure import release
from reportlib.indicators import explain, indicator, measure
from reportlib.indicators.qualiopi_audits import decisions
from reportlib.periods import Period
from reportlib.settings import Confidentialite, Settings
from tests.indicators.registres import dataset

SETTINGS = Settings()
YEAR = Period.year(2021)
AUDITS = """
id_audit | id_of | type_audit   | date_audit | duree_jours | duree_amenagee | cout_ht
A1       | A     | initial      | 2021-06-10 | 1.5         | non            | 900
A2       | B     | initial      | 2021-12-31 | 0.5         | oui            | 500
A3       | C     | surveillance | 2021-01-01 |             |                |
A4       | C     | initial      | 2020-03-01 | 2           | oui            | 700
A5       | D     | initial      | 2022-01-01 | 2           | oui            | 700
A6       |       | initial      | 2021-05-05 |             |                |
"""
ECARTS = """
id_audit | indicateur | gravite | date_notification | date_levee | levee_en_seance | id_of
A1       | 1          | mineure | 2021-06-10        |            |                 | A
A1       | 4          | mineure | 2021-06-10        |            |                 | A
A1       | 26         | majeure | 2021-06-10        | 2021-09-01 |                 | A
A2       | 12         | mineure | 2022-01-15        |            |                 | B
A2       | 9          | mineure |                   |            | oui             | B
A4       | 12         | mineure | 2020-03-01        | 2021-02-01 |                 | C
A5       | 12         | mineure | 2022-01-01        |            |                 | D
A9       | 30         | mineure | 2021-04-01        |            |                 |
"""
DATA = dataset(audits_qualiopi=AUDITS, non_conformites=ECARTS)


def region(name: str, *par: str) -> pd.DataFrame:
    figures = measure(indicator(name), DATA, YEAR, SETTINGS, par=par)
    return figures.loc[figures["perimetre"].eq("region")]


def by(name: str, breakdown: str, column: str = "numerator") -> dict[str, float]:
    figures = region(name, breakdown)
    return dict(zip(figures[breakdown], figures[column], strict=True))


def test_qa_15_one_an_audit_and_an_indicator_known_on_the_evening() -> None:
    assert region("QA-15")["value"].item() == 4
    assert by("QA-15", "indicateur") == {"1": 1, "4": 1, "26": 1, "9": 1}
    assert by("QA-15", "critere") == {"1": 1, "2": 1, "6": 1, "3": 1}
    assert by("QA-15", "gravite") == {"majeure": 2, "mineure": 2}
    assert by("QA-15", "nature") == {"fondamental": 2, "ponderable": 2}


def test_qa_15_says_what_it_leaves_out_and_what_it_reads_otherwise() -> None:
    found = explain(indicator("QA-15"), DATA, YEAR, SETTINGS)
    assert sorted(found.left_out["raison"]) == ["audit inconnu", "notifiée après la période"]
    assert found.remark == "1\xa0mineure sur un indicateur fondamental est lue majeure."


def test_qa_15_shares_of_audits() -> None:
    assert region("QA-15b")[["numerator", "denominator"]].to_numpy().tolist() == [[2, 4]]
    shares = region("QA-15b", "indicateur")
    assert len(shares) == 32
    assert set(shares["denominator"]) == {4}
    assert by("QA-15b", "critere") == {"1": 1, "2": 1, "3": 1, "4": 0, "5": 0, "6": 1, "7": 0}
    assert by("QA-15c", "type_audit") == {"initial": 2, "surveillance": 0}
    assert by("QA-15c", "type_audit", "denominator") == {"initial": 3, "surveillance": 1}


def test_qa_16_decisions_of_the_period_read_on_its_evening() -> None:
    """A1: 4 is read major, never cleared: refused. A3: a minor cleared after it, hence major."""
    found = decisions(DATA, YEAR).set_index("id_audit")["decision"].to_dict()
    assert found == {"A1": "refus", "A2": "certifie", "A3": "certifie", "A6": "certifie"}
    early = decisions(DATA, Period.parse("01/01/2021-31/01/2021")).set_index("id_audit")
    assert early["decision"].to_dict() == {"A3": "en_attente_levee"}
    assert by("QA-16", "decision") == {"refus": 1, "certifie": 3}
    mine = measure(indicator("QA-16"), DATA, YEAR, SETTINGS, par=("decision",))
    assert mine.loc[mine["id_of"].eq("A"), "decision"].tolist() == ["refus"]


def test_qa_16_never_passes_for_the_certifier_s_decision() -> None:
    assert "ne vaut pas décision du certificateur" in indicator("QA-16").cas_limites


@pytest.mark.parametrize(
    ("name", "value", "base"), [("QA-12b", 50.0, 2), ("QA-19b", 1.0, 2), ("QA-20b", 700.0, 2)]
)
def test_what_the_audits_of_the_period_say(name: str, value: float, base: int) -> None:
    found = region(name)[["value", "denominator"]]
    assert found.to_numpy().tolist() == [[value, base]]


def test_qa_15_is_withheld_when_too_few_organisations_stand_behind_it() -> None:
    """Six minors of two organisations on criterion 1: over five, and of two: « s »."""
    rows = "\n".join(
        f"A{i} | {'P' if i < 4 else 'Q'} | surveillance | 2021-03-0{i}" for i in range(1, 7)
    )
    more = "\n".join(f"B{i} | R{i} | surveillance | 2021-04-0{i}" for i in range(1, 8))
    held = "\n".join(
        [f"A{i} | 1 | mineure" for i in range(1, 7)] + [f"B{i} | 12 | mineure" for i in range(1, 8)]
    )
    data = dataset(
        audits_qualiopi=f"id_audit | id_of | type_audit | date_audit\n{rows}\n{more}",
        non_conformites=f"id_audit | indicateur | gravite\n{held}",
    )
    owners = data["audits_qualiopi"].set_index("id_audit")["id_of"]
    rows_of = data["non_conformites"].assign(id_of=lambda t: t["id_audit"].map(owners))
    data = type(data)(frames={**data.frames, "non_conformites": rows_of})
    record = indicator("QA-15")
    figures = measure(record, data, YEAR, SETTINGS, par=("indicateur",))
    shown = release(figures, record, audience="region", policy=Confidentialite())
    states = shown.loc[shown["perimetre"].eq("region")].set_index("indicateur")["state"]
    assert states["1"] == "masque"
    whole = release(
        measure(record, data, YEAR, SETTINGS), record, audience="region", policy=Confidentialite()
    )
    assert whole["state"].iloc[0] == "exact"
