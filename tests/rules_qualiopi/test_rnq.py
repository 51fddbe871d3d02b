"""R-RNQ-01 to R-RNQ-13, R-CYC-09: the standard as data, and what applies to whom."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.rules import rnq, rnq_profils
from reportlib.rules.rnq_profils import Profil

ATTENDUS = Path(__file__).with_name("profils_attendus.csv")
"""Table of the slides « Types d'actions / Nb total indicateurs », and public counts by profile,
indicator by indicator: independent of the package's derivation."""

FORMATION = Profil(categories=frozenset({"formation"}))
PROFILS = {
    "af_base": FORMATION,
    "af_afest": replace(FORMATION, afest=True),
    "af_certifiante": replace(FORMATION, certifiante=True),
    "alternance": replace(FORMATION, certifiante=True, alternance=True),
    "bilan_competences": Profil(categories=frozenset({"bilan"})),
    "vae": Profil(categories=frozenset({"vae"})),
    "apprentissage": Profil(categories=frozenset({"apprentissage"})),
}


def attendu(profil: str) -> frozenset[int]:
    with ATTENDUS.open(encoding="utf-8", newline="") as lines:
        return frozenset(int(r["indicateur"]) for r in csv.DictReader(lines) if r[profil] == "1")


def nombre(profil: Profil) -> int:
    return len(rnq_profils.indicateurs_applicables(profil))


def audites(profil: Profil) -> int:
    return len(rnq_profils.indicateurs_audites(replace(profil, cnefop=True)))


def test_r_rnq_01_thirty_two_indicators_in_order() -> None:
    assert [i.numero for i in rnq.referentiel()] == list(range(1, 33))
    assert len(rnq.criteres()) == 7


def test_r_rnq_02_bounds_of_the_criteria() -> None:
    bounds = [(c.indicateurs[0], c.indicateurs[-1]) for c in rnq.criteres()]
    assert bounds == [(1, 3), (4, 8), (9, 16), (17, 20), (21, 22), (23, 29), (30, 32)]
    assert [n for c in rnq.criteres() for n in c.indicateurs] == list(range(1, 33))
    assert [c.phase for c in rnq.criteres()][:3] == ["INFORMER", "CONCEVOIR", "METTRE EN PLACE"]


def test_r_rnq_03_common_and_specific() -> None:
    specific = [i.numero for i in rnq.referentiel() if i.specifique]
    assert specific == [3, 7, 8, 13, 14, 15, 16, 20, 28, 29]
    assert sum(not i.specifique for i in rnq.referentiel()) == 22


@pytest.mark.parametrize("nom", PROFILS)
def test_r_rnq_04_each_profile_indicator_by_indicator(nom: str) -> None:
    assert rnq_profils.indicateurs_applicables(PROFILS[nom]) == attendu(nom)


def test_r_rnq_04_counts_of_the_slides_and_of_the_public_pages() -> None:
    counts = {name: nombre(profil) for name, profil in PROFILS.items()}
    assert counts == {
        "af_base": 23,
        "af_afest": 24,
        "af_certifiante": 26,
        "alternance": 28,
        "bilan_competences": 22,
        "vae": 24,
        "apprentissage": 32,
    }
    assert nombre(replace(FORMATION, alternance=True)) == 25
    assert nombre(replace(FORMATION, certifiante=True, stage=True)) == 27
    assert nombre(rnq_profils.PROFIL_MINIMAL_PTP) == 26


def test_r_rnq_05_and_06_the_two_lists_are_a_partition() -> None:
    major = {4, 5, 6, 7, 10, 11, 14, 15, 16, 20, 21, 22, 26, 27, 29, 31, 32}
    either = {1, 2, 3, 8, 9, 12, 13, 17, 18, 19, 23, 24, 25, 28, 30}
    assert (rnq.fondamentaux(), rnq.ponderables()) == (major, either)
    assert (len(rnq.fondamentaux()), len(rnq.ponderables())) == (17, 15)
    assert rnq.fondamentaux() | rnq.ponderables() == set(range(1, 33))
    assert not rnq.fondamentaux() & rnq.ponderables()


def test_r_rnq_07_reduced_audits() -> None:
    common = {i.numero for i in rnq.referentiel() if i.cnefop}
    assert common == {1, 2, 11, 12, 22, 24, 25, 26, 32}
    counts = {name: audites(profil) for name, profil in PROFILS.items()}
    assert counts == {
        "af_base": 10,
        "af_afest": 11,
        "af_certifiante": 13,
        "alternance": 15,
        "bilan_competences": 9,
        "vae": 11,
        "apprentissage": 19,
    }
    assert audites(replace(FORMATION, certifiante=True, stage=True)) == 14


def test_r_rnq_07_only_the_initial_audit_is_reduced() -> None:
    holder = replace(FORMATION, cnefop=True)
    assert len(rnq_profils.indicateurs_audites(holder, "renouvellement")) == 23
    assert len(rnq_profils.indicateurs_audites(FORMATION)) == 23


