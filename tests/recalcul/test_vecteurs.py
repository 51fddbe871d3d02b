"""The SQL itself, held to the vectors of the rules and to rows worked by hand."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from tests.recalcul.moteur import Recalcul
from tests.recalcul.plan import PLAN
from tests.recalcul.registres import registres

SIGNATURE = {"id_of": "OF1", "date_signature": "2021-09-15"}


def annee(numero: int) -> tuple[date, date]:
    return date(numero, 1, 1), date(numero, 12, 31)


def region(sql: Recalcul, id_: str, periode: tuple[date, date]) -> tuple[int, int | None]:
    """Numerator and denominator of the region; (0, None) when no unit."""
    lignes = sql.mesure(PLAN[id_], periode)
    lignes = lignes[lignes["perimetre"] == "region"]
    if lignes.empty:
        return 0, None
    base = lignes["denominator"].iloc[0]
    return int(lignes["numerator"].iloc[0]), None if pd.isna(base) else int(base)


def test_v_ptp_02_events_and_cohort() -> None:
    sql = Recalcul().lire_tables(
        registres(
            dossiers_ptp=[
                {
                    "id_dossier": "D1",
                    "date_depot": "2022-11-05",
                    "date_commission": "2023-02-10",
                    "decision_initiale": "accord",
                },
                {
                    "id_dossier": "D2",
                    "date_depot": "2023-03-05",
                    "date_commission": "2023-05-10",
                    "decision_initiale": "refus",
                },
                {"id_dossier": "D3", "date_depot": "2023-12-05"},
            ]
        )
    )
    assert region(sql, "BA-01", annee(2023)) == (2, None)
    assert region(sql, "BA-02", annee(2023)) == (2, None)
    assert region(sql, "BA-03", annee(2023)) == (1, 2)
    etapes = sql.mesure(PLAN["BA-27"], annee(2023), ("etape",)).query("perimetre == 'region'")
    assert dict(zip(etapes["etape"], etapes["numerator"], strict=True)) == {
        "depose": 2,
        "passe": 1,
        "decide": 1,
    }


@pytest.mark.parametrize(
    ("date_finale", "fin", "attendu"),
    [
        ("2023-02-20", date(2022, 12, 31), (0, 1)),
        ("2023-02-20", date(2023, 12, 31), (1, 1)),
        (None, date(2022, 12, 31), (1, 1)),
    ],
    ids=["V-ETAT-01 au 31/12/2022", "V-ETAT-01 au 31/12/2023", "V-ETAT-02"],
)
def test_v_etat_decision_at_the_end(date_finale, fin, attendu) -> None:
    passage = {
        "id_dossier": "D1",
        "date_commission": "2022-05-12",
        "decision_initiale": "refus",
        "decision_finale": "accord",
        "date_decision_finale": date_finale,
    }
    sql = Recalcul().lire_tables(registres(dossiers_ptp=[passage]))
    assert region(sql, "BA-03", (date(2022, 1, 1), fin)) == attendu


@pytest.mark.parametrize(
    ("fin", "attendu"), [(date(2022, 6, 30), (0, 1)), (date(2022, 12, 31), (1, 1))]
)
def test_v_lec_02_the_last_passage_counts(fin, attendu) -> None:
    sql = Recalcul().lire_tables(
        registres(
            dossiers_ptp=[
                {
                    "id_dossier": "D1",
                    "date_commission": "2022-05-12",
                    "decision_initiale": "refus",
                },
                {
                    "id_dossier": "D1",
                    "date_commission": "2022-09-10",
                    "decision_initiale": "accord",
                },
            ]
        )
    )
    assert region(sql, "BA-03", (date(2022, 1, 1), fin)) == attendu


@pytest.mark.parametrize(
    ("jour", "denonciation", "actif"),
    [
        ("2021-09-14", None, 0),
        ("2021-09-15", None, 1),
        ("2022-12-31", None, 1),
        ("2023-01-01", None, 0),
        ("2022-05-09", "2022-05-10", 1),
        ("2022-05-10", "2022-05-10", 0),
    ],
    ids=["V-CH-01 avant", "signature", "terme", "après", "V-CH-03 veille", "V-CH-03 jour"],
)
def test_v_ch_active_signatory(jour, denonciation, actif) -> None:
    sql = Recalcul().lire_tables(
        registres(
            signataires=[{**SIGNATURE, "date_denonciation": denonciation}],
            propositions=[
                {
                    "id_proposition": "P1",
                    "id_of": "OF1",
                    "date_reception": jour,
                    "formalisee_ecrit": True,
                    "modalites": "amenagement",
                }
            ],
        )
    )
    assert region(sql, "CH-04", (date(2021, 1, 1), date(2024, 12, 31))) == (actif, None)


def test_r_ch_01_the_signature_of_one_does_not_count_for_another() -> None:
    sql = Recalcul().lire_tables(
        registres(
            signataires=[SIGNATURE],
            propositions=[
                {
                    "id_proposition": f"P{rang}",
                    "id_of": id_of,
                    "date_reception": "2022-03-01",
                    "date_etude": "2022-03-02",
                    "formalisee_ecrit": True,
                }
                for rang, id_of in enumerate(["OF1", "OF2", None])
            ],
        )
    )
    assert region(sql, "CH-04", annee(2022)) == (1, None)
    ventilees = sql.mesure(PLAN["BA-12"], annee(2022), ("signataire",))
    ventilees = ventilees[ventilees["perimetre"] == "region"].set_index("signataire")
    assert ventilees["numerator"].to_dict() == {
        "signataire": 1,
        "non_signataire": 1,
        "non_renseigne": 1,
    }


def test_v_ch_02_signature_after_the_end_is_never_active() -> None:
    sql = Recalcul().lire_tables(
        registres(
            signataires=[{"id_of": "OF1", "date_signature": "2023-02-01"}],
            propositions=[
                {
                    "id_proposition": "P1",
                    "id_of": "OF1",
                    "date_reception": "2023-03-01",
                    "formalisee_ecrit": True,
                }
            ],
        )
    )
    assert region(sql, "CH-04", annee(2023)) == (0, None)


@pytest.mark.parametrize(
    ("retours", "mediane", "minimum", "maximum"),
    [
        ((10, 20, 30, 40), None, 10, 40),
        ((10, 20, 30, 40, 100), 30, 10, 100),
        ((10, 20, 30, 40, 50, 61), 35, 10, 61),
        ((10, 20, 30, 40, -5), None, 10, 40),
    ],
)
def test_ch_10_median_from_five_and_no_negative_delay(retours, mediane, minimum, maximum) -> None:
    recu = pd.Timestamp("2022-03-01")
    sql = Recalcul().lire_tables(
        registres(
            signataires=[SIGNATURE],
            propositions=[
                {
                    "id_proposition": f"P{rang}",
                    "id_of": "OF1",
                    "date_reception": recu,
                    "date_retour": recu + pd.Timedelta(days=jours),
                    "formalisee_ecrit": True,
                }
                for rang, jours in enumerate(retours)
            ],
        )
    )
    ligne = sql.mesure(PLAN["CH-10"], annee(2022)).query("perimetre == 'region'").iloc[0]
    assert (ligne["minimum"], ligne["maximum"]) == (minimum, maximum)
    assert pd.isna(ligne["value"]) if mediane is None else ligne["value"] == mediane


def test_common_rule_9_other_contributors() -> None:
    passage = {"date_commission": "2022-05-12", "decision_initiale": "accord"}
    sql = Recalcul().lire_tables(
        registres(
            dossiers_ptp=[
                {"id_dossier": "D1", "id_of": "OF1", **passage},
                {"id_dossier": "D2", "id_of": "OF1", **passage},
                {"id_dossier": "D3", "id_of": "OF2", **passage},
                {"id_dossier": "D4", **passage},
            ]
        )
    )
    lignes = sql.mesure(PLAN["BA-02"], annee(2022)).set_index(["perimetre", "id_of"])
    assert lignes["numerator"].to_dict() == {
        ("region", ""): 4,
        ("organisme", "OF1"): 2,
        ("organisme", "OF2"): 1,
        ("non_attribue", ""): 1,
    }
    assert lignes.loc[("region", ""), "contributors"] == 2
    assert lignes.loc[("organisme", "OF1"), "contributors"] == 1


def test_r_act_03_no_agreement_is_not_in_the_organisations_copy() -> None:
    sql = Recalcul().lire_tables(
        registres(
            interventions=[
                {
                    "id_intervention": f"I{rang}",
                    "id_of": "OF1",
                    "date_ouverture": "2023-01-01",
                    "accord_stagiaire": accord,
                }
                for rang, accord in enumerate(["oui", "non", "en_attente", None])
            ]
        )
    )
    interne = sql.mesure(PLAN["BA-10"], annee(2023)).set_index("perimetre")["numerator"]
    remise = sql.mesure(PLAN["BA-10"], annee(2023), copie="organisme")
    assert interne.to_dict() == {"region": 4, "organisme": 4}
    assert remise.set_index("perimetre")["numerator"].to_dict() == {"region": 4, "organisme": 1}
