"""BA-09 and BA-09b: who came to the workshops."""

from __future__ import annotations

from reportlib.indicators import ateliers_participation
from tests.indicators.lecture import apart, portees, remarque, valeurs
from tests.indicators.registres import dataset

ATELIERS = """
id_atelier | date_atelier | theme          | format    | statut
T1         | 2022-01-01   | Positionnement | atelier   | realise
T2         | 2022-12-31   | Charte ; suite |           |
T3         | 2022-05-10   | Charte         | webinaire | realise
T4         | 2022-06-01   | Charte         | atelier   | annule
T5         | 2023-01-01   | Charte         | atelier   | realise
T6         | 2022-09-01   |                | atelier   | realise
"""
PARTICIPATIONS = """
id_atelier | id_of | nb_personnes
T1         | A     | 2
T2         | A     |
T6         | B     | 4
T1         |       | 3
T1         |       | 1
T3         | C     | 9
T4         | D     | 9
T5         | E     | 9
T9         | F     | 9
"""
SIGNATAIRES = """
id_of | date_signature
A     | 2022-06-01
"""
REGION = dataset(ateliers=ATELIERS, participations=PARTICIPATIONS, signataires=SIGNATAIRES)


def test_ba_09_an_organisation_counts_once():
    found = portees(ateliers_participation.BA_09, REGION)
    assert found == {"region": 2, "A": 1, "B": 1}
    assert apart(ateliers_participation.BA_09, REGION) == {
        "organisme non identifié": 2,
        "webinaire": 1,
        "annulé": 1,
    }


def test_ba_09_once_a_theme_and_once_a_standing_with_the_charter():
    record = ateliers_participation.BA_09
    assert valeurs(record, REGION, "theme") == {
        "Positionnement": 1,
        "Charte , suite": 1,
        "non_renseigne": 1,
    }
    # A had not signed on 1 January; it had on 31 December.
    assert valeurs(record, REGION, "signataire") == {"signataire": 1, "non_signataire": 2}


def test_ba_09b_persons_one_when_not_said_unknown_organisations_apart():
    found = portees(ateliers_participation.BA_09B, REGION)
    assert found == {"region": 11, "A": 3, "B": 4, "non_attribue": 4}
    assert valeurs(ateliers_participation.BA_09B, REGION, "theme") == {
        "Positionnement": 6,
        "Charte ; suite": 1,
        "non_renseigne": 4,
    }
    assert "compte deux fois" in remarque(ateliers_participation.BA_09B, REGION)


def test_ba_09_without_the_register_of_signatures():
    bare = dataset(ateliers=ATELIERS, participations=PARTICIPATIONS)
    assert valeurs(ateliers_participation.BA_09, bare, "signataire") == {"non_renseigne": 2}
