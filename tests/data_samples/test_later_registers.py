"""The nineteen later registers: keys, references, allowed values, and the cases of the README."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from data_samples.generateur.colonnes import CLES
from data_samples.generateur.colonnes_suite import COLONNES_SUITE
from data_samples.generateur.synonymes import SYNONYMES
from reportlib.registers import registers

Row = dict[str, str]
Tables = dict[str, list[Row]]
REFERENCES = {
    "id_dossier": ("dossiers_ptp", "id_dossier"),
    "id_alerte": ("alertes", "id_alerte"),
    "id_controle": ("controles", "id_controle"),
    "id_atelier": ("ateliers", "id_atelier"),
    "id_audit": ("audits_qualiopi", "id_audit"),
    "id_of": ("organismes", "id_of"),
}
INCONNUS = {"dossier_inconnu", "audit_inconnu"}


def key_of(name: str, row: Row) -> str:
    return "|".join(row[column] for column in CLES[name])


def broken_keys(truth: Tables) -> list[tuple[str, str]]:
    """Keys met twice in a register."""
    counts = Counter((name, key_of(name, row)) for name in COLONNES_SUITE for row in truth[name])
    return [one for one, times in counts.items() if times > 1]


def broken_references(truth: Tables, damages: list[Row]) -> list[tuple[str, str, str]]:
    """Values that name nothing kept at intake, but for those that are damages."""
    lost = {(d["registre"], d["cle"]) for d in damages if d["effet"] == "ecartee"}
    told = {(d["registre"], d["cle"]) for d in damages if d["nature"] in INCONNUS}
    kept = {
        target: {r[c] for r in truth[target] if (target, key_of(target, r)) not in lost}
        for target, c in REFERENCES.values()
    }
    return [
        (name, key_of(name, row), column)
        for name in COLONNES_SUITE
        for row in truth[name]
        for column, (target, _) in REFERENCES.items()
        if column in row
        and target != name
        and row[column]
        and row[column] not in kept[target]
        and (name, key_of(name, row)) not in told
    ]


def forbidden_values(truth: Tables) -> list[tuple[str, str, str]]:
    """Values that the register's own list does not have."""
    return [
        (name, column.nom, value)
        for name in COLONNES_SUITE
        for column in registers()[name].colonnes.values()
        if column.valeurs
        for row in truth[name]
        for value in row[column.nom].split(";" if column.type == "liste" else "\n")
        if value and value not in column.valeurs
    ]


def test_columns_are_those_of_the_registers_read() -> None:
    for name, columns in COLONNES_SUITE.items():
        own = list(registers()[name].colonnes)
        assert list(columns) == [*own, *({"id_of"} & set(columns) - set(own))], name
        assert CLES[name] == registers()[name].cle, name


def test_lists_of_writings_are_those_of_the_registers_read() -> None:
    for name, columns in COLONNES_SUITE.items():
        for column, kind in columns.items():
            _, _, words = kind.partition(":")
            if words:
                allowed = set(registers()[name].colonnes[column].valeurs)
                assert set(SYNONYMES[words]) <= allowed, (name, column)


def test_readme_counts_the_lines(truth: Tables, sample: Path) -> None:
    text = (sample / "README.md").read_text(encoding="utf-8")
    told = {m[1]: int(m[2]) for m in re.finditer(r"^\| `(\w+)` \| (\d+) \|", text, re.M)}
    assert told == {name: len(truth[name]) for name in COLONNES_SUITE}


def test_keys_are_unique(truth: Tables) -> None:
    assert broken_keys(truth) == []
    twice = truth | {"alertes": [*truth["alertes"], truth["alertes"][3]]}
    assert broken_keys(twice) == [("alertes", truth["alertes"][3]["id_alerte"])]


def test_references_exist_or_are_damages(truth: Tables, damages: list[Row]) -> None:
    assert broken_references(truth, damages) == []
    row = next(r for r in truth["controles"] if r["id_alerte"])
    other = row | {"id_alerte": "AL-1"}
    wrong = truth | {"controles": [other if r is row else r for r in truth["controles"]]}
    assert broken_references(wrong, damages) == [("controles", row["id_controle"], "id_alerte")]


def test_values_are_allowed(truth: Tables) -> None:
    assert forbidden_values(truth) == []
    first = truth["avenants"][0]
    wrong = truth | {"avenants": [first | {"type_changement": "vacances"}]}
    assert forbidden_values(wrong) == [("avenants", "type_changement", "vacances")]


def test_each_value_of_each_list_occurs(truth: Tables) -> None:
    for name, columns in COLONNES_SUITE.items():
        for column, kind in columns.items():
            _, _, words = kind.partition(":")
            if words:
                seen = {v for row in truth[name] for v in row[column].split(";")}
                assert set(SYNONYMES[words]) <= seen, (name, column, set(SYNONYMES[words]) - seen)


def test_the_file_tells_the_organisation(truth: Tables) -> None:
    of_file = {row["id_dossier"]: row["id_of"] for row in truth["dossiers_ptp"]}
    of_audit = {row["id_audit"]: row["id_of"] for row in truth["audits_qualiopi"]}
    for name, columns in COLONNES_SUITE.items():
        for row in truth[name]:
            if "id_dossier" in columns and row["id_dossier"] in of_file:
                assert row["id_of"] == of_file[row["id_dossier"]], (name, row)
            elif name == "non_conformites":
                assert row["id_of"] == of_audit.get(row["id_audit"], "")


