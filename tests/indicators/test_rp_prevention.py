# ruff: noqa: E501 - a row of a register is one line
"""RP-03, 05 to 10, 12 to 16 on small registers of 2022, worked out by hand."""

from __future__ import annotations

import pandas as pd

from reportlib.disclosure import release
from reportlib.indicators import (
    bonnes_pratiques,
    check_lists,
    delais,
    groupes_parole,
    measure,
    procedure,
    reprises,
    ruptures,
)
from tests.indicators.lecture import SETTINGS, YEAR, apart, portees, remarque, valeurs
from tests.indicators.registres import dataset

DOSSIERS = """
id_dossier|id_of|date_debut |date_fin_prevue|date_rupture
D1        |A    |2022-01-10 |2022-12-20     |2022-06-01
D2        |A    |2022-02-01 |2022-12-20     |2023-01-15
D3        |B    |2022-03-01 |2022-11-30     |
D4        |B    |2021-03-01 |2022-03-31     |2022-02-01
D5        |B    |2021-03-01 |2021-12-31     |
D6        |A    |2022-09-01 |2023-06-30     |2022-12-31
D7        |C    |2023-01-02 |2023-06-30     |
"""
CHECKLISTS = """
id_checklist|id_dossier|id_of|date_passation|freins            |rupture
K1          |D1        |A    |2022-01-10    |logement;mobilite |
K2          |D2        |A    |2022-02-02    |logement          |oui
K3          |D4        |B    |2022-12-31    |sante             |non
K4          |X1        |B    |2022-05-05    |                  |oui
K5          |X2        |B    |2022-05-06    |                  |non
K6          |X3        |B    |2022-05-07    |                  |
K7          |          |B    |2022-05-08    |langue            |oui
K8          |D3        |B    |2023-01-01    |logement          |
K9          |D1        |A    |2022-04-01    |mobilite          |
"""
ENTRETIENS = """
id_echange|id_dossier|date_echange|id_dossier_suite|id_of
E1        |D1        |2022-06-01  |D7              |A
E2        |D6        |2023-01-02  |D7              |A
"""
DATA = dataset(dossiers_ptp=DOSSIERS, checklists=CHECKLISTS, echanges_refus=ENTRETIENS)
ALONE = dataset(checklists=CHECKLISTS)


def test_rp_03_ruptures_of_the_period_among_those_present():
    # Present: D1, D2, D3, D4 (until 1 February), D6. D5 ended the year before, D7 starts after.
    assert portees(ruptures.RP_03, DATA) == {"region": (3, 5), "A": (2, 3), "B": (1, 2)}
    assert remarque(ruptures.RP_03, DATA) == ""


def test_rp_05_distinct_trainees_given_a_check_list():
    # D1 twice; K7 names no file; K8 is of 2023.
    assert portees(check_lists.RP_05, DATA) == {"region": 6, "A": 2, "B": 4}
    assert apart(check_lists.RP_05, DATA) == {"sans numéro de dossier": 1}


def test_rp_06_ruptures_of_those_given_one():
    # D1 broke; D2 breaks after the period, whatever its check-list says; D4 broke, by its file.
    # X1 broke and X2 did not, by the check-list alone: import states; X3 is not known.
    assert portees(check_lists.RP_06, DATA) == {"region": (3, 5), "A": (1, 2), "B": (2, 3)}
    assert measure(check_lists.RP_06, DATA, YEAR, SETTINGS).iloc[0]["etat_import"] == 2
    assert apart(check_lists.RP_06, DATA) == {
        "sans numéro de dossier": 1,
        "rupture ou non\u00a0: inconnu": 1,
    }


def test_rp_06_without_ptp_files_reads_the_check_lists_alone():
    """R-ETAT-04: what no date holds is an import state."""
    assert portees(check_lists.RP_06, ALONE) == {"region": (2, 4), "A": (1, 1), "B": (1, 3)}
    assert measure(check_lists.RP_06, ALONE, YEAR, SETTINGS).iloc[0]["etat_import"] == 4


