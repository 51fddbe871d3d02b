"""What the truth tables promise: published figures, valid numbers, names found nowhere else."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from stdnum.fr import siren, siret

Row = dict[str, str]
Tables = dict[str, list[Row]]


def normalised(text: str) -> str:
    """Compare as names are compared: no case, accent, nor punctuation."""
    bare = unicodedata.normalize("NFD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


def published(sample: Path, serie: str, periode: str) -> float:
    with (sample / "chiffres_publies.csv").open(encoding="utf-8", newline="") as lines:
        found = [r for r in csv.DictReader(lines) if (r["serie"], r["periode"]) == (serie, periode)]
    assert len({r["valeur"] for r in found if r["perimetre"] in {"France", "Grand Est"}}) <= 1
    return float(found[0]["valeur"])


def lost(damages: list[Row], registre: str) -> set[str]:
    return {d["cle"] for d in damages if (d["registre"], d["effet"]) == (registre, "ecartee")}


def held(row: Row) -> bool:
    """Whether a line counts as a workshop held: empty kind and state have their defaults."""
    return (row["format"] or "atelier", row["statut"] or "realise") == ("atelier", "realise")


@pytest.mark.parametrize(
    ("year", "workshops", "situations", "studied"),
    [
        ("2022", 12, 61, None),
        ("2023", 15, 56, 3),
    ],
)
def test_counts_of_the_team_after_intake(
    truth: Tables,
    damages: list[Row],
    year: str,
    workshops: int,
    situations: int,
    studied: int | None,
) -> None:
    kept = {
        name: [r for r in truth[name] if r[key] not in lost(damages, name)]
        for name, key in (
            ("ateliers", "id_atelier"),
            ("interventions", "id_intervention"),
            ("propositions", "id_proposition"),
        )
    }
    assert sum(r["date_atelier"][:4] == year and held(r) for r in kept["ateliers"]) == workshops
    assert sum(r["date_ouverture"][:4] == year for r in kept["interventions"]) == situations
    if studied is not None:
        of_year = [r for r in kept["propositions"] if r["date_etude"][:4] == year]
        assert len(of_year) == studied
        assert {r["date_reception"][:4] for r in of_year} == {"2022", "2023"}


def test_published_figures_of_the_team_are_those_of_2023(sample: Path) -> None:
    assert published(sample, "charte_ateliers_animes", "2023") == 15
    assert published(sample, "charte_interventions_risque_rupture", "2023") == 56
    assert published(sample, "charte_propositions_ingenierie_analysees", "2023") == 3


def test_lines_of_2023_of_the_three_published_registers_are_never_set_aside(
    truth: Tables, damages: list[Row]
) -> None:
    days = {
        "ateliers": ("id_atelier", ("date_atelier",)),
        "interventions": ("id_intervention", ("date_ouverture", "date_cloture")),
        "propositions": ("id_proposition", ("date_reception", "date_etude", "date_retour")),
    }
    for name, (key, columns) in days.items():
        aside = [r for r in truth[name] if r[key] in lost(damages, name)]
        assert aside, name
        for row in aside:
            assert all(row[c] and row[c][:4] != "2023" for c in columns), row


def in_force(row: Row, day: str) -> str:
    final, dated = row["decision_finale"], row["date_decision_finale"]
    return final if final and dated <= day else row["decision_initiale"]


@pytest.mark.parametrize("year", ["2022", "2023"])
def test_acceptance_is_the_published_one(sample: Path, truth: Tables, year: str) -> None:
    last: dict[str, Row] = {}
    for row in truth["dossiers_ptp"]:
        if row["date_commission"][:4] == year:
            seen = last.setdefault(row["id_dossier"], row)
            last[row["id_dossier"]] = max(seen, row, key=lambda r: r["date_commission"])
    decisions = Counter(in_force(row, f"{year}-12-31") for row in last.values())
    rate = 100 * decisions["accord"] / (decisions["accord"] + decisions["refus"])
    assert rate == pytest.approx(published(sample, "ptp_taux_acceptation", year), abs=0.5)


def first_deposits(truth: Tables, year: str) -> list[Row]:
    first: dict[str, Row] = {}
    for row in truth["dossiers_ptp"]:
        kept = first.setdefault(row["id_dossier"], row)
        first[row["id_dossier"]] = min(kept, row, key=lambda r: r["date_depot"])
    return [row for row in first.values() if row["date_depot"][:4] == year]


@pytest.mark.parametrize(
    ("department", "serie"),
    [
        ("67", "bas_rhin"),
        ("68", "haut_rhin"),
        ("57", "moselle"),
        ("54", "meurthe_et_moselle"),
    ],
)
def test_departments_have_the_published_share_of_files(
    sample: Path, truth: Tables, department: str, serie: str
) -> None:
    where = {o["id_of"]: o["departement"] for o in truth["organismes"]}
    files = first_deposits(truth, "2022")
    share = 100 * sum(where.get(f["id_of"]) == department for f in files) / len(files)
    assert share == pytest.approx(
        published(sample, f"ptp_part_departement_{serie}", "2022"), abs=0.5
    )


@pytest.mark.parametrize(
    ("field", "serie"),
    [
        ("sante", "sante"),
        ("transport", "transport"),
        ("secretariat", "secretariat_bureautique"),
        ("travail_social", "travail_social"),
        ("rh", "ressources_humaines"),
    ],
)
def test_fields_have_the_published_share_of_files(
    sample: Path, truth: Tables, field: str, serie: str
) -> None:
    with (sample / "generateur/formations.csv").open(encoding="utf-8", newline="") as lines:
        fields = {f["code_certification"]: f["domaine"] for f in csv.DictReader(lines)}
    files = first_deposits(truth, "2022")
    share = 100 * sum(fields[f["code_certification"]] == field for f in files) / len(files)
    assert share == pytest.approx(
        published(sample, f"ptp_domaine_formation_{serie}", "2022"), abs=0.5
    )


def test_certifications_obtained_are_about_the_published_rate(sample: Path, truth: Tables) -> None:
    results = Counter(r["certification_obtenue"] for r in truth["dossiers_ptp"])
    known = sum(results[r] for r in ("totale", "partielle", "non", "non_presente"))
    rate = 100 * results["totale"] / known
    assert rate == pytest.approx(published(sample, "ptp_taux_reussite_formation", "2022"), abs=1)


def test_files_are_many_and_unevenly_spread(truth: Tables) -> None:
    assert 7500 <= len(truth["dossiers_ptp"]) <= 8200
    for year in ("2021", "2022", "2023", "2024"):
        files = first_deposits(truth, year)
        assert 1700 <= len(files) <= 1900
        by_organisation = Counter(f["id_of"] for f in files if f["id_of"])
        assert 0.075 <= max(by_organisation.values()) / len(files) <= 0.1
    deposited = Counter(f["id_of"] for f in first_deposits(truth, "2023"))
    seen = Counter(r["id_of"] for r in truth["dossiers_ptp"] if r["date_commission"][:4] == "2023")
    of_2023 = {o["id_of"]: (deposited[o["id_of"]], seen[o["id_of"]]) for o in truth["organismes"]}
    assert (1, 1) in of_2023.values()
    assert (0, 0) in of_2023.values()
    assert sum(1 <= n <= 4 for n, _ in of_2023.values()) >= 10


def test_about_45_percent_of_organisations_signed_and_one_too_late(truth: Tables) -> None:
    signed = {s["id_of"] for s in truth["signataires"] if s["id_of"]}
    assert 0.4 <= len(signed) / len(truth["organismes"]) <= 0.5
    days = [s["date_signature"] for s in truth["signataires"]]
    assert sum(day > "2022-12-31" for day in days) == 1
    assert min(days) >= "2021-09-15"
    assert sum(bool(s["date_denonciation"]) for s in truth["signataires"]) == 3


def test_numbers_of_organisations_are_valid_and_unlike(truth: Tables) -> None:
    organismes = truth["organismes"]
    for organisme in organismes:
        assert siren.is_valid(organisme["siren"])
        assert siret.is_valid(organisme["siret"])
        assert organisme["siret"].startswith(organisme["siren"])
        assert organisme["siren"].startswith("099")
        assert re.fullmatch(r"4499\d{7}", organisme["nda"])
        assert re.fullmatch(r"OF-\d{4}", organisme["id_of"])
    for column in ("id_of", "siren", "siret", "nda", "ca_formation", "denomination", "commune"):
        assert len({o[column] for o in organismes}) == len(organismes), column


def test_names_and_towns_are_never_part_of_one_another(truth: Tables) -> None:
    words = [
        normalised(o[column])
        for o in truth["organismes"]
        for column in ("denomination", "commune", "alias")
        if o[column]
    ]
    for word in words:
        assert sum(word in other for other in words) == 1, word
        assert len(word) >= 12


def test_canaries_stand_in_the_list_of_organisations_only(truth: Tables, sample: Path) -> None:
    """A turnover, a town or a name met anywhere else has leaked."""
    elsewhere = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (sample / "verite").glob("*.csv")
        if path.stem != "organismes"
    )
    folded = normalised(elsewhere)
    identifiers = "|".join(
        o[c] for o in truth["organismes"] for c in ("siret", "siren", "nda", "id_of")
    )
    for organisme in truth["organismes"]:
        euros, cents = organisme["ca_formation"].split(".")
        assert len(euros) == 7 and cents[-1] != "0"
        assert euros not in elsewhere
        assert euros not in identifiers
        assert normalised(organisme["commune"]) not in folded
        assert normalised(organisme["denomination"]) not in folded


def test_lines_of_unknown_organisations_are_not_attributed(
    truth: Tables, damages: list[Row]
) -> None:
    for name, rows in truth.items():
        if name == "organismes" or "id_of" not in rows[0]:
            continue
        expected = [
            d["cle"] for d in damages if (d["registre"], d["effet"]) == (name, "non_attribuee")
        ]
        assert sum(not row["id_of"] for row in rows) == len(expected) > 0


def test_exchanges_take_the_organisation_of_their_file(truth: Tables) -> None:
    of_file = {row["id_dossier"]: row["id_of"] for row in truth["dossiers_ptp"]}
    for exchange in truth["echanges_refus"]:
        assert exchange["id_of"] == of_file.get(exchange["id_dossier"], "")
    assert any(exchange["id_dossier_suite"] in of_file for exchange in truth["echanges_refus"])


def test_the_region_is_rich_enough_for_the_rules(truth: Tables) -> None:
    rows = truth["dossiers_ptp"]
    passages = Counter(r["id_dossier"] for r in rows if r["date_commission"])
    assert max(passages.values()) >= 3
    assert {r["motif_refus"] for r in rows} >= {"coherence_parcours", "budget_priorites", "autre"}
    assert {r["decision_initiale"] for r in rows} >= {"irrecevable", "ajourne", "en_attente", ""}
    appeals = [r for r in rows if r["decision_finale"]]
    assert any(not r["date_decision_finale"] for r in appeals)
    assert any(r["date_decision_finale"][:4] > r["date_commission"][:4] for r in appeals)
    assert any(r["statut_parcours"] == "rompu" and not r["date_rupture"] for r in rows)
    assert {r["cause_rupture"] for r in rows} >= {"non_renseignee", "imponderable"}
    assert any(r["certification_obtenue"] and not r["date_resultat"] for r in rows)
    proposed = {r["id_proposition"] for r in rows if r["id_proposition"]}
    assert proposed and proposed <= {p["id_proposition"] for p in truth["propositions"]}
    assert not any(r["id_alerte"] for r in truth["interventions"])
    assert {r["accord_stagiaire"] for r in truth["interventions"]} == {
        "oui",
        "non",
        "en_attente",
        "",
    }
