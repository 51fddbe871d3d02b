"""Measures of Qualiopi that are functions: recomputed in SQL, or worked by hand from the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from math import isnan
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

import reportlib.rules
from reportlib.indicators import qualiopi_chiffres_cites, qualiopi_enquete, qualiopi_nationales
from reportlib.indicators.qualiopi import INDICATORS
from reportlib.indicators.qualiopi_audits import decisions
from reportlib.indicators.qualiopi_citations import REPERE_CNEFOP
from reportlib.indicators.qualiopi_estimations import cout_estime, durees_estimees
from reportlib.indicators.qualiopi_profils import profils
from reportlib.indicators.qualiopi_rythmes import rythmes
from reportlib.indicators.qualiopi_verbatims import verbatims_diffusables
from reportlib.periods import Period
from reportlib.settings import Settings
from tests.recalcul.moteur import Recalcul
from tests.recalcul.mutations_qualiopi import SOCLE
from tests.recalcul.plan import ANNEES, PLAN
from tests.recalcul.registres import jeu, registres

RECALCULEES = (
    "QA-05", "QA-06", "QA-07", "QA-08", "QA-10", "QA-19", "QA-20", "QA-23", "QA-24",
)  # fmt: skip
TARD = date(2024, 12, 31)
SERIES = """(
    SELECT date, coalesce(territoire, 'France') AS territoire, source,
        unnest(['certifies', 'en_cours', 'total', 'opac', 'datadock']) AS serie,
        unnest([certifies, en_cours, certifies + en_cours, opac, datadock]) AS valeur
    FROM certifications_nationales
)"""
"""Each figure of the series, empty ones included; « territoire : défaut France »."""

Nombres = list[tuple[Any, ...]]


def lues(table: pd.DataFrame, *colonnes: str) -> Nombres:
    """The rows of a table as tuples, sorted; days as dates, numbers as floats, missing as None."""
    lignes = table[list(colonnes)].astype("object").to_numpy().tolist()
    return triees(tuple(_simple(valeur) for valeur in ligne) for ligne in lignes)


def triees(lignes: Iterable[tuple[Any, ...]]) -> Nombres:
    simples = [tuple(_simple(valeur) for valeur in ligne) for ligne in lignes]
    return sorted(simples, key=lambda ligne: [str(valeur) for valeur in ligne])


def _simple(valeur: Any) -> Any:
    if valeur is None or pd.isna(valeur):
        return None
    if isinstance(valeur, pd.Timestamp):
        return valeur.date()
    if isinstance(valeur, str | date | bool):
        return valeur
    return round(float(valeur), 9)


def pose(sql: Recalcul, annee: int) -> Recalcul:
    return sql.poser((date(annee, 1, 1), date(annee, 12, 31)))


def test_every_record_and_breakdown_of_the_family_is_recomputed() -> None:
    recalculees = {
        id_: {nom for par in recalcule.ventilations for nom in par}
        for id_, recalcule in PLAN.items()
        if id_.startswith("QA")
    }
    assert recalculees == {fiche.id: set(fiche.ventilations) for fiche in INDICATORS}


def test_qa_01_national_points(verite, recalcul_verite) -> None:
    obtenus = qualiopi_nationales.points(verite, TARD)
    attendus = recalcul_verite.lignes(
        f"SELECT date, territoire, serie, valeur, source FROM {SERIES} WHERE valeur IS NOT NULL"
    )
    assert lues(obtenus, "date", "territoire", "serie", "valeur", "source") == triees(attendus)
    assert not obtenus["ecarte"].any()
    le_jour = qualiopi_nationales.points(verite, date(2021, 3, 15), "France")
    assert le_jour["date"].max() == pd.Timestamp("2021-03-15")
    assert set(le_jour["territoire"]) == {"France"}


def test_contradictions_of_one_month() -> None:
    donnees = jeu(
        registres(
            certifications_nationales=[
                {"date": "2021-03-01", "certifies": 100, "en_cours": 5, "source": "A"},
                {"date": "2021-03-31", "certifies": 101, "en_cours": 5, "source": "B"},
                {"date": "2021-04-01", "certifies": 102, "source": "C"},
                {"date": "2021-03-15", "certifies": 7, "territoire": "Alsace", "source": "D"},
            ]
        )
    )
    trouvees = qualiopi_nationales.contradictions(donnees)
    assert lues(trouvees, "serie", "mois", "valeur", "source") == [
        ("certifies", "2021-03", 100.0, "A"),
        ("certifies", "2021-03", 101.0, "B"),
        ("total", "2021-03", 105.0, "A"),
        ("total", "2021-03", 106.0, "B"),
    ]


def test_qa_03_and_qa_04_national_rates_with_their_base(verite, recalcul_verite) -> None:
    taux = qualiopi_nationales.taux_nationaux(verite, TARD)
    avec_base = taux.loc[taux["date"] == pd.Timestamp("2021-03-15")]
    assert lues(avec_base, "id", "numerator", "denominator", "value") == triees(
        recalcul_verite.lignes(
            """SELECT id, n, base, 100.0 * n / base FROM (
                SELECT unnest([certifies, certifies, certifies + en_cours, certifies + en_cours])
                        AS n,
                    unnest(['QA-03', 'QA-03', 'QA-04', 'QA-04']) AS id,
                    unnest([opac, datadock, opac, datadock]) AS base
                FROM certifications_nationales WHERE date = DATE '2021-03-15'
            )"""
        )
    )
    assert {round(valeur, 1) for valeur in avec_base["value"]} == {10.4, 15.1, 17.7, 25.8}
    exacts = taux.loc[taux["state"] == "exact"]
    egal = exacts["value"] - 100 * exacts["numerator"] / exacts["denominator"]
    assert (egal.abs() < 1e-9).all()
    assert taux["base"].ne("").all()
    assert taux.loc[taux["state"] != "exact", "value"].isna().all()


def test_a_national_base_of_zero_has_no_rate() -> None:
    point = {"date": "2021-03-15", "certifies": 4, "en_cours": 1, "opac": 0, "source": "A"}
    donnees = jeu(registres(certifications_nationales=[point]))
    taux = qualiopi_nationales.taux_nationaux(donnees, TARD).query("denominator == 0")
    assert lues(taux, "id", "value", "state") == [
        ("QA-03", None, "sans_objet"),
        ("QA-04", None, "sans_objet"),
    ]


def test_qa_05_from_a_point_to_the_next(verite, recalcul_verite) -> None:
    attendues = recalcul_verite.lignes(
        f"""SELECT serie, lag(date) OVER suite AS date_avant, date, valeur - lag(valeur) OVER suite,
            100.0 * valeur / lag(valeur) OVER suite - 100, date - lag(date) OVER suite
        FROM {SERIES}
        WHERE territoire = 'France' AND valeur IS NOT NULL
            AND serie IN ('certifies', 'en_cours', 'total')
        WINDOW suite AS (PARTITION BY serie ORDER BY date)
        QUALIFY date_avant IS NOT NULL"""
    )
    obtenues = qualiopi_nationales.evolutions(verite, TARD)
    colonnes = ("serie", "date_avant", "date", "difference", "taux", "jours")
    assert lues(obtenues, *colonnes) == triees(attendues)


def test_qa_05_no_rate_from_zero() -> None:
    points = [
        {"date": f"2021-0{mois}-01", "certifies": valeur, "source": "A"}
        for mois, valeur in ((1, 0), (3, 8))
    ]
    obtenues = qualiopi_nationales.evolutions(
        jeu(registres(certifications_nationales=points)), TARD
    )
    assert lues(obtenues, "difference", "taux", "jours") == [(8.0, None, 59.0)]


def test_qa_06_and_qa_07_quoted_figures(verite) -> None:
    """R-ADO-01: 8 304 / 1,10 and 5 860 / 1,25, a rate of « 10 % » being between 9,5 and 10,5."""
    implicites = qualiopi_chiffres_cites.implicites(verite, TARD)
    noms = ("serie", "implicite", "minimum", "maximum", "publie")
    assert lues(implicites, *noms) == [
        ("certifies", round(8304 / 1.10, 9), 7515.0, 7583.0, 7500.0),
        ("en_cours", 4688.0, 4670.0, 4706.0, None),
    ]
    controle = qualiopi_chiffres_cites.controles(verite, TARD).iloc[0]
    hausse = 8304 - 8304 / 1.10
    assert (controle["annoncee"], controle["minimum"], controle["maximum"]) == (1000, 721, 789)
    assert controle["calculee"] == pytest.approx(hausse)
    assert controle["ecart"] == pytest.approx(1000 - hausse)
    assert not controle["coherent"]
    lectures = qualiopi_chiffres_cites.valeurs_en_presence(verite, TARD)
    certifies = lectures.loc[lectures["serie"] == "certifies", "valeur"]
    assert certifies.tolist() == pytest.approx([7500, 8304 / 1.10, 8304 - 1000])
    avant = qualiopi_chiffres_cites.controles(verite, date(2021, 3, 14))
    assert avant.empty


def test_qa_08_the_mark_of_2019() -> None:
    assert (REPERE_CNEFOP.annee, REPERE_CNEFOP.valeur, REPERE_CNEFOP.unite) == (2019, 11.5, "%")


@pytest.mark.parametrize("annee", ANNEES)
def test_qa_10_and_qa_25_of_each_year(annee: int, verite, recalcul_verite) -> None:
    periode = Period.year(annee)
    sql = pose(recalcul_verite, annee)
    ((repondants,),) = sql.lignes("SELECT count(*) FROM repondants")
    taux = qualiopi_enquete.taux_de_reponse(verite, periode, interroges=repondants + 50)
    assert taux.repondants == repondants
    assert taux.value == pytest.approx(100 * repondants / (repondants + 50))
    inconnu = qualiopi_enquete.taux_de_reponse(verite, periode)
    assert inconnu.value is None or isnan(inconnu.value)
    textes = sql.lignes(
        "SELECT campagne FROM repondants WHERE accord_diffusion AND verbatim IS NOT NULL"
    )
    imprimes = verbatims_diffusables(verite, periode)
    assert lues(imprimes, "campagne") == triees(textes)
    assert imprimes["id_of"].isna().all()


def simulees(sql: Recalcul) -> Nombres:
    return triees(
        sql.lignes(
            """SELECT id_audit, nb_mineures, nb_majeures, nb_effectives, decision, limite
            FROM decisions_simulees"""
        )
    )


COLONNES = ("id_audit", "mineures", "majeures", "majeures_effectives", "decision", "limite")


@pytest.mark.parametrize("annee", ANNEES)
def test_qa_16_every_audit_of_the_year(annee: int, verite, recalcul_verite) -> None:
    obtenues = decisions(verite, Period.year(annee))
    assert lues(obtenues, *COLONNES) == simulees(pose(recalcul_verite, annee))


@pytest.mark.parametrize(
    ("ancien", "nouveau"),
    [
        ("AND NOT en_seance", ""),
        ("list_sort(list(notification))[5]", "max(notification)"),
        ("'DESC')[5]", "'DESC')[1]"),
        ("coalesce(n.date_notification, a.date_audit) AS", "a.date_audit AS"),
        ("p.date_audit DESC, p.id_audit DESC", "p.date_audit, p.id_audit"),
    ],
    ids=["levée en séance", "dernière notification", "toutes levées", "date d'audit", "premier"],
)
def test_a_defect_in_a_decision_is_seen(ancien: str, nouveau: str) -> None:
    """Five minors told on two days, one cleared; three audits of one organisation."""
    notifiees = ["2022-05-10"] * 4 + ["2022-09-30"]
    tables = registres(
        audits_qualiopi=[
            _audit("cinq", "2022-05-10", None),
            _audit("levee", "2022-10-10", None),
            _audit("A1", "2022-01-10", "OF1"),
            _audit("A2", "2022-02-10", "OF1"),
            _audit("A3", "2022-11-10", "OF1"),
        ],
        non_conformites=[
            *(
                _mineure("cinq", numero, jour)
                for numero, jour in zip((1, 2, 9, 12, 30), notifiees, strict=True)
            ),
            {**_mineure("cinq", 17, "2022-06-30"), "date_levee": "2022-12-01"},
            {**_mineure("cinq", 18, None), "levee_en_seance": True},
            *(_mineure("levee", numero, None) for numero in (1, 2, 9, 12)),
            {**_mineure("levee", 30, None), "date_levee": "2022-12-01"},
            {**_mineure("A1", 9, None), "date_levee": "2022-12-30"},
            _mineure("A2", 12, "2022-02-28"),
        ],
    )
    attendues = lues(decisions(jeu(tables), Period.year(2022)), *COLONNES)
    juste = pose(Recalcul().lire_tables(tables), 2022)
    faux = pose(Recalcul((SOCLE, ancien, nouveau)).lire_tables(tables), 2022)
    assert simulees(juste) == attendues
    assert simulees(faux) != attendues


def _audit(nom: str, jour: str, id_of: str | None) -> dict[str, Any]:
    return {"id_audit": nom, "id_of": id_of, "type_audit": "surveillance", "date_audit": jour}


def _mineure(audit: str, numero: int, jour: str | None) -> dict[str, Any]:
    ecart = {"id_audit": audit, "indicateur": numero, "gravite": "mineure"}
    return {**ecart, "date_notification": jour}


def test_qa_19_published_examples() -> None:
    """V-AUD-01, V-AUD-02, V-AUD-06; no number where the scale is not established."""
    organismes = [
        _organisme("V1", 2_500_000, 17, "formation;bilan;vae"),
        _organisme("V2", 300_000, 1, "formation;vae"),
        _organisme("V6", 750_000, 1, "formation"),
        _organisme("V9", 300_000, None, "formation"),
    ]
    labels = [
        {"id_of": nom, "statut_declare": "en_cours", "cnefop": nom in ("V2", "V6")}
        for nom in ("V1", "V2", "V6", "V9")
    ]
    donnees = jeu(registres(organismes=organismes, certificats_qualiopi=labels))
    initiales = {}
    for nom in ("V1", "V2", "V6", "V9"):
        estimees = {une.type_audit: une for une in durees_estimees(donnees, nom, TARD, Settings())}
        initiale = estimees["initial"].duree
        assert initiale is not None
        initiales[nom] = initiale.jours
        assert estimees["surveillance"].duree is None
        assert estimees["surveillance"].message
    assert initiales == {"V1": 5.0, "V2": 0.5, "V6": 1.0, "V9": 1.5}


def _organisme(nom: str, ca: int, sites: int | None, categories: str) -> dict[str, Any]:
    autres = {"nb_sites": sites, "categories": categories}
    return {"id_of": nom, "denomination": nom, "ca_formation": ca, **autres}


@pytest.mark.parametrize(
    ("annees", "audits", "total", "par_an"),
    [(3, 1, "5150", "1716.67"), (3, 2, "5650", "1883.33"), (4, 1, "5400", "1350.00")],
    ids=["V-COUT-01", "V-COUT-03", "V-COUT-05"],
)
def test_qa_20_published_examples(annees: int, audits: int, total: str, par_an: str) -> None:
    donnees = jeu(registres(organismes=[_organisme("V1", 1, 1, "formation")]))
    estime = cout_estime(donnees, "V1", TARD, annees=annees, audits=audits)
    assert (estime.cout.total, estime.cout.annualise) == (Decimal(total), Decimal(par_an))
    assert estime.audits_connus == 0


def test_qa_20_the_prices_that_audits_tell() -> None:
    """3 000 + 900 + 2 × 700 + 3 × 250: the mean of what is known on the day."""
    prix = [
        ("2022-01-10", 600.0),
        ("2022-06-30", 800.0),
        ("2022-07-01", 9000.0),
        ("2022-01-11", None),
    ]
    donnees = jeu(
        registres(
            organismes=[_organisme("V1", 1, 1, "formation")],
            audits_qualiopi=[
                {**_audit(f"A{rang}", jour, "V1"), "cout_ht": montant}
                for rang, (jour, montant) in enumerate(prix)
            ],
        )
    )
    estime = cout_estime(donnees, "V1", date(2022, 6, 30), audits=2)
    assert (estime.cout.total, estime.audits_connus) == (Decimal("6050"), 2)


def test_qa_23_pace_to_the_deadline(verite, recalcul_verite) -> None:
    echeance = date(2022, 1, 1)
    attendus = recalcul_verite.lignes(
        """SELECT date, date - lag(date) OVER suite,
            (certifies - lag(certifies) OVER suite) / (date - lag(date) OVER suite),
            DATE '2022-01-01' - date,
            CASE WHEN date < DATE '2022-01-01'
                THEN greatest(55000 - certifies, 0) / (DATE '2022-01-01' - date) END
        FROM certifications_nationales WHERE coalesce(territoire, 'France') = 'France'
        WINDOW suite AS (ORDER BY date)"""
    )
    obtenus = rythmes(verite, TARD, 55_000, echeance)
    noms = ("date", "jours_depuis", "rythme", "jours_restants", "requis")
    assert lues(obtenus, *noms) == triees(attendus)
    mars = obtenus.set_index("date").loc["2021-03-15"]
    assert (round(mars["requis"], 1), round(mars["rythme_implicite"], 1)) == (159.9, 10.2)
    atteinte = rythmes(verite, TARD, 8_000, echeance).set_index("date")
    assert atteinte.loc["2021-03-15", "requis"] == 0
    assert (obtenus["requis"].isna() == (obtenus["state"] == "sans_objet")).all()


REFERENTIEL = Path(reportlib.rules.__file__).parent / "rnq_referentiel.csv"
"""The published standard, an indicator a row; only its plain columns are read here."""
_GENRES = {
    "Action de formation": "specifique = 'non' OR numero = 8",
    "Action de formation + AFEST": "specifique = 'non' OR numero IN (8, 28)",
    "Action de formation certifiante": "specifique = 'non' OR numero IN (3, 7, 8, 16)",
    "Action de formation certifiante, avec stage": "specifique = 'non'"
    " OR numero IN (3, 7, 8, 16, 28)",
    "Action en alternance": "specifique = 'non' OR numero IN (3, 7, 8, 13, 16, 28)",
    "Bilan de compétences": "specifique = 'non'",
    "Validation des acquis de l’expérience": "specifique = 'non' OR numero IN (3, 16)",
    "Formation par apprentissage": "true",
}
"""R-RNQ-04: the twenty-two common ones, and those that the kind of training adds."""


def test_qa_24_profiles_from_the_published_standard() -> None:
    """R-RNQ-02 to R-RNQ-07: counts by criterion, by severity, of a Cnefop holder's audit."""
    base = duckdb.connect(":memory:", config={"threads": 1})
    base.execute(
        f"""CREATE VIEW rnq AS
        SELECT indicateur::INTEGER AS numero, critere::INTEGER AS critere, specifique,
            numero IN (4, 5, 6, 7, 10, 11, 14, 15, 16, 20, 21, 22, 26, 27, 29, 31, 32) AS grave,
            specifique = 'oui' OR numero IN (1, 2, 11, 12, 22, 24, 25, 26, 32) AS cnefop
        FROM read_csv('{REFERENTIEL}', header = true, all_varchar = true, comment = '#')"""
    )
    criteres = ", ".join(f"count(*) FILTER (WHERE critere = {c})" for c in range(1, 8))
    attendus = [
        (nom, *base.execute(
            f"""SELECT count(*), {criteres}, count(*) FILTER (WHERE grave),
                count(*) FILTER (WHERE NOT grave), count(*) FILTER (WHERE cnefop)
            FROM rnq WHERE {condition}"""
        ).fetchall()[0])
        for nom, condition in _GENRES.items()
    ]  # fmt: skip
    noms = [f"c{c}" for c in range(1, 8)]
    obtenus = lues(
        profils(), "profil", "indicateurs", *noms, "fondamentaux", "ponderables", "audites_cnefop"
    )
    assert obtenus == triees(attendus)
    assert [ligne[1] for ligne in attendus] == [23, 24, 26, 27, 28, 22, 24, 32]
    assert [ligne[-1] for ligne in attendus] == [10, 11, 13, 14, 15, 9, 11, 19]
