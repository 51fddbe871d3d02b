"""Controls after alerts (R-AL-03), Qualiopi certificates, audits, survey, published series."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

Row = dict[str, str]
Tables = dict[str, list[Row]]
TERME, ECARTEES = "2022-12-31", {"OF-0190", "OF-0146", "OF-0212"}
FONDAMENTAUX = {4, 5, 6, 7, 10, 11, 14, 15, 16, 20, 21, 22, 26, 27, 29, 31, 32}


def signed(truth: Tables, id_of: str, day: str, term: str) -> bool:
    """Whether an organisation is an active signatory on a day, its signature kept at intake."""
    return any(
        s["date_signature"] <= day <= term and not ("" < s["date_denonciation"] <= day)
        for s in truth["signataires"]
        if s["id_of"] == id_of and id_of not in ECARTEES
    )


def promise(truth: Tables, year: str, term: str = TERME) -> str:
    """State of TP-4 in a year, straight from R-AL-03."""
    alerts = {a["id_alerte"]: a for a in truth["alertes"]}
    breaches = unverifiable = 0
    for control in truth["controles"]:
        alert = alerts.get(control["id_alerte"])
        if not control["date_controle"].startswith(year):
            continue
        if control["motif"] == "alerte" and alert:
            told = signed(truth, alert["id_of"], alert["date_alerte"], term)
            breaches += alert["emetteur"] == "organisme" and told
        elif control["motif"] in {"alerte", "inconnu", ""}:
            unverifiable += signed(truth, control["id_of"], control["date_controle"], term)
    return "non tenu" if breaches else "non vérifiable" if unverifiable else "tenu"


def test_each_branch_of_the_promise_of_no_control_occurs(truth: Tables) -> None:
    assert promise(truth, "2021") == "non tenu"
    assert promise(truth, "2022") == "tenu"
    assert promise(truth, "2023", "2024-12-31") == "non vérifiable"
    assert promise(truth, "2024", "2024-12-31") == "tenu"
    calm = [c for c in truth["controles"] if c["id_of"] != "OF-0211"]
    assert promise(truth | {"controles": calm}, "2021") == "non vérifiable"
    alert = next(a for a in truth["alertes"] if (a["id_of"], a["emetteur"]) == ("OF-0106", "organisme") and a["date_alerte"][:4] == "2022")  # fmt: skip # noqa: E501
    more = {
        "id_of": alert["id_of"], "date_controle": "2022-12-01", "motif": "alerte",
        "id_alerte": alert["id_alerte"],
    }  # fmt: skip
    assert promise(truth | {"controles": [*calm, more]}, "2022") == "non tenu"


def test_2021_and_2022_have_one_control_that_cannot_be_verified(truth: Tables) -> None:
    alerts = {a["id_alerte"] for a in truth["alertes"]}
    found = [
        (c["id_of"], c["date_controle"])
        for c in truth["controles"]
        if c["date_controle"] <= TERME
        and c["motif"] in {"", "inconnu", "alerte"}
        and c["id_alerte"] not in alerts
    ]
    assert found == [("OF-0160", "2021-11-23")]


def test_files_to_verify_are_seen_after_an_alert(truth: Tables) -> None:
    """Control of another ground on the file of an alert: the same day, 19 and 60 days after."""
    days = defaultdict(list)
    for alert in truth["alertes"]:
        if alert["emetteur"] == "organisme" and alert["id_dossier"]:
            days[alert["id_dossier"]].append(alert["date_alerte"])
    seen = [
        (c["date_controle"], min(days[c["id_dossier"]]))
        for c in truth["controles"]
        if c["id_dossier"] in days and c["motif"] != "alerte" and c["date_controle"][:4] == "2022"
    ]
    assert len(seen) == 3
    assert sum(control == alert for control, alert in seen) == 1
    assert sum(control > alert for control, alert in seen) == 2


def test_communications_against_the_charter_are_followed(truth: Tables) -> None:
    wrong = {c["id_of"]: c for c in truth["communications"] if c["conforme"] == "false"}
    controls = {c["id_controle"]: c for c in truth["controles"]}
    assert set(wrong) == {"OF-0148", "OF-0174", "OF-0103"}
    for id_of in ("OF-0148", "OF-0174"):
        control = controls[wrong[id_of]["id_controle"]]
        assert (control["id_of"], control["motif"]) == (id_of, "communication")
        assert control["date_controle"] > wrong[id_of]["date_constat"]
    assert wrong["OF-0103"]["id_controle"] == ""


@pytest.mark.parametrize("term", ["2022-12-31", "2023-12-31", "2024-12-31"])
def test_a_certificate_ends_on_each_last_day_of_a_year(truth: Tables, term: str) -> None:
    ends = {c["date_fin"] for c in truth["certificats_qualiopi"]}
    year = int(term[:4]) + 1
    assert term in ends
    assert {f"{year}-04-30", f"{year}-06-30"} <= ends


def test_certificates_are_in_every_state(truth: Tables) -> None:
    rows = truth["certificats_qualiopi"]
    states = {r["statut_declare"] for r in rows}
    assert states == {
        "certifie", "en_cours", "non_engage", "repute", "suspendu", "retire", "refuse", "inconnu",
    }  # fmt: skip
    undeclared = {r["date_obtention"] for r in rows if r["date_obtention"] and not r["date_fin"]}
    assert undeclared >= {"2020-12-31", "2021-01-01", "2021-12-31", "2022-01-01", "2024-02-29"}
    expired = [r for r in rows if r["statut_declare"] == "certifie" and r["date_fin"] == TERME]
    assert [r["id_of"] for r in expired] == ["OF-0117"]
    assert max(Counter(r["id_of"] for r in rows if r["id_of"]).values()) == 2
    assert {"OF-0116", "OF-0152", "OF-0160"}.isdisjoint(r["id_of"] for r in rows)


def audits_with(truth: Tables, fits: str) -> set[str]:
    """Kinds of the audits whose major non-conformities were « levee » in time, late, or never."""
    kinds = {a["id_audit"]: a["type_audit"] for a in truth["audits_qualiopi"]}
    found = set()
    for row in truth["non_conformites"]:
        if row["gravite"] == "majeure" and row["id_audit"] in kinds:
            state = "jamais" if not row["date_levee"] else "levee"
            if state == fits:
                found.add(kinds[row["id_audit"]])
    return found


def test_audits_lead_to_each_decision(truth: Tables) -> None:
    assert audits_with(truth, "levee") >= {"initial"}
    assert audits_with(truth, "jamais") >= {"initial", "surveillance", "renouvellement"}
    minor = Counter(r["id_audit"] for r in truth["non_conformites"] if r["gravite"] == "mineure")
    assert {1, 4, 5, 10} <= set(minor.values())
    spot = {r["id_audit"] for r in truth["non_conformites"] if r["levee_en_seance"] == "true"}
    assert any(minor[number] == 5 for number in spot)
    assert any(not r["date_notification"] for r in truth["non_conformites"])
    impossible = [
        r
        for r in truth["non_conformites"]
        if r["gravite"] == "mineure" and int(r["indicateur"]) in FONDAMENTAUX
    ]
    assert len(impossible) == 2
    assert {a["type_audit"] for a in truth["audits_qualiopi"]} == {
        "initial", "surveillance", "renouvellement", "extension", "complementaire",
    }  # fmt: skip


def test_the_last_answer_of_an_organisation_says_something_else(truth: Tables) -> None:
    answers = defaultdict(list)
    for row in truth["enquete_qualiopi"]:
        if row["id_of"]:
            answers[row["campagne"], row["id_of"]].append((row["date_reponse"], row["avancement"]))
    twice = [sorted(found) for found in answers.values() if len(found) > 1]
    assert len(twice) == 10
    assert all(first[1] != last[1] for first, last in twice)


def test_comments_are_with_and_without_consent_and_name_nobody(truth: Tables) -> None:
    said = [r for r in truth["enquete_qualiopi"] if r["verbatim"]]
    assert {r["accord_diffusion"] for r in said} == {"true", "false", ""}
    blocked = [r for r in said if "00 00 00 00 00" in r["verbatim"]]
    assert {r["accord_diffusion"] for r in blocked} == {"true"}
    for row in said:
        digits = re.sub(r"\D", "", row["verbatim"])
        assert not digits.strip("0") or len(digits) < 3


PUBLIEES = {
    "certifies": "qualiopi_certifies",
    "en_cours": "qualiopi_en_cours",
    "opac": "opac_nda_total",
    "datadock": "opac_referencables_datadock",
    "croissance_annoncee": "qualiopi_certifies_evolution",
}


def unpublished(rows: list[Row], sample: Path) -> list[tuple[str, str]]:
    """Numbers of the national series that are no published figure, or not in the sentence cited."""
    with (sample / "chiffres_publies.csv").open(encoding="utf-8", newline="") as lines:
        known = {(r["serie"], r["periode"][-10:], float(r["valeur"])) for r in csv.DictReader(lines) if r["serie"] in {*PUBLIEES.values(), "of_declares"}}  # fmt: skip # noqa: E501
    wrong = []
    for row in rows:
        cited = re.sub(r"(?<=\d)\s(?=\d{3})", "", row["source"])
        for column, serie in PUBLIEES.items():
            if not row[column]:
                continue
            name = "of_declares" if row["territoire"] == "Centre-Val de Loire" else serie
            days = {row["date"], row["date"][:7]}
            value = float(row[column])
            published = any((one, day, value) in known for day in days for one in (serie, name))
            if not published or not re.search(rf"\b{value:.0f}\b", cited):
                wrong.append((row["date"], column))
    return wrong


def test_published_points_are_those_of_their_source(truth: Tables, sample: Path) -> None:
    """Nothing else in the registers is real; figures that contradict one another are kept."""
    rows = truth["certifications_nationales"]
    assert unpublished(rows, sample) == []
    other = [rows[0] | {"certifies": "7549"}, *rows[1:]]
    assert unpublished(other, sample) == [("2020-12-31", "certifies")]
    implied = int(rows[1]["certifies"]) / (1 + float(rows[1]["croissance_annoncee"]) / 100)
    assert int(rows[0]["certifies"]) == 7500 < 7515 <= implied
