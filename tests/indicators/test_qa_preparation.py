"""QA-19, QA-20, QA-24 and QA-25's texts: estimates for one organisation, profiles, quotations."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reportlib.errors import ParameterError
from reportlib.indicators.qualiopi_estimations import cout_estime, durees_estimees
from reportlib.indicators.qualiopi_profils import profils
from reportlib.indicators.qualiopi_verbatims import verbatims_diffusables
from reportlib.periods import Period
from reportlib.rules.cout import Tarifs
from reportlib.settings import Settings
from tests.indicators.registres import dataset

FIN = date(2023, 12, 31)
ORGANISMES = """
id_of | denomination | alias | nb_sites | ca_formation | categories
A     | Le Fleuve    | LF    | 17       | 2500000      | formation;bilan;vae
B     | Le Canal     |       |          | 300000       | formation;vae
C     | Le Lac       |       | 1        |              | formation
D     | La Mare      |       | 1        | 300000       | vae
"""
CERTIFICATS = """
id_of | statut_declare | date_obtention | cnefop | nouvel_entrant
B     | certifie       | 2022-01-01     | oui    | non
D     | certifie       | 2022-01-01     |        |
"""
AUDITS = """
id_audit | id_of | type_audit   | date_audit | cout_ht
X1       | A     | initial      | 2022-01-01 | 1000
X2       | A     | surveillance | 2023-12-31 | 501
X3       | A     | surveillance | 2024-01-01 | 9000
X4       | B     | initial      | 2022-01-01 |
"""
DATA = dataset(organismes=ORGANISMES, certificats_qualiopi=CERTIFICATS, audits_qualiopi=AUDITS)


def lengths(id_of: str) -> dict[str, float | None]:
    found = durees_estimees(DATA, id_of, FIN, Settings())
    return {one.type_audit: one.duree.jours if one.duree else None for one in found}


def test_qa_19_the_two_examples_of_the_slides() -> None:
    assert lengths("A") == {"initial": 5, "surveillance": None, "renouvellement": 5}
    assert lengths("B")["initial"] == 0.5


def test_qa_19_what_no_source_establishes_is_no_number_and_the_turnover_stays_inside() -> None:
    for one in durees_estimees(DATA, "D", FIN, Settings()):
        assert one.duree is None
        assert one.message.startswith("Barème non documenté\xa0:")
        assert "300" not in one.message


def test_qa_19_says_what_misses_and_who_is_unknown() -> None:
    messages = {one.message for one in durees_estimees(DATA, "C", FIN, Settings())}
    assert messages == {"Non estimée\xa0: chiffre d’affaires de formation non renseigné."}
    with pytest.raises(ParameterError, match="Aucun organisme"):
        durees_estimees(DATA, "Z", FIN, Settings())


def test_qa_20_real_prices_known_on_the_day_stand_in_for_the_average() -> None:
    found = cout_estime(DATA, "A", FIN)
    assert (found.audits_connus, found.cout.total) == (2, Decimal("5400.50"))
    assert cout_estime(DATA, "A", date(2023, 12, 30)).cout.total == Decimal(5650)
    slides = cout_estime(DATA, "B", FIN)
    assert (slides.audits_connus, slides.cout.total) == (0, Decimal(5150))
    assert slides.cout.annualise == Decimal("1716.67")
    cheaper = cout_estime(DATA, "B", FIN, Tarifs(dossier=Decimal(1000)), audits=2)
    assert cheaper.cout.total == Decimal(5750)


def test_qa_24_counts_of_the_slides_and_of_the_guide() -> None:
    table = profils()
    assert table["indicateurs"].tolist() == [23, 24, 26, 27, 28, 22, 24, 32]
    assert table["audites_cnefop"].tolist() == [10, 11, 13, 14, 15, 9, 11, 19]
    by_criterion = table[[f"c{n}" for n in range(1, 8)]]
    assert by_criterion.sum(axis=1).equals(table["indicateurs"])
    assert (table["fondamentaux"] + table["ponderables"]).equals(table["indicateurs"])
    assert table["source"].str.len().gt(0).all()


REPONSES = """
campagne|id_of|date_reponse|avancement|accord_diffusion|verbatim
2023     | A     | 2023-03-01   | certifie   | oui  | LF a aidé, voir www.lefleuve.example/qualite
2023     | B     | 2023-03-01   | certifie   | oui  | Écrire à a@canal.example ou 03 00 00 00 00.
2023     | C     | 2023-03-01   | certifie   | oui  | En 2023, 03 00 audits et 44 475 certifiés
2023     | D     | 2023-03-01   | certifie   | non  | Secret
"""
ANSWERS = dataset(organismes=ORGANISMES, enquete_qualiopi=REPONSES)


def test_qa_25_names_and_contacts_are_masked() -> None:
    found = verbatims_diffusables(ANSWERS, Period.year(2023))
    assert found["verbatim"].tolist() == [
        "En 2023, 03 00 audits et 44 475 certifiés",
        "[organisme] a aidé, voir [coordonnées]",
        "Écrire à [coordonnées] ou [coordonnées].",
    ]
    assert found["id_of"].isna().all()


def test_qa_25_a_name_that_consent_covers() -> None:
    found = verbatims_diffusables(ANSWERS, Period.year(2023), nommables=("A",))
    own = found.loc[found["id_of"].eq("A"), "verbatim"].item()
    assert own.startswith("LF a aidé")


def test_qa_25_no_register_no_quotation() -> None:
    assert verbatims_diffusables(dataset(organismes=ORGANISMES), Period.year(2023)).empty
