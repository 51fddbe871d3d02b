"""Every other charter indicator on the small charter of 2022, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from reportlib.errors import ParameterError
from reportlib.indicators import a_part, catalogue, indicator, measure
from reportlib.indicators.engagements import engagements
from reportlib.indicators.suivi_conjoint import ecarts_suivi
from reportlib.periods import Period
from reportlib.settings import Charte, Choix, Settings
from tests.indicators.charte_2022 import charte_2022
from tests.indicators.test_cas_2022 import EXPECTED as FIRST

YEAR = Period.year(2022)
SETTINGS = Settings()
REGION = charte_2022()


def figures(name, *par, period=YEAR, settings=SETTINGS, copie="interne"):
    return measure(indicator(name), REGION, period, settings, par=par, copie=copie)


def number(row):
    if pd.isna(row["denominator"]):
        return int(row["numerator"])
    return int(row["numerator"]), int(row["denominator"])


def scopes(table):
    names = table["id_of"].where(table["perimetre"].eq("organisme"), table["perimetre"])
    found = {name: number(row) for name, (_, row) in zip(names, table.iterrows(), strict=True)}
    return {name: value for name, value in found.items() if value not in {0, (0, 0)}}


def parts(name, *par):
    table = figures(name, *par)
    region = table.loc[table["perimetre"].eq("region")]
    keys = region[list(par)].agg(" ".join, axis=1)
    return {key: number(row) for key, (_, row) in zip(keys, region.iterrows(), strict=True)}


def apart(name, copie="interne", scope="region"):
    table = a_part(indicator(name), REGION, YEAR, SETTINGS, copie=copie)
    mine = table.loc[
        table["perimetre"].eq(scope) if scope == "region" else table["id_of"].eq(scope)
    ]
    return dict(zip(mine["raison"], mine["nombre"], strict=True))


EXPECTED = {
    "CH-01": {"region": 2, "A": 1, "B": 1},  # C was denounced in May, E signs after the end
    "CH-02": {"region": 1, "B": 1},
    "CH-03": {"region": (1, 2), "A": (1, 1), "B": (0, 1)},  # A on 31 December; B does not say
    "CH-06": {"region": (2, 3), "A": (1, 1), "B": (1, 1), "C": (0, 1)},
    "CH-07": {"region": 3, "A": 2, "B": 1},  # P1, P2, P4; B had not signed for P3
    "CH-08": {"region": (2, 3), "A": (1, 2), "B": (1, 1)},  # P2 is studied on 1 January 2023
    "CH-11": {"region": (1, 2), "A": (1, 2)},  # P1 yes, P7 no; P4 does not say
    # A counts S1, S2, S3; Transitions Pro P1, P2. B declares no written one (S4).
    "CH-12": {"region": 1, "A": 1},
    # Last passes of 2022 that say: D1, D2 (October), D3, D6. B had not signed on 12 May (D4).
    "CH-13": {"region": (4, 4), "A": (3, 3), "B": (1, 1)},
    "CH-14": {"region": (2, 3), "A": (1, 2), "B": (1, 1)},  # D1, D3 yes, D2 no; D6 does not say
    "CH-15": {"region": (3, 4), "A": (3, 3), "B": (0, 1)},  # D1, D2 by its appeal, D6; not D3
    "CH-21": {"region": 3, "A": 2, "B": 1},  # L1, L2, L3; B had not signed on 31 May (L4)
    "CH-22": {"region": 3, "A": 2, "B": 1},
    "CH-23": {"region": 3, "A": 2, "B": 1},
    "CH-24": {"region": (2, 3), "A": (1, 1), "B": (1, 1), "C": (0, 1)},
    # Broken: D1 (announced 90 days before), D3 (by the employer only); C is out on 1 May (D5).
    "CH-25": {"region": (1, 2), "A": (1, 1), "B": (0, 1)},
    "CH-26": {"region": 1, "A": 1},  # K1; L4 came before B signed (K6)
    "CH-26b": {"region": 2, "A": 1, "B": 1},  # K5, K4
    "CH-26c": {"region": 1, "A": 1},  # K2
    "CH-27": {"region": 1, "B": 1},  # K3
    "CH-28": {"region": (1, 2), "A": (1, 1), "B": (0, 1)},  # Q2 is handed over in 2023
    "CH-29": {"region": (1, 2), "A": (1, 1), "B": (0, 1)},  # Q3; Q4 in 2023; Q5 before B signed
    "CH-30": {"region": 2, "A": 2, "B": 1},  # R1, and R2 of both; C is out on 1 May
    "CH-30b": {"region": (2, 3), "A": (1, 1), "B": (1, 1), "C": (0, 1)},
    "CH-30c": {"region": (2, 2), "A": (1, 2), "B": (1, 1)},  # R2 is complete with B
    # R1 two, R2 one with B, I1 two; I2 and I4 are not agreed to, I3 before B signed.
    "CH-31": {"region": 5, "A": 4, "B": 1},
    "CH-32": {"region": 3, "C": 3},  # M1, K7, the denunciation; K8 after it, D never signed
    # P1: contact, file, writing; P2: contact after its writing; P4: after the filing of D3.
    "CH-34": {"region": (1, 3), "A": (1, 2), "B": (0, 1)},
    "CH-34b": {"region": (2, 2), "A": (1, 1), "B": (1, 1)},  # P2 has a contact after its writing
    # P5; the contact of P6 was on the eve of B's signature, that of P8 is not known yet.
    "CH-34c": {"region": 2, "B": 1, "C": 1},
}  # fmt: skip


def test_every_indicator_of_the_charter_is_worked_out_by_hand():
    first = {name for name in FIRST if name.startswith("CH")}
    assert first | set(EXPECTED) == {name for name in catalogue() if name.startswith("CH")}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_region_and_every_organisation(name):
    assert scopes(figures(name)) == EXPECTED[name]


@pytest.mark.parametrize(
    ("name", "par", "expected"),
    [
        ("CH-01", ("departement",), {"57": 1, "67": 1}),
        ("CH-02", ("mois",), {"2022-06": 1}),
        ("CH-06", ("departement",), {"57": (1, 2), "67": (1, 1)}),
        ("CH-07", ("modalites",), {"hybridation": 2, "digitalisation": 1, "modularisation": 1}),
        ("CH-08", ("trimestre",), {"T1": (1, 1), "T3": (1, 1), "T4": (0, 1)}),
        ("CH-13", ("modalites",), {"hybridation": (1, 1), "modularisation": (1, 1),
                                   "digitalisation": (1, 1), "non_renseigne": (2, 2)}),
        ("CH-13", ("decision",), {"accord": (3, 3), "refus": (1, 1)}),
        ("CH-14", ("concertation",), {"concertee": (1, 1), "non_concertee": (0, 1),
                                      "non_renseigne": (1, 1)}),
        ("CH-15", ("amenagement",), {"amenage": (3, 4)}),
        ("CH-15", ("amenagement", "concertation"), {"amenage concertee": (2, 2),
                                                    "amenage non_concertee": (1, 1),
                                                    "amenage non_renseigne": (0, 1)}),
        ("CH-22", ("origine_evenement",), {"stagiaire": 1, "inconnue": 1, "organisme": 1}),
        ("CH-23", ("type_evenement",), {"risque_rupture": 2, "changement_modalites": 1}),
        ("CH-24", ("departement",), {"57": (1, 2), "67": (1, 1)}),
        ("CH-29", ("exercice",), {"2021": (1, 1), "2022": (0, 1)}),
        ("CH-30", ("trimestre",), {"T1": 1, "T3": 1}),
        ("CH-30c", ("trimestre",), {"T1": (1, 1), "T3": (1, 1)}),
        ("CH-31", ("levier",), {"tutorat": 3, "mediation": 1, "suspension": 1}),
        ("CH-32", ("nature",), {"communication": 1, "controle": 1, "denonciation": 1}),
        ("CH-34c", ("trimestre",), {"T1": 1, "T4": 1}),
    ],
)  # fmt: skip
def test_breakdowns_of_the_region(name, par, expected):
    assert parts(name, *par) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("CH-02", {}),
        ("CH-03", {"publication non renseignée, comptée non publié": 1}),
        ("CH-11", {"ingénierie financière non renseignée": 1}),
        ("CH-12", {"décompte de l’organisme non fourni": 1}),  # P4
        ("CH-14", {"valorisation non renseignée": 1}),
        ("CH-21", {"émise par un autre que l’organisme": 2,
                   "organisme non signataire à cette date": 1}),
        ("CH-25", {"alerte sans dossier, non rapprochée": 1}),
        ("CH-26", {"non vérifiable": 2, "alerte d’un autre émetteur": 2}),
        ("CH-29", {"organisme non signataire à cette date": 1, "demande non datée": 1}),
        ("CH-31", {"sans accord du stagiaire": 2}),
        ("CH-34b", {"délai négatif": 1}),
    ],
)  # fmt: skip
def test_what_is_left_out_and_why(name, expected):
    assert apart(name) == expected


@pytest.mark.parametrize(
    ("name", "owner", "expected"),
    [
        ("CH-21", "A", {}),  # L5 is a trainee's
        ("CH-21", "B", {"émise par un autre que l’organisme": 1,
                        "organisme non signataire à cette date": 1}),
        ("CH-26", "A", {"non vérifiable": 1}),  # K2 follows a trainee's alert
        ("CH-31", "A", {}),
    ],
)  # fmt: skip
def test_r_al_04_r_act_03_an_organisation_s_copy_tells_of_no_trainee(name, owner, expected):
    assert apart(name, copie="organisme", scope=owner) == expected


def test_r_al_04_controls_on_a_trainee_s_alert_are_in_no_copy():
    assert scopes(figures("CH-26c", copie="organisme")) == {"region": 1}
    assert scopes(figures("CH-27", copie="organisme")) == {"region": 1}
    assert {indicator(name).visible_of for name in ("CH-26c", "CH-27")} == {"non"}


def test_v_ch_02_a_signature_after_the_end_is_told_and_not_counted():
    settings = Settings(charte=Charte(reconduction=False))
    table = figures("CH-02", period=Period.year(2023), settings=settings)
    assert scopes(table) == {}
    left = indicator("CH-02").formula(REGION, Period.year(2023), settings).left_out
    assert left["cle"].tolist() == ["E|2021"]


@pytest.mark.parametrize("name", sorted({*EXPECTED, "CH-04"} - {"CH-11"}))
def test_v_ch_05_past_the_end_counts_wait_and_shares_have_no_object(name):
    row = figures(name, period=Period.year(2023)).iloc[0]
    based = indicator(name).kind in {"part", "mediane"}
    assert row["state"] == ("sans_objet" if based else "reconduction")
    assert pd.isna(row["value"])


def test_r_ch_14_answers_of_2023_to_proposals_of_2022_are_measured():
    assert number(figures("CH-11", period=Period.year(2023)).iloc[0]) == (1, 1)  # P2


@pytest.mark.parametrize(("name", "state"), [("CH-01", "reconduction"), ("CH-02", "exact")])
def test_r_ch_12_astride_the_end_a_stock_waits_and_a_count_stops_at_the_term(name, state):
    astride = Period.parse("01/06/2022-01/01/2023")
    assert figures(name, period=astride).iloc[0]["state"] == state


@pytest.mark.parametrize(
    ("day", "expected"),
    [("30/04/2022", {"A", "C"}), ("01/05/2022", {"A"}), ("01/06/2022", {"A", "B"})],
)
def test_v_ch_03_the_stock_is_read_at_the_evening_of_the_last_day(day, expected):
    table = figures("CH-01", period=Period.parse(f"01/01/2022-{day}"))
    assert set(table.loc[table["perimetre"].eq("organisme"), "id_of"]) == expected


def test_r_etat_03_a_publication_with_no_day_is_an_import_state():
    assert figures("CH-03")["etat_import"].iloc[0] == 0
    undated = REGION["signataires"].assign(date_publication_site=pd.NaT)
    changed = replace(REGION, frames={**REGION.frames, "signataires": undated})
    row = measure(indicator("CH-03"), changed, YEAR, SETTINGS).iloc[0]
    assert (row["numerator"], row["etat_import"]) == (1, 1)


def test_medians_under_five_cases_give_the_least_and_the_greatest():
    row = figures("CH-34b").iloc[0]
    assert (row["minimum"], row["maximum"]) == (0, 8)
    assert pd.isna(row["value"])


def test_r_ch_04_what_only_one_party_counts():
    found = ecarts_suivi(REGION, YEAR, SETTINGS)
    assert list(zip(found["id_proposition"], found["source"], strict=True)) == [
        ("S2", "of"), ("S3", "of"), ("P2", "tpge"),
    ]  # fmt: skip
    assert ecarts_suivi(REGION, YEAR, SETTINGS, id_of="B").empty


def test_r_al_05_the_delay_is_a_setting_and_is_printed():
    short = Settings(choix=Choix(delai_alerte_rupture=89))
    assert scopes(figures("CH-25", settings=short))["region"] == (0, 2)
    assert "89 jours" in indicator("CH-25").formula(REGION, YEAR, short).remark


def test_ch_33_states_of_the_region_and_of_an_organisation():
    settings = Settings(choix=Choix(seuils={"CH-09": 60, "CH-11": 80, "CH-03": 100, "CH-32": 0}))
    table = engagements(REGION, YEAR, settings).set_index("engagement")["etat"]
    assert table.to_dict() == {
        "OF-1": "sans_seuil", "OF-2": "sans_seuil", "OF-3": "non_tenu", "TP-1": "partiel",
        "TP-2": "sans_seuil", "TP-3": "sans_objet", "TP-4": "non_tenu", "TP-5": "sans_seuil",
        "TP-6": "sans_seuil", "TP-7": "sans_seuil", "TP-8": "non_tenu",
    }  # fmt: skip
    own = engagements(REGION, YEAR, settings, id_of="B", copie="organisme")
    assert own.set_index("engagement")["etat"][["OF-3", "TP-1", "TP-4", "TP-8"]].tolist() == [
        "tenu", "tenu", "non_mesurable", "non_tenu",
    ]  # fmt: skip
    assert "CH-06" not in ";".join(own["mesures"])
    assert set(engagements(REGION, Period.year(2023), settings)["etat"]) == {"reconduction"}


@pytest.mark.parametrize(
    ("name", "said"), [("CH-99", "n'est pas une mesure"), ("CH-26", "la charte le fixe à 0")]
)
def test_ch_33_a_threshold_on_what_has_none_is_refused(name, said):
    with pytest.raises(ParameterError, match=said):
        engagements(REGION, YEAR, Settings(choix=Choix(seuils={name: 1})))
