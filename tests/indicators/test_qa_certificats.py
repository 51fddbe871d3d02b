"""QA-01 to QA-04, QA-17, QA-18, QA-21, QA-22 on a register made by hand, boundary by boundary."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from reportlib.dataset import Dataset
from reportlib.indicators import explain, indicator, measure
from reportlib.periods import Period
from reportlib.settings import Choix, Settings
from tests.indicators.registres import dataset

SETTINGS = Settings()
YEAR = Period.year(2023)

CERTIFICATS = """
id_of|numero|certificateur   |statut_declare|date_contrat|date_obtention|date_fin  |categories
A    |1     |Afnor           |certifie      |            |2020-10-01    |          |formation
A    |2     |AFNOR CERTIF.   |certifie      |            |2023-12-31    |2026-12-30|formation;vae
B    |3     |Certificateur X |certifie      |            |2021-07-01    |2024-06-30|formation
C    |4     |Certificateur X |certifie      |            |2021-05-01    |2024-04-30|
D    |5     |certificateur  X|certifie      |            |2021-05-02    |2024-05-01|bilan
E    |6     |                |en_cours      |2023-12-31  |              |          |
F    |7     |                |certifie      |            |2024-01-01    |          |
G    |8     |                |repute        |            |              |          |
H    |9     |                |suspendu      |            |2022-01-01    |          |
I    |10    |                |retire        |            |2022-01-01    |          |
J    |11    |                |refuse        |2022-01-01  |              |          |
K    |12    |                |certifie      |            |2020-12-31    |2023-12-30|
L    |13    |                |certifie      |            |2021-03-15    |          |
M    |14    |                |certifie      |            |              |          |
N    |15    |                |en_cours      |2024-01-01  |              |          |
     |16    |                |certifie      |            |2022-01-01    |          |