def test_rp_06b_those_who_entered_without_one():
    # Entered in 2022: D1, D2, D3, D6; D3's check-list is of 2023, not known yet.
    assert portees(check_lists.RP_06B, DATA) == {"region": (1, 2), "A": (1, 1), "B": (0, 1)}


def test_rp_07_check_lists_by_the_day_of_entry():
    assert portees(check_lists.RP_07, DATA) == {"region": (1, 4), "A": (1, 3), "B": (0, 1)}
    assert valeurs(check_lists.RP_07, DATA, "moment") == {
        "avant": (1, 1),
        "sans": (0, 2),
        "tardive": (0, 1),
    }


def test_rp_08_obstacles_are_counted_for_the_region_only():
    assert valeurs(check_lists.RP_08, DATA, "frein") == {
        "langue": 1,
        "logement": 2,
        "mobilite": 2,
        "sante": 1,
    }
    assert portees(check_lists.RP_08, DATA)["region"] == 6
    assert portees(check_lists.RP_08, DATA, copie="organisme") == {"region": 6}


def obstacles(cases):
    lines = "".join(f"\nK{n} | A | 2022-01-10 | logement" for n in range(cases))
    return dataset(checklists="id_checklist | id_of | date_passation | freins" + lines)


def test_rp_08_an_organisation_needs_20_check_lists():
    record = check_lists.RP_08
    assert portees(record, obstacles(19), copie="organisme") == {"region": 19}
    assert portees(record, obstacles(20), copie="organisme") == {"region": 20, "A": 20}


def test_r_conf_03_few_obstacles_are_withheld_outside():
    record = check_lists.RP_08
    table = measure(record, DATA, YEAR, SETTINGS, par=("frein",))
    shown = release(table, record, policy=SETTINGS.confidentialite, audience="region")
    region = shown.loc[shown["perimetre"].eq("region")]
    assert set(region["state"]) == {"masque"}
    assert region["value"].isna().all()


SEANCES = """
id_seance|id_of|site|date_seance|forme           |nb_participants|nb_participants_distincts|nb_ruptures_participants
G1       |A    |Nord|2022-01-10 |permanence      |5              |5                        |0
G2       |A    |Nord|2022-03-10 |permanence      |4              |8                        |1
G3       |B    |Sud |2022-05-10 |atelier_collectif|              |6                        |0
G4       |B    |Est |2022-05-11 |                |7              |                         |0
G5       |B    |Est |2023-01-01 |reseau          |9              |9                        |9
"""
GROUPES = dataset(groupes_parole=SEANCES)


def test_rp_09_meetings_and_attendance():
    assert portees(groupes_parole.RP_09, GROUPES) == {"region": 4, "A": 2, "B": 2}
    assert valeurs(groupes_parole.RP_09, GROUPES, "forme") == {
        "atelier_collectif": 1,
        "non_renseigne": 1,
        "permanence": 2,
    }
    assert portees(groupes_parole.RP_09B, GROUPES) == {"region": 16, "A": 9, "B": 7}
    assert valeurs(groupes_parole.RP_09B, GROUPES, "site") == {"Est": 7, "Nord": 9}
    assert apart(groupes_parole.RP_09B, GROUPES) == {"effectif inconnu": 1}


def test_rp_10_the_last_totals_of_each_site():
    assert portees(groupes_parole.RP_10, GROUPES) == {"region": (1, 14), "A": (1, 8), "B": (0, 6)}
    assert valeurs(groupes_parole.RP_10, GROUPES, "site") == {"Nord": (1, 8), "Sud": (0, 6)}
    assert apart(groupes_parole.RP_10, GROUPES) == {"effectif inconnu": 1}
    assert remarque(groupes_parole.RP_10, GROUPES) == ""


def test_r_rup_03_unknown_numbers_give_no_rate_never_0():
    unknown = dataset(
        groupes_parole="id_seance | id_of | site | date_seance | nb_ruptures_participants\nG1 | A | Nord | 2022-01-10 | 0"
    )
    row = measure(groupes_parole.RP_10, unknown, YEAR, SETTINGS).iloc[0]
    assert (row["state"], pd.isna(row["value"])) == ("sans_objet", True)
    assert remarque(groupes_parole.RP_10, unknown) == (
        "Le nombre de participants n'étant pas connu, aucun taux n'est calculé."
    )
    nothing = dataset(groupes_parole="id_seance | date_seance")
    assert remarque(groupes_parole.RP_10, nothing) == ""


