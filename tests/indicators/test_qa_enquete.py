"""QA-03b, QA-04b, QA-09 to QA-14, QA-25: the survey, by hand; V-ENQ-01."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib.errors import ParameterError
from reportlib.indicators import explain, indicator, measure
from reportlib.indicators.qualiopi_enquete import taux_de_reponse
from reportlib.periods import Period
from reportlib.settings import Confidentialite, Settings
from tests.indicators.cas_2022 import beside
from tests.indicators.registres import dataset

FIVE = Settings()
TWO = Settings(confidentialite=Confidentialite(seuil_organismes=2))
YEAR = Period.year(2021)
REPONSES = """
campagne | id_of | date_reponse | avancement | certificateur | duree_amenagee
2021     | A     | 2021-05-01   | en_cours   |               |
2021     | A     | 2021-06-01   | certifie   | Afnor         | oui
2021     | B     | 2021-06-01   | certifie   | AFNOR         | non
2021     | C     | 2021-06-01   | certifie   | Eduform       |
2021     | D     | 2021-06-01   | non_engage | Afnor         | oui
2021     | E     |              | repute     |               |
2021     | F     | 2022-01-01   | certifie   |               |
2020     | G     |              | certifie   |               |
2021     |       | 2021-06-02   | certifie   | Boréal        |
2021     |       | 2021-06-03   | en_cours   |               |
"""
CHOIX = """
choix_certificateur | criteres_difficultes | verbatim | accord_diffusion
                    |                      | Ancien   | oui
tarif;proximite     | 1;3                  | Utile    | oui
tarif               | 3                    | Privé    | non
                    |                      | Muet     |
tarif               | 7                    |          | oui
                    |                      |          |
                    |                      |          |
                    |                      |          |
                    |                      | Seul     | oui
                    |                      |          |
"""
DATA = dataset(enquete_qualiopi=beside(REPONSES, CHOIX))


def region(name: str, *par: str, settings: Settings = FIVE) -> pd.DataFrame:
    figures = measure(indicator(name), DATA, YEAR, settings, par=par)
    return figures.loc[figures["perimetre"].eq("region")]


def by(name: str, breakdown: str, settings: Settings = FIVE) -> dict[str, float]:
    figures = region(name, breakdown, settings=settings)
    return dict(zip(figures[breakdown], figures["numerator"], strict=True))


def test_the_last_answer_of_the_period_and_orphans_alone() -> None:
    """A B C D E and two answers of nobody known; F answers later, G in another year."""
    assert by("QA-09", "avancement") == {
        "certifie": 4, "en_cours": 1, "ne_sait_pas": 0, "non_engage": 1, "repute": 1,
    }  # fmt: skip
    assert set(region("QA-09", "avancement")["denominator"]) == {7}


@pytest.mark.parametrize(
    ("name", "numerator", "denominator"),
    [("QA-03b", 4, 7), ("QA-04b", 5, 7), ("QA-11", 4, 4), ("QA-12", 1, 2), ("QA-13", 2, 2),
     ("QA-14", 2, 2)],
)  # fmt: skip
def test_each_share_has_its_own_base(name: str, numerator: int, denominator: int) -> None:
    found = region(name)[["numerator", "denominator"]].to_numpy().tolist()
    assert found == [[numerator, denominator]]


def test_v_enq_01_fifty_six_of_eighty_six() -> None:
    head = "campagne | id_of | date_reponse | avancement\n"
    lines = [
        f"2021 | O{i} | 2021-06-01 | {'certifie' if i < 56 else 'en_cours'}" for i in range(86)
    ]
    data = dataset(enquete_qualiopi=head + "\n".join(lines))
    figures = measure(indicator("QA-03b"), data, YEAR, FIVE)
    assert figures["value"].iloc[0] == pytest.approx(65.116, abs=1e-3)


def test_qa_11_gathers_certifiers_of_too_few_organisations() -> None:
    assert by("QA-11", "certificateur") == {"autres": 4}
    assert by("QA-11", "certificateur", TWO) == {"Afnor Certification": 2, "autres": 2}
    assert by("QA-11", "type_certificateur") == {
        "accredite_cofrac": 2, "instance_labellisation": 1, "non_renseigne": 1,
    }  # fmt: skip


def test_qa_13_and_14_shares_may_pass_the_whole() -> None:
    assert by("QA-13", "choix")["tarif"] == 2
    assert by("QA-13", "choix")["proximite"] == 1
    assert sum(by("QA-13", "choix").values()) == 3
    assert by("QA-14", "critere") == {"1": 1, "2": 0, "3": 2, "4": 0, "5": 0, "6": 0, "7": 0}
    assert set(region("QA-14", "critere")["denominator"]) == {2}


def test_qa_13_says_who_did_not_answer() -> None:
    apart = explain(indicator("QA-13"), DATA, YEAR, FIVE).left_out
    assert apart["raison"].value_counts().to_dict() == {"choix non renseigné": 2}


def test_qa_25_consent_left_blank_is_no_and_an_older_quotation_is_not_the_last() -> None:
    found = explain(indicator("QA-25"), DATA, YEAR, FIVE)
    assert found.value == 2
    assert found.left_out["raison"].tolist() == ["sans accord de diffusion"] * 2


def test_qa_10_is_nothing_when_nobody_knows_how_many_were_asked() -> None:
    assert taux_de_reponse(DATA, YEAR).value is None
    assert taux_de_reponse(DATA, YEAR, 14).value == 50.0
    with pytest.raises(ParameterError, match="nombres à vérifier"):
        _ = taux_de_reponse(DATA, YEAR, 3).value
