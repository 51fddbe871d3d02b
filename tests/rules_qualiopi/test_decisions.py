"""Decisions of a whole register: equal to those of each audit, whatever the rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlib.rules import audit as regles_audit
from reportlib.rules import decisions
from reportlib.rules.non_conformites import SANS_LEVEE, Audit, NonConformite, limite

DEBUT = date(2021, 6, 10)
Ecart = tuple[int, str, int | None, int | None, bool]
"""Indicator, severity, notification and clearing in days from the audit, cleared at once."""


def audits(*rows: tuple[str, str | None, str, date]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["id_audit", "id_of", "type_audit", "date_audit"])
    return frame.astype(
        {"id_audit": "str", "id_of": "str", "type_audit": "str", "date_audit": "datetime64[us]"}
    )


def ecarts(*rows: tuple[str, date, Ecart]) -> pd.DataFrame:
    said = [
        {
            "id_audit": name,
            "indicateur": number,
            "gravite": severity,
            "date_notification": None if told is None else day + timedelta(days=told),
            "date_levee": None if lifted is None else day + timedelta(days=lifted),
            "levee_en_seance": at_once,
        }
        for name, day, (number, severity, told, lifted, at_once) in rows
    ]
    columns = ["id_audit", "indicateur", "gravite", "date_notification", "date_levee",
               "levee_en_seance"]  # fmt: skip
    types = {"id_audit": "str", "indicateur": "Int64", "gravite": "str",
             "date_notification": "datetime64[us]", "date_levee": "datetime64[us]",
             "levee_en_seance": "boolean"}  # fmt: skip
    return pd.DataFrame(said, columns=columns).astype(types)


def scalaires(rows: Sequence[Ecart], day: date) -> tuple[NonConformite, ...]:
    return tuple(
        NonConformite(
            indicateur=number,
            gravite=severity,  # type: ignore[arg-type]
            date_notification=None if told is None else day + timedelta(days=told),
            date_levee=None if lifted is None else day + timedelta(days=lifted),
            levee_en_seance=at_once,
        )
        for number, severity, told, lifted, at_once in rows
    )


def one(kind: str, rows: Sequence[Ecart], jour: date) -> pd.Series:
    held = ecarts(*(("A", DEBUT, row) for row in rows))
    return decisions.decisions(audits(("A", "OF", kind, DEBUT)), held, jour).iloc[0]


FIVE = [(n, "mineure", 0, None, False) for n in (1, 2, 9, 12, 30)]
TEN = [(n, "mineure", 0, None, False) for n in (1, 2, 3, 8, 9, 12, 13, 17, 18, 30)]
AT_ONCE = [*FIVE[:4], (30, "mineure", 0, None, True)]


@pytest.mark.parametrize(
    ("vector", "kind", "rows", "jour", "decision", "effective"),
    [
        ("V-NC-01", "initial", [], DEBUT, "certifie", 0),
        ("V-NC-02", "initial", FIVE[:4], DEBUT, "certifie", 0),
        ("V-NC-03", "initial", FIVE, date(2021, 6, 11), "en_attente_levee", 1),
        ("V-NC-04", "initial", [(26, "majeure", 0, None, False)], date(2021, 9, 11), "refus", 1),
        ("V-NC-05", "surveillance", [(26, "majeure", 0, None, False)], date(2021, 9, 11),
         "suspension", 1),
        ("V-NC-06", "initial", [(26, "majeure", 0, 83, False)], date(2021, 9, 2), "certifie", 1),
        ("V-NC-07", "initial", [(4, "mineure", 0, None, False)], DEBUT, "en_attente_levee", 1),
        ("V-NC-08", "initial", AT_ONCE, DEBUT, "certifie", 0),
        ("V-NC-09", "initial", TEN, DEBUT, "en_attente_levee", 1),
    ],
)  # fmt: skip
def test_vectors(
    vector: str, kind: str, rows: list[Ecart], jour: date, decision: str, effective: int
) -> None:
    found = one(kind, rows, jour)
    assert (found["decision"], found["majeures_effectives"]) == (decision, effective), vector


def test_v_nc_03_and_10_limits() -> None:
    assert one("initial", FIVE, date(2021, 6, 11))["limite"] == pd.Timestamp("2021-09-10")
    held = ecarts(("A", date(2021, 11, 30), (26, "majeure", 0, None, False)))
    rows = audits(("A", "OF", "initial", date(2021, 11, 30)))
    assert decisions.decisions(rows, held, date(2021, 12, 1)).iloc[0]["limite"] == pd.Timestamp(
        "2022-02-28"
    )


def test_v_nc_11_the_former_audit_is_the_organisation_s_latest_before() -> None:
    rows = audits(
        ("A", "OF", "initial", DEBUT),
        ("B", "OF", "surveillance", date(2022, 12, 1)),
        ("C", "AUTRE", "surveillance", date(2022, 12, 1)),
        ("D", None, "surveillance", date(2022, 12, 1)),
    )
    assert decisions.precedents(rows).fillna("").tolist() == ["", "A", "", ""]
    held = ecarts(("A", DEBUT, (12, "mineure", 0, None, False)))
    found = decisions.decisions(rows, held, date(2022, 12, 2)).set_index("id_audit")
    assert found["majeures"].to_dict() == {"A": 0, "B": 1, "C": 0, "D": 0}
    assert found["decision"]["B"] == "en_attente_levee"
    assert found["decision"]["C"] == found["decision"]["D"] == "certifie"


def test_r_nc_01_a_minor_entered_on_a_fundamental_is_a_major_of_its_own_audit_only() -> None:
    """A major of the former audit is not requalified; one entered as a minor is no exception."""
    rows = audits(("A", "OF", "initial", DEBUT), ("B", "OF", "surveillance", date(2022, 12, 1)))
    for severity in ("mineure", "majeure"):
        held = ecarts(("A", DEBUT, (4, severity, 0, None, False)))
        found = decisions.decisions(rows, held, date(2022, 12, 2)).set_index("id_audit")
        assert found["majeures"].to_dict() == {"A": 1, "B": 0}


def test_a_register_with_no_non_conformity_and_one_with_no_audit() -> None:
    rows = audits(("A", "OF", "initial", DEBUT), ("B", "OF", "initial", date(2030, 1, 1)))
    found = decisions.decisions(rows, ecarts(), DEBUT)
    assert found[["id_audit", "decision"]].to_numpy().tolist() == [["A", "certifie"]]
    assert decisions.decisions(rows.iloc[:0], ecarts(), DEBUT).empty


def test_r_nc_01_severity_that_holds() -> None:
    held = ecarts(*(("A", DEBUT, (n, "mineure", 0, None, False)) for n in (4, 12)))
    assert decisions.gravites(held).tolist() == ["majeure", "mineure"]


def test_limits_hold_at_every_day_of_five_years() -> None:
    """Month ends and leap years: the register's months are the calendar's (C-2)."""
    days = [date(2019, 12, 31) + timedelta(days=n) for n in range(1827)]
    rows = audits(*((f"A{n}", None, "initial", day) for n, day in enumerate(days)))
    major: Ecart = (26, "majeure", 0, None, False)
    held = ecarts(*((f"A{n}", day, major) for n, day in enumerate(days)))
    found = decisions.decisions(rows, held, date(2030, 1, 1))["limite"]
    assert found.dt.date.tolist() == [limite(day, "majeure") for day in days]


def test_the_decision_waits_for_the_end_of_the_day() -> None:
    major: Ecart = (26, "majeure", 0, 92, False)
    last = date(2021, 9, 10)
    assert one("initial", [major], last)["decision"] == "certifie"
    assert one("initial", [major], last + timedelta(days=1))["decision"] == "certifie"
    late: Ecart = (26, "majeure", 0, 93, False)
    assert one("initial", [late], last)["decision"] == "en_attente_levee"
    assert one("initial", [late], last + timedelta(days=1))["decision"] == "refus"
    told_later: Ecart = (26, "majeure", 1, None, False)
    assert one("initial", [told_later], DEBUT)["decision"] == "certifie"
    assert one("initial", [told_later], DEBUT + timedelta(days=1))["decision"] != "certifie"


def test_the_fifth_notification_starts_the_delay_and_the_fifth_clearing_ends_it() -> None:
    spread = [(n, "mineure", rank, None, False) for rank, (n, *_) in enumerate(FIVE)]
    assert one("initial", spread, date(2021, 7, 1))["limite"] == pd.Timestamp("2021-09-14")
    cleared = [*FIVE[:4], (30, "mineure", 0, 20, False), (3, "mineure", 0, 10, False)]
    assert one("initial", cleared, DEBUT + timedelta(days=19))["decision"] == "en_attente_levee"
    assert one("initial", cleared, DEBUT + timedelta(days=20))["decision"] == "certifie"


jours = st.integers(0, 300)
ecart = st.tuples(
    st.integers(1, 32),
    st.sampled_from(["mineure", "majeure"]),
    st.none() | jours,
    st.none() | jours,
    st.booleans(),
)
plusieurs = st.lists(ecart, max_size=9, unique_by=lambda row: row[0])
apres = date(2022, 3, 1)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(list(SANS_LEVEE)), plusieurs, plusieurs), max_size=4), jours
)
def test_a_register_says_what_each_audit_says(
    cases: list[tuple[str, list[Ecart], list[Ecart]]], after: int
) -> None:
    jour = apres + timedelta(days=after)
    rows, held, expected = [], [], []
    for rank, (kind, before, own) in enumerate(cases):
        rows += [
            (f"P{rank}", f"OF{rank}", "initial", DEBUT),
            (f"A{rank}", f"OF{rank}", kind, apres),
        ]
        held += [(f"P{rank}", DEBUT, row) for row in before]
        held += [(f"A{rank}", apres, row) for row in own]
        seen = Audit(
            type_audit=kind,  # type: ignore[arg-type]
            date_audit=apres,
            non_conformites=scalaires(own, apres),
            precedentes=scalaires(before, DEBUT),
        )
        said = regles_audit.decision(seen, jour)
        limit = None if said.limite_majeure is None else pd.Timestamp(said.limite_majeure)
        expected.append((said.mineures, said.majeures, said.majeures_effectives, said.issue, limit))
    found = decisions.decisions(audits(*rows), ecarts(*held), jour)
    mine = found.loc[found["id_audit"].str.startswith("A")]
    columns = ["mineures", "majeures", "majeures_effectives", "decision", "limite"]
    got = [
        tuple(None if pd.isna(cell) else cell for cell in row)
        for row in mine[columns].itertuples(index=False)
    ]
    assert got == expected
