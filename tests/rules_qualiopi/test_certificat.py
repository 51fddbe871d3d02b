"""R-CYC-01 to R-CYC-08: ends, windows, renewal, status on a day; one certificate and a register."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import get_args

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlib.errors import ParameterError
from reportlib.periods import add_months
from reportlib.rules import certificat, certificat_statut, certificats
from reportlib.rules.certificat import SEUILS, Certificat, Delais

SEED, REGLEMENTAIRE = SEUILS["seed"], SEUILS["reglementaire"]
DATES = ("date_contrat", "date_obtention", "date_fin")


def obtenu(jour: date, **autres: object) -> Certificat:
    return Certificat(statut_declare="certifie", date_obtention=jour, **autres)  # type: ignore[arg-type]


def registre(*lignes: Certificat, id_of: list[str] | None = None) -> pd.DataFrame:
    """A frame as intake gives it."""
    columns = {
        name: pd.Series([getattr(c, name) for c in lignes], dtype="datetime64[us]")
        for name in DATES
    }
    declared = pd.Series([c.statut_declare for c in lignes], dtype="str")
    owners = pd.Series(id_of or [f"OF{n}" for n in range(len(lignes))], dtype="str")
    return pd.DataFrame({"id_of": owners, "statut_declare": declared, **columns})


def le_statut(certificat_lu: Certificat, jour: date) -> str:
    return certificat_statut.statut(certificat_lu, jour).statut


# Vectors of the rules


def test_v_cyc_01_before_both_thresholds() -> None:
    day = date(2020, 10, 1)
    for seuil in (SEED, REGLEMENTAIRE):
        assert certificat.validite(obtenu(day), seuil).fin == date(2024, 9, 30)
    assert not certificat.validite(obtenu(day)).divergence
    window = certificat.fenetre_surveillance(day)
    assert window == certificat.Fenetre(date(2021, 12, 1), date(2023, 2, 1))


def test_v_cyc_02_legal_preset() -> None:
    day = date(2021, 3, 15)
    assert certificat.validite(obtenu(day), REGLEMENTAIRE).fin == date(2024, 3, 14)
    window = certificat.fenetre_surveillance(day)
    assert window == certificat.Fenetre(date(2022, 5, 15), date(2023, 1, 15))


def test_v_cyc_03_slides_preset_and_its_warning() -> None:
    got = certificat.validite(obtenu(date(2021, 3, 15)), SEED)
    assert (got.annees, got.fin, got.divergence) == (4, date(2025, 3, 14), True)
    assert "3 ans selon le décret" in got.avertissements[0]
    assert "4 ans selon le diaporama" in got.avertissements[0]


def test_v_cyc_04_last_day_of_2021() -> None:
    assert certificat.annees(date(2021, 12, 31), SEED) == 4


def test_v_cyc_05_the_comparison_is_strict() -> None:
    got = certificat.validite(obtenu(date(2022, 1, 1)), SEED)
    assert (got.annees, got.fin, got.divergence) == (3, date(2024, 12, 31), False)


def test_v_cyc_06_first_day_of_2021() -> None:
    assert certificat.annees(date(2021, 1, 1), REGLEMENTAIRE) == 3


def test_v_cyc_07_renewal() -> None:
    got = certificat.renouvellement(date(2024, 3, 14))
    assert (got.information, got.derniere_date_sure) == (date(2023, 9, 14), date(2023, 11, 14))


def test_v_cyc_08_leap_day() -> None:
    day = date(2024, 2, 29)
    got = certificat.validite(obtenu(day), REGLEMENTAIRE)
    assert (got.annees, got.fin) == (3, date(2027, 2, 27))
    window = certificat.fenetre_surveillance(day)
    assert window == certificat.Fenetre(date(2025, 4, 29), date(2025, 12, 29))


# Boundaries of our own


@pytest.mark.parametrize(
    ("jour", "diverge"),
    [
        (date(2020, 12, 31), False),
        (date(2021, 1, 1), True),
        (date(2021, 12, 31), True),
        (date(2022, 1, 1), False),
    ],
)
def test_r_cyc_02_presets_differ_in_2021_alone(jour: date, diverge: bool) -> None:
    assert certificat.diverge(jour) is diverge


def test_r_cyc_02_presets_by_name() -> None:
    assert certificat.seuil_derogation("seed") == date(2022, 1, 1)
    assert certificat.seuil_derogation("reglementaire") == date(2021, 1, 1)
    with pytest.raises(ParameterError, match="légal"):
        certificat.seuil_derogation("légal")


@pytest.mark.parametrize(
    ("fin", "ecart", "dit"),
    [
        (date(2025, 6, 14), 0, None),
        (date(2025, 6, 15), 1, "toléré"),
        (date(2025, 6, 13), -1, "toléré"),
        (date(2025, 6, 16), 2, "fait foi"),
        (date(2022, 6, 1), -1109, "avant l’obtention"),
    ],
)
def test_r_cyc_03_the_declared_end_prevails(fin: date, ecart: int, dit: str | None) -> None:
    got = certificat.validite(obtenu(date(2022, 6, 15), date_fin=fin))
    assert (got.fin, got.ecart) == (fin, ecart)
    assert len(got.avertissements) == (dit is not None)
    assert dit is None or dit in got.avertissements[0]


def test_r_cyc_02_a_declared_end_settles_a_divergence_and_it_is_said() -> None:
    got = certificat.validite(obtenu(date(2021, 3, 15), date_fin=date(2025, 3, 14)))
    assert got.fin == date(2025, 3, 14)
    assert len(got.avertissements) == 1
    assert "la date de fin déclarée fait foi" in got.avertissements[0]


def test_r_cyc_04_the_longer_window_stops_with_2020() -> None:
    assert certificat.fenetre_surveillance(date(2020, 12, 31)).fin == date(2023, 4, 30)
    assert certificat.fenetre_surveillance(date(2021, 1, 1)).fin == date(2022, 11, 1)


def test_r_cyc_05_delays_are_parameters_in_order() -> None:
    got = certificat.renouvellement(date(2024, 8, 31), Delais(alerte=6, limite=0))
    assert (got.information, got.derniere_date_sure) == (date(2024, 2, 29), date(2024, 8, 31))
    for alerte, limite in [(3, 4), (6, -1)]:
        with pytest.raises(ParameterError, match="0 ≤ limite ≤ alerte"):
            Delais(alerte=alerte, limite=limite)


def test_r_cyc_08_the_obligation() -> None:
    assert date(2022, 1, 1) == certificat.OBLIGATION


def test_an_unknown_certificate_has_no_end() -> None:
    got = certificat.validite(Certificat())
    assert (got.fin, got.ecart, got.divergence, got.avertissements) == (None, None, False, ())
    with pytest.raises(ParameterError, match="valide"):
        Certificat(statut_declare="valide")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("jour", "statut"),
    [
        (date(2022, 1, 9), "non_engage"),
        (date(2022, 1, 10), "en_cours"),
        (date(2022, 6, 14), "en_cours"),
        (date(2022, 6, 15), "certifie"),
        (date(2025, 6, 14), "certifie"),
        (date(2025, 6, 15), "expire"),
    ],
)
def test_r_cyc_07_through_the_cycle(jour: date, statut: str) -> None:
    whole = obtenu(date(2022, 6, 15), date_contrat=date(2022, 1, 10))
    assert le_statut(whole, jour) == statut


JUIN = date(2022, 6, 15)


@pytest.mark.parametrize(
    ("lu", "jour", "statut", "import_"),
    [
        (Certificat(statut_declare="repute", date_obtention=JUIN), JUIN, "repute", True),
        (Certificat(statut_declare="suspendu", date_obtention=JUIN), JUIN, "suspendu", True),
        (
            Certificat(statut_declare="suspendu", date_obtention=JUIN),
            date(2025, 6, 15),
            "expire",
            False,
        ),
        (
            Certificat(statut_declare="retire", date_obtention=JUIN),
            date(2030, 1, 1),
            "retire",
            True,
        ),
        (
            Certificat(statut_declare="retire", date_obtention=JUIN),
            date(2022, 6, 14),
            "inconnu",
            False,
        ),
        (Certificat(statut_declare="certifie"), JUIN, "certifie", True),
        (Certificat(statut_declare="certifie", date_fin=JUIN), JUIN, "certifie", True),
        (
            Certificat(statut_declare="certifie", date_fin=JUIN),
            date(2022, 6, 16),
            "expire",
            False,
        ),
        (Certificat(statut_declare="en_cours"), JUIN, "en_cours", True),
        (Certificat(statut_declare="en_cours", date_obtention=JUIN), JUIN, "certifie", False),
        (Certificat(statut_declare="refuse", date_contrat=JUIN), JUIN, "refuse", True),
        (
            Certificat(statut_declare="refuse", date_contrat=JUIN),
            date(2022, 6, 14),
            "non_engage",
            False,
        ),
        (Certificat(statut_declare="non_engage"), JUIN, "non_engage", True),
        (Certificat(statut_declare="non_engage", date_contrat=JUIN), JUIN, "en_cours", False),
        (Certificat(), JUIN, "inconnu", False),
    ],
)
def test_r_cyc_07_dates_first_then_the_declared_word(
    lu: Certificat, jour: date, statut: str, import_: bool
) -> None:
    got = certificat_statut.statut(lu, jour)
    assert (got.statut, got.etat_import) == (statut, import_)


# A register gives what one certificate gives

DECLARES = [*get_args(certificat.Declare)]
CAS = [
    Certificat(statut_declare=d, date_contrat=c, date_obtention=o, date_fin=f)
    for d, c, o, f in product(
        DECLARES,
        [None, date(2020, 11, 2), date(2023, 5, 31)],
        [None, date(2020, 12, 31), date(2021, 3, 15), date(2024, 2, 29)],
        [None, date(2021, 1, 1), date(2024, 12, 31)],
    )
]


@pytest.mark.parametrize("seuil", [SEED, REGLEMENTAIRE], ids=["seed", "reglementaire"])
@pytest.mark.parametrize(
    "jour",
    [date(2020, 11, 1), date(2021, 1, 1), date(2021, 1, 2), date(2024, 3, 14), date(2027, 2, 28)],
)
def test_statuses_of_a_register_are_those_of_each_certificate(jour: date, seuil: date) -> None:
    got = certificats.statuts(registre(*CAS), jour, seuil)
    one_by_one = [certificat_statut.statut(c, jour, seuil) for c in CAS]
    assert got["statut"].tolist() == [s.statut for s in one_by_one]
    assert got["etat_import"].tolist() == [s.etat_import for s in one_by_one]
    assert set(got["statut"]) <= set(get_args(certificat_statut.Statut))


def attendue(lu: Certificat, seuil: date, delais: Delais) -> dict[str, object]:
    held = certificat.validite(lu, seuil)
    window = certificat.fenetre_surveillance(lu.date_obtention) if lu.date_obtention else None
    again = certificat.renouvellement(held.fin, delais) if held.fin else None
    return {
        "fin": held.fin,
        "fin_calculee": held.fin_calculee,
        "ecart": held.ecart,
        "divergence": held.divergence,
        "surveillance_debut": window and window.debut,
        "surveillance_fin": window and window.fin,
        "information": again and again.information,
        "derniere_date_sure": again and again.derniere_date_sure,
    }


def lues(dates: pd.DataFrame) -> list[dict[str, object]]:
    return [
        {
            name: None if pd.isna(v) else v.date() if isinstance(v, pd.Timestamp) else v
            for name, v in row.items()
        }
        for row in dates.to_dict("records")
    ]


@pytest.mark.parametrize("delais", [Delais(), Delais(alerte=12, limite=1)])
@pytest.mark.parametrize("seuil", [SEED, REGLEMENTAIRE], ids=["seed", "reglementaire"])
def test_due_dates_of_a_register_are_those_of_each_certificate(seuil: date, delais: Delais) -> None:
    several = CAS[::7]
    got = lues(certificats.echeances(registre(*several), seuil, delais))
    assert got == [attendue(c, seuil, delais) for c in several]


def test_due_dates_of_a_register_on_every_day_of_the_turn() -> None:
    every_day = [obtenu(date(2020, 12, 1) + timedelta(days=n)) for n in range(1200)]
    got = lues(certificats.echeances(registre(*every_day)))
    assert got == [attendue(c, REGLEMENTAIRE, Delais()) for c in every_day]


def test_a_missing_declared_status_is_unknown_and_an_empty_register_is_empty() -> None:
    one = registre(Certificat()).assign(statut_declare=pd.Series([None], dtype="str"))
    assert certificats.statuts(one, JUIN)["statut"].tolist() == ["inconnu"]
    none = registre(Certificat()).iloc[:0]
    assert certificats.statuts(none, JUIN).shape == (0, 2)
    assert len(certificats.echeances(none)) == 0
    assert len(certificats.en_vigueur(none, JUIN)) == 0


def test_an_organisation_with_several_certificates_counts_once() -> None:
    rows = registre(
        obtenu(date(2019, 1, 7)),
        obtenu(date(2022, 1, 10)),
        obtenu(date(2023, 1, 9)),
        Certificat(statut_declare="en_cours"),
        Certificat(statut_declare="refuse"),
        Certificat(statut_declare="en_cours"),
        id_of=["A", "A", "A", "A", "B", "B"],
    ).assign(id_of=lambda t: t["id_of"])
    rows.loc[len(rows)] = [float("nan"), "certifie", pd.NaT, pd.NaT, pd.NaT]
    before = rows.copy()
    got = certificats.en_vigueur(rows, date(2023, 6, 1))
    assert got["id_of"].tolist() == ["A", "B"]
    assert got["statut"].tolist() == ["certifie", "en_cours"]
    assert got["date_obtention"].iloc[0] == pd.Timestamp(2023, 1, 9)
    pd.testing.assert_frame_equal(rows, before)


def audits(*dates: date, id_of: str = "OF0") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id_of": pd.Series([id_of] * len(dates), dtype="str"),
            "type_audit": pd.Series(["surveillance"] * len(dates), dtype="str"),
            "date_audit": pd.Series(list(dates), dtype="datetime64[us]"),
        }
    )


@pytest.mark.parametrize(
    ("jour", "audite", "attendu"),
    [
        (date(2023, 8, 14), audits(), "a_venir"),
        (date(2023, 8, 15), audits(), "ouverte"),
        (date(2024, 2, 14), audits(), "ouverte"),
        (date(2024, 2, 15), audits(), "bientot_close"),
        (date(2024, 4, 15), audits(), "bientot_close"),
        (date(2024, 4, 16), audits(), "depassee"),
        (date(2024, 4, 16), audits(date(2024, 4, 16)), "faite"),
        (date(2024, 4, 16), audits(date(2024, 4, 17)), "depassee"),
        (date(2024, 4, 16), audits(date(2022, 6, 14)), "depassee"),
        (date(2024, 4, 16), audits(date(2023, 9, 1), id_of="autre"), "depassee"),
        (date(2024, 4, 16), None, "a_verifier"),
        (date(2023, 8, 14), None, "a_venir"),
    ],
)
def test_r_cyc_04_where_the_follow_up_stands(
    jour: date, audite: pd.DataFrame | None, attendu: str
) -> None:
    got = certificats.surveillances(registre(obtenu(JUIN)), audite, jour)
    assert got.tolist() == [attendu]


def test_no_follow_up_where_the_certificate_does_not_hold() -> None:
    rows = registre(obtenu(JUIN), Certificat(statut_declare="certifie"))
    assert certificats.surveillances(rows, None, date(2025, 6, 15)).isna().all()


# Invariants


def test_ends_hold_at_every_day_of_twenty_years() -> None:
    for n in range(365 * 20 + 5):
        day = date(2015, 1, 1) + timedelta(days=n)
        end = certificat.fin_calculee(day)
        months = 12 * certificat.annees(day)
        assert end + timedelta(days=1) == add_months(day, months)
        assert (add_months(day, months).year, add_months(day, months).month) == (
            day.year + months // 12,
            day.month,
        )
        window = certificat.fenetre_surveillance(day)
        assert day < window.debut < window.fin < end


days = st.dates(date(2019, 1, 1), date(2028, 12, 31))
lus = st.builds(
    Certificat,
    statut_declare=st.sampled_from(DECLARES),
    date_contrat=st.none() | days,
    date_obtention=st.none() | days,
    date_fin=st.none() | days,
)


@given(lus, days, st.sampled_from([SEED, REGLEMENTAIRE]))
def test_a_status_changes_only_where_the_dates_say(lu: Certificat, jour: date, seuil: date) -> None:
    end = certificat.validite(lu, seuil).fin
    turns = {lu.date_contrat, lu.date_obtention, end and end + timedelta(days=1)}
    today = certificat_statut.statut(lu, jour, seuil)
    before = certificat_statut.statut(lu, jour - timedelta(days=1), seuil)
    assert today == before or jour in turns
    assert today.statut in get_args(certificat_statut.Statut)


@given(lus, days)
def test_a_certificate_never_holds_out_of_its_dates(lu: Certificat, jour: date) -> None:
    end = certificat.validite(lu).fin
    outside = (lu.date_obtention is not None and jour < lu.date_obtention) or (
        end is not None and lu.date_obtention is not None and jour > end
    )
    assert le_statut(lu, jour) != "certifie" or not outside