"""
ORGANISMES = """
id_of | departement
A     | 67
B     | 67
C     | 68
"""
DOSSIERS = """
id_dossier | id_of | date_commission | decision_initiale
D1         | A     | 2023-03-01      | accord
D2         | E     | 2023-03-01      | accord
D3         | Z     | 2023-03-01      | accord
D4         | B     | 2023-03-01      | refus
"""
AUDITS = """
id_audit | id_of | type_audit   | date_audit
X1       | B     | surveillance | 2022-12-01
X2       | C     | initial      | 2021-05-01
X3       | D     | surveillance | 2024-01-15
"""


def registre(**others: Any) -> Dataset:
    return dataset(certificats_qualiopi=CERTIFICATS, organismes=ORGANISMES, **others)


def named(name: str, data: Dataset, period: Period = YEAR, settings: Settings = SETTINGS) -> str:
    """The organisations counted, in order: « A B C »."""
    found = indicator(name).formula(data, period, settings).rows
    return " ".join(sorted(found.loc[found["numerateur"].gt(0), "cle"]))


def par(name: str, breakdown: str, data: Dataset) -> dict[str, float]:
    figures = measure(indicator(name), data, YEAR, SETTINGS, par=(breakdown,))
    region = figures.loc[figures["perimetre"].eq("region")]
    return dict(zip(region[breakdown], region["numerator"], strict=True))


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("QA-01", "A B C D L M"),
        ("QA-02", "E"),
        ("QA-21", "G"),
        ("QA-22", "H I J"),
        ("QA-17", "B C D L"),
        ("QA-17b", "C L"),
        ("QA-17c", "K"),
    ],
)
def test_who_is_counted_on_the_evening_of_2023(name: str, counted: str) -> None:
    assert named(name, registre()) == counted


def test_qa_17_starts_and_stops_on_the_day() -> None:
    """V-CYC-07: six months before 30/06/2024 is 30/12/2023; four before 30/04/2024, 30/12/2023."""
    data = registre()
    day = {d: Period.parse(f"01/01/2023-{d}") for d in ("29/12/2023", "30/12/2023", "31/12/2023")}
    assert "B" not in named("QA-17", data, day["29/12/2023"])
    assert "B" in named("QA-17", data, day["30/12/2023"])
    assert "C" not in named("QA-17b", data, day["30/12/2023"])
    assert "C" in named("QA-17b", data, day["31/12/2023"])
    assert named("QA-17c", data, day["30/12/2023"]) == ""


def test_qa_17_delays_are_choices_of_the_team() -> None:
    short = Settings(choix=Choix(alerte_renouvellement_mois=5, limite_renouvellement_mois=2))
    assert named("QA-17", registre(), settings=short) == "C D L"
    assert named("QA-17b", registre(), settings=short) == ""


def test_qa_17_an_end_that_two_readings_put_a_year_apart_is_signalled() -> None:
    said = explain(indicator("QA-17"), registre(), YEAR, SETTINGS).remark
    assert said.startswith("1\xa0certificat sans date de fin déclarée a été obtenu en 2021")
    assert "trois ans (décret n°\xa02020-894)" in said.replace("n° ", "n°\xa0")
    assert par("QA-17", "fin_lue", registre()) == {"calculee_divergente": 1, "declaree": 3}
    seed = Settings(choix=Choix(derogation_4_ans="seed"))
    assert named("QA-17", registre(), settings=seed) == "B C D"
    assert "quatre ans" in explain(indicator("QA-17"), registre(), YEAR, seed).remark


def test_qa_17_months_are_those_of_the_end() -> None:
    assert par("QA-17", "mois", registre()) == {
        "2024-03": 1, "2024-04": 1, "2024-05": 1, "2024-06": 1,
    }  # fmt: skip


def test_qa_18_windows() -> None:
    """B was audited; C's window closed on 01/03/2023; D's audit comes after the evening.

    On 01/07/2022 C's window opens, D's opens the day after, K's runs to the 28th month.
    """
    assert par("QA-18", "surveillance", registre(audits_qualiopi=AUDITS)) == {"depassee": 3}
    assert named("QA-18", registre(audits_qualiopi=AUDITS)) == "C D L"
    spring = Period.parse("01/01/2022-01/07/2022")
    assert named("QA-18", registre(audits_qualiopi=AUDITS), spring) == "A C K L"


def test_qa_18_without_a_register_of_audits_is_to_be_checked() -> None:
    found = explain(indicator("QA-18"), registre(), YEAR, SETTINGS)
    assert par("QA-18", "surveillance", registre()) == {"a_verifier": 4}
    assert "à vérifier" in found.remark
    assert found.left_out["raison"].tolist() == ["date d’obtention absente", "organisme inconnu"]


def test_qa_18_two_months_before_the_end_it_is_soon_closed() -> None:
    """Obtained on 01/05/2021: from 01/07/2022 to 01/03/2023; soon closed from 01/01/2023."""
    data = dataset(
        certificats_qualiopi="""
        id_of | statut_declare | date_obtention
        C     | certifie       | 2021-05-01
        """,
        audits_qualiopi="id_audit | id_of | type_audit | date_audit\n",
    )
    days = {"30/06/2022": "", "01/07/2022": "ouverte", "31/12/2022": "ouverte",
            "01/01/2023": "bientot_close", "01/03/2023": "bientot_close",
            "02/03/2023": "depassee"}  # fmt: skip
    for day, state in days.items():
        period = Period.parse(f"01/01/2022-{day}")
        rows = indicator("QA-18").formula(data, period, SETTINGS).rows
        assert "".join(rows["surveillance"]) == state, day


def test_qa_01_breakdowns() -> None:
    data = registre()
    assert par("QA-01", "departement", data) == {"67": 2, "68": 1, "non_renseigne": 3}
    assert par("QA-01", "categorie", data) == {
        "formation": 2, "vae": 1, "bilan": 1, "non_renseigne": 3,
    }  # fmt: skip
    assert par("QA-01", "certificateur", data) == {
        "AFNOR CERTIF.": 1, "Certificateur X": 3, "non_renseigne": 2,
    }  # fmt: skip


def test_qa_01_a_word_with_no_date_is_an_import_state() -> None:
    figures = measure(indicator("QA-01"), registre(), YEAR, SETTINGS)
    assert figures.loc[figures["perimetre"].eq("region"), "etat_import"].item() == 1


def test_qa_03_and_04_name_their_base() -> None:
    data = registre(dossiers_ptp=DOSSIERS)
    for name, numerator in (("QA-03", 1), ("QA-04", 2)):
        figures = measure(indicator(name), data, YEAR, SETTINGS)
        region = figures.loc[figures["perimetre"].eq("region")].iloc[0]
        assert (region["numerator"], region["denominator"]) == (numerator, 3)
        assert "organismes financés" in indicator(name).formule


def test_a_register_absent_is_not_zero_and_an_empty_one_is() -> None:
    head = "id_of | numero | statut_declare\n"
    for name in ("QA-01", "QA-02", "QA-17", "QA-18", "QA-21", "QA-22"):
        absent = measure(indicator(name), dataset(organismes=ORGANISMES), YEAR, SETTINGS)
        empty = measure(indicator(name), dataset(certificats_qualiopi=head), YEAR, SETTINGS)
        assert absent["state"].tolist() == ["non_fourni"]
        assert pd.isna(absent["value"].item())
        assert (empty["state"].tolist(), empty["value"].tolist()) == (["exact"], [0.0])
