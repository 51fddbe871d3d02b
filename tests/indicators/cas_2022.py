# ruff: noqa: E501 - a row of a register is one line
"""A small region in 2022, followed by hand in ``test_cas_2022``.

A and C signed in 2021 (C was denounced on 1 May 2022), B signed on 1 June 2022; D and E never did;
D11 belongs to no known organisation.
"""

from __future__ import annotations

from reportlib.dataset import Dataset
from tests.indicators.registres import dataset

SIGNATAIRES = """
id_of | date_signature | date_denonciation
A     | 2021-09-15     |
B     | 2022-06-01     |
C     | 2021-10-01     | 2022-05-01
"""

DEPOTS = """
id_dossier|id_of|date_depot |date_commission|decision_initiale|decision_finale|date_decision_finale
D01       |A    |2021-11-10 |2022-02-10     |accord           |               |
D02       |A    |2022-01-15 |2022-03-10     |refus            |accord         |2022-07-01
D03       |A    |2022-02-01 |2022-04-14     |refus            |               |
D03       |A    |2022-02-01 |2022-10-13     |refus            |               |
D04       |B    |2022-02-20 |2022-05-12     |refus            |               |
D05       |B    |2022-06-15 |2022-09-08     |accord           |               |
D06       |B    |2022-08-01 |2022-11-10     |ajourne          |               |
D07       |C    |2022-03-05 |2022-04-14     |refus            |accord         |
D08       |C    |2022-05-20 |2022-09-08     |irrecevable      |               |
D09       |D    |2022-10-03 |               |                 |               |
D10       |D    |2022-06-07 |2022-10-13     |accord           |               |
D11       |     |2022-04-04 |2022-06-09     |accord           |               |
D12       |E    |2022-12-20 |2023-02-09     |accord           |               |
"""

PARCOURS = """
motif_refus       |type_certification|priorite|parcours_amenage|amenagements              |positionnement_fourni
                  |rncp              |3       |oui             |hybridation;modularisation|oui
coherence_parcours|rncp              |1       |non             |                          |oui
coherence_parcours|rncp              |        |                |                          |non
budget_priorites  |rncp              |        |non             |                          |non
coherence_parcours|rs                |        |oui             |                          |
                  |bloc_rncp         |5       |non             |                          |oui
                  |rncp              |        |non             |                          |oui
coherence_parcours|rncp              |2       |non             |                          |oui
                  |rncp              |        |                |                          |
                  |rncp              |        |                |                          |oui
                  |bloc_rncp         |2       |oui             |hybridation               |oui
                  |rncp              |3       |non             |                          |oui
                  |rncp              |1       |non             |                          |
"""

SUITES = """
date_debut |date_fin_prevue|statut_parcours|date_rupture|cause_rupture      |certification_obtenue|date_resultat
2022-03-01 |2022-11-30     |acheve         |            |                   |totale               |2022-12-15
2022-09-01 |2023-06-30     |rompu          |2022-12-10  |imponderable       |                     |
           |               |               |            |                   |                     |
           |               |               |            |                   |                     |
           |               |               |            |                   |                     |
2022-10-01 |2022-12-20     |acheve         |            |                   |partielle            |2023-01-20
           |               |               |            |                   |                     |
2022-05-15 |2022-12-31     |rompu          |            |                   |                     |
           |               |               |            |                   |                     |
           |               |               |            |                   |                     |
2022-11-01 |2023-05-31     |en_cours       |            |                   |                     |
2022-07-01 |2022-12-01     |rompu          |2022-10-01  |construction_projet|                     |
2023-03-01 |2023-12-01     |en_cours       |            |                   |                     |
"""

ECHANGES = """
id_echange|id_dossier|date_echange|motif_precise|attendus_partages|reponse_reflechie|id_dossier_suite|id_of
E1        |D02       |2022-03-20  |oui          |oui              |                 |                |A
E2        |D02       |2022-04-02  |             |                 |oui              |D03             |A
E3        |D03       |2022-04-01  |oui          |                 |                 |                |A
E4        |D03       |2022-05-04  |oui          |non              |                 |                |A
E5        |D04       |2022-06-01  |oui          |oui              |oui              |D05             |B
E6        |D07       |2023-01-05  |oui          |oui              |oui              |                |C
"""

ATELIERS = """
id_atelier | date_atelier | theme          | format    | statut
T1         | 2022-01-20   | Positionnement | atelier   | realise
T2         | 2022-04-05   | Positionnement |           |
T3         | 2022-05-10   | Charte         | webinaire | realise
T4         | 2022-06-01   | Charte         | atelier   | annule
T5         | 2023-01-10   | Charte         | atelier   | realise
"""

INTERVENTIONS = """
id_intervention|id_of|date_ouverture|cause                   |accord_stagiaire|issue           |date_cloture
I1             |A    |2022-03-01    |imponderable            |oui             |maintien        |2022-04-01
I2             |A    |2022-06-01    |contenu_formation       |non             |rupture         |2022-07-01
I3             |B    |2022-09-01    |                        |oui             |maintien_amenage|2023-01-15
I4             |C    |2022-11-01    |imponderable            |en_attente      |suspension      |2022-12-20
I5             |A    |2021-12-10    |conditions_participation|oui             |maintien_amenage|2022-01-20
I6             |D    |2022-12-05    |contenu_formation       |oui             |maintien        |
"""

PROPOSITIONS = """
id_proposition|id_of|date_reception|formalisee_ecrit|modalites                 |date_etude|date_retour|permet_amenagement|source
P1            |A    |2022-01-10    |oui             |hybridation;digitalisation|2022-02-01|2022-02-09 |oui               |tpge
P2            |A    |2022-12-15    |oui             |modularisation            |          |           |                  |
P3            |B    |2022-05-20    |oui             |amenagement               |          |2022-06-10 |                  |tpge
P4            |B    |2022-07-04    |oui             |hybridation               |2022-07-20|2022-08-03 |en_cours          |
P5            |C    |2022-03-01    |non             |autre                     |2022-03-15|           |                  |tpge
P6            |A    |2022-04-01    |oui             |hybridation               |          |           |                  |of
P7            |A    |2021-12-01    |oui             |amenagement               |2021-12-15|2022-01-05 |non               |tpge
"""


def region_2022(**options: object) -> Dataset:
    """The seven registers of the small region."""
    return dataset(
        signataires=SIGNATAIRES,
        dossiers_ptp=beside(DEPOTS, PARCOURS, SUITES),
        echanges_refus=ECHANGES,
        ateliers=ATELIERS,
        interventions=INTERVENTIONS,
        propositions=PROPOSITIONS,
        **options,
    )


def beside(*tables: str) -> str:
    """Text tables of the same lines as one wider table."""
    lines = zip(*(table.strip("\n").splitlines() for table in tables), strict=True)
    return "\n".join("|".join(pieces) for pieces in lines)
