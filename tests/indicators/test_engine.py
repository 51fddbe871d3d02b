"""The engine: scopes, states, lost rows, copies, explanations; V-ACT-01, V-PTP-02, V-ETAT."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from reportlib.errors import ParameterError
from reportlib.indicators import (
    a_part,
    catalogue,
    completude,
    explain,
    indicateurs,
    indicator,
    measure,
)
from reportlib.indicators.record import BASED
from reportlib.intake.records import ControlReport, SetAsideRow
from reportlib.periods import Period
from reportlib.settings import Charte, Settings
from tests.indicators.cas_2022 import DEPOTS, PARCOURS, SIGNATAIRES, SUITES, beside, region_2022
from tests.indicators.registres import dataset

SETTINGS = Settings()
YEAR = Period.year(2022)
NEXT = Period.year(2023)


def region(name, data, period=YEAR, settings=SETTINGS, **options):
    figures = measure(indicator(name), data, period, settings, **options)
    return figures.loc[figures["perimetre"].eq("region")].iloc[0]


def test_v_act_01_fifteen_workshops_56_situations_3_proposals():
    days = [f"2023-{m:02d}-{d:02d}" for m in range(1, 12) for d in (3, 9, 12, 18, 24, 27)]
    lines = {
        "ateliers": [f"T{i}|{days[i]}" for i in range(15)],
        "interventions": [f"I{i}|{days[i]}|oui" for i in range(56)],
        "propositions": [f"P{i}|{days[i]}" for i in range(3)],
    }
    lines["interventions"] += lines["interventions"][:4]  # the same situations, twice
    heads = {
        "ateliers": "id_atelier|date_atelier",
        "interventions": "id_intervention|date_ouverture|accord_stagiaire",
        "propositions": "id_proposition|date_etude",
    }
    data = dataset(**{name: "\n".join([heads[name], *rows]) for name, rows in lines.items()})
    found = [region(name, data, NEXT)["value"] for name in ("BA-08", "BA-10", "BA-12")]
    assert found == [15, 56, 3]


def test_v_ptp_02_events_of_the_year_and_the_cohort_filed_do_not_nest():
    data = dataset(
        dossiers_ptp="""
        id_dossier | date_depot | date_commission | decision_initiale
        D1 | 2022-11-10 | 2023-02-09 | accord
        D2 | 2023-03-10 | 2023-05-11 | refus
        D3 | 2023-12-10 |            |
        """
    )
    assert region("BA-01", data, NEXT)["value"] == 2
    assert region("BA-02", data, NEXT)["value"] == 2
    taux = region("BA-03", data, NEXT)
    assert (taux["numerator"], taux["denominator"]) == (1, 2)
    steps = measure(indicator("BA-27"), data, NEXT, SETTINGS, par=("etape",))
    steps = steps.loc[steps["perimetre"].eq("region")]
    assert dict(zip(steps["etape"], steps["value"], strict=True)) == {
        "depose": 2, "passe": 1, "decide": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("dated", "period", "value", "undated"),
    [
        ("2023-02-20", YEAR, 0.0, 0),  # V-ETAT-01
        ("2023-02-20", Period.parse("01/01/2022-31/12/2023"), 100.0, 0),
        ("", YEAR, 100.0, 1),  # V-ETAT-02
    ],
)
def test_v_etat_the_rate_reads_the_appeal_at_its_date(dated, period, value, undated):
    head = "id_dossier|date_commission|decision_initiale|decision_finale|date_decision_finale"
    data = dataset(dossiers_ptp=f"{head}\nD1|2022-05-12|refus|accord|{dated}")
    found = region("BA-03", data, period)
    assert (found["value"], found["etat_import"]) == (value, undated)


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_an_absent_register_is_not_provided_and_an_empty_one_is_zero(name):
    record = indicator(name)
    absent = measure(record, dataset(), YEAR, SETTINGS)
    assert absent["state"].tolist() == ["non_fourni"]
    assert absent[["numerator", "denominator", "value"]].isna().all(axis=None)
    nothing = dataset(**dict.fromkeys(record.registres, "id_of"))
    for par in [(), *((name,) for name in record.ventilations)]:
        empty = measure(record, nothing, YEAR, SETTINGS, par=par)
        assert empty["perimetre"].tolist() == ["region"]
        assert empty["numerator"].tolist() == [0]
        shared = record.kind in BASED
        assert empty["state"].tolist() == ["sans_objet" if shared else "exact"]
        assert empty["value"].isna().tolist() == [shared]
        assert [empty[label].tolist() for label in par] == [[""]] * len(par)


def test_v_ch_05_past_the_charter_a_count_waits_for_the_renewal_and_a_share_has_no_object():
    data = region_2022()
    count, share = region("CH-16", data, NEXT), region("CH-17", data, NEXT)
    assert (count["state"], share["state"]) == ("reconduction", "sans_objet")
    assert pd.isna(count["value"])
    assert pd.isna(count["numerator"])


@pytest.mark.parametrize(
    ("charte", "state", "remark"),
    [
        (Charte(), "reconduction", "La charte est conclue jusqu’au 31\u00a0décembre 2022\u00a0; "
         "reconduction non renseignée\u00a0: les événements postérieurs ne sont pas comptés."),
        (Charte(reconduction=False), "exact", "La charte a pris fin le 31\u00a0décembre 2022."),
        (Charte(reconduction=True, fin_reconduction=date(2024, 12, 31)), "exact", ""),
    ],
)  # fmt: skip
def test_r_ch_12_what_is_said_of_the_term(charte, state, remark):
    settings = replace(SETTINGS, charte=charte)
    found = explain(indicator("CH-04"), region_2022(), NEXT, settings)
    assert (found.state, found.remark) == (state, remark)


def test_r_ch_12_a_period_across_the_term_is_computed_until_it():
    data = dataset(
        signataires="id_of|date_signature\nA|2021-09-15",
        propositions="""
        id_proposition | id_of | date_reception | formalisee_ecrit
        P1 | A | 2022-12-31 | oui
        P2 | A | 2023-01-01 | oui
        """,
    )
    across = Period.parse("01/07/2022-30/06/2023")
    found = region("CH-04", data, across)
    assert (found["value"], found["state"]) == (1, "exact")
    assert "31\u00a0décembre 2022" in explain(indicator("CH-04"), data, across, SETTINGS).remark


def test_past_the_term_the_breakdown_by_signatory_waits_too():
    data = dataset(
        signataires=SIGNATAIRES,
        dossiers_ptp="""
        id_dossier | id_of | date_commission | parcours_amenage
        D1 | A | 2023-01-01 | oui
        D2 | D | 2023-03-01 | non
        """,
    )
    table = measure(indicator("BA-07"), data, NEXT, SETTINGS, par=("signataire",))
    assert set(table["signataire"]) == {"reconduction_non_renseignee"}


def test_without_the_register_of_signatures_the_breakdown_is_not_said():
    data = dataset(
        dossiers_ptp="id_dossier|id_of|date_commission|parcours_amenage\nD1|A|2022-03-01|oui"
    )
    table = measure(indicator("BA-07"), data, YEAR, SETTINGS, par=("signataire",))
    assert set(table["signataire"]) == {"non_renseigne"}


ASIDE = """
id_intervention | id_of | date_ouverture | accord_stagiaire
X1 | A | 2022-01-01 | oui
X2 | A | 2022-12-31 | non
X3 | A | 2023-01-01 | oui
X4 | Z |            | oui
X5 |   | 2022-05-05 | oui
"""


def lost(table):
    """« region », « A »… → rows that could have counted."""
    names = table["id_of"].where(table["perimetre"].eq("organisme"), table["perimetre"])
    found = dict(zip(names, table["lost"], strict=True))
    return {name: int(number) for name, number in found.items() if number}


def test_rows_set_aside_that_could_have_counted_are_said_by_scope():
    data = region_2022(set_aside={"interventions": ASIDE})
    full = measure(indicator("BA-10"), data, YEAR, SETTINGS)
    assert lost(full) == {"region": 4, "A": 2, "Z": 1, "non_attribue": 1}
    copy = measure(indicator("BA-10"), data, YEAR, SETTINGS, copie="organisme")
    assert lost(copy) == {"region": 4, "A": 1, "Z": 1, "non_attribue": 1}


def test_an_organisation_that_only_lost_rows_has_a_zero_that_says_it():
    data = region_2022(set_aside={"interventions": ASIDE})
    table = measure(indicator("BA-10"), data, YEAR, SETTINGS)
    row = table.loc[table["id_of"].eq("Z")].iloc[0]
    assert (row["value"], row["state"], row["lost"]) == (0, "exact", 1)


@pytest.mark.parametrize(("blamed", "count"), [("date_rupture", 1), ("priorite", 0)])
def test_a_date_left_blank_is_no_lost_row_when_the_report_blames_another_column(blamed, count):
    data = region_2022(set_aside={"dossiers_ptp": "id_dossier | id_of\nX1 | A"})
    fault = SetAsideRow(
        register="dossiers_ptp",
        file="dossiers_ptp.csv",
        sheet="",
        row=2,
        column=blamed,
        rule="R-LEC-02",
        message="illisible",
    )
    told = replace(data, report=ControlReport(set_aside=(fault,)))
    assert region("RP-01", told)["lost"] == count
    assert region("RP-01", data)["lost"] == 1  # no report: it could have been any


def test_ba_23_a_row_is_placed_by_its_rupture_else_by_its_planned_end():
    aside = """
    id_dossier | date_rupture | date_fin_prevue
    X1 | 2022-06-01 | 2023-06-01
    X2 |            | 2022-06-01
    X3 | 2023-02-01 | 2022-06-01
    """
    data = region_2022(set_aside={"dossiers_ptp": aside})
    assert region("BA-23", data)["lost"] == 2


def five_answers(count):
    days = [1, 5, 9, 20, 40][:count]
    lines = [
        f"P{n}|A|2022-02-01|oui|{pd.Timestamp('2022-02-01') + pd.Timedelta(days=n):%Y-%m-%d}"
        for n in days
    ]
    head = "id_proposition|id_of|date_reception|formalisee_ecrit|date_retour"
    return dataset(signataires=SIGNATAIRES, propositions="\n".join([head, *lines]))


@pytest.mark.parametrize(("count", "median"), [(4, None), (5, 9.0)])
def test_a_median_from_five_cases_on(count, median):
    found = region("CH-10", five_answers(count))
    assert (None if pd.isna(found["value"]) else found["value"]) == median
    assert (found["minimum"], found["denominator"]) == (1, count)


def test_ch_10_a_negative_delay_is_left_out_and_said():
    data = dataset(
        signataires=SIGNATAIRES,
        propositions="""
        id_proposition | id_of | date_reception | formalisee_ecrit | date_retour
        P1 | A | 2022-02-01 | oui | 2022-01-31
        P2 | A | 2022-02-01 | oui | 2022-02-01
        """,
    )
    found = explain(indicator("CH-10"), data, YEAR, SETTINGS)
    assert found.denominator == 1
    assert found.left_out["raison"].tolist() == ["délai négatif"]


@pytest.mark.parametrize(
    ("received", "state"), [("2022-12-02", "en_cours"), ("2022-12-01", "sans_retour")]
)
def test_ch_09_thirty_days_without_an_answer(received, state):
    head = "id_proposition|id_of|date_reception|formalisee_ecrit"
    data = dataset(signataires=SIGNATAIRES, propositions=f"{head}\nP1|A|{received}|oui")
    table = measure(indicator("CH-09"), data, YEAR, SETTINGS, par=("retour",))
    assert table["retour"].iloc[0] == state


def test_files_of_an_unknown_day_of_filing_are_told_apart_but_not_those_of_before():
    data = dataset(
        dossiers_ptp="""
        id_dossier | date_depot | date_commission
        D1 |            | 2022-05-01
        D2 |            |
        D3 |            | 2021-05-01
        """
    )
    table = a_part(indicator("BA-01"), data, YEAR, SETTINGS)
    assert table[["raison", "nombre"]].to_numpy().tolist() == [["non daté", 2]]


def test_a_decision_without_a_day_of_commission_is_told_apart():
    data = dataset(dossiers_ptp="id_dossier|date_commission|decision_initiale\nD1||refus")
    assert region("BA-02", data)["value"] == 0
    table = a_part(indicator("BA-02"), data, YEAR, SETTINGS)
    assert table["raison"].tolist() == ["décision sans date de commission"]


def test_rp_01_the_last_situation_holds():
    """Broken, then taken up again at another pass: no rupture."""
    data = dataset(
        dossiers_ptp="""
        id_dossier | date_commission | date_rupture
        D1 | 2022-01-10 | 2022-05-01
        D1 | 2022-07-10 |
        """
    )
    assert region("RP-01", data)["value"] == 0


def test_explain_names_the_rows_that_count_and_those_left_out():
    found = explain(indicator("BA-03"), region_2022(), YEAR, SETTINGS, id_of="A")
    assert (found.numerator, found.denominator) == (2, 3)
    assert found.units[["cle", "role", "ligne"]].to_numpy().tolist() == [
        ["D01", "numérateur et base", 2],
        ["D02", "numérateur et base", 3],
        ["D03", "base", 5],  # its last pass
    ]
    assert set(found.units["source"]) == {"dossiers_ptp.csv"}
    whole = explain(indicator("BA-03"), region_2022(), YEAR, SETTINGS)
    assert whole.left_out[["cle", "raison"]].to_numpy().tolist() == [
        ["D06", "ajourné"],
        ["D08", "irrecevable"],
    ]


def test_explain_hides_from_a_copy_what_the_trainee_did_not_agree_to():
    record = indicator("BA-10")
    inside = explain(record, region_2022(), YEAR, SETTINGS, id_of="A")
    copy = explain(record, region_2022(), YEAR, SETTINGS, id_of="A", copie="organisme")
    assert inside.units["cle"].tolist() == ["I1", "I2"]
    assert copy.units["cle"].tolist() == ["I1"]
    assert copy.value == 1


def test_explain_gives_the_rows_set_aside():
    data = region_2022(set_aside={"interventions": ASIDE})
    found = explain(indicator("BA-10"), data, YEAR, SETTINGS, id_of="A")
    assert found.set_aside["id_intervention"].tolist() == ["X1", "X2"]
    assert found.set_aside["motif"].tolist() == ["valeur illisible"] * 2


@pytest.mark.parametrize(
    ("name", "id_of", "state"),
    [("BA-01", "Z", "exact"), ("BA-03", "Z", "sans_objet"), ("CH-16", "Z", "exact")],
)
def test_explain_an_organisation_without_any_unit(name, id_of, state):
    found = explain(indicator(name), region_2022(), YEAR, SETTINGS, id_of=id_of)
    assert (found.state, len(found.units)) == (state, 0)


def test_explain_what_is_not_provided():
    found = explain(indicator("BA-05"), dataset(), YEAR, SETTINGS)
    assert found.state == "non_fourni"
    assert found.units.empty
    assert found.left_out.empty
    assert found.set_aside.empty


def test_a_part_by_organisation():
    table = a_part(indicator("BA-11"), region_2022(), YEAR, SETTINGS)
    own = table.loc[table["perimetre"].eq("organisme"), ["id_of", "raison"]]
    assert own.to_numpy().tolist() == [
        ["B", "en cours"], ["C", "suspension"], ["D", "issue non datée"],
    ]  # fmt: skip
    copy = a_part(indicator("BA-11"), region_2022(), YEAR, SETTINGS, copie="organisme")
    assert "C" not in set(copy["id_of"])


def test_the_shortcut_reads_texts_and_stacks_tables():
    table = indicateurs(["BA-01", "BA-03"], region_2022(), "2022")
    regions = table.loc[table["perimetre"].eq("region")]
    assert regions["id"].tolist() == ["BA-01", "BA-03"]
    assert regions["value"].tolist() == [11, 75]
    assert len(indicateurs("BA-08", region_2022(), YEAR)) == 1


def test_unknown_names_are_refused_with_the_nearest():
    for name in ("BA-3", "ba03", "BA-003"):
        with pytest.raises(ParameterError, match="« BA-03 »"):
            indicator(name)
    with pytest.raises(ParameterError, match="type_certification"):
        measure(indicator("BA-06"), region_2022(), YEAR, SETTINGS, par=("mois",))
    with pytest.raises(ParameterError, match="aucune"):
        measure(indicator("BA-05"), region_2022(), YEAR, SETTINGS, par=("mois",))
    with pytest.raises(ParameterError):
        indicateurs("BA-01", region_2022(), "l'an dernier")


def test_completeness_counts_the_cells_that_should_be_filled():
    data = region_2022()
    table = completude(data, "dossiers_ptp", YEAR).set_index("colonne")
    # Rows whose commission, else filing, is in 2022: all 13 but D12 (2023).
    assert table.loc["id_of", ["renseignees", "lignes"]].tolist() == [11, 12]
    assert table.loc["motif_refus", ["renseignees", "lignes"]].tolist() == [5, 5]
    assert table.loc["parcours_amenage", ["renseignees", "lignes"]].tolist() == [9, 12]
    assert table.loc["parcours_amenage", "part"] == 75
    assert pd.isna(table.loc["date_decision_finale", "part"]) is False
    assert table.loc["date_decision_finale", ["renseignees", "lignes"]].tolist() == [1, 2]
    assert len(completude(data, "dossiers_ptp")) == len(table)
    assert completude(data, "dossiers_ptp").set_index("colonne").loc["id_of", "lignes"] == 13
    assert completude(dataset(), "dossiers_ptp").empty
    assert completude(data, "signataires", NEXT)["part"].isna().all()


def test_completeness_of_the_later_registers():
    data = dataset(
        certificats_realisation="""
        id_dossier | mois    | date_depot | heures_centre
        D1         | 2022-12 | 2023-01-05 | 70
        D2         | 2022-12 |            |
        D3         | 2022-01 | 2022-02-05 |
        D4         | 2023-01 | 2023-02-05 | 70
        """,
        avenants="""
        id_avenant | id_dossier | type_changement    | date_demande | valide_salarie
        A1         | D1         | calendrier         | 2022-03-01   | oui
        A2         | D1         | report_fin         | 2022-03-01   |
        A3         | D1         | annulation_session | 2022-03-01   |
        """,
        autoevaluations="""
        id_of | campagne | item | niveau
        OF-1  | 2021     | A1   | 3
        OF-1  | 2021     | A2   |
        """,
    )
    hours = completude(data, "certificats_realisation", YEAR).set_index("colonne")
    assert hours.loc["date_depot", ["renseignees", "lignes"]].tolist() == [2, 3]
    assert hours.loc["heures_centre", ["renseignees", "lignes"]].tolist() == [1, 2]
    signed = completude(data, "avenants", YEAR).set_index("colonne")
    assert signed.loc["valide_salarie", ["renseignees", "lignes"]].tolist() == [1, 2]
    levels = completude(data, "autoevaluations", YEAR).set_index("colonne")
    assert levels.loc["niveau", "part"] == 50


def test_the_files_of_the_small_region_are_those_of_the_tables():
    assert (
        len(region_2022()["dossiers_ptp"]) == len(beside(DEPOTS, PARCOURS, SUITES).split("\n")) - 1
    )


def test_workshops_belong_to_the_region_even_when_rows_are_lost():
    data = region_2022(set_aside={"ateliers": "id_atelier | date_atelier\nX1 | 2022-05-01"})
    table = measure(indicator("BA-08"), data, YEAR, SETTINGS)
    assert table[["perimetre", "lost"]].to_numpy().tolist() == [["region", 1]]