def test_r_rnq_08_afnor_top_10() -> None:
    assert rnq.top_10_afnor() == (1, 2, 26, 12, 9, 5, 11, 6, 10, 30)
    assert sorted(i.rang_afnor for i in rnq.referentiel() if i.rang_afnor) == list(range(1, 11))


def test_r_rnq_09_new_entrants_two_lists() -> None:
    entrant = replace(PROFILS["apprentissage"], nouvel_entrant=True)
    assert rnq_profils.allegements(entrant, "2021") == {3, 22, 24, 25, 26}
    assert rnq_profils.allegements(entrant) == {2, 3, 11, 13, 14, 19, 22, 24, 25, 26, 32}
    assert rnq_profils.allegements(PROFILS["apprentissage"]) == frozenset()
    assert 3 not in rnq_profils.allegements(replace(FORMATION, nouvel_entrant=True))


@pytest.mark.parametrize("profil", PROFILS.values(), ids=PROFILS)
def test_r_rnq_10_indicator_12_always_applies(profil: Profil) -> None:
    assert 12 in rnq_profils.indicateurs_applicables(profil)


def test_r_rnq_11_total_subcontracting_audits_everything() -> None:
    holder = replace(PROFILS["af_certifiante"], cnefop=True)
    total = replace(holder, sous_traitance="totale")
    assert len(rnq_profils.indicateurs_audites(total)) == 26
    assert len(rnq_profils.indicateurs_audites(replace(holder, sous_traitance="partielle"))) == 13


def test_27_is_counted_and_without_object_when_nothing_is_subcontracted() -> None:
    assert rnq_profils.sans_objet(FORMATION) == {27}
    assert 27 in rnq_profils.indicateurs_applicables(FORMATION)
    assert rnq_profils.sans_objet(replace(FORMATION, portage=True)) == frozenset()
    assert rnq_profils.sans_objet(replace(FORMATION, sous_traitance="partielle")) == frozenset()


@pytest.mark.parametrize(
    ("role", "certifie", "nda_actif", "attendu"),
    [
        ("co_traitant", True, None, ()),
        ("co_traitant", False, True, ("certification Qualiopi",)),
        ("co_traitant", None, True, ("certification Qualiopi à vérifier",)),
        ("sous_traitant", False, True, ()),
        ("sous_traitant", True, False, ("numéro de déclaration d’activité actif",)),
        ("porte", False, False, ()),
    ],
)
def test_r_rnq_12_and_13_partners(
    role: str, certifie: bool | None, nda_actif: bool | None, attendu: tuple[str, ...]
) -> None:
    got = rnq_profils.exigences_manquantes(role, certifie=certifie, nda_actif=nda_actif)
    assert got == attendu


def test_r_cyc_09_least_review_of_a_follow_up() -> None:
    reviewed = rnq_profils.revus_en_surveillance(PROFILS["apprentissage"])
    assert reviewed == rnq.fondamentaux() | {1, 3, 17, 19}
    plain = rnq_profils.revus_en_surveillance(FORMATION, anterieures=[12, 14])
    assert plain == {1, 4, 5, 6, 10, 11, 12, 17, 19, 21, 22, 26, 27, 31, 32}


def test_what_is_unknown_is_refused() -> None:
    with pytest.raises(ParameterError, match="de 1 à 32"):
        rnq.indicateur(33)
    with pytest.raises(ParameterError, match="de 1 à 32"):
        rnq.indicateur(0)
    with pytest.raises(ParameterError, match="conseil"):
        Profil(categories=frozenset({"conseil"}))
    with pytest.raises(ParameterError, match="aucune"):
        Profil(categories=frozenset())
    with pytest.raises(ParameterError, match="cotraitant"):
        rnq_profils.exigences_manquantes("cotraitant", certifie=True, nda_actif=True)


FLAGS = ("certifiante", "alternance", "afest", "stage", "portage", "nouvel_entrant")
profils = st.builds(
    Profil,
    categories=st.frozensets(st.sampled_from(rnq.CATEGORIES), min_size=1),
    sous_traitance=st.sampled_from(["aucune", "partielle", "totale"]),
    **dict.fromkeys(FLAGS, st.booleans()),
)


@given(profils, profils)
def test_a_union_of_profiles_is_monotone(one: Profil, other: Profil) -> None:
    applicable = rnq_profils.indicateurs_applicables
    assert applicable(one) | applicable(other) <= applicable(one | other)


@given(profils)
def test_several_categories_are_the_union_of_each(profil: Profil) -> None:
    alone = [replace(profil, categories=frozenset({c})) for c in profil.categories]
    applicable = rnq_profils.indicateurs_applicables
    assert applicable(profil) == frozenset().union(*map(applicable, alone))


@given(profils)
def test_an_audit_looks_at_nothing_that_does_not_apply(profil: Profil) -> None:
    for cnefop in (True, False):
        held = replace(profil, cnefop=cnefop)
        assert rnq_profils.indicateurs_audites(held) <= rnq_profils.indicateurs_applicables(held)


def test_a_missing_condition_in_the_data_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    loose = tuple(replace(i, condition="") for i in rnq.referentiel())
    monkeypatch.setattr(rnq_profils, "referentiel", lambda: loose)
    assert nombre(FORMATION) != 23