def test_r_conf_03_a_rate_of_fewer_than_5_participants_is_withheld_outside():
    few = dataset(groupes_parole=SEANCES.replace("|8 ", "|2 ").replace("|6 ", "|2 "))
    record = groupes_parole.RP_10
    for data, state in ((few, "masque"), (GROUPES, "exact")):
        table = measure(record, data, YEAR, SETTINGS)
        shown = release(table, record, policy=SETTINGS.confidentialite, audience="region")
        assert shown.loc[shown["perimetre"].eq("region"), "state"].tolist() == [state]


SITUATIONS = """
id_intervention|id_alerte|id_of|date_ouverture|date_appel_stagiaire|accord_stagiaire|date_contact_prestataire
I1             |L1       |A    |2022-01-10    |2022-01-12          |oui             |2022-01-12
I2             |L1       |A    |2022-01-20    |2022-01-11          |oui             |2022-01-10
I3             |L2       |A    |2022-02-01    |2022-02-03          |non             |2022-02-04
I4             |L3       |B    |2022-03-01    |                    |oui             |2022-03-02
I5             |L4       |B    |2022-12-30    |2023-01-02          |oui             |2023-01-03
I6             |         |B    |2022-06-01    |2022-06-02          |                |
I7             |L6       |B    |2022-07-01    |2022-07-02          |en_attente      |2022-07-01
I8             |L5       |B    |2022-05-02    |2022-05-03          |oui             |
"""
ALERTES = """
id_alerte|id_of|date_alerte|date_evenement|emetteur  |type_evenement
L1       |A    |2022-01-09 |2022-01-01    |organisme |risque_rupture
L2       |A    |2022-02-01 |2022-02-05    |organisme |risque_rupture
L3       |B    |2022-03-01 |              |organisme |autre
L4       |B    |2022-12-29 |2022-12-20    |organisme |autre
L5       |B    |2022-05-01 |2022-04-01    |stagiaire |autre
L6       |B    |2022-06-30 |2022-06-30    |stagiaire |risque_rupture
L7       |B    |2023-01-01 |2022-12-01    |organisme |autre
L8       |A    |2022-11-30 |2023-02-01    |organisme |annulation_session
"""
SUIVI = dataset(interventions=SITUATIONS, alertes=ALERTES)


def test_rp_12_the_call_then_the_agreement():
    # I4 has no call, I5's is of 2023.
    assert portees(procedure.RP_12, SUIVI) == {"region": (6, 8), "A": (3, 3), "B": (3, 5)}
    assert portees(procedure.RP_12B, SUIVI) == {"region": (3, 6), "A": (2, 3), "B": (1, 3)}
    assert remarque(procedure.RP_12B, SUIVI) == "Accord non documenté : 1\u00a0situation."


def test_rp_12_contacts_out_of_the_procedure():
    # Without agreement: I3, I7. Before the call: I2, I7; the same day (I1) is in order.
    assert portees(procedure.RP_12C, SUIVI) == {"region": 2, "A": 1, "B": 1}
    assert portees(procedure.RP_12D, SUIVI) == {"region": 2, "A": 1, "B": 1}
    assert {record.visible_of for record in procedure.INDICATORS} == {"non"}


def test_rp_13_days_from_the_alert_to_the_first_call():
    # L1: 2 days (first call on the 11th), L2, L5, L6: 2; L3 and L4 have no call yet.
    row = measure(delais.RP_13, SUIVI, YEAR, SETTINGS).iloc[0]
    assert (row["denominator"], row["minimum"], row["maximum"]) == (4, 2, 2)
    assert pd.isna(row["value"])
    assert apart(delais.RP_13, SUIVI) == {"sans appel": 2, "sans intervention": 1}
    assert valeurs(delais.RP_13, SUIVI, "mois") == {
        "2022-01": (1, 1),
        "2022-02": (1, 1),
        "2022-05": (1, 1),
        "2022-06": (1, 1),
    }


