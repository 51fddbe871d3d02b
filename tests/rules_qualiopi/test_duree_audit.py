"""R-AUD-01 to R-AUD-08: exact where the scale is known, refused where it is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.rules import duree_audit
from reportlib.rules.bareme_audit import DELIVERED, Bareme, lire_bareme
from reportlib.rules.duree_audit import Demande
from reportlib.rules.rnq import CATEGORIES


def demande(
    categories: str = "formation", type_audit: str = "initial", **autres: object
) -> Demande:
    kept: dict[str, object] = {"ca": 1_000_000.0, **autres}
    return duree_audit.Demande(
        type_audit=type_audit,  # type: ignore[arg-type]
        categories=frozenset(categories.split()),
        **kept,  # type: ignore[arg-type]
    )


def jours(*args: str, **autres: object) -> float:
    return duree_audit.duree(demande(*args, **autres)).jours


# Vectors of the rules


def test_v_aud_01_first_example_of_the_slides() -> None:
    got = duree_audit.duree(demande("formation bilan vae", ca=2_500_000, nb_sites=17))
    assert (got.jours, got.base, got.sites, got.jours_par_site) == (5.0, 1.5, 4, 0.5)
    assert got.categories == (("formation", 0.5), ("bilan", 0.5), ("vae", 0.5))
    assert got.phrase == "1,5 + 0,5 + 0,5 + 0,5 + 4 × 0,5 = 5 jours"


def test_v_aud_02_second_example_of_the_slides() -> None:
    got = duree_audit.duree(demande("formation vae", ca=300_000, cnefop=True))
    assert (got.jours, got.base, got.sites, got.amenagee) == (0.5, 0.5, 0, True)
    assert got.phrase == "0,5 + 0 + 0 = 0,5 jour"


def test_v_aud_03_one_site_one_million() -> None:
    assert jours(ca=1_000_000) == 2


def test_v_aud_04_cnefop_seventeen_sites() -> None:
    assert jours("formation bilan vae", ca=2_500_000, nb_sites=17, cnefop=True) == 4


def test_v_aud_05_cnefop_apprenticeship() -> None:
    assert jours("apprentissage", ca=300_000, cnefop=True) == 1


def test_v_aud_06_cnefop_the_threshold_is_in_the_upper_line() -> None:
    assert jours(ca=750_000, cnefop=True) == 1
    assert jours(ca=749_999.99, cnefop=True) == 0.5


def test_v_aud_07_sampling() -> None:
    sizes = [2, 3, 6, 7, 12, 13, 17, 20, 21]
    assert [duree_audit.sites_echantillonnes(n) for n in sizes] == [1, 2, 2, 3, 3, 4, 4, 4, 5]


def test_v_aud_08_lower_line() -> None:
    assert jours(ca=100_000) == 1


def test_v_aud_09_middle_line() -> None:
    got = duree_audit.duree(demande(ca=300_000))
    assert (got.jours, got.base, got.phrase) == (1.5, None, "1,5 jour")


# Boundaries of our own


@pytest.mark.parametrize(
    ("ca", "attendu"),
    [(0, 1.0), (149_999.99, 1.0), (150_000, 1.5), (749_999.99, 1.5), (750_000, 2.0)],
)
def test_r_aud_07_thresholds(ca: float, attendu: float) -> None:
    assert jours(ca=ca) == attendu


@pytest.mark.parametrize(
    ("ca", "chacune", "les_quatre_et_trois_sites"),
    [(0, (0.5, 0.5, 0.5, 1.0), 2.5), (750_000, (1.0, 1.0, 1.0, 1.0), 4.0)],
)
def test_r_aud_06_the_reduced_scale_is_whole(
    ca: float, chacune: tuple[float, ...], les_quatre_et_trois_sites: float
) -> None:
    assert tuple(jours(c, ca=ca, cnefop=True) for c in CATEGORIES) == chacune
    whole = jours(" ".join(CATEGORIES), ca=ca, cnefop=True, nb_sites=9)
    assert whole == les_quatre_et_trois_sites


def test_r_aud_03_a_single_site_adds_nothing() -> None:
    assert duree_audit.sites_echantillonnes(1) == 0
    assert duree_audit.duree(demande(nb_sites=1, sites_audites=1)).sites == 0


@pytest.mark.parametrize(
    ("cas", "dit"),
    [
        (demande(type_audit="surveillance"), "aucune tranche"),
        (demande(type_audit="complementaire"), "aucune tranche"),
        (demande("apprentissage"), "apprentissage"),
        (demande("formation apprentissage", ca=2e6), "cellule non établie : apprentissage"),
        (demande("vae", ca=300_000), "base, vae"),
        (demande("formation vae", ca=100_000), "base, formation, vae"),
        (demande(ca=300_000, nb_sites=2), "base, formation, site"),
        (demande("vae", type_audit="extension", nb_sites=4), "sites_audites"),
        (demande(type_audit="renouvellement", ca=300_000, cnefop=True, nb_sites=2), "ordinaire"),
    ],
)
def test_r_aud_07_what_no_source_establishes_is_refused(cas: Demande, dit: str) -> None:
    with pytest.raises(duree_audit.BaremeNonDocumente) as refused:
        duree_audit.duree(cas)
    said = str(refused.value).replace("\u00a0", " ")
    assert said.startswith("Barème non documenté : ")
    assert dit in said


def test_r_aud_08_renewal_lasts_as_the_initial_audit_and_is_never_reduced() -> None:
    initial = jours("formation bilan", nb_sites=17)
    assert jours("formation bilan", "renouvellement", nb_sites=17) == initial
    assert jours("formation bilan", "renouvellement", nb_sites=17, cnefop=True) == initial
    assert jours("formation bilan", nb_sites=17, cnefop=True) < initial


def test_r_aud_08_extension_counts_base_added_category_and_sites() -> None:
    assert jours("vae", "extension") == 2.0
    assert jours("vae", "extension", nb_sites=4, sites_audites=2) == 3.0


def test_r_aud_05_a_follow_up_visits_a_new_site() -> None:
    assert duree_audit.site_nouveau(["A", "B"], ["A", "C"])
    assert not duree_audit.site_nouveau(["A"], ["A", "B"])
    assert not duree_audit.site_nouveau([], ["A"])


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ParameterError, match="au moins un site"):
        duree_audit.sites_echantillonnes(0)
    for wrong in (
        {"ca": -1},
        {"ca": float("nan")},
        {"nb_sites": 0},
        {"nb_sites": 2, "sites_audites": 3},
        {"nb_sites": 2, "sites_audites": -1},
    ):
        with pytest.raises(ParameterError):
            demande(**wrong)
    with pytest.raises(ParameterError, match="conseil"):
        demande("conseil")
    with pytest.raises(ParameterError, match="aucune"):
        demande("")


# The scale is data

COMPLET = """
nom = "essai"
source = "essai"
supplement_nouvel_entrant = 0.5

