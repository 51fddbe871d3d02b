"""CH-33: the state of each engagement, from the SQL of its measures and the rule of TP-4."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Any

import pandas as pd
import pytest

from reportlib.dataset import Dataset
from reportlib.indicators import measure
from reportlib.periods import Period
from reportlib.settings import Choix, Settings
from tests.recalcul.moteur import Recalcul
from tests.recalcul.plan import CHARTE, PLAN
from tests.recalcul.registres import jeu, registres

table = import_module("reportlib.indicators.engagements")
RECALCULEES = ("CH-33",)
EN_2022 = Period.year(2022)
A_BASE = {
    "TP-1": ("CH-08", "CH-09", "CH-10", "CH-11"),
    "TP-2": ("CH-14",),
    "TP-5": ("CH-28",),
    "TP-6": ("CH-29",),
    "TP-8": ("CH-03",),
}
"""Engagements whose occasions are a base: proposals, tailored files, signatories, requests."""
OF_ET_TP = [*(f"OF-{rang}" for rang in range(1, 4)), *(f"TP-{rang}" for rang in range(1, 9))]

Etats = Callable[..., dict[str, str]]


@pytest.fixture(scope="module")
def etats() -> Iterator[Etats]:
    """Callable to the state of each engagement; a figure asked twice is measured once."""
    retenues: dict[tuple[Any, ...], tuple[Dataset, pd.DataFrame]] = {}

    def une_fois(fiche, donnees, periode, settings, **autres) -> pd.DataFrame:
        cle = (fiche.id, id(donnees), periode, *sorted(autres.items()))
        if cle not in retenues:
            retenues[cle] = (donnees, measure(fiche, donnees, periode, settings, **autres))
        return retenues[cle][1]

    def lire(
        donnees: Dataset, periode: Period = EN_2022, id_of: str | None = None, **seuils: float
    ) -> dict[str, str]:
        choix = Choix(seuils={nom.replace("_", "-"): seuil for nom, seuil in seuils.items()})
        settings = replace(Settings(charte=CHARTE), choix=choix)
        lignes = table.engagements(donnees, periode, settings, id_of=id_of)
        return dict(zip(lignes["engagement"], lignes["etat"], strict=True))

    with pytest.MonkeyPatch.context() as rapiece:
        rapiece.setattr(table, "measure", une_fois)
        yield lire


def nombres(sql: Recalcul, id_: str, annee: int, nom: str = "denominator") -> dict[str, float]:
    """One number of the region, under "", and of each organisation; nothing where there is none."""
    lignes = sql.mesure(PLAN[id_], (date(annee, 1, 1), date(annee, 12, 31)))
    ici = lignes[lignes["perimetre"] != "non_attribue"]
    return dict(zip(ici["id_of"], ici[nom].astype("float64"), strict=True))


def choisis(verite: Dataset, *comptes: dict[str, float]) -> list[str]:
    """The region, the organisations that TP-4 names, and the first to have signed."""
    nommes = {id_of for compte in comptes for id_of in compte}
    signataires = verite["signataires"].sort_values("date_signature")["id_of"].dropna()
    return sorted({"", *nommes, *signataires.head(10)})


@pytest.mark.parametrize("annee", [2021, 2022])
def test_states_of_the_region_and_of_organisations(
    annee: int, verite, recalcul_verite, etats: Etats
) -> None:
    """« un manquement → non tenu ; sinon un non vérifiable → non vérifiable ; sinon tenu » ;
    « sans_objet (pas d'occasion) » ; « Sans seuil fixé par l'utilisateur : sans état »."""
    manquements = nombres(recalcul_verite, "CH-26", annee, "numerator")
    inverifiables = nombres(recalcul_verite, "CH-26b", annee, "numerator")
    bases = {id_: nombres(recalcul_verite, id_, annee) for ids in A_BASE.values() for id_ in ids}
    for id_of in choisis(verite, manquements, inverifiables):
        trouves = etats(verite, Period.year(annee), id_of or None)
        assert list(trouves) == OF_ET_TP
        attendus = {
            engagement: "sans_seuil" if any(bases[id_].get(id_of) for id_ in ids) else "sans_objet"
            for engagement, ids in A_BASE.items()
        }
        attendus["TP-4"] = "non_mesurable" if inverifiables.get(id_of) else "tenu"
        if manquements.get(id_of):
            attendus["TP-4"] = "non_tenu"
        assert (id_of, {nom: trouves[nom] for nom in attendus}) == (id_of, attendus)


def test_past_the_term_no_engagement_has_a_state(verite, etats: Etats) -> None:
    """« après le terme : reconduction non renseignée » (R-CH-12)."""
    assert set(etats(verite, Period.year(2023)).values()) == {"reconduction"}


def test_a_threshold_is_reached_or_missed(verite, recalcul_verite, etats: Etats) -> None:
    """« tenu, partiel, non_tenu d'après … des seuils paramétrables »."""
    etudiees = nombres(recalcul_verite, "CH-08", 2022, "value")[""]
    retours = nombres(recalcul_verite, "CH-09", 2022, "value")[""]
    assert etats(verite, CH_08=etudiees, CH_09=retours)["TP-1"] == "tenu"
    assert etats(verite, CH_08=etudiees, CH_09=retours + 0.1)["TP-1"] == "partiel"
    assert etats(verite, CH_08=etudiees + 0.1, CH_09=retours + 0.1)["TP-1"] == "non_tenu"


def test_a_threshold_without_an_occasion_is_no_failure(
    verite, recalcul_verite, etats: Etats
) -> None:
    """« Une absence d'occasion n'est jamais un échec »."""
    bases = nombres(recalcul_verite, "CH-29", 2022)
    signataires = verite["signataires"]["id_of"].dropna().unique()
    sans_demande = next(id_of for id_of in signataires if not bases.get(id_of))
    assert etats(verite, id_of=sans_demande, CH_29=100.0)["TP-6"] == "sans_objet"


ALERTE = {"date_alerte": "2022-03-01", "type_evenement": "autre"}
VECTEURS = {
    "V-AL-01": ("organisme", {"motif": "alerte", "lie": True}, (1, 0, 0), "non_tenu"),
    "V-AL-02": ("organisme", {"motif": "programme"}, (0, 0, 0), "tenu"),
    "V-AL-03": ("organisme", {"motif": "programme", "dossier": True}, (0, 1, 0), "tenu"),
    "V-AL-04": ("organisme", {"motif": "communication"}, (0, 0, 0), "tenu"),
    "V-AL-05": ("stagiaire", {"motif": "alerte", "lie": True}, (0, 0, 0), "tenu"),
    "V-AL-06": ("organisme", {"motif": "alerte"}, (0, 0, 1), "non_mesurable"),
    "V-AL-07": ("organisme", {"dossier": True}, (0, 0, 1), "non_mesurable"),
}
"""Who alerts, the check: its ground, tied to the alert, on its file; what TP-4 reads."""


@pytest.fixture(scope="module")
def vecteurs() -> dict[str, pd.DataFrame]:
    """The registers of all the vectors, each under an organisation of its name."""
    return registres(
        signataires=[{"id_of": nom, "date_signature": "2021-09-15"} for nom in VECTEURS],
        alertes=[
            {**ALERTE, "id_alerte": nom, "id_dossier": nom, "id_of": nom, "emetteur": emetteur}
            for nom, (emetteur, *_) in VECTEURS.items()
        ],
        controles=[
            {
                "id_controle": nom,
                "id_of": nom,
                "date_controle": "2022-03-20",
                "motif": controle.get("motif"),
                "id_alerte": nom if controle.get("lie") else None,
                "id_dossier": nom if controle.get("dossier") else None,
            }
            for nom, (_, controle, *_) in VECTEURS.items()
        ],
    )


@pytest.fixture(scope="module")
def jeu_des_vecteurs(vecteurs) -> Dataset:
    return jeu(vecteurs)


def test_v_al_breach_to_verify_not_verifiable(vecteurs, jeu_des_vecteurs, etats: Etats) -> None:
    sql = Recalcul().lire_tables(vecteurs)
    comptes = [nombres(sql, id_, 2022, "numerator") for id_ in ("CH-26", "CH-27", "CH-26b")]
    for nom, (_, _, attendu, etat) in VECTEURS.items():
        assert (nom, tuple(int(compte.get(nom, 0)) for compte in comptes)) == (nom, attendu)
        assert (nom, etats(jeu_des_vecteurs, id_of=nom)["TP-4"]) == (nom, etat)
    assert etats(jeu_des_vecteurs)["TP-4"] == "non_tenu"


def test_an_absent_register_cannot_be_measured(vecteurs, etats: Etats) -> None:
    """« non_mesurable (donnée absente) » ; « Table absente : jamais 0 = tenu »."""
    absents = {"controles": "TP-4", "demandes_bilan": "TP-5"}
    restants = {nom: lignes for nom, lignes in vecteurs.items() if nom not in absents}
    trouves = etats(Dataset(restants))
    assert {trouves[engagement] for engagement in absents.values()} == {"non_mesurable"}
