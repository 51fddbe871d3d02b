"""R-NC-01 to R-NC-09: deadlines, and the decision on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.rules import audit, non_conformites
from reportlib.rules.non_conformites import RANGS, SANS_LEVEE, Audit, NonConformite

JUIN = date(2021, 6, 10)


def mineures(numeros: Iterable[int], notifiee: date = JUIN) -> tuple[NonConformite, ...]:
    return tuple(
        NonConformite(indicateur=n, gravite="mineure", date_notification=notifiee) for n in numeros
    )


def majeure(
    numero: int, notifiee: date | None = JUIN, levee: date | None = None
) -> tuple[NonConformite, ...]:
    one = NonConformite(
        indicateur=numero, gravite="majeure", date_notification=notifiee, date_levee=levee
    )
    return (one,)


def un_audit(
    ecarts: tuple[NonConformite, ...] = (), type_audit: str = "initial", **autres: object
) -> Audit:
    kept = {"date_audit": JUIN, **autres}
    return Audit(type_audit=type_audit, non_conformites=ecarts, **kept)


# Vectors of the rules


def test_v_nc_01_nothing_found() -> None:
    got = audit.decision(un_audit(), JUIN)
    assert (got.issue, got.majeures_effectives, got.limite_majeure) == ("certifie", 0, None)


def test_v_nc_02_four_minors() -> None:
    got = audit.decision(un_audit(mineures([1, 2, 9, 12])), date(2021, 6, 11))
    assert (got.issue, got.mineures, got.limite_mineure) == ("certifie", 4, date(2021, 12, 10))


def test_v_nc_03_five_minors_make_a_major() -> None:
    got = audit.decision(un_audit(mineures([1, 2, 9, 12, 30])), date(2021, 6, 11))
    assert (got.majeures, got.majeures_effectives) == (0, 1)
    assert (got.issue, got.limite_majeure) == ("en_attente_levee", date(2021, 9, 10))
    assert got.limite_verification == date(2021, 10, 10)


def test_v_nc_04_not_cleared_initial() -> None:
    assert audit.decision(un_audit(majeure(26)), date(2021, 9, 11)).issue == "refus"


def test_v_nc_05_not_cleared_follow_up() -> None:
    held = un_audit(majeure(26), "surveillance")
    assert audit.decision(held, date(2021, 9, 11)).issue == "suspension"


def test_v_nc_06_cleared_in_time() -> None:
    cleared = un_audit(majeure(26, levee=date(2021, 9, 1)))
    assert audit.decision(cleared, date(2021, 9, 2)).issue == "certifie"


def test_v_nc_07_a_minor_on_a_fundamental() -> None:
    got = audit.decision(un_audit(mineures([4])), date(2021, 6, 11))
    assert (got.mineures, got.majeures, got.issue) == (0, 1, "en_attente_levee")
    assert "traitée comme majeure" in got.anomalies[0]


def test_v_nc_08_cleared_at_the_audit() -> None:
    last = NonConformite(
        indicateur=30, gravite="mineure", date_notification=JUIN, levee_en_seance=True
    )
    got = audit.decision(un_audit((*mineures([1, 2, 9, 12]), last)), date(2021, 6, 11))
    assert (got.issue, got.mineures) == ("certifie", 4)


def test_v_nc_09_ten_minors_make_one_major() -> None:
    got = audit.decision(un_audit(mineures([1, 2, 3, 8, 9, 12, 13, 17, 18, 19])), JUIN)
    assert (got.mineures, got.majeures_effectives) == (10, 1)


def test_v_nc_10_calendar_months() -> None:
    november = date(2021, 11, 30)
    assert non_conformites.limite(november, "majeure") == date(2022, 2, 28)
    assert non_conformites.limite(november, "mineure") == date(2022, 5, 30)


def test_v_nc_11_a_minor_not_cleared_at_the_next_audit() -> None:
    got = audit.decision(
        un_audit(type_audit="surveillance", precedentes=mineures([12], date(2020, 1, 6))), JUIN
    )
    assert (got.majeures, got.mineures, got.issue) == (1, 0, "en_attente_levee")
    assert got.limite_majeure == date(2021, 9, 10)
    assert got.trace[0].regle == "R-NC-04"


# Boundaries of our own


def test_r_nc_06_the_last_day_is_still_in_time() -> None:
    limit = date(2021, 9, 10)
    assert audit.decision(un_audit(majeure(26)), limit).issue == "en_attente_levee"
    cleared = un_audit(majeure(26, levee=limit))
    assert audit.decision(cleared, limit).issue == "certifie"
    assert audit.decision(cleared, date(2022, 1, 1)).issue == "certifie"


def test_r_nc_06_clearing_the_day_after_changes_nothing() -> None:
    late = audit.decision(un_audit(majeure(26, levee=date(2021, 9, 11))), date(2021, 10, 1))
    assert late.issue == "refus"
    assert any("faire confirmer par le certificateur" in e.phrase for e in late.trace)


def test_r_nc_06_a_clearing_that_is_not_known_yet() -> None:
    later = un_audit(majeure(26, levee=date(2021, 8, 1)))
    assert audit.decision(later, date(2021, 7, 31)).issue == "en_attente_levee"
    assert audit.decision(later, date(2021, 8, 1)).issue == "certifie"


@pytest.mark.parametrize(
    ("type_audit", "issue"),
    [
        ("initial", "refus"),
        ("surveillance", "suspension"),
        ("renouvellement", "non_renouvele"),
        ("extension", "refus"),
        ("complementaire", "suspension"),
    ],
)
def test_r_nc_06_by_type_of_audit(type_audit: str, issue: str) -> None:
    assert audit.decision(un_audit(majeure(26), type_audit), date(2021, 9, 11)).issue == issue


def test_r_nc_03_five_minors_are_cleared_once_four_are_left() -> None:
    five = mineures([1, 2, 9, 12, 30])
    one_less = (*five[:4], replace(five[4], date_levee=date(2021, 8, 1)))
    assert audit.decision(un_audit(one_less), date(2021, 7, 31)).issue == "en_attente_levee"
    done = audit.decision(un_audit(one_less), date(2021, 8, 1))
    assert (done.issue, done.mineures, done.majeures_effectives) == ("certifie", 5, 1)
    assert audit.decision(un_audit(five), date(2021, 9, 11)).issue == "refus"


def test_r_nc_03_the_delay_runs_from_the_fifth_notification() -> None:
    spread = (*mineures([1, 2, 9, 12]), *mineures([30], date(2021, 6, 20)))
    assert audit.decision(un_audit(spread), date(2021, 6, 19)).issue == "certifie"
    assert audit.decision(un_audit(spread), date(2021, 6, 20)).limite_majeure == date(2021, 9, 20)


def test_r_nc_03_one_count_an_indicator_the_most_severe() -> None:
    twice = (*mineures([1, 2, 9, 12, 12]), *majeure(1))
    got = audit.decision(un_audit(twice), JUIN)
    assert (got.mineures, got.majeures, got.majeures_effectives) == (3, 1, 1)


def test_r_nc_04_a_minor_cleared_before_the_next_audit_is_over() -> None:
    before = (replace(mineures([12], date(2020, 1, 6))[0], date_levee=date(2020, 5, 4)),)
    got = audit.decision(un_audit(type_audit="surveillance", precedentes=before), JUIN)
    assert (got.issue, got.majeures, got.risques) == ("certifie", 0, ())


def test_r_nc_04_a_minor_cleared_after_the_next_audit_was_a_major_of_it() -> None:
    before = (replace(mineures([12], date(2020, 1, 6))[0], date_levee=date(2021, 7, 1)),)
    held = un_audit(type_audit="surveillance", precedentes=before)
    assert audit.decision(held, date(2021, 6, 30)).issue == "en_attente_levee"
    done = audit.decision(held, date(2021, 7, 1))
    assert (done.issue, done.majeures) == ("certifie", 1)
    on_the_day = (replace(before[0], date_levee=JUIN),)
    assert audit.decision(replace(held, precedentes=on_the_day), JUIN).majeures == 0


def test_r_nc_01_a_minor_of_before_on_a_fundamental_is_read_as_a_major() -> None:
    before = {"type_audit": "surveillance", "precedentes": mineures([4], date(2020, 1, 6))}
    entered = audit.decision(un_audit(**before), JUIN)
    rightly = audit.decision(un_audit(**{**before, "precedentes": majeure(4)}), JUIN)
    assert (entered.issue, entered.majeures) == (rightly.issue, rightly.majeures)
    assert (
        entered.risques == rightly.risques == ("Majeure de l’audit précédent sans date de levée",)
    )


def test_r_nc_04_where_this_audit_writes_it_its_dates_hold() -> None:
    again = replace(mineures([12])[0], date_levee=date(2021, 7, 1))
    got = audit.decision(
        un_audit((again,), "surveillance", precedentes=mineures([12], date(2020, 1, 6))),
        date(2021, 7, 2),
    )
    assert (got.issue, got.majeures, got.mineures) == ("certifie", 1, 0)
    assert any("Récurrence" in risk for risk in got.risques)


def test_r_nc_07_risks_are_pointed_out_for_a_certificate_already_held() -> None:
    found = (*mineures([1, 2, 9, 12, 30]), *majeure(26))
    assert audit.decision(un_audit(found), date(2021, 9, 11)).risques == ()
    got = audit.decision(un_audit(found, "surveillance"), date(2021, 9, 11)).risques
    assert [risk.split("\u00a0")[0] for risk in got] == [
        "Gravité",
        "Nombre",
        "Majeure non levée sous trois mois",
    ]


@pytest.mark.parametrize(("numero", "gravite"), [(26, "majeure"), (12, "mineure")])
def test_r_nc_08_missing_evidence_is_a_non_conformity(numero: int, gravite: str) -> None:
    assert non_conformites.absence_de_preuve(numero, JUIN).gravite == gravite


def test_r_nc_09_a_subcontractor_s_breach_is_a_major_on_27() -> None:
    got = audit.decision(un_audit((non_conformites.ecart_du_sous_traitant(JUIN),)), JUIN)
    assert (got.majeures, got.issue) == (1, "en_attente_levee")


def test_a_missing_notification_is_said_and_the_audit_s_day_stands_in() -> None:
    got = audit.decision(un_audit(majeure(26, notifiee=None)), JUIN)
    assert got.limite_majeure == date(2021, 9, 10)
    assert "Notification sans date" in got.anomalies[0]


def test_a_clearing_before_the_notification_is_said() -> None:
    got = audit.decision(un_audit(majeure(26, levee=date(2021, 6, 1))), JUIN)
    assert "avant la notification" in got.anomalies[0]


def test_every_decision_is_a_simulation_and_says_how() -> None:
    got = audit.decision(un_audit(mineures([4])), JUIN)
    assert got.mention == "simulation, ne vaut pas décision du certificateur"
    assert got.trace[-1].regle == "R-NC-06"
    assert got.trace[-1].phrase.endswith("en attente de levée.")
    with pytest.raises(ValueError, match="init=False"):
        replace(got, mention="décision")  # type: ignore[call-arg]


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ParameterError, match="avant l’audit du 10\u00a0juin 2021"):
        audit.decision(un_audit(), date(2021, 6, 9))
    with pytest.raises(ParameterError, match="blanc"):
        un_audit(type_audit="blanc")
    with pytest.raises(ParameterError, match="grave"):
        NonConformite(indicateur=1, gravite="grave")  # type: ignore[arg-type]
    with pytest.raises(ParameterError, match="de 1 à 32"):
        NonConformite(indicateur=40, gravite="majeure")


# Invariants

jours = st.integers(0, 300).map(lambda n: JUIN + timedelta(days=n))
ecarts = st.builds(
    NonConformite,
    indicateur=st.integers(1, 32),
    gravite=st.sampled_from(["mineure", "majeure"]),
    date_notification=st.none() | jours,
    date_levee=st.none() | jours,
    levee_en_seance=st.booleans(),
)
plusieurs = st.lists(ecarts, max_size=9, unique_by=lambda nc: nc.indicateur)
audits = st.builds(
    Audit,
    type_audit=st.sampled_from(list(SANS_LEVEE)),
    date_audit=st.just(JUIN),
    non_conformites=plusieurs.map(tuple),
    precedentes=st.lists(ecarts, max_size=3).map(tuple),
)


@given(audits, ecarts, jours)
def test_one_more_indicator_never_improves_a_decision(
    held: Audit, more: NonConformite, jour: date
) -> None:
    written = {nc.indicateur for nc in (*held.non_conformites, *held.precedentes)}
    assume(more.indicateur not in written)
    worse = replace(held, non_conformites=(*held.non_conformites, more))
    before, after = audit.decision(held, jour), audit.decision(worse, jour)
    assert RANGS[after.issue] >= RANGS[before.issue]
    assert after.majeures_effectives >= before.majeures_effectives


@given(audits, jours)
def test_the_issue_agrees_with_the_counts(held: Audit, jour: date) -> None:
    got = audit.decision(held, jour)
    assert got.majeures_effectives == got.majeures + (got.mineures >= 5)
    assert (got.issue == "certifie") == (got.limite_majeure is None)
    assert got.issue in {"certifie", "en_attente_levee", SANS_LEVEE[held.type_audit]}


@given(audits, jours)
def test_once_refused_a_later_day_does_not_undo_it(held: Audit, jour: date) -> None:
    alone = replace(held, precedentes=())
    got = audit.decision(alone, jour)
    later = audit.decision(alone, jour + timedelta(days=40))
    assert RANGS[later.issue] == 2 or RANGS[got.issue] < 2


@given(audits, jours, st.randoms())
def test_the_order_of_the_rows_does_not_matter(held: Audit, jour: date, rng: object) -> None:
    rows = list(held.non_conformites)
    rng.shuffle(rows)  # type: ignore[attr-defined]
    shuffled = audit.decision(replace(held, non_conformites=tuple(rows)), jour)
    straight = audit.decision(held, jour)
    assert replace(shuffled, trace=(), anomalies=()) == replace(straight, trace=(), anomalies=())