[[tranches]]
audits = ["surveillance"]
amenagee = false
ca_min = 0
base = 1.0
formation = 0
site = 0.5
source = "essai"
"""


def bareme(tmp_path: Path, text: str) -> Bareme:
    place = tmp_path / "bareme.toml"
    place.write_text(text, encoding="utf-8")
    return lire_bareme(place)


def test_a_user_may_load_another_scale(tmp_path: Path) -> None:
    scale = bareme(tmp_path, COMPLET)
    plain = demande(type_audit="surveillance", nb_sites=9, sites_audites=2)
    assert duree_audit.duree(plain, scale).jours == 2.0
    entrant = demande(type_audit="surveillance", nouvel_entrant=True)
    assert duree_audit.duree(entrant, scale).phrase == "1 + 0 + 0,5 = 1,5 jour"


def test_r_aud_05_a_missing_supplement_is_refused(tmp_path: Path) -> None:
    scale = bareme(tmp_path, COMPLET.replace("supplement_nouvel_entrant = 0.5", ""))
    with pytest.raises(duree_audit.BaremeNonDocumente, match="supplement_nouvel_entrant"):
        duree_audit.duree(demande(type_audit="surveillance", nouvel_entrant=True), scale)
    assert duree_audit.duree(demande(type_audit="surveillance"), scale).jours == 1.0


SECONDE = """
[[tranches]]
audits = ["surveillance"]
amenagee = false
ca_min = 500
source = "essai"
"""


@pytest.mark.parametrize(
    ("avant", "apres", "dit"),
    [
        ("base = 1.0", "base = 0.7", "0.7"),
        ("base = 1.0", "base = -0.5", "-0.5"),
        ("base = 1.0", 'base = "1"', "multiple de 0,5"),
        ("base = 1.0", "bases = 1.0", "Vouliez-vous dire"),
        ("amenagee = false", "", "clé manquante"),
        ("amenagee = false", "amenagee = 0", "true ou false"),
        ('["surveillance"]', '["surveillances"]', "surveillances"),
        ('["surveillance"]', "[]", "Attendu"),
        ("ca_min = 0", "ca_min = -5", "-5"),
        ("supplement_nouvel_entrant = 0.5", "supplement_nouvel_entrant = 0.2", "0.2"),
        ("nom =", "nom", "illisible"),
    ],
)
def test_a_damaged_scale_is_refused(tmp_path: Path, avant: str, apres: str, dit: str) -> None:
    assert avant in COMPLET
    with pytest.raises(ParameterError, match=dit):
        bareme(tmp_path, COMPLET.replace(avant, apres))


def test_two_lines_may_not_cover_the_same_turnover(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="deux tranches couvrent 500"):
        bareme(tmp_path, COMPLET + SECONDE)
    bareme(tmp_path, COMPLET.replace("ca_min = 0", "ca_min = 0\nca_max = 500") + SECONDE)


def test_totals_are_checked_too(tmp_path: Path) -> None:
    total = '\n[[tranches.totaux]]\ncategories = ["{}"]\njours = {}\n'
    bareme(tmp_path, COMPLET + total.format("vae", 1.5))
    for category, length in [("conseil", 1.5), ("vae", 1.3)]:
        with pytest.raises(ParameterError, match="tranche 1"):
            bareme(tmp_path, COMPLET + total.format(category, length))


def test_every_line_of_the_delivered_scale_names_its_source() -> None:
    scale = lire_bareme(DELIVERED)
    assert len(scale.tranches) == 5
    assert all(line.source for line in scale.tranches)


# Invariants

etablies = st.sampled_from(["formation", "bilan", "vae"])
connues = st.builds(
    Demande,
    type_audit=st.sampled_from(["initial", "renouvellement"]),
    ca=st.floats(750_000, 1e9),
    categories=st.frozensets(etablies, min_size=1),
    nb_sites=st.integers(1, 400),
    cnefop=st.booleans(),
)


@given(connues, etablies)
def test_an_audit_never_shortens_when_a_site_or_a_category_is_added(
    held: Demande, category: str
) -> None:
    now = duree_audit.duree(held).jours
    assert duree_audit.duree(replace(held, nb_sites=held.nb_sites + 1)).jours >= now
    wider = replace(held, categories=held.categories | {category})
    assert duree_audit.duree(wider).jours >= now
    assert now % 0.5 == 0


def test_r_aud_02_sampling_is_the_nearest_whole_number() -> None:
    previous = 0
    for n in range(2, 5000):
        sampled = duree_audit.sites_echantillonnes(n)
        assert abs(sampled - n**0.5) < 0.5
        assert previous <= sampled <= n
        previous = sampled
