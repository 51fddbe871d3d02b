"""Prevention of ruptures (R-RUP-01 to R-RUP-08): facts, check-lists, groups, what follows."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from reportlib.periods import Period
from reportlib.registers import registers
from reportlib.rules import bonnes_pratiques, check_lists, groupes_parole, ruptures
from reportlib.rules.interventions import CAUSES
from reportlib.rules.statistiques import taux
from reportlib.sections.statistiques import phrase_taux
from reportlib.wording import percent
from tests.indicators.registres import register

YEAR = Period.year(2022)


def test_r_rup_01_four_causes_and_the_missing_one():
    assert tuple(bonnes_pratiques.causes()) == CAUSES
    assert ruptures.NON_RENSEIGNEE not in bonnes_pratiques.causes()
    assert bonnes_pratiques.prevention()["causes"][0]["precision"].startswith("notamment")


def test_v_rup_01_25_ruptures_of_353_check_lists():
    """V-RUP-01: 7,08 %, « 7,1 % », « 7 % » without a decimal."""
    mark = bonnes_pratiques.repere()
    assert (mark.ruptures, mark.check_lists) == (25, 353)
    share = taux(mark.ruptures, mark.check_lists)
    assert share.part == pytest.approx(7.082, abs=0.001)
    assert (percent(share.part), percent(share.part, 0)) == ("7,1\u00a0%", "7\u00a0%")
    assert phrase_taux(share).startswith("25 sur 353, soit 7,1\u00a0%")
    assert mark.lecture.startswith("stagiaires à qui")


def test_r_rup_03_the_mark_gives_no_rate_of_the_groups():
    mark = bonnes_pratiques.repere()
    assert "aucun taux" in mark.groupes
    assert "%" not in mark.groupes
    assert "repère" in mark.avertissement


def test_r_rup_04_and_05_groups():
    groups = bonnes_pratiques.prevention()["groupes_de_parole"]
    assert len(groups["sites"]) == 3
    assert len(groups["objectifs"]) == 5
    assert set(groups["formes"]) == {"atelier_collectif", "permanence", "hotline", "reseau"}
    assert len(groups["apres_rupture"]) == 3


def test_r_rup_06_the_four_tools_are_said_deduced():
    scheme = bonnes_pratiques.prevention()["schema"]
    assert list(scheme["outils"]) == ["prevention", "anticipation", "regulation", "traitement"]
    assert "déduite" in scheme["note"]


def test_r_rup_07_ten_practices_of_a_draft():
    found = bonnes_pratiques.pratiques()
    assert [one.numero for one in found] == list(range(1, 11))
    assert [one.nom for one in found][:3] == ["Fluidité", "Anticipation", "Réalité"]
    assert "projet" in bonnes_pratiques.prevention()["statut_de_la_grille"]
    assert "déduits" in bonnes_pratiques.prevention()["porteurs_deduits"]
    assert found[3].porteurs == ("organisme",)


def test_r_rup_08_the_first_practice_is_kin_to_tp_4():
    kin = [one.numero for one in bonnes_pratiques.pratiques() if one.parente]
    assert kin == [1]
    assert "TP-4" in bonnes_pratiques.pratiques()[0].parente


GIVEN = """
id_checklist | id_dossier | id_of | date_passation | rupture
K1           | D1         | A     | 2022-01-10     |
K2           | D1         | B     | 2022-05-02     | non
K3           | D1         | A     | 2023-01-10     | oui
K4           | D2         | A     | 2022-12-31     |
K5           |            | A     | 2022-03-01     | oui
K6           | D3         | A     | 2021-12-31     |
"""


def test_r_rup_02_two_check_lists_are_one_trainee():
    given = check_lists.stagiaires(register("checklists", GIVEN), YEAR)
    assert given["id_dossier"].tolist() == ["D1", "D2"]
    assert given["id_checklist"].tolist() == ["K2", "K4"]
    assert given["id_of"].tolist() == ["B", "A"]
    assert given["rupture_dite"].astype(object).tolist() == [False, pd.NA]


@pytest.mark.parametrize(
    ("entered", "fin", "moment"),
    [
        ("2022-01-09", date(2022, 12, 31), "tardive"),
        ("2022-01-10", date(2022, 12, 31), "avant"),
        ("2022-01-11", date(2022, 12, 31), "avant"),
        ("2022-01-09", date(2022, 1, 9), "sans"),
        ("2022-01-09", date(2022, 1, 10), "tardive"),
    ],
)
def test_r_rup_07_a_check_list_by_the_day_of_entry(entered, fin, moment):
    files = register("dossiers_ptp", f"id_dossier | date_debut\nD1 | {entered}")
    rows = register("checklists", GIVEN)
    assert check_lists.moments(files, rows, fin).tolist() == [moment]
    assert check_lists.moments(files, rows.iloc[:0], fin).tolist() == ["sans"]


@pytest.mark.parametrize(("cases", "shown"), [(19, False), (20, True)])
def test_rp_08_obstacles_of_an_organisation_from_20_check_lists(cases, shown):
    lines = "".join(f"\nK{n} | {'A' if n else ''} | 2022-01-10" for n in range(cases + 1))
    rows = register("checklists", "id_checklist | id_of | date_passation" + lines)
    marks = check_lists.montrables(rows)
    assert marks.iloc[1:].eq(shown).all()
    assert not marks.iloc[0]


PRESENTS = """
id_dossier | date_debut | date_fin_prevue | date_rupture | attendu
P1         | 2022-12-31 | 2023-06-30      |              | oui
P2         | 2023-01-01 | 2023-06-30      |              |
P3         | 2021-03-01 | 2022-01-01      |              | oui
P4         | 2021-03-01 | 2021-12-31      |              |
P5         | 2021-03-01 | 2022-06-30      | 2021-12-31   |
P6         | 2021-03-01 | 2021-12-31      | 2023-02-01   |
P7         | 2021-03-01 |                 |              | oui
P8         |            |                 | 2022-07-01   | oui
P9         |            | 2022-06-30      |              |
P0         | 2021-03-01 | 2021-11-30      | 2022-01-01   | oui
"""


def test_rp_03_present_at_least_one_day():
    lines = [line.rsplit("|", 1) for line in PRESENTS.strip().splitlines()]
    rows = register("dossiers_ptp", "\n".join(left for left, _ in lines))
    wanted = [mark.strip() == "oui" for _, mark in lines[1:]]
    assert ruptures.presents(rows, YEAR).tolist() == wanted


@pytest.mark.parametrize(
    ("when", "suite", "followed"),
    [
        ("2022-07-01", "D2", True),
        ("2022-06-30", "D2", False),
        ("2022-12-31", "D2", True),
        ("2023-01-01", "D2", False),
        ("2022-07-01", "D1", False),
        ("2022-07-01", "", False),
        ("", "D2", False),
    ],
)
def test_r_rup_05_a_rupture_followed_by_a_new_file(when, suite, followed):
    broken = register("dossiers_ptp", "id_dossier | date_rupture\nD1 | 2022-07-01")
    talks = register(
        "echanges_refus",
        f"id_echange | id_dossier | date_echange | id_dossier_suite\nE1 | D1 | {when} | {suite}",
    )
    none = pd.Series(dtype="datetime64[us]", index=pd.Index([], dtype="str"))
    assert ruptures.suivis(broken, talks, none, YEAR.end).tolist() == [followed]


@pytest.mark.parametrize(
    ("filed", "followed"), [("2022-12-31", True), ("2023-01-01", False), (None, True)]
)
def test_r_etat_01_a_new_file_filed_later_is_not_known_yet(filed, followed):
    broken = register("dossiers_ptp", "id_dossier | date_rupture\nD1 | 2022-07-01")
    talks = register(
        "echanges_refus",
        "id_echange | id_dossier | date_echange | id_dossier_suite\nE1 | D1 | 2022-08-01 | D2",
    )
    days = pd.Series(pd.to_datetime([filed]), index=["D2"])
    assert ruptures.suivis(broken, talks, days, YEAR.end).tolist() == [followed]


SEANCES = """
id_seance|id_of|site|date_seance|nb_participants_distincts|nb_ruptures_participants
G1       |A    |Nord|2022-01-10 |5                        |0
G2       |A    |Nord|2022-03-10 |8                        |1
G3       |A    |Nord|2022-05-10 |                         |
G4       |A    |Sud |2022-01-10 |6                        |
G5       |A    |    |2022-01-10 |4                        |0
G6       |      |Nord|2022-01-10 |3                        |0
"""


def test_r_conf_06_the_groups_register_holds_numbers_only():
    columns = registers()["groupes_parole"].colonnes
    free = [name for name, one in columns.items() if one.type == "texte"]
    assert free == ["id_seance", "id_of", "site"]
    assert columns["forme"].valeurs == tuple(
        bonnes_pratiques.prevention()["groupes_de_parole"]["formes"]
    )


def test_r_rup_03_running_totals_are_not_added_up():
    rows = register("groupes_parole", SEANCES)
    assert groupes_parole.derniers_cumuls(rows)["id_seance"].tolist() == ["G2", "G5", "G6"]
    assert rows.loc[groupes_parole.sans_effectif(rows), "id_seance"].tolist() == ["G4"]
    none = rows.iloc[[3]]
    assert groupes_parole.derniers_cumuls(none).empty