def test_rp_13_an_organisation_sees_agreed_situations_of_its_own_alerts():
    # L2 without agreement, L5 and L6 of a trainee are hidden.
    assert portees(delais.RP_13, SUIVI)["B"] == (2, 2)
    assert portees(delais.RP_13, SUIVI, copie="organisme") == {"region": (4, 4), "A": (1, 1)}


def test_rp_14_days_from_the_event_to_the_organisation_s_alert():
    # L1: 8, L2: -4, L4: 9; L3 has no event, L8's is later than the period; L5, L6 are a trainee's.
    row = measure(delais.RP_14, SUIVI, YEAR, SETTINGS).iloc[0]
    assert (row["denominator"], row["minimum"], row["maximum"]) == (3, -4, 9)
    assert apart(delais.RP_14, SUIVI) == {"événement non daté": 2}


PRATIQUES = """
id_of | campagne | numero | etat
A     | 2022     | 1      | en_place
A     | 2022     | 2      | sans_objet
A     | 2022     | 3      | absente
A     | 2021     | 4      | en_place
B     | 2022-S1  | 1      | absente
B     | 2022-S2  | 1      | en_place
B     | 2022-S2  | 2      | en_projet
      | 2022     | 1      | en_place
"""
GRILLE = dataset(bonnes_pratiques=PRATIQUES)


def test_rp_15_practices_in_place():
    assert portees(bonnes_pratiques.RP_15, GRILLE) == {
        "region": 3,
        "A": 1,
        "B": 1,
        "non_attribue": 1,
    }
    assert valeurs(bonnes_pratiques.RP_15, GRILLE, "pratique") == {"1": 3}


def test_rp_15b_out_of_ten_less_those_with_no_object():
    assert portees(bonnes_pratiques.RP_15B, GRILLE) == {
        "region": (2, 19),
        "A": (1, 9),
        "B": (1, 10),
    }
    shares = valeurs(bonnes_pratiques.RP_15B, GRILLE, "pratique")
    assert (shares["1"], shares["2"], shares["10"]) == ((2, 2), (0, 1), (0, 2))
    assert apart(bonnes_pratiques.RP_15B, GRILLE) == {"organisme inconnu": 1, "sans objet": 1}
    assert "ne sont pas dites absentes" in remarque(bonnes_pratiques.RP_15B, GRILLE)


def test_rp_16_a_new_file_after_a_rupture():
    # Broken in 2022: D1 (followed on 1 June), D4, D6 (its talk is of 2023).
    assert portees(reprises.RP_16, DATA) == {"region": (1, 3), "A": (1, 2), "B": (0, 1)}


def test_rp_16_without_any_link_there_is_no_share():
    data = dataset(dossiers_ptp=DOSSIERS, echanges_refus="id_echange | id_dossier")
    row = measure(reprises.RP_16, data, YEAR, SETTINGS).iloc[0]
    assert (row["state"], pd.isna(row["value"])) == ("sans_objet", True)
    assert apart(reprises.RP_16, data) == {"chaînage des dossiers non disponible": 3}


def test_empty_registers_count_0_and_give_no_share():
    empty = dataset(
        dossiers_ptp="id_dossier",
        checklists="id_checklist",
        echanges_refus="id_echange",
        groupes_parole="id_seance",
        bonnes_pratiques="id_of",
        interventions="id_intervention",
        alertes="id_alerte",
    )
    modules = (ruptures, check_lists, groupes_parole, procedure, delais, bonnes_pratiques, reprises)
    for record in (record for module in modules for record in module.INDICATORS):
        for par in ((), *((name,) for name in record.ventilations)):
            row = measure(record, empty, YEAR, SETTINGS, par=par).iloc[0]
            wanted = "sans_objet" if record.kind in {"part", "mediane"} else "exact"
            assert (record.id, row["state"]) == (record.id, wanted)
            assert row["numerator"] == 0
