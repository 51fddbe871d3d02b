# ruff: noqa: E501 - a row of a register is one line
"""A small charter in 2022, followed by hand in ``test_ch_region``.

A and C signed in 2021 (C was denounced on 1 May 2022 for a communication), B on 1 June 2022, E on
1 March 2023, after the charter's end; D never did.
"""

from __future__ import annotations

from reportlib.dataset import Dataset
from tests.indicators.registres import dataset

ORGANISMES = """
id_of | denomination | departement
A     | Alpha        | 57
B     | Bêta         | 67
C     | Gamma        | 57
D     | Delta        |
"""

SIGNATAIRES = """
id_of | version_charte | date_signature | date_denonciation | motif_denonciation | publie_site | date_publication_site
A     | 2021           | 2021-09-15     |                   |                    | oui         | 2022-12-31
B     |                | 2022-06-01     |                   |                    |             |
C     |                | 2021-10-01     | 2022-05-01        | communication      | oui         | 2021-11-02
E     |                | 2023-03-01     |                   |                    |             |
"""

PROPOSITIONS = """
id_proposition|id_of|date_contact|date_reception|formalisee_ecrit|modalites                 |intitule_formation|date_etude|date_retour|retour_ingenierie_financiere|source
P1            |A    |2022-01-02  |2022-01-10    |oui             |hybridation;digitalisation|Soins             |2022-02-01|2022-02-09 |oui                         |tpge
P2            |A    |2022-12-20  |2022-12-15    |oui             |modularisation            |                  |2023-01-01|2023-01-05 |oui                         |
P3            |B    |            |2022-05-20    |oui             |amenagement               |                  |          |           |                            |tpge
P4            |B    |2022-07-04  |2022-07-04    |oui             |hybridation               |                  |2022-07-20|2022-08-03 |                            |
P5            |C    |2022-03-01  |2022-03-01    |non             |autre                     |                  |          |           |                            |tpge
P6            |B    |2022-05-31  |2022-06-10    |non             |autre                     |                  |          |           |                            |
P7            |A    |            |2021-12-01    |oui             |amenagement               |                  |          |2022-01-05 |non                         |tpge
P8            |B    |2023-01-04  |2022-12-28    |non             |autre                     |                  |          |           |                            |
S4            |B    |            |2022-09-01    |non             |hybridation               |Accueil           |          |           |                            |of
S1            |A    |            |2022-01-20    |oui             |hybridation               |SOINS             |          |           |                            |of
S2            |A    |2022-03-30  |2022-04-01    |oui             |hybridation               |Vente             |          |           |                            |of
S3            |A    |            |2022-09-01    |oui             |hybridation               |Accueil           |          |           |                            |of
"""

DOSSIERS = """
id_dossier|id_of|date_depot |date_commission|decision_initiale|decision_finale|type_certification|parcours_amenage|amenagements              |concertation_prealable|amenagement_valorise|id_proposition|date_rupture
D1        |A    |2022-01-03 |2022-02-10     |accord           |               |rncp              |oui             |hybridation;modularisation|oui                   |oui                 |P1            |2022-06-30
D2        |A    |2022-02-01 |2022-03-10     |refus            |               |rncp              |non             |                          |                      |                    |              |
D2        |A    |2022-02-01 |2022-10-13     |refus            |accord         |rncp              |oui             |                          |non                   |non                 |              |
D3        |B    |2022-07-03 |2022-09-08     |refus            |               |rs                |oui             |digitalisation            |                      |oui                 |P4            |2022-12-10
D4        |B    |2022-05-01 |2022-05-12     |accord           |               |rncp              |oui             |                          |oui                   |oui                 |              |
D5        |C    |2022-03-05 |2022-04-14     |ajourne          |               |rncp              |                |                          |                      |                    |              |2022-05-01
D6        |A    |2022-10-01 |2022-11-10     |accord           |               |rncp              |oui             |                          |oui                   |                    |              |
"""

ALERTES = """
id_alerte|id_of|id_dossier|date_alerte|emetteur |origine_evenement|type_evenement
L1       |A    |D1        |2022-04-01 |organisme|stagiaire        |risque_rupture
L2       |A    |          |2022-05-05 |organisme|                 |risque_rupture
L3       |B    |D3        |2022-09-01 |organisme|organisme        |changement_modalites
L4       |B    |D4        |2022-05-31 |organisme|organisme        |autre
L5       |A    |D2        |2022-07-01 |stagiaire|organisme        |risque_rupture
L6       |B    |D3        |2022-11-01 |employeur|                 |risque_rupture
"""

CONTROLES = """
id_controle|id_of|id_dossier|date_controle|motif        |id_alerte
K1         |A    |D1        |2022-04-20   |alerte       |L1
K2         |A    |D2        |2022-07-20   |alerte       |L5
K3         |B    |D3        |2022-09-20   |programme    |
K4         |B    |          |2022-10-01   |             |
K5         |A    |          |2022-10-02   |alerte       |L9
K6         |B    |D4        |2022-06-20   |alerte       |L4
K7         |C    |          |2022-04-30   |communication|
K8         |C    |          |2022-05-02   |communication|
K9         |B    |D3        |2022-12-01   |alerte       |L6
"""

DEMANDES = """
id_demande|id_of|type_bilan   |exercice|date_demande|date_remise
Q1        |A    |intermediaire|        |            |2022-12-31
Q2        |B    |intermediaire|        |            |2023-01-01
Q3        |A    |annuel       |2021    |2022-02-01  |2022-03-01
Q4        |B    |annuel       |2022    |2022-11-01  |2023-01-10
Q5        |B    |annuel       |2021    |2022-05-31  |2022-06-10
Q6        |A    |annuel       |2022    |            |
"""

DIALOGUES = """
id_dialogue|id_of|date_dialogue|volet_qualitatif|volet_quantitatif|leviers
R1         |A    |2022-03-01   |oui             |oui              |tutorat;mediation
R2         |A    |2022-07-01   |oui             |                 |
R2         |B    |2022-07-01   |oui             |oui              |tutorat
R3         |C    |2022-05-01   |oui             |oui              |suspension
"""

INTERVENTIONS = """
id_intervention|id_of|date_ouverture|accord_stagiaire|leviers
I1             |A    |2022-04-05    |oui             |tutorat;suspension
I2             |A    |2022-08-05    |non             |mediation
I3             |B    |2022-05-31    |oui             |mediation
I4             |B    |2022-09-05    |                |tutorat
"""

COMMUNICATIONS = """
id_communication|id_of|date_constat|conforme
M1              |C    |2022-04-20  |non
M2              |A    |2022-06-01  |oui
M3              |D    |2022-06-01  |non
"""


def charte_2022() -> Dataset:
    """The registers of the small charter."""
    return dataset(
        organismes=ORGANISMES,
        signataires=SIGNATAIRES,
        propositions=PROPOSITIONS,
        dossiers_ptp=DOSSIERS,
        alertes=ALERTES,
        controles=CONTROLES,
        demandes_bilan=DEMANDES,
        temps_dialogue=DIALOGUES,
        interventions=INTERVENTIONS,
        communications=COMMUNICATIONS,
    )