def test_the_export_knows_nothing_later(truth: Tables) -> None:
    planned = {"date_effet", "date_fin"}
    for name, columns in COLONNES_SUITE.items():
        for column, kind in columns.items():
            if kind == "date" and column not in planned:
                days = [row[column] for row in truth[name] if row[column]]
                assert max(days) <= "2024-12-31", (name, column)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("participations", ""),
        ("certificats_realisation", "mois"),
        ("demandes_bilan", "date_remise"),
        ("suivi_parcours", "date_suivi"),
        ("jurys_clea", "date_jury"),
        ("groupes_parole", "date_seance"),
        ("autoevaluations", "campagne"),
        ("bonnes_pratiques", "campagne"),
    ],
)
def test_some_registers_begin_in_2022(truth: Tables, name: str, column: str) -> None:
    days = {row["id_atelier"]: row["date_atelier"] for row in truth["ateliers"]}
    years = {(row[column] if column else days[row["id_atelier"]])[:4] for row in truth[name]}
    assert min(years - {""}) == "2022"


def test_all_type_their_certificates_in_and_the_export_of_2024_holds_ten(truth: Tables) -> None:
    rows = truth["certificats_realisation"]
    assert {r["id_of"] for r in rows} >= {"OF-0103", "OF-0106", "OF-0108", "OF-0113", "OF-0211"}
    by_year = {
        year: {r["id_of"] for r in rows if r["id_of"] and r["mois"].startswith(year)}
        for year in ("2022", "2023", "2024")
    }
    assert len(by_year["2024"]) == 10
    assert min(len(by_year["2022"]), len(by_year["2023"])) > 90
    assert 12_000 < len(rows) < 14_000
    files = {r["id_dossier"] for r in rows if r["id_of"] == "OF-0211"}
    under_way = [
        r
        for r in truth["dossiers_ptp"]
        if r["id_of"] == "OF-0211"
        and not r["date_rupture"]
        and r["date_fin_prevue"] >= "2022-03-01"
        and "" < r["date_debut"] < "2024-10-01"
    ]
    assert {r["id_dossier"] for r in under_way} <= files


def test_certificates_fall_on_each_side_of_the_limits(truth: Tables) -> None:
    days = {
        r["date_depot"]
        for r in truth["certificats_realisation"]
        if (r["id_of"], r["mois"], r["nature"]) == ("OF-0108", "2024-01", "initial")
    }
    assert days >= {"2024-02-05", "2024-02-06", "2024-03-31", "2024-04-01", "2024-04-05"}
    natures = Counter(r["nature"] for r in truth["certificats_realisation"])
    assert natures["rectificatif"] > 50 and natures[""] > 50
    assert any(not r["date_depot"] for r in truth["certificats_realisation"])
    assert any(r["heures_centre"] == "0.00" for r in truth["certificats_realisation"])


def test_alerts_fall_on_each_side_of_the_delay(truth: Tables) -> None:
    broken = {
        r["id_dossier"]: r["date_rupture"] for r in truth["dossiers_ptp"] if r["date_rupture"]
    }
    leads = Counter(
        (date.fromisoformat(broken[a["id_dossier"]]) - date.fromisoformat(a["date_alerte"])).days
        for a in truth["alertes"]
        if a["id_dossier"] in broken
        and broken[a["id_dossier"]][:4] == "2022"
        and (a["emetteur"], a["type_evenement"]) == ("organisme", "risque_rupture")
    )
    assert all(leads[days] for days in (90, 91, 0, -1)), leads


def test_an_organisation_is_known_by_a_trainee_s_alert_alone(truth: Tables) -> None:
    (alone,) = [a for a in truth["alertes"] if a["id_of"] == "OF-0221"]
    assert (alone["emetteur"], alone["date_alerte"][:4]) == ("stagiaire", "2022")
    assert not any(i["id_of"] == "OF-0221" for i in truth["interventions"])


def test_meetings_are_shared_and_said_once(truth: Tables) -> None:
    lines = truth["temps_dialogue"]
    size = Counter(row["id_dialogue"] for row in lines)
    assert max(size.values()) >= 4 and min(size.values()) == 1
    told = {(r["id_dialogue"], r["date_dialogue"], r["volet_qualitatif"]) for r in lines}
    assert len(told) == len(size)
    assert not any(row["id_of"] == "OF-0192" for row in truth["dossiers_ptp"])
    assert any(row["id_of"] == "OF-0192" and size[row["id_dialogue"]] > 1 for row in lines)


def test_participants_never_pass_those_of_the_workshop(truth: Tables) -> None:
    present = {r["id_atelier"]: int(r["nb_participants"] or 0) for r in truth["ateliers"]}
    states = {r["id_atelier"]: r["statut"] for r in truth["ateliers"]}
    persons: Counter[str] = Counter()
    for row in truth["participations"]:
        if states[row["id_atelier"]] in {"realise", ""}:
            persons[row["id_atelier"]] += int(row["nb_personnes"] or 1)
    assert all(number <= present[name] for name, number in persons.items())
    assert {states[r["id_atelier"]] for r in truth["participations"]} >= {"realise", "annule"}


def test_checklists_before_on_and_after_the_entry(truth: Tables) -> None:
    start = {r["id_dossier"]: r["date_debut"] for r in truth["dossiers_ptp"] if r["date_debut"]}
    leads = Counter(
        (date.fromisoformat(start[c["id_dossier"]]) - date.fromisoformat(c["date_passation"])).days
        for c in truth["checklists"]
        if c["id_dossier"]
    )
    assert leads[0] and leads[-1] and leads[12] > 50
    large = Counter((c["id_of"], c["date_passation"][:4]) for c in truth["checklists"])
    assert sum(number >= 20 for number in large.values()) >= 4
